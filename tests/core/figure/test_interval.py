"""Interval arithmetic against a pencil and against brute force over members."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spans import number, span

from shizhong_cli.core.figure.interval import (
    EMPTY,
    EVERYTHING,
    Interval,
    WholeNumbers,
    at_least,
    at_most,
    between,
    exact,
    less_than,
    more_than,
)

PROPERTY = settings(max_examples=80, deadline=None, derandomize=True, database=None)
CLOSE = Fraction(1, 10**4)  # how near members have to come to an open end
TINY = Fraction(1, 10**12)  # how far from an open end its nearest sample stands
FAR = Fraction(10**12)  # the sample that stands for an infinite end


# ── tables ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (exact(3), "[3, 3]"),
        (at_least(3), "[3, ∞)"),
        (more_than(3), "(3, ∞)"),
        (at_most(3), "(-∞, 3]"),
        (less_than(3), "(-∞, 3)"),
        (between(1, 2), "[1, 2]"),
        (between(1, 2, True, False), "[1, 2)"),
        (between(None, 2), "(-∞, 2]"),  # an infinite end is open, whatever was asked for
        (between(None, None), "(-∞, ∞)"),
        (between(2, 1), "∅"),
        (between(1, 1, True, False), "∅"),
        (between(1, 1, False, True), "∅"),
    ],
)
def test_named_constructors(made: Interval, expected: str) -> None:
    assert made == span(expected)
    assert str(made) == expected


def test_the_empty_interval_has_one_spelling() -> None:
    crossed, pinched = between(5, 3), between(7, 7, False, False)
    apart = span("[1, 2)") & span("[2, 3]")
    assert crossed == pinched == apart == EMPTY
    assert EMPTY.is_empty
    assert not EMPTY.is_point
    assert 0 not in EMPTY


@pytest.mark.parametrize(
    ("left", "sign", "right", "expected"),
    [
        ("[1, 2)", "+", "[10, 20]", "[11, 22)"),
        ("[1, 2]", "+", "[10, 20]", "[11, 22]"),
        ("[1, ∞)", "+", "(-∞, 3]", "(-∞, ∞)"),
        ("[1, 2]", "+", "∅", "∅"),
        ("[1, 2)", "-", "[1, 2)", "(-1, 1)"),
        ("[5, 6)", "-", "2", "[3, 4)"),
        ("[5, ∞)", "-", "[2, 3)", "(2, ∞)"),
        ("[2, 3)", "*", "[4, 5]", "[8, 15)"),
        ("[-2, 3)", "*", "[4, 5]", "[-10, 15)"),
        ("[-2, 3)", "*", "(-4, 5]", "(-12, 15)"),  # -2 × 5 is only -10
        ("[-2, 3]", "*", "[-4, 5]", "[-12, 15]"),
        ("[0, 1)", "*", "(2, 3)", "[0, 3)"),  # 0 is reached by the left
        ("(0, 1)", "*", "[0, 3]", "[0, 3)"),  # ... by the right
        ("(0, 1)", "*", "(0, 3)", "(0, 3)"),  # ... by neither
        ("0", "*", "(-∞, ∞)", "0"),
        ("0", "*", "∅", "∅"),
        ("[0, 1]", "*", "[5, ∞)", "[0, ∞)"),
        ("(-1, 0]", "*", "(5, ∞)", "(-∞, 0]"),
        ("[1, 2)", "/", "[4, 5)", "(1/5, 1/2)"),
        ("[1, 2]", "/", "[4, 5)", "(1/5, 1/2]"),
        ("[1, 2]", "/", "(0, 5]", "[1/5, ∞)"),
        ("[1, 2]", "/", "[0, 5]", "[1/5, ∞)"),
        ("[1, 2]", "/", "[4, ∞)", "(0, 1/2]"),
        ("[1, 2]", "/", "[-1, 1]", "(-∞, ∞)"),
        ("[1, 2]", "/", "0", "∅"),
        ("0", "/", "[4, 5)", "0"),
        ("1455", "/", "[1.5445, 1.5455)", "(1455/1.5455, 1455/1.5445]"),  # 1455 家, +54.5 %
    ],
)
def test_arithmetic(left: str, sign: str, right: str, expected: str) -> None:
    operation = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}[sign]
    assert operation(span(left), span(right)) == span(expected)


@pytest.mark.parametrize(
    ("base", "exponent", "expected"),
    [
        ("[2, 3)", 1, "[2, 3)"),
        ("[2, 3)", 5, "[32, 243)"),
        ("[-2, 3)", 2, "[0, 9)"),
        ("[-3, 2)", 2, "[0, 9]"),
        ("(-3, 3]", 2, "[0, 9]"),  # 9 is reached from one side
        ("[-3, 3)", 2, "[0, 9]"),  # ... or from the other
        ("(-3, 3)", 4, "[0, 81)"),
        ("(-3, -2]", 2, "[4, 9)"),
        ("(-3, 2]", 3, "(-27, 8]"),
        ("(-∞, 2]", 2, "[0, ∞)"),
        ("(-∞, -2]", 2, "[4, ∞)"),
        ("(-∞, -2]", 3, "(-∞, -8]"),
        ("(0, 2]", 2, "(0, 4]"),
        ("∅", 3, "∅"),
    ],
)
def test_power(base: str, exponent: int, expected: str) -> None:
    assert span(base).power(exponent) == span(expected)


@pytest.mark.parametrize("exponent", [0, -1])
def test_power_refuses_exponents_below_one(exponent: int) -> None:
    with pytest.raises(ValueError, match=str(exponent)):
        span("[1, 2]").power(exponent)


@pytest.mark.parametrize(
    ("values", "floored", "first", "last", "count"),
    [
        ("[1.2, 3.7]", "[1, 3]", 2, 3, 2),
        ("[1, 3]", "[1, 3]", 1, 3, 3),
        ("(1, 3)", "[1, 2]", 2, 2, 1),
        ("[1.2, 1.7]", "[1, 1]", 2, 1, 0),
        ("(941.443, 942.052]", "[941, 942]", 942, 942, 1),
        ("[-1.5, -0.5]", "[-2, -1]", -1, -1, 1),
        ("(-1, 0)", "[-1, -1]", 0, -1, 0),
        ("[2.5, 3)", "[2, 2]", 3, 2, 0),
        ("[2.5, 3]", "[2, 3]", 3, 3, 1),
        ("[2.5, ∞)", "[2, ∞)", 3, None, None),
        ("(-∞, 2)", "(-∞, 1]", None, 1, None),
        ("∅", "∅", 1, 0, 0),
    ],
)
def test_floor_and_whole_numbers(
    values: str, floored: str, first: int | None, last: int | None, count: int | None
) -> None:
    whole = span(values).whole_numbers()
    assert span(values).floor() == span(floored)
    assert (whole.first, whole.last, whole.count) == (first, last, count)
    assert whole.hull() == (EMPTY if count == 0 else between(first, last))
    assert span(values).has_whole == (count != 0)


@pytest.mark.parametrize(
    ("values", "members", "strangers"),
    [
        ("[1, 3]", "1 2 3", "0 1/2 7/2 4"),
        ("(1, 3]", "3/2 2 3", "1 4"),
        ("[1, 3)", "1 2", "0 3"),
        ("(1, 3)", "3/2 2", "1 3"),
        ("2", "2", "1 3"),
        ("[1, ∞)", "1 1000", "0"),
        ("(-∞, 3)", "-1000 2", "3"),
        ("(-∞, ∞)", "-1000 0", ""),
        ("∅", "", "0"),
    ],
)
def test_members_and_strangers(values: str, members: str, strangers: str) -> None:
    assert [word for word in members.split() if number(word) not in span(values)] == []
    assert [word for word in strangers.split() if number(word) in span(values)] == []


def test_an_endless_run_of_whole_numbers_cannot_be_listed() -> None:
    for endless in (at_least(1), at_most(1), EVERYTHING):
        with pytest.raises(ValueError, match="endless"):
            _ = endless.whole_numbers().listed
    assert list(WholeNumbers(3, 5).listed) == [3, 4, 5]
    assert list(WholeNumbers(1, 0).listed) == []


@pytest.mark.parametrize(
    ("values", "is_point"), [("3", True), ("[3, 4]", False), ("[3, ∞)", False), ("(-∞, ∞)", False)]
)
def test_shape(values: str, is_point: bool) -> None:
    assert span(values).is_point == is_point


# ── properties ────────────────────────────────────────────────────────────────

ENDS = st.none() | st.fractions(min_value=-4, max_value=4, max_denominator=4)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval with small ends, points and the empty one among them."""
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return between(low, high, draw(st.booleans()), draw(st.booleans()))


