"""All that the tool knows of languages: stems, function words, question words, and its own sentences.

It must not know what a dataset says or how anything is searched.
"""
