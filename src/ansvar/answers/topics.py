"""What one can ask about, and with which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.codec import encode
from ..dataset.record import frozen
from .answer import ROOM, Plain, Sheets
from .sheet import Sheet, cells, columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..dataset.model import Topic
    from ..search.index import Index
    from .phrasebook import Phrasebook


def label(topic: Topic, said: Phrasebook) -> str:
    """A topic's name, as it is written."""
    return said.text(topic.name)


def terms(topic: Topic, said: Phrasebook) -> str:
    """The words for a topic."""
    return ", ".join(topic.terms.get(said.language, ()))


def plain_topic(topic: Topic) -> Plain:
    """A topic with the words for it as plain data."""
    return {"id": topic.id, "name": dict(topic.name), "terms": encode(topic.terms)}


@frozen
class Topics(Sheets):
    """The topics, each with the number of its duties."""

    said: Phrasebook
    counted: Sequence[tuple[Topic, int]]

    def __bool__(self) -> bool:
        return bool(self.counted)

    def sheets(self, room: int = ROOM) -> list[Sheet]:
        """One table."""
        said = self.said
        rows = [cells(label(topic, said), terms(topic, said), str(count), topic.id) for topic, count in self.counted]
        return [Sheet(columns([*((key, said.word(key)) for key in ("topic", "terms", "number")), ("id", "id")]), rows)]

    def plain(self) -> Plain:
        """Every topic with the number of its duties."""
        counted = [{**plain_topic(one), "duties": count} for one, count in self.counted]
        return {"language": self.said.language, "topics": counted}


def topics(index: Index, said: Phrasebook) -> Topics:
    """All topics, in the dataset's order."""
    counts = index.topic_counts()
    return Topics(said, [(topic, counts.get(topic.id, 0)) for topic in index.topics()])
