"""The domain: exact figures, the pack of one report, checks, progress, the text of a report.

Standard library only, no input, no output, no clock. ``figure`` knows none of the others; ``pack`` knows ``figure``;
``checking``, ``progress`` and ``report`` know those two and nothing of each other.
"""
