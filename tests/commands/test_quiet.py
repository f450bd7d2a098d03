"""A quiet run prints results: what to do next is talk, and left out with the rest of it."""

from __future__ import annotations

import pytest
from running import run


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "command",
    [
        ("status",),
        ("gap", "gdp", "5.2%", "--as-of", "2026-06"),
        ("show", "gdp"),
        ("verify-baselines",),
        ("scan", "text.txt"),
        ("record", "gdp", "5.2%", "--as-of", "2026-06", "--actuals", "l.csv"),
    ],
    ids=lambda command: command[0],
)
def test_what_to_do_next_is_not_said_in_a_quiet_run(tmp_path, command, language):
    asked = "接着可以输入" if language == "zh" else "Next: "
    (tmp_path / "text.txt").write_text("全区新增企业120家。", "utf-8")
    told, quiet = (run(*command, "--lang", language, *more, cwd=tmp_path) for more in ((), ("--quiet",)))
    assert asked in told.out
    assert asked not in quiet.out + quiet.err
    assert quiet.err == ""
    if command[0] != "record":  # the second figure takes the place of the first
        assert told.out.startswith(quiet.out.rstrip())
