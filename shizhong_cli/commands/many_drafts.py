"""Drafts of many reports: a folder each, called like the file of the report, and one line each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from glob import glob, has_magic
from os.path import exists
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from shizhong_cli.causes import Cause
from shizhong_cli.commands.command_line import CannotTell
from shizhong_cli.commands.drafted import coverage_left, write_draft
from shizhong_cli.commands.each import Answer, answers, line_of, write_lines
from shizhong_cli.commands.shared import FINDINGS, Result, leave, write
from shizhong_cli.core.report.many import MOST_PROBLEMS, Drafted, drafted_row, worst_drafts_first
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.opened import begin
from shizhong_cli.reading.pack.folders import listed_in
from shizhong_cli.reading.report.documents import read_document
from shizhong_cli.rendering.pages.help import Mistake
from shizhong_cli.rendering.wording import Language, Words


class Question(NamedTuple):
    """What is asked about each report."""

    folder: Path
    below: bool  # the folder is that of all drafts, and each has its own in it
    like: Path | None
    year: int | None
    force: bool
    language: Language
    in_full: bool  # as one line of JSON
    by_folder: bool = False  # drafts are called after the folders of the texts, which are called alike themselves


def texts_of(files: Sequence[str], listed: Path | None) -> list[str]:
    """The files that are meant, each once: those of a list, then what a pattern finds in the order of its names.

    Raises ``CannotGoOn``.
    """
    found = dict.fromkeys(listed_in(listed))
    for file in files:
        is_pattern = has_magic(file) and not exists(file)
        found |= dict.fromkeys(sorted(filter(_is_file, glob(file))) if is_pattern else [file])
    if not found:
        raise CannotGoOn([Problem(Place(files[0]), "Y001", Cause.NOT_FOUND)])
    return list(found)


def _is_file(path: str) -> bool:
    return Path(path).is_file()


def draft_many(texts: Sequence[str], question: Question, jobs: int | None) -> None:
    """Draft each report into a folder of its own; one that cannot be drafted is told and not in the way."""
    question = question._replace(by_folder=_are_called_by_folders(texts))
    drafted = answers(partial(draft_one, question), texts, jobs)
    if question.in_full:
        listed = write_lines(drafted, None)
    else:
        listed = worst_drafts_first(one.short for one in drafted)
        _as_page(listed, Words(question.language))
    if any(one.is_bad for one in listed):
        leave(FINDINGS)


def _as_page(listed: Sequence[Drafted], words: Words) -> None:
    from shizhong_cli.rendering.pages.many_drafts import many_drafts_sheet

    worst = next((one for one in listed if not one.is_bad), None)
    following = ""
    if worst is not None:
        command = f"shizhong draft {quote(worst.text)} -o {quote(worst.folder)} --review"
        following = words("next.many.drafts", command=command)
    write(words, None, None, Result({}, [], lambda: many_drafts_sheet(listed, words), following))


def _are_called_by_folders(texts: Sequence[str]) -> bool:
    """Whether files are called alike, 甲区/report.txt and 乙区/report.txt, and the folders that they are in are not.

    Two of one name would be written over each other: raises ``CannotTell`` before anything is written.
    """
    if not _alike(texts, by_folder=False):
        return False
    if alike := _alike(texts, by_folder=True):
        raise CannotTell(Mistake("usage.called_alike", "shizhong draft", " ".join(alike)))
    return True


def _alike(texts: Iterable[str], by_folder: bool) -> list[str]:
    """The first reports whose drafts would have the same name."""
    named: dict[str, list[str]] = {}
    for text in texts:
        named.setdefault(_name_of(text, by_folder).casefold(), []).append(text)
    return next((alike for alike in named.values() if len(alike) > 1), [])


def _name_of(text: str, by_folder: bool) -> str:
    return Path(text).absolute().parent.name if by_folder else Path(text).stem


def draft_one(question: Question, file: str) -> Answer[Drafted]:
    """Draft one report; one that cannot be is an answer as well."""
    begin()
    folder = question.folder / _name_of(file, question.by_folder) if question.below else question.folder
    try:
        text, words = read_document(file), Words(question.language)
        drafted = write_draft(file, text, folder, question.like, question.year, question.force, words)
        left = coverage_left(folder, text)
    except CannotGoOn as error:
        problems = tuple(error.problems)
        bad = Drafted(file, problems=problems[:MOST_PROBLEMS], problem_count=len(problems))
        return _told(bad, problems, question)
    sure = (drafted.count(2), drafted.count(1), drafted.count(0))
    others = tuple(sorted({witness.year for witness in drafted.found.against}))
    return _told(Drafted(file, str(folder), drafted.year, others, sure, left, drafted.unread), (), question)


def _told(one: Drafted, problems: Iterable[Problem], question: Question) -> Answer[Drafted]:
    return Answer(one, line_of(drafted_row(one), problems, question.language) if question.in_full else "")