def belongs(value: Fraction, to: Interval) -> bool:
    """Membership, written out once more."""
    above = to.low is None or to.low < value or (to.low_closed and to.low == value)
    below = to.high is None or value < to.high or (to.high_closed and to.high == value)
    return above and below and to != EMPTY


def members(of: Interval) -> list[Fraction]:
    """Members at or next to both ends, one between, and zero with its neighbours: where extremes are found."""
    low = -FAR if of.low is None else of.low if of.low_closed else of.low + TINY
    high = FAR if of.high is None else of.high if of.high_closed else of.high - TINY
    near_zero = [-TINY, Fraction(0), TINY]
    chosen = [low, high, (low + high) / 2, *near_zero]
    return [value for value in chosen if belongs(value, of)]


def assert_tight(result: Interval, reached: list[Fraction]) -> None:
    """All of ``reached`` lies inside, a closed end is reached, an open one approached, an infinite one fled to."""
    assert all(belongs(value, result) for value in reached)
    if not reached:
        assert result == EMPTY
        return
    lowest, highest = min(reached), max(reached)
    if result.low is None:
        assert lowest < -(10**6)
    else:
        assert lowest == result.low if result.low_closed else result.low < lowest < result.low + CLOSE
    if result.high is None:
        assert highest > 10**6
    else:
        assert highest == result.high if result.high_closed else result.high - CLOSE < highest < result.high


