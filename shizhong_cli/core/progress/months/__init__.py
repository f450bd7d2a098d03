"""What came in month by month, or quarter by quarter: the sum so far, the month alone, and the same time of last year.

It stands on the rest of ``core.progress`` and gives rows; nothing below imports it.
"""
