"""The pages of coverage, draft and rollover."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.coverage": (
        "核对一篇报告与数据是否互相齐全：文中每个数都已录入，录入的每个数文中都有。",
        "Check text and data against each other: every number of the text declared, every declared figure in the text.",
    ),
    "help.option.excluded": ("列出不算数据的数和理由。", "List the numbers that are no figures, with the reasons."),
    "help.option.index": (
        "另写一份数的索引（CSV，只有数，没有句子）；以后没有原文也能用它核对。",
        "Also write an index of the numbers (CSV, facts without sentences) that proves the same without the text.",
    ),
    "help.coverage.option.files": (
        "报告文件；- 为标准输入。给出文件夹（几个，或含 * 的写法，或列出文件夹的文件）时，每套数据与其中的 report.txt、.md、.docx 或 .pdf 对照，每套一行，最差的在前。",
        "The report; - for standard input. Of folders, of a pattern with *, or of a file that lists folders: each pack against "
        "the report.txt, .md, .docx or .pdf in it, one line each, worst first.",
    ),
    "help.coverage.option.listed": (
        "列出文件夹的文件：每行一个，从它所在的文件夹算起；可再用制表符隔开写它的报告文件。",
        "A file that lists folders: one a line, from where it lies, and its report behind a tab.",
    ),
    "coverage.many": (
        "共 {total} 套数据：{complete} 套与报告互相齐全，{bad} 套无法对照。",
        "{total} {total:pack|packs}: {complete} complete both ways, {bad} could not be compared.",
    ),
    "coverage.one_matched": ("对上", "Matched"),
    "next.many.coverage": ("接着可以输入：{command}（逐项看这一套）", "Next: {command} (this pack number by number)"),
    "coverage.title": ("{title}：文稿与数据", "{title}: text and data"),
    "coverage.undeclared": ("文中有而数据里没有（{number}）", "In the text and not in the data ({number})"),
    "coverage.unmatched": ("数据里有而文中没有（{number}）", "In the data and not in the text ({number})"),
    "coverage.misplaced": ("章节不对（{number}）", "In another section ({number})"),
    "coverage.outdated": ("排除项已无对应的数（{number}）", "Exclusions without a number ({number})"),
    "coverage.unlike": ("对上了，措辞不同，请看一眼（{number}）", "Matched with other wording; worth a look ({number})"),
    "coverage.excluded": ("不算数据的数（{number}）", "Numbers that are no figures ({number})"),
    "coverage.one_undeclared": ("文中有而数据里没有", "In the text and not in the data"),
    "coverage.one_unmatched": ("数据里有而文中没有", "In the data and not in the text"),
    "coverage.one_misplaced": ("章节不对", "In another section"),
    "coverage.one_outdated": ("排除项已无对应的数", "Exclusion without a number"),
    "coverage.column.number": ("数", "Number"),
    "coverage.column.where": ("行:列", "Line:col"),
    "coverage.column.context": ("上下文", "Context"),
    "coverage.column.line": ("可写入的一行", "Line to write"),
    "coverage.column.figure": ("数据", "Figure"),
    "coverage.column.indicator": ("指标", "Indicator"),
    "coverage.column.place": ("位置", "Place"),
    "coverage.column.nearest": ("文中最像的", "Most like it"),
    "coverage.column.section": ("所写章节", "Declared section"),
    "coverage.column.found": ("文中所见", "Found"),
    "coverage.column.reason": ("理由", "Reason"),
    "coverage.unknown_unit": ("不认识的单位「{unit}」，请在 units 里声明", "unknown unit {unit}; declare it under units"),
    "coverage.perhaps": ("可能是 {figure}", "perhaps {figure}"),
    "coverage.declared": ("已列为排除", "declared"),
    "coverage.complete": ("互相齐全：{matched} 个数据与文中的数一一对应。", "Complete both ways: {matched} {matched:figure has its number|figures have their numbers} in the text."),
    "coverage.incomplete": (
        "对应 {matched} 个；未录入 {undeclared}，文中没有 {unmatched}，章节不对 {misplaced}，排除项过时 {outdated}。",
        "{matched} matched; undeclared {undeclared}, not in the text {unmatched}, misplaced {misplaced}, outdated exclusions {outdated}.",
    ),
    "coverage.excluded_counts": ("另有 {total} 个数不算数据：{counts}。", "{total} more {total:number is no figure|numbers are no figures}: {counts}."),
    "coverage.sections_missing": (
        "文中找不到这些章节（可用 begins 写明开头几个字），其中的数不分章节核对：{sections}",
        "Sections not found in the text (say with begins how they begin); their figures were matched anywhere: {sections}",
    ),
    "coverage.indexed": ("已写 {file}，{number} 个数。", "{file} written, {number} {number:number|numbers}."),
    "help.draft": (
        "读一篇报告，起草它的 baselines.yaml 和 targets.yaml；每处猜测都注明 # check:。",
        "Read a report and draft its baselines.yaml and targets.yaml; every guess is marked # check:.",
    ),
    "help.option.folder": ("写到这个文件夹。", "The folder to write to."),
    "help.option.like": (
        "已有数据的文件夹：同名指标沿用那里的 id、名称和方向。",
        "A folder with known data: indicators known there keep their ids, names and directions.",
    ),
    "help.option.year": ("报告部署的是哪一年；不给则从文中读。", "The year that the report plans; else read from the text."),
    "help.option.review": (
        "逐条核对起草时猜的数（接受、更正、删去），每答一条即写入文件；草稿已在时接着核对。",
        "Walk through what was guessed (accept, correct, drop); the files are written at each answer. Goes on with a draft "
        "that is there.",
    ),
    "help.option.sheet": (
        "把猜的数写到这张工作簿（.xlsx），一行一个，选采用、更正或舍去；工作簿已在时读回其中的答复，写入草稿。",
        "Write what was guessed to this workbook (.xlsx), a row each to accept, correct or drop; one that is there already is "
        "read back into the draft.",
    ),
    "review.sheet": ("核对", "review"),
    "review.column.answer": ("答复", "answer"),
    "review.column.before": ("前文", "before"),
    "review.column.figure": ("数值", "figure"),
    "review.column.after": ("后文", "after"),
    "review.column.name": ("名称", "name"),
    "review.column.role": ("基数或目标", "role"),
    "review.column.measure": ("口径", "measure"),
    "review.column.period": ("时期", "period"),
    "review.column.since": ("基期", "since"),
    "review.column.unit": ("单位", "unit"),
    "review.column.direction": ("方向", "direction"),
    "review.column.prices": ("价格", "prices"),
    "review.column.section": ("章节", "section"),
    "review.column.guessed": ("猜的是", "guessed"),
    "review.column.line": ("行:列", "line:column"),
    "review.column.key": ("编号（勿改）", "key (leave it)"),
    "review.column.drafted": ("原稿（勿改）", "as drafted (leave it)"),
    "review.answer.accept": ("采用", "accept"),
    "review.answer.correct": ("更正", "correct"),
    "review.answer.drop": ("舍去", "drop"),
    "review.prompt.answer": (
        "采用：照这一行。更正：先改这一行的黄格。舍去：不是指标的数。空着：以后再答。",
        "accept: as the row stands. correct: change the yellow cells of the row first. drop: no figure of an indicator. "
        "empty: later.",
    ),
    "review.prompt.role": ("已报告的数，还是目标。", "A figure reported, or a target."),
    "review.prompt.measure": ("从表中选。", "Choose from the list."),
    "review.prompt.direction": (
        "这个指标越高越好还是越低越好；改一行，这个指标的数全改。",
        "Whether more or less of the indicator is better; a change in one row is one of all its figures.",
    ),
    "review.prompt.prices": (
        "这个指标的这一口径按什么价格算；空着：没有写明。",
        "The prices that this measure of the indicator is at; empty: not declared.",
    ),
    "review.help": (
        "a 采用：照原样。d 舍去：不是指标的数，列为排除。s 以后再说。q 退出（已答的都写好了，再运行即接着做）。\n"
        "c 更正：写 键=值，可写多个：名称 基数或目标 口径 数值 单位 时期 基期 章节 方向 价格。\n"
        "  数值连同界限一起写：数值=5%左右、80公里以上、5%—6%、不超过3%。口径：{measures}。\n"
        "  方向：{directions}。价格：{prices}。",
        "a accept as it is; d drop: no figure of an indicator, listed as an exclusion; s later; q quit (all answers are written, run it\n"
        "again to go on).\n"
        "c correct: key=value, one or more: name role measure figure unit period since section direction prices.\n"
        "  A figure is written with its bound: figure=5%左右, 80公里以上, 5%—6%, 不超过3%. Measures: {measures}.\n"
        "  Directions: {directions}. Prices: {prices}.",
    ),
    "review.sheet_written": (
        "已写 {file}：待核对 {number} 条在前，没有猜测的 {certain} 条在后（没错就不填）；填好答复后再运行同一命令读回。",
        "{file} written: {number} {number:row|rows} to be looked at first, behind them {certain} that nothing was guessed of (leave empty "
        "what is right); fill in the answers and run the same command again to read them back.",
    ),
    "review.sheet_read": (
        "读回 {file}：采用 {accepted}，更正 {corrected}，舍去 {dropped}；{gone} 行已不在待核之列（核对过，或草稿改过）；还有 {left} 条待核对。",
        "Read back from {file}: {accepted} accepted, {corrected} corrected, {dropped} dropped; {gone} {gone:row waits|rows wait} no "
        "more (answered before, or the draft was changed); {left} still to be looked at.",
    ),
    "review.figure": (
        "\n还有 {left} 条。{around}\n  {name}｜{figure}｜{measure}｜{role}｜时期 {period}｜基期 {since}；猜的是：{guesses}",
        "\n{left} left. {around}\n  {name} | {figure} | {measure} | {role} | period {period} | since {since}; guessed: {guesses}",
    ),
    "review.ask": ("a 采用，c 更正，d 舍去，s 以后再说，q 退出，? 说明：", "a accept, c correct, d drop, s later, q quit, ? help:"),
    "review.changes": (
        "写 键=值，可多个（name role measure figure unit period since section direction prices），如 period=2024 measure=level：",
        "key=value, one or more (name role measure figure unit period since section direction prices), such as period=2024 "
        "measure=level:",
    ),
    "review.reason": ("核对时删去", "dropped in review"),
    "review.cannot": ("未改：{reason}", "Nothing changed: {reason}"),
    "review.no_changes": ("没有写 键=值", "no key=value was typed"),
    "review.left": ("还有 {number} 条待核对；再运行一次即可接着做。", "{number} still to be looked at; run it again to go on."),
    "draft.head": (
        "由程序起草，供人核改：每行 # check: 后是把握（高、中、低）、猜了什么、原文的行列。",
        "Drafted by a program for people to check: behind # check: stand the confidence, what was guessed, line and column.",
    ),
    "draft.head.counts": (
        "把握高 {high}（没有猜的，仍请抽查），中 {medium}，低 {low}，排除 {exclusions}。",
        "{high} high (nothing guessed; spot-check them), {medium} medium, {low} low, {exclusions} excluded.",
    ),
    "draft.head.first": (
        "先看文件末尾「把握低」各行，再看「中」；核对后删去 guessed，该数才能判出矛盾。也可用 draft --review 逐条核对。",
        "Look first at the lines of low confidence at the end, then at the medium ones; take guessed away when you have "
        "checked: only then can a check find fault with the figure. draft --review walks through them.",
    ),
    "draft.weak": ("以下把握低，请先核对", "of low confidence: look at these first"),
    "draft.year": ("报告年份取 {year}，依据：{witnesses}。", "Year of the report taken as {year}, by {witnesses}."),
    "draft.year.against": (
        "另有说法：{witnesses}；请核对，必要时用 --year 指定。",
        "Others say {witnesses}; check, and give --year where it is wrong.",
    ),
    "draft.year.alone": (
        "能定年份的依据不到两种（只提到的年份、规划和发布日期不算），不算确定：各数的时期都注明是猜的；可用 --year 指定。",
        "Fewer than two kinds of these settle a year (one that is merely named, a plan or a day of publication does not), "
        "so every period is marked as guessed; --year settles it.",
    ),
    "draft.witness": ("{kind}（第 {line} 行，{year}）", "{kind} (line {line}: {year})"),
    "draft.witness.given": ("--year", "--year"),
    "draft.witness.title": ("标题", "the title"),
    "draft.witness.date": ("会议日期", "the date of the meeting"),
    "draft.witness.looked_back": ("回顾的标题", "a heading that looks back"),
    "draft.witness.planned": ("部署的标题或目标句", "a heading or sentence of plans"),
    "draft.witness.past_year": ("过去的一年", "the year just over"),
    "draft.witness.over": ("回顾部分讲的年份", "the year that the looking back tells of"),
    "draft.witness.running": ("标题里未完的年份", "a title of a part of a year"),
    "draft.witness.outline": ("规划纲要的标题", "the title of the outline of a plan"),
    "draft.witness.series": ("多年图表的标题", "the title of a chart of several years"),
    "draft.witness.told": ("讲全年数的句子", "a sentence with what a year came to"),
    "draft.witness.published": ("发布日期", "the day it was published"),
    "draft.witness.session": ("全国人大的届次", "the session of the national congress"),
    "draft.witness.begun": ("五年规划良好开局", "a five-year plan that has begun well"),
    "draft.witness.plans": ("文中提到的最后一个五年规划", "the last five-year plan that is named"),
    "draft.witness.event": ("今年的纪念日或会议", "a jubilee or a congress of this year"),
    "draft.witness.span": ("五年的起点", "the year before the five years"),
    "draft.witness.next_five": ("今后五年的末年", "the last of five years to come"),
    "draft.witness.plan": ("五年规划的首末年", "the first or last year of a five-year plan"),
    "draft.witness.named": ("文中提到的最后一年", "the last year that is named"),
    "draft.baselines": ("基数", "baselines"),
    "draft.targets": ("目标", "targets"),
    "draft.sure.0": ("低", "low"),
    "draft.sure.1": ("中", "medium"),
    "draft.sure.2": ("高", "high"),
    "draft.unsettled": (
        "草稿所猜、未经核对：{guesses}；判定以核对后的为准。",
        "Guessed by the draft and not confirmed: {guesses}; the verdict counts once that is settled.",
    ),
    "draft.unsettled_some": (
        "其中 {number} 项的目标含草稿所猜、未经核对之处（{names}），判定以核对后的为准。",
        "Guessed by the draft and not confirmed, so not final: {number} ({names}).",
    ),
    "draft.doubt.role": ("角色（基数或目标）", "role"),
    "draft.doubt.name": ("名称", "name"),
    "draft.doubt.measure": ("类型", "measure"),
    "draft.doubt.period": ("时期", "period"),
    "draft.doubt.unit": ("单位", "unit"),
    "draft.doubt.bound": ("措辞", "wording"),
    "draft.doubt.direction": ("方向", "direction"),
    "draft.guessed": ("名称、方向由文中推断", "name and direction guessed from the text"),
    "draft.kept": ("沿用已有指标", "a known indicator"),
    "draft.left_out.unknown_unit": ("不认识的单位「{unit}」", "unknown unit {unit}"),
    "draft.left_out.unreadable": ("未能写成一个数据", "could not be written as a figure"),
    "draft.left_out.duration": ("持续的时间，不是指标的数值", "how long something lasted, no figure of an indicator"),
    "draft.left_out.anniversary": ("周年或届次", "an anniversary or the number of a session"),
    "draft.left_out.condition": ("所数对象的条件，不是数值", "a condition of what is counted, no figure itself"),
    "draft.left_out.aside": ("顺带提到的数（国情、到会人数、几个方面），不是数值", "said in passing, no figure of the report"),
    "draft.left_out.one_of": ("「……之一」里的个数，不是数值", "how many others there are, no figure itself"),
    "draft.left_out.clock": ("钟点", "a time of the day"),
    "draft.left_out.earlier_target": ("上一年的目标，不是数值", "a target of the year before, no figure"),
    "draft.left_out.repeated": ("与同节前文重复", "said before in the same section"),
    "draft.written": (
        "已写 {folder}：基数 {baselines}，目标 {targets}，指标 {indicators}，排除 {exclusions}；把握高 {high}，中 {medium}，低 {low}。",
        "{folder} written: {baselines} {baselines:baseline|baselines}, {targets} {targets:target|targets}, {indicators} {indicators:indicator|indicators}, {exclusions} {exclusions:exclusion|exclusions}; confidence high {high}, medium {medium}, low {low}.",
    ),
    "help.draft.option.files": (
        "报告文件；- 为标准输入。几个，或含 * 的写法，或列出报告的文件：每篇写到自己的文件夹（与文件同名，同名的改用所在文件夹的名字或加编号），每篇一行，最差的在前。",
        "The report; - for standard input. Of several, of a pattern with *, or of a file that lists reports: each into a folder "
        "called like it (of files called alike like their folders, or with a number), one line each, worst first.",
    ),
    "draft.many": ("共 {total} 篇报告：{bad} 篇未能起草。", "{total} {total:report|reports}: {bad} could not be drafted."),
    "help.draft.option.listed": (
        "列出报告的文件：每行一个，从它所在的文件夹算起。",
        "A file that lists reports: one a line, from where it lies.",
    ),
    "draft.called": ("{text} 与别的文件同名，写到 {name}", "{text} is called like another file: its draft is {name}"),
    "draft.called.more": ("另有 {more} 篇也不用文件名，见各行", "{more} more are not called like their files; see their lines"),
    "draft.other_years": ("{year}（另有 {others}）", "{year} (also {others})"),
    "next.many.drafts": ("接着可以输入：{command}（逐条核对这一篇）", "Next: {command} (go through this one)"),
    "draft.column.folder": ("文件夹", "Folder"),
    "draft.column.year": ("年份", "Year"),
    "draft.column.figures": ("数据", "Figures"),
    "draft.column.high": ("把握高", "High"),
    "draft.column.medium": ("中", "Medium"),
    "draft.column.low": ("低", "Low"),
    "draft.column.left": ("coverage 所余", "Left by coverage"),
    "draft.unread": (
        "有 {number} 个数没能写成数据，暂列在 exclusions（理由「未能写成一个数据」或「不认识的单位」）；请对照原文补写。",
        "{number} {number:number|numbers} could not be written as figures and stand among the exclusions (with that reason, or an unknown "
        "unit); write them by the text.",
    ),
    "draft.complete": ("与原文互相齐全（coverage 无遗漏）。", "coverage is complete both ways."),
    "draft.incomplete": ("coverage 还有 {number} 处不对；请用 coverage 查看。", "coverage still finds {number} {number:thing|things}; run it to see them."),
    "help.rollover": (
        "由今年的数据和记下的实际数写出明年的：全年的实际数转为基数，目标清空待填。",
        "Write next year's data from this year's and the recorded actuals: final ones become baselines, targets are cleared.",
    ),
    "help.option.period": ("已结束的年份，如 2026。", "The year that is over, such as 2026."),
    "rollover.head": (
        "由 rollover 从 {year} 年的数据写成：请核改标题、新的章节和目标。",
        "Written by rollover from the data of {year}: check title, new sections and targets.",
    ),
    "rollover.cleared": ("以下是上年的目标，改数后去掉 # 即可。", "Targets of the year before; change the numbers and take the # away."),
    "rollover.old": ("属于上年的报告。", "Belongs to the report of the year before."),
    "rollover.dropped": ("这项核对用到的 {found} 已不在数据里。", "This check names {found}, which is no longer there."),
    "rollover.taken": ("转为 {year} 年基数的实际数（{number}）", "Actuals that become baselines of {year} ({number})"),
    "rollover.left": ("没有转的实际数（{number}）", "Actuals that are not carried over ({number})"),
    "rollover.reason.not_final": ("不是年末数", "not of the end of the year"),
    "rollover.reason.other_year": ("不是这一年的", "of another year"),
    "rollover.reason.other_unit": ("单位与目标和基数都不同", "in a unit of neither target nor baseline"),
    "rollover.note": ("截至 {as_of} 的实际数；来源：{source}", "Actual as of {as_of}; source: {source}"),
    "rollover.summary": (
        "已写 {folder}：新基数 {taken}，清空目标 {cleared}，其中 {unanswered} 项没有年末数；停用核对 {dropped}。",
        "{folder} written: {taken} new {taken:baseline|baselines}, {cleared} {cleared:target|targets} cleared, {unanswered} of them without a final actual; {dropped} {dropped:check|checks} dropped.",
    ),
}  # fmt: skip
