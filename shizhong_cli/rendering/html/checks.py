"""Checks and figures of the report page, each with links to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.rendering.pages.folded import teaches_nothing
from shizhong_cli.rendering.sentences.implied import ImpliedSpeech, implies_a_number
from shizhong_cli.rendering.sentences.names import place_text
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple


class Link(NamedTuple):
    """Where a link leads, and what it says."""

    anchor: str
    text: str


class CheckView(NamedTuple):
    """One check that is worth reading."""

    anchor: str
    name: str  # of an implied number: whose it is, and of when
    kind: str
    is_finding: bool
    formula: str
    result: str
    power: str
    figures: tuple[Link, ...]


class FigureView(NamedTuple):
    """One reported figure, with its place and its checks."""

    anchor: str
    name: str
    printed: str
    period: str
    section: str
    place: str  # file:line
    note: str
    checks: tuple[Link, ...]


class Checked(NamedTuple):
    """All that the page says of checks."""

    findings: tuple[CheckView, ...]
    powerful: tuple[CheckView, ...]
    implied: tuple[CheckView, ...]
    figures: tuple[FigureView, ...]
    of_target: Mapping[int, tuple[Link, ...]]  # by ``id`` of the figure


def checked(catalogue: Catalogue, outcomes: Sequence[Outcome], targets: Mapping[int, str], words: Words) -> Checked:
    """Views of the checks and figures; ``targets`` has the anchors of the targets on the page, by ``id``."""
    speech = ImpliedSpeech(catalogue, words)
    told = list(filter(_is_told, outcomes))
    anchors = {id(outcome): f"check-{number}" for number, outcome in enumerate(told, 1)}
    places = dict(targets) | {id(f): f"figure-{number}" for number, f in enumerate(catalogue.baselines, 1)}
    links = _links_to_checks(speech, told, anchors)

    def views(belongs: Callable[[Outcome], bool]) -> tuple[CheckView, ...]:
        return tuple(_check(speech, o, anchors[id(o)], places) for o in told if belongs(o))

    figures = tuple(_figure(speech, f, places[id(f)], links.get(id(f), ())) for f in catalogue.baselines)
    return Checked(views(_is_finding), views(_is_powerful), views(_is_implied), figures if outcomes else (), links)


def _is_told(outcome: Outcome) -> bool:
    """Whether it stands on the page: wrong, able to be wrong, or telling a number that is not printed."""
    return not teaches_nothing(outcome) and (_is_finding(outcome) or _is_powerful(outcome) or _is_implied(outcome))


def _is_finding(outcome: Outcome) -> bool:
    return outcome.is_finding


def _is_powerful(outcome: Outcome) -> bool:
    return outcome.caught > 0 and not outcome.is_finding


def _is_implied(outcome: Outcome) -> bool:
    return implies_a_number(outcome) and not _is_powerful(outcome)


def _links_to_checks(
    speech: ImpliedSpeech, outcomes: Iterable[Outcome], anchors: Mapping[int, str]
) -> dict[int, tuple[Link, ...]]:
    """The checks of every figure, by its ``id``."""
    links: dict[int, tuple[Link, ...]] = {}
    for outcome in outcomes:
        link = Link(anchors[id(outcome)], speech.words(f"kind.{outcome.check.kind}"))
        for figure in outcome.check.figures.values():
            links[id(figure)] = (*links.get(id(figure), ()), link)
    return links


def _check(speech: ImpliedSpeech, outcome: Outcome, anchor: str, places: Mapping[int, str]) -> CheckView:
    check, words = outcome.check, speech.words
    figures = {id(f): f for f in check.figures.values()}
    return CheckView(
        anchor,
        speech.subject(outcome) if _is_implied(outcome) else speech.check_name(outcome),
        words(f"kind.{check.kind}"),
        outcome.is_finding,
        speech.relation(outcome),
        speech.result(outcome) if outcome.is_finding else _said(speech, outcome),
        f"{outcome.caught}/{outcome.typos}" if outcome.typos else "",
        tuple(Link(places.get(key, ""), _named(speech, figure)) for key, figure in figures.items()),
    )


def _said(speech: ImpliedSpeech, outcome: Outcome) -> str:
    return speech.number(outcome) if implies_a_number(outcome) else speech.said(outcome)


def _named(speech: ImpliedSpeech, figure: Figure) -> str:
    return f"{speech.name_of(figure.indicator)} {speech.printed(figure)}"


def _figure(speech: ImpliedSpeech, figure: Figure, anchor: str, checks: tuple[Link, ...]) -> FigureView:
    since = f" {speech.words('show.since', since=figure.since)}" if figure.since else ""
    return FigureView(
        anchor,
        speech.name_of(figure.indicator),
        speech.printed(figure),
        f"{figure.period}{since}",
        speech.section(figure.section),
        place_text(figure.place),
        speech.words.pick(figure.note, figure.note_en),
        checks,
    )
