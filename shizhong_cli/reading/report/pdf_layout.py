"""The text of the pages of a PDF, put together from where its pieces stand.

Columns are read one behind the other and never across; rows of a table have tabs between their cells, an empty one
included; a line that every page repeats is printed once, before everything else; the notes at the foot of the pages are
behind everything else. So no sentence has anything in it that stands between two pages or beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, groupby
from statistics import median

from shizhong_cli.reading.report.pdf_open_tables import with_open_tables
from shizhong_cli.reading.report.pdf_page_ends import whole_at_ends
from shizhong_cli.reading.report.pdf_paragraphs import paragraphs_of_rows
from shizhong_cli.reading.report.pdf_rows import Piece, Row, is_of_a_grid, parts_of, rows_of
from shizhong_cli.reading.report.pdf_tables import table_lines

_DIGITS = re.compile("[0-9]+")
_NOTE = re.compile(r"[①-⑳⁰¹²³⁴-⁹*＊]|\[[0-9]{1,3}\]|[0-9]{1,2}(?![0-9.．年月%])")
_PAGE_NUMBER = re.compile("[^0-9]{0,4}[0-9]{1,4}[^0-9]{0,4}(?:[0-9]{1,4}[^0-9]{0,3})?")
_EDGE_LINES = 2
"""So many rows from the top and from the bottom can be running heads."""
_SAME_HEIGHT = 4.0
_MOST_PAGES = 0.4
"""The least part of the pages that a running head stands on."""
_SMALLER = 0.92
_FEWEST, _SHORTEST = 3, 8
"""A column has so many lines, and in the middle so many characters a line."""
_MOST_COLUMNS = 2
"""A row of more pieces is one of a table."""
COLUMN_END = "\f"
"""Between two columns; what it divides may be one sentence."""
_MOST_EDGES = 12
"""So many places where lines begin are tried as the left edge of a column."""


Page = str | Sequence[Piece]
"""The text of a page that does not run from left to right, or the pieces of any other."""


def page_texts(pages: Sequence[Page]) -> list[str]:
    """The texts of the pages: what they repeat, each of them, their notes; what is empty is left out."""
    rows = [[] if isinstance(page, str) else rows_of(page) for page in pages]
    heads = _running_heads(rows)
    body = _body_size(rows)
    repeated: dict[str, str] = {}
    texts, notes = list[str](), list[str]()
    bodies: list[Sequence[Row]] = []
    for page, found in zip(pages, rows, strict=True):
        if isinstance(page, str):
            texts.append(page)
            bodies.append([])
            continue
        at_edge = [row for row in _edges(found) if _sign(row) in heads]
        for row in at_edge:
            repeated.setdefault(_sign(row)[0], _plain(row).replace("\t", " "))
        kept, foot = _without_notes([row for row in found if row not in at_edge], body)
        texts.append("\n".join(_lines(_pieces(kept))))
        bodies.append(kept)
        notes.append("\n".join(map(_with_mark, map(_plain, foot))))
    return [text for text in ("\n".join(repeated.values()), *whole_at_ends(texts, bodies), *notes) if text]


def _pieces(rows: Iterable[Row]) -> list[Piece]:
    return list(chain.from_iterable(rows))


def _sign(row: Row) -> tuple[str, int]:
    """What is the same of a running head on every page: its words, and about where it stands."""
    text = "".join("".join(piece.text.split()) for piece in row)
    return _DIGITS.sub("0", text), round(row[0].baseline / _SAME_HEIGHT)


def _edges(rows: Sequence[Row]) -> list[Row]:
    return [*rows[:_EDGE_LINES], *rows[-_EDGE_LINES:]]


def _running_heads(pages: Sequence[Sequence[Row]]) -> frozenset[tuple[str, int]]:
    """The rows that the pages repeat at their upper or lower edge; a page number alone is none of them."""
    counted: Counter[tuple[str, int]] = Counter()
    for rows in pages:
        counted.update({_sign(row) for row in _edges(rows) if _may_repeat(row)})
    least = max(2, _MOST_PAGES * sum(map(bool, pages)))
    return frozenset(sign for sign, count in counted.items() if count >= least and not _PAGE_NUMBER.fullmatch(sign[0]))


def _may_repeat(row: Row) -> bool:
    """Whether a row is no part of a table that goes on from page to page."""
    if is_of_a_grid(row) or any(_OF_TABLES.match(piece.text) for piece in row):
        return False
    return len(row) == 1 or (len(row) == 2 and any(_PAGE_NUMBER.fullmatch(piece.text.strip()) for piece in row))


_OF_TABLES = re.compile(r"[(（]?(?:计量)?单位[:：]|[(（]?续[表上]")


def _body_size(pages: Iterable[Iterable[Row]]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for piece in _pieces(chain.from_iterable(pages)):
        sizes[round(2 * piece.size) / 2] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _without_notes(rows: list[Row], body: float) -> tuple[list[Row], list[Row]]:
    """The rows of a page, and the notes at its foot: smaller than the text, the first of them with a mark."""
    end = len(rows)
    while end and _PAGE_NUMBER.fullmatch(_plain(rows[end - 1]).strip()):
        end -= 1
    begin = end
    while begin and not is_of_a_grid(rows[begin - 1]) and max(it.size for it in rows[begin - 1]) < _SMALLER * body:
        begin -= 1
    while begin < end and not _NOTE.match(_plain(rows[begin]).lstrip()):
        begin += 1
    return [*rows[:begin], *rows[end:]], rows[begin:end]


def _with_mark(note: str) -> str:
    """A note whose own mark is raised, as it is behind the word that it explains."""
    return _PLAIN_MARK.sub(lambda mark: mark[0].translate(_RAISED), note)


_PLAIN_MARK = re.compile(r"\A[0-9]{1,2}(?![0-9.．年月%])")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _plain(row: Row) -> str:
    return "\t".join(piece.text for piece in row)


def _lines(pieces: Sequence[Piece]) -> list[str]:
    """The lines of a page or of a part of it, in the order in which they are read."""
    rows, lines = rows_of(pieces), list[str]()
    most = _most_columns(rows)
    gutter = _gutter(pieces) or _gutter(_pieces(row for row in rows if len(row) <= most))
    if gutter is None:
        return _single(pieces)
    for crossing, both in groupby(zip(_are_across(rows, gutter, most), rows, strict=True), key=lambda pair: pair[0]):
        lines += _of_part(_pieces(row for _, row in both), gutter, crossing)
    return lines


def _most_columns(rows: Sequence[Row]) -> int:
    """How many columns of text the rows may have: two, or more where their pieces are as long as lines of text."""
    more = [row for row in rows if len(row) > _MOST_COLUMNS]
    is_text = bool(more) and _length(_pieces(more)) >= _SHORTEST
    return Counter(map(len, rows)).most_common(1)[0][0] if is_text else _MOST_COLUMNS


def _of_part(part: Sequence[Piece], gutter: float, crossing: bool) -> list[str]:
    """The lines of rows that all cross the space between the columns, or that all do not."""
    left = [piece for piece in part if piece.right <= gutter + 1]
    right = [piece for piece in part if piece.right > gutter + 1]
    if crossing or not (_are_columns(left, right, gutter) or _runs_to(left, gutter)):
        return _single(part)
    return [*_lines(left), COLUMN_END, *_lines(right)] if right else _lines(left)


def _are_across(rows: Sequence[Row], gutter: float, most: int) -> list[bool]:
    """Which rows cross the space between two columns: they do, they are of a table, or the title above one."""
    across = [_is_across(row, gutter, most) for row in rows]
    for n in range(len(rows) - 2, -1, -1):
        across[n] = across[n] or (across[n + 1] and _OF_A_TABLE.match(rows[n][0].text.strip()) is not None)
    return across


def _is_across(row: Row, gutter: float, most: int) -> bool:
    return len(row) > most or any(_crosses(piece, gutter) for piece in row)


_OF_A_TABLE = re.compile("[附续]?[表图][0-9一二三四五六七八九十]|专栏|[(（]?(?:计量)?单位[:：]")


def _crosses(piece: Piece, gutter: float) -> bool:
    return piece.left < gutter - 1 and piece.right > gutter + 1


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Where a second column begins; nothing where there is one only."""
    lefts = Counter(round(piece.left) for piece in pieces)
    for place, count in sorted(lefts.items(), key=lambda it: (-it[1], it[0]))[:_MOST_EDGES]:
        if count < _FEWEST:
            return None
        left = [piece for piece in pieces if piece.right <= place + 1]
        right = [piece for piece in pieces if piece.left >= place - 1]
        if _are_columns(left, right, place):
            return place - 0.5
    return None


