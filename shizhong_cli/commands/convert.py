"""The command that converts an amount: convert."""

from __future__ import annotations

from typing import Annotated

from shizhong_cli.commands.declaring import Argument
from shizhong_cli.commands.shared import Data, Lang, open_catalogue
from shizhong_cli.commands.starting import Rates
from shizhong_cli.commands.talking import write_page
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.streams import standard_output


def convert(
    figure: Annotated[str, Argument("FIGURE", negative=True)],
    unit: Annotated[str, Argument("UNIT")],
    rate: Rates = None,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """An amount in another unit."""
    from shizhong_cli.reading.assumptions import with_assumptions
    from shizhong_cli.reading.changing import changed
    from shizhong_cli.rendering.pages.sheet import Line
    from shizhong_cli.rendering.sentences.converted import Asked, converted_text

    words, catalogue = open_catalogue(lang, data)
    if rate:
        catalogue = with_assumptions(catalogue, (), (), rate)
    problems: list[Problem] = []
    result = changed(catalogue, figure, unit, Place("FIGURE"), Place("UNIT"), problems)
    if result is None:
        raise CannotGoOn(problems)
    with standard_output() as stream:
        asked = Asked(result.given, result.result, result.scale.value, unit)
        told = converted_text(catalogue, asked, result.values, result.rate, words)
        units = (catalogue.units.get(it.unit) for it in (result.given, result.result))
        is_money = any(unit is not None and unit.currency for unit in units)
        lines = tuple(map(Line, told.split("\n")))
        write_page(lines, words("next.convert" if is_money else "next.convert.size"), stream)
