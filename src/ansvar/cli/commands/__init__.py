"""The commands, one a file, imported when they are run: parse, ask, render, exit."""

COMMANDS = (
    "who", "actors", "actor", "duty", "topics", "place", "places", "matrix", "gaps", "changes", "export", "check", "init", "import",
    "mcp",
)  # fmt: skip
"""In the order of the help. Each is a function in the module that has its name (with a `_` where that is Python's own)."""
