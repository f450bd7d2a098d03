"""The numbers of the text of a report, each with its part of the report and the words around it."""

from __future__ import annotations

from bisect import bisect_right

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.layout import Layout, layout_of, plain_of
from shizhong_cli.core.report.scanning import scan
from shizhong_cli.tuples import NamedTuple

_AROUND = 40
"""Characters on each side that can tell one number from another."""


class Numbers(NamedTuple):
    """What the text of a report holds, ready to be compared with the data."""

    printed: tuple[Printed, ...]
    located: frozenset[str]  # the sections that were found
    missing: tuple[str, ...] = ()  # those that were not


def numbers_of(text: str, catalogue: Catalogue) -> Numbers:
    """Scan a text and find the sections of the data in it."""
    plain = plain_of(text)
    layout = layout_of(plain, catalogue.sections.values())
    lines = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]
    printed = []
    for number in scan(text, catalogue.units):
        start, end = plain.position(number.start), plain.position(number.end)
        before, after = plain.text[max(0, start - _AROUND) : start], plain.text[end : end + _AROUND]
        line = bisect_right(lines, number.start)
        column = number.start - lines[line - 1] + 1
        printed.append(Printed(number, layout.section_at(number.start), before, after, line, column))
    return Numbers(tuple(printed), frozenset(layout.paths), _in_use(layout, catalogue))


def _in_use(layout: Layout, catalogue: Catalogue) -> tuple[str, ...]:
    """The missing sections that a figure or an exclusion is said to stand in."""
    used = {entry.section for entry in catalogue.entries()} | {it.section for it in catalogue.exclusions}
    declared = [path for path in layout.missing if path in used]
    return (*declared, *sorted(path for path in used - set(catalogue.sections) if path))
