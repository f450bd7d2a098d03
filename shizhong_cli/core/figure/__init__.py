"""What a printed number means: one grammar for files, cells and running text; intervals, units, periods.

Uses the standard library alone.
"""
