"""Go over YAML text once and say what keeps it from being a data file: ``slips_in``.

What a data file needs of YAML passes, and all of that as YAML says. Anchors, aliases and tags are refused, so a small
file cannot unfold into a large one and every fact stands where it is read; so are a second document, directives, keys
that are no single word, and more levels or nodes than any real file has. The first thing that is no YAML ends it.
"""

from __future__ import annotations

import re
from typing import NoReturn

from shizhong_cli.problems import Problem
from shizhong_cli.reading.pack.slips.cursor import END, Refused, Seen
from shizhong_cli.reading.pack.slips.flows import Flows
from shizhong_cli.reading.pack.slips.limits import FORBIDDEN
from shizhong_cli.reading.pack.slips.scalars import BLOCK_PLAIN, is_plain

_KEY = re.compile(rf"({BLOCK_PLAIN}) *+:(?=[ \n])")
_COLON = re.compile(r" *+:(?=[ \n])")
_DASH = re.compile(r"-(?=[ \n])")
_NOTHING = re.compile(r"(?: *+(?:#[^\n]*+)?\n)*+")
_START = re.compile(r"--- *+(?:(?<= )#[^\n]*+)?\n")


def slips_in(text: str, file: str) -> list[Problem]:
    """What is wrong with YAML text whose lines end in a line feed; problems carry ``file`` as their place."""
    document = _Blocks(text, file)
    try:
        document.pass_over()
    except Refused as error:
        return [*document.problems, error.slip]
    return document.problems


