"""What slips allow, by families and one by one: the same values, the same counts."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from slips import slips_of

from shizhong_cli.core.checking.check import figure_values
from shizhong_cli.core.checking.mistaken import Mistaken
from shizhong_cli.core.figure.interval import Interval, between
from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.period import parse_period
from shizhong_cli.core.figure.slips import wrong_digits, wrong_numbers
from shizhong_cli.core.figure.terms import Measure, Rounding
from shizhong_cli.core.figure.units import BUILT_IN, RATIOS
from shizhong_cli.core.pack.model import Figure
from shizhong_cli.core.pack.terms import Role
from shizhong_cli.problems import Place

PROPERTY = settings(max_examples=300, deadline=None, derandomize=True, database=None)
DIGITS = st.one_of(
    st.integers(0, 99999).map(str),
    st.tuples(st.integers(0, 999), st.integers(0, 999), st.integers(1, 3)).map(
        lambda n: f"{n[0]}.{n[1] % 10 ** n[2]:0{n[2]}}"
    ),
)
WORDINGS = [
    "{}家", "{}元", "{}万元", "{}百家", "{}%", "{}‰", "{}倍", "下降{}%", "减少{}家", "下降超过{}%", "超过{}万户",
    "近{}家", "不超过{}元", "{}%左右", "{}余家", "-{}元", "{}亿元", "{}成", "{}个百分点",
]  # fmt: skip


def figure_of(text: str, measure: Measure, rounding: Rounding, multiple: bool, place: int) -> Figure:
    written = parse_figure(text, BUILT_IN)
    if place:
        written = written._replace(place=written.place * 10**place, whole=False)
    counts = written.unit not in RATIOS and BUILT_IN[written.unit].whole
    return Figure(
        "a", Role.BASELINE, parse_period("2025"), "一", Place("f"), measure, written, rounding=rounding,
        as_multiple=multiple, counts=counts,
    )  # fmt: skip


FIGURES = st.builds(
    figure_of,
    st.builds(str.format, st.sampled_from(WORDINGS), DIGITS),
    st.sampled_from(list(Measure)),
    st.sampled_from(list(Rounding)),
    st.booleans(),
    st.sampled_from([0, 0, 0, 1, 2]),
)


def one_by_one(figure: Figure) -> list[Interval]:
    return [figure_values(figure.typed_as(digits)) for digits in slips_of(figure.written.digits)]


@PROPERTY
@given(FIGURES)
@example(figure_of("12.5亿元", Measure.FLOW, Rounding.HALF_EVEN, False, 0))
@example(figure_of("1.5倍", Measure.GROWTH, Rounding.NEAREST, True, 0))
@example(figure_of("下降0.3%", Measure.GROWTH, Rounding.TRUNCATED, False, 0))
def test_families_allow_what_each_slip_allows(figure):
    assert Mistaken(figure).values == one_by_one(figure)


@PROPERTY
@given(FIGURES, st.integers(-3, 60), st.integers(0, 60), st.booleans(), st.booleans())
def test_counting_is_trying(figure, low, width, low_closed, high_closed):
    """The allowed range begins and ends at ends of what slips allow, where open and closed make the difference."""
    mistaken, values = Mistaken(figure), one_by_one(figure)
    ends = sorted({end for value in values for end in (value.low, value.high) if end is not None}) or [0]
    first, last = ends[low % len(ends)], ends[min(low % len(ends) + width, len(ends) - 1)]
    for allowed in (
        between(first, last, low_closed, high_closed), between(None, last, False, high_closed),
        between(first, None, low_closed),
    ):  # fmt: skip
        inside = allowed & mistaken.possible
        typos = mistaken.typos.count
        for kind, tried in ((mistaken.typos, values[:typos]), (mistaken.others, values[typos:])):
            assert kind.possible(inside) == sum(allowed.meets(value) for value in tried)


@PROPERTY
@given(DIGITS)
def test_wrong_digits_as_numbers(digits):
    assert wrong_numbers(digits) == [int(new.replace(".", "")) for new in wrong_digits(digits)]
