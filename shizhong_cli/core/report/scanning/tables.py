"""The cells of tables, with what the heads of their rows and columns say: ``cells_of``.

A table is a run of lines with tabs, with strokes (``| a | b |``) or with wide blanks between their cells. Lines without
a value are the heads of the columns below them; the texts to the left of a cell are the head of its row. A head that is
said of several columns fills those that are empty beside it. Where a row has not as many cells as there are heads, its
cells have no column, and that is told rather than guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from shizhong_cli.core.figure.characters import is_whole_number

_BLANKS = re.compile(r"(?<=[^ \u3000])[ \u3000]{2,}(?=[^ \u3000])")
_STROKES = re.compile(r"\s*\|.*\|")
_RULE = re.compile(r"[-:=\s]*")
_VALUE = re.compile(r"(?:超过?|约|近|[<>]=?|[≥≤]|[-+±−—])?[0-9][0-9.,]*(?:[\s%‰]*[^0-9\s]{0,6})?")
_NOTHING = frozenset(("", "-", "—", "——", "–", "…", "……", "/", "*"))
_NOTES = re.compile(
    r"(?:\[\s?(?:注释?\s?)?[0-9]{1,3}(?:\s?[,，、~—–-]\s?[0-9]{1,3}){0,9}\s?\]|〔[0-9]{1,2}〕|\(注释?\s?[0-9]{1,2}\)|[①-⑳]+|(?<![A-Za-z⁰-⁹¹²³⁻])(?<!(?<![0-9.])10)[⁰-⁹¹²³]+)"
)
"""Marks of notes in a cell: 500[3], 地区生产总值①; m² and 10⁸ have none."""
_NO_HEAD = re.compile(
    r"\(?\+?[0-9]+(?:\)?[-—–:：/、()转#+][0-9]+)+\)?|(?:1[0-9]|[0-9]|2[0-4])(?:时|点)(?:[0-9]{1,2}分|半)?"
)
"""Telephone numbers, ratios and times of the day, which are no figure, and no heads of columns either."""
_TIME = re.compile(
    r"(?:19|20)[0-9]{2}(?:年.{0,8}|[-—~](?:19|20)?[0-9]{2}年?)?|[0-9]{1,2}(?:[-—~至][0-9]{1,2})?(?:月|季度).{0,4}"
)
_ABOVE = re.compile(r"[(（]?(?:计量)?单位[:：]\s*([^()（）0-9、,，/和\s]{1,8})[)）]?\s*\Z")
_PAGE = re.compile(r"[-—–·\s]*[0-9]{1,4}[-—–·\s]*")
_UNITS = re.compile(r"(?:计量)?单位")
_LONGEST = 40
"""Characters at the end of a line that can tell the unit of the table below it."""


_MOST_HEADS = 5
"""Lines of heads above one table."""


class Cell(NamedTuple):
    """What is said of one cell."""

    column: str = ""  # the heads of its column, from above
    row: str = ""
    unit: str = ""  # of its row, in a column of units
    above: str = ""  # the unit of the whole table


class Part(NamedTuple):
    """One cell as it stands in the text."""

    start: int
    end: int
    text: str


class Cells:
    """The cells of all tables of a text, to be asked by place."""

    def __init__(self, found: Sequence[tuple[int, int, Cell]]) -> None:
        self.found = found
        self.starts = [start for start, _, _ in found]

    def at(self, offset: int) -> Cell | None:
        """The cell that a place is in; nothing outside of tables."""
        position = bisect_right(self.starts, offset) - 1
        return self.found[position][2] if position >= 0 and offset < self.found[position][1] else None


def cells_of(text: str) -> Cells:
    """Find them; the text is one of half width, so that places are those of the text as given."""
    found: list[tuple[int, int, Cell]] = []
    table = _Table("")
    for parts, is_wide in _lines(text):
        if len(parts) > 1:
            found += (it for it in table.row(parts) if not is_wide or _is_told(text[it[0] : it[1]], it[2]))
        elif parts[0].text and not _PAGE.fullmatch(parts[0].text):
            table = _Table(_above(parts[0].text))
    return Cells(found)


def _is_told(printed: str, cell: Cell) -> bool:
    """Whether heads say more than words between blanks do: 下辖  12个镇  3个乡 is no row of a table."""
    return bool(cell.column or cell.unit or cell.above) or not _OWN_UNIT.search(printed)


_OWN_UNIT = re.compile(r"[0-9]\s*[^-0-9.,%‰\s]")


def _above(line: str) -> str:
    """The unit that a line says of the table below it."""
    match = _ABOVE.search(line[-_LONGEST:])
    return match[1] if match else ""


def _lines(text: str) -> Iterator[tuple[list[Part], bool]]:
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
        if not is_marked and len(parts) > 1 and not _is_sentence(whole.text):
            waiting.append((parts, whole))
        elif len(parts) > 1 or whole.text:
            yield from _settled(waiting)
            waiting = []
            yield (parts if is_marked else [whole]), False
    yield from _settled(waiting)


def _is_sentence(line: str) -> bool:
    """Whether a line has the stops of one; 其中，税收收入 is the head of a row."""
    return bool(_STOP.search(line.removeprefix("其中，")))


_STOP = re.compile("[，。；]")
_SIGNS = frozenset("\t|")
"""What divides the cells of a line, whatever it says."""


def _settled(waiting: Sequence[tuple[list[Part], Part]]) -> Iterator[tuple[list[Part], bool]]:
    """Lines with wide blanks: rows where several follow each other and one has a value, else lines of text."""
    is_table = len(waiting) > 1 and any(_has_value(parts) for parts, _ in waiting)
    for parts, whole in waiting:
        yield (parts if is_table else [whole]), True


def _has_value(parts: Sequence[Part]) -> bool:
    return any(_is_value(part.text) for part in parts[1:])


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
    return Part(start, start + len(text), _NOTES.sub("", text).strip())


def _is_value(text: str) -> bool:
    """Whether a cell holds a figure, or that there is none."""
    return _VALUE.fullmatch(text) is not None and not _TIME.fullmatch(text)


class _Table:
    """What the lines of one table have said so far."""

    def __init__(self, above: str) -> None:
        self.above = above
        self.heads: list[list[str]] = []
        self.has_begun = False  # a row of values came behind the heads
        self.labels: list[str] = []  # the texts of the last row

    def row(self, parts: Sequence[Part]) -> Iterator[tuple[int, int, Cell]]:
        """The cells of one line with their heads; none where the line is one of heads itself."""
        texts = [part.text for part in parts]
        named = sum(text not in _NOTHING for text in texts)
        if not any(map(_is_value, texts)) and not self._goes_on(texts):
            self._head(texts, named)
            return
        self.has_begun = True
        columns, labels = self._columns(len(parts)), self._labels(texts)
        rows = _row_heads(labels, columns)
        unit = next((text for text, head in zip(texts, columns, strict=True) if _UNITS.fullmatch(head)), "")
        for i, part in enumerate(parts):
            if _VALUE.fullmatch(part.text) and not (i == 0 and labels[0]):
                yield part.start, part.end + 1, Cell(columns[i], rows[i], unit, self.above)
        self.labels = labels

    def _goes_on(self, texts: Sequence[str]) -> bool:
        """Whether a line without a value is a row all the same: one of times or of telephone numbers."""
        if self.heads and any(map(_is_no_head, texts[1:])):
            return True
        return self.has_begun and any(map(_TIME.fullmatch, texts[1:]))

    def _head(self, texts: list[str], named: int) -> None:
        """A line without a value: a unit, the name of a group of rows, or heads."""
        unit = next(filter(None, map(_above, texts)), "")
        if unit:
            self.above = unit
        elif named > 1:
            self.heads = [texts] if self.has_begun else [*self.heads, texts][-_MOST_HEADS:]
            self.has_begun, self.labels = False, []

    def _columns(self, count: int) -> list[str]:
        """The head of each of so many columns; none where there are not as many."""
        rows = [row for row in self.heads if len(row) == count]
        if not rows or rows[-1] is not self.heads[-1]:
            return [""] * count
        filled = [_filled(row, below) for row, below in zip_longest(rows, rows[1:], fillvalue=None) if row]
        return [_joined(heads) for heads in zip(*filled, strict=True)]

    def _labels(self, texts: Sequence[str]) -> list[str]:
        """The texts of a row; where its first is empty, that of the row above it."""
        labels = [
            "" if i and (_is_year(text) or _is_no_head(text)) else "" if _is_value(text) else text
            for i, text in enumerate(texts)
        ]
        first_two = len(labels) > 1 and not texts[0] and labels[1]
        return [self.labels[0], *labels[1:]] if first_two and self.labels else labels


def _is_no_head(text: str) -> bool:
    """Whether a text is a telephone number, a ratio or a time of the day."""
    return _NO_HEAD.fullmatch(text) is not None and not _TIME.fullmatch(text)


def _is_year(text: str) -> bool:
    return len(text) == 4 and is_whole_number(text)


def _filled(row: Sequence[str], below: Sequence[str] | None) -> list[str]:
    """A line of heads in which one that is said of several columns stands over each of them."""
    filled: list[str] = []
    for i, text in enumerate(row):
        goes_on = not text and i > 1 and below is not None and i < len(below) and below[i]
        filled.append(filled[-1] if goes_on else text)
    return filled


def _joined(heads: Sequence[str]) -> str:
    """The heads of a column, one below the other, as one."""
    joined = ""
    for head in dict.fromkeys(head for head in heads if head):
        joined += head if not joined or head.startswith(("(", "（")) else f" {head}"
    return joined


def _row_heads(labels: Sequence[str], columns: Sequence[str]) -> list[str]:
    """For each cell the texts nearest to the left of it."""
    heads: list[str] = []
    head, goes_on = "", False
    for label, column in zip(labels, columns, strict=True):
        heads.append(head)
        is_text = label not in _NOTHING
        if is_text and not _UNITS.fullmatch(column):
            head = f"{head} {label}" if goes_on and len(head) < _LONGEST else label
        goes_on = is_text
    return heads
