"""The words around each number of a report: its clause, its sentence, and what stands between it and the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.outline import Outline
from shizhong_cli.core.report.layout import Plain
from shizhong_cli.tuples import NamedTuple

_STOP = re.compile("[,，。;!?；]|:(?![0-9])|:(?=(?:19|20)[0-9]{2}年|[0-9]{1,2}[—–~至-][0-9]{1,2}月)|——|━━")
_REACH = 120
_NOTE = re.compile(
    r"\[(?:注释?)?[0-9]{1,3}(?:[,，、~—–-][0-9]{1,3}){0,9}\]|\(注释?[0-9]{1,2}\)|〔(?:注释?)?[0-9]{1,3}〕|[①-⑳]"
)
"""The mark of a footnote: “四上”企业[1]35家."""
_BRACKETS = re.compile(r"[(（][^()（）0-9]{1,12}[)）]")
_NO_STOPS = str.maketrans(",，;；。", "·····")
"""生产总值（预计，下同）、财政收入: a stop in brackets ends no clause."""


class Clause(NamedTuple):
    """Where a number stands; everything half-width and without blanks."""

    segment: str  # up to the number, from the last stop or number
    clause: str  # up to the number, from the last stop
    sentence: str  # up to the number, from where its sentence begins
    between: str  # up to the number, from the number before in its sentence; all of it for the first
    after: str  # up to the next stop
    follows: str  # up to the next number or the end of the sentence
    sentence_number: int
    is_first: bool  # the first quantity of its sentence


def clauses_of(plain: Plain, numbers: Sequence[Printed], outline: Outline) -> dict[int, Clause]:
    """The clause of every quantity, by the place it starts at."""
    ends, found = [0], {}
    starts = [plain.position(start) for start, _ in outline.eras]
    wanted = [it for it in numbers if is_quantity(it)]
    last_sentence = -2
    words = _BRACKETS.sub(lambda found: found[0].translate(_NO_STOPS), plain.text)
    for n, it in enumerate(wanted):
        start, end = plain.position(it.number.start), plain.position(it.number.end)
        number = outline.sentence_at(it.number.start)
        begin = starts[number] if number >= 0 else 0
        stop = starts[number + 1] if number + 1 < len(starts) else len(plain.text)
        following = plain.position(wanted[n + 1].number.start) if n + 1 < len(wanted) else stop
        begin = max(begin, start - _REACH)
        last = max(ends[-1], begin)
        clause = _STOP.split(words[begin:start])[-1]
        between = plain.text[last:start]
        after = plain.text[end : min(stop, end + 60)]
        found[it.number.start] = Clause(
            segment=_NOTE.sub("", clause[max(0, len(clause) - len(between)) :]),
            clause=_NOTE.sub("", clause),
            sentence=_NOTE.sub("", plain.text[begin:start]),
            between=_NOTE.sub("", between),
            after=_NOTE.sub("", _STOP.split(after)[0]),
            follows=plain.text[end : min(following, stop, end + 60)],
            sentence_number=number,
            is_first=number != last_sentence,
        )
        last_sentence = number
        ends.append(end)
    return found


def is_quantity(it: Printed) -> bool:
    """Whether a number says how much."""
    return it.number.class_ is NumberClass.QUANTITY or it.is_unread
