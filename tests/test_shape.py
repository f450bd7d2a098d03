"""The shape of the source: how much a function decides, how deep comprehensions go, how long a module is.

A decision is an if, a loop, a conditional expression, an except, a case, each further operand of and/or, and each
loop and condition of a comprehension; what stands inside a function counts for it too. What is over a limit is listed
here with its reason; an entry that is no longer needed has to go.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from running import ROOT

PACKAGE = ROOT / "shizhong_cli"

MOST_DECISIONS = 12
MOST_LINES = 300
MOST_NESTED = 27
"""Comprehensions of the whole package with another one, or a second loop, inside."""

DECIDES_MORE: Mapping[str, str] = {}
"""Functions with more decisions, each with the reason."""

LONGER: Mapping[str, str] = {
    "core/figure/interval.py": "the record, its operations and its constructors need each other",
}
"""Modules with more lines, each with the reason."""

_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
_BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.IfExp, ast.ExceptHandler, ast.match_case)


def decisions_in(function: ast.AST) -> int:
    """How often it can go one way or another."""
    return sum(_decisions_at(node) for node in ast.walk(function))


def _decisions_at(node: ast.AST) -> int:
    match node:
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.comprehension():
            return 1 + len(node.ifs)
        case _:
            return int(isinstance(node, _BRANCHES))


def functions_in(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Every function with its name, that of a method behind the name of its class."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{inside}{node.name}", node
        named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        yield from functions_in(node, f"{inside}{node.name}." if named else inside)


def nested_in(tree: ast.AST) -> Iterator[int]:
    """The lines of comprehensions with a second loop or another comprehension inside."""
    for node in ast.walk(tree):
        if isinstance(node, _COMPREHENSIONS):
            inner = sum(isinstance(part, _COMPREHENSIONS) for part in ast.walk(node)) - 1
            if inner or len(node.generators) > 1:
                yield node.lineno


def deciding_too_much(name: str, source: str) -> dict[str, int]:
    """The functions of a module over the limit, each with its decisions."""
    counted = {f"{name}:{function}": decisions_in(node) for function, node in functions_in(ast.parse(source))}
    return {function: number for function, number in counted.items() if number > MOST_DECISIONS}


def modules() -> dict[str, str]:
    return {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in _paths()}


def _paths() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def unlisted(found: Mapping[str, int], listed: Iterable[str]) -> list[str]:
    return [f"{name} ({number})" for name, number in found.items() if name not in listed]


@cache
def all_deciding_too_much() -> dict[str, int]:
    found: dict[str, int] = {}
    for name, source in modules().items():
        found |= deciding_too_much(name, source)
    return found


def all_too_long() -> dict[str, int]:
    lines = {name: source.count("\n") for name, source in modules().items()}
    return {name: number for name, number in lines.items() if number > MOST_LINES}


def test_no_function_decides_too_much_without_a_reason() -> None:
    assert unlisted(all_deciding_too_much(), DECIDES_MORE) == []


def test_no_module_is_too_long_without_a_reason() -> None:
    assert unlisted(all_too_long(), LONGER) == []


def test_every_exception_is_still_needed() -> None:
    assert sorted(set(DECIDES_MORE) - set(all_deciding_too_much())) == []
    assert sorted(set(LONGER) - set(all_too_long())) == []


def test_few_comprehensions_are_nested() -> None:
    places = [f"{name}:{line}" for name, source in modules().items() for line in nested_in(ast.parse(source))]
    assert len(places) <= MOST_NESTED, "\n".join(places)


def test_no_two_modules_of_tests_have_one_name() -> None:
    """Two that have are two only as long as no process is given both."""
    names = Counter(path.name for path in (ROOT / "tests").rglob("*.py") if path.name != "__init__.py")
    assert [name for name, number in names.items() if number > 1] == []


@pytest.mark.parametrize(
    ("body", "decisions"),
    [
        ("return x", 0),
        ("if x: return 1", 1),
        ("if x: return 1\n    elif y: return 2\n    else: return 3", 2),
        ("return a and b and c or d", 3),
        ("return 1 if x else 2", 1),
        ("for a in x:\n        while a: a -= 1", 2),
        ("try: f()\n    except ValueError: pass\n    except OSError: pass", 2),
        ("match x:\n        case 1: pass\n        case _: pass", 2),
        ("return [a for a in x if a if a > 1]", 3),
        ("return {a: b for a in x for b in a}", 2),
        ("def inner(): return a or b\n    return inner", 1),
        ("return lambda a: a or b", 1),
    ],
)
def test_what_counts_as_a_decision(body: str, decisions: int) -> None:
    assert decisions_in(ast.parse(f"def f(x):\n    {body}\n")) == decisions


@pytest.mark.parametrize(
    ("expression", "nested"),
    [
        ("[a for a in x]", 0),
        ("[a for a in x] + [b for b in y]", 0),
        ("[a for row in x for a in row]", 1),
        ("[[a for a in row] for row in x]", 1),
        ("{any(a for a in row) for row in x}", 1),
        ("[a for a in (b for b in x)]", 1),
        ("{k: [[a for a in c] for c in v] for k, v in x}", 2),
    ],
)
def test_what_counts_as_nested(expression: str, nested: int) -> None:
    assert len(list(nested_in(ast.parse(expression)))) == nested


def test_a_function_over_the_limit_is_named() -> None:
    branches = "".join(f"        if x == {n}: return {n}\n" for n in range(MOST_DECISIONS))
    source = f"class Made:\n    def up(self, x):\n{branches}        return x"
    assert deciding_too_much("made.py", f"{source}\n") == {}
    over = deciding_too_much("made.py", f"{source} or 1\n")
    assert over == {"made.py:Made.up": 13}
    assert unlisted(over, {}) == ["made.py:Made.up (13)"]
    assert unlisted(over, {"made.py:Made.up": "a reason"}) == []
