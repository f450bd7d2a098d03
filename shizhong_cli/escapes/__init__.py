"""How a text must be typed so that YAML, a spreadsheet, a page or a runner of jobs takes it as that text.

Uses the standard library alone; every room may import it.
"""
