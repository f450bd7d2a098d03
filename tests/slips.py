"""The slips of the hand that a number can suffer, for tests that try every one of them."""

from shizhong_cli.core.figure.slips import other_slips, wrong_digits


def slips_of(digits: str) -> list[str]:
    """Every number that a slip makes of one; those with one digit wrong first."""
    return [*wrong_digits(digits), *other_slips(digits)]
