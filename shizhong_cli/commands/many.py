"""Many packs judged: the results in the order of the packs, whatever the number of processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from shizhong_cli.commands.processes import in_processes
from shizhong_cli.core.checking.tally import Tally, tally, tally_of_bad
from shizhong_cli.core.checking.terms import Depth
from shizhong_cli.core.checking.verify import Selection, verify
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.opened import begin
from shizhong_cli.reading.pack.checks import load_checked
from shizhong_cli.rendering.wording import Language, Words


class Question(NamedTuple):
    """What is asked about each pack."""

    selection: Selection
    language: Language
    depth: Depth  # in full it is the whole report, as one line of JSON


class Judged(NamedTuple):
    """One pack: its line, and its report where that is question."""

    tally: Tally
    line: str = ""


def judge_pack(question: Question, pack: str) -> Judged:
    """Judge one pack; one that cannot be read is an answer as well."""
    begin()  # no file is written, so none need be remembered
    try:
        catalogue, declared = load_checked(Path(pack))
    except CannotGoOn as error:
        return Judged(tally_of_bad(pack, error.problems), _bad_line(pack, error, question))
    report = verify(catalogue, declared, question.selection, question.depth)
    if question.depth is not Depth.FULL:
        return Judged(tally(pack, report))
    from shizhong_cli.rendering.formats.text import json_line
    from shizhong_cli.rendering.formats.verification import report_content

    content = {"pack": pack, **report_content(catalogue, report, Words(question.language)), "problems": []}
    return Judged(tally(pack, report), json_line(content))


def _bad_line(pack: str, error: CannotGoOn, question: Question) -> str:
    if question.depth is not Depth.FULL:
        return ""
    from shizhong_cli.rendering.formats.text import json_line
    from shizhong_cli.rendering.sentences.names import problem_text

    words = Words(question.language)
    empty: Row = {"checks": [], "questions": [], "unchecked": [], "summary": None}
    return json_line({"pack": pack, **empty, "problems": [problem_text(one, words) for one in error.problems]})


def judge_packs(packs: Sequence[str], question: Question, jobs: int | None = None) -> Iterator[Judged]:
    """Judge many packs, in their order, each as soon as it and those before it are done."""
    return in_processes(partial(judge_pack, question), packs, jobs)
