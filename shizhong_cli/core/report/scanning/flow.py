"""The text of a document without its dirt: one run of characters in which numbers and units are whole.

Blanks, page numbers, footnote marks and emphasis are taken out, full-width characters are made half-width, digits of
other scripts become those of ASCII, and a paragraph that a page divides is put together again. Every character keeps
its place in the text as given. A line end that is real becomes ``\\n``; two numbers that only stand side by side are
kept apart by ``GAP``. Digits on both sides of a line end are one number only with proof that the line was full;
without proof of either they are kept apart by ``DOUBT``, and neither is a number.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from typing import NamedTuple

from shizhong_cli.core.figure.characters import FULL_WIDTH, is_digit, with_plain_digits

GAP = "\x1f"
DOUBT = "\x1e"
PAGE_BREAK = "\f"


class Mark(NamedTuple):
    """A number that belongs to the page and not to its sentences: list marker, footnote mark, page number."""

    start: int
    end: int
    paragraph: int
    digits: str


class Flow(NamedTuple):
    """The clean text."""

    plain: str
    offsets: array[int]  # of every character of ``plain`` in the text as given
    beginnings: list[int]  # where in ``plain`` each paragraph begins
    marks: list[Mark]

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph, from 1."""
        return bisect_right(self.beginnings, position)


