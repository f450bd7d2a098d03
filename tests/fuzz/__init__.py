"""Fuzzers: inputs made by chance from a seed, and what must hold for every one of them."""
