"""Facts as rows of plain text, the same for every machine-readable format. Field names are those of DESIGN, fixed.

Numbers are exact decimals, or ``n/d`` where a decimal would not end; a missing value is ``None``.
"""

from __future__ import annotations

import json

from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.interval import Interval, between
from shizhong_cli.core.figure.parsing import FigureError, parse_figure
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, Target

SCHEMA_VERSION = "1"


Row = dict[str, object]


def figure_row(catalogue: Catalogue, figure: Target) -> Row:
    """One declared figure; ``low`` and ``high`` are what its wording entails, in ``unit``."""
    indicator = catalogue.indicators[figure.indicator]
    number = figure if isinstance(figure, Figure) else None
    row: Row = {
        "role": figure.role.value,
        "indicator": figure.indicator,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "measure": figure.measure.value if figure.measure else None,
        "period": str(figure.period),
        "since": str(figure.since) if figure.since else None,
        "figure": figure.printed,
        "value": exact_text(number.written.value) if number else None,
        "unit": number.written.unit if number else None,
        "bound": number.written.bound.value if number else None,
    }
    row |= interval_row(_printed_values(catalogue, number) if number else None)
    return row | {
        "estimated": number is not None and number.written.estimated,
        "binding": figure.binding.value if figure.binding else None,
        "wording": figure.wording or None,
        "held": figure.held,
        "provisional": figure.provisional,
        "section": figure.section,
        "note": figure.note or None,
        "file": figure.place.file,
        "line": figure.place.line,
        **_replacement_row(number),
    }


def whole_figure_row(catalogue: Catalogue, figure: Target) -> Row:
    """The same with everything else that is declared of the figure and of its indicator: all that can be read back."""
    return {
        **figure_row(catalogue, figure),
        **_reading_row(catalogue, figure if isinstance(figure, Figure) else None),
        "guessed": flow_text(figure.guessed),
        "note_en": figure.note_en or None,
        **_target_row(figure),
        **attributes_row(catalogue.indicators[figure.indicator]),
    }


def flow_text(content: object) -> str | None:
    """What stands behind a key with something inside it, as in a file: ``{"2027": "2.3%"}``; ``None`` for nothing."""
    return json.dumps(content, ensure_ascii=False) if content else None


def _reading_row(catalogue: Catalogue, figure: Figure | None) -> Row:
    """What the author says of how a figure is to be read, and the numbers that stood in its place before the newest."""
    before = figure.adjustments[:-1] if figure else ()
    earlier = [{"figure": one.written.text, "date": str(one.date), "source": one.source} for one in before]
    return {
        "revised_earlier": flow_text(earlier),
        "rounding": figure.rounding.value if figure else None,
        "rounded_to": _rounded_to(catalogue, figure) if figure else None,
        "multiple": "times" if figure and figure.as_multiple else None,
        "shared": figure is not None and figure.shared,
    }


def _rounded_to(catalogue: Catalogue, figure: Figure) -> str | None:
    """The declared size of the steps that a figure was rounded to, where its digits do not say it."""
    written = figure.written
    if _place_of_digits(written) == written.place and (written.whole or not written.countable):
        return None
    try:
        plain = parse_figure(written.text, catalogue.units, written.unit)
    except FigureError:  # the unit is another word for it
        plain = parse_figure(written.text, catalogue.units)
    per = catalogue.indicators[figure.indicator].per
    same = plain.place == written.place and (plain.whole == written.whole or bool(per))
    return None if same else f"{exact_text(written.place)}{written.unit}"


def _place_of_digits(written: Written) -> object:
    decimals = len(written.digits.partition(".")[2])
    return abs(written.scale) / 10**decimals if written.digits and not written.ends else None


