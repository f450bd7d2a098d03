"""Help of commands and options."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
    "help.option.section": ("只看路径或标题里含这几个字的部分。", "Only sections whose path or title contains this text."),
    "help.option.binding": ("只看这种约束力的目标。", "Only targets that bind in this way."),
    "help.option.status": ("只看这种状态的目标。", "Only targets with this status."),
    "help.option.search": ("只看 id 或名称里含这几个字的指标。", "Only indicators whose id or name contains this text."),
    "help.option.version": ("显示版本号。", "Show the version."),
    "help.option.debug": ("出内部错误时打印完整的跟踪信息。", "Print the full traceback of an internal error."),
    "help.option.kind": ("只看这几种核对。", "Only checks of these kinds."),
    "help.option.verdict": ("只看这几种判定。", "Only these verdicts."),
    "help.option.strict": ("有疑问也算有问题（退出码 1）。", "Questions count as findings (exit code 1)."),
    "help.option.unchecked": ("列出不在任何核对之内的基数。", "List the baseline figures that are in no check."),
    "help.option.explain_check": ("逐步写出一项核对的算法：写核对的编号，或指标（则写出它的全部核对）。", "Work a check out step by step: its id, or an indicator for all of its checks."),
}  # fmt: skip
