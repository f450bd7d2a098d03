"""From rows or problems to one format each; nothing here computes."""
