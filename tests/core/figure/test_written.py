"""Printed figures: what the characters say, what the wording entails, and how readers take it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spans import span

from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.parsing import FigureError, NotANumber, TooLong, UnknownUnit, parse_figure
from shizhong_cli.core.figure.slips import typos_of
from shizhong_cli.core.figure.terms import Bound, Rounding
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.figure.written import Written, rounded

PROPERTY = settings(max_examples=120, deadline=None, derandomize=True, database=None)


def read(text: str, default_unit: str | None = None) -> Written:
    return parse_figure(text, BUILT_IN, default_unit)


# ── what the characters say ───────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "value", "place", "unit"),
    [
        # digits and scale words: the scale word belongs to the number
        ("1451.6亿元", "145_160_000_000", "10_000_000", "元"),
        ("2.67万人", "26_700", "100", "人"),
        ("2.70万人", "27_000", "100", "人"),
        ("2.7万人", "27_000", "1_000", "人"),
        ("12.6万户", "126_000", "1_000", "户"),
        ("3百家", "300", "100", "家"),
        ("3千家", "3_000", "1_000", "家"),
        ("5百万元", "5_000_000", "1_000_000", "元"),
        ("5千万元", "50_000_000", "10_000_000", "元"),
        ("1.2万亿元", "1_200_000_000_000", "100_000_000_000", "元"),
        ("15.8亿美元", "1_580_000_000", "10_000_000", "美元"),
        ("1125P", "1_125", "1", "P"),
        ("3万平方米", "30_000", "10_000", "平方米"),
        # 千 that belongs to the unit
        ("5千瓦", "5", "1", "千瓦"),
        ("12万千瓦", "120_000", "10_000", "千瓦"),
        ("5千米", "5", "1", "千米"),
        ("5千克", "5", "1", "千克"),
        ("2千万千瓦时", "20_000_000", "10_000_000", "千瓦时"),
        ("5千人", "5_000", "1_000", "人"),
        ("6.6个百分点", "6.6", "0.1", "个百分点"),
        ("3百分点", "3", "1", "个百分点"),
        # ratios
        ("54.5%", "54.5", "0.1", "%"),
        ("0.50%", "0.5", "0.01", "%"),
        ("-0.5%", "-0.5", "0.1", "%"),
        ("+5.0%", "5", "0.1", "%"),
        ("3.2‰", "3.2", "0.1", "‰"),
        ("1.5倍", "1.5", "0.1", "倍"),
        ("五分之一", "1/5", "1/5", ""),
        ("三分之二", "2/3", "1/3", ""),
        ("百分之五", "5", "1", "%"),
        ("百分之十五点六", "15.6", "0.1", "%"),
        ("万分之五点三", "53/100000", "1/100000", ""),
        # as typed, or as a PDF gives it
        ("1,520.3亿元", "152_030_000_000", "10_000_000", "元"),
        ("1,234,567人", "1_234_567", "1", "人"),
        ("７.８ 万元", "78_000", "1_000", "元"),
        ("7 . 8 万 元", "78_000", "1_000", "元"),
        ("1 455 家", "1_455", "1", "家"),
        ("５４．５％", "54.5", "0.1", "%"),
        ("－０．５％", "-0.5", "0.1", "%"),
        ("１，５２０．３亿元", "152_030_000_000", "10_000_000", "元"),
        ("1450套（间）", "1_450", "1", "套"),
        ("1450套(间)", "1_450", "1", "套"),
        # Chinese numerals
        ("连续八年", "8", "1", "年"),
        ("两个", "2", "1", "个"),
        ("一千五百亿元", "150_000_000_000", "10_000_000_000", "元"),
        ("三亿五千万元", "350_000_000", "10_000_000", "元"),
        # decreases
        ("压减58.6%", "-58.6", "0.1", "%"),
        ("下降3%", "-3", "1", "%"),
        ("负增长0.4%", "-0.4", "0.1", "%"),
        ("减少12家", "-12", "1", "家"),
        # words that say nothing about the size
        ("达到1451.6亿元", "145_160_000_000", "10_000_000", "元"),
        ("累计完成12件", "12", "1", "件"),
        ("净增138家", "138", "1", "家"),
    ],
)
def test_value_place_and_unit(text: str, value: str, place: str, unit: str) -> None:
    figure = read(text)
    assert (figure.value, figure.place, figure.unit) == (Fraction(value), Fraction(place), unit)
    assert (figure.text, figure.bound, figure.estimated) == (text, Bound.EXACT, False)


@pytest.mark.parametrize(
    ("text", "bound", "value"),
    [
        # before
        ("超过12.6万户", Bound.MORE_THAN, 126_000),
        ("超12.6万户", Bound.MORE_THAN, 126_000),
        ("突破12.6万户", Bound.MORE_THAN, 126_000),
        ("跨入百亿", Bound.MORE_THAN, 10_000_000_000),
        ("超百家", Bound.MORE_THAN, 100),
        ("不低于5%", Bound.AT_LEAST, 5),
        ("不少于20件", Bound.AT_LEAST, 20),
        ("近9000人", Bound.LESS_THAN, 9_000),
        ("接近9000人", Bound.LESS_THAN, 9_000),
        ("不足9000人", Bound.LESS_THAN, 9_000),
        ("近万人", Bound.LESS_THAN, 10_000),
        ("不超过5%", Bound.AT_MOST, 5),
        ("控制在5%以内", Bound.AT_MOST, 5),
        ("约300家", Bound.ABOUT, 300),
        # inside
        ("2000余万元", Bound.MORE_THAN, 20_000_000),
        ("2000万余元", Bound.MORE_THAN, 20_000_000),
        ("1万余户", Bound.MORE_THAN, 10_000),
        ("1.2万多户", Bound.MORE_THAN, 12_000),
        ("200余家", Bound.MORE_THAN, 200),
        ("200多家", Bound.MORE_THAN, 200),
        # after
        ("600家以上", Bound.AT_LEAST, 600),
        ("1.5亿元及以上", Bound.AT_LEAST, 150_000_000),
        ("5%左右", Bound.ABOUT, 5),
        ("5%以内", Bound.AT_MOST, 5),
        ("5%以下", Bound.AT_MOST, 5),
        # both sides, and several in a row
        ("达到600家以上", Bound.AT_LEAST, 600),
        ("增长5%左右", Bound.ABOUT, 5),
        ("控制在5%左右", Bound.ABOUT, 5),
        ("力争突破1500亿元", Bound.MORE_THAN, 150_000_000_000),
        ("５％ 左右", Bound.ABOUT, 5),
    ],
)
def test_wording(text: str, bound: Bound, value: int) -> None:
    figure = read(text)
    assert (figure.bound, figure.value) == (bound, value)


MORE, AT_LEAST = "[8, ∞)", "[8, ∞)"
LESS, AT_MOST = "(-∞, 8)", "(-∞, 8]"


@pytest.mark.parametrize(
    ("words", "before", "entailed"),
    [  # every word around a number, by what it says of 8家
        ("超过 超 突破 逾 高于 大于 多于 超出 >", True, MORE),
        ("跨入 跨过 跨上 迈上 迈过 迈入 站上 登上 破", True, MORE),
        ("不低于 不少于 不小于 至少 最少 ≥", True, AT_LEAST),
        ("接近 将近 近 不足 不到 低于 少于 小于 正向 迈向 <", True, LESS),
        ("不超过 不高于 不多于 不大于 不突破 至多 最多 控制在 ≤", True, AT_MOST),
        ("大约 约", True, "(-∞, ∞)"),
        ("及以上 以上", False, AT_LEAST),
        ("及以下 以下 以内 之内", False, AT_MOST),
        ("左右 上下", False, "(-∞, ∞)"),
        ("保持 确保 跨越 连跨 达到 达 完成 实现 增长 提高 增加 新增 净增 累计 连续 力争 争取 共 为 预计", True, "8"),
        ("大关 迈进 行列", False, "8"),
        ("负增长 下降 减少 压减 压缩 降低 回落 下调 下滑 缩减 缩短 调减 削减 降幅 零下", True, "-8"),
    ],
)
def test_every_word_around_a_number(words: str, before: bool, entailed: str) -> None:
    said = {word: read(f"{word}8家" if before else f"8家{word}").entailed() for word in words.split()}
    assert {word: values for word, values in said.items() if values != span(entailed)} == {}


def test_a_figure_of_which_no_more_is_said_is_rounded_and_exact() -> None:
    figure = Written("8家", "8", Fraction(1), Fraction(8), Fraction(1), "家")
    assert figure.entailed() == figure.as_read() == span("[7.5, 8.5)")
    assert (figure.estimated, figure.step) == (False, None)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("正向1500亿大关迈进", 150_000_000_000, "元"),
        ("跨入百亿", 10_000_000_000, "元"),
        ("1500", 1_500, "元"),
        ("动态清零", 0, "元"),
    ],
)
def test_default_unit_where_none_is_printed(text: str, value: int, unit: str) -> None:
    figure = read(text, default_unit="元")
    assert (figure.value, figure.unit) == (value, unit)
    assert read("3家", default_unit="元").unit == "家"


def test_on_the_way_to_a_mark_is_below_it() -> None:
    figure = read("正向1500亿大关迈进", default_unit="元")
    assert figure.entailed() == span("(-∞, 150_000_000_000)")
    assert figure.as_read() == span("[140_000_000_000, 150_000_000_000)")


@pytest.mark.parametrize("text", ["预计1451.6亿元", "预计达到1451.6亿元", "预计超过12.6万户"])
def test_estimates_are_marked_and_otherwise_the_same(text: str) -> None:
    figure, plain = read(text), read(text.removeprefix("预计"))
    assert (figure.estimated, plain.estimated) == (True, False)
    assert (figure.entailed(), figure.as_read()) == (plain.entailed(), plain.as_read())


@pytest.mark.parametrize(
    ("text", "steps", "size"),
    [
        ("四个百亿台阶", 4, 10_000_000_000),
        ("两个百亿台阶", 2, 10_000_000_000),
        ("三个千亿台阶", 3, 100_000_000_000),
        ("一个万亿台阶", 1, 1_000_000_000_000),
    ],
)
def test_steps(text: str, steps: int, size: int) -> None:
    figure = read(text)
    assert (figure.unit, figure.value, figure.step) == ("台阶", steps, size)
    assert figure.entailed() == interval.exact(steps)


@pytest.mark.parametrize("text", ["动态清零", "清零", "实现动态清零", "零发生", "不发生"])
def test_none_left_is_exactly_zero(text: str) -> None:
    assert read(text, default_unit="件").entailed() == interval.exact(0)
    assert read(text, default_unit="件").unit == "件"


@pytest.mark.parametrize("text", ["全覆盖", "实现全覆盖", "全部"])
def test_all_is_exactly_all(text: str) -> None:
    assert read(text).entailed() == interval.exact(100)
    assert read(text).unit == "%"


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("翻一番", 1, "倍", Bound.AT_LEAST),  # doubled is once as much more
        ("翻番", 1, "倍", Bound.AT_LEAST),
        ("翻了一番", 1, "倍", Bound.AT_LEAST),
        ("实现翻两番", 3, "倍", Bound.AT_LEAST),  # twice doubled is four times as much
        ("翻了近两番", 3, "倍", Bound.LESS_THAN),
        ("翻了一番多", 1, "倍", Bound.MORE_THAN),
        ("翻两番有余", 3, "倍", Bound.MORE_THAN),
        ("超过翻一番", 1, "倍", Bound.MORE_THAN),
        ("翻2番以上", 3, "倍", Bound.AT_LEAST),
        ("翻两番左右", 3, "倍", Bound.ABOUT),
        ("翻十番", 1023, "倍", Bound.AT_LEAST),
        ("两位数", 10, "%", Bound.AT_LEAST),
        ("保持两位数增长", 10, "%", Bound.AT_LEAST),
        ("下降两位数", -10, "%", Bound.AT_MOST),
        ("正增长", 0, "%", Bound.MORE_THAN),
        ("零增长", 0, "%", Bound.EXACT),
    ],
)
def test_words_that_are_a_number(text: str, value: int, unit: str, bound: Bound) -> None:
    written = read(text)
    assert (written.value, written.unit, written.bound) == (value, unit, bound)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "家",
        "以上",
        "超过",
        "%",
        "保持合理增长",
        "下降翻一番",
        "翻一番半",  # of a part of a doubling nobody says what it is
        "翻1.5番",
        "负两位数",
        ".5%",
        "-家",
        "零分之一",
        "一二三家",
        "12.3.4家",
    ],
)
def test_not_a_number(text: str) -> None:
    with pytest.raises(NotANumber) as caught:
        read(text)
    assert caught.value.found == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5桶", "桶"),
        ("5万桶", "桶"),
        ("超过5余桶以上", "桶"),
        ("五桶", "桶"),
        ("5人民币", "人民币"),
        ("五分之一家", "家"),
        ("四个百亿台阶企业", "个百亿台阶企业"),  # steps of nothing else
    ],
)
def test_unknown_unit(text: str, found: str) -> None:
    with pytest.raises(UnknownUnit) as caught:
        read(text)
    assert caught.value.found == found


# ── what the wording entails, and how readers take it ─────────────────────────


@pytest.mark.parametrize(
    ("text", "entailed", "as_read"),
    [
        ("1451.6亿元", "[145_155_000_000, 145_165_000_000)", "[145_155_000_000, 145_165_000_000)"),
        ("2.67万人", "[26_650, 26_750)", "[26_650, 26_750)"),
        ("54.5%", "[54.45, 54.55)", "[54.45, 54.55)"),
        ("54.50%", "[54.495, 54.505)", "[54.495, 54.505)"),
        ("-0.5%", "(-0.55, -0.45]", "(-0.55, -0.45]"),
        ("0.0%", "(-0.05, 0.05)", "(-0.05, 0.05)"),
        ("压减58.6%", "(-58.65, -58.55]", "(-58.65, -58.55]"),
        ("1455家", "1455", "1455"),
        ("1450套（间）", "1450", "1450"),
        ("连续八年", "8", "8"),
        ("0件", "0", "0"),
        ("145.5公里", "[145.45, 145.55)", "[145.45, 145.55)"),
        ("145公里", "[144.5, 145.5)", "[144.5, 145.5)"),  # not a countable thing
        ("3百家", "[250, 350)", "[250, 350)"),  # a scale word
        ("五分之一", "[11/60, 9/40)", "[11/60, 9/40)"),  # half way to 1/6, half way to 1/4: 18.3 to 22.5 %
        ("三分之二", "[7/12, 17/24)", "[7/12, 17/24)"),  # the mirror of a third: 1 - 5/12, 1 - 7/24
        ("一半", "[5/12, 7/12)", "[5/12, 7/12)"),  # a third, a half, two thirds
        ("五分之三", "[1/2, 7/10)", "[1/2, 7/10)"),  # no unit fraction: half a fifth to each side
        ("超过12.6万户", "[126_000, ∞)", "[126_000, 127_000)"),
        ("200余家", "[200, ∞)", "[200, 300)"),
        ("2000余万元", "[20_000_000, ∞)", "[20_000_000, 30_000_000)"),
        ("1万余户", "[10_000, ∞)", "[10_000, 20_000)"),
        ("205余家", "[205, ∞)", "[205, 206)"),
        ("突破15.0亿元", "[1_500_000_000, ∞)", "[1_500_000_000, 1_600_000_000)"),
        ("跨入百亿", "[10_000_000_000, ∞)", "[10_000_000_000, 20_000_000_000)"),
        ("600家以上", "[600, ∞)", "[600, 700)"),
        ("不低于5%", "[5, ∞)", "[5, 6)"),
        ("近9000人", "(-∞, 9000)", "[8000, 9000)"),
        ("不足1.25万人", "(-∞, 12_500)", "[12_400, 12_500)"),
        ("近万人", "(-∞, 10_000)", "[0, 10_000)"),
        ("不超过5%", "(-∞, 5]", "(4, 5]"),
        ("5%左右", "(-∞, ∞)", "(-∞, ∞)"),
        ("约300家", "(-∞, ∞)", "(-∞, ∞)"),
    ],
)
def test_entailed_and_as_read(text: str, entailed: str, as_read: str) -> None:
    assert read(text).entailed() == span(entailed)
    assert read(text).as_read() == span(as_read)


@pytest.mark.parametrize(
    ("text", "entailed", "as_read"),
    [
        ("下降5%以上", "(-∞, -5]", "(-6, -5]"),
        ("压减超过58.6%", "(-∞, -58.6]", "(-58.7, -58.6]"),
        ("下降不超过5%", "[-5, ∞)", "[-5, -4)"),
    ],
)
def test_the_bound_of_a_decrease_points_the_other_way(text: str, entailed: str, as_read: str) -> None:
    assert read(text).entailed() == span(entailed)
    assert read(text).as_read() == span(as_read)


@pytest.mark.parametrize(
    ("text", "half_even", "truncated"),
    [
        ("54.5%", "(54.45, 54.55)", "[54.5, 54.6)"),
        ("54.6%", "[54.55, 54.65]", "[54.6, 54.7)"),
        ("-0.5%", "(-0.55, -0.45)", "(-0.6, -0.5]"),
        ("0.5%", "(0.45, 0.55)", "[0.5, 0.6)"),
        ("-0.6%", "[-0.65, -0.55]", "(-0.7, -0.6]"),
        ("0.0%", "[-0.05, 0.05]", "(-0.1, 0.1)"),
        ("2.67万人", "(26_650, 26_750)", "[26_700, 26_800)"),
        ("1455家", "1455", "1455"),  # a count is not rounded at all
        ("超过12.6万户", "[126_000, ∞)", "[126_000, ∞)"),
    ],
)
def test_other_roundings(text: str, half_even: str, truncated: str) -> None:
    assert read(text).entailed(Rounding.HALF_EVEN) == span(half_even)
    assert read(text).entailed(Rounding.TRUNCATED) == span(truncated)


ROUND: dict[Rounding, Callable[[Fraction], int]] = {
    Rounding.NEAREST: lambda x: floor(abs(x) + Fraction(1, 2)) * (1 if x > 0 else -1),  # half away from zero
    Rounding.HALF_EVEN: round,
    Rounding.TRUNCATED: int,
}
PLACES = st.sampled_from([Fraction(p) for p in ("0.01", "0.1", "1", "100", "10_000_000", "1/3")])
NUMBERS = st.integers(-30, 30) | st.integers(-(10**6), 10**6)


@pytest.mark.parametrize("mode", Rounding)
@given(n=NUMBERS, eighths=st.integers(-16, 16), shift=st.fractions(-1, 1), place=PLACES)
@PROPERTY
def test_rounding_gives_the_printed_number_back_inside_and_nowhere_else(
    mode: Rounding, n: int, eighths: int, shift: Fraction, place: Fraction
) -> None:
    for offset in (Fraction(eighths, 8), shift, Fraction(eighths, 8) + shift / 10**9):
        true = (n + offset) * place
        assert (true in rounded(n * place, place, mode)) == (ROUND[mode](true / place) == n)


@pytest.mark.parametrize("mode", Rounding)
@given(st.fractions(-1000, 1000), PLACES)
@PROPERTY
def test_every_number_lies_inside_what_it_is_printed_as(mode: Rounding, true: Fraction, place: Fraction) -> None:
    assert true in rounded(ROUND[mode](true / place) * place, place, mode)


DECIMAL_MODES = {
    Rounding.NEAREST: ROUND_HALF_UP,
    Rounding.HALF_EVEN: ROUND_HALF_EVEN,
    Rounding.TRUNCATED: ROUND_DOWN,
}
SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "百亿": 10**10, "万亿": 10**12}


@pytest.mark.parametrize("mode", Rounding)
@given(
    true=st.decimals(-999, 999, places=4),
    decimals=st.integers(0, 3),
    scale=st.sampled_from(sorted(SCALES)),
)
@PROPERTY
def test_what_is_printed_stands_for_what_was_true(mode: Rounding, true: Decimal, decimals: int, scale: str) -> None:
    printed = true.quantize(Decimal(1).scaleb(-decimals), rounding=DECIMAL_MODES[mode])
    figure = read(f"{printed}{scale}元")
    assert figure.value == Fraction(printed) * SCALES[scale]
    assert Fraction(true) * SCALES[scale] in figure.entailed(mode)


@pytest.mark.parametrize("wording", ["{}", "超过{}", "{}以上", "近{}", "不超过{}", "{}左右"])
@given(st.integers(0, 10**5), st.integers(0, 3), st.sampled_from(["%", "家", "亿元"]), st.sampled_from(Rounding))
@PROPERTY
def test_readers_never_take_more_than_is_entailed(
    wording: str, digits: int, decimals: int, unit: str, mode: Rounding
) -> None:
    number = Decimal(digits).scaleb(-decimals)
    figure = read(wording.format(f"{number:f}{unit}"))
    assert figure.as_read(mode) & figure.entailed(mode) == figure.as_read(mode)
    assert not figure.as_read(mode).is_empty


# ── typos ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1455家", 35),  # 8 + 9 + 9 + 9
        ("54.5%", 26),  # 8 + 9 + 9
        ("0.5%", 18),  # the 0 before the point may become anything
        ("5%", 9),
        ("1,520.3亿元", 44),  # 8 + 9 + 9 + 9 + 9
        ("压减58.6%", 26),
        ("2.70万人", 27),
        ("五分之一", 0),
        ("四个百亿台阶", 0),
        ("动态清零", 0),
    ],
)
def test_how_many_typos_there_are(text: str, count: int) -> None:
    assert len(list(typos_of(read(text)))) == count


def test_the_typos_of_a_short_figure() -> None:
    assert [typo.text for typo in typos_of(read("1.5倍"))] == [
        *(f"{n}.5倍" for n in (0, 2, 3, 4, 5, 6, 7, 8, 9)),
        *(f"1.{n}倍" for n in (0, 1, 2, 3, 4, 6, 7, 8, 9)),
    ]


@given(st.integers(1, 99_999), st.integers(0, 2), st.sampled_from(["家", "%", "万人", "亿元以上"]))
@PROPERTY
def test_a_typo_is_the_figure_that_would_have_been_read(digits: int, decimals: int, unit: str) -> None:
    printed = f"{Decimal(digits).scaleb(-decimals):f}"
    typos = list(typos_of(read(printed + unit)))
    assert all(typo == read(typo.text) for typo in typos)
    wrong = {typo.text.removesuffix(unit) for typo in typos}
    assert len(wrong) == len(typos)
    for other in wrong:
        assert len(other) == len(printed)
        assert sum(a != b for a, b in zip(other, printed, strict=True)) == 1
        assert not (other.startswith("0") and other[1:2].isdigit())
    first_is_free = len(printed.split(".")[0]) == 1
    assert len(typos) == 9 * sum(c.isdigit() for c in printed) - (not first_is_free)


# ── what was once read wrongly ────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["下降五分之一", "压减五分之一"])
def test_a_decrease_by_a_fraction_is_negative(text: str) -> None:
    assert read(text).value == Fraction(-1, 5)


def test_a_fall_short_of_a_number_does_not_reach_it() -> None:
    assert read("下降近5%").entailed() == span("(-5, ∞)")
    assert read("下降近5%").as_read() == span("(-5, -4]")


@pytest.mark.parametrize(("text", "number"), [("十个", 10), ("二十家", 20), ("四十年", 40)])
def test_ten_is_no_scale_word(text: str, number: int) -> None:
    assert read(text).entailed() == interval.exact(number)


def test_ten_thousand_inside_a_hundred_million() -> None:
    assert read("一万三千亿元").value == 1_300_000_000_000


@pytest.mark.parametrize("text", ["预计动态清零", "预计全覆盖"])
def test_estimated_zero_and_estimated_all_are_marked(text: str) -> None:
    assert read(text).estimated


def test_a_number_before_none_left_is_not_dropped() -> None:
    with pytest.raises(FigureError):
        read("5家清零")


def test_steps_in_arabic_digits() -> None:
    assert read("4个百亿台阶")[3:] == read("四个百亿台阶")[3:]


@pytest.mark.parametrize("text", ["1,520.3亿元", "１５２０．３亿元", "1 520.3亿元"])
def test_the_text_of_a_typo_shows_the_typo(text: str) -> None:
    assert all(read(typo.text).value == typo.value for typo in typos_of(read(text)))


def test_too_many_digits_are_refused_as_a_figure() -> None:
    with pytest.raises(FigureError):
        read("9" * 5000 + "家")
    assert read("9" * 40 + "家").value == 10**40 - 1
    assert read(f"{'9' * 38}.9家").place == Fraction(1, 10)
    for text in (f"{'9' * 41}家", f"{'9' * 38}.99家"):  # the point counts as well
        with pytest.raises(TooLong, match="9999999999…"):
            read(text)
