"""The commands that write data files: draft."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.command_line import CannotTell
from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.packs import Listed, each_once, refuse
from shizhong_cli.commands.shared import Format, Jobs, Lang, typed, unfit_suffix, words_of
from shizhong_cli.commands.talking import say
from shizhong_cli.problems import CannotGoOn
from shizhong_cli.rendering.pages.help import Mistake

if TYPE_CHECKING:
    from shizhong_cli.core.report.drafting.records import Draft
    from shizhong_cli.reading.pack.folders import Named
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
    listed: Listed = None,
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
    named, in_full = _named(files or [], listed, words), format is Format.JSON
    if in_full or not named.is_alone:
        from shizhong_cli.commands.many_drafts import Question, draft_many

        refuse("draft", [(review, "--review"), (sheet, "--sheet"), ("-" in named.paths, "-")])
        question = Question(folder, not named.is_alone, like, year, force, words.language, in_full)
        draft_many(named.paths, question, jobs)
        return
    file = named.paths[0]
    text = read_document(file)
    if force or not ((review or sheet) and _is_there(folder)):
        _tell(write_draft(file, text, folder, like, year, force, words), folder, text, words)
    if sheet is not None:
        from shizhong_cli.commands.review_sheet import review_on_sheet

        review_on_sheet(folder, text, sheet, year, words)
    if review:
        from shizhong_cli.commands.review import review as walk_through

        walk_through(folder, text, year, words)


def _named(files: list[str], listed: Path | None, words: Words) -> Named:
    """The files that are named. Raises ``CannotTell`` where neither they nor a list are."""
    from shizhong_cli.reading.pack.folders import texts_named

    if not files and listed is None:
        expected = words("help.option.file")
        raise CannotTell(Mistake("usage.missing_argument", "shizhong draft", "FILE", expected=expected))
    return each_once(texts_named(files, listed), words)


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
