"""What the system and the libraries say never reaches a reader: causes are told by our own words."""

from __future__ import annotations

import ast
import csv
import errno
import os
from pathlib import Path

import pytest
from running import ROOT, run

from shizhong_cli.causes import Cause, NotRegular, cause_of
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.report.documents import read_document
from shizhong_cli.reading.tables import LONGEST_CELL, csv_rows
from shizhong_cli.rendering.sentences.names import problem_text
from shizhong_cli.rendering.wording import Language, Words

PACKAGE = ROOT / "shizhong_cli"
THEIRS = "the words of somebody else"
FOREIGN = {"args", "strerror", "msg", "message", "reason", "problem", "context", "note", "format_message", "__name__"}
"""Attributes of an exception that hold the words, or the name, that a library chose."""
MAY_QUOTE = {
    "cli.py",  # an internal error, for whoever mends it
}


# ── none gets in ──────────────────────────────────────────────────────────────


def quoted(handler: ast.ExceptHandler) -> list[str]:
    """Where the handler of an exception puts the exception itself, or words of it, into something."""
    found = []
    for node in ast.walk(ast.Module(handler.body, [])):
        inside = node.value if isinstance(node, (ast.FormattedValue, ast.Attribute)) else None
        if isinstance(node, ast.Attribute) and node.attr not in FOREIGN:
            continue
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("str", "repr", "type", "getattr"):
            inside = node.args[0]
        if isinstance(inside, ast.Name) and inside.id == handler.name:
            found.append(f"{node.lineno}: {ast.unparse(node)}")
    return found


def inside(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_no_words_of_an_exception_are_passed_on():
    found, asked = {}, []
    for path in sorted(PACKAGE.rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        handlers = [node for node in nodes if isinstance(node, ast.ExceptHandler) and node.name]
        if places := [place for handler in handlers for place in quoted(handler)]:
            found[inside(path)] = places
        asked += [inside(path) for node in nodes if isinstance(node, ast.Attribute) and node.attr == "strerror"]
    assert {path: places for path, places in found.items() if path not in MAY_QUOTE} == {}
    assert asked == []


@pytest.mark.parametrize(
    "body",
    ["f(str(e))", "f(f'{e}')", "f(f'{e!r}')", "f(e.strerror)", "f(e.args[0])", "f(type(e).__name__)", "f(e.msg)"],
)
def test_what_is_looked_for_is_found(body):
    (handler,) = ast.parse(f"try: f()\nexcept OSError as e: {body}").body[0].handlers
    assert quoted(handler)


# ── the system ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", sorted(errno.errorcode.values()))
@pytest.mark.parametrize("language", Language)
def test_every_number_of_the_system_has_our_words(name, language):
    """Whatever the system calls it; what we have no word for is told by the name of its number."""
    cause = cause_of(OSError(getattr(errno, name), THEIRS))
    line = problem_text(Problem(Place("a"), "Y001", cause), Words(language))
    assert THEIRS not in line
    assert cause == name or isinstance(cause, Cause)
    assert line.endswith(Words(language)(f"cause.{cause}") if isinstance(cause, Cause) else name)


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (OSError(errno.ENOENT, THEIRS), Cause.NOT_FOUND), (OSError(errno.EPERM, THEIRS), Cause.PERMISSION),
        (OSError(errno.ENOSPC, THEIRS), Cause.NO_SPACE), (OSError(errno.EMFILE, THEIRS), Cause.TOO_MANY_OPEN),
        (OSError(errno.EPROTO, THEIRS), "EPROTO"), (OSError(THEIRS), Cause.UNKNOWN), (NotRegular(), Cause.NOT_REGULAR),
        (RuntimeError(THEIRS), Cause.LOOP), (ValueError(THEIRS), Cause.BAD_NAME),
    ],
)  # fmt: skip
def test_causes(error, cause):
    assert cause_of(error) == cause


def test_a_word_of_the_user_is_no_cause():
    line = problem_text(Problem(Place("a"), "A001", "folder"), Words(Language.ZH))
    assert "folder" in line
    assert Words(Language.ZH)("cause.folder") not in line


@pytest.mark.parametrize("lang", list(Language))
@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.EMFILE, errno.EPROTO])
def test_reading_and_writing_say_the_same_on_every_system(tmp_path, monkeypatch, lang, number):
    def refuse(*_, **__):
        raise OSError(number, THEIRS)

    monkeypatch.setattr(Path, "open", refuse)
    read = run("scan", "LICENSE", lang=lang)
    monkeypatch.undo()
    monkeypatch.setattr(os, "fsync", refuse)
    written = run("export", "--format", "json", "--output", str(tmp_path / "a.json"), lang=lang)
    for ran, code in ((read, "Y001"), (written, "W002")):
        cause = cause_of(OSError(number, ""))
        assert (ran.code, ran.out) == (2, "")
        assert f" {code} " in ran.err
        assert ran.err.strip().endswith(Words(lang)(f"cause.{cause}") if isinstance(cause, Cause) else cause)


# ── the libraries ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ('a,"b\n', Cause.QUOTES), ('a,"b"c\n', Cause.QUOTES), ('"', Cause.QUOTES),
        ("x" * (LONGEST_CELL + 1), Cause.LONG_CELL), (f'"{"x" * (LONGEST_CELL + 1)}"', Cause.LONG_CELL),
    ],
)  # fmt: skip
def test_csv(text, cause):
    problems: list[Problem] = []
    before = csv.field_size_limit()
    assert csv_rows(text, "a.csv", problems) == []
    assert [(problem.code, problem.found) for problem in problems] == [("A008", cause)]
    assert csv.field_size_limit() == before
    assert len(csv_rows("x" * LONGEST_CELL, "a.csv", problems)) == 1


@pytest.mark.parametrize(
    ("name", "raw", "cause"),
    [
        ("a.pdf", b"", Cause.EMPTY), ("a.pdf", b"%PDF-1.7\nnothing\n", Cause.DAMAGED),
        ("a.docx", b"", Cause.EMPTY), ("a.docx", b"PK\x03\x04 nothing", Cause.DAMAGED),
    ],
)  # fmt: skip
def test_documents(tmp_path, name, raw, cause):
    pytest.importorskip("docx", reason="the extra documents is not installed")
    pytest.importorskip("pypdfium2", reason="the extra documents is not installed")
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(CannotGoOn) as caught:
        read_document(tmp_path / name)
    assert [(problem.code, problem.found) for problem in caught.value.problems] == [("D002", cause)]
