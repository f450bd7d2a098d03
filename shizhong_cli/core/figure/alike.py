"""Figures written alike are taken apart once: of 12.6万户 and 13.4万户 only the digits differ.

Alike are texts of plain Arabic digits with the same text behind them, all with a point or all without one. What the
digits are then changes nothing but the number: neither the unit nor the wording. Texts that begin with a word, with a
sign or with a needless 0, and those in which digits stand twice, are each taken apart by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.core.figure.parsing import parse_figure
from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.units import Unit
from shizhong_cli.core.figure.written import Written

_PLAIN = r"(?P<digits>(?:[1-9][0-9]{0,19}|0(?=\.))(?P<decimals>\.[0-9]{1,9})?)(?P<behind>[^0-9.,，０-９．/]*)"


class Alike:
    """What texts of some units come to, remembered by what stands behind their digits."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        """``units`` must not change from here on."""
        self._units = units
        self._known: dict[tuple[str, bool, str | None], Written] = {}

    def parse(self, text: str, default_unit: str | None = None) -> Written:
        """As ``parse_figure``, with the same errors."""
        plain = compiled(_PLAIN).fullmatch(text)
        if plain is None:
            return parse_figure(text, self._units, default_unit)
        digits, alike = plain["digits"], (plain["behind"], plain["decimals"] is None, default_unit)
        known = self._known.get(alike)
        if known is None:
            known = parse_figure(text, self._units, default_unit)
            if _only_digits_count(known, digits):
                self._known[alike] = known
            return known
        return _with_digits(known, text, digits)


def _only_digits_count(written: Written, digits: str) -> bool:
    """Whether the number is that of its digits, and nothing else in the record depends on them."""
    if written.digits != digits or written.ends or written.step:
        return False
    return written.scale * exact_number(digits) == written.value and written.place == _place(written.scale, digits)


def _with_digits(known: Written, text: str, digits: str) -> Written:
    scale, value = known.scale, known.scale * exact_number(digits)
    return known._replace(text=text, digits=digits, value=value, place=_place(scale, digits))


def _place(scale: Fraction, digits: str) -> Fraction:
    parts: int = 10 ** len(digits.partition(".")[2])
    return scale / parts
