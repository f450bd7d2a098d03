"""The fixed words for what a check comes to."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Verdict(StrEnum):
    """What a check comes to, worst first."""

    INCONSISTENT = "inconsistent"
    ONLY_IF_TRUNCATED = "only_if_truncated"
    VACUOUS = "vacuous"
    NOT_CHECKABLE = "not_checkable"
    CONSISTENT = "consistent"


class Depth(IntEnum):
    """How much of a check is worked out: what nobody is shown need not be."""

    HOLDS = 0  # whether it holds; one that does is called consistent, whatever it would notice
    NOTICES = 1  # and whether it would notice a wrong digit
    SHOWN = 2  # and how many, of one that would notice any
    FULL = 3  # all of it
