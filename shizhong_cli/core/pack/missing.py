"""What a pack that loads still lacks: not wrong, but what a reader of its pages will miss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.pack.model import Catalogue, Figure, Target
from shizhong_cli.tuples import NamedTuple


class Lack(StrEnum):
    """What can be missing."""

    TITLE = "title"
    EXAMPLE = "example"  # the title is still that of the example
    TARGETS = "targets"
    BASELINES = "baselines"
    FIGURES = "figures"  # indicators with neither a figure nor a target
    BASE = "base"  # targets with a number and nothing to set it against
    SECTIONS = "sections"  # declared, and nothing is in them
    ABOUT = "about"  # 左右 without a declared width
    RESPONSIBLE = "responsible"  # some targets have a body that answers for them, others none


class Missing(NamedTuple):
    """One thing that is missing, with what it is missing from."""

    lack: Lack
    names: tuple[str, ...] = ()  # ids of indicators, or paths


def missing_in(catalogue: Catalogue, example_title: str) -> list[Missing]:
    """Everything that is missing, the most important first."""
    found = [Missing(lack) for lack, is_missing in _as_a_whole(catalogue, example_title) if is_missing]
    return found + [Missing(lack, names) for lack, names in _of_parts(catalogue) if names]


def _as_a_whole(catalogue: Catalogue, example_title: str) -> Iterator[tuple[Lack, bool]]:
    yield Lack.TITLE, not catalogue.title
    yield Lack.EXAMPLE, catalogue.title == example_title
    yield Lack.TARGETS, not catalogue.targets
    yield Lack.BASELINES, not catalogue.baselines


def _of_parts(catalogue: Catalogue) -> Iterator[tuple[Lack, tuple[str, ...]]]:
    reported = {figure.indicator for figure in catalogue.baselines}
    named = reported | {figure.indicator for figure in (*catalogue.targets, *catalogue.references)}
    yield Lack.FIGURES, tuple(id for id in catalogue.indicators if id not in named)
    yield Lack.BASE, _each(target for target in catalogue.numbered_targets if target.indicator not in reported)
    yield Lack.SECTIONS, _empty_sections(catalogue)
    yield (
        Lack.ABOUT,
        () if catalogue.band.reason else _each(target for target in catalogue.numbered_targets if _is_about(target)),
    )
    alone = [target for target in catalogue.targets if not target.responsible]
    yield Lack.RESPONSIBLE, _each(alone) if len(alone) < len(catalogue.targets) else ()


def _empty_sections(catalogue: Catalogue) -> tuple[str, ...]:
    """The sections with nothing in them, nor in a section below."""
    used = [entry.section for entry in catalogue.entries()]
    used += [exclusion.section for exclusion in catalogue.exclusions]
    below = "\n".join(f"{path}/" for path in used)
    return tuple(path for path in catalogue.sections if f"\n{path}/" not in f"\n{below}")


def _is_about(target: Figure) -> bool:
    return target.written.bound is Bound.ABOUT


def _each(targets: Iterable[Target]) -> tuple[str, ...]:
    """The indicators of targets, each once."""
    return tuple(dict.fromkeys(target.indicator for target in targets))
