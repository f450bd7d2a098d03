"""Lines that are broken at a width, and lines that are paragraphs."""

from __future__ import annotations

import pytest
from running import ROOT

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.drafting import draft
from shizhong_cli.core.report.paragraphs import by_lines, paragraphs_of
from shizhong_cli.core.report.scanning.joining import columns

REPORTS = sorted((ROOT / "tests" / "data" / "reports").glob("*.txt"))
NOTHING = Catalogue(units=BUILT_IN)
LONG = "全市上下坚持稳中求进工作总基调，扎实推进高质量发展，"  # 26 characters


def broken(text: str, width: int) -> str:
    """The text with every line broken where it is so many Chinese characters wide."""
    return "\n".join("\n".join(_pieces(line, 2 * width)) for line in text.splitlines())


def _pieces(line: str, width: int) -> list[str]:
    pieces = [""]
    for character in line:
        if columns(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def cut(text: str, characters: int) -> str:
    """The text with every line cut after so many characters, wide or narrow."""
    return "\n".join(
        "\n".join(line[n : n + characters] for n in range(0, max(len(line), 1), characters))
        for line in text.splitlines()
    )


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("characters", [30, 32, 40])
def test_where_lines_are_cut_changes_no_figure(path, characters):
    text = path.read_text(encoding="utf-8")
    assert figures_of(cut(text, characters)) == figures_of(text)


def figures_of(text: str) -> list[tuple[str, ...]]:
    found = draft(text, NOTHING)
    return sorted(
        (
            str(figure.era.ahead), figure.written.text, indicator.name, str(figure.measure), figure.period,
            figure.since, *figure.doubts,
        )
        for indicator in found.indicators
        for figure in indicator.figures
    )  # fmt: skip


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [22, 28, 30, 36, 40, 46])
def test_where_lines_are_broken_changes_no_figure(path, width):
    text = path.read_text(encoding="utf-8")
    assert figures_of(broken(text, width)) == figures_of(text)


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ([LONG * 3 + "等。", "一、工作回顾", LONG * 9 + "等", "产业发展", LONG * 5], 5),  # lines are paragraphs
        ([LONG[:24], LONG[:24], LONG[:24], "全部完成。", LONG[:24]], 2),
        ([LONG[:24], "（一）" + LONG[:21], LONG[:24], LONG[:24]], 2),  # a mark begins anew
        ([LONG[:24], "\u3000\u3000" + LONG[:22], LONG[:24], LONG[:24]], 2),  # so does a blank of two
        (["地区生产总值增长百分之六左右预期5%"] * 6, 6),  # items of a list are alike and not broken
        (["粮食产量稳定，", "油料增产。", "其他。"], 2),  # a comma goes on anywhere
        (["短", "短", "短"], 3),
        ([], 0),
    ],
)
def test_paragraphs(lines, paragraphs):
    assert len(paragraphs_of("\n".join(lines))) == paragraphs


def test_paragraphs_keep_places():
    text = "\n一、回顾\n" + "\n".join([LONG[:24]] * 4) + "\n\n二、安排\n"
    found = paragraphs_of(text)
    assert [it.line for it in found] == [2, 3, 8]
    assert all(text[it.start :].startswith(it.text) for it in found)
    assert by_lines(found) == ["", "一、回顾", LONG[:24].replace("，", ",") * 4, "", "", "", "", "二、安排"]
