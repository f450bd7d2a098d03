"""What everybody knows the year of, where a text says that it happens this year: a jubilee, a congress."""

from __future__ import annotations

import re
from collections.abc import Iterator

_EVENTS = (
    (re.compile("今年[^。]{0,60}?(?:新中国|中华人民共和国)成立([0-9]{2})周年"), 1949),
    (re.compile("今年[^。]{0,60}?(?:中国共产党成立|建党)([0-9]{2,3})周年"), 1921),
    (re.compile("今年[^。]{0,60}?改革开放([0-9]{2})周年"), 1978),
)
_CONGRESS = re.compile("今年[^。]{0,40}?党的(十[六七八九]|二十)大(?:胜利)?召开")
_CONGRESSES = {"十六": 2002, "十七": 2007, "十八": 2012, "十九": 2017, "二十": 2022}


def years_of_events(line: str) -> Iterator[int]:
    """The years of the events that a line says are of this year."""
    for pattern, began in _EVENTS:
        if jubilee := pattern.search(line):
            yield began + int(jubilee[1])
    if congress := _CONGRESS.search(line):
        yield _CONGRESSES[congress[1]]
