"""What ``shizhong.toml`` sets where neither an option nor the environment does: data, language, ledger.

The file is the nearest one, in the working folder or above it; else that of the user's folder for configuration. Paths
in it are meant from where it lies.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.tuples import NamedTuple

NAME = "shizhong.toml"
_VARIABLES = {
    "data": "SHIZHONG_DATA",
    "lang": "SHIZHONG_LANG",
    "actuals": "SHIZHONG_ACTUALS",
    "pager": "SHIZHONG_PAGER",
}
_WORDS = {"lang": {"zh": "zh", "en": "en"}, "pager": {"yes": "", "no": "cat"}}
"""Keys with few values, and what these are in the environment."""


class Settings(NamedTuple):
    """What a file has set, and which it is; nothing where there is none, or the environment says all of it."""

    file: str = ""
    values: tuple[tuple[str, str], ...] = ()  # the keys that count, with what they set


def settle_environment(environment: MutableMapping[str, str]) -> Settings:
    """Let the file say what the environment leaves open. Raises ``CannotGoOn`` with every problem of the file."""
    path = next((path for path in _places(environment) if os.path.isfile(path)), None)
    if path is None:
        return Settings()
    values = _read(Path(path))
    free = {key: value for key, value in values.items() if value and not environment.get(_VARIABLES[key])}
    environment.update((_VARIABLES[key], value) for key, value in free.items())
    return Settings(_shown(Path(path)), tuple(free.items()))


def _places(environment: MutableMapping[str, str]) -> Iterator[str]:
    """Where the file can be, the nearest first; one look at each."""
    try:
        folder = os.getcwd()
    except OSError:  # it is there no more
        folder = ""
    while folder:
        yield os.path.join(folder, NAME)
        above = os.path.dirname(folder)
        folder = above if above != folder else ""
    if of_user := _of_user(environment):
        yield os.path.join(of_user, "shizhong", NAME)


def _of_user(environment: MutableMapping[str, str]) -> str:
    """The folder in which programs keep what their user has configured; nothing where none is known."""
    if named := environment.get("XDG_CONFIG_HOME"):
        return named
    if sys.platform == "win32":
        return environment.get("APPDATA", "")
    home = environment.get("HOME", "")
    beneath = "Library/Application Support" if sys.platform == "darwin" else ".config"
    return os.path.join(home, beneath) if home else ""


def _read(path: Path) -> dict[str, str]:
    """The values of a file. Raises ``CannotGoOn``."""
    import tomllib

    from shizhong_cli.reading.files import read_bytes

    file = _shown(path)
    problems: list[Problem] = []
    raw = read_bytes(path, file, problems)
    if raw is None:
        raise CannotGoOn(problems)
    try:
        text = raw.decode("utf-8-sig")
        found = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise CannotGoOn([Problem(Place(file, line, 1), "G001", "UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        raise CannotGoOn([Problem(_place_in(error, text, file), "G001", "TOML")]) from None
    values = {}
    for key, value in found.items():
        if problem := _wrong(key, value, _place_of(key, text, file)):
            problems.append(problem)
        else:
            values[key] = (
                _WORDS[key][value] if key in _WORDS else os.path.normpath(path.parent / os.path.expanduser(value))
            )
    if problems:
        raise CannotGoOn(problems)
    return values


def _shown(path: Path) -> str:
    """The path as it is told: by its name where it lies in the working folder."""
    try:
        return path.name if path.parent == Path.cwd() else str(path)
    except OSError:  # it is there no more
        return str(path)


def _place_in(error: ValueError, text: str, file: str) -> Place:
    """Where the reader of TOML stopped: it says so at the end of its message, or came to the end of the file."""
    if spot := re.search("line ([0-9]+), column ([0-9]+)", str(error)):
        return Place(file, int(spot[1]), int(spot[2]))
    lines = text.splitlines() or [""]
    return Place(file, len(lines), len(lines[-1]) + 1)


def _place_of(key: str, text: str, file: str) -> Place:
    """Where a key, or the table of that name, stands."""
    spelled = re.compile(rf"^[ \t]*\[*[ \t]*(?P<key>[\"']?{re.escape(key)}[\"']?)[ \t]*[=.\]]", re.MULTILINE)
    if found := spelled.search(text):
        start = found.start("key")
        return Place(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    return Place(file, 1, 1)


def _wrong(key: str, value: Any, place: Place) -> Problem | None:
    """What is wrong with a key or its value."""
    if key not in _VARIABLES:
        from shizhong_cli.reading.spelling import nearest

        return Problem(place, "G002", key, ", ".join(_VARIABLES), nearest(key, _VARIABLES))
    if key in _WORDS and value not in tuple(_WORDS[key]):
        return Problem(place, "G003", key, ", ".join(_WORDS[key]))
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        return Problem(place, "G003", key, '"…"')
    return None
