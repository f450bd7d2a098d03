"""The review of a draft, at the terminal and on a sheet."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
        "读回 {file}：采用 {accepted}，更正 {corrected}，舍去 {dropped}；{gone} 行以前已写入；还有 {left} 条待核对。",
        "Read back from {file}: {accepted} accepted, {corrected} corrected, {dropped} dropped; {gone} {gone:row was|rows were} written "
        "before; {left} still to be looked at.",
    ),
    "review.sheet_lost": (
        "没有写入的 {number} 行：草稿里已没有这一条，也没有照这一行改过的：{cells}。请直接改草稿，或另写一张表。",
        "{number} {number:row|rows} not written, for the draft has the figure neither as drafted nor as answered: {cells}. Change the "
        "draft itself, or write a new sheet.",
    ),
    "review.sheet_missing": (
        "有 {number} 行从表上删去了，这些数没有改动；不要的数请选舍去。",
        "{number} {number:row is|rows are} no longer on the sheet, and {number:its figure stays as it is|their figures stay as they are}; "
        "to take a figure out choose drop.",
    ),
    "review.sheet_unread": ("表上另有这些列，没有读：{columns}。", "These columns are none of the sheet and were not read: {columns}."),
    "review.sheet_past": (
        "请再看：{number} 个目标的时期在报告之前就过完了：{cells}。",
        "Look again: the time of {number} {number:target|targets} was over before the report: {cells}.",
    ),
    "review.past": (
        "请再看：{name}作为目标，时期 {period} 在报告之前就过完了。",
        "Look again: {name} is a target, and its time, {period}, was over before the report.",
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
}  # fmt: skip
