"""What a proportion is called: 小学师生比 of 小学师生比达到1:15, where 比 is no verb."""

from __future__ import annotations

import re

from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.kinds import Kind
from shizhong_cli.core.report.drafting.leads import without_begin
from shizhong_cli.core.report.drafting.name import Name

_IS_ONE = re.compile("[0-9][:∶︰：][0-9]")
_CALLED = re.compile(
    "(?P<name>[\u4e00-\u9fff]{2,16}?(?:之比|配比|比例|比值|比))(?:的?目标)?(?:(?:分别|已|约|近|超过?|达|为|是|由|从|在|至|到)|"
    "(?:缩小|扩大|下降|降低|提高|提升|上升|优化|调整|改善|保持|控制|稳定|变化)(?:了|[为至到在])?)*$"
)


def as_a_proportion(it: Printed, clause: Clause, name: Name, kind: Kind) -> tuple[Name, Kind]:
    """Name and measure of two numbers with a colon between them; of any other number as they are.

    A proportion is a stock, beyond doubt where it is called one.
    """
    if not _IS_ONE.search(it.number.text):
        return name, kind
    called = _CALLED.search(clause.segment) if name.own else None
    if called:
        name = Name(without_begin(called["name"]), True)
    elif name.own:
        name = name._replace(sure=False)
    return name, kind._replace(certain=name.text.endswith(("比", "比例", "比值")))
