"""What to type next after the pages about targets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from shizhong_cli.commands.shared import typed
from shizhong_cli.core.figure.characters import is_digit
from shizhong_cli.core.pack.model import Catalogue, Figure, Target
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.overview import in_trouble
from shizhong_cli.core.progress.terms import Reason, Status
from shizhong_cli.escapes.shells import typed_word
from shizhong_cli.rendering.sentences.numbers import amount
from shizhong_cli.rendering.wording import Language, Words


def after_status(
    words: Words, catalogue: Catalogue, gaps: Sequence[Gap], data: Path | None, key: str = "next.status"
) -> str:
    """The worst target worked out; where nothing came in, an actual for the first that has a number."""
    if not catalogue.targets:
        return words("next.alone", command=f"shizhong check{f' {typed_word(str(data))}' if data else ''}")
    if not gaps:
        return words("next.show.neither", status=typed("status", data))
    known = [*in_trouble(catalogue, gaps), *(gap for gap in gaps if gap.actual)]
    if known:
        command = typed(f"gap {known[0].target.indicator}{given_again(known[0])} --explain", data)
        return words(f"{key}.worst", command=command)
    first = _first_numbered([gap.target for gap in gaps])
    if first is None:
        return words("next.figure", command=typed(f"show {gaps[0].target.indicator}", data))
    return words(key, command=typed(f"status --actual {first.indicator}={_example(first)} {_as_of(first)}", data))


def after_gap(words: Words, gaps: Sequence[Gap], data: Path | None, is_assumed: bool = False) -> str:
    """An actual where there is none; else how to keep the one that was given, unless more was ``is_assumed`` of it."""
    target = _first_numbered([gap.target for gap in gaps])
    if target is None:
        return words("next.figure", command=typed(f"show {gaps[0].target.indicator}", data)) if gaps else ""
    given = next((gap.actual for gap in gaps if gap.actual and not _is_rejected(gap)), None)
    if given is None:
        command = typed(f"gap {target.indicator} {_example(target)} {_as_of(target)}", data)
        return words("next.gap", command=command)
    if is_assumed or not _can_be_kept(given):
        return words("next.show.neither", status=typed("status", data))
    figure = typed_word(given.written.text.strip())
    when = f"--as-of {given.as_of}" if given.as_of else _as_of(target)
    return words("next.gap.record", command=typed(f"record {given.indicator} {figure} {when}", data))


def _is_rejected(gap: Gap) -> bool:
    """Whether the figure says nothing of its target by what it is; not where only another figure is missing."""
    return gap.status is Status.NOT_COMPARABLE and gap.reason not in (Reason.NO_START, Reason.EARLIER_MISSING)


def _can_be_kept(given: Actual) -> bool:
    """Whether a figure is one to record: in no file yet, of a day that is over, and not doubted."""
    is_in_file = given.place is not None and bool(given.place.file)
    return not (is_in_file or given.to_come or given.doubt)


def example_of_record(catalogue: Catalogue) -> str:
    """How the figure of the first target that has a number would be kept."""
    first = _first_numbered(catalogue.targets)
    return "record --help" if first is None else f"record {first.indicator} {_example(first)} {_as_of(first)}"


def example_of_figure(catalogue: Catalogue, indicator: str | None) -> tuple[str, str]:
    """An indicator, the one that is named where it has a target with a number, and the number of its target."""
    own = [target for target in catalogue.targets if target.indicator == indicator]
    first = _first_numbered(own) or _first_numbered(catalogue.targets)
    return (first.indicator, _example(first)) if first else ("gdp", "5%")


def given_again(gap: Gap) -> str:
    """The actual as it was given, to be given again."""
    if gap.actual is None:
        return ""
    when = f" --as-of {gap.actual.as_of}" if gap.actual.as_of else ""
    text = gap.actual.written.text.strip()
    option = "" if any(map(is_digit, text)) else "--actual "  # 全覆盖 by itself would be taken for an indicator
    return f" {option}{typed_word(text)}{when}"


def _first_numbered(targets: Sequence[Target]) -> Figure | None:
    return next((target for target in targets if isinstance(target, Figure)), None)


def _example(target: Figure) -> str:
    """The number of the target as an actual would be typed: 5%, 1.5亿美元."""
    return typed_word(amount(target.written.value, target.written.unit, Words(Language.ZH)))


def _as_of(target: Figure) -> str:
    return f"--as-of {target.period.last.year}-Q3"
