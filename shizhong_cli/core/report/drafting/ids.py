"""Ids that a person can type: those of common indicators, else how the name is spoken, else a digest of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Container

Romanize = Callable[[str], str]
_LONGEST = 40


def id_for(name: str, romanize: Romanize | None, taken: Container[str]) -> str:
    """An id for a name that no indicator has yet; the same for the same names in the same order."""
    spoken = re.sub("[^a-z0-9_]+", "", romanize(name).lower())[:_LONGEST].strip("_") if romanize else ""
    if not spoken:
        return _digest(name)
    id = spoken if spoken[0].isalpha() else f"n{spoken}"
    number = 1
    while f"{id}_{number}" in taken if number > 1 else id in taken:
        number += 1
    return id if number == 1 else f"{id}_{number}"


def _digest(name: str) -> str:
    return f"x_{hashlib.sha256(name.encode()).hexdigest()[:8]}"
