"""The command that makes next year's files: rollover."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.causes import cause_of
from shizhong_cli.commands.declaring import Option
from shizhong_cli.commands.draft import Folder
from shizhong_cli.commands.drafted import write_folder
from shizhong_cli.commands.shared import Data, Lang, folder_of, words_of
from shizhong_cli.commands.talking import say
from shizhong_cli.escapes.shells import typed_word
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading import clock
from shizhong_cli.streams import standard_output

if TYPE_CHECKING:
    from shizhong_cli.core.figure.period import Period
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.progress.next_year import NextYear
    from shizhong_cli.rendering.wording import Words
    from shizhong_cli.writing.next_year import Remarks


def rollover(
    folder: Folder,
    actuals: Annotated[list[Path] | None, Option("--actuals", metavar="FILE")] = None,
    period: Annotated[str, Option("--period", metavar="YEAR")] = "",
    force: Annotated[bool, Option("--force")] = False,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Next year's skeleton."""
    from shizhong_cli.core.progress.next_year import next_year
    from shizhong_cli.reading.actuals.ledgers import collect_actuals
    from shizhong_cli.reading.pack.checks import load_checked
    from shizhong_cli.rendering.formats.terminal import write_table
    from shizhong_cli.rendering.pages.rollover import rollover_sheet
    from shizhong_cli.writing.next_year import next_files

    words = words_of(lang)
    source = folder_of(data, words)
    catalogue, _ = load_checked(source)
    kept = collect_actuals(catalogue, (), (), actuals or (), None, clock.today())
    plan = next_year(catalogue, kept.actuals, _period(period, catalogue))
    made = next_files(source, catalogue, plan, _remarks(plan, words))
    _check(made.files)
    write_folder(folder, made.files, force)
    with standard_output() as stream:
        write_table(rollover_sheet(catalogue, plan, words), stream)
    counted = {"taken": len(plan.taken), "unanswered": len(plan.unanswered)}
    counted |= {"cleared": made.cleared, "dropped": made.dropped}
    say(words("rollover.summary", folder=folder, **counted))
    say(words("next.rollover", command=f"shizhong check {typed_word(str(folder))}"))


def _check(files: dict[str, str]) -> None:
    """Whether the new files can be read; nothing is written where they cannot."""
    from tempfile import TemporaryDirectory

    from shizhong_cli.reading.pack.checks import load_checked

    try:
        with TemporaryDirectory() as folder:
            write_folder(Path(folder), files, force=True)
            load_checked(Path(folder))
    except OSError as error:  # no folder for temporary files, or one that is full
        raise CannotGoOn([Problem(Place(str(error.filename or "TMPDIR")), "W002", cause_of(error))]) from None


def _period(text: str, catalogue: Catalogue) -> Period:
    """The year that is over: the one given, or the one that most targets are for."""
    from shizhong_cli.core.progress.next_year import finished_period
    from shizhong_cli.reading.values import read_period

    problems: list[Problem] = []
    place = Place("--period")
    found = read_period(text, place, problems) if text else finished_period(catalogue)
    if found is None:
        raise CannotGoOn(problems or [Problem(place, "N005")])
    if found.years != 1:
        raise CannotGoOn([Problem(place, "N006", text)])
    if not any(target.period.is_same_time_as(found) for target in catalogue.targets):
        raise CannotGoOn([Problem(place, "N007", str(found))])
    return found


def _remarks(plan: NextYear, words: Words) -> Remarks:
    from shizhong_cli.rendering.pages.rollover import source_note
    from shizhong_cli.writing.next_year import Remarks

    year = plan.period.last.year
    return Remarks(
        head=words("rollover.head", year=year),
        cleared=words("rollover.cleared"),
        old=words("rollover.old"),
        dropped=lambda found: words("rollover.dropped", found=found),
        source=source_note,
        section=(f"实际/{year}", f"Actuals of {year}"),
    )
