"""Data moves one way: core knows nothing of the outside, reading and rendering do not know each other."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from running import ROOT

PACKAGE = ROOT / "shizhong_cli"
MODULES = sorted(PACKAGE.rglob("*.py"))
LIBRARIES = {
    "quicktions": "core/figure/exact.py",
    # the interface for Python gives the standard ones, pint is given them
    "fractions": ("core/figure/exact.py", "results/", "frames/records.py", "reading/conversion.py"),
    "yaml": "reading/pack/located.py",
    "pint": "reading/conversion.py",
    "rich": "rendering/formats/terminal.py",
    "pandas": ("frames/", "api.py"),
    "pyarrow": "rendering/formats/parquet.py",
    "openpyxl": ("rendering/formats/workbook", "reading/actuals/workbook.py"),
    "jinja2": "rendering/html/environment.py",
    "filelock": "writing/locking.py",
    "docx": "reading/report/word_files.py",
    "pypinyin": "reading/pinyin.py",
    "opencc": "reading/simplified.py",
    "pypdfium2": "reading/report/pdf_process.py",
    "typer": ("cli.py", "commands/"),
}
"""The module that a library comes in by, or the beginnings of several."""
HEAVY = ("pyarrow", "pandas", "numpy", "pint", "pydantic", "openpyxl", "jinja2", "filelock", "pypinyin", "opencc")
"""What a command loads only where it has work for it."""


FOUNDATION = ("problems", "causes", "escapes")
EVERYWHERE = ("tuples",)
"""What every room may import."""
CORE = (
    "core.figure", "core.pack", "core.checking", "core.progress", "core.progress.answering", "core.progress.pace",
    "core.progress.settling", "core.progress.months", "core.report", "core.report.drafting",
)  # fmt: skip
INPUT = ("reading", "reading.pack", "reading.actuals", "reading.report")
MAY_IMPORT = {
    "tuples": (),
    "problems": (),
    "causes": (),
    "escapes": (),
    "ending": (),
    "streams": ("problems", "causes"),
    "paging": ("streams",),
    "core.figure": (),
    "core.pack": ("core.figure", "problems"),
    "core.checking": ("core.figure", "core.pack", "problems"),
    "core.progress": ("core.figure", "core.pack", "core.progress.answering", "core.progress.pace", "problems"),
    "core.progress.answering": ("core.figure", "core.pack", "core.progress"),
    "core.progress.pace": ("core.figure", "core.pack", "core.progress"),
    "core.progress.settling": ("core.figure", "core.pack", "core.progress", "problems"),
    "core.progress.months": ("core.figure", "core.pack", "core.progress", "core.progress.answering"),
    "core.report": ("core.figure", "core.pack", "core.report.scanning", "escapes", "problems"),
    "core.report.drafting": ("core.figure", "core.pack", "core.report", "core.report.scanning", "escapes"),
    "core.report.scanning": ("core.figure", "core.pack"),
    "reading": ("core.figure", "core.pack", *FOUNDATION),
    "reading.pack": (
        "reading", "reading.pack.slips", "core.figure", "core.pack", "core.checking", "core.progress", *FOUNDATION,
    ),
    "reading.pack.slips": ("problems",),
    "reading.actuals": ("reading", "core.figure", "core.pack", "core.progress", *FOUNDATION),
    "reading.report": ("reading", "core.figure", "core.pack", "core.report", "core.report.scanning", *FOUNDATION),
    "rendering.texts": (),
    "rendering": ("rendering.texts", "escapes"),  # wording
    "rendering.sentences": ("rendering", "rendering.texts", *CORE, *FOUNDATION),
    "rendering.pages": ("rendering", "rendering.sentences", *CORE, "core.report.scanning", *FOUNDATION),
    "rendering.formats": (
        "rendering", "rendering.texts", "rendering.sentences", "rendering.pages", *CORE, *FOUNDATION, "version",
    ),
    "rendering.html": ("rendering", "rendering.sentences", "rendering.pages", *CORE, *FOUNDATION),
    "writing": (*CORE, *INPUT, *FOUNDATION, "ending"),
    "commands": (
        *CORE, "core.report.scanning", *INPUT, "writing", *FOUNDATION, "streams", "paging", "ending",
        "rendering", "rendering.sentences", "rendering.pages", "rendering.formats", "rendering.html",
    ),
    "cli": (
        "commands", "reading", *FOUNDATION, "streams", "paging", "version",
        "rendering", "rendering.sentences", "rendering.pages", "rendering.formats",
    ),
    "__main__": ("cli", "ending"),
    "hook": (),
    "arguments": (),
    "results": ("core.figure",),
    "loading": ("arguments", "core.checking", "core.pack", "reading.pack"),
    "frames": (
        "arguments", "results", *CORE, "reading", "reading.pack", "reading.actuals", *FOUNDATION,
        "rendering", "rendering.sentences", "rendering.formats",
    ),
    "api": (
        "arguments", "results", "frames", "loading", *CORE, "core.report.scanning", *INPUT, *FOUNDATION,
        "rendering", "rendering.sentences", "rendering.formats",
    ),
}  # fmt: skip
"""The contract: what the modules of each room may import of ours, besides their own room; lazily or for types alike."""


@cache
def imports_of(path: Path) -> frozenset[str]:
    return frozenset(imports_in(path.read_text(encoding="utf-8"), str(path)))


def imports_in(source: str, name: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: relative import"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def inside(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def dotted(path: Path) -> str:
    """The name by which a module is imported, without that of the package."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").strip(".")


NAMES = {dotted(path): path for path in MODULES}


