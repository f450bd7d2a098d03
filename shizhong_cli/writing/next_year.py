"""The two files of a year made into those of the next: line by line, so that order and comments stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from shizhong_cli.core.checking.expression import ExpressionError, implied_check_id, is_unknown, names_in
from shizhong_cli.core.checking.notation import parse_relation
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.next_year import NewBaseline, NextYear
from shizhong_cli.escapes.yaml import flow_mapping
from shizhong_cli.reading.pack.blocks import Block, Document, Span
from shizhong_cli.reading.pack.located import Mapping, Scalar
from shizhong_cli.reading.pack.places import BASELINES, TARGETS
from shizhong_cli.tuples import NamedTuple

_PERIOD = re.compile(r"(period:\s*[\"']?)([0-9/Q-]+)")


class Remarks(NamedTuple):
    """The words of the comments that are put in."""

    head: str
    cleared: str  # before targets that have to be filled in anew
    old: str  # before what belongs to the old report alone
    dropped: Callable[[str], str]  # before a check that names a figure which is no longer there
    source: Callable[[NewBaseline], tuple[str, str]]  # the note of a new baseline, in both languages
    section: tuple[str, str]  # where new baselines stand


class Draft(NamedTuple):
    """The texts of both files, and how much was changed."""

    files: dict[str, str]
    cleared: int
    dropped: int


def next_files(folder: Path, catalogue: Catalogue, plan: NextYear, remarks: Remarks) -> Draft:
    """Both files of the next year. Raises ``CannotGoOn`` where entries are not on lines of their own."""
    return _Work(folder, catalogue, plan, remarks).result()


class _Edits:
    """Changes to the lines of a file, made all at once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines: list[list[str]] = [[line] for line in document.lines]
        self.after: dict[int, list[str]] = {}  # behind these lines; -1 is the top

    def comment_out(self, span: Span, remark: str = "", change: Callable[[str], str] = lambda line: line) -> None:
        """Turn lines into comments."""
        for number in range(span.first, span.last):
            line = self.document.lines[number]
            if line.strip() and not line.lstrip().startswith("#"):
                self.lines[number] = [f"{' ' * span.indent}# {change(line[span.indent :])}"]
        if remark:
            self.lines[span.first].insert(0, f"{' ' * span.indent}# {remark}")

    def take_out(self, span: Span) -> list[str]:
        """Remove lines, and hand them back."""
        taken = self.document.lines[span.first : span.last]
        for number in range(span.first, span.last):
            self.lines[number] = []
        return taken

    def insert(self, behind: int, lines: Sequence[str]) -> None:
        """Put lines behind a line."""
        self.after.setdefault(behind, []).extend(lines)

    def text(self) -> str:
        """The changed file."""
        lines = list(self.after.get(-1, ()))
        for number, own in enumerate(self.lines):
            lines += [*own, *self.after.get(number, ())]
        return self.document.line_end.join(lines) + self.document.line_end


