"""The shipped data as they were read when the package was built, so that they need not be read again.

The index lies beside them and holds both files; it is used only while they are still the same, byte for byte. A folder
of somebody else has none, nor has a working copy, and none is looked for there.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable
from pathlib import Path

from shizhong_cli.core.figure.exact import Fraction, ratio
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.reading.pack.places import BASELINES, INDEX, TARGETS


def indexed(folder: Path) -> Catalogue | None:
    """What the two files of the shipped data declare; nothing where they have no index, or are not those of it."""
    try:
        held = pickle.loads((folder / INDEX).read_bytes())
        files = [(folder / name).read_bytes() for name in (BASELINES, TARGETS)]
    except (OSError, EOFError, pickle.UnpicklingError):
        return None
    catalogue: Catalogue | None = pickle.loads(held[-1]) if held[:-1] == files else None
    return catalogue


def index_of(folder: Path, catalogue: Catalogue) -> bytes:
    """The index of a folder that was read without a problem."""
    page = io.BytesIO()
    pickler = pickle.Pickler(page, protocol=5)
    pickler.dispatch_table = {**copyreg.dispatch_table, Fraction: _parts_of}
    pickler.dump(catalogue)
    return pickle.dumps([*((folder / name).read_bytes() for name in (BASELINES, TARGETS)), page.getvalue()])


def _parts_of(number: Fraction) -> tuple[Callable[[int, int], Fraction], tuple[int, int]]:
    """A number by its parts, so that it is read by whichever library of exact numbers is there."""
    return ratio, (number.numerator, number.denominator)
