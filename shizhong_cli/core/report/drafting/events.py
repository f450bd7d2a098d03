"""What everybody knows the year of, where a text says that it happens this year: a jubilee, a congress."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shizhong_cli.core.figure.numerals import numeral_value

_SESSION = re.compile(
    "(?<!贯彻)(?<!学习)(?<!落实)第(十[一二三四五六]?)届全国人民代表大会第([一二三四五])次会议(?!以[来后])"
)
_FIRST_CONGRESS, _FIRST_YEAR = 10, 2003
_EVENTS = (
    (re.compile("今年[^。]{0,60}?(?:新中国|中华人民共和国)成立([0-9]{2})周年"), 1949),
    (re.compile("今年[^。]{0,60}?(?:中国共产党成立|建党)([0-9]{2,3})周年"), 1921),
    (re.compile("今年[^。]{0,60}?改革开放([0-9]{2})周年"), 1978),
)
_CONGRESS = re.compile("今年[^。]{0,40}?党的(十[六七八九]|二十)大(?:胜利)?召开")
_AFTER_A_CONGRESS = re.compile("今年[^。]{0,40}?党的(十[六七八九]|二十)大精神的(?:开局|第一)[之]?年")
_CONGRESSES = {"十六": 2002, "十七": 2007, "十八": 2012, "十九": 2017, "二十": 2022}


def years_of_events(line: str) -> Iterator[int]:
    """The years of the events that a line says are of this year."""
    for pattern, began in _EVENTS:
        if jubilee := pattern.search(line):
            yield began + int(jubilee[1])
    if congress := _CONGRESS.search(line):
        yield _CONGRESSES[congress[1]]
    if after := _AFTER_A_CONGRESS.search(line):
        yield _CONGRESSES[after[1]] + 1


def year_of_session(line: str) -> int:
    """The year of the session of the national congress that a line names; 0 where it names none."""
    session = _SESSION.search(line)
    if session is None:
        return 0
    congress, which = (int(numeral_value(session[n]) or 0) for n in (1, 2))
    return _FIRST_YEAR + 5 * (congress - _FIRST_CONGRESS) + which - 1
