"""The command that writes who answers for which target: assign."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import Data, Lang, folder_of, typed, words_of
from shizhong_cli.commands.talking import say
from shizhong_cli.escapes.shells import typed_word
from shizhong_cli.problems import CannotGoOn, Place, Problem


def assign(
    table: Annotated[Path, Argument("FILE")],
    dry_run: Annotated[bool, Option("--dry-run")] = False,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Write the responsible bodies of a table into the targets."""
    from shizhong_cli.reading.actuals.bodies import read_bodies
    from shizhong_cli.reading.files import read_text
    from shizhong_cli.reading.pack.opening import open_sound_pack
    from shizhong_cli.reading.pack.places import TARGETS, shipped
    from shizhong_cli.writing.files import Purpose, write_whole
    from shizhong_cli.writing.responsible import with_bodies

    words = words_of(lang)
    folder = folder_of(data, words)
    catalogue = open_sound_pack(folder)
    bodies = read_bodies(catalogue, table)
    file = folder / TARGETS
    if data is None and folder == shipped():
        raise CannotGoOn([Problem(Place(str(file)), "W013")])
    text, problems = read_text(file, str(file), ("utf-8",))
    if problems:
        raise CannotGoOn(problems)
    try:
        assigned = with_bodies(text, bodies)
    except ValueError:
        raise CannotGoOn([Problem(Place(str(file)), "W014")]) from None
    if assigned.changed and not dry_run:
        write_whole(file, assigned.text.encode(), purpose=Purpose.REVIEW)
    key = "assign.would" if dry_run else "assign.done"
    say(words(key, number=assigned.changed, file=file, bodies=len(set(bodies.values()))))
    if dry_run and assigned.changed:
        say(words("next.assign.dry", command=typed(f"assign {typed_word(str(table))}", data)))
    else:
        say(words("next.assign", command=typed("status --brief", data)))
