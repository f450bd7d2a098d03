"""Packs that a command is given by their place: ``DIR…``, patterns, and files that list folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from shizhong_cli.causes import Cause
from shizhong_cli.commands.command_line import CannotTell
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.rendering.pages.help import Mistake


def packs_of(command: str, folders: list[str], data: Path | None) -> list[str]:
    """The packs that are meant; ``--data`` beside them would be one too many. Raises ``CannotTell``."""
    from shizhong_cli.reading.pack.folders import pack_folders

    if not folders:
        return []
    refuse(command, [(data, "--data")])
    packs = pack_folders(folders)
    if not packs:
        raise CannotGoOn([Problem(Place(folders[0]), "Y001", Cause.NOT_FOUND)])
    return packs


def refuse(command: str, given: Iterable[tuple[object, str]]) -> None:
    """Options that are about one pack. Raises ``CannotTell``."""
    for value, option in given:
        if value:
            raise CannotTell(Mistake("usage.one_pack", f"shizhong {command}", option))
