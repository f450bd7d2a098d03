"""What 全覆盖 says of what it is told of: that all of it is covered, and by what, is a rate of its own."""

from __future__ import annotations

import re

from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.name import Name

_EVERYWHERE = re.compile(
    "(?:实现|做到|达到|基本)?(?:县县|村村|户户|镇镇|乡乡|校校|区区|[省市县区乡镇村组户]{1,4}(?:[两三]级)?|城乡|区域|地域)?$"
)


def of_all_that_is_covered(it: Printed, name: Name) -> Name:
    """零工市场覆盖率 of 零工市场实现县县全覆盖."""
    if not it.text.endswith("全覆盖") or not name.text or name.text.endswith("率"):
        return name
    noun = _EVERYWHERE.sub("", name.text)
    return name._replace(text=f"{noun if len(noun) > 1 else name.text}覆盖率")
