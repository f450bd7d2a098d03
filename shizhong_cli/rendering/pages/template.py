"""What a department is asked for: one row for each number that can answer a target, before any format."""

from __future__ import annotations

import csv
import io
from itertools import product

from shizhong_cli.core.figure.numerals import scale_word
from shizhong_cli.core.figure.units import PERCENT
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.escapes.spreadsheet import disarmed
from shizhong_cli.escapes.visible import visible
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple

COLUMNS = ("section", "indicator", "name", "target", "period", "measure", "unit", "as_of", "figure", "source", "note",
           "evidence", "confirmed_by")  # fmt: skip
"""The columns of a template, in order; a heading is ``template.column.<column>``."""

TO_FILL = ("as_of", "figure", "source", "note", "evidence", "confirmed_by")


class Asked(NamedTuple):
    """One row of a template; the fields are those of ``COLUMNS``."""

    section: str
    indicator: str
    name: str
    target: str  # as printed; of several that the same number answers, all
    period: str
    measure: str  # what the number to fill in measures
    unit: str  # of the number to fill in, with the scale word of the target
    as_of: str
    figure: str = ""
    source: str = ""
    note: str = ""
    evidence: str = ""
    confirmed_by: str = ""


def asked_rows(catalogue: Catalogue, words: Words, as_of: str = "") -> list[Asked]:
    """A row for every target with a number, in the order of the file; targets that one number answers share a row."""
    speech = Speech(catalogue, words)
    together: dict[tuple[str, str, str], list[Figure]] = {}
    for target in catalogue.numbered_targets:
        together.setdefault((target.indicator, target.written.unit, target.measure), []).append(target)
    rows = [_asked(speech, targets, as_of) for targets in together.values()]
    sections = dict.fromkeys(row.section for row in rows)
    order = {section: place for place, section in enumerate(sections)}
    return sorted(rows, key=lambda row: order[row.section])


def unnumbered(catalogue: Catalogue, words: Words) -> list[tuple[str, str, str, str, str]]:
    """Targets without a number: section, indicator, name, wording, period."""
    speech = Speech(catalogue, words)
    return [
        (speech.section(t.section), t.indicator, speech.name_of(t.indicator), t.printed, str(t.period))
        for t in catalogue.worded_targets
    ]


def periods_to_choose(catalogue: Catalogue) -> list[str]:
    """Quarters, months and the year of every year that a target ends in, first years first."""
    years = sorted({target.period.last.year for target in catalogue.targets})[:3]
    quarters, months = [f"-Q{n}" for n in range(1, 5)], [f"-{n:02}" for n in range(1, 13)]
    return [f"{year}{part}" for year, part in product(years, [*quarters, *months, ""])]


def template_csv(catalogue: Catalogue, words: Words, as_of: str = "") -> bytes:
    """The template as CSV that Excel opens correctly: UTF-8 with BOM."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(words(f"template.column.{column}") for column in COLUMNS)
    for row in asked_rows(catalogue, words, as_of):
        writer.writerow(disarmed(visible(text)) for text in row)
    return stream.getvalue().encode("utf-8-sig")


def _asked(speech: Speech, targets: list[Figure], as_of: str) -> Asked:
    first = targets[0]
    separator = "；" if speech.words.language == "zh" else "; "
    printed = dict.fromkeys(target.printed for target in targets)
    periods = dict.fromkeys(str(target.period) for target in targets)
    return Asked(
        section=speech.section(first.section),
        indicator=first.indicator,
        name=speech.name_of(first.indicator),
        target=separator.join(printed),
        period=separator.join(periods),
        measure=speech.words(f"measure.{first.measure}"),
        unit=unit_to_fill(first.written),
        as_of=as_of,
    )


def unit_to_fill(written: Written) -> str:
    """Scale word and unit as the target is printed: 亿元, 万人, %; a fraction is answered in %."""
    size = abs(written.scale)
    scale = scale_word(size)
    return f"{scale}{written.unit}" or PERCENT
