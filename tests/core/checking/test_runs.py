"""How many of a family leave a relation possible: what is counted without trying is what trying each gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import pack

from shizhong_cli.core.checking.check import Check
from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.power import SlipTable
from shizhong_cli.core.checking.runs import passing
from shizhong_cli.core.checking.solving import Trials, trier
from shizhong_cli.reading.pack.checks import load_checked

PROPERTY = settings(max_examples=60, deadline=None, derandomize=True, database=None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("runs")


def checks_of(folder: Path, figures: str, expression: str = "", kind: str = "") -> list[Check]:
    of_kind = f"kind: {kind}, " if kind else ""
    own = f"checks:\n  c: {{{of_kind}expression: '{expression}'}}" if expression else ""
    catalogue, declared = load_checked(pack(folder, "\n".join((figures, own))))
    return [*derive_checks(catalogue), *declared]


def counted_and_tried(check: Check) -> list[tuple[int, int]]:
    """For every family of every figure whose course is known, how many pass by counting and by trying each."""
    known, table, found = check.values(), SlipTable(), []
    for name, figure in check.figures.items():
        mistaken = table.of(figure)
        holds = trier(check, name, known, Trials())
        for family in (*mistaken.typos.families, *mistaken.others.families):
            counted = passing(check, name, known, family, mistaken.possible, holds)
            if counted is not None:
                tried = sum(holds(family.at(place) & mistaken.possible) for place in range(len(family.numbers)))
                found.append((counted, tried))
    return found


def of_one(*figures: str) -> str:
    listed = "".join(f"      - {{{figure}, section: 一}}\n" for figure in figures)
    return f"indicators:\n  a:\n    name: a\n    name_en: a\n    direction: up\n    figures:\n{listed}"


@PROPERTY
@given(st.integers(1, 99999), st.integers(1, 999), st.sampled_from(["level: {}家", "flow: {}万元", "level: {}百人"]))
def test_a_base_is_counted_as_it_is_tried(folder: Path, amount: int, growth: int, kind: str) -> None:
    figures = of_one(
        f"{kind.format(amount)}, period: 2025",
        f"growth: {growth / 10}%, period: 2025",
        f"average_growth: {growth / 10}%, period: 2025, since: 2020",
    )
    counted = [pair for check in checks_of(folder, figures) for pair in counted_and_tried(check)]
    assert all(one == other for one, other in counted)


RELATIONS = [
    "a.flow@2025 / (100% + a.growth@2025)^3 = x", "a.flow@2025 * (100% + a.growth@2025)^4 >= a.flow@2024",
    "root(a.flow@2025 / a.flow@2024, 3) - 100% <= a.growth@2025", "a.flow@2024 - x = a.flow@2025 * a.growth@2025",
    "path_sum(a.growth@2025, 4) * a.flow@2025 <= a.flow@2024", "x / a.flow@2025 = (100% + a.growth@2025)^2",
    "a.flow@2025 / x = (100% - a.growth@2025)^3", "(100% + a.growth@2025)^5 > a.flow@2025 / a.flow@2024",
]  # fmt: skip


@PROPERTY
@given(
    st.sampled_from(RELATIONS), st.integers(10, 99999), st.integers(10, 99999), st.integers(-99, 999),
    st.sampled_from(["元", "家", "百家", "万家"]),
)  # fmt: skip
def test_a_relation_is_counted_as_it_is_tried(
    folder: Path, relation: str, now: int, before: int, growth: int, unit: str
) -> None:
    figures = of_one(
        f"flow: {now if unit == '家' else now / 10}{unit}, period: 2025",
        f"flow: {before}{unit}, period: 2024",
        f"growth: {growth / 10}%, period: 2025",
    )
    check = checks_of(folder, figures, relation)[-1]
    assert all(one == other for one, other in counted_and_tried(check))


@PROPERTY
@given(
    st.integers(1, 9999), st.integers(1, 999), st.sampled_from(["万人", "百人", "人"]),
    st.sampled_from(["a.level@2025 * a.share@2025 = x", "a.level@2025 / x = 100% + a.growth@2025"]),
)  # fmt: skip
def test_counts_that_are_searched_are_counted_as_they_are_tried(
    folder: Path, people: int, share: int, unit: str, relation: str
) -> None:
    figures = of_one(
        f"level: {people if unit == '人' else people / 100}{unit}, period: 2025",
        f"share: {share / 10}%, period: 2025",
        f"growth: {share / 10}%, period: 2025",
    )
    check = checks_of(folder, figures, relation, "whole_number")[-1]
    assert all(one == other for one, other in counted_and_tried(check))


@pytest.mark.parametrize(
    ("relation", "kind"),
    [("a.level@2025 * a.share@2025 = x", "whole_number"), ("a.level@2025 * a.share@2025 = 70万人", "share")],
)
def test_where_counts_are_searched_it_is_counted_too(folder: Path, relation: str, kind: str) -> None:
    figures = of_one("level: 91.97万人, period: 2025", "share: 76%, period: 2025")
    check = checks_of(folder, figures, relation, kind)[-1]
    assert len(counted_and_tried(check)) >= 4
    assert all(one == other for one, other in counted_and_tried(check))


def test_both_ways_are_gone(folder: Path) -> None:
    """6755 家 and 12.0 % a year since 2020: slips of the level are counted by width, others by a run."""
    figures = of_one("level: 6755家, period: 2025", "average_growth: 12.0%, period: 2025, since: 2020")
    (check,) = checks_of(folder, figures)
    assert check.unknown is not None
    assert check.unknown.whole
    assert counted_and_tried(check)
    paid = of_one("flow: 675.5元, period: 2025", "average_growth: 12.0%, period: 2025, since: 2020")
    (check,) = checks_of(folder, paid)
    assert check.unknown is not None
    assert not check.unknown.whole
    assert counted_and_tried(check)
