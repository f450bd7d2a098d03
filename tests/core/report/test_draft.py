"""Data drafted from a text: what is told right, that it loads, and that coverage on it is complete."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from making import pack
from running import ROOT, run

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.compared import Coverage
from shizhong_cli.core.report.coverage import cover
from shizhong_cli.core.report.drafting import Draft, draft
from shizhong_cli.core.report.drafting.eras import plan_of, plan_years
from shizhong_cli.core.report.drafting.outline import outline_of
from shizhong_cli.core.report.numbers import numbers_of
from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.rendering.formats.draft_files import baselines_text, targets_text
from shizhong_cli.rendering.wording import Language, Words

REPORT = Path(os.environ.get("SHIZHONG_REPORT", ROOT.parent / "shared" / "report.txt"))
NOTHING = Catalogue(units=BUILT_IN)

TEXT = """某区政府工作报告
——2026年1月8日在某区人民代表大会上
一、“十四五”时期及2025年工作回顾
五年来，综合实力更强。地区生产总值达到1451.6亿元，年均增长5.5%；累计新增就业12.8万人，企业超过1455家，较“十三五”末增长54.5%。
一年来，经济更稳。社会消费品零售总额增长10.9%，城镇调查失业率5.1%，城镇新增就业2.67万人，修建道路43条、12.1公里，拆迁清零，高频检查压减58.6%。
二、“十五五”时期的目标
到2030年，地区生产总值达到2000亿元。
三、2026年工作安排
今年的主要预期目标是：地区生产总值增长5%左右，城镇新增就业1.75万人
以上。
（一）抓项目。引进项目320个以上，新建花园5处，办文化活动100场，建成“15分钟生活圈”30鬲。
"""


def written(folder: Path, drafted: Draft) -> Catalogue:
    words = Words(Language.ZH)
    pack(folder, baselines_text(drafted, words), targets_text(drafted, words))
    return load_catalogue(folder)


def covered(folder: Path, text: str, year: int = 2026, like: Catalogue = NOTHING) -> Coverage:
    catalogue = written(folder, draft(text, like, year))
    numbers = numbers_of(text, catalogue)
    return cover(catalogue, numbers.printed, numbers.located)


@pytest.fixture
def drafted(tmp_path):
    return written(tmp_path, draft(TEXT, NOTHING))


@pytest.mark.parametrize(
    ("printed", "role", "measure", "period", "since", "section", "name"),
    [
        ("1451.6亿元", "baseline", "flow", "2025", None, "一", "地区生产总值"),
        ("5.5%", "baseline", "average_growth", "2025", "2020", "一", "地区生产总值"),
        ("12.8万人", "baseline", "flow", "2021/2025", None, "一", None),
        ("超过1455家", "baseline", "level", "2025", None, "一", "企业"),
        ("54.5%", "baseline", "growth", "2025", "2020", "一", "企业"),
        ("10.9%", "baseline", "growth", "2025", None, "一", "社会消费品零售总额"),
        ("5.1%", "baseline", "share", "2025", None, "一", "城镇调查失业率"),
        ("2.67万人", "baseline", "flow", "2025", None, "一", "城镇新增就业"),
        ("43条", "baseline", "flow", "2025", None, "一", None),
        ("12.1公里", "baseline", "flow", "2025", None, "一", None),
        ("清零", "baseline", None, "2025", None, "一", None),
        ("压减58.6%", "baseline", "growth", "2025", None, "一", None),
        ("2000亿元", "target", None, None, None, "二", "地区生产总值"),
        ("5%左右", "target", "growth", "2026", None, "三/主要预期目标", "地区生产总值"),
        ("1.75万人以上", "target", "flow", "2026", None, "三/主要预期目标", "城镇新增就业"),
        ("320个以上", "target", "flow", "2026", None, "三/（一）", None),
        ("100场", "target", "flow", "2026", None, "三/（一）", None),
    ],
)
def test_what_is_told(drafted, printed, role, measure, period, since, section, name):
    (figure,) = [it for it in drafted.entries() if it.printed == printed]
    assert figure.role == role
    assert figure.section == section
    if measure:
        assert figure.measure == measure
    if period:
        assert (str(figure.period), str(figure.since) if figure.since else None) == (period, since)
    if name:
        assert drafted.indicators[figure.indicator].name == name


def test_ids_directions_and_bindings(drafted):
    assert drafted.indicators["gdp"].direction == "up"
    assert drafted.indicators["gdp"].prices["growth"] == "constant"
    assert drafted.indicators["urban_unemployment_rate"].direction == "down"
    bindings = {figure.printed: str(figure.binding) for figure in drafted.targets}
    assert (bindings["5%左右"], bindings["320个以上"]) == ("expected", "task")
    assert bindings["1.75万人以上"] == "expected"  # the paragraph goes on behind a page break


def test_roads_by_number_and_by_length_are_two_indicators(drafted):
    ids = {figure.printed: figure.indicator for figure in drafted.entries()}
    assert ids["43条"] != ids["12.1公里"]


def test_what_could_not_be_read_is_in_the_file(tmp_path):
    drafted = draft(TEXT, NOTHING)
    (left,) = drafted.exclusions
    assert left.printed.number.unknown_unit
    text = baselines_text(drafted, Words(Language.ZH))
    assert "不认识的单位" in text
    assert "【30】" in text


def test_every_guess_is_marked():
    lines = baselines_text(draft(TEXT, NOTHING), Words(Language.ZH)) + targets_text(
        draft(TEXT, NOTHING), Words(Language.ZH)
    )
    figures = [line for line in lines.splitlines() if line.lstrip().startswith("- {") and "period:" in line]
    assert len(figures) == 18
    assert all("# check: " in line for line in figures)
    (unsure,) = [line for line in figures if "清零" in line]
    assert "# check: 低 (类型，单位，名称)" in unsure


def test_coverage_is_complete(tmp_path):
    coverage = covered(tmp_path, TEXT)
    assert coverage.is_complete
    assert coverage.unlike == []
    assert len(coverage.matched) == 18


def test_indicators_known_elsewhere_keep_their_ids(tmp_path):
    shipped = load_catalogue(ROOT)
    text = TEXT.replace("新建花园", "新建共建花园").replace("办文化活动", "办理政协委员提案100件，办文化活动")
    catalogue = written(tmp_path, draft(text, shipped))
    assert "community_gardens_built" in catalogue.indicators
    assert catalogue.indicators["gdp"].name_en == "Gross regional product"
    assert catalogue.indicators["retail_sales"].companions == ("gdp",)
    assert covered(tmp_path, text, like=shipped).is_complete


@pytest.mark.parametrize(
    "text",
    [
        "二、{2026}年: \"目标\" #工作安排\n新增 'a: b' {c} #d [e] 30个。",
        "一、回顾：# {x}\n- name: !!python 企业 & * | > % @ ` 5家，'引号' 7家，\"双引号\" 9家。",
        "# 企业5家\n## 企业5家\n企业5家、企业5家、企业 5 家。",
        "企业\x005家，\x1b[0m7户，\u20289个\u2029，\ufeff3处，\ufffe4条。",
        "一、一、一、\n（一）（一）\n一、\n企业5家。\n一、同名\n企业6家。\n一、同名\n企业7家。",
        "null 5家，true 6家，~ 7家，- 8家，? 9家，: 10家，1 11家。",
        "道路5条、5公里，道路6条、7公里，道路增长5%，道路增长6%，道路占比5%。",
        "5家5家5家5家5家5家",
        "0>0三",
        "0-2",
        "三0>0三>三0",
        "0>0三0>0三",
        "帮扶两三个村、数十家企业，几百亿元，两三个村，1.5万3000人，一0",
        "近八成企业，超三成家庭，1500亿，百亿，全覆盖，翻一番，五分之一，三分之二强，四个百亿台阶，两位数。",
        "企业0:;¡0¡100:05家，0:;¡0¡100:07%",
        "0.1：19.5：80.4，30—50万人，增长45%和32%左右，下降３．５％，-2.0%，负增长1.2%，1,520.3亿元，零下5摄氏度",
    ],
)
def test_hostile_texts_give_files_that_load(tmp_path, text):
    coverage = covered(tmp_path, text)
    assert coverage.is_complete


ALPHABET = "一二三、（）：:\n#{}[]'\"，。；%5７0.亿万元家户个增长达到左右超过年均比重“”第成\x00\u2028-*&!|>@` 2026年"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(ALPHABET, max_size=80), st.text(max_size=40).map(lambda it: f"企业{it}5家，{it}7%")))
@example("0@比")
@example("0@0个0")
@example("2左，0个0")
def test_any_text_gives_files_that_load(tmp_path, text):
    coverage = covered(tmp_path, text)
    assert (coverage.undeclared, coverage.unmatched, coverage.misplaced) == ((), (), ())


RANGES = """2025年甲市政府工作报告
一、2024年工作回顾
研发投入强度由2.1%至2.3%。
二、2025年工作安排
今年主要预期目标是：地区生产总值增长5%—5.5%，单位能耗下降2%—3%，失业率控制在4.5%—5%之间，新增就业10-12万人。
引进企业10至12家，外贸增长7%-8%左右。第二批企业10至12家。
"""


def test_a_range_is_one_figure(tmp_path):
    drafted = written(tmp_path, draft(RANGES, NOTHING))
    assert [it.printed for it in drafted.baselines] == ["2.1%", "2.3%"]
    ends = {it.printed: (it.written.low, it.written.high) for it in drafted.targets}
    assert ends["5%—5.5%"] == (5, Fraction("5.5"))
    assert ends["下降2%—3%"] == (-3, -2)
    assert ends["控制在4.5%—5%"] == (Fraction("4.5"), 5)
    assert ends["10-12万人"] == (100_000, 120_000)
    assert ends["10至12家"] == (10, 12)
    (soft,) = [it for it in drafted.targets if it.printed == "7%-8%"]
    assert "bound" in soft.guessed
    assert covered(tmp_path, RANGES, 2025).is_complete


@pytest.mark.parametrize(
    ("sentence", "figures", "left"),
    [
        (
            "新增小巨人企业6家、高新技术企业40家以上。",
            {"小巨人企业 change 6家": "measure", "高新技术企业 change 40家以上": "measure"}, [],
        ),
        ("投产10亿元以上项目6个。", {"10亿元以上项目 flow 6个": "measure"}, ["10亿元"]),
        ("营业收入2000万元以上企业新增15家。", {"2000万元以上企业 change 15家": "measure,name"}, ["2000万元"]),
        ("引进资金10亿元以上、增长5%。", {"资金 flow 10亿元以上": "name", "资金 growth 5%": "name"}, []),
        ("工业用电量下降1.8%，降幅收窄2.3个百分点。",
         {"工业用电量 growth 下降1.8%": "", "工业用电量降幅 change 收窄2.3个百分点": ""}, []),
        ("减少贫困人口3.2万人。", {"贫困人口 change 减少3.2万人": "measure"}, []),
        ("全年精简审批事项四成。", {"审批事项 growth 减少四成": ""}, []),
        ("社零增长5%—7%。", {"社零 growth 5%—7%": ""}, []),
        ("规上工业增加值下降2.3%，较一季度收窄4.1个百分点。",
         {"规上工业增加值 growth 下降2.3%": "", "规上工业增加值 change 收窄4.1个百分点": "period"}, []),
        ("企业开办时间压缩至1个工作日内。", {"企业开办时间 level 1个工作日以下": ""}, []),
        ("为5000名老人提供助餐服务。", {"老人 flow 5000名": "measure"}, []),
        ("失业率低于5.5%。", {"失业率 share 低于5.5%": "measure"}, []),
        ("社零总额312亿元，增长9%。", {"社零总额 flow 312亿元": "", "社零总额 growth 9%": ""}, []),
        ("地区生产总值增长8.2%，两年平均增长5.4%。",
         {"地区生产总值 growth 8.2%": "", "地区生产总值 average_growth 5.4%": "period"}, []),
        ("财政收入增长4%，剔除留抵退税因素后增长9.7%。",
         {"财政收入 growth 4%": "", "财政收入（剔除留抵退税因素后） growth 9.7%": ""}, []),
        ("1-9月，工业产值106亿元。引进外资340万美元。全年研发费用增长12.3%。",
         {"工业产值 flow 106亿元": "period", "外资 flow 340万美元": "period", "研发费用 growth 12.3%": ""}, []),
    ],
)  # fmt: skip
def test_what_is_not_said_for_sure_is_marked(sentence, figures, left):
    drafted = draft(f"2025年甲市政府工作报告\n一、2024年工作回顾\n{sentence}\n", NOTHING)
    found = {
        f"{indicator.name} {it.measure} {it.written.text}": ",".join(it.doubts)
        for indicator in drafted.indicators
        for it in indicator.figures
    }
    assert found == figures
    assert [it.printed.text for it in drafted.exclusions] == left


@pytest.mark.parametrize("sign", [":", "：", "∶"])
def test_the_parts_of_a_proportion_are_never_sure(sign):
    parts = sign.join(("18.2", "45.1", "36.7")), sign.join(("12.1", "48.3", "39.6"))
    sentence = f"三类用地比例由{parts[0]}优化为{parts[1]}。"
    drafted = draft(f"2025年甲市政府工作报告\n一、2024年工作回顾\n{sentence}\n", NOTHING)
    assert [it.sure for indicator in drafted.indicators for it in indicator.figures] == [0] * 6


@pytest.mark.parametrize("sign", [":", "：", "∶"])
def test_the_parts_of_the_three_industries_have_their_names_and_one_time(sign):
    parts = sign.join(("18.2", "45.1", "36.7")), sign.join(("12.1", "48.3", "39.6"))
    sentence = f"三次产业结构由2019年{parts[0]}优化为{parts[1]}。"
    drafted = draft(f"2025年甲市政府工作报告\n一、2024年工作回顾\n{sentence}\n", NOTHING)
    found = {it.name: [(figure.written.text, figure.period) for figure in it.figures] for it in drafted.indicators}
    assert found == {
        "第一产业占比": [("18.2", "2019"), ("12.1", "2024")],
        "第二产业占比": [("45.1", "2019"), ("48.3", "2024")],
        "第三产业占比": [("36.7", "2019"), ("39.6", "2024")],
    }


def test_the_years_of_an_average_give_its_base():
    drafted = draft("2025年甲市政府工作报告\n一、2024年工作回顾\n全市生产总值两年平均增长5.4%。\n", NOTHING)
    ((figure,),) = [it.figures for it in drafted.indicators]
    assert (figure.period, figure.since) == ("2024", "2022")


IN_WORDS = """2025年甲市政府工作报告
一、2024年工作回顾
居民收入增长与经济增长同步，进出口增速高于全省平均水平。
二、2025年工作安排
今年主要预期目标是：地区生产总值增长6%左右，城乡居民收入增长与经济增长基本同步，规上工业增加值增速高于全省平均水平，
居民人均可支配收入增长快于经济增长、与全省同步推进改革，财政收入增长5%、与经济增长同步。
"""


def test_targets_in_words(tmp_path):
    drafted = written(tmp_path, draft(IN_WORDS, NOTHING))
    found = {
        drafted.indicators[it.indicator].name: (it.printed, it.measure, it.relative and it.relative.to)
        for it in drafted.worded_targets
    }
    assert found == {
        "城乡居民收入": ("与经济增长基本同步", "growth", "gdp"),
        "规上工业增加值": ("高于全省平均水平", None, None),
        "居民人均可支配收入": ("快于经济增长", "growth", "gdp"),
    }
    assert {str(it.period) for it in drafted.targets} == {"2025"}
    assert all(it.guessed for it in drafted.worded_targets)
    assert covered(tmp_path, IN_WORDS, 2025).is_complete


def test_without_the_economy_a_target_in_words_keeps_its_words(tmp_path):
    text = IN_WORDS.replace("地区生产总值增长6%左右", "就业1万人")
    drafted = written(tmp_path, draft(text, NOTHING))
    assert all(it.relative is None for it in drafted.targets)
    assert next(it.printed for it in drafted.worded_targets) == "与经济增长基本同步"


def test_tenths_can_be_declared(tmp_path):
    catalogue = written(tmp_path, draft("2026年政府工作报告\n民生支出占财政支出近八成，投资增长两成。", NOTHING))
    (share, growth) = catalogue.figures()
    assert (share.measure, share.values().high) == ("share", Fraction(8, 10))
    assert growth.measure == "growth"


@pytest.mark.parametrize(
    ("numeral", "years"),
    [("十四", (2021, 2025)), ("十三", (2016, 2020)), ("十五", (2026, 2030)), ("十二", (2011, 2015))],
)
def test_plans(numeral, years):
    assert plan_years(numeral) == years
    assert plan_of(years[0]) == plan_of(years[1]) == years


@pytest.mark.parametrize(
    ("heading", "era"),
    [
        ("一、2025年工作回顾", (False, "2025")),
        ("一、“十四五”时期及2025年工作回顾", (False, "2021/2025")),
        ("一、2025年和“十四五”时期工作回顾", (False, "2025")),
        ("二、“十五五”时期的主要目标任务", (True, "2026/2030")),
        ("三、2026年工作安排", (True, "2026")),
        ("三、今年重点工作", (True, "2026")),
        ("二、未来五年的目标", (True, "2026/2030")),
    ],
)
def test_what_time_a_heading_speaks_of(heading, era):
    outline = outline_of(f"2026年政府工作报告\n{heading}\n文字。")
    found = outline.eras[-1][1]
    assert (found.ahead, found.span) == era
    assert outline.year == 2026


# ── the command ───────────────────────────────────────────────────────────────


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command(folder, lang):
    ran = run("draft", "report.txt", "--output", "made", lang=lang, cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert ("与原文互相齐全" if lang == "zh" else "coverage is complete") in ran.err
    assert run("coverage", "report.txt", "--data", "made", cwd=folder).code == 0
    assert run("status", "--data", "made", cwd=folder).code == 0
    assert run("verify-baselines", "--data", "made", cwd=folder).code == 0
    again = run("draft", "report.txt", "--output", "made", cwd=folder)
    assert again.code == 2
    assert again.err.count("W003") == 2
    assert run("draft", "report.txt", "--output", "made", "--force", cwd=folder).code == 0


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        ("没有数。", [], "N002"), ("", [], "N002"), ("企业5家。", [], "N003"),
        ("企业5家。", ["--year", "2024"], ""), ("2020年共5家。", [], ""),
    ],
)  # fmt: skip
def test_texts_without_numbers_or_years(tmp_path, text, arguments, code):
    (tmp_path / "report.txt").write_text(text, "utf-8")
    ran = run("draft", "report.txt", "-o", "made", *arguments, cwd=tmp_path)
    assert ran.code == (2 if code else 0)
    assert code in ran.err
    assert (tmp_path / "made").exists() == (not code)


def test_a_folder_that_cannot_be_made(folder):
    ran = run("draft", "report.txt", "-o", "report.txt/made", cwd=folder)
    assert ran.code == 2
    assert "W002" in ran.err


# ── the report of the shipped data ────────────────────────────────────────────


@pytest.mark.parametrize("like", [True, False])
def test_the_shipped_report(tmp_path, like):
    if not REPORT.is_file():
        pytest.skip(f"the report is not here: {REPORT}")
    text, shipped = REPORT.read_text(encoding="utf-8"), load_catalogue(ROOT)
    numbers = numbers_of(text, shipped)
    matches = cover(shipped, numbers.printed, numbers.located).matched
    truth = {match.printed.number.start: match.figure for match in matches}
    drafted = draft(text, shipped if like else NOTHING)
    right = dict.fromkeys(("role", "period", "since", "measure", "id"), 0)
    for indicator in drafted.indicators:
        for it in indicator.figures:
            figure = truth[it.printed.number.start]
            right["role"] += (figure.role == "target") == it.era.ahead
            right["period"] += it.period == str(figure.period)
            right["since"] += it.since == str(figure.since or "")
            right["measure"] += it.measure is figure.measure
            right["id"] += indicator.id == figure.indicator
    total = sum(len(indicator.figures) for indicator in drafted.indicators)
    assert total >= 215
    assert right["since"] == total
    assert right["role"] == total - 1  # 做大做强17家: a number of today in a sentence about tomorrow
    assert right["period"] >= total - 8
    assert right["measure"] >= total - 16  # 续建222个 is a state that is kept, and reads like a thing done
    assert right["id"] >= (160 if like else 30)
    assert covered(tmp_path, text, like=shipped if like else NOTHING).is_complete


def test_a_figure_of_a_table_has_the_heads_of_its_row_and_its_column():
    table = "2024年计划\n指标\t2023年实际\t2024年计划\n登记失业率[5]（%）\t3.2\t3.5\n"
    drafted = draft(f"2024年甲市政府工作报告\n{table}", NOTHING, 2024)
    figures = [(own.name, figure) for own in drafted.indicators for figure in own.figures]
    assert [name.startswith("登记失业率") and "[" not in name for name, _ in figures] == [True, True]
    told = [(figure.era.ahead, figure.period, figure.measure.value, figure.sure) for _, figure in figures]
    assert told == [(False, "2023", "share", 2), (True, "2024", "share", 2)]


@pytest.mark.parametrize(
    ("clause", "growth"),
    [
        ("居民人均可支配收入实际增长6.5%", "constant"),
        ("居民人均可支配收入增长6.5%", "current"),
        ("甲业务收入按可比价格计算增长3%", "constant"),
        ("地区生产总值增长5%", "constant"),
    ],
)
def test_a_growth_is_at_the_prices_that_the_text_says(tmp_path, clause, growth):
    drafted = written(tmp_path, draft(f"2019年甲市政府工作报告\n一、2018年工作回顾\n{clause}。\n", NOTHING))
    (indicator,) = drafted.indicators.values()
    assert indicator.prices[Measure.GROWTH] == growth


@pytest.mark.parametrize(
    "text",
    [
        "一季度,全区财政收入完成12.8亿元,两年平均增长5.4%。",
        "上半年,规上工业增加值增长8.1%,比上年同期提高2个百分点。",
        "五年来,新增就业3.4万人,比期初增长2.3倍。",
    ],
)
def test_a_text_without_a_year_says_so(text):
    found = draft(text, Catalogue(units=BUILT_IN))
    assert found.year == 0
    assert found.indicators
