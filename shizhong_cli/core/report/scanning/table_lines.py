"""A text as lines, each divided into the cells that it has: by tabs, by strokes (``| a | b |``) or by wide blanks.

Wide blanks divide no line that stands alone, and no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shizhong_cli.tuples import NamedTuple

LINE_OF_A_CELL = "\x19"
"""In a text as given, between digits that end one line of a cell and digits that begin the next."""
_BROKEN = re.compile(f"[-+]?[0-9.,，]+(?:{LINE_OF_A_CELL}[0-9.,，]+)+%?")
_BLANKS = re.compile(r"(?<=[^ \u3000])[ \u3000]{2,}(?=[^ \u3000])")
_STROKES = re.compile(r"\s*\|.*\|")
_RULE = re.compile(r"[-:=\s]*")
_BOUND = (
    "(?:超过?|约|近|不低于|不少于|不超过|不高于|[高低]于|[大小]于|达到?|控制在|增长|下降|降低|提高|减少|增加"
    "|[<>]=?|[≥≤]|[-+±−—])"
)
_UNIT = r"(?:[\s%‰]*[^-0-9\s—–~～至到\[\]]{0,6})?"
_END = rf"(?:[1-9][0-9]{{0,5}}|0)(?:\.[0-9]+)?{_UNIT}"
_VALUE = re.compile(
    rf"{_BOUND}{{0,2}}(?:[0-9][0-9.,]*{_UNIT}|{_END}(?:——|[-—–~～至到]){_END})|[\[〔【]-?[0-9][0-9.,]*{_UNIT}[\]〕】]"
)
"""A cell that holds a figure and nothing else: 12.5, ≥70, 6.5左右, 增长5%以上, 5—6, [15] for a sum of several years."""
_NOTES = re.compile(
    r"(?:\[\s?(?:注释?\s?)?[0-9]{1,3}(?:\s?[,，、~—–-]\s?[0-9]{1,3}){0,9}\s?\]|〔[0-9]{1,2}〕|\(注释?\s?[0-9]{1,2}\)|[①-⑳]+|(?<![A-Za-z⁰-⁹¹²³⁻])(?<!(?<![0-9.])10)[⁰-⁹¹²³]+)"
)
"""Marks of notes in a cell: 500[3], 地区生产总值①; m² and 10⁸ have none."""
_TIME = re.compile(
    r"(?:19|20)[0-9]{2}(?:年.{0,8}|[-—~](?:19|20)?[0-9]{2}年?)?|[0-9]{1,2}(?:[-—~至][0-9]{1,2})?(?:月|季度).{0,4}"
)


class Part(NamedTuple):
    """One cell as it stands in the text."""

    start: int
    end: int
    text: str


def is_number(text: str) -> bool:
    """Whether a cell holds a number, which may be a year."""
    return _VALUE.fullmatch(text) is not None


def is_sum(text: str) -> bool:
    """Whether a cell says the sum of several years, in the brackets that plans put around one."""
    return text[:1] in _OPENING and is_number(text)


_OPENING = ("[", "〔", "【")


def is_value(text: str) -> bool:
    """Whether a cell holds a figure, or that there is none."""
    return (is_number(text) and not is_time(text)) or is_without_sign(text) or _BROKEN.fullmatch(text) is not None


def is_without_sign(text: str) -> bool:
    """Whether a cell holds a number in a form that accounts have for less than nothing, and notes for their marks."""
    return _WITHOUT_SIGN.fullmatch(text) is not None


def holds_number(text: str) -> bool:
    """Whether a cell holds a number, with a sign that can be read or not."""
    return is_number(text) or is_without_sign(text)


_WITHOUT_SIGN = re.compile(r"\([-+]?[0-9][0-9.,]*[%‰]?\)|[△▲]\s?[0-9][0-9.,]*[%‰]?")


def are_numbered(texts: Sequence[str]) -> bool:
    """Whether cells number the columns below them: (1) (2) (3); the first may say something else."""
    return any(_count_on(filled) for filled in (texts, texts[1:]))


def _count_on(texts: Sequence[str]) -> bool:
    return len(texts) > 1 and list(texts) == [f"({n})" for n in range(1, len(texts) + 1)]


def is_time(text: str) -> bool:
    """Whether a cell holds a year, or a part of one."""
    return _TIME.fullmatch(text) is not None


def lines_of(text: str) -> Iterator[tuple[list[Part], bool]]:
    """The cells of each line, one where it is none of a table, and whether blanks divide them.

    Wide blanks divide no line that stands alone, and no sentence.
    """
    waiting: list[tuple[list[Part], Part]] = []
    start = 0
    for line in text.split("\n"):
        whole = _part(start, line)
        parts = _parts(start, line)
        start += len(line) + 1
        is_marked = not _SIGNS.isdisjoint(line)
        if not is_marked and _is_row(parts, whole.text, bool(waiting)):
            waiting.append((parts, whole))
        elif len(parts) > 1 or whole.text:
            yield from _settled(waiting)
            waiting = []
            yield (parts if is_marked else [whole]), False
    yield from _settled(waiting)


def _is_row(parts: Sequence[Part], line: str, goes_on: bool) -> bool:
    """Whether a line may be one of a table whose cells wide blanks divide; one cell alone names the rows below it."""
    if _is_sentence(line):
        return False
    return len(parts) > 1 or (goes_on and 0 < len(line) <= _LONGEST_GROUP)


_LONGEST_GROUP = 14


def _is_sentence(line: str) -> bool:
    """Whether a line has the stops of one; 其中，税收收入 is the head of a row."""
    return bool(_STOP.search(line.removeprefix("其中，")))


_STOP = re.compile("[，。；]")
_SIGNS = frozenset("\t|")
"""What divides the cells of a line, whatever it says."""


def _settled(waiting: Sequence[tuple[list[Part], Part]]) -> Iterator[tuple[list[Part], bool]]:
    """Lines with wide blanks: rows where several follow each other and one has a value, else lines of text."""
    rows = [parts for parts, _ in waiting if len(parts) > 1]
    is_table = len(rows) > 1 and any(map(_has_value, rows))
    for parts, whole in waiting:
        yield (parts if is_table else [whole]), True


def _has_value(parts: Sequence[Part]) -> bool:
    return any(is_value(part.text) for part in parts[1:])


def _parts(start: int, line: str) -> list[Part]:
    if "\t" in line.removeprefix("\t"):
        return _divided(start, line, "\t")
    if _STROKES.fullmatch(line):
        parts = _divided(start, line, "|")[1:-1]
        return [_part(start, "")] if all(_RULE.fullmatch(part.text) for part in parts) else parts
    parts, position = [], 0
    for blanks in _BLANKS.finditer(line):
        parts.append(_part(start + position, line[position : blanks.start()]))
        position = blanks.end()
    return [*parts, _part(start + position, line[position:])]


def _divided(start: int, line: str, sign: str) -> list[Part]:
    parts = []
    for text in line.split(sign):
        parts.append(_part(start, text))
        start += len(text) + 1
    return parts


def _part(start: int, text: str) -> Part:
    text, end = _IN_A_YEAR.sub("", text.strip()), start + len(text)
    return Part(start, end, text if _SUM.fullmatch(text) else _NOTES.sub("", text).strip())


_IN_A_YEAR = re.compile(r"(?<=(?<![0-9])(?:19|20)[0-9]{2})[ \u3000]+(?=年)")
"""The blanks in 2025 年."""
_SUM = re.compile(r"[\[〔]-?[0-9.]+[\]〕]")
"""All of a cell: a sum of several years, and no mark of a note."""
