"""The JSON Schema says what the loader says, as far as a schema can see: keys, kinds of values, fixed words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from running import ROOT, run

from shizhong_cli.reading.pack.places import BASELINES, TARGETS
from shizhong_cli.rendering.texts.keys import TEXTS

EXAMPLES = ROOT / "tests" / "examples"
GOOD = [ROOT, *sorted(folder for folder in (EXAMPLES / "good").iterdir() if folder.is_dir())]
SEEN = ("K001", "K002", "K003", "K004", "K006", "F004", "P001")
"""Codes of what a schema can see."""
NOT_SEEN = ("period_backwards", "period_day_that_is_not", "profile_of_a_target")
"""Bad examples of a right shape: 2025/2021, 2025-02-30, and times of a year in one of the many ways to write them."""
SCHEMAS = {name: json.loads(run("schema", name.removesuffix(".yaml")).out) for name in (BASELINES, TARGETS)}


class _Plain(yaml.SafeLoader):
    """Reads as editors do: numbers and truth values, days as texts."""


_Plain.yaml_implicit_resolvers = {
    key: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith("timestamp")]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors(path: Path, loader=_Plain) -> list[str]:
    validator = jsonschema.Draft201909Validator(SCHEMAS[path.name])
    document = yaml.load(path.read_text(encoding="utf-8-sig"), loader)
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:100]}" for error in validator.iter_errors(document)
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema(name):
    jsonschema.Draft201909Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("loader", [_Plain, yaml.BaseLoader], ids=["typed", "texts"])
@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_every_good_example_is_valid(folder, loader):
    for name in SCHEMAS:
        assert errors(folder / name, loader) == []


def seen_problems() -> list[tuple[str, str]]:
    """Folder and file of every bad example whose problems a schema can see."""
    found = []
    for folder in sorted(folder for folder in (EXAMPLES / "bad").iterdir() if folder.name not in NOT_SEEN):
        for line in (folder / "expected.txt").read_text(encoding="utf-8").splitlines():
            match = re.match(r"([\w.]+):\d+:\d+: (\w\d{3})", line)
            if match and match[2] in SEEN and (folder.name, match[1]) not in found:
                found.append((folder.name, match[1]))
    return found


@pytest.mark.parametrize(("folder", "file"), seen_problems())
def test_every_bad_example_that_a_schema_can_see_is_invalid(folder, file):
    try:
        found = errors(EXAMPLES / "bad" / folder / file)
    except yaml.YAMLError:
        pytest.skip("no YAML")
    assert found


def test_there_are_bad_examples_to_see():
    assert len(seen_problems()) >= 15


def objects(schema, place: str = "") -> list[tuple[str, set[str]]]:
    """Every object of a schema that has keys of its own."""
    found = []
    if isinstance(schema, dict):
        if "properties" in schema:
            found.append((place, set(schema["properties"])))
        for key, part in schema.items():
            found += objects(part, f"{place}/{key}")
    elif isinstance(schema, list):
        for part in schema:
            found += objects(part, place)
    return found


PLACES = {
    BASELINES: "nosuch: 1\nindicators:\n  a: {name: a, name_en: a, direction: up, nosuch: 1, figures: [{nosuch: 1}]}\n"
    "sections: {x: {nosuch: 1}}\nunits: {盏: {nosuch: 1}}\nreport: {nosuch: 1}\nreferences: [{nosuch: 1}]\n"
    "checks: {c: {nosuch: 1}}\nsilence: [{nosuch: 1}]\nexclusions: [{nosuch: 1}]\n",
    TARGETS: "nosuch: 1\n"
    "targets: [{indicator: a, level: 5家, period: 2026, section: x, adjusted: [{nosuch: 1}], nosuch: 1},\n"
    "  {indicator: a, growth: 同步, period: 2026, section: x, relative: {nosuch: 1}}]\n"
    "conventions: {nosuch: 1, about: {nosuch: 1}, lights: {nosuch: 1}}\n"
    "profiles: {a: {nosuch: 1}}\nrates: [{nosuch: 1}]\n",
}  # fmt: skip


def test_the_keys_are_those_that_the_loader_knows(tmp_path):
    """What the loader lists where a key is unknown is what the schema has."""
    for name, text in PLACES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = run("status", "--data", str(tmp_path)).err
    listed = {frozenset(keys.split(", ")) for keys in re.findall(r"K001 不认识的键「nosuch」；可用：([^；\n]*)", told)}
    declared = {
        frozenset(keys) for name in SCHEMAS for place, keys in objects(SCHEMAS[name]) if not place.endswith("prices")
    }
    assert len(listed) >= 14
    assert sorted(map(sorted, listed - declared)) == []
    assert sorted(map(sorted, declared - listed)) == []


def test_every_key_is_described_and_no_other():
    keys = {key for name in SCHEMAS for _, keys in objects(SCHEMAS[name]) for key in keys}
    assert {f"key.{key}" for key in (*keys, *SCHEMAS)} == set(TEXTS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_stored_schemas_are_what_is_printed(name):
    stem = name.removesuffix(".yaml")
    stored = ROOT / "docs" / "schema" / f"{stem}.schema.json"
    assert stored.read_text(encoding="utf-8") == run("schema", stem).out
    assert (ROOT / name).read_text(encoding="utf-8").splitlines()[3] == (
        f"# yaml-language-server: $schema=docs/schema/{stem}.schema.json"
    )
