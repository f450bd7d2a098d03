"""What a command over many is given: ``DIR…``, patterns, and files that list folders; and options that are for one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.command_line import CannotTell
from shizhong_cli.commands.declaring import Option
from shizhong_cli.commands.talking import say
from shizhong_cli.rendering.pages.help import Mistake

if TYPE_CHECKING:
    from shizhong_cli.reading.pack.folders import Named
    from shizhong_cli.rendering.wording import Words

Listed = Annotated[Path | None, Option("--list", metavar="FILE")]
MOST_NAMES = 5
"""Of those that were named more than once so many are told by their names."""


def packs_of(
    command: str, folders: Sequence[str] | None, listed: Path | None, data: Path | None, words: Words
) -> Named | None:
    """The packs that are meant, nothing where none was named; ``--data`` beside them would be one too many.

    Raises ``CannotTell``.
    """
    if not folders and listed is None:
        return None
    from shizhong_cli.reading.pack.folders import folders_named

    refuse(command, [(data, "--data")])
    return each_once(folders_named(folders or (), listed), words)


def each_once(named: Named, words: Words) -> Named:
    """The same; what was named more than once is told."""
    if named.again:
        names = words("list.separator").join(one.replace("\t", " ") for one in named.again[:MOST_NAMES])
        more = len(named.again) - MOST_NAMES
        say(words("named.again.more", names=names, more=more) if more > 0 else words("named.again", names=names))
    return named


def refuse(command: str, given: Iterable[tuple[object, str]]) -> None:
    """Options that are about one pack. Raises ``CannotTell``."""
    for value, option in given:
        if value:
            raise CannotTell(Mistake("usage.one_pack", f"shizhong {command}", option))
