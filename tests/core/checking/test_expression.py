"""Relations over intervals: against the worked values of DESIGN, and against trying every value."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import product
from math import floor

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from shizhong_cli.core.checking.dimensions import (
    Dimension,
    dimension_of,
    dimension_of_unknown,
    same_dimension,
    spell_dimension,
)
from shizhong_cli.core.checking.evaluating import compare, evaluate, solve
from shizhong_cli.core.checking.expression import ExpressionError, Relation, names_in, repeated_names, unknown_in
from shizhong_cli.core.checking.notation import parse_relation
from shizhong_cli.core.figure.interval import EMPTY, EVERYTHING, Interval, at_least, between, exact
from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.terms import Rounding
from shizhong_cli.core.figure.units import BUILT_IN, RATIOS

PROPERTY = settings(max_examples=60, deadline=None, derandomize=True, database=None)


def values_of(printed: Mapping[str, str], rounding: Rounding = Rounding.NEAREST) -> Callable[[str], Interval]:
    """What printed figures stand for, ratios as plain numbers; letters stand for whole references."""
    values = {}
    for letter, text in printed.items():
        written = parse_figure(text, BUILT_IN)
        values[f"{letter}.flow@2025"] = written.entailed(rounding) * exact(Fraction(1, RATIOS.get(written.unit, 1)))
    return values.__getitem__


def relation(text: str) -> Relation:
    """``a = x * (1 + g)``: every letter but x is a figure."""
    names = {letter: f"{letter}.flow@2025" for letter in "abcgnpsw"}
    words = "".join(names.get(c, c) if not is_inside_word(text, i) else c for i, c in enumerate(text))
    return parse_relation(words, BUILT_IN)


def is_inside_word(text: str, position: int) -> bool:
    around = text[max(position - 1, 0) : position] + text[position + 1 : position + 2]
    return any(c.isascii() and (c.isalpha() or c == "_") for c in around)


# ── the worked values of DESIGN, section 4 ────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "printed", "low", "high", "whole"),
    [
        # 1455 / 1.5455 and 1455 / 1.5445
        ("a = x * (1 + g)", {"a": "1455家", "g": "54.5%"}, "(941.443", "942.052]", (942, 942)),
        ("a - x = n", {"a": "1455家", "n": "138家"}, "[1317.000", "1317.000]", (1317, 1317)),
        # 126000 / 1.1785
        ("a = x * (1 + g)", {"a": "超过12.6万户", "g": "17.8%"}, "(106915.571", "∞)", (106_916, None)),
        # 260.25 / 1.0795^5 and 260.35 / 1.0785^5, in 亿
        ("a = x * (1 + g)^5", {"a": "260.3亿元", "g": "7.9%"}, "(177.532", "178.425)", None),
        # 401 / 2.55 and 401 / 2.45; read the other way 401 / 1.55 and 401 / 1.45
        ("a = x * (1 + g)", {"a": "401家", "g": "1.5倍"}, "(157.255", "163.673]", (158, 163)),
        ("a = x * g", {"a": "401家", "g": "1.5倍"}, "(258.710", "276.552]", (259, 276)),
        # 0.9835 × 1184 and 0.9845 × 1184
        ("x / w = s", {"w": "1184件", "s": "98.4%"}, "[1164.464", "1165.648)", (1165, 1165)),
        # 1451.55 / 91.975 and 1451.65 / 91.965, in 元
        ("a / w = x", {"a": "1451.6亿元", "w": "91.97万人"}, "(157820.060", "157848.094)", (157_821, 157_848)),
        ("a + b + c = x", {"a": "0.1%", "b": "19.5%", "c": "80.4%"}, "[0.999", "1.002)", (1, 1)),
    ],
)
def test_worked_values(
    text: str, printed: dict[str, str], low: str, high: str, whole: tuple[int, int | None] | None
) -> None:
    implied = solve(relation(text), "x", values_of(printed))
    if whole is None:  # in 亿元
        implied = implied * exact(Fraction(1, 10**8))
    else:
        assert (implied.whole_numbers().first, implied.whole_numbers().last) == whole
    assert ("[" if implied.low_closed else "(") + f"{float(implied.low or 0):.3f}" == low
    assert ("∞" if implied.high is None else f"{float(implied.high):.3f}") + (
        "]" if implied.high_closed else ")"
    ) == high


def test_1455_has_no_whole_base_when_digits_are_cut_off() -> None:
    implied = solve(relation("a = x * (1 + g)"), "x", values_of({"a": "1455家", "g": "54.5%"}, Rounding.TRUNCATED))
    assert implied == between(Fraction(1455) / Fraction("1.546"), Fraction(1455) / Fraction("1.545"), False, True)
    assert implied.whole_numbers().is_empty


def test_a_structure_of_three_printed_shares_is_honest_at_100() -> None:
    values = values_of({"a": "0.1%", "b": "19.5%", "c": "80.4%"})
    assert evaluate(relation("a + b + c = 100%").left, values) == between(
        Fraction("0.9985"), Fraction("1.0015"), True, False
    )


@pytest.mark.parametrize(
    ("growth", "holds"),
    [("14.57%", False), ("14.59%", True), ("14.65%", True), ("14.72%", True), ("14.74%", False), ("10%", False)],
)
def test_a_steady_path_of_trade(growth: str, holds: bool) -> None:
    # 613亿 in five years with 158.2亿 in the last grow 14.58 to 14.73 % a year
    node = relation("a = b * path_sum(g, 5)")
    figures = values_of({"a": "613亿元", "b": "158.2亿元"})
    rate = exact(Fraction(growth.rstrip("%")) / 100)

    def values(name: str) -> Interval:
        return rate if name.startswith("g") else figures(name)

    assert compare(evaluate(node.left, values), "=", evaluate(node.right, values)) is holds


# ── brute force ───────────────────────────────────────────────────────────────

TINY = Fraction(1, 10**40)  # how far from an open end the nearest sample stands; smaller than any gap of the grid
FAR = Fraction(10**9)


def samples(values: Interval) -> list[Fraction]:
    """Members at or next to both ends: a function that rises or falls in each figure is extreme there."""
    if values == EMPTY:
        return []
    low = -FAR if values.low is None else values.low + (0 if values.low_closed else TINY)
    high = FAR if values.high is None else values.high - (0 if values.high_closed else TINY)
    return [low, (low + high) / 2, high]


SIGNS = ("=", "<=", "<", ">=", ">")


def can_hold(sign: str, differences: Iterable[Fraction]) -> bool:
    """Whether left - right can have the sign asked for, when it takes every number between the given ones."""
    found = list(differences)
    if not found:
        return False
    if sign == "=":
        return min(found) <= 0 <= max(found)
    ordering = {"<=": operator.le, "<": operator.lt, ">=": operator.ge, ">": operator.gt}[sign]
    return any(ordering(difference, 0) for difference in found)


@st.composite
def narrow(draw: st.DrawFn, low: str, high: str, step: str) -> Interval:
    """An interval between two limits with ends on a grid, a point now and then."""
    size = Fraction(step)
    first, last = Fraction(low), Fraction(high)
    ends = sorted(first + draw(st.integers(0, int((last - first) / size))) * size for _ in range(2))
    if ends[0] == ends[1]:
        return exact(ends[0])
    return between(ends[0], ends[1], draw(st.booleans()), draw(st.booleans()))


AMOUNT, SHARE, GROWTH = narrow("0.5", "20", "1/2"), narrow("0.05", "1", "1/20"), narrow("-0.5", "2", "1/4")
SIGNED = narrow("-5", "5", "1/2")
GRID = [Fraction(n, 4) for n in range(-24, 121)]

Figures = Mapping[str, Fraction]

TEMPLATES: list[tuple[str, dict[str, st.SearchStrategy[Interval]], Callable[[Figures, Fraction], Fraction]]] = [
    ("a = x * (1 + g)", {"a": AMOUNT, "g": GROWTH}, lambda v, x: v["a"] - x * (1 + v["g"])),
    ("x = a * (1 + g)", {"a": AMOUNT, "g": GROWTH}, lambda v, x: x - v["a"] * (1 + v["g"])),
    ("a = w * (1 + x)", {"a": AMOUNT, "w": AMOUNT}, lambda v, x: v["a"] - v["w"] * (1 + x)),
    ("a = x * (1 + g)^5", {"a": AMOUNT, "g": GROWTH}, lambda v, x: v["a"] - x * (1 + v["g"]) ** 5),
    ("s = a + x", {"s": SIGNED, "a": SIGNED}, lambda v, x: v["s"] - v["a"] - x),
    ("s = a - x", {"s": SIGNED, "a": SIGNED}, lambda v, x: v["s"] - v["a"] + x),
    ("x - a = s", {"s": SIGNED, "a": SIGNED}, lambda v, x: x - v["a"] - v["s"]),
    ("a + b + x = 5", {"a": SIGNED, "b": SIGNED}, lambda v, x: v["a"] + v["b"] + x - 5),
    ("x / w = s", {"w": AMOUNT, "s": SHARE}, lambda v, x: x / v["w"] - v["s"]),
    ("p / w = x", {"p": AMOUNT, "w": AMOUNT}, lambda v, x: v["p"] / v["w"] - x),
    ("p / x = s", {"p": AMOUNT, "s": SHARE}, lambda v, x: v["p"] / x - v["s"]),
    ("x = a * path_sum(g, 3)", {"a": AMOUNT, "g": GROWTH},
     lambda v, x: x - v["a"] * (1 + 1 / (1 + v["g"]) + 1 / (1 + v["g"]) ** 2)),
    ("a = x * path_sum(g, 5)", {"a": AMOUNT, "g": GROWTH},
     lambda v, x: v["a"] - x * sum((1 / (1 + v["g"]) ** k for k in range(5)), Fraction(0))),
    ("(a - x) / w = s", {"a": AMOUNT, "w": AMOUNT, "s": SIGNED}, lambda v, x: (v["a"] - x) / v["w"] - v["s"]),
]  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(("text", "figures", "difference"), TEMPLATES, ids=[text for text, _, _ in TEMPLATES])
@given(data=st.data())
@settings(PROPERTY, max_examples=15, phases=(Phase.generate,))  # shrinking would take minutes
def test_solve_agrees_with_trying(
    text: str,
    figures: dict[str, st.SearchStrategy[Interval]],
    difference: Callable[[Figures, Fraction], Fraction],
    sign: str,
    data: st.DataObject,
) -> None:
    drawn = {letter: data.draw(strategy, label=letter) for letter, strategy in figures.items()}
    implied = solve(relation(text.replace("=", sign)), "x", lambda name: drawn[name[0]])
    corners = [dict(zip(drawn, corner, strict=True)) for corner in product(*map(samples, drawn.values()))]
    for x in data.draw(st.lists(st.sampled_from(GRID), min_size=12, max_size=12), label="x"):
        if text == "p / x = s" and x == 0:
            continue
        expected = can_hold(sign, (difference(corner, x) for corner in corners))
        if text == "p / x = s" and sign in ("<", "<="):
            # every negative x and every large one: not one interval, so the answer may be wider than the truth
            assert x in implied or not expected
        else:
            assert (x in implied) == expected


@given(a=AMOUNT, n=st.integers(-2, 4), size=st.sampled_from([1, 3, 5]))
@PROPERTY
def test_steps_are_solved_like_counting_them(a: Interval, n: int, size: int) -> None:
    node = relation(f"floor(a / {size}) - floor(x / {size}) = n")
    implied = solve(node, "x", lambda name: a if name.startswith("a") else exact(n))
    reached = {floor(value / size) for value in samples(a)}
    for x in GRID:
        steps = {top - floor(x / size) for top in range(min(reached), max(reached) + 1)}
        assert (x in implied) == (n in steps)


@pytest.mark.parametrize("sign", SIGNS)
@given(left=SIGNED, right=SIGNED)
@PROPERTY
def test_compare_agrees_with_members(sign: str, left: Interval, right: Interval) -> None:
    differences = [a - b for a, b in product(samples(left), samples(right))]
    assert compare(left, sign, right) == can_hold(sign, differences)


@pytest.mark.parametrize("sign", SIGNS)
def test_compare_with_nothing_never_holds(sign: str) -> None:
    assert not compare(EMPTY, sign, EVERYTHING)
    assert not compare(EVERYTHING, sign, EMPTY)


@pytest.mark.parametrize(
    ("left", "sign", "right", "expected"),
    [
        (exact(3), "=", exact(3), True),
        (exact(3), "<", exact(3), False),
        (exact(3), "<=", exact(3), True),
        (between(3, 4), "<=", between(1, 3), True),
        (between(3, 4), "<=", between(1, 3, True, False), False),
        (between(3, 4, False, True), "<=", between(1, 3), False),
        (between(1, 3), ">=", between(3, 4), True),
        (between(1, 3), ">", between(3, 4), False),
        (between(1, 9), "<", between(1, 9), True),  # some member is below some other
        (at_least(600), "=", exact(611), True),
    ],
)
def test_compare(left: Interval, sign: str, right: Interval, expected: bool) -> None:
    assert compare(left, sign, right) is expected


@given(a=SIGNED, b=SIGNED, w=AMOUNT)
@PROPERTY
def test_evaluate_is_the_range_over_members(a: Interval, b: Interval, w: Interval) -> None:
    box = {"a": a, "b": b, "w": w}
    result = evaluate(relation("(a - b * 2) / w = x").left, lambda name: box[name[0]])
    reached = [(x - y * 2) / z for x, y, z in product(samples(a), samples(b), samples(w))]
    assert all(value in result for value in reached)
    assert result.low is not None
    assert result.high is not None
    assert 0 <= min(reached) - result.low < Fraction(1, 10**9)
    assert 0 <= result.high - max(reached) < Fraction(1, 10**9)
    assert (min(reached) == result.low) == result.low_closed
    assert (max(reached) == result.high) == result.high_closed


@given(growth=GROWTH, years=st.integers(2, 6))
@PROPERTY
def test_path_sum_adds_up_the_years(growth: Interval, years: int) -> None:
    node = relation(f"path_sum(g, {years}) = x").left
    result = evaluate(node, lambda _: growth)
    sums = [sum((Fraction(1) / (1 + g) ** k for k in range(years)), Fraction(0)) for g in samples(growth)]
    assert all(value in result for value in sums)
    assert result.low is not None
    assert result.high is not None
    assert 0 <= min(sums) - result.low < Fraction(1, 10**9)
    assert 0 <= result.high - max(sums) < Fraction(1, 10**9)


@pytest.mark.parametrize(
    ("growth", "expected"),
    [
        (exact(0), exact(3)),
        (exact(1), exact(Fraction(7, 4))),  # 1 + 1/2 + 1/4
        (between(0, 1, True, False), between(Fraction(7, 4), 3, False, True)),
        (at_least(0), between(1, 3, False, True)),  # ever faster: the last year is nearly all
        (between(-1, 0, False, True), at_least(3)),
        (EMPTY, EMPTY),
    ],
)
def test_path_sum_over_three_years(growth: Interval, expected: Interval) -> None:
    assert evaluate(relation("path_sum(g, 3) = x").left, lambda _: growth) == expected


@pytest.mark.parametrize("text", ["x^2 = a", "path_sum(x, 5) = a", "a = 1 + x^3"])
def test_what_cannot_be_undone_is_said(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        solve(relation(text), "x", lambda _: exact(4))
    assert (caught.value.code, caught.value.found) == ("C006", "x")


# ── looking at a relation ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "names", "unknown", "repeated"),
    [
        ("a = x * (1 + g)", "agx", "x", ""),
        ("a / b = c", "abc", None, ""),
        ("a + b = a + x", "aabx", "x", "a"),
        ("floor(x) + x^2 = path_sum(g, 5)", "gxx", "x", "x"),
        ("1 = 2", "", None, ""),
    ],
)
def test_names(text: str, names: str, unknown: str | None, repeated: str) -> None:
    node = relation(text)
    assert "".join(sorted(name[0] for name in names_in(node))) == names
    assert unknown_in(node) == unknown
    assert "".join(name[0] for name in repeated_names(node)) == repeated


# ── units ─────────────────────────────────────────────────────────────────────

UNITS: dict[str, Dimension] = {
    "a": {"元": 1},
    "b": {"美元": 1},
    "c": {"家": 1},
    "g": {},
    "w": {"人": 1},
    "n": {"元": 1},
}


def dimension(name: str) -> Dimension | None:
    return UNITS[name[0]] if "." in name else None


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("a", {"元": 1}),
        ("g", {}),
        ("a / w", {"元": 1, "人": -1}),
        ("a / w * w", {"元": 1}),
        ("a / n", {}),
        ("a * (1 + g)", {"元": 1}),
        ("a * (1 + g)^5", {"元": 1}),
        ("a^2 / w", {"元": 2, "人": -1}),
        ("a + n - n", {"元": 1}),
        ("a + 3亿元", {"元": 1}),
        ("g + 5%", {}),
        ("a + x", {"元": 1}),  # the unknown takes what stands beside it
        ("a * x", None),
        ("x", None),
        ("floor(a / 100亿元)", {}),
        ("a * path_sum(g, 5)", {"元": 1}),
        ("5%", {}),
        ("5家", {"家": 1}),
    ],
)
def test_dimension(side: str, expected: Dimension | None) -> None:
    assert dimension_of(relation(f"{side} = 1").left, dimension) == expected


@pytest.mark.parametrize(
    ("side", "found", "expected"),
    [
        ("c + g", "家", "1"),  # firms and a growth rate
        ("a - b", "元", "美元"),
        ("a + 5", "元", "1"),
        ("1 + a", "1", "元"),
        ("a / w + a", "元/人", "元"),
        ("c + 3户", "家", "户"),
        ("(a + c) * w", "元", "家"),
        ("floor(a + c)", "元", "家"),
        ("(g + c)^2", "1", "家"),
    ],
)
def test_unlike_things_are_not_added(side: str, found: str, expected: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        dimension_of(relation(f"{side} = 1").left, dimension)
    assert (caught.value.code, caught.value.found, caught.value.expected) == ("C005", found, expected)


def test_two_sides_have_one_unit() -> None:
    assert same_dimension({"元": 1}, {"元": 1}) == {"元": 1}
    assert same_dimension(None, {"元": 1}) == same_dimension({"元": 1}, None) == {"元": 1}
    assert same_dimension(None, None) is None
    with pytest.raises(ExpressionError, match="C005"):
        same_dimension({"元": 1}, {"美元": 1})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = x * (1 + g)", {"元": 1}),
        ("a = x * (1 + g)^5", {"元": 1}),
        ("a = n * (1 + x)", {}),
        ("a = n + x", {"元": 1}),
        ("x - a = n", {"元": 1}),
        ("a / w = x", {"元": 1, "人": -1}),
        ("a / x = 2元 / 1人", {"人": 1}),
        ("x / w = g", {"人": 1}),
        ("w / x = g", {"人": 1}),
        ("g * x = a", {"元": 1}),
        ("a * x = g", {"元": -1}),
        ("a + w * x = n", {"元": 1, "人": -1}),
    ],
)
def test_dimension_of_the_unknown(text: str, expected: Dimension) -> None:
    assert dimension_of_unknown(relation(text), "x", dimension) == expected


def test_dimension_of_an_unknown_inside_a_power_is_not_guessed() -> None:
    with pytest.raises(ExpressionError, match="C006"):
        dimension_of_unknown(relation("x^2 = a"), "x", dimension)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "1"),
        ({"元": 1}, "元"),
        ({"元": 1, "人": -1}, "元/人"),
        ({"人": -1}, "1/人"),
        ({"元": 2, "人": -1}, "元^2/人"),
        ({"人": 1, "天": 1}, "人·天"),
    ],
)
def test_units_as_text(given: Dimension, expected: str) -> None:
    assert spell_dimension(given) == expected


# ── what was once read wrongly ────────────────────────────────────────────────

ZEROED = narrow("-1", "1", "1/2")
WITH_ZERO: dict[str, Callable[[Fraction, Fraction, Fraction], Fraction]] = {
    "a = x * b": lambda a, b, x: a - x * b,
    "a * x = b": lambda a, b, x: a * x - b,
}


@pytest.mark.parametrize("text", WITH_ZERO)
@given(a=ZEROED, b=ZEROED)
@PROPERTY
def test_solve_agrees_with_trying_where_a_factor_may_be_zero(text: str, a: Interval, b: Interval) -> None:
    box = {"a": a, "b": b}
    implied = solve(relation(text), "x", lambda name: box[name[0]])
    for x in (Fraction(n, 4) for n in range(-12, 13)):
        found = can_hold("=", (WITH_ZERO[text](p, q, x) for p, q in product(samples(a), samples(b))))
        # the answer is one interval, so it may be wider than the truth, never narrower
        assert x in implied or not found


def test_no_part_and_a_share_of_zero_say_nothing_about_the_whole() -> None:
    implied = solve(
        relation("p / x = s"), "x", lambda name: exact(0) if name[0] == "p" else values_of({"s": "0.0%"})(name)
    )
    assert 50_000 in implied


@pytest.mark.parametrize("growth", [between(0, 1), between(0, 1, True, False), at_least(0)])
def test_the_path_of_one_year_is_that_year(growth: Interval) -> None:
    assert evaluate(relation("path_sum(g, 1) = x").left, lambda _: growth) == exact(1)


def test_the_unit_of_an_unknown_among_steps() -> None:
    node = relation("floor(a / 100亿元) - floor(x / 100亿元) = 4")
    assert dimension_of_unknown(node, "x", dimension) == {"元": 1}
