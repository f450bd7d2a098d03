"""The command about two and more reports: settle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import (
    FINDINGS,
    Format,
    Lang,
    Output,
    OutputFormat,
    Result,
    leave,
    tell_written,
    words_of,
    write,
    write_text,
)
from shizhong_cli.commands.talking import say
from shizhong_cli.core.progress.settling.terms import Kept
from shizhong_cli.escapes.shells import typed_words
from shizhong_cli.problems import CannotGoOn, Place, Problem

if TYPE_CHECKING:
    from shizhong_cli.core.pack.model import Catalogue
    from shizhong_cli.core.pack.partners import GivenMatch
    from shizhong_cli.core.progress.settling.promises import Settlement
    from shizhong_cli.core.progress.settling.silence import Finding
    from shizhong_cli.rendering.wording import Words


def settle(
    last: Annotated[Path, Argument("LAST")],
    this: Annotated[Path, Argument("THIS")],
    more: Annotated[list[Path] | None, Argument("MORE")] = None,
    text: Annotated[str | None, Option("--text", metavar="FILE")] = None,
    matches: Annotated[Path | None, Option("--matches", metavar="FILE")] = None,
    write_matches: Annotated[Path | None, Option("--write-matches", metavar="FILE")] = None,
    status: Annotated[list[Kept] | None, Option("--status")] = None,
    fail_on: Annotated[list[str] | None, Option("--fail-on", metavar="STATUS,…")] = None,
    format: OutputFormat = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """Promises settled."""
    words = words_of(lang)
    failing = _ends(fail_on or (), words)
    folders = [last, this, *(more or ())]
    catalogues = _in_order(folders)
    _ask_about_places(catalogues, words)
    given = _given(matches, catalogues)
    finding = _finding(text, catalogues)
    settlements = _settled(catalogues, given, finding)
    if write_matches is not None:
        _write_matches(write_matches, settlements[0], words)
    shown = [_chosen(one, frozenset(status or ())) for one in settlements]
    _show(shown, folders, words, format or _format_of(output), output, bool(status))
    if any(one.number(*failing) for one in settlements):
        leave(FINDINGS)


def _ends(texts: Sequence[str], words: Words) -> frozenset[Kept]:
    from shizhong_cli.commands.choices import chosen

    return frozenset(chosen(texts, Kept, "--fail-on", words))


def _in_order(folders: Sequence[Path]) -> list[Catalogue]:
    """The packs, which must stand in the order of their years. Raises ``CannotGoOn`` with the problems of all."""
    from shizhong_cli.reading.pack.catalogue import read_catalogue

    read = [read_catalogue(folder) for folder in folders]
    if problems := list(chain.from_iterable(own for _, own in read)):
        raise CannotGoOn(problems)
    catalogues = [catalogue for catalogue, _ in read]
    for folder, (one, other) in zip(folders, pairwise(catalogues), strict=False):
        first, second = one.first_target_year, other.first_target_year
        if first and second and second <= first:
            raise CannotGoOn([Problem(Place(str(folder)), "S002", str(first), str(second))])
    return catalogues


def _ask_about_places(catalogues: Sequence[Catalogue], words: Words) -> None:
    """Say it where two titles that follow each other name different places."""
    from shizhong_cli.core.pack.issuer import are_of_one_place, issuer_of

    for one, other in pairwise(catalogues):
        if issuer_of(one.title) and issuer_of(other.title) and not are_of_one_place(one.title, other.title):
            say(words("settle.other_place", last=one.title, this=other.title))


def _given(matches: Path | None, catalogues: Sequence[Catalogue]) -> tuple[GivenMatch, ...]:
    """What the file of matches says; it is about two reports."""
    if matches is None:
        return ()
    if len(catalogues) > _TWO:
        raise CannotGoOn([Problem(Place("--matches"), "S003", str(len(catalogues)))])
    from shizhong_cli.reading.pack.matches import read_matches

    return read_matches(matches, catalogues[0], catalogues[1])


_TWO = 2


def _finding(text: str | None, catalogues: Sequence[Catalogue]) -> Finding | None:
    """Who looks into the text of the later report."""
    if text is None:
        return None
    if len(catalogues) > _TWO:
        raise CannotGoOn([Problem(Place("--text"), "S003", str(len(catalogues)))])
    from shizhong_cli.core.progress.settling.silence import Mention
    from shizhong_cli.core.report.drafting.naming import named_in
    from shizhong_cli.reading.report.documents import read_document

    content = read_document(text)

    def find(names: Sequence[str]) -> Mention | None:
        found = named_in(content, names)
        return (
            None if found is None else Mention(Place(text, found.line, found.column), found.clause, found.with_number)
        )

    return find


def _settled(catalogues: Sequence[Catalogue], given: Sequence[GivenMatch], finding: Finding | None) -> list[Settlement]:
    from shizhong_cli.core.progress.settling.promises import settle as settle_two

    return [settle_two(one, other, given, finding) for one, other in pairwise(catalogues)]


def _chosen(settlement: Settlement, wanted: frozenset[Kept]) -> Settlement:
    """Two reports with the promises alone that came to the ends asked for."""
    if not wanted:
        return settlement
    promises = tuple(promise for promise in settlement.promises if promise.kept in wanted)
    return settlement._replace(promises=promises, unmatched=())


def _write_matches(path: Path, settlement: Settlement, words: Words) -> None:
    """Write the pairs, and say how many there are."""
    from shizhong_cli.rendering.formats.matches_file import matches_text, promised
    from shizhong_cli.writing.files import write_whole

    write_whole(path, matches_text(settlement, words).encode())
    ids = promised(settlement)
    pairs = list(chain.from_iterable(map(settlement.partners.of_last, ids)))
    alone = sum(not settlement.partners.of_last(id) for id in ids)
    guessed = sum(pair.sure is not None for pair in pairs)
    say(words("settle.match.written", file=path, number=len(pairs), guessed=guessed, open=alone))


def _show(
    settlements: Sequence[Settlement], folders: Sequence[Path], words: Words, format: Format | None,
    output: Path | None, is_part: bool,
) -> None:  # fmt: skip
    """Hand the result to the renderer of the format; a part of the promises without what both print of the past."""
    from shizhong_cli.core.checking.across import compare_reports
    from shizhong_cli.rendering.formats.settlement import settlement_content, settlement_rows
    from shizhong_cli.rendering.pages.settle import pages_of

    compared = [[] if is_part else compare_reports(one.last, one.this, one.partners) for one in settlements]
    names = [str(folder) for folder in folders]
    if format is Format.HTML:
        from shizhong_cli.rendering.html.settlement import settlement_html

        page = settlement_html(settlements, compared, words, names)
        write_text(output, lambda stream: stream.writelines([page]))
        tell_written(output, words)
        return
    content, rows = settlement_content(settlements, compared, words), settlement_rows(settlements)
    as_page = f"shizhong settle {typed_words(names)} --output settle.html"
    following = words("next.settle", command=as_page)
    result = Result(content, rows, lambda: pages_of(settlements, compared, words, names), following)
    write(words, format, output, result)


def _format_of(output: Path | None) -> Format | None:
    """The page, where the name of the file says so; any other name is for the common formats."""
    return Format.HTML if output is not None and output.suffix.lower() in (".html", ".htm") else None
