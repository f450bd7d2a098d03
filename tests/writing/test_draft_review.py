"""A review of what a draft guessed: accepted, corrected, dropped, left and taken up again."""

from __future__ import annotations

import io

import pytest
from running import run

from shizhong_cli.writing.draft_indicators import Files, fields_of
from shizhong_cli.writing.draft_review import CannotCorrect, accepted, corrected, dropped, waiting

BASELINES = """indicators:
  schools:
    name: 学校
    name_en: schools
    direction: up
    figures:
      - {flow: 34所, period: 2025, section: 一, guessed: [period]}  # check: 中 (时期) · 4:10
      - {flow: 'a, b: {c}', period: 2024, section: 一}
  parks:
    name: 公园
    name_en: parks
    direction: up
"""
TARGETS = """targets:
  - {indicator: parks, flow: 12处, period: 2026, section: 二, binding: task, guessed: [role, measure]}  # 9:3
"""
FILES = Files(BASELINES, TARGETS)


def test_what_is_most_in_doubt_comes_first():
    first, second = waiting(FILES)
    assert (first.figure, first.guessed, first.name, first.line) == ("12处", ("role", "measure"), "公园", 9)
    assert (second.figure, second.guessed, second.measure, second.column) == ("34所", ("period",), "flow", 10)


def test_fields_keep_what_is_quoted():
    assert fields_of("flow: 'a, b: {c}', units: [x, y], period: 2024") == {
        "flow": "'a, b: {c}'", "units": "[x, y]", "period": "2024",
    }  # fmt: skip


def test_accepting_takes_the_guess_away_and_nothing_else():
    target, baseline = waiting(FILES)
    files = accepted(FILES, baseline)
    assert "      - {flow: 34所, period: 2025, section: 一}\n" in files.baselines
    assert files.targets == TARGETS
    assert "guessed" not in accepted(files, target).targets


def test_correcting_changes_measure_period_and_name():
    _, baseline = waiting(FILES)
    files = corrected(FILES, baseline, {"measure": "level", "period": "2024-12-31", "name": "中小学"})
    assert "      - {level: 34所, period: 2024-12-31, section: 一}\n" in files.baselines
    assert "    name: 中小学\n" in files.baselines


def test_a_target_that_is_a_baseline_moves_to_the_other_file():
    target, baseline = waiting(FILES)
    files = corrected(FILES, target, {"role": "baseline", "period": "2025"})
    assert files.targets == "targets: []\n"
    assert "    direction: up\n    figures:\n      - {flow: 12处, period: 2025, section: 二}\n" in files.baselines
    files = corrected(FILES, baseline, {"role": "target"})
    assert "  - {indicator: schools, flow: 34所, period: 2025, section: 一, binding: task}\n" in files.targets


RATES = Files(
    """indicators:
  rate:
    name: 税率
    figures:
      - {share: 9%, period: 2024, section: 一, guessed: [name]}  # check: 3:1
  rate_2:
    name: 税率（2）
    figures:
      - {share: 10%, period: 2025, section: 一, guessed: [name, role]}  # check: 4:1
""",
    """indicators:
  stays:
    name: 保持
targets:
  - {indicator: stays, share: 6%, period: 2026, section: 二, binding: task, guessed: [name, role, measure]}  # 5:1
""",
)


@pytest.mark.parametrize(
    ("figure", "changes", "file", "line"),
    [
        ("10%", {"name": "税率"}, "baselines", "      - {share: 10%, period: 2025, section: 一}\n"),
        ("10%", {"name": "税率", "role": "target"}, "targets", "  - {indicator: rate, share: 10%, "),
        ("6%", {"name": "税率"}, "targets", "{indicator: rate, share: 6%, period: 2026, section: 二, binding: task}"),
        ("6%", {"name": "税率", "role": "baseline"}, "baselines", "      - {share: 6%, period: 2026, section: 二}\n"),
    ],
)  # fmt: skip
def test_a_figure_with_the_name_of_another_indicator_is_one_of_its_figures(figure, changes, file, line):
    it = next(it for it in waiting(RATES) if it.figure == figure)
    files = corrected(RATES, it, changes)
    assert line in getattr(files, file)
    assert f"{it.indicator}:" not in "".join(files), "an indicator without figures is none"
    assert "".join(files).count("name: 税率\n") == 1