class _Work:
    """The changes to both files."""

    def __init__(self, folder: Path, catalogue: Catalogue, plan: NextYear, remarks: Remarks) -> None:
        self.catalogue, self.plan, self.remarks = catalogue, plan, remarks
        self.baselines = _Edits(Document(folder / BASELINES))
        self.targets = _Edits(Document(folder / TARGETS))
        self.cleared = self.dropped = 0

    def result(self) -> Draft:
        """Make every change."""
        for edits in (self.baselines, self.targets):
            edits.insert(-1, [f"# {self.remarks.head}"])
            for key in ("report", "exclusions", "profiles"):
                if block := edits.document.entry(key):
                    edits.comment_out(block.span, self.remarks.old)
        kept = self.clear_targets()
        if self.plan.taken:
            self.add_section()
        self.add_figures()
        self.drop_checks(kept)
        files = {BASELINES: self.baselines.text(), TARGETS: self.targets.text()}
        return Draft(files, self.cleared, self.dropped)

    def clear_targets(self) -> set[str]:
        """Turn the targets of the finished year into comments; the references of those that are still running."""
        document = self.targets.document
        block = document.entry("targets")
        end = self.plan.period.last
        lasting = {figure.place.line: figure for figure in self.catalogue.targets if figure.period.last > end}
        kept = set()
        for item in document.blocks(block.node if block else None):
            figures = [figure for line, figure in lasting.items() if item.span.first < line <= item.span.last]
            if figures:
                kept |= {figure.reference for figure in figures}
                continue
            self.targets.comment_out(item.span, "" if self.cleared else self.remarks.cleared, self.next_period)
            self.cleared += 1
        return kept

    def next_period(self, line: str) -> str:
        """The line with the next year in it."""
        year = self.plan.period.last.year
        return _PERIOD.sub(lambda found: f"{found[1]}{found[2].replace(str(year), str(year + 1))}", line)

    def add_section(self) -> None:
        """Declare the section of the new baselines, where sections are declared at all."""
        path, english = self.remarks.section
        if not self.catalogue.sections or path in self.catalogue.sections:
            return
        edits = next(e for e in (self.baselines, self.targets) if e.document.blocks(_node(e, "sections")))
        last = edits.document.blocks(_node(edits, "sections"))[-1].span
        edits.insert(last.last - 1, [f"{' ' * last.indent}{path}: {flow_mapping({'name_en': english})}"])

    def add_figures(self) -> None:
        """Put every new baseline below its indicator; one that has none yet moves to the baselines."""
        by_indicator: dict[str, list[NewBaseline]] = {}
        for baseline in self.plan.taken:
            by_indicator.setdefault(baseline.actual.indicator, []).append(baseline)
        for edits in (self.baselines, self.targets):
            for block in edits.document.blocks(_node(edits, "indicators")):
                if news := by_indicator.get(block.key):
                    self.add_to(edits, block, news)

    def add_to(self, edits: _Edits, block: Block, news: Sequence[NewBaseline]) -> None:
        """New figures of one indicator."""
        entries = edits.document.blocks(block.node)
        figures = next((entry for entry in entries if entry.key == "figures"), None)
        items = edits.document.blocks(figures.node) if figures else []
        indent = items[-1].span.indent if items else entries[-1].span.indent + 2
        lines = [f"{' ' * indent}- {self.figure(baseline)}" for baseline in news]
        if items:
            edits.insert(items[-1].span.last - 1, lines)
            return
        head = f"{' ' * entries[-1].span.indent}figures:"
        if figures:
            edits.take_out(figures.span)
        if edits is self.baselines:
            edits.insert(block.span.last - 1, [head, *lines])
        else:
            moved = [line for line in edits.take_out(block.span) if not line.lstrip().startswith("figures:")]
            self.append_indicator([*moved, head, *lines], block.span.indent)

    def append_indicator(self, lines: list[str], indent: int) -> None:
        """Put an indicator behind the last one of the baselines."""
        document = self.baselines.document
        present = document.blocks(_node(self.baselines, "indicators"))
        if present:
            shift = present[-1].span.indent - indent
            moved = [" " * shift + line if shift > 0 else line[-shift:] for line in lines]
            self.baselines.insert(present[-1].span.last - 1, moved)
            return
        block = document.entry("indicators")
        if block:
            self.baselines.take_out(block.span)
        self.baselines.insert(block.span.last - 1 if block else len(document.lines) - 1, ["indicators:", *lines])

    def figure(self, new: NewBaseline) -> str:
        """The line of a new baseline."""
        note, note_en = self.remarks.source(new)
        entries = {new.measure.value: new.actual.written.text.strip(), "unit": new.unit}
        entries |= {"period": str(self.plan.period), "since": new.since, "section": self.remarks.section[0]}
        return flow_mapping(entries | {"note": note, "note_en": note_en})

    def drop_checks(self, kept: set[str]) -> None:
        """Turn checks into comments that name a figure which is no longer there."""
        there = kept | {figure.reference for figure in self.catalogue.baselines}
        there |= {baseline.reference(self.plan.period) for baseline in self.plan.taken}
        gone: set[str] = set()
        for block in self.baselines.document.blocks(_node(self.baselines, "checks")):
            missing = [name for name in self.named(block) if not _is_there(name, there, gone)]
            if missing:
                gone.add(block.key)
                self.baselines.comment_out(block.span, self.remarks.dropped(", ".join(missing)))
                self.dropped += 1

    def named(self, block: Block) -> list[str]:
        """The figures that a check names, and the checks that it takes from."""
        entry = block.node.entries.get("expression") if isinstance(block.node, Mapping) else None
        if entry is None or not isinstance(entry.value, Scalar):
            return []
        try:
            names = names_in(parse_relation(entry.value.text, self.catalogue.units))
        except ExpressionError:
            return []
        promise = block.node.entries.get("promise") if isinstance(block.node, Mapping) else None
        promised = [promise.value.text] if promise and isinstance(promise.value, Scalar) else []
        return [*(name for name in names if not is_unknown(name)), *promised]


def _is_there(name: str, there: set[str], gone: set[str]) -> bool:
    """Whether a figure is kept, or what a check implies: its own figures, where it follows from the data."""
    source = implied_check_id(name)
    if not source:
        return name in there
    indicator, _, rest = source.partition(".")
    span = rest.partition("@")[2]
    return any(f.startswith(f"{indicator}.") and f.endswith(f"@{span}") for f in there) if rest else source not in gone


def _node(edits: _Edits, key: str) -> Mapping | None:
    entry = edits.document.root.entries.get(key)
    return entry.value if entry and isinstance(entry.value, Mapping) else None
