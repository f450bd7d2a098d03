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

from shizhong_cli.core.figure.characters import FULL_WIDTH, is_digit, with_plain_digits
from shizhong_cli.core.figure.exact import exact_number
from shizhong_cli.core.report.scanning.joining import (
    ENDS_WITH_POINT,
    LEAD,
    MARKER,
    PAGE_BREAK,
    begins_with_year,
    continues,
    is_full,
    is_in_doubt,
    may_be_divided,
    stands_apart,
)
from shizhong_cli.core.report.scanning.pages import half_of_a_twin, is_page_number, running_heads, without_page_number
from shizhong_cli.core.report.scanning.pieces import in_whole_lines
from shizhong_cli.tuples import NamedTuple

GAP = "\x1f"
DOUBT = "\x1e"
OF_THE_PAGE = "\x1a"  # no line end to anybody


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
    furniture: list[tuple[int, int]]  # what is of the page in the text as given: its number, its title

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph, from 1."""
        return bisect_right(self.beginnings, position)


_HALF = {full: half for full, half in FULL_WIDTH.items() if chr(half).isalnum() or chr(half) in ".%-+():/~[]#><"}
_HALF |= str.maketrans("∶︰−‐‑﹣﹪;!?", "::----%；！？")
_HALF |= {c: ord(unicodedata.normalize("NFKC", chr(c))) for c in range(0x2F00, 0x2FD6)}  # ⼯ for 工, in some PDFs
_HALF |= str.maketrans("⺠⻓⻔⻋⻢⻥⻩⻅⻚⻛⻜⻬⻄", "民长门车马鱼黄见页风飞齐西")
_TRADITIONAL = (
    "個个點点億亿萬万餘余約约過过達达減减縮缩總总額额戶户間间畝亩噸吨歲岁圓圆長长區区縣县鄉乡鎮镇種种條条項项處处張张場场輛辆"
    "頭头隻只臺台穩稳實实壓压劃划動动漲涨階阶與与從从為为爲为於于車车產产業业價价負负債债員员單单雙双進进學学稅税費费較较"
    "農农電电網网線线號号級级設设創创認认簽签資资貿贸補补貼贴環环開开關关據据優优參参預预計计務务幣币國国現现畢毕綠绿"
)
_HALF |= str.maketrans(_TRADITIONAL[::2], _TRADITIONAL[1::2])
"""Character for character, so that no place moves; a traditional text is read by the same words."""

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_DIRT = re.compile(
    r"(?P<page>(?<=[\u4e00-\u9fff])[ \t]*(?P<stroke>[-—–─·])\s?[0-9]{1,4}\s?(?P=stroke)"
    r"(?:[ \t]*(?=[\u4e00-\u9fff])|[ \t]+(?=[0-9])))"
    r"|(?P<blank>[\s\x00-\x1f\x7f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe]+)"
    r"|(?P<note>(?<!\t)(?<!\| )(?<!\|)\[\s?(?:注释?\s?)?[0-9]{1,3}(?:\s?[,，、~—–-]\s?[0-9]{1,3}){0,9}\s?\]"
    r"|(?<!\t)〔[0-9]{1,2}〕|\(注释?\s?[0-9]{1,2}\))"
    r"|(?P<round>[①-⑳](?![0-9/])|(?<![A-Za-z⁰-⁹¹²³⁻])(?<!(?<![0-9.])10)[⁰-⁹¹²³](?![0-9/]))|(?P<emphasis>\*+|__|`+)"
)
_YEAR_ALONE = re.compile("(?:19|20)[0-9]{2}")
_DIGITS = re.compile("[0-9]+")
_SIGNED = re.compile("[^-]-[0-9]|-[0-9]")
"""Around wide blanks a number with its sign, 456.7  -1.2, or an empty cell, -  5; neither a range nor a sign."""
MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Digits that stand for a list marker or a footnote."""


def flow_of(text: str) -> Flow:
    """Clean a text."""
    builder = _Builder(plain_text(text))
    for line in _LINE.finditer(builder.text):
        builder.line(line.start(), line.end())
    return Flow("".join(builder.parts), builder.offsets, builder.beginnings or [0], builder.marks, builder.furniture)


def without_furniture(text: str) -> str:
    """A text of the same length without page numbers, running titles, strokes of tables, and line ends in sentences."""
    parts, position = [], 0
    furniture = flow_of(text).furniture
    text = _POINT.sub(r"\1.", in_whole_lines(text))
    for start, end in furniture:
        parts += [text[position:start], OF_THE_PAGE * (end - start)]
        position = end
    return _STROKES.sub(lambda row: row[0].replace("|", "\t"), "".join([*parts, text[position:]]))


_STROKES = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)


def plain_text(text: str) -> str:
    """A text of the same length without line ends in sentences; its only digits are 0 to 9, ① and ² are none."""
    plain = _POINT.sub(r"\1.", _COMMA.sub("，", with_plain_digits(text.translate(_HALF))))
    return in_whole_lines(plain)


_POINT = re.compile(
    "([\u4e00-\u9fff](?!(?:19|20)[0-9]{2}。)[0-9]{1,6})。(?=[0-9]{1,4}(?:[%％‰倍]|[百千万亿]*(?:元|美元|吨)|个百分点))"
)
"""增长9。5%: no sentence ends with a number of nothing, and the next begins with one of something."""
_COMMA = re.compile(r"(?<![0-9]),|,(?![0-9])")
"""A comma in half width that stands between no digits: many a page has them in Chinese sentences."""


