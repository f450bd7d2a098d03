"""Checks against DESIGN section 4: its worked values, brute force over whole numbers, power by retyping digits.

The brute force shares nothing with the program but the YAML: it prints numbers by itself, from whole-number
arithmetic, and asks which true values would have printed what stands in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from fractions import Fraction
from functools import cache
from itertools import product
from math import floor
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from making import pack
from running import ROOT
from slips import slips_of
from spans import span

from shizhong_cli.core.checking import check as checks
from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.mistaken import Mistaken
from shizhong_cli.core.checking.verify import Report, verify
from shizhong_cli.core.figure.slips import has_digits
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.pack.checks import load_checked

PROPERTY = settings(max_examples=60, deadline=None, derandomize=True, database=None)
PASSES = ("consistent", "vacuous")
FINDINGS = ("inconsistent", "only_if_truncated")
ASKED = ("not_checkable",)  # a steady path that does not fit proves nothing; it becomes a question
YI = 10**8


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("checks")


# ── declarations as the author types them ─────────────────────────────────────


def report_of(folder: Path, baselines: str, targets: str = "targets: []") -> Report:
    return verify(*load_checked(pack(folder, baselines, f"{targets}\n")))


def declaration(
    indicators: dict[str, Iterable[str]], check: str = "", rounding: str = "nearest",
    more: dict[str, str] | None = None, names: dict[str, str] | None = None,
) -> str:  # fmt: skip
    """Indicators with their figures, each the inside of a YAML mapping, and one declared check called ``it``."""
    lines = [f"rounding: {rounding}", "indicators:"]
    for id, figures in indicators.items():
        lines += [
            f"  {id}:",
            f"    name: {(names or {}).get(id, f'指标{id}')}",
            f"    name_en: Indicator {id}",
            "    direction: up",
        ]
        lines += [f"    {(more or {}).get(id, '')}", "    figures:"]
        lines += [f"      - {{{figure}, section: 第{number}处}}" for number, figure in enumerate(figures, 1)]
    if check:
        lines += ["checks:", f"  it: {{{check}}}"]
    return "\n".join(lines) + "\n"


def outcomes_of(
    folder: Path, *figures: str, check: str = "", rounding: str = "nearest", more: str = "", targets: str = "[]",
    name: str = "指标a",
) -> dict[str, Outcome]:  # fmt: skip
    """The checks of one indicator ``a``, the last one of each kind under the name of the kind."""
    text = declaration({"a": figures}, check, rounding, {"a": more}, {"a": name})
    report = report_of(folder, text, f"rounding: {rounding}\ntargets: {targets}")
    return {outcome.check.kind.value: outcome for outcome in report.outcomes}


def declared_outcome(
    folder: Path, indicators: dict[str, Iterable[str]], check: str, rounding: str = "nearest", **more: str
) -> Outcome:
    report = report_of(folder, declaration(indicators, check, rounding, more))
    (outcome,) = (o for o in report.outcomes if o.check.id == "it")
    return outcome


# ── the worked values of DESIGN section 4 ─────────────────────────────────────

FOUR_UP = """
indicators:
  four_up:
    name: “四上”企业数量
    name_en: Enterprises in the "four above" statistical scope
    direction: up
    figures:
      - {level: 1455家, period: 2025, section: 一}
      - {growth: 54.5%, period: 2025, since: 2020, section: 一}
"""
FOUR_UP_BASE = (
    FOUR_UP
    + """
checks:
  base: {expression: "four_up.level@2025 = 942家 * (1 + four_up.growth@2025:2020)"}
"""
)
MARKET = """
indicators:
  market:
    name: 市场主体
    name_en: Market entities
    direction: up
    figures:
      - {level: 超过12.6万户, period: 2025, section: 一}
      - {growth: 17.8%, period: 2025, section: 一}
"""
FINANCE = """
indicators:
  finance:
    name: 金融业规模
    name_en: Finance, value added
    direction: up
    figures:
      - {flow: 260.3亿元, period: 2025, section: 一}
      - {average_growth: 7.9%, period: 2025, since: 2020, section: 一}
"""
PATENTS = """
indicators:
  patents:
    name: 企业
    name_en: Enterprises
    direction: up
    figures:
      - {level: 401家, period: 2025, section: 一}
      - {growth: 1.5倍, period: 2025, since: 2020, section: 一}
"""
STRUCTURE = """
indicators:
  first: {name: 一产, name_en: Primary, direction: none, figures: [{share: 0.1%, period: 2025, section: 一}]}
  second: {name: 二产, name_en: Secondary, direction: none, figures: [{share: 19.5%, period: 2025, section: 一}]}
  third: {name: 三产, name_en: Tertiary, direction: none, figures: [{share: 80.4%, period: 2025, section: 一}]}
checks:
  structure:
    kind: sum_of_parts
    expression: first.share@2025 + second.share@2025 + third.share@2025 = 100%
"""
PER_HEAD = """
indicators:
  gdp: {name: 总值, name_en: GDP, direction: up, figures: [{flow: 1451.6亿元, period: 2025, section: 一}]}
  people: {name: 人口, name_en: People, direction: up, figures: [{level: 91.97万人, period: 2025, section: 一}]}
  per_head:
    name: 人均
    name_en: Per head
    per: 人
    direction: up
    figures: [{flow: 超过15万元, period: 2025, section: 一}]
checks:
  per_head: {kind: per_capita, expression: gdp.flow@2025 / people.level@2025 = per_head.flow@2025}
"""
SERVICES = """
indicators:
  services: {name: 事项, name_en: Services, direction: up, figures: [{level: 1184项, period: 2025, section: 一}]}
  online: {name: 可网办率, name_en: Online, direction: up, figures: [{share: 98.4%, period: 2025, section: 一}]}
checks:
  online: {kind: whole_number, expression: services.level@2025 * online.share@2025 = done}
"""
TRADE = """
indicators:
  trade:
    name: 进出口
    name_en: Trade
    direction: up
    figures:
      - {flow: 613亿元, period: 2021/2025, section: 一}
      - {flow: 158.2亿元, period: 2025, section: 一}
      - {average_growth: 10%以上, period: 2025, since: 2020, section: 一}
"""
NET = """
indicators:
  four_up:
    name: 企业
    name_en: Enterprises
    direction: up
    figures:
      - {level: 1455家, period: 2025, section: 一}
      - {change: 138家, period: 2025, section: 一}
