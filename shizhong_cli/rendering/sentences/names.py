"""Names, numbers and problems in words of one language; what every page needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from shizhong_cli.causes import Cause
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import POINT
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Target
from shizhong_cli.core.pack.terms import Role
from shizhong_cli.escapes.visible import one_line, visible
from shizhong_cli.problems import Columns, Forms, Place, Problem
from shizhong_cli.rendering.sentences.glosses import counted, glossed
from shizhong_cli.rendering.sentences.guesses import guesses_text
from shizhong_cli.rendering.sentences.numbers import amount, interval_text, short, spaced_unit
from shizhong_cli.rendering.sentences.periods import said
from shizhong_cli.rendering.wording import Words

if TYPE_CHECKING:
    from shizhong_cli.core.progress.actuals import Actual


def place_text(place: Place) -> str:
    """A place with the name of its file alone: the folders are named once, above."""
    name = PurePosixPath(place.file.replace("\\", "/")).name
    return f"{name}:{place.line}" if place.line else name


def counts_text(counts: Iterable[tuple[str, int]], words: Words) -> str:
    """How many there are of each that there is any of, in one line."""
    return words("list.separator").join(words("count", name=name, number=number) for name, number in counts if number)


def problem_text(problem: Problem, words: Words) -> str:
    """``path:line:column: CODE message``, with what is wrong below it."""
    excerpt = "".join(f"\n    {line}" for line in problem.excerpt.splitlines())
    return f"{one_line(str(problem.place))}: {problem.code} {problem_message(problem, words)}{excerpt}"


def problem_message(problem: Problem, words: Words) -> str:
    """What is wrong, with a suggestion where there is one."""
    key = f"problem.{problem.code}"
    if not problem.suggestion and words.has(f"{key}.none"):
        key = f"{key}.none"
    found = words(f"cause.{problem.found}") if isinstance(problem.found, Cause) else problem.found
    parts = {"found": found, "expected": _expected(problem, words), "suggestion": problem.suggestion}
    message = words(key, **{name: visible(text) for name, text in parts.items()})
    if problem.suggestion and "{suggestion}" not in words(key):
        separator = "" if words.language == "zh" else " "
        message += (
            ("；" if separator == "" else ".") + separator + words("problem.suggest", suggestion=problem.suggestion)
        )
    return f"{_cell(problem, message, words)}{message}"


def _expected(problem: Problem, words: Words) -> str:
    """What was expected; ways of writing a time, and columns of a file, in the language of the reader."""
    if isinstance(problem.expected, Forms):
        return words(f"forms.{problem.expected}")
    if not isinstance(problem.expected, Columns):
        return problem.expected
    return words("name.separator").join(words(f"heading.{column}") for column in problem.expected.split(", "))


def remedy(problem: Problem, words: Words) -> str:
    """What to do about a problem."""
    from shizhong_cli.rendering.texts.remedies import REMEDIES

    return words.pick(*REMEDIES[problem.code])


def _cell(problem: Problem, message: str, words: Words) -> str:
    """The cell of a workbook as the program for it calls it, where the message does not name it already."""
    place = problem.place
    file = re.sub(r"\[[^\[\]]*\]$", "", place.file)  # a.xlsx[Sheet1]
    if not place.column or problem.code in _OF_TABLES or not file.lower().endswith(WORKBOOKS):
        return ""
    from shizhong_cli.escapes.spreadsheet import cell_name

    cell = cell_name(place.line, place.column)
    return "" if cell in message else words("problem.cell", cell=cell)


def title_of(catalogue: Catalogue, words: Words) -> str:
    """The title of the report."""
    return words.pick(catalogue.title, catalogue.title_en) or words("untitled")


WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
"""Files whose cells have names."""

_OF_TABLES = ("A005", "A033", "X012", "X013")
"""Problems of a row or sheet as a whole."""


class Speech:
    """Numbers and figures of one catalogue in words of one language."""

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        self.catalogue = catalogue
        self.words = words

    def name_of(self, indicator: str) -> str:
        """The name of an indicator."""
        described = self.catalogue.indicators[indicator]
        return self.words.pick(described.name, described.name_en)

    def unit_name(self, unit: str) -> str:
        """What a unit is called; the unit itself where the language has no word for it."""
        return self.counted(unit) or unit

    def counted(self, unit: str) -> str:
        """The word behind a number: in English nothing where it is only a counting word."""
        return counted(unit, self.catalogue.units, self.words)

    def printed(self, figure: Target) -> str:
        """A figure as printed; in English with what it says, where it is Chinese."""
        written = figure.written if isinstance(figure, Figure) else None
        grows = isinstance(figure, Figure) and figure.measure is Measure.GROWTH and not figure.as_multiple
        return glossed(written, figure.printed, self.catalogue.units, self.words, grows)

    def given(self, written: Written) -> str:
        """A figure as it came in; in English with what it says, where it is Chinese."""
        text = written.text.strip()
        said = glossed(written, text, self.catalogue.units, self.words)
        number = said.removeprefix(f"{text} (").removesuffix(")")
        return number if text.startswith(number) else said

    def with_its_unit(self, written: Written, unit: str) -> str:
        """A figure that came in without a unit, with the one it was taken in; in English its gloss has that."""
        text, said = written.text.strip(), self.given(written)
        return said if said != text else f"{text}{spaced_unit(unit, self.words, self.unit_name(unit))}"

    def resolve(self, figure: Target) -> str:
        """How firmly a target is meant, as printed: 力争; in English with what it says, where that is known."""
        known = self.words.has(f"resolve.{figure.wording}")
        return self.words(f"resolve.{figure.wording}") if known else figure.wording

    def unsettled(self, target: Target) -> Iterator[str]:
        """What of a target is not settled: it is not adopted yet, or nobody has confirmed what a draft guessed."""
        if target.provisional:
            yield self.words("gap.provisional")
        if target.guessed:
            yield self.words("draft.unsettled", guesses=guesses_text(target.guessed, self.words))

    def amount(self, value: Fraction, unit: str, signed: bool = False, towards: int = 0) -> str:
        """A number with its unit; ``towards`` 1 rounds up and -1 down, so that a sentence about it stays true."""
        return amount(value, unit, self.words, signed, self.counted(unit), towards)

    def doubt(self, actual: Actual, with_cell: bool = False) -> str:
        """Why a figure may be a slip, with its cell where it came out of a table."""
        from shizhong_cli.core.progress.doubts import POSSIBLE, set_against

        against = set_against(self.catalogue, actual) or self.catalogue.numbered_targets_of(actual.indicator)
        shown = self.words("name.separator").join(dict.fromkeys(it.printed for it in against))
        is_reported = actual.doubt in POSSIBLE and all(it.role is Role.BASELINE for it in against)
        key = "doubt.reported" if is_reported else "doubt.asked"
        shown = self.words(key, figures=shown) if shown else self.words("asked.first")
        cell = ""
        if with_cell and actual.cell is not None:
            from shizhong_cli.escapes.spreadsheet import cell_name

            cell = self.words("doubt.cell", cell=cell_name(actual.cell.line, actual.cell.column))
        why = self.words(f"doubt.{actual.doubt}", targets=shown)
        name, figure = self.name_of(actual.indicator), actual.written.text.strip()
        return self.words("doubt.line", name=name, figure=figure, cell=cell, why=why)

    def points(self, value: Fraction) -> str:
        """A difference of two percentages that were computed."""
        return f"{short(value, 2)}{spaced_unit(POINT, self.words)}"

    def measure(self, figure: Target) -> str:
        """What kind of number it is; a state that is kept is one of its own."""
        return self.words("measure.held" if figure.held else f"measure.{figure.measure or 'qualitative'}")

    def when(self, period: Period | None) -> str:
        """A time as it stands in a sentence: 2024 年."""
        return "" if period is None else said(period, self.words)

    def publisher_of(self, figure: Target) -> str:
        """Who published a figure that is not the report's, and when."""
        if isinstance(figure, WordedTarget):
            return ""
        source = self.words.pick(figure.source, figure.source_en or figure.source)
        day = self.words("reference.published", date=figure.published) if figure.published else ""
        return f"{source}{day}"

    def revised(self, figure: Figure) -> str:
        """Of a revised figure who revised it, when, and what the report printed."""
        return self.words("figure.revised", date=figure.published, source=figure.source, before=figure.adjusted_from)

    def replaced(self, figure: Target) -> list[str]:
        """Every number that took the place of a printed one, with its day and source."""
        if isinstance(figure, WordedTarget):
            return []
        key = "figure.adjusted_to" if figure.role is Role.TARGET else "figure.revised_to"
        return [self.words(key, figure=it.written.text, date=it.date, source=it.source) for it in figure.adjustments]

    def section(self, path: str) -> str:
        """A section path in the language of the page."""
        steps = path.split("/")
        names = []
        for end in range(1, len(steps) + 1):
            known = self.catalogue.sections.get("/".join(steps[:end]))
            names += [known.name_en] if known else []
        return path if self.words.language == "zh" or not names else " · ".join(names)

    def as_said(self, values: Interval, unit: str, apart: Fraction | None = None) -> str:
        """An interval between two amounts as people say it, 25,500—25,700人; any other as it is.

        An end that is not the number ``apart``, in the unit as it is shown, is not shown as that.
        """
        from shizhong_cli.rendering.sentences.spans import span_text

        return span_text(values, unit, self.words, self.counted(unit), apart)

    def range(self, values: Interval, unit: str) -> str:
        """An interval with its unit."""
        return interval_text(values, unit, self.words, self.counted(unit))
