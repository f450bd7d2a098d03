"""How a page is shared out among the columns of a table, so that no cell is ever cut."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.tuples import NamedTuple

BETWEEN = 2
"""Blanks between two columns."""


class Need(NamedTuple):
    """How many cells one column would like: ``natural``, ``readable``, ``least`` grow less; the others may be any."""

    natural: int  # nothing folds
    readable: int  # it folds, and reads well
    least: int  # below this it cannot be read at all
    word: int  # its longest word stays whole
    optional: bool = False  # may be left out
    common: int = 0  # its longest word of an ordinary length stays whole


def share_out(needs: Sequence[Need], page: int) -> list[int] | None:
    """A width for every column, 0 for one that is left out; ``None`` where a table does not fit.

    Where the readable widths do not fit, optional columns go first, the leftmost first; then columns shrink.
    """
    kept = list(range(len(needs)))
    for i in [i for i, need in enumerate(needs) if need.optional]:
        if sum(needs[k].readable for k in kept) + _gaps(kept) > page:
            kept.remove(i)
    widths = _widths([needs[k] for k in kept], page - _gaps(kept))
    return None if widths is None else [widths[kept.index(i)] if i in kept else 0 for i in range(len(needs))]


def _gaps(kept: Sequence[int]) -> int:
    return BETWEEN * (len(kept) - 1)


def _widths(needs: Sequence[Need], room: int) -> list[int] | None:
    """The least widths first, then whole words, the readable widths, longer words, then what each still wants."""
    widths = [need.least for need in needs]
    if sum(widths) > room:
        return None
    widths = _widened(room, widths, [min(need.common, need.natural) for need in needs])
    widths = _shared(room, widths, [need.readable for need in needs])
    widths = _widened(room, widths, [min(need.word, need.natural) for need in needs])
    return _shared(room, widths, [need.natural for need in needs])


def _widened(room: int, widths: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """As many columns as there is room for get all that they want, those that want least first."""
    widened = list(widths)
    for i in sorted(range(len(widths)), key=lambda i: wanted[i] - widths[i]):
        if widths[i] < wanted[i] <= widths[i] + room - sum(widened):
            widened[i] = wanted[i]
    return widened


def _shared(room: int, widths: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Share what is left by what each column still wants."""
    shared = list(widths)
    for _ in range(room - sum(widths)):
        wanting = [i for i, width in enumerate(shared) if width < wanted[i]]
        if not wanting:
            break
        shared[max(wanting, key=lambda i: (wanted[i] - shared[i]) / wanted[i])] += 1
    return shared
