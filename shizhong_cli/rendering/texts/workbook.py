"""Workbooks: the sheet that a department fills, results as a sheet, and what can be wrong with a filled one."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.template": ("生成供部门填写实际数的表（XLSX 或 CSV）。", "Make a sheet of actuals for a department to fill (XLSX or CSV)."),
    "help.option.force": ("文件已经存在时覆盖它。", "Replace the file if it exists."),
    "template.written": ("{file}：{number} 行待填。", "{file}: {number} {number:row|rows} to fill."),
    "template.sheet.fill": ("填报表", "To fill"),
    "template.sheet.others": ("无数字的目标", "Targets without a number"),
    "template.sheet.help": ("说明", "How to fill"),
    # The headings that the reader of actuals knows; it passes over section, name, target and period.
    "template.column.section": ("章节", "section"),
    "template.column.indicator": ("指标", "indicator"),
    "template.column.name": ("指标名称", "name"),
    "template.column.target": ("目标", "target"),
    "template.column.period": ("目标时期", "period"),
    "template.column.measure": ("类型", "measure"),
    "template.column.unit": ("单位", "unit"),
    "template.column.as_of": ("截至", "as_of"),
    "template.column.figure": ("数值", "figure"),
    "template.column.source": ("来源", "source"),
    "template.column.note": ("备注", "note"),
    "template.column.evidence": ("佐证", "evidence"),
    "template.column.confirmed_by": ("核实人", "confirmed_by"),
    "template.others.section": ("章节", "Section"),
    "template.others.indicator": ("id", "Id"),
    "template.others.name": ("名称", "Name"),
    "template.others.target": ("目标（无数字，不填）", "Target (no number, nothing to fill)"),
    "template.others.period": ("时期", "Period"),
    "template.prompt.as_of": (
        "数据截至何时：2026-09-30、2026-09、2026-Q3 或 2026。可从下拉表中选。",
        "The date of the figure: 2026-09-30, 2026-09, 2026-Q3 or 2026. Choose from the list or type.",
    ),
    "template.prompt.figure": (
        "按左边的单位填，如 5.2；也可连单位写，如 5.2%、1520.3亿元。不知道就留空，不要填 0。",
        "In the unit on the left, such as 5.2; or with its unit, such as 5.2%. Leave it empty when not known; do not type 0.",
    ),
    "template.error.indicator": (
        "目标里没有这个指标。要报目标以外的指标，可以继续。",
        "No target has this indicator. To report one without a target, go on.",
    ),
    "template.error.as_of": (
        "不在下拉表中。写作 2026-09-30、2026-09、2026-Q3 或 2026 就可以继续。",
        "Not in the list. Go on if it is written like 2026-09-30, 2026-09, 2026-Q3 or 2026.",
    ),
    "template.help": (
        "怎样填这张表\n"
        "1. 只填浅黄色的格：截至、数值、来源、备注、佐证、核实人。灰色的格是给定的，请不要改。\n"
        "2. 数值按「单位」一列填：单位是 亿元 就填 1520.3，单位是 % 就填 5.2 或 5.2%。也可以连单位一起写，如 1520.3亿元。\n"
        "3. 印多少位就填多少位，不要多也不要少：2.70 与 2.7 是不同的精度。\n"
        "4. 不知道就留空。空格表示没有数据，0 表示零。\n"
        "5. 截至：数据所到的日期或时期，如 2026-09-30、2026-09、2026-Q3；全年的数写 2026。年内的数填累计数，不填当月数。\n"
        "6. 同一指标有几个时点的数，就把这一行复制几行，各写各的截至。\n"
        "7. 数值里不要用公式。确实是算出来的，请粘贴成数值。\n"
        "8. 不要改第一行的标题，不要合并单元格。行可以筛选、排序、删除。\n"
        "9. 来源写提供数据的单位，如 区统计局；佐证写文件或链接；核实人写谁对这个数负责。\n"
        "10. 类型说的是数值是哪一种数：期末数是到那一天的存量，期间数是当年累计，增减是比基期多出的。报的是另一种数，就改成那一种。",
        "How to fill this workbook\n"
        "1. Fill the light yellow cells only: as_of, figure, source, note, evidence, confirmed_by. Grey cells are given; please leave them as they are.\n"
        "2. A figure is in the unit of the column unit: 1520.3 where it says 亿元, 5.2 or 5.2% where it says %. Or write the unit with it: 1520.3亿元.\n"
        "3. Type the digits that were published, no more and no fewer: 2.70 and 2.7 are of different precision.\n"
        "4. Leave empty what is not known. An empty cell means no data; 0 means zero.\n"
        "5. as_of is the date or period that the figure reaches to: 2026-09-30, 2026-09, 2026-Q3; 2026 for the whole year. Within the year type the sum so far, not that of the month.\n"
        "6. For several dates of one indicator copy the row, one for each date.\n"
        "7. No formulas in the figures; where one was computed, paste its value.\n"
        "8. Leave the headings of the first row as they are and merge no cells. Rows may be filtered, sorted and deleted.\n"
        "9. source is the office that the figure comes from, evidence a file or a link that bears it out, confirmed_by who stands for it.\n"
        "10. measure says what kind of number it is: a level is the stock on that day, a flow the sum of the year so far, a change what came on top of the base. If you report another kind, write that one.",
    ),
    "cell.true": ("是", "yes"),
    "cell.false": ("否", "no"),
    "cell.month": ("/月", " a month"),
    "cell.year": ("/年", " a year"),
    "cell.reason.growth_base": ("没有说是比哪一年的增速。", "Does not say what the growth is on."),
    "cell.reason.no_base_year": (
        "没有起始年同单位的确切数，由总量算不出年均增速。请给年均增速。",
        "There is no exact figure of the year it starts from in this unit. Give the average growth.",
    ),
    "cell.reason.not_a_year": (
        "年均增速要用起始年之后某一整年的数来算。请给年均增速，或给一整年的数。",
        "An average growth is worked out from the amount of one whole later year. Give that, or the average growth.",
    ),
    "cell.reason.rounding": (
        "由总量算出的数有舍入，目标就在其范围内；舍入之内不能判定，以公布的数为准。",
        "Worked out of rounded amounts; the target lies within what they can be, so rounding leaves it open.",
    ),
    "cell.reason.still_to_come": (
        "所给的日子尚未到来，不能说已完成或未完成。",
        "The day that was given is still to come; nothing is met or missed yet.",
    ),
    "cell.reason.no_direction": (
        "偏离目标数；没有声明方向，哪边更好说不清。",
        "Off the number; no direction is declared, so neither side is known to be better.",
    ),
    "cell.reason.open_wording": (
        "只是界限或范围，两头的判断不同。",
        "A bound or a range, whose ends are judged differently.",
    ),
    "cell.reason.earlier_missing": (
        "期间数是当年累计，还缺更早的数，合计不能定。",
        "Figures of sums are those of the year so far, and an earlier one is not known.",
    ),
    "cell.reason.unsigned": (
        "目标是压减，给的数没有写明是减还是增。",
        "The target is a cut, and the figure says neither whether it was cut nor whether it came on top.",
    ),
    "cell.reason.other_side": (
        "相比的另一方还没有同一天、同一口径的数。",
        "The figure on the other side, of the same day and measure, is not there.",
    ),
    "cell.reason.below_last_year": ("低于上年。", "Below the year before."),
    "cell.reason.not_below_last_year": (
        "不低于上年；是否达到，没有数字可以判断。",
        "Not below the year before; no number says what it takes to be met.",
    ),
    "bound_word.exact": ("原数", "exact"),
    "bound_word.about": ("左右", "about"),
    "bound_word.at_least": ("以上", "at least"),
    "bound_word.more_than": ("超过", "more than"),
    "bound_word.at_most": ("以下", "at most"),
    "bound_word.less_than": ("近", "less than"),
    "bound_word.range": ("区间", "range"),
    "column.field.actual": ("实际", "Actual"),
    "column.field.actual_value": ("实际数", "Actual, number"),
    "column.field.as_of": ("截至", "As of"),
    "column.field.actual_low": ("实际数下限", "Actual, at least"),
    "column.field.actual_high": ("实际数上限", "Actual, at most"),
    "column.field.added_up": ("由哪些数相加", "Added up from"),
    "column.field.relative_to": ("与哪个指标比", "Set against"),
    "column.field.path_declared": ("分年目标已声明", "Way by milestones"),
    "column.field.allowed": ("限额每月可用", "Left of a limit, a month"),
    "column.field.baseline_printed": ("基数原印", "Baseline as printed"),
    "column.field.adjusted_from": ("调整前", "Before adjustment"),
    "column.field.revised": ("修订或调整为", "Revised or adjusted to"),
    "column.field.revised_value": ("修订后的数", "Revised, number"),
    "column.field.revised_on": ("修订日期", "Revised on"),
    "column.field.revised_by": ("修订来源", "Revised by"),
    "column.field.asked": ("目标比基数", "Target against base"),
    "column.field.asked_high": ("目标比基数上限", "Against base, highest"),
    "column.field.asked_low": ("目标比基数下限", "Against base, lowest"),
    "column.field.base_differs": ("口径不同的原因", "Why base differs"),
    "column.field.base_mean": ("基数年均", "Base, yearly mean"),
    "column.field.held": ("期内保持", "Held"),
    "column.field.provisional": ("候选", "Put forward"),
    "column.field.wording": ("用语", "Wording"),
    "column.field.assumed": ("假定其余时间", "Assumed for the rest"),
    "column.field.baseline": ("基数", "Baseline"),
    "column.field.baseline_period": ("基数时期", "Period of baseline"),
    "column.field.binding": ("约束力", "Binding"),
    "column.field.bound": ("限定", "Bound"),
    "column.field.completion": ("完成率", "Completion"),
    "column.field.used": ("限额已用", "Used"),
    "column.field.path": ("直线应到", "Due on the way"),
    "column.field.target_low": ("目标下限", "Target low"),
    "column.field.target_high": ("目标上限", "Target high"),
    "column.field.difference": ("变动", "Difference"),
    "column.field.difference_unit": ("变动单位", "Unit of difference"),
    "column.field.elapsed": ("序时进度", "Time elapsed"),
    "column.field.end_gap": ("期末差距", "Gap at the end"),
    "column.field.end_status": ("期末状态", "Status at the end"),
    "column.field.end_value": ("期末数", "Value at the end"),
    "column.field.estimated": ("预计数", "Estimated"),
    "column.field.figure": ("数值（原样）", "Figure as printed"),
    "column.field.file": ("文件", "File"),
    "column.field.forecast": ("直线外推", "Straight-line forecast"),
    "column.field.gap": ("差距", "Gap"),
    "column.field.gap_unit": ("差距单位", "Unit of gap"),
    "column.field.high": ("上限", "Upper end"),
    "column.field.high_closed": ("含上限", "Upper end included"),
    "column.field.indicator": ("指标", "Indicator"),
    "column.field.doubted": ("存疑", "In doubt"),
    "column.field.evidence": ("佐证", "Evidence"),
    "column.field.confirmed_by": ("核实人", "Confirmed by"),
    "column.field.confirmed_at": ("核实时间", "Confirmed at"),
    "column.field.lead": ("较序时（百分点）", "Lead (pp)"),
    "column.field.line": ("行", "Line"),
    "column.field.low": ("下限", "Lower end"),
    "column.field.low_closed": ("含下限", "Lower end included"),
    "column.field.measure": ("类型", "Measure"),
    "column.field.name": ("名称", "Name"),
    "column.field.name_en": ("英文名称", "English name"),
    "column.field.note": ("注", "Note"),
    "column.field.now": ("现在", "Now"),
    "column.field.now_as_of": ("现在截至", "Now, as of"),
    "column.field.now_status": ("现在状态", "Status now"),
    "column.field.period": ("时期", "Period"),
    "column.field.progress": ("基数到目标的进度", "Way from baseline"),
    "column.field.reason": ("说明", "Reason"),
    "column.field.recorded": ("记录时间", "Recorded"),
    "column.field.required": ("还需", "Still needed"),
    "column.field.required_unit": ("还需的单位", "Unit of what is needed"),
    "column.field.responsible": ("牵头单位", "Responsible"),
    "column.field.role": ("基数或目标", "Role"),
    "column.field.section": ("章节", "Section"),
    "column.field.share_done": ("基年同期占比", "Share of the base year"),
    "column.field.since": ("比", "Since"),
    "column.field.source": ("来源", "Source"),
    "column.field.status": ("状态", "Status"),
    "column.field.superseded_by": ("已更正为", "Superseded by"),
    "column.field.target": ("目标", "Target"),
    "column.field.target_value": ("目标数", "Target, number"),
    "column.field.then": ("当时", "Then"),
    "column.field.then_as_of": ("当时截至", "Then, as of"),
    "column.field.then_status": ("当时状态", "Status then"),
    "column.field.trend": ("走向", "Trend"),
    "column.field.unit": ("单位", "Unit"),
    "column.field.value": ("数", "Number"),
}  # fmt: skip
