"""Texts whose numbers stand on lines of their own are read as if they did not."""

from __future__ import annotations

import re

import pytest
from running import ROOT

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.drafting import draft
from shizhong_cli.core.report.scanning import NumberClass, scan
from shizhong_cli.core.report.scanning.cell_lines import INSIDE
from shizhong_cli.core.report.scanning.pieces import in_whole_lines

REPORTS = sorted((ROOT / "tests" / "data" / "reports").glob("*.txt"))
NOTHING = Catalogue(units=BUILT_IN)


def in_pieces(text: str) -> str:
    """The text with every number of a sentence on a line of its own, but not those of headings."""
    lines = (_NUMBER.sub(r"\n\1\n", line) if line.endswith("。") else line for line in text.splitlines())
    return "\n".join(lines)


_NUMBER = re.compile(r"(?<=[^0-9.，、。\n])(?<!第)([0-9][0-9.]*%?)(?=[^0-9.%])")


def figures_of(text: str) -> list[tuple[str, ...]]:
    return sorted(
        (str(one.era.ahead), one.written.text, indicator.name, str(one.measure), one.period, one.since, *one.doubts)
        for indicator in draft(text, NOTHING).indicators
        for one in indicator.figures
    )


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_numbers_on_lines_of_their_own_are_of_their_sentences(path):
    text = path.read_text(encoding="utf-8")
    broken = in_pieces(text)
    assert broken.count("\n") > text.count("\n")
    assert figures_of(broken) == figures_of(text)


SENTENCE = ["预计生产总值增长", "3.5%", "左右，", "实现税收", "12", "亿元，是", "2020", "年的", "1.5", "倍。"]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (SENTENCE, ["".join(SENTENCE)]),
        (["二、成效", *SENTENCE, "三、打算", "增长5%。"], ["二、成效", "".join(SENTENCE), "三、打算", "增长5%。"]),
        (SENTENCE[:3], SENTENCE[:3]),  # once is no habit
        (["第一产业", "24.4", "3.3", "第二产业", "210.1", "11.6", "合计", "9", "8"], None),  # a table
        (["第一产业", "24", "亿元", "第二产业", "21", "亿元", "合计", "45", "亿元"], None),
    ],
)  # fmt: skip
def test_lines(lines, whole):
    text = in_whole_lines("\n".join(lines))
    assert len(text) == len("\n".join(lines))
    if whole is not None:
        assert text.replace(INSIDE, "").split("\n") == whole
    else:
        assert all(label in text.split("\n") or label not in lines for label in ("第一产业", "第二产业", "合计"))


def test_places_and_lines_are_those_of_the_text():
    text = "\n".join(["一、回顾", *SENTENCE, "粮食", "7", "万吨。"])
    starts = [number.start for number in scan(text, BUILT_IN) if number.class_ is NumberClass.QUANTITY]
    assert starts == [text.index(digits) for digits in ("3.5", "12", "1.5", "7")]
    drafted = draft(text, NOTHING, year=2026)
    lines = {one.written.text: one.printed.line for indicator in drafted.indicators for one in indicator.figures}
    assert lines == {"预计3.5%左右": 3, "12亿元": 6, "1.5倍": 10, "7万吨": 13}
