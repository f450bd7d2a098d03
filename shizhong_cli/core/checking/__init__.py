"""Relations between figures: as text, as trees, derived from the data, judged, and what a reader would ask.

May import ``core.figure``, ``core.pack``, ``problems``; nothing of the other rooms of the core.
"""
