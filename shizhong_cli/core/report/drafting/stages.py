"""How far something has come: 新开工, 竣工, 投产."""

from __future__ import annotations

import re

from shizhong_cli.core.report.drafting.clauses import Clause

STAGE = (
    "(?:新开工建设|新开工|开工建设|开工|续建|竣工投产|竣工验收|竣工|建成投[产用运]|建成|投产|投用|投运|交付使用|投入使用|分配到户|建成通车|通车|交付|分配入住|入住"
    "|签约落地|签约|落地|落户|主板上市|上市|上规入统|通过验收|验收|完工|封顶|达产|挂牌|开业|开园|办结|结案|动建)"
)
"""How far something has come."""
_ONLY_A_STAGE = re.compile(
    f"[、,，]?(?:其中|已|全部|基本|实际|累计|成功|分别|共|正式|顺利)*(?P<stage>{STAGE})(?:并)?(?:了|达到?|近|超过?|约)?"
)
_STAGES = f"(?:{STAGE}|谋划|储备|编制|引进|招引|实施|推进|启动)"
_OWN_STAGE = re.compile(f"^{_STAGES}(?=[\u4e00-\u9fff]{{2}})|{STAGE}$")
TAKES_STAGES = re.compile("(?:项目|企业|工程|任务|机构|中心|园区|平台)$")
_STAGE_BEFORE = re.compile(f"(?P<stage>{_STAGES})(?:了)?$")


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
    if found is None or not TAKES_STAGES.fullmatch(name):
        return name
    whole = without_stage(last) if last.endswith(name) else name
    return f"{found['stage']}{whole}"
