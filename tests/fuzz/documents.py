"""Texts of all kinds of bytes: read, or refused with a problem."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from running import run

PIECES = [
    "地区生产总值完成1451.6亿元，增长5%。",
    "市场主体超过12.6万户",
    "\n",
    "一、",
    "\t",
    "1" * 50,
    "百分之",
    "\ufeff",
    "\0",
    "é",
]
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "big5", "shift-jis", "euc-kr", "latin-1"]


def damaged(raw: bytes, chance: Random) -> bytes:
    """Bytes with a few of them changed, left out or doubled; sometimes none."""
    part = bytearray(raw)
    for _ in range(chance.choice((0, 1, 1, 4, 20))):
        if not part:
            break
        place, length = chance.randrange(len(part)), chance.choice((1, 2, 9, 60))
        match chance.randrange(3):
            case 0:
                part[place] = chance.randrange(256)
            case 1:
                del part[place : place + length]
            case 2:
                part[place:place] = part[place : place + length]
    return bytes(part)


def text(chance: Random) -> str:
    return "".join(chance.choices(PIECES, k=chance.randrange(30)))


def scanned(raw: bytes, name: str, chance: Random) -> None:
    """What the program makes of a file: numbers, or problems, and nothing else."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(raw)
        ran = run("scan", str(path), "--format", chance.choice(("table", "json", "csv", "markdown")))
    assert ran.code in (0, 2), ran
    assert "Traceback" not in ran.err, ran.err
    assert bool(ran.out) != (ran.code == 2), ran


def plain_text(chance: Random) -> None:
    raw = text(chance).encode(chance.choice(ENCODINGS), "replace")
    scanned(damaged(raw, chance), chance.choice(("text.txt", "text.md", "text", "text.docx", "text.pdf")), chance)


TARGETS = {"text": plain_text}
