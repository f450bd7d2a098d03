"""Next year's files out of this year's and the ledger: what is taken over, what is cleared, and what stays as typed."""

from __future__ import annotations

import pytest
from making import pack
from running import ROOT, run

from shizhong_cli.core.progress.next_year import finished_period
from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.reading.pack.checks import load_checked

BASELINES = """# 数据 figures
report: {title: 某区2026年政府工作报告, date: 2026-02-04}
sections:
  一: {name_en: One}      # 回顾
units:
  盏灯: {name_en: lamps, whole: true}
indicators:
  # 经济 economy
  gdp:
    name: 地区生产总值
    name_en: GDP
    direction: up
    prices: {flow: current, growth: constant}
    figures:
      - {flow: 1451.6亿元, period: 2025, section: 一}   # 快报 preliminary
      - growth: 5%
        period: 2025
        section: 一

  lamps: {name: 路灯, name_en: Lamps, direction: up}
  rate:
    name: 覆盖率
    name_en: Coverage
    direction: up
checks:
  still_there:
    expression: gdp.flow@2025 >= 1000亿元
  gone:
    expression: jobs.flow@2026 >= 1万人
    # 说明 a remark inside
  taken_over:
    expression: gdp.growth@2026 >= 1%
exclusions:
  - {text: 15分钟, section: 一, reason: 名称}
"""
TARGETS = """sections:
  三: {name_en: Three}
conventions:
  about: {growth: 0.5个百分点, otherwise: 5%}
profiles:
  gdp: {quarters: [22%, 25%, 26%, 27%]}
indicators:
  jobs:
    name: 城镇新增就业
    name_en: Jobs
    direction: up
  # 水 water
  foul:
    name: 黑臭水体
    name_en: Foul water
    direction: down
targets:
  # 头 headline
  - {indicator: gdp, growth: 5%左右, period: 2026, section: 三}
  - indicator: jobs       # 就业
    flow: 1.75万人
    period: 2026
    section: 三
  - {indicator: gdp, qualitative: 保持合理增长, period: '2026', binding: qualitative, section: 三}
  - {indicator: foul, level: 清零, unit: 处, period: 2026, section: 三}
  - {indicator: rate, share: 65%, period: 2026, section: 三}
  - {indicator: gdp, flow: 2000亿元, period: 2030, section: 三}
"""
ACTUALS = """indicator,as_of,figure,source,note,recorded
gdp,2026-Q3,5.5%,区统计局,,2026-10-20
gdp,2026-12-31,5.1%,区统计局,,2027-01-20
gdp,2026,5.2%,区统计局,终核数,2027-06-20
gdp,2026-12-31,1520.3亿元,区统计局,,
jobs,2026-12-31,1.81万人,区人社局,,
foul,2026-12-31,0,,,
rate,2026-11-30,66%,,,
"""


@pytest.fixture
def folder(tmp_path):
    pack(tmp_path, BASELINES, TARGETS)
    (tmp_path / "actuals.csv").write_text(ACTUALS, "utf-8")
    return tmp_path


def rolled(folder, *arguments, code=0, lang="zh"):
    ran = run("rollover", "--data", ".", "--output", "next", *arguments, cwd=folder, lang=lang, columns=120)
    assert ran.code == code, ran.err
    return ran


def test_final_actuals_become_baselines(folder):
    rolled(folder)
    catalogue = load_catalogue(folder / "next")
    new = {f.reference: (f.printed, f.note) for f in catalogue.baselines if f.section == "实际/2026"}
    assert {reference: printed for reference, (printed, _) in new.items()} == {
        "gdp.growth@2026": "5.2%", "gdp.flow@2026": "1520.3亿元", "jobs.flow@2026": "1.81万人", "foul.level@2026": "0",
    }  # fmt: skip
    assert new["gdp.growth@2026"][1] == "截至 2026 的实际数；来源：区统计局；终核数"
    assert [f.printed for f in catalogue.baselines if f.section == "一"] == ["1451.6亿元", "5%"]
    assert [(f.printed, str(f.period)) for f in catalogue.targets] == [("2000亿元", "2030")]
    assert set(catalogue.indicators) == {"gdp", "lamps", "rate", "jobs", "foul"}
    assert "盏灯" in catalogue.units


def test_comments_and_order_stay(folder):
    rolled(folder)
    text = (folder / "next" / "baselines.yaml").read_text("utf-8")
    for kept in ("# 数据 figures", "# 回顾", "# 经济 economy", "# 快报 preliminary", "# 说明 a remark inside"):
        assert kept in text
    assert text.index("  gdp:") < text.index("  lamps:") < text.index("  rate:") < text.index("  jobs:")
    changed = [line for line in BASELINES.splitlines() if line not in text.splitlines()]
    assert [line.split(":")[0].strip() for line in changed] == ["report", "exclusions", "- {text"]


