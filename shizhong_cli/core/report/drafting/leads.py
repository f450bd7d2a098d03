"""The noun phrases before and behind a number, without the words of time and place, the verbs and the bounds."""

from __future__ import annotations

import re

from shizhong_cli.core.pack.common_indicators import common_of
from shizhong_cli.core.report.drafting.phrases import (
    AGAINST_OTHERS,
    AND_SO_ON,
    BEHIND_STOPS,
    COMPARED,
    GENERIC,
    INDICATED,
    LEADING,
    NOT_BEHIND,
    OF_BOUND,
    TRAILING,
    TRANSITIVE,
)
from shizhong_cli.core.report.drafting.sizes import of_a_size

LONGEST = 24
_HAN = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile("[\u4e00-\u9fffA-Za-z]")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_DOES_INSIDE = re.compile(
    "(?<!可)(?<=[\u4e00-\u9fff]{2})(?:[0-9]{1,2}[-—–~至到][0-9]{1,2}月份?)?(?:实现|累计完成|累计|完成)(?=(?:入库|税[金收]|利税|转移就业|建成|总?产值|增加值|[营销]?业?收入|利润|税收|零售额|"
    "投资|进出口|出口|销售|(?:旅客|货物|集装箱|货邮)吞吐量|(?:[\u4e00-\u9fff]{1,6}(?:投资|收入|产值|产量|税收))$))"
)
_YEARS = re.compile(
    "(?:年度|预期|年初|计划)*目标(?:[设确]?定|安排|设)?|[近这]?[两三四五六]年|过去的?(?:[两三四五六七八十]年)?(?:[来间]|累计|共)*|[较比](?:[一二三四]季度|前三季度|上半年|年初|全年|[0-9]{1,2}[-—–~至到]{1,2}[0-9]{1,2}月份?)|当[季月年]|本季"
    "|(?:同比|[比较](?:上年|去年|年初)(?:同期)?)?净?(?:[增减多少短超][收支产销]|[增减]亏|增盈)"
)
"""What stands before a growth and is no name: 两年平均增长5.4%."""
_LEFT_ASIDE = re.compile(
    "[按以][^,，]{0,8}汇率(?:折算|换算|计算)|(?:剔除|扣除|还原|不含)[^,，、]*?(?:因素|影响)(?:后|外)?的?"
)
"""What a growth leaves aside is not what grows: 生产总值剔除煤矿关闭等不可比因素增长7.8%."""
_COUNTED_BY = re.compile(
    "[,，]?(?:[按以]|(?<![使利占公费])用(?![地电水户工品途能人]))(?!照?(?:计划|期|时))[^,，、0-9]{1,10}?(?:价格?|口径|汇率|方法|标准|办法|系数)(?:计算|核算|测算|折算|换算|计|算)?(?=$|[^的])"
)
"""按可比价计算增长5.8%: how a growth is counted is not what grows."""
_HEADING = re.compile("^.*(?:19|20)[0-9]{2}年(?=全[省市区县旗州镇乡])")
"""人民生活水平提高2003年全镇国内生产总值达到1.7亿元, of a text that has its headings in its lines."""
_AT_THE_PRICES = re.compile("(?:按?当年价格?|按?现行?价格?)(?:计算)?(?=[\u4e00-\u9fff])")
"""第二产业现价增加值."""
_FASTER_THAN = re.compile("(?:增速|增幅|增长)(?:略?高于|快于|低于|跑赢)[^,，、]*(?:增速|增长|增幅|水平)、")
_COME_TO = re.compile(
    "(?:提升|提高|优化|发展|推进|转移|扩大|拓展|调整|增加|减少|下降|上升|降低|压[降减缩])(?:到|至|为)(?:了|约|近|超过?)?$"
)
"""转化率提升到75.8%: no verb whose object stands behind."""


