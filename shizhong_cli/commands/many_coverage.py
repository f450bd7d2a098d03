"""The texts of many packs: one line a pack, worst first, or one line of JSON each.

The text of a pack is named in a list (``FOLDER<tab>TEXT``), or lies in its folder as ``report.txt`` and so on. A file
by itself is the text of one pack, unless every line of it names a folder that is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os.path import isdir  # that of Path raises for a name that is too long
from pathlib import Path

from shizhong_cli.commands.each import Answer, Asked, answers, are_lines, line_of, write_lines
from shizhong_cli.commands.numbers import numbers_in
from shizhong_cli.commands.shared import FINDINGS, Format, Result, leave, write
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.report.coverage import cover
from shizhong_cli.core.report.coverage_rows import KINDS, coverage_content
from shizhong_cli.core.report.many import Covered, covered, covered_of_bad, covered_row, worst_first
from shizhong_cli.escapes.shells import typed_word
from shizhong_cli.problems import Problem
from shizhong_cli.reading.pack.folders import is_list_of, is_pattern
from shizhong_cli.reading.pack.opening import open_sound_pack
from shizhong_cli.rendering.wording import Language, Words
from shizhong_cli.tuples import NamedTuple

NAMES = ("report.txt", "report.md", "report.docx", "report.pdf")
"""The first that is there is taken: what was proof-read before a document, a document before a PDF."""


class Question(NamedTuple):
    """What is asked about each pack."""

    language: Language
    in_full: bool  # everything left over, as one line of JSON


def are_packs(files: Sequence[str]) -> bool:
    """Whether what was given is packs with their texts, and not one text."""
    return len(files) > 1 or any(isdir(file) or is_pattern(file) or is_list_of(file, isdir) for file in files)


def text_of(pair: str) -> tuple[str, str]:
    """The folder of a pack and its text; the latter is empty where there is none."""
    pack, _, text = pair.partition("\t")
    there = (path for name in NAMES if (path := Path(pack, name)).is_file())
    return pack, text or str(next(there, ""))


def coverage_of_many(
    pairs: Sequence[str], told: tuple[Format | None, Path | None], language: Language, jobs: int | None
) -> None:
    """Compare many texts with their packs, and tell it in the format and the file of ``told``."""
    format, output = told
    question, words = Question(language, are_lines(format, output)), Words(language)
    compared = answers(Asked(question, compare_pair, compared_bad), pairs, jobs)
    if question.in_full:
        listed = write_lines(compared, output)
    else:
        listed = worst_first(one.short for one in compared)
        _as_page(listed, format, output, words)
    if not all(one.is_complete for one in listed):
        leave(FINDINGS)


def _as_page(listed: Sequence[Covered], format: Format | None, output: Path | None, words: Words) -> None:
    from shizhong_cli.rendering.pages.many_coverage import many_coverage_sheet

    worst, rows = listed[0], [covered_row(one) for one in listed]
    asked = f"{typed_word(worst.text)} --data {typed_word(worst.pack)}" if worst.text else typed_word(worst.pack)
    key = "next.many.bad" if worst.is_bad else "next.many.coverage"
    following = words(key, command=f"shizhong coverage {asked}")
    write(words, format, output, Result({"packs": rows}, rows, lambda: many_coverage_sheet(listed, words), following))


def compare_pair(question: Question, pair: str) -> Answer[Covered]:
    """Compare one text with its pack. Raises ``CannotGoOn``."""
    pack, text = text_of(pair)
    catalogue = open_sound_pack(Path(pack))
    numbers = numbers_in(text or str(Path(pack, NAMES[0])), catalogue)
    found = cover(catalogue, numbers.printed, numbers.located)
    content = _head(pair) | coverage_content(catalogue, found, numbers.missing) if question.in_full else {}
    return Answer(covered(pack, text, found), _line(content, (), question))


def compared_bad(question: Question, pair: str, problems: Sequence[Problem]) -> Answer[Covered]:
    """The answer of a text or a pack that cannot be read."""
    nothing: Row = {"complete": False, "matched": None, **{kind: [] for kind in KINDS}, "sections_not_found": []}
    return Answer(covered_of_bad(*text_of(pair), problems), _line(_head(pair) | nothing, problems, question))


def _head(pair: str) -> Row:
    pack, text = text_of(pair)
    return {"pack": pack, "text": text or None}


def _line(content: Row, problems: Iterable[Problem], question: Question) -> str:
    return line_of(content, problems, question.language) if question.in_full else ""
