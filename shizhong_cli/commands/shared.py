"""What the commands share: their common options, where the data is, and how a result is written.

What a command needs is imported when it runs, so that ``--help`` and ``--version`` load no data and no renderer.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, Annotated, Any, NoReturn

from shizhong_cli.commands.declaring import Option
from shizhong_cli.commands.talking import say, write_page
from shizhong_cli.paging import paged_output
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.rendering.wording import Language, Words
from shizhong_cli.streams import standard_output
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.pack.rows import Row
    from shizhong_cli.rendering.pages.book import Book
    from shizhong_cli.rendering.pages.sheet import Sheet

FINDINGS, CANNOT, INTERNAL = 1, 2, 3
"""Exit codes; 0 is done."""


class Format(StrEnum):
    """A format of the output."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    HTML = "html"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    PARQUET = "parquet"
    SDMX_CSV = "sdmx-csv"
    DATAPACKAGE = "datapackage"


USUAL = (Format.TABLE, Format.JSON, Format.CSV, Format.MARKDOWN, Format.XLSX, Format.HTML)
"""The formats that every page has; what a command has besides is listed in its option."""

Data = Annotated[Path | None, Option("--data", metavar="DIR")]
Lang = Annotated[Language | None, Option("--lang")]
OutputFormat = Annotated[Format | None, Option("--format", among=USUAL)]
Output = Annotated[Path | None, Option("--output", "-o", metavar="FILE")]
Jobs = Annotated[int | None, Option("--jobs", "-j", metavar="N", least=1)]


def open_catalogue(lang: Language | None, data: Path | None) -> tuple[Words, Catalogue]:
    """The words of the language asked for, and what the two files declare."""
    from shizhong_cli.reading.pack.opening import open_sound_pack

    words = words_of(lang)
    return words, open_sound_pack(folder_of(data, words))


def folder_of(data: Path | None, words: Words) -> Path:
    """The folder to read; said where another pack lies in the working folder, that one could take for it."""
    from shizhong_cli.reading.pack.places import data_folder, passed_over

    folder = data_folder(data)
    if data is None and passed_over(folder, os.environ):
        say(words("data.here"))
    return folder


def name_in_repository(folder: Path, file: str) -> str:
    """What a file of the pack is called from the root of its repository; nothing for what is none of them."""
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS
    from shizhong_cli.reading.repository import from_root

    name = PurePath(file).name
    return from_root(folder / name) if name in (BASELINES, TARGETS) else ""


def words_of(lang: Language | None) -> Words:
    """The words of the language asked for, or of the user."""
    return Words(lang or language_of((), os.environ))


_undone: list[str] = []


def leave_undone(text: str) -> None:
    """Note what this run could not do while it does the rest: told at its end, with the exit code for that."""
    _undone.append(text)


def told_undone() -> list[str]:
    """What was noted so far, and no longer is."""
    told = list(_undone)
    _undone.clear()
    return told


def leave(code: int) -> NoReturn:
    """End the command with an exit code; here, for Typer takes long to import, and few runs end so."""
    import typer

    raise typer.Exit(code)


class Result(NamedTuple):
    """What a command has found, for every format: one object, the same as rows, and a page."""

    content: Row
    rows: list[Row]
    sheet: Callable[[], Sheet]
    following: str = ""  # what to type next; the last line of the page
    book: Callable[[], Book] | None = None  # as a table of numbers, for a workbook that people read


def typed(command: str, data: Path | None) -> str:
    """A command as it is to be typed, on the data in use."""
    if data is None:
        return f"shizhong {command}"
    from shizhong_cli.escapes.shells import typed_word

    return f"shizhong {command} --data {typed_word(str(data))}"


class Later:
    """The same, each made when the format asks for it."""

    def __init__(
        self,
        content: Callable[[], Row],
        rows: Callable[[], list[Row]],
        sheet: Callable[[], Sheet],
        following: str = "",
        book: Callable[[], Book] | None = None,
    ) -> None:
        self._content = content
        self._rows = rows
        self.sheet = sheet
        self.following = following
        self.book = book

    @property
    def content(self) -> Row:
        """One object."""
        return self._content()

    @property
    def rows(self) -> list[Row]:
        """The same as rows."""
        return self._rows()


