"""Chinese numerals against a table and against a speller written from the rules of reading numbers aloud."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shizhong_cli.core.figure.numerals import numeral_place, numeral_value

PROPERTY = settings(max_examples=250, deadline=None, derandomize=True, database=None)


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("零", 0, 1),
        ("〇", 0, 1),
        ("八", 8, 1),
        ("两", 2, 1),
        ("十", 10, 10),
        ("十二", 12, 1),
        ("二十", 20, 10),
        ("九十九", 99, 1),
        ("百", 100, 100),
        ("两百", 200, 100),
        ("一百零五", 105, 1),
        ("一百一十", 110, 10),
        ("一千二百", 1_200, 100),
        ("两千零二十五", 2_025, 1),
        ("一千零五十", 1_050, 10),
        ("万", 10_000, 10_000),
        ("一万二千", 12_000, 1_000),
        ("十二万", 120_000, 10_000),
        ("百万", 1_000_000, 1_000_000),
        ("百亿", 10**10, 10**10),
        ("千亿", 10**11, 10**11),
        ("三亿五千万", 350_000_000, 10**7),
        ("一千二百亿", 120_000_000_000, 10**10),
        ("万亿", 10**12, 10**12),
        ("两万亿", 2 * 10**12, 10**12),
        ("一百万亿", 10**14, 10**14),
    ],
)
def test_value_and_place(text: str, value: int, place: int) -> None:
    assert (numeral_value(text), numeral_place(text)) == (value, place)


@pytest.mark.parametrize("text", ["", "一二", "三十五六", "5", "一百家", "一 百", "半", "ten"])
def test_no_numeral(text: str) -> None:
    assert numeral_value(text) is None


DIGITS = "零一二三四五六七八九"


def aloud(number: int) -> str:
    """How a number from 1 to 10**12 - 1 is read aloud: groups of four digits, 零 for each gap."""
    text, gap = "", False
    for size, word in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group, number = divmod(number, size)
        if group:
            text += ("零" if text and (gap or group < 1000) else "") + four_digits(group) + word
        gap = bool(text) and not group
    return text


def four_digits(group: int) -> str:
    text = ""
    for size, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, group = divmod(group, size)
        if digit:
            text += DIGITS[digit] + word
        elif text and group and not text.endswith("零"):
            text += "零"
    return text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (7, "七"),
        (10, "一十"),
        (105, "一百零五"),
        (1_005, "一千零五"),
        (12_000, "一万二千"),
        (10_500, "一万零五百"),
        (300_000_008, "三亿零八"),
    ],
)
def test_the_speller_of_this_file(number: int, text: str) -> None:
    assert aloud(number) == text


NUMBERS = st.integers(1, 10**12 - 1) | st.builds(lambda n, zeros: n * 10**zeros, st.integers(1, 999), st.integers(0, 9))


@given(NUMBERS)
@PROPERTY
def test_what_is_read_aloud_is_read_back(number: int) -> None:
    assert numeral_value(aloud(number)) == number
    assert numeral_value(aloud(number).replace("二千", "两千").replace("零", "〇")) == number


@given(NUMBERS)
@PROPERTY
def test_the_place_is_the_last_digit_that_is_said(number: int) -> None:
    zeros = len(str(number)) - len(str(number).rstrip("0"))
    assert numeral_place(aloud(number)) == 10**zeros


# ── what was once read wrongly ────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "value"),
    [("一万三千亿", 13_000 * 10**8), ("十二万五千亿", 125_000 * 10**8), ("一万零五百亿", 10_500 * 10**8)],
)
def test_ten_thousands_of_hundred_millions(text: str, value: int) -> None:
    assert numeral_value(text) == value


@pytest.mark.parametrize(("text", "meant", "misread"), [("一万二", 12_000, 10_002), ("三百五", 350, 305)])
def test_a_last_digit_without_its_word_is_not_read_as_ones(text: str, meant: int, misread: int) -> None:
    assert numeral_value(text) != misread
    assert numeral_value(text) in (None, meant)


@pytest.mark.parametrize("text", ["十十", "百千", "零零"])
def test_malformed_numerals_are_refused(text: str) -> None:
    assert numeral_value(text) is None
