"""The pages about checks, questions and figures: verify-baselines, show and export."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "unknown.base": ("基期", "base"),
    "unknown.before": ("前值", "before"),
    "unknown.amount": ("目标数", "amount"),
    "unknown.rest": ("其余", "rest"),
    "function.floor": ("取整({argument})", "floor({argument})"),
    "function.root": ("({argument}) 的 {setting} 次方根", "({argument})^(1/{setting})"),
    "function.path_sum": ("逐年倒推之和({argument}，{setting} 年)", "sum of the path({argument}, {setting} years)"),
    "verify.title": ("{title} · 核对", "{title} · checks"),
    "verify.summary": ("共 {total} 项核对：{counts}。", "{total} checks: {counts}."),
    "verify.unchecked": (
        "{total} 个基数中，{unchecked} 个不在任何核对或疑问之内（--unchecked 列出）。",
        "Of {total} baseline figures, {unchecked} are in no check and no question (--unchecked lists them).",
    ),
    "verify.none": ("没有这样的核对。", "There are no such checks."),
    "verify.nothing": ("没有可核对的内容。", "There is nothing to check."),
    "verify.power_note": (
        "检出力：数字写错后核对会不通过（退出码 1）的，占全部写法的多少。「错一位」是一位换成其余九个数字之一；「各种笔误」"
        "另加漏一位、重一位、相邻两位颠倒、小数点错位。只算阿拉伯数字。",
        "Power: of all slips in the figures, how many make the run fail here (exit code 1). One digit: one of them is "
        "another; any slip: also one dropped, one doubled, two neighbours swapped, the point moved. Arabic digits only.",
    ),
    "verify.trivial": (
        "其中 {number} 项说的本来就不会不合（比重不过 100%、部分不过整体），只计数，不列出；--all 列出。",
        "{number} of them say what could hardly be otherwise (shares up to 100 %, parts within a whole) and are counted, "
        "not listed; --all lists them.",
    ),
    "verify.as_read.only": ("按通常读法 {name} ∈ {range}", "as usually read {name} ∈ {range}"),
    "verify.implied.name": ("推得的{name}", "implied {name}"),
    "verify.implied": ("{name} ∈ {range}", "{name} ∈ {range}"),
    "verify.implied.point": ("{name} = {range}", "{name} = {range}"),
    "verify.implied.none": ("没有一个{name}能同时给出这些数", "no {name} gives all these figures"),
    "verify.whole": ("整数 {numbers}", "whole numbers {numbers}"),
    "verify.whole.none": ("其中没有整数", "no whole number among them"),
    "verify.if_current": ("{reason}；若为现价增速，{implied}", "{reason}; if the rate were at current prices, {implied}"),
    "verify.as_read": ("按通常读法 {range}", "as usually read {range}"),
    "verify.compare": ("左 {left}，右 {right}", "left {left}, right {right}"),
    "verify.truncated": ("若按截尾则吻合", "agrees if the digits were cut off"),
    "verify.average": ("平均每年 {range}", "a year on average {range}"),
    "forbidden.price_basis": (
        "总量按现价、增速按不变价，两者不能互相验算",
        "the level is at current prices and the growth rate at constant prices; they do not check each other",
    ),
    "forbidden.unsteady_path": (
        "逐年按年均增长推不出这个合计；中间各年有起伏也可能，因此不判矛盾，列为疑问",
        "steady growth at the average rate does not give the sum; years in between that went up and down could, so "
        "this is asked, not judged",
    ),
    "forbidden.too_long": (
        "算下来的数有几百位，没有意义，不算",
        "the numbers would come to hundreds of digits, which mean nothing; not worked out",
    ),
    "numbers.from": ("{first} 起", "{first} and up"),
    "numbers.any": ("任何整数", "any whole number"),
    "numbers.to": ("{last} 以下", "up to {last}"),
    "numbers.between": ("{first}—{last} 之间（没有逐个试）", "{first}..{last} (not all of them tried)"),
    "numbers.range": ("{first}—{last}（{count} 个）", "{first}..{last} ({count})"),
    "verify.questions": ("疑问", "Questions"),
    "verify.questions.summary": ("{number} 个疑问，另有 {silenced} 个已说明。", "{number} questions, {silenced} more answered."),
    "verify.unchecked.title": ("不在任何核对或疑问之内的基数", "Baseline figures in no check and no question"),
    "verify.silenced": ("已说明：{reason}", "answered: {reason}"),
    "question.target_below_baseline": (
        "{name}：{period} 年目标 {first}，{other_period} 年{is} {second}（差 {computed}）。",
        "{name}: the target of {period} is {first}, {other_period} {is} {second} (difference {computed}).",
    ),
    "question.target_below_baseline.same": (
        "{name}：{period} 年目标与 {other_period} 年印出的数相同，都是 {first}；舍入之内看不出增减。",
        "{name}: the target of {period} is printed with the same number as {other_period}, {first}; rounding hides "
        "whether it is more or less.",
    ),
    "question.target_below_mean": (
        "{name}：{period} 年目标 {first}，不及此前各年的平均 {computed}（{other_period} 年合计 {second}）。",
        "{name}: the target of {period} is {first}, short of the {computed} a year of {other_period} ({second} in all).",
    ),
    "question.target_below_average_growth": (
        "{name}：{period} 年目标增长 {first}，低于刚报告的年均增长 {second}（差 {computed}）。",
        "{name}: the growth to reach in {period} is {first}, below the {second} a year just reported (difference "
        "{computed}).",
    ),
    "question.target_hardly_above": (
        "{name}：{period} 年目标 {first}，{other_period} 年 {second}，只多 {computed}；同一指标又写着「{third}」。",
        "{name}: the target of {period} is {first} after {second} in {other_period}, only {computed} more, while the "
        "words ask for growth ({third}).",
    ),
    "question.amounts_do_not_fit": (
        "{period} 年「{name}」{first}，「{other_name}」{second}，看似同一件事，相差 {computed}。",
        "In {period} {name} is {first} and {other_name} {second}: they seem to be one thing, and are {computed} apart.",
    ),
    "question.promise_above_implied": (
        "「{name}」{period} 年目标 {first}；而 {other_period} 年「{other_name}」{second} 与「{third_name}」{third} 推得 {computed}。",
        "{name} is to be {first} in {period}; {other_name} of {second} and {third_name} of {third} in {other_period} "
        "come to {computed}.",
    ),
    "question.growth_not_printed": (
        "{name}：{period} 年 {first}，没有印增速；{other_period} 年目标「{second}」无从与上年的增速比。",
        "{name}: {first} in {period}, printed without its growth; the target of {other_period} ({second}) cannot be set "
        "against the growth of the year before.",
    ),
    "question.targets_do_not_fit": (
        "{name}：{period} 的目标「{first}」与「{second}」不能同时做到：以 {third_period} 的 {third} 算，后者合 {computed}。",
        "{name}: {first} and {second} in {period} cannot both be: from {third} in {third_period} the latter comes to {computed}.",
    ),
    "question.growth_of_share": (
        "{name}：{period} 的增速印作 {first}，而它是一个比率（{other_period} 年 {second}）；增速若指百分点，应写作 change。",
        "{name}: its growth of {period} is printed as {first}, and it is a rate ({second} in {other_period}); if points are meant, it is a change.",
    ),
    "question.growth_of_share.both": (
        "{name}：{period} 的增速印作 {first}，而它是一个比率，从 {third} 到 {second} 相差 {computed}；增速若指百分点，应写作 change。",
        "{name}: its growth of {period} is printed as {first}, and it is a rate; from {third} to {second} are {computed}; if points are meant, it is a change.",
    ),
    "question.nominal_below_real": (
        "{name}：从 {other_period} 年的 {second}（第三方数：{source}）到 {third_period} 年的 {third}，名义上平均每年增长 "
        "{computed}，而 {period} 年印出的实际增长是 {first}；或因普查修订、价格下降，宜核。",
        "{name}: from {second} in {other_period} (a third party's figure: {source}) to {third} in {third_period} it grew by "
        "{computed} a year at current prices, while the real growth of {period} is printed as {first}; a revision by the "
        "census or falling prices may explain it.",
    ),
    "question.is.level": ("已是", "stood at"),
    "question.is.other": ("为", "had"),
    "question.differs": ("两数口径不同：{reason}。", " The two are of different concepts: {reason}."),
    "question.same_number": (
        "「{name}」（{period}）与「{other_name}」（{other_period}）数字相同：{first}。",
        "{name} ({period}) and {other_name} ({other_period}) are the same number: {first}.",
    ),
    "question.year_equals_period": (
        "「{name}」{period} 年 {first}，与「{other_name}」{other_period} 年合计 {second} 数字相同。",
        "{name} in {period} is {first}, the same number as {other_name} in {other_period}, {second}.",
    ),
    "question.last_year_off_average": (
        "{name}：{other_period} 年合计 {second}，{period} 年 {first}，其余各年平均 {computed}。",
        "{name}: {second} in {other_period} and {first} in {period} leave {computed} a year for the others.",
    ),
    "question.growth_off_average": (
        "{name}：到 {other_period} 年年均增长 {second}，{period} 年增长 {first}，其余各年平均增长 {computed}。",
        "{name}: {second} a year up to {other_period} and {first} in {period} leave {computed} a year before.",
    ),
    "question.above_container": (
        "「{name}」{first} 高于通常包含它的「{other_name}」{second}，多 {computed}。",
        "{name}, {first}, is above {other_name}, {second}, which usually contains it, by {computed}.",
    ),
    "question.unsteady_path": (
        "{name}：{period} 年合计 {first}；若每年都按年均 {second} 增长，合计应为 {computed}。",
        "{name}: {first} in {period}; growing at {second} every year would give {computed}.",
    ),
    "question.bases": ("（前者按{first}，后者按{second}）", " (the former at {first}, the latter at {second})"),
    "question.rate_off_companion": (
        "{period} 年「{name}」增长 {first}，「{other_name}」增长 {second}，相差 {computed}。",
        "In {period} {name} grows by {first} and {other_name} by {second}, {computed} apart.",
    ),
    "rule.target_below_baseline": ("目标不高于基数", "target no better than baseline"),
    "rule.target_below_mean": ("目标不及往年平均", "target below the mean"),
    "rule.target_below_average_growth": ("目标低于年均增速", "target below average growth"),
    "rule.target_hardly_above": ("目标几乎不增", "target hardly above"),
    "rule.amounts_do_not_fit": ("两个数对不上", "amounts that do not fit"),
    "rule.promise_above_implied": ("承诺高于推得", "promise above what was done"),
    "rule.growth_not_printed": ("未印增速", "growth not printed"),
    "rule.targets_do_not_fit": ("两个目标不合", "targets do not fit"),
    "rule.growth_of_share": ("比率的增速", "growth of a rate"),
    "rule.nominal_below_real": ("名义低于实际", "nominal below real growth"),
    "rule.same_number": ("两个指标同一个数", "one number under two names"),
    "rule.year_equals_period": ("一年等于多年", "one year equals several"),
    "rule.last_year_off_average": ("末年偏离平均", "last year off the average"),
    "rule.growth_off_average": ("末年增速偏离年均", "last growth off the average"),
    "rule.above_container": ("部分大于整体", "part above its container"),
    "rule.unsteady_path": ("累计与年均不合", "sum off the average path"),
    "rule.rate_off_companion": ("增速偏离相关指标", "rate off a companion"),
    "explain.id": ("编号", "Id"),
    "explain.kind": ("类型", "Kind"),
    "explain.place": ("出处", "Place"),
    "explain.formula": ("关系", "Relation"),
    "explain.printed": ("代入印出的数", "With the printed figures"),
    "explain.figure": ("{reference} 印作「{printed}」，{wording}，真值 ∈ {range}", "{reference} is printed {printed}, {wording}: true value ∈ {range}"),
    "explain.left": ("左边 ∈ {range}", "left side ∈ {range}"),
    "explain.right": ("右边 ∈ {range}", "right side ∈ {range}"),
    "explain.rounding": ("舍入", "Rounding"),
    "explain.verdict": ("判定", "Verdict"),
    "explain.power": ("检出力", "Power"),
    "explain.power.figure": (
        "「{printed}」错一位的 {typos} 种写法中，发现 {caught} 种；各种笔误 {slips} 种中，发现 {slips_caught} 种",
        "of {typos} typos of one digit in {printed}, {caught} are caught; of {slips} slips of any kind, {slips_caught}",
    ),
    "explain.source": ("取自", "Taken from"),
    "explain.source.text": ("{name}：核对 {id} 推得，∈ {range}", "{name}: implied by the check {id}, ∈ {range}"),
    "show.direction": ("方向", "Direction"),
    "show.prices": ("价格", "Prices"),
    "show.references": (
        "第三方数据（不是报告的数，不参加核对）",
        "Third-party figures (not the report's, and in no check)",
    ),
    "show.figures": ("数据", "Figures"),
    "show.actuals": ("实际数", "Actuals"),
    "show.note": ("注", "Note"),
    "show.since": ("比 {since}", "since {since}"),
}  # fmt: skip
