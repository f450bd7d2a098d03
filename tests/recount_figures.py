"""Ranges, the two YAML files and what a printed number says: the part of the recount that comes before any check.

A range is a pair of ends, an end is (value, shade): shade 1 is a little above the value, -1 a little below, 0 the value
itself. So a range has members when low <= high, and the common members of two ranges run from the greater of the lows
to the lesser of the highs. Nothing here comes from the program.
"""

from __future__ import annotations

import math
import re
import unicodedata
from fractions import Fraction as F
from itertools import chain

import yaml

INF = math.inf
ALL, NOT_NEGATIVE, POSITIVE = (((-INF, 1), (INF, -1)), ((F(0), 0), (INF, -1)), ((F(0), 1), (INF, -1)))
MEASURES = ("level", "flow", "growth", "average_growth", "share", "change")
SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10, "": 1}
COUNTS = set("家户个处件项所套条台座名支场天人路起年次")
SAME_UNIT = {"群众": "人", "套（间）": "套", "人口": "人"}
FIXED = {"清零": 0, "动态清零": 0, "不发生": 0, "全部": 1, "全覆盖": 1}
WORDS = {
    "above": ("超过", "超", "突破", "跨入", "不低于"),
    "below": ("正向", "接近", "近", "不足"),
    "at_most": ("不超过",),
    "about": ("约",),
    "fall": ("压减", "压缩", "下降"),
    "": (
        "预计",
        "达到",
        "达",
        "完成",
        "新增",
        "净增",
        "增长",
        "增加",
        "提高",
        "提升",
        "连续",
        "力争",
        "年均",
        "确保",
        "争取",
    ),
}
TAILS = {"以上": "above", "左右": "about", "以内": "at_most", "以下": "at_most", "大关迈进": "below"}
NUMERAL = re.compile(
    r"(\d+(?:\.\d+)?|[一二两三四五六七八九十](?=年|个)|(?=百亿))(余|多)?(万亿|[十百千万亿]?(?!瓦))(余|多)?(.*)"
)
DIGITS = dict(zip("一二两三四五六七八九十", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))


class CannotTellError(Exception):
    """What this script does not know how to read or decide: printed as a disagreement, never passed over."""


# ── ranges ──


def point(value):
    return ((F(value), 0), (F(value), 0))


def meet(a, b):
    return (max(a[0], b[0]), min(a[1], b[1]))


def is_empty(a):
    return a[0] > a[1]


def minus(a):
    return tuple((-value, -shade) for value, shade in reversed(a))


def plus(a, b):
    return tuple((v + w, s or t) for (v, s), (w, t) in zip(a, b, strict=True))


def times(a, b):
    corners = []
    for v, s in a:
        for w, t in b:
            shut = (v == 0 and s == 0) or (w == 0 and t == 0) or not (s or t)
            corners.append((F(0) if v == 0 or w == 0 else v * w, shut))
    return (min((v, 0 if shut else 1) for v, shut in corners), max((v, 0 if shut else -1) for v, shut in corners))


def one_over(a):
    (low, s), (high, t) = a
    if low == high == 0:
        raise ZeroDivisionError
    if low < 0 < high:
        return ALL
    first = (F(0), 1) if high == INF else (1 / high, -t) if high else (-INF, 1)
    return (first, (F(0), -1) if low == -INF else (1 / low, -s) if low else (INF, -1))


def whole(a):
    """From the first to the last whole number of a range."""
    (low, s), (high, t) = a
    first = a[0] if low == -INF else (F(math.floor(low) + 1 if s else math.ceil(low)), 0)
    return (first, a[1] if high == INF else (F(math.ceil(high) - 1 if t else math.floor(high)), 0))


def path_sum(rate, years):
    """1 + 1/(1+g) + …, the sum of the years over the last one; it falls as g grows."""

    def at(value, shade):
        if value in (INF, -1):
            return (F(1), 1) if value == INF else (INF, -1)
        return sum((1 / (1 + value)) ** k for k in range(years)), -shade

    return (at(*rate[1]), at(*rate[0]))


# ── the two files ──


