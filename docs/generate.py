"""Write what is made from the program: the schema, the manual page, the pictures, and the marked parts of the documents.

`python docs/generate.py` writes what is stale; with `--check` it writes nothing, names what is stale and ends with 1.
A marked part stands between `<!-- name: words -->` and `<!-- end -->` in a document.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import answers
import dataset_schema
import manual
import pictures
import tables

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
BLOCKS: dict[str, Callable[[str], str]] = {
    "fields": tables.fields,
    "values": tables.values,
    "answer": answers.answer,
    "listing": lambda name: f"\n```text\n{(ROOT / name).read_text('utf-8')}```\n\n",
    "file": lambda name: f"\n{(ROOT / name).read_text('utf-8')}\n",
}
"""What makes the text of a marked part, by the part's name."""

_MARKED = re.compile(r"(<!-- (\w+): (.*?) -->\n).*?(<!-- end -->\n)", re.DOTALL)


def made() -> dict[str, str]:
    """Every file that is made or has made parts, by its path in the repository, with the text that it should have."""
    whole = {"data/responsibilities.schema.json": dataset_schema.dumps()}
    whole |= {name: manual.page(code) for name, code in manual.LANGUAGES.items()}
    drawn = {name: pictures.drawn(command) for name, command in pictures.PICTURES.items()}
    documents = [
        name for pattern in ("README*.md", "docs/*.md", "examples/README.md", "benchmarks/README.md") for name in _found(pattern)
    ]
    return whole | drawn | {name: filled((ROOT / name).read_text("utf-8")) for name in documents}


def _found(pattern: str) -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in ROOT.glob(pattern))


def filled(document: str) -> str:
    """The document with its marked parts made anew."""
    return _MARKED.sub(lambda part: part[1] + BLOCKS[part[2]](part[3]) + part[4], document)


def stale() -> dict[str, str]:
    """Those of the files that are not what they should be, with the text that they should have."""
    return {name: text for name, text in made().items() if not _is(ROOT / name, text)}


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_bytes() == text.encode()


def main(arguments: list[str]) -> int:
    """Write or check; the status to leave with."""
    check = arguments == ["--check"]
    found = stale()
    for name, text in found.items():
        if not check:
            (ROOT / name).parent.mkdir(exist_ok=True)
            (ROOT / name).write_bytes(text.encode())
        sys.stderr.write(f"{name} is stale: run python docs/generate.py\n" if check else f"{name} is written\n")
    return 1 if check and found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
