"""What a printed figure says, in English: ``突破160亿元`` is ``over 16 bn yuan``.

A counting word such as 家 or 户 has no word of its own there: what it counts is said by the name of the indicator. So
a count is a bare number, and a quotient by one is "each".
"""

from __future__ import annotations

from collections.abc import Mapping

from shizhong_cli.core.figure.characters import FIRST_CHINESE
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.units import PERCENT, STEP, TIMES, Unit
from shizhong_cli.core.figure.written import MIRRORED, Written
from shizhong_cli.rendering.sentences.numbers import EXACT_PLACES, amount, scaled_to, short, spaced_unit
from shizhong_cli.rendering.wording import Language, Words

_HOUSEHOLDS = "户"
_BOUNDS = {
    Bound.ABOUT: "about", Bound.AT_LEAST: "at_least", Bound.MORE_THAN: "more_than", Bound.AT_MOST: "at_most",
    Bound.LESS_THAN: "less_than",
}  # fmt: skip


_MINUS = ("-", "\u2212", "\uff0d", "\u2013")
"""A number below nought, not a fall: a profit of -2亿元 is a loss."""
_GROWS = ("增长", "翻", "实现翻")


def is_chinese(text: str) -> bool:
    """Whether there is something in it that a reader of English cannot read."""
    return any(character >= FIRST_CHINESE for character in text)


def glossed(
    written: Written | None, printed: str, units: Mapping[str, Unit], words: Words, is_growth: bool = False
) -> str:
    """The figure as printed; in English with what it says behind it, where it has Chinese in it.

    A growth of 1.5倍 is up 150%: "1.5 times" would be read as so many times as much.
    """
    if words.language is Language.ZH or not is_chinese(printed):
        return printed
    if written is None:
        meaning = words("gloss.no_number")
    elif written.unit == TIMES and (is_growth or printed.strip().startswith(_GROWS)):
        meaning = words("gloss.up", number=meaning_of(_in_percent(written), units, words))
    else:
        meaning = meaning_of(written, units, words)
    return words("gloss", printed=printed, meaning=meaning)


def _in_percent(written: Written) -> Written:
    ends = tuple(map(_in_percent, written.ends))
    return written._replace(unit=PERCENT, value=written.value * 100, ends=ends)


def meaning_of(written: Written, units: Mapping[str, Unit], words: Words) -> str:
    """What the figure says, in words of the language: ``nearly 9,000 persons``, ``down 58.6%``."""
    text = _bounded(written._replace(scale=-written.scale, value=-written.value, bound=_mirrored(written.bound)),
                    units, words) if written.scale < 0 else _bounded(written, units, words)  # fmt: skip
    if written.scale < 0:
        is_minus = written.text.strip().startswith(_MINUS)
        text = words("gloss.minus" if is_minus else "gloss.down", number=text)
    return words("gloss.estimated", number=text) if written.estimated else text


def _mirrored(bound: Bound) -> Bound:
    return MIRRORED.get(bound, bound)


def _bounded(written: Written, units: Mapping[str, Unit], words: Words) -> str:
    """A number that does not fall, with what its wording makes of it."""
    if written.ends:
        low, high = (_number(written, end, units, words) for end in (abs(written.low), abs(written.high)))
        return words("gloss.range", low=low, high=high)
    number = _number(written, written.value, units, words)
    if written.bound is Bound.EXACT:
        return number
    key = "nearing" if written.nearing else "capped" if written.capped else _BOUNDS[written.bound]
    return words(f"gloss.{key}", number=number)


def _number(written: Written, value: Fraction, units: Mapping[str, Unit], words: Words) -> str:
    if written.unit == STEP and written.step is not None:
        return words("gloss.steps", number=short(value), size=amount(written.step, "", words))
    if not written.unit and 0 < value < 1 and value.denominator < _MOST_PARTS:
        return str(value)
    name = counted(written.unit, units, words)
    scaled, _ = scaled_to(value, written.unit, words)
    if scaled != value and (scaled * 10**EXACT_PLACES).denominator != 1:  # 99,999,999.99 is not 100 m
        return f"{short(value)}{spaced_unit(written.unit, words, name)}"
    return amount(value, written.unit, words, unit_name=name)


_MOST_PARTS = 100  # so many parts are read as a fraction, two thirds; more of them as a decimal


def counted(unit: str, units: Mapping[str, Unit], words: Words) -> str:
    """The word behind a number: in English nothing for what is only a counting word, and "per" for a stroke."""
    if words.language is Language.ZH:
        return unit
    above, stroke, below = unit.partition("/")
    if not stroke or (unit in units and not units[unit].name_en.startswith("yuan/")):
        return "" if unit == _HOUSEHOLDS else _english(unit, units)
    one = _one_of(below, units)
    first = counted(above, units, words)
    return f"{first} {words('gloss.per', unit=one) if one else words('gloss.each')}".strip()


def _english(unit: str, units: Mapping[str, Unit]) -> str:
    known = units.get(unit)
    name = known.name_en if known else unit
    return (
        ""
        if is_chinese(name)
        else name.replace("/1000", " per 1,000 people").replace("/10,000_yuan", " per 10,000 yuan").replace("_", " ")
    )


def _one_of(unit: str, units: Mapping[str, Unit]) -> str:
    """One of a unit: a person, a month; nothing where there is only a counting word."""
    if unit == "月":
        return "month"
    name = _english(unit, units)
    return name.removesuffix("s") if name.isalpha() and len(name) > 2 else name
