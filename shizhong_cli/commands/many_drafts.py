"""Drafts of many reports: a folder each, called like the file of the report, and one line each.

Files called alike, 甲区/report.txt and 乙区/report.txt, are told apart by their folders, and where these are called
alike too by numbers: no draft is written over another, and what is not called like its file is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from shizhong_cli.commands.drafted import coverage_left, write_draft
from shizhong_cli.commands.each import Answer, Asked, answers, line_of, write_lines
from shizhong_cli.commands.shared import FINDINGS, Result, leave, write
from shizhong_cli.commands.talking import say
from shizhong_cli.core.report.many import MOST_PROBLEMS, Drafted, drafted_row, worst_drafts_first
from shizhong_cli.escapes.shells import typed_word
from shizhong_cli.problems import Problem
from shizhong_cli.reading.report.documents import read_document
from shizhong_cli.rendering.wording import Language, Words
from shizhong_cli.tuples import NamedTuple

MOST_NAMES = 10
"""Of the drafts that are not called like their files so many are told one by one."""


class Question(NamedTuple):
    """What is asked about each report."""

    folder: Path
    below: bool  # the folder is that of all drafts, and each has its own in it
    like: Path | None
    year: int | None
    force: bool
    language: Language
    in_full: bool  # as one line of JSON


class Named(NamedTuple):
    """A report, and what its draft is called."""

    text: str
    name: str


def draft_many(texts: Sequence[str], question: Question, jobs: int | None) -> None:
    """Draft each report into a folder of its own; one that cannot be drafted is told and not in the way."""
    named = names_of(texts)
    if question.below:
        _tell_names(named, Words(question.language))
    drafted = answers(Asked(question, draft_one, drafted_bad, together=1), named, jobs)
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
        command = f"shizhong draft {typed_word(worst.text)} -o {typed_word(worst.folder)} --review"
        following = words("next.many.drafts", command=command)
    write(words, None, None, Result({}, [], lambda: many_drafts_sheet(listed, words), following))


def names_of(texts: Sequence[str]) -> list[Named]:
    """What the draft of each is called, no two alike: like its file, like its folder, or so with a number."""
    alike = Counter(_stem(text).casefold() for text in texts)
    folders: dict[str, set[str]] = {}  # that files of one name lie in
    for text in texts:
        folders.setdefault(_stem(text).casefold(), set()).add(_folder_of(text).casefold())
    taken = {stem for stem, number in alike.items() if number == 1}
    tried: Counter[str] = Counter()
    named = []
    for text in texts:
        name, stem = _stem(text), _stem(text).casefold()
        if alike[stem] > 1:
            name = _free(_folder_of(text) if len(folders[stem]) > 1 else name, taken, tried)
        named.append(Named(text, name))
    return named


def _free(wanted: str, taken: set[str], tried: Counter[str]) -> str:
    """A name that none has yet: the one that is wanted, or the same with the next number."""
    name = wanted
    while name.casefold() in taken:
        tried[wanted] += 1
        name = f"{wanted}-{tried[wanted] + 1}"
    taken.add(name.casefold())
    return name


def _stem(text: str) -> str:
    return Path(text).stem


def _folder_of(text: str) -> str:
    return Path(text).absolute().parent.name or _stem(text)


def _tell_names(named: Iterable[Named], words: Words) -> None:
    """What drafts are called that are not called like their files."""
    told = [one for one in named if one.name != _stem(one.text)]
    for one in told[:MOST_NAMES]:
        say(words("draft.called", text=one.text, name=one.name))
    if len(told) > MOST_NAMES:
        say(words("draft.called.more", more=len(told) - MOST_NAMES))


def draft_one(question: Question, named: Named) -> Answer[Drafted]:
    """Draft one report. Raises ``CannotGoOn``."""
    file, name = named
    folder = question.folder / name if question.below else question.folder
    text, words = read_document(file), Words(question.language)
    drafted = write_draft(file, text, folder, question.like, question.year, question.force, words)
    left = coverage_left(folder, text)
    sure = (drafted.count(2), drafted.count(1), drafted.count(0))
    others = tuple(sorted({witness.year for witness in drafted.found.against}))
    return _told(Drafted(file, str(folder), drafted.year, others, sure, left, drafted.unread), (), question)


def drafted_bad(question: Question, named: Named, problems: Sequence[Problem]) -> Answer[Drafted]:
    """The answer of a report that cannot be drafted."""
    bad = Drafted(named.text, problems=tuple(problems[:MOST_PROBLEMS]), problem_count=len(problems))
    return _told(bad, problems, question)


def _told(one: Drafted, problems: Iterable[Problem], question: Question) -> Answer[Drafted]:
    return Answer(one, line_of(drafted_row(one), problems, question.language) if question.in_full else "")
