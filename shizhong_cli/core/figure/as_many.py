"""So many times as much, with no choice: 增至1.5倍, 达到2020年的2.3倍, 相当于上年的3倍. 增长1.5倍 is so many more."""

from __future__ import annotations

from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.tuples import NamedTuple

_BEFORE = "(?:预计|力争|争取|确保|实现|已|将|超过|超|突破|约|近)*"
_REACHES = "是|约?为|相当于|达到?|增至|升至|扩至|(?:增[加长]|扩大|提[高升]|上升)[到至]"
_AS_MANY = (
    f"(?P<before>{_BEFORE})(?:(?P<word>{_REACHES})(?P<of>[^的，。；]{{0,16}}的)?|(?P<alone>[^的，。；]{{0,12}}年[末底]?的))"
    "(?P<number>[^的]*倍[^的]*)"
)
_WITHOUT_BASE = ("是", "为", "约为")
"""Words that say so only with what they compare with: 是2020年的2.3倍."""
_YEAR = "(?<![0-9])([12][0-9]{3})年"


class AsMany(NamedTuple):
    """A number of times that something is as much."""

    figure: str  # with the words before it, and without those that say so
    since: str  # the year that it is compared with; nothing where none is printed


def as_many(text: str) -> AsMany | None:
    """What a text says, where it says so many times as much."""
    found = compiled(_AS_MANY).fullmatch(text) if "倍" in text else None
    if found is None or (found["word"] in _WITHOUT_BASE and not found["of"]):
        return None
    year = compiled(_YEAR).search(found["of"] or found["alone"] or "")
    return AsMany(found["before"] + found["number"], year[1] if year else "")