_THE_GOAL_IS = re.compile("^.*目标(?:任务)?(?:是|为|:|达到)(?=[\u4e00-\u9fffA-Z]{2})")
"""今年的总目标是地区生产总值增长8%: of the product."""
_THAN_BEFORE = re.compile(
    "(?:首超|首次超过|反超|赶超)[^,，、0-9]+(?=、|$)|[比较](?![例重率值])(?:[上去今前]|年初|预算|计划|调整)[^,，、0-9]{0,10}[高低多少快慢长短][了出]?$"
)
"""比去年预算低0.4个百分点: of what was told before."""
_A_YEAR = re.compile("(?<=[\u4e00-\u9fff])年均(?=(?:新增|净增|培训|发放|吸纳|转移)[\u4e00-\u9fff])")
_OVER_YEARS = re.compile("(?<=[\u4e00-\u9fff]{2})(?<!连续)[两三四五六七八九十]年(?:来|间)?$")
_ONLY_A_VERB = re.compile("严保严管|管[住好]|严守|坚守|守[牢住]|守住|确保|稳住")
"""严守18亿亩耕地红线: what is kept stands behind."""
_SUCH = re.compile("(?<=[\u4e00-\u9fff]{2})(?<![高中初同平优相])等$")
_RANKED = re.compile("^.*(?:第[0-9一二三四五六七八九十]+[位名]?|首位|前列|前茅)、")
"""玉米产量全省第二、玉米单产提高12%: of the second alone."""
_BY_WHAT = re.compile(
    "^.{0,16}?(?:活动|行动|方式|措施|渠道|举措|政策|形式|载体|平台|手段|途径|模式|办法|计划)”?"
    "(?=(?:累计|共计?|已|先后|新)?(?:引进|招引|招聘|培育|培训|选派|拆除|整治|排查|查处|破获|新增|新建|发放|筹集|募集|吸引|带动|帮助|帮扶|解决|完成|实现|签约|促成)[\u4e00-\u9fff])"
)
"""通过人才节等活动引进人才: of the people and not of the fairs."""
_DOES_FOR = re.compile(
    "(?P<who>[\u4e00-\u9fff]{1,12}(?:区|县|市|镇|企业|走廊|圈|带|集团|公司|部门|业|经济|家庭|新生))(?:年内|各|共|累计|力争|已|先后)*"
    "(?:预计|实施(?!率)|完成(?![率额])|举办|引进|打造|开展|推出|出台|发放(?![率额量])|力争|创建)(?P<what>[\u4e00-\u9fff“0-9].{2,})"
)
_BROUGHT = re.compile(
    "^.{2,12}?(?:带动|拉动)(?=[\u4e00-\u9fff]{2,10}(?:收入|消费|销售额|投资|就业|产值)$)"
    "|^.{2,14}?(?:喜摘|斩获|夺得|摘得|勇夺)(?=[\u4e00-\u9fff]{2})"
)
"""票根经济带动在线旅游收入: of the income."""
_EACH_DOES = re.compile(
    "(?<=^)(每[个条家座][\u4e00-\u9fff]{1,5}?)(?:实施|建成|新建|打造|培育|引进|建设)(?=[\u4e00-\u9fff]{3})"
)
"""每条产业链实施再造项目: the projects of each."""
_IS_A_NOUN = re.compile("[业率额者]|量(?![化子])|值(?![得班])|费(?!用)")
"""What goes on with a verb as one noun: 种植业, 培训率."""


def lead_of(segment: str) -> tuple[str, bool]:
    """The noun phrase before a number without its verbs, and whether a verb that wants an object ended it."""
    text = COMPARED.sub("", _A_YEAR.sub("", _THAN_BEFORE.sub("", _THE_GOAL_IS.sub("", segment))))
    text = _COUNTED_BY.sub("", at_no_price(_HEADING.sub("", text)))
    text = AGAINST_OTHERS.sub("", _BRACKETED.sub("", text) or text)
    text = _FASTER_THAN.sub("", _LEFT_ASIDE.sub("", text))
    text, transitive = without_end(text.split("《")[-1] if "》" not in text else text)
    text = _OVER_YEARS.sub("", text)
    if transitive and (verb := TRANSITIVE.search(text)) and len(text) - len(verb[0]) < 2:
        return "", True
    text = without_begin(_BY_WHAT.sub("", text))
    text = _RANKED.sub("", _SUCH.sub("", text))
    if such := AND_SO_ON.search(text):
        text = without_begin(_BY_WHAT.sub("", text[such.end() :]))
    text = _of_the_last(tidy(text))
    if _YEARS.fullmatch(text):
        return "", transitive
    if len(text) < 2 or _ONLY_A_VERB.fullmatch(text) or not _WORD.search(text) or LEADING.fullmatch(text):
        return "", transitive or bool(TRANSITIVE.search(text))
    return text, transitive


