"""Recompute every check and its power from the two YAML files alone, and print where the program says otherwise.

    python tests/recount.py targets.yaml baselines.yaml checks.json

`checks.json` is what `verify-baselines --format json` printed: it says which checks there are, of which kind and of
which figures. What each of them relates, whether that can hold and how many slips would be noticed is worked out here,
by trying every slip. Nothing is shared with the program: own reading, own grammar, own ranges (see `recount_*.py`).
"""

from __future__ import annotations

import json
import sys
from fractions import Fraction as F
from itertools import chain
from pathlib import Path

import recount_figures as figures
from recount_algebra import leaves, literal, parse, solve, value_of
from recount_expected import expected
from recount_figures import ALL, INF, NOT_NEGATIVE, POSITIVE, CannotTellError, Pack, is_count, is_empty, meet, whole

LONG = 20000  # a longer row of whole numbers is tried at both ends only
PARTS = ("占", "比重", "份额", "覆盖率", "达标率", "清运率", "出庭应诉率", "安全利用率", "城镇化率", "满意率")
"""In the names of those indicators of the shipped data that count some of what they divide by."""
FORMULAS = {
    "implied_base": "{a} = x * (1 + {r})",
    "multiple": "{a} = x * (1 + {r})",
    "average_growth": "{a} = x * (1 + {r}) ^ {n}",
    "target_amount": "{a} * (1 + {r}) = x",
    "net_change": "{a} = x + {r}",
    "steps": "floor({a} / 100亿元) - floor(x / 100亿元) = {r}",
    "part_of_period": "{a} = {b} + x",
    "steady_path": "{a} = {b} * path_sum({r}, {n})",
    "restatement": "{a} = {b}",
    "share_limit": "{a} <= 100%",
}


