"""A cheap look at a whole text: whether it has to be gone over before a library sees it.

Most files hold nothing of what is looked for here. A doubt costs time and nothing else.
"""

from __future__ import annotations

import re

from shizhong_cli.reading.pack.slips.limits import DEEPEST, FORBIDDEN, MOST_NODES


def is_doubtful(text: str) -> bool:
    """Whether a text could hold what is refused though YAML has it, or what PyYAML does not read alike everywhere."""
    if FORBIDDEN.search(text) or any(sign in text for sign in _DOUBTFUL) or text.startswith(_FIRST_IN_LINE):
        return True
    if any(sign in text for sign in "&*!") and (text[0] in "&*!" or _MARKED.search(text)):
        return True
    if "#" in text and _TIGHT_COMMENT.search(text):
        return True
    return _is_large(text)


def _is_large(text: str) -> bool:
    """Whether there could be more in a text, or deeper inside each other, than anyone would write."""
    if _DEEP_FIRST_LINE.match(text) or _DEEP_LINE.search(text):
        return True
    return _most_nodes(text) > MOST_NODES or _deepest_brackets(text) > DEEPEST


_FIRST_IN_LINE = ("%", "---", "...", ":")  # directives, documents, keys of no word
_DOUBTFUL = (
    "?",
    "\\",
    ":,",
    ":[",
    ":]",
    ":{",
    ":}",
    " :",
    "-:",
    "[:",
    "{:",
    ",:",
    *(f"\n{sign}" for sign in _FIRST_IN_LINE),
)
_MARKED = re.compile(r"[&*!](?=\S)(?<=[\s\[{,:-].)")  # anchors, aliases, tags
_TIGHT_COMMENT = re.compile("[|>0-9+-]#")  # behind the sign of lines below
_DEEP_LINE = re.compile(rf"\n[\s?:-]{{{DEEPEST}}}")
_DEEP_FIRST_LINE = re.compile(rf"[\s?:-]{{{DEEPEST}}}")
_SEPARATORS = (",", "\n", ": ", "- ", "[", "{")
_BRACKETS = re.compile(r"[\[{]|[\]}]")
_FLAT_BRACES = re.compile(r"\{[^\[\]{}\"'#\n]*\}")
_QUOTED = re.compile(r"(?<=[:,\[{] )\"[^\"\\\n\[\]{}#]*\"")  # where no bracket is left out with it
_HIDES_BRACKETS = re.compile(r"[\"'#]")


def _most_nodes(text: str) -> int:
    """More nodes than there can be: every one comes behind a separator, and a key with each value."""
    return 2 * sum(text.count(separator) for separator in _SEPARATORS)


def _deepest_brackets(text: str) -> int:
    """How deep brackets can be nested at most: one that closes does not count where it may stand in quotation marks."""
    depth = deepest = 0
    for line in _FLAT_BRACES.sub("", _QUOTED.sub("", text)).split("\n"):
        if "[" not in line and "{" not in line and not depth:
            continue
        closes = not _HIDES_BRACKETS.search(line)
        for bracket in _BRACKETS.findall(line):
            if bracket in "[{":
                depth += 1
                deepest = max(deepest, depth)
            elif closes and depth:
                depth -= 1
    return deepest + 1  # those that were taken out
