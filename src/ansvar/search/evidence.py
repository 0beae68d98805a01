"""Where the words of a subject stand: in statements, and in the names of actors and the terms of topics."""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING

from ..dataset.record import NamedTuple
from ..languages.asking import asking
from .compounds import JOINING_LANGUAGES
from .hits import Hit, Meet, Reading, Tier
from .kinds import BESIDE, Kind
from .settings import WEIGHTS
from .tables import FIELDS, HOLDER, LATER_HOLDER, PARTNER, TARGET
from .words import words

if TYPE_CHECKING:
    from .index import Index, Name
    from .match import Reader
    from .question import Question, Unit

HELD = ("actor", "successor")
RELATIONS = {HOLDER: "actor", LATER_HOLDER: "successor", TARGET: "target", PARTNER: "partner"}
LONG_WORD = 8
"""A longer word that is one slip from a word of the dataset is that word rather than two."""
_UNNAMED = (Kind.VERB, Kind.ASIDE)


class Part(NamedTuple):
    """A word looked up: a unit, or one of the two that a compound is made of which the dataset does not have."""

    unit: Unit
    number: int
    word: str
    kind: Kind
    readings: list[Reading]


class Named(NamedTuple):
    """A name met in some words: where each of its words is met, and how much of it that is (1 is all)."""

    name: Name
    places: dict[int, tuple[int, Reading]]
    share: float

    @property
    def inside(self) -> set[int]:
        """The parts that stand in it."""
        return {part for part, _ in self.places.values()}

    @property
    def quality(self) -> float:
        """How well its words are met: as well as the worst."""
        return min(reading.quality for _, reading in self.places.values())