class Relation:
    """What a check says, worked out of its kind, its figures and the declared expression."""

    def __init__(self, pack, check, checks=()):
        self.pack, self.kind, self.domain = pack, check["kind"], ALL
        declared = pack.checks.get(check["id"])
        if declared is None:
            expression, self.reason = self.by_kind(check["figures"])
        else:
            expression, self.reason = declared["expression"], declared.get("not_checkable")
        self.left, self.sign, self.right = parse(expression)
        self.rooted = "root(" in expression
        names = [name for name in leaves(self.left) + leaves(self.right) if not name[0].isdigit()]
        self.literals = {name: literal(name) for name in leaves(self.left) + leaves(self.right) if name[0].isdigit()}
        others = {name: one_of(checks, name[8:-1].strip()) for name in names if name.startswith("implied(")}
        self.implied = {name: Relation(pack, other, checks) for name, other in others.items()}
        refs = [name for name in names if "@" in name and name not in self.implied]
        self.refs = {name: self.plainest(name) if declared else name for name in refs}
        self.unknown = next((name for name in names if name not in self.refs and name not in self.implied), None)
        self.all_refs = [*self.refs.values(), *(ref for one in self.implied.values() for ref in one.all_refs)]
        if len(set(refs)) < len(refs):
            raise CannotTellError("a figure that stands twice in one expression")

    def plainest(self, name):
        """Of several figures under one name the first that is a plain number."""
        same = [ref for ref in self.pack.figures if ref.split("#")[0] == name] or [name]
        bounds = [figures.read(f["text"], f.get("unit", ""))[3] for f in map(self.pack.figures.__getitem__, same)]
        return next((ref for ref, bound in zip(same, bounds, strict=True) if bound in ("whole", "rounded")), same[0])

    def by_kind(self, refs):
        """The formula of a kind that is found by itself; of two amounts that of the longer period stands first."""
        pack, kind = self.pack, self.kind
        if kind not in FORMULAS:
            raise CannotTellError(f"the kind {kind}")
        rate = next((ref for ref in refs if pack.is_rate(ref)), None)
        amounts = [ref for ref in refs if ref != rate] + [None]
        years = {ref: [int(y) for y in pack.figures[ref]["period"][:9].split("/")] for ref in refs}
        if kind in ("part_of_period", "steady_path"):
            amounts.sort(key=lambda ref: years[ref][0] - years[ref][-1] if ref else 1)
        first = pack.figures[refs[0]]
        n = 1 + years[amounts[0]][-1] - years[amounts[0]][0]
        n = years[rate][-1] - int(pack.figures[rate]["since"]) if kind == "average_growth" else n
        self.domain = POSITIVE if kind in ("implied_base", "multiple", "average_growth") else NOT_NEGATIVE
        if kind == "net_change" and first["measure"] == "share":
            self.domain = (NOT_NEGATIVE[0], (F(1), 0))
        self.is_part = any(word in pack.indicators[first["indicator"]].get("name", "") for word in PARTS)
        prices = pack.indicators[first["indicator"]].get("prices", {})
        basis = {prices[m] for m in (pack.figures[ref]["measure"] for ref in refs) if m in prices}
        apart = rate and kind in ("implied_base", "multiple", "average_growth", "target_amount") and len(basis) > 1
        return FORMULAS[kind].format(a=amounts[0], b=amounts[1], r=rate, n=n), "price bases" if apart else None

    def given(self, texts, rounding="nearest", as_read=False):
        """The ranges of all figures, those in `texts` as misprinted there, and what other checks imply."""
        printed = {name: {**self.pack.figures[ref]} for name, ref in self.refs.items()}
        for name, ref in self.refs.items():
            printed[name]["text"] = texts.get(ref, printed[name]["text"])
        given = {name: figures.range_of(self.pack, f, rounding, as_read) for name, f in printed.items()}
        part = ((F(0), 0), (F(1), 0))  # of a whole, before and after
        if self.kind == "net_change" and self.domain == part:
            given |= {name: (meet(given[name][0], part), {}) for name in given if not self.pack.is_rate(name)}
        if as_read:
            entailed = only_whole(self.given(texts, rounding))
            given = {name: (meet(span, entailed[name][0]), unit) for name, (span, unit) in given.items()}
        for name, inner in self.implied.items():
            given[name] = inner.what_is_implied(texts, rounding, as_read)
            self.refuse_ties(inner, only_whole(inner.given(texts, rounding)))
        return self.literals | given

    def what_is_implied(self, texts, rounding="nearest", as_read=False):
        """What the unknown can be, from its first whole number to the last when it is a count."""
        given = self.given(texts, rounding, as_read)
        given = given if as_read else only_whole(given)
        if not self.possible(given):
            return ((F(0), 1), (F(0), -1)), {}
        span, unit = self.find(self.unknown, given)
        return (whole(span) if is_count(unit) else span), unit

    def refuse_ties(self, inner, given):
        """A figure that comes in twice ties two ranges together, unless it is one number or one number of steps."""
        twice = [name for name, ref in inner.refs.items() if self.all_refs.count(ref) > 1]
        if all(given[name][0][0] >= given[name][0][1] for name in twice):
            return
        steps = value_of(inner.left[1], given)[0] if inner.kind == "steps" else ALL
        if steps[0] != steps[1]:
            raise CannotTellError(f"{twice} stand in it twice")

    def find(self, leaf, given):
        """The range that the others leave for one leaf, and its unit."""
        here, there = (self.left, self.right) if leaf in leaves(self.left) else (self.right, self.left)
        span, unit = solve(here, leaf, *value_of(there, given), given)
        return meet(span, given[leaf][0] if leaf in given else self.domain), unit

    def possible(self, given):
        """Whether true values exist that give what is printed; counts are whole numbers."""
        given = only_whole(given)
        try:
            return not any(is_empty(span) for span, _ in given.values()) and self.has_values(given)
        except ZeroDivisionError:
            return False

    def has_values(self, given):
        counts = [name for name, (span, unit) in given.items() if is_count(unit) and span[0] != span[1]]
        if self.unknown is None or self.unknown in given:
            (low, high), (other_low, other_high) = (value_of(side, given)[0] for side in (self.left, self.right))
            if self.sign != "Eq":
                small, great = (low, other_high) if self.sign.startswith("Lt") else (other_low, high)
                return small[0] < great[0] or (small == great and self.sign.endswith("E"))
            if not counts:
                return max(low, other_low) <= min(high, other_high)
            leaf = counts.pop()
        else:
            leaf = self.unknown
        span, unit = self.find(leaf, given)
        span = whole(span) if is_count(unit) and not is_empty(span) else span
        if is_empty(span) or not counts:
            return not is_empty(span)
        if not is_count(unit):
            leaf = counts[0]
            span, unit = given[leaf]
        return any(self.possible({**given, leaf: (figures.point(n), unit)}) for n in candidates(span))

    def verdict(self, texts):
        if self.reason:
            return "not_checkable"
        if self.possible(self.given(texts)):
            return "consistent"
        if self.kind == "steady_path" or (self.kind == "share_limit" and not self.is_part):
            return "not_checkable"
        return "only_if_truncated" if self.possible(self.given(texts, "truncated")) else "inconsistent"


def only_whole(given):
    """Counts are whole numbers, whatever is printed of them."""
    return {name: (whole(span) if is_count(unit) else span, unit) for name, (span, unit) in given.items()}


def one_of(checks, id):
    for check in checks:
        if check["id"] == id:
            return check
    raise CannotTellError(f"what {id} implies")


def candidates(span):
    """The whole numbers of a range, both ends of it when it is long."""
    (low, _), (high, _) = span
    if low == -INF:
        raise CannotTellError("a count without a lower end")
    if high - low < LONG:
        return range(int(low), int(high) + 1)
    near = range(int(low), int(low) + 2000)
    return near if high == INF else chain(near, range(int(high) - 1999, int(high) + 1))


def power(relation, slips):
    """After how many of the slips in its figures the run would fail, and how many there are."""
    refs = dict.fromkeys(relation.all_refs)
    every = [(ref, text) for ref in refs for text in slips(relation.pack.figures[ref]["text"])]
    failed = [relation.verdict({ref: text}) in ("inconsistent", "only_if_truncated") for ref, text in every]
    return sum(failed), len(every)


