"""A question becomes ranked duties: words, the compiled form (built, cached, opened), matching, ranking, spelling.

From here: `cache.open_index`, `ask.search`, and `lookup` for one record by its name. It must not know how an answer is shown.
"""
