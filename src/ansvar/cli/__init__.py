"""The command line: Typer, the terminal, streams, files, shell completion; `commands/` has one file a command.

Nothing imports it but `__main__`. It must not know how a question is answered.
"""
