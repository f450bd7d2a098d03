"""Data moves one way: core knows nothing of the outside, reading and rendering do not know each other."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT

PACKAGE = ROOT / "shizhong_cli"
MODULES = sorted(PACKAGE.rglob("*.py"))
LIBRARIES = {
    "yaml": "reading/pack/located.py",
    "pint": "reading/conversion.py",
    "rich": "rendering/formats/terminal.py",
    "pandas": ("rendering/formats/text.py", "reading/actuals/workbook.py"),
    "openpyxl": ("rendering/formats/workbook.py", "reading/actuals/workbook.py"),
    "jinja2": "rendering/html/page.py",
    "filelock": "writing/ledger.py",
    "docx": "reading/report/word_files.py",
    "pypdfium2": "reading/report/pdf_process.py",
    "typer": ("cli.py", "commands/"),
}
"""The module that a library comes in by, or the beginnings of several."""
OUTER = ("shizhong_cli.commands", "shizhong_cli.cli")


HEAVY = ("pandas", "numpy", "pint", "pydantic", "openpyxl", "jinja2", "filelock")
"""What a command loads only where it has work for it."""


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def inside(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=inside)
def test_layers(path):
    ours = {name for name in imports_of(path) if name.startswith("shizhong_cli.")}
    forbidden = {
        "core": ("shizhong_cli.reading", "shizhong_cli.rendering", "shizhong_cli.writing", *OUTER),
        "reading": ("shizhong_cli.rendering", "shizhong_cli.writing", *OUTER),
        "rendering": ("shizhong_cli.reading", "shizhong_cli.writing", *OUTER),
        "writing": ("shizhong_cli.rendering", *OUTER),
    }.get(inside(path).split("/")[0], ())
    assert not [name for name in ours if name.startswith(forbidden)] or not forbidden


@pytest.mark.parametrize("path", [m for m in MODULES if inside(m).startswith("core/")], ids=inside)
def test_core_uses_the_standard_library_alone(path):
    roots = {name.split(".")[0] for name in imports_of(path) if name} - {"shizhong_cli"}
    assert roots <= set(sys.stdlib_module_names)


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
        (["scan", "LICENSE"], (*HEAVY, "yaml", "docx", "pypdfium2")),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_imports_are_paid_for_when_used(arguments, never):
    code = (
        "import sys; from shizhong_cli.cli import main\n"
        f"sys.argv = ['shizhong', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print('IMPORTED', [n for n in {never!r} if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "IMPORTED []"
