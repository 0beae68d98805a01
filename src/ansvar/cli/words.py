"""The tool's words for its command line, in the language of the locale."""

from __future__ import annotations

import os
from functools import cache

from ..languages import CODES
from ..languages.command_line import OTHERWISE, command_line


@cache
def language() -> str:
    """The language of the locale, as gettext finds it; English where it is one that there are no words in."""
    return next((code for code in _wished() if code in CODES), OTHERWISE)


def _wished() -> list[str]:
    """The languages that the environment names: LANGUAGE goes before the locale unless that is C."""
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "C")
    listed = [] if named.partition(".")[0] in ("C", "POSIX") else os.environ.get("LANGUAGE", "").split(":")
    return [one.partition(".")[0].partition("_")[0].lower() for one in (*listed, named)]


def told(key: str, **values: str) -> str:
    """A sentence for the reader, with `values` set in."""
    return command_line(language()).SENTENCES[key].format(**values)
