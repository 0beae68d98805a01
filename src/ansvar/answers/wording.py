"""The tool's own words, in Swedish, Finnish and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.model import LANGUAGES, Level, Role, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

LANGUAGE_NAMES = {"sv": "svenska", "fi": "suomi", "en": "English"}

_MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}

ROLES: Mapping[Role, Text] = {
    Role.RESPONSIBLE: {"sv": "ansvarar", "fi": "vastaa", "en": "responsible"},
    Role.STEERS: {"sv": "styr", "fi": "ohjaa", "en": "steers"},
    Role.COORDINATES: {"sv": "samordnar", "fi": "sovittaa yhteen", "en": "coordinates"},
    Role.DEVELOPS: {"sv": "utvecklar", "fi": "kehittää", "en": "develops"},
    Role.SUPERVISES: {"sv": "utövar tillsyn", "fi": "valvoo", "en": "supervises"},
    Role.SUPPORTS: {"sv": "stöder", "fi": "tukee", "en": "supports"},
    Role.MAY: {"sv": "får", "fi": "saa", "en": "may"},
    Role.PARTICIPATES: {"sv": "deltar", "fi": "osallistuu", "en": "participates"},
    Role.COOPERATES: {"sv": "samarbetar", "fi": "tekee yhteistyötä", "en": "cooperates"},
}

TIERS: Mapping[str, Text] = {
    "phrase": {"sv": "hela frasen", "fi": "koko ilmaus", "en": "the phrase"},
    "exact": {"sv": "samma ord", "fi": "sama sana", "en": "the same word"},
    "stem": {"sv": "annan form av ordet", "fi": "sanan toinen muoto", "en": "another form of the word"},
    "compound": {"sv": "del av ett sammansatt ord", "fi": "yhdyssanan osa", "en": "part of a compound"},
    "topic": {"sv": "ord för samma ämne", "fi": "saman aiheen sana", "en": "a word for the same topic"},
    "diacritics": {"sv": "skrivet utan å, ä, ö", "fi": "kirjoitettu ilman å, ä, ö", "en": "written without å, ä, ö"},
    "misspelling": {"sv": "felskrivet", "fi": "kirjoitusvirhe", "en": "a misspelling"},
}
"""How a word was met, by the name of the tier."""

ROLE_LETTERS: Mapping[str, Mapping[Role, str]] = {
    "sv": dict(zip(Role, "ASOUTÖFDB", strict=True)),
    "fi": dict(zip(Role, "VOSKLTAIY", strict=True)),
    "en": dict(zip(Role, "RSCDVUMPO", strict=True)),
}
"""A letter for each role in a matrix, where it can be one of the word's own."""

LEVELS: Mapping[Level, Text] = {
    Level.STATE: {"sv": "staten", "fi": "valtio", "en": "state"},
    Level.REGION: {"sv": "regionen", "fi": "alue", "en": "region"},
    Level.LOCAL: {"sv": "lokalt", "fi": "paikallistaso", "en": "local"},
    Level.PERSON: {"sv": "personen", "fi": "henkilö", "en": "person"},
    Level.ALL: {"sv": "alla", "fi": "kaikki", "en": "all"},
}

