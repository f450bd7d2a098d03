"""The text of a page saved from a browser: what a reader sees, one line a row of a table.

Style sheets, scripts and whatever is hidden or struck out are none of the text; a raised digit stays a raised digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser

_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
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
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[^;]*line-through", re.I)
_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def is_web_page(text: str) -> bool:
    """Whether a text is the source of a page."""
    return _BEGINS.match(text[:8192]) is not None


def page_text(source: str) -> str:
    """What a reader of the page sees of it."""
    page = _Page()
    page.feed(_closed(source))
    page.close()
    return _tidy(page.parts)


def _closed(source: str) -> str:
    """The source without comments and tags that never end, on which the parser of the library spends its time."""
    comments = source.rfind("-->") + 1
    source = source[:comments] + source[comments:].replace("<!--", "")
    tags = source.rfind(">") + 1
    return source[:tags] + source[tags:].replace("<", "&lt;")


class _Page(HTMLParser):
    """The text so far; an element that is not seen hides what stands in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen: list[str] = []  # the elements inside the outermost one that is not seen, with it
        self.tables = self.raised = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(self.unseen) == 1 and tag == self.unseen[0] and tag in _END_LEFT_OUT:
            self.unseen.pop()
        if self.unseen:
            if tag == self.unseen[0]:
                self.unseen.append(tag)
            return
        if tag not in _VOID and _is_hidden(tag, dict(attrs)):
            self.unseen.append(tag)
            return
        self.tables += tag == "table"
        self.raised += tag == "sup"
        self.parts.append(self._sign(tag))

    def handle_endtag(self, tag: str) -> None:
        if self.unseen:
            if tag == self.unseen[0]:
                self.unseen.pop()
            return
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
        text = _BLANKS.sub(" ", data)
        self.parts.append(text.translate(_RAISED) if self.raised and text.strip("0123456789-−") == "" else text)

    def _sign(self, tag: str) -> str:
        """What the beginning of an element is in text."""
        if tag in _CELLS:
            return "\t"
        if tag == "tr":
            return "\n"
        if tag == "br":
            return " " if self.tables else "\n"
        if tag in _BLOCKS:
            return "\n\n" if tag == "table" else " " if self.tables else "\n\n"
        return ""


def _is_hidden(tag: str, attributes: dict[str, str | None]) -> bool:
    return (
        tag in _UNSEEN
        or tag in _STRUCK
        or "hidden" in attributes
        or _HIDING.search(attributes.get("style") or "") is not None
    )


def _tidy(parts: Iterable[str]) -> str:
    """Lines without blanks around them, at most one empty line between."""
    lines = (
        re.sub(r" *\t *", "\t", re.sub(" {2,}", " ", line)).strip(" ").removeprefix("\t")
        for line in "".join(parts).split("\n")
    )
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n") + "\n"
