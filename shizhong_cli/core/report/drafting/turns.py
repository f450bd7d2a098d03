"""Whether a sentence begins to look ahead: 今年我们将…, 报告提出, 今年…, 会议要求, 确保…"""

from __future__ import annotations

import re

from shizhong_cli.core.report.drafting.reach import Reach

YEAR = re.compile(r"((?:19|20)[0-9][0-9])(?=年|政府工作报告)")
_TURNS = re.compile(
    r"^(?:做好|在)?(?:今年|新的一年|(?:今后|未来)[一三五]|明年|下一步)[^。]{0,40}?(?:要|将|工作|目标|总体|"
    r"任务|是|力争|确保|计划)"
    r"|做好(?:今年|新一年|[0-9]{4}年)[^。]{0,6}工作"
)
_MEETING_ASKS = re.compile("(?:[^,，。;:0-9完]{0,6}会议|会上)[^,，。;:0-9]{0,4}(?:明确|要求|强调|提出|部署|指出)[,，:]")
"""会议要求，…确保全年…: what was told before it is over."""
SAID = re.compile(
    "(?:对于?[^,，。:;]{0,20}[,，])?(?:[^,，。:;]{0,20}(?:报告|会议|大会|草案|[省市县区镇乡州]长|主席|书记|主任|他|她|记者|^[\u4e00-\u9fff]{2,4})"
    "[^,，。:;]{0,8}?(?:指出|提到|透露|称|说|表示|强调|介绍|认为|获悉|(?P<asks>提出|建议|安排|明确|确定))了?[:,，]?)"
)
"""报告提出, what a newspaper puts before the words of a report."""
IS_WANTED = re.compile("将(?=[^,，。]*[建完达实增])|力争|确保|计划(?:完成|实现)|目标任务")


def is_wanted(sentence: str) -> bool:
    """Whether a sentence says what is to be: 力争, 确保."""
    return IS_WANTED.search(sentence) is not None


def is_hoped(sentence: str) -> bool:
    """Whether a sentence says that something is still to be, whatever year it is told of."""
    return _HOPED.search(sentence) is not None


_HOPED = re.compile(
    "今年|明年|力争|确保|目标(?:是|为|:|任务)|将(?=[^,，。]*[建完达实增])|要(?=[^,，。求素闻道])|计划(?:完成|实现)|安排"
)


_WILL = re.compile(
    "(?:[^。]{0,24}[,，:])?((?:19|20)[0-9]{2})年(?:及(?:未来|今后)[三五]年)?[,，][^,，。;]{0,12}将(?!近|军|领)"
)
"""经广泛征集意见，2005年，市政府将集中财力办好实事."""


def planned_word(reach: Reach) -> str:
    """What a report calls the year that it plans."""
    return "明年" if reach.next else "今年"


def is_turn(sentence: str, reach: Reach) -> bool:
    """Whether a sentence that looks back no longer begins: 今年是…, 2026年，我们将…"""
    lead, year = sentence[:60].lstrip("—-"), reach.plan
    if _MEETING_ASKS.match(lead) and re.search("力争|确保", sentence):
        return True
    if said := SAID.match(lead):
        lead = lead[said.end() :]
        if said["asks"] and re.match(f"(?:{planned_word(reach)}|{year}年)", lead):
            return True
    if (will := _WILL.match(lead)) and int(will[1]) >= year:
        return True
    if "工作报告" in lead:
        return False
    if found := re.match(YEAR.pattern, lead):
        return int(found[1]) >= year and bool(
            re.match(
                r"年(?:[,，]|(?:政府)?[^。]{0,30}?(?:要|将|工作|目标|总体|任务|是|力争|确保|计划(?=[招新完实建引总安投])))",
                lead[4:],
            )
        )
    return bool(_TURNS.search(lead)) and not _tells_of_this_year(sentence, lead, reach)


def _tells_of_this_year(sentence: str, lead: str, reach: Reach) -> bool:
    """Whether 今年 begins what is told of the year that is over, or so far."""
    if reach.next or (reach.late and not IS_WANTED.search(sentence)):
        return lead.startswith("今年")
    return lead.startswith("今年以来")