# ── the comparison ──


def recompute(pack, check, checks):
    """What the output should say of a check, under the names it uses."""
    relation = Relation(pack, check, checks)
    mine = dict.fromkeys(("computed", "reported", "implied", "as_read", "whole_numbers"))
    mine |= {"verdict": relation.verdict({}), "figures": sorted(set(relation.all_refs))}
    mine |= dict.fromkeys(("typos_caught", "typos", "slips_caught", "slips"), 0)
    mine["rooted"] = relation.rooted
    if relation.reason and not check["implied"]:  # it may say what would be implied if the definition allowed it
        return mine
    printed, as_read = only_whole(relation.given({})), relation.given({}, as_read=True)
    if relation.unknown:
        span, unit = relation.find(relation.unknown, printed)
        mine |= {"implied": span, "as_read": relation.find(relation.unknown, as_read)[0]}
        mine["whole_numbers"] = whole_numbers(relation, span, unit, printed) if is_count(unit) else None
    else:
        mine |= {"computed": value_of(relation.left, printed)[0], "reported": value_of(relation.right, printed)[0]}
        mine["as_read"] = value_of(relation.left, as_read)[0]
    if mine["verdict"] != "consistent":
        return mine
    mine["typos_caught"], mine["typos"] = power(relation, figures.one_digit_wrong)
    mine["slips_caught"], mine["slips"] = power(relation, figures.slips)
    return mine if mine["typos_caught"] else mine | {"verdict": "vacuous"}


def whole_numbers(relation, span, unit, given):
    """How many whole numbers the unknown can be, the first and the last."""
    found = [
        n for n in candidates(whole(span)) if relation.possible({**given, relation.unknown: (figures.point(n), unit)})
    ]
    first, last = (found[0], found[-1]) if found else (None, None)
    if span[1][0] == INF:
        return (None, first, None)
    return (len(found) if span[1][0] - span[0][0] < LONG else last - first + 1, first, last)


def stated(check):
    """The same fields as the output has them."""
    theirs = {key: check[key] for key in ("verdict", "typos_caught", "typos", "slips_caught", "slips")}
    theirs["figures"] = sorted(check["figures"])
    for key in ("computed", "reported", "implied", "as_read"):
        theirs[key] = span = check[key]
        if span is not None:
            low, high = (None if span[end] is None else F(span[end]) for end in ("low", "high"))
            theirs[key] = (
                (-INF if low is None else low, 0 if span["low_closed"] else 1),
                (INF if high is None else high, 0 if span["high_closed"] else -1),
            )
    numbers = (check["implied"] or {}).get("whole_numbers")
    theirs["whole_numbers"] = numbers and tuple(numbers[k] and int(numbers[k]) for k in ("count", "first", "last"))
    return theirs


def near(mine, theirs):
    """Whether a range with roots in it, which no fraction ends, is enclosed closely."""
    outside = (mine[0][0] - theirs[0][0], theirs[1][0] - mine[1][0])
    return all(0 <= gap < F(1, 10**9) for gap in outside)


def show(value):
    """A range, a triple or a word for a person."""
    if not isinstance(value, tuple) or len(value) != 2:
        return str(value)
    (low, s), (high, t) = value
    return f"{'(' if s else '['}{low}, {high}{')' if t else ']'}"


def disagreements(pack, check, checks):
    """Every field of a check that the output tells otherwise than the recount."""
    try:
        mine, theirs = recompute(pack, check, checks), stated(check)
    except CannotTellError as reason:
        return [f"{check['id']}: cannot tell: {reason}"]
    for power, caught, tried in (("power", "typos_caught", "typos"), ("power_slips", "slips_caught", "slips")):
        mine[power] = F(mine[caught], mine[tried]) if mine[tried] else None
        theirs[power] = None if check[power] is None else F(check[power])
    if mine.pop("rooted") and all(theirs[key] and near(mine[key], theirs[key]) for key in ("implied", "as_read")):
        mine |= {key: theirs[key] for key in ("implied", "as_read")}
    return [
        f"{check['id']}: {key}: recounted {show(mine[key])}, the output says {show(theirs[key])}"
        for key in mine
        if mine[key] != theirs[key]
    ]


def main(targets, baselines, output):
    targets, baselines, output = (Path(path).read_text(encoding="utf-8") for path in (targets, baselines, output))
    pack, checks = Pack(targets, baselines), json.loads(output)["checks"]
    lines = [line for check in checks for line in disagreements(pack, check, checks)]
    lines += [
        f"{name}: declared and not in the output" for name in set(pack.checks) - {check["id"] for check in checks}
    ]
    judged = {(check["kind"], tuple(sorted(check["figures"]))) for check in checks}
    lines += [f"{kind} of {', '.join(refs)}: not in the output" for kind, refs in sorted(expected(pack) - judged)]
    print(*lines, f"{len(checks)} checks recounted, {len(lines)} disagreements", sep="\n")
    return 1 if lines or not checks else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
