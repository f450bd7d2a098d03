"""settle on the command line: exit codes, formats, the file of matches, the text, and the same through status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import ROOT, run

LAST, THIS, NEXT = (f"examples/yunting-{year}" for year in (2025, 2026, 2027))


def content_of(*arguments: str) -> dict:
    ran = run("settle", *arguments, "--format", "json")
    assert ran.err == ""
    return json.loads(ran.out)


def test_it_exits_with_0_and_with_1_for_what_is_to_fail():
    assert run("settle", LAST, THIS).code == 0
    assert run("settle", LAST, THIS, "--fail-on", "missed,dropped").code == 1
    assert run("settle", LAST, THIS, "--status", "met", "--fail-on", "missed").code == 1
    assert run("settle", THIS, NEXT, "--fail-on", "dropped").code == 0
    assert run("settle", LAST, THIS, "--fail-on", "lost").code == 2


def test_the_row_of_a_promise_has_the_fields_of_the_design():
    content = content_of(LAST, THIS)
    gdp = content["promises"][0]
    wanted = {
        "indicator": "gdp", "name": "地区生产总值", "name_en": "Gross regional product", "measure": "growth",
        "period": "2025", "target": "6%以上", "result": "6.3%", "result_value": "6.3", "gap": "0.3",
        "gap_unit": "个百分点", "status": "met", "repeated": "6%以上", "matched_by": "id",
        "file": f"{LAST}/targets.yaml", "result_file": f"{THIS}/baselines.yaml", "reason": None,
    }  # fmt: skip
    assert {key: gdp[key] for key in wanted} == wanted
    for key, file in (("line", "file"), ("result_line", "result_file")):
        line = (ROOT / gdp[file]).read_text("utf-8").splitlines()[gdp[key] - 1]
        assert (gdp["target"] if key == "line" else gdp["result"]) in line
    summary = content["summary"]
    assert sum(summary["statuses"].values()) == summary["promises"] == len(content["promises"]) == 20
    assert {check["kind"] for check in content["restatements"]} >= {"restatement", "implied_base"}
    assert all(len(check["printed"]) >= 2 for check in content["restatements"])


def test_a_worked_out_result_is_a_range_and_no_number():
    rows = {row["indicator"]: row for row in content_of(LAST, THIS)["promises"]}
    exports = rows["exports"]
    assert (exports["result_value"], exports["gap"], exports["how"]) == (None, None, "two_amounts")
    assert exports["result_low"] == "3800/801"
    assert exports["worked_out_with"] == ["40.0亿元"]


@pytest.mark.parametrize("suffix", ["html", "xlsx", "csv", "md", "json", "txt"])
def test_every_format_goes_into_a_file(tmp_path, suffix):
    file = tmp_path / f"兑现.{suffix}"
    ran = run("settle", LAST, THIS, "--output", str(file))
    assert (ran.code, ran.out, ran.err) == (0, "", f"已写 {file}。\n")
    assert file.stat().st_size > 1000


def test_matches_are_written_corrected_and_read_back(tmp_path):
    file = tmp_path / "配对.yaml"
    first = run("settle", LAST, THIS, "--write-matches", str(file))
    assert first.code == 0
    assert "猜测 1" in first.err
    text = file.read_text("utf-8")
    assert "{last: pocket_parks, this: new_pocket_parks}  # 猜测" in text
    file.write_text(text.replace("this: new_pocket_parks", "this: none"), "utf-8")
    rows = {row["indicator"]: row for row in content_of(LAST, THIS, "--matches", str(file))["promises"]}
    assert (rows["pocket_parks"]["status"], rows["pocket_parks"]["matched_by"]) == ("dropped", None)
    assert (rows["gdp"]["status"], rows["gdp"]["matched_by"]) == ("met", "file")


def test_what_is_wrong_with_a_file_of_matches_is_told_at_once(tmp_path):
    file = tmp_path / "配对.yaml"
    file.write_text(
        "matches:\n  - {last: gpd, this: gdp}\n  - {last: gdp, this: gdp}\n  - {last: exports, this: gdp}\n", "utf-8"
    )
    ran = run("settle", LAST, THIS, "--matches", str(file))
    assert ran.code == 2
    assert ":2:12: R001" in ran.err
    assert ":4:5: S001" in ran.err


def test_reports_out_of_order_are_refused():
    ran = run("settle", THIS, LAST)
    assert (ran.code, ran.out) == (2, "")
    assert "S002" in ran.err
    assert run("settle", LAST, LAST).code == 2
    assert run("settle", LAST).code == 2
    assert "S003" in run("settle", LAST, THIS, NEXT, "--text", "没有.txt").err


REPORT = """2026年云汀县政府工作报告
各位代表：
一、2025年工作回顾
过去一年，{said}。地区生产总值增长6.3%。
二、2026年工作安排
今年经济社会发展的主要预期目标是：居民消费价格涨幅2%左右。
"""


@pytest.mark.parametrize(
    ("said", "status", "reason", "line"),
    [
        ("就业稳定", "dropped", "word_absent", None),
        ("居民消费价格总体平稳", "not_quantified", "word_only", 4),
        ("居民消费价格上涨0.3%", "not_comparable", "number_not_matched", 4),
    ],
)
def test_the_text_tells_three_kinds_of_silence_apart(tmp_path, said, status, reason, line):
    text = tmp_path / "报告.txt"
    text.write_text(REPORT.format(said=said), "utf-8")
    rows = {row["indicator"]: row for row in content_of(LAST, THIS, "--text", str(text))["promises"]}
    prices = rows["consumer_prices"]
    assert (prices["status"], prices["reason"], prices["result_line"]) == (status, reason, line)


def test_the_text_of_the_example_says_what_its_data_say():
    rows = {row["indicator"]: row for row in content_of(LAST, THIS, "--text", f"{THIS}/report.txt")["promises"]}
    without = {row["indicator"]: row for row in content_of(LAST, THIS)["promises"]}
    differ = {id for id, row in rows.items() if row != without[id]}
    assert differ == {"consumer_prices"}
    assert (rows["consumer_prices"]["status"], rows["consumer_prices"]["reason"]) == ("dropped", "word_absent")
    assert without["consumer_prices"]["reason"] == "no_figure"


def test_several_years_have_a_record():
    content = content_of(LAST, THIS, NEXT)
    assert len(content["pairs"]) == 2
    gdp = next(record for record in content["record"] if record["indicator"] == "gdp")
    assert [year["status"] for year in gdp["years"]] == ["met", "missed"]
    assert (gdp["met"], gdp["missed"], gdp["mean_gap"]) == (1, 1, "0.05")


def test_status_and_gap_take_the_results_of_another_report():
    ran = run("status", "--data", LAST, "--results", THIS, "--format", "json")
    gaps = {gap["indicator"]: gap for gap in json.loads(ran.out)["gaps"]}
    assert (gaps["gdp"]["status"], gaps["gdp"]["actual"]) == ("met", "6.3%")
    assert f"{THIS}/baselines.yaml:19" in gaps["gdp"]["source"]
    assert gaps["consumer_prices"]["actual"] is None
    one = run("gap", "--indicator", "gdp", "--data", LAST, "--results", THIS, "--fail-on", "missed")
    assert (one.code, "6.3%" in one.out) == (0, True)
    assert run("status", "--data", LAST, "--results", "nowhere").code == 2


def test_targets_of_two_places_side_by_side(tmp_path):
    ran = run("status", "--data", THIS, "--compare-with", str(ROOT), "--format", "json")
    rows = {row["indicator"]: row for row in json.loads(ran.out)["comparisons"]}
    assert (rows["gdp"]["here"], rows["gdp"]["there"], rows["gdp"]["relation"]) == ("6%以上", "5%左右", "higher")
    assert (rows["gdp"]["difference"], rows["gdp"]["difference_unit"]) == ("1", "个百分点")
    assert rows["large_industrial_value_added"]["relation"] == "lower"
    assert rows["consumer_prices"]["relation"] == "only_here"
    assert rows["retail_sales"]["relation"] == "only_there"
    assert run("status", "--compare-with", str(tmp_path / "nowhere")).code == 2


def test_nothing_that_was_missed_is_drawn_as_kept():
    page = run("settle", LAST, THIS, NEXT, "--format", "html").out
    assert "<script" not in page
    assert "http" not in page.replace("http://www.w3.org", "")
    assert page.count('class="b-missed"') >= 4


def test_a_workbook_has_words_for_people_and_numbers_as_numbers(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    file = tmp_path / "兑现.xlsx"
    assert run("settle", LAST, THIS, "--output", str(file)).code == 0
    heading, *rows = openpyxl.load_workbook(file).active.iter_rows(values_only=True)
    assert heading[:7] == ("名称", "状态", "目标", "时期", "后来怎么说", "差距", "差距单位")
    by_name = {row[0]: dict(zip(heading, row, strict=True)) for row in rows}
    assert {row["状态"] for row in by_name.values()} == {
        "兑现", "未兑现", "幅度之内", "数据里没有", "换了说法", "对不上", "不能判定", "只说未给数", "承诺无数",
        "未到期",
    }  # fmt: skip
    assert by_name["固定资产投资"]["差距"] == -2.9
    assert by_name["新建口袋公园"]["配对"] == "猜测"
    assert all(str(name).isascii() is False for name in heading)


def two_packs(folder: Path, name: str, title: str, told: str) -> tuple[str, str]:
    """A promise of 2025 about investment, and what another report tells under a name."""
    for part, own, figures, heading in (
        ("a", "固定资产投资", "[]", "甲县2025年政府工作报告"),
        ("b", name, f"[{{growth: 9%, period: {told}, section: 一}}]", title),
    ):
        pack = folder / part
        pack.mkdir()
        (pack / "baselines.yaml").write_text(
            f"report: {{title: {heading}}}\nindicators:\n  inv:\n    name: {own}\n    name_en: x\n    direction: up\n"
            f"    figures: {figures}\n",
            encoding="utf-8",
        )
        targets = "  - {indicator: inv, growth: 5%, period: 2025, section: 三}\n" if part == "a" else ""
        (pack / "targets.yaml").write_text("targets:\n" + targets if targets else "targets: []\n", encoding="utf-8")
    return str(folder / "a"), str(folder / "b")


def test_one_id_with_two_names_is_asked_about(tmp_path):
    ran = run("settle", *two_packs(tmp_path, "工业投资", "甲县2026年政府工作报告", "2025"))
    assert "编号相同，名称在后一份里是「工业投资」" in ran.out
    assert ran.err == ""


def test_titles_of_two_places_are_said(tmp_path):
    ran = run("settle", *two_packs(tmp_path, "固定资产投资", "乙县2026年政府工作报告", "2025"))
    assert (ran.code, "不像是同一个地方" in ran.err, "编号相同" in ran.out) == (0, True, False)


def test_a_report_that_answers_nothing_is_said_where_actuals_are_taken_from_it(tmp_path):
    last, this = two_packs(tmp_path, "固定资产投资", "甲县2027年政府工作报告", "2026")
    ran = run("status", "--data", last, "--results", this)
    assert (ran.code, f"--results {this}" in ran.err) == (0, True)


def test_places_that_mean_two_things_by_one_id_are_shown_with_both_names(tmp_path):
    last, this = two_packs(tmp_path, "工业投资", "乙县2025年政府工作报告", "2024")
    (tmp_path / "b" / "targets.yaml").write_text(
        "targets:\n  - {indicator: inv, growth: 9%, period: 2025, section: 三}\n", encoding="utf-8"
    )
    assert "那里叫「工业投资」" in run("status", "--data", last, "--compare-with", this, columns=120).out
