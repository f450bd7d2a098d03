"""Targets and what came in since: actuals, gaps, where a target stands, many of them at a glance, the next year.

May import ``core.figure``, ``core.pack``, ``problems``; nothing of the other rooms of the core.
"""
