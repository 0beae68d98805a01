"""What only the page says, in Swedish, Finnish and English; the rest is in `wording`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...dataset.model import Text

PHRASES: Mapping[str, Text] = {
    "question": {"sv": "Vem ansvarar för vad?", "fi": "Kuka vastaa mistäkin?", "en": "Who is responsible for what?"},
    "skip": {"sv": "Gå till uppgifterna", "fi": "Siirry tehtäviin", "en": "Skip to the duties"},
    "language": {"sv": "Språk", "fi": "Kieli", "en": "Language"},
    "sections": {"sv": "På den här sidan", "fi": "Tällä sivulla", "en": "On this page"},
    "search": {"sv": "Sök bland uppgifterna", "fi": "Hae tehtävistä", "en": "Search the duties"},
    "ask": {"sv": "Vad gäller det?", "fi": "Mitä asia koskee?", "en": "What is it about?"},
    "hint": {
        "sv": "Skriv ett ord eller en fråga på svenska, finska eller engelska, med eller utan å, ä och ö.",
        "fi": "Kirjoita sana tai kysymys suomeksi, ruotsiksi tai englanniksi, ääkkösin tai ilman.",
        "en": "Write a word or a question in Swedish, Finnish or English, with or without å, ä and ö.",
    },
    "hint_short": {
        "sv": "Skriv ett ord eller en fråga, med eller utan å, ä och ö.",
        "fi": "Kirjoita sana tai kysymys, ääkkösin tai ilman.",
        "en": "Write a word or a question.",
    },
    "filters": {"sv": "Avgränsa", "fi": "Rajaa", "en": "Filter"},
    "every": {"sv": "alla", "fi": "kaikki", "en": "all"},
    "clear": {"sv": "Rensa allt", "fi": "Tyhjennä kaikki", "en": "Clear all"},
    "browse": {"sv": "Vad man kan fråga om", "fi": "Mistä voi kysyä", "en": "What one can ask about"},
    "link": {"sv": "Länk hit", "fi": "Linkki tähän", "en": "Link to this"},
    "from_day": {"sv": "från {day}: {what}", "fi": "{day} alkaen: {what}", "en": "from {day}: {what}"},
    "coming": {"sv": "Kommande", "fi": "Tulossa", "en": "To come"},
    "in_source": {"sv": "enligt källan", "fi": "lähteen mukaan", "en": "by the source"},
    "changes_intro": {
        "sv": "Vad som har flyttats, upphört eller bytt namn efter källan, dag för dag.",
        "fi": "Mikä on siirtynyt, päättynyt tai vaihtanut nimeä lähteen jälkeen, päivä päivältä.",
        "en": "What has moved, ended or been renamed since the source, day by day.",
    },
    "duties_one": {"sv": "1 uppgift", "fi": "1 tehtävä", "en": "1 duty"},
    "duties_many": {"sv": "{count} uppgifter", "fi": "{count} tehtävää", "en": "{count} duties"},
    "source_about": {"sv": "Om källan", "fi": "Lähteestä", "en": "About the source"},
    "source_title": {"sv": "Dokument", "fi": "Asiakirja", "en": "Document"},
    "period_days": {"sv": "{first} till {last}", "fi": "{first}–{last}", "en": "{first} to {last}"},
    "source_period": {
        "sv": "Källan gäller tiden {period}.",
        "fi": "Lähde koskee aikaa {period}.",
        "en": "The source speaks of {period}.",
    },
    "known": {
        "sv": "Ändringar är kända till och med {day}.",
        "fi": "Muutokset tunnetaan {day} saakka.",
        "en": "Changes are known up to {day}.",
    },
    "locators": {
        "sv": "Siffrorna efter ett avsnitts namn är meningarnas nummer i avsnittet.",
        "fi": "Luvun nimen jälkeiset numerot ovat virkkeiden numeroita luvussa.",
        "en": "The numbers after the name of a section are those of its sentences.",
    },
    "parts": {"sv": "Avsnitt", "fi": "Luvut", "en": "Sections"},
    "sentence_count": {
        "sv": "{title} (meningar: {count})",
        "fi": "{title} (virkkeitä: {count})",
        "en": "{title} (sentences: {count})",
    },
    "no_script": {
        "sv": "Sökning och filter behöver JavaScript. Allt innehåll står ändå här nedan.",
        "fi": "Haku ja rajaukset tarvitsevat JavaScriptiä. Koko sisältö on silti luettavissa alla.",
        "en": "Search and filters need JavaScript. The whole content stands below all the same.",
    },
    "made": {
        "sv": "En fil som fungerar utan nät. Gjord med ansvar.",
        "fi": "Yksi tiedosto, joka toimii ilman verkkoyhteyttä. Tehty ansvar-ohjelmalla.",
        "en": "One file that works offline. Made with ansvar.",
    },
    "top": {"sv": "Till början", "fi": "Sivun alkuun", "en": "Back to top"},
}

_SCRIPT: Mapping[str, Text] = {
    "all": {"sv": "Alla {count} uppgifter", "fi": "Kaikki {count} tehtävää", "en": "All {count} duties"},
    "one": {"sv": "1 svar", "fi": "1 vastaus", "en": "1 answer"},
    "many": {"sv": "{count} svar", "fi": "{count} vastausta", "en": "{count} answers"},
    "asked": {"sv": "{answers} på ”{query}”", "fi": "{answers} hakuun ”{query}”", "en": "{answers} to “{query}”"},
    "none": {
        "sv": "Inget hittades för ”{query}”.",
        "fi": "Haulla ”{query}” ei löytynyt mitään.",
        "en": "Nothing found for “{query}”.",
    },
    "none_filtered": {
        "sv": "Ingen uppgift passar valen.",
        "fi": "Mikään tehtävä ei vastaa rajauksia.",
        "en": "No duty fits the filters.",
    },
    "hidden": {
        "sv": "Utan avgränsning finns det {count}.",
        "fi": "Ilman rajauksia niitä on {count}.",
        "en": "Without the filters there are {count}.",
    },
    "unmatched": {"sv": "Ingen träff på: {words}.", "fi": "Ei osumia: {words}.", "en": "Not met: {words}."},
    "begun": {
        "sv": "Visar ord som börjar på ”{word}”.",
        "fi": "Näytetään sanat, jotka alkavat ”{word}”.",
        "en": "Showing words that begin with “{word}”.",
    },
    "known_actor": {
        "sv": "{name} finns med men har inga uppgifter i källan.",
        "fi": "{name} tunnetaan, mutta lähde ei anna sille tehtäviä.",
        "en": "{name} is known but has no duties in the source.",
    },
    "suggest": {"sv": "Menade du:", "fi": "Tarkoititko:", "en": "Did you mean:"},
    "try": {"sv": "Det här kan man fråga om:", "fi": "Näistä voi kysyä:", "en": "One can ask about:"},
}


def phrase(key: str, language: str, **values: str) -> str:
    """A phrase of the page, with `values` set in."""
    return PHRASES[key][language].format(**values) if values else PHRASES[key][language]


def for_script(languages: Iterable[str]) -> dict[str, dict[str, str]]:
    """The phrases that the script sets together itself, by language."""
    return {language: {key: text[language] for key, text in _SCRIPT.items()} for language in languages}
