"""How fast a target has to be come near to: the way to it through the years, and what the time that is left must bring.

What each measure has of that is a record of its own (``paces``).

May import ``core.figure``, ``core.pack`` and what stands above in ``core.progress``.
"""
