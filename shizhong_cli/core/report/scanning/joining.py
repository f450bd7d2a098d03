"""Whether a line goes on with the one before it, and whether two numbers that meet there are one.

Digits on both sides of a line end are one number only with proof that the line was full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.report.scanning.table_lines import LINE_OF_A_CELL

PAGE_BREAK = "\f"
_HEADING = re.compile(
    r"#|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十百0-9]{1,4}[章节篇]|专栏[0-9]"
)
MARKER = re.compile(
    r"\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|\([0-9]{1,3}\)|[0-9]{1,3}\)|[0-9]{1,3}\s?、(?![0-9])|[0-9]{1,2}\s?\.(?![0-9])"
)
LEAD = re.compile(r"(?:#{1,6}\s+|[>|]\s*|[-*+]\s+)")
"""Marks before a heading or an item of a list."""
_CLOSING = "”’）)】》"
_STOPS = "。！？；：!?;:…"
_ROW = re.compile(r"(?:[0-9]%?\s|(?<=[^\s])[ \u3000]{2})\s*[-+]?[0-9][0-9.,]*%?$")
"""The end of a line of numbers, or of a row of a table."""
_FULL, _RAGGED = 40, 6
"""In columns: no line that a page breaks is shorter, where it is alone; how much the lengths of such lines differ."""
_SHORT = 12  # a line of fewer characters is not one that a page has broken
_UNIT_LIKE = frozenset("%‰万亿千百元家个人户项余多倍吨亩公平立件所处座")


def continues(last: str, line: str, content: str) -> bool:
    """Whether a line goes on with the paragraph of the last one; ``content`` is the line without its blanks."""
    if not last or line.startswith(("\u3000", "    ", "\t", "|", ">")):
        return False
    if begins_anew(content) and not (_MAY_BE_DECIMAL.match(content) and _IS_IN_A_SENTENCE.search(last)):
        return False
    if last[-1] in "，、" or begins_with_mark(content):
        return True
    return not (_has_ended(last) or "\t" in line) and len(last) >= _SHORT


_MAY_BE_DECIMAL = re.compile(
    r"[0-9]{1,2}\s?\.\s[0-9]{1,4}\s?(?:[%％‰]|[百千万亿]{0,2}(?:元|美元|吨|斤|公斤|亩|人|户|平方|公里|千瓦)|个百分点|倍)"
)
_IS_IN_A_SENTENCE = re.compile("[,，][^,，。；：！？;:!?]{2,}$")
"""投资\\n24. 3亿元 in a text that has blanks behind its points, and not the item 24."""


def begins_anew(content: str) -> bool:
    """Whether a line has the mark of a heading or an item."""
    return bool(_HEADING.match(content) or MARKER.match(content) or LEAD.match(content))


ENDS_WITH_POINT = re.compile(r"[0-9]\.$")
_IN_A_SENTENCE = re.compile(r"[\u4e00-\u9fff][0-9][0-9,.]*$")


def may_be_divided(last: str, content: str) -> bool:
    """Whether a page may have divided the figure that ends one line and begins the next: 新增企业1 and 25家."""
    in_text = "\t" not in last and "\t" not in content and _IN_A_SENTENCE.search(last)
    return bool(in_text and _REST_OF_A_FIGURE.match(content)) and not begins_anew(content)


_REST_OF_A_FIGURE = re.compile(f"[0-9]|[万亿][元吨人户亩个]?|[{''.join(sorted(_UNIT_LIKE))}][，。、；,;]")


def _has_ended(last: str) -> bool:
    """Whether nothing goes on with a line: it ends with a stop, or is a heading or a row of a table."""
    ends = last[-2:].rstrip(_CLOSING)
    if (ends and ends[-1] in _STOPS) or last.startswith(("#", "|")) or "\t" in last or _ROW.search(last):
        return True
    return bool(_HEADING.match(last)) and len(last) <= _LONGEST_HEADING and not {"。", "，"} & set(last)


_LONGEST_HEADING = 40


def begins_with_year(text: str, begin: int) -> bool:
    """Whether a year begins at a place."""
    right = _RIGHT.match(text, begin)
    return bool(right and right["year"])


def is_full(last: str, before: str, following: str) -> bool:
    """Whether a line was as long as lines are, so that its end may divide a number; ``before`` is the one before it."""
    if not _is_as_long(last, following.rstrip()):
        return False
    return _is_as_long(last, before) and _is_as_long(before, last) if before else columns(last) >= _FULL


def full_width(lines: Sequence[str]) -> float:
    """The columns that the lines of a text are broken at; without end where lines are paragraphs.

    ``lines`` are without blanks, and none is empty.
    """
    widths = sorted(map(columns, lines))
    if len(widths) < _FEWEST:
        return float("inf")
    width = widths[-1 - int(len(widths) * _LONGER)]
    full = [line for line in lines if columns(line) >= width - _RAGGED]
    broken = [line for line in full if line[-1] not in _STOPS and not _ITEM.search(line)]
    is_broken = len(full) >= max(_FEWEST, _FULL_PART * len(lines)) and len(broken) >= _BROKEN_PART * len(full)
    return width if is_broken and width >= _NARROWEST else float("inf")


def cut_at(lines: Sequence[str]) -> int:
    """After how many characters, wide or narrow, a program has cut the lines of a text; 0 where none has.

    ``lines`` are with the blanks before them, and none is empty.
    """
    lengths = sorted(map(len, lines))
    longest = lengths[-1 - int(len(lengths) * _LONGER)] if lengths else 0
    full = [line for line in lines if len(line) == longest]
    inside = sum(line[-1] not in _STOPS and not _ITEM.search(line) for line in full)
    is_cut = len(full) >= max(_FEWEST, _FULL_PART * len(lines) / 2) and inside >= _BROKEN_PART * len(full)
    return longest if is_cut and longest >= _NARROWEST // 2 else 0


_NARROWEST = 32
"""Columns of the narrowest lines that a text is broken into."""
_FEWEST, _FULL_PART = 3, 0.2
"""Full lines that a width is known by, and their part of all lines."""
_BROKEN_PART = 0.25
"""The part of the full lines that end inside a sentence, and not with a number as items of a list do."""
_LONGER = 0.03
"""The part of the lines that may be longer than the rest: a table, an address."""
_ITEM = re.compile("[0-9][^0-9,，。;；、:]{0,8}(?:以上|左右|以内)?$")


def fills(line: str, following: str, width: float) -> bool:
    """Whether a line is as wide as it can be with what the next one begins with: a number or a word is not broken."""
    word = _WORD.match(following)
    return columns(line) + (len(word[0]) if word else 0) > width - _RAGGED


_WORD = re.compile("[0-9A-Za-z.,%+-]*[，。；：、！？”）,;:!?)]{0,2}")


def begins_with_mark(line: str) -> bool:
    """Whether a line begins with what no paragraph begins with: ，左右 and 、9.2%."""
    return _MARK.match(line) is not None


_MARK = re.compile("[，。、；）》”％]|[%),:](?=[\u4e00-\u9fff])")


def waits_for(last: str, line: str) -> bool:
    """Whether the last clause of a sentence has its number on the next line: 增长5%，固定资产投资 and 完成15亿元."""
    return _NO_NUMBER_YET.search(last) is not None and _HAS_COME.match(line) is not None


_NO_NUMBER_YET = re.compile("[0-9][^，,。；;]{0,12}[，,、；;][^，,。；;：:!?！？0-9]{2,24}$")
_HAS_COME = re.compile(
    "(?:(?:预计|累计|全年|分别|共)?(?:完成|实现|达到?|增长|下降|提高|突破|超过?|约|为))?(?:到|约|近)?[0-9]"
)


def stands_apart(text: str, begin: int, between: str, tail: str) -> bool:
    """Whether what begins at a place does not go on with the number at the end of the text before."""
    if "\t" in between:
        return True
    right, left = _RIGHT.match(text, begin), _LEFT.search(tail)
    if right and any(mark in between for mark in (PAGE_BREAK, "]", "〕")):
        return True  # a mark stands between, which belongs to neither
    if not right or not left:
        return False
    if right["year"] or _are_cells(left, right, between):
        return True
    return left["before"] == "" if left["point"] else _are_two(left, right)


def is_in_doubt(tail: str, text: str, begin: int, between: str) -> bool:
    """Whether nobody can say that two pieces are one number or two: 4.6 1 亿元, and 1, 234 over two pages."""
    if LINE_OF_A_CELL in between:
        return is_digit(text[begin]) and is_digit(tail[-1])
    if PAGE_BREAK in between:
        before, after = _ENDS_OPEN.search(tail), _THREE_DIGITS.match(text, begin)
        return bool(before and after and (before["comma"] or after["comma"]))
    one_blank = len(between) == 1 and between in " \u3000"
    return one_blank and _DECIMAL.search(tail) is not None and _ONE_ALONE.match(text, begin) is not None


_ENDS_OPEN = re.compile("(?<![0-9.])[0-9]{1,3}(?P<comma>[，,])?$")
_THREE_DIGITS = re.compile("(?P<comma>[，,])?[0-9]{3}(?![0-9年])")
_DECIMAL = re.compile(r"[0-9]\.[0-9]+$")
_ONE_ALONE = re.compile(f"[0-9]{{1,3}}[ \u3000](?=[{''.join(sorted(_UNIT_LIKE))}])")


def _are_cells(left: re.Match[str], right: re.Match[str], between: str) -> bool:
    """Whether blanks are as wide as between the cells of a table; digits spaced out have no more than two."""
    single = len(left["number"]) == len(right["number"]) == 1
    return re.search("[ \u3000\xa0]{3}" if single else "[ \u3000\xa0]{2}", between) is not None


def _are_two(left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether digits with a blank between are two numbers: neither 2 0 2 6 nor 1 451.6."""
    number = left["number"]
    if len(right["number"]) == 1 and is_digit(number[-1:]) and len(number) < 4 and "." not in left[0]:
        return False
    if len(right["whole"]) == 3 and len(number) <= 3 and right["after"]:
        return False
    return not (left["before"] >= "\u4e00" and right["after"][:1] in _UNIT_LIKE)


_RIGHT = re.compile(
    r"(?P<number>(?P<whole>[0-9]{1,16})(?:\.[0-9]{1,8})?)(?P<year>(?<=[12][0-9][0-9][0-9])\s?年)?\s{0,2}(?P<after>\S?)"
)
_LEFT = re.compile(r"(?P<before>[^0-9.]|)(?P<number>[0-9]{1,15}(?:\.[0-9]{1,8})?)(?P<point>\.)?$")


def _is_as_long(line: str, other: str) -> bool:
    """Whether a line is as long as another, in characters or in columns."""
    return len(line) + _RAGGED // 2 >= len(other) or columns(line) + _RAGGED >= columns(other)


def columns(line: str) -> int:
    """How wide a line is: Chinese characters are twice as wide as digits."""
    return len(line) + sum(1 for character in line if character > "\u2e7f")
