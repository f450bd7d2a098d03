"""The command that keeps what comes in: record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.beside import Beside
from shizhong_cli.commands.command_line import CannotTell
from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import Data, Lang, folder_of, typed, words_of
from shizhong_cli.commands.talking import say
from shizhong_cli.commands.times import with_year
from shizhong_cli.escapes.shells import typed_word
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading import clock
from shizhong_cli.rendering.pages.help import Mistake
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.progress.actuals import Actual
    from shizhong_cli.rendering.wording import Words


class ToKeep(NamedTuple):
    """The options that say what to keep: one figure, or those of a file."""

    indicator: Annotated[str | None, Argument("ID")] = None
    figure: Annotated[str | None, Argument("FIGURE", negative=True)] = None
    as_of: Annotated[str | None, Option("--as-of", metavar="DATE")] = None
    unit: Annotated[str | None, Option("--unit", metavar="UNIT")] = None
    from_file: Annotated[Path | None, Option("--from", metavar="FILE")] = None

    @property
    def figures(self) -> dict[str, object]:
        """What names figures, by the options: neither a conversation nor a withdrawal takes any."""
        return {"ID": self.indicator, "FIGURE": self.figure, "--unit": self.unit, "--from": self.from_file}


class Withdrawn(NamedTuple):
    """The options that take rows back instead."""

    undo: Annotated[bool, Option("--undo")] = False
    void: Annotated[list[int] | None, Option("--void", metavar="N")] = None


def record(
    *,
    kept: ToKeep,
    interactive: Annotated[bool, Option("--interactive", "-i")] = False,
    beside: Beside,
    withdrawn: Withdrawn,
    actuals: Annotated[Path | None, Option("--actuals", metavar="FILE")] = None,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Keep what came in, ask for it, or take back what was kept."""
    from shizhong_cli.reading.actuals.ledgers import ledger_path

    words, ledger = words_of(lang), ledger_path(actuals)
    if withdrawn.undo or withdrawn.void:
        _take_back(withdrawn, kept, beside, ledger, words, _named(actuals))
    elif interactive:
        _converse(kept, beside, ledger, words, (data, actuals))
    else:
        _keep(kept, beside, ledger, words, (data, actuals))


def _take_back(withdrawn: Withdrawn, kept: ToKeep, beside: Beside, ledger: Path, words: Words, named: str) -> None:
    """Withdraw rows. Raises ``CannotGoOn`` for options that say something of figures."""
    from shizhong_cli.commands.withdrawing import withdraw

    said = {
        "--as-of": kept.as_of, "--source": beside.source, "--evidence": beside.evidence,
        "--confirmed-by": beside.confirmed_by,
    }  # fmt: skip
    _refuse("A037", "--undo" if withdrawn.undo else "--void", {**kept.figures, **said})
    withdraw(ledger, withdrawn.void or (), beside, clock.now(), words, named)


def _converse(
    kept: ToKeep, beside: Beside, ledger: Path, words: Words, named: tuple[Path | None, Path | None]
) -> None:  # fmt: skip
    """Ask for one figure after the other. Raises ``CannotGoOn``."""
    from shizhong_cli.commands.asking import ask_for_figures

    catalogue, kept = _opened(kept, named[0], words)
    _refuse("A037", "--interactive", kept.figures)
    ask_for_figures(catalogue, ledger, kept.as_of or "", beside, words, _following_many(named, words))


def _keep(
    kept: ToKeep, beside: Beside, ledger: Path, words: Words, named: tuple[Path | None, Path | None]
) -> None:  # fmt: skip
    """Keep one figure, or those of a file. Raises ``CannotGoOn``."""
    from shizhong_cli.commands.keeping import keep_and_tell, known_in

    catalogue, kept = _opened(kept, named[0], words)
    problems: list[Problem] = []
    if kept.from_file is not None:
        others = {"--from": None, "--as-of": kept.as_of, "--note": beside.note}
        _refuse("A016", "--from", kept.figures | others)
        known = known_in(catalogue, ledger, clock.today(), problems)
        new = _new_ones(_all_of(catalogue, kept.from_file, words), known, words, beside)
    else:
        _want_something(kept[:3], words)
        new = [_one(catalogue, kept)]
        known = known_in(catalogue, ledger, clock.today(), problems)
    keep_and_tell(catalogue, ledger, new, known, problems, beside, clock.now(), words, _following(new, named, words))


def _opened(kept: ToKeep, data: Path | None, words: Words) -> tuple[Catalogue, ToKeep]:
    """The pack, and the options with the year of its targets. Raises ``CannotGoOn``."""
    from shizhong_cli.reading.pack.opening import open_sound_pack

    catalogue = open_sound_pack(folder_of(data, words))
    as_of = with_year(catalogue, kept.as_of, "--as-of", words) if kept.as_of else kept.as_of
    return catalogue, kept._replace(as_of=as_of)


