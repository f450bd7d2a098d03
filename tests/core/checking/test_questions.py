"""Questions: each rule on the smallest example and on the nearest thing that is none, and on the shipped report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from making import pack
from running import ROOT, run

from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.verify import Report, verify
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.pack.checks import load_checked

YI = 10**8


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("questions")


@pytest.fixture(scope="module")
def shipped() -> Report:
    return verify(*load_checked(ROOT))


def write(folder: Path, indicators: dict[str, list[str]], targets: Sequence[str] = (), **more: str) -> None:
    lines = ["indicators:"]
    for id, figures in indicators.items():
        lines += [f"  {id}:", f"    name: 指标{id}", f"    name_en: Indicator {id}", f"    {more.get(id, '')}"]
        lines += [] if "direction" in more.get(id, "") else ["    direction: up"]
        lines += ["    figures:" if figures else "    figures: []"]
        lines += [f"      - {{{figure}, section: 第{number}处}}" for number, figure in enumerate(figures, 1)]
    text = "\n".join(f"  - {{{target}, section: 三{number}}}" for number, target in enumerate(targets))
    baselines = "\n".join(lines) + "\n" + more.get("tail", "")
    pack(folder, baselines, f"targets:\n{text}\n" if text else "targets: []\n")


def asked(folder: Path, rule: str, *arguments, **more) -> list[Question]:
    write(folder, *arguments, **more)
    return [question for question in verify(*load_checked(folder)).questions if question.rule == rule]


def references(question: Question) -> list[str]:
    return [figure.reference for figure in question.figures]


def number(question: Question) -> Fraction:
    assert question.computed is not None
    assert question.computed.is_point
    return question.computed.low


# ── a target no better than what is there ─────────────────────────────────────


@pytest.mark.parametrize(
    ("baseline", "target", "direction", "difference"),
    [
        ("level: 611家", "level: 600家以上", "up", -11),
        ("level: 611家", "level: 611家", "up", 0),
        ("level: 611家", "level: 611家以上", "up", 0),
        ("level: 611家", "level: 612家", "up", None),
        ("level: 611家", "level: 612家", "down", 1),
        ("level: 611家", "level: 611家", "down", 0),
        ("level: 611家", "level: 610家", "down", None),
        ("level: 611家", "level: 600家", "none", None),
        ("flow: 878个", "flow: 320个以上", "up", -558),
        ("flow: 878个", "level: 320个以上", "up", None),  # another measure
        ("growth: 9%", "growth: 7.5%左右", "up", Fraction(-3, 2)),
        ("growth: 9%", "growth: 9%", "up", None),  # the same growth again is more
        ("growth: 9%", "growth: 9.1%", "up", None),
        ("share: 80%", "share: 79.9%", "up", Fraction(-1, 10)),
        ("change: 5个", "change: 3个", "up", None),  # changes are not compared with each other
    ],
)
def test_target_below_baseline(folder, baseline, target, direction, difference):
    figures = {"a": [f"{baseline}, period: 2025"]}
    questions = asked(
        folder, "target_below_baseline", figures, [f"indicator: a, {target}, period: 2026"], a=f"direction: {direction}"
    )
    assert [number(question) for question in questions] == ([] if difference is None else [difference])


def test_target_below_baseline_names_both_and_takes_the_latest_single_year(folder):
    figures = ["flow: 100个, period: 2023", "flow: 80个, period: 2025", "flow: 900个, period: 2021/2025"]
    questions = asked(folder, "target_below_baseline", {"a": figures}, ["indicator: a, flow: 70个, period: 2026"])
    (question,) = questions
    assert references(question) == ["a.flow@2026", "a.flow@2025"]
    assert (number(question), question.unit) == (-10, "个")
    assert not asked(folder, "target_below_baseline", {"a": figures}, ["indicator: a, flow: 90个, period: 2026"])


def test_target_said_twice_is_asked_once(folder):
    targets = ["indicator: a, flow: 70个, period: 2026"] * 2
    assert len(asked(folder, "target_below_baseline", {"a": ["flow: 80个, period: 2025"]}, targets)) == 1


def test_difference_of_rates_is_in_points(folder):
    (question,) = asked(
        folder, "target_below_baseline", {"a": ["growth: 9%, period: 2025"]},
        ["indicator: a, growth: 7%, period: 2026"],
    )  # fmt: skip
    assert (number(question), question.unit) == (-2, "个百分点")


# ── one number under two names ────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "two", "fires"),
    [
        ("flow: 突破160亿元, period: 2025", "level: 160亿元, period: 2026", True),
        ("flow: 1.6百亿元, period: 2025", "level: 160亿元, period: 2026", True),
        ("flow: 160亿元, period: 2025", "level: 161亿元, period: 2025", False),
        ("flow: 160亿元, period: 2025", "level: 160亿美元, period: 2025", False),
        ("level: 160家, period: 2025", "level: 160户, period: 2025", False),
        ("flow: 200亿元, period: 2025", "level: 200亿元, period: 2025", False),  # one significant digit
        ("level: 12家, period: 2025", "level: 12家, period: 2025", False),  # small numbers meet by chance
        ("level: 101家, period: 2025", "level: 101家, period: 2025", True),
        ("growth: 160%, period: 2025", "growth: 160%, period: 2025", False),
    ],
)
def test_same_number(folder, one, two, fires):
    questions = asked(folder, "same_number", {"a": [one], "b": [two]})
    assert [[r[0] for r in references(q)] for q in questions] == ([["a", "b"]] if fires else [])


def test_same_number_within_one_indicator_is_no_question(folder):
    assert not asked(folder, "same_number", {"a": ["flow: 160亿元, period: 2025", "flow: 160亿元, period: 2024"]})


def test_same_number_between_baseline_and_target(folder):
    indicators: dict[str, list[str]] = {"a": ["level: 123家, period: 2025"], "b": []}
    (question,) = asked(folder, "same_number", indicators, ["indicator: b, level: 123家以上, period: 2026"])
    assert references(question) == ["a.level@2025", "b.level@2026"]


# ── one year as much as several ───────────────────────────────────────────────


@pytest.mark.parametrize(
    ("long", "short", "fires"),
    [
        ("flow: 1.3万套, period: 2021/2025", "flow: 1.3万户, period: 2025", True),
        ("flow: 1.3万套, period: 2021/2025", "flow: 1.3万户, period: 2022/2024", True),
        ("flow: 1.3万套, period: 2021/2025", "flow: 1.4万户, period: 2025", False),
        ("flow: 1.3万套, period: 2021/2025", "flow: 1.3万户, period: 2026", False),  # not one of them
        ("flow: 1.3万套, period: 2025", "flow: 1.3万户, period: 2025", False),  # the same year
        ("flow: 1.3万套, period: 2021/2025", "level: 1.3万户, period: 2025", False),  # a stock
        ("flow: 130套, period: 2021/2025", "flow: 130户, period: 2025", False),  # other units, by chance
        ("flow: 130套, period: 2021/2025", "flow: 130套, period: 2025", True),
        ("flow: 1000套, period: 2021/2025", "flow: 1000套, period: 2025", False),  # one significant digit
        ("flow: 1100套, period: 2021/2025", "flow: 1100户, period: 2025", True),
        ("flow: 990套, period: 2021/2025", "flow: 990户, period: 2025", False),
    ],
)
def test_year_equals_period(folder, long, short, fires):
    questions = asked(folder, "year_equals_period", {"a": [long], "b": [short]})
    assert [[r[0] for r in references(q)] for q in questions] == ([["b", "a"]] if fires else [])


# ── a last year off the average of the years before ──────────────────────────


@pytest.mark.parametrize(
    ("total", "last", "average"),
    [
        ("111个", "31个", 20),  # 31 is above 1.5 x 20
        ("110个", "30个", None),  # 30 is not
        ("110个", "15个", Fraction(95, 4)),  # 23.75 is above 1.5 x 15
        ("112个", "16个", None),  # 24 is not above 1.5 x 16
        ("100个", "20个", None),
        ("186项", "20项", Fraction(83, 2)),
    ],
)
def test_last_year_off_average(folder, total, last, average):
    figures = [f"flow: {total}, period: 2021/2025", f"flow: {last}, period: 2025"]
    questions = asked(folder, "last_year_off_average", {"a": figures})
    assert [number(question) for question in questions] == ([] if average is None else [average])
    assert all(references(question) == ["a.flow@2025", "a.flow@2021/2025"] for question in questions)


def test_last_year_off_average_only_where_every_reading_is(folder):
    """13.5亿 with 1.5亿 leave 2.975 to 3.025 a year; 2亿 known to half a 亿 leaves the question open."""
    figures = ["flow: 13.5亿美元, period: 2021/2025", "flow: 1.5亿美元, period: 2025"]
    (question,) = asked(folder, "last_year_off_average", {"a": figures})
    assert (question.computed.low, question.computed.high) == (Fraction(11900, 4) * YI / 1000, Fraction(121, 40) * YI)
    assert not asked(folder, "last_year_off_average", {"a": [figures[0], "flow: 2亿美元, period: 2025"]})


def test_another_year_than_the_last_is_not_asked_about(folder):
    figures = ["flow: 111个, period: 2021/2025", "flow: 31个, period: 2024"]
    assert not asked(folder, "last_year_off_average", {"a": figures})


# ── a last growth off the average growth ──────────────────────────────────────


@pytest.mark.parametrize(
    ("average", "last", "fires"),
    [
        ("27.6%", "10.6%", True),  # the four years before grew by about 32 %
        ("27.6%", "27.6%", False),
        ("27.6%", "22.0%", False),  # about 29 before, 7 apart
        ("10.0%", "19.0%", True),  # about 7.8 before, 11 apart
        ("10.0%", "17.0%", False),  # about 8.3 before, 9 apart
    ],
)
def test_growth_off_average(folder, average, last, fires):
    figures = [f"average_growth: {average}, period: 2025, since: 2020", f"growth: {last}, period: 2025"]
    questions = asked(folder, "growth_off_average", {"a": figures})
    assert [references(q) for q in questions] == ([["a.growth@2025", "a.average_growth@2025:2020"]] if fires else [])


def test_growth_off_average_of_two_years_leaves_one(folder):
    """10 % a year over two years after 32 %: 1.21 / 1.32 leaves -8.3 %."""
    figures = ["average_growth: 10.00%, period: 2025, since: 2023", "growth: 32.00%, period: 2025"]
    (question,) = asked(folder, "growth_off_average", {"a": figures})
    assert question.computed.low < Fraction(121, 132) - 1 < question.computed.high
    assert question.computed.high - question.computed.low < Fraction(1, 1000)


# ── a part above what contains it, a rate off its companion ──────────────────


@pytest.mark.parametrize(
    ("inner", "outer", "difference"),
    [
        ("flow: 2万人, period: 2025", "flow: 1.75万人, period: 2025", 2500),
        ("flow: 1.75万人, period: 2025", "flow: 1.75万人, period: 2025", None),
        ("flow: 2万人, period: 2025", "flow: 1.75万人, period: 2024", None),
        ("flow: 2万人, period: 2025", "level: 1.75万人, period: 2025", None),
        ("flow: 2万户, period: 2025", "flow: 1.75万人, period: 2025", None),
    ],
)
def test_above_container(folder, inner, outer, difference):
    questions = asked(folder, "above_container", {"a": [inner], "b": [outer]}, a="within: [b]")
    assert [number(question) for question in questions] == ([] if difference is None else [difference])
    assert not asked(folder, "above_container", {"a": [inner], "b": [outer]})  # nobody said that b contains a


@pytest.mark.parametrize(
    ("own", "other", "difference"),
    [
        ("growth: 10.9%, period: 2025", "growth: 5%, period: 2025", Fraction(59, 10)),
        ("growth: 10.0%, period: 2025", "growth: 5%, period: 2025", None),
        ("growth: 10.1%, period: 2025", "growth: 5%, period: 2025", Fraction(51, 10)),
        ("growth: -1%, period: 2025", "growth: 5%, period: 2025", -6),
        ("growth: 10.9%, period: 2025", "growth: 5%, period: 2024", None),
    ],
)
def test_rate_off_companion(folder, own, other, difference):
    questions = asked(folder, "rate_off_companion", {"a": [own], "b": [other]}, a="companions: [b]")
    assert [number(question) for question in questions] == ([] if difference is None else [difference])
    assert all(question.unit == "个百分点" for question in questions)
    assert not asked(folder, "rate_off_companion", {"a": [own], "b": [other]})


# ── silence ───────────────────────────────────────────────────────────────────

SILENCE = "silence:\n  - {question: target_below_baseline, indicator: a, reason: 口径调整}\n"
BELOW = {"a": ["level: 611家, period: 2025"], "b": ["level: 70家, period: 2025"]}
TARGETS = ["indicator: a, level: 600家, period: 2026", "indicator: b, level: 60家, period: 2026"]


def test_silence_answers_one_question_and_keeps_its_reason(folder):
    questions = asked(folder, "target_below_baseline", BELOW, TARGETS, tail=SILENCE)
    assert [(question.figures[0].indicator, question.silenced) for question in questions] == [
        ("a", "口径调整"),
        ("b", ""),
    ]
    report = verify(*load_checked(folder))
    assert [question.figures[0].indicator for question in report.open_questions] == ["b"]


def test_silence_of_another_rule_answers_nothing(folder):
    other = SILENCE.replace("target_below_baseline", "same_number")
    assert [q.silenced for q in asked(folder, "target_below_baseline", BELOW, TARGETS, tail=other)] == ["", ""]


def test_silenced_questions_are_shown_with_the_reason_and_do_not_fail_strict(folder):
    write(folder, {"a": [*BELOW["a"], "change: 1家, period: 2025"]}, TARGETS[:1], tail=SILENCE)
    ran = run("verify-baselines", "--data", str(folder), "--strict", columns=200)
    assert ran.code == 0
    assert "已说明：口径调整" in ran.out
    (row,) = json.loads(run("verify-baselines", "--data", str(folder), "--format", "json").out)["questions"]
    assert (row["code"], row["silenced"]) == ("target_below_baseline", "口径调整")
    write(folder, {"a": [*BELOW["a"], "change: 1家, period: 2025"]}, TARGETS[:1])
    assert run("verify-baselines", "--data", str(folder), "--strict").code == 1


@pytest.mark.parametrize(
    ("silence", "code"),
    [
        ("{question: target_below_baseline, indicator: a}", "K002"),
        ("{question: target_below, indicator: a, reason: 口径}", "K003"),
        ("{question: target_below_baseline, indicator: aa, reason: 口径}", "R001"),
    ],
)
def test_silence_needs_a_known_rule_an_indicator_and_a_reason(folder, silence, code):
    write(folder, BELOW, TARGETS, tail=f"silence:\n  - {silence}\n")
    ran = run("verify-baselines", "--data", str(folder))
    assert (ran.code, ran.out) == (2, "")
    assert f": {code} " in ran.err


# ── the report of the district: what DESIGN section 4 names ──────────────────


def one(report: Report, rule: str, *names: str) -> Question:
    (question,) = (q for q in report.questions if q.rule == rule and references(q) == list(names))
    return question


def test_shipped_tech_firms(shipped):
    question = one(shipped, "target_below_baseline", "tech_smes.level@2026", "tech_smes.level@2025")
    assert [figure.printed for figure in question.figures] == ["600家以上", "611家"]
    assert (number(question), question.unit) == (600 - 611, "家")


def test_shipped_projects(shipped):
    question = one(shipped, "target_below_baseline", "projects_attracted.flow@2026", "projects_attracted.flow@2025")
    assert [figure.written.value for figure in question.figures] == [320, 878]
    assert number(question) == 320 - 878


def test_shipped_160_under_two_names(shipped):
    (question,) = (q for q in shipped.questions if q.rule == "same_number" and q.figures[0].written.value == 160 * YI)
    assert len({figure.indicator for figure in question.figures}) == 2
    assert {figure.written.value for figure in question.figures} == {160 * YI}


def test_shipped_one_year_equals_five(shipped):
    (question,) = (q for q in shipped.questions if q.rule == "year_equals_period")
    assert [figure.written.value for figure in question.figures] == [13000, 13000]
    assert [str(figure.period) for figure in question.figures] == ["2025", "2021/2025"]


def test_shipped_foreign_capital(shipped):
    name = "foreign_capital_used"
    question = one(shipped, "last_year_off_average", f"{name}.flow@2025", f"{name}.flow@2021/2025")
    assert [figure.written.value for figure in question.figures] == [Fraction(15, 10) * YI, Fraction(135, 10) * YI]
    low, high = question.computed.low, question.computed.high
    assert (low, high) == ((Fraction(1345, 100) - Fraction(155, 100)) / 4 * YI, (Fraction(1355 - 145, 400)) * YI)
    assert low < 3 * YI < high


def test_shipped_research_after_about_32_percent(shipped):
    name = "rd_expenditure"
    question = one(shipped, "growth_off_average", f"{name}.growth@2025", f"{name}.average_growth@2025:2020")
    assert [figure.printed for figure in question.figures] == ["10.6%", "27.6%"]
    low, high = 1 + question.computed.low, 1 + question.computed.high
    fine = Fraction(1, 10**9)
    assert low**4 <= Fraction(12755, 10000) ** 5 / Fraction(11065, 10000) <= (low + fine) ** 4
    assert (high - fine) ** 4 <= Fraction(12765, 10000) ** 5 / Fraction(11055, 10000) <= high**4
    assert round(100 * (low - 1)) == round(100 * (high - 1)) == 32


def test_shipped_questions_say_their_numbers():
    out = " ".join(run("verify-baselines", "--format", "markdown").out.split())
    for words in ("600家以上", "611家", "320个以上", "878个", "160亿元", "1.3万户", "1.3万套", "10.6%", "27.6%",
                  "1.5亿美元", "2.975亿—3.025亿美元", "32.16%—32.33%"):  # fmt: skip
        assert words in out, words


# ── targets against what was done before ──────────────────────────────────────


@pytest.mark.parametrize(
    ("total", "target", "direction", "mean"),
    [
        ("flow: 13.5亿美元", "flow: 1.5亿美元", "up", "2.7亿"),
        ("flow: 186个", "flow: 25个", "up", "37.2"),
        ("flow: 186个", "flow: 37个", "up", "37.2"),
        ("flow: 186个", "flow: 38个", "up", None),
        ("flow: 186个", "flow: 38个", "down", "37.2"),
        ("flow: 186个", "flow: 37个", "down", None),
        ("flow: 186个", "flow: 25个", "none", None),
        ("flow: 6000余个", "flow: 1450个", "up", None),  # 1200 to 1400
        ("flow: 6000余个", "flow: 1200个", "up", None),
        ("flow: 6000余个", "flow: 1199个", "up", "1300"),
        ("level: 186个", "level: 25个", "up", None),  # a stock has no yearly mean
    ],
)
def test_target_below_mean(folder, total, target, direction, mean):
    figures = {"a": [f"{total}, period: 2021/2025"]}
    targets = [f"indicator: a, {target}, period: 2026"]
    questions = asked(folder, "target_below_mean", figures, targets, a=f"direction: {direction}")
    middle = [(q.computed.low + q.computed.high) / 2 for q in questions]
    scale = YI if mean and mean.endswith("亿") else 1
    assert middle == ([] if mean is None else [Fraction(mean.removesuffix("亿")) * scale])


@pytest.mark.parametrize(("period", "target"), [("2020/2024", "2026"), ("2021/2025", "2027"), ("2025", "2026")])
def test_the_mean_is_of_the_years_just_before(folder, period, target):
    figures = {"a": [f"flow: 186个, period: {period}"]}
    assert not asked(folder, "target_below_mean", figures, [f"indicator: a, flow: 25个, period: {target}"])


@pytest.mark.parametrize(
    ("average", "target", "points"),
    [("10%以上", "5%以上", -5), ("10%", "10%", None), ("10%", "11%", None), ("10%", "9.5%左右", Fraction(-1, 2))],
)
def test_target_below_average_growth(folder, average, target, points):
    figures = {"a": [f"average_growth: {average}, period: 2025, since: 2020"]}
    questions = asked(folder, "target_below_average_growth", figures, [f"indicator: a, growth: {target}, period: 2026"])
    assert [number(q) for q in questions] == ([] if points is None else [points])


@pytest.mark.parametrize(
    ("target", "words", "fires"),
    [
        ("220亿元以上", "保持合理增长", True),
        ("219.5亿元", "保持合理增长", False),  # the same number is asked about by another rule
        ("221.695亿元", "保持合理增长", True),  # just 1 %
        ("221.7亿元", "保持合理增长", False),
        ("220亿元以上", "着力稳住", False),
    ],
)
def test_target_hardly_above(folder, target, words, fires):
    targets = [f"indicator: a, flow: {target}, period: 2026",
               f"indicator: a, qualitative: {words}, period: 2026, binding: qualitative"]  # fmt: skip
    questions = asked(folder, "target_hardly_above", {"a": ["flow: 219.5亿元, period: 2025"]}, targets)
    assert [references(q) for q in questions] == (
        [["a.flow@2026", "a.flow@2025", "a.qualitative@2026"]] if fires else []
    )


@pytest.mark.parametrize(("other", "apart"), [("1000亩以上", 600), ("1500亩", None), ("1454亩", 146), ("1455亩", None)])
def test_amounts_do_not_fit(folder, other, apart):
    targets = ["indicator: a, flow: 1600亩, period: 2026", f"indicator: b, flow: {other}, period: 2026"]
    questions = asked(folder, "amounts_do_not_fit", {"a": [], "b": []}, targets, a="akin: [b]")
    assert [number(q) for q in questions] == ([] if apart is None else [apart])


@pytest.mark.parametrize(("promised", "fires"), [("25%以上", True), ("21.7%", True), ("21.6%", False), ("16%", False)])
def test_promise_above_implied(folder, promised, fires):
    """146 of 878 are 16.63 %; five points more are 21.63 %."""
    tail = "checks:\n  it: {expression: a.flow@2025 / b.flow@2025 = share, promise: c.share@2026}\n"
    indicators = {"a": ["flow: 146个, period: 2025"], "b": ["flow: 878个, period: 2025"], "c": []}
    targets = [f"indicator: c, share: {promised}, period: 2026"]
    questions = asked(folder, "promise_above_implied", indicators, targets, tail=tail)
    assert [references(q) for q in questions] == ([["c.share@2026", "a.flow@2025", "b.flow@2025"]] if fires else [])
    assert [number(q) for q in questions] == ([Fraction(146, 878)] if fires else [])


def test_a_promise_that_nobody_declared_is_refused(folder):
    tail = "checks:\n  it: {expression: a.flow@2025 / b.flow@2025 = share, promise: c.share@2026}\n"
    write(folder, {"a": ["flow: 146个, period: 2025"], "b": ["flow: 878个, period: 2025"]}, tail=tail)
    with pytest.raises(CannotGoOn) as refused:
        load_checked(folder)
    assert [problem.code for problem in refused.value.problems] == ["C007"]


@pytest.mark.parametrize(
    ("baselines", "target", "binding", "fires"),
    [
        (["flow: 100.3亿元, period: 2025"], "qualitative: 保持合理增长", "qualitative", True),
        (
            ["flow: 100.3亿元, period: 2025", "growth: 5%, period: 2025"],
            "qualitative: 保持合理增长",
            "qualitative",
            False,
        ),
        (
            ["flow: 100.3亿元, period: 2025", "growth: 5%, period: 2024"],
            "qualitative: 保持合理增长",
            "qualitative",
            True,
        ),
        (["flow: 100.3亿元, period: 2024"], "qualitative: 保持合理增长", "qualitative", False),
        (["growth: 5%, period: 2025"], "growth: 5%", "expected", False),
        (["flow: 158.2亿元, period: 2025"], "growth: 5%以上", "task", True),  # in no headline, but of growth
        (["level: 611家, period: 2025"], "level: 600家", "task", False),
    ],
)
def test_growth_not_printed(folder, baselines, target, binding, fires):
    """The first target makes its section the headline; the second stands there unless it is a task."""
    section = "二" if binding == "task" else "三0"
    write(folder, {"a": baselines, "b": []})
    (folder / "targets.yaml").write_text(
        "targets:\n  - {indicator: b, growth: 5%, period: 2026, binding: expected, section: 三0}\n"
        f"  - {{indicator: a, {target}, period: 2026, binding: {binding}, section: {section}}}\n", "utf-8",
    )  # fmt: skip
    questions = [q for q in verify(*load_checked(folder)).questions if q.rule == "growth_not_printed"]
    assert [q.figures[0].indicator for q in questions] == (["a"] if fires else [])


@pytest.mark.parametrize(
    ("other", "prices", "real", "fires"),
    [
        ("1275.6亿元", "{flow: current, growth: constant}", "5%", True),  # 4.4 % a year
        ("1275.6亿元", "{flow: current, growth: constant}", "4.4%", False),
        ("1275.6亿元", "{flow: current, growth: current}", "5%", False),
        ("1253.9亿元", "{flow: current, growth: constant}", "5%", False),  # 5.0 % a year
    ],
)
def test_nominal_below_real(folder, other, prices, real, fires):
    tail = f"references:\n  - {{indicator: a, flow: {other}, period: 2022, source: 统计局}}\n"
    figures = ["flow: 1451.6亿元, period: 2025", f"growth: {real}, period: 2025"]
    questions = asked(folder, "nominal_below_real", {"a": figures}, a=f"prices: {prices}", tail=tail)
    assert [references(q) for q in questions] == ([["a.growth@2025", "a.flow@2022", "a.flow@2025"]] if fires else [])
    if fires:
        assert round(questions[0].computed.low, 3) == round(questions[0].computed.high, 3) == Fraction("0.044")


SHIPPED_QUESTIONS = {
    "target_below_mean": ["foreign_capital_used", "fixed_asset_investment", "urban_new_jobs", "reemployment",
                          "school_places_added", "livelihood_projects"],
    "target_below_average_growth": ["total_trade"],
    "target_hardly_above": ["fixed_asset_investment"],
    "amounts_do_not_fit": ["industrial_land_released"],
    "promise_above_implied": ["reserve_projects_landing_rate"],
    "growth_not_printed": ["budget_revenue", "fixed_asset_investment", "foreign_capital_used", "total_trade"],
    "nominal_below_real": ["gdp"],
    "above_container": [],
    "rate_off_companion": ["retail_sales"],
}  # fmt: skip


@pytest.mark.parametrize("rule", SHIPPED_QUESTIONS)
def test_what_is_asked_of_the_shipped_report(shipped, rule):
    found = [q.figures[0].indicator for q in shipped.questions if q.rule == rule]
    assert found == SHIPPED_QUESTIONS[rule]
