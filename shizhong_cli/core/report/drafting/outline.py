"""The outline of a report that nobody has described yet: its headings, and what time each sentence speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from shizhong_cli.core.pack.model import Section
from shizhong_cli.core.report.drafting.eras import (
    Era,
    by_a_year,
    era_of_sentence,
    is_in_passing,
    looks_over_years,
    names_targets,
)
from shizhong_cli.core.report.drafting.headings import era_of_heading, says_when
from shizhong_cli.core.report.drafting.reach import (
    Reach,
    is_held_before,
    outline_named,
    part_told_first,
    plans_next_year,
    running_part,
)
from shizhong_cli.core.report.drafting.turns import is_wanted
from shizhong_cli.core.report.drafting.years import ReportYear, report_year, years_in_digits
from shizhong_cli.core.report.layout import clean, plain_of
from shizhong_cli.core.report.paragraphs import Paragraph, by_lines, is_row, paragraphs_of
from shizhong_cli.tuples import NamedTuple

_LEVEL_1 = re.compile(r"(第?[一二三四五六七八九十]{1,3}(?:部分)?)[、:,.](?P<title>.{2,48}?)(?:[。;:!]|$)")
_LEVEL_2 = re.compile(r"(\([一二三四五六七八九十]{1,3}\))、?(?P<title>.{2,60}?)(?:[。;:!]|$)")
_SENTENCE = re.compile("[^。!?;]+[。!?;]*[”)]*")
_TITLE = re.compile("工作报告|(?:公报|快报|纲要|的报告|情况报告|草案)$")
_ADDRESS = re.compile("(?:各位(?:代表|委员|领导|同志)|同志们)(?:、[^,，。!:]{2,6})?[,，!:]")
"""What a paragraph may begin with before its first sentence."""
_BEGINNING, _SHORT = 16, 30
_FRONT = 12
_TELLS = re.compile("。|[0-9](?:%|[万亿个家户人所项件])")
"""What no title of a page has: the end of a sentence, a figure."""
_MOST_SECTIONS = 300
_FAR = 400
"""Characters, blanks among them, within which the words stand that a part begins with."""
_OF_A_TABLE = re.compile(
    "(?:附?[表图]|专栏)[0-9一二三四五六七八九十]|[^,，。;；]{0,30}(?:指标|情况|[一览统计情况]表)$|[(]?单位:"
)
"""The title of a table, and the line with its unit."""
FRONT = "前言"
EXPECTED = "主要预期目标"


class Outline(NamedTuple):
    """Headings and times of a report."""

    found: ReportYear
    reach: Reach
    title: str
    sections: tuple[Section, ...]
    eras: tuple[tuple[int, Era], ...]  # where each sentence begins, in order
    starts: tuple[int, ...]  # where each begins

    @property
    def year(self) -> int:
        """The year that the report plans."""
        return self.found.year

    def sentence_at(self, offset: int) -> int:
        """Which sentence a place belongs to; -1 before the first."""
        return bisect_right(self.starts, offset) - 1


def outline_of(text: str, year: int | None = None) -> Outline:
    """Read the outline; ``year`` is that of the report, where the text is not to be asked."""
    paragraphs = [it._replace(plain=years_in_digits(it.plain)) for it in paragraphs_of(text)]
    lines = by_lines(paragraphs)
    found = report_year(lines, year)
    reach = _reach(lines, found)
    reader = _Reader(reach)
    if paragraphs and not _LEVEL_1.match(paragraphs[0].plain):
        reader.sections.append(Section(FRONT, FRONT, FRONT, clean(paragraphs[0].text)[:_BEGINNING]))
    above = [*(is_row(it.text) for it in paragraphs[1:]), False]  # a table stands below
    eras = tuple(chain.from_iterable(map(reader.read, paragraphs, above)))
    return Outline(
        found,
        reach,
        _title([it.plain for it in paragraphs]),
        tuple(reader.sections),
        eras,
        tuple(start for start, _ in eras),
    )


def as_printed(sections: Sequence[Section], words: str, printed: str) -> tuple[Section, ...]:
    """The parts of a text with the words that they begin with as they stand in it.

    ``words`` are the same in as many characters: simplified, with blanks for what belongs to a page.
    """
    plain, offsets = clean(words), plain_of(words).offsets
    places = ((it, plain.find(it.begins)) for it in sections)
    return tuple(
        it._replace(begins=clean(printed[offsets[at] : offsets[at] + _FAR])[: len(it.begins)]) if at >= 0 else it
        for it, at in places
    )


def _reach(lines: list[str], found: ReportYear) -> Reach:
    """What time the document is about, by the year that its witnesses agree on."""
    year = found.year
    outline = outline_named(lines)
    if part := _part_that_is_over(lines, found):
        return Reach(year, year, part)
    if outline and outline[1]:
        first, last = outline[0]
        return Reach(first, first - 1, five=(first, last), is_outline=True)
    is_told = outline is not None and not any("工作报告" in line for line in lines[:_FRONT])
    is_next = plans_next_year(lines)
    late = is_next or is_held_before(lines, year)
    five = outline[0] if outline else None
    return Reach(year, year - 1, five=five, is_told=is_told, late=late, next=is_next, is_sure=found.is_certain)


def _part_that_is_over(lines: list[str], found: ReportYear) -> str:
    """The part of the year that the document looks back on, where that year is not over."""
    running = running_part(lines)
    if found.looks_back or (running and running[0] != found.year):
        return ""
    if running:
        return running[1]
    return part_told_first(lines) if found.is_certain else ""


def _title(lines: list[str]) -> str:
    """The line that is called a report and is no sentence, with the year above it where that stands alone."""
    for number, line in enumerate(lines[:40]):
        if _TITLE.search(line) and len(line) <= _SHORT and not re.search("[。,，!]|各位代表|代表.*政府", line):
            above = lines[number - 1] if number else ""
            return f"{above}{line}" if re.fullmatch("((?:19|20)[0-9]{2})年.{0,12}", above) else line
    return ""


class _Reader:
    """Reads line after line, and remembers the headings and what the last sentence spoke of."""

    def __init__(self, reach: Reach) -> None:
        self.reach = reach
        self.sections: list[Section] = []
        self.parent = ""  # the path of the last heading of the first level
        self.era = Era(False, reach.back, part=reach.part)
        self.of_table: Era | None = None  # of the rows below the title of a table
        self.has_begun = False  # a whole sentence was read: what stands before it are titles
        self.leads_in = False  # the last paragraph ends with a colon or a semicolon, and the next goes on with it

    def read(self, paragraph: Paragraph, is_above_table: bool) -> Iterator[tuple[int, Era]]:
        """The era of each sentence of a paragraph; a heading becomes a section, the title of a table is of it alone."""
        rest = 0
        if is_row(paragraph.text):
            yield paragraph.start, self.of_table or self.era
            return
        kept, self.of_table = self.era, None
        if level := self._heading(paragraph.text, paragraph.plain):
            yield paragraph.start, self.era
            rest = level.end()
        address = _ADDRESS.match(paragraph.plain, rest)
        yield from self._sentences(paragraph, address.end() if address else rest)
        if is_above_table and not rest and _OF_A_TABLE.match(paragraph.plain):
            self.of_table, self.era = self.era, kept
        self.leads_in = paragraph.plain.endswith((":", ";"))
        self.has_begun = self.has_begun or _TELLS.search(paragraph.plain) is not None

    def _heading(self, line: str, plain: str) -> re.Match[str] | None:
        """Take a line that is a heading, or begins with one."""
        has_room = len(self.sections) < _MOST_SECTIONS
        for pattern, parent in ((_LEVEL_1, ""), (_LEVEL_2, self.parent)):
            if has_room and (heading := pattern.match(plain)):
                as_printed = clean(line)  # of the same length
                label, title = (as_printed[slice(*heading.span(group))] for group in (1, "title"))
                path = _add(self.sections, parent, label, title, line)
                self.parent = path if pattern is _LEVEL_1 else self.parent
                self.era = era_of_heading(heading["title"], self.era, self.reach, pattern is _LEVEL_2)
                return heading
        is_title = bool(_TITLE.search(plain)) or not (self.has_begun or says_when(plain))
        if len(plain) <= _SHORT and not is_title and plain[-1] not in "。;!?,，、":
            self.era = era_of_heading(plain, self.era, self.reach)
        return None

    def _sentences(self, paragraph: Paragraph, position: int) -> Iterator[tuple[int, Era]]:
        start, _, text, plain = paragraph
        offsets = plain_of(text).offsets
        before = own = self.era  # of the sentence before, of what goes on
        for found in _SENTENCE.finditer(plain, position):
            begins, listed = found.start() == position, plain[found.start() - 1 : found.start()] == ";"
            base = before if listed else own
            spoken = self._spoken_of(found[0], text[offsets[found.start()] :], base, begins and not self.leads_in)
            yield start + offsets[found.start()], spoken
            before = spoken
            if is_in_passing(found[0], own, spoken):
                continue
            own = self._goes_on(found[0], spoken, begins)

    def _goes_on(self, sentence: str, own: Era, begins: bool) -> Era:
        """What the sentences behind speak of, and the paragraphs behind where a sentence turns to it for good."""
        if self.reach.part and not own.ahead and is_wanted(sentence):
            own = own._replace(told=False)  # what follows may be wanted as well
        turns = begins or own.ahead != self.era.ahead or names_targets(sentence) or looks_over_years(sentence)
        if turns and not self._is_aside(sentence, own):
            self.era = own
        return own

    def _is_aside(self, sentence: str, own: Era) -> bool:
        """Whether what a sentence speaks of goes for no paragraph behind its own."""
        if own.ahead:
            return by_a_year(sentence) > self.reach.plan
        is_earlier = not own.first and own.year < self.reach.back
        return bool(by_a_year(sentence)) or self.era.ahead or is_earlier

    def _spoken_of(self, sentence: str, rest: str, era: Era, begins: bool) -> Era:
        own = era_of_sentence(sentence, era, self.reach, begins)
        if own.expected and names_targets(sentence) and len(self.sections) < _MOST_SECTIONS:
            _add(self.sections, self.parent, EXPECTED, EXPECTED, rest)
        return own


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
