"""Everything that is declared of a figure and its indicator as rows of plain text: all that can be read back."""

from __future__ import annotations

import json

from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.parsing import FigureError, parse_figure
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, Target
from shizhong_cli.core.pack.rows import Row, figure_row, with_source


def whole_figure_row(catalogue: Catalogue, figure: Target) -> Row:
    """The row of a figure with everything else that is declared of it and of its indicator."""
    return {
        **figure_row(catalogue, figure),
        **_reading_row(catalogue, figure if isinstance(figure, Figure) else None),
        "guessed": flow_text(figure.guessed),
        "note_en": figure.note_en or None,
        **_target_row(figure),
        **attributes_row(catalogue.indicators[figure.indicator]),
    }


def told_figure_row(catalogue: Catalogue, figure: Target) -> Row:
    """The same for programs, which take a list; a table has one cell for it, with the text of the file."""
    return {**whole_figure_row(catalogue, figure), "guessed": list(figure.guessed)}


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
        "may_be_negative": indicator.may_be_negative,
    }


def whole_reference_row(catalogue: Catalogue, figure: Figure) -> Row:
    """The same of a figure from outside the report."""
    return with_source(figure, whole_figure_row(catalogue, figure))


def told_reference_row(catalogue: Catalogue, figure: Figure) -> Row:
    """The same for programs."""
    return with_source(figure, told_figure_row(catalogue, figure))
