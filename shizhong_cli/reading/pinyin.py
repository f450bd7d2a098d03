"""How a Chinese name is spoken, for ids that a person can type: the only importer of pypinyin."""

from __future__ import annotations

from collections.abc import Callable


def romanizer() -> Callable[[str], str] | None:
    """What writes a name in letters without tones; nothing where the library is not installed."""
    try:
        from pypinyin import lazy_pinyin
    except ImportError:  # pragma: no cover - a stripped installation drafts with ids that are digests
        return None
    return lambda name: "".join(lazy_pinyin(name))
