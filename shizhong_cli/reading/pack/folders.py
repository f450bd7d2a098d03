"""Which folders or texts are meant by what was said: by their names, by patterns, and by files that list them.

A file lists one a line, from where it lies, and what belongs to it behind a tab; blank lines and those that begin with
# are left out. Everything is meant once, however often and in whatever spelling it is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from glob import glob, has_magic
from os.path import exists, isdir, isfile, normcase, realpath  # those of Path raise for a name that is too long
from pathlib import Path

from shizhong_cli.causes import Cause
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.files import read_text
from shizhong_cli.tuples import NamedTuple

MOST_OF_A_LIST = 1_000_000
"""Bytes of a file that may be a list; a longer one is a text."""


class Named(NamedTuple):
    """What was named."""

    paths: tuple[str, ...]  # each once, in the order given, as it was spelt first
    again: tuple[str, ...]  # those that were named more than once
    is_alone: bool  # one thing by its own name; a list, a pattern or several ask about many, however few they come to


def folders_named(said: Sequence[str], listed: Path | None = None) -> Named:
    """The folders; those of the list first, then what a pattern finds in the order of its names.

    A file among them is a list. Raises ``CannotGoOn`` for a list that cannot be read or names nothing, and where
    nothing at all is found.
    """
    return _named(said, listed, isdir, isfile)


def texts_named(said: Sequence[str], listed: Path | None = None) -> Named:
    """The same of texts; a file among them is a list where every line of it names a file that is there."""
    return _named(said, listed, isfile, lambda file: is_list_of(file, isfile))


def is_list_of(file: str, is_there: Callable[[str], bool]) -> bool:
    """Whether a file can only be a list: whether every line of it names something that is there."""
    if not isfile(file) or Path(file).stat().st_size > MOST_OF_A_LIST:
        return False
    try:
        with Path(file).open(encoding="utf-8-sig") as text:
            lines = map(str.strip, text)
            there = [is_there(_from(Path(file).parent, line).partition("\t")[0]) for line in lines if _says(line)]
    except (OSError, ValueError):  # what is not text is no list
        return False
    return bool(there) and all(there)


def is_pattern(text: str) -> bool:
    """Whether a text stands for whatever has names like it."""
    return has_magic(text) and not exists(text)


def _named(
    said: Sequence[str], listed: Path | None, is_wanted: Callable[[str], bool], is_list: Callable[[str], bool]
) -> Named:
    found: dict[str, str] = {}
    again: dict[str, None] = {}
    for path in _each(said, listed, is_wanted, is_list):
        place = _place_of(path)
        if place in found:
            again[found[place]] = None
        found.setdefault(place, path)
    if not found:
        raise CannotGoOn([Problem(Place(str([*said, listed][0])), "Y001", Cause.NOT_FOUND)])
    is_alone = listed is None and len(said) == 1 and not is_pattern(said[0]) and not is_list(said[0])
    return Named(tuple(found.values()), tuple(again), is_alone)


def _each(
    said: Iterable[str], listed: Path | None, is_wanted: Callable[[str], bool], is_list: Callable[[str], bool]
) -> Iterator[str]:
    """Everything that is named, as often as it is."""
    if listed is not None:
        yield from _listed(listed)
    for text in said:
        if is_pattern(text):
            yield from filter(is_wanted, sorted(glob(text)))
        elif is_list(text):
            yield from _listed(Path(text))
        else:
            yield text


def _place_of(path: str) -> str:
    """Where it lies, the same for every spelling of it."""
    try:
        return "\t".join(normcase(realpath(part)) for part in path.split("\t"))
    except ValueError:  # a character that no name can have
        return path


def _listed(path: Path) -> list[str]:
    if not exists(path):
        raise CannotGoOn([Problem(Place(str(path)), "Y001", Cause.NOT_FOUND)])
    text, problems = read_text(path, str(path), ("utf-8-sig",))
    if problems:
        raise CannotGoOn(problems)
    listed = [_from(path.parent, line) for line in map(str.strip, text.splitlines()) if _says(line)]
    if not listed:
        raise CannotGoOn([Problem(Place(str(path)), "Y001", Cause.EMPTY)])
    if not any(exists(one.partition("\t")[0]) for one in listed):
        raise CannotGoOn([Problem(Place(str(path)), "Y001", Cause.NOTHING_LISTED)])
    return listed


def _says(line: str) -> bool:
    return bool(line) and not line.startswith("#")


def _from(folder: Path, line: str) -> str:
    return "\t".join(str(folder / cell.strip()) for cell in line.split("\t"))
