"""A pack opened: the shipped data by their index where there is one, anything else by reading both files."""

from __future__ import annotations

from pathlib import Path

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.problems import CannotGoOn, Problem
from shizhong_cli.reading.pack.places import BESIDE_THE_MODULES


def open_pack(folder: Path) -> tuple[Catalogue, list[Problem]]:
    """What both files of a folder declare as far as they could be read, and every problem met."""
    if folder == BESIDE_THE_MODULES:
        from shizhong_cli.reading.pack.index import indexed

        if (catalogue := indexed(folder)) is not None:
            return catalogue, []
    from shizhong_cli.reading.pack.catalogue import read_catalogue

    return read_catalogue(folder)


def open_sound_pack(folder: Path) -> Catalogue:
    """What both files of a folder declare. Raises ``CannotGoOn`` with every problem when there is any."""
    catalogue, problems = open_pack(folder)
    if problems:
        raise CannotGoOn(problems)
    return catalogue
