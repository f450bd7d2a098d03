"""YAML is read alike with libyaml and without, every slip is told in our own words, and what is hostile is bounded."""

from __future__ import annotations

import random
import sys

import pytest
import yaml
from making import load
from running import ROOT, run

from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.pack import located
from shizhong_cli.reading.pack.located import Mapping, Node, Scalar, parse_yaml
from shizhong_cli.reading.pack.slips import cursor, doubt
from shizhong_cli.reading.pack.slips.document import slips_in
from shizhong_cli.reading.pack.slips.doubt import is_doubtful

EXAMPLES = ROOT / "tests" / "examples"
STORED = sorted([*ROOT.glob("*.yaml"), *EXAMPLES.rglob("*.yaml")])
TEXTS = [text for path in STORED if (text := path.read_bytes().decode("utf-8", "ignore"))]
SHORT = [
    "a: 1\nb:\n  - c\n  - d: e\n    f: g\n",
    "- a\n- b: [1, 2, {x: y}]\n",
    "a: |\n  foo\n   bar\n\n  baz\n\nb: >-\n  x\n  y\n\n   z\n  w\n",
    "a: >2+\n    x\n   y\n\n\n",
    "a: \"x\\n \\u4e2d y\"\nb: 'it''s'\n",
    "a: b\n  c\n  d\ne:\n- f\n-\n- - g\n  - h\n",
    "{a: 1, \"b\":2, 'c': [x, y\n ,z], d: }\n",
    "k: \"a\n  b\n\n  c\\\n  d\"\nl: 'q\n  r'\nm: p # c\n",
    "# c\n---\na: # c\n  b\n...\n",
]
SIGNS = [
    *" \n\t:-?,[]{}#&*!|>'\"%@`\\~", "\n  ", "\n- ", ": ", "- ", "  ", "：", "，", "\r\n", "\r", "---\n", "...\n",
    "\x85", "\u2028", "\ufeff", "\0", "<<", "a", "1", "|\n", '""', "''", " #",
]  # fmt: skip
LOADERS = {"pure": yaml.BaseLoader} | ({"C": yaml.CBaseLoader} if hasattr(yaml, "CBaseLoader") else {})
"""The loaders of PyYAML on this machine: without libyaml, and with it."""


def codes(text: str) -> list[str]:
    return [problem.code for problem in parse_yaml(text, "f")[1]]


def places(text: str) -> list[tuple[str, int, int]]:
    return [(problem.code, *problem.place[1:]) for problem in parse_yaml(text, "f")[1]]


def mutated(chance: random.Random, text: str) -> str:
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        at, other = chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)
        text = chance.choice(
            (
                text[:at] + chance.choice(SIGNS) + text[at:],
                text[:at] + text[at + chance.choice((1, 1, 2, 5)) :],
                text[:at] + chance.choice(SIGNS) + text[at + 1 :],
                text[:at] + text[other : other + chance.randrange(12)] + text[at:],
            )
        )
    return text


def shape(node: Node | None) -> object:
    """A node as plain tuples with its places; nothing is said of the place of an empty text."""
    if isinstance(node, Scalar):
        return node.text, node.is_null, node.place if node.text else None
    if isinstance(node, Mapping):
        return node.place, tuple((key, entry.key_place, shape(entry.value)) for key, entry in node.entries.items())
    return node and (node.place, tuple(map(shape, node.items)))


