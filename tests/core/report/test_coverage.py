"""Text and data against each other: made-up reports first, then the shipped data against the index of their report."""

from __future__ import annotations

import csv
import io
import json
import os
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import load
from running import ROOT, run

from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue, Figure, Section
from shizhong_cli.core.pack.terms import Role
from shizhong_cli.core.report.compared import Coverage
from shizhong_cli.core.report.coverage import cover
from shizhong_cli.core.report.coverage_rows import coverage_content, index_rows
from shizhong_cli.core.report.layout import layout_of, plain_of
from shizhong_cli.core.report.near_misses import NearMisses, digit_distance
from shizhong_cli.core.report.numbers import Numbers, numbers_of
from shizhong_cli.escapes.yaml import flow_mapping, scalar
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.reading.report.number_index import read_index

REPORT = Path(os.environ.get("SHIZHONG_REPORT", ROOT.parent / "shared" / "report.txt"))
INDEX = ROOT / "tests" / "data" / "numbers.csv"
SHIPPED = load_catalogue(ROOT)
INDEXED = read_index(INDEX, SHIPPED)

TEXT = """一、回顾

经济稳。地区生产总值达到1451.6亿元，增长5%。企业超过12.6万户，净增138家。

民生好。办成实事20件，新增就业2.67万人，建成“15分钟生活圈”6个，清运率、达标率均达100%，全面清零。

二、2026年安排

地区生产总值增长5%左右，办好三大类实事25件。
"""
DATA = """
sections:
  一/经济: {begins: 经济稳}
  一/民生: {begins: 民生好}
  二: {begins: 二、}
indicators:
  gdp: {name: 地区生产总值, name_en: GDP, direction: up, figures: [
    {flow: 1451.6亿元, period: 2025, section: 一/经济}, {growth: 5%, period: 2025, section: 一/经济}]}
  firms: {name: 企业, name_en: Firms, direction: up, figures: [{level: 超过12.6万户, period: 2025, section: 一/经济}]}
  more: {name: 净增企业, name_en: More, direction: up, figures: [{change: 138家, period: 2025, section: 一/经济}]}
  deeds: {name: 实事, name_en: Deeds, direction: up, units: [项, 件], figures: [
    {flow: 20项, period: 2025, section: 一/民生}]}
  jobs: {name: 就业, name_en: Jobs, direction: up, figures: [{flow: 2.67万人, period: 2025, section: 一/民生}]}
  rounds: {name: 生活圈, name_en: Circles, direction: up, figures: [{level: 6个, period: 2025, section: 一/民生}]}
  clean: {name: 清运率, name_en: Cleared, direction: up, figures: [{share: 100%, period: 2025, section: 一/民生}]}
  met: {name: 达标率, name_en: Met, direction: up, figures: [
    {share: 100%, period: 2025, section: 一/民生, shared: true}]}
  left: {name: 余数, name_en: Left, direction: down, figures: [
    {level: 清零, unit: 处, period: 2025, section: 一/民生}]}
"""
TARGETS = """
targets:
  - {indicator: gdp, growth: 5%左右, period: 2026, section: 二}
  - {indicator: deeds, flow: 25件, period: 2026, section: 二}
"""


def covered(folder: Path, text: str = TEXT, data: str = DATA, targets: str = TARGETS) -> Coverage:
    catalogue = load(folder, data, targets)
    numbers = numbers_of(text, catalogue)
    return cover(catalogue, numbers.printed, numbers.located)


def told(coverage: Coverage) -> dict[str, list[str]]:
    """The findings in short."""
    found = {
        "undeclared": [it.text for it in coverage.undeclared],
        "unmatched": [figure.printed for figure in coverage.unmatched],
        "misplaced": [match.figure.printed for match in coverage.misplaced],
        "outdated": [it.text for it in coverage.outdated],
        "unlike": [match.figure.printed for match in coverage.unlike],
    }
    return {kind: texts for kind, texts in found.items() if texts}


