"""How far a long run has come, on a terminal; nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
_WIDTH = 30


def with_progress(items: Iterable[Item], total: int) -> Iterator[Item]:
    """The same items; a bar on standard error grows with each, and is gone at the end."""
    shows = sys.stderr.isatty()
    for number, item in enumerate(items, 1):
        if shows:
            filled = _WIDTH * number // total
            print(f"\r{'#' * filled}{'.' * (_WIDTH - filled)} {number}/{total}", end="", file=sys.stderr, flush=True)
        yield item
    if shows:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
