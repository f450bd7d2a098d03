"""Digits that are no number of the sentences: marks of the page, and runs that no finding has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.report.scanning.flow import Mark, plain_text
from shizhong_cli.core.report.scanning.found import FoundNumber

_DIGITS = re.compile("[0-9]+")
_YEAR_ALONE = re.compile(r"(?:19|20)[0-9][0-9]")


def marked(text: str, mark: Mark) -> FoundNumber:
    """A list marker, footnote mark or page number; a year that stands alone in its line is a date."""
    class_ = NumberClass.DATE if _YEAR_ALONE.fullmatch(mark.digits) else NumberClass.OTHER
    return FoundNumber(mark.start, mark.end, mark.paragraph, text[mark.start : mark.end], class_, mark.digits)


def complete(text: str, found: Sequence[FoundNumber]) -> tuple[FoundNumber, ...]:
    """The findings with every run of digits that none of them has: no digit is ever dropped."""
    whole: list[FoundNumber] = []
    position = 0
    for run in _DIGITS.finditer(plain_text(text)):
        while position < len(found) and found[position].end <= run.start():
            whole.append(found[position])
            position += 1
        if position == len(found) or found[position].start > run.start():
            paragraph = whole[-1].paragraph if whole else 1
            printed = text[run.start() : run.end()]
            whole.append(FoundNumber(run.start(), run.end(), paragraph, printed, NumberClass.OTHER, run[0]))
    return (*whole, *found[position:])
