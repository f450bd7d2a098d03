"""Which amounts can be below nought: a profit can be a loss, a temperature falls below; people and taxes cannot.

An amount of money or of things is not negative, and much that a report says can only be checked because of that. An
indicator is left out of it that declares ``may_be_negative``, whose name says so, or of which a negative amount is
printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar

from shizhong_cli.core.figure.terms import RATES, Measure
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, Target

_NAMED = re.compile(
    "利润|利税|盈[利余亏]|亏|损益|差额|[顺逆]差|结余|自然增长|机械增长|增减|涨跌|气温|贡献率|拉动|"
    "(?<![洁干清明纯白])净(?!化|水|菜|土|空|网|畅|居)"
)
_BELOW = ("摄氏度",)
"""Units with a nought that is no end."""


def may_be_negative(indicator: Indicator) -> bool:
    """Whether its amounts can be below nought, as far as its declaration and its name tell."""
    return indicator.may_be_negative or bool(_NAMED.search(indicator.name))


def marked(catalogue: Catalogue) -> Catalogue:
    """The same, with every figure marked whose amounts can be below nought."""
    figures = (*catalogue.figures(), *catalogue.references)
    ids = {figure.indicator for figure in figures if _is_below(figure)}
    ids |= {id for id, indicator in catalogue.indicators.items() if may_be_negative(indicator)}
    if not ids:
        return catalogue
    return catalogue._replace(
        baselines=tuple(_marked(catalogue.baselines, ids)),
        targets=tuple(_marked(catalogue.targets, ids)),
        references=tuple(_marked(catalogue.references, ids)),
    )


_Entry = TypeVar("_Entry", Figure, Target)


def _marked(entries: Sequence[_Entry], ids: set[str]) -> Iterator[_Entry]:
    for entry in entries:
        yield _below(entry) if isinstance(entry, Figure) and entry.indicator in ids else entry


def _below(figure: Figure) -> Figure:
    return figure._replace(may_be_negative=True)


def _is_below(figure: Figure) -> bool:
    """Whether what is printed is below nought: a loss, a temperature, a fall by more than all of it."""
    written = figure.written
    if figure.measure is Measure.CHANGE:
        return False
    if figure.measure in RATES:
        values = figure.values()
        return not figure.as_multiple and values.high is not None and values.high < -1
    return written.unit in _BELOW or any(end.value < 0 for end in chain((written,), written.ends))
