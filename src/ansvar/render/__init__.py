"""Answers → text, one file a format. `views` says what is shown; the formats only how."""
