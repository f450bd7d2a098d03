"""The commands that write data files: draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.causes import cause_of
from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import Lang, say, typed, unfit_suffix, words_of
from shizhong_cli.problems import CannotGoOn, Place, Problem

if TYPE_CHECKING:
    from shizhong_cli.rendering.wording import Words

Folder = Annotated[Path, Option("--output", "-o", metavar="DIR")]


def draft(
    file: Annotated[str, Argument("FILE")],
    folder: Folder,
    like: Annotated[Path | None, Option("--like", metavar="DIR")] = None,
    year: Annotated[int | None, Option("--year", least=1950, most=2150)] = None,
    force: Annotated[bool, Option("--force")] = False,
    review: Annotated[bool, Option("--review")] = False,
    sheet: Annotated[Path | None, Option("--sheet", metavar="FILE")] = None,
    lang: Lang = None,
) -> None:
    """Draft the data of a report, or go on with the review of a draft that is there."""
    from shizhong_cli.reading.report.documents import read_document

    if sheet is not None and (problems := unfit_suffix(sheet, (".xlsx",))):
        raise CannotGoOn(problems)
    words, text = words_of(lang), read_document(file)
    if force or not ((review or sheet) and _is_there(folder)):
        _write_draft(file, text, folder, like, year, force, words)
    if sheet is not None:
        from shizhong_cli.commands.review_sheet import review_on_sheet

        review_on_sheet(folder, text, sheet, words)
    if review:
        from shizhong_cli.commands.review import review as walk_through

        walk_through(folder, text, words)


def _is_there(folder: Path) -> bool:
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS

    return all((folder / name).is_file() for name in (BASELINES, TARGETS))


def _write_draft(
    file: str, text: str, folder: Path, like: Path | None, year: int | None, force: bool, words: Words
) -> None:
    from shizhong_cli.core.figure.units import BUILT_IN
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.report.drafting import draft as draft_of
    from shizhong_cli.reading.pack.catalogue import load_catalogue
    from shizhong_cli.reading.pack.places import BASELINES, TARGETS
    from shizhong_cli.reading.pinyin import romanizer
    from shizhong_cli.rendering.formats.draft_files import baselines_text, targets_text, year_lines

    known = load_catalogue(like) if like else Catalogue(units=BUILT_IN)
    drafted = draft_of(text, known, year, romanizer())
    if not drafted.indicators:
        raise CannotGoOn([Problem(Place(file), "N002")])
    if drafted.year not in range(1950, date.today().year + 50):
        raise CannotGoOn([Problem(Place(file), "N003")])
    write_folder(folder, {BASELINES: baselines_text(drafted, words), TARGETS: targets_text(drafted, words)}, force)
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
    _say_coverage(folder, text, words)


def write_folder(folder: Path, files: dict[str, str], force: bool) -> None:
    """Write files into a folder, which is made where it is not there; none is replaced without ``force``."""
    from shizhong_cli.writing.files import Purpose, keep_apart, write_together

    for name in files:
        keep_apart(folder / name, Purpose.DATA)
    present = [str(folder / name) for name in files if (folder / name).exists()]
    if present and not force:
        raise CannotGoOn([Problem(Place(path), "W003") for path in present])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotGoOn([Problem(Place(str(folder)), "W002", cause_of(error))]) from None
    write_together({folder / name: text.encode("utf-8") for name, text in files.items()}, force, Purpose.DATA)


def _say_coverage(folder: Path, text: str, words: Words) -> None:
    """Read back what was written, and compare it with the text."""
    from shizhong_cli.core.report.coverage import cover
    from shizhong_cli.core.report.numbers import numbers_of
    from shizhong_cli.reading.pack.catalogue import load_catalogue

    catalogue = load_catalogue(folder)
    numbers = numbers_of(text, catalogue)
    found = cover(catalogue, numbers.printed, numbers.located)
    left = [*found.undeclared, *found.unmatched, *found.misplaced, *found.outdated]
    say(words("draft.incomplete", number=len(left)) if left else words("draft.complete"))
    say(words("next.draft", command=typed("verify-baselines", folder)))
