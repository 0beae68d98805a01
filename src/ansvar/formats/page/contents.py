"""What stands on the page, part by part. The page's own ids begin with `_`, which no id of a dataset can."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from ...answers.wording import LANGUAGE_NAMES, day_name, first_upper, level_name, role_name, say, word
from ...dataset.history import moves
from ...dataset.model import LANGUAGES, Level, Role, Status
from ...dataset.printable import printable
from .duties import Duties, ever_holding
from .markup import Texts, escaped, link, of, upper
from .phrases import phrase
from .speech import Speech, duty_count, period_days

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...answers.phrasebook import Reader
    from ...dataset.history import Move
    from ...dataset.model import Actor, Note, Section, Source
    from .markup import Say

_PLAIN = ("skip", "question", "sections", "no_script", "search", "ask", "filters", "browse", "clear", "made", "top")


class Contents:
    """The parts of the page for one reader."""

    def __init__(self, reader: Reader) -> None:
        self.index, self.language = reader.index, reader.language
        self.day = reader.as_of if reader.dated else None
        self.texts, self.speech = Texts(self.index.languages), Speech(self.index)
        self.topics = {topic.id: topic for topic in self.index.topics()}
        self.duties = Duties(self.texts, self.speech, self.topics, self.day)
        self.entries = list(self.index.entries())
        self.sources = self.index.sources()

    def parts(self) -> dict[str, str]:
        """The template's fields."""
        sections = {"changes": self._changes(), "actors": self._actors(), "context": self._context(), "sources": self._sources()}
        every_language = set(self.index.languages) == set(LANGUAGES)
        return {
            **{key: self.texts.phrase(key) for key in _PLAIN},
            **sections,
            "language": self.language,
            "day": f' data-day="{self.day.isoformat()}"' if self.day else "",
            "duties_title": self.texts.word("duties"),
            "title": escaped(self._titles()[self.language]),
            "languages": self._language_choice(),
            "dataset": self.texts.all(of(self.index.title)),
            "limits": self._limits(),
            "navigation": self._navigation(name for name, section in sections.items() if section),
            "hint": self.texts.phrase("hint" if every_language else "hint_short"),
            "selects": self._selects(),
            "topics": self._topic_list(),
            "duties": "\n".join(map(self.duties.article, self.entries)),
        }

    def for_script(self) -> dict[str, object]:
        """What the script says itself of the dataset, by language: the page's title, and the names of the actors."""
        names = {
            actor.id: {la: first_upper(printable(say(actor.name, la))) for la in self.index.languages}
            for actor in self.speech.actors.values()
        }
        return {"titles": self._titles(), "actorNames": names}

    def _titles(self) -> dict[str, str]:
        return {la: f"{phrase('question', la)} – {printable(say(self.index.title, la))}" for la in self.index.languages}

    # The head of the page.

    def _language_choice(self) -> str:
        if len(self.index.languages) == 1:
            return ""
        choices = "".join(map(self._language, self.index.languages))
        return f'<fieldset class="languages"><legend class="sr">{self.texts.phrase("language")}</legend>{choices}</fieldset>'

    def _language(self, language: str) -> str:
        checked = " checked" if language == self.language else ""
        return (
            f'<input type="radio" name="_language" id="_{language}" value="{language}" autocomplete="off"{checked}>'
            f'<label for="_{language}" lang="{language}">{first_upper(LANGUAGE_NAMES[language])}</label>'
        )

    def _limits(self) -> str:
        """The date asked for, the source's period, and how far the knowledge of changes reaches."""
        day, periods = self.day, [source.period for source in self.sources if source.period]
        sentences = []
        if day:
            sentences.append(f"<strong>{self.texts.all(lambda la: word('as_of', la, day=day_name(day, la)))}.</strong>")
        if len(periods) == 1:
            sentences.append(self.texts.all(lambda la: phrase("source_period", la, period=period_days(periods[0], la))))
        if self.index.known_until:
            sentences.append(self.texts.all(self._known))
        return f'<p class="limits">{" ".join(sentences)}</p>' if sentences else ""

    def _known(self, language: str) -> str:
        known = self.index.known_until
        return phrase("known", language, day=day_name(known, language)) if known else ""

    def _navigation(self, sections: Iterable[str]) -> str:
        names = {
            "changes": ("_changes", self.texts.word("changes")),
            "actors": ("_actors", self.texts.word("actors")),
            "context": ("_context", self.texts.word("context")),
            "sources": ("_source", self.texts.phrase("source_about")),
        }
        listed = [("_duties", self.texts.word("duties")), *(names[section] for section in sections)]
        return "".join(f'<li><a href="#{id_}">{name}</a></li>' for id_, name in listed)

    # Search and filters.

    def _selects(self) -> str:
        held = {self.speech.actors[id_].level for entry in self.entries for id_ in entry.duty.actors}
        roles = {entry.duty.role for entry in self.entries}
        topics = {topic for entry in self.entries for topic in entry.duty.topics}
        options = {
            "level": [self._option(level.value, partial(level_name, level)) for level in Level if level in held],
            "actor": self._actor_options(),
            "role": [self._option(role.value, partial(role_name, role)) for role in Role if role in roles],
            "topic": [self._option(topic.id, of(topic.name)) for topic in self.topics.values() if topic.id in topics],
        }
        return "".join(self._select(key, "".join(listed)) for key, listed in options.items())

    def _select(self, key: str, options: str) -> str:
        every = self._option("", partial(phrase, "every"))
        return (
            f'<div><label for="_{key}">{self.texts.word(key)}</label>'
            f'<select id="_{key}" autocomplete="off">{every}{options}</select></div>'
        )

    def _option(self, value: str, make: Say) -> str:
        name = upper(make)
        return f'<option value="{escaped(value)}"{self.texts.data(name)}>{escaped(name(self.language))}</option>'

    def _actor_options(self) -> list[str]:
        """The actors that hold a duty, or come to, under their levels."""
        holding = {id_ for entry in self.entries for id_ in ever_holding(entry)}
        groups = []
        for level, members in self._by_level():
            options = "".join(self._option(actor.id, of(actor.name)) for actor in members if actor.id in holding)
            name = upper(partial(level_name, level))
            label = f'<optgroup label="{escaped(name(self.language))}"{self.texts.data(name)}>'
            groups += [f"{label}{options}</optgroup>"] if options else []
        return groups

    def _by_level(self) -> list[tuple[Level, list[Actor]]]:
        groups = [(level, [actor for actor in self.speech.actors.values() if actor.level is level]) for level in Level]
        return [(level, members) for level, members in groups if members]

    def _topic_list(self) -> str:
        count = Counter(topic for entry in self.entries for topic in entry.duty.topics)
        items = (
            f'<li><a href="#/topic={escaped(topic.id)}">{self.texts.all(upper(of(topic.name)))}</a>'
            f' <span class="count">{count[topic.id]}</span></li>'
            for topic in self.topics.values()
            if count[topic.id]
        )
        return f'<ul class="topics" id="_topics">{"".join(items)}</ul>'

    # After the duties.

    def _changes(self) -> str:
        found = moves((entry.duty.id, entry.steps) for entry in self.entries)
        if not found:
            return ""
        statements = {entry.duty.id: self.texts.all(of(entry.duty.statement)) for entry in self.entries}
        parts = [f'<p class="about">{self.texts.phrase("changes_intro")}</p>']
        for on, of_day in groupby(found, key=lambda move: move.step.on):
            future = " future" if self.day and on > self.day else ""
            coming = f'<span class="label coming">{self.texts.phrase("coming")}</span>'
            items = "".join(self._move(move, statements) for move in of_day)
            parts.append(
                f'<section class="day{future}" data-on="{on.isoformat()}">'
                f'<h3>{coming}{self.texts.all(partial(day_name, on))}</h3><ul class="moves">{items}</ul></section>'
            )
        return self.texts.section("_changes", self.texts.word("changes"), "".join(parts))

    def _move(self, move: Move, statements: dict[str, str]) -> str:
        step, texts = move.step, self.texts
        before = texts.all(upper(partial(self.speech.names, step.before)))
        if step.status is Status.CURRENT:
            facts = [texts.fact("actor", before)]
        else:
            after = texts.all(lambda la: first_upper(self.speech.outcome(step, la)[0]))
            facts = [texts.fact("from", before), texts.fact("to", f'<span class="to">{after}</span>')]
        if step.basis:
            facts.append(texts.fact("by", texts.all(of(step.basis))))
        if step.name or step.partners or step.note:
            facts.append(texts.fact("note", texts.all(partial(self.speech.remarks, step))))
        duties = "".join(f'<li><a href="#{escaped(id_)}">{statements[id_]}</a></li>' for id_ in move.duties)
        count = texts.all(partial(duty_count, len(move.duties)))
        return f"<li><dl>{''.join(facts)}</dl><details><summary>{count}</summary><ul>{duties}</ul></details></li>"

    def _actors(self) -> str:
        count = Counter(id_ for entry in self.entries for id_ in ever_holding(entry))
        groups = []
        for level, members in self._by_level():
            items = "".join(self._actor(actor, count[actor.id]) for actor in members)
            title = self.texts.all(upper(partial(level_name, level)))
            groups.append(f'<h3>{title}</h3><ul class="actors">{items}</ul>')
        return self.texts.section("_actors", self.texts.word("actors"), "".join(groups))

    def _actor(self, actor: Actor, count: int) -> str:
        texts = self.texts
        facts = []
        if actor.short:
            facts.append(texts.fact("short", escaped(", ".join(actor.short))))
        for language, names in actor.other_names.items():
            name, value = escaped(word("aliases", language)), escaped(", ".join(names))
            facts.append(f'<div class="t" lang="{language}"><dt>{name}</dt><dd>{value}</dd></div>')
        if actor.kind in self.index.kinds and actor.kind:
            facts.append(texts.fact("kind", texts.all(of(self.index.kinds[actor.kind]))))
        if actor.from_ or actor.until:
            facts.append(texts.fact("became", texts.all(upper(partial(self.speech.lifetime, actor)))))
        if actor.note:
            facts.append(texts.fact("note", texts.all(of(actor.note))))
        if actor.website:
            facts.append(texts.fact("website", link(actor.website)))
        duties = texts.all(partial(duty_count, count)) if count else texts.word("no_duties")
        facts.append(texts.fact("duties", f'<a href="#/actor={escaped(actor.id)}">{duties}</a>' if count else duties))
        return f"<li><h4>{texts.all(upper(of(actor.name)))}</h4><dl>{''.join(facts)}</dl></li>"

    def _context(self) -> str:
        items = "".join(map(self._note, self.index.notes()))
        return self.texts.section("_context", self.texts.word("context"), f'<ul class="notes">{items}</ul>') if items else ""

    def _note(self, note: Note) -> str:
        return f"<li><p>{self.texts.all(of(note.statement))}</p><dl>{self.duties.locator(note.source)}</dl></li>"

    def _sources(self) -> str:
        if not self.sources:
            return ""
        about = f'<p class="about">{self.texts.phrase("locators")}</p>'
        return self.texts.section("_source", self.texts.phrase("source_about"), "".join(map(self._source, self.sources)) + about)

    def _source(self, source: Source) -> str:
        texts = self.texts
        title = escaped(say(source.title, source.language))
        cite = f'<cite lang="{escaped(source.language)}">{title}</cite>{self._translated(source)}'
        facts = [texts.named(texts.phrase("source_title"), cite)]
        if source.publisher:
            facts.append(texts.fact("publisher", texts.all(of(source.publisher))))
        if source.period:
            facts.append(texts.fact("period", texts.all(partial(period_days, source.period))))
        if self.index.known_until:
            facts.append(texts.fact("changes", texts.all(self._known)))
        if source.website:
            facts.append(texts.fact("website", link(source.website)))
        parts = "".join(f"<li>{self._part(part)}</li>" for part in source.sections)
        facts.append(texts.named(texts.phrase("parts"), f"<ul>{parts}</ul>"))
        return f'<dl class="source">{"".join(facts)}</dl>'

    def _part(self, part: Section) -> str:
        count = str(part.sentences)
        return self.texts.all(lambda la: phrase("sentence_count", la, title=say(part.title, la), count=count))

    def _translated(self, source: Source) -> str:
        """The source's title in the languages that it is not in."""
        others = [la for la in self.index.languages if la != source.language and la in source.title]
        return "".join(f'<span class="t translated" lang="{la}">{escaped(source.title[la])}</span>' for la in others)
