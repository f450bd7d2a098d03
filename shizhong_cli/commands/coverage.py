"""The command that proves that nothing was forgotten: coverage."""

from __future__ import annotations

import io
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.command_line import CannotTell
from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.packs import Listed, each_once, refuse
from shizhong_cli.commands.shared import (
    FINDINGS,
    USUAL,
    Data,
    Format,
    Jobs,
    Lang,
    Output,
    Result,
    leave,
    name_in_repository,
    open_catalogue,
    tell_written,
    typed,
    words_of,
    write,
    write_text,
)
from shizhong_cli.commands.talking import say
from shizhong_cli.escapes.shells import typed_word
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.rendering.pages.help import Mistake

if TYPE_CHECKING:
    from shizhong_cli.core.report.compared import Coverage
    from shizhong_cli.core.report.numbers import Numbers
    from shizhong_cli.rendering.wording import Words


def coverage(
    files: Annotated[list[str] | None, Argument("FILE|DIR…")] = None,
    excluded: Annotated[bool, Option("--excluded")] = False,
    index: Annotated[Path | None, Option("--index", metavar="FILE")] = None,
    force: Annotated[bool, Option("--force")] = False,
    listed: Listed = None,
    jobs: Jobs = None,
    data: Data = None,
    format: Annotated[Format | None, Option("--format", among=(*USUAL, Format.GITHUB))] = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """Whether every number of a text is declared."""
    from shizhong_cli.commands.many_coverage import NAMES, are_packs, coverage_of_many, text_of
    from shizhong_cli.reading.pack.folders import folders_named

    files, words = files or [], words_of(lang)
    if listed is None and not files:
        raise CannotTell(
            Mistake("usage.missing_argument", "shizhong coverage", "FILE", expected=words("help.option.file"))
        )
    if listed is None and len(files) == 1 and (data is not None or not are_packs(files)):
        _compare(files[0], data, (excluded, index, force), (format, output), words)
        return
    refuse("coverage", [(data, "--data")])
    pairs = each_once(folders_named(files, listed), words)
    if pairs.is_alone:
        pack, text = text_of(pairs.paths[0])
        _compare(text or str(Path(pack, NAMES[0])), Path(pack), (excluded, index, force), (format, output), words)
        return
    github = format is Format.GITHUB
    refuse("coverage", [(excluded, "--excluded"), (index, "--index"), (github, "--format github")])
    coverage_of_many(pairs.paths, (format, output), words.language, jobs)


def _compare(
    file: str, data: Path | None, asked: tuple[bool, Path | None, bool], told: tuple[Format | None, Path | None],
    words: Words,
) -> None:  # fmt: skip
    """Compare one text with one pack; ``asked`` is whether exclusions are listed, the index, and ``--force``."""
    from shizhong_cli.commands.numbers import numbers_in
    from shizhong_cli.core.report.coverage import cover
    from shizhong_cli.core.report.coverage_rows import coverage_content, coverage_list
    from shizhong_cli.reading.pack.places import data_folder
    from shizhong_cli.reading.repository import from_root
    from shizhong_cli.rendering.formats.coverage_annotations import write_github
    from shizhong_cli.rendering.pages.coverage import coverage_sheet

    (excluded, index, force), (format, output) = asked, told
    _, catalogue = open_catalogue(words.language, data)
    numbers = numbers_in(file, catalogue)
    _keep_apart(index, output)
    found = cover(catalogue, numbers.printed, numbers.located)
    if index is not None:
        _write_index(index, found, numbers, force)
        say(words("coverage.indexed", file=index, number=len(numbers.printed)))
    if _github(format, output):
        name, where = from_root(Path(file)), partial(name_in_repository, data_folder(data))
        write_text(output, lambda stream: write_github(found, catalogue, name, words, where, stream))
        tell_written(output, words)
    else:
        content = {"file": file, **coverage_content(catalogue, found, numbers.missing)}
        key = "next.coverage.complete" if found.is_complete else "next.coverage"
        following = words(
            key, verify=typed("verify-baselines", data), again=typed(f"coverage {typed_word(file)}", data)
        )
        sheet = lambda: coverage_sheet(catalogue, content, words, excluded)  # noqa: E731
        result = Result(content, coverage_list(content), sheet, following)
        write(words, format, output, result)
    if not found.is_complete:
        leave(FINDINGS)


def _keep_apart(index: Path | None, output: Path | None) -> None:
    """Refuse what cannot be written before anything is, and one file for both. Raises ``CannotGoOn``."""
    from shizhong_cli.reading.opened import is_same
    from shizhong_cli.writing.files import keep_apart

    for path in (index, output):
        if path is not None:
            keep_apart(path)
    if index is not None and output is not None and is_same(index, output):
        raise CannotGoOn([Problem(Place(str(output)), "W007")])


def _write_index(path: Path, found: Coverage, numbers: Numbers, force: bool) -> None:
    from shizhong_cli.core.report.coverage_rows import index_rows
    from shizhong_cli.rendering.formats.text import write_csv
    from shizhong_cli.writing.files import write_whole

    page = io.StringIO()
    write_csv(index_rows(found, numbers.printed), page)
    write_whole(path, page.getvalue().encode("utf-8"), replace=force)


def _github(format: Format | None, output: Path | None) -> bool:
    """Whether annotations are asked for; on a GitHub runner they are, when nothing else is."""
    if format is None:
        return output is None and os.environ.get("GITHUB_ACTIONS") == "true"
    return format is Format.GITHUB
