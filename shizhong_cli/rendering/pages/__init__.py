"""What people read, as lines and grids of cells, before any format. Text only, no computing.

May import ``rendering.wording``, ``rendering.sentences``, the core, ``escapes``, ``problems``.
"""
