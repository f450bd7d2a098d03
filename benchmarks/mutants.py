"""Make small wrong changes in the modules that decide, one at a time, and see which ones the tests notice.

``python benchmarks/mutants.py [--seed 1] [--number 60] [--subject gaps]`` takes a sample that depends on nothing but
the seed and the source, an equal share of every subject. Each change is made in a copy of the tree, never here, and
the tests of the subject are run on it, tables before properties, up to the first that fails; before all, once, the
tables on the copy as it is. Printed are the changes that survive, with their place; the exit code is 1 when there is
one. A change that cannot matter is listed below in ``EQUIVALENT`` with its reason and is not made. A change that makes
a test run without end counts as noticed.

Kinds of change: a comparison with its end open for closed, or turned round; and for or; a condition dropped; a sign
flipped; another number; True for False; a branch never or always taken; a word of a list dropped; low for high.
"""

from __future__ import annotations

import argparse
import ast
import copy
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from difflib import unified_diff
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, NamedTuple

import hypothesis
import pytest
import rich.table
import typer.main
import yaml

ROOT = Path(__file__).resolve().parent.parent

LOADED_ONCE = (hypothesis, rich.table, typer.main, yaml)
"""What nearly every test imports; a change is run in a fork, which has it already."""

SUBJECTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "interval": (
        ("shizhong_cli/core/figure/interval.py",),
        ("tests/core/figure/test_interval.py", "tests/core/checking/test_expression.py"),
    ),
    "written": (
        ("shizhong_cli/core/figure/written.py", "shizhong_cli/core/figure/parsing.py"),
        (
            "tests/core/figure/test_written.py",
            "tests/core/figure/test_ranges.py",
            "tests/core/figure/test_numerals.py",
            "tests/core/figure/test_units.py",
            "tests/test_design_cases.py",
        ),
    ),
    "judging": (
        (
            "shizhong_cli/core/checking/check.py",
            "shizhong_cli/core/checking/judging.py",
            "shizhong_cli/core/checking/power.py",
            "shizhong_cli/core/checking/solving.py",
        ),
        (
            "tests/core/checking/test_checks.py",
            "tests/core/checking/test_depth.py",
            "tests/core/checking/test_power.py",
            "tests/core/checking/test_chained.py",
            "tests/test_design_cases.py",
            "tests/core/checking/test_questions.py",
        ),
    ),
    "gaps": (
        (
            "shizhong_cli/core/progress/measuring.py",
            "shizhong_cli/core/progress/standing.py",
            "shizhong_cli/core/progress/pace/needed.py",
            "shizhong_cli/core/progress/pace/way.py",
        ),
        (
            "tests/core/progress/test_paces.py",
            "tests/core/progress/test_limits.py",
            "tests/core/progress/test_points_and_profiles.py",
            "tests/core/progress/test_no_dead_end.py",
            "tests/core/progress/test_gaps.py",
            "tests/test_design_cases.py",
            "tests/reading/test_actuals.py",
            "tests/reading/test_assumptions.py",
        ),
    ),
}
"""By subject the modules that are changed and the tests that concern them. The only paths in this script."""

SLOWER = "all the numbers are tried where one is enough, with the same result"
EQUIVALENT: dict[str, tuple[str, tuple[str, ...]]] = {
    # interval
    "self.high is not None and self.high_closed,": (
        "an end that is None is never closed, and the low one is a number in this branch",
        ("self.low is not None and self.high_closed,",),
    ),
    "if _is_zero(self) or _is_zero(other):": (
        "a shortcut: the products of the ends give the same zero",
        (
            "if (_is_zero(self) and _is_zero(other)):",
            "if (_is_zero(self)):",
            "if (_is_zero(other)):",
            "if False:",
        ),
    ),
    "return sign, None, False": ("of an infinite product only the sign is asked", ("return sign, None, True",)),
    # the figure reader
    "if not self.digits:": ("without a digit the same is returned below", ("if False:",)),
    "if value > 0:": ("zero was dealt with above", ("if value >= 0:",)),
    # judging
    "searched = check.figures[name].counts and not declared[name].is_point": (
        "a shortcut is not taken: every typo is tried instead, with the same result",
        ("searched = (not declared[name].is_point)", "searched = (check.figures[name].counts)"),
    ),
    "return attempt(check, check.values(), False).holds": (
        SLOWER,
        ("return attempt(check, check.values(), True).holds",),
    ),
    "end = first + LONGEST_SEARCH if last is None else min(first + LONGEST_SEARCH, last + 1)": (
        "a number found behind the last leaves an empty run, as none does",
        ("end = first + LONGEST_SEARCH if last is None else max(first + LONGEST_SEARCH, last + 1)",),
    ),
    "start = max(last - LONGEST_SEARCH, first - 1)": (
        "the first number fits, so that the search ends there",
        ("start = max(last - LONGEST_SEARCH, first - 2)",),
    ),
}
"""Changes that cannot matter: the line as it stands, why, and the lines that mean the same."""

