"""The words around a number: what they make of its value and its bound.

The words themselves are those of ``core.figure.words``;
``core.figure.written`` reads the figure once they are put together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from shizhong_cli.core.figure.doubling import is_plain_doubling
from shizhong_cli.core.figure.parsing import FigureError, parse_figure
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.figure.units import STEP
from shizhong_cli.core.figure.words import AFTER, AFTER_PART, BEFORE, ESTIMATE, FALLEN, FALLS, FALLS_TO, UPWARDS
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.report.scanning.distant import LIMITS, bound_before, falls_before, is_lower
from shizhong_cli.core.report.scanning.lexicon import PLAIN
from shizhong_cli.core.report.scanning.token import Token
from shizhong_cli.tuples import NamedTuple

BETTER = "改善"
"""A fall where less is better: 浓度改善12%."""
_LESS_IS_BETTER = re.compile("浓度|PM|颗粒物|臭氧|二氧化|降尘|综合指数")
_FALLING = frozenset((*FALLS, *FALLEN, BETTER))
_MEANING = frozenset((*BEFORE, *_FALLING, *ESTIMATE, UPWARDS))
_WORDS = _MEANING | PLAIN | frozenset(FALLS_TO)
_LONGEST = max(map(len, _WORDS))
_MOST_WORDS = 5
_ADJACENT = frozenset(word for word in _MEANING if len(word) == 1)
_PART_OF_A_WORD = {
    "近": "附最临新靠贴亲",
    "超": "反赶高",
    "约": "节集签履制合预违解公契条",
    "破": "爆",
    "过": "通经超不越度跨迈走跳胜错路高穿渡转历见做办去来看听受开到审",
    "降": "沉空迫霜",
    "减": "加增",
    "缩": "浓",
    "不及": "来",
    "不满": "心怀",
    "不下": "居高放持相",
    "不止": "跑停",
}
_RECENT = frozenset(("年", "个月", "天", "月", "周", "届"))
_SUFFIXES = (*sorted(AFTER, key=len, reverse=True), *AFTER_PART)


class Wording(NamedTuple):
    """What stands around one number."""

    before: tuple[str, ...]  # words that bear on bound, sign or certainty, in order of the text
    after: tuple[str, ...]
    chain_start: int  # where the words before begin, those without a meaning of their own included


def wording_of(plain: str, token: Token, floor: int) -> Wording:
    """The words directly around a number, not reaching back beyond ``floor``."""
    before, chain_start = _words_before(plain, token, floor)
    return Wording(before, _words_after(plain, token), chain_start)


def _words_before(plain: str, token: Token, floor: int) -> tuple[tuple[str, ...], int]:
    found: list[str] = []
    position = token.start
    for _ in range(_MOST_WORDS):
        word = _word_before(plain, position, floor)
        if not word or not _fits(plain, word, position, token, adjacent=position == token.start or bool(found)):
            break
        position -= len(word)
        if word in _MEANING:
            found.append(word)
    falls = _FALLING.intersection(found) or LIMITS.intersection(found)
    if not falls and falls_before(plain, position, token, floor):
        found.append("减少")
    if not _FALLING.intersection(found) and (lower := is_lower(plain, position, token)):
        found.append("减少")
        position = max(floor, position - lower)
    bound = "" if not BEFORE.keys().isdisjoint(found) else bound_before(plain, position, floor)
    return tuple(reversed([*found, bound] if bound else found)), position


def _word_before(plain: str, end: int, floor: int) -> str:
    for length in range(min(_LONGEST, end - floor), 0, -1):
        if plain[end - length : end] in _WORDS:
            return plain[end - length : end]
    return ""


def _fits(plain: str, word: str, end: int, token: Token, adjacent: bool) -> bool:
    """Whether the word is one here: 签约 is not 约, 近五年 is no amount, and a lone 近 stands next to its number."""
    start = end - len(word)
    if start and plain[start - 1] in _PART_OF_A_WORD.get(word, ""):
        return False
    if word in _ADJACENT and not adjacent:
        return word == "约" and plain.startswith(_LINKS, end)
    if word in _EXTENTS:
        return not plain.startswith(_OF_EXTENTS, end)
    if word == BETTER:
        return bool(_LESS_IS_BETTER.search(plain, max(0, start - 40), start))
    if word == UPWARDS:
        return _is_upwards(plain, start, end)
    return not _is_of_another(plain, word, end, token)


_LINKS = ("占", "为", "有", "达")
"""约占三分之二: words between 约 and its number."""
_EXTENTS = frozenset(("降幅", "跌幅"))
_OF_EXTENTS = ("扩大", "收窄", "缩小", "回落", "加深")
"""What is said of a fall itself: a fall that widens by 0.4 points is no -0.4."""
_OF_STEPS = frozenset(
    ("突破", "超过", "超", "破", "过", "跨过", "跨入", "跨上", "迈上", "迈过", "迈入", "站上", "登上", "跃上")
)


def _is_of_another(plain: str, word: str, end: int, token: Token) -> bool:
    """Whether it says something of what is counted, of time gone by, or of steps, and not of this number."""
    if word in _FALLING and token.unit and token.unit.whole and _goes_on(plain, token.end):
        return True
    if word in _OF_STEPS and token.unit and token.unit.symbol == STEP:
        return True  # 突破两个千亿元大关: two, and no more
    is_recent = word in ("近", "过") and token.unit_word in _RECENT and end == token.start
    return is_recent and not plain.endswith(tuple(_FALLING), 0, end - len(word))


_BARE_SCALE = frozenset("百千万亿")
_OTHER_UP = frozenset("线网地路街以之赶海陆历史表会身世马早晚成")


def _is_upwards(plain: str, start: int, end: int) -> bool:
    """上万人, 上千万元: only before a scale word without a number, and not in 线上 and the like."""
    return plain[end : end + 1] in _BARE_SCALE and plain[start - 1 : start] not in _OTHER_UP


def _goes_on(plain: str, end: int) -> bool:
    """降低900万户企业税负: the number belongs to what is lowered, it is not the amount."""
    if plain.startswith(_SUFFIXES, end):
        return False
    return "\u4e00" <= plain[end : end + 1] <= "\u9fff" and plain[end] not in "以左上的和与及"


def _words_after(plain: str, token: Token) -> tuple[str, ...]:
    found: list[str] = []
    position = token.end
    for _ in range(2):
        word = next((w for w in _SUFFIXES if plain.startswith(w, position)), "")
        if not word and position == token.end and _is_within(plain, position, token):
            word = WITHIN
            found.append(word)
            break
        if not word or (len(word) == 1 and not _ends_here(plain, position + 1, token, word)):
            break
        found.append(word)
        position += len(word)
    return tuple(found)


WITHIN = "内"
_WITHIN = ("天", "个工作日", "小时", "分钟", "个月", "日", "秒")
_NOT_WITHIN = "部外容涵地陆河蒙需贸资生销"


def _is_within(plain: str, position: int, token: Token) -> bool:
    """3个工作日内: no more than that."""
    is_time = token.unit is not None and token.unit.symbol in _WITHIN
    goes_on = plain[position + 1 : position + 2] or "。"
    return is_time and plain.startswith(WITHIN, position) and goes_on not in _NOT_WITHIN


def _ends_here(plain: str, position: int, token: Token, word: str) -> bool:
    """三分之二强, 3倍多: the single character ends the figure."""
    if word in AFTER_PART:
        return token.is_part and token.number != "一半"
    return not plain[position : position + 1].strip() or plain[position] in "，。；、）)”的是在"


def shared_wording(wordings: Sequence[Wording], tokens: Sequence[Token], direct: Sequence[bool]) -> list[Wording]:
    """Give the numbers of one list what is said once: 分别超过55亿元和200亿元, 45%和32%左右, 下降3%、5%.

    ``direct`` says of each number whether only the sign of a list stands before it. A bound is shared only by numbers
    in one unit: of 10个、10亿元以上 only the second is a least.
    """
    shared = list(wordings)
    for position in range(len(shared) - 1, 0, -1):
        before, here = shared[position - 1], shared[position]
        if direct[position] and _takes_what_follows(before, tokens, position):
            shared[position - 1] = before._replace(after=here.after)
    for position in range(1, len(shared)):
        here = shared[position]
        if direct[position] and not here.before:
            shared[position] = here._replace(before=_handed_on(shared[position - 1].before, here, tokens, position))
    return shared


def _takes_what_follows(before: Wording, tokens: Sequence[Token], position: int) -> bool:
    """Whether 以上 behind a number is said of the one before it as well; never of 100%, which cannot be more."""
    one = tokens[position - 1]
    closed = one.bound is Bound.AT_MOST or not _are_alike(tokens, position) or one.number == "100%"
    return not (closed or before.after or _bounds(before.before))


def _handed_on(words: tuple[str, ...], here: Wording, tokens: Sequence[Token], position: int) -> tuple[str, ...]:
    """What the words before a number say of the next one too."""
    alike = _are_alike(tokens, position) and tokens[position - 1].bound is not Bound.AT_MOST
    if alike and not here.after:
        return words
    kept = tuple(word for word in words if word not in BEFORE)
    if alike or not _counts(tokens[position]):
        return kept
    return tuple(word for word in kept if word not in _FALLING)


def _are_alike(tokens: Sequence[Token], position: int) -> bool:
    """Whether a number and the one before it are in one unit."""
    one, other = tokens[position - 1], tokens[position]
    return one.unit == other.unit and one.unknown == other.unknown


def _counts(token: Token) -> bool:
    return token.unit is not None and token.unit.whole


def _bounds(words: tuple[str, ...]) -> bool:
    return any(word in BEFORE for word in words)


def written_of(token: Token, wording: Wording) -> Written | None:
    """The figure as ``core.figure.written`` reads it; ``None`` when it cannot."""
    units = {token.unit_word: token.unit} if token.unit and token.unit_word else {}
    words = ("以内" if word == WITHIN else word for word in wording.after)
    after = "".join(word for word in words if word in AFTER or word in AFTER_PART)
    try:
        before = ("下降" if word == BETTER else word for word in wording.before)
        written = parse_figure("".join((*before, token.number, token.shared, after)), units)
    except FigureError:
        return None
    is_said = is_plain_doubling(token.number) and not any((*wording.before, *wording.after))
    return written._replace(bound=Bound.EXACT) if is_said else written
