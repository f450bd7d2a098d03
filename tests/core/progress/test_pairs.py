"""A target and its base as a pair: the difference where there is one, a bound where the wording is one."""

from __future__ import annotations

import pytest
from making import gap_of, load, one_indicator, pack

from shizhong_cli.core.progress.rows import gap_row
from shizhong_cli.reading.pack.catalogue import read_catalogue
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.wording import Language, Words


def told(catalogue, actual=None, as_of=None, language=Language.ZH):
    """Baseline, target and difference as the cells of a table have them."""
    gap, speech = gap_of(catalogue, actual, as_of), GapSpeech(catalogue, Words(language))
    return speech.baseline(gap), speech.target(gap), speech.asked(gap)


@pytest.mark.parametrize(
    ("target", "base", "cells"),
    [
        ("flow: 120个", "flow: 100个, period: 2025", "100个 | 120个 | +20个"),
        ("flow: 100个", "flow: 100个, period: 2025", "100个 | 100个 | 持平"),
        ("flow: 150个以上", "flow: 366个, period: 2025", "366个 | 150个以上 | ≥ -216个"),
        ("flow: 100个以上", "flow: 100个, period: 2025", "100个 | 100个以上 | ≥ 0个"),
        ("level: 100个以内", "level: 120个, period: 2025", "120个 | 100个以内 | ≤ -20个"),
        ("flow: 5200人", "flow: 近9000人, period: 2025", "近9000人 | 5200人 | > -3,800人"),
        ("flow: 5200人", "flow: 超过9000人, period: 2025", "超过9000人 | 5200人 | ≤ -3,800人"),
        ("flow: 突破380亿元", "flow: 突破360亿元, period: 2025", "突破360亿元 | 突破380亿元 | —"),  # open on both sides
        ("growth: 8%左右", "growth: 6.6%, period: 2025", "6.6% | 8%左右 | +1.4个百分点左右"),
        ("growth: 5%以上", "flow: 158亿元, period: 2025", "— | 5%以上 | —"),  # an amount is no pair of a rate
        ("change: 10亿元", "level: 68.2亿元, period: 2025", "68.2亿元 | 新增10亿元（至78.2亿元） | +10亿元"),
        ("change: 10亿元", "level: 超过68亿元, period: 2025", "超过68亿元 | 新增10亿元 | +10亿元"),
        ("change: 5个百分点", "level: 3个, period: 2025", "3个 | 提高5个百分点 | +5个百分点"),
        ("flow: 1350个", "flow: 2.6万个, period: 2021/2025", "年均5,200个 | 1350个 | -3,850个"),
        ("flow: 1450套", "flow: 6000余套, period: 2021/2025", "年均≥1,200套 | 1450套 | ≤ +250套"),
        ("flow: 300套", "flow: 近6000套, period: 2021/2025", "年均<1,200套 | 300套 | > -900套"),
        ("flow: 25件, provisional: true", "flow: 20件, period: 2025", "20件 | 25件（候选） | +5件"),
        ("flow: 150个, base_differs: 口径", "flow: 366个, period: 2025", "366个 | 150个 | 口径不同"),
    ],
)
def test_the_pair(tmp_path, target, base, cells):
    assert " | ".join(told(one_indicator(tmp_path, "up", f"{target}, period: 2026", base))) == cells


@pytest.mark.parametrize(
    ("target", "base", "fields"),
    [
        ("flow: 150个以上", "flow: 366个, period: 2025", ("-216", "-216", None, None)),
        ("flow: 5200人", "flow: 近9000人, period: 2025", ("-3800", "-3800", None, None)),
        ("flow: 突破380亿元", "flow: 突破360亿元, period: 2025", ("2000000000", None, None, None)),
        ("flow: 1450套", "flow: 6000余套, period: 2021/2025", ("250", None, "250", "1200")),
        ("flow: 150个, base_differs: 口径", "flow: 366个, period: 2025", (None, None, None, None)),
    ],
)
def test_the_pair_in_rows(tmp_path, target, base, fields):
    row = gap_row(gap_of(one_indicator(tmp_path, "up", f"{target}, period: 2026", base), None))
    assert tuple(row[key] for key in ("asked", "asked_low", "asked_high", "base_mean")) == fields


def test_a_mean_is_no_start_of_a_way(tmp_path):
    """Of a year a mean is no reported figure: it is shown, and nothing is worked out from it."""
    catalogue = one_indicator(tmp_path, "up", "flow: 1350个, period: 2026", "flow: 2.6万个, period: 2021/2025")
    gap = gap_of(catalogue, "700个", "2026-06-30")
    assert (gap.progress, gap.status) == (None, "on_track")


@pytest.mark.parametrize(
    ("actual", "gap", "status"),
    [("近1.75万人", "不足", "missed"), ("1.75万人", "0人", "met"), ("1.74万人", "-100人", "missed")],
)
def test_near_is_short(tmp_path, actual, gap, status):
    catalogue = one_indicator(tmp_path, "up", "flow: 1.75万人, period: 2026")
    found = gap_of(catalogue, actual, "2026")
    assert (GapSpeech(catalogue, Words(Language.ZH)).gap(found), found.status) == (gap, status)


