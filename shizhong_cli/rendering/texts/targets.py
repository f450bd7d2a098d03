"""The pages about targets: status and gap."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "status.title": ("{title} · 目标", "{title} · targets"),
    "status.summary": (
        "共 {total} 项目标，{numbered} 项有数字；{with_data} 项有实际数：{counts}。",
        "{total} targets, {numbered} with a number; {with_data} with an actual: {counts}.",
    ),
    "status.summary.none": (
        "共 {total} 项目标，{numbered} 项有数字；尚无实际数（用 --actual 或 --actuals 给出）。",
        "{total} targets, {numbered} with a number; no actuals yet (give them with --actual or --actuals).",
    ),
    "status.nothing": ("没有符合条件的目标。", "No target fits the filters."),
    "asked.same": ("持平", "no change"),
    "asked.first": ("—", "—"),
    "gap.target": ("目标", "Target"),
    "gap.baseline": ("最新基数", "Latest baseline"),
    "gap.asked": ("要求", "Asked"),
    "gap.actual": ("实际", "Actual"),
    "gap.gap": ("差距", "Gap"),
    "gap.completion": ("完成率", "Completion"),
    "gap.progress": ("基数到目标的进度", "Way from baseline to target"),
    "gap.elapsed": ("序时进度", "Time elapsed"),
    "gap.lead": ("快于序时进度", "Ahead of time"),
    "gap.lag": ("慢于序时进度", "Behind time"),
    "gap.forecast": ("直线外推到期末", "Straight-line forecast"),
    "gap.computed": ("{amount}，比 {base} 增长 {rate}", "{amount}, {rate} on {base}"),
    "gap.cannot.constant": (
        "目标按不变价考核，{amount} × (1 + {rate}) 不是目标数。",
        "The target is at constant prices; {amount} × (1 + {rate}) is not the amount to reach.",
    ),
    "gap.required": ("还需", "Still needed"),
    "gap.status": ("状态", "Status"),
    "gap.band": ("「左右」的范围", "Width of about"),
    "gap.note": ("说明", "Note"),
    "gap.formula": ("算式", "Formula"),
    "gap.no_target": ("这个指标没有目标，实际数无处可比。", "There is no target for this indicator; an actual has nothing to be set against."),
    "gap.cannot.no_data": (
        "没有实际数，不能说差多少；用 --actual 给出（单位：{unit}）。",
        "Without an actual the gap is not known; give one with --actual (unit: {unit}).",
    ),
    "gap.as_of": ("{figure}（截至 {as_of}）", "{figure} (as of {as_of})"),
    "gap.of_period": ("{figure}（全年）", "{figure} (whole period)"),
    "gap.assumed_unit": ("未写单位，按目标的单位 {unit} 读。", "No unit given; read in the unit of the target, {unit}."),
    "gap.month": ("{amount}/月", "{amount} a month"),
    "gap.year": ("{amount}/年", "{amount} a year"),
    "gap.rest_growth": (
        "其余时间须增长 {rate}（假定基年同期占比等于已过时间 {elapsed}）",
        "growth of {rate} in the rest of the year (assuming the base year was spread evenly: {elapsed} of it)",
    ),
    "gap.rest_growth.none": (
        "其余时间即使为零也已足够（假定基年同期占比等于已过时间 {elapsed}）",
        "nothing more in the rest of the year (assuming the base year was spread evenly: {elapsed} of it)",
    ),
    "gap.asked.levels": ("{baseline} → {target}（{difference}）", "{baseline} → {target} ({difference})"),
    "gap.asked.alone": ("{target}", "{target}"),
    "reason.whole_period": (
        "未给 --as-of，按 {period} 全期的数判断。",
        "No --as-of given; judged as the figure of the whole of {period}.",
    ),
    "reason.constant_prices": (
        "目标是不变价增速，实际数是现价总量；总量的变化含价格因素，不能与目标比。请给增速，如 5.2%。",
        "The target is a growth rate at constant prices and the actual an amount at current prices; its change "
        "contains prices and cannot be set against the target. Give a growth rate, such as 5.2%.",
    ),
    "reason.part_of_year": (
        "实际数只是一年中的一部分，不能与全年基数比出增速。请给增速。",
        "The actual covers part of the year and the base a whole one; no growth rate follows. Give a growth rate.",
    ),
    "reason.no_base": (
        "没有确切的基期数（报告只说超过或突破，或没有报），由总量算不出增速。请给增速。",
        "There is no exact base figure to compute a growth rate from. Give a growth rate.",
    ),
    "reason.qualitative": ("目标没有数字，不能计算差距。", "The target has no number; there is no gap to compute."),
    "reason.delegated": (
        "指标由上级下达，报告没有写数字。",
        "The target is set by a higher government; the report prints no number.",
    ),
    "reason.after_period": (
        "实际数的时点在目标期之后，说的是另一个时期。",
        "The actual is dated after the period of the target and is of another period.",
    ),
    "reason.level_for_change": (
        "目标是增加额，给的数不小于已有的总量，像是总量；请给增加额。",
        "The target is an increase and the actual is no less than the known stock; give the increase.",
    ),
    "reason.in_band": (
        "没有达到目标的数，但在「左右」的范围之内。",
        "Short of the number of the target, inside the width of about.",
    ),
    "reason.not_begun": ("目标期尚未开始。", "The period of the target has not begun."),
}  # fmt: skip
