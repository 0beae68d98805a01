"""Answers become text, one file a format.

A format is a pure function of an answer: it opens no index and asks no question.
"""
