"""What the pages about many targets share: summaries, names of parts, and what has to be said below the rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.overview import BY_TROUBLE, doubted, total_of, undoubted
from shizhong_cli.core.progress.terms import Reason, Status
from shizhong_cli.rendering.pages.sheet import Line, Tone
from shizhong_cli.rendering.sentences.gaps import GapSpeech
from shizhong_cli.rendering.sentences.names import counts_text
from shizhong_cli.rendering.wording import Words

STATUS_TONES = {
    Status.MET: Tone.GOOD,
    Status.ON_TRACK: Tone.GOOD,
    Status.WITHIN_BAND: Tone.WARN,
    Status.BEHIND: Tone.WARN,
    Status.UNDECIDED: Tone.WARN,
    Status.MISSED: Tone.BAD,
    Status.NOT_COMPARABLE: Tone.WARN,
    Status.NO_DATA: Tone.FAINT,
    Status.NOT_QUANTIFIED: Tone.FAINT,
}
"""How a status strikes the eye."""

STANDING = [status for status in BY_TROUBLE if status not in (Status.NO_DATA, Status.NOT_QUANTIFIED)]
"""The statuses that are counted in columns, in the order of trouble."""


def status_summary(gaps: Sequence[Gap], words: Words) -> str:
    """How many targets, how many with data, and where they stand."""
    total = total_of("", gaps)
    if not total.with_data:
        came_in = any(gap.actual is not None for gap in gaps)
        key = "status.summary.none_answers" if came_in else "status.summary.none"
        return words(key, total=total.targets, numbered=total.numbered)
    sure = total_of("", undoubted(gaps))
    return words(
        "status.summary", total=total.targets, numbered=total.numbered, with_data=total.with_data,
        counts=_counts(sure.standing, total.with_data - sure.with_data, words),
    )  # fmt: skip


def _counts(standing: Counter[Status], in_doubt: int, words: Words) -> str:
    """How many stand where, by figures that are not doubted, and how many are."""
    counts = [(words(f"status.{status}"), standing[status]) for status in STANDING]
    counts.append((words("doubt.count"), in_doubt))
    return counts_text(counts, words)


def status_text(speech: GapSpeech, gap: Gap) -> str:
    """Where a target stands; on a condition where a figure without a day was taken for that of the whole period."""
    status = speech.words(f"status.{gap.status}")
    return speech.words("gap.if_whole", status=status) if gap.reason is Reason.WHOLE_PERIOD else status


def doubt_lines(speech: GapSpeech, gaps: Iterable[Gap]) -> list[Line]:
    """Which figures may be slips, and how to confirm them."""
    lines = [Line(speech.doubt(actual), Tone.WARN) for actual in doubted(gaps)]
    return [*lines, Line(speech.words("doubt.confirm"), Tone.FAINT)] if lines else []


def fallen(speech: GapSpeech, gaps: Sequence[Gap]) -> list[Line]:
    """What fell where growth was asked for in words."""
    return [
        Line(
            speech.words(
                "status.fell", name=speech.name_of(gap.target.indicator), reason=speech.reason(gap.reason, gap)
            ),
            Tone.BAD,
        )
        for gap in gaps
        if gap.reason is Reason.BELOW_LAST_YEAR
    ]


def years_ahead(speech: GapSpeech, gap: Gap) -> str:
    """The period of a target that lies beyond the first year of targets."""
    later = gap.target.period.first.year > speech.catalogue.first_target_year
    return f" ({gap.target.period})" if later else ""


def group_title(catalogue: Catalogue, group: str, words: Words, brief: bool = False) -> str:
    """What a larger part of the report is called, or its first clause; what is no section is its own name."""
    section = catalogue.sections.get(group)
    if section is None:
        return group
    own = group.split("/")[-1]
    name = words.pick(section.name, section.name_en)
    if brief:
        name = name.split("，")[0]
    if words.language == "en" or own in name:
        return name
    between = "、" if _NUMERAL.fullmatch(own) else "" if own.endswith(("）", ")", "、")) else " "
    return f"{own}{between}{name}"


_NUMERAL = re.compile("[一二三四五六七八九十]+")
"""A path of a section that is the number of its heading alone."""
