"""Whose report it is, by its title: 济南市市中区 of 济南市市中区2026年政府工作报告 and of its plan for five years."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.characters import half_width

_IN_BRACKETS = re.compile(r"[（(〔\[][^）)〕\]]*[）)〕\]]")
_NOT_THE_PLACE = re.compile(
    r"第.{1,4}届(?:人民代表大会)?第.{1,4}次会议[上的]*|人民代表大会|国民经济|(?:经济)?社会发展|远景目标|规划|纲要|计划|草案|执行情况"
    r"|第?[一二三四五六七八九十]{1,3}个?五(?:年|(?=规划))|(?:[0-9]{2,4}|[〇零一二三四五六七八九十]{2,4})年?"
    r"|政府工作报告|工作报告|报告|[年季月]报|人民|政府|^在|关于|某[省市区县旗州镇乡]?|[\s《》〈〉“”「」:：,，、·—–-]|[的和与及年]$"
)
"""What a title says besides the place."""


def issuer_of(title: str) -> str:
    """The place that a title names; nothing where it names none, or none in particular (某区2026年政府工作报告)."""
    rest, before = _IN_BRACKETS.sub("", half_width(title)), ""
    while rest != before:
        before, rest = rest, _NOT_THE_PLACE.sub("", rest)
    return rest.casefold()


def are_of_one_place(one: str, other: str) -> bool:
    """Whether two titles name one place; the city in front of a district may be left out."""
    places = issuer_of(one), issuer_of(other)
    return all(places) and (places[0].endswith(places[1]) or places[1].endswith(places[0]))