def test_the_name_of_an_indicator_that_keeps_a_figure_stays():
    guessed = "- {share: 9%, period: 2024, section: 一, guessed: [name]}  # check: 3:1"
    two = RATES._replace(baselines=RATES.baselines.replace(guessed, f"{guessed}\n      - {{share: 8%, period: 2023}}"))
    it = next(it for it in waiting(two) if it.figure == "9%")
    files = corrected(two, it, {"name": "税率（2）"})
    assert "    name: 税率\n    figures:\n      - {share: 8%, period: 2023}\n" in files.baselines
    assert files.baselines.endswith("# check: 4:1\n      - {share: 9%, period: 2024, section: 一}\n")


def test_dropping_the_last_figure_of_an_indicator_drops_the_indicator_unless_it_is_named_elsewhere():
    low = next(waiting(RATES))
    assert "stays" not in "".join(dropped(RATES, low, "不要"))
    named = RATES._replace(baselines=RATES.baselines + "  whole:\n    name: 合计\n    parts: [stays]\n")
    assert "  stays:\n    name: 保持\n" in dropped(named, low, "不要").targets


def test_dropping_makes_an_exclusion():
    _, baseline = waiting(FILES)
    files = dropped(FILES, baseline, "不要")
    assert "34所, period" not in files.baselines
    assert files.baselines.endswith("exclusions:\n  - {text: 34所, section: 一, reason: 不要}\n")


@pytest.mark.parametrize("changes", [{}, {"colour": "red"}, {"measure": "sum"}, {"role": "both"}])
def test_what_cannot_be_corrected(changes):
    target, _ = waiting(FILES)
    with pytest.raises(CannotCorrect):
        corrected(FILES, target, changes)


TEXT = """2026年甲市政府工作报告
一、2025年工作回顾
绿道累计达到80公里。三年内，改造管网120公里。三年内，新建公园35座。
二、2026年工作安排
今年发展的主要预期目标是：地区生产总值增长5%左右。
"""


def test_the_command_is_left_and_taken_up_again(tmp_path, monkeypatch):
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    command = ("draft", "report.txt", "-o", "made", "--review")
    monkeypatch.setattr("sys.stdin", io.StringIO("a\nq\n"))
    first = run(*command, cwd=tmp_path)
    assert (first.code, first.out) == (0, "")
    assert "绿道" in first.err
    left = (tmp_path / "made" / "baselines.yaml").read_text("utf-8")
    assert "{level: 80公里, period: 2025, section: 一}" in left
    assert left.count("guessed: [") == 2
    monkeypatch.setattr("sys.stdin", io.StringIO("c\nmeasure=share\nd\n"))
    again = run(*command, cwd=tmp_path)  # 公里 are no share, so nothing is changed; then the next is dropped
    text = (tmp_path / "made" / "baselines.yaml").read_text("utf-8")
    assert again.code == 0
    assert "share" not in text
    assert text.count("guessed: [") == 1
    assert "reason: 核对时删去" in text
    assert run("coverage", "report.txt", "--data", "made", cwd=tmp_path).code == 0


IN_WORDS = Files(
    BASELINES,
    "targets:\n"
    "  - {indicator: parks, growth: 与经济增长同步, relative: {to: gdp}, period: 2026, section: 二, guessed: [name]}\n"
    "  - {indicator: schools, qualitative: 高于全省平均水平, period: 2026, section: 二, guessed: [name]}\n",
)


def test_targets_in_words_are_gone_through_as_well():
    economy, others, _ = sorted(waiting(IN_WORDS), key=lambda it: it.role, reverse=True)
    assert (economy.figure, others.figure, others.measure) == ("与经济增长同步", "高于全省平均水平", "qualitative")
    assert "relative: {to: gdp}, period: 2026, section: 二}\n" in accepted(IN_WORDS, economy).targets
    assert "relative" not in corrected(IN_WORDS, economy, {"figure": "5%"}).targets
    assert "name: 学堂" in corrected(IN_WORDS, others, {"name": "学堂"}).baselines
    without = dropped(IN_WORDS, others, "不要")
    assert "qualitative" not in without.targets
    assert without.baselines == BASELINES  # there is no number that an exclusion could name
