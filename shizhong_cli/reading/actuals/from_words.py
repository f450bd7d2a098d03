"""What came in since: from command-line words to actuals, matched with the targets they answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from shizhong_cli.core.figure.numerals import scale_word
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.since import since_in
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import POINT, RATIOS, is_other_word
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.declared import Rate
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.prices import grows_at_constant_prices
from shizhong_cli.core.progress.actuals import Actual, can_answer
from shizhong_cli.core.progress.doubts import IMPOSSIBLE, Doubt, doubt_of
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.actuals.unit_beside import with_unit
from shizhong_cli.reading.dates import read_day
from shizhong_cli.reading.english import read_typed
from shizhong_cli.reading.finding import find_indicator
from shizhong_cli.reading.values import read_number


def actuals_from_words(
    catalogue: Catalogue, indicators: Sequence[str], words: Sequence[str], as_of: str | None
) -> list[Actual]:
    """``gdp=5.2%`` names its indicator; a bare ``5.2%`` goes to the one, or the one at the same position.

    ``indicators`` are ids. Raises ``CannotGoOn`` with every problem.
    """
    problems: list[Problem] = []
    place = Place("--actual")
    period = read_day(as_of, Place("--as-of"), problems) if as_of is not None else None
    actuals: dict[tuple[str, str, Measure | None], Actual] = {}  # an amount and a rate of one indicator are two
    for id, measure, figure in named_figures(catalogue, indicators, words, place, problems):
        actual = read_actual(catalogue, id, figure, period, place, problems, measure)
        if actual is None:
            continue
        key = id, actual.written.unit, measure
        if key in actuals:
            problems.append(Problem(place, "A012", figure))
        actuals[key] = actual
    if problems:
        raise CannotGoOn(problems)
    return list(actuals.values())


def assumed_from_words(catalogue: Catalogue, indicators: Sequence[str], words: Sequence[str]) -> dict[str, Written]:
    """What is assumed of the rest of the period, by indicator; a bare number takes the unit of the target.

    Raises ``CannotGoOn`` with every problem.
    """
    problems: list[Problem] = []
    place = Place("--assume")
    assumed: dict[str, Written] = {}
    for id, _, text in named_figures(catalogue, indicators, words, place, problems):
        actual = _answer(catalogue, id, text, None, place, problems)  # a pace may be half a thing a month
        if actual is not None and id in assumed:
            problems.append(Problem(place, "A012", text))
        elif actual is not None:
            assumed[id] = actual.written
    if problems:
        raise CannotGoOn(problems)
    return assumed


def actual_from_words(catalogue: Catalogue, indicator: str, figure: str, unit: str, as_of: str) -> Actual:
    """One dated actual, its unit perhaps given beside it. Raises ``CannotGoOn`` with every problem."""
    problems: list[Problem] = []
    period = read_day(as_of, Place("--as-of"), problems)
    text = with_unit(figure, unit, catalogue.units, Place("--unit"), problems) if unit else figure
    actual = None
    try:
        name, measure = measure_in(catalogue, indicator)
        id = find_indicator(catalogue, name, Place("ID"))
        actual = read_actual(catalogue, id, text, period, Place("FIGURE"), problems, measure)
    except CannotGoOn as error:
        problems += error.problems
        read_number(since_in(text)[1], catalogue.units, Place("FIGURE"), problems)
    if problems or actual is None:
        raise CannotGoOn(problems)
    return actual


def named_figures(
    catalogue: Catalogue, indicators: Sequence[str], words: Sequence[str], place: Place, problems: list[Problem]
) -> Iterator[tuple[str, Measure | None, str]]:
    """Indicator, measure and figure of every word: gdp=5.2%, gdp.growth=5.2%, growth=5.2%, 5.2%.

    Those without a name go, in order, to the indicators that none names.
    """
    bare: list[tuple[Measure | None, str]] = []
    named = set()
    for word in words:
        name, measure, figure = _parts_of(catalogue, word)
        if name is None:
            bare.append((measure, figure))
            continue
        try:
            id = find_indicator(catalogue, name, place)
        except CannotGoOn as error:
            problems += error.problems
            continue
        named.add(id)
        if indicators and id not in indicators:
            problems.append(Problem(place, "A011", word))
        yield id, measure, figure
    free = [id for id in indicators if id not in named]
    yield from _handed_out(bare, free, place, problems)


def _parts_of(catalogue: Catalogue, word: str) -> tuple[str | None, Measure | None, str]:
    """Name, measure and figure of a word; no name where the word is a figure, perhaps with a measure alone."""
    before, equals, figure = word.partition("=")
    if not equals:
        return None, None, word
    name, measure = measure_in(catalogue, before)
    return None if measure and not name else name, measure, figure


def _handed_out(
    bare: Sequence[tuple[Measure | None, str]], free: Sequence[str], place: Place, problems: list[Problem]
) -> Iterator[tuple[str, Measure | None, str]]:
    """The figures without a name, each with its indicator: one each, or all of one."""
    if len(free) not in (1, len(bare)):
        problems += [Problem(place, "A006", figure) for _, figure in bare]
        return
    each = free if len(free) == len(bare) else [free[0]] * len(bare)
    for id, (measure, figure) in zip(each, bare, strict=True):
        yield id, measure, figure


def measure_in(catalogue: Catalogue, name: str) -> tuple[str, Measure | None]:
    """A name and the measure behind its last point, or the measure alone: gdp.growth, level."""
    head, _, last = name.strip().rpartition(".")
    is_name = not head and last in catalogue.indicators
    return (head, Measure(last)) if last in _MEASURES and not is_name else (name, None)


_MEASURES = frozenset(measure.value for measure in Measure)


def read_actual(
    catalogue: Catalogue,
    indicator: str,
    text: str,
    as_of: Period | None,
    place: Place,
    problems: list[Problem],
    measure: Measure | None = None,
) -> Actual | None:
    """One actual, as ``_answer`` reads it; ``None``, with a problem, too when it can only be a slip."""
    since, figure = since_in(text)
    actual = _answer(catalogue, indicator, figure, as_of, place, problems, measure)
    if actual is None:
        return None
    written = actual.written if since is None else actual.written._replace(text=text)
    actual = actual._replace(measure=measure, since=since, written=written)
    if written.multiple:
        from shizhong_cli.reading.actuals.so_many_times import growth_told

        actual = growth_told(catalogue, actual)
    doubt = doubt_of(catalogue, actual)
    if doubt is None or doubt not in IMPOSSIBLE:
        return actual._replace(doubt=doubt or "")
    targets = ", ".join(dict.fromkeys(target.printed for target in catalogue.targets_of(indicator)))
    code = {Doubt.UNIT: "A017", Doubt.COUNT: "A018", Doubt.WHOLE: "A019"}[doubt]
    problems.append(Problem(place, code, actual.written.text.strip(), targets))
    return None


def _answer(
    catalogue: Catalogue,
    indicator: str,
    text: str,
    as_of: Period | None,
    place: Place,
    problems: list[Problem],
    measure: Measure | None = None,
) -> Actual | None:
    """One actual, in the unit of the target that it answers; ``None``, with a problem, when it answers none.

    A bare number takes the unit of the first target; where that is printed with a scale word, as in 1.5亿美元, a bare
    1.2 could mean either, and is refused. 百分之五 is not bare: it is a ratio by itself.
    """
    written = read_typed(text, catalogue.units, place, problems)
    if written is None:
        return None
    targets = catalogue.numbered_targets_of(indicator)
    printed = [target.written for target in targets]
    bare = _is_bare(written, printed)
    if bare and (problem := _cannot_be_bare(catalogue, indicator, written, printed, place)):
        problems.append(problem)
        return None
    written = _same_word(catalogue, indicator, _in_the_unit(catalogue, written, printed[0].unit) if bare else written)
    if _answers_one(catalogue, indicator, written, targets):
        return Actual(indicator, written, as_of, bare)
    if measure is Measure.GROWTH and _is_rate(written.unit):
        return Actual(indicator, written, as_of)  # stands beside the amounts; no target is judged by it
    units = [p.unit for p in printed]
    converted, rate = _converted(catalogue, written, dict.fromkeys(units), as_of)
    if converted is None:
        problems.append(_wrong_unit(catalogue, indicator, written, [*units, *_amounts_for(catalogue, targets)], place))
        return None
    return Actual(indicator, converted, as_of, converted=True, rate=rate)


def _is_bare(written: Written, printed: Sequence[Written]) -> bool:
    """Whether a number takes its unit from the target."""
    return not written.unit and bool(printed) and bool(printed[0].unit) and "分之" not in written.text


def _cannot_be_bare(
    catalogue: Catalogue, indicator: str, written: Written, printed: Sequence[Written], place: Place
) -> Problem | None:
    """What is wrong with a number without unit."""
    if abs(written.scale) != 1 and printed[0].unit in RATIOS:  # nothing grows by 5.2亿 per cent
        return _wrong_unit(catalogue, indicator, written, [p.unit for p in printed], place)
    return _ambiguous(written, printed[0], place)


def _answers_one(catalogue: Catalogue, indicator: str, written: Written, targets: Sequence[Figure]) -> bool:
    """Whether it answers a target as it stands, or none is there to be answered."""
    if not targets or any(can_answer(catalogue, written, target) for target in targets):
        return True
    return written.unit in RATIOS and any(target.above_last_year for target in catalogue.worded_targets_of(indicator))


def _ambiguous(written: Written, target: Written, place: Place) -> Problem | None:
    """What is wrong with a number without scale word and unit where the target is printed with both."""
    if abs(written.scale) != 1 or abs(target.scale) == 1 or written.value == 0:
        return None
    scale = scale_word(abs(target.scale))
    text = written.text.strip()
    return Problem(place, "A014", text, f"{scale}{target.unit}", f"{text}{scale}{target.unit}")


def _in_the_unit(catalogue: Catalogue, written: Written, unit: str) -> Written:
    known = catalogue.units.get(unit)
    whole = written.place == written.scale == 1 and known is not None and known.whole
    return written._replace(unit=unit, whole=whole)


def _same_word(catalogue: Catalogue, indicator: str, written: Written) -> Written:
    units = catalogue.indicators[indicator].units
    is_word = written.unit in units and is_other_word(catalogue.units, written.unit, units[0])
    return written._replace(unit=units[0]) if is_word else written


def _converted(
    catalogue: Catalogue, written: Written, units: Iterable[str], as_of: Period | None
) -> tuple[Written | None, Rate | None]:
    """The actual in the unit of a target that measures the same thing in another size, or by a rate of the time."""
    from shizhong_cli.reading.assumptions import rate_for
    from shizhong_cli.reading.conversion import convert

    if written.unit in RATIOS:
        return None, None
    for unit in units:
        rate = rate_for(catalogue.rates, written.unit, unit, as_of)
        if (converted := convert(written, unit, rate)) is not None:
            return converted, rate
    return None, None


def _amounts_for(catalogue: Catalogue, targets: Sequence[Figure]) -> list[str]:
    """The units of amounts from which a growth that is asked for can be worked out."""
    return [
        base.written.unit
        for target in targets
        for base in catalogue.baselines_of(target.indicator)
        if base.measure in (Measure.LEVEL, Measure.FLOW)
        and base.written.unit not in RATIOS
        and can_answer(catalogue, base.written, target)
        and not grows_at_constant_prices(catalogue.indicators[target.indicator])
    ]


def _is_rate(unit: str) -> bool:
    return unit in RATIOS and unit != POINT


def _wrong_unit(catalogue: Catalogue, indicator: str, written: Written, units: Sequence[str], place: Place) -> Problem:
    currencies = {catalogue.units[unit].currency for unit in (written.unit, *units) if unit in catalogue.units}
    code = "A013" if len(currencies) > 1 and all(currencies) else "A003"
    if _is_rate(written.unit) and RATIOS.keys().isdisjoint(units):
        code = "A043"
    named = "" if code == "A013" else indicator  # that text does not say whose unit it is
    return Problem(place, code, written.text.strip(), ", ".join(dict.fromkeys(units)), named)
