"""Where a text names an indicator in what it tells of the past: the clause, and whether a number stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shizhong_cli.core.report.drafting.outline import Outline, outline_of
from shizhong_cli.tuples import NamedTuple

_CLAUSE = re.compile(r"[^。；;!?！？\n]+")
_PART = re.compile(r"[^，,、]+")
_DIGIT = re.compile(r"[0-9０-９]|百分之|[一二三四五六七八九十百千万]+(?:个|家|户|人|项|亿|%)")


class Named(NamedTuple):
    """One place where a name stands."""

    line: int
    column: int
    clause: str
    with_number: bool


def named_in(text: str, names: Sequence[str]) -> Named | None:
    """The first place that has one of the names, one with a number before others; not where the text looks ahead."""
    found = list(_places(text, names))
    return next((one for one in found if one.with_number), found[0] if found else None)


def _places(text: str, names: Sequence[str]) -> Iterator[Named]:
    outline = outline_of(text)
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        for sentence in _CLAUSE.finditer(line):
            if not _is_ahead(outline, start + sentence.start()):
                yield from _in_sentence(sentence[0], number, sentence.start(), names)
        start += len(line) + 1


def _is_ahead(outline: Outline, offset: int) -> bool:
    """Whether a place speaks of what is to come."""
    at = outline.sentence_at(offset)
    return at >= 0 and outline.eras[at][1].ahead


def _in_sentence(sentence: str, line: int, column: int, names: Sequence[str]) -> Iterator[Named]:
    for name in names:
        at = sentence.find(name)
        if at >= 0:
            clause = _around(sentence, at, len(name))
            yield Named(line, column + at + 1, clause, bool(_DIGIT.search(clause.replace(name, ""))))


def _around(sentence: str, at: int, length: int) -> str:
    """The part of a sentence that a name stands in, with the next part where that is short: …增速，增长5%."""
    for part in _PART.finditer(sentence):
        if part.start() <= at < part.end():
            return sentence[part.start() : part.end()].strip()
    return sentence[at : at + length]
