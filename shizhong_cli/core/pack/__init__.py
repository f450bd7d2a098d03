"""What the two files of a report say, as frozen facts: indicators, figures, sections, conventions, rows of them.

May import ``core.figure`` and ``problems``.
"""