_WORDS: Mapping[str, Text] = {
    "actor": {"sv": "Aktör", "fi": "Toimija", "en": "Actor"},
    "actors": {"sv": "Aktörer", "fi": "Toimijat", "en": "Actors"},
    "aliases": {"sv": "Även", "fi": "Myös", "en": "Also"},
    "also_holds": {"sv": "även {who}", "fi": "myös {who}", "en": "also {who}"},
    "and": {"sv": "och", "fi": "ja", "en": "and"},
    "asked": {"sv": "Frågat ord", "fi": "Kysytty sana", "en": "Word asked"},
    "as_of": {"sv": "Läget den {day}", "fi": "Tilanne {day}", "en": "As of {day}"},
    "became": {"sv": "Vad det blev av", "fi": "Mitä tapahtui", "en": "What became of it"},
    "begins": {"sv": "finns från {day}", "fi": "toiminut {day} alkaen", "en": "exists from {day}"},
    "begins_later": {"sv": "inleder sin verksamhet {day}", "fi": "aloittaa toimintansa {day}", "en": "will exist from {day}"},
    "by": {"sv": "Grund", "fi": "Peruste", "en": "Basis"},
    "by_source": {"sv": "enligt källan: {who}", "fi": "lähteen mukaan: {who}", "en": "by the source: {who}"},
    "called": {"sv": "nu ”{name}”", "fi": "nyt ”{name}”", "en": "now “{name}”"},
    "changed": {"sv": "Läget {day}", "fi": "Tilanne {day}", "en": "As of {day}"},
    "changes": {"sv": "Ändringar", "fi": "Muutokset", "en": "Changes"},
    "cite": {"sv": "Hänvisning", "fi": "Lähdeviite", "en": "Citation"},
    "contents": {"sv": "Innehåll", "fi": "Sisällys", "en": "Contents"},
    "context": {"sv": "Sammanhang", "fi": "Taustaa", "en": "Context"},
    "date": {"sv": "Datum", "fi": "Päivä", "en": "Date"},
    "duties": {"sv": "Uppgifter", "fi": "Tehtävät", "en": "Duties"},
    "duty": {"sv": "Uppgift", "fi": "Tehtävä", "en": "Duty"},
    "ended": {"sv": "upphörde {day}", "fi": "päättyi {day}", "en": "ended on {day}"},
    "ended_actor": {"sv": "verksamheten upphörde {day}", "fi": "toiminta päättyi {day}", "en": "ended on {day}"},
    "ends_actor": {"sv": "verksamheten upphör {day}", "fi": "toiminta päättyy {day}", "en": "will end on {day}"},
    "expired": {"sv": "inte i kraft sedan {day}", "fi": "ei voimassa {day} lähtien", "en": "not in force since {day}"},
    "explain": {"sv": "Varför", "fi": "Miksi", "en": "Why"},
    "field": {"sv": "Var", "fi": "Missä", "en": "Where"},
    "from": {"sv": "Från", "fi": "Keneltä", "en": "From"},
    "history": {"sv": "Historik", "fi": "Historia", "en": "History"},
    "for_nobody": {
        "sv": "Ämnen där ingen har rollen ”ansvarar”",
        "fi": "Aiheet, joissa kenenkään rooli ei ole ”vastaa”",
        "en": "Topics where nobody has the role “responsible”",
    },
    "for_several": {
        "sv": "Ämnen som flera ansvarar för",
        "fi": "Aiheet, joista vastaa useampi",
        "en": "Topics that several are responsible for",
    },
    "in_source": {"sv": "Uppgifter i källan", "fi": "Tehtäviä lähteessä", "en": "Duties in the source"},
    "in_charge": {"sv": "Ansvariga", "fi": "Vastuussa", "en": "Responsible"},
    "in_force": {"sv": "ingen ändring är känd", "fi": "muutoksia ei tiedossa", "en": "no change is known"},
    "known_until": {"sv": "Ändringar är kända till", "fi": "Muutokset tunnetaan päivään", "en": "Changes are known up to"},
    "kind": {"sv": "Slag", "fi": "Laji", "en": "Kind"},
    "level": {"sv": "Nivå", "fi": "Taso", "en": "Level"},
    "matrix": {"sv": "ämnen och aktörer", "fi": "aiheet ja toimijat", "en": "topics and actors"},
    "met": {"sv": "Träff", "fi": "Osuma", "en": "Met"},
    "name": {"sv": "Namn", "fi": "Nimi", "en": "Name"},
    "no_duties": {
        "sv": "Källan ger inga uppgifter åt denna aktör, och inga har bekräftats ha flyttats hit.",
        "fi": "Lähde ei anna tälle toimijalle tehtäviä, eikä tehtävien siirtymistä sille ole vahvistettu.",
        "en": "The source gives this actor no duties, and none is confirmed to have moved to it.",
    },
    "pending": {"sv": "i kraft först {day}", "fi": "voimassa vasta {day}", "en": "in force only from {day}"},
    "no_successor": {
        "sv": "ingen bekräftad efterträdare",
        "fi": "seuraajaa ei ole vahvistettu",
        "en": "no confirmed successor",
    },
    "nobody": {"sv": "ingen", "fi": "ei kukaan", "en": "nobody"},
    "note": {"sv": "Anmärkning", "fi": "Huomautus", "en": "Note"},
    "now": {"sv": "Nu", "fi": "Nyt", "en": "Now"},
    "number": {"sv": "Antal uppgifter", "fi": "Tehtäviä", "en": "Number of duties"},
    "other_roles": {"sv": "bara andra roller", "fi": "vain muita rooleja", "en": "other roles only"},
    "partners": {"sv": "Tillsammans med", "fi": "Yhdessä", "en": "Together with"},
    "period": {"sv": "Källans tid", "fi": "Lähteen ajanjakso", "en": "Period of the source"},
    "publisher": {"sv": "Utgivare", "fi": "Julkaisija", "en": "Publisher"},
    "received": {"sv": "Uppgifter som har flyttats hit", "fi": "Tänne siirtyneet tehtävät", "en": "Duties that have moved here"},
    "responsibility": {"sv": "Ansvar", "fi": "Vastuu", "en": "Responsibility"},
    "role": {"sv": "Roll", "fi": "Rooli", "en": "Role"},
    "sentence": {"sv": "mening", "fi": "virke", "en": "sentence"},
    "sentences": {"sv": "meningarna", "fi": "virkkeet", "en": "sentences"},
    "several": {"sv": "flera: {count}", "fi": "useita: {count}", "en": "several: {count}"},
    "shared": {"sv": "Tillsammans med andra", "fi": "Yhdessä muiden kanssa", "en": "Together with others"},
    "short": {"sv": "Kort", "fi": "Lyhenne", "en": "Short"},
    "since": {"sv": "sedan {day}: {what}", "fi": "{day} alkaen: {what}", "en": "since {day}: {what}"},
    "source": {"sv": "Källa", "fi": "Lähde", "en": "Source"},
    "statement": {"sv": "Uppgift", "fi": "Tehtävä", "en": "Statement"},
    "status": {"sv": "Läge", "fi": "Tila", "en": "Status"},
    "stays": {"sv": "kvarstår", "fi": "pysyy ennallaan", "en": "stays"},
    "steered_by": {"sv": "Styrs av", "fi": "Ohjaava taho", "en": "Steered by"},
    "steers": {"sv": "Styr", "fi": "Ohjaa", "en": "Steers"},
    "succeeds": {"sv": "Efterträder", "fi": "Edeltäjä", "en": "Succeeds"},
    "successor": {"sv": "efterträdare", "fi": "seuraaja", "en": "successor"},
    "target": {"sv": "Gäller", "fi": "Kohde", "en": "About"},
    "terms": {"sv": "Ord att fråga med", "fi": "Hakusanoja", "en": "Words to ask with"},
    "tier": {"sv": "Hur", "fi": "Miten", "en": "How"},
    "to": {"sv": "Till", "fi": "Kenelle", "en": "To"},
    "topic": {"sv": "Ämne", "fi": "Aihe", "en": "Topic"},
    "topics": {"sv": "Ämnen", "fi": "Aiheet", "en": "Topics"},
    "website": {"sv": "Webbplats", "fi": "Verkkosivusto", "en": "Website"},
    "what": {"sv": "Vad", "fi": "Mitä", "en": "What"},
    "with_partner": {"sv": "tillsammans med {who}", "fi": "yhdessä: {who}", "en": "together with {who}"},
}

