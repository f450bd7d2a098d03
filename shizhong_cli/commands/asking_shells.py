"""The part of completion that every run sees: whether a shell asks, and the options that set it up."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.commands.shared import CANNOT
from shizhong_cli.commands.shells import VARIABLE, Shell, place_for, script
from shizhong_cli.commands.talking import say
from shizhong_cli.streams import standard_output

if TYPE_CHECKING:
    from shizhong_cli.commands.command_line import Level
    from shizhong_cli.rendering.wording import Words


def asked_for() -> bool:
    """Whether a shell asks what can follow."""
    return os.environ.get(VARIABLE, "") in [str(one) for one in Shell]


def complete(words: Sequence[str], level_of: Callable[[str, Words], Level], text: Words) -> int:
    """Tell the shell what can follow; whatever goes wrong, nothing is said into somebody's command line."""
    from shizhong_cli.commands.completing import lines, offers

    try:
        found = lines(offers(words, level_of, text), described=os.environ[VARIABLE] != Shell.BASH)
        with standard_output() as stream:
            stream.write(found)
    except Exception:  # noqa: BLE001 - a traceback would land in the middle of a line
        return CANNOT
    return 0


def for_a_shell(wish: str, name: str, words: Words) -> int:
    """Show the script of a shell, or put it where the shell finds it."""
    shell = Shell(name)
    place = place_for(shell, Path.home()) if wish == "install_completion" else None
    if wish == "install_completion" and place is None:
        say(words("completion.by_hand", shell=shell))
        return CANNOT
    if place is None:
        with standard_output() as stream:
            stream.write(script(shell))
        return 0
    from shizhong_cli.writing.completion import install

    install(place.file, script(shell), place.settings, place.line)
    say(words("completion.installed", file=place.file))
    return 0
