"""The text layer of a PDF, read in a process of its own: memory and time are bounded there, and a crash ends only it.

Started by ``pdf_files`` as a script, with the PDF as standard input; it knows nothing of the rest of the program. The
only importer of pypdfium2.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BROKEN, LOCKED, LONG_TEXT, OVER = 10, 11, 12, 13
"""Exit codes, beside 0 and whatever a crash gives."""


def main() -> int:
    """Write the pages as a list in JSON. Arguments: the most bytes of text, mebibytes of memory, seconds."""
    most_text, most_memory, seconds = map(int, sys.argv[1:])
    raw = sys.stdin.buffer.read()
    import pypdfium2

    _bound(most_memory, seconds)
    try:
        document = pypdfium2.PdfDocument(raw)
        pages, size = [], 0
        for text in _texts(document):
            size += len(text.encode("utf-8", "replace"))
            if size > most_text:
                return LONG_TEXT
            if time.process_time() > seconds:
                return OVER
            pages.append(text)
    except pypdfium2.PdfiumError:
        return LOCKED if b"/Encrypt" in raw else BROKEN  # an encrypted one says so in its trailer
    except MemoryError:
        return OVER
    sys.stdout.buffer.write(json.dumps(pages).encode("ascii"))
    return 0


def _texts(document: Any) -> Iterator[str]:
    for number in range(len(document)):
        page = document[number]
        layer = page.get_textpage()
        yield layer.get_text_range()
        layer.close()
        page.close()


def _bound(mebibytes: int, seconds: int) -> None:
    """Take no more than so much memory beyond what is taken already, and no more time; where the system can."""
    try:
        import resource
    except ImportError:
        return
    taken = Path("/proc/self/statm")
    pages = int(taken.read_text().split()[0]) if taken.exists() else 0
    for limit, most in (
        (resource.RLIMIT_AS, pages * resource.getpagesize() + (mebibytes << 20)),
        (resource.RLIMIT_CPU, seconds + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    sys.exit(main())
