"""The names of a list of numbers: those that 分别 divides among them, and those of as many things before it."""

from __future__ import annotations

import re

from shizhong_cli.core.pack.common_indicators import common_of
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.leads import at_no_price, without_begin, without_end, without_inside
from shizhong_cli.core.report.drafting.name import Name
from shizhong_cli.core.report.drafting.phrases import (
    AND_SO_ON,
    COMPARED,
    GENERIC,
    INDICATED,
    LEADING,
    OTHERS,
    TRANSITIVE,
)

_LIST = re.compile("[、和与]|(?<=”)(?=“)|(?<!普)及(?![格时]|相关|其)")
_COMPOUNDS: dict[str, tuple[str, ...]] = {
    "存贷款": ("存款", "贷款"), "存贷": ("存款", "贷款"), "进出口": ("进口", "出口"), "牛羊": ("牛", "羊"),
    "猪牛羊": ("猪", "牛", "羊"), "客货": ("客", "货"), "产销": ("产", "销"), "工农业": ("工业", "农业"),
    "粮油": ("粮食", "油料"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"), "一二三产": ("一产", "二产", "三产"),
    "二三产业": ("第二产业", "第三产业"),
    "内外资": ("内资", "外资"),
    "收支": ("收入", "支出"), "供排水": ("供水", "排水"), "城乡": ("城镇", "农村"), "水电气": ("水", "电", "气"),
}  # fmt: skip
"""Two words in one, which 分别 takes apart: 存贷款余额分别为…"""
_AGAINST = re.compile(
    r"(?:[比较](?P<whom>WHOM(?:[、和与]WHOM)*)(?:的?平均(?:水平|增速|增幅)?|水平)?(?:分别)?(?P<how>[高低快慢多少大小])(?:[出于])?"
    r"|(?P<how_2>[高低快慢优好]于|[高超]出|超过?|领先于?|落后于?)(?P<whom_2>WHOM(?:[、和与]WHOM)*))[^,，。;0-9]{0,8}$".replace(
        "WHOM",
        "(?:全[国省市区县州]|周边|[国省市]均|全球|世界|全部[\u4e00-\u9fff]{2,6}|"
        f"{OTHERS}"
        "|(?:年度|全年|年初|预期|既定|计划|[国省市区县]定|考核|序时|时间)*(?:目标|预期|计划|进度)(?:任务|进度|要求)?)",
    )
)
_HOW = {
    "超": "高",
    "超出": "高",
    "落后": "低",
    "落后于": "低",
    "超过": "高",
    "高出": "高",
    "领先": "高",
    "领先于": "高",
    "好于": "优",
}
_PACE = re.compile("增长|增速|增幅")
_RATE = re.compile("(?:率|增速|增幅|占比|比重|比例|强度)$")


def names_of_distances(clause: Clause, count: int, base: Name) -> list[Name]:
    """比全国、全省分别高1.2个和0.7个百分点: how far something is from what others have, with whom it is compared."""
    found = _AGAINST.search(clause.clause)
    if not found or not base.text:
        return []
    whom = _LIST.split(found["whom"] or found["whom_2"])
    how = found["how"] or _HOW.get(found["how_2"], found["how_2"][:1])
    is_pace = _PACE.search(clause.sentence[-40:]) and not _RATE.search(base.text)
    stem = f"{base.text}{'增速' if is_pace else ''}"
    if len(whom) != count:
        whom = [found["whom"] or found["whom_2"]] * count
    return [Name(f"{stem}比{other}{how}", False, aside=True) for other in whom]


def shared_names(clause: Clause, count: int) -> list[str]:
    """The names that so many numbers divide among them; none when they cannot be told.

    城镇、农村居民人均可支配收入分别 gives both the whole of the last one's noun.
    """
    before, divided, behind = clause.clause.rpartition("分别")
    head = at_no_price((before if divided else behind).lstrip("●■◆•·○□▲").removeprefix("其中"))
    text, _ = without_end(re.sub(r"[,，]$", "", COMPARED.sub("", _FOR_SO_MUCH.sub("", _IN_BRACKETS.sub("", head)))))
    text = _CALLED.sub("", without_inside(text))
    if re.search("[0-9](?![0-9]*年)", text):
        return []
    return _taken_apart(text, count) or _in_full(text, count, bool(divided))


_CALLED = re.compile("^(?:110|119|120|122|12345)(?=[\u4e00-\u9fff])")
"""110违法犯罪警情, of the number that is called."""


def _in_full(text: str, count: int, divided: bool) -> list[str]:
    """The parts of a list, each with what it shares with the others."""
    if divided and (examples := _examples(text, count)):
        return examples
    parts = [part for part in _LIST.split(text) if part]
    if len(parts) != count or (not divided and not _are_nouns(text, parts)):
        return []
    parts = _with_its_head(parts)
    parts[0] = without_begin(parts[0] if divided else parts[0].removeprefix("新增"))
    last = parts[-1]
    if both := _IN_AND_OUT.fullmatch("、".join(parts)):
        return [f"{both['whose']}{both['first']}{both['noun']}", f"{both['whose']}{both['second']}{both['noun']}"]
    return [_INDUSTRY.sub(r"第\1", _completed(part, last)) for part in parts]


def _examples(text: str, count: int) -> list[str]:
    """生物医药、新材料等产业产值分别增长: what is measured of each of so many examples."""
    such = AND_SO_ON.search(text)
    examples = text[: such.start()].split("、") if such else []
    if such is None or len(examples) != count:
        return []
    measured = INDICATED.search(text[such.end() :])
    noun = measured[0] if measured else ""
    branch = _BRANCH.search(text[such.end() :].removesuffix(noun))
    own = [without_begin(examples[0]), *examples[1:]]
    return [f"{part}{branch[0] if branch and not part.endswith('业') else ''}{noun}" for part in own]


_BRANCH = re.compile("(?:产业|行业)$")


def _taken_apart(text: str, count: int) -> list[str]:
    """存贷款余额 as 存款余额 and 贷款余额, where so many are told."""
    for word, parts in _COMPOUNDS.items():
        before, found, behind = text.rpartition(word)
        if found and len(parts) == count and not _LIST.search(text):
            begin = without_begin(before) if before else ""
            return [_INDUSTRY.sub(r"第\1", f"{begin}{part}{behind}") for part in parts]
    return []


def _are_nouns(text: str, parts: list[str]) -> bool:
    """Whether parts that nothing divides are things and no verbs: 公路、铁路里程 and not 新建、改建学校."""
    verbs = any(TRANSITIVE.fullmatch(part) or LEADING.fullmatch(part) for part in parts[:-1])
    return not verbs and not AND_SO_ON.search(text) and "等" not in text and all(len(part) > 1 for part in parts)


_HEADS = (
    (
        re.compile("(?:单位|[万亿]元)(?:GDP|国内生产总值|地区生产总值|生产总值|工业增加值|产值)"),
        re.compile("(?:二氧化碳|碳)(?:排放|强度)[量]?|能耗|电耗|水耗|用水量|能源消耗|建设用地"),
    ),
    (
        re.compile("(?:安全生产|生产安全|道路交通|火灾|自然灾害)+(?:事故)?"),
        re.compile("死亡人数|亡人数|受伤人数|伤亡人数|直接经济损失|事故起数|起数"),
    ),
    (
        re.compile("规模?以上工业(?:企业)?|规[上模]工业(?:企业)?"),
        re.compile("利税|利润|总?产值|增加值|(?:主营业务|营业|销售)收入|税[收金]|用电量|(?:利税|利润)总额"),
    ),
)
"""What the first of a list is said of, and what behind it can be said of nothing else: 单位GDP能耗和二氧化碳排放."""


def _with_its_head(parts: list[str]) -> list[str]:
    """Each with the head of the first, where it can be of nothing else."""
    for head, said in _HEADS:
        found = head.search(parts[0])
        if found and len(parts[0]) > found.end():
            return [parts[0], *(found[0] + part if said.fullmatch(part) else part for part in parts[1:])]
    return [parts[0], *(_of_the_first(parts[0], part) if part in GENERIC else part for part in parts[1:])]


def _of_the_first(first: str, word: str) -> str:
    """诉求满意率 of 诉求解决率、满意率: a word that names nothing by itself is said of what the first is of."""
    stem = _SAID_OF.sub("", first)
    return f"{stem}{word}" if 1 < len(stem) < len(first) else word


_SAID_OF = re.compile(
    "(?:[\u4e00-\u9fff]{2}率|人数|数量|(?:资产|负债|利润|利税|进出口)?总?[量额]|[产市]值|面积|里程|收入|规模|余额)$"
)
_IN_AND_OUT = re.compile("(?P<whose>[^、]*)(?P<first>[存进])、(?P<second>[贷出])(?P<noun>[款口].*)")
_FOR_SO_MUCH = re.compile("(?:平均)?每(?:[0-9]+)?(?:公斤|斤|吨|人|亩|户)(?:每[年月])?$")
"""最低收购价平均每50公斤分别提高."""
_IN_BRACKETS = re.compile("[(（][^()（）]*[)）]")
_INDUSTRY = re.compile("^([一二三])次?(?=产业)")
_KINDS = (
    "城镇",
    "农村",
    "城乡",
    "城",
    "乡",
    "第一",
    "第二",
    "第三",
    "一",
    "二",
    "三",
    "规上",
    "规下",
    "进口",
    "出口",
    "公办",
    "民办",
)
_ENDS = re.compile(
    "(?:(?:客货运|客运|货运|旅客|货物)*(?:周转|吞吐|运输|发送)量|客流量|用电量|发电量|销量|水质优良(?:率|比例)|优良(?:天数)?比[例率]|(?:普及|覆盖|贡献|利用|处置|处理|合格|达标|入园|入学|巩固)率|贡献度|居民人均可支配收入|常住居民人均可支配收入|居民收入|居民人均纯收入|居民|(?:产业|行业)(?:总?产值|增加值|营业收入|投资)|建成区面积|面积|产业|增加值|"
    "(?:人均)?(?:财政)?(?:补助|补贴|保障|低保|救助|缴费|报销|供养)标准|(?:最低|保护)?收购价格?|总产值|产值|零售额|投资|营业收入|销售收入|收入|数量|里程|进出口(?:总[值额])?|出口|进口|出栏|存栏|产量|占比|比重|率)$"
)


def _completed(part: str, last: str) -> str:
    """A part of a list with the noun that it shares with the last one."""
    if part == last and part.startswith("乡居民"):
        return f"农村{part[1:]}"
    if part == last:
        return part
    if (whole := _of_its_kind(part, last)) is not None:
        return whole
    if common_of(part):
        return part
    for length in range(len(part) - 1, 1, -1):
        if (place := last.find(part[-length:])) >= 0:
            return part + last[place + length :]
    end = _ENDS.search(last)
    if end and not _ENDS.search(part) and len(part) <= 8:
        return part + (_BRANCH_FIRST.sub("", end[0]) if part.endswith("业") else end[0])
    return part


_PAIR = 2
"""Signs of words that are alike by their last one: 食品、药品抽检合格率."""
_BRANCH_FIRST = re.compile("^(?:产业|行业)(?=.)")


def _of_its_kind(part: str, last: str) -> str | None:
    """城镇 beside 农村居民收入 as 城镇居民收入, 猪 beside 禽肉产量 as 猪肉产量; nothing for other words."""
    for kind in sorted(_KINDS, key=len, reverse=True):
        if last.startswith(kind) and part in _KINDS:
            return {"城": "城镇", "乡": "农村"}.get(part, part) + last[len(kind) :]
    if len(part) == _PAIR and last[1:_PAIR] == part[1] and last[0] != part[0] and not common_of(part):
        return part + last[_PAIR:]
    return part + last[1:] if len(part) == 1 and part not in _KINDS else None