@pytest.mark.parametrize(
    ("target", "actual", "needed"),
    [  # 50 in six months: 8.333 a month would be two short of a thousandth
        ("flow: 100个", "50个", "还差 50个：8.4个/月，每季 25个"),
        ("flow: 110个", "50个", "还差 60个：10个/月，每季 30个"),
        ("growth: 5%", "4.7%", "其余时间须增长 5.3%（假定基年同期占比等于已过时间 49.6%）"),  # 5.29511: up
    ],
)
def test_what_is_needed_is_enough(tmp_path, target, actual, needed):
    catalogue = one_indicator(tmp_path, "up", f"{target}, period: 2026")
    speech = GapSpeech(catalogue, Words(Language.ZH))
    assert speech.required(gap_of(catalogue, actual, "2026-06-30")) == needed


def test_what_a_limit_leaves_is_not_too_much(tmp_path):
    """100 left for six months are 16.666 a month, not 16.667."""
    catalogue = one_indicator(tmp_path, "down", "flow: 200个以内, period: 2026")
    speech = GapSpeech(catalogue, Words(Language.ZH))
    assert "16.6个/月" in speech.required(gap_of(catalogue, "100个", "2026-06-30"))


# ── a state that is kept ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("actual", "as_of", "status", "completion"),
    [
        ("222个", "2026-03-31", "on_track", 1),
        ("200个", "2026-03-31", "behind", None),
        ("222个", "2026-12-31", "met", 1),
        ("200个", "2026-12-31", "missed", None),
    ],
)
def test_a_state_is_the_same_on_every_day(tmp_path, actual, as_of, status, completion):
    """No sum, no straight line, no way from a base: 222 at the first quarter are 222."""
    catalogue = one_indicator(tmp_path, "up", "level: 222个, held: true, period: 2026", "level: 180个, period: 2025")
    gap = gap_of(catalogue, actual, as_of)
    assert (gap.status, gap.forecast, gap.progress, gap.lead, gap.required) == (status, None, None, None, None)
    assert completion is None or gap.completion == completion


# ── growth that is asked for in words ────────────────────────────────────────


@pytest.mark.parametrize(
    ("actual", "as_of", "reason"),
    [
        ("99亿元", "2026", "below_last_year"),
        ("100.3亿元", "2026", "not_below_last_year"),
        ("110亿元", "2026-12-31", "not_below_last_year"),
        ("60亿元", "2026-06-30", "qualitative"),  # half a year says nothing of a whole one
        ("-0.5%", "2026-06-30", "below_last_year"),
        ("3%", "2026-06-30", "not_below_last_year"),
        ("-3%", "2025", "qualitative"),  # of another time
    ],
)
def test_growth_in_words_is_above_last_year(tmp_path, actual, as_of, reason):
    target = "qualitative: 保持合理增长, above_last_year: true, period: 2026"
    gap = gap_of(one_indicator(tmp_path, "up", target, "flow: 100.3亿元, period: 2025"), actual, as_of)
    assert (gap.status, gap.reason) == ("not_quantified", reason)


# ── an adopted number ────────────────────────────────────────────────────────


def test_an_adopted_number_counts_from_its_day(tmp_path):
    catalogue = load(
        tmp_path,
        "indicators: {it: {name: 实事, name_en: Projects, direction: up, units: [件, 项], figures: []}}\n",
        """
targets:
  - indicator: it
    flow: 25件
    period: 2026
    section: 三
    provisional: true
    adjusted: [{figure: 24项, date: 2026-03-01, source: 大会决议}]
""",
    )
    before, after = gap_of(catalogue, "24件", "2026-02-28"), gap_of(catalogue, "24件", "2026-12-31")
    assert (gap_row(before)["target"], before.target.provisional, gap_row(before)["adjusted_from"]) == (
        "25件", True, None,
    )  # fmt: skip
    row = gap_row(after)
    assert (row["target"], row["target_value"], row["status"], row["adjusted_from"]) == ("24项", "24", "met", "25件")
    assert not after.target.provisional


@pytest.mark.parametrize(
    ("target", "codes"),
    [
        ("flow: 222个, held: true", ["F004"]),  # a sum is no state
        ("flow: 222个, above_last_year: true", ["F004"]),  # it has a number of its own
        ("flow: 222个, binding: qualitative", ["F007"]),
        ("qualitative: 稳步增长, binding: expected", []),
        ("flow: 25个, adjusted: [{figure: 24个, date: 2026-03-01}]", ["K002"]),  # without its source
        ("flow: 25个, adjusted: [{figure: 24家, date: 2026-03-01, source: 决议}]", ["F008"]),
        ("flow: 25个, adjusted: [24个]", ["K004"]),
    ],
)
def test_what_cannot_be_declared(tmp_path, target, codes):
    baselines = "indicators: {it: {name: 某, name_en: Some, direction: up, figures: []}}\n"
    targets = f"targets:\n  - {{indicator: it, {target}, period: 2026, section: 三}}\n"
    assert [problem.code for problem in read_catalogue(pack(tmp_path, baselines, targets))[1]] == codes
