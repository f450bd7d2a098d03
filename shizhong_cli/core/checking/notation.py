"""Relations between figures as text: read them, and print them as a person would.

The language is small: ``a.flow@2025 / b.level@2025 = c.flow@2025``. Names of figures are ``indicator.measure@period``
or ``indicator.measure@period:since``; numbers are written as they are printed (``100%``, ``942家``); a bare name is
the unknown; ``implied(id)`` what the unknown of another check comes to; ``+ - * / ^ ( )``, ``floor(x)``,
``path_sum(growth, years)`` and ``root(x, degree)``; one of ``= <= < >= >`` in the middle. A number may be of one unit
for each of another: ``1套/户``.
A division needs blanks around it when a year follows: ``2021/2025`` is a period.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from shizhong_cli.core.checking.evaluating import FUNCTIONS
from shizhong_cli.core.checking.expression import (
    Call,
    Expression,
    ExpressionError,
    Name,
    Number,
    Operation,
    Power,
    Relation,
    implied_check_id,
    is_unknown,
    names_in,
    unknown_in,
)
from shizhong_cli.core.figure.characters import half_width, other_digit
from shizhong_cli.core.figure.parsing import FigureError, OtherDigit, parse_figure
from shizhong_cli.core.figure.units import RATIOS, Unit
from shizhong_cli.tuples import NamedTuple

_PERIOD = r"[0-9]{4}(?:/[0-9]{4}|-[QSH][0-9]|-[0-9][0-9](?:-[0-9][0-9]|/[0-9]{4}-[0-9][0-9])?)?"
_REFERENCE = rf"[a-z][a-z0-9_]*\.[a-z_]+@{_PERIOD}(?::{_PERIOD})?"
_TOKEN = re.compile(
    rf"(?P<reference>{_REFERENCE})|(?P<word>[a-z][a-z0-9_]*)|(?P<number>[0-9](?:[^\s()+*/^=<>≤≥×÷,-]|,(?=[0-9]{{3}}))*(?:/[\u4e00-\u9fff]+)?)"
    r"|(?P<sign><=|>=|≤|≥|=|<|>|\*\*|[-+*/^()×÷,])"
)
_WHOLE = re.compile("[0-9]{1,3}")
_PLAIN = {"≤": "<=", "≥": ">=", "×": "*", "÷": "/", "**": "^"}
_SIGNS = ("=", "<=", "<", ">=", ">")


IMPLIED = "implied"

LONGEST, DEEPEST, GREATEST_POWER = 1000, 20, 100
"""Characters, brackets inside brackets, and exponents that an expression may have."""


def _degree(node: Expression) -> int:
    """How many numbers are multiplied with each other at most; exact numbers grow with it."""
    if isinstance(node, Operation):
        left, right = _degree(node.left), _degree(node.right)
        return left + right if node.sign in "*/" else max(left, right)
    if isinstance(node, Power):
        return node.exponent * _degree(node.base)
    return max(node.setting, 1) * _degree(node.argument) if isinstance(node, Call) else 1


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


def parse_relation(text: str, units: Mapping[str, Unit]) -> Relation:
    """Read a relation. Raises ``ExpressionError`` with the offset of the first character that does not fit."""
    if len(text) > LONGEST:
        raise ExpressionError("C010", 0, str(len(text)), str(LONGEST))
    parser = _Parser(text, units)
    left = parser.sum()
    sign = parser.take("sign", _SIGNS)
    relation = Relation(left, sign, parser.sum())
    parser.take("end")
    unknowns = set(filter(is_unknown, names_in(relation)))
    if len(unknowns) > 1:
        second = [token for token in parser.tokens if token.text in unknowns and token.text != unknown_in(relation)]
        raise ExpressionError("C004", second[0].offset, ", ".join(sorted(unknowns)))
    return relation


def offset_of(text: str, name: str, occurrence: int = 0) -> int:
    """Where a name stands in an expression that has been read."""
    return [token.offset for token in _tokens(text) if token.text == (implied_check_id(name) or name)][occurrence]


class _Parser:
    """Recursive descent over the tokens of one relation."""

    def __init__(self, text: str, units: Mapping[str, Unit]) -> None:
        self.units = units
        self.tokens = list(_tokens(text))
        self.position = 0
        self.depth = 0

    def peek(self, *signs: str) -> bool:
        token = self.tokens[self.position]
        return token.kind == "sign" and token.text in signs

    def take(self, kind: str, texts: tuple[str, ...] = ()) -> str:
        token = self.tokens[self.position]
        if token.kind != kind or (texts and token.text not in texts):
            raise ExpressionError("C001", token.offset, token.text, " ".join(texts))
        self.position += 1
        return token.text

    def sum(self) -> Expression:
        node = self.product()
        while self.peek("+", "-"):
            node = Operation(self.take("sign"), node, self.product())
        return node

    def product(self) -> Expression:
        node = self.power()
        while self.peek("*", "/"):
            node = Operation(self.take("sign"), node, self.power())
        return node

    def power(self) -> Expression:
        node = self.atom()
        if self.peek("^"):
            offset = self.tokens[self.position].offset
            self.take("sign")
            node = Power(node, self.whole_number(1))
            if _degree(node) > GREATEST_POWER:
                raise ExpressionError("C010", offset, f"^{_degree(node)}", f"^{GREATEST_POWER}")
        return node

    def whole_number(self, least: int) -> int:
        offset = self.tokens[self.position].offset
        text = self.take("number")
        if not (_WHOLE.fullmatch(text) and least <= int(text) <= GREATEST_POWER):
            raise ExpressionError("C002", offset, text, f"{least}..{GREATEST_POWER}")
        return int(text)

    def atom(self) -> Expression:
        token = self.tokens[self.position]
        self.position += 1
        if token.kind == "reference":
            return Name(token.text)
        if token.kind == "number":
            return self.number(token)
        if token.kind == "word":
            return self.call(token) if self.peek("(") else Name(token.text)
        if token.text == "(":
            self.depth += 1
            if self.depth > DEEPEST:
                raise ExpressionError("C010", token.offset, "(" * 3 + "…", str(DEEPEST))
            node = self.sum()
            self.take("sign", (")",))
            self.depth -= 1
            return node
        raise ExpressionError("C001", token.offset, token.text, "gdp.flow@2025, 100%, (")

    def call(self, token: _Token) -> Expression:
        if token.text == IMPLIED:
            return self.implied()
        if token.text not in FUNCTIONS:
            raise ExpressionError("C003", token.offset, token.text, ", ".join((*FUNCTIONS, IMPLIED)))
        self.take("sign", ("(",))
        argument = self.sum()
        setting = 0
        if token.text in ("path_sum", "root"):
            self.take("sign", (",",))
            setting = self.whole_number(1)
        self.take("sign", (")",))
        return Call(token.text, argument, setting)

    def implied(self) -> Name:
        """The unknown of another check, by its id."""
        self.take("sign", ("(",))
        token = self.tokens[self.position]
        if token.kind not in ("reference", "word"):
            raise ExpressionError("C001", token.offset, token.text, "gdp.steps@2025:2020, rd_intensity")
        self.position += 1
        self.take("sign", (")",))
        return Name(f"{IMPLIED}({token.text})")

    def number(self, token: _Token) -> Number:
        text, _, per = token.text.partition("/")
        try:
            written = parse_figure(text, self.units)
        except OtherDigit as error:
            raise ExpressionError("F010", token.offset, token.text, error.found) from None
        except FigureError as error:
            raise ExpressionError("C002", token.offset, error.found) from None
        below = self.units[per].symbol if per in self.units else per
        return Number(token.text, written.value / RATIOS.get(written.unit, 1), written.unit, below)


def _tokens(text: str) -> Iterator[_Token]:
    text, position = half_width(text), 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        match = _TOKEN.match(text, position)
        if match is None:
            other = other_digit(text[position])
            raise ExpressionError("F010" if other else "C001", position, text[position], other)
        kind = match.lastgroup or ""
        yield _Token(kind, _PLAIN.get(match[0], match[0]), position)
        position = match.end()
    yield _Token("end", "", len(text))


Spelling: TypeAlias = Callable[[str], str]
FunctionSpelling: TypeAlias = Callable[[str, str, int], str]
_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}


def spell(relation: Relation, name: Spelling, function: FunctionSpelling) -> str:
    """A relation as a person writes it; ``name`` and ``function`` give the words for names and calls."""
    sign = {"<=": "≤", ">=": "≥"}.get(relation.sign, relation.sign)
    left = _spell_node(relation.left, name, function, 0)
    return f"{left} {sign} {_spell_node(relation.right, name, function, 0)}"


def _spell_node(node: Expression, name: Spelling, function: FunctionSpelling, around: int) -> str:
    """One node; ``around`` is how tightly the surrounding operation binds."""
    if isinstance(node, Number):
        return node.text
    if isinstance(node, Name):
        return name(node.text)
    if isinstance(node, Power):
        base = _spell_node(node.base, name, function, 3)
        return f"({base})^{node.exponent}" if isinstance(node.base, Power) else f"{base}^{node.exponent}"
    if isinstance(node, Call):
        return function(node.function, _spell_node(node.argument, name, function, 0), node.setting)
    binds = _BINDS[node.sign]
    left = _spell_node(node.left, name, function, binds)
    right = _spell_node(node.right, name, function, binds + 1)
    text = f"{left} { {'*': '×', '/': '÷'}.get(node.sign, node.sign) } {right}"
    return f"({text})" if binds < around else text
