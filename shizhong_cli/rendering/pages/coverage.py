"""The page of coverage: what is left over on either side, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import cast

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.sentences.names import Speech, counts_text, title_of
from shizhong_cli.rendering.wording import Words


def coverage_sheet(catalogue: Catalogue, content: Row, words: Words, list_excluded: bool = False) -> Sheet:
    """The findings, worst first, then the counts; ``content`` is what ``coverage_content`` made."""
    page = _Page(catalogue, words)
    blocks: list[Line | Grid] = [Line(words("coverage.title", title=title_of(catalogue, words)), Tone.STRONG)]
    blocks += page.undeclared(_rows(content, "undeclared"))
    blocks += page.unmatched(_rows(content, "unmatched"))
    blocks += page.found_elsewhere("misplaced", _rows(content, "misplaced"))
    blocks += page.outdated(_rows(content, "outdated"))
    blocks += page.found_elsewhere("unlike", _rows(content, "unlike"))
    excluded = _rows(content, "excluded")
    if list_excluded:
        blocks += page.excluded(excluded)
    blocks.append(Line(page.summary(content), Tone.GOOD if content["complete"] else Tone.BAD))
    blocks.append(Line(page.excluded_counts(excluded), Tone.FAINT))
    if missing := cast("list[str]", content["sections_not_found"]):
        names = words("list.separator").join(missing)
        blocks.append(Line(words("coverage.sections_missing", sections=names), Tone.WARN))
    return tuple(blocks)


def _rows(content: Row, key: str) -> list[Row]:
    return cast("list[Row]", content[key])


class _Page:
    """The grids, in the words of one language."""

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        self.speech = Speech(catalogue, words)
        self.words = words

    def undeclared(self, rows: list[Row]) -> Iterator[Grid]:
        """Numbers that no file has, each with the line to write."""
        cells = tuple(
            (
                Cell(str(row["text"]), Tone.BAD), self.place(row), Cell(str(row["context"])),
                Cell(f"{row['yaml']}{self.remark(row)}"),
            )
            for row in rows
        )  # fmt: skip
        yield from self.grid("undeclared", ("number", "where", "context", "line"), (9, 8, 24, 26), cells)

    def remark(self, row: Row) -> str:
        """What stands in the way, or which figure it may be."""
        if not row["unit_known"]:
            return f"\n{self.words('coverage.unknown_unit', unit=row['unit'])}"
        return f"\n{self.words('coverage.perhaps', figure=row['nearest'])}" if row["nearest"] else ""

    def unmatched(self, rows: list[Row]) -> Iterator[Grid]:
        """Figures that the text does not have."""
        cells = tuple(
            (
                Cell(str(row["figure"]), Tone.BAD), Cell(self.speech.name_of(str(row["indicator"]))),
                Cell(f"{row['file']}:{row['line']}:{row['column']}", Tone.FAINT), Cell(self.near(row)),
            )
            for row in rows
        )  # fmt: skip
        yield from self.grid("unmatched", ("figure", "indicator", "place", "nearest"), (10, 14, 18, 12), cells)

    def near(self, row: Row) -> str:
        """The number that was probably meant, with its place in the text."""
        return f"{row['nearest']} ({row['nearest_line']}:{row['nearest_column']})" if row["nearest"] else "—"

    def found_elsewhere(self, kind: str, rows: list[Row]) -> Iterator[Grid]:
        """Figures with the number they have, where the two do not quite agree."""
        cells = []
        for row in rows:
            found = cast("Row", row["found"])
            where = self.speech.section(str(found["section"] or ""))
            text = f"{found['text']} {found['qualifier']}".strip() + f"\n{where} ({found['line']}:{found['column']})"
            cells.append((
                Cell(str(row["figure"]), Tone.BAD if kind == "misplaced" else Tone.WARN),
                Cell(f"{row['file']}:{row['line']}:{row['column']}", Tone.FAINT),
                Cell(self.speech.section(str(row["section"]))), Cell(text),
            ))  # fmt: skip
        yield from self.grid(kind, ("figure", "place", "section", "found"), (10, 18, 14, 18), tuple(cells))

    def outdated(self, rows: list[Row]) -> Iterator[Grid]:
        """Exclusions that nothing in the text answers to."""
        cells = tuple(
            (
                Cell(str(row["text"]), Tone.BAD),
                Cell(str(row["reason"])),
                Cell(f"{row['file']}:{row['line']}", Tone.FAINT),
            )
            for row in rows
        )
        yield from self.grid("outdated", ("number", "reason", "place"), (12, 20, 18), cells)

    def excluded(self, rows: list[Row]) -> Iterator[Grid]:
        """Every number that is no figure."""
        cells = tuple(
            (Cell(str(row["text"])), self.place(row), Cell(str(row["context"])), Cell(self.reason(row))) for row in rows
        )
        yield from self.grid("excluded", ("number", "where", "context", "reason"), (9, 8, 28, 10), cells)

    def reason(self, row: Row) -> str:
        """Why it is none."""
        return str(row["reason"]) if row["declared"] else self.words(f"class.{row['class']}")

    def place(self, row: Row) -> Cell:
        """Line and column of the text."""
        return Cell(f"{row['line']}:{row['column']}", Tone.FAINT)

    def grid(
        self, kind: str, headings: tuple[str, ...], widths: tuple[int, ...], cells: tuple[tuple[Cell, ...], ...]
    ) -> Iterator[Grid]:
        """One table; none where it would be empty."""
        if not cells:
            return
        columns = tuple(
            Column(self.words(f"coverage.column.{heading}"), narrowest=width)
            for heading, width in zip(headings, widths, strict=True)
        )
        tone = {"unlike": Tone.WARN, "excluded": Tone.FAINT}.get(kind, Tone.BAD)
        yield Grid(columns, cells, self.words(f"coverage.{kind}", number=len(cells)), tone)

    def summary(self, content: Row) -> str:
        """How many there are of each kind."""
        key = "coverage.complete" if content["complete"] else "coverage.incomplete"
        counts = {kind: len(_rows(content, kind)) for kind in ("undeclared", "unmatched", "misplaced", "outdated")}
        return self.words(key, matched=content["matched"], **counts)

    def excluded_counts(self, rows: list[Row]) -> str:
        """How many numbers were left out, by reason."""
        counts = Counter(self.words("coverage.declared") if row["declared"] else self.reason(row) for row in rows)
        by_reason = counts_text(counts.most_common(), self.words)
        return self.words("coverage.excluded_counts", total=len(rows), counts=by_reason or "—")
