"""From files and command-line words to the model, collecting every problem on the way.

Here is what all three kinds of input need: files, tables, dates, values, names that were meant. Each kind has a room:
``pack``, ``actuals``, ``report``. May import the core, ``escapes``, ``problems``, ``causes``; nothing of ``rendering``.
"""
