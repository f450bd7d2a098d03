"""Expressions over ranges: read, worked out, and solved for one leaf that stands in them once; for the recount only."""

from __future__ import annotations

import ast
import math
import re
from fractions import Fraction as F

import recount_figures as r
from recount_figures import ALL, INF, CannotTellError, combined, minus, one_over, plus, point, times, whole


def parse(text):
    """(left, sign, right); a side is a leaf as it stands in the text or (operation, side, …)."""
    names = {}

    def name(found):
        names[f"_{len(names)}"] = found[0]
        return f"_{len(names) - 1}"

    period = r"\d{4}(?:/\d{4})?"
    text = re.sub(
        rf"implied\([^()]*\)|\w+\.\w+@{period}(?::{period})?(?:#\d+)?|(?<!\w)\d[\d.]*(?:[^\W\d_a-z]+(?:/[^\W\d_a-z]+)?|%)?",
        name,
        text,
    )
    tree = ast.parse(re.sub("(?<![<>])=", "==", text).replace("^", "**"), mode="eval").body

    def side(node):
        match node:
            case ast.Name(key):
                return names.get(key, key)
            case ast.BinOp(a, sign, b):
                return (type(sign).__name__, side(a), side(b))
            case ast.Call(ast.Name(function), arguments):
                return (function, *map(side, arguments))
        raise CannotTellError(f"the expression {text}")

    return side(tree.left), type(tree.ops[0]).__name__, side(tree.comparators[0])


def leaves(side):
    return [side] if isinstance(side, str) else [leaf for inner in side[1:] for leaf in leaves(inner)]


def literal(text):
    number, _, below = text.partition("/")
    value, _, _, _, unit = r.read(number)
    thousands, below = below.startswith("千"), r.SAME_UNIT.get(below.removeprefix("千"), below.removeprefix("千"))
    powers = combined({} if unit in ("%", "") else {unit: 1}, {below: 1} if below else {}, -1)
    return point(value / 1000 if thousands else value), powers


def value_of(side, given):
    """Range and unit of a side whose leaves are all given."""
    if isinstance(side, str):
        return given[side]
    (a, u), *others = (value_of(inner, given) for inner in side[1:])
    b, v = others[0] if others else (ALL, {})
    match side[0]:
        case "Add" | "Sub":
            return plus(a, b if side[0] == "Add" else minus(b)), u or v
        case "Mult" | "Div":
            return times(a, b if side[0] == "Mult" else one_over(b)), combined(u, v, 1 if side[0] == "Mult" else -1)
        case "Pow" if not u and a[0] >= r.NOT_NEGATIVE[0]:
            return tuple((value ** int(b[0][0]), shade) for value, shade in a), u
        case "floor":
            return ((F(math.floor(a[0][0])), 0), whole((point(0)[0], a[1]))[1]), u
        case "root" if a[0] >= r.NOT_NEGATIVE[0]:
            return tuple((root(value, int(b[0][0])), shade) for value, shade in a), u
        case "path_sum":
            return r.path_sum(a, int(b[0][0])), {}
    raise CannotTellError(f"the operation {side[0]}")


def root(value, n):
    """The root of a fraction to thirty places, from within."""
    if value == INF:
        return INF
    low, high = 0, math.ceil(value + 1) * 10**30
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if F(middle, 10**30) ** n <= value else (low, middle)
    return F(low, 10**30)


def solve(side, leaf, goal, w, given):
    """What the leaf can be, and its unit, when the side is to lie in the goal (of unit w)."""
    if side == leaf:
        return goal, w
    on_left = leaf in leaves(side[1])
    inner = side[1] if on_left else side[2]
    if side[0] == "floor":
        (low, _), (high, _) = whole(goal)
        return solve(inner, leaf, ((low, 0), (high if high == INF else high + 1, -1)), w, given)
    b, v = value_of(side[2] if on_left else side[1], given)
    match side[0], on_left:
        case ("Add", _) | ("Sub", True):
            there, unit = plus(goal, minus(b) if side[0] == "Add" else b), w or v
        case "Sub", False:
            there, unit = plus(b, minus(goal)), w or v
        case "Mult", _:
            there, unit = quotient(goal, b), combined(w, v, -1)
        case "Div", True:
            there, unit = times(goal, b), combined(w, v, 1)
        case "Div", False:
            there, unit = quotient(b, goal), combined(v, w, -1)
        case _:
            raise CannotTellError(f"how to undo {side[0]}")
    return solve(inner, leaf, there, unit, given)


def quotient(goal, factor):
    """All x for which x × factor can be in the goal."""
    both = all(low <= (0, 0) <= high for low, high in (goal, factor))
    return ALL if both else times(goal, one_over(factor))
