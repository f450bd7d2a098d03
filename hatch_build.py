"""When a wheel is built, the shipped data are read, and what they declare goes with them: see reading.pack.index."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Index(BuildHookInterface):
    """Puts the index of the shipped data into the wheel."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._folder = tempfile.TemporaryDirectory()

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the index, unless the files of the working copy are used as they are."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from shizhong_cli.reading.pack.catalogue import load_catalogue
        from shizhong_cli.reading.pack.index import index_of
        from shizhong_cli.reading.pack.places import INDEX

        root, made = Path(self.root), Path(self._folder.name) / INDEX
        made.write_bytes(index_of(root, load_catalogue(root)))
        build_data["force_include"][str(made)] = f"shizhong_cli/data/{INDEX}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """The wheel holds it now."""
        self._folder.cleanup()
