"""A JSON Schema with what every key means in both languages, for editors."""

from __future__ import annotations

import json
from typing import Any

from shizhong_cli.rendering.texts.keys import TEXTS

DIALECT = "https://json-schema.org/draft/2019-09/schema"


def schema_text(file: str, shape: dict[str, Any]) -> str:
    """The schema of a file as JSON."""
    head = {"$schema": DIALECT, "title": file, **_with_meaning(file)}
    return json.dumps(head | _described(shape), ensure_ascii=False, indent=1) + "\n"


def _described(part: Any) -> Any:
    """A part of a schema, with every property described."""
    if isinstance(part, list):
        return [_described(one) for one in part]
    if not isinstance(part, dict):
        return part
    inner = {key: _described(value) for key, value in part.items() if key != "properties"}
    if isinstance(part.get("properties"), dict):
        inner["properties"] = {
            key: {**_with_meaning(key), **_described(value)} for key, value in part["properties"].items()
        }
    return inner


def _with_meaning(key: str) -> dict[str, str]:
    """What a key means, in both languages; a test holds that every key has its text."""
    texts = TEXTS.get(f"key.{key}")
    return {"description": " · ".join(texts)} if texts else {}
