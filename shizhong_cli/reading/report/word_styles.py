"""What the styles of a Word document say of its runs: hidden, struck out, raised. ``settle`` writes it to each run.

A style goes on with the one that it is based on. Hidden and struck out are switches: where the style of the paragraph
and that of the run both say so, the second takes it back. What a run says itself counts alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from shizhong_cli.tuples import NamedTuple

SWITCHES = ("strike", "dstrike", "vanish")
_OFF = ("0", "false", "off", "none")
_RAISED = "vertAlign"
_MOST_STEPS = 20


class Style(NamedTuple):
    """What one style says."""

    based_on: str
    told: Mapping[str, str]


Styles = Mapping[str, Style]
"""By their names; the default one of paragraphs by no name at all."""
Told = Callable[[Any, str], Mapping[str, str]]
"""What the properties of a kind say of an element, by their local names."""


def styles_of(root: Any, told: Told) -> Styles:
    """The styles of a part, as far as they say how their runs are seen."""
    styles: dict[str, Style] = {}
    for element in root.iterchildren():
        if not isinstance(element.tag, str) or not element.tag.endswith("}style"):
            continue
        attributes = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
        based_on = next((_value(it) for it in element.iterchildren() if str(it.tag).endswith("}basedOn")), "")
        style = Style(based_on, told(element, "rPr"))
        styles[attributes.get("styleId", "")] = style
        if attributes.get("type") == "paragraph" and attributes.get("default", "0") not in _OFF:
            styles[""] = style
    return styles


def _value(element: Any) -> str:
    return next((str(value) for name, value in element.attrib.items() if name.endswith("}val")), "")


def settle(root: Any, styles: Styles, told: Told) -> None:
    """Write to each run what only its styles say of it."""
    if not any(style.told.keys() & {*SWITCHES, _RAISED} for style in styles.values()):
        return
    for paragraph in _named(root, "p"):
        of_paragraph = _told_by(styles, told(paragraph, "pPr").get("pStyle", ""))
        for run in _named(paragraph, "r"):
            own = told(run, "rPr")
            of_run = _told_by(styles, own["rStyle"]) if "rStyle" in own else {}
            for name, value in _both(of_paragraph, of_run).items():
                if name not in own:
                    _write(run, name, value)


def _both(of_paragraph: Mapping[str, str], of_run: Mapping[str, str]) -> dict[str, str]:
    """What the styles of a paragraph and of a run in it say together."""
    found = {name: "1" for name in SWITCHES if _is_on(of_paragraph, name) != _is_on(of_run, name)}
    raised = of_run.get(_RAISED, of_paragraph.get(_RAISED))
    return {**found, _RAISED: raised} if raised else found


def _named(root: Any, kind: str) -> Iterator[Any]:
    """The elements of WordprocessingML with a name."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.endswith(f"}}{kind}") and "wordprocessingml" in element.tag:
            yield element


def _told_by(styles: Styles, name: str) -> Mapping[str, str]:
    """What a style says, with what those say that it is based on."""
    found: dict[str, str] = {}
    for _ in range(_MOST_STEPS):
        style = styles.get(name)
        if style is None:
            break
        found = {**style.told, **found}
        if not style.based_on:
            break
        name = style.based_on
    return found


def _is_on(told: Mapping[str, str], name: str) -> bool:
    return told.get(name, "0") not in _OFF


def _write(run: Any, name: str, value: str) -> None:
    """Add a property to a run."""
    space = run.tag.rpartition("}")[0] + "}"
    properties = next((child for child in run.iterchildren() if child.tag == f"{space}rPr"), None)
    if properties is None:
        properties = run.makeelement(f"{space}rPr")
        run.insert(0, properties)
    element = properties.makeelement(f"{space}{name}")
    element.set(f"{space}val", value)
    properties.append(element)
