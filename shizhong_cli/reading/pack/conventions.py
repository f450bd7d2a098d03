"""What holds for a whole file: its units, the width of 左右, how base years were spread, exchange rates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PERCENT, POINT, Unit
from shizhong_cli.core.pack.declared import Lights, Rate
from shizhong_cli.core.pack.model import Band
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.core.pack.terms import PRICE_BASES
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.pack.fields import Fields, scalar_text
from shizhong_cli.reading.pack.located import Mapping as Node
from shizhong_cli.reading.spelling import nearest
from shizhong_cli.reading.values import read_number
from shizhong_cli.tuples import NamedTuple


class Known(NamedTuple):
    """The units known so far, and where problems go."""

    units: MutableMapping[str, Unit]
    problems: list[Problem]


class Conventions(NamedTuple):
    """How words without a number are taken, and which lights are shown."""

    band: Band = Band()
    lights: Lights | None = None


def read_unit(known: Known, symbol: str, node: object) -> None:
    """A unit of the place: 盏: {name_en: lamps, whole: true}; ``same_as`` makes it a spelling of a known one."""
    if not isinstance(node, Node):
        known.units[symbol] = Unit(symbol, symbol, symbol, True)
        return
    fields = Fields(node, ("name_en", "whole", "same_as"), known.problems)
    same = fields.text("same_as")
    if same in known.units:
        known.units[symbol] = known.units[same]
    elif same:
        known.problems.append(Problem(fields.place_of("same_as"), "F002", same, suggestion=nearest(same, known.units)))
    else:
        whole = fields.flag("whole", True)
        known.units[symbol] = Unit(symbol, fields.text("name_en", symbol), symbol, whole)


def read_prices(fields: Fields, problems: list[Problem]) -> Mapping[Measure, str]:
    """At which prices each measure of an indicator is."""
    prices: dict[Measure, str] = {}
    node = fields.mapping("prices")
    if node is None:
        return prices
    measures = [measure.value for measure in Measure]
    for key, entry in Fields(node, measures, problems).node.entries.items():
        basis = scalar_text(entry.value, key, problems)
        if basis is not None and basis not in PRICE_BASES:
            problems.append(Problem(entry.value.place, "K003", basis, ", ".join(PRICE_BASES)))
        elif basis is not None and key in measures:
            prices[Measure(key)] = basis
    return prices


def read_conventions(known: Known, node: Node) -> Conventions:
    """The width of 左右 and the thresholds of the lights."""
    fields = Fields(node, ("about", "lights"), known.problems)
    return Conventions(_band(known, fields), _lights(known, fields))


def _band(known: Known, conventions: Fields) -> Band:
    """The declared width of 左右; what is not declared is as usual."""
    before, about = Band(), conventions.mapping("about")
    if about is None:
        return before
    fields = Fields(about, ("growth", "otherwise", "reason", "reason_en"), known.problems)
    growth = _width(known, fields, "growth", POINT)
    otherwise = _width(known, fields, "otherwise", PERCENT)
    return Band(
        before.growth if growth is None else growth,
        before.otherwise if otherwise is None else otherwise / 100,
        fields.text("reason"),
        fields.text("reason_en"),
    )


def _lights(known: Known, conventions: Fields) -> Lights | None:
    """How far behind is yellow and how far red; nothing where nothing is said."""
    node = conventions.mapping("lights")
    if node is None:
        return None
    fields = Fields(node, ("lead", "points", "otherwise", "reason", "reason_en"), known.problems)
    units = {"lead": POINT, "points": POINT, "otherwise": PERCENT}
    widths = [_width(known, fields, key, unit) for key, unit in units.items()]
    lead, points, otherwise = (width or Fraction(0) for width in widths)
    return Lights(lead, points, otherwise / 100, fields.text("reason"), fields.text("reason_en"))


def _width(known: Known, fields: Fields, key: str, unit: str) -> Fraction | None:
    text, place = fields.text(key), fields.place_of(key)
    written = read_number(text, known.units, place, known.problems) if text else None
    if written is None:
        return None
    if written.unit != unit or written.value < 0:
        known.problems.append(Problem(place, "F003", text, unit))
        return None
    return written.value


def read_profiles(known: Known, profiles: Node) -> Iterator[tuple[str, Place, Profile | None]]:
    """How base years were spread, by indicator: ``gdp: {quarters: [22%, 25%, 26%, 27%], source: …}``."""
    for id, entry in profiles.entries.items():
        if isinstance(entry.value, Node):
            fields = Fields(entry.value, ("quarters", "months", "source"), known.problems)
            yield id, entry.key_place, _profile(known, fields)
        else:
            known.problems.append(Problem(entry.value.place, "K004", id, "mapping"))


def _profile(known: Known, fields: Fields) -> Profile | None:
    from shizhong_cli.reading.assumptions import Part, read_profile

    given = [key for key in ("quarters", "months") if key in fields]
    if len(given) != 1:
        known.problems.append(Problem(fields.place, "F004", ", ".join(given), "quarters, months"))
        return None
    parts = [Part(text, node.place) for text, node in fields.texts(given[0])]
    place = fields.place_of(given[0])
    if len(parts) != {"quarters": 4, "months": 12}[given[0]]:
        known.problems.append(Problem(place, "B001", str(len(parts))))
        return None
    return read_profile(parts, fields.text("source"), known.units, place, known.problems)


def read_rates(known: Known, listed: Fields) -> list[Rate]:
    """Dated exchange rates: ``- {rate: 1美元=7.1元, date: 2026-09-30, source: …}``."""
    from shizhong_cli.reading.assumptions import Part, read_rate

    rates: list[Rate] = []
    for node in listed.sequence("rates"):
        if not isinstance(node, Node):
            known.problems.append(Problem(node.place, "K004", "rates", "mapping"))
            continue
        entry = Fields(node, ("rate", "date", "source"), known.problems)
        text, date = (Part(entry.required(key), entry.place_of(key)) for key in ("rate", "date"))
        if not text.text or not date.text:
            continue
        rate = read_rate(text, date, entry.text("source"), known.units, known.problems)
        if rate is None:
            continue
        if (other := _same_rate(rates, rate)) is not None:
            known.problems.append(Problem(text.place, "B007", text.text, other.text))
        rates.append(rate)
    return rates


def _same_rate(rates: list[Rate], rate: Rate) -> Rate | None:
    """Another rate of the same two currencies for the same day."""
    same = (r for r in rates if {r.unit, r.into} == {rate.unit, rate.into} and r.date == rate.date)
    return next(same, None)
