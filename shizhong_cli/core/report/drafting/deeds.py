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
_STAGE = (
    "(?:新开工建设|新开工|开工建设|开工|续建|竣工投产|竣工验收|竣工|建成投[产用运]|建成|投产|投用|投运|交付使用|投入使用|分配到户|建成通车|通车|交付|分配入住|入住"
    "|签约落地|签约|落地|落户|主板上市|上市|上规入统|通过验收|验收|完工|封顶|达产|挂牌|开业|开园|办结|结案|动建)"
)
"""How far something has come."""
_ONLY_A_STAGE = re.compile(
    f"[、,，]?(?:其中|已|全部|基本|实际|累计|成功|分别|共|正式|顺利)*(?P<stage>{_STAGE})(?:并)?(?:了|达到?|近|超过?|约)?"
)
_STAGES = f"(?:{_STAGE}|谋划|储备|编制|引进|招引|实施|推进|启动)"
_OWN_STAGE = re.compile(f"^{_STAGES}(?=[\u4e00-\u9fff]{{2}})|{_STAGE}$")
_COMES = re.compile(f"(?:已|提前|全部|基本|正式|顺利|相继|陆续|建设|集中|如期)*(?P<stage>{_STAGE})")
_TAKES_STAGES = re.compile("(?:项目|企业|工程|任务|机构|中心|园区|平台)$")
_STAGE_BEFORE = re.compile(f"(?P<stage>{_STAGES})(?:了)?$")
_COMES_IN = re.compile(
    "(?P<how>(?:成功|新|首次)?(?:挂牌|主板上市|晋级|签署|进入|入围|入选|跻身|挺进|荣登|登上|上榜|入驻|纳入|列入|获评|被评为|被认定为|通过))(?P<what>[^,，。;；、]{2,18}(?=$|[,，。;；、]))"
)
_MADE_OF_IT = re.compile("进行(?:了)?([\u4e00-\u9fff]{2,6})(?=$|[,，。;；、])")
"""路口渠化改造 of 对10个路口进行渠化改造."""
_WHO = re.compile("[\u4e00-\u9fff“”]{2,10}")


def with_what_was_done(name: str, clause: Clause, unit: Unit | None, last: str, behind: bool) -> str:
    """压减钢铁产能 for an amount, so that nobody takes it for the capacity that there is; 整治农房 as well."""
    if unit is None or unit.symbol in RATIOS:
        return name
    at = clause.segment.rfind(name)
    begin = clause.segment if behind else clause.segment[: max(0, at)]
    done = _BEFORE_IT.search(begin) or (_AT_ITS_HEAD.match(last) if _NEXT.fullmatch(begin) else None)
    is_there = behind or at >= 0
    return f"{done[0].removesuffix('了')}{name}" if done and is_there and not name.startswith(done[0]) else name


def at_what_stage(clause: Clause, last: str) -> str:
    """竣工保障性住房 of 新开工保障性住房3.8万套，竣工2.6万套; nothing for other words."""
    found = _ONLY_A_STAGE.fullmatch(clause.segment)
    return f"{found['stage']}{without_stage(last)}" if found and last else ""


def without_stage(name: str) -> str:
    """保障性住房 of 竣工保障性住房."""
    return _OWN_STAGE.sub("", name) or name


def of_which_stage(name: str, clause: Clause, last: str) -> str:
    """新开工重点项目 of 竣工重点项目287个，新开工项目533个: a bare noun with its stage, of what was named before."""
    begin = clause.segment[: max(0, clause.segment.rfind(name))]
    found = _STAGE_BEFORE.search(begin)
    if found is None or not _TAKES_STAGES.fullmatch(name):
        return name
    whole = without_stage(last) if last.endswith(name) else name
    return f"{found['stage']}{whole}"


def with_what_came_of_it(name: str, after: str) -> str:
    """开工项目 of 50个项目开工, 进入民营企业500强企业 of 13家企业进入民营企业500强."""
    begin = after.find(name)
    rest = after[begin + len(name) :] if begin >= 0 else ""
    if (entered := _COMES_IN.match(rest)) and _WHO.fullmatch(name):
        return entered["what"] if entered["what"].endswith(name) else f"{entered['how']}{entered['what']}{name}"
    if done := _MADE_OF_IT.match(rest):
        return f"{name}{done[1]}"
    comes = _COMES.match(rest) if _TAKES_STAGES.search(name) else None
    return f"{comes['stage']}{name}" if comes else name


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
