"""The report as one self-contained HTML page, for a screen, a telephone and paper.

The charts are inline SVG of the template, without any script: the 55 bullets of the shipped data are 45 kB, where
plotly would bring 4.8 MB and bokeh 1.3 MB of script into the page (empty where scripts are off) and vl-convert, which
draws Vega without one, is a wheel of 33 MB; pygal is light and has no bullet chart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.period import parse_period
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, group_of
from shizhong_cli.core.progress.actuals import Actual
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.months.year_before import years_before
from shizhong_cli.core.progress.overview import (
    BY_TROUBLE,
    GOOD,
    TROUBLE,
    doubted,
    headlines,
    statement_of,
    total_of,
    undoubted,
)
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.rendering.html.bullet import bullet
from shizhong_cli.rendering.html.checks import checked
from shizhong_cli.rendering.html.environment import environment
from shizhong_cli.rendering.html.months import months_view
from shizhong_cli.rendering.html.targets import ChartView, TargetView, target_view
from shizhong_cli.rendering.pages.lights import light_counts, light_rule
from shizhong_cli.rendering.pages.standing import group_title
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.sentences.names import title_of
from shizhong_cli.rendering.sentences.numbers import percent
from shizhong_cli.rendering.sentences.periods import said
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple

METHOD = ("exact", "rates", "sums", "levels", "status", "needed", "missing", "scale")


class StatusCount(NamedTuple):
    """How many targets stand so."""

    status: Status
    word: str
    number: int


class Totals(NamedTuple):
    """Targets counted."""

    targets: int
    numbered: int
    with_data: int
    trouble: int
    good: int
    by_status: tuple[StatusCount, ...]  # of the targets with a number, in the order of trouble


class SectionView(NamedTuple):
    """A part of the report."""

    anchor: str
    title: str
    numbered: tuple[TargetView, ...]
    qualitative: tuple[TargetView, ...]
    totals: Totals


class QuestionView(NamedTuple):
    """A question raised by verification."""

    text: str
    answered: bool


class QuestionGroup(NamedTuple):
    """The questions of one rule."""

    rule: str
    questions: tuple[QuestionView, ...]


def report_html(
    catalogue: Catalogue,
    gaps: Sequence[Gap],
    questions: Iterable[Question],
    words: Words,
    as_of: date | None,
    made_on: str = "",
    outcomes: Sequence[Outcome] = (),
    came_in: Sequence[Actual] = (),
) -> str:
    """The whole page. ``as_of`` is the day it describes, ``made_on`` the day it was made, both left out when empty.

    ``came_in`` is everything that came in, for the months and the year before.
    """
    views = dict(_views(catalogue, gaps, words, as_of, came_in))
    usual, speech = _usual_period(gaps), GapSpeech(catalogue, words)
    worst = headlines(catalogue, gaps)
    on_page = {id(gap.target): views[id(gap)].anchor for gap in reversed(gaps)}
    page = {
        "checked": checked(catalogue, outcomes, on_page, words),
        "title": words("report.title", title=title_of(catalogue, words)),
        "as_of": "" if as_of is None else as_of.isoformat(),
        "is_coming": as_of is not None and "" < made_on < as_of.isoformat(),
        "made_on": made_on,
        "period": said(parse_period(usual), words) if usual else "",
        "elapsed": _elapsed_text(gaps, usual, as_of),
        "totals": _totals(gaps, words),
        "worst": [views[id(gap)] for gap in worst],
        "times": {views[id(gap)].anchor: _times(gap, gaps, words) for gap in worst},
        "doubts": [speech.doubt(actual) for actual in doubted(gaps)],
        "sections": list(_sections(catalogue, gaps, views, words)),
        "questions": _questions(catalogue, questions, words),
        "sources": list(views.values()),
        "method": [words(f"report.method.{key}") for key in METHOD],
        "band": words.pick(catalogue.band.reason, catalogue.band.reason_en),
        "legend": _legend(words),
        "months": months_view(catalogue, came_in, words),
        "lights": [line.text for line in light_counts(catalogue, gaps, words)],
        "light_rule": [line.text for line in light_rule(catalogue, words)],
    }
    return environment(words).get_template("report.html").render(page)


def _views(
    catalogue: Catalogue, gaps: Sequence[Gap], words: Words, as_of: date | None, came_in: Sequence[Actual]
) -> Iterator[tuple[int, TargetView]]:
    speech = GapSpeech(catalogue, words)
    usual = _usual_period(gaps)
    befores = years_before(catalogue, gaps, came_in)
    for number, (gap, before) in enumerate(zip(gaps, befores, strict=True), 1):
        yield id(gap), target_view(speech, gap, f"target-{number}", as_of, usual, before)


def _times(gap: Gap, gaps: Iterable[Gap], words: Words) -> str:
    """In how many places the report states a target; nothing where it is one."""
    times = sum(statement_of(other) == statement_of(gap) for other in gaps)
    return words("status.times", times=times) if times > 1 else ""


def _usual_period(gaps: Iterable[Gap]) -> str:
    """The period that most targets are of."""
    common = Counter(str(gap.target.period) for gap in gaps).most_common(1)
    return common[0][0] if common else ""


def _elapsed_text(gaps: Iterable[Gap], usual: str, as_of: date | None) -> str:
    """The share of the usual period that is over on the day of the page."""
    period = next((gap.target.period for gap in gaps if str(gap.target.period) == usual), None)
    return "" if as_of is None or period is None else percent(period.elapsed(as_of))


def _sections(
    catalogue: Catalogue, gaps: Sequence[Gap], views: dict[int, TargetView], words: Words
) -> Iterator[SectionView]:
    """The parts of the report in the order of the file."""
    for number, group in enumerate(dict.fromkeys(group_of(gap.target.section) for gap in gaps), 1):
        own = [gap for gap in gaps if group_of(gap.target.section) == group]
        numbered = tuple(views[id(gap)] for gap in own if isinstance(gap.target, Figure))
        plain = tuple(views[id(gap)] for gap in own if isinstance(gap.target, WordedTarget))
        title = group_title(catalogue, group, words)
        yield SectionView(f"section-{number}", title, numbered, plain, _totals(own, words))


def _totals(gaps: Sequence[Gap], words: Words) -> Totals:
    total = total_of("", gaps)
    counts = Counter(gap.status for gap in gaps if isinstance(gap.target, Figure))
    sure = Counter(gap.status for gap in undoubted(gaps))
    return Totals(
        total.targets,
        total.numbered,
        total.with_data,
        sum(sure[status] for status in TROUBLE),
        sum(sure[status] for status in GOOD),
        tuple(
            StatusCount(status, words(f"status.{status}"), counts[status]) for status in BY_TROUBLE if counts[status]
        ),
    )


def _questions(catalogue: Catalogue, questions: Iterable[Question], words: Words) -> list[QuestionGroup]:
    """The questions by rule, in the order they were asked; the answered ones carry their answer."""
    speech = CheckSpeech(catalogue, words)
    groups: dict[str, list[QuestionView]] = {}
    for question in questions:
        view = QuestionView(speech.question(question), bool(question.silenced))
        groups.setdefault(words(f"rule.{question.rule}"), []).append(view)
    return [QuestionGroup(rule, tuple(views)) for rule, views in groups.items()]


def _legend(words: Words) -> ChartView:
    """A chart with every part, of invented numbers."""
    target, actual, baseline, half_band = (Fraction(number) for number in (100, 62, 86, 5))
    return ChartView(bullet(target, actual, baseline, half_band, Fraction(3, 4)), words("report.legend"), "0", "")
