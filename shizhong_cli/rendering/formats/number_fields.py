"""Which fields of rows are numbers, and a fraction as the decimal that a spreadsheet can hold.

Every other field is text as it is printed or named, also where it looks like a number: 2021/2025 is a period.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, Context, Decimal

from shizhong_cli.core.figure.exact import Fraction

RATIOS = frozenset({"completion", "used", "progress", "elapsed", "share_done", "power", "power_slips"})
NUMBERS = frozenset({
    "target_value", "target_low", "target_high", "path", "asked", "asked_low", "asked_high", "base_mean",
    "actual_value", "gap", "forecast", "required", "allowed", "value", "low", "high", "lead",
    "end_value", "end_gap", "difference", "revised_value", "actual_low", "actual_high",
    "result_value", "result_low", "result_high", "mean_gap",
    "alone", "alone_low", "alone_high", "over_year", "over_year_low", "over_year_high", "year_before_value",
})  # fmt: skip
_DIGITS = Context(prec=15, rounding=ROUND_DOWN)  # down: what is below 1 stays below 1


def is_number(field: str) -> bool:
    """Whether a field is a number that was computed or read; of ``implied.low`` the last part says so."""
    return field.rpartition(".")[2] in RATIOS | NUMBERS


def decimal_of(value: Fraction) -> Decimal:
    """The first 15 significant digits, which is what a spreadsheet keeps."""
    return _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
