"""The two files of a report become the model. The only room that knows YAML.

May import ``reading``, the core but ``core.report``, ``problems``.
"""
