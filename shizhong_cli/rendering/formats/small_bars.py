"""Small bars drawn with the signs of a terminal: how much is done, and a run of figures in a row."""

from __future__ import annotations

from math import floor

from shizhong_cli.rendering.pages.sheet import Bar, Spark


def drawn_spark(spark: Spark) -> str:
    """One sign for each figure; the highest only for one that reached its target."""
    highest = len(_SPARKS) - 1
    return "".join(
        _SPARKS[min(floor(height * highest), highest if reached else highest - 1)]
        for height, reached in zip(spark.heights, spark.reached, strict=True)
    )


_SPARKS = "▁▂▃▄▅▆▇█"


def drawn_bar(bar: Bar, length: int, encoding: str) -> str:
    """A bar of so many cells; full only when all is done, and begun as soon as anything is.

    Outside Unicode the signs of a bar are two cells wide on some consoles, so it is made of ASCII there.
    """
    full, rest, mark = "█·│" if encoding.startswith("utf") else "=.|"
    done = min(max(floor(bar.filled * length), 1 if bar.filled > 0 else 0), length)
    at = 0 if bar.mark is None else min(max(floor(bar.mark * length), 0), length - 1)
    if bar.mark is not None and bar.is_limit:
        at = min(at, length - 3)  # there is room for a cell over it, and for one that stays empty
        done = min(max(done, at + 2), length - 1) if bar.filled > bar.mark else min(done, at)
    cells = full * done + rest * (length - done)
    if bar.mark is None:
        return cells
    return cells[:at] + mark + cells[at + 1 :]