_HALF = {full: half for full, half in FULL_WIDTH.items() if chr(half).isalnum() or chr(half) in ".%-+():/~[]#><"}
_HALF |= str.maketrans("∶︰−‐‑﹪", "::---%")
_HALF |= {c: ord(unicodedata.normalize("NFKC", chr(c))) for c in range(0x2F00, 0x2FD6)}  # ⼯ for 工, in some PDFs
_HALF |= str.maketrans("⺠⻓⻔⻋⻢⻥⻩⻅⻚⻛⻜⻬⻄", "民长门车马鱼黄见页风飞齐西")
"""Character for character, so that no place moves."""

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_PAGE = re.compile(r"[-—–─－·\s]*(?:第\s*)?([0-9]{1,4})\s*页?\s*(?:[/共]\s*(?:共\s*)?([0-9]{1,4})\s*页?)?[-—–─－·\s]*")
_HEADING = re.compile(
    r"#|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十百0-9]{1,4}[章节篇]|专栏[0-9]"
)
_MARKER = re.compile(
    r"\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|\([0-9]{1,3}\)|[0-9]{1,3}\)|[0-9]{1,3}\s?、(?![0-9])|[0-9]{1,2}\s?\.(?![0-9])"
)
_LEAD = re.compile(r"(?:#{1,6}\s+|[>|]\s*|[-*+]\s+)")
_DIRT = re.compile(
    r"(?P<page>(?<=[\u4e00-\u9fff])[ \t]*(?P<stroke>[-—–─])\s?[0-9]{1,4}\s?(?P=stroke)[ \t]*(?=[\u4e00-\u9fff]))"
    r"|(?P<blank>[\s\x00-\x1f\x7f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe]+)"
    r"|(?P<note>\[\s?[0-9]{1,3}\s?\]|〔[0-9]{1,2}〕)"
    r"|(?P<round>[①-⑳](?![0-9/])|(?<![A-Za-z⁰-⁹¹²³⁻])(?<!(?<![0-9.])10)[⁰-⁹¹²³](?![0-9/]))|(?P<emphasis>\*+|__|`+)"
)
MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Digits that stand for a list marker or a footnote."""
_CLOSING = "”’）)】》"
_STOPS = "。！？；：!?;:…"
_ROW = re.compile(r"[0-9]%?\s+[-+]?[0-9][0-9.,]*%?$")
"""The end of a line of numbers."""
_FULL, _RAGGED = 40, 6
"""In columns: no line that a page breaks is shorter, where it is alone; how much the lengths of such lines differ."""
_SHORT = 12  # a line of fewer characters is not one that a page has broken
_UNIT_LIKE = frozenset("%‰万亿千百元家个人户项余多倍吨亩公平立件所处座")


def flow_of(text: str) -> Flow:
    """Clean a text."""
    builder = _Builder(half_width(text))
    for line in _LINE.finditer(builder.text):
        builder.line(line.start(), line.end())
    return Flow("".join(builder.parts), builder.offsets, builder.beginnings or [0], builder.marks)


def half_width(text: str) -> str:
    """A text of the same length in which the only digits are 0 to 9; ① and ² are none."""
    return with_plain_digits(text.translate(_HALF))


class _Builder:
    """The clean text so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[str] = []
        self.offsets = array("l")
        self.beginnings: list[int] = []
        self.marks: list[Mark] = []
        self.last_line = ""
        self.line_before = ""  # the one before it in the same paragraph
        self.tail = ""  # the last few characters of the clean text
        self.page_between = False  # a page number stands between the last line and the next

    def line(self, start: int, end: int) -> None:
        """Add one line."""
        line = self.text[start:end]
        content = line.strip()
        if not content:
            return
        if page := _PAGE.fullmatch(content) if len(content) < 30 else None:
            self._page_numbers(page, start + line.index(content))
            return
        begin = start + len(line) - len(line.lstrip())
        goes_on = self._continues(line, content)
        if not goes_on:
            self._begin_paragraph(begin)
            begin = self._leading(begin, end)
        self._content(begin, end, PAGE_BREAK if self.page_between else "\n")
        self.page_between = False
        self.line_before = self.last_line if goes_on else ""
        self.last_line = content

    def _page_numbers(self, page: re.Match[str], begin: int) -> None:
        for group in (1, 2):
            if page[group]:
                start, end = begin + page.start(group), begin + page.end(group)
                self.marks.append(Mark(start, end, max(1, len(self.beginnings)), page[group]))
        self.page_between = True

    def _continues(self, line: str, content: str) -> bool:
        """Whether the line goes on with the paragraph of the line before."""
        last = self.last_line
        if not last or line.startswith(("\u3000", "    ", "\t", "|", ">")) or _HEADING.match(content):
            return False
        if _MARKER.match(content) or _LEAD.match(content):
            return False
        if last[-1] in "，、":
            return True
        ends = last[-2:].rstrip(_CLOSING)
        if (ends and ends[-1] in _STOPS) or last.startswith(("#", "|")) or "\t" in line:
            return False
        if "\t" in last or _ROW.search(last):
            return False
        is_heading = _HEADING.match(last) and len(last) <= 40 and "。" not in last and "，" not in last
        return len(last) >= _SHORT and not is_heading

    def _begin_paragraph(self, begin: int) -> None:
        if self.beginnings:
            self._add("\n", begin)
        self.beginnings.append(len(self.offsets))

    def _leading(self, begin: int, end: int) -> int:
        """Take the marker of a heading or list item away; where the rest begins."""
        while lead := _LEAD.match(self.text, begin, end):
            begin = lead.end()
        if marker := _MARKER.match(self.text, begin, end):
            self._mark(marker.start(), marker.end())
            return marker.end()
        return begin

    def _mark(self, start: int, end: int) -> None:
        digits = re.sub(r"[^0-9]", "", self.text[start:end])
        self.marks.append(Mark(start, end, max(1, len(self.beginnings)), digits))

    def _content(self, begin: int, end: int, between: str) -> None:
        """Add the characters of a line without the dirt; ``between`` is what stands before it."""
        for dirt in _DIRT.finditer(self.text, begin, end):
            if dirt.start() > begin:
                self._piece(begin, dirt.start(), between)
                between = ""
            between += dirt[0]
            if dirt["note"] or dirt["page"]:
                end_of_mark = dirt.start() + len(dirt[0].rstrip())
                self._mark(end_of_mark - len(dirt[0].strip()), end_of_mark)
            begin = dirt.end()
        if begin < end:
            self._piece(begin, end, between)

    def _piece(self, begin: int, end: int, between: str) -> None:
        """Add characters without dirt in them."""
        if between and self.tail and (sign := self._sign_between(begin, end, between)):
            self._add(sign, begin)
        self.parts.append(self.text[begin:end])
        self.offsets.extend(range(begin, end))
        self.tail = (self.tail + self.text[max(begin, end - 16) : end])[-16:]

    def _add(self, character: str, offset: int) -> None:
        self.parts.append(character)
        self.offsets.append(offset)
        self.tail = (self.tail + character)[-16:]

    def _sign_between(self, begin: int, end: int, between: str) -> str:
        """What keeps a piece apart from what stands before it; nothing where it goes on with it."""
        at_line_end = "\n" in between or PAGE_BREAK in between
        if at_line_end and is_digit(self.text[begin]) and is_digit(self.tail[-1]):
            right = _RIGHT.match(self.text, begin)
            if right and right["year"]:
                return GAP
            is_divided = PAGE_BREAK not in between and self._is_full(self.text[begin:end])
            return "" if is_divided else DOUBT
        if self._is_apart(begin, between):
            return "\t" if "\t" in between else GAP
        return ""

    def _is_full(self, following: str) -> bool:
        """Whether the line before was as long as lines are, so that its end may divide a number."""
        last, before = self.last_line, self.line_before
        if not _is_as_long(last, following.rstrip()):
            return False
        return _is_as_long(last, before) and _is_as_long(before, last) if before else _columns(last) >= _FULL

    def _is_apart(self, begin: int, between: str) -> bool:
        """Whether what follows does not go on with the number before it."""
        if "\t" in between:
            return True
        right = _RIGHT.match(self.text, begin)
        left = _LEFT.search(self.tail)
        if right and (PAGE_BREAK in between or "]" in between or "〕" in between):
            return True  # a mark stands between, which belongs to neither
        if not right or not left:
            return False
        if right["year"]:
            return True
        if left["point"]:
            return left["before"] == ""
        if (
            len(right["number"]) == 1
            and is_digit(left["number"][-1:])
            and len(left["number"]) < 4
            and "." not in left[0]
        ):
            return False  # 2 0 2 6
        if len(right["whole"]) == 3 and len(left["number"]) <= 3 and right["after"]:
            return False  # 1 451.6
        attached = left["before"] >= "\u4e00"
        return not (attached and right["after"][:1] in _UNIT_LIKE)


_RIGHT = re.compile(
    r"(?P<number>(?P<whole>[0-9]{1,16})(?:\.[0-9]{1,8})?)(?P<year>(?<=[12][0-9][0-9][0-9])\s?年)?\s{0,2}(?P<after>\S?)"
)
_LEFT = re.compile(r"(?P<before>[^0-9.]|)(?P<number>[0-9]{1,15}(?:\.[0-9]{1,8})?)(?P<point>\.)?$")


def _is_as_long(line: str, other: str) -> bool:
    """Whether a line is as long as another, in characters or in columns."""
    return len(line) + _RAGGED // 2 >= len(other) or _columns(line) + _RAGGED >= _columns(other)


def _columns(line: str) -> int:
    """How wide a line is: Chinese characters are twice as wide as digits."""
    return len(line) + sum(1 for character in line if character > "\u2e7f")
