"""The command about texts: scan."""

from __future__ import annotations

from typing import Annotated

from shizhong_cli.commands.declaring import Argument, Option
from shizhong_cli.commands.shared import Lang, Output, OutputFormat, Result, typed, words_of, write
from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.escapes.shells import typed_word


def scan(
    file: Annotated[str, Argument("FILE")],
    only: Annotated[list[str] | None, Option("--class", metavar="CLASS,…")] = None,
    format: OutputFormat = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    """Every number of a text."""
    from shizhong_cli.commands.choices import chosen
    from shizhong_cli.core.figure.units import BUILT_IN
    from shizhong_cli.core.report.scanning import scan as scan_text
    from shizhong_cli.core.report.scanning.rows import number_row
    from shizhong_cli.reading.report.documents import read_document
    from shizhong_cli.rendering.pages.scan import scan_sheet

    words = words_of(lang)
    classes = chosen(only or (), NumberClass, "--class", words)
    text = read_document(file)
    found = [number for number in scan_text(text, BUILT_IN) if not classes or number.class_ in classes]
    rows = [number_row(number) for number in found]
    following = words("next.scan", coverage=typed(f"coverage {typed_word(file)}", None), draft=_drafting(file))
    content: dict[str, object] = {"file": file, "numbers": rows}
    write(words, format, output, Result(content, rows, lambda: scan_sheet(text, found, words), following))


def _drafting(file: str) -> str:
    return typed(f"draft {typed_word(file)} -o DIR", None)
