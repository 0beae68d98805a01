"""The duties that answer to a subject: how well each does, whether that is enough, and their order."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ..dataset.record import NamedTuple
from ..languages.function_words import VERB_GROUP
from .evidence import Evidence, Lookup, Part
from .hits import Tier
from .kinds import GERUND, Kind
from .settings import WEIGHTS
from .tables import HOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from .entries import Measure
    from .hits import Hit, Meet
    from .index import Index
    from .match import Reader
    from .question import Question

PHRASE = 3
"""Words of a noun phrase at most; more in a row are no phrase."""
PARTIAL = 3


class Ranked(NamedTuple):
    """A duty for a subject: its score, what of it the words of the subject make, how much of them it covers, and where each
    unit is met."""

    n: int
    score: float
    by_words: float
    coverage: float
    hits: dict[int, list[Hit]]


class Subject(NamedTuple):
    """What a subject found: answers or partial matches, best first, the units that meet anything, and the actors named."""

    units: tuple[int, ...]
    answers: list[Ranked]
    partial: list[Ranked]
    met: frozenset[int]
    actors: tuple[str, ...]
    joined: bool
    """Whether a name or a term joins words of several subjects (`health and wellbeing`)."""
    widest: bool
    """Whether it is nothing but what the whole dataset is about."""


class Ranker:
    """Ranks the duties of a dataset for a question."""

    def __init__(self, index: Index, reader: Reader, question: Question, as_of: date) -> None:
        self.index, self.reader, self.question = index, reader, question
        self.lookup = Lookup(index, reader, question, as_of.isoformat())
        self.asked = tuple(unit for units in question.subjects for unit in units)
        self.situated = any(unit.kind is Kind.MATTER for n, unit in enumerate(question.units) if n not in self.asked)

    def subject(self, units: tuple[int, ...]) -> Subject:
        """The duties that answer to some units; the situation and the other subjects speak for them besides."""
        evidence = Evidence(self.lookup, [part for n in units for part in self.lookup.parts[n]])
        ranked = [] if evidence.idle and not evidence.named and not evidence.termed else self._ranked(evidence, units)
        answers = self._enough(ranked, evidence)
        met = frozenset(part.number for part, meet in zip(evidence.parts, evidence.meets, strict=True) if meet)
        top = max(evidence.actors.values(), default=0.0)
        actors = tuple(actor for actor, strength in evidence.actors.items() if strength >= top)
        partial = [] if answers else ranked[:PARTIAL]
        return Subject(units, answers, partial, met, actors, self._is_joined(evidence), self._is_widest(evidence))

    def forms(self) -> frozenset[str]:
        """All words of the dataset that words of the question may be."""
        parts = [part for parts in self.lookup.parts for part in parts if part.kind is not Kind.ASIDE]
        return frozenset(reading.form for part in parts for reading in part.readings)

    def _is_joined(self, evidence: Evidence) -> bool:
        of = {unit: n for n, units in enumerate(self.question.subjects) for unit in units}
        return any(len({of[unit] for unit in units if unit in of}) > 1 for units in evidence.whole_names)

    def _ranked(self, evidence: Evidence, units: tuple[int, ...]) -> list[Ranked]:
        weights = self._weights(evidence)
        counted = [weight * self._counts(part) for part, weight in zip(evidence.parts, weights, strict=True)]
        coverage = self._coverage(evidence, self._as_told(evidence, counted))
        scores = self._scores(evidence, counted)
        measures = self.index.measures(scores)
        self._phrases(scores, evidence, weights)
        met = dict(scores)
        self._besides(met, self.asked)
        self._same_verbs(met, evidence, weights)
        beside = self._scores(evidence, [weight - its for weight, its in zip(weights, counted, strict=True)])
        for n in beside.keys() & scores.keys():
            scores[n] += beside[n]
        for n in evidence.named.keys() & scores.keys():
            scores[n] += WEIGHTS["whole_name"] * evidence.named[n]
        self._besides(scores, units)
        self._entries(scores, measures, evidence, units)
        self._widest(scores, evidence)
        self._roles(scores)
        self._persons(scores, evidence)
        order = sorted(scores, key=lambda n: (-round(scores[n], 6), n))
        return [Ranked(n, scores[n], met[n], coverage.get(n, 0.0), _hits(n, evidence)) for n in order]

    def _weights(self, evidence: Evidence) -> list[float]:
        """What each part tells: rare words much, words of procedure and what the whole dataset is about little."""
        first = next((part.unit.chunk for part in evidence.parts if part.kind is Kind.MATTER), -1)
        return [self._weight(part, meet, first) for part, meet in zip(evidence.parts, evidence.meets, strict=True)]

    def _weight(self, part: Part, meet: Meet, first: int) -> float:
        if part.kind is Kind.ASIDE or (part.kind is Kind.PLACE and not meet):
            return 0.0
        weight = self.lookup.rarity(len(meet)) * WEIGHTS.get(self._sort(part, meet), 1.0)
        if self.lookup.is_about(part):
            weight *= 0.0 if part.kind is Kind.PLACE or part.unit.adjunct else WEIGHTS["about"]
        if part.unit.adjunct:
            return weight * WEIGHTS["adjunct"]
        return weight if part.unit.chunk == first else weight * WEIGHTS["complement"]

    def _sort(self, part: Part, meet: Meet) -> str:
        """What a part is weighed as: a verb that is none of responsibility tells more, and unknown with -ing it may be a noun
        (`polishing lamps`, `fishing quotas`)."""
        kind = part.kind.name.lower()
        if part.kind is Kind.VERB and not meet and part.word.endswith(GERUND) and part.word not in VERB_GROUP:
            kind = "gerund"
        elif part.kind is Kind.VERB and meet and self._counts(part):
            kind = "action"
        return f"{kind}_{'met' if meet else 'unmet'}"

    def _scores(self, evidence: Evidence, weights: list[float]) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for meet, weight in zip(evidence.meets, weights, strict=True):
            for n, hits in meet.items() if weight else ():
                scores[n] += weight * _together(hits)
        return scores

    def _coverage(self, evidence: Evidence, counted: list[float]) -> dict[int, float]:
        """How much of the subject's information each duty meets."""
        total = sum(counted) or 1.0
        covered: dict[int, float] = defaultdict(float)
        heads = self._heads(evidence.parts)
        for k, (part, meet) in enumerate(zip(evidence.parts, evidence.meets, strict=True)):
            head = evidence.meets[heads.get(part.unit.chunk, k)]
            for n, hits in meet.items() if counted[k] else ():
                sure = max(hit.sure for hit in hits)
                covered[n] += counted[k] / total * sure * (1.0 if n in head else WEIGHTS["other_head"])
        for n in self._strong(evidence):
            covered[n] = max(covered[n], WEIGHTS["strong"])
        return covered

    @staticmethod
    def _as_told(evidence: Evidence, counted: list[float]) -> list[float]:
        """Both parts of a compound that the dataset has not tell as much as the rarer one: `barnbidrag` is no other *bidrag*."""
        rarest: dict[int, float] = {}
        for part, weight in zip(evidence.parts, counted, strict=True):
            rarest[part.number] = max(rarest.get(part.number, 0.0), weight)
        return [rarest[part.number] if part.kind is Kind.MATTER else weight
                for part, weight in zip(evidence.parts, counted, strict=True)]  # fmt: skip

    def _counts(self, part: Part) -> bool:
        """Places and verbs of responsibility choose among answers, but no answer needs them."""
        verb = part.kind is Kind.VERB and any(key in self.index.asides["verb"] for key in self.index.stem_keys(part.word))
        return part.kind is not Kind.PLACE and not verb

    def _strong(self, evidence: Evidence) -> set[int]:
        """The duties with a whole term, unless another thing is asked about (`who issues fishing licences to immigrants?`), or with
        a named actor and something else of the question."""
        matters = [meet for part, meet in zip(evidence.parts, evidence.meets, strict=True)
                   if part.kind is Kind.MATTER and not self.lookup.is_about(part)]  # fmt: skip
        terms = set() if self._is_strange(evidence) else evidence.terms
        return terms | {n for n in evidence.named if sum(n in meet for meet in matters) > 1}

    def _is_strange(self, evidence: Evidence) -> bool:
        """Whether the first noun phrase after `who …` is unknown in all its words."""
        if not self.question.asks_who:
            return False
        matters = [(part, meet) for part, meet in zip(evidence.parts, evidence.meets, strict=True) if part.kind is Kind.MATTER]
        first = [
            meet or self.reader.readings(part.unit.word) for part, meet in matters if part.unit.chunk == matters[0][0].unit.chunk
        ]
        return len(first) > 1 and not any(first)

    @staticmethod
    def _heads(parts: list[Part]) -> dict[int, int]:
        """The last matter of each noun phrase: who does not meet it speaks of another thing (`visa card`)."""
        matters = [k for k, part in enumerate(parts) if part.kind is Kind.MATTER]
        count = Counter(parts[k].unit.chunk for k in matters)
        return {parts[k].unit.chunk: k for k in matters if count[parts[k].unit.chunk] <= PHRASE}

    # What else speaks for a duty
    def _besides(self, scores: dict[int, float], units: tuple[int, ...]) -> None:
        """The situation, and the other subjects."""
        others = [part for n, parts in enumerate(self.lookup.parts) if n not in units for part in parts if part.kind is Kind.MATTER]
        for meet in map(self.lookup.statements, others):
            weight = WEIGHTS["situation"] * self.lookup.rarity(len(meet))
            for n in meet.keys() & scores.keys():
                scores[n] += weight * _together(meet[n])

    def _same_verbs(self, scores: dict[int, float], evidence: Evidence, weights: list[float]) -> None:
        """The very verb of the question: one that means the same orders answers, but shuts none out."""
        for part, meet, weight in zip(evidence.parts, evidence.meets, weights, strict=True):
            for n, hits in meet.items() if part.kind is Kind.VERB and not self._counts(part) else ():
                if n in scores:
                    scores[n] += weight * _together(hit for hit in hits if hit.tier <= Tier.STEM)

    @staticmethod
    def _phrases(scores: dict[int, float], evidence: Evidence, weights: list[float]) -> None:
        """Neighbours in the question that are neighbours in the statement, or stand in one whole term."""
        for k, (one, other) in enumerate(zip(evidence.meets, evidence.meets[1:], strict=False)):
            termed = evidence.termed_together(k)
            for n in one.keys() & other.keys() & scores.keys():
                ends = {(hit.field, hit.place + 1) for hit in one[n] if hit.place >= 0}
                follows = not ends.isdisjoint((hit.field, hit.place) for hit in other[n])
                rule = WEIGHTS["phrase"] if follows else WEIGHTS["phrase_of_term"] if n in termed else 0.0
                scores[n] += rule * (weights[k] + weights[k + 1]) / 2

    def _entries(self, scores: dict[int, float], measures: dict[int, Measure], evidence: Evidence, units: tuple[int, ...]) -> None:
        """The duty that is called exactly so; short statements before long ones."""
        matters = [meet for part, meet in zip(evidence.parts, evidence.meets, strict=True) if part.kind is not Kind.ASIDE]
        stated = {n for meet in matters for n, hits in meet.items() if any(hit.place >= 0 for hit in hits)}
        asked = "-".join(unit.word for unit in map(self.question.units.__getitem__, units) if unit.kind is Kind.MATTER)
        for n, measure in measures.items():
            scores[n] += WEIGHTS["entry"] * (measure.id.replace("_", "-").replace(".", "-") == asked)
            scores[n] /= 1 + WEIGHTS["length_step"] * max(measure.length - 1, 0) * (n in stated)

    def _widest(self, scores: dict[int, float], evidence: Evidence) -> None:
        """Asked for nothing but what the whole dataset is about, who has the overall responsibility comes first."""
        if self._is_widest(evidence):
            numbers = [number for number, _ in self.index.by_stem(self.index.asides["overall"])]
            for n in {n for _, _, n, _ in self.index.postings(numbers)} & scores.keys():
                scores[n] += WEIGHTS["overall"]

    def _is_widest(self, evidence: Evidence) -> bool:
        return all(self.lookup.is_about(part) for part in evidence.parts if part.kind is Kind.MATTER)

    def _roles(self, scores: dict[int, float]) -> None:
        """The role that the verb names first, then the roles in their order."""
        for n in scores:
            role = self.index.role(n)
            asked = role is self.question.role
            scores[n] *= WEIGHTS["role_asked"] if asked else 1 - WEIGHTS["role_step"] * self.index.role_step(n)

    def _persons(self, scores: dict[int, float], evidence: Evidence) -> None:
        """What is asked is what others do for a person, unless the person is named."""
        for person in self.index.persons if evidence.actors.keys().isdisjoint(self.index.persons) else ():
            for _, n in self.index.related(person, [HOLDER]):
                if n in scores:
                    scores[n] *= WEIGHTS["person"]

    def _enough(self, ranked: list[Ranked], evidence: Evidence) -> list[Ranked]:
        """The duties that cover enough, and of these the first and the ones that are not much worse than the best; for an actor
        named alone, what it holds."""
        if evidence.alone and (held := [one for one in ranked if one.n in evidence.named and one.coverage > WEIGHTS["enough"]]):
            ranked = held
        covered = max((one.coverage for one in ranked), default=0.0) * WEIGHTS["near_best"]
        enough = [one for one in ranked if one.coverage > WEIGHTS["enough"] and one.coverage >= covered]
        matters = sum(part.kind is Kind.MATTER for part in evidence.parts)
        several = (matters + self.situated > 1 and not evidence.alone) or len(self.question.subjects) > 1
        scores = [one.score if evidence.alone else one.by_words for one in enough]
        least = max(scores, default=0.0) * WEIGHTS["score_near_best" if several else "score_near_best_of_one"]
        return [one for one, score in zip(enough, scores, strict=True) if score >= least or one is enough[0]]


def _hits(n: int, evidence: Evidence) -> dict[int, list[Hit]]:
    hits: dict[int, list[Hit]] = {}
    for part, meet in zip(evidence.parts, evidence.meets, strict=True):
        if n in meet:
            hits.setdefault(part.number, []).extend(meet[n])
    return hits


def _together(hits: Iterable[Hit]) -> float:
    """The strengths of several fields together: the best counts whole, each further one less."""
    best: dict[str, float] = {}
    for hit in hits:
        field = hit.field.partition(".")[0]
        best[field] = max(best.get(field, 0.0), hit.strength)
    return sum(strength * WEIGHTS["second_field"] ** n for n, strength in enumerate(sorted(best.values(), reverse=True)))
