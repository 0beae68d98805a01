"""Plain data → the YAML that a dataset is written in: block style, a text in quotes where it would not be read as it stands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# What stands unquoted: it begins with a letter or digit and has no mark that YAML gives a meaning.
_PLAIN = re.compile(r"(?:[^\W_]|[./](?=\w))(?:[\w .,;/()+=*&%$!?'’“”–—<>|@^-]|:(?=[^\s])|#(?<=\S#))*\Z")
# What other readers of YAML take for a number, a truth or nothing.
_TAKEN_FOR_ELSE = re.compile(r"(?i)(?:[-+.]?[0-9][-+.0-9_:,a-fox]*|y|n|yes|no|on|off|true|false|null|nan|inf)\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_FLOW_WIDTH = 100


def as_yaml(plain: Any) -> str:
    """A mapping as YAML text. Short lists and mappings of texts stand on one line."""
    return "".join(f"{line}\n" for line in _block(plain, ""))


def _block(plain: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in plain.items():
        head = f"{indent}{_scalar(key)}:"
        flow = _flow(value)
        if flow is not None and len(head) + len(flow) < _FLOW_WIDTH:
            yield f"{head} {flow}"
        elif isinstance(value, dict):
            yield head
            yield from _block(value, f"{indent}  ")
        elif isinstance(value, list):
            yield head
            yield from _items(value, f"{indent}  ")
        else:
            yield f"{head} {_scalar(value)}"


def _items(values: list[Any], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict) and value:
            first, *rest = _block(value, f"{indent}  ")
            yield f"{indent}- {first[len(indent) + 2 :]}"
            yield from rest
        else:
            yield f"{indent}- {_flow(value) or _scalar(value)}"


def _flow(value: Any) -> str | None:
    """A list of scalars, or a mapping to scalars and such lists, on one line; None for anything else."""
    if isinstance(value, list) and not any(isinstance(one, list | dict) for one in value):
        return f"[{', '.join(_scalar(one, flow=True) for one in value)}]"
    if isinstance(value, dict) and not any(isinstance(one, dict) or (one and _flow(one) is None) for one in _parts(value)):
        return (
            f"{{{', '.join(f'{_scalar(key, flow=True)}: {_flow(one) or _scalar(one, flow=True)}' for key, one in value.items())}}}"
        )
    return None


def _parts(value: dict[str, Any]) -> list[Any]:
    """The values of a mapping that are lists or mappings."""
    return [one for one in value.values() if isinstance(one, list | dict)]


def _scalar(value: Any, *, flow: bool = False) -> str:
    text = str(value)
    if not isinstance(value, str) or _DAY.match(text):
        return text
    plain = _PLAIN.match(text) and not text.endswith((" ", ":")) and not _TAKEN_FOR_ELSE.match(text)
    if plain and not (flow and re.search(r"[,:#]", text)):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
