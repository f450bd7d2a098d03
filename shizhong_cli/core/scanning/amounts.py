"""Numbers in Arabic digits that say how much: number, scale word, unit; ranges, ratios, and lists that share a unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from shizhong_cli.core.characters import is_digit
from shizhong_cli.core.scanning.token import Token
from shizhong_cli.core.units import PERCENT, STEP, Unit
from shizhong_cli.core.vocabulary import Bound, Measure, NumberClass

NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?")
_SCALE = re.compile(r"[十百千]?(?:万亿|亿|万)|[十百千]")
_STEPS = re.compile(r"个?(?:[十百千]?(?:万亿|亿|万)|[百千万])元?新?台阶")
_FRACTION = re.compile(r"(?P<part>[1-9][0-9]{0,2})/(?P<of>[1-9][0-9]{0,3})(?![0-9./%])")
_TO = re.compile(r"(?:—{1,2}|[–\-~～至到]|──)(?=[0-9])")
_BETWEEN_ITEMS = re.compile(r"[、和与及或](?=[0-9])")
_NO_UNIT_WORD = frozenset(
    "以左上下的和与及或至到为是在等之内大行迈余多、个中时后前次又不也均都已则其由从按比较同并且而将被让把对向用了着过分倍多几来许"
)
_PEOPLE = re.compile(
    r"[\u4e00-\u9fff]{1,8}?(?:人口|居民|群众|学生|儿童|老人|农民|职工|残疾人|人员|劳动力|毕业生|农民工)"
)
_MOST_DIGITS = 40


class UnitFinder:
    """Finds the longest unit that begins at a place of the text."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self.units = units
        self._longest = max(map(len, units), default=0)
        self._first = frozenset(word[0] for word in units if word)

    def at(self, plain: str, start: int) -> tuple[str, Unit | None]:
        """The unit as printed, and what it is; a quotient of two known units is known: 元/亩."""
        word = self._word(plain, start)
        if not word:
            return "", None
        behind = start + len(word)
        below = self._word(plain, behind + 1) if plain[behind : behind + 1] == "/" else ""
        if not below or f"{word}/{below}" in self.units:
            return word, self.units[word]
        over, under = self.units[word], self.units[below]
        symbol = f"{over.symbol}/{under.symbol}"
        return f"{word}/{below}", Unit(symbol, f"{over.name_en}/{under.name_en}", symbol, False)

    def _word(self, plain: str, start: int) -> str:
        if plain[start : start + 1] not in self._first or start >= len(plain):
            return ""
        longest = plain[start : start + self._longest]
        for length in range(len(longest), 0, -1):
            if longest[:length] in self.units and _is_whole_word(longest[:length], plain, start + length):
                return longest[:length]
        return ""


def _is_whole_word(word: str, plain: str, end: int) -> bool:
    """A unit in Latin letters does not end inside a word: the G of 5G and the P of 5PM are none."""
    return not (word[-1].isascii() and word[-1].isalpha() and _is_latin(plain[end : end + 1]))


def _is_latin(character: str) -> bool:
    return bool(character) and character.isascii() and (character.isalnum() or character in "-+")


def amount_at(plain: str, start: int, finder: UnitFinder) -> Token:
    """The number that begins at ``start``, with its scale word and unit."""
    match = NUMBER.match(plain, start)
    assert match is not None
    number, end = match[0], match.end()
    if len(number) > _MOST_DIGITS:
        return Token(start, end, NumberClass.OTHER, number)
    digits = number.replace(",", "")
    if fraction := _FRACTION.match(plain, start):
        value = Fraction(int(fraction["part"]), int(fraction["of"]))
        return Token(
            start, fraction.end(), NumberClass.QUANTITY, digits, fraction[0], value=value, measure=Measure.SHARE
        )
    if steps := _STEPS.match(plain, end):
        unit = Unit(STEP, STEP, STEP, True)
        return Token(start, steps.end(), NumberClass.QUANTITY, digits, number, unit_word=steps[0], unit=unit)
    token = _with_unit(plain, end, Token(start, end, NumberClass.QUANTITY, digits, number), finder)
    is_code = number[0] == "0" and is_digit(number[1:2]) and not token.unit and not token.scale
    return Token(start, end, NumberClass.OTHER, number) if is_code else token  # 0531, but 060.3亿元


