"""What a pack declares beside its figures, as rows: one a declaration, ``role`` says of which kind."""

from __future__ import annotations

from collections.abc import Iterator

from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.units import BUILT_IN, Unit
from shizhong_cli.core.pack.declared import DeclaredCheck, Exclusion, Silence
from shizhong_cli.core.pack.model import Band, Catalogue, Section
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.core.pack.whole_rows import attributes_row, flow_text


def declared_rows(catalogue: Catalogue) -> list[Row]:
    """Head, sections, units, conventions, indicators without a figure, checks and the rest, in the order of the files.

    Every row holds the keys that its entry has in the file; texts as they are read, nested ones as in the file.
    """
    return list(map(_filled, _rows(catalogue)))


def _filled(row: Row) -> Row:
    return {key: value for key, value in row.items() if value is not None}


def _rows(catalogue: Catalogue) -> Iterator[Row]:
    if catalogue.title or catalogue.title_en:
        yield {"role": "report", "title": catalogue.title or None, "title_en": catalogue.title_en or None}
    yield from map(_section_row, catalogue.sections.values())
    yield from (_unit_row(symbol, unit) for symbol, unit in catalogue.units.items() if BUILT_IN.get(symbol) != unit)
    if catalogue.band != Band():
        yield _band_row(catalogue.band)
    yield from _bare_indicators(catalogue)
    yield from map(_check_row, catalogue.checks)
    yield from map(_silence_row, catalogue.silences)
    yield from (_profile_row(id, profile) for id, profile in catalogue.profiles.items())
    for rate in catalogue.rates:
        yield {"role": "rate", "rate": rate.text, "date": str(rate.date), "source": rate.source or None}
    yield from map(_exclusion_row, catalogue.exclusions)


def _section_row(section: Section) -> Row:
    names = {"name": section.name, "name_en": section.name_en, "begins": section.begins or None}
    return {"role": "section", "id": section.path, **names}


def _exclusion_row(one: Exclusion) -> Row:
    reasons = {"reason": one.reason, "reason_en": one.reason_en or None}
    return {
        "role": "exclusion", "text": one.text, "section": one.section or None, **reasons,
        "file": one.place.file, "line": one.place.line,
    }  # fmt: skip


def _bare_indicators(catalogue: Catalogue) -> Iterator[Row]:
    """The indicators that no row of a figure tells of."""
    told = {figure.indicator for figure in (*catalogue.entries(), *catalogue.references)}
    for id, indicator in catalogue.indicators.items():
        if id not in told:
            names = {"name": indicator.name, "name_en": indicator.name_en}
            yield {"role": "indicator", "indicator": id, **names, **attributes_row(indicator)}


def _unit_row(symbol: str, unit: Unit) -> Row:
    row: Row = {"role": "unit", "id": symbol}
    return row | ({"name_en": unit.name_en, "whole": unit.whole} if unit.symbol == symbol else {"same_as": unit.symbol})


def _band_row(band: Band) -> Row:
    return {
        "role": "about",
        "growth": f"{exact_text(band.growth)}个百分点",
        "otherwise": f"{exact_text(band.otherwise * 100)}%",
        "reason": band.reason or None,
        "reason_en": band.reason_en or None,
    }


def _check_row(check: DeclaredCheck) -> Row:
    return {
        "role": "check",
        "id": check.id,
        "expression": check.expression,
        "kind": check.kind.value if check.kind is not Kind.DECLARED else None,
        "name": check.name,
        "name_en": check.name_en,
        "unknown": check.unknown or None,
        "unknown_en": check.unknown_en or None,
        "not_checkable": check.not_checkable or None,
        "not_checkable_en": check.not_checkable_en or None,
        "promise": check.promise or None,
        "unit": check.unit or None,
        "file": check.place.file,
        "line": check.place.line,
    }


def _silence_row(silence: Silence) -> Row:
    return {
        "role": "silence",
        "question": silence.rule.value,
        "indicator": silence.indicator,
        "reason": silence.reason,
        "file": silence.place.file,
        "line": silence.place.line,
    }


def _profile_row(id: str, profile: Profile) -> Row:
    """Shares or amounts, which are the same numbers with a unit or without."""
    parts = flow_text([exact_text(part) for part in profile.parts])
    key = {4: "quarters", 12: "months"}[len(profile.parts)]
    return {"role": "profile", "indicator": id, key: parts, "source": profile.source or None}
