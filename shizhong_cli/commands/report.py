"""The command that writes the report page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from shizhong_cli.commands.declaring import Option
from shizhong_cli.commands.evidence import (
    ActualsFiles,
    AsOf,
    Given,
    GivenActuals,
    Profiles,
    Rates,
    SkipBad,
    gather,
    last_day,
)
from shizhong_cli.commands.shared import Data, Lang, open_catalogue
from shizhong_cli.problems import CannotGoOn, Place, Problem

SUFFIXES = (".html", ".htm")


def report(
    output: Annotated[Path, Option("--output", "-o", metavar="FILE")],
    actual: GivenActuals = None,
    actuals: ActualsFiles = None,
    as_of: AsOf = None,
    skip_bad: SkipBad = False,
    profile: Profiles = None,
    rate: Rates = None,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """One self-contained page."""
    from shizhong_cli.core.checking.questions import ask
    from shizhong_cli.core.progress.measuring import measure_targets
    from shizhong_cli.rendering.html.page import report_html
    from shizhong_cli.writing.files import write_whole

    given = Given(actual, actuals, as_of, skip_bad, profile, rate)
    _check(output)
    words, catalogue = open_catalogue(lang, data)
    catalogue, came_in = gather(catalogue, given, words)
    newest = max((a.as_of.last for a in came_in if a.as_of), default=None)
    day = last_day(as_of, "--as-of") if as_of else newest
    gaps = measure_targets(catalogue, catalogue.targets, came_in)
    page = report_html(catalogue, gaps, ask(catalogue), words, day, date.today().isoformat())
    write_whole(output, page.encode())


def _check(output: Path) -> None:
    """Whether its name is that of a page. Raises ``CannotGoOn``."""
    if output.suffix.lower() not in SUFFIXES and not output.is_char_device() and not output.is_fifo():
        raise CannotGoOn([Problem(Place(str(output)), "W004", output.suffix, ", ".join(SUFFIXES))])
