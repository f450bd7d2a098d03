"""The command that makes a sheet to fill: template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Option
from shizhong_cli.commands.shared import Data, Lang, open_catalogue, unfit_suffix
from shizhong_cli.commands.talking import say
from shizhong_cli.commands.times import with_year
from shizhong_cli.escapes.shells import typed_word
from shizhong_cli.problems import CannotGoOn, Place

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.rendering.wording import Words

SUFFIXES = (".xlsx", ".csv")


def template(
    output: Annotated[Path, Option("--output", "-o", metavar="FILE")],
    as_of: Annotated[str, Option("--as-of", metavar="DATE")] = "",
    responsible: Annotated[str | None, Option("--responsible", metavar="TEXT")] = None,
    each: Annotated[bool, Option("--each")] = False,
    force: Annotated[bool, Option("--force")] = False,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Make a sheet to fill."""
    from shizhong_cli.commands.bodies import chosen_body, files_of_bodies
    from shizhong_cli.rendering.pages.template import asked_rows
    from shizhong_cli.writing.files import write_whole

    words, catalogue = open_catalogue(lang, data)
    as_of = with_year(catalogue, as_of, "--as-of", words) if as_of else as_of
    catalogue = chosen_body(catalogue, responsible)
    files = files_of_bodies(catalogue, output, SUFFIXES[0], words) if each else {output: catalogue}
    for file in files:
        _check(file, as_of)
    for file, own in files.items():
        write_whole(file, _content(file, own, words, as_of.strip()), replace=force)
        say(words("template.written", file=file, number=len(asked_rows(own, words))))
    say(words("next.template", file=typed_word(str(next(iter(files))))))


def _check(output: Path, as_of: str) -> None:
    """Whether file and date can be what they are."""
    from shizhong_cli.reading.dates import read_day

    problems = unfit_suffix(output, SUFFIXES)
    if as_of:
        read_day(as_of, Place("--as-of"), problems)
    if problems:
        raise CannotGoOn(problems)


def _content(output: Path, catalogue: Catalogue, words: Words, as_of: str) -> bytes:
    if output.suffix.lower() == ".csv":
        from shizhong_cli.rendering.pages.template import template_csv

        return template_csv(catalogue, words, as_of)
    from shizhong_cli.rendering.formats.workbook_template import template_bytes

    return template_bytes(catalogue, words, as_of)
