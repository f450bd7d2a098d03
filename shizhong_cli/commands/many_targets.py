"""The targets of many packs: one line a pack, worst first, or one line of JSON each.

What came in of a pack stands in the ledger in its own folder: no option and no variable can name one for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.commands.each import Answer, Asked, answers, line_of, write_lines
from shizhong_cli.commands.shared import FINDINGS, Format, Result, leave, write
from shizhong_cli.commands.times import still_to_come, tell_of_the_future, year_of
from shizhong_cli.core.progress.many import Standings, standings, standings_of_bad, standings_row, worst_first
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.overview import Filter
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.escapes.shells import typed_word
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading import clock
from shizhong_cli.reading.actuals.ledgers import is_there, ledger_of, read_all
from shizhong_cli.reading.pack.opening import open_sound_pack
from shizhong_cli.rendering.wording import Language, Words
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.progress.actuals import Actual


class Question(NamedTuple):
    """What is asked about each pack."""

    chosen: Filter
    as_of: str  # as it was typed; empty where no day is asked about
    language: Language
    in_full: bool  # every target, as one line of JSON


def status_of_many(
    packs: Sequence[str], question: Question, failing: frozenset[Status], told: tuple[Format | None, Path | None],
    jobs: int | None,
) -> None:  # fmt: skip
    """Measure the targets of many packs, and tell it in the format and the file of ``told``."""
    from shizhong_cli.rendering.pages.many_targets import many_targets_sheet

    format, output = told
    tell_of_the_future(None, question.as_of, Words(question.language))
    measured = answers(Asked(question, measure_pack, measured_bad), packs, jobs)
    if question.in_full:
        listed = write_lines(measured, output)
    else:
        listed, words = worst_first(one.short for one in measured), Words(question.language)
        rows = [standings_row(one) for one in listed]
        worst = listed[0]
        command = f"shizhong {'check' if worst.is_bad else 'status --data'} {typed_word(worst.pack)}"
        following = words("next.many.bad" if worst.is_bad else "next.many.targets", command=command)
        write(
            words, format, output, Result({"packs": rows}, rows, lambda: many_targets_sheet(listed, words), following)
        )
    if any(one.problem_count or any(one.count(status) for status in failing) for one in listed):
        leave(FINDINGS)


def measure_pack(question: Question, pack: str) -> Answer[Standings]:
    """Measure the targets of one pack. Raises ``CannotGoOn``."""
    catalogue = open_sound_pack(Path(pack))
    came_in, left_out = _came_in(catalogue, Path(pack), question.as_of)
    gaps = question.chosen.apply(catalogue, measure_targets(catalogue, catalogue.targets, came_in))
    if not question.in_full:
        return Answer(standings(pack, gaps, left_out))
    from shizhong_cli.core.progress.lights import with_lights
    from shizhong_cli.core.progress.months.rows import gap_rows

    rows = with_lights(catalogue, gaps, gap_rows(catalogue, gaps, came_in))
    coming = still_to_come(year_of(catalogue), question.as_of)
    line = line_of({"pack": pack, **coming, "gaps": rows}, left_out, question.language)
    return Answer(standings(pack, gaps, left_out), line)


def measured_bad(question: Question, pack: str, problems: Sequence[Problem]) -> Answer[Standings]:
    """The answer of a pack that cannot be read."""
    line = line_of({"pack": pack, "gaps": []}, problems, question.language) if question.in_full else ""
    return Answer(standings_of_bad(pack, problems), line)


def _came_in(catalogue: Catalogue, folder: Path, as_of: str) -> tuple[list[Actual], list[Problem]]:
    """What the ledger of a pack holds up to a day, and what is wrong with other rows. Raises ``CannotGoOn``."""
    from shizhong_cli.core.progress.actuals import known_by
    from shizhong_cli.reading.dates import read_day
    from shizhong_cli.reading.typed_dates import completed

    ledger, problems = ledger_of(folder), list[Problem]()
    full = completed(as_of, year_of(catalogue), clock.today()) if as_of else ""
    day = read_day(full, Place("--as-of"), problems) if full else None
    if problems:
        raise CannotGoOn(problems)
    files = [ledger] if is_there(ledger) else []
    kept, _, left_out = read_all(catalogue, (), (), files, None, clock.today(), skip_bad=True)
    return known_by(kept, day.last) if day else kept, sorted(left_out)