def test_a_complete_report(tmp_path):
    coverage = covered(tmp_path)
    assert told(coverage) == {}
    assert coverage.is_complete
    assert len(coverage.matched) == 12
    assert {it.printed.text for it in coverage.excluded} >= {"一、", "15分钟", "2026年", "二、"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("1451.6亿元，p", "1415.6亿元，p", None),  # nothing to replace, nothing found
        ("flow: 1451.6亿元", "flow: 1415.6亿元", {"undeclared": ["1451.6亿元"], "unmatched": ["1415.6亿元"]}),
        ("flow: 1451.6亿元", "flow: 1451.60亿元", {"undeclared": ["1451.6亿元"], "unmatched": ["1451.60亿元"]}),
        ("flow: 1451.6亿元", "flow: 1451.6万元", {"undeclared": ["1451.6亿元"], "unmatched": ["1451.6万元"]}),
        ("change: 138家", "change: 138户", {"undeclared": ["138家"], "unmatched": ["138户"]}),
        ("flow: 20项", "flow: 20件", None),  # two words for one thing
        ("超过12.6万户", "12.6万户", {"unlike": ["12.6万户"]}),
        ("清零, unit: 处", "0处", {"undeclared": ["清零"], "unmatched": ["0处"]}),
        (", shared: true", "", {"unmatched": ["100%"]}),
        ("2.67万人, period: 2025, section: 一/民生", "2.67万人, period: 2025, section: 一/经济",
         {"misplaced": ["2.67万人"]}),
        ("{begins: 经济稳}", "{begins: 没有的话}", None),  # told, and matched anywhere
        ("level: 6个", "level: 15分钟", {"undeclared": ["6个"]}),  # a figure may claim what looks like a name
        ("level: 6个, period: 2025, section: 一/民生", "level: 15分钟, period: 2025, section: 一/经济",
         {"undeclared": ["6个"], "unmatched": ["15分钟"]}),
    ],
)  # fmt: skip
def test_what_is_left_over(tmp_path, old, new, expected):
    assert told(covered(tmp_path, data=DATA.replace(old, new))) == (expected or {})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("净增138家", "净增一百三十八家", {"undeclared": ["一百三十八家"], "unmatched": ["138家"]}),
        ("净增138家", "净增１３８ 家", {}),
        ("净增138家", "净增**138**家", {}),
        ("净增138家", "净增138鬲", {"undeclared": ["138"], "unmatched": ["138家"]}),
        ("净增138家", "净增138家、139家", {"undeclared": ["139家"]}),
        ("均达100%", "均达100%、100%", {"undeclared": ["100%"]}),
        ("均达100%", "均达99%", {"undeclared": ["99%"], "unmatched": ["100%", "100%"]}),
        ("实事25件", "实事20件", {"undeclared": ["20件"], "unmatched": ["25件"]}),
        ("经济稳。", "", {}),
    ],
)
def test_another_text(tmp_path, old, new, expected):
    found = told(covered(tmp_path, TEXT.replace(old, new)))
    assert {kind: texts for kind, texts in found.items() if kind != "unlike"} == expected


@pytest.mark.parametrize(
    ("exclusions", "expected"),
    [
        ("{text: 30个村, section: 二, reason: 口号}", {}),
        ("{text: 30个, section: 二, reason: 口号}", {}),
        ("{text: '30', section: 二, reason: 口号}", {}),
        ("{text: 30个村, reason: 口号}", {}),
        ("{text: 30个镇, section: 二, reason: 口号}", {"undeclared": ["30个"], "outdated": ["30个镇"]}),
        ("{text: 30个村, section: 一/经济, reason: 口号}", {"undeclared": ["30个"], "outdated": ["30个村"]}),
        ("{text: 30个村, section: 二, reason: 口号}, {text: 15分钟, section: 一/民生, reason: 名称}", {}),
        (
            "{text: 30个村, section: 二, reason: 口号}, {text: 30个村, section: 二, reason: 口号}",
            {"outdated": ["30个村"]},
        ),
        (
            "{text: 30个村, section: 二, reason: 口号}, {text: 三大类, section: 二, reason: 口号}",
            {"outdated": ["三大类"]},
        ),
    ],
)
def test_exclusions(tmp_path, exclusions, expected):
    text = TEXT.replace("25件", "25件，惠及30个村")
    assert told(covered(tmp_path, text, targets=f"{TARGETS}exclusions: [{exclusions}]")) == expected


def test_a_declared_reason_is_told(tmp_path):
    catalogue = load(
        tmp_path, DATA, f"{TARGETS}exclusions: [{{text: 15分钟生活圈, section: 一/民生, reason: 名称里的数}}]"
    )
    numbers = numbers_of(TEXT, catalogue)
    content = coverage_content(catalogue, cover(catalogue, numbers.printed, numbers.located), numbers.missing)
    reasons = {row["text"]: row["reason"] for row in content["excluded"]}
    assert reasons["15分钟"] == "名称里的数"
    assert reasons["2026年"] == "date"


