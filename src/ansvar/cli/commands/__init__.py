"""The commands, one a file, imported when they are run: parse, ask, render, exit."""
