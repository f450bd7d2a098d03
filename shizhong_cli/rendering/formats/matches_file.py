"""The file of matches that settle writes, with a comment on every guess and on what has no partner."""

from __future__ import annotations

from shizhong_cli.core.pack.partners import Partner
from shizhong_cli.core.progress.settling.promises import Settlement
from shizhong_cli.escapes.yaml import flow_mapping, one_line
from shizhong_cli.rendering.sentences.names import Speech
from shizhong_cli.rendering.wording import Words

NONE = "none"


def matches_text(settlement: Settlement, words: Words) -> str:
    """Every promised indicator with its partner, the guesses with how sure they are."""
    last, this = Speech(settlement.last, words), Speech(settlement.this, words)
    lines = [f"# {words('settle.match.head')}", "matches:"]
    for id in promised(settlement):
        partners = settlement.partners.of_last(id)
        for partner in partners:
            entry = flow_mapping({"last": id, "this": partner.this})
            lines.append(f"  - {entry}{_comment(partner, last, this, words)}")
        if not partners:
            note = one_line(words("settle.match.open", last=last.name_of(id)))
            lines.append(f"  - {flow_mapping({'last': id, 'this': NONE})}  # {note}")
    return "\n".join(lines) + "\n"


def promised(settlement: Settlement) -> list[str]:
    """The indicators that something was promised of, each once, in the order of the file."""
    return list(dict.fromkeys(target.indicator for target in settlement.last.targets))


def _comment(partner: Partner, last: Speech, this: Speech, words: Words) -> str:
    if partner.sure is None:
        return f"  # {words(f'matched.{partner.by}')}"
    sure = words(f"sure.{partner.sure}")
    names = {"last": last.name_of(partner.last), "this": this.name_of(partner.this)}
    return f"  # {one_line(words('settle.match.guessed', sure=sure, **names))}"