def test_of_two_fitting_numbers_the_one_with_the_same_wording(tmp_path):
    text = TEXT.replace("增长5%。", "增长5%，服务业占比5%，投资增长5%以上。")
    more = (
        "indicators:\n"
        "  inv: {name: 投资, name_en: I, direction: up, figures: [{growth: 5%以上, period: 2025, section: 一/经济}]}\n"
        "  share: {name: 占比, name_en: S, direction: up, figures: [{share: 5%, period: 2025, section: 一/经济}]}"
    )
    data = DATA.replace("indicators:", more)
    coverage = covered(tmp_path, text, data)
    assert told(coverage) == {}
    starts = {match.figure.reference: match.printed.number.start for match in coverage.matched}
    assert starts["gdp.growth@2025"] < starts["share.share@2025"] < starts["inv.growth@2025"]


def test_steps_have_a_size(tmp_path):
    text, data = "一、回顾\n经济总量跨越四个百亿台阶。", (
        "sections: {一: {begins: 一、}}\nindicators:\n  gdp: {name: 总量, name_en: G, direction: up, figures: ["
        "{change: 四个千亿台阶, period: 2025, since: 2020, section: 一}]}"
    )  # fmt: skip
    assert told(covered(tmp_path, text, data, "targets: []")) == {
        "undeclared": ["四个百亿台阶"], "unmatched": ["四个千亿台阶"]
    }  # fmt: skip
    assert told(covered(tmp_path, text, data.replace("千亿", "百亿"), "targets: []")) == {}


def sections(*begins: str) -> list[Section]:
    return [Section(f"节{n}/{words}", words, words, words if words[0] == "^" else "") for n, words in enumerate(begins)]


@pytest.mark.parametrize(
    ("text", "names", "starts"),
    [
        ("经济。二 民生。三", ["经济", "民生"], [0, 5]),
        ("谈到民生。经济。民生。", ["经济", "民生"], [5, 8]),
        ("# **经 济**。\n\n民\n生。", ["经济", "民生"], [4, 12]),
        ("经济。民生。", ["民生", "经济"], [0]),  # not in this order
        ("经济。民生。尾巴说自身", ["自身", "经济", "民生"], [0, 3]),  # one that would hide two others
        ("经济。", ["经济", "没有"], [0]),
        ("", ["经济"], []),
        ("济", ["济"], []),  # one character is found anywhere
    ],
)
def test_layout(text, names, starts):
    layout = layout_of(plain_of(text), sections(*names))
    assert list(layout.starts) == starts
    assert len(layout.paths) + len(layout.missing) == len(names)


@given(
    st.text("一二经济民生。 *#\n", max_size=60), st.lists(st.sampled_from(["经济", "民生", "一二", "二"]), max_size=6)
)
def test_the_parts_found_are_in_the_order_of_the_text(text, names):
    layout = layout_of(plain_of(text), sections(*names))
    assert list(layout.starts) == sorted(set(layout.starts))
    wanted = [it.path for it in sections(*names)]
    assert [path for path in wanted if path in layout.paths] == list(layout.paths)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("1451.6", "1415.6", 1),
        ("2.70", "2.7", 1),
        ("5", "8", 1),
        ("100", "100", 0),
        ("12.6", "126", 1),
        ("7", "123", 3),
    ],
)
def test_digit_distance(one, other, distance):
    assert digit_distance(one, other) == digit_distance(other, one) == distance


def test_the_nearest_candidate(tmp_path):
    coverage = covered(tmp_path, data=DATA.replace("1451.6", "1415.6").replace("flow: 2.67万人", "flow: 2.67万户"))
    misses = NearMisses(coverage)
    near = {figure.printed: it.text for figure in coverage.unmatched if (it := misses.number(figure))}
    assert near == {"1415.6亿元": "1451.6亿元", "2.67万户": "2.67万人"}


@given(st.text(max_size=30))
def test_any_text_is_one_yaml_value(tmp_path_factory, text):
    from shizhong_cli.reading.pack.located import Mapping, Scalar, read_yaml

    file = tmp_path_factory.mktemp("yaml") / "it.yaml"
    file.write_text(f"a: {scalar(text)}\nb: {flow_mapping({'c': text, 'd': 'x'})}\n", "utf-8")
    node, problems = read_yaml(file, "it.yaml")
    assert problems == []
    assert isinstance(node, Mapping)
    assert isinstance(node.entries["a"].value, Scalar)
    assert node.entries["a"].value.text.split() == [word for word in node.entries["a"].value.text.split() if word]
    assert isinstance(node.entries["b"].value, Mapping)


