"""The commands about a pack of one's own: init, check, edit."""

from __future__ import annotations

import os
import shlex
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import CANNOT, Data, Lang, folder_of, leave, words_of
from shizhong_cli.commands.talking import say
from shizhong_cli.escapes.shells import typed_word
from shizhong_cli.problems import CannotGoOn, Place, Problem

if TYPE_CHECKING:
    from shizhong_cli.core.pack.missing import Missing
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.rendering.wording import Words

_NAMED = 8


def init(
    folder: Annotated[Path, Argument("DIR")],
    year: Annotated[int | None, Option("--year", least=1950, most=2150)] = None,
    force: Annotated[bool, Option("--force")] = False,
    lang: Lang = None,
) -> None:
    """Begin a pack."""
    from shizhong_cli.commands.drafted import write_folder
    from shizhong_cli.reading import clock
    from shizhong_cli.reading.actuals.ledgers import is_there, ledger_of, ledger_path
    from shizhong_cli.reading.pack.catalogue import load_catalogue
    from shizhong_cli.rendering.formats.first_files import first_files

    words = words_of(lang)
    write_folder(folder, first_files(year or clock.today().year, words), force)
    load_catalogue(folder)
    say(words("init.written", folder=folder))
    if is_there(ledger := ledger_path()) and ledger.parent.resolve() != folder.resolve():
        say(words("init.ledger", ledger=ledger, own=ledger_of(folder)))


def check(folder: Annotated[Path | None, Argument("DIR")] = None, lang: Lang = None) -> None:
    """What a pack lacks."""
    from shizhong_cli.core.pack.missing import missing_in
    from shizhong_cli.rendering.formats.first_files import EXAMPLE_TITLE
    from shizhong_cli.rendering.formats.terminal import write_table
    from shizhong_cli.rendering.pages.sheet import Line
    from shizhong_cli.streams import standard_output

    words = words_of(lang)
    catalogue = _loaded(folder_of(folder, words), words)
    years = {target.period.last.year for target in catalogue.targets}
    example = EXAMPLE_TITLE.format(year=min(years, default=0))
    lacks = missing_in(catalogue, example)
    counted = {"indicators": len(catalogue.indicators), "baselines": len(catalogue.baselines)}
    given = f" {typed_word(str(folder))}" if folder else ""
    lines = [
        words("check.loads", **counted, targets=len(catalogue.targets)),
        *(f"- {_said(catalogue, one, words)}" for one in lacks),
        words("check.next" if lacks else "check.whole", data=given),
    ]
    with standard_output() as stream:
        write_table(tuple(map(Line, lines)), stream)


def _loaded(folder: Path, words: Words) -> Catalogue:
    """The pack; where it cannot be read, every problem is told with what to do about it."""
    from shizhong_cli.reading.pack.checks import load_checked
    from shizhong_cli.rendering.sentences.names import problem_text, remedy

    try:
        return load_checked(folder)[0]
    except CannotGoOn as error:
        for problem in error.problems:
            say(problem_text(problem, words), is_error=True)
            say(words("check.remedy", remedy=remedy(problem, words)), is_error=True)
        say(words("problem.count", number=len(error.problems)), is_error=True)
        leave(CANNOT)


def _said(catalogue: Catalogue, one: Missing, words: Words) -> str:
    """One thing that is missing in a sentence, with the first names that it is missing from."""
    from shizhong_cli.core.pack.missing import Lack
    from shizhong_cli.rendering.sentences.names import Speech

    speech = Speech(catalogue, words)
    names = list(map(speech.section if one.lack is Lack.SECTIONS else speech.name_of, one.names))
    listed = words("name.separator").join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    return words(f"lack.{one.lack}", number=len(names), names=listed)


def edit(indicator: Annotated[str, Argument("ID")], data: Data = None, lang: Lang = None) -> None:
    """Open the file of an indicator."""
    import subprocess

    from shizhong_cli.reading.finding import find_indicator
    from shizhong_cli.reading.pack.opening import open_sound_pack

    words = words_of(lang)
    folder = folder_of(data, words)
    if folder.parent.name == "shizhong_cli":  # the copies that came with the program
        raise CannotGoOn([Problem(Place(str(folder)), "W013")])
    catalogue = open_sound_pack(folder)
    place = catalogue.indicators[find_indicator(catalogue, indicator, Place("ID"))].place
    file = folder / PurePath(place.file).name
    command = _opening(file, place.line)
    say(words("edit.line", file=file, line=place.line))
    if code := subprocess.call(command):
        say(words("edit.ended", command=command[0], code=code))
        leave(CANNOT)


def _opening(file: Path, line: int) -> list[str]:
    """The command that opens a file at a line in the editor of the user; the file alone in an editor unknown here."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    command = shlex.split(chosen, posix=os.name != "nt")
    name = PurePath(command[0].strip('"')).stem.lower()
    if name in ("code", "codium", "cursor", "code-insiders"):
        return [*command, "-g", f"{file}:{line}"]
    if name in ("subl", "hx", "zed"):
        return [*command, f"{file}:{line}"]
    if name in ("vi", "vim", "nvim", "gvim", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "gedit", "mg"):
        return [*command, f"+{line}", str(file)]
    if name == "notepad++":
        return [*command, f"-n{line}", str(file)]
    return [*command, str(file)]
