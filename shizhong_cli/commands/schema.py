"""The command for editors: schema."""

from __future__ import annotations

from enum import StrEnum
from typing import IO, Annotated

from shizhong_cli.commands.declaring import Argument
from shizhong_cli.commands.shared import Lang, Output, tell_written, words_of, write_text


class DataFile(StrEnum):
    """One of the two files of a pack."""

    TARGETS = "targets"
    BASELINES = "baselines"


def schema(file: Annotated[DataFile, Argument("targets|baselines")], output: Output = None, lang: Lang = None) -> None:
    """JSON Schema of a data file."""
    from shizhong_cli.reading.pack.shape import shape_of
    from shizhong_cli.rendering.formats.schema import schema_text

    name = f"{file}.yaml"

    def fill(stream: IO[str]) -> None:
        stream.write(schema_text(name, shape_of(name)))

    write_text(output, fill)
    tell_written(output, words_of(lang))  # both languages are in the schema itself