# ── the command ───────────────────────────────────────────────────────────────


@pytest.fixture
def folder(tmp_path):
    load(tmp_path, DATA, TARGETS)
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    return tmp_path


def change(folder: Path, old: str, new: str) -> None:
    text = (folder / "baselines.yaml").read_text("utf-8")
    assert old in text
    (folder / "baselines.yaml").write_text(text.replace(old, new), "utf-8")


def test_exit_codes(folder):
    assert run("coverage", "report.txt", "--data", ".", cwd=folder).code == 0
    change(folder, "138家", "183家")
    assert run("coverage", "report.txt", "--data", ".", cwd=folder).code == 1
    assert run("coverage", "missing.txt", "--data", ".", cwd=folder).code == 2
    change(folder, "183家", "183尊")
    assert run("coverage", "report.txt", "--data", ".", cwd=folder).code == 2


def test_json(folder):
    change(folder, "138家", "183家")
    ran = run("coverage", "report.txt", "--data", ".", "--format", "json", cwd=folder)
    document = json.loads(ran.out)
    assert (document["schema_version"], document["matched"], document["complete"]) == ("1", 11, False)
    (undeclared,), (unmatched,) = document["undeclared"], document["unmatched"]
    assert undeclared["yaml"] == "- {change: 138家, period: 2025, section: 一/经济}"
    assert (undeclared["line"], undeclared["column"]) == (3, 40)
    assert TEXT[undeclared["start"] : undeclared["end"]] == "138家"
    assert (unmatched["nearest"], unmatched["file"], unmatched["line"]) == ("138家", "baselines.yaml", 10)
    assert document["misplaced"] == document["outdated"] == []


def test_github(folder):
    change(folder, "138家", "183家")
    out = run("coverage", "report.txt", "--data", ".", "--format", "github", lang="en", cwd=folder).out.splitlines()
    assert out[0].startswith("::error file=baselines.yaml,line=10,col=")
    assert out[0].endswith("More 183家 (183) perhaps 138家")
    assert out[1].startswith("::error file=report.txt,line=3,col=40,title=In the text and not in the data::")
    assert out[2].startswith("::notice title=shizhong coverage::11 matched")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("format", ["table", "markdown", "csv"])
def test_every_page_names_what_is_left_over(folder, lang, format):
    change(folder, "138家", "183家")
    change(folder, "indicators:", "exclusions: [{text: 没有的, reason: 口号}]\nindicators:")
    change(folder, "2.67万人, period: 2025, section: 一/民生", "2.67万人, period: 2025, section: 一/经济")
    change(folder, "超过12.6", "12.6")
    args = ("coverage", "report.txt", "--data", ".", "--format", format, "--excluded")
    ran = run(*args, lang=lang, columns=140, cwd=folder)
    assert ran.code == 1
    for text in ("183家", "138家", "没有的", "2.67万人", "12.6万户", "15分钟"):
        assert text in ran.out


def test_the_index_proves_the_same(folder):
    ran = run("coverage", "report.txt", "--data", ".", "--index", "numbers.csv", cwd=folder)
    assert ran.code == 0
    rows = list(csv.DictReader(io.StringIO((folder / "numbers.csv").read_text("utf-8"))))
    assert rows[1]["number"] == "1451.6亿元"
    assert (rows[1]["section"], rows[1]["order"], rows[1]["figure"]) == ("一/经济", "1", "gdp.flow@2025")
    assert run("coverage", "numbers.csv", "--data", ".", cwd=folder).code == 0
    change(folder, "138家", "183家")
    ran = run("coverage", "numbers.csv", "--data", ".", "--format", "json", cwd=folder)
    assert ran.code == 1
    assert json.loads(ran.out)["unmatched"][0]["nearest"] == "138家"
    assert run("coverage", "report.txt", "--data", ".", "--index", "numbers.csv", cwd=folder).code == 2  # not replaced