def at_no_price(text: str) -> str:
    """Without the words that an amount is at the prices of its year, which every amount is."""
    return _AT_THE_PRICES.sub("", text)


def _of_the_last(text: str) -> str:
    """年产值 of 碳纤维企业、年产值: what is counted before has its number already."""
    before, _, last = text.rpartition("、")
    return last if before and last in GENERIC else text


def without_end(text: str) -> tuple[str, bool]:
    """Without the verbs and bound words at the end, and whether one of them wants an object."""
    transitive = False
    text = _COME_TO.sub("", text)
    for _ in range(12):
        if common_of(text) or (text.endswith("占比") and len(text) > 3):
            break
        transitive = transitive or _wants_an_object(text)
        found = TRAILING.search(text)
        if not found:
            break
        text = text[: found.start()]
    return text, transitive


def _wants_an_object(text: str) -> bool:
    """Whether a verb ends the words whose object stands behind the number; 营收突破 has its noun before."""
    verb = TRANSITIVE.search(text)
    return verb is not None and not (verb[0] == "突破" and verb.start() > 1)


def without_begin(text: str) -> str:
    """Without the words of time and place, adverbs, verbs and particles at the front."""
    for _ in range(8):
        found = LEADING.match(text)
        if not found or not found[0] or len(text) - found.end() < 2 or common_of(text):
            break
        if _IS_A_NOUN.match(text, found.end()):
            break
        text = text[found.end() :]
    return text


def tidy(text: str) -> str:
    """Without signs at the ends, quotation marks in pairs only, and no longer than a name is."""
    text = without_inside(text.strip("、,，。:：—-()（）·~+/ ◆◇●○■□★☆▲△▼▶►◎※♦•▪①②③④⑤⑥⑦⑧⑨⑩"))
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    if len(text) > LONGEST:
        cut = max(text.rfind(sign, 0, len(text) - 3) for sign in "的、")
        text = text[cut + 1 :] if cut >= 0 and len(text) - cut < LONGEST else text[-LONGEST:]
    return text


_AGES = re.compile("^[0-9]{1,2}(?:周?岁?[-—–~～至到]{1,2}[0-9]{1,2})?周?岁(?:及?以[上下])?的?")
"""1200名35—64岁妇女."""
_COUNTED_TOO = re.compile("^[(（][\u4e00-\u9fff]{1,3}[)）]")
"""111个（次）团队."""
_SIZE = "[0-9.]+(?:千伏|兆瓦|万?千瓦|万吨级?)(?:时)?"
_SIZES = re.compile(f"^{_SIZE}(?:[、和及]{_SIZE})*(?=[\u4e00-\u9fff])(?![以左等到至、和及])")
"""22个110千伏和220千伏变电站."""
_EVERY_KIND = re.compile("^(?:各[类级项]|有关|相关)(?=[\u4e00-\u9fff]{2})")
"""90家各类金融机构."""
_DESCRIBED = re.compile(
    "^[^,，。;0-9的、]{2,8}[好高强大快优广深足](?:、[^,，。;0-9的、]{2,10})+的(?=[\u4e00-\u9fff]{2,14}$)"
)
"""40户成长型好、有潜力的中小企业: the noun behind what is said of it."""
_ONE_PLACE = re.compile(
    "[村县镇乡校区市州旗](?=(?:全部|均|已)?(?:开展|实施|通过|达到|完成|实现|建成|获评|被评为|入选|接入))"
)
"""4个村开展试点."""
_GRADE = re.compile("(?:国家)?[1-5]A级?(?=[\u4e00-\u9fff]{2})")
"""3家5A级景区."""
_DONE_FIRST = re.compile(
    "^(?:(?:已|全部|成功|顺利|如期)*(?:实现|完成)?(?:已|全部|成功|顺利|如期|稳定|达标)+(?=脱贫|退出|出列|摘帽|搬迁|落户|就业|入住)"
    "|(?:已|全部|成功|顺利|如期)*(?:实现|完成)(?=[\u4e00-\u9fff]{2}))"
)
"""1.2万贫困人口实现脱贫, 8461户稳定脱贫."""


def without_inside(text: str) -> str:
    """Without a verb between a noun and what is measured of it: 规模以上工业实现销售收入."""
    return _does_for_whom(_EACH_DOES.sub(r"\1", _DOES_INSIDE.sub("", text)))


