"""A number is read whole or reported whole as not read; a piece of one is never a number."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from test_numerals import aloud

from shizhong_cli.core.figure.number import number_of
from shizhong_cli.core.figure.numerals import CHARACTERS
from shizhong_cli.core.figure.terms import Bound, NumberClass
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning import FoundNumber, scan, words_of

SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
UNITS = ("元", "人", "户", "吨", "公里", "平方米", "千瓦时", "个百分点")
CLAUSES = ("", "据统计，", "全区情况良好。", "其中：", "会议指出，有关方面讲，", "2025年，", "第一批达标。")
AFTERWARDS = ("", "。", "，其余照旧。", "；下同。", "。\n下一段5亿元。", "，同比增长3%。")


@st.composite
def spelled(draw: st.DrawFn) -> tuple[str, Fraction]:
    """A number in some mixture of digits, numerals, scale words, thousands marks and points, and its value."""
    whole = draw(st.integers(1, 10**7))
    match draw(st.sampled_from(("digits", "thousands", "decimals", "numeral", "point", "mixture", "power"))):
        case "digits":
            scale = draw(st.sampled_from(sorted(SCALES)))
            return f"{whole}{scale}", Fraction(whole * SCALES[scale])
        case "thousands":
            comma = draw(st.sampled_from(",，"))
            return f"{whole:,}".replace(",", comma), Fraction(whole)
        case "decimals":
            places, scale = draw(st.integers(1, 4)), draw(st.sampled_from(sorted(SCALES)))
            text = f"{whole // 10**places}.{whole % 10**places:0{places}}"
            return f"{text}{scale}", Fraction(text) * SCALES[scale]
        case "numeral":
            number = whole + 100
            return aloud(number), Fraction(number)
        case "point":
            digits = draw(st.text("一二三四五六七八九", min_size=1, max_size=3))
            decimals = "".join(str("零一二三四五六七八九".index(c)) for c in digits)
            scale = draw(st.sampled_from(("", "万", "亿")))
            number = whole % 1000 + 1
            return f"{aloud(number)}点{digits}{scale}", Fraction(f"{number}.{decimals}") * SCALES[scale]
        case "mixture":
            number = whole % 99 + 1
            rest = draw(st.integers(1000, 9999))
            return f"{number}万{rest}", Fraction(number * 10**4 + rest)
        case _:
            exponent = draw(st.integers(2, 9))
            raised = str(exponent).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
            shown = draw(st.sampled_from((f"^{exponent}", raised)))
            return f"{whole}×10{shown}", Fraction(whole * 10**exponent)


def at(found: tuple[FoundNumber, ...], start: int) -> FoundNumber:
    return next(number for number in found if number.start <= start < number.end)


@given(spelled(), st.sampled_from(UNITS))
@settings(max_examples=600)
def test_a_number_in_any_mixture_comes_back_as_itself(number, unit):
    text, value = number
    (found,) = scan(f"情况为{text}{unit}。", BUILT_IN)
    assert (found.text, found.class_, found.value) == (f"{text}{unit}", NumberClass.QUANTITY, value)


@given(spelled(), st.sampled_from(UNITS), st.sampled_from(CLAUSES), st.sampled_from(AFTERWARDS))
@settings(max_examples=600)
def test_text_around_a_number_never_changes_it(number, unit, before, after):
    text, value = number
    found = at(scan(f"{before}情况为{text}{unit}{after}", BUILT_IN), len(before) + 3)
    assert (found.text, found.value, found.unit) == (f"{text}{unit}", value, BUILT_IN[unit].symbol)


@given(st.text("0123456789.，,、。一二三十百万亿点元个年月%-—\n\t 第约超×⁸半几", max_size=40))
@settings(max_examples=1500)
def test_every_digit_is_in_exactly_one_finding(text):
    found = scan(text, BUILT_IN)
    for place, character in enumerate(text):
        holders = [number for number in found if number.start <= place < number.end]
        assert len(holders) <= 1
        assert holders or not "0" <= character <= "9"


@given(spelled(), st.sampled_from(UNITS), st.integers(1, 6))
@settings(max_examples=600)
def test_a_line_end_inside_a_number_never_gives_a_piece_of_it(number, unit, cut):
    text, value = number
    if not text.isdigit() or cut >= len(text):
        return
    before = "本地区各项工作进展顺利完成投资总额共计"
    found = [
        n for n in scan(f"{before}{text[:cut]}\n{text[cut:]}{unit}。", BUILT_IN) if n.class_ is NumberClass.QUANTITY
    ]
    assert [n.value for n in found] in ([], [value])


@given(st.text("0123.，,、。一二三十百千万亿两零点元个年月家项大届是第约超半几数余多和统“” \n", max_size=40))
@settings(max_examples=1500)
def test_every_chinese_numeral_is_in_one_finding_or_in_a_named_exception(text):
    places = [(it.start, it.end) for it in (*scan(text, BUILT_IN), *words_of(text, BUILT_IN))]
    for place, character in enumerate(text):
        holders = [(start, end) for start, end in places if start <= place < end]
        assert len(holders) <= 1
        assert holders or character not in CHARACTERS


@given(spelled(), st.sampled_from(UNITS))
@settings(max_examples=300)
def test_no_number_hides_in_an_exception(number, unit):
    text, _ = number
    words = words_of(f"情况为{text}{unit}，全区统一部署。", BUILT_IN)
    assert [word.reason.value for word in words] == ["word"]


LARGE = (("亿", 10**8), ("万亿", 10**12))
SMALL = (("", 1), ("百", 100), ("千", 1000))


@given(
    st.sampled_from(("余", "多")),
    st.integers(1, 99),
    st.sampled_from(LARGE),
    st.sampled_from(("", "零")),
    st.integers(1, 9),
    st.sampled_from(SMALL),
)
def test_a_number_with_a_word_inside_lies_before_the_next_unit_of_its_last_digit(
    word, most, large, nought, digit, small
):
    """1亿零3百多万 is 1亿零3百万 or more, and less than 1亿零4百万."""
    (large_word, large_size), (small_word, size) = large, small
    behind = "亿" if large_size > 10**8 else "万"
    unit = size * (10**8 if behind == "亿" else 10**4)
    number = number_of(text := f"{most}{large_word}{nought}{digit}{small_word}{word}{behind}", 0, len(text))
    assert number.value == most * large_size + digit * unit
    assert (number.place, number.bound) == (unit, Bound.MORE_THAN)
    without = number_of(spoken := text.replace(word, ""), 0, len(spoken)).value
    assert without in (number.value, None)  # 1万亿3千亿 is no way to say it


@given(st.integers(1, 9999), st.sampled_from(("余", "多")), st.sampled_from(("", "万", "亿", "万亿")))
def test_without_a_larger_scale_word_the_whole_is_multiplied(whole, word, scale):
    text = f"{whole}{word}{scale}"
    assert number_of(text, 0, len(text)).value == whole * SCALES[scale]