HEADING = "section,number,digits,value,unit,unknown_unit,qualifier,bound,measure,class"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "Y005"), ("a,b\n1,2\n", "A005"), ('"', "A008"),
        (f"{HEADING}\n一,5个,5,五,个,,,exact,,quantity\n", "N001"),
        (f"{HEADING}\n一,5个,5,5,个,,,so,,quantity\n", "N001"),
        (f"{HEADING}\n一,5个,5,1/0,个,,,exact,,quantity\n", "N001"),
    ],
)  # fmt: skip
def test_an_index_that_cannot_be_read(tmp_path, content, code):
    (tmp_path / "numbers.csv").write_text(content, "utf-8")
    with pytest.raises(CannotGoOn) as caught:
        read_index(tmp_path / "numbers.csv", SHIPPED)
    assert [problem.code for problem in caught.value.problems] == [code]


# ── the shipped data ──────────────────────────────────────────────────────────


def report_numbers() -> Numbers:
    if not REPORT.is_file():
        pytest.skip(f"the report is not here: {REPORT}")
    return numbers_of(REPORT.read_text(encoding="utf-8"), SHIPPED)


def test_the_index_covers_the_shipped_data():
    coverage = cover(SHIPPED, INDEXED.printed, INDEXED.located)
    assert told(coverage) == {}
    assert len(coverage.matched) == 218
    assert len(coverage.excluded) == 33


def test_the_index_names_the_figures():
    rows = list(csv.DictReader(io.StringIO(INDEX.read_text("utf-8"))))
    computed = index_rows(cover(SHIPPED, INDEXED.printed, INDEXED.located), INDEXED.printed)
    assert [row["figure"] for row in rows] == [row["figure"] for row in computed]
    assert max(len(row["number"]) for row in rows) <= 12  # numbers, no sentences


def test_the_report_covers_the_shipped_data():
    numbers = report_numbers()
    coverage = cover(SHIPPED, numbers.printed, numbers.located)
    assert told(coverage) == {}
    assert coverage.is_complete
    assert numbers.missing == ()


def test_the_index_is_that_of_the_report(tmp_path):
    report_numbers()
    made = tmp_path / "numbers.csv"
    assert run("coverage", str(REPORT), "--index", str(made)).code == 0
    assert made.read_text("utf-8") == INDEX.read_text("utf-8")


def in_section(section: str) -> tuple[list[Figure], Numbers]:
    printed = tuple(it for it in INDEXED.printed if it.section == section)
    return [f for f in SHIPPED.figures() if f.section == section], Numbers(printed, INDEXED.located)


def with_figures(figures: list[Figure]) -> Catalogue:
    baselines = tuple(figure for figure in figures if figure.role is Role.BASELINE)
    targets = tuple(figure for figure in figures if figure.role is Role.TARGET)
    return SHIPPED._replace(baselines=baselines, targets=targets)


@pytest.mark.parametrize("section", sorted({f.section for f in SHIPPED.figures()}))
def test_every_wrong_digit_of_every_figure_is_found(section):
    """Every digit of a figure replaced by each of the nine others; its section is enough to see that."""
    figures, numbers = in_section(section)
    assert cover(with_figures(figures), numbers.printed, numbers.located).is_complete
    for position, figure in enumerate(figures):
        for typo in figure.typos():
            wrong = with_figures([*figures[:position], typo, *figures[position + 1 :]])
            coverage = cover(wrong, numbers.printed, numbers.located)
            assert not coverage.is_complete, typo.printed
            assert typo.written.digits in {left.written.digits for left in coverage.unmatched}
            assert figure.shared or figure.written.digits in {it.number.digits for it in coverage.undeclared}


TYPOS = [typo for figure in SHIPPED.figures() for typo in figure.typos()]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(TYPOS) - 1))
def test_a_wrong_digit_is_found_in_the_whole_report(number):
    typo = TYPOS[number]
    places = {typo.place: typo}
    wrong = with_figures([places.get(figure.place, figure) for figure in SHIPPED.figures()])
    coverage = cover(wrong, INDEXED.printed, INDEXED.located)
    assert not coverage.is_complete
    assert typo.written.digits in {
        figure.written.digits for figure in (*coverage.unmatched, *(match.figure for match in coverage.misplaced))
    }


