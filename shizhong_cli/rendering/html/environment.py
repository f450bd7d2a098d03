"""How the templates are filled. The only importer of jinja2."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from shizhong_cli.escapes.visible import visible
from shizhong_cli.rendering.sentences.numbers import fixed
from shizhong_cli.rendering.wording import Language, Words

TEMPLATES = Path(__file__).parent / "templates"
_DATE = re.compile(r"[0-9]{4}-(?:[0-9]{2}-[0-9]{2}|[0-9]{2}|Q[1-4])(?:/[0-9]{4}-[0-9]{2})?(?![0-9-])")


def environment(words: Words) -> Environment:
    """Everything that is filled in is escaped, and nothing in it is hidden."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.globals["words"] = words
    made.globals["language"] = "zh-CN" if words.language is Language.ZH else "en"
    made.filters["place"] = lambda position: f"{fixed(position * 100, 2)}%"
    made.filters["whole_dates"] = whole_dates
    return made


def _shown(value: object) -> object:
    """What stands in a gap of the page: a text with nothing hidden in it, markup and numbers as they are."""
    return visible(value) if type(value) is str else value


def whole_dates(text: str) -> Markup:
    """A text whose dates are not broken at their hyphens."""
    return Markup(_DATE.sub(r'<span class="date">\g<0></span>', str(escape(visible(text)))))
