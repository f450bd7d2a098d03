"""What a target can be set against: which figure answers it, how sums are added up, whom it is relative to.

May import ``core.figure``, ``core.pack`` and what stands above in ``core.progress``.
"""