_MESSAGES: Mapping[str, Text] = {
    "nothing": {
        "sv": "Inget hittades för ”{query}”.",
        "fi": "Haulla ”{query}” ei löytynyt mitään.",
        "en": "Nothing found for “{query}”.",
    },
    "did_you_mean": {"sv": "Menade du: {words}?", "fi": "Tarkoititko: {words}?", "en": "Did you mean: {words}?"},
    "browse": {
        "sv": "Vad man kan fråga om: ansvar topics --lang sv",
        "fi": "Mistä voi kysyä: ansvar topics --lang fi",
        "en": "What one can ask about: ansvar topics --lang en",
    },
    "unknown_actor": {
        "sv": "Ingen aktör heter ”{name}”.",
        "fi": "Nimellä ”{name}” ei löydy toimijaa.",
        "en": "No actor is called “{name}”.",
    },
    "unknown_duty": {
        "sv": "Ingen uppgift har id ”{name}”.",
        "fi": "Tunnuksella ”{name}” ei löydy tehtävää.",
        "en": "No duty has the id “{name}”.",
    },
    "all_actors": {"sv": "Alla aktörer: ansvar actors", "fi": "Kaikki toimijat: ansvar actors", "en": "All actors: ansvar actors"},
    "all_duties": {
        "sv": "En aktörs uppgifter med id: ansvar actor NAMN",
        "fi": "Toimijan tehtävät tunnuksineen: ansvar actor NIMI",
        "en": "The duties of an actor with their ids: ansvar actor NAME",
    },
    "nothing_filtered": {
        "sv": "Inget hittades för ”{query}” med de här filtren.",
        "fi": "Haulla ”{query}” ei löytynyt mitään näillä rajauksilla.",
        "en": "Nothing found for “{query}” with these filters.",
    },
    "nothing_listed": {"sv": "Inget hittades.", "fi": "Mitään ei löytynyt.", "en": "Nothing found."},
    "respelled": {
        "sv": "”{word}” lästes som ”{met}”.",
        "fi": "”{word}” luettiin sanana ”{met}”.",
        "en": "“{word}” was read as “{met}”.",
    },
    "unmatched": {"sv": "Ingen träff på: {words}.", "fi": "Ei osumia: {words}.", "en": "Not met: {words}."},
    "more": {
        "sv": "De {count} bästa svaren visas; --limit visar fler.",
        "fi": "Näytetään {count} parasta vastausta; --limit näyttää enemmän.",
        "en": "The best {count} answers are shown; --limit shows more.",
    },
    "beyond": {
        "sv": "Uppgifterna om ändringar sträcker sig till {day}; senare ändringar är okända.",
        "fi": "Tiedot muutoksista ulottuvat päivään {day}; myöhempiä muutoksia ei tunneta.",
        "en": "Changes are known up to {day}; later ones are not known here.",
    },
    "before": {
        "sv": "Källan gäller tiden från {day}; vad som gällde före det är okänt.",
        "fi": "Lähde koskee aikaa {day} alkaen; aiempaa tilannetta ei tunneta.",
        "en": "The source speaks of the time from {day}; what held before is not known here.",
    },
    "known_actor": {
        "sv": "{name} finns med men har inga uppgifter i källan. Mer: ansvar actor {id}",
        "fi": "{name} tunnetaan, mutta lähde ei anna sille tehtäviä. Lisää: ansvar actor {id}",
        "en": "{name} is known but has no duties in the source. More: ansvar actor {id}",
    },
}


def say(text: Text, language: str) -> str:
    """A text in a language, or in the first language that it has."""
    return text.get(language) or next((text[one] for one in LANGUAGES if one in text), "")


def word(key: str, language: str, **values: str) -> str:
    """A word or phrase of the tool, with `values` set in."""
    return _WORDS[key][language].format(**values) if values else _WORDS[key][language]


def message(key: str, language: str, **values: str) -> str:
    """A message for the reader, with `values` set in."""
    return _MESSAGES[key][language].format(**values)


def role_name(role: Role, language: str) -> str:
    """The kind of responsibility in words."""
    return ROLES[role][language]


def level_name(level: Level, language: str) -> str:
    """The level in words."""
    return LEVELS[level][language]


def day_name(day: date, language: str) -> str:
    """A date as the language writes it: 1 januari 2026, 1.1.2026, 1 January 2026."""
    if language == "fi":
        return f"{day.day}.{day.month}.{day.year}"
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def listed(items: Sequence[str], language: str) -> str:
    """A, B and C."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word('and', language)} {items[-1]}"


def first_upper(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