@given(intervals(), st.fractions(-5, 5, max_denominator=8))
@PROPERTY
def test_membership(values: Interval, number: Fraction) -> None:
    assert (number in values) == belongs(number, values)


@given(intervals(), intervals())
@PROPERTY
def test_intersection_holds_just_the_common_members(a: Interval, b: Interval) -> None:
    common = a & b
    for value in {*members(a), *members(b), *members(common)}:
        assert belongs(value, common) == (belongs(value, a) and belongs(value, b))
    assert common == b & a


@given(intervals(), intervals())
@PROPERTY
def test_meets_is_a_common_member(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a) == (not (a & b).is_empty)
    assert a.meets(b) == any(belongs(value, b) for value in [*members(a), *members(a & b)])


BINARY: dict[str, Callable[[Interval, Interval], Interval]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
ON_NUMBERS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


@pytest.mark.parametrize("sign", BINARY)
@given(a=intervals(), b=intervals())
@PROPERTY
def test_operations_hold_the_results_on_members_and_no_more(sign: str, a: Interval, b: Interval) -> None:
    pairs = [(x, y) for x, y in product(members(a), members(b)) if sign != "/" or y]
    assert_tight(BINARY[sign](a, b), [ON_NUMBERS[sign](x, y) for x, y in pairs])


@given(intervals())
@PROPERTY
def test_negation_reciprocal_and_floor_are_tight(values: Interval) -> None:
    assert_tight(-values, [-x for x in members(values)])
    assert_tight(values.reciprocal(), [1 / x for x in members(values) if x])
    assert_tight(values.floor(), [Fraction(floor(x)) for x in members(values)])


@given(intervals(), st.integers(1, 6))
@PROPERTY
def test_power_is_tight(base: Interval, exponent: int) -> None:
    assert_tight(base.power(exponent), [x**exponent for x in members(base)])


@pytest.mark.parametrize("sign", BINARY)
@given(a=intervals(), b=intervals(), cut=intervals())
@PROPERTY
def test_narrower_input_never_gives_wider_output(sign: str, a: Interval, b: Interval, cut: Interval) -> None:
    for narrow, wide in (
        (BINARY[sign](a & cut, b), BINARY[sign](a, b)),
        (BINARY[sign](b, a & cut), BINARY[sign](b, a)),
        ((a & cut).power(2), a.power(2)),
        ((a & cut).reciprocal(), a.reciprocal()),
        ((a & cut).floor(), a.floor()),
    ):
        assert narrow & wide == narrow


@given(intervals())
@PROPERTY
def test_whole_numbers_agree_with_counting(values: Interval) -> None:
    whole = values.whole_numbers()
    counted = [n for n in range(-6, 7) if belongs(Fraction(n), values)]
    if values.low is not None and values.high is not None:
        assert list(whole.listed) == counted
        assert whole.count == len(counted)
        assert whole.is_empty == (not counted)
        assert whole.hull() == (between(counted[0], counted[-1]) if counted else EMPTY)
    else:
        assert whole.count is None
        assert (whole.first is None) == (values.low is None)
        assert (whole.last is None) == (values.high is None)
        assert [n for n in range(-6, 7) if n in whole.hull()] == counted


@given(intervals())
@PROPERTY
def test_text_reads_back(values: Interval) -> None:
    assert span(str(values)) == values


def test_everything_holds_everything() -> None:
    assert EVERYTHING & span("[1, 2)") == span("[1, 2)")
    assert FAR in EVERYTHING
    assert -FAR in EVERYTHING
