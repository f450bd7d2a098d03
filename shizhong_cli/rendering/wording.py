"""Every word that people read, in Chinese and English, in one place."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language of the output."""

    ZH = "zh"
    EN = "en"


class Words:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._column = 0 if language is Language.ZH else 1

    def __call__(self, key: str, **parts: object) -> str:
        """The text for ``key`` with its gaps filled."""
        text = TEXTS[key][self._column]
        return text.format(**parts) if parts else text

    def has(self, key: str) -> bool:
        """Whether there is a text for ``key``."""
        return key in TEXTS

    def pick(self, zh: str, en: str) -> str:
        """The one of two texts from the data that is in this language; the Chinese one when there is no other."""
        return zh if self._column == 0 or not en else en


TEXTS: dict[str, tuple[str, str]] = {
    # ── help ──────────────────────────────────────────────────────────────────
    "help": (
        "政府工作报告指标计算器：照印出的样子保存每一个数，核对算术，算出与目标的差距。",
        "Indicator calculator for a government work report: figures as printed, arithmetic checked, gaps to target.",
    ),
    "help.status": (
        "所有目标：基数、目标、要求、实际、差距、状态。",
        "All targets: baseline, target, what is asked, actual, gap, status.",
    ),
    "help.gap": (
        "一个或几个指标离目标还有多远。",
        "How far one or several indicators are from their targets.",
    ),
    "help.verify-baselines": (
        "核对报告里的数彼此是否对得上，每项核对有多强。",
        "Check whether the report's figures agree with each other, and how strong each check is.",
    ),
    "help.show": ("一个指标的全部数据和出处。", "Everything known about one indicator, with places."),
    "help.export": ("导出全部数据。", "Export all figures."),
    "help.option.data": (
        "数据所在的文件夹，内有 targets.yaml 和 baselines.yaml；也可用 SHIZHONG_DATA。",
        "Folder with targets.yaml and baselines.yaml; SHIZHONG_DATA does the same.",
    ),
    "help.option.lang": ("语言：zh 或 en；也可用 SHIZHONG_LANG。", "Language: zh or en; SHIZHONG_LANG does the same."),
    "help.option.format": ("输出格式。", "Output format."),
    "help.option.actual": (
        "实际数，如 gdp=5.2%；gap 里可只写 5.2%。可重复。",
        "An actual, such as gdp=5.2%; in gap 5.2% alone will do. Repeatable.",
    ),
    "help.option.actuals": (
        "实际数的 CSV 文件，列：indicator, as_of, figure。",
        "CSV file of actuals with the columns indicator, as_of, figure.",
    ),
    "help.option.as_of": (
        "实际数截至何时：2026-09-30、2026-09、2026-Q3 或 2026。",
        "The date of the actuals: 2026-09-30, 2026-09, 2026-Q3 or 2026.",
    ),
    "help.option.indicator": (
        "指标的 id、中文名或唯一的开头；可重复。",
        "Id, Chinese name, or the unique beginning of one; repeatable.",
    ),
    "help.option.explain": ("写出代入数字的算式。", "Print the formulas with their numbers."),
    "help.option.section": ("只看路径里含这几个字的部分。", "Only sections whose path contains this text."),
    "help.option.binding": ("只看这种约束力的目标。", "Only targets that bind in this way."),
    "help.option.status": ("只看这种状态的目标。", "Only targets with this status."),
    "help.option.search": ("只看 id 或名称里含这几个字的指标。", "Only indicators whose id or name contains this text."),
    "help.option.version": ("显示版本号。", "Show the version."),
    "help.option.debug": ("出内部错误时打印完整的跟踪信息。", "Print the full traceback of an internal error."),
    # ── columns and headings ──────────────────────────────────────────────────
    "column.indicator": ("指标", "Indicator"),
    "column.baseline": ("最新基数", "Baseline"),
    "column.target": ("目标", "Target"),
    "column.asked": ("要求", "Asked"),
    "column.actual": ("实际", "Actual"),
    "column.gap": ("差距", "Gap"),
    "column.status": ("状态", "Status"),
    "column.check": ("核对", "Check"),
    "column.figures": ("算式", "Figures"),
    "column.result": ("结果", "Result"),
    "column.power": ("检出力", "Power"),
    "column.measure": ("类型", "Measure"),
    "column.period": ("时期", "Period"),
    "column.figure": ("数值", "Figure"),
    "column.section": ("位置", "Section"),
    "column.place": ("出处", "Place"),
    "column.item": ("项目", "Item"),
    "column.value": ("内容", "Value"),
    # ── words of the domain ───────────────────────────────────────────────────
    "measure.level": ("期末数", "level"),
    "measure.flow": ("期间数", "flow"),
    "measure.growth": ("增长", "growth"),
    "measure.average_growth": ("年均增长", "average growth"),
    "measure.share": ("占比", "share"),
    "measure.change": ("增减", "change"),
    "measure.qualitative": ("无数字", "no number"),
    "binding.expected": ("预期性", "expected"),
    "binding.task": ("工作任务", "task"),
    "binding.delegated": ("上级下达", "delegated"),
    "binding.qualitative": ("无数字", "no number"),
    "status.met": ("完成", "met"),
    "status.within_band": ("在左右之内", "within band"),
    "status.missed": ("未完成", "missed"),
    "status.on_track": ("正常", "on track"),
    "status.behind": ("落后", "behind"),
    "status.no_data": ("无数据", "no data"),
    "status.not_quantified": ("无数字", "no number"),
    "status.not_comparable": ("不可比", "not comparable"),
    "verdict.consistent": ("吻合", "consistent"),
    "verdict.inconsistent": ("矛盾", "inconsistent"),
    "verdict.only_if_truncated": ("仅截尾时吻合", "only if truncated"),
    "verdict.vacuous": ("吻合但无检出力", "vacuous"),
    "verdict.not_checkable": ("不可核对", "not checkable"),
    "kind.implied_base": ("增速推基数", "growth → base"),
    "kind.average_growth": ("年均增速推基数", "average growth → base"),
    "kind.multiple": ("倍数推基数", "multiple → base"),
    "kind.net_change": ("净增推前值", "change → level before"),
    "kind.steps": ("跨越台阶", "steps passed"),
    "kind.part_of_period": ("长期与其中一年", "part of a longer period"),
    "kind.steady_path": ("累计、末年与年均", "sum, last year, average"),
    "kind.restatement": ("同一数两处", "said twice"),
    "kind.sum_of_parts": ("分项之和", "sum of parts"),
    "kind.share": ("部分与比重", "share"),
    "kind.per_capita": ("人均", "per capita"),
    "kind.whole_number": ("整数可行", "whole number"),
    "kind.ordering": ("大小顺序", "ordering"),
    "kind.declared": ("声明的关系", "declared relation"),
    "direction.up": ("越高越好", "higher is better"),
    "direction.down": ("越低越好", "lower is better"),
    "direction.none": ("无方向", "no direction"),
    "prices.current": ("现价", "current prices"),
    "prices.constant": ("不变价", "constant prices"),
    "role.baseline": ("基数", "baseline"),
    "role.target": ("目标", "target"),
    "rounding.nearest": ("四舍五入", "rounded to nearest"),
    "rounding.half_even": ("四舍六入五成双", "rounded half to even"),
    "rounding.truncated": ("截尾", "truncated"),
    "unknown.base": ("基期", "base"),
    "unknown.before": ("前值", "before"),
    "unknown.rest": ("其余", "rest"),
    "function.floor": ("取整({argument})", "floor({argument})"),
    "function.path_sum": ("逐年倒推之和({argument}，{setting} 年)", "sum of the path({argument}, {setting} years)"),
    # ── status ────────────────────────────────────────────────────────────────
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
    "count": ("{name} {number}", "{number} {name}"),
    "list.separator": ("，", ", "),
    "asked.same": ("持平", "no change"),
    "asked.first": ("—", "—"),
    # ── gap ───────────────────────────────────────────────────────────────────
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
    "gap.required": ("还需", "Still needed"),
    "gap.status": ("状态", "Status"),
    "gap.band": ("「左右」的范围", "Width of about"),
    "gap.cannot": ("尚不能说", "Cannot say yet"),
    "gap.note": ("说明", "Note"),
    "gap.formula": ("算式", "Formula"),
    "gap.no_target": ("报告没有给这个指标定 2026 年及以后的目标。", "The report sets no target for this indicator."),
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
    "reason.in_band": (
        "没有达到目标的数，但在「左右」的范围之内。",
        "Short of the number of the target, inside the width of about.",
    ),
    "reason.not_begun": ("目标期尚未开始。", "The period of the target has not begun."),
    # ── verify ────────────────────────────────────────────────────────────────
    "verify.title": ("{title} · 核对", "{title} · checks"),
    "verify.summary": ("共 {total} 项核对：{counts}。", "{total} checks: {counts}."),
    "verify.unchecked": (
        "{total} 个基数中，{unchecked} 个不在任何核对之内。",
        "Of {total} baseline figures, {unchecked} are in no check.",
    ),
    "verify.nothing": ("没有可核对的内容。", "There is nothing to check."),
    "verify.power_note": (
        "检出力：把一个数字改错（每位换成其余九个数字），有多少种改法会被这项核对发现。",
        "Power: of all single-digit typos in the figures, the share after which the check would fail.",
    ),
    "verify.implied": ("{name} ∈ {range}", "{name} ∈ {range}"),
    "verify.implied.point": ("{name} = {range}", "{name} = {range}"),
    "verify.implied.none": ("没有一个{name}能同时给出这些数", "no {name} gives all these figures"),
    "verify.whole": ("整数 {numbers}", "whole numbers {numbers}"),
    "verify.whole.none": ("其中没有整数", "no whole number among them"),
    "verify.as_read": ("按通常读法 {range}", "as usually read {range}"),
    "verify.compare": ("左 {left}，右 {right}", "left {left}, right {right}"),
    "verify.truncated": ("若按截尾则吻合", "agrees if the digits were cut off"),
    "verify.average": ("平均每年 {range}", "a year on average {range}"),
    "forbidden.price_basis": (
        "总量按现价、增速按不变价，两者不能互相验算",
        "the level is at current prices and the growth rate at constant prices; they do not check each other",
    ),
    "numbers.from": ("{first} 起", "{first} and up"),
    "numbers.to": ("{last} 以下", "up to {last}"),
    "numbers.range": ("{first}—{last}（{count} 个）", "{first}..{last} ({count})"),
    # ── show ──────────────────────────────────────────────────────────────────
    "show.direction": ("方向", "Direction"),
    "show.prices": ("价格", "Prices"),
    "show.figures": ("数据", "Figures"),
    "show.note": ("注", "Note"),
    "show.since": ("比 {since}", "since {since}"),
    # ── problems ──────────────────────────────────────────────────────────────
    "problem.suggest": ("是不是「{suggestion}」？", "Did you mean {suggestion}?"),
    "problem.count": ("{number} 个问题。", "{number} problems."),
    "problem.Y001": ("不能读取：{found}", "cannot be read: {found}"),
    "problem.Y002": ("文件太大：{found} 字节，最多 {expected}", "the file is too large: {found} bytes, at most {expected}"),
    "problem.Y003": ("不是 UTF-8 文本（{found}）", "not UTF-8 text ({found})"),
    "problem.Y004": ("YAML 语法错误：{found}", "YAML syntax: {found}"),
    "problem.Y005": ("文件是空的", "the file is empty"),
    "problem.Y006": ("不用锚点、别名和合并键：{found}；请把内容写在用到的地方", "no anchors, aliases or merge keys: {found}; write it out where it is used"),
    "problem.Y007": ("不用标签：{found}", "no tags: {found}"),
    "problem.Y008": ("嵌套超过 {expected} 层", "nested deeper than {expected} levels"),
    "problem.Y009": ("不允许的字符 {found}", "character {found} is not allowed"),
    "problem.Y010": ("键必须是一个词", "a key must be a single word"),
    "problem.Y011": ("键「{found}」重复，先见于 {expected}", "key {found} is repeated, first at {expected}"),
    "problem.K001": ("不认识的键「{found}」；可用：{expected}", "unknown key {found}; known: {expected}"),
    "problem.K002": ("缺少「{expected}」", "{expected} is missing"),
    "problem.K003": ("「{found}」不在可选之列：{expected}", "{found} is not one of: {expected}"),
    "problem.K004": ("「{found}」应当是 {expected}", "{found} must be a {expected}"),
    "problem.K005": ("「{found}」没有内容", "{found} is empty"),
    "problem.K006": ("id「{found}」应当由小写字母、数字和下划线组成，以字母开头", "id {found} must be lower-case letters, digits and underscores, beginning with a letter"),
    "problem.F001": ("「{found}」里读不出数", "no number can be read from {found}"),
    "problem.F002": ("不认识的单位「{found}」；新单位在 units 里声明", "unknown unit {found}; declare a new one under units"),
    "problem.F003": ("「{found}」的单位与类型不符；应为：{expected}", "the unit of {found} does not fit the measure; expected: {expected}"),
    "problem.F004": ("应当恰好有一个数，见到：{found}；可用：{expected}", "exactly one figure expected, found: {found}; known: {expected}"),
    "problem.F005": ("unit 写的是「{found}」，数里印的是「{expected}」", "unit says {found}, the figure is printed in {expected}"),
    "problem.F006": ("「{found}」没有单位；若原文未印，用 unit 声明", "{found} has no unit; where none is printed, declare it with unit"),
    "problem.F007": ("约束力「{found}」与有无数字不符：没有数字的目标是 qualitative 或 delegated", "binding {found} does not fit: a target without a number is qualitative or delegated, and only such a one"),
    "problem.P001": ("「{found}」不是时期；写作 2025、2021/2025、2026-Q3、2026-09 或 2026-09-30", "{found} is not a period; write 2025, 2021/2025, 2026-Q3, 2026-09 or 2026-09-30"),
    "problem.P002": ("基期 {found} 应当早于 {expected}", "the base {found} must come before {expected}"),
    "problem.R001": ("没有指标「{found}」", "there is no indicator {found}"),
    "problem.R002": ("sections 里没有「{found}」", "{found} is not among the sections"),
    "problem.R003": ("指标「{found}」重复，先见于 {expected}", "indicator {found} is repeated, first at {expected}"),
    "problem.R004": ("{found} 在同一位置重复，先见于 {expected}", "{found} is repeated in the same section, first at {expected}"),
    "problem.C001": ("算式读到「{found}」时出错；此处应为：{expected}", "the expression goes wrong at {found}; expected here: {expected}"),
    "problem.C002": ("算式里的数「{found}」读不出；应为：{expected}", "the number {found} in the expression cannot be read; expected: {expected}"),
    "problem.C003": ("没有函数「{found}」；有：{expected}", "there is no function {found}; known: {expected}"),
    "problem.C004": ("只能有一个未知数，见到：{found}", "only one unknown is possible, found: {found}"),
    "problem.C005": ("单位不同不能相加或相等：{found} 与 {expected}", "unlike units cannot be added or equal: {found} and {expected}"),
    "problem.C006": ("未知数「{found}」不能出现在乘方或函数里", "the unknown {found} cannot stand inside a power or function"),
    "problem.C007": ("没有这个数：{found}", "there is no such figure: {found}"),
    "problem.C008": ("「{found}」出现不止一次，区间会虚宽；请改写成只出现一次", "{found} occurs more than once, which widens the range; write it so that it occurs once"),
    "problem.C009": ("算式里没有任何数据", "the expression names no figure"),
    "problem.A001": ("没有指标「{found}」", "there is no indicator {found}"),
    "problem.A002": ("「{found}」可指几个指标：{expected}", "{found} can mean several indicators: {expected}"),
    "problem.A003": ("「{found}」的单位不对，{suggestion} 的目标用：{expected}", "{found} is in the wrong unit; the target of {suggestion} is in: {expected}"),
    "problem.A004": ("不认识的列「{found}」；可用：{expected}", "unknown column {found}; known: {expected}"),
    "problem.A005": ("缺少列：{expected}", "missing columns: {expected}"),
    "problem.A006": ("不知道「{found}」是哪个指标的；写成 指标={found}", "which indicator {found} belongs to is not clear; write indicator={found}"),
    "problem.internal": (
        "程序内部错误：{found}。请带上命令和数据报告；加 --debug 可见跟踪信息。",
        "Internal error: {found}. Please report it with the command and the data; --debug prints the traceback.",
    ),
}  # fmt: skip
"""Key to (Chinese, English)."""
