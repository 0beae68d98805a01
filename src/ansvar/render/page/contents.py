"""What stands on the page, as HTML. Every value of the dataset is text: `_text` is the only way that one gets in.

A text in the dataset's languages is written in all of them, each with its `lang`; the style shows the one chosen. The page's
own ids begin with `_`, which no id of a dataset can.
"""

from __future__ import annotations

import html
from collections import Counter
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from ...model import Level, Role, Status
from ...sanitise import printable
from ...timeline import moves
from ..wording import LANGUAGE_NAMES, day_name, first_upper, level_name, listed, role_name, say, word
from .phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from ...index import Entry
    from ...model import Actor, Locator, Note, Source, Text
    from ...timeline import Move, Step
    from ..views import Reader

    Say = Callable[[str], str]


class Contents:
    """The parts of the page for one reader."""

    def __init__(self, reader: Reader) -> None:
        self.index = reader.index
        self.language = reader.language
        self.languages = reader.index.languages
        self.day = reader.as_of if reader.dated else None
        self.actors = {actor.id: actor for actor in self.index.actors()}
        self.topics = {topic.id: topic for topic in self.index.topics()}
        self.sources = self.index.sources()
        self.sections = {(source.id, part.id): part for source in self.sources for part in source.sections}
        self.entries = list(self.index.entries())
        self.numbers = {entry.duty.id: n for n, entry in enumerate(self.entries)}

    def parts(self) -> dict[str, str]:
        """The template's fields."""
        context, changes = self._context(), self._changes()
        own = ("skip", "question", "sections", "no_script", "search", "ask", "filters", "browse", "answers", "clear", "made", "top")
        return {
            **{key: self._phrase(key) for key in own},
            "language": self.language,
            "day": f' data-day="{self.day.isoformat()}"' if self.day else "",
            "title": _text(self.titles()[self.language]),
            "languages": self._language_choice(),
            "dataset": self._in_all(self.index.title),
            "limits": self._limits(),
            "navigation": self._navigation(changes=bool(changes), context=bool(context)),
            "hint": self._phrase("hint" if len(self.languages) > 1 else "hint_one_language"),
            "selects": self._selects(),
            "topics": self._topic_list(),
            "duties": "\n".join(map(self._duty, self.entries)),
            "changes": changes,
            "actors_title": self._word("actors"),
            "actors": self._actor_list(),
            "context": context,
            "source_title": self._phrase("source_about"),
            "sources": "\n".join(map(self._source, self.sources)) + self._element("p", "about", lambda la: phrase("locators", la)),
        }

    def titles(self) -> dict[str, str]:
        """The page's title in each language."""
        return {la: f"{phrase('question', la)} – {printable(say(self.index.title, la))}" for la in self.languages}

    def for_script(self) -> dict[str, object]:
        """What the script says itself of the dataset, by language: the page's title, and the names of the actors."""
        names = {
            actor.id: {la: first_upper(printable(say(actor.name, la))) for la in self.languages} for actor in self.actors.values()
        }
        return {"titles": self.titles(), "actorNames": names}

    # Texts in all the languages.

    def _all(self, make: Say) -> str:
        return "".join(f'<span class="t" lang="{la}">{_text(make(la))}</span>' for la in self.languages)

    def _in_all(self, text: Text) -> str:
        return self._all(lambda la: say(text, la))

    def _phrase(self, key: str) -> str:
        return self._all(lambda la: phrase(key, la))

    def _word(self, key: str) -> str:
        return self._all(lambda la: word(key, la))

    def _element(self, tag: str, class_: str, make: Say) -> str:
        return f'<{tag} class="{class_}">{self._all(make)}</{tag}>'

    def _data(self, make: Say) -> str:
        """The text of an element that can hold no other: the script sets it in the language chosen."""
        return "".join(f' data-{la}="{_text(make(la))}"' for la in self.languages)

    def _names(self, ids: Iterable[str], language: str) -> str:
        return listed([say(self.actors[id_].name, language) for id_ in ids], language)

    def _place(self, locator: Locator, language: str) -> str:
        numbers = listed([str(n) for n in locator.sentences], language)
        return f"{say(self.sections[locator.id, locator.section].title, language)} {numbers}"

    def _locator(self, locator: Locator | None) -> str:
        if locator is None:
            return ""
        return self._fact("source", self._all(lambda la: self._place(locator, la)))

    def _fact(self, key: str, value: str) -> str:
        return f"<div><dt>{self._word(key)}</dt><dd>{value}</dd></div>"

    # The head of the page.

    def _language_choice(self) -> str:
        if len(self.languages) == 1:
            return ""
        choices = "".join(
            f'<input type="radio" name="_language" id="_{la}" value="{la}" autocomplete="off"{" checked" if la == self.language else ""}>'
            f'<label for="_{la}" lang="{la}">{first_upper(LANGUAGE_NAMES[la])}</label>'
            for la in self.languages
        )
        return f'<fieldset class="languages"><legend class="sr">{self._phrase("language")}</legend>{choices}</fieldset>'

    def _limits(self) -> str:
        """The date asked for, the source's period, and how far the knowledge of changes reaches."""
        day, known = self.day, self.index.known_until
        sentences = []
        if day:
            sentences.append(f"<strong>{self._all(lambda la: word('as_of', la, day=day_name(day, la)))}.</strong>")
        if len(self.sources) == 1 and self.sources[0].period:
            source = self.sources[0]
            sentences.append(self._all(lambda la: phrase("source_period", la, period=_period(source, la))))
        if known:
            sentences.append(self._all(lambda la: phrase("known", la, day=day_name(known, la))))
        return f'<p class="limits">{" ".join(sentences)}</p>' if sentences else ""

    def _navigation(self, *, changes: bool, context: bool) -> str:
        there = (
            ("_answers", self._word("duties"), True),
            ("_changes", self._word("changes"), changes),
            ("_actors", self._word("actors"), True),
            ("_context", self._word("context"), context),
            ("_source", self._phrase("source_about"), bool(self.sources)),
        )
        return "".join(f'<li><a href="#{id_}">{name}</a></li>' for id_, name, shown in there if shown)

    def _selects(self) -> str:
        levels = [level for level in Level if any(self.actors[id_].level is level for e in self.entries for id_ in e.duty.actors)]
        roles = [role for role in Role if any(entry.duty.role is role for entry in self.entries)]
        topics = [topic for topic in self.topics.values() if any(topic.id in entry.duty.topics for entry in self.entries)]
        return "".join(
            (
                self._select("level", [self._option(level.value, lambda la, x=level: level_name(x, la)) for level in levels]),
                self._select("actor", self._actor_options()),
                self._select("role", [self._option(role.value, lambda la, x=role: role_name(x, la)) for role in roles]),
                self._select("topic", [self._option(topic.id, lambda la, x=topic: say(x.name, la)) for topic in topics]),
            )
        )

    def _select(self, key: str, options: Sequence[str]) -> str:
        every = self._option("", lambda la: phrase("every", la))
        id_ = f"_{key}"
        return f'<div><label for="{id_}">{self._word(key)}</label><select id="{id_}" autocomplete="off">{every}{"".join(options)}</select></div>'

    def _option(self, value: str, make: Say) -> str:
        def upper(language: str) -> str:
            return first_upper(make(language))

        return f'<option value="{_text(value)}"{self._data(upper)}>{_text(upper(self.language))}</option>'

    def _actor_options(self) -> list[str]:
        """The actors that hold a duty, or come to, under their levels."""
        holding = {id_ for entry in self.entries for id_ in self._ever_holding(entry)}
        groups = []
        for level in Level:
            members = [actor for actor in self.actors.values() if actor.level is level and actor.id in holding]
            options = "".join(self._option(actor.id, lambda la, x=actor: say(x.name, la)) for actor in members)
            if members:
                label = first_upper(level_name(level, self.language))
                data = self._data(lambda la, x=level: first_upper(level_name(x, la)))
                groups.append(f'<optgroup label="{_text(label)}"{data}>{options}</optgroup>')
        return groups

    @staticmethod
    def _ever_holding(entry: Entry) -> set[str]:
        return {*entry.duty.actors, *(id_ for step in entry.steps for id_ in step.after)}

    def _topic_list(self) -> str:
        count = Counter(topic for entry in self.entries for topic in entry.duty.topics)
        items = (
            f'<li><a href="#/topic={_text(topic.id)}">{self._all(lambda la, x=topic: first_upper(say(x.name, la)))}</a>'
            f' <span class="count">{count[topic.id]}</span></li>'
            for topic in self.topics.values()
            if count[topic.id]
        )
        return f'<ul class="topics" id="_topics">{"".join(items)}</ul>'

    # The duties.

    def _duty(self, entry: Entry) -> str:
        duty = entry.duty
        levels = dict.fromkeys(self.actors[id_].level.value for id_ in duty.actors)
        data = {"n": str(entry.n), "role": duty.role.value, "actors": _ids(duty.actors), "levels": _ids(levels), "topics": _ids(duty.topics)}
        return (
            f'<li><article id="{_text(duty.id)}" tabindex="-1"{"".join(f" data-{k}={chr(34)}{_text(v)}{chr(34)}" for k, v in data.items())}>'
            f'<h3><span class="holder">{self._all(lambda la: first_upper(self._names(duty.actors, la)))}</span> '
            f'<span class="statement">{self._in_all(duty.statement)}</span></h3>'
            f"{self._steps(entry)}<dl>{self._fact('role', self._all(lambda la: role_name(duty.role, la)))}"
            f"{self._duty_facts(entry)}</dl>"
            f'<p class="screen permalink"><a href="#{_text(duty.id)}">{self._phrase("link")}'
            f'<span class="sr"> <code>{_text(duty.id)}</code></span></a></p></article></li>'
        )

    def _duty_facts(self, entry: Entry) -> str:
        duty = entry.duty
        facts = []
        if duty.partners:
            facts.append(self._fact("partners", self._all(lambda la: self._names(duty.partners, la))))
        if target := duty.target:
            facts.append(self._fact("target", self._all(lambda la: self._names([target], la))))
        if duty.topics:
            links = (
                f'<a href="#/topic={_text(id_)}">{self._all(lambda la, x=id_: say(self.topics[x].name, la))}</a>' for id_ in duty.topics
            )
            facts.append(self._fact("topics", ", ".join(links)))
        facts.append(self._locator(duty.source))
        return "".join(facts)

    def _steps(self, entry: Entry) -> str:
        """What has happened to a duty, and to those it is about or done with, by date."""
        steps = [(step.on, step.status.value, step.after, lambda la, x=step: self._step(x, la)) for step in entry.steps]
        for id_ in dict.fromkeys((*filter(None, [entry.duty.target]), *entry.duty.partners)):
            actor = self.actors[id_]
            if actor.until:
                steps.append((actor.until + timedelta(days=1), "party", (), lambda la, x=actor: self._end_of(x, la)))
        steps.sort(key=lambda step: step[0])
        in_force = [n for n, step in enumerate(steps) if self.day and step[0] <= self.day]
        moved = [n for n in in_force if steps[n][1] not in ("current", "party")]
        items = []
        for n, (on, status, after, make) in enumerate(steps):
            state = "" if not self.day else "future" if n not in in_force else "latest" if moved and n == moved[-1] else "past"
            label = f'<span class="label now">{self._now()}</span><span class="label coming">{self._phrase("coming")}</span>'
            items.append(
                f'<li class="{state}" data-on="{on.isoformat()}" data-status="{status}" data-to="{_text(_ids(after))}">{label} '
                f'<span class="what">{self._all(lambda la, x=make: first_upper(x(la)))}</span></li>'
            )
        return f'<ul class="steps">{"".join(items)}</ul>' if items else ""

    def _now(self) -> str:
        day = self.day
        return self._all(lambda la: day_name(day, la)) if day else self._word("now")

    def _step(self, step: Step, language: str) -> str:
        what = []
        if step.status is Status.MOVED:
            what.append(self._names(step.after, language))
        elif step.status is Status.UNCONFIRMED:
            what.append(word("no_successor", language))
        what += self._about(step, language)
        basis = f" ({say(step.basis, language)})" if step.basis else ""
        day = day_name(step.on, language)
        if step.status is Status.ENDED:
            text = "; ".join((word("ended", language, day=day), *what))
        else:
            text = phrase("from_day", language, day=day, what=", ".join(what) or say(step.note or {}, language).rstrip("."))
        note = f". {first_upper(say(step.note, language))}" if step.note and what else ""
        return text + basis + note

    def _about(self, step: Step, language: str) -> list[str]:
        about = [word("called", language, name=say(step.name, language))] if step.name else []
        return about + ([word("with_partner", language, who=self._names(step.partners, language))] if step.partners else [])

    def _end_of(self, actor: Actor, language: str) -> str:
        assert actor.until
        names = self._names(actor.successors, language)
        basis = f" ({say(actor.basis, language)})" if actor.basis else ""
        ended = word("ended_actor", language, day=day_name(actor.until, language))
        successor = f"{word('successor', language)}: {names}" if names else word("no_successor", language)
        return f"{say(actor.name, language)}: {ended}, {successor}{basis}"

    # The other sections.

    def _changes(self) -> str:
        found = moves((entry.duty.id, entry.steps) for entry in self.entries)
        if not found:
            return ""
        days = "".join(
            f'<section class="day" data-on="{on.isoformat()}"><h3>{self._all(lambda la, x=on: day_name(x, la))}</h3>'
            f'<ul class="moves">{"".join(map(self._move, of_day))}</ul></section>'
            for on, of_day in groupby(found, key=lambda move: move.step.on)
        )
        return (
            f'<section aria-labelledby="_changes"><h2 id="_changes" tabindex="-1">{self._word("changes")}</h2>'
            f"{self._element('p', 'about', lambda la: phrase('changes_intro', la))}{days}</section>"
        )

    def _move(self, move: Move) -> str:
        step = move.step

        def outcome(language: str) -> str:
            if step.status is Status.ENDED:
                return word("ended", language, day=day_name(step.on, language))
            if step.status is Status.UNCONFIRMED:
                return word("no_successor", language)
            return self._names(step.after, language)

        def about(language: str) -> str:
            return ". ".join(map(first_upper, [*self._about(step, language), *([say(step.note, language)] if step.note else [])]))

        facts = [self._fact("from", self._all(lambda la: self._names(step.before, la))), self._fact("to", self._all(outcome))]
        if step.status is Status.CURRENT:
            facts = [self._fact("actor", self._all(lambda la: self._names(step.before, la)))]
        if step.basis:
            facts.append(self._fact("by", self._in_all(step.basis)))
        if step.name or step.partners or step.note:
            facts.append(self._fact("note", self._all(about)))
        duties = "".join(
            f'<li><a href="#{_text(id_)}">{self._in_all(self.entries[self.numbers[id_]].duty.statement)}</a></li>' for id_ in move.duties
        )
        count = self._all(lambda la: _count(len(move.duties), la))
        return f'<li data-status="{step.status.value}"><dl>{"".join(facts)}</dl><details><summary>{count}</summary><ul>{duties}</ul></details></li>'

    def _actor_list(self) -> str:
        groups = []
        for level in Level:
            members = [actor for actor in self.actors.values() if actor.level is level]
            if members:
                title = self._all(lambda la, x=level: first_upper(level_name(x, la)))
                groups.append(f'<h3>{title}</h3><ul class="actors">{"".join(map(self._actor, members))}</ul>')
        return "".join(groups)

    def _actor(self, actor: Actor) -> str:
        facts = []
        if actor.short:
            facts.append(self._fact("short", _text(", ".join(actor.short))))
        if any(actor.other_names.values()):
            facts.append(self._fact("aliases", self._all(lambda la: ", ".join(actor.other_names.get(la, ())) or "–")))
        if actor.kind and actor.kind in self.index.kinds:
            facts.append(self._fact("kind", self._in_all(self.index.kinds[actor.kind])))
        if actor.from_ or actor.until:
            facts.append(self._fact("became", self._all(lambda la: self._time_of(actor, la))))
        if actor.website:
            facts.append(self._fact("website", _link(actor.website)))
        if actor.note:
            facts.append(self._fact("note", self._in_all(actor.note)))
        count = sum(actor.id in self._ever_holding(entry) for entry in self.entries)
        text = self._all(lambda la: _count(count, la))
        duties = f'<a href="#/actor={_text(actor.id)}">{text}</a>' if count else self._word("no_duties")
        facts.append(self._fact("duties", duties))
        return f"<li><h4>{self._all(lambda la: first_upper(say(actor.name, la)))}</h4><dl>{''.join(facts)}</dl></li>"

    def _time_of(self, actor: Actor, language: str) -> str:
        begins = word("begins", language, day=day_name(actor.from_, language)) if actor.from_ else ""
        ends = self._end_of(actor, language).removeprefix(f"{say(actor.name, language)}: ") if actor.until else ""
        return "; ".join(filter(None, (begins, ends)))

    def _context(self) -> str:
        notes = self.index.notes()
        if not notes:
            return ""
        items = "".join(map(self._note, notes))
        return f'<section aria-labelledby="_context"><h2 id="_context" tabindex="-1">{self._word("context")}</h2><ul class="notes">{items}</ul></section>'

    def _note(self, note: Note) -> str:
        place = f"<dl>{self._locator(note.source)}</dl>" if note.source else ""
        return f"<li><p>{self._in_all(note.statement)}</p>{place}</li>"

    def _source(self, source: Source) -> str:
        title = say(source.title, source.language)
        facts = [f"<div><dt>{self._phrase('source_title')}</dt><dd><cite lang=\"{source.language}\">{_text(title)}</cite>{self._translated(source)}</dd></div>"]
        if source.publisher:
            facts.append(self._fact("publisher", self._in_all(source.publisher)))
        if source.period:
            facts.append(self._fact("period", self._all(lambda la: _period(source, la))))
        if known := self.index.known_until:
            facts.append(f"<div><dt>{self._word('changes')}</dt><dd>{self._all(lambda la: phrase('known', la, day=day_name(known, la)))}</dd></div>")
        if source.website:
            facts.append(self._fact("website", _link(source.website)))
        parts = "".join(
            f"<li>{self._all(lambda la, x=part: phrase('sentence_count', la, title=say(x.title, la), count=str(x.sentences)))}</li>"
            for part in source.sections
        )
        facts.append(f"<div><dt>{self._phrase('parts')}</dt><dd><ul>{parts}</ul></dd></div>")
        return f'<dl class="source">{"".join(facts)}</dl>'

    def _translated(self, source: Source) -> str:
        """The source's title in the languages that it is not in."""
        others = [la for la in self.languages if la != source.language and la in source.title]
        return "".join(f'<span class="t translated" lang="{la}">{_text(source.title[la])}</span>' for la in others)


def _text(value: str) -> str:
    """The value as it may stand in an element or between double quotes."""
    return html.escape(printable(value), quote=True)


def _ids(ids: Iterable[str]) -> str:
    return " ".join(ids)


def _link(address: str) -> str:
    """A link to a website; an address of another kind stays text."""
    if not address.startswith(("https://", "http://")):
        return _text(address)
    return f'<a href="{_text(address)}" rel="noopener noreferrer">{_text(address.partition("//")[2].rstrip("/"))}</a>'


def _period(source: Source, language: str) -> str:
    assert source.period
    return phrase(
        "period_days", language, first=day_name(source.period.from_, language), last=day_name(source.period.until, language)
    )  # fmt: skip


def _count(count: int, language: str) -> str:
    return phrase("duties_one", language) if count == 1 else phrase("duties_many", language, count=str(count))
