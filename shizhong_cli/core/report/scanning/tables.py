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

from shizhong_cli.core.figure.characters import is_whole_number
from shizhong_cli.core.report.scanning.pages import is_page_number
from shizhong_cli.core.report.scanning.table_lines import (
    Part,
    are_numbered,
    holds_number,
    is_sum,
    is_time,
    is_value,
    lines_of,
)
from shizhong_cli.tuples import NamedTuple

_NOTHING = frozenset(("", "-", "—", "——", "–", "…", "……", "/", "*"))
_NO_HEAD = re.compile(
    r"\(?\+?[0-9]+(?:\)?[-—–:：/、()转#+][0-9]+)+\)?|(?:1[0-9]|[0-9]|2[0-4])(?:时|点)(?:[0-9]{1,2}分|半)?"
)
"""Telephone numbers, ratios and times of the day, which are no figure, and no heads of columns either."""
_ABOVE = re.compile(r"[(（]?(?:计量)?单位[:：]\s*(?P<units>[^()（）0-9:：。;；]{0,24}?)[)）]?\s*\Z")
"""单位：亿元; 单位：亿元、% names besides that of rates; 单位：亿元、万人、% names none that every amount is in."""
_BETWEEN_UNITS = re.compile(r"[、,，和及\s]+|/(?=\s*[%‰])")
_OF_RATES = ("%", "‰")
_LONGEST_UNIT = 8

_UNITS = re.compile("(?:计量)?单位")
_BINDING = re.compile("(?:指标)?(?:属性|性质|类型)")
_ONLY_MEASURED = re.compile(
    r"(?:其中[:：])?(?:[比较](?:上年|去年)(?:同期)?|同比|环比|名义|实际)*(?:增长|增速|增幅|增减|升降|涨幅|下降|±)?(?:率|幅度)?(?:\([^()]*\)|%)?"
)
"""The head of a row that says how the row above it grew."""
_GROUP = re.compile("[^表图注,，。;；:0-9|][^,，。;；:|0-9]{1,13}")
"""A line that stands alone between rows and names those below it: 一、经济发展."""
_GOES_ON = re.compile(r"[(（]?(?:续|接上)[上前]?表?[0-9一二三四五六七八九十-]{0,4}[)）]?|表[0-9-]{1,4}[(（]续[)）]")
"""What stands above the part of a table on the next page."""
_LONGEST_TITLE = 60
_LONGEST = 40
"""Characters at the end of a line that can tell the unit of the table below it."""


_TITLE_AND_UNIT = 2
"""Texts of a line that is above the heads, though it is in the table."""
_MOST_HEADS = 5
"""Lines of heads above one table."""


class Cell(NamedTuple):
    """What is said of one cell."""

    column: str = ""  # the heads of its column, from above
    row: str = ""
    unit: str = ""  # of its row, in a column of units
    above: str = ""  # the unit of the whole table
    rates: str = ""  # the unit of its rates, where the table says one
    heads: tuple[str, ...] = ()  # of all columns
    place: int = 0  # which of them it is in
    title: str = ""  # the line above the table
    group: str = ""  # the line that stands alone above its row
    is_sum: bool = False  # of several years, as its brackets say: [15]
    named_above: str = ""  # the head of the row that this one says more of: 产量 above 同比增长
    binding: str = ""  # how firmly its row binds: 预期性, 约束性
    text: str = ""  # what stands in it

    @property
    def is_in_one_of_several_units(self) -> bool:
        """Whether the table has more units than one, and only the words of the heads can tell which is meant."""
        return bool(self.above and self.rates) and self.above != self.rates


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
    table = _Table()
    for parts, is_wide in lines_of(text):
        if len(parts) > 1:
            found += (it for it in table.row(parts) if not is_wide or _is_told(text[it[0] : it[1]], it[2]))
        elif parts[0].text and not is_page_number(parts[0].text):
            table = table.behind(parts[0].text)
    return Cells(found)


def _is_told(printed: str, cell: Cell) -> bool:
    """Whether heads say more than words between blanks do: 下辖  12个镇  3个乡 is no row of a table."""
    return bool(cell.column or cell.unit or cell.above) or not _OWN_UNIT.search(printed)


_OWN_UNIT = re.compile(r"[0-9]\s*[^-0-9.,%‰\s]")


class Units(NamedTuple):
    """What a table says of the units of its numbers."""

    amounts: str = ""  # the one that its amounts are in
    rates: str = ""


def _above(line: str) -> Units | None:
    """The units that a line says of the table below it; of several for amounts none is that of all."""
    match = _ABOVE.search(line[-_LONGEST:])
    named = [word for word in _BETWEEN_UNITS.split(match["units"]) if word] if match else []
    if not named or any(len(word) > _LONGEST_UNIT for word in named):
        return None
    rates = next((word for word in named if word in _OF_RATES), "")
    amounts = [word for word in named if word not in _OF_RATES]
    return Units(amounts[0] if len(amounts) == 1 else "" if amounts else rates, rates)


