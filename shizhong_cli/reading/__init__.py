"""From files and command-line words to the model, collecting problems on the way."""
