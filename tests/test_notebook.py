"""The notebooks of ``examples/``: every cell gives what is stored below it.

The cells are run by the lines below and not by a kernel of Jupyter, which needs a server of its own: what they show is
the text of the last expression of a cell, as a kernel shows it.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from running import ROOT

NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))


def shown(source: str, names: dict[str, object]) -> str:
    """What a cell shows, with its names kept for the next."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    return repr(eval(compile(ast.Expression(last.value), "cell", "eval"), names)) if isinstance(last, ast.Expr) else ""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_cell_gives_what_is_stored(path: Path, monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    book, names, tried = json.loads(path.read_text(encoding="utf-8")), {}, 0
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            stored = ["".join(output["data"]["text/plain"]) for output in cell["outputs"]]
            assert [text for text in [shown("".join(cell["source"]), names)] if text] == stored
            tried += 1
    assert tried >= 5


def test_a_cell_shows_its_last_expression_alone() -> None:
    names: dict[str, object] = {}
    assert shown("a = 2\na * 21", names) == "42"
    assert shown("b = a", names) == ""
