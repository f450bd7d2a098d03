"""A spot in YAML text: moving on, counting lines, and refusing what stands there."""

from __future__ import annotations

import re
from typing import NoReturn
from unicodedata import east_asian_width

from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.pack.slips.limits import DEEPEST, MOST_NODES, MOST_PROBLEMS
from shizhong_cli.tuples import NamedTuple

END = -1
"""The indentation of what is behind the last line."""

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What no text needs, though an escape can stand for it."""

_LINES = re.compile(r"(?: *+(?:#[^\n]*+)?\n)*+( *+)")
_REST = re.compile(r" *+(?:#[^\n]*+)?\n")
_MARKER = re.compile(r"(?:---|\.\.\.)(?=[ \n])")
_BLANKS = re.compile(r" *+")
_PROPERTY = re.compile(r"[&*][\w-]++(?=[ \n,\[\]{}])|![^ \n,\[\]{}]*+(?=[ \n,\[\]{}])")
_TIGHT_COLON = re.compile(r":[^ \n]")
_WIDE = (("：", ": "), ("，", ", "))
LONGEST_SHOWN = 30


class Seen(NamedTuple):
    """What has been gone over."""

    line: int  # where it begins
    text: str | None = None  # what it says, if it is a text


class Refused(Exception):
    """The text cannot be read any further."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.slip = problem


class Cursor:
    """Where the reader is: ``pos`` in the text, ``line`` from 1 and its start, and the indentation of its content."""

    def __init__(self, text: str, file: str) -> None:
        self.is_ended = text.endswith("\n")
        self.text = text if self.is_ended else text + "\n"
        self.file = file
        self.pos = self.start = self.indent = 0
        self.line = 1
        self.depth = self.nodes = 0
        self.problems: list[Problem] = []

    # ── places and problems ───────────────────────────────────────────────────

    def place(self, pos: int) -> Place:
        """The place of a character, which may be before this one."""
        start = self.text.rfind("\n", 0, pos) + 1
        line = self.line - self.text.count("\n", start, self.start) if start < self.start else self.line
        return Place(self.file, line + self.text.count("\n", self.start, pos), pos - start + 1)

    def refuse(self, pos: int, code: str, found: str = "", expected: str = "", suggestion: str = "") -> NoReturn:
        """Stop here, for a reason."""
        raise Refused(Problem(self.place(pos), code, found, expected, suggestion, self._excerpt(pos)))

    def complain(self, place: Place, code: str, found: str = "", expected: str = "") -> None:
        """Note a problem that does not keep the rest from being read; the last of many ends it."""
        problem = Problem(place, code, found, expected)
        if len(self.problems) >= MOST_PROBLEMS:
            raise Refused(problem)
        self.problems.append(problem)

    def rest(self, pos: int) -> str:
        """What stands in the line from a spot on, as much of it as can be shown."""
        found = self.text[pos : pos + 2 * LONGEST_SHOWN].partition("\n")[0].rstrip()
        return found[: LONGEST_SHOWN - 1] + "…" if len(found) > LONGEST_SHOWN else found

    def _excerpt(self, pos: int) -> str:
        """The line with a mark below the spot; a Chinese character is two cells wide."""
        first = max(self.text.rfind("\n", 0, pos) + 1, pos - LONGEST_SHOWN)
        end = self.text.find("\n", pos)
        before, after = self.text[first:pos], self.text[pos : min(end, pos + LONGEST_SHOWN)] if end >= 0 else ""
        cells = sum(2 if east_asian_width(character) in "WF" else 1 for character in before)
        return (before + after).replace("\t", "→").rstrip() + "\n" + " " * cells + "^"

    def hint(self, start: int, end: int) -> str:
        """What to type instead of a full-width sign, or of a colon without a blank, between two spots."""
        near = self.text[start:end]
        wide = next((f"{sign} → {narrow}" for sign, narrow in _WIDE if sign in near), "")
        tight = _TIGHT_COLON.search(near)
        return wide or (f"{tight[0]} → : {tight[0][1]}" if tight else "")

    def enter(self, pos: int) -> None:
        """A mapping or list begins."""
        self.depth += 1
        if self.depth > DEEPEST:
            self.refuse(pos, "Y008", expected=str(DEEPEST))
        self.count(pos)

    def count(self, pos: int) -> None:
        """One node more."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.refuse(pos, "Y026", expected=str(MOST_NODES))

    # ── moving on ─────────────────────────────────────────────────────────────

    def jump(self, pos: int) -> None:
        """Go to a later spot, maybe on a later line."""
        lines = self.text.count("\n", self.pos, pos)
        if lines:
            self.line += lines
            self.start = self.text.rfind("\n", self.pos, pos) + 1
        self.pos = pos

    def skip_blanks(self) -> str:
        """Go over blanks; the character behind them."""
        self.pos = _BLANKS.match(self.text, self.pos).end()  # type: ignore[union-attr]
        return self.text[self.pos]

    def is_at_rest(self) -> bool:
        """Whether nothing more stands in the line but a comment."""
        return _REST.match(self.text, self.pos) is not None

    def next_line(self) -> bool:
        """Go to the next line that has content, if nothing but a comment is left in this one; whether it was so."""
        rest = _REST.match(self.text, self.pos)
        if rest is None:
            return False
        self.line += 1
        self.pos = self.start = rest.end()
        self.to_content()
        return True

    def to_content(self) -> None:
        """From the start of a line go to the first content in it or below."""
        found = _LINES.match(self.text, self.pos)
        assert found
        begins, self.pos = found.span(1)
        if begins != self.start:
            self.line += self.text.count("\n", self.start, begins)
            self.start = begins
        self.indent = self.pos - begins
        character = self.text[self.pos : self.pos + 1]
        if not character:
            self.indent = END
        elif not self.indent and character in "-.":
            self._marker()

    def _marker(self) -> None:
        """The end of the document; nothing may come behind it."""
        if not self.is_marker(self.pos):
            return
        if self.text[self.pos] == ".":
            self.pos += 3
            if self.next_line() and self.indent == END:
                return
        self.refuse(self.pos, "Y022", self.rest(self.pos))

    def is_marker(self, pos: int) -> bool:
        """Whether a document would begin or end at the start of a line."""
        return _MARKER.match(self.text, pos) is not None

    def skip_properties(self) -> str:
        """Go over anchors, aliases and tags, each a problem; the name of an alias, which stands for a whole node."""
        alias = ""
        while not alias and (found := _PROPERTY.match(self.text, self.pos)):
            self.complain(self.place(self.pos), "Y007" if found[0].startswith("!") else "Y006", found[0])
            alias = found[0] if found[0].startswith("*") else ""
            self.pos = found.end()
            self.skip_blanks()
        return alias