def test_a_wrong_digit_in_the_file_is_found(tmp_path):
    for name in ("baselines.yaml", "targets.yaml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("flow: 1451.6亿元", "flow: 1415.6亿元"), encoding="utf-8")
    ran = run("coverage", str(INDEX), "--data", str(tmp_path), "--format", "json")
    document = json.loads(ran.out)
    assert ran.code == 1
    assert [row["figure"] for row in document["unmatched"]] == ["1415.6亿元"]
    assert document["unmatched"][0]["nearest"] == "1451.6亿元"


def test_values_of_the_index_are_those_of_the_figures():
    for it in INDEXED.printed:
        if it.number.class_ == "quantity" and it.number.unit:
            try:
                written = parse_figure(it.text, BUILT_IN)
            except ValueError:
                continue
            assert abs(written.value) == abs(it.number.value or Fraction(0)), it.text


def test_nothing_that_was_read_is_written_over(folder, tmp_path):
    report = tmp_path / "report.txt"
    report.write_text("市场主体超过12.6万户。", "utf-8")
    before = report.read_bytes()
    for arguments in (
        ["scan", str(report), "--output", str(report)],
        ["coverage", str(report), "--data", str(folder), "--output", str(report)],
        ["coverage", str(report), "--data", str(folder), "--index", str(report), "--force"],
        ["coverage", str(report), "--data", str(folder), "--index", str(folder / "targets.yaml"), "--force"],
    ):
        ran = run(*arguments)
        assert (ran.code, "W007" in ran.err) == (2, True), arguments
    assert report.read_bytes() == before
    assert (folder / "targets.yaml").read_text("utf-8").lstrip().startswith(("targets", "report", "#", "sections"))


@pytest.mark.parametrize(
    "change", [(",1455家,1455,", ",1456家,1455,"), (",1455家,1455,1455,", ",1455家,1455,1e999999999,")]
)
def test_an_index_whose_parts_disagree_is_refused(tmp_path, change):
    text = INDEX.read_text(encoding="utf-8")
    assert change[0] in text
    index = tmp_path / "numbers.csv"
    index.write_text(text.replace(*change, 1), "utf-8")
    ran = run("coverage", str(index))
    assert (ran.code, "N001" in ran.err) == (2, True)


RANGE_DATA = """
sections:
  一: {{begins: 地区}}
indicators:
  gdp: {{name: 地区生产总值, name_en: GDP, direction: up, figures: [{}]}}
"""
NO_TARGETS = "targets: []"
AS_RANGE = "{growth: 5%—5.5%, period: 2025, section: 一}"
AS_TWO = "{growth: 5%以上, period: 2025, section: 一}, {growth: 5.5%以内, period: 2024, section: 一}"


@pytest.mark.parametrize(
    ("text", "figures", "matched", "undeclared", "unmatched"),
    [
        ("地区生产总值增长5%—5.5%。", AS_RANGE, 1, [], []),
        ("地区生产总值增长5—5.5%。", AS_RANGE, 1, [], []),
        ("地区生产总值增长5%至5.5%。", AS_RANGE, 1, [], []),
        ("地区生产总值增长5%—5.5%。", AS_TWO, 2, [], []),
        ("地区生产总值增长5%—6%。", AS_RANGE, 0, ["5%", "6%"], ["5%—5.5%"]),
        ("地区生产总值增长5%，工业增长5.5%。", AS_RANGE, 0, ["5%", "5.5%"], ["5%—5.5%"]),
        ("地区生产总值增长5%—5.5%，工业增长5.5%。", AS_RANGE, 1, ["5.5%"], []),
    ],
)
def test_a_range_of_the_data_is_two_numbers_of_the_text(tmp_path, text, figures, matched, undeclared, unmatched):
    catalogue = load(tmp_path, RANGE_DATA.format(figures), NO_TARGETS)
    found = cover(catalogue, *numbers_of(text, catalogue)[:2])
    assert [it.text for it in found.undeclared] == undeclared
    assert [figure.printed for figure in found.unmatched] == unmatched
    assert len(found.matched) == matched
    assert not found.unlike or matched != 1


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("新建学校三所投入使用。", ["三所"]),
        ("办好八件实事。", ["八件"]),
        ("计划投资5—10—15亿元。", ["5—10—15亿元"]),
        ("全区统一部署，一是抓项目，二是抓民生。", []),
        ("坚持三大战略，“三重一大”事项集体研究，五年来成效显著。", []),
    ],
)
def test_a_count_in_words_is_not_vouched_for(tmp_path, text, left):
    catalogue = load(tmp_path, RANGE_DATA.format("{growth: 3.3%, period: 2025, section: 一}"), NO_TARGETS)
    found = cover(catalogue, *numbers_of(f"地区生产总值增长3.3%。{text}", catalogue)[:2])
    assert [it.text for it in found.undeclared] == left
    assert found.is_complete == (not left)
