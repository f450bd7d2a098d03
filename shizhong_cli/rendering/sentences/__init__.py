"""Names, numbers, gaps, checks and problems in words of one language.

May import ``rendering.wording``, the core, ``escapes``, ``problems``, ``causes``.
"""
