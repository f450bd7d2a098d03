"""The commands: options, one call each, an exit code. With ``cli``, the only place that knows exit codes."""
