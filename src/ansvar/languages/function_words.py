"""Words of a question that are not searched for: function words, question words, and the verbs of responsibility.

General language in Swedish, Finnish and English; nothing here knows what a dataset is about. Closed classes after
Svenska Akademiens grammatik (1999), Iso suomen kielioppi (VISK) and The Cambridge Grammar of the English Language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dataset.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "sv": frozenset(
        """vem vilka vilken vilket vad var vart när hur varför vems vilkens finns det den de dem denna detta dessa en ett i på
        av för till från med om hos vid och eller men att som är vara blir blev har hade kan ska skall bör måste inte jag mig
        min mitt mina du dig din ditt vi oss vår vårt våra ni er han hon sin sitt sina man så där här under över efter inom
        mot åt utan ur genom samt också även ansvarar ansvarig ansvariga ansvarigt ansvar ansvaret svarar ansvara svara
        vilkas vart vartåt olika andra annan annat egen eget egna flesta""".split()
    ),
    "fi": frozenset(
        """kuka kenen kenelle keneltä ketkä ketä kenet mikä mitkä mitä minkä missä mistä mihin milloin miten miksi kuinka onko
        ja tai sekä että on ovat oli olla ole ei eivät se ne tämä nämä joka jotka jos kun niin myös minä minun minulle minulla
        sinä sinun hän hänen me he heidän voi voin voivat pitää täytyy kanssa varten siitä siihen jonka joiden vastaa
        vastaavat vastata vastuussa vastuu vastuun vastuulla vastuullinen kuuluu kuuluvat
        jossa joissa joita jolla joilla joille niiden niitä niille niissä ilman
        eri muu muut muita oma omat omilla useimmat useimmissa esimerkiksi""".split()
    ),
    "en": frozenset(
        """who whom whose which what where when why how is are was were be been being am do does did has have had having a an
        the of and or in on at to for from by with within as if that this these those there here it its i me my we us our you
        your he she they them their his her can could may might must shall should will would not about into over under
        responsible responsibility responsibilities accountable up out without own other others most like such too also""".split()
    ),
}

_ROLE_VERBS: dict[Role, str] = {
    Role.STEERS: """styr styra styrs styrde ohjaa ohjaavat ohjata ohjaako steer steers steering""",
    Role.COORDINATES: """samordnar samordna koordinerar koordinera koordinoi koordinoivat koordinoida yhteensovittaa
        coordinate coordinates""",
    Role.DEVELOPS: """utvecklar utveckla kehittää kehittävät develop develops""",
    Role.SUPERVISES: """övervakar övervaka valvoo valvovat valvoa supervise supervises oversees oversee """,
    Role.SUPPORTS: """stöder stödjer stöda stödja tukee tukevat tukea support supports""",
    Role.PARTICIPATES: """deltar delta osallistuu osallistuvat osallistua participate participates""",
    Role.COOPERATES: """samarbetar samarbeta cooperate cooperates""",
}

ROLE_OF_VERB: dict[str, Role] = {verb: role for role, verbs in _ROLE_VERBS.items() for verb in verbs.split()}
"""A verb that names a kind of responsibility: the answers of that role come first."""

_SYNONYMS = (
    """beviljar bevilja utfärdar utfärda ger myöntää myöntävät myönnetään antaa antavat grant grants granted issue issues issued
    give gives""",
    """handlägger handlägga behandlar behandla hanterar hantera käsittelee käsittelevät käsitellään process processes handle
    handles""",
    """beslutar bestämmer fattar godkänner päättää päättävät hyväksyy decide decides approve approves""",
    """ordnar ordna arrangerar tillhandahåller järjestää järjestävät järjestetään tarjoaa tarjoavat arrange arranges organise
    organises organize organizes provide provides""",
    """sköter sköta leder driver hoitaa hoitavat johtaa manage manages run runs deal deals lead leads charge""",
    """gör göra görs genomför upprättar upprätta utarbetar utarbeta tekee tekevät tehdään laatii laativat laaditaan make makes
    prepare prepares draw draws carry carries""",
    """tar ottaa ottavat take takes receive receives""",
    """hjälper hjälpa auttaa auttavat help helps""",
    """vänder vända kontaktar kontakta anmäler söker söka ansöker ansöka får haen hakea haetaan ilmoitan ilmoittaa ilmoitetaan
    saan saada apply applies report contact find""",
    """köper köpa upphandlar upphandla hankkii hankkia hankkivat ostaa ostavat buy buys purchase purchases procure procures""",
    """behöver vill tarvitsen tarvitsee haluan need needs want wants get gets""",
)

VERB_GROUP: dict[str, int] = {verb: n for n, verbs in enumerate((*_ROLE_VERBS.values(), *_SYNONYMS)) for verb in verbs.split()}
"""Verbs of responsibility, those that say the same under one number: an answer that has such a verb comes first, none has to."""

KIND_NOUNS = frozenset(
    """myndighet myndigheten myndigheter ministerium ministeriet ämbetsverk instans aktör viranomainen viranomaiset viranomaisen
    virasto ministeriö taho toimija authority authorities ministry ministries agency office body actor organisation""".split()
)
"""After a question word they only say what kind of answer is wanted: `which authority`, `mikä ministeriö`."""

SUBJECT_QUESTIONS = frozenset("vem vilka vilken kuka ketkä mikä who which".split())
"""Words that ask for the holder: the actor named beside them (`who steers the ELY Centres?`) is then not the holder."""


def function_words(languages: Iterable[str]) -> frozenset[str]:
    """The function and question words of these languages, normalised."""
    return frozenset().union(*(FUNCTION_WORDS[language] for language in languages))
