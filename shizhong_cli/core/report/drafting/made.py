"""What a number is of by what was done: made there, added, or to be kept."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.units import Unit
from shizhong_cli.core.report.drafting.clauses import Clause

ADDED = re.compile("^(?:新登记|新注册|新设立?|新增|净增)(?=[\u4e00-\u9fff]{2})")
"""新登记经营主体9.4万户，总量达79.4万户: of all of them."""
EXTENTS = ("公里", "千米", "米", "平方米", "平方公里")
LANDS = (*EXTENTS, "亩", "公顷")
_MADE = re.compile("[、,，]?(?:完成|新建|修建|建成|建设|铺设|硬化|改造|新修|维修|修复|整治|疏浚|打通)")


def what_was_made(lead: str, behind: str, clause: Clause, unit: Unit | None) -> str:
    """丙丁公路水泥硬化 of 完成丙丁公路1.7公里水泥硬化, which is of that road only; nothing for other words."""
    made = unit is not None and unit.symbol in EXTENTS and _MADE.match(clause.segment)
    return f"{lead}{behind}" if made and lead and behind else ""


def what_is_kept(behind: str) -> str:
    """耕地 of 严守18亿亩耕地红线."""
    return behind.removesuffix("红线").removesuffix("底线") or behind


_IMPROVED = re.compile("(?:完成|实施|开展|启动)[^,，]*?(提升|优化|改善|更新|升级|改造|修复|硬化|绿化|美化|亮化)$")


def what_was_improved(lead: str, clause: Clause, unit: Unit | None) -> str:
    """森林质量提升 of 完成森林质量提升10万亩, which is the land that it was done on."""
    improved = _IMPROVED.search(clause.segment) if unit is not None and unit.symbol in LANDS else None
    whole = f"{lead}{improved[1]}" if improved else lead
    return whole if whole in clause.segment else lead


_FUNDS = re.compile(
    "(?:的)?([\u4e00-\u9fff]{2,12}?(?:资金|补助|补贴|贷款|债券|基金|国债|经费|奖补)(?:资金|贷款)?)(?![用池使支])"
)


def funds_of(clause: Clause, unit: Unit | None, verb: bool, lead: str) -> str:
    """专项奖补资金 of 安排1000亿元专项奖补资金, 育儿家庭补贴 of 育儿家庭每月多了300元补贴."""
    if unit is None or not unit.currency:
        return ""
    if lead and _ALLOWANCE.fullmatch(clause.after):
        return f"{lead}{clause.after}"
    found = _FUNDS.match(clause.after) if verb else None
    return found[1] if found else ""


_ALLOWANCE = re.compile("补[贴助]|津贴|奖金|奖励")
