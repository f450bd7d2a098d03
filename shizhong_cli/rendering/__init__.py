"""From results to words, pages and formats; nothing here computes.

``texts`` and ``wording`` ← ``sentences`` ← ``pages`` ← ``formats`` and ``html``; each knows those before it. May import
the core, ``escapes``, ``problems``, ``causes``; nothing of ``reading``.
"""