def _following(new: Sequence[Actual], named: tuple[Path | None, Path | None], words: Words) -> str:
    """How far the target is now, of one indicator or of all, and how to take back what was wrong."""
    if not new:
        return ""
    (data, actuals), ids = named, {actual.indicator for actual in new}
    ledger = _named(actuals)
    look = f"gap {new[0].indicator}" if len(ids) == 1 else "status"
    return words("next.record", command=typed(f"{look}{ledger}", data), undo=f"shizhong record --undo{ledger}")


def _following_many(named: tuple[Path | None, Path | None], words: Words) -> str:
    """The same after a conversation."""
    data, ledger = named[0], _named(named[1])
    return words("next.record", command=typed(f"status{ledger}", data), undo=f"shizhong record --undo{ledger}")


def _named(actuals: Path | None) -> str:
    """The option that names the ledger again."""
    return "" if actuals is None else f" --actuals {typed_word(str(actuals))}"


def _all_of(catalogue: Catalogue, file: Path, words: Words) -> list[Actual]:
    """The figures of a file, each indicator and day once. Raises ``CannotGoOn``, after saying that nothing was kept."""
    from shizhong_cli.core.progress.actuals import vintages
    from shizhong_cli.reading.actuals.ahead import come_in
    from shizhong_cli.reading.actuals.from_file import file_of_doubted_encoding, read_actuals

    actuals: list[Actual] = []
    doubt = file_of_doubted_encoding(file)
    problems = [doubt] if doubt else []
    try:
        actuals = come_in(read_actuals(catalogue, file, problems), clock.today(), problems)
    except CannotGoOn as error:
        problems += error.problems
    for vintage in vintages(actuals):
        if (later := vintage.superseded_by) is not None:
            problems.append(Problem(later.place or Place(str(file)), "A012", later.written.text))
    if problems:
        say(words("record.refused"))
        raise CannotGoOn(problems)
    return actuals


def _new_ones(actuals: Sequence[Actual], known: Sequence[Actual], words: Words, beside: Beside) -> list[Actual]:
    """The figures that the ledger does not have as its latest of their day, or not as borne out or confirmed."""
    from shizhong_cli.core.progress.actuals import vintages

    latest = {
        _key(v.actual): v.actual
        for v in vintages(known)
        if v.superseded_by is None and not (beside.confirm and v.actual.doubt)
    }
    new = [a for a in actuals if _says_more(a, latest.get(_key(a)), beside)]
    if len(new) < len(actuals):
        say(words("record.same", number=len(actuals) - len(new)))
    return new


def _key(actual: Actual) -> tuple[str, str, date | None]:
    return actual.indicator, actual.written.text, actual.as_of.last if actual.as_of else None


def _says_more(actual: Actual, before: Actual | None, beside: Beside) -> bool:
    """Whether it is another figure than before, or is borne out or confirmed in another way."""
    if before is None:
        return True
    evidence, by = actual.evidence or beside.evidence, actual.confirmed_by or beside.confirmed_by
    return evidence not in ("", None, before.evidence) or by not in ("", None, before.confirmed_by)


def _refuse(code: str, option: str, given: Mapping[str, object]) -> None:
    """What does not go with an option."""
    wrong = [name for name, value in given.items() if value is not None]
    if wrong:
        found, expected = (", ".join(wrong), "") if code == "A016" else (option, ", ".join(wrong))
        raise CannotGoOn([Problem(Place(option), code, found, expected)])


def _want_something(given: Sequence[str | None], words: Words) -> None:
    """Raises ``CannotTell`` where nothing at all was given."""
    if not any(given):
        needed = words("help.record.needed")
        raise CannotTell(Mistake("usage.missing_argument", "shizhong record", "ID FIGURE --as-of", expected=needed))


def _example_of(catalogue: Catalogue, kept: ToKeep) -> str:
    """What was typed, with what is missing as it could be: the figure of the last month that is over."""
    from shizhong_cli.commands.following import example_of_figure

    month = f"{clock.today().replace(day=1) - timedelta(days=1):%Y-%m}"
    id, number = example_of_figure(catalogue, kept.indicator)
    typed_figure = f"{typed_word(kept.indicator or id)} {typed_word(kept.figure or number)}"
    return f"shizhong record {typed_figure} --as-of {kept.as_of or month}"


def _one(catalogue: Catalogue, kept: ToKeep) -> Actual:
    """The figure of the command line. Raises ``CannotGoOn`` with everything that is missing or wrong."""
    from shizhong_cli.reading.actuals.ahead import not_over
    from shizhong_cli.reading.actuals.from_words import actual_from_words

    needed = {"ID": kept.indicator, "FIGURE": kept.figure, "--as-of": kept.as_of}
    if missing := [name for name, value in needed.items() if not value]:
        example = _example_of(catalogue, kept)
        raise CannotGoOn([Problem(Place(name), "A051", name, example) for name in missing])
    typed_in = (kept.indicator or "", kept.figure or "", kept.unit or "", kept.as_of or "")
    actual = actual_from_words(catalogue, *typed_in)
    if problem := not_over(actual.as_of, clock.today(), Place("--as-of")):
        raise CannotGoOn([problem])
    return actual
