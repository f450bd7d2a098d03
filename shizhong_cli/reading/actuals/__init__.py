"""What came in since, from the command line, CSV files, workbooks and the ledger.

May import ``reading``, ``core.figure``, ``core.pack``, ``core.progress``, ``escapes``, ``problems``, ``causes``.
"""
