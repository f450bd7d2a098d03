"""The report page: one self-contained HTML file, with its charts.

May import ``rendering.wording``, ``rendering.sentences``, ``rendering.pages``, the core, ``escapes``.
"""
