"""Promises settled: what one report promised, and what the next one says of it.

May import ``core.figure``, ``core.pack``, ``core.progress``, ``problems``.
"""
