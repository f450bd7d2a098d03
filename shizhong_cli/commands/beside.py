"""What is said beside figures that are recorded, or rows that are withdrawn."""

from __future__ import annotations

from typing import Annotated

from shizhong_cli.commands.declaring import Option
from shizhong_cli.tuples import NamedTuple


class Beside(NamedTuple):
    """The options that say it."""

    source: Annotated[str | None, Option("--source", metavar="TEXT")] = None
    note: Annotated[str | None, Option("--note", metavar="TEXT")] = None
    confirm: Annotated[bool, Option("--confirm")] = False
    by: Annotated[str | None, Option("--by", metavar="NAME")] = None
    evidence: Annotated[str | None, Option("--evidence", metavar="FILE|URL")] = None
    confirmed_by: Annotated[str | None, Option("--confirmed-by", metavar="NAME")] = None
