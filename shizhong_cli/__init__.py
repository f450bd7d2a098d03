"""Indicator calculator for a government work report: exact figures, refereed arithmetic, gaps to target."""

__version__ = "0.1.0"