def _does_for_whom(text: str) -> str:
    """高新区加工贸易进出口 of 高新区完成加工贸易进出口; what needs no owner has none: 服务业完成社会消费品零售总额."""
    text = _BROUGHT.sub("", text)
    does = _DOES_FOR.fullmatch(text)
    if does is None:
        return text
    return does["what"] if common_of(does["what"]) else f"{does['who']}{does['what']}"


def became_other(segment: str, after: str) -> bool:
    """Whether a verb stands behind a number that became another: 学校由71所优化整合为47所."""
    return segment.endswith(("由", "从")) and _BECAME.match(after) is not None


_BECAME = re.compile("[\u4e00-\u9fff]{2,6}[为到至][0-9]")


_OF_A_SIZE = re.compile(
    "(?:[0-9.]+[万亿]?|[百千万亿]+(?=元))(?:亩|平方米|公里|元|平方公里|公顷|吨|张床|名员工)(?:及?以[上下])(?=的?[\u4e00-\u9fff]{2})的?"
)
"""10个500亩以上连片种植区: the size is a part of the name."""
_AND = re.compile("([、和与及])")
_UP_TO_ANOTHER = re.compile("(?:[、和与及][^、和与及0-9]*)?[0-9].*$")
"""和集体企业 of 105家国有和集体企业、6家事业单位: what stands before another number is that one's."""
_LONGEST_PART = 12
_NO_PART = re.compile("[了着把被]|^[近约超]?[一二两三四五六七八九十百千万]+[多余]?[场个家项次名座条所]")


def _all_of_a_list(after: str, phrase: str) -> str:
    """体育赛事和品牌活动 of 10项体育赛事和品牌活动: what no other number counts is counted with it; else nothing."""
    rest = _UP_TO_ANOTHER.sub("", after[len(phrase) :])
    if not _AND.match(rest):
        return ""
    for sign, part in zip(*[iter(_AND.split(rest)[1:])] * 2, strict=True):
        stop = BEHIND_STOPS.search(part)
        said = part[: stop.start()] if stop else part
        said = said.removesuffix("建设") or said
        if not (_is_a_thing(said) or (len(phrase) == 1 and said)) or len(phrase) + len(said) >= LONGEST:
            return ""
        phrase = f"{phrase}{sign}{said}"
        if stop:
            break
    return phrase


def _phrase_before(stop: re.Match[str], after: str, counted: bool) -> str:
    """What stands before a stop, all of a list where it is counted together."""
    phrase = after[: stop.start()]
    if phrase == "国家" and after.startswith("国家和地区"):
        return "国家和地区"
    return (_all_of_a_list(after, phrase) if counted else "") or phrase


def _is_a_thing(said: str) -> bool:
    """Whether words begin with no verb."""
    verbs = LEADING.match(said) or TRANSITIVE.search(said) or _NO_PART.search(said)
    return 1 < len(said) <= _LONGEST_PART and not verbs


def behind_of(after: str, counted: bool) -> str:
    """The noun phrase directly behind a number."""
    after = _SIZES.sub("", _AGES.sub("", _COUNTED_TOO.sub("", after)))
    if grade := _GRADE.match(after):
        return f"{grade[0]}{behind_of(after[grade.end() :], counted)}"
    if NOT_BEHIND.match(after):
        return ""
    if counted and (things := of_a_size(after)):
        return things
    after = after[OF_BOUND.match(after).end() :]  # type: ignore[union-attr]
    after = _DESCRIBED.sub("", _EVERY_KIND.sub("", _DONE_FIRST.sub("", after)))
    one = _ONE_PLACE.match(after)
    return one[0] if one else _up_to_a_stop(after, counted)


def _up_to_a_stop(after: str, counted: bool) -> str:
    """The noun phrase that words begin with."""
    size = _OF_A_SIZE.match(after)
    stop = BEHIND_STOPS.search(after, size.end() if size else 0)
    phrase = _phrase_before(stop, after, counted) if stop else after
    if "“" in phrase and "”" not in phrase:
        phrase = phrase.replace("“", "")
    phrase = tidy(phrase)[:LONGEST]
    if counted and stop and re.match("增长|提高|下降|达|突破|超过|占|[0-9]|完成|实现", stop[0]):
        phrase = INDICATED.sub("", phrase) or phrase
    return phrase if _HAN.search(phrase) else ""
