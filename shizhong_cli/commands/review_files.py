"""The two files of a draft under review: read, tried, and written together."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shizhong_cli.problems import Problem
    from shizhong_cli.writing.draft_indicators import Files


def read_files(folder: Path) -> Files:
    """The files as they are."""
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS
    from shizhong_cli.writing.draft_indicators import Files

    return Files(*((folder / name).read_text(encoding="utf-8") for name in (BASELINES, TARGETS)))


def problems_of(files: Files) -> list[Problem]:
    """Why files would no longer load; nothing where they do."""
    from shizhong_cli.reading.pack.catalogue import read_texts

    return list(read_texts(files.baselines, files.targets)[1])


def write_files(folder: Path, files: Files) -> None:
    """Write both files, or neither."""
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS
    from shizhong_cli.writing.files import Purpose, write_together

    contents = {folder / BASELINES: files.baselines, folder / TARGETS: files.targets}
    write_together({path: text.encode("utf-8") for path, text in contents.items()}, True, Purpose.REVIEW)


def is_past(role: str, period: str, text: str, year: int | None) -> bool:
    """Whether it is a target for a time that was over when the report with this text was given."""
    from shizhong_cli.core.figure.period import InvalidPeriod, parse_period
    from shizhong_cli.core.pack.terms import Role

    try:
        return role == Role.TARGET.value and parse_period(period).last.year < _year_of(text, year)
    except InvalidPeriod:
        return False


@lru_cache(maxsize=1)
def _year_of(text: str, year: int | None) -> int:
    """The year that a report plans."""
    from shizhong_cli.core.report.drafting.outline import outline_of

    return outline_of(text, year).year