"""


def judged(folder: Path, baselines: str, id: str) -> Outcome:
    (outcome,) = (o for o in report_of(folder, baselines).outcomes if o.check.id == id)
    return outcome


def ends(values) -> tuple[object, ...]:
    return values.low, values.low_closed, values.high, values.high_closed


def run_of(outcome: Outcome) -> tuple[int | None, int | None]:
    assert outcome.whole is not None
    return outcome.whole.first, outcome.whole.last


TEN_THOUSANDTHS = Fraction(1, 10000)
CLOSED, OPEN = True, False

# YAML, check, verdict, implied low and high, first and last whole number
WORKED_BASES = [
    (FOUR_UP, "four_up.implied_base@2025:2020", "consistent",
     (Fraction(1455 * 2000, 3091), OPEN, Fraction(1455 * 2000, 3089), CLOSED), (942, 942)),
    (FOUR_UP.replace("54.5", "54.6"), "four_up.implied_base@2025:2020", "consistent",
     (Fraction(1455 * 2000, 3093), OPEN, Fraction(1455 * 2000, 3091), CLOSED), (941, 941)),
    (FOUR_UP.replace("54.5", "54.4"), "four_up.implied_base@2025:2020", "only_if_truncated",
     (Fraction(1455 * 2000, 3089), OPEN, Fraction(1455 * 2000, 3087), CLOSED), (1, 0)),
    (FOUR_UP.replace("54.5", "54.7"), "four_up.implied_base@2025:2020", "only_if_truncated",
     (Fraction(1455 * 2000, 3095), OPEN, Fraction(1455 * 2000, 3093), CLOSED), (1, 0)),
    (f"rounding: truncated\n{FOUR_UP}", "four_up.implied_base@2025:2020", "inconsistent",
     (Fraction(1455 * 1000, 1546), OPEN, Fraction(1455 * 1000, 1545), CLOSED), (1, 0)),
    (MARKET, "market.implied_base@2025", "vacuous",
     (126000 / (1 + 1785 * TEN_THOUSANDTHS), OPEN, None, OPEN), (106916, None)),
    (PATENTS, "patents.multiple@2025:2020", "consistent",
     (401 / Fraction(255, 100), OPEN, 401 / Fraction(245, 100), CLOSED), (158, 163)),
    (PATENTS.replace("1.5倍", "1.5倍, multiple: times"), "patents.multiple@2025:2020", "consistent",
     (401 / Fraction(155, 100), OPEN, 401 / Fraction(145, 100), CLOSED), (259, 276)),
    (SERVICES, "online", "vacuous",
     (1184 * 9835 * TEN_THOUSANDTHS, CLOSED, 1184 * 9845 * TEN_THOUSANDTHS, OPEN), (1165, 1165)),
    (NET, "four_up.net_change@2025", "vacuous", (Fraction(1317), CLOSED, Fraction(1317), CLOSED), (1317, 1317)),
]  # fmt: skip


@pytest.mark.parametrize(("baselines", "id", "verdict", "implied", "whole"), WORKED_BASES)
def test_worked_base(folder, baselines, id, verdict, implied, whole):
    outcome = judged(folder, baselines, id)
    assert (outcome.verdict, ends(outcome.implied), run_of(outcome)) == (verdict, implied, whole)


def test_worked_market_entities_as_readers_take_them(folder):
    as_read = judged(folder, MARKET, "market.implied_base@2025").as_read
    assert ends(as_read) == (Fraction(126000 * 2000, 2357), OPEN, Fraction(127000 * 2000, 2355), OPEN)
    numbers = as_read.whole_numbers()
    assert (numbers.first, numbers.last) == (106916, 107855)


def test_worked_average_growth(folder):
    outcome = judged(folder, FINANCE, "finance.average_growth@2025:2020")
    low = Fraction(26025, 100) * YI / (1 + 795 * TEN_THOUSANDTHS) ** 5
    high = Fraction(26035, 100) * YI / (1 + 785 * TEN_THOUSANDTHS) ** 5
    assert ends(outcome.implied) == (low, OPEN, high, OPEN)
    assert (round(low / YI, 2), round(high / YI, 2)) == (Fraction(17753, 100), Fraction(17843, 100))
    assert outcome.whole is None  # money does not come in whole numbers


@pytest.mark.parametrize(
    ("third", "verdict", "low", "high"),
    [
        ("80.4%", "consistent", Fraction(9985, 10000), Fraction(10015, 10000)),
        ("80.3%", "consistent", Fraction(9975, 10000), Fraction(10005, 10000)),  # 99.9 is honest for three shares
        ("80.5%", "consistent", Fraction(9995, 10000), Fraction(10025, 10000)),  # and so is 100.1
        ("80.2%", "only_if_truncated", Fraction(9965, 10000), Fraction(9995, 10000)),
        ("80.6%", "inconsistent", Fraction(10005, 10000), Fraction(10035, 10000)),
    ],
)
def test_worked_structure(folder, third, verdict, low, high):
    outcome = judged(folder, STRUCTURE.replace("80.4%", third), "structure")
    assert (outcome.verdict, ends(outcome.computed)) == (verdict, (low, CLOSED, high, OPEN))
    assert ends(outcome.reported) == (1, CLOSED, 1, CLOSED)


def test_worked_per_capita(folder):
    outcome = judged(folder, PER_HEAD, "per_head")
    # 91.97万人 are 919 650 to 919 749 persons: people are whole
    low, high = Fraction(145155 * 10**6, 919749), Fraction(145165 * 10**6, 919650)
    assert (outcome.verdict, ends(outcome.computed)) == ("consistent", (low, CLOSED, high, OPEN))
    assert (round(low), round(high)) == (157820, 157848)
    assert ends(outcome.reported) == (150000, CLOSED, None, OPEN)


@pytest.mark.parametrize(("promise", "verdict"), [("超过15.7万元", "consistent"), ("超过15.8万元", "inconsistent")])
def test_per_capita_against_a_promise_near_the_number(folder, promise, verdict):
    assert judged(folder, PER_HEAD.replace("超过15万元", promise), "per_head").verdict == verdict


@pytest.mark.parametrize(
    ("growth", "verdict"),
    [("10%以上", PASSES), ("14.5%", ASKED), ("14.6%", PASSES), ("14.7%", PASSES),
     ("14.8%", ASKED), ("14.58%", PASSES), ("14.73%", PASSES), ("14.57%", ASKED),
     ("14.74%", ASKED), ("14.73%以上", PASSES), ("14.74%以上", ASKED)],
)  # fmt: skip
def test_worked_steady_path_is_between_14_58_and_14_73(folder, growth, verdict):
    text = TRADE.replace("10%以上", growth)
    assert judged(folder, text, "trade.steady_path@2025:2020").verdict in verdict


# ── verdicts ──────────────────────────────────────────────────────────────────

LEVELS = "level: 100家, period: 2025", "level: 63家, period: 2024"  # 63 to 100 is +58.73 %


@pytest.mark.parametrize(
    ("growth", "rounding", "verdict", "in_force"),
    [
        ("growth: 59%", "nearest", "consistent", "nearest"),
        ("growth: 60%", "nearest", "inconsistent", "nearest"),
        ("growth: 58%", "nearest", "only_if_truncated", "truncated"),
        ("growth: 58%", "truncated", "consistent", "truncated"),
        ("growth: 59%", "truncated", "inconsistent", "truncated"),
        ("growth: 58%, rounding: truncated", "nearest", "consistent", None),
        ("growth: 59%, rounding: truncated", "nearest", "inconsistent", None),
        ("growth: 59%, rounding: nearest", "truncated", "consistent", None),
        ("growth: 59%, rounding: half_even", "nearest", "consistent", None),
    ],
)
def test_verdict_and_rounding(folder, growth, rounding, verdict, in_force):
    outcome = outcomes_of(folder, *LEVELS, f"{growth}, period: 2025", rounding=rounding)["implied_base"]
    assert outcome.verdict == verdict
    assert in_force in (outcome.rounding, None)


def test_half_goes_up_unless_half_even_is_declared(folder):
    """200 to 201 is +0.5 %: 1 % by half up, 0 % by half even."""
    for rounding, printed, verdict in [
        ("nearest", "1%", "consistent"), ("nearest", "0%", "only_if_truncated"),
        ("half_even", "0%", "consistent"), ("half_even", "1%", "inconsistent"),
    ]:  # fmt: skip
        figures = "level: 201家, period: 2025", "level: 200家, period: 2024", f"growth: {printed}, period: 2025"
        outcome = outcomes_of(folder, *figures, rounding=rounding)["implied_base"]
        assert (printed, rounding, outcome.verdict) == (printed, rounding, verdict)


def test_vacuous_when_no_typo_could_fail(folder):
    outcome = outcomes_of(folder, "level: 1455家, period: 2025", "change: 138家, period: 2025")["net_change"]
    assert (outcome.verdict, outcome.power, outcome.caught, outcome.typos) == ("vacuous", 0, 0, 61)
    assert not outcome.is_finding


def test_not_checkable_by_price_basis(folder):
    prices = "prices: {flow: current, growth: constant, average_growth: constant}"
    figures = (
        "flow: 1451.6亿元, period: 2025", "growth: 5%, period: 2025", "flow: 7000亿元, period: 2021/2025",
        "average_growth: 5%, period: 2025, since: 2020",
    )  # fmt: skip
    targets = "[{indicator: a, growth: 5%左右, period: 2026, section: 三}]"
    outcomes = outcomes_of(folder, *figures, more=prices, targets=targets)
    for kind in ("implied_base", "average_growth", "steady_path", "target_amount"):
        assert (kind, outcomes[kind].verdict, outcomes[kind].power) == (kind, "not_checkable", None)
        assert outcomes[kind].check.forbidden == "price_basis"
    assert outcomes["part_of_period"].verdict in PASSES  # two amounts at current prices can be compared


def test_one_price_basis_is_checkable(folder):
    prices = "prices: {flow: constant, growth: constant}"
    figures = "flow: 100.0亿元, period: 2025", "flow: 90.0亿元, period: 2024", "growth: 5%, period: 2025"
    assert outcomes_of(folder, *figures, more=prices)["implied_base"].verdict == "inconsistent"


def test_not_checkable_by_the_word_of_the_author(folder):
    check = "expression: a.level@2025 <= b.level@2025, not_checkable: 存量与增量, not_checkable_en: stock and flow"
    indicators = {"a": ["level: 9家, period: 2025"], "b": ["level: 5家, period: 2025"]}
    outcome = declared_outcome(folder, indicators, check)
    assert (outcome.verdict, outcome.check.forbidden, outcome.check.forbidden_en) == (
        "not_checkable", "存量与增量", "stock and flow",
    )  # fmt: skip


def test_no_single_figure_is_checked_against_itself(folder):
    assert outcomes_of(folder, "level: 50家, period: 2025") == {}


# ── printing by itself: from whole numbers, nothing of the program ────────────


def as_printed(twice: int, is_whole: bool, rounding: str) -> int:
    """The whole number printed for v, from the floor of 2v and whether 2v is whole; halves away from zero."""
    if twice < 0:
        return -as_printed(-twice if is_whole else -twice - 1, is_whole, rounding)
    return twice // 2 if rounding == "truncated" else (twice + 1) // 2


def printed(value: Fraction, rounding: str) -> int:
    return as_printed(floor(2 * value), (2 * value).denominator == 1, rounding)


def ratio_printed(above: int, below: int, decimals: int, rounding: str) -> int:
    """above/below in per cent, in units of the last decimal."""
    twice, rest = divmod(200 * 10**decimals * above, below)
    return as_printed(twice, rest == 0, rounding)


def growth_printed(now: int, base: int, decimals: int, rounding: str) -> int:
    return ratio_printed(now - base, base, decimals, rounding)


def average_printed(now: int, base: int, years: int, decimals: int, rounding: str) -> int:
    """The compound yearly growth in per cent, by the whole root of a whole number."""
    unit = 200 * 10**decimals
    root = whole_root(now * unit**years // base, years)
    return as_printed(root - unit, root**years * base == now * unit**years, rounding)


def whole_root(number: int, degree: int) -> int:
    low, high = 0, 1
    while high**degree <= number:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle)
    return low


@cache
def path(half_units: int, decimals: int, years: int) -> Fraction:
    """What a steady path of so many years comes to, as a multiple of its last year."""
    factor = 1 + Fraction(half_units, 200 * 10**decimals)
    return sum((1 / factor**k for k in range(years)), Fraction(0))


def steady_printed(total: int, last: int, years: int, decimals: int, rounding: str) -> int | None:
    """The yearly growth of the steady path with this total and last year; the path sum falls as growth rises."""
    if total <= last:
        return None
    low, high = 1 - 200 * 10**decimals, 4000 * 10**decimals
    if not path(low, decimals, years) >= Fraction(total, last) > path(high, decimals, years):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if path(middle, decimals, years) >= Fraction(total, last) else (low, middle)
    return as_printed(low, path(low, decimals, years) == Fraction(total, last), rounding)


def decimal(units: int, decimals: int) -> str:
    """54.5 for 545 units of one decimal."""
    digits = str(abs(units)).rjust(decimals + 1, "0")
    sign = "-" if units < 0 else ""
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else f"{sign}{digits}"


@pytest.mark.parametrize(
    ("value", "nearest", "truncated"),
    [("1/2", 1, 0), ("-1/2", -1, 0), ("3/2", 2, 1), ("-3/2", -2, -1), ("1/3", 0, 0), ("-1/3", 0, 0),
     ("2/3", 1, 0), ("-2/3", -1, 0), ("5", 5, 5), ("-5", -5, -5), ("-16/3", -5, -5), ("-17/3", -6, -5)],
)  # fmt: skip
def test_the_printing_of_this_file(value, nearest, truncated):
    assert (printed(Fraction(value), "nearest"), printed(Fraction(value), "truncated")) == (nearest, truncated)


def test_the_roots_and_paths_of_this_file():
    assert average_printed(1331, 1000, 3, 1, "nearest") == 100  # three years at exactly 10 %
    assert average_printed(729, 1000, 3, 0, "truncated") == -10
    assert average_printed(150, 100, 2, 1, "nearest") == 225  # 22.47 %
    assert average_printed(150, 100, 2, 1, "truncated") == 224
    assert steady_printed(331, 121, 3, 1, "nearest") == 100  # 100 + 110 + 121
    assert steady_printed(271, 81, 3, 0, "truncated") == -10  # 100 + 90 + 81
    assert steady_printed(100, 100, 3, 0, "nearest") is None


class Count(NamedTuple):
    """A count as it is written, and the true numbers it can be under each rounding."""

    text: str
    fields: str
    nearest: range
    truncated: range

    def numbers(self, rounding: str) -> range:
        return self.truncated if rounding == "truncated" else self.nearest

    def figure(self, measure: str, period: str) -> str:
        return f"{measure}: {self.text}, period: {period}{self.fields}"


def exactly(number: int) -> Count:
    return Count(f"{number}家", "", range(number, number + 1), range(number, number + 1))


def in_tens(number: int) -> Count:
    """A multiple of ten that is declared to be rounded to tens."""
    ten = number // 10 * 10
    low = ten - 5 if ten else 0
    return Count(f"{ten}家", ", rounded_to: 10家", range(low, ten + 5), range(ten, ten + 10))


def in_hundreds(number: int) -> Count:
    """1.2百家: the last printed place is ten."""
    ten = number // 10 * 10
    return in_tens(ten)._replace(text=f"{decimal(ten // 10, 1)}百家", fields="")


def below(number: int) -> Count:
    return Count(f"近{number}家", "", range(number), range(number))


CAP = 1200


def above(number: int) -> Count:
    return Count(f"超过{number}家", "", range(number, CAP), range(number, CAP))


def counts(low: int = 1, high: int = 300, *makers: Callable[[int], Count]) -> st.SearchStrategy[Count]:
    return st.builds(lambda make, number: make(number), st.sampled_from(makers), st.integers(low, high))


TWO_SIDED = exactly, in_tens, in_hundreds
EVERY = *TWO_SIDED, below, above
POSITIVE = counts(1, 300, exactly) | counts(10, 300, in_tens, in_hundreds)
"""Counts that cannot be none at all: growth from nothing is at the end of this file."""
ROUNDINGS = st.sampled_from(["nearest", "truncated"])
OFF = st.sampled_from([0, 0, 0, 1, -1])
"""Printed numbers are drawn beside true ones, so that both verdicts come up."""


def check_verdict(outcome: Outcome, rounding: str, possible: Callable[[str], Collection[object]]) -> Collection[object]:
    """The verdict must be the one the possible worlds give; returns them."""
    worlds = possible(rounding)
    if worlds:
        expected: tuple[str, ...] = PASSES
    elif rounding == "nearest" and possible("truncated"):
        expected = ("only_if_truncated",)
    else:
        expected = ("inconsistent",)
    assert outcome.verdict in expected, sorted(worlds)[:10]
    return worlds


def check_whole(outcome: Outcome, rounding: str, possible: Callable[[str], Collection[int]]) -> None:
    """Verdict and both ends of the implied whole numbers must be those of the possible worlds."""
    worlds = check_verdict(outcome, rounding, possible)
    if worlds:
        assert run_of(outcome) == (min(worlds), max(worlds))


# ── every derived kind ────────────────────────────────────────────────────────


@PROPERTY
@given(POSITIVE, st.integers(1, 300), st.integers(0, 2), OFF, ROUNDINGS)
@example(exactly(1455), 942, 1, 0, "nearest")
@example(exactly(1455), 942, 1, -1, "nearest")
def test_implied_base(folder, now, base, decimals, off, rounding):
    growth = growth_printed(now.nearest[0], base, decimals, rounding) + off
    assume(-90 * 10**decimals <= growth <= 900 * 10**decimals)
    figures = now.figure("level", "2025"), f"growth: {decimal(growth, decimals)}%, period: 2025"
    outcome = outcomes_of(folder, *figures, rounding=rounding)["implied_base"]

    @cache
    def bases(rounding):
        levels = [level for level in now.numbers(rounding) if level]
        return {
            b for b in range(1, 12 * max(levels)) for level in levels
            if growth_printed(level, b, decimals, rounding) == growth
        }  # fmt: skip

    check_whole(outcome, rounding, bases)


@PROPERTY
@given(counts(1, 300, *TWO_SIDED, above), counts(1, 300, *TWO_SIDED, below), st.integers(0, 2), OFF, ROUNDINGS)
def test_growth_between_two_counts(folder, now, before, decimals, off, rounding):
    growth = growth_printed(now.nearest[0], before.nearest[-1] or 1, decimals, rounding) + off
    assume(-99 * 10**decimals <= growth)
    figures = (
        now.figure("level", "2025"), before.figure("level", "2024"),
        f"growth: {decimal(growth, decimals)}%, period: 2025",
    )  # fmt: skip

    @cache
    def worlds(rounding):
        levels = [level for level in now.numbers(rounding) if level]
        found = {
            b for b in before.numbers(rounding) for level in levels
            if b and growth_printed(level, b, decimals, rounding) == growth
        }  # fmt: skip
        return found

    check_verdict(outcomes_of(folder, *figures, rounding=rounding)["implied_base"], rounding, worlds)


@PROPERTY
@given(POSITIVE, st.integers(1, 200), st.integers(0, 2), OFF, ROUNDINGS, st.booleans())
def test_multiple(folder, now, base, decimals, off, rounding, times):
    def multiple(level: int, b: int, rounding: str) -> int:
        return printed(Fraction((level if times else level - b) * 10**decimals, b), rounding)

    said = multiple(now.nearest[-1], base, rounding) + off
    assume(said > 4)  # else there are too many bases to list
    most = now.nearest[-1] * 10**decimals // (said - 1 + (0 if times else 10**decimals)) + 1  # a unit off at most
    text = f"growth: {decimal(said, decimals)}倍, period: 2025" + (", multiple: times" if times else "")
    outcome = outcomes_of(folder, now.figure("level", "2025"), text, rounding=rounding)["multiple"]

    @cache
    def bases(rounding):
        levels = [level for level in now.numbers(rounding) if level]
        return {b for b in range(1, 2 * most) for level in levels if multiple(level, b, rounding) == said}

    check_whole(outcome, rounding, bases)


@PROPERTY
@given(POSITIVE, st.integers(1, 300), st.integers(1, 6), st.integers(0, 2), OFF, ROUNDINGS, st.booleans())
def test_average_growth(folder, now, base, years, decimals, off, rounding, base_is_known):
    growth = average_printed(now.nearest[-1], base, years, decimals, rounding) + off
    assume(-30 * 10**decimals <= growth)
    figures = [now.figure("level", "2025")] + [f"level: {base}家, period: {2025 - years}"] * base_is_known
    figures.append(f"average_growth: {decimal(growth, decimals)}%, period: 2025, since: {2025 - years}")
    outcome = outcomes_of(folder, *figures, rounding=rounding)["average_growth"]

    @cache
    def bases(rounding):
        levels = [level for level in now.numbers(rounding) if level]
        tried = [base] if base_is_known else range(1, 10 * max(levels))
        return {
            b for b in tried for level in {levels[0], levels[-1]} | set(levels if len(tried) == 1 else ())
            if average_printed(level, b, years, decimals, rounding) == growth
        }  # fmt: skip

    if base_is_known:
        check_verdict(outcome, rounding, bases)
    else:
        assume(len(now.nearest) == 1)
        check_whole(outcome, rounding, bases)


@PROPERTY
@given(counts(0, 300, *EVERY), counts(0, 200, *TWO_SIDED), st.booleans(), st.none() | counts(0, 300, *EVERY), ROUNDINGS)
def test_net_change(folder, now, change, fewer, before, rounding):
    sign = -1 if fewer and change.nearest[0] else 1
    text = f"change: {'-' if sign < 0 else ''}{change.text}, period: 2025{change.fields}"
    known = [before.figure("level", "2024")] if before else []
    outcome = outcomes_of(folder, now.figure("level", "2025"), *known, text, rounding=rounding)["net_change"]

    def mirrored(rounding: str) -> Iterable[int]:
        """Halves go away from zero, so a fall is printed like the rise of the same size."""
        if sign > 0 and change.nearest[0] == 0 and len(change.nearest) > 1:  # printed 0: falls round to it as well
            most = change.numbers(rounding)[-1]
            return range(-most, most + 1)
        return [sign * number for number in change.numbers(rounding)]

    @cache
    def befores(rounding):
        return {
            n - c for n in now.numbers(rounding) for c in mirrored(rounding)
            if n - c >= 0 and (before is None or n - c in before.numbers(rounding))
        }  # fmt: skip

    if before:
        check_verdict(outcome, rounding, befores)
    elif now.text.startswith("超过"):
        assert outcome.verdict in PASSES
        assert run_of(outcome) == (min(befores(rounding)), None)
    else:
        check_whole(outcome, rounding, befores)


@PROPERTY
@given(st.integers(0, 300), st.integers(0, 300), st.integers(-300, 300), st.integers(0, 1), ROUNDINGS, OFF)
def test_net_change_of_shares(folder, now, before, change, decimals, rounding, off):
    """Shares are not whole; eighths of the last place are fine enough, for ends fall on halves."""
    change = now - before + off if change % 2 else change
    figures = (
        f"share: {decimal(now, decimals)}%, period: 2025", f"share: {decimal(before, decimals)}%, period: 2024",
        f"change: {decimal(change, decimals)}个百分点, period: 2025",
    )  # fmt: skip

    @cache
    def worlds(rounding):
        def near(units: int) -> list[Fraction]:
            tried = [units + Fraction(k, 8) for k in range(-8, 9)]
            return [v for v in tried if 0 <= v <= 100 * 10**decimals and printed(v, rounding) == units]

        return {(x, y) for x, y in product(near(now), near(before)) if printed(x - y, rounding) == change}

    check_verdict(outcomes_of(folder, *figures, rounding=rounding, name="某类占比")["net_change"], rounding, worlds)


NUMERALS = "零一两三四五六七八九"


@PROPERTY
@given(
    counts(0, 999, *EVERY), st.integers(1, 6), st.sampled_from([(100, "百"), (1000, "千")]),
    st.none() | counts(0, 999, *EVERY), ROUNDINGS,
)  # fmt: skip
def test_steps(folder, now, steps, size, before, rounding):
    known = [before.figure("level", "2020")] if before else []
    change = f"change: {NUMERALS[steps]}个{size[1]}台阶, period: 2025, since: 2020"
    outcome = outcomes_of(folder, now.figure("level", "2025"), *known, change, rounding=rounding)["steps"]

    @cache
    def befores(rounding):
        wanted = {n // size[0] - steps for n in now.numbers(rounding)}
        if now.text.startswith("超过"):  # without end, beyond the cap of this file
            wanted |= set(range(max(now.nearest[0] // size[0] - steps, 0), CAP))
        tried = before.numbers(rounding) if before else range(2 * CAP)
        return {b for b in tried if b // size[0] in wanted}

    if now.text.startswith("超过") and not before:
        assert outcome.verdict in PASSES
        assert run_of(outcome) == (min(befores(rounding)), None)
    elif before:
        check_verdict(outcome, rounding, befores)
    else:
        check_whole(outcome, rounding, befores)


@pytest.mark.parametrize(
    ("now", "steps", "before", "verdict"),
    [
        ("近300亿元", "两", "0.5亿元", PASSES),
        ("近300亿元", "三", "0.5亿元", ("inconsistent",)),  # 300 itself is not reached
        ("300亿元", "三", "0.5亿元", PASSES),
        ("299.9亿元", "三", "0.5亿元", ("inconsistent",)),
        ("300.0亿元", "三", "0.5亿元", PASSES),  # 299.95 to 300.05
        ("跨入300亿元", "五", "0.5亿元", PASSES),
        ("1451.6亿元", "四", "近1000亿元", FINDINGS),
        ("1451.6亿元", "四", "1000.0亿元", PASSES),
        ("1451.6亿元", "四", "1099.9亿元", PASSES),
        ("1451.6亿元", "四", "1100.1亿元", FINDINGS),
    ],
)
def test_steps_of_money(folder, now, steps, before, verdict):
    figures = (
        f"flow: {now}, period: 2025", f"flow: {before}, period: 2020",
        f"change: {steps}个百亿台阶, period: 2025, since: 2020",
    )  # fmt: skip
    assert outcomes_of(folder, *figures)["steps"].verdict in verdict


@PROPERTY
@given(counts(0, 300, *EVERY), counts(0, 300, *EVERY), ROUNDINGS)
def test_part_of_period(folder, total, part, rounding):
    figures = total.figure("flow", "2021/2025"), part.figure("flow", "2025")
    outcome = outcomes_of(folder, *figures, rounding=rounding)["part_of_period"]

    @cache
    def rests(rounding):
        return {t - p for t in total.numbers(rounding) for p in part.numbers(rounding) if t >= p}

    if total.text.startswith("超过"):
        assert outcome.verdict in PASSES
        assert run_of(outcome) == (min(rests(rounding)), None)
    else:
        check_whole(outcome, rounding, rests)


@PROPERTY
@given(
    counts(60, 300, *TWO_SIDED), counts(10, 90, *TWO_SIDED), st.integers(2, 6), st.integers(0, 1), OFF, ROUNDINGS
)  # fmt: skip
def test_steady_path(folder, total, last, years, decimals, off, rounding):
    near = steady_printed(total.nearest[0], max(last.nearest[0], 1), years, decimals, rounding)
    assume(near is not None and near + off > -95 * 10**decimals)
    growth = near + off
    since = 2025 - years
    figures = (
        total.figure("flow", f"{since + 1}/2025"), last.figure("flow", "2025"),
        f"average_growth: {decimal(growth, decimals)}%, period: 2025, since: {since}",
    )  # fmt: skip

    @cache
    def worlds(rounding):
        return {
            (t, n) for t in total.numbers(rounding) for n in last.numbers(rounding)
            if n and steady_printed(t, n, years, decimals, rounding) == growth
        }  # fmt: skip

    verdict = outcomes_of(folder, *figures, rounding=rounding)["steady_path"].verdict
    assert verdict in (PASSES if worlds(rounding) else ("not_checkable",))  # years in between may go up and down


@PROPERTY
@given(counts(0, 300, *EVERY), counts(0, 300, *EVERY), OFF, ROUNDINGS)
def test_restatement(folder, first, second, beside, rounding):
    if beside == 0:  # near each other, so that both verdicts come up
        second = exactly(first.nearest[-1] if first.nearest else 0)
    figures = first.figure("level", "2025"), second.figure("level", "2025")
    outcome = outcomes_of(folder, *figures, rounding=rounding)["restatement"]
    # the cap of this file is far above every two-sided count, so a common number lies below it where there is one
    check_verdict(outcome, rounding, lambda r: set(first.numbers(r)) & set(second.numbers(r)))


@PROPERTY
@given(st.integers(900, 1100), st.integers(0, 2), ROUNDINGS)
@example(1004, 1, "nearest")
@example(1005, 1, "nearest")
@example(1000, 1, "truncated")
@example(1001, 1, "truncated")
def test_share_limit(folder, share, decimals, rounding):
    if decimals != 1:
        share = share // 10 if decimals == 0 else share * 10
    figure = f"share: {decimal(share, decimals)}%, period: 2025"
    outcome = outcomes_of(folder, figure, rounding=rounding, name="某类占比")["share_limit"]

    def worlds(rounding):
        tried = [share + Fraction(k, 8) for k in range(-8, 9)]
        return {v for v in tried if printed(v, rounding) == share and v <= 100 * 10**decimals}

    check_verdict(outcome, rounding, worlds)


def test_share_limit_is_lifted_by_declaration(folder):
    assert "share_limit" not in outcomes_of(folder, "share: 120%, period: 2025", more="may_exceed: true")


@PROPERTY
@given(POSITIVE, st.integers(1, 300), st.integers(0, 2), OFF, ROUNDINGS)
def test_target_amount(folder, base, amount, decimals, off, rounding):
    first = base.nearest[-1] or 1
    growth = growth_printed(amount, first, decimals, rounding) + off
    assume(-90 * 10**decimals <= growth <= 900 * 10**decimals)
    target = f"[{{indicator: a, growth: {decimal(growth, decimals)}%, period: 2026, section: 三}}]"
    outcome = outcomes_of(folder, base.figure("level", "2025"), rounding=rounding, targets=target)["target_amount"]

    @cache
    def amounts(rounding):
        bases = [b for b in base.numbers(rounding) if b]
        return {
            n for b in bases for n in range(1, 12 * bases[-1])
            if growth_printed(n, b, decimals, rounding) == growth
        }  # fmt: skip

    assert outcome.verdict in PASSES
    assert outcome.whole is None  # a target is set, not measured
    assert all(n in outcome.implied for n in amounts(rounding))


# ── declared templates ────────────────────────────────────────────────────────


@PROPERTY
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=2), OFF, st.integers(0, 1), ROUNDINGS)
def test_sum_of_shares(folder, parts, off, decimals, rounding):
    """Two or three shares; eighths of the last place are fine enough."""
    whole = 100 * 10**decimals
    assume(sum(parts) <= whole + 1)
    parts = [*parts, max(whole - sum(parts) + 2 * off, 0)]
    names = "bcd"[: len(parts)]
    indicators = {n: [f"share: {decimal(p, decimals)}%, period: 2025"] for n, p in zip(names, parts, strict=True)}
    expression = " + ".join(f"{n}.share@2025" for n in names)
    outcome = declared_outcome(folder, indicators, f"kind: sum_of_parts, expression: {expression} = 100%", rounding)

    @cache
    def worlds(rounding):
        near = [
            [v for k in range(-8, 9) if (v := p + Fraction(k, 8)) >= 0 and printed(v, rounding) == p] for p in parts
        ]
        return {values for values in product(*near) if sum(values) == whole}

    check_verdict(outcome, rounding, worlds)


@PROPERTY
@given(counts(0, 150, *EVERY), counts(0, 150, *EVERY), counts(0, 300, *EVERY), OFF, ROUNDINGS)
def test_sum_of_counted_parts(folder, one, two, whole, beside, rounding):
    if beside == 0 and one.nearest and two.nearest:
        whole = exactly(one.nearest[0] + two.nearest[0])
    indicators = {name: [c.figure("level", "2025")] for name, c in zip("bcd", (one, two, whole), strict=True)}
    check = "kind: sum_of_parts, expression: b.level@2025 + c.level@2025 = d.level@2025"
    outcome = declared_outcome(folder, indicators, check, rounding)

    def worlds(rounding):
        a, b, c = (n.numbers(rounding) for n in (one, two, whole))
        if not (a and b and c):
            return set()
        if whole.text.startswith("超过"):
            return {c[0]}  # the parts or the whole can be as large as it takes
        low, high = a[0] + b[0], a[-1] + b[-1]  # every sum between comes up
        return set(range(low, high + 1)) & set(c)

    if whole.text.startswith("超过"):
        reach = one.nearest[-1:] and two.nearest[-1:] and one.nearest[-1] + two.nearest[-1]
        endless = one.text.startswith("超过") or two.text.startswith("超过")
        assume(bool(one.nearest and two.nearest) and (endless or reach >= whole.nearest[0]))
    check_verdict(outcome, rounding, worlds)


@PROPERTY
@given(counts(0, 300, *TWO_SIDED), counts(10, 300, *TWO_SIDED), st.integers(0, 2), OFF, ROUNDINGS)
def test_share(folder, part, whole, decimals, off, rounding):
    said = ratio_printed(part.nearest[0], whole.nearest[-1] or 1, decimals, rounding) + off
    assume(said >= 0)
    indicators = {
        "b": [part.figure("level", "2025")], "c": [whole.figure("level", "2025")],
        "d": [f"share: {decimal(said, decimals)}%, period: 2025"],
    }  # fmt: skip
    check = "kind: share, expression: b.level@2025 / c.level@2025 = d.share@2025"
    outcome = declared_outcome(folder, indicators, check, rounding)

    @cache
    def worlds(rounding):
        return {
            (p, w) for p in part.numbers(rounding) for w in whole.numbers(rounding)
            if w and ratio_printed(p, w, decimals, rounding) == said
        }  # fmt: skip

    check_verdict(outcome, rounding, worlds)


@PROPERTY
@given(st.integers(1, 500), st.integers(1, 60), st.integers(0, 2), OFF, ROUNDINGS)
def test_per_capita(folder, total, people, decimals, off, rounding):
    said = printed(Fraction(total * 10**decimals, people), rounding) + off
    assume(said > 0)
    indicators = {
        "b": [f"flow: {total}元, period: 2025"], "c": [f"level: {people}人, period: 2025"],
        "d": [f"flow: {decimal(said, decimals)}元, period: 2025"],
    }  # fmt: skip
    check = "kind: per_capita, expression: b.flow@2025 / c.level@2025 = d.flow@2025"
    outcome = declared_outcome(folder, indicators, check, rounding, d="per: 人")

    @cache
    def worlds(rounding):
        """Money is not whole; both ranges are closed below and start at a multiple of half the last place."""
        fine = 2 * 10**decimals
        tried = (total + Fraction(k, fine) for k in range(-fine, fine + 1))
        return {
            t for t in tried
            if t >= 0 and printed(t, rounding) == total and printed(t * 10**decimals / people, rounding) == said
        }  # fmt: skip

    check_verdict(outcome, rounding, worlds)


@PROPERTY
@given(counts(10, 300, *TWO_SIDED), st.integers(1, 110), st.integers(0, 2), ROUNDINGS)
def test_whole_number(folder, whole, share, decimals, rounding):
    share = share * 10**decimals + (share % 10 if decimals else 0)
    indicators = {
        "b": [whole.figure("level", "2025")],
        "c": [f"share: {decimal(share, decimals)}%, period: 2025"],
    }
    check = "kind: whole_number, expression: b.level@2025 * c.share@2025 = part"
    outcome = declared_outcome(folder, indicators, check, rounding, c="may_exceed: true")

    @cache
    def parts(rounding):
        wholes = whole.numbers(rounding)
        return {p for w in wholes for p in range(2 * w + 1) if ratio_printed(p, w, decimals, rounding) == share}

    check_whole(outcome, rounding, parts)


@PROPERTY
@given(counts(0, 60, *EVERY), counts(0, 60, *EVERY), st.sampled_from(["<=", "<", ">=", ">", "="]), ROUNDINGS)
def test_ordering(folder, one, two, sign, rounding):
    indicators = {"b": [one.figure("level", "2025")], "c": [two.figure("level", "2025")]}
    check = f"kind: ordering, expression: b.level@2025 {sign} c.level@2025"
    outcome = declared_outcome(folder, indicators, check, rounding)
    stands = {
        "<=": lambda x, y: x <= y, "<": lambda x, y: x < y, ">=": lambda x, y: x >= y, ">": lambda x, y: x > y,
        "=": lambda x, y: x == y,
    }[sign]  # fmt: skip

    def worlds(rounding):
        pairs = product(_ends(one.numbers(rounding)), _ends(two.numbers(rounding)))
        if sign == "=":
            return set(one.numbers(rounding)) & set(two.numbers(rounding))
        return {(x, y) for x, y in pairs if stands(x, y)}

    def _ends(numbers):
        return {numbers[0], numbers[-1]} if numbers else set()

    both_endless = one.text.startswith("超过") and two.text.startswith("超过")
    if both_endless:
        assert outcome.verdict in PASSES
    else:
        check_verdict(outcome, rounding, worlds)


# ── power: retype every digit and run again ───────────────────────────────────


def retyped(text: str) -> Iterable[str]:
    """Every text that differs in one digit, without a leading zero in front of another digit."""
    for position, old in enumerate(text):
        if not old.isdecimal():
            continue
        before, after = text[:position], text[position + 1 :].replace(",", "")
        leads = not any(sign.isdecimal() for sign in before) and after[:1].isdecimal()
        for new in "0123456789":
            if new != old and not (leads and new == "0"):
                yield text[:position] + new + text[position + 1 :]


def count_power(folder: Path, baselines: str, id: str, *figures: str) -> tuple[int, int]:
    """How many of the retyped files make the check ``id`` a finding, and how many there are."""
    caught = typos = 0
    for figure in figures:
        assert baselines.count(figure) == 1, figure
        for wrong in retyped(figure):
            typos += 1
            caught += judged(folder, baselines.replace(figure, wrong), id).is_finding
    return caught, typos


SHARES = """
indicators:
  b: {name: 部分, name_en: Part, direction: up, figures: [{level: 35家, period: 2025, section: 一}]}
  c: {name: 全部, name_en: Whole, direction: up, figures: [{level: 120家, period: 2025, section: 一}]}
  d: {name: 占比, name_en: Share, direction: up, figures: [{share: 29.2%, period: 2025, section: 一}]}
