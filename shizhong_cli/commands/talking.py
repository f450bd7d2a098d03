"""Talk on standard error, beside the results, and what to do next below a page; a quiet run has neither."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING

from shizhong_cli.escapes.visible import harmless

if TYPE_CHECKING:
    from shizhong_cli.rendering.pages.sheet import Sheet

_talk = {"quiet": False}


def hush(quiet: bool) -> None:
    """Whether this run is to say nothing but results and errors."""
    _talk["quiet"] = quiet


def say(text: str, is_error: bool = False) -> None:
    """Talk to the user, beside the results; in a quiet run of errors alone."""
    shown = harmless(text)
    if not is_error and sys.stderr.isatty():  # a problem stays on its line
        from shizhong_cli.rendering.formats.terminal import folded_for_reading

        shown = folded_for_reading(shown)
    if is_error or not _talk["quiet"]:
        print(shown, file=sys.stderr)


def write_page(sheet: Sheet, following: str, stream: IO[str]) -> None:
    """A page on the screen, with what to do next below it; that is talk, which a quiet run leaves out."""
    from shizhong_cli.rendering.formats.terminal import write_table
    from shizhong_cli.rendering.pages.sheet import with_last_line

    write_table(with_last_line(sheet, "" if _talk["quiet"] else following), stream)
