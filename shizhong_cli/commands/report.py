"""The command that writes the report page: all of it, or that of each responsible body."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Option
from shizhong_cli.commands.shared import Data, Lang, check_suffix, folder_of, words_of
from shizhong_cli.commands.starting import Given, Taken, gather
from shizhong_cli.commands.talking import say
from shizhong_cli.commands.times import last_day, with_year
from shizhong_cli.reading import clock
from shizhong_cli.reading.pack.places import BASELINES, TARGETS
from shizhong_cli.rendering.wording import Words

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue

SUFFIXES = (".html", ".htm", ".pdf")


def report(
    output: Annotated[Path, Option("--output", "-o", metavar="FILE")],
    given: Given,
    taken: Taken,
    responsible: Annotated[str | None, Option("--responsible", metavar="TEXT")] = None,
    each: Annotated[bool, Option("--each")] = False,
    watch: Annotated[bool, Option("--watch")] = False,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """One self-contained page, or the same on paper; or one for each responsible body."""
    from shizhong_cli.commands.watching import watch as make_again

    if not each:
        _check(output)
    words = words_of(lang)
    folder = folder_of(data, words)

    def make() -> None:
        pages = _pages(folder, given, taken, words, output, responsible, each)
        for file, page in pages.items():
            _write(file, page)
        first = next(iter(pages))
        if not watch:
            say(words("next.paper" if first.suffix.lower() == ".pdf" else "next.report", file=first))

    if watch:
        make_again(make, output, (folder / TARGETS, folder / BASELINES), words)
    else:
        make()


def _check(output: Path) -> None:
    """Whether the name of the file says that it is a page; a device has any name."""
    if not output.is_char_device() and not output.is_fifo():
        check_suffix(output, SUFFIXES)


def _pages(
    folder: Path, given: Given, taken: Taken, words: Words, output: Path, responsible: str | None, each: bool
) -> Mapping[Path, str]:
    """The page of every file; of some of the targets with the checks of their indicators alone."""
    from shizhong_cli.commands.bodies import chosen_body, files_of_bodies
    from shizhong_cli.core.checking.verify import Selection, verify
    from shizhong_cli.core.progress.measuring import measure_targets
    from shizhong_cli.reading.pack.checks import load_checked
    from shizhong_cli.rendering.html.page import report_html

    printed, declared = load_checked(folder)
    chosen = chosen_body(printed, responsible)
    if given.as_of:
        given = given._replace(as_of=with_year(printed, given.as_of, "--as-of", words))
    whole, came_in = gather(printed, given, taken, words, handed_on=True)
    newest = max((a.as_of.last for a in came_in if a.as_of), default=None)
    day = last_day(whole, given.as_of, "--as-of", words) if given.as_of else newest
    files = files_of_bodies(chosen, output, SUFFIXES[0], words) if each else {output: chosen}
    pages = {}
    for file, named in files.items():
        is_whole = len(named.targets) == len(whole.targets)
        own = whole if is_whole else _about(whole, named)
        ids = frozenset(target.indicator for target in own.targets)
        selection = Selection() if is_whole else Selection(ids)
        found = verify(printed, declared, selection)
        gaps = measure_targets(whole, own.targets, came_in)
        about = came_in if is_whole else [actual for actual in came_in if actual.indicator in ids]
        made_on = clock.today().isoformat()
        pages[file] = report_html(own, gaps, found.questions, words, day, made_on, found.outcomes, about)
    return pages


def _about(catalogue: Catalogue, named: Catalogue) -> Catalogue:
    """What a page about some of the targets is made of: these, and what is reported of their indicators."""
    ids = {target.indicator for target in named.targets}
    return catalogue._replace(
        targets=named.targets,
        baselines=tuple(one for one in catalogue.baselines if one.indicator in ids),
        references=tuple(one for one in catalogue.references if one.indicator in ids),
    )


def _write(output: Path, page: str) -> None:
    from shizhong_cli.writing.files import write_whole
    from shizhong_cli.writing.paper import printed

    on_paper = output.suffix.lower() == ".pdf"
    write_whole(output, printed(page, output, os.environ) if on_paper else page.encode())
