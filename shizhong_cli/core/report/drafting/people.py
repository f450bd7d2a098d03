"""The people that a number counts, where they stand in the place of its unit: 1.2万贫困人口实现脱贫."""

from __future__ import annotations

import re

from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.name import Name
from shizhong_cli.core.report.drafting.phrases import GENERIC


def with_its_people(it: Printed, name: Name) -> Name:
    """贫困人口 of 28.6万贫困人口: the word in the place of the unit names who is counted, where no other does."""
    people = _PEOPLE.search(it.text) if it.number.unit == "人" else None
    if people and (done := _HAPPENED_TO.search(name.text)) and name.behind:
        return Name(f"{people[0]}{done[0]}", False, behind=True)
    if people and name.behind and _OF_THEM.search(name.text):
        solved = name.text.startswith("解决")
        return Name(f"{name.text}的{people[0]}" if solved else f"{people[0]}{name.text}", False, behind=True)
    if people is None or (name.own and name.text and name.text not in GENERIC):
        return name
    return Name(people[0], len(people[0]) > _SHORT, behind=True)


_HAPPENED_TO = re.compile(
    "^(?:脱贫|落户|就业|搬迁|返乡|入住|上岗)|(?:脱贫|落户|就业|搬迁|受益|返乡|入住|上岗)(?=(?:人数)?$)"
)
"""贫困人口脱贫 of 1.2万贫困人口脱贫."""
_PEOPLE = re.compile("[^0-9一二三四五六七八九十百千万亿多余名]{2,6}$")
_OF_THEM = re.compile("^成为|(?:问题|困难|难题)$")
"""11万农村人口饮水安全问题."""
_SHORT = 2
"""Characters of a word for people that says little of whom: 群众, 人口."""