def _with_unit(plain: str, end: int, token: Token, finder: UnitFinder) -> Token:
    """Take scale word, 余 or 多, and unit; a unit wins over a scale word (千瓦)."""
    inside = plain[end] if plain[end : end + 1] in ("余", "多") else ""
    scale_match = _SCALE.match(plain, end + len(inside))
    longest = scale_match[0] if scale_match else ""
    best = token._replace(unknown=_unknown_at(plain, end + len(inside)) if not inside else "")
    best_rank = (-1, -1)
    for length in range(len(longest), -1, -1):
        scale = longest[:length]
        if scale and not _SCALE.fullmatch(scale):
            continue
        behind = end + len(inside) + length
        after = plain[behind] if scale and plain[behind : behind + 1] in ("余", "多") else ""
        word, unit = finder.at(plain, behind + len(after))
        if not word and not scale and not inside:
            continue
        rank = (len(word), len(scale))
        if rank > best_rank:
            best_rank = rank
            stop = behind + len(after) + len(word)
            unknown = "" if word else _unknown_at(plain, stop)
            if unknown and scale and (unit := _people_at(plain, stop, finder)):
                word, unknown = unit.symbol, ""
            best = token._replace(
                end=stop, scale=scale, inside=inside or after, unit_word=word, unit=unit, unknown=unknown
            )
    return best


def _people_at(plain: str, start: int, finder: UnitFinder) -> Unit | None:
    """Persons, where a kind of them is printed instead of a counting word: 6398万农村人口, 13亿城乡居民."""
    match = _PEOPLE.match(plain, start)
    return finder.units.get("人") if match else None


def _unknown_at(plain: str, start: int) -> str:
    """The word where a unit should be: at most two Chinese characters."""
    word = ""
    for character in plain[start : start + 2]:
        if not "\u4e00" <= character <= "\u9fff" or character in _NO_UNIT_WORD:
            break
        word += character
    return word


def amounts_from(plain: str, start: int, finder: UnitFinder) -> list[Token]:
    """The number at ``start`` and those that are tied to it: 30—50万, 0.1:19.5:80.4, 3、5和7家."""
    tokens = [amount_at(plain, start, finder)]
    if parts := _ratio(plain, tokens[0], finder):
        return parts
    while tokens[-1].is_quantity and len(tokens) < 50:
        last = tokens[-1]
        bare = not last.unit
        to = _TO.match(plain, last.end)
        link = to or (_BETWEEN_ITEMS.match(plain, last.end) if bare and not last.inside else None)
        if link is None:
            break
        following = amount_at(plain, link.end(), finder)
        if not following.is_quantity:
            break
        if to and not _is_span(plain, start) and (bare or last.unit == following.unit):
            tokens[-1] = last = last._replace(bound=Bound.AT_LEAST)
            following = following._replace(bound=Bound.AT_MOST)
        elif to:
            break
        tokens.append(following)
    return _shared_units(tokens)


def _is_span(plain: str, start: int) -> bool:
    """Whether 从 or 由 stands before, so that the numbers are then and now, not low and high."""
    return any(word in plain[max(0, start - 6) : start] for word in ("从", "由"))


def _shared_units(tokens: list[Token]) -> list[Token]:
    """Give numbers without a unit that of the number behind them."""
    for position in range(len(tokens) - 2, -1, -1):
        token, following = tokens[position], tokens[position + 1]
        if token.is_quantity and not token.unit and following.unit:
            scale = token.scale or following.scale
            shared = token._replace(unit=following.unit, unit_word=following.unit_word, scale=scale, unknown="")
            tokens[position] = shared
    return tokens


def _ratio(plain: str, first: Token, finder: UnitFinder) -> list[Token]:
    """The parts of a ratio; three or more that make 100 together are per cent."""
    if not first.is_quantity or plain[first.end : first.end + 1] != ":":
        return []
    parts = [first]
    while plain[parts[-1].end : parts[-1].end + 1] == ":" and is_digit(plain[parts[-1].end + 1 : parts[-1].end + 2]):
        parts.append(amount_at(plain, parts[-1].end + 1, finder))
        if not parts[-1].is_quantity or len(parts) > 20:
            break
    if len(parts) < 2:
        return []
    parts = [part if part.unit else part._replace(unknown="") for part in parts]
    parts = [part if part.unit else part._replace(measure=Measure.SHARE) for part in parts]
    total = sum((Fraction(part.digits) for part in parts if part.is_quantity), Fraction(0))
    if len(parts) < 3 or abs(total - 100) > 1 or any(part.unit for part in parts[:-1]):
        return parts
    percent = Unit(PERCENT, PERCENT, "ratio", False)
    return [p._replace(unit=percent, unit_word=PERCENT, measure=Measure.SHARE) if p.is_quantity else p for p in parts]