def read_by(loader: str, text: str) -> tuple[object, tuple[Problem, ...]]:
    """What the program makes of a text where PyYAML has this loader."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(located, "_Loader", type("Loader", (LOADERS[loader],), {"resolve": lambda *_: "text"}))
        node, problems = parse_yaml(text, "f")
    return shape(node), tuple(problems)


def is_read_alike(text: str) -> bool:
    """Whether a text is accepted, after asserting that all loaders make the same of it."""
    seen = {loader: read_by(loader, text) for loader in LOADERS}
    assert len(set(map(repr, seen.values()))) == 1, (text, seen)
    node, problems = seen["pure"]
    assert "Y027" not in {problem.code for problem in problems}, text  # our own reading passed what PyYAML refuses
    return node is not None


# ── with libyaml and without ──────────────────────────────────────────────────


def test_stored_files_are_read_alike():
    assert sum(map(is_read_alike, [*TEXTS, *SHORT])) > len(TEXTS) // 2


@pytest.mark.parametrize("seed", range(4))
def test_mutated_text_is_read_alike(seed):
    chance = random.Random(seed)
    pool = [*SHORT, *(text for text in TEXTS if len(text) < 2000)]
    accepted = sum(is_read_alike(mutated(chance, chance.choice(SHORT if turn % 4 else pool))) for turn in range(600))
    assert 100 < accepted < 500


@pytest.mark.parametrize("text", [*TEXTS, *SHORT], ids=range(len(TEXTS) + len(SHORT)))
def test_what_is_refused_is_told_in_our_words(text):
    node, problems = parse_yaml(text.replace("\r\n", "\n"), "f")
    if node is None:
        assert problems in (slips_in(text.replace("\r\n", "\n"), "f"), [Problem(Place("f"), "Y005")])


@pytest.mark.parametrize("name", ["baselines.yaml", "targets.yaml"])
def test_the_shipped_files_are_read_by_pyyaml_alone(name):
    assert not is_doubtful((ROOT / name).read_text(encoding="utf-8"))


# ── bounds ────────────────────────────────────────────────────────────────────

MANY = 200_000
HOSTILE = {
    "open brackets": ("[" * MANY, ("Y008", 1, 61)),
    "open braces": ("{a: " * MANY, ("Y008", 1, 241)),
    "braces as keys": ("{" * MANY, ("Y010", 1, 2)),
    "open brackets and a forbidden character": ("[" * MANY + "\x07", ("Y009", 1, MANY + 1)),
    "open brackets and an open quote": ("[" * 100 + '"', ("Y008", 1, 61)),
    "an open quote before open brackets": ('"' + "[" * 100, ("Y013", 1, 1)),
    "dashes in a line": ("- " * MANY, ("Y008", 1, 121)),
    "a staircase": ("".join(" " * step + "a:\n" for step in range(1000)), ("Y008", 61, 61)),
    "question marks": ("? " * MANY, ("Y010", 1, 1)),
    "brackets that quotation marks hide": ('[ "]" ' * MANY, ("Y024", 1, 7)),
    "brackets with hidden ends": ("[']'," * MANY, ("Y008", 1, 301)),
    "quotes": ('"' * MANY, ("Y025", 1, 3)),
    "open quote": ('a: "' + "x\n " * MANY, ("Y013", 1, 4)),
    "anchors": ("&a " * MANY, ("Y006", 1, 1)),
    "aliases": ("a: [" + "*a, " * MANY, ("Y006", 1, 5)),
    "tags": ("! " * MANY, ("Y007", 1, 1)),
    "one key": ("a: 1\n" * 20_000, ("Y011", 2, 1)),
    "one key too often": ("a: 1\n" * MANY, ("Y026", 200_000, 4)),
    "a long key": ("a" * 1025 + ": b", ("Y021", 1, 1)),
    "a long key in braces": ("{" + "a" * 1025 + ": b}", ("Y021", 1, 2)),
    "a long key in quotes": ('"' + "a" * 1025 + '": b', ("Y021", 1, 1)),
    "colons": ("a: " * MANY, ("Y017", 1, 5)),
    "commas": ("[" + "," * MANY, ("Y004", 1, 2)),
    "tabs": ("\t" * MANY + "a", ("Y012", 1, 1)),
    "a tab in a text": ("a: b\tc", ("Y012", 1, 5)),
    "comments": ("#\n" * MANY, ("Y005", 0, 0)),
    "nothing": ("", ("Y005", 0, 0)),
    "a null character": ("a: b\0", ("Y009", 1, 5)),
    "half a character": ("a: \ud800", ("Y009", 1, 4)),
    "half a character as an escape": ('a: "\\ud800"', ("Y020", 1, 5)),
    "no character": ('a: "\\UFFFFFFFF"', ("Y020", 1, 5)),
    "a mark inside": ("a: b\ufeff", ("Y009", 1, 5)),
    "next line": ("a: b\x85c", ("Y009", 1, 5)),
    "line separator": ("a: b\u2028c", ("Y009", 1, 5)),
    "paragraph separator": ("a: b\u2029c", ("Y009", 1, 5)),
}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text(text, loader):
    found = [(problem.code, *problem.place[1:]) for problem in read_by(loader, HOSTILE[text][0])[1]]
    assert found[0] == HOSTILE[text][1]
    assert len(found) <= cursor.MOST_PROBLEMS + 1


def frames_in_use() -> int:
    frame, count = sys._getframe(), 0
    while frame:
        frame, count = frame.f_back, count + 1
    return count


@pytest.mark.parametrize(("step", "end"), [("[", "]"), ("{a: ", "}"), ("- ", ""), ("[{a: ", "}]")], ids=repr)
def test_levels(step, end):
    count = cursor.DEEPEST // (2 if step == "[{a: " else 1)
    kept = sys.getrecursionlimit()
    sys.setrecursionlimit(frames_in_use() + 6 * cursor.DEEPEST)
    try:
        assert codes(step * count + "x" + end * count) == []
        assert codes(step * (count + 1) + "x" + end * (count + 1)) == ["Y008"]
        assert codes(step * (count + 1)) == ["Y008"]
    finally:
        sys.setrecursionlimit(kept)


@pytest.mark.parametrize("text", ["- \n" * 30, "[" + "a," * 30 + "]", "{" + "a: b," * 30 + "}", "- a\n" * 30])
def test_the_number_of_nodes(text, monkeypatch):
    for module in (cursor, doubt):
        monkeypatch.setattr(module, "MOST_NODES", 10)
    assert codes(text)[-1] == "Y026"


# ── places ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", [*SHORT, *TEXTS[::7]], ids=range(len(SHORT) + len(TEXTS[::7])))
def test_line_ends_do_not_matter(text):
    plain = text.replace("\r\n", "\n")
    wanted = parse_yaml(plain, "f")
    for end in ("\r\n", "\r"):
        node, problems = parse_yaml(plain.replace("\n", end), "f")
        assert problems == wanted[1]
        assert shape(node) == shape(wanted[0])


def test_a_place_inside_a_text():
    node, problems = parse_yaml("a: 'xyz'\nb: xyz\nc: x\n  yz\n", "f")
    assert isinstance(node, Mapping)
    assert not problems
    found = [entry.value.spot.at(1)[1:] for entry in node.entries.values() if isinstance(entry.value, Scalar)]
    assert found == [(1, 6), (2, 5), (3, 4)]


# ── what the user sees ────────────────────────────────────────────────────────

SLIPS = {
    "indicators：\n  a: 1\n": ("1:1: Y016", "： → : ", "indicators："),
    "indicators:\n\ta: 1\n": ("2:1: Y012", "→a: 1"),
    'indicators:\n  a: “x\n  b: "x\n': ("3:6: Y013", '"', 'b: "x'),
    "indicators:\n  a: {b: 1\n  c: 2\n": ("2:6: Y014", "{", "a: {b: 1"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_shown_with_its_line(text, lang, tmp_path):
    with pytest.raises(CannotGoOn):
        load(tmp_path, text, "targets: []\n")
    ran = run("verify-baselines", "--data", ".", lang=lang, cwd=tmp_path)
    assert ran.code == 2
    shown = ran.out + ran.err
    assert all(part in shown for part in SLIPS[text])
    assert ("缺少" in shown or "请" in shown or "没有" in shown) == (lang == "zh")
