"""Exact numbers by either library: the same values, the same output."""

from __future__ import annotations

import fractions
import subprocess
import sys
from importlib.util import find_spec

import pytest

from shizhong_cli.core.figure.exact import exact_number, exact_text

WITHOUT = "import sys; sys.modules['quicktions'] = None"
RUN = "from shizhong_cli.cli import main; import sys; sys.argv = ['shizhong', *{arguments!r}]; main()"
LIBRARY = "from shizhong_cli.core.figure.exact import Fraction; print(Fraction.__module__)"


def output(*lines: str) -> bytes:
    return subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, check=False).stdout


def test_what_is_not_installed_is_not_needed():
    assert output(WITHOUT, LIBRARY).split() == [b"fractions"]


@pytest.mark.skipif(find_spec("quicktions") is None, reason="there is no second library on this machine")
@pytest.mark.parametrize(
    "arguments",
    [
        ["verify-baselines", "--format", "json"],
        ["verify-baselines", "--format", "csv", "--lang", "en"],
        ["status", "--format", "json", "--as-of", "2026-09-30"],
        ["gap", "--indicator", "gdp", "--actual", "5.2%", "--as-of", "2026-09-30", "--explain"],
        ["export", "--format", "json"],
    ],
    ids=" ".join,
)
def test_both_libraries_write_the_same(arguments):
    run = RUN.format(arguments=arguments)
    with_it, without = output(run), output(WITHOUT, run)
    assert with_it
    assert with_it == without


@pytest.mark.parametrize("number", ["1/3", "-12.50", "-0.5", "0", "123456789012345678901234567890/7"])
def test_a_number_of_either_library_is_the_same_number(number):
    ours, standard = exact_number(number), fractions.Fraction(number)
    assert (ours == standard, hash(ours), str(ours)) == (True, hash(standard), str(standard))
    assert ours + standard == 2 * ours


@pytest.mark.parametrize(("number", "text"), [("1/8", "0.125"), ("-7/5", "-1.4"), ("1/3", "1/3"), ("12", "12")])
def test_a_decimal_that_ends_is_written_as_one(number, text):
    assert exact_text(exact_number(number)) == text


@pytest.mark.parametrize("text", ["", "x", "1/0", "1.2.3", "1/2/3", "1/x"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises((ValueError, ZeroDivisionError)):
        exact_number(text)
