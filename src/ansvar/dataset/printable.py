"""Text that cannot act on a terminal: one sanitiser for data, questions, paths and messages."""

from __future__ import annotations

import re

# C0 and C1 controls (ESC, OSC and 8-bit CSI begin with them), line separators, direction marks and overrides
# (Unicode UTS #55, UTR #36), lone surrogates. Compiled when first met, which is seldom.
UNSAFE = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
_BLANKS = "[\t\n\r\u2028\u2029]+"


def printable(text: str) -> str:
    """The text on one line, with everything that a terminal would obey written out (`\\x1b`)."""
    if text.isprintable():
        return text
    return re.sub(UNSAFE, _escaped, re.sub(_BLANKS, " ", readable(text)))


def readable(text: str) -> str:
    """The text of an argument whose bytes the locale could not read (Python keeps them as surrogates), where they are UTF-8."""
    return text if text.isascii() else re.sub("[\udc80-\udcff]+", _as_utf8, text)


def _as_utf8(found: re.Match[str]) -> str:
    try:
        return found[0].encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def harmless_json(text: str) -> str:
    """JSON text in which strings have the same characters, but none that a terminal would obey: they are escaped (`\\u009b`)."""
    if text.isascii() and "\x7f" not in text:
        return text
    return re.sub(UNSAFE.replace("\x00-\x1f", ""), lambda found: f"\\u{ord(found[0]):04x}", text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
