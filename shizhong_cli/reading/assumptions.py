"""What is assumed or looked up beside the figures: how the base year was spread, and dated exchange rates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from shizhong_cli.core.figure.exact import Fraction, exact_text
from shizhong_cli.core.figure.frozen import frozen
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.units import PERCENT, RATIOS, Unit
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.declared import Rate
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.dates import read_day
from shizhong_cli.reading.finding import find_indicator
from shizhong_cli.reading.values import read_number
from shizhong_cli.tuples import NamedTuple

PARTS = (4, 12)
_NO_PARTS = {*RATIOS} - {PERCENT, ""}
"""Units of ratios that the parts of a whole are not given in."""


class Part(NamedTuple):
    """A text with its place."""

    text: str
    place: Place


def read_profile(
    parts: Sequence[Part], source: str, units: Mapping[str, Unit], place: Place, problems: list[Problem]
) -> Profile | None:
    """Four quarters or twelve months, each as printed: shares that add up to 100 %, or amounts in one unit."""
    if len(parts) not in PARTS:
        problems.append(Problem(place, "B001", str(len(parts))))
        return None
    known = parts_of_a_whole(parts, units, place, problems)
    return None if known is None else Profile(tuple(number.value for number in known), source)


def parts_of_a_whole(
    parts: Sequence[Part], units: Mapping[str, Unit], place: Place, problems: list[Problem]
) -> list[Written] | None:
    """The numbers of parts, in one unit and with a sum; ``None`` with the problems when they are none."""
    before = len(problems)
    known = [number for part in parts if (number := _plain_number(part, units, problems)) is not None]
    if len(problems) > before:
        return None
    printed = ", ".join(part.text for part in parts)
    problems += [Problem(place, code, found) for code, found in _faults_together(known, printed)]
    return None if len(problems) > before else known


def _faults_together(numbers: Sequence[Written], printed: str) -> Iterator[tuple[str, str]]:
    """What is wrong with numbers that are the parts of one whole: the units, the signs, the sum."""
    units = list(dict.fromkeys(number.unit for number in numbers))
    if len(units) > 1 or not _NO_PARTS.isdisjoint(units):
        yield "B002", ", ".join(units)
    total = sum((number.value for number in numbers), Fraction(0))
    if total == 0 or any(number.value < 0 for number in numbers):
        yield "B003", printed
    slack = sum((number.place for number in numbers), Fraction(0)) / 2
    if units == [PERCENT] and abs(total - 100) > slack:
        yield "B004", f"{exact_text(total)}%"


def _plain_number(part: Part, units: Mapping[str, Unit], problems: list[Problem]) -> Written | None:
    """A number that is exactly what it says: neither 约 nor 超过."""
    written = read_number(part.text, units, part.place, problems)
    if written is not None and written.bound is not Bound.EXACT:
        problems.append(Problem(part.place, "B006", part.text))
        return None
    return written


_RATE = re.compile(r"(?P<one>[^=＝]+)[=＝](?P<other>.+)")


def read_rate(rate: Part, date: Part, source: str, units: Mapping[str, Unit], problems: list[Problem]) -> Rate | None:
    """``1美元=7.1元`` of a day or period; both sides are amounts of money."""
    before = len(problems)
    period = read_day(date.text, date.place, problems)
    match = _RATE.fullmatch(rate.text)
    if match is None:
        problems.append(Problem(rate.place, "B005", rate.text))
        return None
    one, other = (_plain_number(Part(side, rate.place), units, problems) for side in match.groups())
    if one is None or other is None or period is None or len(problems) > before:
        return None
    both = (one, other)
    if any(not _is_money(n.unit, units) for n in both) or one.unit == other.unit or min(n.value for n in both) <= 0:
        problems.append(Problem(rate.place, "B005", rate.text))
        return None
    return Rate(rate.text, one.unit, other.unit, other.value / one.value, period, source)


def _is_money(unit: str, units: Mapping[str, Unit]) -> bool:
    return unit in units and bool(units[unit].currency)


def rate_for(rates: Sequence[Rate], unit: str, into: str, as_of: Period | None) -> Rate | None:
    """The newest rate between two currencies that is not of a time after ``as_of``; of one time the last given."""
    fitting = [r for r in rates if {r.unit, r.into} == {unit, into} and (as_of is None or r.date.last <= as_of.last)]
    return max(reversed(fitting), key=lambda rate: rate.date, default=None)


def with_assumptions(
    catalogue: Catalogue, indicators: Sequence[str], profiles: Sequence[str], rates: Sequence[str]
) -> Catalogue:
    """The catalogue with profiles (``gdp=22%,25%,26%,27%``) and rates (``1美元=7.1元@2026-09-30``) of one run.

    A profile without a name is that of all ``indicators``. Raises ``CannotGoOn`` with every problem.
    """
    problems: list[Problem] = []
    own = dict(catalogue.profiles)
    for word in profiles:
        ids, parts = _named_profile(catalogue, indicators, word, problems)
        profile = read_profile(parts, "--profile", catalogue.units, Place("--profile"), problems) if ids else None
        own |= {id: profile for id in ids if profile}
    known = [_given_rate(catalogue, word, problems) for word in rates]
    if problems:
        raise CannotGoOn(problems)
    return catalogue._replace(profiles=frozen(own), rates=(*catalogue.rates, *(rate for rate in known if rate)))


def _named_profile(
    catalogue: Catalogue, indicators: Sequence[str], word: str, problems: list[Problem]
) -> tuple[Sequence[str], list[Part]]:
    name, equals, parts = word.rpartition("=")
    texts = [Part(part.strip(), Place("--profile")) for part in parts.replace("，", ",").split(",")]
    if not equals:
        if not indicators:
            problems.append(Problem(Place("--profile"), "A006", word))
        return indicators, texts
    try:
        return [find_indicator(catalogue, name, Place("--profile"))], texts
    except CannotGoOn as error:
        problems += error.problems
        return (), texts


def _given_rate(catalogue: Catalogue, word: str, problems: list[Problem]) -> Rate | None:
    place = Place("--rate")
    text, at, date = word.replace("＠", "@").partition("@")
    if not at:
        problems.append(Problem(place, "B005", word))
        return None
    return read_rate(Part(text, place), Part(date, place), "--rate", catalogue.units, problems)
