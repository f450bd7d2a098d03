"""Relations as text: what they parse to, where they go wrong, and that what is printed reads back the same."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shizhong_cli.core.checking import notation
from shizhong_cli.core.checking.expression import (
    Call,
    Expression,
    ExpressionError,
    Name,
    Number,
    Operation,
    Power,
    Relation,
)
from shizhong_cli.core.checking.notation import parse_relation, spell
from shizhong_cli.core.figure.units import BUILT_IN

PROPERTY = settings(max_examples=100, deadline=None, derandomize=True, database=None)


def read(text: str) -> Relation:
    return parse_relation(text, BUILT_IN)


def printed(relation: Relation) -> str:
    def function(name: str, argument: str, setting: int) -> str:
        return f"{name}({argument}, {setting})" if setting else f"{name}({argument})"

    return spell(relation, str, function)


A, B, X = Name("a.flow@2025"), Name("b.level@2025"), Name("x")
ONE = Number("1", Fraction(1))


# ── what a text parses to ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.flow@2025 = x", Relation(A, "=", X)),
        ("a.flow@2025=x", Relation(A, "=", X)),
        ("a.flow@2025 <= b.level@2025", Relation(A, "<=", B)),
        ("a.flow@2025 ≤ b.level@2025", Relation(A, "<=", B)),
        ("a.flow@2025 ≥ b.level@2025", Relation(A, ">=", B)),
        ("a.flow@2025 < b.level@2025", Relation(A, "<", B)),
        ("a.flow@2025 > b.level@2025", Relation(A, ">", B)),
        ("x × x ÷ x = x", Relation(Operation("/", Operation("*", X, X), X), "=", X)),
        ("x ** 2 = x ^ 3", Relation(Power(X, 2), "=", Power(X, 3))),
        ("x - x - x = x", Relation(Operation("-", Operation("-", X, X), X), "=", X)),
        ("x - (x - x) = x", Relation(Operation("-", X, Operation("-", X, X)), "=", X)),
        ("x / x / x = x", Relation(Operation("/", Operation("/", X, X), X), "=", X)),
        ("x + x * x^2 = x", Relation(Operation("+", X, Operation("*", X, Power(X, 2))), "=", X)),
        ("(x + x) * x = x", Relation(Operation("*", Operation("+", X, X), X), "=", X)),
        ("x * (1 + x)^5 = x", Relation(Operation("*", X, Power(Operation("+", ONE, X), 5)), "=", X)),
        ("floor(x) = x", Relation(Call("floor", X), "=", X)),
        ("path_sum(x, 5) = x", Relation(Call("path_sum", X, 5), "=", X)),
        ("((x)) = x", Relation(X, "=", X)),
    ],
)
def test_structure(text: str, expected: Relation) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "reference",
    [
        "gdp.growth@2025",
        "r_and_d2.average_growth@2025:2020",
        "a.flow@2021/2025",
        "a.flow@2021/2025:2016/2020",
        "a.flow@2026-Q3",
        "a.flow@2026-01/2026-09",
        "a.flow@2026-S1",
        "a.flow@2026-09",
        "a.level@2026-09-30",
    ],
)
def test_references_keep_their_period(reference: str) -> None:
    assert read(f"{reference} / x = 1").left == Operation("/", Name(reference), X)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("942家", "942", "家"),
        ("1451.6亿元", "145_160_000_000", "元"),
        ("1,520.3亿元", "152_030_000_000", "元"),
        ("2.67万人", "26_700", "人"),
        ("5千瓦", "5", "千瓦"),
        ("5", "5", ""),
        ("100%", "1", "%"),  # ratios as plain numbers
        ("7.9%", "0.079", "%"),
        ("3‰", "0.003", "‰"),
        ("0.5个百分点", "0.005", "个百分点"),
        ("1.5倍", "1.5", "倍"),
    ],
)
def test_numbers_are_written_as_they_are_printed(text: str, value: str, unit: str) -> None:
    assert read(f"x = {text}").right == Number(text, Fraction(value), unit)


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("", "C001", 0),
        ("x", "C001", 1),  # no sign
        ("x =", "C001", 3),
        ("= x", "C001", 0),
        ("x = 1 = 2", "C001", 6),
        ("x == 1", "C001", 3),
        ("(x = 1", "C001", 3),
        ("x) = 1", "C001", 1),
        ("x + = 1", "C001", 4),
        ("x ^ y = 1", "C001", 4),
        ("- x = 1", "C001", 0),
        ("X = 1", "C001", 0),
        ("x = 1 # 2", "C001", 6),
        ("gdp.flow = 1", "C001", 3),
        ("gdp.flow@25 = 1", "C001", 3),
        ("gdp.flow@20255 = 1", "C001", 13),
        ("floor(x, 2) = 2", "C001", 7),
        ("path_sum(x) = 2", "C001", 10),
        ("x ^ 2 ^ 3 = 1", "C001", 6),  # which one first is not guessed
        ("x = 5桶", "C002", 4),
        ("x = 1.2.3", "C002", 4),
        ("x ^ 0 = 1", "C002", 4),
        ("x ^ 2.5 = 1", "C002", 4),
        ("x ^ 101 = 1", "C002", 4),
        ("path_sum(x, 0) = 1", "C002", 12),
        ("round(x) = 1", "C003", 0),
        ("1 + sum(x) = 1", "C003", 4),
        ("x + y = 1", "C004", 4),
    ],
)
def test_errors_point_at_the_first_thing_that_does_not_fit(text: str, code: str, offset: int) -> None:
    with pytest.raises(ExpressionError) as caught:
        read(text)
    assert (caught.value.code, caught.value.offset) == (code, offset)


def test_errors_name_what_was_found_and_what_would_do() -> None:
    with pytest.raises(ExpressionError) as caught:
        read("x ^ 101 = 1")
    assert (caught.value.found, caught.value.expected) == ("101", "1..100")
    with pytest.raises(ExpressionError) as caught:
        read("sum(x) = 1")
    assert (caught.value.found, caught.value.expected) == ("sum", "floor, path_sum, root, implied")
    with pytest.raises(ExpressionError) as caught:
        read("x = 5桶")
    assert caught.value.found == "桶"


# ── how it is printed ─────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.flow@2025*(1+x)**5<=3家", "a.flow@2025 × (1 + x)^5 ≤ 3家"),
        ("x-(1-2)>=1", "x - (1 - 2) ≥ 1"),
        ("(x-1)-2=1", "x - 1 - 2 = 1"),
        ("x/(2*3)=1", "x ÷ (2 × 3) = 1"),
        ("(x/2)*3=1", "x ÷ 2 × 3 = 1"),
        ("(x*2)+3=1", "x × 2 + 3 = 1"),
        ("(x+2)*3=1", "(x + 2) × 3 = 1"),
        ("floor((x+1)/2)=1", "floor((x + 1) ÷ 2) = 1"),
        ("x=path_sum(a.growth@2025,5)", "x = path_sum(a.growth@2025, 5)"),
    ],
)
def test_spelling(text: str, expected: str) -> None:
    assert printed(read(text)) == expected


def test_names_and_functions_are_spelled_by_the_caller() -> None:
    names = {"a.flow@2025": "总额", "x": "基数"}
    text = spell(
        read("floor(a.flow@2025 / 5) = x"), names.__getitem__, lambda name, inside, _: f"⌊{inside}⌋" + name[:0]
    )
    assert text == "⌊总额 ÷ 5⌋ = 基数"


NUMBERS = st.sampled_from([
    Number("1", Fraction(1)),
    Number("5%", Fraction(1, 20), "%"),
    Number("942家", Fraction(942), "家"),
    Number("1,520.3亿元", Fraction(152_030_000_000), "元"),
    Number("0.5个百分点", Fraction(1, 200), "个百分点"),
])  # fmt: skip
NAMES = st.sampled_from(
    [A, B, X, Name("a.flow@2021/2025"), Name("gdp.growth@2026-Q3:2025-Q3"), Name("c.flow@2026-01/2026-09")]
)


def larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return (
        st.builds(Operation, st.sampled_from("+-*/"), inner, inner)
        | st.builds(Power, inner.filter(lambda node: not isinstance(node, Power)), st.integers(1, 9))
        | st.builds(Call, st.just("floor"), inner, st.just(0))
        | st.builds(Call, st.just("path_sum"), NAMES, st.integers(1, 9))
    )


EXPRESSIONS = st.recursive(NUMBERS | NAMES, larger, max_leaves=6)
SHALLOW = EXPRESSIONS.filter(lambda node: notation._degree(node) <= notation.GREATEST_POWER)
RELATIONS = st.builds(Relation, SHALLOW, st.sampled_from(["=", "<=", "<", ">=", ">"]), SHALLOW)


@given(RELATIONS)
@PROPERTY
def test_what_is_printed_reads_back_the_same(relation: Relation) -> None:
    assert read(printed(relation)) == relation


@given(RELATIONS)
@PROPERTY
def test_blanks_and_the_spelling_of_signs_do_not_matter(relation: Relation) -> None:
    text = printed(relation).replace("^", "**").replace("(", " ( ").replace(")", " )")
    for sign, tight in ((" × ", "*"), (" + ", "+"), (" ≤ ", "<="), (" ≥ ", ">="), (" = ", "="), (" ÷ ", "\n/  ")):
        text = text.replace(sign, tight)
    assert read(text) == relation


def place_of_error(text: str) -> tuple[str, int] | None:
    try:
        read(text)
    except ExpressionError as error:
        return error.code, error.offset
    return None


PIECES = ["a.flow@2025", "a.flow@", "x", "y", "floor", "path_sum", "5%", "3家", "5桶", "2", "桶", "X", ".", ",", "@"]


@given(st.lists(st.sampled_from([*PIECES, *"+-*/^()=<>≤×", " "]), max_size=12).map("".join))
@PROPERTY
def test_any_text_is_read_or_refused_at_a_place_inside_it(text: str) -> None:
    found = place_of_error(text)
    if found is None:
        assert read(printed(read(text))) == read(text)
    else:
        assert found[0] in {"C001", "C002", "C003", "C004"}
        assert 0 <= found[1] <= len(text)


# ── what was once read wrongly ────────────────────────────────────────────────


def test_a_power_of_a_power_reads_back_the_same() -> None:
    relation = read("(x^2)^3 = 4")
    assert read(printed(relation)) == relation


@pytest.mark.parametrize("text", ["path_sum(7.9%, 5) = x", "path_sum(7.9%,5) = x"])
def test_a_number_before_a_comma(text: str) -> None:
    assert read(text).left == Call("path_sum", Number("7.9%", Fraction(79, 1000), "%"), 5)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("y = x", 4),  # alphabetical order instead of reading order
        ("x.flow@2025 = b * x", 18),  # found inside the reference
        ("b + floor(o) = 1", 10),  # found inside the function
    ],
)
def test_the_second_unknown_is_pointed_at(text: str, offset: int) -> None:
    with pytest.raises(ExpressionError) as caught:
        read(text)
    assert (caught.value.code, caught.value.offset) == ("C004", offset)


def test_deep_nesting_is_refused_with_a_place() -> None:
    with pytest.raises(ExpressionError):
        read("(" * 3000 + "x" + ")" * 3000)
