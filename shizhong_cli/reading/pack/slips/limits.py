"""What a file of YAML holds at most; apart from what goes over a text, which most files never need."""

from __future__ import annotations

import re

DEEPEST = 60
MOST_NODES = 200_000
MOST_PROBLEMS = 100

FORBIDDEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What no line of a file needs: control characters, halves of characters, line ends other than those of all systems."""
