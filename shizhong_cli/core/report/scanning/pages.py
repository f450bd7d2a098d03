"""What belongs to the page and not to the text: the line with its number, and the title that every page repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_SIGN = r"[-—–─－·―•~\s]*"
_NUMBER = "[0-9]{1,4}"
_PAGE = re.compile(
    rf"{_SIGN}(?:第\s*)?{_NUMBER}\s*页?\s*[，,]?\s*(?:[/共]\s*(?:共\s*)?{_NUMBER}\s*页?)?{_SIGN}"
    rf"|第\s*[一二三四五六七八九十百]{{1,6}}\s*页"
    rf"|(?:[Pp]age|PAGE|[Pp]\.?|页码\s*[:：]|第)\s*{_NUMBER}(?:\s*(?:of|/)\s*{_NUMBER})?|{_NUMBER}\s*of\s*{_NUMBER}"
    rf"|[\[(（〔【]\s*{_NUMBER}\s*[\])）〕】]|\|\s*{_NUMBER}|{_NUMBER}\s*\|"
)
"""A line that is nothing but the number of its page."""
_LONGEST_NUMBER = 30
_OF_A_PAGE = rf"(?:第\s*)?{_NUMBER}\s*页?(?:\s*[/共]\s*共?\s*{_NUMBER}\s*页?)?"
_AT_THE_BEGIN = re.compile(rf"[-—–─·\s]*{_OF_A_PAGE}[-—–─·|\s]+")
_AT_THE_END = re.compile(rf"[-—–─·|\s]+{_OF_A_PAGE}[-—–─·\s]*$")
_TITLE = re.compile(
    r"[^，。；：,;:|\t0-9]{0,24}(?:(?:19|20)[0-9]{2}年?)?[^，。；：,;:|\t0-9]{0,24}(?:报告|公报|纲要|汇报|草案)\)?"
)
_LONGEST_TITLE, _OFTEN = 40, 3


def is_page_number(line: str) -> bool:
    """Whether a line is nothing but the number of its page: — 12 —, 第12页 共30页."""
    return len(line) <= _LONGEST_NUMBER and _PAGE.fullmatch(line) is not None


def without_page_number(line: str) -> tuple[str, bool]:
    """A line without the number of a page at one of its ends, and whether there was one."""
    if len(line) >= _LONGEST_TITLE:
        return line, False
    at_begin = _AT_THE_BEGIN.match(line)
    rest = line[at_begin.end() :] if at_begin else _AT_THE_END.sub("", line)
    return rest, rest != line


_SHORTEST_TWICE = 8


def half_of_a_twin(line: str) -> int:
    """How long the half of a line is that says the same twice, as pages give headings: 一、回顾一、回顾; or 0."""
    half = len(line) // 2
    is_twin = len(line) >= _SHORTEST_TWICE and len(line) % 2 == 0 and line[:half] == line[half:]
    return half if is_twin else 0


def running_heads(lines: Iterable[str]) -> frozenset[str]:
    """The titles that stand on every page, and so several times; no digits but those of a year are in them."""
    count = Counter(without_page_number(line)[0] for line in lines if len(line) < _LONGEST_TITLE)
    return frozenset(line for line, times in count.items() if times >= _OFTEN and _TITLE.fullmatch(line))
