"""The duties as HTML: one article each, with what the script filters by in its data attributes."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from ...answers.wording import day_name, role_name
from ...dataset.model import Status
from .markup import escaped, of, upper

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ...dataset.history import Step
    from ...dataset.model import Actor, Locator, Topic
    from ...search.index import Entry
    from .markup import Say, Texts
    from .speech import Speech


class Duties:
    """Articles. `day` is the date asked for; without one, the script marks what holds when somebody reads."""

    def __init__(self, texts: Texts, speech: Speech, topics: Mapping[str, Topic], day: date | None) -> None:
        self.texts, self.speech, self.topics, self.day = texts, speech, topics, day

    def article(self, entry: Entry) -> str:
        """A duty: who, what, since when others, in which role, and where the source says so."""
        duty, texts = entry.duty, self.texts
        holder = texts.all(upper(partial(self.speech.names, duty.actors)))
        role = texts.fact("role", texts.all(partial(role_name, duty.role)))
        link = f'{texts.phrase("link")}<span class="sr"> {escaped(duty.id)}</span>'
        return (
            f'<li><article id="{escaped(duty.id)}" tabindex="-1"{self._attributes(entry)}>'
            f'<h3><span class="holder">{holder}<span class="tag"> ({texts.phrase("in_source")})</span></span> '
            f'<span class="statement">{texts.all(of(duty.statement))}</span></h3>'
            f'{self._steps(entry)}<div class="facts"><dl>{role}{self._facts(entry)}</dl>'
            f'<p class="screen permalink"><a href="#{escaped(duty.id)}">{link}</a></p></div></article></li>'
        )

    def _attributes(self, entry: Entry) -> str:
        duty = entry.duty
        data = {
            "n": str(entry.n),
            "role": duty.role.value,
            "actors": " ".join(duty.actors),
            "levels": " ".join(dict.fromkeys(self.speech.actors[id_].level.value for id_ in duty.actors)),
            "topics": " ".join(duty.topics),
        }
        changed = ' class="changed"' if self._latest(entry) else ""
        return changed + "".join(f' data-{name}="{escaped(value)}"' for name, value in data.items())

    def _facts(self, entry: Entry) -> str:
        duty, texts = entry.duty, self.texts
        facts = []
        if duty.partners:
            facts.append(texts.fact("partners", texts.all(partial(self.speech.names, duty.partners))))
        if duty.target:
            facts.append(texts.fact("target", texts.all(partial(self.speech.names, [duty.target]))))
        if duty.topics:
            links = (f'<a href="#/topic={escaped(id_)}">{texts.all(of(self.topics[id_].name))}</a>' for id_ in duty.topics)
            facts.append(texts.fact("topics", ", ".join(links)))
        return "".join(facts) + self.locator(duty.source)

    def locator(self, locator: Locator | None) -> str:
        """The place in the source, where there is one."""
        return self.texts.fact("source", self.texts.all(partial(self.speech.place, locator))) if locator else ""

    def _latest(self, entry: Entry) -> Step | None:
        """The move that holds on the date asked for."""
        day = self.day
        past = [step for step in entry.steps if day and step.on <= day and step.status is not Status.CURRENT]
        return past[-1] if past else None

    def _steps(self, entry: Entry) -> str:
        """What has happened to a duty, and to those it is about or done with, by date."""
        latest = self._latest(entry)
        items = [(step.on, self._step(step, latest=step is latest)) for step in entry.steps]
        for id_ in dict.fromkeys((*filter(None, [entry.duty.target]), *entry.duty.partners)):
            actor = self.speech.actors[id_]
            if actor.until:
                items.append((actor.until + timedelta(days=1), self._party(actor, actor.until + timedelta(days=1))))
        items.sort(key=lambda item: item[0])
        return f'<ul class="steps">{"".join(item for _, item in items)}</ul>' if items else ""

    def _step(self, step: Step, *, latest: bool) -> str:
        """A step. What an actor's end says of itself stands with the actor, not again with each of its duties."""
        of_actors = [self.speech.actors[id_].note for id_ in step.before]
        own = step.note and step.note not in of_actors and self.speech.outcome(step, self.texts.languages[0])
        note = f' <span class="note">{self.texts.all(upper(of(step.note)))}</span>' if own and step.note else ""
        data = f'data-status="{step.status.value}" data-to="{escaped(" ".join(step.after))}"'
        return self._item(step.on, data, partial(self.speech.step, step), note, latest=latest)

    def _party(self, actor: Actor, on: date) -> str:
        def ended(language: str) -> str:
            return f"{self.speech.names([actor.id], language)}: {self.speech.end(actor, language)}"

        return self._item(on, 'data-status="party"', ended, "", latest=False)

    def _item(self, on: date, data: str, what: Say, note: str, *, latest: bool) -> str:
        day, texts = self.day, self.texts
        state = "" if not day else "future" if on > day else "latest" if latest else "past"
        now = texts.all(partial(day_name, day)) if day else texts.word("now")
        return (
            f'<li class="{state}" data-on="{on.isoformat()}" {data}>'
            f'<span class="label now">{now}</span><span class="label coming">{texts.phrase("coming")}</span> '
            f'<span class="what">{texts.all(upper(what))}</span>{note}</li>'
        )


def ever_holding(entry: Entry) -> Iterable[str]:
    """The actors that hold a duty by the source, or come to."""
    return dict.fromkeys((*entry.duty.actors, *(id_ for step in entry.steps for id_ in step.after)))
