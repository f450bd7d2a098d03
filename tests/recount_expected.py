"""Which checks the figures of a pack call for by themselves; for the recount only."""

from __future__ import annotations


def expected(pack):
    """Kind and figures of every check that two figures of one indicator call for by themselves."""
    found = set()
    for name in pack.indicators:
        own = {ref: f for ref, f in pack.figures.items() if f["indicator"] == name}
        for ref, figure in own.items():
            if figure["measure"] == "share" and "may_exceed" not in pack.indicators[name]:
                found.add(("share_limit", (ref,)))
            for other, second in own.items():
                kind = pair(figure, second)
                if kind and ("#" in other if kind == "restatement" else "#" not in ref + other):
                    found.add((kind, tuple(sorted((ref, other)))))
                rates = [
                    r for r, f in own.items() if f["measure"] == "average_growth" and f["period"] == second["period"]
                ]
                if kind == "part_of_period" and rates:
                    found.add(("steady_path", tuple(sorted((ref, other, rates[0])))))
    return found


def pair(amount, other):
    """The kind of check that an amount or share has with another figure, if any."""
    measure, period, second = amount["measure"], amount["period"], other["measure"]
    if measure not in ("level", "flow", "share") or amount is other:
        return None
    if second == measure and other["period"] == period:
        return "restatement"
    if measure == second == "flow" and "/" in period and other["period"] == period[-4:]:
        return "part_of_period"
    if (
        second == "growth"
        and measure != "share"
        and "/" not in period
        and int(period) + 1 == int(other["period"][:4])
        and "since" not in other
    ):
        return "target_amount"
    if other["period"] != period:
        return None
    if second == "change":
        return "steps" if "台阶" in other["text"] else "net_change"
    if second == "average_growth" and measure != "share":
        return "average_growth"
    if second == "growth" and measure != "share":
        return "multiple" if other["text"].endswith("倍") else "implied_base"
    return None
