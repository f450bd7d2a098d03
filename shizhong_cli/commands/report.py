"""The command that writes the report page."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated

from shizhong_cli.commands.declaring import Option
from shizhong_cli.commands.evidence import Given, Taken, gather
from shizhong_cli.commands.shared import Data, Lang, check_suffix, folder_of, words_of
from shizhong_cli.commands.times import last_day, with_year
from shizhong_cli.reading.pack.places import BASELINES, TARGETS
from shizhong_cli.rendering.wording import Words

SUFFIXES = (".html", ".htm", ".pdf")


def report(
    output: Annotated[Path, Option("--output", "-o", metavar="FILE")],
    given: Given,
    taken: Taken,
    watch: Annotated[bool, Option("--watch")] = False,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """One self-contained page, or the same on paper."""
    from shizhong_cli.commands.watching import watch as make_again

    if not output.is_char_device() and not output.is_fifo():
        check_suffix(output, SUFFIXES)
    words = words_of(lang)
    folder = folder_of(data, words)

    def make() -> None:
        _write(output, _page(folder, given, taken, words))

    if watch:
        make_again(make, output, (folder / TARGETS, folder / BASELINES), words)
    else:
        make()


def _page(folder: Path, given: Given, taken: Taken, words: Words) -> str:
    from shizhong_cli.core.checking.verify import verify
    from shizhong_cli.core.progress.measuring import measure_targets
    from shizhong_cli.reading.pack.checks import load_checked
    from shizhong_cli.rendering.html.page import report_html

    catalogue, declared = load_checked(folder)
    found = verify(catalogue, declared)
    if given.as_of:
        given = given._replace(as_of=with_year(catalogue, given.as_of, "--as-of", words))
    catalogue, came_in = gather(catalogue, given, taken, words)
    newest = max((a.as_of.last for a in came_in if a.as_of), default=None)
    day = last_day(catalogue, given.as_of, "--as-of", words) if given.as_of else newest
    gaps = measure_targets(catalogue, catalogue.targets, came_in)
    return report_html(catalogue, gaps, found.questions, words, day, date.today().isoformat(), found.outcomes)


def _write(output: Path, page: str) -> None:
    from shizhong_cli.writing.files import write_whole
    from shizhong_cli.writing.paper import printed

    on_paper = output.suffix.lower() == ".pdf"
    write_whole(output, printed(page, output, os.environ) if on_paper else page.encode())
