"""Pages and rows in one format each: terminal, JSON, CSV, Markdown, workbooks, annotations, data files.

May import ``rendering.wording``, ``rendering.sentences``, ``rendering.pages``, the core, ``escapes``, ``problems``.
"""
