"""Who answers for what, written into the targets: what was there stays to the last blank."""

from __future__ import annotations

import pytest
from making import pack
from openpyxl import Workbook, load_workbook
from running import ROOT, run

from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.writing.responsible import with_bodies

HEAD = "# 目标 targets\ntargets:\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # in braces: before the section, digits and comments as they were
        (
            "  - {indicator: a, flow: 2.70亿元, period: 2026, section: 三}   # 一字不动\n",
            "  - {indicator: a, flow: 2.70亿元, period: 2026, responsible: 教育局, section: 三}   # 一字不动\n",
        ),
        # a key a line
        (
            "  - indicator: a\n    flow: 010所  # ten\n    period: 2026\n    section: 三\n",
            "  - indicator: a\n    flow: 010所  # ten\n    period: 2026\n    responsible: 教育局\n    section: 三\n",
        ),
        ("  - section: 三\n    indicator: a\n", "  - responsible: 教育局\n    section: 三\n    indicator: a\n"),
        # in braces over several lines
        (
            "  - {indicator: a,\n     section: 三,\n     period: 2026}\n",
            "  - {indicator: a,\n     responsible: 教育局, section: 三,\n     period: 2026}\n",
        ),
        # another body stands there already, in every kind of quotation marks
        (
            "  - {indicator: a, responsible: 卫健局, section: 三}\n",
            "  - {indicator: a, responsible: 教育局, section: 三}\n",
        ),
        (
            "  - {indicator: a, responsible: '卫健局, 教育局', section: 三}\n",
            "  - {indicator: a, responsible: 教育局, section: 三}\n",
        ),
        (
            "  - indicator: a\n    responsible:\n    section: 三\n",
            "  - indicator: a\n    responsible: 教育局\n    section: 三\n",
        ),
        # the same one: nothing changes
        ("  - {indicator: a, responsible: 教育局, section: 三}\n",) * 2,
        # another indicator: nothing changes
        ("  - {indicator: b, section: 三}\n",) * 2,
        ("  - {indicator: a, section: 三}\r\n", "  - {indicator: a, responsible: 教育局, section: 三}\r\n"),
    ],
)
def test_nothing_else_changes(before, after):
    assigned = with_bodies(HEAD + before, {"a": "教育局"})
    assert assigned.text == HEAD + after
    assert assigned.changed == (before != after)


def test_a_body_with_signs_of_yaml_is_quoted():
    text = with_bodies(f"{HEAD}  - {{indicator: a, section: 三}}\n", {"a": "发改局: 综合科, 财政局"}).text
    assert "responsible: '发改局: 综合科, 财政局', section" in text


def test_the_shipped_targets_take_a_body_each(tmp_path):
    """Every line but those that got a body is as it was, and every target says what it said."""
    for name in ("targets.yaml", "baselines.yaml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    before = load_catalogue(tmp_path)
    table = "".join(f"{id},{id[:3]}局\n" for id in dict.fromkeys(t.indicator for t in before.targets))
    (tmp_path / "bodies.csv").write_text(f"指标,牵头单位\n{table}", "utf-8-sig")
    ran = run("assign", str(tmp_path / "bodies.csv"), "--data", str(tmp_path))
    assert (ran.code, ran.out) == (0, "")
    after = load_catalogue(tmp_path)
    assert [t.responsible for t in after.targets] == [f"{t.indicator[:3]}局" for t in after.targets]
    plain = [
        one._replace(responsible="", place=two.place) for one, two in zip(after.targets, before.targets, strict=True)
    ]
    assert plain == list(before.targets)
    shipped = (ROOT / "targets.yaml").read_text("utf-8").split("\n")
    written = (tmp_path / "targets.yaml").read_text("utf-8").split("\n")
    assert [line for line in shipped if line.lstrip().startswith("#")] == [
        line for line in written if line.lstrip().startswith("#")
    ]


BASELINES = "indicators:\n" + "".join(
    f"  {id}: {{name: {name}, direction: up}}\n" for id, name in (("a", "学校"), ("b", "道路"), ("c", "基数"))
)
TARGETS = (
    "targets:\n  - {indicator: a, flow: 9所, period: 2026, section: 三}\n"
    "  - {indicator: b, flow: 8公里, period: 2026, section: 三}\n"
)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("指标,牵头单位\n学校,教育局\n学效,教育局\n", "A001"),
        ("指标,牵头单位\na,教育局\n学校,卫健局\n", "A040"),
        ("指标,牵头单位\nc,统计局\n", "A039"),
        ("指标,单位\na,教育局\n", "A005"),
    ],
)
def test_a_wrong_table_changes_nothing(tmp_path, table, told):
    folder = pack(tmp_path, BASELINES, TARGETS)
    (tmp_path / "bodies.csv").write_text(table, "utf-8")
    ran = run("assign", str(tmp_path / "bodies.csv"), "--data", str(folder))
    assert ran.code == 2
    assert f" {told} " in ran.err
    assert (folder / "targets.yaml").read_text("utf-8") == TARGETS


