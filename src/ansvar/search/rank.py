"""What the words of a subject say for each duty: candidates by evidence, whether it is enough, and their order."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, NamedTuple

from ..languages.function_words import VERB_GROUP
from .compounds import JOINING_LANGUAGES
from .hits import Hit, Reading, Tier
from .question import Kind, Question, Unit
from .settings import WEIGHTS
from .tables import FIELDS, HOLDER, LATER_HOLDER, PARTNER, ROLES, TARGET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .index import Index, Name
    from .match import Reader

_RELATIONS = {HOLDER: ("actor", 1.0), LATER_HOLDER: ("successor", WEIGHTS["later"]), TARGET: ("target", WEIGHTS["target"]),
              PARTNER: ("partner", WEIGHTS["partner"])}  # fmt: skip


_LONG = 8
"""A longer word that is one slip from a word of the dataset is that word rather than two."""


_PHRASE = 3
"""Words of a noun phrase at most; more in a row are no phrase."""
_UNNAMED = (Kind.VERB, Kind.ASIDE, Kind.WIDE)
_BESIDE = (Kind.ASIDE, Kind.PLACE, Kind.WIDE)


class Ranked(NamedTuple):
    """A duty for a subject: its score, how much of the subject it covers, and where each unit is met."""

    n: int
    score: float
    coverage: float
    hits: dict[int, list[Hit]]


class Subject(NamedTuple):
    """What a subject found: answers and partial matches, best first, and which units meet anything."""

    units: tuple[int, ...]
    answers: list[Ranked]
    partial: list[Ranked]
    met: frozenset[int]
    actors: tuple[str, ...]
    spans: bool
    """Whether a name or a term joins words of several subjects (`health and wellbeing`)."""


class Part(NamedTuple):
    """A word looked up: one of a unit, or one of two for a compound that the dataset does not have."""

    unit: int
    word: str
    kind: Kind
    chunk: int
    adjunct: bool
    readings: list[Reading]


class Ranker:
    """Ranks the duties of a dataset for a question."""

    def __init__(self, index: Index, reader: Reader, question: Question) -> None:
        self.index, self.reader, self.question = index, reader, question
        self.size = max(index.size, 1)
        self.duties_of: dict[tuple[str, str], list[tuple[int, str, float]]] = {}
        self.whole_names: list[set[int]] = []
        self.alone = self.idle = False
        self.all_parts = {n: self._parts(n, unit) for n, unit in enumerate(question.units)}
        self._join()

    # Words
    def _parts(self, number: int, unit: Unit) -> list[Part]:
        readings = self.reader.readings(unit.word)
        rest = (unit.chunk, unit.adjunct)
        split = self.reader.split(unit.word) if unit.kind not in _BESIDE + (Kind.VERB,) else None
        if unit.kind is Kind.VERB:
            readings = [reading for reading in readings if reading.tier is not Tier.COMPOUND]
        elif readings and split and split[2] and self._is_procedure(split[1]) and not self.index.name_tokens(r.number for r in readings):
            readings = self.reader.weaker(readings, split[0])
        if not readings and split and split[2] and len(unit.word) > _LONG:
            readings = self.reader.respelled(unit.word, 1)
        if not readings and not (split and split[2]) and unit.kind not in _BESIDE:
            readings = self.reader.respelled(unit.word) or self.reader.beginning(unit.word)
        if readings or not split:
            return [Part(number, unit.word, unit.kind, *rest, readings)]
        first, last, _ = split
        kind = Kind.PROCEDURE if self._is_procedure(last) else unit.kind
        return [Part(number, first, unit.kind, *rest, self._somehow(first)), Part(number, last, kind, *rest, self._as_head(last))]

    def _as_head(self, part: str) -> list[Reading]:
        """The readings of a last part, which no word has as its first part only (`flyktingkvot` is no `kvotflykting`)."""
        return [r for r in self._somehow(part) if r.tier is not Tier.COMPOUND or r.quality >= WEIGHTS["last_part"]]

    def _somehow(self, part: str) -> list[Reading]:
        return self.reader.readings(part) or self.reader.ending(part) or self.reader.respelled(part)

    def _is_procedure(self, last: str) -> bool:
        """Whether the last part of a compound is a noun of procedure."""
        return any(key in self.index.asides["procedure"] for key in self.index.stem_keys(last) if key[:2] in JOINING_LANGUAGES)

    def _join(self) -> None:
        """Neighbours in the question that the dataset writes as one word."""
        units = self.question.units
        for n in range(len(units) - 1):
            if units[n].chunk == units[n + 1].chunk:
                for reading in self.reader.joined(units[n].word, units[n + 1].word):
                    for k in (n, n + 1):
                        part = self.all_parts[k][0]
                        self.all_parts[k] = [part._replace(readings=[*part.readings, reading])]

    # Evidence
    def subject(self, units: tuple[int, ...]) -> Subject:
        """The duties that answer to some units, with the situation and the other subjects as what speaks for them besides."""
        parts = [part for n in units for part in self.all_parts[n]]
        self.whole_names, self.alone, self.idle = [], False, False
        meets = [self._statements(part) for part in parts]
        terms, named, actors = self._names(parts, meets)
        weights = self._weights(parts, meets)
        scores, coverage = self._scores(parts, meets, weights, terms, named)
        self._besides(scores, units)
        self._phrases(scores, parts, meets, weights)
        self._extras(scores, units, parts, meets)
        order = sorted(scores, key=lambda n: (-round(scores[n], 6), n))
        hits = {n: self._hits(n, parts, meets) for n in order}
        ranked = [Ranked(n, scores[n], coverage[n], hits[n]) for n in order]
        if self.idle and not any(hit.field.startswith(("actor", "topic")) and hit.sure == 1.0 for one in ranked for its in one.hits.values() for hit in its):
            ranked = []
        answers = self._enough(ranked, parts)
        met = frozenset(part.unit for part, meet in zip(parts, meets, strict=True) if meet)
        return Subject(units, answers, [] if answers else ranked[:3], met, actors, self._spans(parts))

    def _spans(self, parts: list[Part]) -> bool:
        of = {unit: n for n, units in enumerate(self.question.subjects) for unit in units}
        return any(len({of[unit] for unit in units if unit in of}) > 1 for units in self.whole_names)

    def _statements(self, part: Part) -> dict[int, list[Hit]]:
        by_number = {reading.number: reading for reading in part.readings}
        met: dict[int, list[Hit]] = defaultdict(list)
        for word, field, n, place in self.index.postings(by_number, -1):
            reading, name = by_number[word], FIELDS[field]
            strength = reading.quality * WEIGHTS[name.partition(".")[0]]
            sure = WEIGHTS["unsure"] if reading.quality < WEIGHTS["beginning"] else 1.0
            met[n].append(Hit(strength, reading.tier, reading.form, name, place, sure))
        return met

    def _names(self, parts: list[Part], meets: list[dict[int, list[Hit]]]) -> tuple[dict[int, float], dict[int, float], tuple[str, ...]]:
        """The names and terms met, whole or in part: their duties meet the words. Returns what whole terms say for duties,
        and the actors named."""
        best: dict[int, dict[int, tuple[float, int, Reading]]] = defaultdict(dict)
        for k, part in enumerate(parts):
            by_number = {reading.number: reading for reading in part.readings if part.kind not in _UNNAMED}
            for word, number, place in self.index.name_tokens(by_number):
                reading = by_number[word]
                if reading.quality > best[number].get(place, (0.0, 0, reading))[0]:
                    best[number][place] = (reading.quality, k, reading)
        terms: dict[int, float] = {}
        named: dict[int, float] = {}
        actors: dict[str, float] = {}
        for number, name in sorted(self.index.names_by_number(best).items(), key=lambda item: (item[1].kind == "actor", item[0])):
            places = best[number]
            share = sum(name.words[place][1] for place in places) / sum(share for _, share in name.words)
            if len({k for _, k, _ in places.values()}) < len(places) and not all(r.tier is Tier.COMPOUND for _, _, r in places.values()):
                share /= 2
            self._of_name(name, share, places, parts, meets, terms, named, actors)
        top = max(actors.values(), default=0)
        return terms, named, tuple(owner for owner, strength in actors.items() if strength >= top)

    def _of_name(self, name: Name, share: float, places: dict[int, tuple[float, int, Reading]], parts: list[Part],
                 meets: list[dict[int, list[Hit]]], terms: dict[int, float], named: dict[int, float], actors: dict[str, float]) -> None:  # fmt: skip
        whole = share > 0.99 and all(r.tier is not Tier.COMPOUND or r.quality >= WEIGHTS["joined"] for _, _, r in places.values())
        if share < WEIGHTS["part_of_name_enough"]:
            return
        quality = min(quality for quality, _, _ in places.values())
        if name.kind == "actor" and quality < WEIGHTS["respelled"] * 0.9:
            return
        strength = quality * share * WEIGHTS[name.kind if whole else f"part_of_{name.kind}"]
        inside = {k for _, k, _ in places.values()}
        others = [part for k, part in enumerate(parts) if k not in inside and part.kind is Kind.MATTER]
        acted = any(part.kind is Kind.VERB for part in parts)
        asked = name.kind == "actor" and bool(others or acted) and (
            self.question.asks_who or self._is_thing(parts, inside, others))
        whole = whole and not any(part.unit == parts[k].unit for k in inside for j, part in enumerate(parts) if j not in inside)
        duties = self._duties(name)
        if self.question.about and name.kind == "actor" and any(self.index.role(n) is self.question.role for _, n in self._about(name.owner)):
            for k in {k for _, k, _ in places.values()}:
                meets[k].clear()
        if name.kind == "actor":
            actors[name.owner] = max(actors.get(name.owner, 0), strength)
        for k in {k for _, k, _ in places.values()}:
            tier = max(r.tier for _, j, r in places.values() if j == k)
            for n, field, factor in duties:
                where = f"{field}.{name.language}" if name.language else field
                shown = Tier.TOPIC if name.kind == "topic" and tier < Tier.TOPIC else tier
                sure = 1.0 if whole else WEIGHTS["unsure"] if name.kind == "topic" else \
                    WEIGHTS["part_of_name"] if any(hit.field.startswith("topic") and hit.sure == 1.0 for hits in meets[k].values() for hit in hits) else WEIGHTS["part_of_rare_name"]
                if asked:
                    factor = WEIGHTS["named_holder"] if field == "actor" else WEIGHTS["named_target"] if field == "target" else factor
                meets[k].setdefault(n, []).append(Hit(strength * factor, shown, name.text, where, -1, sure))
        units = {parts[k].unit for k in inside}
        if whole and max(units) - min(units) < len(units):
            self.whole_names.append(units)
        self.alone |= whole and not others and name.kind == "actor"
        self.idle |= whole and not others and name.kind == "actor" and not duties
        if name.kind == "actor" and not others and not asked and not acted:
            for n, field, _ in duties:
                if field == "actor":
                    named[n] = max(named.get(n, 0), WEIGHTS["named_alone"] * quality * share)
        if whole and not self._headless(places, parts, meets):
            rarity = self._rarity(len(duties)) * quality * (1.0 if others else WEIGHTS["entry"])
            for n, field, factor in duties:
                if name.kind == "topic":
                    terms[n] = max(terms.get(n, 0), rarity * factor * (1 + 0.1 * len(places)))
                elif field == "actor" and not asked:
                    named[n] = max(named.get(n, 0), quality * factor)

    def _is_thing(self, parts: list[Part], inside: set[int], others: list[Part]) -> bool:
        """Whether a named actor is what is asked about: `steering of X`, and `x's fees` where x is written small."""
        first, last = self.question.units[parts[min(inside)].unit], parts[max(inside)]
        if first.of:
            return True
        return first.text.islower() and any(part.chunk == last.chunk and part.unit > last.unit for part in others)

    def _headless(self, places: dict[int, tuple[float, int, Reading]], parts: list[Part], meets: list[dict[int, list[Hit]]]) -> bool:
        """Whether an unknown word stands in the same noun phrase: it makes another thing of the term (`visa card`)."""
        inside = {k for _, k, _ in places.values()}
        chunks = {parts[k].chunk for k in inside}
        return any(part.chunk in chunks and part.kind is Kind.MATTER and not meets[k]
                   for k, part in enumerate(parts) if k not in inside)  # fmt: skip

    def _duties(self, name: Name) -> list[tuple[int, str, float]]:
        key = (name.kind, name.owner)
        if key not in self.duties_of:
            if name.kind == "topic":
                self.duties_of[key] = [(n, "topic", WEIGHTS["further_topic"] if place else 1.0) for n, place in self.index.of_topic(name.owner)]
            else:
                found = self._about(name.owner) or self.index.related(name.owner, _RELATIONS)
                self.duties_of[key] = [(n, *_RELATIONS[relation]) for relation, n in found]
        return self.duties_of[key]

    def _about(self, actor: str) -> list[tuple[int, int]]:
        """In `who steers X?` the duties that are about X or done with it, in the role that the verb names where there are any."""
        if not self.question.about:
            return []
        about = self.index.related(actor, [TARGET]) or self.index.related(actor, [PARTNER])
        return [found for found in about if self.index.role(found[1]) is self.question.role] or about

    # Weights
    def _rarity(self, count: int) -> float:
        """The information of a word that so many duties meet, 0 to 1; a word that none meets counts as the rarest of all."""
        return min(1.0, log(1 + self.size / max(count, 1)) / log(1 + self.size)) if self.size > 1 else 1.0

    def _weights(self, parts: list[Part], meets: list[dict[int, list[Hit]]]) -> list[float]:
        weights = []
        first = next((part.chunk for part in parts if part.kind is Kind.MATTER), -1)
        for part, meet in zip(parts, meets, strict=True):
            factor = {Kind.MATTER: 1.0, Kind.VERB: WEIGHTS["verb_met" if meet else "verb"], Kind.PROCEDURE: WEIGHTS["procedure_met" if meet else "procedure"], Kind.ASIDE: 0.0,
                      Kind.WIDE: 0.0, Kind.PLACE: 1.0 if meet else 0.0, Kind.GUESS: WEIGHTS["guess"]}[part.kind]  # fmt: skip
            if self._is_about(part):
                factor *= 0.0 if part.kind is Kind.PLACE or part.adjunct else WEIGHTS["about"]
            if part.adjunct:
                factor *= WEIGHTS["adjunct"]
            elif part.chunk != first:
                factor *= WEIGHTS["complement"]
            weights.append(factor * self._rarity(len(meet)))
        return weights

    def _is_about(self, part: Part) -> bool:
        about = self.index.asides["about"]
        words = [part.word, *(r.form for r in part.readings if r.tier is not Tier.COMPOUND or r.quality == WEIGHTS["beginning"])][:3]
        return any(key in about for word in words for key in self.index.stem_keys(word))

    def _scores(self, parts: list[Part], meets: list[dict[int, list[Hit]]], weights: list[float],
                terms: dict[int, float], named: dict[int, float]) -> tuple[dict[int, float], dict[int, float]]:  # fmt: skip
        scores: dict[int, float] = defaultdict(float)
        covered: dict[int, float] = defaultdict(float)
        counts = [part.kind is not Kind.PLACE and (part.kind is not Kind.VERB or part.word not in VERB_GROUP) for part in parts]
        total = sum(weight for weight, counted in zip(weights, counts, strict=True) if counted) or 1.0
        heads, halves = self._heads(parts), self._halves(parts)
        wide = [set(meet) for part, meet in zip(parts, meets, strict=True) if part.kind is Kind.WIDE]
        for n in set.intersection(*wide) if wide else ():
            scores[n] += WEIGHTS["wide"]
        for k, (part, meet, weight) in enumerate(zip(parts, meets, weights, strict=True)):
            if not weight:
                continue
            for n, hits in meet.items():
                scores[n] += weight * _together(hits)
                sure = max(hit.sure for hit in hits)
                if part.unit in halves and any(n not in meets[j] for j in halves[part.unit]):
                    sure *= WEIGHTS["broken"]
                head = meets[heads.get(part.chunk, k)]
                covered[n] += weight * counts[k] * sure * (1.0 if n in head else WEIGHTS["other_head"] if head else WEIGHTS["broken"])
        for n, rarity in terms.items():
            scores[n] += WEIGHTS["whole_term"] * rarity
        strong = set(terms)
        for n, quality in named.items():
            scores[n] += WEIGHTS["whole_name"] * quality
            met = sum(n in meet and not self._is_about(part) for part, meet in zip(parts, meets, strict=True) if part.kind is Kind.MATTER)
            if met > 1:
                strong.add(n)
        coverage = {n: max(covered.get(n, 0.0) / total, WEIGHTS["strong"] if n in strong else 0.0) for n in scores}
        return scores, coverage

    def _halves(self, parts: list[Part]) -> dict[int, list[int]]:
        """The two parts of each compound that the dataset does not have, where both matter."""
        halves: dict[int, list[int]] = defaultdict(list)
        for k, part in enumerate(parts):
            if part.kind is Kind.MATTER:
                halves[part.unit].append(k)
        return {unit: both for unit, both in halves.items() if len(both) > 1}

    def _heads(self, parts: list[Part]) -> dict[int, int]:
        """The last matter of each noun phrase: who does not meet it speaks of another thing (`visa card`)."""
        heads = {part.chunk: k for k, part in enumerate(parts) if part.kind is Kind.MATTER}
        count = Counter(part.chunk for part in parts if part.kind is Kind.MATTER)
        return {chunk: k for chunk, k in heads.items() if count[chunk] <= _PHRASE}

    def information(self, units: Iterable[int]) -> float:
        """How much some units tell apart, all together."""
        parts = [part for n in units for part in self.all_parts[n]]
        meets = [self._statements(part) for part in parts]
        return sum(weight for part, weight in zip(parts, self._weights(parts, meets), strict=True) if part.kind is Kind.MATTER)

    # What else speaks for a duty
    def _besides(self, scores: dict[int, float], units: tuple[int, ...]) -> None:
        other = [n for n in range(len(self.question.units)) if n not in units]
        for part in (part for n in other for part in self.all_parts[n]):
            meet = self._statements(part)
            weight = WEIGHTS["situation"] * self._rarity(len(meet)) * (part.kind is Kind.MATTER)
            for n, hits in meet.items():
                if n in scores:
                    scores[n] += weight * _together(hits)

    def _phrases(self, scores: dict[int, float], parts: list[Part], meets: list[dict[int, list[Hit]]], weights: list[float]) -> None:
        """Neighbours in the question that are neighbours in the statement."""
        for k in range(len(parts) - 1):
            if parts[k].chunk != parts[k + 1].chunk:
                continue
            for n in meets[k].keys() & meets[k + 1].keys():
                ends = {(hit.field, hit.place + 1) for hit in meets[k][n] if hit.place >= 0}
                if ends & {(hit.field, hit.place) for hit in meets[k + 1][n]}:
                    scores[n] += WEIGHTS["phrase"] * (weights[k] + weights[k + 1]) / 2

    def _extras(self, scores: dict[int, float], units: tuple[int, ...], parts: list[Part], meets: list[dict[int, list[Hit]]]) -> None:
        stated: Counter[int] = Counter()
        for part, meet in zip(parts, meets, strict=True):
            stated.update(n for n, hits in meet.items() if any(hit.place >= 0 and hit.tier <= Tier.STEM for hit in hits) and part.kind is not Kind.ASIDE)
        measures = self.index.measures(scores)
        slug = "-".join(self.question.units[n].word for n in units if self.question.units[n].kind is Kind.MATTER)
        said = self._verbs_said
        role = self.question.role
        for n in scores:
            id_, length = measures[n]
            if id_.replace("_", "-").replace(".", "-") == slug:
                scores[n] += WEIGHTS["entry"]
            scores[n] += WEIGHTS["verb_said"] * (n in said)
            if stated[n] >= length:
                scores[n] += WEIGHTS["statement_entry"]
            own = self.index.role(n)
            factor = WEIGHTS["role_asked"] if role is not None and own is role else 1 - WEIGHTS["role_step"] * _STEPS[own]
            scores[n] *= factor / (1 + WEIGHTS["length_step"] * max(length - 1, 0))

    @cached_property
    def _verbs_said(self) -> set[int]:
        return self.reader.verbs_said(verb for verb, group in VERB_GROUP.items() if group in self.question.verbs)

    # The answer
    def _enough(self, ranked: list[Ranked], parts: list[Part]) -> list[Ranked]:
        enough = [one for one in ranked if one.coverage > WEIGHTS["enough"]]
        most = max((one.coverage for one in enough), default=0) * WEIGHTS["near_best"]
        several = (sum(part.kind is Kind.MATTER for part in parts) > 1 and not self.alone) or len(self.question.subjects) > 1
        best = max((one.score for one in enough), default=0) * WEIGHTS["score_near_best" if several else "score_near_best_of_one"]
        return [one for one in enough if one.coverage >= most and one.score >= best]

    def _hits(self, n: int, parts: list[Part], meets: list[dict[int, list[Hit]]]) -> dict[int, list[Hit]]:
        hits: dict[int, list[Hit]] = {}
        for part, meet in zip(parts, meets, strict=True):
            if n in meet:
                hits.setdefault(part.unit, []).extend(meet[n])
        return hits


_STEPS = {role: n for n, role in enumerate(ROLES)}


def _together(hits: Iterable[Hit]) -> float:
    """The strengths of several fields together: the best counts whole, each further one less."""
    best: dict[str, float] = {}
    for hit in hits:
        kind = hit.field.partition(".")[0]
        best[kind] = max(best.get(kind, 0), hit.strength)
    ordered = sorted(best.values(), reverse=True)
    return sum(strength * WEIGHTS["second_field"] ** n for n, strength in enumerate(ordered))
