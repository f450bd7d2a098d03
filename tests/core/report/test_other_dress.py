"""The same report in other dress: signs, headings, blanks and years written otherwise change no figure."""

from __future__ import annotations

import re

import pytest
from running import ROOT

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.drafting import draft

REPORTS = sorted((ROOT / "tests" / "data" / "reports").glob("*.txt"))
NOTHING = Catalogue(units=BUILT_IN)
NUMERALS = "〇一二三四五六七八九"
FULL = {ord(str(n)): 0xFF10 + n for n in range(10)} | {ord("%"): 0xFF05}
HALF = {ord(wide): ord(wide) - 0xFEE0 for wide in "，；：（）"}


def in_words(text: str) -> str:
    return re.sub("(20[0-9]{2})年", lambda it: "".join(NUMERALS[int(digit)] for digit in it[1]) + "年", text)


DRESSES = {
    "indented": lambda text: "\n".join(f"\u3000\u3000{line}" for line in text.splitlines()),
    "blank_lines": lambda text: "\n\n".join(text.splitlines()),
    "blanks_around_digits": lambda text: re.sub("([0-9.]+)", r" \1 ", text),
    "half_width_signs": lambda text: text.translate(HALF),
    "full_width_digits": lambda text: text.translate(FULL),
    "markdown": lambda text: re.sub("(?m)^([一二三]、.*)$", r"## \1", text),
    "bold": lambda text: re.sub("(?m)^([一二三]、.*)$", r"**\1**", text),
    "parts": lambda text: re.sub("(?m)^([一二三])、", r"第\1部分 ", text),
    "no_numbers_of_headings": lambda text: re.sub("(?m)^[一二三]、", "", text),
    "line_ends_of_windows": lambda text: text.replace("\n", "\r\n"),
    "years_in_words": in_words,
    "thousands": lambda text: re.sub("(?<![0-9.])([0-9])([0-9]{3})(?=[个亿户人张])", r"\1,\2", text),
    "a_line_each_sentence": lambda text: re.sub("。(?=[^\n”])", "。\n", text),
}


def figures_of(text: str) -> list[tuple[str, ...]]:
    """Every figure as it is drafted but for its doubts; the number in plain digits."""
    return sorted(
        (
            half_width(figure.written.text).replace(",", ""), indicator.name, str(figure.measure),
            str(figure.era.ahead), figure.period, figure.since,
        )
        for indicator in draft(text, NOTHING).indicators
        for figure in indicator.figures
    )  # fmt: skip


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("dress", DRESSES)
def test_other_dress_changes_no_figure(path, dress):
    text = path.read_text(encoding="utf-8")
    assert figures_of(DRESSES[dress](text)) == figures_of(text)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("years", [-10, 5])
def test_five_years_later_every_period_is_five_years_later(path, years):
    """Of a report that names its years in digits: its plan, where it names one, moves with them."""
    plans = {"十三五": 2016, "十四五": 2021, "十五五": 2026}
    text = path.read_text(encoding="utf-8")
    later = re.sub("(20[0-9]{2})(?=年)", lambda it: str(int(it[1]) + years), text)
    later = re.sub("|".join(plans), lambda it: _name_of(plans[it[0]] + years), later)
    moved = [(*rest, *(_moved(period, years) for period in (first, since))) for *rest, first, since in figures_of(text)]
    assert figures_of(later) == sorted(moved)


def _name_of(first: int) -> str:
    return f"十{'一二三四五六七八九'[(first - 2006) // 5]}五"


def _moved(period: str, years: int) -> str:
    return re.sub("20[0-9]{2}", lambda it: str(int(it[0]) + years), period)
