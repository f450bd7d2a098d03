"""The columns of rows that declare a pack, by what a row declares."""

from __future__ import annotations

from collections.abc import Mapping

INDICATOR = (
    "name", "name_en", "direction", "prices", "units", "per", "may_exceed", "within", "companions", "akin", "same_as",
    "in_words", "may_be_negative",
)  # fmt: skip
FIGURE = (
    "unit", "period", "since", "section", "rounding", "rounded_to", "multiple", "shared", "estimated", "guessed",
    "note", "note_en",
)  # fmt: skip
_REVISED = ("revised", "revised_on", "revised_by", "revised_earlier")
GOAL = (
    "binding", "responsible", "wording", "held", "provisional", "above_last_year", "base_differs", "base_differs_en",
    "milestones", "relative", "profile",
)  # fmt: skip
_TOLD = ("number", "value", "bound", "low", "low_closed", "high", "high_closed", "revised_value")
"""What an export tells of a figure beside its text. It is not read, but value and bound must be those of the text."""

_BASELINE = ("indicator", "measure", "figure", *FIGURE, *_REVISED)
COLUMNS_OF: Mapping[str, tuple[str, ...]] = {
    "baseline": (*_BASELINE, *INDICATOR, *_TOLD),
    "target": (*_BASELINE, *GOAL, *INDICATOR, *_TOLD),
    "reference": (*_BASELINE, "source", "source_en", "published", *INDICATOR, *_TOLD),
    "actual": (
        "indicator", "measure", "figure", "unit", "as_of", "source", "note", "recorded", "doubt", "by", "withdraws",
        "evidence", "confirmed_by", "confirmed_at",
    ),
    "indicator": ("indicator", *INDICATOR),
    "report": ("title", "title_en"),
    "section": ("id", "name", "name_en", "begins"),
    "unit": ("id", "name_en", "whole", "same_as"),
    "about": ("growth", "otherwise", "reason", "reason_en"),
    "check": (
        "id", "expression", "kind", "name", "name_en", "unknown", "unknown_en", "not_checkable", "not_checkable_en",
        "promise", "unit",
    ),
    "silence": ("question", "indicator", "reason"),
    "profile": ("indicator", "quarters", "months", "source"),
    "rate": ("rate", "date", "source"),
    "exclusion": ("text", "section", "reason", "reason_en"),
}  # fmt: skip
"""The columns that a row of each role can have, beside ``pack``, ``role``, ``file`` and ``line``."""

FIGURES = ("baseline", "target", "reference")
NESTED = frozenset(
    ("prices", "units", "within", "companions", "akin", "guessed", "milestones", "relative", "quarters", "months")
)
NO_WORD = {
    "held": "false", "provisional": "false", "shared": "false", "estimated": "false", "above_last_year": "false",
    "may_exceed": "false", "may_be_negative": "false", "rounding": "nearest", "multiple": "increase",
}  # fmt: skip
"""What says as much as an empty cell."""

NO_SECTION = "-"
"""Where figures stand that are of no section."""