def _target_row(figure: Target) -> Row:
    """What only targets have beside their number, or instead of one."""
    stones = figure.milestones if isinstance(figure, Figure) else ()
    return {
        "responsible": figure.responsible or None,
        "above_last_year": isinstance(figure, WordedTarget) and figure.above_last_year,
        "base_differs": figure.base_differs or None,
        "base_differs_en": figure.base_differs_en or None,
        "milestones": flow_text({str(stone.period): stone.written.text for stone in stones}),
        "relative": _relative_text(figure),
        "profile": flow_text(_schedule_parts(figure)),
    }


def _relative_text(figure: Target) -> str | None:
    """Whom a target is set against."""
    other = figure.relative
    if other is None:
        return None
    when = {"period": str(other.period)} if other.period else {}
    return flow_text({"to": other.to, "by": other.by.text, **when})


def _schedule_parts(figure: Target) -> list[str]:
    """When in its year a target is to be done: amounts that add up to it, or shares of it."""
    parts = figure.schedule.parts if figure.schedule else ()
    is_amount = isinstance(figure, Figure) and sum(parts) == abs(figure.written.value)
    mark = figure.written.unit if isinstance(figure, Figure) and is_amount else "%"
    return [f"{exact_text(part)}{mark}" for part in parts]


def attributes_row(indicator: Indicator) -> Row:
    """What is declared of an indicator beside its names."""
    return {
        "direction": indicator.direction.value,
        "prices": flow_text({measure.value: basis for measure, basis in indicator.prices.items()}),
        "units": flow_text(indicator.units),
        "per": indicator.per or None,
        "may_exceed": indicator.may_exceed,
        "within": flow_text(indicator.within),
        "companions": flow_text(indicator.companions),
        "akin": flow_text(indicator.akin),
        "same_as": flow_text(indicator.same_as),
        "in_words": indicator.in_words or None,
    }


def _replacement_row(figure: Figure | None) -> Row:
    """The newest number that took the place of the printed one."""
    newest = figure.adjustments[-1] if figure and figure.adjustments else None
    return {
        "revised": newest.written.text if newest else None,
        "revised_value": exact_text(newest.written.value) if newest else None,
        "revised_on": str(newest.date) if newest else None,
        "revised_by": newest.source if newest else None,
    }


def reference_row(catalogue: Catalogue, figure: Figure) -> Row:
    """A figure from outside the report, with who published it."""
    return _with_source(figure, figure_row(catalogue, figure))


def whole_reference_row(catalogue: Catalogue, figure: Figure) -> Row:
    """The same with everything else that is declared of it."""
    return _with_source(figure, whole_figure_row(catalogue, figure))


def _with_source(figure: Figure, row: Row) -> Row:
    kept = {key: value for key, value in row.items() if key not in ("binding", "section")}
    published = str(figure.published) if figure.published else None
    return kept | {"source": figure.source, "source_en": figure.source_en or None, "published": published}


def _printed_values(catalogue: Catalogue, figure: Figure) -> Interval:
    """What the wording entails; 左右 has the declared band."""
    written = figure.written
    if written.bound is Bound.ABOUT:
        half = catalogue.band.half_width(figure) / figure.points
        return between(written.value - half, written.value + half)
    return written.entailed(figure.rounding)


def interval_row(values: Interval | None) -> Row:
    """The four fields of an interval; an end that is infinite is ``None``."""
    if values is None:
        return dict.fromkeys(("low", "low_closed", "high", "high_closed"))
    return {
        "low": exact_text(values.low),
        "low_closed": values.low_closed,
        "high": exact_text(values.high),
        "high_closed": values.high_closed,
    }


def named(catalogue: Catalogue, row: Row) -> Row:
    """A row with the names of its indicator."""
    indicator = catalogue.indicators[str(row["indicator"])]
    return {"indicator": indicator.id, "name": indicator.name, "name_en": indicator.name_en} | row


def indicator_row(indicator: Indicator) -> Row:
    """What is said about an indicator itself."""
    return {
        "indicator": indicator.id,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "direction": indicator.direction.value,
        "prices": {measure.value: basis for measure, basis in indicator.prices.items()},
    }
