"""The content security policy of what is made as HTML: nothing from elsewhere, and no style or script but the page's own."""

from __future__ import annotations

import base64
import hashlib


def source_of(content: str) -> str:
    """The source expression that lets exactly this style or script be."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