def write(words: Words, format: Format | None, output: Path | None, result: Result | Later) -> None:
    """Hand the result to the renderer of the format asked for, or of the file's name. Raises ``CannotGoOn``
    when there is no such format, or a workbook has no file to go to.
    """
    chosen = format or _format_of(output)
    if chosen is Format.XLSX:
        _write_workbook(words, output, result)
    elif chosen is Format.TABLE and output is None:
        with paged_output() as stream:
            _write_text(words, chosen, result, stream)
    else:
        write_text(output, lambda stream: _write_text(words, chosen, result, stream), with_mark=chosen is Format.CSV)
    tell_written(output, words)


def tell_written(output: Path | None, words: Words) -> None:
    """Which file was written, where one was named; of a device nothing is told."""
    if output is not None and output.is_file():
        say(words("next.written", file=output))


def write_text(output: Path | None, fill: Callable[[IO[str]], None], with_mark: bool = False) -> None:
    """Let ``fill`` write to standard output, or a whole file where one is named; Excel needs the mark of UTF-8."""
    if output is None:
        with standard_output() as stream:
            fill(stream)
        return
    from shizhong_cli.writing.files import write_whole

    page = io.StringIO()
    fill(page)
    write_whole(output, page.getvalue().encode("utf-8-sig" if with_mark else "utf-8"))


def _write_text(words: Words, format: Format, result: Result | Later, stream: IO[str]) -> None:
    if format is Format.TABLE:
        from shizhong_cli.rendering.pages.sheet import typeset

        write_page(typeset(result.sheet()), result.following, stream)
        return
    from shizhong_cli.rendering.formats import text
    from shizhong_cli.rendering.pages.sheet import on_a_wide_page, typeset

    if format is Format.HTML:
        from shizhong_cli.rendering.html.sheet import sheet_html

        stream.write(sheet_html(on_a_wide_page(typeset(result.sheet())), words))
    elif format is Format.JSON:
        text.write_json(result.content, stream)
    elif format is Format.CSV:
        text.write_csv(result.rows, stream)
    else:
        text.write_markdown(on_a_wide_page(typeset(result.sheet())), stream)


def _write_workbook(words: Words, output: Path | None, result: Result | Later) -> None:
    if output is None:
        raise CannotGoOn([Problem(Place("--format"), "W006", Format.XLSX)])
    from shizhong_cli.writing.files import write_whole

    if result.book is not None:
        from shizhong_cli.rendering.formats.workbook import book_bytes

        write_whole(output, book_bytes(result.book(), result.rows, words))
        return
    from shizhong_cli.rendering.formats.workbook import results_bytes

    write_whole(output, results_bytes(result.rows, words, output.stem))


_SUFFIXES = {
    ".txt": Format.TABLE,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".md": Format.MARKDOWN,
    ".xlsx": Format.XLSX,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}


def _format_of(output: Path | None) -> Format:
    """The format that the name of a file asks for; a page on the terminal where there is none."""
    if output is None:
        return Format.TABLE
    check_suffix(output, _SUFFIXES)
    return _SUFFIXES[output.suffix.lower()]


def check_suffix(output: Path, known: Iterable[str]) -> None:
    """Whether the name of a file says which of the known kinds it is to be. Raises ``CannotGoOn``."""
    if problems := unfit_suffix(output, known):
        raise CannotGoOn(problems)


def unfit_suffix(output: Path, known: Iterable[str]) -> list[Problem]:
    """What is wrong with the suffix of a file to write."""
    known = tuple(known)
    if output.suffix.lower() in known:
        return []
    return [Problem(Place(str(output)), "W004", output.suffix, ", ".join(known))]


def language_of(arguments: Iterable[str], environment: Any) -> Language:
    """The language of the output: ``--lang``, SHIZHONG_LANG, the locale; Chinese when none of them says."""
    words = list(arguments)
    for position, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and position + 1 < len(words):
            value = words[position + 1]
        if value in (Language.ZH, Language.EN):
            return Language(value)
    if environment.get("SHIZHONG_LANG") in (Language.ZH, Language.EN):
        return Language(environment["SHIZHONG_LANG"])
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if name := environment.get(variable, ""):
            return Language.ZH if name.lower().startswith(("zh", "c.", "posix")) or name == "C" else Language.EN
    return _system_language()


def _system_language() -> Language:
    import locale

    name = (locale.getlocale()[0] or "zh").lower()
    return Language.ZH if name == "c" or name.startswith(("zh", "chinese")) else Language.EN
