"""The command that writes the report page: all of it, or that of each responsible body."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Option
from shizhong_cli.commands.evidence import Given, Taken, gather
from shizhong_cli.commands.shared import Data, Lang, check_suffix, folder_of, say, words_of
from shizhong_cli.commands.times import last_day, with_year

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue

SUFFIXES = (".html", ".htm")


def report(
    output: Annotated[Path, Option("--output", "-o", metavar="FILE")],
    given: Given,
    taken: Taken,
    responsible: Annotated[str | None, Option("--responsible", metavar="TEXT")] = None,
    each: Annotated[bool, Option("--each")] = False,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """One self-contained page, or one for each responsible body."""
    from shizhong_cli.commands.bodies import chosen_body, files_of_bodies
    from shizhong_cli.core.checking.verify import Selection, verify
    from shizhong_cli.core.progress.measuring import measure_targets
    from shizhong_cli.reading.pack.checks import load_checked
    from shizhong_cli.rendering.html.page import report_html
    from shizhong_cli.writing.files import write_whole

    if not each:
        _check(output)
    words = words_of(lang)
    whole, declared = load_checked(folder_of(data, words))
    chosen = chosen_body(whole, responsible)
    if given.as_of:
        given = given._replace(as_of=with_year(whole, given.as_of, "--as-of", words))
    whole, came_in = gather(whole, given, taken, words)
    newest = max((a.as_of.last for a in came_in if a.as_of), default=None)
    day = last_day(whole, given.as_of, "--as-of", words) if given.as_of else newest
    files = files_of_bodies(chosen, output, SUFFIXES[0], words) if each else {output: chosen}
    for file, named in files.items():
        is_part = each or responsible is not None
        own = about(whole, named) if is_part else whole
        found = verify(whole, declared, Selection(frozenset(own.indicators)) if is_part else Selection())
        gaps = measure_targets(whole, own.targets, came_in)
        page = report_html(own, gaps, found.questions, words, day, date.today().isoformat(), found.outcomes)
        write_whole(file, page.encode())
        if is_part:
            say(words("report.written", file=file, number=len(own.targets)))
    say(words("next.report", file=next(iter(files))))


def _check(output: Path) -> None:
    """Whether the name of the file says that it is a page; a device has any name."""
    if not output.is_char_device() and not output.is_fifo():
        check_suffix(output, SUFFIXES)


def about(catalogue: Catalogue, named: Catalogue) -> Catalogue:
    """What a page about some of the targets is made of: these, and what is reported of their indicators."""
    ids = {target.indicator for target in named.targets}
    return catalogue._replace(
        targets=named.targets,
        baselines=tuple(one for one in catalogue.baselines if one.indicator in ids),
        references=tuple(one for one in catalogue.references if one.indicator in ids),
    )