def plain(node):
    """A YAML node as dicts, lists and the characters of its scalars."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    keys = [key.value for key, _ in node.value]
    if len(keys) != len(set(keys)):
        raise CannotTellError(f"a key stands twice below line {node.start_mark.line + 1}")
    return {key.value: plain(value) for key, value in node.value}


class Pack:
    """The figures under the names they have in the output, the indicators and the declared checks."""

    def __init__(self, targets, baselines):
        files = [plain(yaml.compose(text, yaml.SafeLoader)) for text in (baselines, targets)]
        self.indicators = {k: v for file in files for k, v in file.get("indicators", {}).items()}
        self.checks = {k: v for file in files for k, v in file.get("checks", {}).items()}
        self.about, self.rounding = files[1]["conventions"]["about"], files[0].get("rounding", "nearest")
        self.figures, seen = {}, {}
        printed = ((name, f) for name, one in files[0]["indicators"].items() for f in one.get("figures", ()))
        for name, figure in chain(printed, ((t["indicator"], t) for t in files[1]["targets"])):
            measure = next((m for m in MEASURES if m in figure), None)
            if measure is None or "relative" in figure:
                continue
            ref = f"{name}.{measure}@{figure['period']}" + (f":{figure['since']}" if "since" in figure else "")
            seen[ref] = seen.get(ref, 0) + 1
            ref += f"#{seen[ref]}" if seen[ref] > 1 else ""
            self.figures[ref] = {**figure, "measure": measure, "text": figure[measure], "indicator": name}

    def is_rate(self, ref):
        return self.figures[ref]["measure"] in ("growth", "average_growth", "change")


# ── what a printed number says ──


def read(text, unit=""):
    """Value, size of the last place, size of the last digit that is not 0, bound, unit."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("(", "（").replace(")", "）")
    if text in FIXED:
        return F(FIXED[text]), 0, 0, "fixed", unit or "%"
    if found := re.fullmatch("([二三四五六七八九十])分之一", text):
        return F(1, DIGITS[found[1]]), 0, 0, "one_in", "%"
    tail = next((tail for tail in TAILS if text.endswith(tail)), "")
    bounds, body = {TAILS[tail]} if tail else set(), text.removesuffix(tail)
    found = NUMERAL.search(body)
    if found is None:
        raise CannotTellError(f"no number in {text}")
    head, (digits, inner, scale, outer, rest) = body[: found.start()], found.groups()
    while head:
        fitting = [(w, m) for m, words in WORDS.items() for w in words if head.endswith(w)]
        word, meaning = max(fitting, key=lambda pair: len(pair[0]), default=("", ""))
        if not word:
            raise CannotTellError(f"the word {head} in {text}")
        head = head.removesuffix(word)
        bounds.add(meaning)
    bounds |= {"above"} if inner or outer else set()
    sign, bounds = (-1 if "fall" in bounds else 1), bounds - {"", "fall"}
    if len(bounds) > 1:
        raise CannotTellError(f"{sorted(bounds)} in {text}")
    if rest.startswith("个百亿台阶"):
        return F(DIGITS[digits]), 0, 0, "fixed", ""
    if not digits:
        digits, scale, rest = "100", "亿", rest.removeprefix("亿")
    digits = str(DIGITS.get(digits, digits))
    last = F(SCALES[scale], 10 ** len(digits.partition(".")[2]))
    bare = digits.replace(".", "")
    step = last * 10 ** (len(bare) - len(bare.rstrip("0") or bare))
    unit, value = rest or unit, F(digits) * SCALES[scale] * sign
    if unit in ("%", "个百分点"):
        value, last, step, unit = value / 100, last / 100, step / 100, "%"
    bound = next(iter(bounds), "whole" if not scale and "." not in digits else "rounded")
    return value, last, step, bound, SAME_UNIT.get(unit, unit)


def unit_of(about, unit):
    """A unit as powers of units, and what the number is to be divided by (每千人)."""
    unit = about.get("units", [unit])[0] if unit in about.get("units", ()) else unit
    per, powers = about.get("per", ""), {} if unit in ("%", "倍", "") else {unit: 1}
    if per:
        size, per = (1000, per[1:]) if per.startswith("千") else (1, per)
        return combined(powers, {SAME_UNIT.get(per, per): 1}, -1), size
    return powers, 1