def test_a_workbook_will_do_and_a_trial_writes_nothing(tmp_path):
    folder = pack(tmp_path, BASELINES, TARGETS)
    book = Workbook()
    for row in (["指标名称", "责任单位"], ["学校", "教育局"], ["道路", None]):
        book.active.append(row)
    book.save(tmp_path / "bodies.xlsx")
    command = ["assign", str(tmp_path / "bodies.xlsx"), "--data", str(folder)]
    told = run(*command, "--dry-run").err
    assert "会有 1 项" in told
    assert "接着可以输入：shizhong assign" in told
    assert "（写进去）" in told
    assert (folder / "targets.yaml").read_text("utf-8") == TARGETS
    assert run(*command).code == 0
    assert [t.responsible for t in load_catalogue(folder).targets] == ["教育局", ""]
    assert "（写进去）" not in run(*command, "--dry-run").err  # nothing is left to write


def test_data_that_came_with_the_program_are_left_alone(tmp_path):
    (tmp_path / "bodies.csv").write_text("指标,牵头单位\ngdp,发改局\n", "utf-8")
    ran = run("assign", "bodies.csv", cwd=tmp_path)
    assert (ran.code, " W013 " in ran.err) == (2, True)


def test_a_sheet_for_each_body(tmp_path):
    folder = pack(tmp_path, BASELINES, TARGETS.replace("section: 三}", "section: 三, responsible: '教育局/基建'}", 1))
    ran = run("template", "--each", "-o", str(tmp_path / "sheets"), "--data", str(folder))
    assert ran.code == 0
    assert sorted(path.name for path in (tmp_path / "sheets").iterdir()) == ["教育局_基建.xlsx", "未注明.xlsx"]
    rows = list(load_workbook(tmp_path / "sheets" / "教育局_基建.xlsx").worksheets[0].iter_rows(values_only=True))
    assert [row[1] for row in rows[1:]] == ["a"]
    pages = run("report", "--each", "-o", str(tmp_path / "pages"), "--data", str(folder))
    assert pages.code == 0
    page = (tmp_path / "pages" / "教育局_基建.html").read_text("utf-8")
    assert "学校" in page
    assert "道路" not in page


@pytest.mark.parametrize("command", ["template", "report"])
def test_a_body_that_there_is_not(tmp_path, command):
    folder = pack(tmp_path, BASELINES, TARGETS.replace("section: 三}", "section: 三, responsible: 教育局}"))
    suffix = {"template": "x.xlsx", "report": "x.html"}[command]
    ran = run(command, "--responsible", "教委", "-o", str(tmp_path / suffix), "--data", str(folder))
    assert (ran.code, ran.err.count("教育局")) == (2, 1)
    assert run(command, "--responsible", "教育", "-o", str(tmp_path / suffix), "--data", str(folder)).code == 0
