"""Slips of the hand: which there are, by pencil, and that each is the figure that would have been read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slips import slips_of

from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.slips import has_digits, typed_as, typos_of, wrong_digits
from shizhong_cli.core.figure.units import BUILT_IN

PROPERTY = settings(max_examples=80, deadline=None, derandomize=True, database=None)


@pytest.mark.parametrize(
    ("digits", "others"),
    [  # behind those with one digit wrong: dropped, doubled, swapped, moved
        ("1455", "455 155 145 11455 14455 14555 4155 1545 1.455 14.55 145.5"),
        ("54.5", "4.5 5.5 54 554.5 544.5 54.55 45.5 55.4 5.45 545"),
        ("0.1", "0 0.11 1.0"),  # 00.1, .1 and 01 are not printed
        ("100", "10 1100 1000 1.00 10.0"),  # 010 is not printed
        ("98", "8 9 998 988 89 9.8"),
        ("2.70", "2.0 2.7 22.70 2.770 2.700 7.20 2.07 27.0 270"),
        ("5", "55"),
        ("0", ""),
    ],
)
def test_the_slips_of_a_number(digits: str, others: str) -> None:
    wrong = wrong_digits(digits)
    assert slips_of(digits)[: len(wrong)] == wrong
    assert slips_of(digits)[len(wrong) :] == others.split()


@pytest.mark.parametrize(("digits", "wrong"), [("1455", 35), ("54.5", 26), ("0.1", 18), ("5", 9), ("0", 9)])
def test_one_digit_wrong_is_the_old_family(digits: str, wrong: int) -> None:
    assert len(wrong_digits(digits)) == wrong


@given(
    st.integers(0, 99_999),
    st.integers(0, 2),
    st.sampled_from(["家", "%", "万人", "亿元以上", "个百分点", "近{}家"]),
)
@PROPERTY
def test_a_slip_is_the_figure_that_would_have_been_read(number: int, decimals: int, around: str) -> None:
    text = around if "{}" in around else "{}" + around
    written = parse_figure(text.format(f"{Decimal(number).scaleb(-decimals):f}"), BUILT_IN)
    slips = slips_of(written.digits)
    assert len(set(slips)) == len(slips)
    assert written.digits not in slips
    for digits in slips:
        assert typed_as(written, digits) == parse_figure(text.format(digits), BUILT_IN)


def test_a_number_of_counted_things_with_a_point_is_no_whole_number_any_more() -> None:
    written = parse_figure("1455家", BUILT_IN)
    assert written.whole
    assert not typed_as(written, "14.55").whole
    assert str(typed_as(written, "14.55").entailed()) == "[2909/200, 2911/200)"
    assert typed_as(parse_figure("14.5家", BUILT_IN), "145").whole


def test_a_declared_rounding_stays_whatever_is_typed() -> None:
    written = parse_figure("1450家", BUILT_IN)._replace(place=10, whole=False)
    assert (typed_as(written, "145").place, typed_as(written, "145").whole) == (10, False)
    to_one = parse_figure("1450家", BUILT_IN)._replace(whole=False)
    assert not typed_as(to_one, "145").whole


@pytest.mark.parametrize("text", ["五分之一", "四个百亿台阶", "2千零30万元", "动态清零", "百分之五"])
def test_what_is_not_written_in_digits_alone_has_none(text: str) -> None:
    written = parse_figure(text, BUILT_IN, "家")
    assert not has_digits(written)
    assert list(typos_of(written)) == []


def test_commas_stay_where_as_many_digits_are_typed() -> None:
    written = parse_figure("1,455家", BUILT_IN)
    assert typed_as(written, "1485").text == "1,485家"
    assert typed_as(written, "145").text == "145家"
