"""The numbers that coverage compares."""

from __future__ import annotations

from pathlib import Path

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.numbers import Numbers


def numbers_in(file: str, catalogue: Catalogue) -> Numbers:
    """The numbers of a text, or of an index where the name ends in .csv."""
    if file.lower().endswith(".csv"):
        from shizhong_cli.reading.report.number_index import read_index

        return read_index(Path(file), catalogue)
    from shizhong_cli.core.report.numbers import numbers_of
    from shizhong_cli.reading.report.documents import read_document

    return numbers_of(read_document(file), catalogue)
