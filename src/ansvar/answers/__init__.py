"""What is shown of a question, an actor, a duty, the matrix, the whole: records of keyed facts, whatever the format.

A module a thing, with its tables and its JSON side by side; `phrasebook` puts records into words. Answers are made from an open
dataset (`opened`) and need it no more. It must not know any format, nor the terminal.
"""
