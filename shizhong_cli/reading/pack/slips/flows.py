"""Mappings in braces and lists in brackets, on one line or more."""

from __future__ import annotations

import re
from typing import NoReturn

from shizhong_cli.reading.pack.slips.cursor import END, LONGEST_SHOWN, Seen
from shizhong_cli.reading.pack.slips.scalars import FLOW_PLAIN, FLOW_REST, Scalars

LONGEST_KEY = 1024
NOWHERE = -1

_GAP = re.compile(r"(?:[ \n]++|#[^\n]*+)*+")
_PLAIN = re.compile(FLOW_PLAIN)
_MORE = re.compile(r" *+(\n[ \n]*+)(?=[^,\[\]{}#])")
_CONTINUED = re.compile(FLOW_REST + "++")
_PAIR = re.compile(rf" *+({FLOW_PLAIN}): ++({FLOW_PLAIN}) *+([,}}])")
_COLON = re.compile(r" *+:(?=[ \n])")
_COLON_AFTER_QUOTED = re.compile(r" *+:")
_CLOSING = {"[": "]", "{": "}"}


class Flows(Scalars):
    """Goes over what stands in brackets. A bracket that is not closed is told where it opens."""

    def __init__(self, text: str, file: str) -> None:
        super().__init__(text, file)
        self._open: list[int] = []
        self._outside = END
        self._doubtful = NOWHERE

    def flow(self, parent: int) -> Seen:
        """A mapping or list in brackets; a line that is no further in than ``parent`` makes its end doubtful."""
        self._outside = parent
        self._doubtful = NOWHERE
        return self._collection()

    def check_key(self, begins: int, colon: int) -> None:
        """A key has an end in sight."""
        if colon - begins > LONGEST_KEY:
            self.refuse(begins, "Y021", str(colon - begins), str(LONGEST_KEY))

    def _collection(self) -> Seen:
        begins, line = self.pos, self.line
        self.enter(begins)
        self._open.append(begins)
        self.pos += 1
        if self.text[begins] == "[":
            self._items()
        else:
            self._entries()
        self._open.pop()
        self.depth -= 1
        return Seen(line)

    def _items(self) -> None:
        while self._skip() != "]":
            self._separate("]", self._part())
        self.pos += 1

    def _entries(self) -> None:
        while True:
            while pair := _PAIR.match(self.text, self.pos):
                self._pair(pair)
                if pair[3] == "}":
                    return
            if self._skip() == "}":
                self.pos += 1
                return
            self._entry()

    def _pair(self, pair: re.Match[str]) -> None:
        """A key and a value without quotation marks on one line, as most are."""
        self.check_key(pair.start(1), pair.end(1))
        self.count(pair.start(2))
        self.pos = pair.end()

    def _entry(self) -> None:
        self._key()
        line = self.line
        if self._skip() in ",}":
            self.count(self.pos)
            value = Seen(line, "")
        else:
            value = self._part()
        self._separate("}", value)

    def _key(self) -> None:
        """Go over a key and its colon."""
        alias = self.skip_properties()
        begins = self.pos
        sign = self._skip()
        if sign in "[{":
            self.refuse(begins, "Y010")
        if sign in "\"'":
            found = self.quoted_at(begins)
            if found is None or "\n" in found[1]:
                self.refuse(begins, "Y013", sign)
            self.check_quoted(found)
            end, colons = found.end(), _COLON_AFTER_QUOTED
        else:
            found = None if alias else _PLAIN.match(self.text, begins)
            if found is None and not alias:
                self._refuse_begin_in_brackets()
            end, colons = found.end() if found else begins, _COLON
        colon = colons.match(self.text, end)
        if colon is None:
            self._doubt()
            self.refuse(begins, "Y016", self.text[begins:end][-LONGEST_SHOWN:], suggestion=self.hint(begins, end))
        self.check_key(begins, colon.end() - 1)
        self.pos = colon.end()

    def _part(self) -> Seen:
        line, begins = self.line, self.pos
        alias = self.skip_properties()
        has_properties = self.pos != begins
        sign = self._skip()
        if alias or (sign in ",]}" and has_properties):
            self.count(self.pos)
            return Seen(line, alias)
        if sign in "[{":
            return self._collection()
        if sign in "\"'":
            return self.quoted(self._outside)
        return self._plain_in_brackets()

    def _plain_in_brackets(self) -> Seen:
        line = self.line
        found = _PLAIN.match(self.text, self.pos)
        if found is None:
            self._refuse_begin_in_brackets()
        self.count(self.pos)
        self.pos = found.end()
        while (more := _MORE.match(self.text, self.pos)) and (after := _CONTINUED.match(self.text, more.end())):
            self._pass(more.end())
            self.pos = after.end()
        return Seen(line, found[0])

    # ── between the parts ─────────────────────────────────────────────────────

    def _skip(self) -> str:
        """Go over blanks, lines and comments; the sign behind them."""
        gap = _GAP.match(self.text, self.pos)
        assert gap
        self._pass(gap.end())
        if self.pos >= len(self.text):
            self._refuse_open()
        return self.text[self.pos]

    def _pass(self, pos: int) -> None:
        line = self.line
        self.jump(pos)
        if line != self.line and self.pos < len(self.text):
            if self.pos == self.start and self.is_marker(pos):
                self._refuse_open()
            if self.pos - self.start <= self._outside and self.text[pos] not in "]}":
                self._doubtful = self._open[-1]

    def _separate(self, closing: str, part: Seen) -> None:
        """Behind a part comes a comma or the end."""
        sign = self._skip()
        if sign == ",":
            self.pos += 1
        elif sign != closing:
            self._doubt()
            if sign in "]}":
                self._refuse_open()
            if sign == ":" and part.line == self.line:
                found = (part.text or "")[-LONGEST_SHOWN:]
                self.refuse(self.pos, "Y017", found, suggestion=self.hint(self.start, self.pos))
            pos = self.start + len(self.text[self.start : self.pos]) - len(self.text[self.start : self.pos].lstrip())
            self.refuse(self.pos if sign != ":" else pos, "Y024", self.rest(self.pos if sign != ":" else pos))

    # ── refusing ──────────────────────────────────────────────────────────────

    def _doubt(self) -> None:
        """When a line of this bracket was outside already, its end is what is missing."""
        if self._open[-1] == self._doubtful:
            self._refuse_open()

    def _refuse_open(self) -> NoReturn:
        opening = self.text[self._open[-1]]
        self.refuse(self._open[-1], "Y014", opening, _CLOSING[opening])

    def _refuse_begin_in_brackets(self) -> NoReturn:
        self._doubt()
        sign = self.text[self.pos]
        if sign in "]}":
            self._refuse_open()
        if sign in "-:,":
            self.refuse(self.pos, "Y004", self.rest(self.pos))
        self.refuse(self.pos, "Y019", sign)
