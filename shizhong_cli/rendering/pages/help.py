"""The page of ``--help``, and what is said of a command line that cannot be understood."""

from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid, Line, Sheet, Tone
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple


class Parameter(NamedTuple):
    """An argument, or an option, as the user writes it."""

    spellings: tuple[str, ...]  # --output, -o; nothing for an argument
    metavar: str = ""  # what stands for the value; nothing for a flag
    help: str = ""
    required: bool = False
    repeatable: bool = False
    choices: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """How it is written: ``--output, -o FILE``."""
        return " ".join(part for part in (", ".join(self.spellings), self.metavar) if part)

    @property
    def shortly(self) -> str:
        """How it is written with its first spelling alone: ``--output FILE``."""
        return " ".join(part for part in (*self.spellings[:1], self.metavar) if part)


class Described(NamedTuple):
    """A command: how it is called, what it takes, and the commands below it with their help."""

    path: str
    help: str = ""
    arguments: tuple[Parameter, ...] = ()
    options: tuple[Parameter, ...] = ()
    commands: tuple[tuple[str, str], ...] = ()


class Mistake(NamedTuple):
    """Why a command line cannot be understood."""

    key: str  # of the text
    path: str  # of the command
    place: str = ""
    found: str = ""
    expected: str = ""
    suggestion: str = ""


def help_sheet(command: Described, words: Words) -> Sheet:
    """How a command is used and everything it takes."""
    usage = words("usage.line", usage=usage_of(command, words))
    blocks: list[Line | Grid] = [Line(usage), Line(""), Line(command.help)]
    for heading, rows in (
        (words("usage.arguments"), [(one.written, _meaning(one, words)) for one in command.arguments]),
        (words("usage.options"), [(one.written, _meaning(one, words)) for one in command.options]),
        (words("usage.commands"), list(command.commands)),
    ):
        if rows:
            columns = (Column(heading, narrowest=_WRITTEN), Column(words("usage.meaning")))
            blocks += [Line(""), Grid(columns, tuple((Cell(name, Tone.STRONG), Cell(text)) for name, text in rows))]
    if command.commands:
        blocks += [Line(""), Line(words("next.settings"), Tone.FAINT), Line(words("next.help"), Tone.FAINT)]
    return tuple(blocks)


_WRITTEN = 27  # cells for --profile [ID=]Q1,Q2,Q3,Q4


def usage_of(command: Described, words: Words) -> str:
    """The command with what it must be given, and signs for what it can be given."""
    parts = [command.path]
    parts += [_by_place(one) for one in command.arguments]
    parts += [one.shortly for one in command.options if one.required]
    parts += [words("usage.any_option")]
    return " ".join(parts + ([words("usage.any_command")] if command.commands else []))


def _by_place(one: Parameter) -> str:
    """An argument with signs for one that need not be given, and for one that can be given again."""
    written = f"{one.metavar} …" if one.repeatable else one.metavar
    return written if one.required else f"[{written}]"


def _meaning(one: Parameter, words: Words) -> str:
    """Whether a parameter must be given, its help, which values it takes, and whether it can be given again."""
    sentences = (
        words("usage.required") if one.required else "",
        one.help,
        words("usage.choices", choices=", ".join(one.choices)) if one.choices else "",
        words("usage.repeatable") if one.repeatable else "",
    )
    return words.pick("", " ").join(filter(None, sentences))


def mistake_lines(mistake: Mistake, words: Words) -> list[str]:
    """What is wrong with a command line, what was meant perhaps, and where to read on."""
    text = words(mistake.key, place=mistake.place, found=mistake.found, expected=mistake.expected)
    lines = [words("usage.error", text=text)]
    if mistake.suggestion:
        lines.append(words("problem.suggest", suggestion=mistake.suggestion))
    example = EXAMPLES.get(mistake.path.rpartition(" ")[2])
    if example and mistake.key.startswith("usage.missing"):
        lines.append(words("usage.example", command=f"shizhong {example}"))
    return [*lines, words("usage.see", command=mistake.path)]


EXAMPLES = {
    "gap": "gap gdp 5.2%",
    "show": "show gdp",
    "record": "record gdp 5.3% --as-of 2026-09",
    "template": "template --output actuals.xlsx",
    "report": "report --output page.html",
    "scan": "scan report.txt",
    "coverage": "coverage report.txt",
    "draft": "draft report.txt --output mine",
    "rollover": "rollover --output next",
    "settle": "settle LAST THIS",
    "init": "init mine",
    "edit": "edit gdp",
    "assign": "assign bodies.csv",
    "schema": "schema targets",
    "convert": "convert 1600亩 公顷",
}
"""One way to type each command that cannot do anything without more."""
