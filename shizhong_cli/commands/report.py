"""The command that writes the report page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from shizhong_cli.commands.declaring import Option
from shizhong_cli.commands.evidence import Given, Taken, gather
from shizhong_cli.commands.shared import Data, Lang, check_suffix, folder_of, words_of
from shizhong_cli.commands.times import last_day, with_year

SUFFIXES = (".html", ".htm")


def report(
    output: Annotated[Path, Option("--output", "-o", metavar="FILE")],
    given: Given,
    taken: Taken,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """One self-contained page."""
    from shizhong_cli.core.checking.verify import verify
    from shizhong_cli.core.progress.measuring import measure_targets
    from shizhong_cli.reading.pack.checks import load_checked
    from shizhong_cli.rendering.html.page import report_html
    from shizhong_cli.writing.files import write_whole

    if not output.is_char_device() and not output.is_fifo():
        check_suffix(output, SUFFIXES)
    words = words_of(lang)
    catalogue, declared = load_checked(folder_of(data, words))
    found = verify(catalogue, declared)
    if given.as_of:
        given = given._replace(as_of=with_year(catalogue, given.as_of, "--as-of", words))
    catalogue, came_in = gather(catalogue, given, taken, words)
    newest = max((a.as_of.last for a in came_in if a.as_of), default=None)
    day = last_day(catalogue, given.as_of, "--as-of", words) if given.as_of else newest
    gaps = measure_targets(catalogue, catalogue.targets, came_in)
    page = report_html(
        catalogue, gaps, found.questions, words, day, date.today().isoformat(), found.outcomes
    )  # fmt: skip
    write_whole(output, page.encode())
