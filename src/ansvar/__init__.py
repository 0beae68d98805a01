"""ansvar: who is responsible for what.

    with ansvar.open() as dataset:
        for one in dataset.ask("who grants residence permits?").answers: ...

`docs/python.md` shows the rest. Nothing of it is imported before it is used.
"""

from __future__ import annotations

__version__ = "1.0.0"

TYPE_CHECKING = False
"""As in `typing`, which is not imported: an interrupt must not find Python in the midst of it before `__main__` minds them."""

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from types import TracebackType
    from typing import Any, Self

    from .answers.actors import Actors, OneActor
    from .answers.answer import Answer
    from .answers.changes import Changes
    from .answers.duties import OnDay, OneDuty
    from .answers.matrix import Matrix
    from .answers.phrasebook import Phrasebook
    from .answers.topics import Topics
    from .answers.who import Who
    from .answers.whole import Whole
    from .dataset.errors import AnsvarError, DatasetError, UnknownError
    from .search.index import Index

__all__ = ["AnsvarError", "DatasetError", "OpenDataset", "UnknownError", "__version__", "open"]


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
    from .dataset.shipped import shipped_path
    from .search.cache import open_index

    return OpenDataset(open_index(shipped_path() if path is None else path, cached=cached), language, as_of, otherwise)


class OpenDataset:
    """A dataset to be asked. Every method gives an answer (`ansvar.answers`): records, which stay when it is closed."""

    def __init__(self, index: Index, language: str | None = None, as_of: date | None = None, otherwise: Sequence[str] = ()) -> None:
        self.index, self.language, self.as_of, self.otherwise = index, language, as_of, otherwise

    def close(self) -> None:
        """Close the dataset."""
        self.index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def said(self, language: str | None = None, as_of: date | None = None) -> Phrasebook:
        """The words for an answer: in the language asked for, else in `language`, and for a day."""
        from datetime import date

        from .answers.phrasebook import Phrasebook
        from .dataset.model import LANGUAGES

        has, day = self.index.languages, as_of or self.as_of
        wished = (self.language, language, *self.otherwise, LANGUAGES[0], has[0])
        return Phrasebook(next(one for one in wished if one in has), day or date.today(), dated=day is not None)

    def ask(
        self,
        question: str,
        *,
        actors: Sequence[str] = (),
        levels: Sequence[str] = (),
        roles: Sequence[str] = (),
        topics: Sequence[str] = (),
        limit: int = 100,
        explain: bool = False,
    ) -> Who:
        """The duties that answer a question, best first, at most `limit`.

        Actors and topics are named by id or name. Raises UnknownError for a name that the dataset does not have.
        """
        from .answers.filters import Filter
        from .answers.who import who
        from .search.ask import search
        from .search.lookup import find_actor, find_topic

        wanted = Filter(
            self.index,
            actors=[find_actor(self.index, name).id for name in actors],
            levels=levels,
            roles=roles,
            topics=[find_topic(self.index, name).id for name in topics],
        )
        keep = wanted.keeps if wanted else None
        result = search(self.index, question, as_of=self.said().as_of, limit=limit, keep=keep)
        return who(self.index, result, self.said(result.language), explain=explain)

    def actors(self, levels: Sequence[str] = (), roles: Sequence[str] = ()) -> Actors:
        """The actors by level, with the number of their duties."""
        from .answers.actors import actors

        return actors(self.index, self.said(), levels, roles)

    def actor(self, name: str) -> OneActor:
        """One actor with its duties, by id, name or short form. Raises UnknownError when there is none."""
        from .answers.actors import one_actor
        from .search.lookup import find_actor

        return one_actor(self.index, find_actor(self.index, name), self.said())

    def duties(self) -> Sequence[OnDay]:
        """All duties, each with its history and its state on the day."""
        from .answers.duties import all_duties

        return all_duties(self.index, self.said().as_of)

    def duty(self, id_: str) -> OneDuty:
        """One duty in full. Raises UnknownError when there is none."""
        from .answers.duties import one_duty
        from .search.lookup import find_duty

        return one_duty(self.index, find_duty(self.index, id_), self.said())

    def topics(self) -> Topics:
        """What one can ask about, and with which words."""
        from .answers.topics import topics

        return topics(self.index, self.said())

    def changes(self, since: date | None = None, until: date | None = None, actors: Sequence[str] = ()) -> Changes:
        """What has moved from a day up to a day, both included; with actors, what they have given or got."""
        from .answers.changes import changes
        from .search.lookup import find_actor

        named = [find_actor(self.index, name).id for name in actors]
        return changes(self.index, self.said(as_of=until), since, until, named)

    def matrix(self, levels: Sequence[str] = ()) -> Matrix:
        """Topics × actors, with the holders on the day that was asked for, else with those of the source."""
        from .answers.matrix import matrix

        return matrix(self.index, self.said(), levels, self.as_of)

    def whole(self) -> Whole:
        """Every record; its spreadsheet in the language asked for, else in all."""
        from .answers.whole import whole

        said = self.said()
        return whole(self.index, said, (said.language,) if self.language else ())

    def export(self, format: str = "markdown") -> str:  # noqa: A002 (as the command's option)
        """The whole dataset as text: `markdown`, `csv`, `tsv`, `json`, `jsonld`, `html`."""
        return self.text(self.whole(), format)

    def text(self, answer: Answer, format: str = "markdown") -> str:  # noqa: A002 (as the command's option)
        """An answer as text in a format, as the command writes it into a file. Raises AnsvarError where it has no such format."""
        from .dataset.errors import AnsvarError
        from .formats import Target, find, names

        found = find(format, type(answer))
        if found is None:
            raise AnsvarError(f"no format of this answer is called '{format}'", f"Choose one: {', '.join(names(type(answer)))}.")
        return found.write(answer, Target())


def __getattr__(name: str) -> Any:
    """The errors, imported when they are first named."""
    if name in ("AnsvarError", "DatasetError", "UnknownError"):
        from .dataset import errors

        return getattr(errors, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
