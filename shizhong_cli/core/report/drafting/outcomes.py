"""What came of the things that a number counts, where it would else be taken for all of them that there are."""

from __future__ import annotations

import re

from shizhong_cli.core.report.drafting.stages import STAGE, TAKES_STAGES

_COMES = re.compile(f"(?:已|提前|全部|基本|正式|顺利|相继|陆续|建设|集中|如期)*(?P<stage>{STAGE})")
_COMES_IN = re.compile(
    "(?:(?:均|都|全部)(?=被评为|被认定为|获评|入选))?(?P<how>(?:成功|新|首次)?(?:挂牌|主板上市|晋级|签署|进入|入围|入选|跻身|挺进|荣登|登上|上榜|入驻|纳入|列入|获评|被评为|被认定为|通过))(?P<what>(?:[^,，。;；、]{2,10}级、)?[^,，。;；、]{2,18}(?=$|[,，。;；、]))"
)
_MADE_OF_IT = re.compile("进行(?:了)?([\u4e00-\u9fff]{2,6})(?=$|[,，。;；、])")
"""路口渠化改造 of 对10个路口进行渠化改造."""
_ONE_SIGN = frozenset("村县镇乡校区市州旗")
_WHO = re.compile("[\u4e00-\u9fff“”]{2,10}")
_BRACKETS = re.compile("^[(（][^()（）0-9]*[)）]")
_HOW = "(?:已经|已|均|都|全部|全面|基本|整体|成功|顺利|如期|率先|提前|正式|陆续|相继)*"
_BOARD = "在?“?(?:新[三四]板|[三四]板|主板|创业板|科创板|北交所|境内?外)”?(?:成功)?(?:挂牌|上市)"
_IS = re.compile(f"{_HOW}(?P<is>{_BOARD}|达标|清零|出列|摘帽|上线|提档升[级格]|上云用云|上云|复工|复产)")
"""挂牌企业 of 22户企业新三板挂牌."""
_DID = re.compile(
    f"{_HOW}(?P<did>(?:通过|达到|完成(?!年度|全年|投资|计划|任务|目标)|开展|实施|实行|实现|取得|荣获|获得|获批|获|受到|享受|签订|配备|建立|加入|接入|用上|喝上|住[上进]|搬[入进])"
    "[\u4e00-\u9fffA-Za-z“”]{2,14})"
)
"""达到清洁村庄标准的行政村 of 633个行政村全部达到清洁村庄标准."""
_PLACES = re.compile(
    "(?P<who>市州|市县|县市区?|县区|区县|乡镇|镇街|街道|社区|行政村|自然村)(?P<what>[\u4e00-\u9fff]{2,8})"
)


def with_what_came_of_it(name: str, after: str) -> str:
    """开工项目 of 50个项目开工, 进入民营企业500强企业 of 13家企业进入民营企业500强.

    ``name`` is the noun behind a number, ``after`` all that stands behind it up to the next stop.
    """
    begin = after.find(name)
    rest = _BRACKETS.sub("", after[begin + len(name) :]) if begin >= 0 else ""
    if (entered := _COMES_IN.match(rest)) and (_WHO.fullmatch(name) or name in _ONE_SIGN):
        of = "的" if len(name) == 1 else ""
        return entered["what"] if entered["what"].endswith(name) else f"{entered['how']}{entered['what']}{of}{name}"
    if done := _MADE_OF_IT.match(rest):
        return f"{name}{done[1]}"
    if comes := _COMES.match(rest) if TAKES_STAGES.search(name) else None:
        return f"{comes['stage']}{name}"
    if found := _IS.fullmatch(rest):
        place = _PLACES.fullmatch(name)
        return f"{place['what']}{found['is']}的{place['who']}" if place else f"{found['is'].removeprefix('在')}{name}"
    did = _DID.fullmatch(rest)
    return f"{did['did']}的{name}" if did else name
