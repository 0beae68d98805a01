"""HTML from Jinja2 templates: every value is escaped, and nothing that a terminal would obey is in it. All that knows Jinja2."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import Any

from ..answers.wording import first_upper
from ..dataset.printable import printable


def rendered(package: str, name: str, **values: Any) -> str:
    """The template of this name that lies in a package, filled in."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(lambda name: asset(package, name)), autoescape=True, finalize=_harmless, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["first_upper"] = first_upper
    return environment.get_template(name).render(values)


def asset(package: str, name: str) -> str:
    """A text file of a package."""
    return files(package).joinpath(name).read_text("utf-8")


def source_of(content: str) -> str:
    """The source of a content security policy that lets exactly this style or script be."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _harmless(value: Any) -> Any:
    """What is put in: text that is no markup yet, with what a terminal would obey written out."""
    return value if hasattr(value, "__html__") or not isinstance(value, str) else printable(value)
