"""Numbers as people and programs read them. Rounding happens here and nowhere else, and never changes a verdict."""

from __future__ import annotations

from math import ceil

from shizhong_cli.core.figure.characters import FIRST_CHINESE
from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.core.figure.interval import Interval, WholeNumbers
from shizhong_cli.core.figure.units import MONEY, PERCENT, POINT
from shizhong_cli.rendering.wording import Language, Words

_LARGE = {
    Language.ZH: ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
    Language.EN: ((10**9, " bn"), (10**6, " m")),
}

EXACT_PLACES = 6
"""Numbers that end within so many decimals are shown as they are."""


def fixed(value: Fraction, places: int, towards: int = 0) -> str:
    """The number with so many decimals, halves away from zero; ``towards`` 1 rounds up, -1 down, whatever is lost."""
    scaled = abs(value) * 10**places
    outwards = towards == (-1 if value < 0 else 1)
    units = int(scaled + Fraction(1, 2)) if not towards else ceil(scaled) if outwards else int(scaled)
    digits = str(units).rjust(places + 1, "0")
    sign = "-" if value < 0 and units else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def places_apart(value: Fraction, places: int, mark: Fraction, towards: int = 0) -> int:
    """Enough decimals to show a number on the side of a mark on which it lies: 5.98 % of a target of 6 %, not 6.0 %."""
    while value != mark and _side(exact_number(fixed(value, places, towards)), mark) != _side(value, mark):
        places += 1
    return places


def _side(value: Fraction, mark: Fraction) -> int:
    return (value > mark) - (value < mark)


def short(value: Fraction, places: int = 3, towards: int = 0) -> str:
    """Grouped, without trailing zeros: exact where six decimals are enough, else rounded to ``places``.

    A number that is not zero never shows as 0.
    """
    if (value * 10**EXACT_PLACES).denominator == 1:
        places = EXACT_PLACES
    while value != 0 and fixed(abs(value), places).strip("0.") == "":
        places += 1
    return grouped(fixed(value, places, towards))


def brief(value: Fraction, places: int = 1) -> str:
    """Rounded to ``places``, and to more only where it would show as 0 and is not; with its sign."""
    while value != 0 and fixed(abs(value), places).strip("0.") == "":
        places += 1
    return f"{'+' if value > 0 else ''}{grouped(fixed(value, places))}"


def grouped(text: str) -> str:
    """Digits in groups of three, without trailing zeros."""
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, point, decimals = text.partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.lstrip('-')):,}{point}{decimals}"


def percent(value: Fraction, places: int = 1) -> str:
    """A ratio as a percentage, with as many decimals as it takes not to say 100 % of what is not, nor 0 % of some."""
    while _misleads(value, places):
        places += 1
    return f"{grouped(fixed(value * 100, places))}%"


def _misleads(value: Fraction, places: int) -> bool:
    shown = exact_number(fixed(value * 100, places)) / 100
    return any((value < edge) != (shown < edge) or (value > edge) != (shown > edge) for edge in (0, 1))


def amount(
    value: Fraction, unit: str, words: Words, signed: bool = False, unit_name: str | None = None, towards: int = 0
) -> str:
    """A number with its unit, in 亿 and 万 or bn and m where it is large: ``+3.5亿元``, ``-0.2个百分点``."""
    scaled, scale = scaled_to(value, unit, words)
    sign = "+" if signed and value > 0 else ""
    return f"{sign}{short(scaled, towards=towards)}{scale}{spaced_unit(unit, words, unit_name)}"


def worked_out(
    value: Fraction, unit: str, finest: Fraction, words: Words, unit_name: str | None = None, towards: int = 0,
    apart: Fraction | None = None,
) -> str:  # fmt: skip
    """A number that was worked out, to no finer place than ``finest``, in the same unit: ``31.7亿元``, not 31.667.

    What is not the number ``apart`` is not shown as that.
    """
    scaled, scale = scaled_to(value, unit, words)
    size = value / scaled if scaled else Fraction(1)
    places = 0
    while size / 10**places > finest and places < EXACT_PLACES:
        places += 1
    while value != 0 and fixed(abs(scaled), places, towards).strip("0.") == "":
        places += 1
    if apart is not None and towards == 0:
        places = places_apart(scaled, places, apart / size)
    return f"{grouped(fixed(scaled, places, towards))}{scale}{spaced_unit(unit, words, unit_name)}"


