"""What a printed number means: one grammar for files, cells and running text. Uses nothing of the other rooms."""
