"""The fixed words for what a check comes to."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What a check comes to, worst first."""

    INCONSISTENT = "inconsistent"
    ONLY_IF_TRUNCATED = "only_if_truncated"
    VACUOUS = "vacuous"
    NOT_CHECKABLE = "not_checkable"
    CONSISTENT = "consistent"
