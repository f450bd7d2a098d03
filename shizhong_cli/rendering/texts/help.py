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
    "help.record": (
        "记下一个实际数，追加到 actuals.csv；同一指标同一时点后记的为准，先记的留作历史。",
        "Keep an actual, added to actuals.csv; of one indicator and day the later recorded one counts, the earlier stays as history.",
    ),
    "help.option.figure": ("数值，照印出的样子，如 5.2%、1,520.3亿元。", "The figure as printed, such as 5.2% or 1,520.3亿元."),
    "help.option.unit": ("数值的单位，数值里没写时用，如 亿元。", "Unit of the figure where it has none itself, such as 亿元."),
    "help.option.source": ("来源，如 区统计局。", "Where it comes from."),
    "help.option.note": ("备注。", "A note."),
    "help.option.from_file": ("把一个 CSV 或 XLSX 文件里的数全部记下。", "Keep all figures of a CSV or XLSX file."),
    "help.option.compare": ("与此前某日相比有何变化，如 2026-Q2。", "What moved since an earlier day, such as 2026-Q2."),
    "help.option.responsible": ("只看牵头单位里含这几个字的目标。", "Only targets whose responsible body contains this text."),
    "help.option.sort": ("顺序：trouble 问题在前，report 按报告。", "Order: trouble, the worst first, or report, as the report has them."),
    "help.option.fail_on": ("有目标处于这些状态时退出码为 1，如 behind,missed。", "Exit code 1 when a target has one of these statuses, such as behind,missed."),
    "help.option.skip_bad": ("略去文件中有问题的行，并列出。", "Leave out rows with problems, and list them."),
    "help.option.profile": (
        "基年四季（或十二个月）的占比或数额，用来推算其余时间的增速。",
        "Shares or amounts of the base year's four quarters or twelve months, for the growth needed in the rest.",
    ),
    "help.option.rate": ("某日汇率，如 1美元=7.1元@2026-09-30。", "A dated exchange rate, such as 1美元=7.1元@2026-09-30."),
    "help.option.assume": (
        "假定其余时间的增速（增速目标）或每月数额，看期末在哪里。",
        "Growth, or an amount a month, assumed for the rest of the period: where it ends.",
    ),
    "help.option.output": ("写到文件；格式可由文件名决定（.csv .json .md .xlsx .txt）。", "Write to a file; its name can say the format (.csv .json .md .xlsx .txt)."),
    "help.show": ("一个指标的全部数据和出处。", "Everything known about one indicator, with places."),
    "help.export": ("导出全部数据。", "Export all figures."),
    "help.report": (
        "一页可打印的报告：总览、每个目标的图、疑问、出处。",
        "One page for screen and print: overview, a chart for every target, questions, sources.",
    ),
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
        "实际数的 CSV 或 XLSX 文件，列：indicator（指标）、as_of（截至）、figure（数值）；可重复。不给时用 SHIZHONG_ACTUALS 或 actuals.csv。",
        "CSV or XLSX file of actuals with the columns indicator, as_of, figure; repeatable. Else SHIZHONG_ACTUALS or actuals.csv.",
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
