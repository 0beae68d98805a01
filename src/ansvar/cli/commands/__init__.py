"""The commands, one a file, imported when they are run: parse, ask, render, exit."""

COMMANDS = ("who", "actors", "actor", "duty", "topics", "matrix", "changes", "export", "check", "init")
"""In the order of the help. Each is a function in the module that has its name."""