class _Blocks(Flows):
    """Goes over what is told by indentation. Each method leaves the cursor at the content of a line below."""

    def pass_over(self) -> None:
        """Go over the whole text. Raises ``Refused``."""
        if bad := FORBIDDEN.search(self.text):
            self.refuse(bad.start(), *(("Y012",) if bad[0] == "\t" else ("Y009", f"U+{ord(bad[0]):04X}")))
        self._begin()
        self.to_content()
        if self.indent == END:
            return
        self._node(END)
        if self.indent != END:
            self._refuse_line()

    def _begin(self) -> None:
        """Go over the sign that a document begins; there are no directives before it."""
        pos = _NOTHING.match(self.text).end()  # type: ignore[union-attr]
        if self.text.startswith("%", pos):
            self.refuse(pos, "Y023", self.rest(pos))
        if start := _START.match(self.text, pos):
            self.jump(start.end())
        elif self.is_marker(pos):
            self.refuse(pos, "Y004", self.rest(pos))

    def _node(self, parent: int) -> None:
        """What begins at the cursor, the first content behind ``parent`` in its line."""
        begins = self.pos
        if _DASH.match(self.text, begins):
            self._block_list(begins - self.start)
        elif self._block_key():
            self._block_mapping(begins)
        else:
            self._value(parent, is_alone=True)

    def _block_key(self) -> bool:
        """Whether a key is at the cursor, which then goes behind its colon."""
        alias = self.skip_properties() if self.text[self.pos] in "&*!" else ""
        begins = self.pos
        if alias:
            found, colon = None, _COLON.match(self.text, begins)
        elif self.text[begins] in "\"'":
            found = self.quoted_at(begins)
            colon = _COLON.match(self.text, found.end()) if found and "\n" not in found[1] else None
        else:
            found = colon = _KEY.match(self.text, begins)
        if colon is None:
            return False
        self.check_key(begins, colon.end() - 1)
        self.pos = colon.end()
        if found is not None and found is not colon:
            self.check_quoted(found)
        return True

    def _block_mapping(self, begins: int) -> None:
        """A mapping whose first key has been gone over."""
        column = begins - self.start
        self.enter(begins)
        while True:
            self._value(column)
            if self.indent != column:
                break
            begins = self.pos
            if not self._block_key():
                self._refuse_key(begins)
        self._leave(column)

    def _block_list(self, column: int, is_in_key: bool = False) -> None:
        self.enter(self.pos)
        while _DASH.match(self.text, self.pos):
            self.pos += 1
            self._item(column)
            if self.indent != column:
                break
        else:
            if not is_in_key:
                self._refuse_line()
        self._leave(column)

    def _leave(self, column: int) -> None:
        """A block ends: the next line is not further in."""
        if self.indent > column:
            self._refuse_line()
        self.depth -= 1

    def _item(self, column: int) -> None:
        if self.is_at_rest():
            self._below(column, is_in_list=True)
            return
        self.skip_blanks()
        self._node(column)

    def _value(self, parent: int, is_alone: bool = False) -> None:
        """What stands behind a key, or alone in a line or behind a dash; or below that."""
        if self.is_at_rest():
            self._below(parent, is_alone)
            return
        sign = self.skip_blanks()
        begins = self.pos
        if sign in "&*!":
            alias = self.skip_properties()
            if self.is_at_rest() and not alias:
                self._below(parent, is_alone)
                return
            sign = "*" if alias else self.text[self.pos]
        if sign in "|>":
            self.block_text(parent)
            self.to_content()
            return
        seen = self._inline(sign, begins, parent, is_alone)
        if not self.next_line():
            self._refuse_rest(begins, seen, is_alone)

    def _inline(self, sign: str, begins: int, parent: int, is_alone: bool) -> Seen:
        """A value that begins in this line with ``sign``."""
        if sign in "[{":
            return self.flow(parent)
        if sign in "\"'":
            return self.quoted(parent)
        if sign == "*" and self.pos > begins:
            return Seen(self.line, sign)
        return self.plain(parent, is_alone)

    def _below(self, parent: int, is_in_list: bool) -> None:
        """What stands below a key or dash, which may be nothing."""
        self.next_line()
        if self.indent > parent:
            self._node(parent)
        elif self.indent == parent and not is_in_list and _DASH.match(self.text, self.pos):
            self._block_list(parent, is_in_key=True)
        else:
            self.count(self.pos)

    # ── refusing ──────────────────────────────────────────────────────────────

    def _refuse_line(self) -> NoReturn:
        """Complain of a line that is indented like nothing above it."""
        sign = self.text[self.pos]
        if sign in "]}":
            self.refuse(self.pos, "Y015", sign)
        self.refuse(self.pos, "Y018", self.rest(self.pos))

    def _refuse_key(self, begins: int) -> NoReturn:
        """Complain of a line among the entries of a mapping that does not begin with a key."""
        sign = self.text[begins]
        if sign in "\"'":
            found = self.quoted_at(begins)
            self._refuse_quoted(begins, found is not None and "\n" not in found[1])
        if sign in "[{":
            self.refuse(begins, "Y010")
        if _DASH.match(self.text, begins):
            self._refuse_line()
        if not is_plain(self.text, begins):
            self.refuse_begin(begins)
        end = self.text.index("\n", begins)
        self.refuse(begins, "Y016", self.rest(begins), suggestion=self.hint(begins, end))

    def _refuse_rest(self, begins: int, seen: Seen, is_alone: bool) -> NoReturn:
        """Complain of what stands behind a value in its line."""
        sign = self.skip_blanks()
        if seen.text is None:
            if sign in "]}":
                self.refuse(self.pos, "Y015", sign)
            if sign == ":" and is_alone:
                self.refuse(begins, "Y010")
        elif seen.line != self.line:
            self.refuse(begins, "Y013", self.text[begins])
        elif sign == ":" and is_alone:
            self._refuse_quoted(begins, is_closed=True)
        self.refuse(self.pos, "Y025", self.rest(self.pos))

    def _refuse_quoted(self, begins: int, is_closed: bool) -> NoReturn:
        """Complain of a key in quotation marks: they are not closed, or no colon comes behind."""
        if not is_closed:
            self.refuse(begins, "Y013", self.text[begins])
        end = self.text.index("\n", begins)
        self.refuse(begins, "Y016", self.rest(begins), suggestion=self.hint(begins, end))
