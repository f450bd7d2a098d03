"""Which folders are meant by what was said: folders, patterns, and files that list them."""

from __future__ import annotations

from collections.abc import Iterable
from glob import glob, has_magic
from os.path import exists  # that of Path raises for a name that is too long
from pathlib import Path

from shizhong_cli.causes import Cause
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.files import read_text


def pack_folders(said: Iterable[str]) -> list[str]:
    """The folders, each once, in the order given; what a pattern finds in the order of its names.

    A file lists one folder a line, from where it lies, and what belongs to it behind a tab; blank lines and those that
    begin with # are left out. Raises ``CannotGoOn`` for a list that cannot be read or has no line.
    """
    found: dict[str, None] = {}
    for text in said:
        if has_magic(text) and not Path(text).exists():
            found |= dict.fromkeys(path for path in sorted(glob(text)) if Path(path).is_dir())
        elif Path(text).is_file():
            found |= dict.fromkeys(_listed(Path(text)))
        else:
            found[text] = None
    return list(found)


def listed_in(file: Path | None) -> list[str]:
    """What the file of ``--list`` lists; nothing without a file. Raises ``CannotGoOn`` where there is no such file."""
    if file is None:
        return []
    if not exists(file):
        raise CannotGoOn([Problem(Place(str(file)), "Y001", Cause.NOT_FOUND)])
    return pack_folders([str(file)])


def _listed(path: Path) -> list[str]:
    text, problems = read_text(path, str(path), ("utf-8-sig",))
    if problems:
        raise CannotGoOn(problems)
    lines = (line.strip() for line in text.splitlines())
    listed = [_from(path.parent, line) for line in lines if line and not line.startswith("#")]
    if not listed:
        raise CannotGoOn([Problem(Place(str(path)), "Y001", Cause.EMPTY)])
    return listed


def _from(folder: Path, line: str) -> str:
    return "\t".join(str(folder / cell.strip()) for cell in line.split("\t"))
