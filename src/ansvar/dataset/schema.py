"""The JSON Schema of a dataset with a hint for every field: for editors and for docs/dataset.md. No command imports it."""

from __future__ import annotations

import json
from typing import Any

from . import model
from .load import schema
from .model import LANGUAGES

Plain = dict[str, Any]

HINTS: dict[str, dict[str, str]] = {
    "Dataset": {
        "title": "What the dataset is about.",
        "languages": "The languages that every text is given in: one or more of sv, fi, en.",
        "known_until": "The last day up to which changes are known. Answers for a later date say so.",
        "kinds": "The kinds of actors: a key of one's own and its name. An actor's `kind` is one of the keys.",
        "vocabulary": "By language, words that compounds are made of, so that a part of one can be asked for "
        "(tillstånd in uppehållstillstånd). Only Swedish and Finnish join words.",
        "sources": "The documents that the duties are taken from.",
        "actors": "Those who hold duties, at least one, in the order in which they are listed.",
        "topics": "What one can ask about.",
        "duties": "Who is responsible for what.",
        "notes": "Statements of context: no duties, but part of the source.",
    },
    "Source": {
        "id": "The name by which locators refer to it.",
        "title": "The document's title. Citations give it in the document's own language.",
        "publisher": "Who published it. Citations begin with it.",
        "language": "The language that the document is written in, ISO 639-1.",
        "period": "The days that the document speaks of. An answer for an earlier date says so.",
        "website": "Where the document can be read, https:// or http://.",
        "sections": "The parts of the document that locators refer to.",
    },
    "Section": {
        "id": "The name by which locators refer to it.",
        "title": "The section's heading.",
        "sentences": "How many sentences the section has. A locator beyond them is a fault.",
    },
    "Period": {
        "from": "The first day.",
        "until": "The last day, included.",
    },
    "Actor": {
        "id": "The name by which duties refer to the actor. It stays when the name changes.",
        "name": "The full name, in the form that stands in a list.",
        "short": "Short forms, whatever the language: TE, ELY. Each finds the actor.",
        "other_names": "By language, further names and spellings that people use. Each finds the actor.",
        "level": "Where in the administration the actor works.",
        "kind": "What kind of actor it is: a key of the dataset's `kinds`.",
        "website": "The actor's website, https:// or http://.",
        "from": "The first day on which the actor works; left out where it lies before the source.",
        "until": "The last day on which the actor works; left out for one that goes on.",
        "successors": "Who takes the actor's duties over on the day after `until`. None: no successor is confirmed.",
        "basis": "The act by which the actor ends, as a citation has it: Act 380/2023.",
        "note": "What else a reader should know of the actor or of its end.",
    },
    "Topic": {
        "id": "The name by which duties refer to the topic.",
        "name": "The topic's name, a word or two.",
        "terms": "By language, the words that people use when they ask about it. A term of one language finds the duties in all.",
    },
    "Duty": {
        "id": "The duty's name for `ansvar duty` and for links.",
        "actors": "Who holds the duty by the source: one id or more.",
        "role": "The kind of responsibility.",
        "statement": "What is done, as a sentence without its subject. It is what a question is matched with and an answer shows.",
        "topics": "The topics that it belongs to.",
        "partners": "Actors that it is done together with.",
        "target": "The actor that it is about: the one that is steered, supervised or supported.",
        "source": "Where the source says so.",
        "changes": "What is known to have happened to the duty since, one record a day. What an actor's `successors` carry along "
        "need not be repeated.",
    },
    "Locator": {
        "id": "The source; it may be left out where the dataset has only one.",
        "section": "The section of the source.",
        "sentences": "The numbers of the sentences in the section, from 1.",
    },
    "Change": {
        "on": "The first day on which it holds.",
        "status": "What has become of the duty.",
        "to": "Who holds the duty from then on; only with the status `moved`.",
        "partners": "Actors that it is done together with from then on.",
        "name": "What it is called from then on, where that has changed. It is found by this name too.",
        "basis": "The act that it rests on, as a citation has it: Act 681/2023.",
        "note": "What else a reader should know of the change.",
    },
    "Note": {
        "id": "The note's name.",
        "statement": "What the source says.",
        "actors": "Those that it speaks of; `ansvar actor` shows it with them.",
        "source": "Where the source says so.",
    },
}
"""What each field of each record is for, as one would tell somebody who writes a dataset."""

VALUES: dict[str, dict[str, str]] = {
    "Level": {
        "state": "a state authority that works in the whole country",
        "region": "an authority or service of a region",
        "local": "a municipality or what it runs",
        "person": "a person, not an organisation",
        "all": "everybody together, or none of these (the default)",
    },
    "Role": {
        "responsible": "does it, and answers for it (the default)",
        "steers": "tells others what to do: guidance, targets, legislation",
        "coordinates": "brings the work of others together",
        "develops": "works on how it is done",
        "supervises": "sees to it that others do it right",
        "supports": "helps others to do it",
        "participates": "takes part in what others answer for",
        "cooperates": "does it together with others",
    },
    "Status": {
        "current": "the same holders; only a name, a partner or a note is new",
        "moved": "`to` holds it from that day on",
        "ended": "nobody does it any more",
        "unconfirmed": "the holder is gone and no successor is confirmed",
    },
}
"""What each value of each closed set of words means."""

_DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_LANGUAGE_NAMES = {"sv": "Swedish", "fi": "Finnish", "en": "English"}
_ID = "^[a-z0-9][a-z0-9._-]{0,99}$"
_NOT_EMPTY = {("Dataset", "languages"), ("Dataset", "actors"), ("Duty", "actors"), ("Locator", "sentences")}


def described() -> Plain:
    """The JSON Schema (2020-12) of a dataset, with hints. It accepts what `check` accepts, and tells of less.

    An editor reads a number as a number, a strict reader of YAML as text: `sentences` takes both.
    """
    made = schema()
    definitions = made.pop("$defs")
    head = {key: made.pop(key) for key in ("$schema", "title")}
    records = {name: _record(name, definitions[name]) for name in HINTS if name != "Dataset"}
    sets = {name: _closed(name, definitions[name]) for name in VALUES}
    return head | _record("Dataset", made) | {"$defs": records | sets | _texts()}


def dumps() -> str:
    """The schema as it stands in data/responsibilities.schema.json."""
    return json.dumps(described(), ensure_ascii=False, indent=2) + "\n"


def _record(name: str, plain: Plain) -> Plain:
    """A record with a hint for each of its fields."""
    fields = {field: _field(name, field, form) for field, form in plain["properties"].items()}
    made = {
        "type": "object",
        "description": _about(name),
        "properties": fields,
        "required": plain["required"],
        "additionalProperties": False,
    }
    if name == "Change":
        made["if"] = {"properties": {"status": {"const": "moved"}}}
        made["then"] = {"required": ["to"], "properties": {"to": {"minItems": 1}}}
        made["else"] = {"properties": {"to": {"maxItems": 0}}}
    return made


def _about(name: str) -> str:
    """What a record or a set of words is (Pydantic has it from 2.12 on)."""
    return " ".join((getattr(model, name).__doc__ or "").split()).replace("from_", "from")


def _field(record: str, name: str, form: Plain) -> Plain:
    """The form of one field, with its hint."""
    made: Plain = {"description": HINTS[record][name]} | _form(record, name, form)
    if (record, name) in _NOT_EMPTY:
        made["minItems"] = 1
    return made


def _form(record: str, name: str, form: Plain) -> Plain:
    """What a field's value looks like, in the terms of a text that is strict about YAML: nothing is ever null."""
    form = next((option for option in form.get("anyOf", ()) if option.get("type") != "null"), form)
    if name == "id" and record != "Locator":
        return {"type": "string", "pattern": _ID}
    if name == "website":
        return {"type": "string", "pattern": '^https?://[^\\s<>"]+$'}
    if (record, name) == ("Dataset", "languages"):
        return {"type": "array", "items": {"enum": list(LANGUAGES)}, "uniqueItems": True}
    if name == "kinds":
        return {"type": "object", "additionalProperties": {"$ref": "#/$defs/Text"}}
    if form.get("format") == "date":
        return _DAY
    return _plain_form(form)


def _plain_form(form: Plain) -> Plain:
    """The form of a value by its type alone."""
    if "$ref" in form:
        return {"$ref": form["$ref"]}
    if form["type"] == "object":
        return {"$ref": "#/$defs/Words" if form["additionalProperties"]["type"] == "array" else "#/$defs/Text"}
    if form["type"] == "integer":
        return {"type": ["integer", "string"], "minimum": 1, "pattern": "^[1-9][0-9]*$"}
    if form["type"] == "array":
        return {"type": "array", "items": _plain_form(form["items"])}
    return {"type": form["type"]}


def _closed(name: str, plain: Plain) -> Plain:
    """A closed set of words, each with its meaning."""
    options = [{"const": value, "description": VALUES[name][value]} for value in plain["enum"]]
    return {"description": _about(name), "type": "string", "oneOf": options}


def _texts() -> Plain:
    """A text, and lists of words, by language."""
    text = {"type": "string", "pattern": "\\S"}
    words = {"type": "array", "items": text}
    return {
        "Text": {
            "type": "object",
            "description": "The same text in each of the dataset's languages.",
            "properties": {code: {"description": f"In {name}."} | text for code, name in _LANGUAGE_NAMES.items()},
            "additionalProperties": False,
            "minProperties": 1,
        },
        "Words": {
            "type": "object",
            "description": "Words by language.",
            "properties": {code: {"description": f"In {name}."} | words for code, name in _LANGUAGE_NAMES.items()},
            "additionalProperties": False,
        },
    }
