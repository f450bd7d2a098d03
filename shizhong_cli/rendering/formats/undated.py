"""Archives of documents without the time they were made at: the same content gives the same bytes."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MADE = datetime(2000, 1, 1)
"""The time that stands in place of the one an archive was made at."""
_TIMES = re.compile(rb"<dcterms:(created|modified)([^>]*)>[^<]*<")


def undated(archive: BytesIO) -> bytes:
    """The same parts in the same order, with ``MADE`` for every time in them."""
    result = BytesIO()
    time = f"{MADE:%Y-%m-%dT%H:%M:%SZ}".encode()
    with ZipFile(archive) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "docProps/core.xml":
                content = _TIMES.sub(rb"<dcterms:\1\2>" + time + b"<", content)
            info = ZipInfo(part.filename, MADE.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, content)
    return result.getvalue()
