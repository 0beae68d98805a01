"""An open dataset, asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.record import replace
from ..search.settings import DEFAULT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from types import TracebackType
    from typing import Self

    from ..dataset.model import Signpost
    from ..search.ask import Keep
    from ..search.index import Index
    from .actors import Actors, OneActor
    from .changes import Changes
    from .compared import Compared
    from .duties import OnDay, OneDuty
    from .gaps import Gaps
    from .matrix import Matrix
    from .phrasebook import Phrasebook
    from .place import OnePlace, Places
    from .topics import Topics
    from .who import Who
    from .whole import Whole


ALL = 1_000_000_000
"""More answers than there can be."""


class Opened:
    """An open dataset. Every method gives an answer: records, which stay when it is closed."""

    def __init__(self, index: Index, language: str | None = None, as_of: date | None = None, otherwise: Sequence[str] = ()) -> None:
        self.index, self.language, self.as_of, self.otherwise = index, language, as_of, otherwise

    @classmethod
    def at(
        cls, path: str | None, cached: bool, language: str | None = None, as_of: date | None = None, otherwise: Sequence[str] = ()
    ) -> Self:  # fmt: skip
        """The dataset in a file (`-` is standard input), or the one that comes with ansvar."""
        from ..dataset.shipped import shipped_path
        from ..search.cache import open_index

        return cls(open_index(shipped_path() if path is None else path, cached=cached), language, as_of, otherwise)

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

        from ..dataset.model import LANGUAGES
        from .phrasebook import Phrasebook

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
        limit: int | None = None,
        explain: bool = False,
        place: str | None = None,
        home: str | None = None,
    ) -> Who:
        """The duties that answer a question, best first, at most `limit`: 100 where it is not given, all where it is 0.

        It says who the holders are in `place`, else in the places that the question names, else in `home`. Actors, topics and
        places are named by id or name. Raises UnknownError for a name that the dataset does not have.
        """
        from ..search.ask import search
        from .who import needs_signposts, who

        self._refuse_unknown(levels, roles)
        keep, day, result = self._filter(actors, levels, roles, topics), self.said().as_of, None
        where = {key: self.find_place(name) for key, name in (("place", place), ("home", home)) if name}
        most = DEFAULT_LIMIT if limit is None else limit or ALL
        if self.index.has_paths:
            from ..search.paths import by_path

            result = by_path(self.index, question, as_of=day, limit=most, keep=keep)
        result = result or search(self.index, question, as_of=day, limit=most, keep=keep, **where)
        signposts: Sequence[Signpost] = ()
        if keep is None and needs_signposts(result):
            from ..search.signposts import find_signposts

            signposts = find_signposts(self.index, question)
        return who(self.index, result, self.said(result.language), explain=explain, limit=limit, signposts=signposts)

    def _filter(self, actors: Sequence[str], levels: Sequence[str], roles: Sequence[str], topics: Sequence[str]) -> Keep | None:
        """What says of a duty whether it may answer; None where every one may."""
        if not (actors or levels or roles or topics):
            return None
        from ..search.lookup import find_topic
        from .filters import Filter

        concerned = [find_topic(self.index, name).id for name in topics]
        return Filter(self.index, actors=self._actor_ids(actors), levels=levels, roles=roles, topics=concerned).keeps

    def _actor_ids(self, names: Sequence[str]) -> list[str]:
        """The ids of actors by their names. Raises UnknownError when there is no such actor."""
        from ..search.lookup import find_actor

        return [find_actor(self.index, name).id for name in names]

    def _refuse_unknown(self, levels: Sequence[str] = (), roles: Sequence[str] = ()) -> None:
        """Raise AnsvarError for a level or a role that no actor or duty of the dataset can have."""
        if not (levels or roles):
            return
        from ..dataset.closed_sets import known_levels, known_roles
        from ..dataset.errors import NoneOfTheseError

        for kind, given, known in (
            ("level", levels, known_levels(self.index.own_levels)),
            ("role", roles, known_roles(self.index.own_roles)),
        ):
            for one in given:
                if one not in known:
                    raise NoneOfTheseError(kind, one, list(known))

    def actors(self, levels: Sequence[str] = (), roles: Sequence[str] = ()) -> Actors:
        """The actors by level, with the number of their duties."""
        from .actors import actors

        self._refuse_unknown(levels, roles)
        return actors(self.index, self.said(), levels, roles)

    def actor(self, name: str) -> OneActor:
        """One actor with its duties, by id, name or short form. Raises UnknownError when there is none."""
        from ..dataset.printable import readable
        from ..search.lookup import find_actor, is_called
        from .actors import one_actor

        found = find_actor(self.index, name)
        return one_actor(self.index, found, self.said(), None if is_called(self.index, found, name) else readable(name))

    def duties(self) -> Sequence[OnDay]:
        """All duties, each with its history and its state on the day."""
        from .duties import all_duties

        return all_duties(self.index, self.said().as_of)

    def duty(self, id_: str) -> OneDuty:
        """One duty in full. Raises UnknownError when there is none."""
        from ..search.lookup import find_duty
        from .duties import one_duty

        return one_duty(self.index, find_duty(self.index, id_), self.said())

    def place(self, name: str) -> OnePlace:
        """One place with who serves it, by id or by name in any form. Raises UnknownError when there is none."""
        from ..search.place_lookup import find_place
        from .place import one_place

        return one_place(self.index, find_place(self.index, name, misspelled=True), self.said())

    def find_place(self, name: str) -> str:
        """The id of a place. Raises UnknownError with the nearest names when there is none."""
        from ..search.place_lookup import find_place

        return find_place(self.index, name).id

    def places(self, within: str | None = None) -> Places:
        """The places with who serves them; only those in a place where one is named."""
        from ..search.place_lookup import find_place
        from .place import places

        return places(self.index, self.said(), find_place(self.index, within) if within else None)

    def topics(self) -> Topics:
        """What one can ask about, and with which words."""
        from .topics import topics

        return topics(self.index, self.said())

    def changes(self, since: date | None = None, until: date | None = None, actors: Sequence[str] = ()) -> Changes:
        """What has moved from a day up to a day, both included; with actors, what they have given or got."""
        from .changes import changes

        return changes(self.index, self.said(as_of=until), since, until, self._actor_ids(actors))

    def compared(self, then: date, actors: Sequence[str] = (), until: date | None = None) -> Compared:
        """What somebody else has on a day (today, if none is named) than had it then; with actors, what they have given or got."""
        from .compared import compared

        return compared(self.index, self.said(as_of=until), then, self._actor_ids(actors))

    def matrix(self, levels: Sequence[str] = ()) -> Matrix:
        """Topics × actors, with the holders on the day."""
        from .matrix import matrix

        self._refuse_unknown(levels)
        said = replace(self.said(), dated=True)
        return matrix(self.index, said, levels, said.as_of)

    def gaps(self) -> Gaps:
        """What is open on the day: what nobody holds, what several do, who ends without a successor."""
        from .gaps import gaps

        return gaps(self.index, self.said())

    def whole(self) -> Whole:
        """Every record; its spreadsheet in the language asked for, else in all."""
        from .whole import whole

        said = self.said()
        return whole(self.index, said, (said.language,) if self.language else ())
