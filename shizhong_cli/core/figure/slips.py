"""Slips of the hand: what one printed figure becomes when it is typed wrong once.

The Arabic digits of the figure change, the words around them, the scale word and the unit stay:

* *wrong*: one digit is another one (1455: 1485);
* *dropped*: one digit is left out (1455: 145), the point with it when no digit stands behind it any more (54.5: 54);
* *doubled*: one digit is typed twice (1455: 14455);
* *swapped*: two neighbouring digits change places (1455: 4155), the point staying where it is (54.5: 55.4);
* *moved*: the decimal point stands at another place between the digits (1455: 14.55, 54.5: 5.45) or is left out (545).

Two ways to the same digits are one slip (either 5 of 1455 doubled gives 14555). What would begin with a needless 0, or
with the point, is no slip: nobody prints it. The slips of one digit wrong stand first; they are the family in which
``power`` is counted. A number that words are part of (2千零30万), one without Arabic digits,
and a range have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from shizhong_cli.core.figure.characters import FULL_WIDTH
from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.core.figure.written import Written

DIGITS = "0123456789"


def wrong_digits(digits: str) -> list[str]:
    """Every number with one digit wrong."""
    return [
        digits[:place] + new + digits[place + 1 :]
        for place, old in enumerate(digits)
        if old != "."
        for new in DIGITS
        if new != old and not (new == "0" and place == 0 and digits[1:2] not in ("", "."))
    ]


def wrong_numbers(digits: str) -> list[int]:
    """The same in the same order, as numbers without their point."""
    bare = digits.replace(".", "")
    number, weight, found = int(bare), 10 ** len(bare), []
    for place, old in enumerate(map(int, bare)):
        weight //= 10
        least = int(place == 0 and digits[1:2] not in ("", "."))
        found += [number + (new - old) * weight for new in range(least, 10) if new != old]
    return found


def other_slips(digits: str) -> list[str]:
    """Every number that a slip makes of one, those with one digit wrong left out."""
    found = [*_dropped(digits), *_doubled(digits), *_swapped(digits), *_moved(digits)]
    return [new for new in dict.fromkeys(found) if new != digits and _is_printed(new)]


def _dropped(digits: str) -> Iterator[str]:
    for place in _places(digits):
        yield (digits[:place] + digits[place + 1 :]).removesuffix(".")


def _doubled(digits: str) -> Iterator[str]:
    for place in _places(digits):
        yield digits[: place + 1] + digits[place:]


def _swapped(digits: str) -> Iterator[str]:
    places = _places(digits)
    for first, second in pairwise(places):
        typed = list(digits)
        typed[first], typed[second] = typed[second], typed[first]
        yield "".join(typed)


def _moved(digits: str) -> Iterator[str]:
    bare = digits.replace(".", "")
    for place in range(1, len(bare) + 1):
        yield f"{bare[:place]}.{bare[place:]}".removesuffix(".")


def _places(digits: str) -> list[int]:
    return [place for place, sign in enumerate(digits) if sign != "."]


def _is_printed(digits: str) -> bool:
    """Whether it is a number as people print it: a digit first, and no 0 in front of another."""
    return digits[:1] in DIGITS and digits != "" and not (digits[0] == "0" and digits[1:2] not in ("", "."))


def typos_of(written: Written) -> Iterator[Written]:
    """The figure with one digit wrong, in every way."""
    if has_digits(written):
        yield from (typed_as(written, digits) for digits in wrong_digits(written.digits))


def has_digits(written: Written) -> bool:
    """Whether the digits alone are the number."""
    return not written.ends and bool(written.digits) and exact_number(written.digits) * written.scale == written.value


def typed_as(written: Written, digits: str) -> Written:
    """The figure with other digits in the place of its own, read as the reader would read it."""
    return with_digits(written, digits)._replace(text=_text_with(written, digits))


def with_digits(written: Written, digits: str) -> Written:
    """The same number with the text left as it was: what it can stand for does not hang on that."""
    place = written.place
    if place == abs(written.scale) * _last_place(written.digits):  # else its rounding was declared
        place = abs(written.scale) * _last_place(digits)
    spelled_out = written.countable and abs(written.scale) == 1 and "." not in digits
    whole = spelled_out and (written.whole or "." in written.digits)
    value = exact_number(digits) * written.scale
    return written._replace(digits=digits, value=value, place=place, whole=whole)


def _last_place(digits: str) -> Fraction:
    return Fraction(1, 10 ** len(digits.partition(".")[2]))


def _text_with(written: Written, digits: str) -> str:
    """The text as typed with other digits; commas between them stay where as many digits are typed."""
    plain = written.text.translate(FULL_WIDTH)
    places = [place for place, sign in enumerate(plain) if sign in "0123456789."]
    start = "".join(plain[place] for place in places).find(written.digits)
    own = places[start : start + len(written.digits)]
    if len(digits) == len(own):
        typed = list(written.text)
        for place, digit in zip(own, digits, strict=True):
            if plain[place] != digit:
                typed[place] = digit
        return "".join(typed)
    return written.text[: own[0]] + digits + written.text[own[-1] + 1 :]
