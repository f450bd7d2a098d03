"""Many packs judged: the results in the order of the packs, whatever the number of processes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from shizhong_cli.commands.each import Answer, line_of
from shizhong_cli.core.checking.tally import Tally, tally, tally_of_bad
from shizhong_cli.core.checking.terms import Depth
from shizhong_cli.core.checking.verify import Selection, verify
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.problems import Problem
from shizhong_cli.reading.pack.checks import load_checked
from shizhong_cli.rendering.wording import Language, Words
from shizhong_cli.tuples import NamedTuple


class Question(NamedTuple):
    """What is asked about each pack."""

    selection: Selection
    language: Language
    depth: Depth  # in full it is the whole report, as one line of JSON


def judge_pack(question: Question, pack: str) -> Answer[Tally]:
    """Judge one pack. Raises ``CannotGoOn``."""
    catalogue, declared = load_checked(Path(pack))
    report = verify(catalogue, declared, question.selection, question.depth)
    if question.depth is not Depth.FULL:
        return Answer(tally(pack, report))
    from shizhong_cli.rendering.formats.verification import report_content

    content = {"pack": pack, **report_content(catalogue, report, Words(question.language))}
    return Answer(tally(pack, report), line_of(content, (), question.language))


def judged_bad(question: Question, pack: str, problems: Sequence[Problem]) -> Answer[Tally]:
    """The answer of a pack that cannot be read."""
    told = tally_of_bad(pack, problems)
    if question.depth is not Depth.FULL:
        return Answer(told)
    empty: Row = {"checks": [], "questions": [], "unchecked": [], "summary": None}
    return Answer(told, line_of({"pack": pack, **empty}, problems, question.language))
