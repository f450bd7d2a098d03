"""Single texts of YAML: plain, in quotation marks, and the lines below | and >."""

from __future__ import annotations

import re
from typing import NoReturn

from shizhong_cli.reading.pack.slips.cursor import CONTROL, END, Cursor, Seen

_BEGIN = r"""(?:[^ \n\-?:,\[\]{}#&*!|>'"%@`]|"""
_BLOCK_REST = r"(?:[^ \n:]++|:(?=[^ \n])| ++(?=[^ \n:#]|:[^ \n]))"
BLOCK_PLAIN = rf"{_BEGIN}[\-?:](?=[^ \n])){_BLOCK_REST}*+"
FLOW_REST = r"(?:[^ \n:,?\[\]{}]++|:(?=[^ \n,?\[\]{}])| ++(?=[^ \n:#,?\[\]{}]|:[^ \n,?\[\]{}]))"
FLOW_PLAIN = rf"{_BEGIN}-(?=[^ \n,?\[\]{{}}])){FLOW_REST}*+"
_PLAIN = re.compile(BLOCK_PLAIN)
_MORE = re.compile(r" *+((?:\n *+)++)(?=[^#])")
_CONTINUED = re.compile(_BLOCK_REST + "++")
_QUOTED = {'"': re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL), "'": re.compile(r"'((?:[^']++|'')*+)'")}
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_HEADER = re.compile(r"([|>])(?:([+-])([1-9])?|([1-9])([+-])?)?(?: ++(?:#[^\n]*+)?)?\n")
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029", "\n": "",
}  # fmt: skip


def _escaped(escape: str) -> str | None:
    """The character that an escape stands for; ``None`` where there is none."""
    if len(escape) == 1:
        return _ESCAPES.get(escape)
    number = int(escape[1:], 16)
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else None


def is_plain(text: str, pos: int) -> bool:
    """Whether a text without quotation marks begins at a spot."""
    return _PLAIN.match(text, pos) is not None


class Scalars(Cursor):
    """Goes over single texts. Each leaves the cursor behind the text."""

    def quoted_at(self, pos: int) -> re.Match[str] | None:
        """The text in quotation marks that begins at a spot."""
        return _QUOTED[self.text[pos]].match(self.text, pos)

    def check_quoted(self, found: re.Match[str]) -> None:
        """Whether every escape between quotation marks stands for a character that a text may hold."""
        for escape in _ESCAPE.finditer(found[1]) if found[0][0] == '"' else ():
            character = _escaped(escape[1])
            if character is None:
                self.refuse(found.start(1) + escape.start(), "Y020", escape[0])
            if CONTROL.match(character):
                self.complain(self.place(found.start()), "Y009", f"U+{ord(character):04X}")

    def quoted(self, parent: int) -> Seen:
        """A text in quotation marks; the further lines of it are further in than ``parent``."""
        begins, line = self.pos, self.line
        found = self.quoted_at(begins)
        style = self.text[begins]
        if found is None or ("\n" in found[1] and self._breaks_off(found[0], parent)):
            self.refuse(begins, "Y013", style)
        self.check_quoted(found)
        self.jump(found.end())
        self.count(begins)
        return Seen(line, found[1])

    def _breaks_off(self, quoted: str, parent: int) -> bool:
        """Whether a line of the text is not inside its key, so that a quotation mark must be missing above."""
        for line in quoted.split("\n")[1:]:
            content = line.lstrip(" ")
            if content.strip() and len(line) - len(content) <= parent:
                return True
            if parent == END and line[:3] in ("---", "...") and not line[3:4].strip():
                return True
        return False

    def plain(self, parent: int, is_alone: bool) -> Seen:
        """A text without quotation marks; the further lines of it are further in than ``parent``."""
        begins, line = self.pos, self.line
        found = _PLAIN.match(self.text, begins)
        if found is None:
            self.refuse_begin(begins)
        self.pos = found.end()
        while (more := _MORE.match(self.text, self.pos)) and (next_line := self._continued(more, parent)):
            self.jump(next_line.end())
        self._refuse_colon(begins, line, is_alone)
        self.count(begins)
        return Seen(line, found[0])

    def _continued(self, more: re.Match[str], parent: int) -> re.Match[str] | None:
        """The next line of a plain text."""
        end = more.end()
        if end >= len(self.text):
            return None
        start = self.text.rfind("\n", 0, end) + 1
        if end - start <= parent or (end == start and self.is_marker(start)):
            return None
        return _CONTINUED.match(self.text, end)

    def _refuse_colon(self, begins: int, line: int, is_alone: bool) -> None:
        """Complain of a colon with a blank inside a plain text: a key that cannot be one."""
        if self.skip_blanks() != ":":
            return
        if self.line == line:
            self.refuse(
                self.pos, "Y017", self.text[begins : self.pos].strip()[-30:], suggestion=self.hint(begins, self.pos)
            )
        if is_alone:
            end = self.text.index("\n", begins)
            self.refuse(begins, "Y016", self.rest(begins), suggestion=self.hint(begins, end))
        self.indent = len(self.text[self.start : self.pos]) - len(self.text[self.start : self.pos].lstrip(" "))
        self.refuse(self.start + self.indent, "Y018", self.rest(self.start + self.indent))

    def refuse_begin(self, pos: int) -> NoReturn:
        """Complain of the sign that no plain text begins with."""
        sign = self.text[pos]
        if sign in "]}":
            self.refuse(pos, "Y015", sign)
        if sign == "?":
            self.refuse(pos, "Y010")
        if sign in "-:,":
            self.refuse(pos, "Y004", self.rest(pos))
        self.refuse(pos, "Y019", sign)

    def block_text(self, parent: int) -> Seen:
        """The lines below | or >; leaves the cursor at the start of the line behind them."""
        begins, line = self.pos, self.line
        header = _HEADER.match(self.text, begins)
        if header is None:
            self.refuse(begins, "Y019", self.text[begins])
        self.jump(header.end())
        least = max(parent + 1, 1)
        size = header[3] or header[4]
        indent = least - 1 + int(size) if size else self._indent_below(least)
        self._pass_lines_below(indent)
        self.count(begins)
        return Seen(line, header[1])

    def _indent_below(self, least: int) -> int:
        """How far the first line with content is indented."""
        pos, deepest = self.pos, 0
        while pos < len(self.text):
            end = self.text.index("\n", pos)
            first = len(self.text[pos:end]) - len(self.text[pos:end].lstrip(" "))
            if pos + first < end:
                if first < least:
                    break
                if deepest > first:
                    self.jump(pos)
                    self.refuse(pos + first, "Y018", self.rest(pos + first))
                return first
            deepest = max(deepest, first)
            pos = end + 1
        return max(least, deepest)

    def _pass_lines_below(self, indent: int) -> None:
        """Go over the lines that are indented so far, and the empty ones among and behind them."""
        pos, margin = self.pos, " " * indent
        while pos < len(self.text):
            end = self.text.index("\n", pos)
            line = self.text[pos:end]
            if not line.startswith(margin) and line.strip(" "):
                break
            pos = end + 1
        self.jump(pos)
