"""What is shown of a question, an actor, a duty, the matrix: records of keyed facts, whatever the format.

It must not know any format, nor the terminal.
"""
