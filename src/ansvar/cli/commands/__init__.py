"""The commands, one a file, imported when they are run: parse, ask, render, exit."""

COMMANDS = ("who", "actors", "actor", "duty", "topics", "matrix", "gaps", "changes", "export", "check", "init", "import")
"""In the order of the help. Each is a function in the module that has its name (with a `_` where that is Python's own)."""
