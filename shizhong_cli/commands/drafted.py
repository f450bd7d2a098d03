"""A draft written into a folder, and read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.causes import cause_of
from shizhong_cli.problems import CannotGoOn, Place, Problem

if TYPE_CHECKING:
    from shizhong_cli.core.report.drafting.records import Draft
    from shizhong_cli.rendering.wording import Words


def write_draft(
    file: str, text: str, folder: Path, like: Path | None, year: int | None, force: bool, words: Words
) -> Draft:
    """Draft one report into a folder. Raises ``CannotGoOn``."""
    from shizhong_cli.core.figure.units import BUILT_IN
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.report.drafting import draft as draft_of
    from shizhong_cli.reading.pack.catalogue import load_catalogue
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS
    from shizhong_cli.reading.pinyin import romanizer
    from shizhong_cli.reading.simplified import simplifier
    from shizhong_cli.rendering.formats.draft_files import baselines_text, targets_text

    known = load_catalogue(like) if like else Catalogue(units=BUILT_IN)
    drafted = draft_of(text, known, year, romanizer(), simplifier())
    if not drafted.indicators:
        raise CannotGoOn([Problem(Place(file), "N002")])
    if drafted.year not in range(1950, date.today().year + 50):
        raise CannotGoOn([Problem(Place(file), "N003")])
    write_folder(folder, {BASELINES: baselines_text(drafted, words), TARGETS: targets_text(drafted, words)}, force)
    return drafted


def write_folder(folder: Path, files: dict[str, str], force: bool) -> None:
    """Write files into a folder, which is made where it is not there; none is replaced without ``force``."""
    from shizhong_cli.writing.files import Purpose, keep_apart, write_together

    for name in files:
        keep_apart(folder / name, Purpose.DATA)
    present = [str(folder / name) for name in files if (folder / name).exists()]
    if present and not force:
        raise CannotGoOn([Problem(Place(path), "W003") for path in present])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotGoOn([Problem(Place(str(folder)), "W002", cause_of(error))]) from None
    write_together({folder / name: text.encode("utf-8") for name, text in files.items()}, force, Purpose.DATA)


def coverage_left(folder: Path, text: str) -> int:
    """Read back what was written, compare it with the text, and count what is left over."""
    from shizhong_cli.core.report.coverage import cover
    from shizhong_cli.core.report.numbers import numbers_of
    from shizhong_cli.reading.pack.catalogue import load_catalogue

    catalogue = load_catalogue(folder)
    numbers = numbers_of(text, catalogue)
    found = cover(catalogue, numbers.printed, numbers.located)
    return sum(map(len, (found.undeclared, found.unmatched, found.misplaced, found.outdated)))
