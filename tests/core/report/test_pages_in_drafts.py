"""A number that belongs to the page is inside no sentence of a draft, and is no figure."""

from __future__ import annotations

import pytest

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.drafting import draft

HEAD = "甲县人民政府工作报告\n——2026年1月20日在甲县人民代表大会上\n一、2025年工作回顾\n"
SENTENCE = "全县上下一心、扎实推进教育工作，把教育摆在优先的位置，全年新建学校36所，其中乡村学校12所，新增学位1.2万个。"
FIGURES = [("36", "学校"), ("12", "乡村学校"), ("1.2", "新增学位")]
NUMBERS = [
    "— 12 —", "- 12 -", "－12－", "―12―", "• 12 •", "~12~", "·12·", "12", "  12  ", "\f12", "12/30", "12 / 30", "12页",
    "第12页", "第 12 页 共30页", "第12页，共30页", "第12页/共 30 页", "第十二页", "Page 12 of 30", "Page 12", "P12",
    "P.12", "12 of 30",
    "[12]", "（12）", "页码：12", "| 12", "12 |",
]  # fmt: skip
TITLES = [
    "甲县人民政府工作报告 {n}",
    "{n} 甲县人民政府工作报告",
    "第 {n} 页 甲县人民政府工作报告",
    "甲县人民政府工作报告 — {n} —",
]
BEFORE = ("学校", "所，其中", "学校12", "学位", "。")
"""Behind which words of the sentence its page ends; the last is its end."""


def figures(text: str) -> list[tuple[str, str]]:
    drafted = draft(text, Catalogue(units=BUILT_IN))
    assert not drafted.exclusions
    found = [
        (it.printed.number.start, it.printed.number.digits, own.name)
        for own in drafted.indicators
        for it in own.figures
    ]
    return [(digits, name) for _, digits, name in sorted(found)]


def divided(between: str, behind: str) -> str:
    at = SENTENCE.index(behind) + len(behind)
    return f"{SENTENCE[:at]}\n{between}\n{SENTENCE[at:]}\n"


@pytest.mark.parametrize("behind", BEFORE)
@pytest.mark.parametrize("number", NUMBERS)
def test_the_number_of_a_page_is_in_no_sentence(number, behind):
    assert figures(HEAD + divided(number, behind)) == FIGURES


@pytest.mark.parametrize("behind", BEFORE)
@pytest.mark.parametrize("title", TITLES)
def test_the_title_of_a_page_with_its_number_is_in_no_sentence(title, behind):
    pages = "".join(f"全县各项工作取得成效。\n{title.format(n=n)}\n" for n in (10, 11))
    assert figures(HEAD + pages + divided(title.format(n=12), behind)) == FIGURES


def test_a_year_that_stands_alone_is_of_the_title():
    text = (
        HEAD.replace("甲县人民政府工作报告", "2026\n甲县人民政府工作报告").replace("——2026年1月20日", "——") + SENTENCE
    )
    assert draft(text, Catalogue(units=BUILT_IN)).year == 2026


@pytest.mark.parametrize("number", NUMBERS)
def test_what_belongs_to_the_page_moves_no_line(number):
    ahead = "二、2026年工作安排\n今年发展的主要预期目标是：地区生产总值增长5%左右。\n"
    text = f"{HEAD}{divided(number, '。')}{ahead}"
    witnesses = draft(text, Catalogue(units=BUILT_IN)).found.witnesses
    planned = text[: text.index("二、")].count("\n") + 1
    assert planned in {witness.line for witness in witnesses}
    assert max(witness.line for witness in witnesses) <= text.count("\n")


def test_a_heading_that_a_page_gives_twice_is_one_heading():
    ahead = "二、2026年工作安排\n今年发展的主要预期目标是：地区生产总值增长5%左右。\n"
    text = twice = f"{HEAD}{SENTENCE}\n{ahead}"
    for heading in ("一、2025年工作回顾", "二、2026年工作安排"):
        twice = twice.replace(heading, heading * 2)
    once, doubled = (draft(it, Catalogue(units=BUILT_IN)) for it in (text, twice))
    assert [section.name for section in doubled.sections] == [section.name for section in once.sections]
    assert figures(twice) == figures(text)


DIVIDED = [
    ("全年完成工业投资4.6", "亿元，增长5%。", [("4.6亿元", "flow"), ("5%", "growth")], []),
    ("全年财政收入达到12.", "3亿元，增长5%。", [("5%", "growth")], ["12."]),
    ("全年新增企业1", "25家，增长5%。", [("5%", "growth")], ["1"]),
    ("全年财政收入达到1,2", "34.5万元，增长5%。", [("5%", "growth")], ["1,2"]),
    ("全年财政收入达到1,", "234.5万元，增长5%。", [("5%", "growth")], ["1,"]),
    ("全年完成工业投资4.6亿", "元，增长5%。", [("4.6亿元", "flow"), ("5%", "growth")], []),
    ("全年新增学位3200", "个，增长5%。", [("3200个", "flow"), ("5%", "growth")], []),
]


@pytest.mark.parametrize("number", ["— 1 —", "2", "\f2 / 30"])
@pytest.mark.parametrize(("above", "below", "read", "unread"), DIVIDED)
def test_a_figure_that_a_page_divides_is_read_whole_or_not_at_all(number, above, below, read, unread):
    drafted = draft(f"{HEAD}{above}\n{number}\n{below}\n", Catalogue(units=BUILT_IN))
    figures = [(it.written.text, it.measure.value) for own in drafted.indicators for it in own.figures]
    assert figures == read
    assert [it.printed.text for it in drafted.exclusions] == unread


def test_a_page_number_that_stands_in_a_line_makes_no_other_number():
    drafted = draft(f"{HEAD}全年完成工业投资4.6 1 亿元，增长5%。\n", Catalogue(units=BUILT_IN))
    figures = [it.written.text for own in drafted.indicators for it in own.figures]
    assert figures == ["5%"]
    assert [it.printed.text for it in drafted.exclusions] == ["4.61亿元"]