checks:
  share: {kind: share, expression: b.level@2025 / c.level@2025 = d.share@2025}
"""
STEPS = """
indicators:
  gdp:
    name: 总值
    name_en: GDP
    direction: up
    figures:
      - {flow: 0.5亿元, period: 2020, section: 一}
      - {flow: 450.5亿元, period: 2025, section: 一}
      - {change: 四个百亿台阶, period: 2025, since: 2020, section: 一}
"""
TRUNCATED = """
rounding: truncated
indicators:
  it:
    name: 某
    name_en: It
    direction: up
    figures:
      - {level: 100家, period: 2025, section: 一}
      - {level: 63家, period: 2024, section: 一}
      - {growth: 58%, period: 2025, section: 一}
"""
RELOAD = [
    (FOUR_UP, "four_up.implied_base@2025:2020", ("1455家", "54.5%"), (19, 61)),
    (FOUR_UP_BASE, "base", ("1455家", "54.5%"), (61, 61)),
    (NET, "four_up.net_change@2025", ("1455家", "138家"), (0, 61)),
    (MARKET, "market.implied_base@2025", ("超过12.6万户", "17.8%"), (0, 52)),
    (PATENTS, "patents.multiple@2025:2020", ("401家", "1.5倍"), None),
    (STRUCTURE, "structure", ("0.1%", "19.5%", "80.4%"), None),
    (PER_HEAD, "per_head", ("1451.6亿元", "91.97万人", "超过15万元"), None),
    (SERVICES, "online", ("1184项", "98.4%"), None),
    (TRADE, "trade.steady_path@2025:2020", ("613亿元", "158.2亿元", "10%以上"), None),
    (TRADE, "trade.part_of_period@2021/2025", ("613亿元", "158.2亿元"), None),
    (FINANCE, "finance.average_growth@2025:2020", ("260.3亿元", "7.9%"), None),
    (SHARES, "share", ("35家", "120家", "29.2%"), None),
    (STEPS, "gdp.steps@2025:2020", ("{flow: 0.5亿元", "450.5亿元"), None),
    (TRUNCATED, "it.implied_base@2025", ("100家", "63家", "58%"), None),
    (FOUR_UP.replace("1455家", '"1,455家"'), "four_up.implied_base@2025:2020", ("1,455家", "54.5%"), (19, 61)),
]


@pytest.mark.parametrize(("baselines", "id", "figures", "expected"), RELOAD)
def test_power_is_what_retyping_gives(folder, baselines, id, figures, expected):
    outcome = judged(folder, baselines, id)
    counted = count_power(folder, baselines, id, *figures)
    assert expected in (counted, None)
    assert (outcome.caught, outcome.typos) == counted
    assert outcome.power == Fraction(*counted)
    assert outcome.verdict == ("consistent" if counted[0] else "vacuous")


@settings(PROPERTY, max_examples=6)
@given(st.integers(10, 60), st.integers(10, 60), st.integers(0, 1), ROUNDINGS)
def test_power_of_any_growth(folder, now, before, decimals, rounding):
    growth = growth_printed(now, before, decimals, rounding)
    text = declaration(
        {"a": [f"level: {now}家, period: 2025", f"level: {before}户, period: 2024",
               f"growth: {decimal(growth, decimals)}%, period: 2025"]}, rounding=rounding,
    ).replace(f"{before}户", f"{before}家")  # fmt: skip
    outcome = judged(folder, text, "a.implied_base@2025")
    figures = (f"level: {now}家", f"level: {before}家", f"growth: {decimal(growth, decimals)}%")
    assume(text.count(figures[0]) == text.count(figures[1]) == 1)
    caught = typos = 0
    for figure in figures:
        key, _, value = figure.partition(": ")
        for wrong in retyped(value):
            typos += 1
            verdict = judged(folder, text.replace(figure, f"{key}: {wrong}"), "a.implied_base@2025").verdict
            caught += verdict not in PASSES
    assert (outcome.caught, outcome.typos) == (caught, typos)


# ── an honest report is never called wrong ────────────────────────────────────


def honest(number: int, how: int, rounding: str) -> str:
    """A true count in one of the ways a report words it."""
    if how == 0:
        return f"{number}家"
    if how == 1:
        return f"{decimal(printed(Fraction(number, 10), rounding), 1)}百家"
    return f"超过{number - number % 10}家" if how == 2 else f"近{number + 1}家"


@settings(PROPERTY, max_examples=80)
@given(
    st.lists(st.integers(1, 300), min_size=6, max_size=6), st.lists(st.integers(0, 3), min_size=6, max_size=6),
    st.integers(0, 2), ROUNDINGS,
)  # fmt: skip
def test_true_levels_are_never_findings(folder, world, ways, decimals, rounding):
    """2020 to 2025: levels in any wording, growth, average growth, change, steps, restatement, parts and shares."""
    years = dict(zip(range(2020, 2026), world, strict=True))
    first, before, now = years[2020], years[2024], years[2025]
    figures = [
        f"level: {honest(n, how, rounding)}, period: {y}" for (y, n), how in zip(years.items(), ways, strict=True)
    ]
    figures += [
        f"level: {honest(now, (ways[-1] + 1) % 4, rounding)}, period: 2025",
        f"growth: {decimal(growth_printed(now, before, decimals, rounding), decimals)}%, period: 2025",
        f"growth: {decimal(growth_printed(now, first, decimals, rounding), decimals)}%, period: 2025, since: 2020",
        f"average_growth: {decimal(average_printed(now, first, 5, decimals, rounding), decimals)}%"
        ", period: 2025, since: 2020",
        f"change: {now - before}家, period: 2025",
        f"change: {decimal(printed(Fraction(now - first, 10), rounding), 1)}百家, period: 2025, since: 2020",
    ]
    if now // 100 > before // 100:
        figures.append(f"change: {NUMERALS[now // 100 - before // 100]}个百台阶, period: 2025, since: 2024")
    if now >= 2 * first:
        figures.append(f"growth: {decimal(printed(Fraction(10 * (now - first), first), rounding), 1)}倍"
                       ", period: 2025, since: 2020")  # fmt: skip
    indicators = {"a": figures, "b": [f"level: {honest(before, ways[0], rounding)}, period: 2025"]}
    indicators["c"] = [f"level: {honest(now + before, ways[1], rounding)}, period: 2025"]
    shares = {"d": now, "e": before}
    for id, part in shares.items():
        share = decimal(ratio_printed(part, now + before, decimals, rounding), decimals)
        indicators[id] = [f"share: {share}%, period: 2025"]
    text = (
        declaration(indicators, rounding=rounding)
        + """checks:
  sum: {kind: sum_of_parts, expression: a.level@2025 + b.level@2025 = c.level@2025}
  share: {kind: share, expression: a.level@2025 / c.level@2025 = d.share@2025}
  shares: {kind: sum_of_parts, expression: d.share@2025 + e.share@2025 = 100%}
  part: {kind: ordering, expression: a.level@2025 < c.level@2025}
  whole: {kind: whole_number, expression: c.level@2025 * e.share@2025 = part}
