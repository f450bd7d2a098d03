"""The outline of a report that nobody has described yet: its headings, and what time each paragraph speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from shizhong_cli.core.figure.numerals import numeral_value
from shizhong_cli.core.pack.model import Section
from shizhong_cli.core.report.layout import clean, without_dirt

_LEVEL_1 = re.compile(r"(第?[一二三四五六七八九十]{1,3}(?:部分)?)[、:,.](?P<title>.{2,48}?)(?:[。;:!]|$)")
_LEVEL_2 = re.compile(r"(\([一二三四五六七八九十]{1,3}\))、?(?P<title>.{2,60}?)(?:[。;:!]|$)")
_EXPECTED = re.compile(r"主要预期目标.{0,4}[是为:]")
_PAST = re.compile("回顾|总结|过去|以来|完成情况|取得")
_AHEAD = re.compile("今年|安排|部署|任务|目标|预期|未来|今后|下一步|工作|要求|思路")
_FIVE_YEARS = re.compile(r"五年(?!规划)|[“\"]?十(?P<plan>[一二三四五六七八九])五")
_ONE_YEAR = re.compile("一年来|这一年|一年间|过去的?一年|刚刚过去|去年")
_YEAR = re.compile(r"(20[0-9][0-9]|19[0-9][0-9])(?=年|政府工作报告)")
_STOPS = frozenset("。!?;:”)")
_LEAD, _BEGINNING = 40, 16
_MOST_SECTIONS = 300
FRONT = "前言"
EXPECTED = "主要预期目标"


class Era(NamedTuple):
    """What time a paragraph speaks of."""

    ahead: bool  # of what is to come
    year: int  # the year that it speaks of, or the last one
    first: int = 0  # the first year, where it speaks of several
    expected: bool = False  # the paragraph with the headline expectations

    @property
    def span(self) -> str:
        """The years as a period."""
        return f"{self.first}/{self.year}" if self.first else str(self.year)

    @property
    def base(self) -> int:
        """The year that several years are compared with."""
        return (self.first or plan_of(self.year)[0]) - 1


class Outline(NamedTuple):
    """Headings and times of a report."""

    year: int  # the year that the report plans
    title: str
    sections: tuple[Section, ...]
    eras: tuple[tuple[int, Era], ...]  # where each begins, in order


def plan_of(year: int) -> tuple[int, int]:
    """First and last year of the five-year plan that a year belongs to."""
    first = (year - 1) // 5 * 5 + 1
    return first, first + 4


def plan_years(numeral: str) -> tuple[int, int]:
    """The years of a five-year plan: 十四五 is 2021 to 2025. ``numeral`` is the part before 五."""
    first = 1981 + 5 * (int(numeral_value(numeral) or 0) - 6)
    return first, first + 4


def outline_of(text: str, year: int | None = None) -> Outline:
    """Read the outline; ``year`` is that of the report, where the text is not to be asked."""
    lines = [(start, line) for start, line in _lines(text) if without_dirt(line)]
    year = year or _report_year(lines)
    reader = _Reader(year)
    if lines and not _heading(lines[0][1], _LEVEL_1):
        reader.sections.append(Section(FRONT, FRONT, FRONT, clean(lines[0][1])[:_BEGINNING]))
    eras = tuple((start, reader.read(line)) for start, line in lines)
    title = next((clean(line)[:40] for _, line in lines if "报告" in line), "")
    return Outline(year, title, tuple(reader.sections), eras)


class _Reader:
    """Reads line after line, and remembers the headings and what the last line spoke of."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.sections: list[Section] = []
        self.parent = ""  # the path of the last heading of the first level
        self.era = Era(False, year - 1)
        self.goes_on = False  # the last line is no whole sentence

    def read(self, line: str) -> Era:
        """The era of a line; a heading becomes a section."""
        plain = without_dirt(line)
        if heading := self._heading(line, _LEVEL_1):
            self.parent = _add(self.sections, "", *heading, line)
            self.era = _era_of_heading(without_dirt(heading[1]), self.year)
        elif heading := self._heading(line, _LEVEL_2):
            _add(self.sections, self.parent, *heading, line)
            self.era = self.era._replace(expected=False)
        elif self.era.ahead and self._has_room() and _EXPECTED.search(plain):
            _add(self.sections, self.parent, EXPECTED, EXPECTED, line)
            self.era = self.era._replace(expected=True)
        elif not self.goes_on:
            self.era = _era_of_paragraph(plain[:_LEAD], self.era, self.year)
        self.goes_on = not heading and plain[-1] not in _STOPS
        return self.era

    def _heading(self, line: str, pattern: re.Pattern[str]) -> tuple[str, str] | None:
        return _heading(line, pattern) if self._has_room() else None

    def _has_room(self) -> bool:
        return len(self.sections) < _MOST_SECTIONS


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, line
        start += len(line)


def _report_year(lines: list[tuple[int, str]]) -> int:
    """The year named first in the head of the report, or else the last year that any heading names; 0 for none."""
    for _, line in lines[:8]:
        if found := _YEAR.search(without_dirt(line)):
            return int(found[1])
    beginnings = "\n".join(without_dirt(line)[:_LEAD] for _, line in lines)
    return max(map(int, _YEAR.findall(beginnings)), default=0)


def _heading(line: str, pattern: re.Pattern[str]) -> tuple[str, str] | None:
    """Label and title of a heading, as printed."""
    match = pattern.match(without_dirt(line))
    as_printed = clean(line)  # of the same length
    return (as_printed[slice(*match.span(1))], as_printed[slice(*match.span("title"))]) if match else None


def _add(sections: list[Section], parent: str, label: str, title: str, line: str) -> str:
    """Add a section under a path that is new, and say how it begins."""
    path = stem = f"{parent}/{label}" if parent else label
    known = {section.path for section in sections}
    number = 1
    while path in known:
        number += 1
        path = f"{stem}·{number}"
    sections.append(Section(path, title, title, clean(line)[:_BEGINNING]))
    return path


def _era_of_heading(title: str, year: int) -> Era:
    """What a part of the report speaks of, by its heading."""
    named = [int(found) for found in _YEAR.findall(title)]
    ahead = bool(_AHEAD.search(title)) and not _PAST.search(title) and all(it >= year for it in named)
    years = _years_of(title, year if ahead else year - 1)
    this_year = re.search(f"{year if ahead else year - 1}年", title)
    if years and (not this_year or years[2] < this_year.start()):
        return Era(ahead, years[1], years[0])
    return Era(ahead, year if ahead else year - 1)


def _years_of(words: str, year: int) -> tuple[int, int, int] | None:
    """The several years that words speak of, and where they do so."""
    found = _FIVE_YEARS.search(words)
    if not found:
        return None
    first, last = plan_years(f"十{found['plan']}") if found["plan"] else plan_of(year)
    return first, last, found.start()


def _era_of_paragraph(lead: str, era: Era, year: int) -> Era:
    """What a paragraph speaks of, by its first words; the same as the one before where they do not say."""
    if era.ahead:
        return era._replace(expected=False)
    one = _ONE_YEAR.search(lead) or re.search(f"{year - 1}年", lead)
    several = _years_of(lead, year - 1)
    if several and several[1] < year and (not one or several[2] < one.start()):
        return Era(False, several[1], several[0])
    return Era(False, year - 1) if one else era
