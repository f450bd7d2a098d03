"""Chinese numerals that are parts of words: each that is no number is named here with its reason, or it is a finding.

The reasons are few, so that a count in words (新建学校三所投入使用) cannot hide behind one: a word of the dictionary,
an ordinal, a short quotation, a mark of a list, a plan or congress, a span of time, a label such as 三大, a name of a
street, and 一 where it only says "a".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from shizhong_cli.core.figure import numerals
from shizhong_cli.core.report.scanning.token import Token
from shizhong_cli.tuples import NamedTuple

_N = numerals.CHARACTERS
_SMALL = "[一二两三四五六七八九十]{1,3}"
_RUN = re.compile(f"[{_N}]+")
_AROUND = 8
_LONGEST_QUOTE = 24


class Reason(StrEnum):
    """Why a numeral is no number."""

    WORD = "word"  # 一般, 百姓, 零售, 统一
    ORDINAL = "ordinal"  # 第一人民医院, 星期三
    QUOTED = "quoted"  # “三重一大”
    LISTING = "listing"  # 一是, 二要
    PLAN = "plan"  # 十四五, 二十届三中全会
    TIME = "time"  # 五年来, 三年行动
    LABEL = "label"  # 三大工程, 两级, 七个方面
    ROUND = "round"  # 百万英才, 千村示范, 百亿级
    STREET = "street"  # 经四路, 二环南路
    ONE = "one"  # 一个, 一批


class NumeralWord(NamedTuple):
    """A run of numerals that is no number, in places of the clean text; without reason where none is known."""

    start: int
    end: int
    reason: Reason | None


def numeral_words(plain: str, tokens: Sequence[Token]) -> list[NumeralWord]:
    """Every run of Chinese numerals outside the numbers."""
    return [NumeralWord(start, end, _reason(plain, start, end)) for start, end in _left(plain, tokens)]


def _left(plain: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The runs, without the parts of them that are in a number."""
    position = 0
    for run in _RUN.finditer(plain):
        start = run.start()
        while position < len(tokens) and tokens[position].end <= start:
            position += 1
        following = position
        while following < len(tokens) and tokens[following].start < run.end():
            if start < tokens[following].start:
                yield start, tokens[following].start
            start = max(start, tokens[following].end)
            following += 1
        if start < run.end():
            yield start, run.end()


def _reason(plain: str, start: int, end: int) -> Reason | None:
    """Why the numerals between two places are no number."""
    near = plain[max(0, start - _AROUND) : end + _AROUND]
    at = min(start, _AROUND)
    if plain[start:end] in _FORMAL or _is_word(near, at, at + end - start):
        return Reason.WORD
    for reason, pattern in _PATTERNS:
        if any(match.start() <= at and at + end - start <= match.end() for match in pattern.finditer(near)):
            return reason
    if _is_quoted(plain, start, end):
        return Reason.QUOTED
    return Reason.ONE if plain[start:end] == "一" else None


def _is_word(near: str, start: int, end: int) -> bool:
    """Whether each of the numerals belongs to a word of the dictionary: 千方百计 has two runs."""
    return any(match.start() <= start and end <= match.end() for match in _WORDS.finditer(near))


def _is_quoted(plain: str, start: int, end: int) -> bool:
    """Whether it stands in a short quotation."""
    before, behind = plain[max(0, start - _LONGEST_QUOTE) : start], plain[end : end + _LONGEST_QUOTE]
    opened, closed = before.rfind("“"), behind.find("”")
    return opened > before.rfind("”") and closed >= 0 and len(before) - opened + closed + end - start <= _LONGEST_QUOTE


