"""Why the system or a library refused, by the cause."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "cause.not_found": ("没有这个文件或文件夹", "no such file or folder"),
    "cause.exists": ("已有同名的文件", "there is a file of that name"),
    "cause.folder": ("这是一个文件夹", "it is a folder"),
    "cause.not_a_folder": ("路径里有一段不是文件夹", "a part of the path is not a folder"),
    "cause.not_regular": ("不是普通文件", "not a regular file"),
    "cause.permission": ("没有权限", "permission denied"),
    "cause.read_only": ("磁盘是只读的", "the disk is read-only"),
    "cause.no_space": ("磁盘已满", "no space left on the disk"),
    "cause.quota": ("存储配额已用完", "the quota of storage is used up"),
    "cause.too_large": ("超过系统允许的文件大小", "larger than the system allows a file to be"),
    "cause.long_name": ("文件名太长", "the file name is too long"),
    "cause.bad_name": ("文件名里有不能用的字符", "the file name has a character that cannot be used"),
    "cause.loop": ("链接互相指向，没有尽头", "links lead to each other without end"),
    "cause.too_many_open": ("打开的文件太多，请关掉一些程序", "too many open files; close some programs"),
    "cause.busy": ("别的程序正在使用，请先关闭它", "another program is using it; close that one first"),
    "cause.device": ("设备出错或未连接", "the device has failed or is not connected"),
    "cause.closed": ("接收的一端已经关闭", "the receiving end is closed"),
    "cause.memory": ("内存不足", "out of memory"),
    "cause.ended": ("处理它的进程两次被系统结束，多半是内存不足", "the process that was at it was ended twice from outside, most likely for want of memory"),
    "cause.unknown": ("系统没有说明原因", "the system gives no reason"),
    "cause.empty": ("文件是空的", "the file is empty"),
    "cause.nothing_listed": ("没有一行写的是存在的文件夹或文件", "no line names a folder or a file that is there"),
    "cause.damaged": ("内容已损坏；请用原来的软件打开、另存", "the content is damaged; open it in its own program and save it anew"),
    "cause.quotes": ("引号不成对，或引号之后还有字；单元格里的引号要写成两个", "a quotation does not end, or something follows it; a quote inside a cell is written twice"),
    "cause.long_cell": ("单元格太长", "a cell is too long"),
}  # fmt: skip
