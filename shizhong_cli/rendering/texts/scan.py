"""The page of scan, and the problems of documents."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.scan": ("读一篇文稿（.txt、.md、.docx、.pdf、网页或 - ），列出其中每一个数。", "Read a text (.txt, .md, .docx, .pdf, a saved web page, or - for a pipe) and list every number in it."),
    "help.option.file": ("文件名；- 为标准输入。", "File name; - for standard input."),
    "help.option.only": ("只列这几类；可重复。", "Only these classes; repeatable."),
    "class.quantity": ("数量", "quantity"),
    "class.date": ("日期", "date"),
    "class.ordinal": ("序数", "ordinal"),
    "class.name": ("名称", "name"),
    "class.other": ("其他", "other"),
    "class.unread": ("未读出", "not read"),
    "scan.unread": ("{number} 处说了多少，但读不出唯一的值；列为「未读出」，不取其中一截。", "{number} {number:number says|numbers say} how much, but {number:has|have} no single value: shown as not read, and no part of {number:it|them} is taken."),
    "scan.paragraph": ("段", "¶"),
    "scan.class": ("类别", "Class"),
    "scan.value": ("值", "Value"),
    "scan.noun": ("所指", "Of what"),
    "scan.cell": ("{row} · {column}", "{row} · {column}"),
    "scan.no_row": ("（本行无名称）", "(row without a head)"),
    "scan.no_column": ("（本列无表头）", "(column without a head)"),
    "scan.context": ("上下文", "Context"),
    "scan.unknown": ("不认识的单位「{word}」", "unknown unit {word}"),
    "scan.total": ("共 {number} 个数", "{number} {number:number|numbers}"),
    "scan.colon": ("：", ": "),
    "scan.no_unknown": ("没有不认识的单位。", "No unknown units."),
    "scan.unknown_units": ("不认识的单位 {number} 处：{units}", "Unknown units in {number} {number:place|places}: {units}"),
}  # fmt: skip
