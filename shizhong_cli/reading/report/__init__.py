"""The text of a report out of plain text, Markdown, .docx and .pdf, and the index of its numbers.

May import ``reading``, ``core.figure``, ``core.pack``, ``core.report``, ``escapes``, ``problems``, ``causes``.
"""
