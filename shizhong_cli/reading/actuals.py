"""What came in since: from command-line words to actuals, matched with the targets they answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from shizhong_cli.core.gaps import Actual, can_answer
from shizhong_cli.core.model import Catalogue, Figure
from shizhong_cli.core.period import Period
from shizhong_cli.core.units import RATIOS
from shizhong_cli.core.written import Written
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.fields import nearest
from shizhong_cli.reading.values import read_number, read_period


def find_indicator(catalogue: Catalogue, word: str, place: Place) -> str:
    """The id that a word stands for: an id, a Chinese or English name, or the unique beginning of one of them.

    Raises ``CannotGoOn`` with a suggestion when there is none, or with the candidates when there are several.
    """
    wanted = word.strip().casefold()
    known = {i.id: (i.id.casefold(), i.name.casefold(), i.name_en.casefold()) for i in catalogue.indicators.values()}
    for matches in (
        [id for id, names in known.items() if wanted in names],
        [id for id, names in known.items() if wanted and any(name.startswith(wanted) for name in names)],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise CannotGoOn([Problem(place, "A002", word, ", ".join(matches[:8]))])
    spellings = {name: id for id, names in known.items() for name in names}
    close = nearest(wanted, spellings)
    within = [id for id, names in known.items() if wanted and any(wanted in name for name in names)]
    suggestion = spellings.get(close, "") or ", ".join(within[:3])
    raise CannotGoOn([Problem(place, "A001", word, suggestion=suggestion)])


def find_indicators(catalogue: Catalogue, words: Iterable[str], option: str) -> list[str]:
    """The ids of several words, each once. Raises ``CannotGoOn`` with every problem."""
    ids: dict[str, None] = {}
    problems: list[Problem] = []
    for word in words:
        try:
            ids[find_indicator(catalogue, word, Place(option))] = None
        except CannotGoOn as error:
            problems += error.problems
    if problems:
        raise CannotGoOn(problems)
    return list(ids)


def collect_actuals(
    catalogue: Catalogue, indicators: list[str], words: list[str], file: Path | None, as_of: str | None
) -> list[Actual]:
    """Actuals from a file, then those given on the command line, which count where the dates are the same."""
    actuals = actuals_from_words(catalogue, indicators, words, as_of)
    if file is None:
        return actuals
    from shizhong_cli.reading.actuals_file import read_actuals

    return [*read_actuals(catalogue, file), *actuals]


def actuals_from_words(
    catalogue: Catalogue, indicators: Sequence[str], words: Sequence[str], as_of: str | None
) -> list[Actual]:
    """``gdp=5.2%`` names its indicator; a bare ``5.2%`` goes to the one, or the one at the same position.

    ``indicators`` are ids. Raises ``CannotGoOn`` with every problem.
    """
    problems: list[Problem] = []
    place = Place("--actual")
    period = read_period(as_of, Place("--as-of"), problems) if as_of else None
    actuals: dict[tuple[str, str], Actual] = {}  # an amount and a rate of one indicator are two
    for id, figure in _named(catalogue, indicators, words, problems):
        actual = read_actual(catalogue, id, figure, period, place, problems)
        if actual is None:
            continue
        if (id, actual.written.unit) in actuals:
            problems.append(Problem(place, "A012", figure))
        actuals[id, actual.written.unit] = actual
    if problems:
        raise CannotGoOn(problems)
    return list(actuals.values())


def _named(
    catalogue: Catalogue, indicators: Sequence[str], words: Sequence[str], problems: list[Problem]
) -> Iterator[tuple[str, str]]:
    """Indicator and figure of every word; those without a name go, in order, to the indicators that none names."""
    place = Place("--actual")
    bare = []
    named = set()
    for word in words:
        name, equals, figure = word.partition("=")
        if not equals:
            bare.append(word)
            continue
        try:
            id = find_indicator(catalogue, name, place)
        except CannotGoOn as error:
            problems += error.problems
            continue
        named.add(id)
        if indicators and id not in indicators:
            problems.append(Problem(place, "A011", word))
        yield id, figure
    free = [id for id in indicators if id not in named]
    if len(bare) == len(free):
        yield from zip(free, bare, strict=True)
    elif len(free) == 1:
        yield from ((free[0], word) for word in bare)
    else:
        problems += [Problem(place, "A006", word) for word in bare]


def read_actual(
    catalogue: Catalogue,
    indicator: str,
    text: str,
    as_of: Period | None,
    place: Place,
    problems: list[Problem],
) -> Actual | None:
    """One actual, in the unit of the target that it answers; a bare number takes the unit of the first target."""
    targets = [t for t in catalogue.targets_of(indicator) if t.written is not None]
    written = read_number(text, catalogue.units, place, problems)
    if written is None:
        return None
    assumed = False
    if not written.unit and targets and targets[0].written is not None and targets[0].written.unit:
        unit = targets[0].written.unit
        known = catalogue.units.get(unit)
        whole = written.place == written.scale == 1 and known is not None and known.whole
        written = written._replace(unit=unit, whole=whole)
        assumed = True
    written = _same_word(catalogue, indicator, written)
    if targets and not any(can_answer(catalogue, written, target) for target in targets):
        converted = _converted(written, targets)
        if converted is None:
            units = dict.fromkeys(t.written.unit for t in targets if t.written)
            problems.append(Problem(place, "A003", text, ", ".join(units), indicator))
            return None
        written = converted
    return Actual(indicator, written, as_of, assumed)


def _same_word(catalogue: Catalogue, indicator: str, written: Written) -> Written:
    units = catalogue.indicators[indicator].units
    return written._replace(unit=units[0]) if written.unit in units else written


def _converted(written: Written, targets: Iterable[Figure]) -> Written | None:
    """The actual in the unit of a target that measures the same thing in another size."""
    from shizhong_cli.reading.units import convert

    if written.unit in RATIOS:
        return None
    units = dict.fromkeys(t.written.unit for t in targets if t.written)
    return next((c for unit in units if (c := convert(written, unit)) is not None), None)
