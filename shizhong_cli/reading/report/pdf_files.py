"""The text of a PDF: its characters by a process of its own (``pdf_process``), put together by ``pdf_layout``."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import starmap
from typing import Any, NoReturn

from shizhong_cli.causes import Cause
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.files import too_large
from shizhong_cli.reading.report import pdf_process
from shizhong_cli.reading.report.pdf_grids import Rule, with_rows_of_grids
from shizhong_cli.reading.report.pdf_layout import page_texts
from shizhong_cli.reading.report.pdf_rows import Piece

MEMORY, SECONDS = 160, 4
"""What reading one may take: mebibytes beyond the file and the program, and seconds of computing."""
_PATIENCE = 5
"""How many times the seconds of computing may pass by the clock."""


def pdf_pages(raw: bytes, file: str, most_text: int) -> list[str]:
    """What the pages repeat, the text of every page, and their notes. Raises ``CannotGoOn``."""
    command = [sys.executable, "-P", pdf_process.__file__, str(most_text), str(MEMORY), str(SECONDS)]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=SECONDS * _PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        _refuse(Problem(Place(file), "D009", expected=f"{SECONDS} s, {MEMORY} MiB"))
    match done.returncode:
        case 0:
            return page_texts([page if isinstance(page, str) else _pieces(*page) for page in json.loads(done.stdout)])
        case pdf_process.BROKEN:
            _refuse(Problem(Place(file), "D002", Cause.DAMAGED, "PDF"))
        case pdf_process.LOCKED:
            _refuse(Problem(Place(file), "D007", "PDF"))
        case pdf_process.LONG_TEXT:
            _refuse(too_large(file, most_text))
        case _:  # too much of anything, or the end that a lack of memory makes of it
            _refuse(Problem(Place(file), "D009", expected=f"{SECONDS} s, {MEMORY} MiB"))


def _pieces(pieces: list[list[Any]], level: list[Rule], upright: list[Rule]) -> list[Piece]:
    """The pieces of a page, those of a ruled table as its rows."""
    return with_rows_of_grids(list(starmap(Piece, pieces)), level, upright)


def _refuse(problem: Problem) -> NoReturn:
    raise CannotGoOn([problem])
