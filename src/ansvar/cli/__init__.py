"""The command line: Typer, the terminal, streams, files, shell completion; `commands/` has one file a command.

Nothing imports it but `__main__`. It asks what `import ansvar` gives too, and must not know how a question is answered.
"""
