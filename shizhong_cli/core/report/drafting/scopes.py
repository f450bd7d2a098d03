"""What part of the whole a number is of, where brackets or a word alone say so: 固定资产投资（区本级）."""

from __future__ import annotations

import re

from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.name import Name

_SCOPE = (
    "(?:[省市区县旗州镇乡]?[省市区县旗州镇乡本]级|[省市区县旗州]属|[市城县]区|[主老中]城区|中心城区|辖区|建成区|县域|镇区"
    "|[^()（）,，0-9]{1,4}口径|(?:不?含|不?包[括含]|剔除|扣除)[^()（）,，0-9]{1,12})"
)
_ALONE = re.compile(_SCOPE)
_BEHIND_THE_NOUN = re.compile(rf"(?<=[\u4e00-\u9fff])[(（]({_SCOPE})[)）]")
_MARKED = re.compile(rf"（{_SCOPE}）$")
_LEFT_OUT = re.compile(
    "(?:^|[,，;；])在?((?:扣除|剔除|不含|不计|还原)[^,，;；。0-9]{2,16}(?:后|因素|影响))(?:的?影响)?[,，][^,，]*$"
)
"""扣除房地产开发投资后，固定资产投资增长2.7%."""

_LEFT_OUT_HERE = re.compile(
    "^[,，、]?((?:扣除|剔除|不含|还原)[^,，;；。0-9]{2,16}?(?:因素|影响)?后)(?:的?(?:影响|同比|同口径|可比))*(?:增长|下降|增幅|增速)"
)
"""766亿元，扣除留抵退税因素后增长4%."""


def _left_out(name: Name, clause: Clause) -> str:
    """What a number of a name leaves out, as its own words say, or those before it."""
    found = _LEFT_OUT_HERE.search(clause.segment) or (_LEFT_OUT.search(clause.sentence) if name.own else None)
    return found[1] if found else ""


def of_its_scope(name: Name, clause: Clause, last: Name) -> Name:
    """A name with the part that it is of: never that of the whole, where the text tells the two apart."""
    if name.own and (found := _BEHIND_THE_NOUN.search(clause.segment)):
        return name._replace(text=f"{name.text}（{found[1]}）")
    if name.text and (left := _left_out(name, clause)) and left not in name.text:
        return name._replace(text=f"{name.text}（{left}）", own=True)
    if last.text and _ALONE.fullmatch(name.text):
        return last._replace(text=f"{_MARKED.sub('', last.text)}（{name.text}）", own=True)
    if not name.own and re.search("[)）]", clause.between) and _MARKED.search(name.text):
        return name._replace(text=_MARKED.sub("", name.text))  # of what stands before the brackets
    return name