class Evidence:
    """What some parts of a question meet. `meets` has for each part the duties that meet it, `terms` are the duties
    of whole terms of topics, `named` what names of actors say for duties."""

    def __init__(self, lookup: Lookup, parts: list[Part]) -> None:
        self.lookup, self.parts = lookup, parts
        self.meets = [lookup.statements(part) for part in parts]
        self.terms: set[int] = set()
        self.named: dict[int, float] = {}
        self.actors: dict[str, float] = {}
        self.whole_names: list[set[int]] = []
        self.alone = self.idle = self.termed = False
        self._terms: list[Named] = []
        for name in self._names():
            self._take(name)
        for term in self._terms:
            beside = self._beside(term)
            self.terms.update(n for n, _ in lookup.duties(term.name) if all(n in self.meets[k] for k in beside))

    def _names(self) -> list[Named]:
        """The names of which enough is met, those of topics first."""
        index = self.lookup.index
        best: dict[int, dict[int, tuple[int, Reading]]] = defaultdict(dict)
        for k, part in enumerate(self.parts):
            by_number = {reading.number: reading for reading in part.readings if part.kind not in _UNNAMED}
            for word, number, place in index.name_tokens(by_number):
                held = best[number].get(place)
                if held is None or by_number[word].quality > held[1].quality:
                    best[number][place] = (k, by_number[word])
        found = sorted(index.names_by_number(best).items(), key=lambda item: (item[1].kind == "actor", item[0]))
        named = [Named(name, best[number], _share(name, best[number])) for number, name in found]
        return [one for one in named if one.share >= WEIGHTS["part_of_name_enough"] and self._is_sure(one)]

    def _is_sure(self, one: Named) -> bool:
        """Actors are met by their names, not by parts of words nor by what the whole dataset is about."""
        if one.name.kind == "topic":
            return True
        about = one.share <= ALL and all(self.lookup.is_about(self.parts[k]) for k in one.inside)
        return one.quality > WEIGHTS["last_part"] and not about

    def _take(self, one: Named) -> None:
        """Count a name for the words that stand in it."""
        name, inside = one.name, one.inside
        others = [
            part
            for k, part in enumerate(self.parts)
            if k not in inside and part.kind is Kind.MATTER and not self.lookup.is_about(part)
        ]
        complete = one.share > ALL and all(_is_word(reading) for _, reading in one.places.values())
        strength = one.quality * one.share * WEIGHTS[name.kind if complete else f"part_of_{name.kind}"]
        thing = name.kind == "actor" and self._is_thing(inside, others)
        if name.kind == "actor":
            self.actors[name.owner] = max(self.actors.get(name.owner, 0), strength)
            if complete:
                self._about(name, inside)
        self._meet(one, strength, whole=complete, thing=thing)
        if complete:
            self._whole(one, others, thing=thing)

    def termed_together(self, k: int) -> set[int]:
        """The duties of whole terms in which a part and the next one stand."""
        terms = [term for term in self._terms if {k, k + 1} <= term.inside]
        return {n for term in terms for n, _ in self.lookup.duties(term.name)}

    @property
    def _acted(self) -> bool:
        return any(part.kind is Kind.VERB for part in self.parts)

    def _is_thing(self, inside: set[int], others: list[Part]) -> bool:
        """Whether a named actor is what is asked about, not who: in `who …` with more, in `steering of X`, and in `x's fees`
        where x is written small."""
        if not others and not self._acted:
            return False
        first, last = self.parts[min(inside)].unit, self.parts[max(inside)]
        followed = any(part.unit.chunk == last.unit.chunk and part.number > last.number for part in others)
        return self.lookup.question.asks_who or first.of or (first.text.islower() and followed)

    def _about(self, name: Name, inside: set[int]) -> None:
        """In `who steers X?` only what is done to X counts, where somebody has that role."""
        role = self.lookup.question.role
        if any(self.lookup.index.role(n) is role for _, n in self.lookup.about(name.owner)):
            for k in inside:
                self.meets[k].clear()

    def _meet(self, one: Named, strength: float, *, whole: bool, thing: bool) -> None:
        where = f".{one.name.language}" if one.name.language else ""
        for k in one.inside:
            tier = max(reading.tier for part, reading in one.places.values() if part == k)
            shown = Tier.TOPIC if one.name.kind == "topic" and tier < Tier.TOPIC else tier
            sure = 1.0 if whole else self._partly_sure(one.name, k)
            for n, field in self.lookup.duties(one.name):
                factor = WEIGHTS["named_holder"] if thing and field == "actor" else WEIGHTS.get(f"of_{field}", 1.0)
                self.meets[k].setdefault(n, []).append(Hit(strength * factor, shown, one.name.text, field + where, -1, sure))

    def _partly_sure(self, name: Name, k: int) -> float:
        """How much of a word a part of a name meets: the word of an actor's name is that, unless it is a topic's too."""
        topical = any(hit.field.startswith("topic") for hits in self.meets[k].values() for hit in hits)
        return WEIGHTS["unsure"] if name.kind == "topic" else WEIGHTS["part_of_name"] if topical else 1.0

    def _whole(self, one: Named, others: list[Part], *, thing: bool) -> None:
        """What a whole name says."""
        units = {self.parts[k].number for k in one.inside}
        if not self.lookup.joining.isdisjoint(words(one.name.text)):
            self.whole_names.append(units)
        duties = self.lookup.duties(one.name)
        if one.name.kind == "actor":
            self.alone |= not others and not thing
            self.idle |= not others and not duties
        if one.name.kind == "topic":
            self.termed |= not others
            self._terms.append(one)
        elif not thing and not self._acted and not self._is_broken(one):
            self._count(one, one.quality)

    def _count(self, one: Named, strength: float) -> None:
        """Count a named actor for what it holds, or holds after another."""
        for n, field in self.lookup.duties(one.name):
            if field in HELD:
                self.named[n] = max(self.named.get(n, 0.0), strength * WEIGHTS.get(f"of_{field}", 1.0))

    def _is_broken(self, one: Named) -> bool:
        """Whether an unknown word stands in the same noun phrase: it makes another thing of the name."""
        return not all(self.meets[k] for k in self._beside(one))

    def _beside(self, one: Named) -> list[int]:
        """The other parts of a name's noun phrase: who does not meet them speaks of another thing (`visa card`)."""
        chunks = {self.parts[k].unit.chunk for k in one.inside}
        matters = [k for k, part in enumerate(self.parts) if part.kind is Kind.MATTER and part.unit.chunk in chunks]
        return [k for k in matters if k not in one.inside]


ALL = 0.99


def _is_word(reading: Reading) -> bool:
    return reading.tier is not Tier.COMPOUND or reading.quality >= WEIGHTS["joined"]


def _share(name: Name, places: dict[int, tuple[int, Reading]]) -> float:
    """How much of a name is met; half of it where one word of the question would have to be several of the name."""
    share = sum(name.words[place][1] for place in places) / sum(share for _, share in name.words)
    once = len({part for part, _ in places.values()}) == len(places)
    return share if once or all(reading.tier is Tier.COMPOUND for _, reading in places.values()) else share / 2


