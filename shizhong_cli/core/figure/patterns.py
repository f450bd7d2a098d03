"""Regular expressions are compiled when they are first used: sets of Chinese characters take their time.

A run uses few of those that the modules it is made of know, so a pattern is kept as text. Where a sign tells that a
text cannot match, that is asked first.
"""

import re
from functools import cache


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern of this program, ready for use; never one that a user has typed, for all are kept."""
    return re.compile(pattern, flags)
