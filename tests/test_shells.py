"""Words of a command as a person types them."""

from __future__ import annotations

import shlex
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shizhong_cli.escapes import shells
from shizhong_cli.escapes.shells import typed_word, typed_words


@pytest.mark.parametrize(
    ("text", "posix", "windows"),
    [
        ("5.2%", "5.2%", "5.2%"),
        ("1.75万人", "1.75万人", "1.75万人"),
        ("-1.1%", "-1.1%", "-1.1%"),
        ("gdp=5%", "gdp=5%", "gdp=5%"),
        ("1,520.3亿元", "1,520.3亿元", '"1,520.3亿元"'),
        ("1450套（间）", "'1450套（间）'", '"1450套（间）"'),
        ("my figures", "'my figures'", '"my figures"'),
        ("~/a", "'~/a'", '"~/a"'),
        ("=a", "'=a'", '"=a"'),
        (r"C:\data\2026", r"'C:\data\2026'", r"C:\data\2026"),
        ("", "''", '""'),
    ],
)
def test_a_word(monkeypatch, text, posix, windows):
    monkeypatch.setattr(shells.sys, "platform", "linux")
    assert typed_word(text) == posix
    monkeypatch.setattr(shells.sys, "platform", "win32")
    assert typed_word(text) == windows


@given(st.lists(st.text(st.characters(exclude_categories=["C"]))))
def test_what_is_typed_is_read_as_it_was(texts):
    assert shlex.split(typed_words(texts)) == texts


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_real_shells_take_it_as_it_was(shell):
    if not shutil.which(shell):
        pytest.skip(f"no {shell} on this machine")
    texts = ["1.75万人", "gdp=5%", "1,520.3亿元", "1450套（间）", "my figures", "~/a", "=a", "$HOME", "超1.8万个"]
    ran = subprocess.run([shell, "-c", f"printf '%s\\n' {typed_words(texts)}"], capture_output=True, check=True)
    assert ran.stdout.decode().splitlines() == texts
