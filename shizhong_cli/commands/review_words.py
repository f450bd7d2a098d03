"""The words of a review in both languages, each with what the files call it: answers, roles, measures and so on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shizhong_cli.rendering.wording import Language, Words

IN_WORDS = "qualitative"
"""What stands for the measure of a figure without a number; no other one can be given it."""
ACCEPT, CORRECT, DROP = ANSWERS = ("accept", "correct", "drop")


def lists() -> tuple[tuple[str, dict[str, str]], ...]:
    """What may stand in the cells that have a list behind them."""
    return (
        ("role", codes("role", roles())),
        ("measure", codes("measure", (*measures_of_all(), IN_WORDS))),
        ("direction", codes("direction", directions())),
        ("prices", {**codes("prices", prices()), "": ""}),
    )


def codes(prefix: str, of: Iterable[str]) -> dict[str, str]:
    """The words of both languages for codes, and the codes, each with its code."""
    listed = list(of)
    return {**named(prefix, listed), **{code: code for code in listed}}


def named(prefix: str, codes: Sequence[str]) -> dict[str, str]:
    """The words of both languages for codes, in small letters."""
    named: dict[str, str] = {}
    for words in map(Words, Language):
        named |= {words(f"{prefix}.{code}").casefold(): code for code in codes}
    return named


def roles() -> tuple[str, ...]:
    """The roles, as the files spell them."""
    from shizhong_cli.core.pack.terms import Role

    return Role.BASELINE.value, Role.TARGET.value


def measures_of_all() -> tuple[str, ...]:
    """The measures, as the files spell them."""
    from shizhong_cli.core.figure.terms import Measure

    return tuple(measure.value for measure in Measure)


def directions() -> tuple[str, ...]:
    """Which way is better, as the files spell it."""
    from shizhong_cli.core.pack.terms import Direction

    return tuple(direction.value for direction in Direction)


def prices() -> tuple[str, ...]:
    """The bases of prices, as the files spell them."""
    from shizhong_cli.core.pack.terms import PRICE_BASES

    return PRICE_BASES
