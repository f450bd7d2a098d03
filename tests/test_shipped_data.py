"""What must hold of the shipped data; with the report at hand, that no number of it was forgotten or mistyped."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest
from running import ROOT, run

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.terms import Role
from shizhong_cli.reading.pack.checks import load_checked

CATALOGUE, CHECKS = load_checked(ROOT)
REPORT = Path(os.environ.get("SHIZHONG_REPORT", ROOT.parent / "shared" / "report.txt"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")

# Where the parts of the report begin, by words that stand only there; a part ends where the next begins.
PARTS = {
    "一/五年/综合实力": "五年拼搏奋进",
    "一/五年/产业能级": "五年集群成势",
    "一/五年/发展活力": "五年改革创新",
    "一/五年/环境面貌": "五年城乡蝶变",
    "一/五年/百姓生活": "五年为民惠民",
    "": "各位代表，2025年是",
    "一/2025/经济基础": "稳预期、促增长",
    "一/2025/产业结构": "兴产业、促转型",
    "一/2025/城市价值": "拓空间、优载体",
    "一/2025/发展活力": "抓改革、促创新",
    "一/2025/城乡环境": "强治理、优生态",
    "一/2025/民生福祉": "办实事、惠民生",
    "一/2025/自身建设": "坚持以党的政治建设为统领",
    "二": "二、“十五五”发展主要目标任务",
    "三": "三、2026年工作安排",
    "三/主要预期目标": "主要预期目标",
    **{f"三/（{n}）": f"（{n}）{name}" for n, name in zip(
        "一二三四五六七",
        ("实施产业重构", "强化项目支撑", "激活市场需求", "优化创新创业生态", "加快城市更新", "提升环境品质",
         "增进民生福祉"),
        strict=True,
    )},
    "三/民生实事": "各位代表，民生无小事",
    "三/自身建设": "各位代表，打铁还需自身硬",
}  # fmt: skip

# Digit runs that state no quantity: years, and names that contain a number.
NOT_QUANTITIES = {
    "一/五年/发展活力": ["15", "20"],  # K15+, 20强城市
    "": ["2025"],
    "一/2025/产业结构": ["5"],  # 5G
    "一/2025/民生福祉": ["6"],  # 6S
    "一/2025/自身建设": ["12345"],
    "三": ["2026", "2026"],
    "三/（一）": ["5", "5", "6", "7", "3", "2"],  # 5G, 5G-A, 6G, Wi-Fi7, 3+2
    "三/（二）": ["6"],  # 6+N
    "三/（六）": ["15"],  # 15分钟公共文化服务圈
}


def test_counts():
    document = json.loads(run("export", "--format", "json").out)
    roles = Counter(figure["role"] for figure in document["figures"])
    numbered = [f for f in document["figures"] if f["role"] == "target" and f["value"] is not None]
    assert roles["baseline"] == 164
    assert roles["target"] == 87
    assert len(numbered) == 54


def test_every_indicator_is_described_in_both_languages():
    for indicator in CATALOGUE.indicators.values():
        assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", indicator.id)
        assert CHINESE.search(indicator.name) or indicator.name.isascii()
        assert not CHINESE.search(indicator.name_en), indicator.id
    names = Counter(indicator.name for indicator in CATALOGUE.indicators.values())
    english = Counter(indicator.name_en for indicator in CATALOGUE.indicators.values())
    assert [name for name, count in [*names.items(), *english.items()] if count > 1] == []


def test_every_note_and_section_has_both_languages():
    for figure in CATALOGUE.entries():
        assert bool(figure.note) == bool(figure.note_en), figure.reference
        assert not CHINESE.search(figure.note_en.replace("万人", "")), figure.reference
        assert figure.section in CATALOGUE.sections
    for section in CATALOGUE.sections.values():
        assert not CHINESE.search(section.name_en)
    for check in CHECKS:
        assert check.name
        assert check.name_en
        assert bool(check.forbidden) == bool(check.forbidden_en)


def test_growth_at_constant_prices_is_declared_so():
    for indicator in ("gdp", "large_industrial_value_added"):
        assert CATALOGUE.indicators[indicator].prices[Measure.GROWTH] == "constant"
    for indicator in ("retail_sales", "services_revenue", "total_trade"):
        assert CATALOGUE.indicators[indicator].prices[Measure.GROWTH] == "current"


def test_every_indicator_has_a_figure():
    used = {figure.indicator for figure in CATALOGUE.entries()}
    assert used == set(CATALOGUE.indicators)


def test_baselines_and_targets_are_in_their_files():
    for figure in CATALOGUE.entries():
        expected = "baselines.yaml" if figure.role is Role.BASELINE else "targets.yaml"
        assert Path(figure.place.file).name == expected


def part_of(section: str) -> str:
    return section if section in PARTS else "/".join(section.split("/")[:2])


def report_parts() -> dict[str, str]:
    if not REPORT.is_file():
        pytest.skip(f"the report is not here: {REPORT}")
    text = re.sub(r"[\s*#]+", "", REPORT.read_text(encoding="utf-8"))
    starts = {part: text.index(words) for part, words in PARTS.items()}
    assert list(starts.values()) == sorted(starts.values())
    ends = [*list(starts.values())[1:], len(text)]
    return {part: text[start:end] for (part, start), end in zip(starts.items(), ends, strict=True)}


def test_every_digit_run_of_the_report_is_declared_or_no_quantity():
    declared: dict[str, Counter[str]] = {}
    for figure in CATALOGUE.figures():
        if figure.written.digits:
            declared.setdefault(part_of(figure.section), Counter())[figure.written.digits] += 1
    shared = Counter({"100": 1})  # 清运率、达标率均达100%: one number, two figures
    for part, text in report_parts().items():
        printed = Counter(re.findall(r"\d+(?:\.\d+)?", text))
        known = declared.get(part, Counter()) + Counter(NOT_QUANTITIES.get(part, []))
        if part == "一/2025/城乡环境":
            printed += shared
        assert printed == known, part


def test_every_figure_stands_in_its_part_of_the_report():
    parts = report_parts()
    for figure in CATALOGUE.figures():
        if not figure.written.digits:
            continue
        number = re.search(r"\d[\d.]*(?:余)?(?:万亿|亿|万)?(?:余)?", figure.printed)
        assert number, figure.printed
        assert number[0] in parts[part_of(figure.section)], figure.printed


@pytest.mark.parametrize(
    ("wrong", "code"), [("54.5%", 0), ("54.4%", 1), ("54.7%", 1), ("54.6%", 0)]
)  # 942, none, none, 941
def test_the_five_year_increase_is_refereed(tmp_path, wrong, code):
    for name in ("baselines.yaml", "targets.yaml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("growth: 54.5%", f"growth: {wrong}"), encoding="utf-8")
    assert run("verify-baselines", "--data", str(tmp_path)).code == code


def test_a_broken_file_is_named_with_line_and_column(tmp_path):
    for name in ("baselines.yaml", "targets.yaml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("- {level: 1455家", "- {level: 1455尊"), encoding="utf-8")
    ran = run("verify-baselines", "--data", str(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert re.fullmatch(r".*baselines\.yaml:\d+:\d+: F002 .*「尊」.*\n", ran.err)
