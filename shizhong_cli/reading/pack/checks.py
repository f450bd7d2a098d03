"""The checks that ``baselines.yaml`` declares: expressions read, figures found, units compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain
from pathlib import Path
from unicodedata import east_asian_width

from shizhong_cli.core.checking.check import Check, Outcome, Unknown
from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.dimensions import (
    Dimension,
    dimension_of,
    dimension_of_unknown,
    same_dimension,
    spell_dimension,
)
from shizhong_cli.core.checking.expression import (
    ExpressionError,
    Relation,
    implied_check_id,
    is_plain_sum,
    is_unknown,
    names_in,
    repeated_names,
    unknown_in,
)
from shizhong_cli.core.checking.lengths import LONGEST, length_of
from shizhong_cli.core.checking.notation import offset_of, parse_relation
from shizhong_cli.core.checking.relating import tightest
from shizhong_cli.core.checking.verify import Report
from shizhong_cli.core.figure import interval
from shizhong_cli.core.figure.frozen import frozen
from shizhong_cli.core.figure.units import PERCENT, RATIOS, STEP
from shizhong_cli.core.pack.declared import DeclaredCheck
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.pack.one_unit import in_one_unit
from shizhong_cli.reading.pack.opening import open_pack
from shizhong_cli.reading.spelling import nearest


def load_checked(folder: Path) -> tuple[Catalogue, list[Check]]:
    """Both files with their declared checks. Raises ``CannotGoOn`` with every problem when there is any."""
    return _with_checks(*open_pack(folder))


def check_files(baselines: Path, targets: Path) -> tuple[Catalogue, list[Check]]:
    """The same of two files; places name them as they are asked for, wherever the working folder is."""
    from shizhong_cli.reading.pack.catalogue import read_files

    return _with_checks(*read_files(baselines, targets))


def check_texts(baselines: str, targets: str) -> tuple[Catalogue, list[Check]]:
    """The same of the texts of both files."""
    from shizhong_cli.reading.pack.catalogue import read_texts

    return _with_checks(*read_texts(baselines, targets))


def _with_checks(catalogue: Catalogue, problems: list[Problem]) -> tuple[Catalogue, list[Check]]:
    checks, more = declared_checks(catalogue)
    if problems:  # a figure that could not be read is not one that was never declared
        more = [problem for problem in more if problem.code not in ("C007", "C012")]
    if problems or more:
        raise CannotGoOn([*problems, *more])
    return catalogue, checks


def find_checks(report: Report, ids: Iterable[str], option: str) -> list[Outcome]:
    """The outcomes with these ids, or about these indicators. Raises ``CannotGoOn`` for what no check is about."""
    by_id: dict[str, list[Outcome]] = {outcome.check.id: [outcome] for outcome in report.outcomes}
    for outcome in report.outcomes:
        for indicator in {figure.indicator for figure in outcome.check.figures.values()}:
            by_id.setdefault(indicator, []).append(outcome)
    wanted = list(ids)
    missing = [id for id in wanted if id not in by_id]
    if missing:
        raise CannotGoOn([Problem(Place(option), "A007", id, suggestion=nearest(id, by_id)) for id in missing])
    return list(chain.from_iterable(by_id[id] for id in wanted))


def declared_checks(catalogue: Catalogue) -> tuple[list[Check], list[Problem]]:
    """Every declared check that can be used, and what is wrong with the others."""
    by_reference: dict[str, list[Figure]] = {}
    for figure in catalogue.figures() if catalogue.checks else ():
        by_reference.setdefault(figure.reference, []).append(figure)
    checks: dict[str, Check] = {}
    problems: list[Problem] = []
    for declared in catalogue.checks:
        try:
            checks[declared.id] = _check(catalogue, declared, by_reference, checks)
        except ExpressionError as error:
            suggestion = nearest(error.found, by_reference) if error.code == "C007" else ""
            place = declared.spot.at(error.offset)
            excerpt = _with_caret(declared.expression, error.offset)
            expected = error.expected or _EXAMPLES.get(error.code, "")
            problems.append(Problem(place, error.code, error.found, expected, suggestion, excerpt))
    return list(checks.values()), problems


_EXAMPLES = {"C001": "gdp.flow@2025, 100%, + - * / ^ ( )", "C002": "100%, 942家, 1451.6亿元"}
"""What is right where anything of a kind would be."""


def _with_caret(text: str, offset: int) -> str:
    """The expression with a mark below one of its characters; a Chinese character is two cells wide."""
    before = text[:offset].replace("\n", " ")
    cells = sum(2 if east_asian_width(character) in "WF" else 1 for character in before)
    return text.replace("\n", " ") + "\n" + " " * cells + "^"


def _check(
    catalogue: Catalogue, declared: DeclaredCheck, by_reference: dict[str, list[Figure]], above: dict[str, Check]
) -> Check:
    """The check that a declaration asks for. Raises ``ExpressionError``."""
    text = declared.expression
    relation = parse_relation(text, catalogue.units)
    figures, sources = _named_in(catalogue, text, relation, by_reference, above)
    relation = in_one_unit(relation, figures)
    _refuse_unusable(text, relation, figures, sources)
    unit, unknown = _shown_in(catalogue, declared, relation, figures, sources)
    promise = _figure_called(declared.promise, by_reference, int) if declared.promise else None
    for source in sources.values():
        for name, figure in source.figures.items():
            figures.setdefault(name, figure)
    return Check(
        id=declared.id,
        kind=declared.kind,
        figures=frozen(figures),
        place=declared.place,
        relation=relation,
        unknown=unknown,
        unit=unit,
        name=declared.name,
        name_en=declared.name_en,
        forbidden=declared.not_checkable,
        forbidden_en=declared.not_checkable_en,
        sources=frozen(sources),
        promise=promise,
    )


def _named_in(
    catalogue: Catalogue, text: str, relation: Relation, by_reference: dict[str, list[Figure]], above: dict[str, Check]
) -> tuple[dict[str, Figure], dict[str, Check]]:
    """The figures and the checks that a relation names. Raises ``ExpressionError`` for a name that nothing has."""
    figures: dict[str, Figure] = {}
    sources: dict[str, Check] = {}
    for name in names_in(relation):
        if source := implied_check_id(name):
            sources[name] = _source(catalogue, source, above, partial(offset_of, text, name))
        elif not is_unknown(name):
            figures[name] = _figure_called(name, by_reference, partial(offset_of, text, name))
    return figures, sources


def _refuse_unusable(text: str, relation: Relation, figures: dict[str, Figure], sources: dict[str, Check]) -> None:
    """Raises ``ExpressionError`` for a relation that decides nothing, says a name twice or grows too long."""
    conditional = next((name for name, source in sources.items() if source.is_conditional), "")
    if conditional and unknown_in(relation) is None:  # what holds on a condition decides nothing
        raise ExpressionError("C012", offset_of(text, conditional), implied_check_id(conditional))
    if not figures and not sources:
        raise ExpressionError("C009", 0)
    if repeated := repeated_names(relation):
        raise ExpressionError("C008", offset_of(text, repeated[0], 1), repeated[0])
    lengths = {name: length_of(source.relation, source.figures) for name, source in sources.items()}
    if (length := length_of(relation, figures, lengths)) > LONGEST:
        raise ExpressionError("C011", 0, str(length), str(LONGEST))


def _shown_in(
    catalogue: Catalogue, declared: DeclaredCheck, relation: Relation, figures: dict[str, Figure],
    sources: dict[str, Check],
) -> tuple[str, Unknown | None]:  # fmt: skip
    """The unit and the unknown as the declaration has them: in its unit for a ratio, and with the name it gives."""
    try:
        unit, unknown = _units(catalogue, relation, figures, sources, declared.kind)
    except ExpressionError as error:
        if error.code == "C006":
            raise ExpressionError("C006", offset_of(declared.expression, error.found), error.found) from None
        raise
    if declared.unit and unit == PERCENT:
        unit, unknown = declared.unit, unknown and unknown._replace(unit=declared.unit)
    return unit, unknown and unknown._replace(label=declared.unknown, label_en=declared.unknown_en)


def _figure_called(name: str, by_reference: dict[str, list[Figure]], offset: Callable[[], int]) -> Figure:
    figure = tightest(by_reference.get(name, ()))
    if figure is None:
        raise ExpressionError("C007", offset(), name)
    return figure


def _source(catalogue: Catalogue, id: str, above: dict[str, Check], offset: Callable[[], int]) -> Check:
    """The check with this id whose unknown is asked for: one declared above, or one that follows from the data."""
    indicator = id.partition(".")[0]
    own = catalogue.baselines_of(indicator) if "." in id else ()
    in_file = sorted(own, key=lambda figure: (figure.place.line, figure.place.column))
    derived = derive_checks(catalogue._replace(baselines=tuple(in_file), targets=()))
    found = next((check for check in derived if check.id == id), above.get(id))
    if found is None or found.unknown is None or (found.forbidden and not found.is_conditional):
        with_unknown = (check.id for check in (*above.values(), *derived) if check.unknown and not check.forbidden)
        raise ExpressionError("C012", offset(), id, ", ".join(with_unknown))
    return found


def _units(
    catalogue: Catalogue, relation: Relation, figures: dict[str, Figure], sources: dict[str, Check], kind: Kind
) -> tuple[str, Unknown | None]:
    """The unit that results are shown in, and the unknown with its own; raises C005 for unlike sides."""

    def dimension(name: str) -> Dimension | None:
        if name in sources:
            return _implied_dimension(catalogue, sources[name])
        return figure_dimension(catalogue, figures[name]) if name in figures else None

    left, right = dimension_of(relation.left, dimension), dimension_of(relation.right, dimension)
    side = same_dimension(left, right)
    name = unknown_in(relation)
    if name is None:
        return _shown(side or {}), None
    own = dimension_of_unknown(relation, name, dimension)
    unit = _shown(own)
    known = catalogue.units.get(unit)
    counts = known is not None and known.whole and (kind is Kind.WHOLE_NUMBER or is_plain_sum(relation))
    return unit, Unknown(name, unit, counts, possible=interval.EVERYTHING)


def _implied_dimension(catalogue: Catalogue, source: Check) -> Dimension:
    """The unit of what a check implies."""
    assert source.unknown is not None

    def dimension(name: str) -> Dimension | None:
        if name in source.sources:
            return _implied_dimension(catalogue, source.sources[name])
        return figure_dimension(catalogue, source.figures[name]) if name in source.figures else None

    return dimension_of_unknown(source.relation, source.unknown.name, dimension)


def figure_dimension(catalogue: Catalogue, figure: Figure) -> Dimension:
    """The unit of a figure as a product: {元: 1, 人: -1} for an amount per person, {} for a ratio."""
    written = figure.written
    if written.unit in RATIOS or written.unit == STEP:
        return {}
    per = catalogue.indicators[figure.indicator].per
    return {written.unit: 1, per: -1} if per else {written.unit: 1}


def _shown(dimension: Dimension) -> str:
    return spell_dimension(dimension) if dimension else PERCENT
