"""The answers of a review sheet in the files of its draft: all, or none with the cells because of which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from shizhong_cli.commands.review_answers import SHARED, Answer, shown
from shizhong_cli.commands.review_files import problems_of
from shizhong_cli.commands.review_rows import bare
from shizhong_cli.commands.review_words import ACCEPT, DROP
from shizhong_cli.problems import CannotGoOn, Problem
from shizhong_cli.rendering.sentences.names import problem_message
from shizhong_cli.tuples import NamedTuple

if TYPE_CHECKING:
    from shizhong_cli.rendering.wording import Words
    from shizhong_cli.writing.draft_indicators import Files
    from shizhong_cli.writing.draft_review import Waiting

Figures = Callable[["Files"], Mapping[str, "Waiting"]]
"""Every figure of the files, by its key."""


class _Step(NamedTuple):
    """One answer, and the lines that it wrote."""

    answer: Answer
    lines: frozenset[str]


def applied(files: Files, answers: Sequence[Answer], figures: Figures, words: Words) -> Files:
    """The files with all answers in them. Raises ``CannotGoOn`` with every answer that cannot be written."""
    answered, problems, steps = files, [], []
    for answer in sorted(answers, key=lambda it: len(it.key.rstrip("+")) - len(it.key)):  # those alike from the last on
        before, (answered, told) = answered, _with(answered, answer, figures, words)
        problems += told
        steps.append(_Step(answer, _lines(answered) - _lines(before)))
    blame = _Blame(files, steps, figures, words)
    problems += blame.of_lines(answered)
    problems = problems or list(_not_as_filled(answers, figures(files), figures(answered).values()))
    if problems:
        raise CannotGoOn(dict.fromkeys(problems))
    return answered


def _not_as_filled(
    answers: Sequence[Answer], before: Mapping[str, Waiting], after: Iterable[Waiting]
) -> Iterator[Problem]:
    """The rows that are not in the draft as they were filled in: two that each take the name of the other."""
    found = [_alike(shown(it)) for it in after]
    for answer in answers:
        if answer.action == DROP:
            continue
        own = {name: text for name, text in shown(before[answer.key]).items() if name not in SHARED}
        meant = _alike({**own, **answer.changes})
        if not any(meant.items() <= one.items() for one in found):
            column = next((name for name in SHARED if name in answer.changes), next(iter(answer.changes), "answer"))
            place, cell = answer.row.cell(column)
            yield Problem(place, "N019", answer.row.cells[column], cell)


def _alike(cells: Mapping[str, str]) -> dict[str, str]:
    """Cells with what is written in several ways in one."""
    from shizhong_cli.writing.draft_review import as_meant

    return {name: bare(as_meant(name, text)) for name, text in cells.items()}


def _with(files: Files, answer: Answer, figures: Figures, words: Words) -> tuple[Files, list[Problem]]:
    """The files with one answer in them, or as they were with what in it says nothing that can be done."""
    from shizhong_cli.writing.draft_review import CannotCorrect, accepted, corrected, dropped

    it = figures(files)[answer.key]
    if answer.action == DROP:
        return dropped(files, it, words("review.reason")), []
    if answer.action == ACCEPT:
        return accepted(files, it), []
    try:
        return corrected(files, it, answer.changes), []
    except CannotCorrect as error:
        cells = [name for name, text in answer.changes.items() if text in error.words] or list(answer.changes)[:1]
        return files, [Problem(answer.row.cell(name)[0], "N010", ", ".join(error.words)) for name in cells]


def _lines(files: Files) -> frozenset[str]:
    return frozenset((*files.baselines.splitlines(), *files.targets.splitlines()))


class _Blame(NamedTuple):
    """Finds the cells because of which files would no longer load."""

    files: Files  # without any answer
    steps: Sequence[_Step]
    figures: Figures
    words: Words

    def of_lines(self, answered: Files) -> Iterator[Problem]:
        """The cells behind every problem of the answered files, found by the lines that the answers wrote."""
        from shizhong_cli.reading.pack.places import BASELINES

        unexplained: list[Problem] = []
        for problem in problems_of(answered):
            lines = (answered.baselines if problem.place.file == BASELINES else answered.targets).splitlines()
            line = lines[problem.place.line - 1] if 0 < problem.place.line <= len(lines) else None
            steps = [step for step in self.steps if line in step.lines]
            for step in steps:
                yield from self._of_cells(step.answer, problem)
            unexplained += [] if steps else [problem]
        if unexplained:
            yield self._of_first(unexplained)

    def _of_cells(self, answer: Answer, problem: Problem) -> Iterator[Problem]:
        """The cells of a row without whose correction there would not be a problem."""
        columns = list(answer.changes)
        said = [name for name, text in answer.changes.items() if text and text == problem.found]
        if len(said) == 1:
            columns = said
        elif len(columns) > 1 and _kind(problem) in self._kinds(answer):
            columns = [name for name in columns if _kind(problem) not in self._kinds(_without(answer, name))] or columns
        places = [answer.row.cell(column)[0] for column in columns] or [answer.place]
        for place in places:
            yield Problem(place, "N010", problem_message(problem, self.words))

    def _kinds(self, *answers: Answer) -> set[tuple[str, str]]:
        """The problems of the files with these answers and no others."""
        files = self.files
        for answer in answers:
            files, _ = _with(files, answer, self.figures, self.words)
        return set(map(_kind, problems_of(files)))

    def _of_first(self, unexplained: Sequence[Problem]) -> Problem:
        """The first answer with which files no longer load, for problems of no line that an answer wrote."""
        low, high = 1, len(self.steps)
        kinds = set(map(_kind, unexplained))
        while low < high:
            middle = (low + high) // 2
            found = kinds & self._kinds(*(step.answer for step in self.steps[:middle]))
            low, high = (low, middle) if found else (middle + 1, high)
        reasons = "; ".join(dict.fromkeys(problem_message(problem, self.words) for problem in unexplained))
        return Problem(self.steps[low - 1].answer.place, "N010", reasons)


def _without(answer: Answer, column: str) -> Answer:
    """An answer with the cell of a column as it was."""
    return answer._replace(changes={name: text for name, text in answer.changes.items() if name != column})


def _kind(problem: Problem) -> tuple[str, str]:
    return str(problem.code), str(problem.found)
