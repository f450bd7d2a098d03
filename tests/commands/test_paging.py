"""Long pages go through a pager on a terminal, and nowhere else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from running import ROOT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo terminal")

PAGER = """
import os, pathlib, sys
text = sys.stdin.buffer.read({many})
pathlib.Path({said!r}).write_bytes(text)
print("THE PAGER", os.environ.get("LESS"), flush=True)
"""


def on_a_terminal(
    folder: Path, *arguments: str, lines: int = 20, columns: int = 80, **environment: str
) -> tuple[int, str]:
    """The exit code and what a terminal shows."""
    import pty
    import struct
    import subprocess
    import termios
    from fcntl import ioctl

    here, there = pty.openpty()
    ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if not name.endswith("PAGER") and name != "LESS"}
    given = kept | {"TERM": "xterm", "SHIZHONG_LANG": "zh", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    given |= {"XDG_CONFIG_HOME": os.devnull, **environment}
    for name in ("COLUMNS", "LINES", "NO_COLOR", "SHIZHONG_DATA"):
        given.pop(name, None)
    command = [sys.executable, "-c", "from shizhong_cli.__main__ import main; main()", *arguments]
    process = subprocess.Popen(command, stdout=there, stderr=subprocess.DEVNULL, stdin=there, env=given, cwd=folder)
    os.close(there)
    shown = b""
    while True:
        try:
            part = os.read(here, 65536)
        except OSError:  # the last one who wrote has gone
            break
        if not part:
            break
        shown += part
    os.close(here)
    return process.wait(60), shown.decode("utf-8", "replace")


@pytest.fixture
def pager(tmp_path):
    """A pager that keeps what it was shown, and what it was told."""
    script = tmp_path / "pager.py"
    script.write_text(PAGER.format(many="", said=str(tmp_path / "said")), encoding="utf-8")
    return f"{sys.executable} {script}"


def paged(folder: Path) -> str | None:
    said = folder / "said"
    return said.read_text(encoding="utf-8") if said.exists() else None


@pytest.mark.parametrize("named", ["PAGER", "SHIZHONG_PAGER"])
def test_a_long_page_is_handed_to_the_pager_as_it_is_drawn(tmp_path, pager, named):
    code, shown = on_a_terminal(tmp_path, "status", **{named: pager})
    text = paged(tmp_path)
    assert (code, "THE PAGER FRX" in shown) == (0, True)
    assert text is not None
    assert "主要预期目标" in text
    assert "\x1b[1m" in text  # in colour, as on the terminal itself
    assert "主要预期目标" not in shown


def test_a_page_that_fits_is_not_paged(tmp_path, pager):
    code, shown = on_a_terminal(tmp_path, "status", lines=500, PAGER=pager)
    assert (code, paged(tmp_path)) == (0, None)
    assert "主要预期目标" in shown


OFF = {
    "no-pager": (["--no-pager"], {}),
    "cat": ([], {"PAGER": "cat"}),
    "empty": ([], {"PAGER": ""}),
    "own one first": ([], {"SHIZHONG_PAGER": "cat"}),
    "a terminal that can do nothing": ([], {"TERM": "dumb"}),
    "none of that name": ([], {"PAGER": "no-such-pager-here -R"}),
    "not a command": ([], {"PAGER": "'"}),
    "one that fails at once": ([], {"PAGER": "false"}),
}


@pytest.mark.parametrize("name", OFF)
def test_where_none_is_wanted_or_none_is_there(tmp_path, pager, name):
    arguments, environment = OFF[name]
    code, shown = on_a_terminal(tmp_path, "status", *arguments, **{"PAGER": pager, **environment})
    assert (code, paged(tmp_path)) == (0, None)
    assert "主要预期目标" in shown


@pytest.mark.parametrize(("setting", "is_paged"), [("no", False), ("yes", True)])
def test_a_file_of_settings_can_switch_it_off_and_name_none(tmp_path, pager, setting, is_paged):
    (tmp_path / "shizhong.toml").write_text(f'pager = "{setting}"\n', encoding="utf-8")
    on_a_terminal(tmp_path, "status", PAGER=pager)
    assert (paged(tmp_path) is not None) == is_paged


def test_no_command_comes_out_of_a_file_of_settings(tmp_path):
    (tmp_path / "shizhong.toml").write_text('pager = "touch said"\n', encoding="utf-8")
    code, _ = on_a_terminal(tmp_path, "status")
    assert (code, paged(tmp_path)) == (2, None)


@pytest.mark.parametrize("command", [["status", "--format", "json"], ["status", "--output", "out.csv"]])
def test_what_programs_read_is_not_paged(tmp_path, pager, command):
    assert on_a_terminal(tmp_path, *command, PAGER=pager)[0] == 0
    assert paged(tmp_path) is None


def test_whoever_leaves_early_gets_the_exit_code_of_the_command(tmp_path):
    """A pager that ends at once; a finding is still one."""
    (tmp_path / "short.py").write_text("import sys; sys.stdin.buffer.read(1)", encoding="utf-8")
    pager = f"{sys.executable} {tmp_path / 'short.py'}"
    command = ["status", "--actual", "gdp=4%", "--as-of", "2026-09", "--fail-on", "behind"]
    assert on_a_terminal(tmp_path, *command, lines=5, PAGER=pager)[0] == 1