def spaced_unit(unit: str, words: Words, unit_name: str | None = None) -> str:
    """The unit as it stands behind a number; in English a counting word that there is no word for is left out."""
    if words.language is Language.ZH or unit in ("", PERCENT):
        return unit
    if unit != POINT and (unit if unit_name is None else unit_name) >= FIRST_CHINESE:
        return ""
    return " pp" if unit == POINT else f" {unit if unit_name is None else unit_name}".rstrip()


def scaled_to(value: Fraction, unit: str, words: Words) -> tuple[Fraction, str]:
    """A number in the scale that people say it in, and the word for that: 1451.6 and 亿."""
    if unit not in (PERCENT, POINT):
        for size, name in _LARGE[words.language]:
            if abs(value) >= size:
                return value / size, name
    return value, ""


def scale_of_ends(largest: Fraction, unit: str, words: Words) -> tuple[Fraction, str]:
    """The scale that both ends of an interval are said in, and the word for it; smaller ones are said in full."""
    if abs(largest) < (_LARGE_SUM if unit.endswith(MONEY) else _LARGE_END):
        return Fraction(1), ""
    scaled, name = scaled_to(largest, unit, words)
    return largest / scaled, name


_LARGE_END = 10**8
"""106,916户 is said in full."""
_LARGE_SUM = 10**6
"""Of money nobody says 40,000,000元: it is 4,000万元."""


def interval_text(values: Interval, unit: str, words: Words, unit_name: str | None = None) -> str:
    """An interval in the usual notation: ``(941.443, 942.052] 家``; ratios as percentages."""
    if values.is_empty:
        return "∅"
    ends = [end for end in (values.low, values.high) if end is not None]
    largest = max(ends, key=abs, default=Fraction(0))
    if unit == PERCENT:
        size, suffix = Fraction(1, 100), "%"
    else:
        size, name = scale_of_ends(largest, unit, words)
        suffix = f" {f'{name}{spaced_unit(unit, words, unit_name)}'.strip()}".rstrip()
    if values.is_point:
        return f"{short(largest / size)}{suffix}"
    places = _places(values, size)
    low = "-∞" if values.low is None else short(values.low / size, places)
    high = "∞" if values.high is None else short(values.high / size, places)
    return f"{'[' if values.low_closed else '('}{low}, {high}{']' if values.high_closed else ')'}{suffix}"


def bounded(difference: str, known: Interval) -> str:
    """A difference as the bound that it is: ``≥ -216个``; as it is where nothing is open."""
    if known.is_point:
        return difference
    sign = ("≥" if known.low_closed else ">") if known.low is not None else "≤" if known.high_closed else "<"
    return f"{sign} {difference}"


def _places(values: Interval, size: Fraction) -> int:
    """Enough decimals to tell the two ends apart by two digits."""
    places = 3
    if values.low is not None and values.high is not None:
        width = (values.high - values.low) / size
        while places < 9 and width * 10**places < 10:
            places += 1
    return places


def whole_text(numbers: WholeNumbers, words: Words) -> str:
    """A run of whole numbers: all of them when ten or fewer, else the ends and how many."""
    if numbers.first is None or numbers.last is None:
        if numbers.first is not None:
            return words("numbers.from", first=f"{numbers.first:,}")
        return words("numbers.any") if numbers.last is None else words("numbers.to", last=f"{numbers.last:,}")
    count = numbers.count
    if count is None:
        return words("numbers.between", first=f"{numbers.first:,}", last=f"{numbers.last:,}")
    if count <= 10:
        return "{" + ", ".join(str(n) for n in numbers.listed) + "}"
    return words("numbers.range", first=f"{numbers.first:,}", last=f"{numbers.last:,}", count=f"{count:,}")