_DICTIONARY = """
    统一 唯一 同一 单一 专一 划一 归一 合一 如一 逐一 之一 万一 均一 纯一 不一 一般 一切 一些 一定 一直 一起
    一样 一致 一向 一贯 一旦 一律 一体 一流 一方面 一系列 一揽子 一线 一站式 一网 一窗 一卡通 一键 一门 一码
    一张网 一盘棋 一把手 一心 一道 一同 一行 一度 一面 一概 一经 一举 一再 一时 一生 一身 一味 一连串 一席之地
    一鼓作气 一以贯之 一如既往 一视同仁 一马当先 一丝不苟 一抓到底 一张蓝图 一刻钟 一件事 一大批 一带一路
    一村一品 一户一 一企一策 一事一议 一园一 一县一 一岗双责 一老一小 进一步 三次产业
    一二三产业 二三产业 一三产业 二中 三中 四中 五中 六中 七中 八中 三农 新三板 新四板 三公 三资 一产 二产 三产 三维
    三孩 三线 三餐 三伏 三观 三甲 三江 三峡 三亚 三明 三门峡 三沙 三令五申 再三 举一反三 二手 二次 二维码 二孩
    二胎 二氧化 二线 二级 二环 二连 独一无二 两会 两侧 两翼 两岸 两旁 两头 两端 两级 两手 两难 两新 两重 两不愁
    两融 四舍五入 四季 四周 四处 四川 四平 四面八方 四通八达 四肢 四好农村路 五谷 五金 五湖四海 五常 五台 五彩 五花八门
    五保 六安 六盘水 七夕 七台河 八方 八达 八项规定 八一 九江 九州 九龙 九寨 十分 十足 十字 十全 十堰 十佳 百姓
    百货 百科 百强 百花 百业 百态 百折不挠 百舸争流 百色 百度 百年 百日 百倍 百事 百尺竿头 千方百计 千家万户
    千秋 千年 千禧 千头万绪 千载难逢 千钧 千锤百炼 千帆 千岛湖 千问 千村 千企 万众 万家 万物 万象 万里 万全 万事
    万水千山 万兆 万州 万宁 亿万 成千上万 成百上千 千千万万 千军万马 千山万水 千言万语 千变万化 千差万别
    瞬息万变 包罗万象 气象万千 百家争鸣 数以万计 零下 零上 零售 零部件 零距离 零容忍 零基 零碳 零星 零散 零工 零件 零食
    零跑 归零 零起点 零突破 零门槛 零跑腿 零障碍 零就业家庭 零就业 零接触 零排放
    每千人 每万人 每百人 每千 每百 千人计划 万人计划
    社零 社消零 一五 丈八 长三角 珠三角 亿万 第三者 二战 一战 两孩 二元 一元 多元 不管三七
    七上八下 乱七八糟 三三两两 五一 六一 七一 十一黄金周
"""
"""Words, idioms and places with a numeral in them."""

_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
"""One of these alone is part of a word: 队伍, 陆续, 收拾; an amount of money has more of them."""
_WORDS = re.compile("|".join(sorted(map(re.escape, set(_DICTIONARY.split())), key=len, reverse=True)))
_OF_TIME = "年|月|日|天|周|季度|时(?!间)|点|刻|小时|分钟|个月|世纪|学期|学年|代(?![表理替])|岁"
_LABELS = (
    "大|级|档|端|翼|网|方|省|市|县|区|镇|乡|村|国|期|批|轮|次|届|类|线|路|街|号|体|化|纵|横|核|轴|带|廊"
    "|通|好|新|高|不|无|有|查|严|保|链|上|下|库|张(?=网|清单)|位一体|中心|面|翻|力|风|资|变|难|公|改|微|创|强"
    "|者|星级|组(?=“)|标准(?=[\u4e00-\u9fff])|项(?=原则|制度|机制|措施(?!落))|个(?=“|目标|积极性|孩子|走在前|方面|领域|环节|层面|维度|阶段|确保|维护|意识|自信|全面|先行|一|转变|统筹|关键|突破|提升|坚持|聚焦|重点|高|新|更|到)"
)
_PATTERNS = (
    (Reason.ORDINAL, re.compile(f"(?:第|初|星期|礼拜)[{_N}]+|(?<![一-鿿])其[一二三四五]|[二三四]店")),
    (
        Reason.PLAN,
        re.compile(
            r"十[一二三四五]五(?![家个名项件所座条人户亩万亿])|[一二三四五六七八九十]{1,3}届|[一二三四五六七八九]中全会"
            r"|[十二]{1,2}[一二三四五六七八九]?大(?=[和精以报召胜代、，。])"
        ),
    ),
    (
        Reason.LISTING,
        re.compile(
            f"(?:^|[。；：，、\n\t（(]){_SMALL}(?:是|要|则|来|、|）|\\))|{_SMALL}、(?=(?:19|20)[0-9]{{2}}年|“?十[一二三四五]五)"
        ),
    ),
    (
        Reason.STREET,
        re.compile(
            f"[经纬]{_SMALL}|{_SMALL}(?:环|纬|经)(?=[路线东西南北高快内外])|{_SMALL}[路街](?=[—、，。东西南北项-])"
        ),
    ),
    (Reason.TIME, re.compile(f"(?:{_SMALL}|[一两]百)个?(?:{_OF_TIME})")),
    (Reason.ROUND, re.compile(f"(?<![{_N}0-9])[百千万亿]{{1,2}}(?![{_N}0-9])")),
    (Reason.LABEL, re.compile(f"{_SMALL}(?:{_LABELS})")),
)
"""What the numerals stand in, in the order in which it is asked."""
