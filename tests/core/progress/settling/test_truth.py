"""Two years of a count are made first, then told in some way: what is called met or missed is so."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import load

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.settling.promises import settle
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.actuals.from_words import actuals_from_words

PROPERTY = settings(max_examples=120, deadline=None, derandomize=True, database=None)
ENDS = ("met", "missed")
WAYS = ("level", "change", "growth", "times")


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    return tuple(tmp_path_factory.mktemp(name) for name in ("last", "this"))


def tenths(value: Fraction) -> str:
    """Rounded to one decimal, halves away from nought."""
    units = int(abs(value) * 10 + Fraction(1, 2))
    return f"{'-' if value < 0 and units else ''}{units // 10}.{units % 10}"


def told(way: str, before: Fraction, now: Fraction) -> tuple[str, Fraction]:
    """How a year is told, and the growth, the change or the amount that this prints."""
    if way == "level":
        return f"level: {now}家", now
    if way == "change":
        return f"change: {now - before}家", now - before
    if way == "growth":
        text = tenths((now / before - 1) * 100)
        return f"growth: {text}%", Fraction(text) / 100
    text = tenths(now / before)
    return f"growth: 增至{text}倍", Fraction(text) - 1


def pack(folder, figure: str, target: str = ""):
    baselines = (
        f"indicators:\n  it:\n    name: 企业数量\n    direction: up\n    figures:\n      - {{{figure}, section: 一}}\n"
    )
    targets = f"targets:\n  - {{indicator: it, {target}, section: 三}}\n" if target else "targets: []\n"
    return load(folder, baselines, targets)


@PROPERTY
@given(
    st.integers(10, 3000), st.integers(10, 3000), st.integers(10, 3000), st.sampled_from(WAYS), st.sampled_from(WAYS)
)
def test_what_is_met_or_missed_is_so(folders, before, now, asked_amount, asked, told_as):
    start, end, wanted = map(Fraction, (before, now, asked_amount))
    target, number = told(asked, start, wanted)
    result, printed = told(told_as, start, end)
    last = pack(folders[0], f"level: {before}家, period: 2024", f"{target}, period: 2025")
    (promise,) = settle(last, pack(folders[1], f"{result}, period: 2025")).promises
    kinds = {"level": "level", "change": "change", "growth": "growth", "times": "growth"}
    same = kinds[asked] == kinds[told_as]
    truth = {"level": end, "change": end - start, "growth": end / start - 1}[kinds[asked]]
    reached = (printed if same else truth) >= number
    if promise.kept in ENDS:
        assert (promise.kept == "met") == reached
    gap = gap_by(last, result.replace(": ", "=")) if same else None
    if gap is not None and gap.status in ENDS:
        assert (gap.status == "met") == reached


def gap_by(last: Catalogue, actual: str) -> Gap | None:
    """The gap by the same words; none where they are refused as a slip."""
    try:
        came_in = actuals_from_words(last, ["it"], [actual], "2025")
    except CannotGoOn:
        return None
    (gap,) = measure_targets(last, last.targets, came_in)
    return gap
