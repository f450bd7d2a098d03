"""What is wrong with text that was meant as YAML, in our own words and places: ``document.slips_in``.

PyYAML reads the files (``reading.pack.located``). What it says of text that it cannot read depends on its version and
on the library below it, and so do its limits; here the same text always gets the same answer.

May import ``problems`` alone.
"""
