"""What 分别 divides among the numbers of a list: nouns of their own, or what was told of before them."""

from __future__ import annotations

from collections.abc import Sequence

from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.listed import shared_names
from shizhong_cli.core.report.drafting.name import Name
from shizhong_cli.core.report.drafting.names import name_of
from shizhong_cli.core.report.drafting.phrases import COMPARED
from shizhong_cli.core.report.drafting.said import Said


def divided_names(clause: Clause, count: int, said: Sequence[Said]) -> list[Name]:
    """What 分别 divides among the numbers of a list: its own nouns, or the last things that were named before it."""
    if count < 2:
        return []
    divided = "分别" in clause.clause
    if names := shared_names(clause, count):
        return [Name(name, divided) for name in names]
    own = list(dict.fromkeys(it.name._replace(own=True, behind=False) for it in said if not it.name.aside))
    if not divided:
        alone = len(own) == count and COMPARED.search(clause.segment) and not name_of(clause, None, own[-1]).own
        return [name._replace(sure=False) for name in own] if alone else []
    own = own if len(own) >= count else _parts_of(own)
    return _of_those_before(clause, own[-count:]) if len(own) >= count else []


def _parts_of(own: list[Name]) -> list[Name]:
    """生产总值 and 固定资产投资 of 生产总值、固定资产投资双双突破200亿元，分别达到210亿元和241亿元."""
    if not own:
        return []
    return [own[-1]._replace(text=part, sure=False) for part in own[-1].text.split("、") if len(part) > 1]


def _of_those_before(clause: Clause, own: list[Name]) -> list[Name]:
    """A list of names, or how much of the plan was done of each: 分别完成年度计划的113.1%和120.4%."""
    named = name_of(clause, None, own[-1])
    if not named.own:
        return own
    done = [name._replace(text=f"{name.text}完成率", aside=True) for name in own]
    return done if named.text == done[-1].text else []
