"""What coverage found, as annotations of a run on GitHub."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import IO

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.compared import Coverage
from shizhong_cli.core.report.coverage_rows import ReadyLines, context_of
from shizhong_cli.core.report.near_misses import NearMisses
from shizhong_cli.problems import Place
from shizhong_cli.rendering.formats.annotations import MOST_ANNOTATIONS, Where, annotation, placed
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.wording import Words


def write_github(found: Coverage, catalogue: Catalogue, file: str, words: Words, where: Where, stream: IO[str]) -> None:
    """Annotations at the places of figures and numbers: at most ten, and a summary line."""
    stream.writelines(islice(_annotations(found, catalogue, file, words, where), MOST_ANNOTATIONS))
    counts = {kind: len(getattr(found, kind)) for kind in ("undeclared", "unmatched", "misplaced", "outdated")}
    key = "coverage.complete" if found.is_complete else "coverage.incomplete"
    text = words(key, matched=len(found.matched), **counts)
    stream.write(annotation("notice", None, "shizhong coverage", text))


def _annotations(found: Coverage, catalogue: Catalogue, file: str, words: Words, where: Where) -> Iterator[str]:
    speech, near_misses, ready = Speech(catalogue, words), NearMisses(found), ReadyLines(catalogue)
    for figure in found.unmatched:
        near = near_misses.number(figure)
        perhaps = f" {words('coverage.perhaps', figure=near.text)}" if near else ""
        text = f"{speech.name_of(figure.indicator)} {speech.printed(figure)}{perhaps}"
        yield annotation("error", placed(figure.place, where), words("coverage.one_unmatched"), text)
    for it in found.undeclared:
        place = Place(file, it.line, it.column)
        text = f"{context_of(it) or it.text} {ready.line(it)}"
        yield annotation("error", place, words("coverage.one_undeclared"), text)
    for match in found.misplaced:
        text = (
            f"{match.figure.printed}: {speech.section(match.figure.section)} / {speech.section(match.printed.section)}"
        )
        yield annotation("error", placed(match.figure.place, where), words("coverage.one_misplaced"), text)
    for exclusion in found.outdated:
        yield annotation("error", placed(exclusion.place, where), words("coverage.one_outdated"), exclusion.text)
