"""The words that people read, one module a subject: key to (Chinese, English)."""