def test_targets_are_left_to_fill_in(folder):
    rolled(folder)
    lines = (folder / "next" / "targets.yaml").read_text("utf-8").splitlines()
    for line in (
        "  # - {indicator: gdp, growth: 5%左右, period: 2027, section: 三}",
        "  # - indicator: jobs       # 就业",
        "  #   period: 2027",
        "  # - {indicator: gdp, qualitative: 保持合理增长, period: '2027', binding: qualitative, section: 三}",
        "  - {indicator: gdp, flow: 2000亿元, period: 2030, section: 三}",
        "  # 头 headline",
        "  # 水 water",
        "# profiles:",
    ):
        assert line in lines
    # taking the # away gives data that load
    text = "\n".join(lines).replace("  # - ", "  - ").replace("  #   ", "    ")
    (folder / "next" / "targets.yaml").write_text(text, "utf-8")
    assert len(load_catalogue(folder / "next").targets) == 6


def test_checks_without_their_figures_are_dropped(folder):
    rolled(folder)
    _, checks = load_checked(folder / "next")
    assert [check.id for check in checks] == ["still_there", "gone", "taken_over"]
    (folder / "actuals.csv").write_text("indicator,as_of,figure\njobs,2026-Q3,1万人\n", "utf-8")
    rolled(folder, "--force")
    _, checks = load_checked(folder / "next")
    assert [check.id for check in checks] == ["still_there"]
    text = (folder / "next" / "baselines.yaml").read_text("utf-8")
    assert "  # 这项核对用到的 jobs.flow@2026 已不在数据里。\n  # gone:" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_told(folder, lang):
    ran = rolled(folder, lang=lang)
    assert "1520.3亿元" in ran.out
    assert "66%" in ran.out
    assert ("不是年末数" if lang == "zh" else "not of the end of the year") in ran.out
    assert ("清空目标 5" if lang == "zh" else "5 targets cleared") in ran.err


def test_without_any_actual(folder):
    (folder / "actuals.csv").unlink()
    ran = rolled(folder)
    assert ran.out == ""
    catalogue = load_catalogue(folder / "next")
    assert len(catalogue.baselines) == 2
    assert "实际/2026" not in catalogue.sections


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--period", "2026-Q3"], "N006"), (["--period", "soon"], "P001"), ([], "W003")]
)
def test_refused(folder, arguments, code):
    (folder / "next").mkdir()
    (folder / "next" / "targets.yaml").write_text("mine", "utf-8")
    assert code in rolled(folder, *arguments, code=2).err
    assert (folder / "next" / "targets.yaml").read_text("utf-8") == "mine"


def test_another_year(folder):
    rolled(folder, "--period", "2030")
    catalogue = load_catalogue(folder / "next")
    assert catalogue.targets == ()
    assert len(catalogue.baselines) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("targets:\n", "targets: [{indicator: gdp, growth: 5%, period: 2026, section: 三}]\nrates:\n"),
        ("  jobs:\n    name: 城镇新增就业\n    name_en: Jobs\n    direction: up\n",
         "  jobs: {name: 城镇新增就业, name_en: Jobs, direction: up}\n"),
    ],
)  # fmt: skip
def test_entries_that_share_a_line_cannot_be_changed(folder, old, new):
    text = TARGETS[: TARGETS.index("  # 头")] if old == "targets:\n" else TARGETS
    pack(folder, BASELINES[: BASELINES.index("checks:")], text.replace(old, new))
    if old == "targets:\n":
        (folder / "actuals.csv").unlink()
    assert "N004" in rolled(folder, code=2).err
    assert not (folder / "next").exists()


def test_windows_line_ends_stay(folder):
    for name, text in (("baselines.yaml", BASELINES), ("targets.yaml", TARGETS)):
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    rolled(folder)
    raw = (folder / "next" / "baselines.yaml").read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n")
    assert len(load_catalogue(folder / "next").baselines) == 6


def test_baselines_that_have_no_indicators_yet(folder):
    (folder / "baselines.yaml").write_text("indicators: {}\n", "utf-8")
    (folder / "targets.yaml").write_text(
        "indicators:\n    jobs:\n        name: 就业\n        name_en: Jobs\n        direction: up\n"
        "targets:\n- {indicator: jobs, flow: 1万人, period: 2026, section: 三}\n", "utf-8"
    )  # fmt: skip
    (folder / "actuals.csv").write_text("indicator,as_of,figure\njobs,2026-12-31,1.2万人\n", "utf-8")
    rolled(folder)
    catalogue = load_catalogue(folder / "next")
    assert [(f.indicator, f.printed) for f in catalogue.baselines] == [("jobs", "1.2万人")]
    assert catalogue.targets == ()


def test_the_year_that_is_over(folder):
    assert str(finished_period(load_catalogue(folder))) == "2026"
    assert str(finished_period(load_catalogue(ROOT))) == "2026"


def test_the_shipped_data(tmp_path):
    rows = "gdp,2026-12-31,5.2%,区统计局\nagricultural_output,2026,4.6%,区农业农村局\n"
    (tmp_path / "actuals.csv").write_text(f"indicator,as_of,figure,source\n{rows}", "utf-8")
    ran = run("rollover", "--output", "next", cwd=tmp_path, columns=120)
    assert ran.code == 0, ran.err
    catalogue, _ = load_checked(tmp_path / "next")
    assert len(catalogue.baselines) == 166
    assert [str(figure.period) for figure in catalogue.targets] == ["2030"]
    assert run("verify-baselines", "--data", "next", cwd=tmp_path).code == 0
    assert run("status", "--data", "next", cwd=tmp_path).code == 0
