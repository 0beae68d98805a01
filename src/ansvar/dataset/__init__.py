"""A YAML file of actors and duties becomes checked records, and these have a history.

From here: the records (`model`), reading and checking a file (`load`, `check`), who holds what when (`history`), the errors
(`errors`). It must not know how anything is searched, worded or printed.
"""