_LONGEST = 16
_NUMBER_BEFORE, _NEGATIVE = re.compile(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?$"), re.compile(r"-([0-9]+(?:\.[0-9]+)?)")


def _is_smaller(tail: str, text: str) -> bool:
    """Whether the number behind a blank and a stroke is less than the one before, and there is no range: 45.2 -1.2."""
    before, after = _NUMBER_BEFORE.search(tail), _NEGATIVE.match(text)
    return before is not None and after is not None and exact_number(after[1]) < exact_number(before[0])


class _Builder:
    """The clean text so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[str] = []
        self.offsets = array("l")
        self.beginnings: list[int] = []
        self.marks: list[Mark] = []
        self.furniture: list[tuple[int, int]] = []
        self.last_line = ""
        self.line_before = ""  # the one before it in the same paragraph
        self.tail = ""  # the last few characters of the clean text
        self.heads = running_heads(line[0].strip() for line in _LINE.finditer(text))
        self.seen: set[str] = set()  # of these, as the title is no head where it stands first
        self.page_between = False  # a page number stands between the last line and the next

    def line(self, start: int, end: int) -> None:
        """Add one line."""
        line = self.text[start:end]
        content = line.strip()
        if not content:
            return
        if is_page_number(content):
            self._page_numbers(start + line.index(content), len(content))
            return
        begin = start + len(line) - len(line.lstrip())
        title, is_numbered = without_page_number(content)
        if title in self.heads and (is_numbered or title in self.seen):
            for digits in _DIGITS.finditer(self.text, begin, end):
                self._mark(digits.start(), digits.end())
            self.page_between = True
            self.furniture.append((begin, end))
            return
        self.seen |= self.heads & {title}
        goes_on = self._goes_on(line, content)
        if not goes_on:
            self._begin_paragraph(begin)
            end = self._without_twin(begin, begin + len(content), end)
            begin = self._leading(begin, end)
        self._content(begin, end, PAGE_BREAK if self.page_between else "\n")
        self.page_between = False
        self.line_before = self.last_line if goes_on else ""
        self.last_line = content

    def _goes_on(self, line: str, content: str) -> bool:
        """Whether a line goes on with the paragraph before it."""
        divided = self.page_between and may_be_divided(self.last_line, content)
        return divided or continues(self.last_line, line, content)

    def _page_numbers(self, begin: int, length: int) -> None:
        for found in _DIGITS.finditer(self.text, begin, begin + length):
            self.marks.append(Mark(*found.span(), max(1, len(self.beginnings)), found[0]))
        if not _YEAR_ALONE.fullmatch(self.text, begin, begin + length):  # 2026 on a line of its own may be of the title
            self.furniture.append((begin, begin + length))
        self.page_between = True

    def _begin_paragraph(self, begin: int) -> None:
        if self.beginnings:
            self._add("\n", begin)
        self.beginnings.append(len(self.offsets))

    def _leading(self, begin: int, end: int) -> int:
        """Take the marker of a heading or list item away; where the rest begins."""
        while lead := LEAD.match(self.text, begin, end):
            begin = lead.end()
        if marker := MARKER.match(self.text, begin, end):
            self._mark(marker.start(), marker.end())
            return marker.end()
        return begin

    def _without_twin(self, begin: int, last: int, end: int) -> int:
        """Take the second half of a heading away that is given twice; where the rest ends."""
        half = half_of_a_twin(self.text[begin:last]) if MARKER.match(self.text, begin, last) else 0
        if not half:
            return end
        middle = self._leading(begin + half, last)
        for digits in _DIGITS.finditer(self.text, middle, last):
            self._mark(*digits.span())
        self.furniture.append((begin + half, last))
        return begin + half

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
            if dirt["page"]:
                self.furniture.append(dirt.span())
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

    def _sign_of_digits(self, begin: int, end: int, at_page_end: bool) -> str:
        """What keeps digits apart from those that end the line, or the page, before."""
        if begins_with_year(self.text, begin):
            return GAP
        full = is_full(self.last_line, self.line_before, self.text[begin:end])
        return "" if full and not at_page_end else DOUBT

    def _ends_in_number(self, at_page_end: bool) -> bool:
        """Whether the text so far ends with a digit, or at the end of a page with the point behind one."""
        return is_digit(self.tail[-1]) or (at_page_end and ENDS_WITH_POINT.search(self.tail) is not None)

    def _sign_between(self, begin: int, end: int, between: str) -> str:
        """What keeps a piece apart from what stands before it; nothing where it goes on with it."""
        at_line_end = "\n" in between or PAGE_BREAK in between
        if at_line_end and is_digit(self.text[begin]) and self._ends_in_number(PAGE_BREAK in between):
            return self._sign_of_digits(begin, end, PAGE_BREAK in between)
        if is_in_doubt(self.tail, self.text, begin, between):
            return DOUBT
        signed = not at_line_end and _SIGNED.match(self.tail[-1] + self.text[begin : begin + 2])
        is_apart = signed and (len(between) > 1 or _is_smaller(self.tail, self.text[begin : begin + _LONGEST]))
        if is_apart or stands_apart(self.text, begin, between, self.tail):
            return "\t" if "\t" in between else GAP
        return ""
