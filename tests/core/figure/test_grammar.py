"""One grammar: what a file may say is found in running text, with the same value, unit, bound and digits.

Spellings are made by a seeded generator from every part that the grammar knows: digits and numerals, thousands, scale
words, points, 余 多 几 来, signs, words before and behind, units. What is made is compared three ways: the figure of a
file, the finding in a neutral sentence, and the number that it was made from.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import run
from test_numerals import aloud

from shizhong_cli.core.figure.amount import is_unread
from shizhong_cli.core.figure.parsing import FigureError, parse_figure
from shizhong_cli.core.figure.terms import Bound, NumberClass
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.figure.words import AFTER, BEFORE, ESTIMATE, FALLEN, FALLS, PLAIN_BEFORE
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.report.scanning import FoundNumber, scan
from shizhong_cli.core.report.scanning.chinese_amounts import NAME_UNITS, WORD_UNITS

SPELLINGS, SEED = 8000, 20260204
SENTENCE = "情况：{}。"
NEUTRAL = ("据了解，", "其中", "全区情况是：", "；有关方面说，", "")
BEHIND = ("。", "，有关情况另行通报。", "；其余照旧。", "。\n下一段。")


class Spelling(NamedTuple):
    """A number as written, and what it is; without value where the grammar knows none."""

    text: str
    value: Fraction | None


def plain(made: random.Random) -> Spelling:
    number = made.choice([made.randrange(1, 100), made.randrange(1, 10_000), made.randrange(1, 10**7)])
    places = made.choice([0, 0, 1, 2])
    value = Fraction(number, 10**places)
    text = str(number).rjust(places + 1, "0")
    return Spelling(f"{text[:-places]}.{text[-places:]}" if places else text, value)


def with_thousands(made: random.Random) -> Spelling:
    number = made.randrange(1000, 10**8)
    comma = made.choice([",", "，"])
    decimals = made.choice(["", ".5", ".36"])
    return Spelling(f"{number:,}".replace(",", comma) + decimals, number + Fraction(decimals or 0))


def numeral(made: random.Random) -> Spelling:
    number = made.choice([made.randrange(1, 100), made.randrange(100, 10_000), made.randrange(10**4, 10**9)])
    text = aloud(number * made.choice([1, 1, 10, 1000]) if number < 1000 else number)
    value = {aloud(n): n for n in (number, number * 10, number * 1000)}[text]
    return Spelling(text.replace("二千", "两千") if made.random() < 0.5 else text, Fraction(value))


def numeral_with_point(made: random.Random) -> Spelling:
    whole, decimals = made.randrange(0, 100), made.choice(["3", "58", "06", "9"])
    spelled = "".join("零一二三四五六七八九"[int(digit)] for digit in decimals)
    head = "零" if whole == 0 else made.choice([aloud(whole), str(whole)])
    return Spelling(f"{head}点{spelled}", whole + Fraction(f"0.{decimals}"))


def mixture(made: random.Random) -> Spelling:
    """3万4000, 25万6千, 2千零30万, 1亿2000万."""
    one, other = made.randrange(2, 100), made.randrange(1, 10)
    many = made.randrange(10, 10_000)
    text, value = made.choice(
        [
            (f"{one}万{many}", one * 10**4 + many),
            (f"{one}万{other}千", one * 10**4 + other * 1000),
            (f"{other}千零{one}万", (other * 1000 + one) * 10**4),
            (f"{one}亿{many}万", one * 10**8 + many * 10**4),
            (f"{aloud(one)}万{many}", one * 10**4 + many),
            (f"{one}亿{aloud(other)}千万", one * 10**8 + other * 10**7),
        ]
    )
    return Spelling(text, Fraction(value))


def half_more(made: random.Random) -> Spelling:
    one, value = made.choice([("一", 1), ("两", 2), ("三", 3), ("2", 2), ("15", 15)])
    return Spelling(f"{one}个半", value + Fraction(1, 2))


def of_a_whole(made: random.Random) -> Spelling:
    part, of = made.randrange(1, 4), made.randrange(4, 10)
    percent = made.choice([("百分之十五点六", Fraction("15.6")), ("百分之8.5", Fraction("8.5"))])
    return made.choice(
        [
            Spelling(f"{aloud(of)}分之{aloud(part)}", Fraction(part, of)),
            Spelling(f"{part}/{of}", Fraction(part, of)),
            Spelling(*percent),
            Spelling("万分之五点三", Fraction(53, 100_000)),
        ]
    )


def small_money(made: random.Random) -> Spelling:
    yuan, jiao, fen = made.randrange(1, 500), made.randrange(1, 10), made.randrange(1, 10)
    shown, value = made.choice(
        [(f"{jiao}角", Fraction(jiao, 10)), (f"{jiao}角{fen}分", Fraction(10 * jiao + fen, 100))]
    )
    return Spelling(f"{yuan}元{shown}", yuan + value)


def unreadable(made: random.Random) -> Spelling:
    """What is a number, and none that is one value."""
    return Spelling(made.choice(["1.5万3000", "0万12", "3万40000", "百十", "千八百"]), None)


ROUGH = {
    "两三": (2, 3), "三四十": (30, 40), "七八百": (700, 800), "十七八": (17, 18), "二十五六": (25, 26),
    "一百二三十": (120, 130), "五六百万": (5_000_000, 6_000_000), "几百亿": (10**10, 10**10), "数十": (10, 10),
    "几千万": (10**7, 10**7), "数百": (100, 100),
}  # fmt: skip
"""Between two numbers; more than one of a size."""


def rough(made: random.Random) -> Spelling:
    """The lower end; with a word that keeps below it is the upper one that counts."""
    text = made.choice(list(ROUGH))
    return Spelling(text, Fraction(ROUGH[text][0]))


MAKERS: list[tuple[Callable[[random.Random], Spelling], int]] = [
    (plain, 6), (with_thousands, 2), (numeral, 6), (numeral_with_point, 3), (mixture, 4), (half_more, 1),
    (of_a_whole, 2), (small_money, 1), (unreadable, 1), (rough, 1),
]  # fmt: skip
CLOSED = (of_a_whole, small_money)
"""Spellings that have no unit behind them."""

SCALES = {
    "": 1,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
UNITS = [u for u in BUILT_IN if f"千{u}" not in BUILT_IN and u[0] not in "千百" and "/" not in u and u[0] != "％"]
"""Behind a scale word 瓦 is that of 千瓦: such are tried by hand."""
BOUNDS = [word for word in BEFORE if word not in ("正向",)]
PREFIXES = [
    *([""] * 12), *BOUNDS, *FALLS, *FALLEN, *ESTIMATE, *PLAIN_BEFORE,
    *(f"{fall}{bound}" for fall in FALLS[:8] for bound in ("约", "超过", "近")), "预计超过", "力争突破", "增长约",
]  # fmt: skip
SUFFIXES = ["", "", "", "", *AFTER]


class Made(NamedTuple):
    """A whole figure as made."""

    text: str
    value: Fraction | None  # of the number, without sign
    unit: str
    maker: str


def figure(made: random.Random) -> Made:
    maker = made.choices([maker for maker, _ in MAKERS], [weight for _, weight in MAKERS])[0]
    text, value = maker(made)
    unit = inside = ""
    if maker not in CLOSED:
        unit = made.choice(UNITS)
        if maker is half_more:
            unit = made.choice(["百分点", "小时"])
        if maker in (plain, numeral_with_point):
            scale = made.choice(list(SCALES) if maker is plain else ["", "万", "亿", "百万"])
            text, value = text + scale, value and value * SCALES[scale]
        inside = made.choice(["", "", "", "余", "多"]) if maker not in (half_more, unreadable, rough) else ""
        small = value is not None and value < SCALES["万"]
        more = made.choice(["", "万", "亿"]) if inside and maker is numeral and small else ""
        value = value * SCALES[more] if value else value
        text += inside + more
    prefix, suffix = made.choice(PREFIXES), made.choice(SUFFIXES)
    sign = "-" if text[0].isascii() and not prefix and made.random() < 0.1 and maker is plain else ""
    return Made(f"{prefix}{sign}{text}{unit}{suffix}", value, unit, maker.__name__)


def read(text: str) -> Written | None:
    try:
        return parse_figure(text, BUILT_IN)
    except FigureError:
        return None


def quantities(text: str) -> list[FoundNumber]:
    return [number for number in scan(text, BUILT_IN) if number.class_ is NumberClass.QUANTITY]


FIGURES = [
    made
    for made in map(figure, [random.Random(SEED)] * SPELLINGS)
    if (made.unit != "分" or "分之" not in made.text)  # 百分之, and no points
    and not (made.text[0] in "近过" and made.unit in ("年", "天", "月", "周", "届", "个月"))  # 过三年: time gone by
]


def what(number: FoundNumber | Written) -> tuple[Fraction | None, str | None, Bound, str]:
    return number.value, number.unit, number.bound, number.digits


def is_word_like(made: Made) -> bool:
    """The named exceptions: a numeral below a hundred before a unit that makes words with it, 一 and 二."""
    if made.maker == "rough":
        return made.unit in WORD_UNITS
    if made.maker != "numeral" or made.value is None:
        return False
    if made.unit in NAME_UNITS and made.value < 10_000 and len(aloud(int(made.value))) == 2:
        return True
    if made.value >= 100:
        return False
    return made.unit in WORD_UNITS or made.value <= 2


def test_what_a_file_may_say_is_found_in_running_text():
    """The other way round too: what is no figure is no quantity."""
    wrong = []
    for made in FIGURES:
        written, found = read(made.text), quantities(SENTENCE.format(made.text))
        same = [what(number) for number in found] == ([what(written)] if written else [])
        if not same and not (is_word_like(made) and not found):
            wrong.append(made.text)
    assert wrong == []


def test_the_spellings_try_every_part_of_the_grammar():
    makers = Counter(made.maker for made in FIGURES)
    read_in_words = [made for made in FIGURES if is_word_like(made)]
    assert len(FIGURES) >= 6000
    assert min(makers.values()) > 100
    assert sum(read(made.text) is not None for made in FIGURES) > 7000
    assert len(read_in_words) < 200


def test_a_spelling_has_the_value_it_was_made_from():
    """Without its sign; what has no single value is no figure."""
    wrong = []
    for made in FIGURES:
        written = read(made.text)
        value = abs(written.value) if written else None
        if written is None and is_word_like(made):
            continue
        ends = next((ends for ends in ROUGH.values() if made.maker == "rough" and ends[0] == made.value), ())
        if value != made.value and value not in ends:
            wrong.append((made.text, written and written.value))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "value", "bound", "ends"),
    [
        ("两三个", 2, "range", (2, 3)),
        ("三四十家", 30, "range", (30, 40)),
        ("近三四十家", 40, "less_than", (None, None)),
        ("超过三四十家", 30, "more_than", (None, None)),
        ("约七八百户", 700, "range", (700, 800)),
        ("减少两三成", -2, "range", (-3, -2)),
        ("数十家", 10, "more_than", (None, None)),
        ("几百亿元", 10**10, "more_than", (None, None)),
        ("三五年", 3, "range", (3, 5)),
    ],
)
def test_a_rough_number_is_a_range_or_has_a_bound(text, value, bound, ends):
    (number,) = quantities(f"共有{text}。")
    assert (number.value, number.bound.value, (number.low, number.high)) == (value, bound, ends)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(FIGURES), st.sampled_from(NEUTRAL), st.sampled_from(BEHIND), st.sampled_from(FIGURES))
def test_text_before_and_behind_never_changes_a_number(made, before, behind, other):
    alone = [what(number) for number in quantities(f"情况：{made.text}。")]
    around = f"{before}情况：{made.text}{behind}"
    assert [what(number) for number in quantities(around)] == alone
    further = [what(number) for number in quantities(f"情况：{other.text}。")]
    assert [what(number) for number in quantities(f"{around}情况：{other.text}。")] == alone + further


WHOLE = [
    # text, value of the number, unit
    ("补贴十五点八万元。", "158_000", "元"),
    ("安置3万4000人。", "34_000", "人"),
    ("惠及25万6千人。", "256_000", "人"),
    ("投资2千零30万元。", "20_300_000", "元"),
    ("每吨123元1角1分。", "123.11", "元"),
    ("每件5元5分。", "5.05", "元"),
    ("完成1，451.6亿元。", "145_160_000_000", "元"),
    ("完成１，４５１．６亿元。", "145_160_000_000", "元"),
    ("增长百分之十五点六。", "15.6", "%"),
    ("缴纳伍仟元整。", "5_000", "元"),
    ("缴纳壹万贰仟元整。", "12_000", "元"),
    ("投入二十多亿元。", "2_000_000_000", "元"),
    ("惠及三百余万户。", "3_000_000", "户"),
    ("惠及十余万人。", "100_000", "人"),
    ("投入三十万多亿元。", "30_000_000_000_000", "元"),
    ("招引十几个项目。", "10", "个"),
    ("走访二十来户。", "20", "户"),
    ("历时两年半。", "2.5", "年"),
    ("提高一个半百分点。", "1.5", "个百分点"),
    ("装机十千瓦。", "10", "千瓦"),
    ("装机12万余千瓦。", "120_000", "千瓦"),
    ("全长4.87千米。", "4.87", "千米"),
    ("重65万5千克。", "650_005", "千克"),
    ("合同价¥350,800.00。", "350_800", "元"),
    ("建成小型电站四十五座。", "45", "座"),
    ("建成廿五座。", "25", "座"),
    ("下达三亿五千万元。", "350_000_000", "元"),
    ("走访上万家。", "10_000", "家"),
    ("占比近1/3。", "1/3", ""),
    ("一半以上。", "1/2", ""),
]


@pytest.mark.parametrize(("text", "value", "unit"), WHOLE, ids=[row[0] for row in WHOLE])
def test_a_number_is_read_whole(text, value, unit):
    assert [(number.value, number.unit) for number in quantities(text)] == [(Fraction(value), unit)]


@pytest.mark.parametrize(
    "text",
    [
        "百十家",
        "千八百人",
        "1.5万3000人",
        "3万40000人",
        "1,4516亿元",
    ],
)
def test_what_has_no_single_value_is_reported_whole(text):
    (number,) = scan(f"共有{text}。", BUILT_IN)
    assert (number.text, number.class_, number.value) == (text, NumberClass.OTHER, None)
    assert is_unread(text)
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("成本下降三分之一。", "growth"),
        ("时间压缩一半以上。", "growth"),
        ("约占全省1/10。", "share"),
        ("近1/3的企业。", "share"),
    ],
)
def test_the_measure_of_a_part_is_that_of_its_verb(text, measure):
    assert [number.measure for number in quantities(text)] == [measure]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("居民消费价格同比降0.3%。", "-0.3"),
        ("价格降了0.3%。", "-0.3"),
        ("面积跌12.5%。", "-12.5"),
        ("库存减8%。", "-8"),
        ("涨幅收窄2.1个百分点。", "-2.1"),
        ("增速放缓0.3个百分点。", "-0.3"),
        ("工业利润同比-2.1%。", "-2.1"),
        ("由40.2%下降为37.1%。", "37.1"),
        ("沉降5毫米。", "5"),
        ("降低900万户企业税负。", "9_000_000"),
    ],
)
def test_falls_are_read_as_falls(text, value):
    assert quantities(text)[-1].value == Fraction(value)


@pytest.mark.parametrize(
    "text",
    [
        "两级财政",
        "五项整治，",
        "十九届四中全会",
        "成千上万，",
        "五年规划",
        "分店二店、",
        "中央八项规定",
        "统一百家争鸣",
    ],
)
def test_words_are_no_quantities(text):
    """At most they are told as not read, so that nobody vouches for them."""
    assert [number.text for number in scan(text, BUILT_IN) if not number.unread] == []


def test_coverage_does_not_vouch_for_numbers_it_cannot_read(tmp_path):
    """投入二十多亿元 was not seen at all, and coverage said «complete both ways»."""
    (tmp_path / "baselines.yaml").write_text(
        "indicators:\n  gdp:\n    name: 地区生产总值\n    name_en: GDP\n    direction: up\n"
        "    figures: [{flow: 5亿元, period: 2025, section: 一}]\n",
        "utf-8",
    )
    (tmp_path / "targets.yaml").write_text("targets: []\n", "utf-8")
    report = tmp_path / "report.txt"
    report.write_text("2025年地区生产总值5亿元。\n", "utf-8")
    assert run("coverage", str(report), "--data", str(tmp_path)).code == 0
    for more in ("投入二十多亿元。", "惠及三百余万户。", "帮扶数十家。", "走访两三个。"):
        report.write_text(f"2025年地区生产总值5亿元。{more}\n", "utf-8")
        ran = run("coverage", str(report), "--data", str(tmp_path))
        assert (ran.code, more[2:-1] in ran.out) == (1, True), more
