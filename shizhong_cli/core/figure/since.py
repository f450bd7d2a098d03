"""What a growth is on, where its own words say it: 比2025年增长52%, 52% since 2025."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.figure.period import Period, parse_period
from shizhong_cli.core.figure.words import FALLS, FLAT, RISES

_ZH = rf"(?:比|较)\s*((?:19|20)[0-9]{{2}})\s*年(?={'|'.join((*RISES, *FALLS, *FLAT))}|翻)(.+)"
_EN = r"(.+%)\s+(?:since|on)\s+((?:19|20)[0-9]{2})"


def since_in(text: str) -> tuple[Period | None, str]:
    """The year that a growth is on, and the growth; no year and the text itself where it names none."""
    plain = text.strip()
    if plain.startswith(("比", "较")) and (found := re.fullmatch(_ZH, plain)):
        return parse_period(found[1]), found[2]
    if is_digit(plain[-1:]) and (found := re.fullmatch(_EN, plain)):
        return parse_period(found[2]), found[1]
    return None, text