EXAMPLES = 20
"""How many examples a property looks at; the usual run looks at more, and notices no less."""

PROCESSOR_SECONDS = 240
"""What the tests of one change may take before they count as running without end."""


class Change(NamedTuple):
    """One small wrong change: the bytes from ``start`` to ``end`` become ``new``."""

    path: str
    line: int
    start: int
    end: int
    old: str
    new: str

    def made_in(self, source: bytes) -> bytes:
        """The source with the change."""
        return source[: self.start] + self.new.encode() + source[self.end :]

    def lines(self, source: bytes) -> tuple[str, str]:
        """The first line that it changes, as it stands and as it would be."""
        before, after = (text.decode().splitlines()[self.line - 1] for text in (source, self.made_in(source)))
        return before.strip(), after.strip()

    def is_equivalent(self, source: bytes) -> bool:
        """Whether it is known not to matter."""
        before, after = self.lines(source)
        return after in EQUIVALENT.get(before, ("", ()))[1]


def changes_in(path: str) -> list[Change]:
    """Every change that can be made in a module and leaves it one that can be compiled."""
    source = (ROOT / path).read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node, new in _changes(ast.parse(source)):
        start, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
        old = " ".join(source[start:end].decode().split())
        if new != old:
            found.append(Change(path, node.lineno, start, end, old, new))
    return list(dict.fromkeys(found))


def sample(subject: str, number: int, seed: int) -> list[Change]:
    """So many changes of a subject, no two in one line, without those that cannot matter."""
    chance = random.Random(f"{seed} {subject}")
    by_line: dict[tuple[str, int], list[Change]] = {}
    for path in SUBJECTS[subject][0]:
        source = (ROOT / path).read_bytes()
        for change in changes_in(path):
            if not change.is_equivalent(source):
                by_line.setdefault((change.path, change.line), []).append(change)
    lines = chance.sample(sorted(by_line), min(number, len(by_line)))
    return [chance.choice(by_line[line]) for line in lines]


COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Pow: ast.Mult,
}  # fmt: skip
PAIRS = (
    ("low", "high"), ("low_closed", "high_closed"), ("at_least", "more_than"), ("at_most", "less_than"),
    ("AT_LEAST", "AT_MOST"), ("MORE_THAN", "LESS_THAN"), ("EXACT", "ABOUT"), ("first", "last"), ("min", "max"),
    ("any", "all"), ("floor", "ceil"), ("MET", "WITHIN_BAND"), ("ON_TRACK", "BEHIND"), ("LEVEL", "FLOW"),
    ("GROWTH", "CHANGE"), ("EMPTY", "EVERYTHING"),
)  # fmt: skip
SWAPPED = dict(PAIRS) | {b: a for a, b in PAIRS}


