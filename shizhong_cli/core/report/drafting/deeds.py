"""What was done with the things that a number counts, where it would else be taken for all of them that there are."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.units import RATIOS, Unit
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.phrases import VAGUE

_DONE_WITH = (
    "(?:压减|压缩|退出|淘汰|关停|关闭|化解|削减|裁减|核减|拆除|取消|腾退|减轻|清退|整治|治理|处置|改造|改制|清理|修复|"
    "查处|破获|排查|盘活|救助|帮扶|精简|下放|收回|消化|办结|解决|减免|修缮|绿化|复垦)"
)
_BEFORE_IT = re.compile(rf"(?<![新改扩])(?<![新改扩]建)(?<!建设)(?<!提升)(?<!升级){_DONE_WITH}(?:了|落后|提升)?$")
_AT_ITS_HEAD = re.compile(f"{_DONE_WITH}(?:落后)?")
_NEXT = re.compile("(?:左右|以上|以内|以下)?[、和及与]")


def with_what_was_done(name: str, clause: Clause, unit: Unit | None, last: str, behind: bool) -> str:
    """压减钢铁产能 for an amount, so that nobody takes it for the capacity that there is; 整治农房 as well."""
    if unit is None or unit.symbol in RATIOS:
        return name
    at = clause.segment.rfind(name)
    begin = clause.segment if behind else clause.segment[: max(0, at)]
    done = _BEFORE_IT.search(begin) or (_AT_ITS_HEAD.match(last) if _NEXT.fullmatch(begin) else None)
    is_there = behind or at >= 0
    return f"{done[0].removesuffix('了')}{name}" if done and is_there and not name.startswith(done[0]) else name


_OF_A_KIND = re.compile(
    "^(?:改革|重点|特色|建设|整改|具体|政策|创新|惠企|便民|文化|主要|试点|签约|改造)(?=[\u4e00-\u9fff]{2})"
)
"""Words before a noun that says little which do not make it say more: 重点项目."""
_DOES = re.compile(
    "(?:新|续|改|扩|动)?(?:编制|建成|建|举办|引进|招引|签约|开工|竣工|投产|推进|实施|谋划|储备|承办|开展|出台)(?:了)?(?=[\u4e00-\u9fff])"
)


def tells_little(noun: str) -> bool:
    """Whether a noun names nothing without whose it is: 项目, 改革任务."""
    return noun in VAGUE or _OF_A_KIND.sub("", noun, count=1) in VAGUE


def of_whom(behind: str, lead: str, clause: Clause) -> str:
    """福州软件园 of 福州软件园扩建6个分园, 编制 of 编制新城核心区等7项规划; nothing where the noun tells enough."""
    if not tells_little(behind):
        return ""
    if clause.segment.endswith("等"):
        does = _DOES.match(clause.clause)
        return does[0].removesuffix("了") if does else ""
    whose = lead if 2 < len(lead) <= _LONG_ENOUGH and not _NO_WHOLE.search(lead) else ""
    return "" if behind in whose else whose


_LONG_ENOUGH = 12
_NO_WHOLE = re.compile("[0-9、,，]|[着了的地得]|首批|第[一二三四五六七八九十]批|^全|[期中]$|批次?$")


def whose_problem(behind: str, lead: str, clause: Clause, unit: Unit | None) -> str:
    """解决饮水安全问题的农村人口 of 解决农村20万人饮水安全问题; nothing for other words."""
    if not behind.endswith(("问题", "困难")) or "解决" not in clause.segment or unit is None:
        return ""
    who = {"人": "人口", "户": "户"}.get(unit.symbol)
    return f"解决{behind}的{lead}{who}" if who and 0 < len(lead) <= _LONG_ENOUGH else ""
