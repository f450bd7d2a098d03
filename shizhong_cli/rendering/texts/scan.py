"""The page of scan, and the problems of documents."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.scan": ("读一篇文稿（.txt、.md、.docx、.pdf 或 - ），列出其中每一个数。", "Read a text (.txt, .md, .docx, .pdf, or - for a pipe) and list every number in it."),
    "help.option.file": ("文件名；- 为标准输入。", "File name; - for standard input."),
    "help.option.only": ("只列这几类；可重复。", "Only these classes; repeatable."),
    "class.quantity": ("数量", "quantity"),
    "class.date": ("日期", "date"),
    "class.ordinal": ("序数", "ordinal"),
    "class.name": ("名称", "name"),
    "class.other": ("其他", "other"),
    "scan.paragraph": ("段", "¶"),
    "scan.class": ("类别", "Class"),
    "scan.value": ("值", "Value"),
    "scan.noun": ("所指", "Of what"),
    "scan.context": ("上下文", "Context"),
    "scan.unknown": ("不认识的单位「{word}」", "unknown unit {word}"),
    "scan.total": ("共 {number} 个数", "{number} numbers"),
    "scan.colon": ("：", ": "),
    "scan.no_unknown": ("没有不认识的单位。", "No unknown units."),
    "scan.unknown_units": ("不认识的单位 {number} 处：{units}", "Unknown units in {number} places: {units}"),
    "problem.D001": ("读 {found} 文件需要可选组件，请运行：{expected}", "reading a {found} file needs an optional part; run: {expected}"),
    "problem.D002": ("不是可读的 {expected} 文件：{found}", "not a readable {expected} file: {found}"),
    "problem.D003": ("这个 {found} 没有文字层（可能是扫描图像），请先做文字识别", "this {found} has no text layer (it may be scanned pictures); recognise its text first"),
    "problem.D004": ("不读旧的 {found} 格式；请另存为 {expected}", "the old {found} format is not read; save it as {expected}"),
    "problem.D005": (
        "文件里的元素太多（{suggestion}）：{found} 个，最多 {expected}；请把正文另存为 .txt",
        "too many elements in the file ({suggestion}): {found}, at most {expected}; save its text as .txt",
    ),
    "problem.D006": (
        "{found} 里声明了 XML 实体（DTD），藏在实体后面的文字会读丢，所以不读；请在 Word 里打开、另存为 .docx",
        "{found} declares XML entities (a DTD); text behind them would be lost, so it is not read; open it in Word and save it as .docx",
    ),
    "problem.D007": ("这个 {found} 文件有密码；请去掉密码再存", "this {found} file has a password; save it without one"),
    "problem.D008": ("这是 {found} 文件，里面的数不是正文的数；请另存为 {expected} 或 .txt", "this is {found}, whose numbers are not those of the text; save it as {expected} or .txt"),
    "problem.D009": ("PDF 太复杂：读它要用的时间或内存超过 {expected}；请另存为 .docx 或 .txt", "the PDF is too complex: reading it takes more time or memory than {expected}; save it as .docx or .txt"),
    "problem.D013": ("文中的数超过 {expected} 个；请分成几个文件", "more than {expected} numbers in the text; divide it into several files"),
    "problem.D012": ("文中有空字符（{found}），多半不是文本，或是没有标记的 UTF-16；请另存为 UTF-8", "a null character ({found}) in the text: most likely it is no text, or UTF-16 without a mark; save it as UTF-8"),
}  # fmt: skip
