"""Words of a question that are not searched for: function words, question words, and the verbs of responsibility.

General language in Swedish, Finnish and English; nothing here knows what a dataset is about. Closed classes after
Svenska Akademiens grammatik (1999), Iso suomen kielioppi (VISK) and The Cambridge Grammar of the English Language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "sv": frozenset(
        """vem vilka vilken vilket vad var vart när hur varför vems vilkens finns det den de dem denna detta dessa en ett i på
        av för till från med om hos vid och eller men att som är vara blir blev har hade kan ska skall bör måste inte jag mig
        min mitt mina du dig din ditt vi oss vår vårt våra ni er han hon sin sitt sina man så där här under över efter inom
        mot åt utan ur genom samt också även ansvarar ansvarig ansvariga ansvarigt ansvar ansvaret svarar ansvara svara
        vilkas behöver vill""".split()
    ),
    "fi": frozenset(
        """kuka kenen kenelle keneltä ketkä ketä kenet mikä mitkä mitä minkä missä mistä mihin milloin miten miksi kuinka onko
        ja tai sekä että on ovat oli olla ole ei eivät se ne tämä nämä joka jotka jos kun niin myös minä minun minulle minulla
        sinä sinun hän hänen me he heidän voi voin voivat pitää täytyy kanssa varten siitä siihen jonka joiden vastaa
        vastaavat vastata vastuussa vastuu vastuun vastuulla vastuullinen kuuluu kuuluvat tarvitsen haluan saan""".split()
    ),
    "en": frozenset(
        """who whom whose which what where when why how is are was were be been being am do does did has have had having a an
        the of and or in on at to for from by with within as if that this these those there here it its i me my we us our you
        your he she they them their his her can could may might must shall should will would not about into over under
        responsible responsibility responsibilities accountable get gets want wants need needs""".split()
    ),
}

_ROLE_VERBS: dict[Role, str] = {
    Role.STEERS: """styr styra styrs styrde ohjaa ohjaavat ohjata ohjaako steer steers steering""",
    Role.COORDINATES: """samordnar samordna koordinerar koordinera koordinoi koordinoivat koordinoida yhteensovittaa
        coordinate coordinates""",
    Role.DEVELOPS: """utvecklar utveckla kehittää kehittävät develop develops""",
    Role.SUPERVISES: """övervakar övervaka valvoo valvovat valvoa supervise supervises oversees oversee monitors""",
    Role.SUPPORTS: """stöder stödjer stöda stödja tukee tukevat tukea support supports""",
    Role.PARTICIPATES: """deltar delta osallistuu osallistuvat osallistua participate participates""",
    Role.COOPERATES: """samarbetar samarbeta cooperate cooperates""",
}

ROLE_OF_VERB: dict[str, Role] = {verb: role for role, verbs in _ROLE_VERBS.items() for verb in verbs.split()}
"""A verb that names a kind of responsibility: the answers of that role come first."""

VERBS = frozenset(
    """beviljar bevilja handlägger handlägga beslutar bestämmer ger ordnar ordna arrangerar sköter sköta hanterar hantera utfärdar
    utfärda gör göra tar tillhandahåller upprättar upprätta utarbetar utarbeta behandlar godkänner fattar leder driver hjälper
    myöntää myöntävät myönnetään käsittelee käsittelevät päättää päättävät antaa antavat järjestää järjestävät hoitaa
    hoitavat tekee tekevät ottaa laatii laativat tarjoaa tarjoavat auttaa hyväksyy johtaa
    grant grants issue issues process processes handle handles decide decides give gives arrange arranges organise organises
    organize organizes manage manages run runs make makes take takes provide provides prepare prepares approve approves deal
    deals help helps lead leads work works charge""".split()
)
"""Verbs of responsibility: an answer that has them comes first, none has to have them."""

SUBJECT_QUESTIONS = frozenset("vem vilka vilken kuka ketkä mikä who which".split())
"""Words that ask for the holder: the actor named beside them (`who steers the ELY Centres?`) is then not the holder."""


def function_words(languages: Iterable[str]) -> frozenset[str]:
    """The function and question words of these languages, normalised."""
    return frozenset().union(*(FUNCTION_WORDS[language] for language in languages))
