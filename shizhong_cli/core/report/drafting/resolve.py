"""How firmly a target is meant: 力争, 确保; and a second number behind the first that is to be striven for."""

from __future__ import annotations

import re

from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.name import Name

_AT_BEST = re.compile(
    "(?:左右|以上)?[,，、]?并?(?:力争|争取|确保|努力|冲刺|奋斗目标|最好)(?:能)?(?:达到?|实现|突破|超过|完成|为|是|增长|增速)*"
)
"""增长8%以上, 力争达到9%: more of the same."""
_RESOLVE = re.compile("力争|争取|确保|冲刺|奋斗目标")


def is_striven_for(clause: Clause) -> bool:
    """Whether a number is what the one before it is to become at best."""
    return bool(_AT_BEST.fullmatch(clause.between))


def said_again(clause: Clause, last: Name) -> Name | None:
    """The name of the number before, for what that is to become at best."""
    return last._replace(own=False) if last.text and is_striven_for(clause) else None


def resolve_of(clause: Clause) -> str:
    """The word for it between the last stop or number and this number; nothing where there is none."""
    said = _RESOLVE.findall(clause.segment)
    return said[-1] if said else ""
