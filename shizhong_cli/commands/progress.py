"""How far a long run has come, on a terminal; nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from shizhong_cli.ending import ON_SCREEN

Item = TypeVar("Item")
_WIDTH = 30
_TAKEN_BACK = "\r\x1b[K"


def with_progress(items: Iterable[Item], total: int) -> Iterator[Item]:
    """The same items; a bar on standard error grows with each, and is gone at the end, however that comes."""
    if not sys.stderr.isatty():
        yield from items
        return
    ON_SCREEN.append(_TAKEN_BACK)
    try:
        for number, item in enumerate(items, 1):
            filled = _WIDTH * number // total
            print(f"\r{'#' * filled}{'.' * (_WIDTH - filled)} {number}/{total}", end="", file=sys.stderr, flush=True)
            yield item
    finally:
        ON_SCREEN.remove(_TAKEN_BACK)
        print(_TAKEN_BACK, end="", file=sys.stderr, flush=True)
