"""The text of a page saved from a browser: what a reader sees, one line a row of a table.

Style sheets, scripts and whatever is hidden or struck out are none of the text; a raised digit stays a raised digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from shizhong_cli.core.figure.characters import is_whole_number
from shizhong_cli.reading.report.cell_text import in_one_line

_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FRAGMENT = re.compile(
    r"\s*<(?P<tag>p|div|table|tbody|tr|section|article|main|h[1-6]|ul|ol|dl|span|font|center|blockquote|style|script)\b[^<>]{0,2000}>",
    re.I,
)
_MARKDOWN = re.compile(r"^(?:#{1,6} |[ \t]{0,3}\|?[ \t]{0,3}:?-{3}|```|[-*] )", re.M)
"""What no piece of a page has: such a text is Markdown with some tags in it, whose line ends count."""
_UNSEEN = frozenset(
    ("script", "style", "head", "noscript", "template", "svg", "math", "select", "textarea", "iframe", "object")
)
_STRUCK = frozenset(("del", "s", "strike"))
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "ul",
    ]
)
_CELLS = frozenset(("td", "th"))
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_END_LEFT_OUT = frozenset(("p", "li", "td", "th", "tr", "dt", "dd"))
"""Elements that end where the next of their kind begins."""
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[^;]*line-through|font-size\s*:\s*0(?![.0-9])", re.I
)
_STYLES = re.compile(r"<style\b[^<>]*>([^<]*)</style", re.I)
_FOR_OTHERS = re.compile(r"@[a-z-]+[^{};]{0,200}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.I)
"""What a style sheet says of a printer or a small screen."""
_RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
_CLASS = re.compile(r"\.(-?[a-z_][\w-]*)", re.I)
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def is_web_page(text: str) -> bool:
    """Whether a text is the source of a page."""
    return _BEGINS.match(text[:8192]) is not None or _is_fragment(text)


def _is_fragment(text: str) -> bool:
    """Whether a text is a piece of a page: it begins with an element that ends, and is no Markdown."""
    begins = _FRAGMENT.match(text[:8192])
    if begins is None or _MARKDOWN.search(text):
        return False
    return f"</{begins['tag'].lower()}" in text.lower()


def page_text(source: str) -> str:
    """What a reader of the page sees of it."""
    page = _Page(frozenset(_hidden_classes(source)))
    page.feed(_closed(source))
    page.close()
    return _tidy(page.parts)


def _hidden_classes(source: str) -> Iterator[str]:
    """The classes whose elements the style sheets of the page hide."""
    for styles in _STYLES.finditer(source):
        for rule in _RULE.finditer(_FOR_OTHERS.sub("", styles[1])):
            if _HIDING.search(rule[2]):
                names = (_CLASS.fullmatch(selector.strip()) for selector in rule[1].split(","))
                yield from (name[1] for name in names if name)


def _closed(source: str) -> str:
    """The source without comments and tags that never end, on which the parser of the library spends its time."""
    comments = source.rfind("-->") + 1
    source = source[:comments] + source[comments:].replace("<!--", "")
    tags = source.rfind(">") + 1
    return source[:tags] + source[tags:].replace("<", "&lt;")


class _Page(HTMLParser):
    """The text so far; an element that is not seen hides what stands in it."""

    def __init__(self, hidden: frozenset[str] = frozenset()) -> None:
        super().__init__(convert_charrefs=True)
        self.hidden = hidden  # classes
        self.parts: list[str] = []
        self.unseen: list[str] = []  # the elements inside the outermost one that is not seen, with it
        self.tables = self.raised = 0
        self.over = 0  # further columns that the cell before reaches over
        self.column = 0
        self.below: dict[int, int] = {}  # how many rows below have nothing in a column, since a cell reaches down

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(self.unseen) == 1 and tag == self.unseen[0] and tag in _END_LEFT_OUT:
            self.unseen.pop()
        if self.unseen:
            if tag == self.unseen[0]:
                self.unseen.append(tag)
            return
        if tag not in _VOID and _is_hidden(tag, dict(attrs), self.hidden):
            self.unseen.append(tag)
            return
        self.tables += tag == "table"
        self.raised += tag == "sup"
        self.parts.append(self._cell(dict(attrs)) if tag in _CELLS else self._sign(tag))

    def handle_endtag(self, tag: str) -> None:
        if self.unseen:
            if tag == self.unseen[0]:
                self.unseen.pop()
            return
        if tag in _ENDS_OF_ROWS:
            self.parts.append(self._rest_of_row())
        if tag == "table":
            self.parts.append("\n\n")
            self.tables = max(0, self.tables - 1)
        elif tag == "sup":
            self.raised = max(0, self.raised - 1)
        elif tag in _BLOCKS and not self.tables:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self.unseen:
            return
        text = _BLANKS.sub(" ", data.replace(_IN_CELL, " "))
        self.parts.append(text.translate(_RAISED) if self.raised and text.strip("0123456789-−") == "" else text)

    def _sign(self, tag: str) -> str:
        """What the beginning of an element is in text."""
        if tag == "tr":
            rest = self._rest_of_row()
            self.column = self.over = 0
            return f"{rest}\n"
        if tag == "table":
            self.below.clear()
            return "\n\n"
        if tag == "br" or tag in _BLOCKS:
            return _IN_CELL if self.tables else "\n" if tag == "br" else "\n\n"
        return ""

    def _rest_of_row(self) -> str:
        """The tabs behind the last cell of a row: for the columns that it, and cells above, reach over."""
        tabs, self.over = self.over, 0
        self.column += tabs
        while 0 < self.column < _MOST_COLUMNS and self.below.get(self.column, 0) > 0:
            self.below[self.column] -= 1
            self.column += 1
            tabs += 1
        self.column = 0
        return "\t" * tabs

    def _cell(self, attributes: dict[str, str | None]) -> str:
        """The tabs before a cell: one for it, and one for each column that a cell beside or above reaches over."""
        tabs = 1 + self.over
        self.column += self.over
        while self.below.get(self.column, 0) > 0 and self.column < _MOST_COLUMNS:
            self.below[self.column] -= 1
            self.column += 1
            tabs += 1
        width, height = (_number(attributes.get(name)) for name in ("colspan", "rowspan"))
        if height > 1:
            self.below.update(dict.fromkeys(range(self.column, self.column + width), height - 1))
        self.column += 1
        self.over = width - 1
        return "\t" * tabs


_ENDS_OF_ROWS = frozenset(("tr", "table", "thead", "tbody", "tfoot"))
_MOST_COLUMNS = 200
_IN_CELL = "\v"
"""The end of a line inside a cell."""


def _number(text: str | None) -> int:
    """How many columns or rows a cell reaches over."""
    digits = (text or "").strip()
    return min(max(int(digits), 1), _MOST_COLUMNS) if is_whole_number(digits) and len(digits) < 6 else 1


def _is_hidden(tag: str, attributes: dict[str, str | None], hidden: frozenset[str]) -> bool:
    return (
        tag in _UNSEEN
        or tag in _STRUCK
        or "hidden" in attributes
        or _HIDING.search(attributes.get("style") or "") is not None
        or not hidden.isdisjoint((attributes.get("class") or "").split())
    )


def _tidy(parts: Iterable[str]) -> str:
    """Lines without blanks around them, at most one empty line between."""
    text = "\n".join(map(_of_one_cell, "".join(parts).split("\n")))
    lines = (
        re.sub(r" *\t *", "\t", re.sub(" {2,}", " ", line)).strip(" ").removeprefix("\t") for line in text.split("\n")
    )
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n") + "\n"


def _of_one_cell(row: str) -> str:
    """A row whose cells are one line each; one cell with lines of its own, as pages are laid out in, is its lines."""
    if _IN_CELL not in row:
        return row
    if "\t" not in row.strip("\t "):
        return row.replace(_IN_CELL, "\n")
    return "\t".join(in_one_line(cell.split(_IN_CELL)) for cell in row.split("\t"))
