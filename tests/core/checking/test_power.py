"""Power by two ways that share nothing but the check: what ``judge`` says, and judging anew with every slip."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from making import pack
from running import ROOT
from slips import slips_of

from shizhong_cli.core.checking.check import Check, Strength
from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.judging import judge
from shizhong_cli.core.checking.power import SlipTable, Watch, fails
from shizhong_cli.core.figure.slips import has_digits, wrong_digits
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.pack.checks import load_checked

PROPERTY = settings(max_examples=120, deadline=None, derandomize=True, database=None)

FIGURES = {
    "level": ["{}家", "超过{}家", "近{}家", "{}百家", "{}元", "0家", "0元"],
    "flow": ["{}家", "{}元", "{}万元", "0.0元"],
    "share": ["{}%", "{}%以上", "0%", "三分之一"],
    "growth": ["{}%", "-{}%", "{}%左右", "-100%"],
    "change": ["{}家", "-{}家", "0家", "{}元", "-{}元", "0元"],
}
RELATIONS = [
    "A / B = C", "A / B = x", "A = B / C", "A * B = C", "A * (100% + B) = C", "A = x * (100% + B)", "A + B = C",
    "A - B = x", "A - B >= C", "A <= B", "A < B * C", "A / (B + C) = x", "A / (B - C) = x", "A * (B - C) = x",
    "A / B < 100%", "x / A = B", "A / x = B", "A * x = B", "A / B - C = x", "A = B - x", "A / (100% + B)^3 = x",
    "A = x * (100% + B)^3", "root(A / B, 2) - 100% = x", "floor(A / B) = C", "A / B / C = x", "(A - B) / C = x",
    "A / B >= C", "A > B / C", "A = B",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("power")


def strength_by_trying(check: Check, name: str) -> Strength:
    """Every slip typed into the figure, and the check judged as the run would judge it."""
    figure = check.figures[name]
    if not has_digits(figure.written):
        return Strength(name, 0, 0, 0, 0)
    found = []
    for digits in slips_of(figure.written.digits):
        sources = {
            key: source._replace(figures={**source.figures, name: figure.typed_as(digits)})
            if name in source.figures else source
            for key, source in check.sources.items()
        }  # fmt: skip
        mistaken = check._replace(figures={**check.figures, name: figure.typed_as(digits)}, sources=sources)
        found.append(judge(mistaken).is_finding)
    typos = len(wrong_digits(figure.written.digits))
    return Strength(name, sum(found[:typos]), typos, sum(found), len(found))


def agrees(check: Check) -> None:
    outcome = judge(check)
    for strength in outcome.strength:
        assert strength == strength_by_trying(check, strength.name), check.id


def figures_of(kinds: tuple[str, ...], numbers: list[str], ways: list[int]) -> str:
    lines = ["indicators:"]
    for id, kind, number, way in zip("abc", kinds, numbers, ways, strict=True):
        text = FIGURES[kind][way % len(FIGURES[kind])].format(number)
        figure = f"{kind}: {text}, period: 2025, section: 一"
        lines.append(f"  {id}: {{name: {id}, name_en: {id}, direction: up, figures: [{{{figure}}}]}}")
    return "\n".join(lines)


@PROPERTY
@given(
    st.tuples(*[st.sampled_from(list(FIGURES))] * 3),
    st.lists(st.from_regex(r"[1-9][0-9]?(\.[0-9])?", fullmatch=True, alphabet="0123456789."),
    min_size=3, max_size=3), st.lists(st.integers(0, 6), min_size=3, max_size=3), st.sampled_from(RELATIONS),
)  # fmt: skip
@example(("flow", "flow", "share"), ["1350", "4", "1"], [0, 0, 0], "A / B = x")
@example(("flow", "change", "share"), ["5", "0", "1"], [1, 5, 0], "A / B = x")
@example(("level", "level", "level"), ["1", "1", "1"], [2, 0, 0], "x / A = B")  # 近1家 is none: nothing divided by it
@example(("change", "change", "growth"), ["10", "10", "1"], [3, 4, 3], "A / B >= C")
def test_the_shortcut_and_trying_agree_on_declared_checks(folder, kinds, numbers, ways, relation):
    expression = relation
    for letter, id, kind in zip("ABC", "abc", kinds, strict=True):
        expression = expression.replace(letter, f"{id}.{kind}@2025")
    text = figures_of(kinds, numbers, ways) + f'\nchecks:\n  it: {{expression: "{expression}"}}\n'
    try:
        _, checks = load_checked(pack(folder, text))
    except CannotGoOn:  # units that do not fit: no such check
        return
    for check in checks:
        agrees(check)


def test_a_number_divided_by_zero_is_none(folder):
    """1350个 / 4处: of the 9 typos of 4 only 0 fails, and of 1350 none."""
    text = """
indicators:
  a: {name: 学位, name_en: Places, direction: up, figures: [{flow: 1350个, period: 2026, section: 一}]}
  b: {name: 学校, name_en: Schools, direction: up, figures: [{flow: 4处, period: 2026, section: 一}]}
checks:
  each: {expression: a.flow@2026 / b.flow@2026 = places}
"""
    (check,) = load_checked(pack(folder, text))[1]
    outcome = judge(check)
    assert (outcome.verdict, outcome.caught, outcome.typos) == ("consistent", 1, 44)
    assert [s.caught for s in outcome.strength] == [0, 1]


def test_both_ways_agree_on_every_check_of_the_shipped_data():
    catalogue, declared = load_checked(ROOT)
    for check in [*derive_checks(catalogue), *declared]:
        agrees(check)


def test_the_shortcut_is_taken_or_not_with_the_same_result():
    catalogue, declared = load_checked(ROOT)
    slips = SlipTable()
    for check in [*derive_checks(catalogue), *declared]:
        values = check.values()
        for name, figure in check.figures.items():
            if check.forbidden:
                continue
            limit = check.limits.get(name)
            mistaken = [value & limit if limit else value for value in slips.of(figure).values]
            watch = Watch(check, name, values, slips.of(figure))
            assert watch.failures(mistaken) == [fails(check, name, values, v) for v in mistaken]


def test_a_steady_path_fails_no_run(folder):
    text = """
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
    catalogue, _ = load_checked(pack(folder, text))
    (check,) = (c for c in derive_checks(catalogue) if c.kind == "steady_path")
    outcome = judge(check)
    assert (outcome.verdict, outcome.caught, outcome.typos, outcome.slips_caught) == ("vacuous", 0, 78, 0)
    assert outcome.power == outcome.power_slips == 0


def test_a_check_without_digits_has_no_power(folder):
    text = """
indicators:
  a: {name: 份额, name_en: Share, direction: up, figures: [{share: 五分之一, period: 2025, section: 一}]}
"""
    (check,) = derive_checks(load_checked(pack(folder, text))[0])
    outcome = judge(check)
    assert (outcome.power, outcome.power_slips, outcome.slips) == (None, None, 0)
