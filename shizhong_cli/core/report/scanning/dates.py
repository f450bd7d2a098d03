"""Dates, times and spans of years: which digits of a text say when."""

from __future__ import annotations

import re

_YEAR = r"(?:1[89]|20|21)[0-9][0-9]"
_TO = r"(?:—{1,2}|[–\-~～至到]|──)"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])"
_HOUR = r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9]"
_DATE = re.compile(
    rf"{_YEAR}年?[底末初]?{_TO}{_YEAR}(?:学年|年度|年|(?=[一二两三四五六七八九十]年)|(?![0-9.%余多])(?=[^\u4e00-\u9fff]|$))"
    rf"|{_YEAR}(?:学年|年度?)(?:{_MONTH}(?:{_TO}{_MONTH})?月(?:{_DAY}(?:{_TO}{_DAY})?日)?)?"
    rf"|{_YEAR}([-./]){_MONTH}\1{_DAY}(?![0-9])"
    rf"|{_YEAR}(?=[〕\]])"
    rf"|{_HOUR}{_TO}{_HOUR}(?![0-9])"
    rf"|{_MONTH}月?(?:{_TO}|、){_MONTH}月(?:份|{_DAY}日)?"
    rf"|{_MONTH}月{_DAY}日(?:{_TO}(?:{_MONTH}月)?{_DAY}日)?|{_MONTH}月{_DAY}{_TO}{_DAY}日"
    rf"|{_MONTH}月(?!龄)"
    rf"|{_DAY}日?{_TO}{_DAY}日(?![游均产])"
    rf"|{_DAY}日(?![元圆游内均产龄处供发])"
    r"|(?:1[0-9]|2[01])世纪(?:[0-9]0年代)?|[0-9]0年代"
    r"|(?:[01]?[0-9]|2[0-4])时(?:[0-5]?[0-9]分)?(?![间期代段效空速常])"
)
_YEAR_OF_LIST = re.compile(
    rf"{_YEAR}(?=(?:[、和与及]{_YEAR}){{1,10}}(?:[一二两三四五六七八九十]{{0,2}}个?年)|[一二两三四五六七八九]个?年(?:来|间|度|累计|共|[^以多余]))"
)
_QUARTER = re.compile(rf"[1-4](?:(?:{_TO}|[、和])[1-4])?季度")
_NUMERAL_QUARTER = re.compile(rf"[一二三四](?:{_TO}|[、和])?(?:[一二三四])?季度(?!度)")
_CLOCK = re.compile(rf"{_HOUR}(?::[0-5][0-9])?(?![0-9.]|:[0-9])")
_RATIO_BEFORE = re.compile("(?:比(?!赛|武)|结构|倍差|尺)[^，。；,;\n]{0,10}$|[0-9]:$")
"""What makes a pair of numbers with a colon between no time of the day: 师生比1:15."""
_SPOKEN_CLOCK = re.compile(
    r"(?:[01]?[0-9]|2[0-4])点(?:[0-5]?[0-9]分|半|整|钟|[一三]刻)(?!之|点)|(?:(?<=[午晚晨早])|(?<=[早晚]上))(?:[01]?[0-9]|2[0-4])点(?![0-9个多]|[之以])"
)
_NUMERAL_CLOCK = re.compile(
    r"(?:十[一二三四五六七八九]?|二十[一二三四]?|[零一二两三四五六七八九])(?:时[一二三四五]?十?[一二三四五六七八九]?分|点(?:半|整|钟|[一三]刻|[一二三四五]?十[一二三四五六七八九]?分))"
)
_NUMERAL_YEAR = re.compile(
    r"[一二][〇零○一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?"
)
_MODERN = range(1949, 2061)
_EVENT = re.compile(r"中国|国际|全国|世界|全球|首届|国家|亚洲|年")


def date_end(plain: str, start: int) -> int:
    """Where the date that begins here ends; 0 when none does."""
    if match := _DATE.match(plain, start) or _YEAR_OF_LIST.match(plain, start):
        return match.end()
    if (match := _QUARTER.match(plain, start)) and not plain.endswith("连续", 0, start):
        return match.end()
    return _clock_end(plain, start)


def _clock_end(plain: str, start: int) -> int:
    """Where 8:30, 8:30:15, 3点半 or 下午3点 ends; a ratio of 1:15 is none."""
    if match := _SPOKEN_CLOCK.match(plain, start):
        return match.end()
    match = _CLOCK.match(plain, start)
    return match.end() if match and not _RATIO_BEFORE.search(plain, max(0, start - 14), start) else 0


def numeral_date_end(plain: str, start: int) -> int:
    """The same for a date in Chinese numerals: 二〇二六年二月四日."""
    match = _NUMERAL_YEAR.match(plain, start) or _NUMERAL_QUARTER.match(plain, start)
    match = match or _NUMERAL_CLOCK.match(plain, start)
    return match.end() if match else 0


def is_bare_year(digits: str, plain: str, end: int, unit_word: str) -> bool:
    """Whether digits without 年 are a year: 2026中国算力大会, but not 2026个."""
    if not (re.fullmatch("[0-9]{4}", digits) and int(digits) in _MODERN):
        return False
    return not unit_word or bool(_EVENT.match(plain, end))


def is_clock(printed: str) -> bool:
    """Whether a date is a time of the day, which says nothing of the year that a figure is of."""
    return _TIME_OF_DAY.search(printed) is not None


_TIME_OF_DAY = re.compile("^[^年月日]*(?:[0-9]:[0-9]|[时点])")