"""
    )
    findings = report_of(folder, text).findings
    assert not findings, (findings[0].check.id, text)


@PROPERTY
@given(
    st.lists(st.integers(0, 400), min_size=5, max_size=5), st.lists(st.integers(0, 3), min_size=6, max_size=6),
    st.integers(1, 90), ROUNDINGS,
)  # fmt: skip
def test_true_flows_are_never_findings(folder, world, ways, people, rounding):
    years = dict(zip(range(2021, 2026), world, strict=True))
    figures = [
        f"flow: {honest(n, how, rounding)}, period: {y}" for (y, n), how in zip(years.items(), ways[:5], strict=True)
    ]
    figures.append(f"flow: {honest(sum(world), ways[5], rounding)}, period: 2021/2025")
    figures.append(f"flow: {honest(sum(world[:3]), ways[0], rounding)}, period: 2021/2023")
    per_head = decimal(printed(Fraction(10 * sum(world), people), rounding), 1)
    indicators = {
        "a": figures,
        "b": [f"level: {people}人, period: 2025"],
        "c": [f"flow: {per_head}家, period: 2025"],
    }
    text = declaration(indicators, rounding=rounding, more={"c": "per: 人"}) + (
        "checks:\n  it: {kind: ratio, expression: a.flow@2021/2025 / b.level@2025 = c.flow@2025}\n"
    )
    findings = report_of(folder, text).findings
    assert not findings, (findings[0].check.id, text)


# ── what an honest report must not be told ────────────────────────────────────
#
# True worlds that were once called wrong, and wrong ones that were once let through.


def test_a_fall_to_nothing_is_minus_100_percent(folder):
    figures = "level: 0家, period: 2025", "level: 5家, period: 2024", "growth: -100%, period: 2025"
    assert outcomes_of(folder, *figures)["implied_base"].verdict in PASSES


def test_nothing_left_after_minus_100_percent_says_little_of_the_base(folder):
    outcome = outcomes_of(folder, "level: 0家, period: 2025", "growth: -100%, period: 2025")["implied_base"]
    assert outcome.verdict in PASSES
    assert 5 in outcome.implied


def test_nothing_cannot_have_grown(folder):
    outcome = outcomes_of(folder, "level: 0家, period: 2025", "growth: 50%, period: 2025")["implied_base"]
    assert outcome.verdict == "inconsistent"


def test_every_whole_number_that_is_listed_is_possible(folder):
    figures = "level: 120家, period: 2025, rounded_to: 10家", "growth: 50.00%, period: 2025"
    outcome = outcomes_of(folder, *figures)["implied_base"]
    assert [n for n in range(1, 400) for now in range(115, 125) if growth_printed(now, n, 2, "nearest") == 5000] == [
        78, 80, 82,
    ]  # fmt: skip
    assert list(outcome.whole.listed) == [78, 80, 82]


def test_zero_percent_of_some_is_none(folder):
    indicators = {"b": ["level: 10家, period: 2025, rounded_to: 10家"], "c": ["share: 0%, period: 2025"]}
    check = "kind: whole_number, expression: b.level@2025 * c.share@2025 = part"
    outcome = declared_outcome(folder, indicators, check)
    assert outcome.verdict in PASSES
    assert run_of(outcome) == (0, 0)


def test_zero_percent_says_nothing_about_the_whole(folder):
    indicators = {"b": ["level: 0家, period: 2025"], "c": ["share: 0%, period: 2025"]}
    outcome = declared_outcome(folder, indicators, "expression: all * c.share@2025 = b.level@2025")
    assert 7 in outcome.implied


def test_a_rate_that_may_exceed_100_percent_may_have_done_so_before(folder):
    figures = "share: 120%, period: 2025", "change: 5个百分点, period: 2025"
    assert outcomes_of(folder, *figures, more="may_exceed: true")["net_change"].verdict in PASSES


@pytest.mark.parametrize(
    "figures",
    [
        ("level: 15亩, period: 2025", "level: 1公顷, period: 2024", "growth: 0%, period: 2025"),
        ("level: 15亩, period: 2025", "level: 1公顷, period: 2024", "change: 0亩, period: 2025"),
        ("flow: 15亩, period: 2025", "flow: 1公顷, period: 2025"),
        ("flow: 158.2亿元, period: 2025", "flow: 22亿美元, period: 2025"),
    ],
)
def test_different_units_are_refused_rather_than_compared(folder, figures):
    """15 亩 are 1 公顷; 元 and 美元 meet only by an explicit dated rate."""
    with pytest.raises(CannotGoOn) as refused:
        outcomes_of(folder, *figures)
    assert [problem.code for problem in refused.value.problems] == ["F008"]


def test_three_statements_must_have_a_number_in_common(folder):
    figures = "level: 超过100家, period: 2025", "level: 105家, period: 2025", "level: 110家, period: 2025"
    report = report_of(folder, declaration({"a": figures}))
    assert report.findings


def test_the_year_before_is_the_same_said_or_not(folder):
    figures = "growth: 5%, period: 2025", "growth: 6%, period: 2025, since: 2024"
    assert outcomes_of(folder, *figures)["restatement"].verdict == "inconsistent"


@pytest.mark.parametrize(
    "expression", ["a.level@2025 - a.level@2024 = more", "a.level@2025 / a.level@2024 - 100% = rate"]
)
def test_an_unknown_difference_may_be_negative(folder, expression):
    indicators = {"a": ["level: 90家, period: 2025", "level: 100家, period: 2024"]}
    assert declared_outcome(folder, indicators, f"expression: {expression}").verdict in PASSES


def test_an_average_of_counts_need_not_be_whole(folder):
    indicators = {"a": ["flow: 186项, period: 2021/2025"]}
    outcome = declared_outcome(folder, indicators, "kind: ratio, expression: a.flow@2021/2025 / 5 = yearly")
    assert outcome.verdict in PASSES


def test_growth_over_years_does_not_promise_a_steady_path(folder):
    figures = (
        "flow: 361家, period: 2021/2025", "flow: 161家, period: 2025", "flow: 100家, period: 2020",
        "average_growth: 10%, period: 2025, since: 2020",
    )  # fmt: skip
    outcomes = outcomes_of(folder, *figures)
    assert outcomes["average_growth"].verdict in PASSES
    assert not outcomes["steady_path"].is_finding


def test_a_target_that_no_whole_number_meets_exactly_is_no_contradiction(folder):
    targets = "[{indicator: a, growth: 5%, period: 2026, section: 三}]"
    assert not outcomes_of(folder, "level: 10家, period: 2025", targets=targets)["target_amount"].is_finding


def test_the_values_of_typos_are_those_of_the_figures_written_anew():
    """The quick way of ``Mistaken`` against the definition, on every figure of the shipped data."""
    catalogue, _ = load_checked(ROOT)
    for figure in catalogue.figures():
        if has_digits(figure.written):
            mistaken = Mistaken(figure)
            anew = [checks.figure_values(figure.typed_as(digits)) for digits in slips_of(figure.written.digits)]
            assert mistaken.values == anew, figure.reference
            assert anew[: mistaken.typos.count] == [checks.figure_values(wrong) for wrong in figure.typos()]


@pytest.mark.parametrize(
    "relation",
    ["k.level@2025 ^ 2 = w.level@2025 * 126000家", "path_sum(k.level@2025 / 1000000家, 2) * 1000000家 = w.level@2025"],
)
def test_a_count_in_a_power_or_a_path_is_decided_by_its_range(folder, relation):
    figures = {"k": ["level: 超过12.6万家, period: 2025"], "w": ["level: 超过13万家, period: 2025"]}
    outcome = declared_outcome(folder, figures, f'expression: "{relation}"')
    assert outcome.verdict == "vacuous"  # both have no upper end


@pytest.mark.parametrize(
    ("figure", "values"),
    [  # amounts are not negative, growth is -100 % at least, counts are whole; a change can be anything
        ("level: 0.0亿元", "[0, 5_000_000)"),
        ("flow: 0.0亿元", "[0, 5_000_000)"),
        ("share: 0.0%", "[0, 1/2000)"),
        ("growth: -100%", "[-1, -199/200]"),
        ("average_growth: -100%, since: 2020", "[-1, -199/200]"),
        ("growth: 5%", "[9/200, 11/200)"),
        ("change: -2.0亿元", "(-205_000_000, -195_000_000]"),
        ("change: -3家", "[-3, -3]"),
        ("level: 1455家", "[1455, 1455]"),
        ("level: 3百家", "[250, 349]"),
        ("level: 近3家", "[0, 2]"),
        ("level: 超过3家", "[3, ∞)"),
    ],
)
def test_the_values_that_a_figure_allows(folder, figure, values):
    (read,) = load_checked(pack(folder, declaration({"a": [f"{figure}, period: 2025"]})))[0].baselines
    assert checks.figure_values(read) == span(values)


@pytest.mark.parametrize(
    ("whole", "verdict"),
    [  # 3百 are 250 to 349, and 300 to 399 when digits were cut off; half of 698 and so on, 50.0 % being 49.95 to 50.05
        (698, "consistent"),  # 348.65 to 349.35: 349
        (699, "only_if_truncated"),  # 349.15 to 349.85 holds no whole number, 349.5 to 350.2 holds 350
        (700, "only_if_truncated"),  # 349.65 to 350.35 holds 350, which is no 3百
        (800, "inconsistent"),  # 400 is none either way
    ],
)
def test_a_count_is_sought_among_its_own_values_only(folder, whole, verdict):
    figures = "level: 3百家, period: 2025", f"level: {whole}家, period: 2024", "share: 50.0%, period: 2025"
    check = "expression: a.level@2025 / a.level@2024 = a.share@2025"
    assert outcomes_of(folder, *figures, check=check)["declared"].verdict == verdict


def test_no_whole_number_is_said_to_be_none(folder):
    """3 after +54 % are 1.94 to 1.95 before."""
    outcome = outcomes_of(folder, "level: 3家, period: 2025", "growth: 54%, period: 2025")["implied_base"]
    assert (outcome.verdict, outcome.whole.count) == ("inconsistent", 0)
    assert not outcome.implied.is_empty


def test_the_number_before_a_change_as_readers_take_it(folder):
    outcome = outcomes_of(folder, "level: 1455家, period: 2025", "change: 超过138家, period: 2025")["net_change"]
    assert outcome.as_read == span("(1316, 1317]")  # 138 and less than 139
