"""GB 18030 or Big5: most bytes of one are a text in the other, but one that nobody would write.

What decides is how many of the Chinese characters are among the most frequent ones: a third of any real text, next to
none of a text read in the wrong encoding.
"""

from __future__ import annotations

_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国以要时来用们生到作地于出就分对成会可主发年动同工也能下过子产种面方后多定行学法所民得经十三之进着"
    "等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本性好应开合由其前外天政日社事平全间与关各重新内数正心利比质市区县"
    "镇村元万亿户项增长提升完建设推进深入改革服务管项目标任务安保障持续创城乡企投资收入达百"
    "這為個國來們對會發動過產種後學經進電裡實體制機當點從業應開關與內區縣鎮億萬戶項長設務標務續創鄉企資達"
)
_ENCODINGS = ("gb18030", "big5hkscs")
_CLEARLY = 3
"""How many times as many frequent characters the right encoding has."""
_FEWEST = 0.12
"""Below this share a long text is none."""
_LONG = 60


def chinese_text(raw: bytes) -> str:
    """The text in the encoding that makes Chinese of it; nothing where neither does, or nobody can tell."""
    texts = [text for encoding in _ENCODINGS if (text := _decoded(raw, encoding))]
    if not texts:
        return ""
    best, *others = sorted(texts, key=frequent_share, reverse=True)
    share = frequent_share(best)
    if others and share < _CLEARLY * frequent_share(others[0]):
        return texts[0] if len(texts[0]) < _LONG else ""
    return best if share >= _FEWEST or _wide(best) < _LONG else ""


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return ""


def frequent_share(text: str) -> float:
    """Which part of the characters beyond ASCII is among the most frequent ones."""
    wide = _wide(text)
    return sum(character in _FREQUENT for character in text) / wide if wide else 0.0


def _wide(text: str) -> int:
    return sum(character > "\u2fff" for character in text)
