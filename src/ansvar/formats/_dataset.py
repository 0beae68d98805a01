"""The Python interface: an open dataset that is asked, and whose answers are written in any format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers.opened import Opened
from ..dataset.errors import AnsvarError
from . import Target, find, names

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..answers.answer import Answer


class OpenDataset(Opened):
    """A dataset to be asked: every method gives an answer (`ansvar.answers`), and `text` and `export` write it.

    An answer's records stay when the dataset is closed.
    """

    def export(self, format: str = "markdown") -> str:  # noqa: A002 (as the command's option)
        """The whole dataset as text: `markdown`, `csv`, `tsv`, `json`, `yaml`, `jsonld`, `html`."""
        return self.text(self.whole(), format)

    def text(self, answer: Answer, format: str = "markdown") -> str:  # noqa: A002 (as the command's option)
        """An answer as text in a format, as the command writes it into a file. Raises AnsvarError where it has no such format."""
        found = find(format, type(answer))
        if found is None:
            raise AnsvarError(f"no format of this answer is called '{format}'", f"Choose one: {', '.join(names(type(answer)))}.")
        return found.write(answer, Target())


def open(  # noqa: A001 (ansvar.open)
    path: str | None = None,
    *,
    language: str | None = None,
    as_of: date | None = None,
    cached: bool = True,
    otherwise: Sequence[str] = (),
) -> OpenDataset:
    """Open the dataset in a file (`-` is standard input), or the one that comes with ansvar.

    `language` is that of all answers; without one, an answer has that of its question, else the first of `otherwise` that the
    dataset has. `as_of` is the day to answer for, without one today. The compiled form is kept in the user's cache folder
    unless `cached` is False. Raises AnsvarError when the file cannot be read, DatasetError with every fault when it is faulty.
    """
    return OpenDataset.at(path, cached, language, as_of, otherwise)