def _changes(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """The changes of a node and of what is inside it: what is replaced, and by what."""
    yield from _changes_of(node)
    skipped: list[object] = []
    if isinstance(node, ast.FunctionDef):
        skipped = [*node.decorator_list, node.returns, *(a.annotation for a in node.args.args)]
    elif isinstance(node, ast.ClassDef):
        skipped = list(node.decorator_list)
    elif isinstance(node, ast.AnnAssign):
        skipped = [node.annotation]
    for child in ast.iter_child_nodes(node):
        if child not in skipped and not _says_nothing(child):
            yield from _changes(child)


def _says_nothing(node: ast.AST) -> bool:
    """Whether it is there for readers and type checkers only, or its parts have no place of their own."""
    for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    return for_types or isinstance(node, ast.Assert | ast.Import | ast.ImportFrom | ast.JoinedStr | ast.Raise)


def _changes_of(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    match node:
        case ast.Compare():
            for place, sign in enumerate(node.ops):
                ops = [*node.ops[:place], COMPARISONS[type(sign)](), *node.ops[place + 1 :]]
                yield node, _with(node, ops=ops)
        case ast.BoolOp():
            yield node, f"({_with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())})"
            for place in range(len(node.values)):
                yield node, f"({_with(node, values=_without(node.values, place))})"
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node, f"({ast.unparse(node.operand)})"
        case ast.BinOp(op=ast.BitAnd()):
            yield from ((node, f"({ast.unparse(side)})") for side in (node.left, node.right))
        case ast.BinOp() | ast.AugAssign() if type(node.op) in OPERATORS:
            yield node, _with(node, op=OPERATORS[type(node.op)]())
        case ast.Constant(value=bool()):
            yield node, str(not node.value)
        case ast.Constant(value=int()):
            yield node, str(node.value + 1)
        case ast.IfExp():
            yield from ((node, f"({ast.unparse(branch)})") for branch in (node.body, node.orelse))
        case ast.GeneratorExp() | ast.ListComp() | ast.DictComp() if any(g.ifs for g in node.generators):
            yield node, _with(node, generators=[_all_of(g) for g in node.generators])
        case ast.If():
            yield from ((node.test, word) for word in ("False", "True"))
        case ast.Expr(value=ast.Call()):
            yield node, "None"
        case ast.Tuple() | ast.List() if len(node.elts) > 1 and all(_is_word(e) for e in node.elts):
            for place in range(len(node.elts)):
                yield node, _with(node, elts=_without(node.elts, place))
        case ast.MatchOr():
            yield from ((node, ast.unparse(pattern)) for pattern in node.patterns)
        case ast.Attribute() if node.attr in SWAPPED:
            yield node, _with(node, attr=SWAPPED[node.attr])
        case ast.Call(func=ast.Name()) if node.func.id in SWAPPED:
            yield node.func, SWAPPED[node.func.id]


def _with(node: ast.AST, **fields: object) -> str:
    """The text of a node with some of its parts replaced."""
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return ast.unparse(changed)


def _without(items: list[ast.expr], place: int) -> list[ast.expr]:
    return items[:place] + items[place + 1 :]


def _all_of(generator: ast.comprehension) -> ast.comprehension:
    return ast.comprehension(generator.target, generator.iter, [], generator.is_async)


def _is_word(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


class Hurried:
    """Runs tables before properties, and properties on few examples, which need not be made small when one fails."""

    def __init__(self, properties: bool) -> None:
        self.properties = properties

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        tables = [item for item in items if not hasattr(_function(item), "hypothesis")]
        properties = [item for item in items if hasattr(_function(item), "hypothesis")]
        for item in properties:
            usual = _function(item)._hypothesis_internal_use_settings
            few = min(usual.max_examples, EXAMPLES)
            phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
            hurried = hypothesis.settings(usual, max_examples=few, phases=phases, database=None, derandomize=True)
            _function(item)._hypothesis_internal_use_settings = hurried
        items[:] = tables + (properties if self.properties else [])


def _function(item: pytest.Item) -> Any:
    return getattr(item, "obj", None)


def copy_of_the_tree(folder: Path) -> None:
    """What the tests need, without what git does not keep."""
    ignored = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist")
    shutil.copytree(ROOT, folder, ignore=ignored, dirs_exist_ok=True)


def is_noticed(folder: Path, subject: str, change: Change | None, properties: bool) -> bool:
    """Whether a test of the subject fails on the copy with this change, or as it is."""
    source = (ROOT / change.path).read_bytes() if change else b""
    if change:
        (folder / change.path).write_bytes(change.made_in(source))
        Path(cache_from_source(str(folder / change.path))).unlink(missing_ok=True)
    try:
        # a fork: what is imported here need not be imported again, and nothing of the package is imported here
        arguments = folder, SUBJECTS[subject][1], change is None, properties
        process = multiprocessing.get_context("fork").Process(target=_run_tests, args=arguments)
        process.start()
        process.join()
        return process.exitcode != 0
    finally:
        if change:
            (folder / change.path).write_bytes(source)


def _run_tests(folder: Path, tests: tuple[str, ...], is_first: bool, properties: bool) -> None:
    import resource  # not on Windows, where there are no forks either

    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    os.chdir(folder)
    sys.dont_write_bytecode = not is_first  # one change must not be taken for the next of its second and size
    sys.path.insert(0, str(folder))
    output = os.open("tests.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    options = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    code = int(pytest.main([*options, *tests], plugins=[Hurried(properties)]))
    sys.stdout.flush()
    os._exit(code)


def shown(change: Change) -> str:
    """The place of a change, and the lines before and after."""
    before = (ROOT / change.path).read_bytes()
    lines = (before.decode().splitlines(), change.made_in(before).decode().splitlines())
    different = list(unified_diff(*lines, n=0, lineterm=""))[3:]
    return "\n".join([f"{change.path}:{change.line}: {change.old} -> {change.new}", *(f"    {d}" for d in different)])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=60, help="how many changes, an equal share of every subject")
    parser.add_argument("--subject", choices=SUBJECTS, action="append")
    parser.add_argument("--tables", action="store_true", help="run no properties: quicker, and more survive")
    parser.add_argument("--list", action="store_true", help="print the sample without running anything")
    chosen = parser.parse_args()
    subjects = chosen.subject or list(SUBJECTS)
    made = survived = 0
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        folder = Path(place)
        copy_of_the_tree(folder)
        for subject in subjects:
            changes = sample(subject, -(-chosen.number // len(SUBJECTS)), chosen.seed)
            if chosen.list:
                print("\n".join(map(shown, changes)))
                continue
            if is_noticed(folder, subject, None, False):
                print((folder / "tests.txt").read_text("utf-8"), f"the tests of {subject} fail as they are", sep="\n")
                return 2
            for change in changes:
                made += 1
                noticed = is_noticed(folder, subject, change, not chosen.tables)
                print("." if noticed else "S", end="", file=sys.stderr, flush=True)
                if not noticed:
                    survived += 1
                    print(shown(change), flush=True)
            print(f"{subject}: {made} changes made so far, {survived} survived", flush=True)
    print(f"{made} changes, {made - survived} noticed, {survived} survived (seed {chosen.seed})")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main())
