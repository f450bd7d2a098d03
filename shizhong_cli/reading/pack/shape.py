"""The shape of the two files as JSON Schema, without words: what an editor can check while somebody types.

A schema sees keys, kinds of values, fixed words, ids and periods; figures, units and references only the loader reads.
Editors read YAML their own way (2025 is a number, true a truth value), so that a text may be any single value.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from shizhong_cli.core.figure.terms import Rounding
from shizhong_cli.core.figure.units import TIMES
from shizhong_cli.core.pack.terms import PRICE_BASES, Binding, Direction, Kind, QuestionRule
from shizhong_cli.reading.pack.beside import GUESSES
from shizhong_cli.reading.pack.figures import BASELINE_KEYS, MEASURES, REFERENCE_KEYS, TARGET_KEYS
from shizhong_cli.reading.pack.places import BASELINES, TARGETS

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_NEEDED: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
_FLAG: Schema = {"enum": [True, False, "true", "false", None, ""]}
_ID = "^[a-z][a-z0-9_]*$"
_YEAR = "(19|20|21)[0-9]{2}"
_MONTH = "(0[1-9]|1[0-2])"
_PERIOD: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 1900, "maximum": 2199},
        {
            "type": "string",
            "pattern": f"^({_YEAR}(/{_YEAR}|-Q[1-4]|-[SH][12]|-{_MONTH}(-(0[1-9]|[12][0-9]|3[01])|/{_YEAR}-{_MONTH})?)?"
            "|[^0-9]*[０-９].*)$",
        },
    ]
}


def shape_of(file: str) -> Schema:
    """The schema of ``targets.yaml`` or ``baselines.yaml``."""
    return _FILES[file]


def _words(kind: type[StrEnum], needed: bool = False) -> Schema:
    return {"enum": [*(str(one) for one in kind), *([] if needed else [None, ""])]}


def _object(properties: dict[str, Schema], required: Iterable[str] = (), **more: Any) -> Schema:
    rules: Schema = {"type": "object", "properties": properties, "additionalProperties": False, **more}
    return rules | ({"required": list(required)} if required else {})


def _named(value: Schema, pattern: str = "") -> Schema:
    """Entries under names of one's own."""
    names: Schema = {"propertyNames": {"pattern": pattern}} if pattern else {}
    return {"type": ["object", "null", "string"], "maxLength": 0, "additionalProperties": value, **names}


def _list(item: Schema) -> Schema:
    return {"type": ["array", "null", "string"], "maxLength": 0, "items": item}


def _optional(schema: Schema) -> Schema:
    return schema | {"type": ["object", "null", "string"], "maxLength": 0}


_REPLACEMENTS = _list(_object({"figure": _NEEDED, "date": _PERIOD, "source": _NEEDED}, ("figure", "date", "source")))
_OF_FIGURES: dict[str, Schema] = {
    **dict.fromkeys(MEASURES, _NEEDED),
    "period": _PERIOD,
    "since": _PERIOD,
    "published": _PERIOD,
    "rounding": _words(Rounding),
    "multiple": {"enum": ["increase", "times", None, ""]},
    "binding": _words(Binding),
    **dict.fromkeys(("shared", "estimated", "held", "provisional", "above_last_year"), _FLAG),
    "adjusted": _REPLACEMENTS,
    "revised": _REPLACEMENTS,
    "guessed": _list({"enum": [*GUESSES]}),
    "milestones": {"type": ["object", "null"], "additionalProperties": _NEEDED},
    "relative": _object({"to": _NEEDED, "by": _TEXT, "period": _PERIOD}, ("to",)),
    "profile": {},  # a time, shares by times, or twelve months: the loader tells
}
"""The keys of figures that are more than a text."""


