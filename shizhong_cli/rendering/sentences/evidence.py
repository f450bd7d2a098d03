"""What bears a recorded figure out, and who stands for it since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shizhong_cli.core.progress.actuals import Actual
    from shizhong_cli.core.progress.ledger import Kept
    from shizhong_cli.rendering.wording import Words


def evidence_text(said: Actual | Kept, words: Words) -> str:
    """The file or link with who confirmed the figure; empty where neither was recorded."""
    confirmed = ""
    if said.confirmed_by:
        at = said.confirmed_at[:10]
        confirmed = words("evidence.confirmed.at" if at else "evidence.confirmed", by=said.confirmed_by, at=at)
    return words("list.separator").join(filter(None, (said.evidence, confirmed)))
