"""What a file of YAML holds at most; apart from what goes over a text, which most files never need."""

from __future__ import annotations

import re

DEEPEST = 60
MOST_NODES = 200_000
MOST_PROBLEMS = 100

FORBIDDEN = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What no line of a file needs: control characters, halves of characters, line ends other than those of all systems."""
