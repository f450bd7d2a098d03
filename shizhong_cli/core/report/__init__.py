"""The text of a report: its parts, its numbers (``scanning``), what is declared of them, and a draft of the data.

May import ``core.figure``, ``core.pack``, ``escapes``; nothing of the other rooms of the core.
"""
