"""Texts as they are typed into a YAML file: as they are where YAML takes them so, in quotation marks elsewhere."""

from __future__ import annotations

import re

from shizhong_cli.escapes.visible import hidden

_SAFE = re.compile(
    r"[A-Za-z0-9_\u00b7\u2014\u2018-\u201d\u3001-\u3002\u3008-\u3011\u4e00-\u9fff\uff08\uff09\uff0c]"
    r"[A-Za-z0-9_ .%/+\u00b7\u2014\u2018-\u201d\u3001-\u3002\u3008-\u3011\u4e00-\u9fff\uff08\uff09\uff0c-]*"
)
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")
_NOTHING = ("null", "~", "")


def scalar(text: str) -> str:
    """A text as a value inside braces or behind a key, on one line; what does not show is written as an escape."""
    text = _fit(text)
    if hidden().search(text):
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + hidden().sub(lambda found: f"\\U{ord(found[0]):08x}", quoted) + '"'
    if _SAFE.fullmatch(text) and text.lower() not in _NOTHING:
        return text
    return "'" + text.replace("'", "''") + "'"


def one_line(text: str) -> str:
    """A text without line breaks and with nothing hidden in it; fit for a comment."""
    return hidden().sub("\ufffd", _fit(text))


def _fit(text: str) -> str:
    """Without line breaks and the characters that YAML or the loader refuses."""
    return " ".join(_UNFIT.sub(" ", text).split())


def flow_mapping(entries: dict[str, str]) -> str:
    """``{flow: 12.8万人, period: 2025}``, without what is empty."""
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in entries.items() if value) + "}"