def combined(u, v, sign):
    both = {k: u.get(k, 0) + sign * v.get(k, 0) for k in {**u, **v}}
    return {k: n for k, n in both.items() if n}


def is_count(powers):
    return len(powers) == 1 and all(unit in COUNTS and power == 1 for unit, power in powers.items())


def rounded(value, last, rounding):
    """The numbers that are printed as this one; of a decrease, the mirror of them."""
    if value < 0:
        return minus(rounded(-value, last, rounding))
    if rounding == "truncated":
        return ((value, 0), (value + last, -1))
    odd, even = (rounding == "half_even" and value / last % 2 == n for n in (1, 0))
    return ((value - last / 2, 1 if odd else 0), (value + last / 2, 0 if even else -1))


def range_of(pack, figure, rounding, as_read):
    """What a figure entails, or what readers take it to mean, and its unit."""
    value, last, step, bound, unit = read(figure["text"], figure.get("unit", ""))
    powers, size = unit_of(pack.indicators[figure["indicator"]], unit)
    value -= figure.get("multiple") == "times"
    rate = figure["measure"] in ("growth", "average_growth")
    near = {"above": ((value, 0), (value + step, -1)), "below": ((value - step, 0), (value, -1))}
    near |= {"at_most": ((value - step, 1), (value, 0)), "fixed": point(value), "whole": point(value)}
    far = {"above": ((value, 0), (INF, -1)), "below": (ALL[0], (value, -1)), "at_most": (ALL[0], (value, 0))}
    if bound == "one_in":
        ends = [(value + 1 / (1 / value + n)) / 2 for n in (1, -1)]
        span = ((ends[0], 0), (ends[1], -1))
    elif bound == "rounded" or (bound == "whole" and ("rounded_to" in figure or not is_count(powers))):
        way = figure.get("rounding", pack.rounding)
        span = rounded(value, F(figure.get("rounded_to", last)), rounding if way == "nearest" else way)
    elif bound == "about":
        said = pack.about["growth" if rate else "otherwise"]
        wide = read(said)[0] * (1 if rate else value)
        span = ((value - wide, 0), (value + wide, 0)) if as_read else ALL
    else:
        span = near[bound] if as_read or bound not in far else far[bound]
    least = -INF if figure["measure"] == "change" else F(-1 if rate else 0)
    span = meet(span, ((least, 1 if least == -INF else 0), ALL[1]))
    return (span if size == 1 else times(span, point(F(1, size)))), powers


# ── slips ──


def one_digit_wrong(text):
    """Every Arabic digit replaced by the nine others, without a leading 0 in front of other digits."""
    for found in re.finditer(r"\d", text):
        at = found.start()
        leads = re.fullmatch(r"(.*[^\d.])?", text[:at]) and text[at + 1 : at + 2].isdigit()
        for new in "0123456789":
            if new != found[0] and not (new == "0" and leads):
                yield text[:at] + new + text[at + 1 :]


def slips(text):
    """One digit wrong, dropped or doubled, two neighbours swapped, the point moved, if that is a number."""
    for found in re.finditer(r"\d+(?:\.\d+)?", text):
        number, made = found[0], set()
        digits, places = number.replace(".", ""), [i for i, c in enumerate(number) if c != "."]
        point_at = number.find(".") if "." in number else len(number)
        with_point = [digits[:i] + "." + digits[i:] for i in range(1, len(digits))] + [digits]
        made |= set(with_point) - {number}
        for n, at in enumerate(places):
            made |= {number[:at] + new + number[at + 1 :] for new in "0123456789"}
            made |= {number[:at] + number[at + 1 :], number[:at] + number[at] + number[at:]}
            if n:
                swapped = digits[: n - 1] + digits[n] + digits[n - 1] + digits[n + 1 :]
                made.add(swapped[:point_at] + number[point_at : point_at + 1] + swapped[point_at:])
        for new in sorted({one.removesuffix(".") for one in made} - {number}):
            if re.fullmatch(r"(0|[1-9]\d*)(\.\d+)?", new):
                yield text[: found.start()] + new + text[found.end() :]