def _are_columns(left: Sequence[Piece], right: Sequence[Piece], gutter: float) -> bool:
    """Whether what stands on both sides is running text, side by side: no table has cells as long as its columns."""
    if min(len(left), len(right)) < _FEWEST:
        return False
    return _runs_to(left, gutter) and _length(right) >= _SHORTEST and _are_beside(left, right)


def _runs_to(left: Sequence[Piece], gutter: float) -> bool:
    """Whether lines are those of a column that ends at a place, and no cells."""
    if not left:
        return False
    first = min(piece.left for piece in left)
    fills = median(piece.right - piece.left for piece in left) > 0.6 * (gutter - first)
    return fills and _length(left) >= _SHORTEST


def _length(side: Sequence[Piece]) -> float:
    return median(len(piece.text) for piece in side)


def _are_beside(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    one, other = _heights(left), _heights(right)
    return min(one[1], other[1]) > max(one[0], other[0])


def _heights(side: Sequence[Piece]) -> tuple[float, float]:
    heights = [piece.baseline for piece in side]
    return min(heights), max(heights)


def _single(pieces: Sequence[Piece]) -> list[str]:
    """The lines of one column: rows of one piece as they are, several rows of more as a table."""
    lines: list[str] = []
    rows = rows_of(pieces)
    every, of_tables = with_open_tables(rows, _are_of_tables(rows))
    text = _pieces(row for row, wide in zip(every, of_tables, strict=True) if not (wide or is_of_a_grid(row)))
    margin, edge = _margin(text), _edge([piece.right for piece in (text if len(text) > _FEW_LINES else pieces)])
    kinds = [(is_of_a_grid(row), wide) for row, wide in zip(every, of_tables, strict=True)]
    for (in_grid, wide), both in groupby(zip(kinds, every, strict=True), key=lambda pair: pair[0]):
        rows = [row for _, row in both]
        if in_grid:
            lines += map(_plain, rows)
        elif wide and len(rows) > 1:
            lines += table_lines(list(map(_placed, rows)))
        else:
            lines += paragraphs_of_rows(rows, margin, edge)
    return lines


def _placed(row: Row) -> list[tuple[str, float, float]]:
    return [piece[:3] for piece in parts_of(row)]


def _are_of_tables(rows: Sequence[Row]) -> list[bool]:
    """Which rows have wide spaces in them, or as many narrow ones as those beside them."""
    wide = [len(row) > 1 for row in rows]
    counts = [len(list(parts_of(row))) for row in rows]
    usual = Counter(count for count, is_wide in zip(counts, wide, strict=True) if is_wide).most_common(1)
    for order in (range(1, len(rows)), range(len(rows) - 2, -1, -1)):
        for n in order:
            beside = wide[n - order.step]
            wide[n] = wide[n] or (beside and counts[n] >= max(2, usual[0][0] - 1) and not _SAYS.search(_plain(rows[n])))
    return wide


_SAYS = re.compile("[，。；]|^[附续]?[表图][0-9一二三四五六七八九十]")
"""A sentence, or the title of a table."""


def _edge(rights: Sequence[float]) -> float:
    """Where lines end at most, but for a few that are longer."""
    return sorted(rights)[-1 - len(rights) // _LONGER] if rights else 0.0


_FEW_LINES = 8
"""So few lines between tables may all be short: then the tables tell how wide lines can be."""
_LONGER = 10
"""One of so many lines may be longer."""


def _margin(pieces: Sequence[Piece]) -> float:
    """Where most lines begin."""
    lefts = Counter(round(piece.left) for piece in pieces)
    most = max(lefts.values(), default=0)
    return min((place for place, count in lefts.items() if count == most), default=0)
