"""What a number counts or measures, and against what time, as far as the clause tells."""

from __future__ import annotations

import re

from shizhong_cli.core.report.scanning.context import Context

_LONGEST = 30
_LEADING = re.compile(
    r"(?:[0-9]{1,2}[).]|[及级]?以上|左右|以下|以内|余|大关|(?:19|20)[0-9][0-9]年[末底]?|今年|要|五年来|一年来|今年|去年|全年|过去五年|过去一年|其中|同时|目前|到[0-9]{4}年底?|预计|力争|争取|确保|先后|累计|共计|总计|合计"
    r"|新招引|新引进|新认定|新增加|新设立|新设|新登记|新培育|新获评|新签约|新发放|新增|净增|完成|实现|发放|引进|引入|推动|支持|组织开展|组织|开展|谋划|达到|成功|建成投用|建成(?!区)"
    r"|高质量|高标准|高水平|有序|重点|加快|持续|积极|全面|扎实|深入|遴选出|重组设立|设立|组建|做大做强|打造|实施|培育|创建|获批"
    r"|新建共建|新建续建|新建及改造提升|新建及改扩建|新建|新开工|(?:已?连续[0-9]{1,3}(?:个?[年月季届]度?)?)|已|共|将|并|[、，和与及以:是—/]+)"
)
_TRAILING = re.compile(
    r"(?:提[至到]|调整|优化|惠及|下降[至到]|提高[至到]|提升[至到]|增[长加][至到]|降低[至到]|减少[至到]|缩小[至到]?|收窄|上升[至到]|同口径|可比口径|分别|预计|力争|达到?|完成|实现|增长|增速|增幅|涨幅|降幅|提高|提升|增加|下降|减少|压减|压缩|降低|回落|突破|超过?|约|近|为|到"
    r"|至|由|从|较|比|同比|年均|累计|保持在?|稳定在|控制在|控制|均|不低于|不少于|不超过|左右|的|共有|共|增至|降至|上升|扩大|在|占比"
    r"|占|拟?按|有|是|了|将|逾|跨越|连跨|跨入|正向|和|与|及|、|等|幅度|就|已|可|只|仅|不足|接近|至少|每人每月|每人每年|再|(?:(?:19|20)[0-9][0-9][—-])?(?:19|20)[0-9][0-9]年?末?)$"
)
_SINCE = re.compile(
    r"[较比](?P<base>(?:“?[一二三四五六七八九十]{1,3}五”?(?:期|时期)?末?|[0-9]{4}年末?|上年(?:同期)?(?:末)?|去年(?:同期|底)?|五年前|上届)[^，。；]{0,2}?)"
    r"(?=[末年期底提增下减翻高上净累分，。；降压缩多少]|$)"
)
_PHRASE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”·（）()/、-]{1,24}")
_LEAVES = re.compile(
    r"[，。；：、和与及或的以左并，（(）)”]|以上|左右|增长|达到|超过|(?<=[\u4e00-\u9fff”])[0-9]|调整|分别|提高|提升|下降|均为|占|居|较|同比"
)


def noun_of(context: Context, chain_length: int, last_noun: str, last_behind: bool) -> tuple[str, bool]:
    """The noun before the verb, or behind the unit (then the second is true), or that of the number before."""
    head = context.segment[: len(context.segment) - chain_length] if chain_length else context.segment
    if last_behind and last_noun and head.startswith(last_noun):
        head = head[len(last_noun) :]
    if noun := _trimmed(head):
        return noun, False
    behind = _behind(context.after)
    return (behind, True) if behind else (last_noun, False)


def _trimmed(text: str) -> str:
    """A clause without its verbs."""
    text = re.sub(r"[\x1f\n\t]", "", text)
    if not any("\u4e00" <= character <= "\u9fff" or character.isalpha() for character in text):
        return ""
    if since := _SINCE.search(text):
        text = text[: since.start()] + text[since.end() :]
    for _ in range(8):
        if not (match := _TRAILING.search(text[-12:])):
            break
        text = text[: len(text) - len(match[0])]
    text = text[-_LONGEST:].lstrip("”）)")
    while lead := _LEADING.match(text):
        text = text[lead.end() :]
    return text.strip("，、（）() ")


def _behind(after: str) -> str:
    """What follows the unit directly: 20件民生实事."""
    match = _PHRASE.match(after)
    if not match:
        return ""
    leaves = _LEAVES.search(match[0])
    noun = match[0][: leaves.start()] if leaves else match[0]
    return noun if any("\u4e00" <= character <= "\u9fff" for character in noun) else ""


def since_of(context: Context) -> str:
    """What a change is against, as printed in its clause."""
    bases = [match["base"] for match in _SINCE.finditer(context.before)]
    return bases[-1] if bases else ""


def listed_nouns(context: Context, count: int) -> list[str]:
    """The nouns of a list that 分别 divides among so many numbers; none when they do not match."""
    head, found, _ = context.before.partition("分别")
    if not found:
        return []
    head = _trimmed(head)
    nouns = [part for part in re.split("[、和与及]", head) if part]
    return nouns if len(nouns) == count else []
