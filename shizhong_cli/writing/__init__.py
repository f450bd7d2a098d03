"""What the program leaves on the disk: whole files or none, and the ledger, to which rows are only ever added.

May import the core, ``reading``, ``escapes``, ``problems``, ``causes``, ``ending``; nothing of ``rendering``.
"""
