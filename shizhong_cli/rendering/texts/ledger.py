"""The ledger, recording in a conversation, figures in doubt, and what is said of filters that let nothing through."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "doubt.line": ("存疑：{name} 的 {figure}{cell} {why}。", "In doubt: {figure} for {name}{cell} {why}."),
    "doubt.cell": ("（{cell} 格）", " (cell {cell})"),
    "doubt.large": (
        "是{targets}的四倍以上，可能多了位数、错了单位，或填的是另一种数",
        "is four times {targets}, or more: digits, unit or kind of figure may be wrong",
    ),
    "doubt.small": (
        "不到{targets}到这时应有的二十分之一，可能把百分数写成了小数，或少了位数",
        "is a twentieth of {targets} as far as due by then, or less: a percentage typed as "
        "a fraction, or digits missing",
    ),
    "doubt.sign": (
        "与{targets}大小相近、方向相反，可能漏了「下降」或负号",
        "is of the size of {targets} with the other sign: 下降 or a minus may be missing",
    ),
    "doubt.asked": ("目标（{figures}）和同类基数", "the target ({figures}) and the like baseline"),
    "doubt.reported": ("报告数（{figures}）", "the figure reported ({figures})"),
    "doubt.count": ("存疑", "in doubt"),
    "doubt.mark": ("{figure}？", "{figure} (?)"),
    "doubt.confirm": (
        "注意：存疑的数带着标记，不上「最需关注」；核实无误，就用 record … --confirm 再记一次。",
        "Figures in doubt are marked and are no headline; where one is right, record it again with --confirm.",
    ),
    "nothing.filter": ("{option}「{found}」一项也没有；有：{known}。", "nothing for {option} {found}; there is: {known}. "),
    "nothing.body": ("{option}：{why}。", "{option}: {why}."),
    "nothing.due": ("到 {until} 为止没有到期的目标；最早到期的在 {first}。", "no target falls due up to {until}; the first one does on {first}."),
    "nothing.together": ("这几个条件各有符合的目标，同时符合的没有；少给一个。", "each condition fits some targets, none fits all of them; leave one out."),
    "status.top": ("只看前 {top} 项，下面的数都只说这几项；另有 {left} 项未列。", "The first {top} only, and what follows counts these alone; {left} more are not listed."),
    "gap.beside_only": ("{figure} 是 {indicator} 的同比增速，只列在累计数旁边，不用来判断目标。", "{figure} is a growth of {indicator} on the year before: it stands beside the amounts and judges no target."),
    "nothing.none": ("一个也没有声明", "none is declared"),
    "order.trouble": ("问题在前", "trouble first"),
    "order.report": ("报告顺序", "order of the report"),
    "order.gap": ("差距大的在前", "largest gap first"),
    "ask.day": ("这些数截至何时（如 三季度、2026-09-30）？", "Up to which day are the figures (Q3, 2026-09-30)? "),
    "ask.how": ("逐项填数；没有就直接回车，q 结束。填了的随即记下。", "One figure after the other; Enter where there is none, q to end. Each is kept at once."),
    "ask.figure": ("{name}，目标 {target}（{period}）{unit}：", "{name}, target {target} ({period}){unit}: "),
    "ask.unit": ("，单位 {unit}", ", in {unit}"),
    "ask.done": ("问了 {asked} 项，记下 {kept} 个数（{ledger}）。", "{asked} asked, {kept} kept ({ledger})."),
    "ledger.undone": ("撤回刚才所记", "undone"),
    "ledger.withdrawn": ("已在 {ledger} 撤销 {number} 行（原行仍在）；{by}：{why}", "Withdrawn in {ledger}: {number} (the rows stay); {by}: {why}"),
    "ledger.row": ("第 {number} 行 {indicator} {figure}（截至 {as_of}）", "row {number}: {indicator} {figure} (as of {as_of})"),
    "ledger.title": ("台账 {ledger}", "Ledger {ledger}"),
    "ledger.count": ("{all} 行：{parts}。", "{all} {all:row|rows}: {parts}."),
    "ledger.narrow": (
        "窗口窄，来源、记录时间没有列全；窗口加宽，或加 -o ledger.xlsx，都能看到。",
        "The page is too narrow for source and time of recording; a wider window shows them, and so does -o ledger.xlsx.",
    ),
    "ledger.nothing": ("没有符合条件的行；台账共 {all} 行。", "No row fits; the ledger has {all}."),
    "ledger.next": ("撤销某一行：shizhong record --void 行号 --note 原因；撤回刚才所记：shizhong record --undo。", "Withdraw a row: shizhong record --void N --note WHY; take back what was recorded last: shizhong record --undo."),
    "status.from": ("实际数出自 {files}。", " Actuals from {files}."),
    "ledger.kept_by": ("{by}记", "recorded by {by}"),
    "ledger.by": ("{by} {at}：{why}", "{by} {at}: {why}"),
    "ledger.later": ("见第 {number} 行", "see row {number}"),
    "record.void.example": ("--note 记错了 --by 姓名", "--note WRONG-DAY --by NAME"),
    "rowstate.in_force": ("有效", "in force"),
    "rowstate.superseded": ("已被取代", "superseded"),
    "rowstate.withdrawn": ("已撤销", "withdrawn"),
    "rowstate.ahead": ("时未到，不计", "too early, not counted"),
    "rowstate.unreadable": ("读不出", "unreadable"),
    "column.row": ("行", "Row"),
    "column.by": ("经办", "By"),
    "column.evidence": ("佐证", "Evidence"),
    "gap.in_file": ("所在文件", "In the file"),
    "gap.evidence": ("佐证", "Evidence"),
    "evidence.confirmed": ("{by} 核实", "confirmed by {by}"),
    "evidence.confirmed.at": ("{by} {at} 核实", "confirmed by {by}, {at}"),
    "column.remark": ("说明", "Remark"),
    "gap.just_over": ("略超", "just over"),
    "gap.rest_growth.may_fall": (
        "其余时间下降不超过 {rate} 即可（{basis}）",
        "a fall of no more than {rate} in the rest of the year will do ({basis})",
    ),
    "gap.rest_growth.fall": ("其余时间须下降 {rate}（{basis}）", "a fall of {rate} in the rest of the year ({basis})"),
    "gap.stock_growth.fall": (
        "还须减少 {amount}（现有存量再下降 {rate}）",
        "{amount} fewer or less (the stock has to fall by {rate} from here)",
    ),
    "gap.average_growth.may_fall": (
        "其余 {years} 年年均下降不超过 {rate} 即可",
        "an average fall of no more than {rate} in the {years} {years:year|years} left will do",
    ),
    "gap.average_growth.fall": ("其余 {years} 年须年均下降 {rate}", "average fall of {rate} in the {years} {years:year|years} left"),
    "ledger.not_taken": (
        "台账 {ledger} 有 {number} 行没有读进来（见上），其余照常计算；这几行所说的指标可能有更新的数。请改正，或加 --skip-bad 略去。",
        "{number} {number:row|rows} of the ledger {ledger} {number:was|were} not taken (see above), the rest is judged without them: their indicators may "
        "have newer figures. Correct them, or leave them out with --skip-bad.",
    ),
    "ledger.not_taken.other": (
        "台账 {ledger} 里的数一个也没有用（见上）。用 --data 指它所属的那份数据，或用 --actuals 另指一本台账。",
        "No figure of the ledger {ledger} was taken (see above). Name the data that it belongs to with --data, or another "
        "ledger with --actuals.",
    ),
    "ledger.not_taken.headings": (
        "台账 {ledger} 的表头有读不懂的地方（见上），其余照常计算。请改正，或加 --skip-bad 略去。",
        "Some headings of the ledger {ledger} cannot be read (see above), the rest is judged. Correct them, or pass over them "
        "with --skip-bad.",
    ),
    "settings.data": ("数据取自 {value}（{file} 指定）。", "The data are those of {value}, as {file} says."),
    "settings.actuals": ("台账用 {value}（{file} 指定）。", "The ledger is {value}, as {file} says."),
    "status.own_way": (
        "定有分期目标的累计数，竖线和「较序时」按当日应完成的比例计，不按序时进度。",
        "For sums with milestones the stroke and the lead go by the share that these ask on the day, not by the time over.",
    ),
    "gap.lead.way": ("快于当日应完成比例", "Ahead of the share due"),
    "gap.lag.way": ("慢于当日应完成比例", "Behind the share due"),
    "gap.due_share": ("当日应完成比例", "Share due"),
    "gap.computed.fall": ("{amount}，比 {base} 下降 {rate}", "{amount}, down {rate} from {base}"),
    "gap.computed.average": (
        "{amount}，比 {base} 年均增长 {rate}（{years} 年）",
        "{amount}, {rate} a year on {base} ({years} {years:year|years})",
    ),
    "gap.computed.average_fall": (
        "{amount}，比 {base} 年均下降 {rate}（{years} 年）",
        "{amount}, down {rate} a year from {base} ({years} {years:year|years})",
    ),
    "gap.base_amount.average": ("基期总量", "Amount before"),
    "reason.open_wording": (
        "「{figure}」只说了界限或范围，按通常读法在 {span} 之间，两头的判断不同，不能判定；请给确切的数。",
        "「{figure}」 is a bound or a range: it is read as {span}, whose ends are judged differently; give the exact figure.",
    ),
    "reason.no_direction": (
        "偏离目标数，但指标没有声明哪边更好（direction: none），是快是慢说不清；要判快慢，请在数据文件里写明方向。",
        "Off the number, and the indicator does not declare which side is better (direction: none), so it is neither ahead"
        " nor behind; to have it judged, declare a direction in the data file.",
    ),
    "gap.between": ("{low} 至 {high}", "{low} to {high}"),
    "gap.by_end": (
        "目标是一个范围，差距和完成率按其中的 {end} 计算。",
        "The target is a range; gap and completion are those from its {end}.",
    ),
    "gap.worse_end": (
        "实际数是一个范围，差距和完成率按对目标较不利的一端计算。",
        "The actual is a range; gap and completion are those of the end that is worse for the target.",
    ),
    "gap.approximate": (
        "「{figure}」是约数，按所印的数比较。",
        "「{figure}」 is approximate and is compared as the number printed.",
    ),
    "gap.estimated": (
        "「{figure}」是预计数，不是最后的结果。",
        "「{figure}」 is an estimate and no final result.",
    ),
    "reason.growth_base": (
        "目标是比 {since} 年的增长；给的增速没有说比哪一年，也可能是比上年的，不能断定。写成「比{since}年增长…」，或给总量。",
        "The target is a growth since {since}; the rate does not say what it is on, and may be on the year before. Write … since {since}, "
        "such as 52% since {since}, or give the amount.",
    ),
    "reason.no_base_year": (
        "没有 {since} 年同单位的确切数作起点，由总量算不出年均增速。请给年均增速（如 6.5%），或在 baselines.yaml 写上 {since} 年的数。",
        "There is no exact figure of {since} in this unit to start from, so no average growth follows. Give the average growth, "
        "such as 6.5%, or declare the figure of {since} in baselines.yaml.",
    ),
    "reason.not_a_year": (
        "年均增速要用 {since} 年之后某一整年（或年末）的一个数来算，{figure} 不是。请给年均增速（如 6.5%），或给一整年的数，时点写成年份。",
        "An average growth is worked out from the amount of one whole year after {since} (or the stock at its end), which {figure} is not. "
        "Give the average growth, such as 6.5%, or the amount of a year, dated by the year.",
    ),
    "gap.stock_rate": (
        "存量按公布的增速判断；由增速推不出年内还须增加多少，给期末数才能算。",
        "A stock is judged by its published growth; what it still has to gain follows from an amount only.",
    ),
    "gap.stock_rate.needed": (
        "存量按公布的增速 {rate} 判断；同日期末数 {amount}，{needed}。",
        "A stock is judged by its published growth, {rate}; by its amount of the same day, {amount}: {needed}.",
    ),
    "gap.stock_rate.enough": ("已够期末的数", "enough for the end of the year"),
    "gap.stock_rate.differs": (
        "存量按公布的增速 {rate} 判断；同日期末数 {amount}，两者对不上，请核。",
        "A stock is judged by its published growth, {rate}; its amount of the same day, {amount}, does not go with it: please check.",
    ),
    "gap.stock_growth": (
        "还须增加 {amount}（现有存量再增长 {rate}）",
        "{amount} more (the stock has to grow by {rate} from here)",
    ),
    "ledger.missing": ("指定的台账 {ledger} 还不存在。", "The ledger that was named, {ledger}, is not there yet."),
    "record.no_evidence": (
        "注意：佐证 {evidence} 在这里没有这个文件（也不是链接）；已照记，写错了就用同一个数再记一次。",
        "Note: there is no file {evidence} here to bear the figure out (nor is it a link); kept as given. Where it is a slip, record the same "
        "figure again.",
    ),
    "record.lower": (
        "注意：{name} 截至 {as_of} 的 {figure} 小于 {earlier_as_of} 的 {earlier}；本年累计数一般不会变小。",
        "Note: {name}, {figure} as of {as_of}, is below {earlier} as of {earlier_as_of}; sums of a year do not usually fall.",
    ),
    "next.record": (
        "接着可以输入：{command}（离目标还有多远）；记错了：{undo}",
        "Next: {command} (how far from target); a slip: {undo}",
    ),
    "next.withdrawn": ("接着可以输入：{command}（台账各行）", "Next: {command} (every row of the ledger)"),
    "ledger.all_later": (
        "到这一天还没有数；已有的 {count} 个数都在此后，最早的是 {first}。",
        "Nothing had come in by that day; {count} {count:figure is|figures are} later, the first of {first}.",
    ),
    "next.convert.size": (
        "面积、长度、重量、功率各自之间都能换：shizhong convert 3.2万千瓦 兆瓦",
        "Areas, lengths, weights and powers, each among themselves: shizhong convert 3.2万千瓦 兆瓦",
    ),
    "next.convert": (
        "外币要给汇率：shizhong convert 1.5亿美元 亿元 --rate 1美元=7.1元@2026-09-30",
        "Of other currencies give the rate: shizhong convert 1.5亿美元 亿元 --rate 1美元=7.1元@2026-09-30",
    ),
    "next.many": ("接着可以输入：{command}（逐项看这一套）", "Next: {command} (this pack check by check)"),
    "next.many.bad": ("接着可以输入：{command}（这一套为什么读不了）", "Next: {command} (why this pack cannot be read)"),
    "next.many.targets": ("接着可以输入：{command}（逐项看这一套）", "Next: {command} (this pack target by target)"),
    "next.settings": (
        "常用的选项可写进 shizhong.toml：data、actuals、lang、pager（见使用指南「写你自己的报告」）。",
        "What you always give can stand in shizhong.toml: data, actuals, lang, pager (see the guide, “Your own report”).",
    ),
    "next.rollover": (
        "接着可以输入：{command}（补上新的数和目标后，看还缺什么）",
        "Next: {command} (when the new figures and targets are in: what is still missing)",
    ),
    "ledger.none": (
        "还没有台账 {ledger}。记下第一个数就会建好：{command}",
        "There is no ledger {ledger} yet. The first figure that is kept makes it: {command}",
    ),
}  # fmt: skip
