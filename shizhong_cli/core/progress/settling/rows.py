"""Settled promises as rows of plain text, the same for every machine-readable format."""

from __future__ import annotations

from shizhong_cli.core.figure.exact import Fraction, exact_text
from shizhong_cli.core.figure.interval import Interval
from shizhong_cli.core.pack.model import Catalogue, Figure, Target
from shizhong_cli.core.pack.partners import Partner
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.progress.distance import difference_unit
from shizhong_cli.core.progress.settling.promises import Promise, Settlement
from shizhong_cli.core.progress.settling.record import Record
from shizhong_cli.core.progress.settling.terms import Kept, Why


def promise_row(last: Catalogue, promise: Promise) -> Row:
    """One promise."""
    target = promise.target
    indicator = last.indicators[target.indicator]
    return {
        "indicator": indicator.id,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "measure": target.measure.value if target.measure else None,
        "period": str(target.period),
        "target": target.printed,
        **_target_row(target),
        **_result_row(promise),
        "gap": exact_text(promise.gap.gap) if promise.gap and promise.answer else None,
        "gap_unit": difference_unit(target) or None,
        "status": promise.kept.value,
        "reason": reason_of(promise),
        "repeated": promise.repeated.printed if promise.repeated else None,
        "word_for_word": promise.is_word_for_word if promise.repeated else None,
        **_partner_row(promise.partner),
        "guessed": list(dict.fromkeys((*target.guessed, *(promise.result.guessed if promise.result else ())))),
        "file": target.place.file,
        "line": target.place.line,
        **_places_row(promise),
    }


def _target_row(target: Target) -> Row:
    """The number promised."""
    number = target if isinstance(target, Figure) else None
    return {
        "target_value": exact_text(number.written.value) if number and not number.written.ends else None,
        "unit": number.written.unit if number else None,
        "adjusted_from": (number.adjusted_from or None) if number else None,
        "binding": target.binding.value if target.binding else None,
    }


def _partner_row(partner: Partner | None) -> Row:
    """How the two indicators were matched."""
    return {
        "matched_by": partner.by.value if partner else None,
        "sure": partner.sure.value if partner and partner.sure else None,
    }


def _result_row(promise: Promise) -> Row:
    """What the next report says of it."""
    result, answer = promise.result, promise.answer
    values = answer.values if answer and answer.written is None and not answer.values.is_point else None
    return {
        "result": result.printed if result else None,
        "result_value": exact_text(_value(promise)),
        **_ends("result", values),
        "result_measure": result.measure.value if result else None,
        "result_period": str(result.period) if result else None,
        "how": answer.how.value if answer else None,
        "worked_out_with": [figure.printed for figure in answer.others] if answer else [],
        "result_words": (promise.mention.words or None) if promise.mention else None,
    }


def _value(promise: Promise) -> Fraction | None:
    """The number that was set against the target, in its unit; nothing for one that is not known to a point."""
    return promise.gap.value if promise.gap and promise.answer else None


def _ends(name: str, values: Interval | None) -> Row:
    low, high = (values.low, values.high) if values else (None, None)
    return {f"{name}_low": exact_text(low), f"{name}_high": exact_text(high)}


def _places_row(promise: Promise) -> Row:
    """Where the result and the new promise stand."""
    place = promise.result.place if promise.result else promise.mention.place if promise.mention else None
    again = promise.repeated.place if promise.repeated else None
    return {
        "result_indicator": promise.partner.this if promise.partner else None,
        "result_file": place.file if place else None,
        "result_line": place.line if place else None,
        "repeated_file": again.file if again else None,
        "repeated_line": again.line if again else None,
    }


def reason_of(promise: Promise) -> str | None:
    """Why it is not settled."""
    reason = promise.why or promise.reason
    return reason.value if reason else None


def figure_told(figure: Figure) -> Row:
    """A figure of the later report that no promise was made of."""
    return {
        "indicator": figure.indicator,
        "measure": figure.measure.value,
        "period": str(figure.period),
        "figure": figure.printed,
        "file": figure.place.file,
        "line": figure.place.line,
    }


def summary_row(settlement: Settlement) -> Row:
    """How many promises came to what; the ends add up to all of them."""
    promises = settlement.promises
    return {
        "promises": len(promises),
        "statuses": {kept.value: settlement.number(kept) for kept in Kept},
        "in_words": sum(promise.why is Why.WORD_ONLY for promise in promises),
        "repeated": sum(promise.repeated is not None for promise in promises),
        "word_for_word": sum(promise.is_word_for_word for promise in promises),
        "matched_by_guess": sum(bool(promise.partner and promise.partner.sure) for promise in promises),
        "unmatched": len(settlement.unmatched),
    }


def record_row(record: Record) -> Row:
    """One indicator through the years."""
    return {
        "indicator": record.indicator.id,
        "name": record.indicator.name,
        "name_en": record.indicator.name_en,
        "measure": record.measure.value if record.measure else None,
        "met": record.number(Kept.MET),
        "within_band": record.number(Kept.WITHIN_BAND),
        "missed": record.number(Kept.MISSED),
        "not_settled": record.not_settled,
        "mean_gap": exact_text(record.mean_gap),
        "gap_unit": record.gap_unit or None,
        "years": [
            {
                "period": str(promise.target.period),
                "target": promise.target.printed,
                "result": promise.result.printed if promise.result else None,
                "gap": exact_text(promise.gap.gap) if promise.gap and promise.answer else None,
                "status": promise.kept.value,
                "reason": reason_of(promise),
            }
            for promise in record.years
        ],
    }
