"""What the Python interface takes, and what is said of anything else.

A value of another type is a ``TypeError``, one of the right type that stands for nothing a ``ValueError``; both name
the argument and say what was expected and what was found. What is wrong inside a text or a file is no matter of
arguments: that is ``CannotGoOn``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from reprlib import repr as shortly
from typing import Any, TypeVar

Value = TypeVar("Value")


def check_type(name: str, value: object, *kinds: type, or_none: bool = False, what: str = "") -> None:
    """Whether a value is of one of the types, and not yes or no where a number is asked for. Raises ``TypeError``."""
    if (value is None and or_none) or (isinstance(value, kinds) and not (isinstance(value, bool) and int in kinds)):
        return
    expected = [what or " or ".join(kind.__name__ for kind in kinds), *(["None"] if or_none else [])]
    raise TypeError(f"{name} must be {' or '.join(expected)}, not {found(value)}")


def check_path(name: str, value: object, or_none: bool = False) -> None:
    """Whether a value names a file or a folder. Raises ``TypeError``."""
    check_type(name, value, str, PathLike, or_none=or_none, what="str or Path")


def check_choice(name: str, value: object, choices: Iterable[str]) -> None:
    """Whether a value is one of a few words. Raises ``TypeError`` and ``ValueError``."""
    check_type(name, value, str)
    known = [str(choice) for choice in choices]
    if value not in known:
        raise ValueError(f"{name} must be {' or '.join(known)}, not {found(value)}")


def check_within(name: str, value: int, least: int, most: int) -> None:
    """Whether a number is one of a span. Raises ``ValueError``."""
    if not least <= value <= most:
        raise ValueError(f"{name} must be from {least} to {most}, not {found(value)}")


def each(name: str, values: object, what: str, *kinds: type) -> list[Any]:
    """Several values, every one of the types; a text by itself is not several texts. Raises ``TypeError``."""
    if isinstance(values, str | bytes | PathLike) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be an iterable of {what}, not {found(values)}")
    listed = list(values)
    for value in listed:
        check_type(f"each of {name}", value, *kinds, what=what)
    return listed


def by_name(name: str, values: Mapping[str, Value], *kinds: type) -> dict[str, Value]:
    """Values by text, every one of the types. Raises ``TypeError``."""
    for key, value in values.items():
        check_type(f"each key of {name}", key, str)
        check_type(f"{name}[{key!r}]", value, *kinds)
    return dict(values)


def found(value: object) -> str:
    """A value in few characters, with its type where that is not plain."""
    return "None" if value is None else f"{shortly(value)} ({type(value).__name__})"
