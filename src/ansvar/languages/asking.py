"""How people ask, by language: words that are no subject by themselves, and words that tell how a question is built.

General language; nothing here knows what a dataset is about.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PROCEDURE: dict[str, frozenset[str]] = {
    "sv": _words(
        """ändring ändringar tillgång åtkomst ansökan ansökning ansökningar beslut besluten avgift blankett process ärende ärenden fråga frågor handläggning prövning
        intervju avslag villkor regler uppgift uppgifter uppgifterna sak saker angelägenheter förlängning förnyelse rådgivning
        tjänst tjänster tjänsterna väsen väsendet verksamhet åtgärd åtgärder möjlighet sätt roll"""
    ),
    "fi": _words(
        """muutos muutokset pääsy hakemus päätös maksu lomake prosessi menettely asia asiat asioissa tehtävä tehtävät käsittely kysymys kysymykset
        haastattelu puhuttelu uusiminen jatkaminen neuvonta hakeminen palvelu palvelut toimi toiminta toimenpide rooli mahdollisuus tapa"""
    ),
    "en": _words(
        """change changes access application applications decision decisions fee form process procedure request renewal interview issue issues problem
        problems question questions matter matters thing things duty duties task tasks role right rights advice handling service services
        example work project"""
    ),
}
"""Nouns of procedure: with them a thing stays the same thing (`asylum interview` is about asylum)."""

ASIDE: dict[str, frozenset[str]] = {
    "sv": _words(
        """idag nu just snälla tack gärna kontakt kontakta kontaktuppgifter hela landet land riket stad ort person personer folk människa
        människor någon nån också egentligen svenska finska engelska ryska arabiska alltså ens längre ännu redan blivit bara sen sedan hemma år hej"""
    ),
    "fi": _words(
        """tänään nyt kiitos yhteystiedot yhteyttä yhteys maa koko kaupunki paikkakunta ihminen ihmiset henkilö henkilöt joku vielä enää
        itse suomi suomeksi ruotsiksi englanniksi venäjäksi arabiaksi siis ihan edes jo vain sitten kotona hei vuosi"""
    ),
    "en": _words(
        """today now please thanks thank contact people person someone anyone anybody somebody everyone whole country nation town home even
        just still yet really exactly currently actually here there hello hi year years"""
    ),
}
"""Words said beside the matter: no subject unless nothing else is asked."""

HOLDERS: dict[str, frozenset[str]] = {
    "sv": _words(
        """myndighet ministerium ämbetsverk instans aktör nämnd utskott kommitté avdelning enhet grupp team handläggare chef
        tjänsteman roll organisation byrå kontor funktion förvaltning ansvarig styrelse råd"""
    ),
    "fi": _words(
        """viranomainen virasto ministeriö taho toimija lautakunta osasto yksikkö valiokunta toimisto päällikkö tiimi ryhmä
        organisaatio laitos virkamies rooli jaosto"""
    ),
    "en": _words(
        """authority authorities ministry agency office body actor organisation organization team committee unit department group
        manager maintainer role division section board officer official party sig squad crew owner council"""
    ),
}
"""What kind of holder is asked for: `which team`, `vilken nämnd`, `mikä lautakunta`."""

WHO: dict[str, frozenset[str]] = {
    "sv": _words("vem vems vilka vilken vilket"),
    "fi": _words("kuka kenen kenelle keneltä ketkä ketä mikä mitkä minkä"),
    "en": _words("who whom whose which"),
}
"""Words that ask for the holder."""

WHICH = _words("vilken vilket vilka mikä mitkä minkä which what")
"""Of the question words, those that stand with a noun."""

WHERE = _words("var vart mistä mihin missä where what vad mitä how hur miten")
"""Other words that begin a question."""

BEFORE_VERB: dict[str, frozenset[str]] = {
    "sv": _words("att ska skall kan får måste bör vill jag vi man du ni som"),
    "fi": _words("voin voi voiko saa saan saako pitää täytyy haluan minun joka jotka"),
    "en": _words("to i we you they can could may might must should shall will would does do did that"),
}
"""After these words stands a verb."""

AND: dict[str, frozenset[str]] = {"sv": _words("och samt"), "fi": _words("ja sekä"), "en": _words("and")}
"""Words that join two subjects."""

AT: dict[str, frozenset[str]] = {"sv": _words("i på vid hos inom"), "fi": frozenset(), "en": _words("in at within")}
"""Words before a place."""

OWN: dict[str, frozenset[str]] = {
    "sv": _words("min mitt mina vår vårt våra"),
    "fi": _words("minun meidän"),
    "en": _words("my our"),
}
"""Words for what is the asker's own."""

