"""The domain: exact figures, intervals, checks and gaps. Standard library only, no input or output."""
