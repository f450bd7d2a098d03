"""A table with rules is read cell by cell: lines of a cell as one text, cells over several columns or rows in place."""

from __future__ import annotations

import pytest
from pdfs import Drawn, Placed, placed_pdf, ruled, set_in

from shizhong_cli.core.report.scanning.table_lines import LINE_OF_A_CELL
from shizhong_cli.reading.report.documents import read_document

pytest.importorskip("pypdfium2", reason="the extra documents is not installed")

BEFORE, BEHIND = "全县经济运行平稳，主要指标如下表所示。", "以上数据为年快报数。"
ROWS = [
    ("指标", "2025年全年完成额（亿元）", "比上年增长（%）"),
    ("规模以上工业企业利润", "41.7", "-3.1"),
    ("农村居民人均可支配收入（元）", "26107", "6.4"),
]


def text_of(folder, texts: list[Placed], rules: list[Drawn]) -> str:
    path = folder / "report.pdf"
    around = [(50.0, 800.0, 12.0, BEFORE), (50.0, 300.0, 12.0, BEHIND)]
    path.write_bytes(placed_pdf([[*around, *texts]], [rules]))
    return read_document(path)


def lines_of(folder, texts: list[Placed], rules: list[Drawn]) -> list[str]:
    """The lines of the page, without the first and the last, which stand around the table."""
    first, *lines, last = text_of(folder, texts, rules).split("\n")
    assert (first, last) == (BEFORE, BEHIND)
    return lines


def shown(rows: list[tuple[str, ...]]) -> list[str]:
    return ["\t".join(row) for row in rows]


def test_a_text_on_several_lines_of_a_cell_is_one(tmp_path):
    texts, rules, _ = ruled(ROWS, 60, 760)
    assert lines_of(tmp_path, texts, rules) == shown(ROWS)


def test_a_row_of_words_on_many_lines(tmp_path):
    rows = [
        ("责任单位", "任务", "目标"),
        ("县发展改革局、县统计局、县工业和信息化局", "稳步推进", "四千人以上的培训任务全部完成"),
    ]
    texts, rules, _ = ruled(rows, 60, 760)
    assert lines_of(tmp_path, texts, rules) == shown(rows)


def inside(rules: list[Drawn]) -> list[Drawn]:
    """Without the rules at both sides."""
    sides = min(rule[0] for rule in rules), max(rule[2] for rule in rules)
    return [rule for rule in rules if rule[0] != rule[2] or rule[0] not in sides]


def test_a_table_may_be_open_at_its_sides(tmp_path):
    texts, rules, _ = ruled(ROWS, 60, 760)
    assert lines_of(tmp_path, texts, inside(rules)) == shown(ROWS)


@pytest.mark.parametrize("off", [0.0, 0.9])
def test_rules_that_are_drawn_twice_or_do_not_quite_meet(tmp_path, off):
    texts, rules, _ = ruled(ROWS, 60, 760)
    moved = [(x + off, y + off, right - off, low + off) for x, y, right, low in rules]
    assert lines_of(tmp_path, texts, [*rules, *moved]) == shown(ROWS)


def test_cells_over_several_columns_or_rows(tmp_path):
    texts: list[Placed] = [
        (65, 740, 10, "指标"), (180, 750, 10, "2025年"), (165, 730, 10, "总量"), (225, 730, 10, "增长"),
        (65, 705, 10, "经济"), (125, 710, 10, "投资"), (165, 710, 10, "12.4"), (225, 710, 10, "5.1"),
        (125, 690, 10, "消费"), (165, 690, 10, "40"), (225, 690, 10, "-2"),
    ]  # fmt: skip
    rules: list[Drawn] = [
        (60, 765, 260, 765), (160, 745, 260, 745), (60, 725, 260, 725), (120, 705, 260, 705), (60, 685, 260, 685),
        (60, 765, 60, 685), (120, 725, 120, 685), (160, 765, 160, 685), (220, 745, 220, 685), (260, 765, 260, 685),
    ]  # fmt: skip
    assert lines_of(tmp_path, texts, rules) == [
        "指标\t\t2025年\t", "\t\t总量\t增长", "经济\t投资\t12.4\t5.1", "\t消费\t40\t-2",
    ]  # fmt: skip


def body(names: list[str], firsts: list[str], seconds: list[str]) -> tuple[list[Placed], list[Drawn]]:
    """A table with rules between its columns and below its heads, and none between its rows."""
    texts: list[Placed] = [(65, 745, 10, "指标"), (165, 745, 10, "总量（亿元）"), (265, 745, 10, "增长（%）")]
    rules: list[Drawn] = [(60, y, 340, y) for y in (760, 740, 400)]
    rules += [(x, 760, x, 400) for x in (60, 160, 260, 340)]
    place = 728.0
    for name, first, second in zip(names, firsts, seconds, strict=True):
        lines = set_in(name, 65, place, 8, 10)
        middle = (lines[0][1] + lines[-1][1]) / 2
        texts += [*lines, (165, middle, 10, first), (265, middle, 10, second)]
        place -= 14 * len(lines) + 3
    return texts, rules


def test_rows_without_rules_between_them(tmp_path):
    names = ["城镇常住居民人均可支配收入总额", "规模以上工业增加值", "固定资产投资"]
    found = lines_of(tmp_path, *body(names, ["312.6", "121.9", "88.4"], ["5.4", "6.7", "-2.5"]))
    assert found == shown(
        [
            ("指标", "总量（亿元）", "增长（%）"),
            (names[0], "312.6", "5.4"),
            (names[1], "121.9", "6.7"),
            (names[2], "88.4", "-2.5"),
        ]
    )


def test_two_numbers_of_a_cell_are_kept_apart(tmp_path):
    found = lines_of(
        tmp_path,
        *ruled([("指标", "数量", "增长"), ("投资", "312.6", "5.1"), ("税收", "1234567890123", "4")], 60, 760)[:2],
    )
    assert found[2] == f"税收\t123456789012{LINE_OF_A_CELL}3\t4"


def test_a_frame_around_text_is_no_table(tmp_path):
    frame: list[Drawn] = [(40, 770, 540, 770), (40, 500, 540, 500), (40, 770, 40, 500), (540, 770, 540, 500)]
    text = "专栏一：今年新建学校5所、改造老旧小区12个，完成投资2.7亿元，受益群众达到1.3万户，按期交付使用。"
    assert "".join(lines_of(tmp_path, set_in(text, 50, 740, 40), frame)) == text


def test_rules_that_are_thin_boxes(tmp_path):
    """As Word and browsers draw them."""
    texts, rules, _ = ruled(ROWS, 60, 760)
    boxes = [
        f"{min(x, right)} {min(y, low)} {max(abs(right - x), 0.5)} {max(abs(y - low), 0.5)} re f\n"
        for x, y, right, low in rules
    ]
    path = tmp_path / "report.pdf"
    path.write_bytes(placed_pdf([texts]).replace(b"stream\nBT", b"stream\n" + "".join(boxes).encode() + b"BT"))
    assert read_document(path).split("\n") == shown(ROWS)