def ours(imports: Iterable[str]) -> set[str]:
    """The modules of this package among what is imported, without its name; ``version`` for a name of the package."""
    found = set()
    for name in imports:
        if name.startswith("shizhong_cli.") and (inner := name.removeprefix("shizhong_cli.")):
            found.add("version" if inner == "__version__" else inner)
    return {name for name in found if name in NAMES or name == "version"}


def room_of(module: str) -> str:
    """The room that a module is in: its folder, or itself where it lies at the top."""
    path = NAMES.get(module)
    if path is not None and path.name == "__init__.py":
        return module
    return module.rpartition(".")[0] or module


def breaches(module: str, imports: Iterable[str]) -> list[str]:
    """The imports of a module that the contract does not know."""
    room = room_of(module)
    return [
        f"{module} imports {name}"
        for name in sorted(ours(imports))
        if room_of(name) not in (room, *EVERYWHERE, *MAY_IMPORT[room])
    ]


def test_every_import_is_in_the_contract():
    modules = [path for path in MODULES if path != PACKAGE / "__init__.py"]
    assert [breach for path in modules for breach in breaches(dotted(path), imports_of(path))] == []


@pytest.mark.parametrize(
    ("module", "line", "breach"),
    [
        ("core.figure.units", "from shizhong_cli.core.pack.model import Figure", "core.pack.model"),
        ("core.checking.judging", "def f():\n    from shizhong_cli.core.progress import gap", "core.progress.gap"),
        ("core.pack.model", "if TYPE_CHECKING:\n    import shizhong_cli.reading.values", "reading.values"),
        ("reading.dates", "from shizhong_cli.rendering.wording import Words", "rendering.wording"),
        ("rendering.pages.status", "from shizhong_cli.rendering.formats import terminal", "rendering.formats.terminal"),
        ("writing.files", "from shizhong_cli import cli", "cli"),
    ],
)
def test_a_wrong_import_is_named(module, line, breach):
    """The contract can fail: an import against it is named, inside a function and for types as well."""
    assert f"{module} imports {breach}" in breaches(module, imports_in(line, module))


def test_named_tuples_are_made_in_one_way():
    """Those of ``typing`` take three times as long to make; a script that knows nothing of the rest may have them."""
    own = [module for module, path in NAMES.items() if "typing.NamedTuple" in imports_of(path)]
    assert own == ["reading.report.pdf_process", "tuples"]


def test_every_room_is_in_the_contract():
    assert {room_of(module) for module in NAMES if module} - {"core", "version"} == set(MAY_IMPORT)
    assert {name for allowed in MAY_IMPORT.values() for name in allowed} <= {*MAY_IMPORT, "version"}


def circles(imported: dict[str, set[str]]) -> list[list[str]]:
    """Modules that import each other, by whatever way round."""
    order = TopologicalSorter(imported)
    try:
        order.prepare()
    except CycleError as error:
        return [error.args[1]]
    return []


def test_no_two_modules_import_each_other():
    """By whatever way round, and for whatever reason: inside a function, for types."""
    assert circles({m: ours(imports_of(path)) - {m, "version"} for m, path in NAMES.items() if m}) == []


def test_a_circle_is_named():
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == [["a", "c", "b", "a"]]


def test_core_uses_the_standard_library_and_one_of_exact_numbers():
    known = {"shizhong_cli", "quicktions", *sys.stdlib_module_names}
    used = {(inside(path), name.split(".")[0]) for path in MODULES for name in imports_of(path) if name}
    assert {(path, root) for path, root in used if path.startswith("core/") and root not in known} == set()


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_library_has_one_door(library):
    users = {inside(p) for p in MODULES if any(n == library or n.startswith(f"{library}.") for n in imports_of(p))}
    assert users
    assert not [user for user in users if not user.startswith(LIBRARIES[library])]


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["--version"], (*HEAVY, "typer", "yaml", "rich", "shizhong_cli.core.pack.model")),
        (["--help"], (*HEAVY, "typer", "yaml", "shizhong_cli.core.pack.model")),
        (["status"], HEAVY),
        (["gap", "--indicator", "gdp", "--actual", "5.2%"], HEAVY),
        (["show", "gdp"], HEAVY),
        (["export", "--format", "json"], (*HEAVY, "rich")),
        (["verify-baselines"], HEAVY),
        (["export", "--format", "csv"], (*HEAVY, "rich")),
        (
            ["gap", "--indicator", "foreign_capital_used", "--actual", "8亿元", "--rate", "1美元=7.1元@2026-09-30"],
            HEAVY,
        ),
        (["scan", "LICENSE"], (*HEAVY, "yaml", "docx", "pypdfium2")),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_imports_are_paid_for_when_used(arguments, never):
    assert imported(arguments, never) == []


def test_a_workbook_is_opened_by_openpyxl_itself(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for row in (("indicator", "as_of", "figure"), ("gdp", "2026-09-30", "5.2%")):
        book.active.append(row)
    book.save(tmp_path / "actuals.xlsx")
    asked = ["gap", "--indicator", "gdp", "--actuals", str(tmp_path / "actuals.xlsx")]
    found = imported(asked, HEAVY)  # openpyxl itself looks for numpy
    assert ("openpyxl" in found, "pandas" in found) == (True, False)


def imported(arguments, among):
    code = (
        "import sys; from shizhong_cli.cli import main\n"
        f"sys.argv = ['shizhong', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print('IMPORTED', *[n for n in {among!r} if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    word, *names = done.stdout.splitlines()[-1].split()
    assert word == "IMPORTED"
    return names