def _figure(keys: Iterable[str], required: Iterable[str], kinds: Iterable[str]) -> Schema:
    properties = {key: _OF_FIGURES.get(key, _TEXT) for key in keys}
    properties |= {key: _NEEDED for key in required if key not in _OF_FIGURES}
    one_of = [{"required": [kind]} for kind in kinds]
    return _object(properties, required, oneOf=one_of, dependentRequired={"average_growth": ["since"]})


_BASELINE = _figure(BASELINE_KEYS, ("period", "section"), MEASURES)
_REFERENCE = _figure(REFERENCE_KEYS, ("indicator", "period", "source"), MEASURES)
_TARGET = _figure(TARGET_KEYS, ("indicator", "period", "section"), (*MEASURES, "qualitative"))
_INDICATOR = _object(
    {
        "name": _NEEDED,
        "name_en": _TEXT,
        "direction": _words(Direction, needed=True),
        "prices": _optional(_object({key: {"enum": list(PRICE_BASES)} for key in MEASURES})),
        "units": _list(_NEEDED),
        "per": _TEXT,
        "may_exceed": _FLAG,
        "within": _list(_NEEDED),
        "companions": _list(_NEEDED),
        "akin": _list(_NEEDED),
        "in_words": _TEXT,
        "may_be_negative": _FLAG,
        "same_as": _list(_NEEDED),
        "figures": _list(_BASELINE),
    },
    ("name", "direction"),
)
_CHECK_TEXTS = ("name", "name_en", "unknown", "unknown_en", "not_checkable", "not_checkable_en", "promise")
_CHECK = _object(
    {
        "expression": _NEEDED,
        "kind": _words(Kind),
        **dict.fromkeys(_CHECK_TEXTS, _TEXT),
        "unit": {"enum": ["", TIMES, None]},
    },
    ("expression",),
)
_SECTION = {"anyOf": [_TEXT, _object(dict.fromkeys(("name", "name_en", "begins"), _TEXT))]}
_UNIT = {"anyOf": [_TEXT, _object({"name_en": _TEXT, "whole": _FLAG, "same_as": _TEXT})]}
_EXCLUSION = _object({"text": _NEEDED, "section": _TEXT, "reason": _NEEDED, "reason_en": _TEXT}, ("text", "reason"))
_SILENCE = _object(
    {"question": _words(QuestionRule, needed=True), "indicator": _NEEDED, "reason": _NEEDED},
    ("question", "indicator", "reason"),
)
_RATE = _object({"rate": _NEEDED, "date": _TEXT, "source": _TEXT}, ("rate", "date"))
_PROFILE = _object(
    {
        "quarters": _list(_NEEDED) | {"minItems": 4, "maxItems": 4},
        "months": _list(_NEEDED) | {"minItems": 12, "maxItems": 12},
        "source": _TEXT,
    },
    oneOf=[{"required": ["quarters"]}, {"required": ["months"]}],
)
_CONVENTIONS = _optional(
    _object(
        {
            "about": _optional(_object(dict.fromkeys(("growth", "otherwise", "reason", "reason_en"), _TEXT))),
            "lights": _optional(_object(dict.fromkeys(("lead", "points", "otherwise", "reason", "reason_en"), _TEXT))),
        }
    )
)
_SHARED: dict[str, Schema] = {
    "report": _optional(_object(dict.fromkeys(("title", "title_en", "date"), _TEXT))),
    "rounding": _words(Rounding),
    "sections": _named(_SECTION),
    "units": _named(_UNIT),
    "indicators": _named(_INDICATOR, _ID),
    "exclusions": _list(_EXCLUSION),
}
_FILES = {
    BASELINES: _object(
        {**_SHARED, "references": _list(_REFERENCE), "checks": _named(_CHECK), "silence": _list(_SILENCE)}
    ),
    TARGETS: _object(
        {**_SHARED, "conventions": _CONVENTIONS, "profiles": _named(_PROFILE), "rates": _list(_RATE),
         "targets": _list(_TARGET)}
    ),
}  # fmt: skip
