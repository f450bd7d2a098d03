"""The invented packs come out as they were settled by hand, and no promise is lost or answered twice."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import load
from running import ROOT
from worked import COUNTS, LAST, NEXT, PROMISES, REASONS, RECORD, REPEATED, THIS, UNMATCHED

from shizhong_cli.core.checking.across import compare_reports
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.period import parse_period
from shizhong_cli.core.pack.goal import Adjustment
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.partners import GivenMatch, MatchedBy, Sure, partners_of
from shizhong_cli.core.progress.settling.promises import Promise, Settlement, settle
from shizhong_cli.core.progress.settling.record import track_records
from shizhong_cli.core.progress.settling.silence import Mention
from shizhong_cli.core.progress.settling.terms import SETTLED, How, Kept, Why
from shizhong_cli.problems import Place
from shizhong_cli.reading.pack.catalogue import load_catalogue

WORKED = [line.split() for line in PROMISES.strip().splitlines()]


@pytest.fixture(scope="module")
def packs() -> tuple[Catalogue, Catalogue]:
    return load_catalogue(ROOT / LAST), load_catalogue(ROOT / THIS)


@pytest.fixture(scope="module")
def promises(packs) -> dict[str, Promise]:
    return {promise.target.indicator: promise for promise in settle(*packs).promises}


@pytest.mark.parametrize("row", WORKED, ids=lambda row: row[0])
def test_the_end_of_every_promise_is_the_one_worked_out_by_hand(promises, row):
    id, kept, matched_by, target = row[:4]
    promise = promises[id]
    assert (promise.kept, promise.target.printed) == (kept, target)
    assert promise.partner.by == matched_by
    if promise.result is not None:
        assert promise.result.printed == row[4]
    assert (promise.why or "") == REASONS.get(id, "")
    assert (promise.repeated.printed if promise.repeated else None) == REPEATED.get(id)


@pytest.mark.parametrize("id", [row[0] for row in WORKED if row[1] in SETTLED and len(row) > 5])
def test_the_gap_is_the_one_worked_out_by_hand(promises, id):
    gap = next(row[5] for row in WORKED if row[0] == id)
    if gap.lstrip("+-").replace("/", "").isdigit():
        assert promises[id].gap.gap == Fraction(gap)


def test_counts_and_what_is_left_over(packs):
    settled = settle(*packs)
    assert {kept.value: settled.number(kept) for kept in Kept} == COUNTS
    assert {figure.reference for figure in settled.unmatched} == UNMATCHED


def test_what_was_worked_out_says_how(promises):
    hows = {id: promise.answer.how for id, promise in promises.items() if promise.answer}
    assert hows["retail_sales"] is hows["exports"] is How.TWO_AMOUNTS
    assert hows["urban_new_jobs"] is How.SUM_LESS_YEARS
    assert hows["new_green_area"] is How.CONVERTED
    assert promises["exports"].answer.values.low == Fraction(4195, 4005) * 100 - 100
    assert promises["pocket_parks"].partner.sure is Sure.MEDIUM


def test_a_number_changed_in_the_year_is_the_one_in_force(promises):
    changed = promises["budget_revenue"].target
    assert (changed.printed, changed.adjusted_from) == ("19.8亿元", "20.5亿元")


def test_the_past_as_both_print_it(packs):
    compared = {one.outcome.check.id: one for one in compare_reports(*packs, partners_of(*packs))}
    differ = {id for id, one in compared.items() if one.outcome.is_finding}
    assert differ == {"resident_population.restatement@2024", "rural_roads.restatement@2024"}
    assert {id for id, one in compared.items() if one.is_question} == {"rural_roads.restatement@2024"}
    answered = compared["resident_population.restatement@2024"].answered
    assert (answered.written.text, str(answered.date)) == ("37.9万人", "2025-11-30")
    assert compared["gdp.implied_base@2025"].outcome.verdict is Verdict.NOT_CHECKABLE
    assert compared["budget_revenue.implied_base@2025"].outcome.verdict is Verdict.CONSISTENT
    assert compared["hi_tech_firms.net_change@2025"].outcome.verdict is Verdict.CONSISTENT


# ── single rules, each as an author would type it ─────────────────────────────

HEAD = "name: 某指标\n    name_en: Some\n    direction: up"


def two(folder: Path, target: str, *told: str, before: str = "", prices: str = "", name: str = "某指标") -> Promise:
    """One promise of 2025 and what the report of 2026 prints of it."""
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    head = f"  it:\n    name: {{name}}\n    name_en: Some\n    direction: up\n    prices: {{{{{prices}}}}}\n"
    figures = "".join(f"\n      - {{{figure}, section: 一}}" for figure in filter(None, before.split("; "))) or " []"
    last = load(
        folder / "a",
        f"indicators:\n{head.format(name='某指标')}    figures:{figures}\n",
        f"targets:\n  - {{indicator: it, {target}, period: 2025, section: 三}}\n",
    )
    figures = "".join(f"\n      - {{{figure}, section: 一}}" for figure in told) or " []"
    other = (
        "  other:\n    name: 别的\n    name_en: Other\n    direction: up\n"
        "    figures:\n      - {flow: 1个, period: 2025, section: 一}\n"
    )
    this = load(folder / "b", f"indicators:\n{head.format(name=name)}    figures:{figures}\n{other}", "targets: []\n")
    return settle(last, this).promises[0]


@pytest.mark.parametrize(
    ("target", "told", "before", "prices", "kept", "why"),
    [
        # a year's figure counts before the average and the growth of five years, whichever stands first
        (
            "growth: 6%",
            ["average_growth: 7%, period: 2025, since: 2020", "growth: 5.9%, period: 2025"],
            "",
            "",
            "missed",
            None,
        ),
        ("growth: 6%", ["average_growth: 7%, period: 2025, since: 2020"], "", "", "not_comparable", "other_base"),
        ("growth: 6%", ["growth: 40%, period: 2025, since: 2020"], "", "", "not_comparable", "other_base"),
        ("flow: 10亿元", ["flow: 60亿元, period: 2021/2025"], "", "", "not_comparable", "other_period"),
        # 60.0 less 51.2 of the four years: 8.7 to 8.9
        ("flow: 9亿元", ["flow: 60.0亿元, period: 2021/2025"], "flow: 51.2亿元, period: 2021/2024", "", "missed", None),
        (
            "flow: 8.8亿元",
            ["flow: 60.0亿元, period: 2021/2025"],
            "flow: 51.2亿元, period: 2021/2024",
            "",
            "undecided",
            "within_rounding",
        ),
        # amounts for a growth: at current prices, at constant ones, and where nobody says
        (
            "growth: 10%",
            ["flow: 112亿元, period: 2025"],
            "flow: 100亿元, period: 2024",
            "flow: current, growth: current",
            "met",
            None,
        ),
        (
            "growth: 10%",
            ["flow: 112亿元, period: 2025"],
            "flow: 100亿元, period: 2024",
            "flow: current, growth: constant",
            "restated",
            "constant_prices",
        ),
        (
            "growth: 10%",
            ["flow: 112亿元, period: 2025"],
            "flow: 100亿元, period: 2024",
            "",
            "restated",
            "prices_unknown",
        ),
        ("growth: 10%", ["level: 112家, period: 2025"], "level: 100家, period: 2024", "", "met", None),
        ("growth: 10%", ["level: 112家, period: 2025"], "", "", "restated", "no_base"),
        # 110 / 100 is ten per cent exactly: both are whole numbers of things
        ("growth: 10%", ["level: 110家, period: 2025"], "level: 100家, period: 2024", "", "met", None),
        # stocks and changes
        ("level: 120家", ["change: 21家, period: 2025"], "level: 100家, period: 2024", "", "met", None),
        ("level: 120家", ["growth: 19%, period: 2025"], "level: 100家, period: 2024", "", "missed", None),
        (
            "level: 120家",
            ["growth: 20%, period: 2025"],
            "level: 100家, period: 2024",
            "",
            "undecided",
            "within_rounding",
        ),
        ("change: 20家", ["level: 119家, period: 2025"], "level: 100家, period: 2024", "", "missed", None),
        ("change: 20家", ["level: 119家, period: 2025"], "", "", "restated", "other_measure"),
        ("level: 120家", ["level: 超过120家, period: 2025-12-31"], "", "", "met", None),
        # points of a share: 61.5 less 60.0, each to a tenth, are 1.4 to 1.6; 60.0 and 1.5 points are 61.4 to 61.6
        ("change: 1个百分点", ["share: 61.5%, period: 2025"], "share: 60.0%, period: 2024", "", "met", None),
        ("change: 2个百分点", ["share: 61.5%, period: 2025"], "share: 60.0%, period: 2024", "", "missed", None),
        ("share: 61%", ["change: 1.5个百分点, period: 2025"], "share: 60.0%, period: 2024", "", "met", None),
        ("share: 62%", ["change: 1.5个百分点, period: 2025"], "share: 60.0%, period: 2024", "", "missed", None),
        # a loss before: no rate of growth, in either direction
        (
            "growth: 10%",
            ["flow: 1亿元, period: 2025"],
            "flow: -2亿元, period: 2024",
            "flow: current, growth: current",
            "restated",
            "no_base",
        ),
        (
            "flow: 1亿元",
            ["growth: 10%, period: 2025"],
            "flow: -2亿元, period: 2024",
            "flow: current, growth: current",
            "restated",
            "no_base",
        ),
        # a report of another year is no witness
        (
            "flow: 30亩",
            ["growth: 5%, period: 2024", "flow: 20亩, period: 2024"],
            "",
            "",
            "not_comparable",
            "other_period",
        ),
        # units: 1 公顷 is 15 亩; a household is no enterprise
        ("flow: 30亩", ["flow: 2.1公顷, period: 2025"], "", "", "met", None),
        ("flow: 30家", ["flow: 31户, period: 2025"], "", "", "restated", "other_unit"),
        # said twice, to two ends
        (
            "growth: 6%",
            ["growth: 6.2%, period: 2025", "growth: 5.8%, period: 2025, since: 2024"],
            "",
            "",
            "not_comparable",
            "contradiction",
        ),
        (
            "growth: 6%",
            ["growth: 超过5%, period: 2025", "growth: 6.1%, period: 2025, since: 2024"],
            "",
            "",
            "met",
            None,
        ),
        # the width of 左右 in a growth that was worked out: 5.4 to 5.6 is inside 6 less half a point, or just outside
        (
            "growth: 6%左右",
            ["flow: 105.62亿元, period: 2025"],
            "flow: 100.00亿元, period: 2024",
            "flow: current, growth: current",
            "within_band",
            None,
        ),
        (
            "growth: 6%左右",
            ["flow: 105.5亿元, period: 2025"],
            "flow: 100.0亿元, period: 2024",
            "flow: current, growth: current",
            "undecided",
            "within_rounding",
        ),
        # a range for an answer
        ("growth: 6%", ["growth: 6.5%-7%, period: 2025"], "", "", "met", None),
        ("growth: 6%", ["growth: 5.5%-6.5%, period: 2025"], "", "", "undecided", "open_wording"),
        # a bound: [62, 63) as read may be more than 62.1 or less; [4.8, 4.9) is below 5; [120, 130) is not below 120
        ("share: 62.1%", ["share: 62%以上, period: 2025"], "", "", "undecided", "open_wording"),
        ("growth: 5%", ["growth: 超过4.8%, period: 2025"], "", "", "missed", None),
        ("level: 120家", ["level: 近130家, period: 2025"], "", "", "met", None),
        ("share: 5.5%以内", ["share: 超过5%, period: 2025"], "", "", "undecided", "open_wording"),
        ("growth: 6%", ["growth: 预计6.1%左右, period: 2025"], "", "", "met", None),
    ],
)
def test_one_promise(tmp_path, target, told, before, prices, kept, why):
    promise = two(tmp_path, target, *told, before=before, prices=prices)
    assert (promise.kept, promise.why) == (kept, why)


def test_a_word_without_a_number_is_not_dropped(tmp_path):
    promise = two(tmp_path, "growth: 6%")
    assert (promise.kept, promise.why) == (Kept.NOT_QUANTIFIED, Why.WORD_ONLY)
    assert promise.mention.place.line == 2


@pytest.mark.parametrize(
    ("found", "kept", "why"),
    [
        (None, Kept.DROPPED, Why.WORD_ABSENT),
        (Mention(Place("报告.txt", 7), "某指标保持平稳", False), Kept.NOT_QUANTIFIED, Why.WORD_ONLY),
        (Mention(Place("报告.txt", 7), "某指标增长6%", True), Kept.NOT_COMPARABLE, Why.NUMBER_NOT_MATCHED),
    ],
)
def test_three_kinds_of_silence(packs, found, kept, why):
    last, this = packs
    asked = []
    settled = settle(last, this, finding=lambda names: asked.append(names) or found)
    prices = next(p for p in settled.promises if p.target.indicator == "consumer_prices")
    assert (prices.kept, prices.why, prices.mention) == (kept, why, found)
    assert "居民消费价格" in asked[0]


def test_a_file_of_matches_counts_before_everything(packs):
    last, this = packs
    place = Place("m.yaml", 2)
    given_matches = [GivenMatch("gdp", "", place), GivenMatch("tourists", "gdp", place)]
    by_id = {p.target.indicator: p for p in settle(last, this, given_matches).promises}
    assert (by_id["gdp"].kept, by_id["gdp"].partner) == (Kept.DROPPED, None)
    assert by_id["tourists"].partner.by is MatchedBy.FILE
    assert by_id["tourists"].result.printed == "6.3%"


@pytest.mark.parametrize(
    ("promised", "told", "kept", "why"),
    [
        # what was done to a thing, or the order of words: it may be the same, and is neither judged nor dropped
        ("建成充电桩", "新增充电桩", "not_comparable", "name_unsure"),
        ("老旧小区改造", "改造老旧小区", "not_comparable", "name_unsure"),
        ("城镇调查失业率", "城镇失业率", "not_comparable", "name_unsure"),
        # a narrower or wider thing is another one
        ("养老床位", "护理型养老床位", "dropped", "no_figure"),
        ("公办幼儿园学位", "幼儿园学位", "dropped", "no_figure"),
        ("城镇居民收入", "居民收入", "dropped", "no_figure"),
        ("工业投资", "投资", "dropped", "no_figure"),
    ],
)
def test_names_that_are_nearly_the_same(tmp_path, promised, told, kept, why):
    promise = named(tmp_path, [promised], told, "flow: 12个, period: 2025").promises[0]
    assert (promise.kept, promise.why, promise.partner) == (kept, why, None)


def test_one_figure_that_two_could_have_drops_neither(tmp_path):
    settled = named(tmp_path, ["高新技术企业", "高新技术企业数"], "高新技术企业数量", "flow: 12个, period: 2025")
    assert [promise.why for promise in settled.promises] == [Why.NAME_UNSURE] * 2


def test_ids_that_changed_places_do_not_count_before_the_names(tmp_path):
    head = "    name_en: x\n    direction: up\n"
    last = load(
        folder_in(tmp_path, "a"),
        f"indicators:\n  p:\n    name: 进口\n{head}  q:\n    name: 出口\n{head}",
        "targets:\n  - {indicator: p, growth: 5%, period: 2025, section: 三}\n"
        "  - {indicator: q, growth: 6%, period: 2025, section: 三}\n",
    )
    told = "    figures:\n      - {{growth: {}, period: 2025, section: 一}}\n"
    this = load(
        folder_in(tmp_path, "b"),
        f"indicators:\n  p:\n    name: 出口\n{head}{told.format('7%')}  q:\n    name: 进口\n{head}{told.format('1%')}",
        "targets: []\n",
    )
    settled = settle(last, this).promises
    assert [(p.kept, p.result.printed, p.partner.by) for p in settled] == [
        (Kept.MISSED, "1%", MatchedBy.NAME), (Kept.MET, "7%", MatchedBy.NAME),
    ]  # fmt: skip


def test_a_report_that_tells_nothing_of_that_year_is_no_witness(tmp_path):
    promise = named(tmp_path, ["甲"], "乙", "flow: 12个, period: 2026").promises[0]
    assert (promise.kept, promise.why) == (Kept.NOT_COMPARABLE, Why.TIME_NOT_TOLD)


def named(folder: Path, promised: list[str], told: str, figure: str) -> Settlement:
    """Promises of 2025 by names, and one figure of the report of 2026."""
    head = "    name_en: x\n    direction: up\n"
    ours = "".join(f"  i{number}:\n    name: {name}\n{head}" for number, name in enumerate(promised))
    targets = "".join(
        f"  - {{indicator: i{number}, flow: 10个, period: 2025, section: 三}}\n" for number in range(len(promised))
    )
    last = load(folder_in(folder, "a"), f"indicators:\n{ours}", f"targets:\n{targets}")
    told_of = f"  it:\n    name: {told}\n{head}    figures:\n      - {{{figure}, section: 一}}\n"
    return settle(last, load(folder_in(folder, "b"), f"indicators:\n{told_of}", "targets: []\n"))


def folder_in(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name


# ── nothing is lost, nothing answers two, order plays no part ─────────────────

_TOLD = st.sampled_from([
    "growth: 6.1%, period: 2025", "growth: 5.8%, period: 2025", "flow: 12亿元, period: 2025",
    "level: 30家, period: 2025",
    "flow: 55亿元, period: 2021/2025", "average_growth: 6%, period: 2025, since: 2020",
    "share: 40%, period: 2025",
    "change: 3家, period: 2025", "flow: 9亿元, period: 2024",
])  # fmt: skip
_ASKED = st.sampled_from([
    "growth: 6%, period: 2025", "growth: 6%左右, period: 2025", "flow: 11亿元, period: 2025",
    "level: 31家, period: 2025", "share: 41%, period: 2030", "qualitative: 平稳, period: 2025",
    "change: 3家, period: 2025", "growth: 5%, period: 2026",
])  # fmt: skip
_NAMES = ("甲", "乙", "丙")
_PACKS = st.fixed_dictionaries({name: st.lists(_TOLD, unique=True, max_size=5) for name in _NAMES})
_TARGETS = st.fixed_dictionaries({name: st.lists(_ASKED, unique=True, max_size=4) for name in _NAMES})


def _section(figure: str) -> str:
    """A section of its own, so that one thing can be said with two numbers."""
    return figure.partition(",")[0].replace(": ", "·")


def _declared(told: dict[str, list[str]], names: tuple[str, ...], turned: bool) -> str:
    parts = []
    for number, name in enumerate(_NAMES):
        figures = told[name][::-1] if turned else told[name]
        lines = "".join(f"\n      - {{{figure}, section: {_section(figure)}}}" for figure in figures) or " []"
        parts.append(
            f"  i{number}:\n    name: {names[number]}\n    name_en: x\n    direction: up\n"
            f"    prices: {{flow: current, growth: current}}\n    figures:{lines}\n"
        )
    return "indicators:\n" + "".join(parts[::-1] if turned else parts)


def _promised(asked: dict[str, list[str]]) -> str:
    lines = [
        f"  - {{indicator: i{number}, {target}, section: {_section(target)}}}\n"
        for number, name in enumerate(_NAMES)
        for target in asked[name]
    ]
    return "targets:\n" + "".join(lines) if lines else "targets: []\n"


def _in_one_unit(told: dict[str, list[str]]) -> bool:
    """Amounts of an indicator are in one unit, as the reader asks."""
    units = [{unit for unit in ("亿元", "家") if any(unit in figure for figure in own)} for own in told.values()]
    return all(len(own) < 2 for own in units)


@given(_PACKS, _TARGETS, st.permutations(_NAMES))
@settings(max_examples=60, deadline=None)
def test_no_promise_is_lost_and_order_plays_no_part(tmp_path_factory, told, asked, names):
    together = {name: [*told[name], *asked[name]] for name in _NAMES}
    if not _in_one_unit(together):
        return
    folder = tmp_path_factory.mktemp("packs")
    for part in ("a", "b", "c"):
        (folder / part).mkdir()
    nothing: dict[str, list[str]] = {name: [] for name in _NAMES}
    last = load(folder / "a", _declared(nothing, _NAMES, False), _promised(asked))
    this = load(folder / "b", _declared(told, tuple(names), False), "targets: []\n")
    turned = load(folder / "c", _declared(told, tuple(names), True), "targets: []\n")
    settled = settle(last, this)
    assert sum(settled.number(kept) for kept in Kept) == len(settled.promises) == len(last.targets)
    assert all(promise.why or promise.reason for promise in settled.promises if promise.kept not in SETTLED)
    other = settle(last, turned).promises
    told_of = [(p.kept, p.why, p.result.printed if p.result else None) for p in settled.promises]
    assert told_of == [(p.kept, p.why, p.result.printed if p.result else None) for p in other]
    uses: dict[int, set[object]] = {}
    for promise in settled.promises:
        if promise.answer and promise.answer.how in (How.PRINTED, How.CONVERTED):
            target = promise.target
            said = (target.indicator, target.measure, target.period[1:])
            uses.setdefault(id(promise.answer.figure), set()).add(said)
    assert all(len(said) == 1 for said in uses.values())


_SOME = "{growth: 5%, period: 2025, section: 一}"
_CALLED = ["地区生产总值", "GDP", "旅游收入", "旅游总收入", "新建学校", "新建学校（2）", "新建学校数量"]


@given(st.lists(st.sampled_from(_CALLED), unique=True), st.lists(st.sampled_from(_CALLED), unique=True))
@settings(max_examples=40, deadline=None)
def test_an_indicator_is_the_partner_of_one(tmp_path_factory, ours, theirs):
    folder = tmp_path_factory.mktemp("names")
    packs = []
    for part, names in (("a", ours), ("b", theirs)):
        (folder / part).mkdir()
        listed = [
            f"  {part}{n}: {{name: {name}, name_en: x, direction: up, figures: [{_SOME}]}}\n"
            for n, name in enumerate(names)
        ]
        text = "indicators:\n" + "".join(listed) if listed else "indicators: {}\n"
        packs.append(load(folder / part, text, "targets: []\n"))
    pairs = sorted(partners_of(*packs).pairs, key=lambda pair: pair.this)
    assert all(one.this != other.this for one, other in pairwise(pairs))


def test_the_record_by_year_is_the_one_worked_out_by_hand(packs):
    last, this = packs
    records = track_records([settle(last, this), settle(this, load_catalogue(ROOT / NEXT))])
    both = {record.indicator.id: record for record in records if len(record.years) > 1}
    rows = [line.split() for line in RECORD.strip().splitlines()]
    assert set(both) == {row[0] for row in rows}
    for id, measure, first, second, mean, *_ in rows:
        record = both[id]
        assert [promise.kept for promise in record.years] == [first, second], id
        assert (record.measure or "qualitative") == measure
        assert record.mean_gap == (None if mean == "-" else Fraction(mean))
    assert [record.number(Kept.MISSED) for record in records] == sorted(
        (record.number(Kept.MISSED) for record in records), reverse=True
    )


_PAIR = """indicators:
  gdp:
    name: 地区生产总值
    name_en: Gross regional product
    direction: up
    prices: {{flow: current, growth: constant}}
    figures: [{gdp}]
  income:
    name: 居民人均可支配收入
    name_en: Income
    direction: up
    figures: [{income}]