OVERALL: dict[str, frozenset[str]] = {
    "sv": _words("allmän allmänna övergripande huvudansvar helhetsansvar"),
    "fi": _words("yleinen kokonaisvastuu yleisvastuu päävastuu"),
    "en": _words("overall general main"),
}
"""Words that say that a duty is the widest of its kind."""

PARTS: dict[str, frozenset[str]] = {
    "sv": _words(
        """väsen väsendet verksamhet politik rätt lag vård tjänst skydd hjälp stöd bidrag avgift skatt plan program område central
        byrå arbete handling tillstånd ansökan beslut fråga hållning marknad försäkring utbildning skola buss bil trafik
        kort plats hem hus bok väg"""
    ),
    "fi": _words(
        """toimi laitos asia tieto turva palvelu tuki maksu laki oikeus hallinto työ aika paikka keskus toimisto koulu kortti lupa
        hakemus päätös suunnitelma ohjelma hoito huolto liikenne vero järjestelmä verkko"""
    ),
}
"""Words that compounds are often made of."""

EITHER = _words(
    """support supports process processes grant grants issue issues run runs report contact charge lead leads help need needs
    develop manage manages supervise steers deals deal makes draw draws carry find apply buy purchase purchases give provide
    handle handles organise organize arrange"""
)
"""Verbs that are nouns as well, or stand in names: they are verbs only where a verb has to stand."""

OF = _words("of av")
"""Words that join a noun phrase to the one before."""

IF = _words("if jos ifall when")
"""Words that begin a clause about the situation."""

_IDIOMS = """take care of = is; takes care of = is; taking care of = is; looks after = is; look after = is; in charge of = is;
deals with = is; deal with = is; keeps an eye on = supervises; keeping an eye on = supervises; keep an eye on = supervises;
har hand om = är; ha hand om = är; tar hand om = är; ta hand om = är; håller koll på = övervakar; utövar tillsyn över = övervakar;
ser till att = är; se till att = är; har huvudansvaret = allmänna är; har huvudansvar = allmänna är; pitää huolta = on; huolehtii siitä = on;
pitää silmällä = valvoo; lain mukaan = on; enligt lagen = är; according to the law = is; by law = is"""
IDIOMS: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
for _idiom in _IDIOMS.replace("\n", " ").split(";"):
    _said, _, _meant = _idiom.partition("=")
    IDIOMS.setdefault(_said.split()[0], []).append((tuple(_said.split()), tuple(_meant.split())))
"""Words that only together say something, and in one word what: `is responsible for`, `supervises`."""

MORE_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "sv": _words("mellan mot kring bli fått få innan tills medan eftersom fast så heller ändå honom henne hans hennes deras jag ok ta tas emot enligt"),
    "fi": _words("""sisällä aikana jälkeen ennen mukaan kautta luona puolesta josta johon jolle jolta jota joita tehdä mutta jolloin häntä heidät hänelle heille heidän olen olemme olet olin olivat itse vaikka kuten sitä sen tuo nuo"""),
    "en": _words(
        """but so whether than then because while until till him themselves himself get gets got says said say ask asks else any some
        all only more much many cannot between against via per"""
    ),
}
"""Words of a question that carry no meaning, besides the function words by which texts are indexed."""

PARTICLES = _words("upp ut in an be er för över under ned ner bort fram till av med mot om")
"""First parts that make no compound."""
