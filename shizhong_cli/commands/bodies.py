"""One sheet or page for each responsible body: which of them is meant, and what its file is called."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from shizhong_cli.problems import CannotGoOn, Place, Problem

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.rendering.wording import Words


def chosen_body(catalogue: Catalogue, body: str | None) -> Catalogue:
    """The catalogue with the targets of one body alone; all of it where none is asked for. Raises ``CannotGoOn``."""
    from shizhong_cli.core.progress.overview import bodies_of, of_body
    from shizhong_cli.reading.spelling import nearest

    if body is None:
        return catalogue
    own = of_body(catalogue, body)
    if not own.targets:
        place, known = Place("--responsible"), bodies_of(catalogue)
        if not known:
            raise CannotGoOn([Problem(place, "A042")])
        raise CannotGoOn([Problem(place, "A041", body, ", ".join(known[:_LISTED]), nearest(body, known))])
    return own


_LISTED = 12


def files_of_bodies(catalogue: Catalogue, folder: Path, suffix: str, words: Words) -> dict[Path, Catalogue]:
    """A file for each body in a folder, made where it is not there, with the targets of that body.

    Raises ``CannotGoOn`` where no target names one.
    """
    from shizhong_cli.core.progress.overview import bodies_of

    bodies = bodies_of(catalogue)
    if not bodies:
        raise CannotGoOn([Problem(Place("--each"), "A042")])
    folder.mkdir(parents=True, exist_ok=True)
    named = {body: body for body in bodies}
    if any(not target.responsible for target in catalogue.targets):
        named[""] = words("status.unassigned")
    return {folder / f"{name}{suffix}": _of(catalogue, body) for body, name in _as_files(named).items()}


def _of(catalogue: Catalogue, body: str) -> Catalogue:
    """The targets of exactly one body."""
    return catalogue._replace(targets=tuple(one for one in catalogue.targets if one.responsible == body))


def _as_files(named: dict[str, str]) -> dict[str, str]:
    """Names that every system takes, each once."""
    names: dict[str, str] = {}
    for body, name in named.items():
        plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", name).strip(" .")[:80] or "_"
        while plain.casefold() in {one.casefold() for one in names.values()}:
            plain += "_"
        names[body] = plain
    return names