class _Table:
    """What the lines of one table have said so far."""

    def __init__(self, title: str = "", above: Units | None = None) -> None:
        self.title, self.above = title, above or Units()
        self.heads: list[list[str]] = []
        self.has_begun = False  # a row of values came behind the heads
        self.labels: list[str] = []  # the texts of the last row
        self.named = ""  # the head of the last row that names more than a measure
        self.group = ""  # the last line that stood alone between the rows
        self.bound = ""  # how firmly the last row binds
        self.is_interrupted = False  # by such a line, which may be the title of another table

    def behind(self, line: str) -> _Table:
        """The table that a line of text leaves: the same where it only names rows or goes on, else a new one."""
        if self.heads and (_GOES_ON.fullmatch(line) or _GROUP.fullmatch(line)):
            self.group = "" if _GOES_ON.fullmatch(line) else line
            self.is_interrupted = True
            return self
        units = _above(line)
        rest = _ABOVE.sub("", line).strip()
        title = rest if rest else "" if self.has_begun else self.title
        return _Table(title if len(title) <= _LONGEST_TITLE and not title.endswith("。") else "", units)

    def row(self, parts: Sequence[Part]) -> Iterator[tuple[int, int, Cell]]:
        """The cells of one line with their heads; none where the line is one of heads itself."""
        texts = [part.text for part in parts]
        named = sum(text not in _NOTHING for text in texts)
        if are_numbered(texts):
            return
        if not any(map(is_value, texts)) and not self._goes_on(texts):
            self._head(texts, named)
            return
        self.has_begun, self.is_interrupted = True, False
        columns, labels = self._columns(len(parts)), self._labels(texts)
        rows = _row_heads(labels, columns)
        common = self._common(texts[1:], columns)
        for i, part in enumerate(parts):
            if holds_number(part.text) and not (i == 0 and labels[0]):
                own = common._replace(column=columns[i], row=rows[i], place=i, is_sum=is_sum(part.text), text=part.text)
                yield part.start, part.end + 1, own._replace(named_above=self._named_above(rows[i]))
        self.labels = labels
        self.named = next((row for row in rows[1:] if row and not _ONLY_MEASURED.fullmatch(row)), self.named)

    def _common(self, texts: Sequence[str], columns: Sequence[str]) -> Cell:
        """What is said of all cells of a row; an empty cell of 属性 is one that the cell above reaches down to."""
        unit, binding = (_under(pattern, texts, columns[1:]) for pattern in (_UNITS, _BINDING))
        self.bound = binding or self.bound
        return Cell("", "", unit, *self.above, tuple(columns), 0, self.title, self.group, binding=self.bound)

    def _named_above(self, row: str) -> str:
        """What the rows above name, where this one has only a measure."""
        return self.named if _ONLY_MEASURED.fullmatch(row) else ""

    def _goes_on(self, texts: Sequence[str]) -> bool:
        """Whether a line without a value is a row all the same: one of times or of telephone numbers."""
        if self.heads and any(map(_is_no_head, texts[1:])):
            return True
        return self.has_begun and not self.is_interrupted and any(map(is_time, texts[1:]))

    def _head(self, texts: list[str], named: int) -> None:
        """A line without a value: a unit, the name of a group of rows, or heads."""
        of_the_table = [units for units in map(_above, texts if named <= _TITLE_AND_UNIT else texts[:1]) if units]
        self.above = of_the_table[0] if of_the_table else self.above
        if named > 1 and not (of_the_table and named == _TITLE_AND_UNIT and _above(texts[-1])):
            texts = [_ABOVE.sub("", texts[0]).strip(), *texts[1:]]
            if self.has_begun and self.group and texts not in self.heads:
                self.title, self.above = self.group, Units()
            self.heads = [texts] if self.has_begun else [*self.heads, texts][-_MOST_HEADS:]
            self.has_begun, self.labels, self.group, self.named, self.bound = False, [], "", "", ""

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
            "" if i and (_is_year(text) or _is_no_head(text)) else "" if is_value(text) else text
            for i, text in enumerate(texts)
        ]
        first_two = len(labels) > 1 and not texts[0] and labels[1]
        return [self.labels[0], *labels[1:]] if first_two and self.labels else labels


def _under(heads: re.Pattern[str], texts: Sequence[str], columns: Sequence[str]) -> str:
    """What a row says in the column with such a head."""
    return next((text for text, head in zip(texts, columns, strict=True) if heads.fullmatch(head)), "")


def _is_no_head(text: str) -> bool:
    """Whether a text is a telephone number, a ratio or a time of the day."""
    return _NO_HEAD.fullmatch(text) is not None and not is_time(text)


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
        if is_text and not (heads[1:] and _UNITS.fullmatch(column)):
            head = f"{head} {label}" if goes_on and len(head) < _LONGEST else label
        goes_on = is_text
    return heads
