"""The commands that write data files: draft."""

from __future__ import annotations

from collections.abc import Sequence
from glob import has_magic
from os.path import exists
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.command_line import CannotTell
from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.packs import refuse
from shizhong_cli.commands.shared import Format, Jobs, Lang, typed, unfit_suffix, words_of
from shizhong_cli.commands.talking import say
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.rendering.pages.help import Mistake

if TYPE_CHECKING:
    from shizhong_cli.core.report.drafting.records import Draft
    from shizhong_cli.rendering.wording import Words

Folder = Annotated[Path, Option("--output", "-o", metavar="DIR")]


def draft(
    folder: Folder,
    files: Annotated[list[str] | None, Argument("FILE")] = None,
    like: Annotated[Path | None, Option("--like", metavar="DIR")] = None,
    year: Annotated[int | None, Option("--year", least=1950, most=2150)] = None,
    force: Annotated[bool, Option("--force")] = False,
    review: Annotated[bool, Option("--review")] = False,
    sheet: Annotated[Path | None, Option("--sheet", metavar="FILE")] = None,
    listed: Annotated[Path | None, Option("--list", metavar="FILE")] = None,
    format: Annotated[Format | None, Option("--format", among=(Format.TABLE, Format.JSON))] = None,
    jobs: Jobs = None,
    lang: Lang = None,
) -> None:
    """Draft the data of a report, or go on with the review of a draft that is there."""
    from shizhong_cli.commands.drafted import write_draft
    from shizhong_cli.reading.report.documents import read_document

    if sheet is not None and (problems := unfit_suffix(sheet, (".xlsx",))):
        raise CannotGoOn(problems)
    words = words_of(lang)
    files = _named(files, listed, words)
    many, in_full = _are_many(files, listed), format is Format.JSON
    if many or in_full:
        from shizhong_cli.commands.many_drafts import Question, draft_many, texts_of

        refuse("draft", [(review, "--review"), (sheet, "--sheet"), ("-" in files, "-")])
        question = Question(folder, many, like, year, force, words.language, in_full)
        draft_many(texts_of(files, listed), question, jobs)
        return
    file = files[0]
    text = read_document(file)
    if force or not ((review or sheet) and _is_there(folder)):
        _tell(write_draft(file, text, folder, like, year, force, words), folder, text, words)
    if sheet is not None:
        from shizhong_cli.commands.review_sheet import review_on_sheet

        review_on_sheet(folder, text, sheet, words)
    if review:
        from shizhong_cli.commands.review import review as walk_through

        walk_through(folder, text, words)


def _named(files: list[str] | None, listed: Path | None, words: Words) -> list[str]:
    """The files that are named. Raises ``CannotTell`` where neither they nor a list are."""
    if not files and listed is None:
        expected = words("help.option.file")
        raise CannotTell(Mistake("usage.missing_argument", "shizhong draft", "FILE", expected=expected))
    return files or []


def _are_many(files: Sequence[str], listed: Path | None) -> bool:
    return listed is not None or len(files) > 1 or (has_magic(files[0]) and not exists(files[0]))


def _is_there(folder: Path) -> bool:
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS

    return all((folder / name).is_file() for name in (BASELINES, TARGETS))


def _tell(drafted: Draft, folder: Path, text: str, words: Words) -> None:
    """What was written, which year was taken, and what coverage finds."""
    from shizhong_cli.commands.drafted import coverage_left
    from shizhong_cli.rendering.formats.draft_files import year_lines

    counted = {
        "baselines": sum(len(indicator.baselines) for indicator in drafted.indicators),
        "targets": sum(len(indicator.targets) + len(indicator.in_words) for indicator in drafted.indicators),
        "indicators": len(drafted.indicators),
        "exclusions": len(drafted.exclusions),
        "high": drafted.count(2),
        "medium": drafted.count(1),
        "low": drafted.count(0),
    }
    say(words("draft.written", folder=folder, **counted))
    for line in year_lines(drafted, words):
        say(line)
    if drafted.unread:
        say(words("draft.unread", number=drafted.unread))
    left = coverage_left(folder, text)
    say(words("draft.incomplete", number=left) if left else words("draft.complete"))
    say(words("next.draft", command=typed("verify-baselines", folder)))