"""


@pytest.mark.parametrize(
    ("gdp", "income", "kept", "why", "gap"),
    [
        ("{growth: 5.2%, period: 2025, section: 一}", "{growth: 5.4%, period: 2025, section: 一}", "met", None, "1/5"),
        (
            "{growth: 5.2%, period: 2025, section: 一}",
            "{growth: 5.0%, period: 2025, section: 一}",
            "missed",
            None,
            "-1/5",
        ),
        (
            "{flow: 90亿元, period: 2025, section: 一}",
            "{growth: 5.0%, period: 2025, section: 一}",
            "not_comparable",
            "other_side",
            None,
        ),
        ("{growth: 5.2%, period: 2025, section: 一}", "", "not_quantified", "word_only", None),
    ],
)
def test_a_promise_set_against_another_figure(tmp_path, gdp, income, kept, why, gap):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    last = load(
        tmp_path / "a",
        _PAIR.format(gdp="", income=""),
        "targets:\n  - {indicator: income, growth: 同步, relative: {to: gdp, by: 0个百分点}, "
        "period: 2025, section: 三}\n",
    )
    this = load(tmp_path / "b", _PAIR.format(gdp=gdp, income=income), "targets: []\n")
    (promise,) = settle(last, this).promises
    assert (promise.kept, promise.why) == (kept, why)
    assert promise.target.printed == "同步"
    assert (promise.gap.gap if promise.gap else None) == (Fraction(gap) if gap else None)


def test_a_revision_answers_a_difference_and_gives_the_newer_base(packs):
    last, this = packs
    revised = Adjustment(parse_figure("37.9万人", last.units), parse_period("2025-11-30"), "第八次人口普查（虚构）")
    baselines = tuple(
        f._replace(adjustments=(revised,)) if f.indicator == "resident_population" else f for f in last.baselines
    )
    compared = compare_reports(last._replace(baselines=baselines), this, partners_of(*packs))
    by_id = {one.outcome.check.id: one for one in compared}
    census, roads = by_id["resident_population.restatement@2024"], by_id["rural_roads.restatement@2024"]
    assert (census.is_question, census.answered) == (False, revised)
    assert (roads.is_question, roads.answered) == (True, None)


@pytest.mark.parametrize(
    ("ours", "theirs", "by", "sure"),
    [
        ("规模以上工业增加值", "规上工业增加值", "name", None),
        ("全市生产总值", "地区生产总值", "name", None),
        ("新建口袋公园", "新建口袋公园数量", "guess", "medium"),
        ("高标准农田建设面积", "高标准农田新建设面积", "guess", "low"),
        ("改造老旧小区", "改造老旧街区", None, None),
        ("居民人均可支配收入", "城镇居民人均可支配收入", None, None),
        ("固定资产投资", "民间固定资产投资", None, None),
        ("工业增加值", "规模以上工业增加值", None, None),
        ("城镇调查失业率", "城镇登记失业率", None, None),
        ("技术合同成交额", "技术合同登记数", None, None),
    ],
)
def test_which_names_are_one(tmp_path, ours, theirs, by, sure):
    packs = []
    for part, name in (("a", ours), ("b", theirs)):
        (tmp_path / part).mkdir()
        text = f"indicators:\n  {part}: {{name: {name}, name_en: x, direction: up, figures: [{_SOME}]}}\n"
        packs.append(load(tmp_path / part, text, "targets: []\n"))
    pairs = partners_of(*packs).pairs
    assert [(pair.by, pair.sure) for pair in pairs] == ([(by, sure)] if by else [])