class Lookup:
    """The words of a question looked up in a dataset."""

    def __init__(self, index: Index, reader: Reader, question: Question, day: str) -> None:
        self.index, self.reader, self.question, self.silent = index, reader, question, index.silent(day)
        self.joining = asking(index.languages).and_words
        self._duties: dict[tuple[str, str], list[tuple[int, str]]] = {}
        self._about: dict[tuple[int, str], bool] = {}
        self.parts = [self._parts(number, unit) for number, unit in enumerate(question.units)]
        self._join()

    def _parts(self, number: int, unit: Unit) -> list[Part]:
        """A unit as it is looked up: whole; where the dataset has it not, respelled, or as the two words that it is made of."""
        reader, readings = self.reader, self.reader.readings(unit.word)
        if unit.kind is Kind.VERB:
            readings = [reading for reading in readings if reading.tier is not Tier.COMPOUND]
            known = {reading.number for reading in readings}
            readings += [reading for reading in reader.same_meaning(unit.word) if reading.number not in known]
        if readings or unit.kind in (*BESIDE, Kind.VERB):
            return [Part(unit, number, unit.word, unit.kind, reader.about_core(readings))]
        split = reader.split(unit.word)
        readings = self._otherwise(unit.word, both=bool(split and split.both))
        if readings or not split:
            return [Part(unit, number, unit.word, unit.kind, readings)]
        kind = Kind.PROCEDURE if self._is_procedure(split.last) else unit.kind
        first, last = self._somehow(split.first), self._somehow(split.last)
        # A last part is met as one: `flyktingkvot` is no `kvotflykting`.
        last = [reading for reading in last if reading.tier is not Tier.COMPOUND or reading.quality >= WEIGHTS["last_part"]]
        return [Part(unit, number, split.first, unit.kind, first), Part(unit, number, split.last, kind, last)]

    def _otherwise(self, word: str, *, both: bool) -> list[Reading]:
        if both:
            return self.reader.respelled(word, 1) if len(word) > LONG_WORD else []
        return self.reader.respelled(word) or self.reader.beginning(word)

    def _somehow(self, part: str) -> list[Reading]:
        return self.reader.readings(part) or self.reader.ending(part) or self.reader.respelled(part)

    def _is_procedure(self, last: str) -> bool:
        """Whether the last part of a compound is a noun of procedure."""
        return any(key in self.index.asides["procedure"] for key in self.index.stem_keys(last) if key[:2] in JOINING_LANGUAGES)

    def _join(self) -> None:
        """Neighbours in the question that the dataset writes as one word (`garbage collector`)."""
        units = self.question.units
        for n in range(len(units) - 1):
            if units[n].chunk == units[n + 1].chunk and (readings := self.reader.joined(units[n].word, units[n + 1].word)):
                for k in (n, n + 1):
                    part = self.parts[k][0]
                    self.parts[k] = [part._replace(readings=[*part.readings, *readings])]

    def statements(self, part: Part) -> Meet:
        """The duties in whose statements a part stands, of those that answer on the day."""
        by_number = {reading.number: reading for reading in part.readings}
        met: Meet = {}
        for word, field, n, place in self.index.postings(by_number):
            if n in self.silent:
                continue
            reading, name = by_number[word], FIELDS[field]
            sure = WEIGHTS["unsure"] if reading.quality < WEIGHTS["beginning"] else 1.0
            strength = reading.quality * WEIGHTS[name.partition(".")[0]]
            met.setdefault(n, []).append(Hit(strength, reading.tier, reading.form, name, place, sure))
        return met

    def duties(self, name: Name) -> list[tuple[int, str]]:
        """The duties of a topic or an actor, each with what it is to them."""
        key = (name.kind, name.owner)
        if key not in self._duties:
            if name.kind == "topic":
                found = [(n, "topic") for n in self.index.of_topic(name.owner)]
            else:
                related = self.about(name.owner) or self.index.related(name.owner, RELATIONS)
                found = [(n, RELATIONS[relation]) for relation, n in related]
            self._duties[key] = [(n, field) for n, field in found if n not in self.silent]
        return self._duties[key]

    def about(self, actor: str) -> list[tuple[int, int]]:
        """In `who steers X?` the duties that are about X or done with it, in the role that the verb names where there are any."""
        if not self.question.about:
            return []
        related = [self.index.related(actor, [relation]) for relation in (TARGET, PARTNER)]
        answering = [[found for found in listed if found[1] not in self.silent] for listed in related]
        about = answering[0] or answering[1]
        return [found for found in about if self.index.role(found[1]) is self.question.role] or about

    def is_about(self, part: Part) -> bool:
        """Whether a word is one of those that the whole dataset is about."""
        key = (part.number, part.word)
        if key not in self._about:
            self._about[key] = self._is_about(part)
        return self._about[key]

    def _is_about(self, part: Part) -> bool:
        about = self.index.asides["about"]
        forms = [r.form for r in part.readings if r.tier is not Tier.COMPOUND or r.quality == WEIGHTS["beginning"]]
        return any(key in about for word in [part.word, *forms][:3] for key in self.index.stem_keys(word))

    def rarity(self, count: int) -> float:
        """The information of what so many duties have, 0 to 1; a word that none has counts as the rarest of all."""
        size = self.index.size - len(self.silent)
        # Logarithms differ in their last digit from one machine to the next, which would decide ties.
        return round(min(1.0, log(1 + size / max(count, 1)) / log(1 + size)), 6) if size > 1 else 1.0
