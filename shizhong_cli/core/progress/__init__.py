"""Targets and what came in since: actuals, gaps, where a target stands, many of them at a glance, the next year.

``answering`` says what a target can be set against, ``pace`` how fast it has to be come near to, ``settling`` what
became of the promises of one report by the next.
May import ``core.figure``, ``core.pack``, ``problems``; nothing of the other rooms of the core.
"""
