"""Swedish. Closed classes of words after Svenska Akademiens grammatik (1999)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rules import FirstPart, Rules

RANK = 1
NAME = "svenska"
ENGLISH_NAME = "Swedish"
EU_CODE = "SWE"

# What is asked with.

FUNCTION_WORDS = """
    vem vilka vilken vilket vad var vart när hur varför vems vilkens finns det den de dem denna detta dessa en ett i på av
    för till från med om hos vid och eller men att som är vara blir blev har hade kan ska skall bör måste inte jag mig min
    mitt mina du dig din ditt vi oss vår vårt våra ni er han hon sin sitt sina man så där här under över efter inom mot åt
    utan ur genom samt också även ansvarar ansvarig ansvariga ansvarigt ansvar ansvaret svarar ansvara svara vilkas vartåt
    olika andra annan annat egen eget egna flesta mellan kring bli fått få innan tills medan eftersom fast heller ändå honom
    henne hans hennes deras ok ta tas emot enligt
    hör tillhör gäller gällande angående rörande beträffande
"""

GERUND = ""
ASKED_IF = ""
RELATIVE_WORDS = ""
QUESTION_WORDS = "vem vilka vilken vems vilket"

KIND_NOUNS = """
    myndighet myndigheten myndigheter ministerium ministeriet ämbetsverk instans aktör nämnd utskott kommitté avdelning
    enhet grupp team handläggare chef tjänsteman roll organisation byrå kontor funktion förvaltning ansvarig styrelse råd
"""

ROLE_VERBS = {
    "steers": "styr styra styrs styrde", "coordinates": "samordnar samordna koordinerar koordinera",
    "develops": "utvecklar utveckla", "supervises": "övervakar övervaka", "supports": "stöder stödjer stöda stödja",
    "may": "", "participates": "deltar delta", "cooperates": "samarbetar samarbeta",
}  # fmt: skip

OTHER_VERBS = {
    "grant": "beviljar bevilja utfärdar utfärda ger", "handle": "handlägger handlägga behandlar behandla hanterar hantera",
    "decide": "beslutar bestämmer fattar godkänner", "arrange": "ordnar ordna arrangerar tillhandahåller",
    "manage": "sköter sköta leder driver", "prepare": "gör göra görs upprättar upprätta utarbetar utarbeta",
    "take": "tar", "help": "hjälper hjälpa",
    "contact": "vänder vända kontaktar kontakta anmäler söker söka ansöker ansöka får pratar prata talar tala",
    "pay": "betalar betala ersätter ersätta finansierar finansiera bekostar",
    "appoint": "utser utse tillsätter tillsätta förordnar",
    "advise": "vägleder vägleda informerar informera",
    "buy": "köper köpa upphandlar upphandla", "do": "genomför genomföra", "need": "behöver vill",
}  # fmt: skip

# How a question is built.

WHICH_WORDS = "vilken vilket vilka"
WHERE_WORDS = "var vart vad hur"
YES_OR_NO_WORDS = "har kan får är ska"
SITUATION_WORDS = "ifall"
BEFORE_VERB = "att ska skall kan får måste bör vill jag vi man du ni som"
AND_WORDS = "och samt"
OF_WORDS = "av"
PLACE_WORDS = "i på vid hos inom"
FOR_WORDS = "för åt till"
OWN_WORDS = "min mitt mina vår vårt våra"
IDIOMS = """
    har hand om = är; har huvudansvaret = allmänna är; har huvudansvar = allmänna är; ha hand om = är; tar hand om = är; ta
    hand om = är; håller koll på = övervakar; utövar tillsyn över = övervakar; ser till att = är; se till att = är; enligt
    lagen = är
"""
PROCEDURE_NOUNS = """
    ändring ändringar tillgång åtkomst ansökan ansökning ansökningar beslut besluten avgift blankett process ärende ärenden
    fråga frågor handläggning prövning intervju avslag villkor regler uppgift uppgifter uppgifterna sak saker angelägenheter
    förlängning förnyelse rådgivning tjänst tjänster tjänsterna väsen väsendet verksamhet åtgärd åtgärder möjlighet sätt
    roll
"""
ASIDES = """
    idag nu just snälla tack gärna kontakt kontakta kontaktuppgifter hela landet land riket stad ort person personer folk
    människa människor någon nån också egentligen svenska finska engelska ryska arabiska alltså ens längre ännu redan blivit
    bara sen sedan hemma år hej
"""
OVERALL_WORDS = "allmän allmänna övergripande huvudansvar helhetsansvar"
NOUNS_TOO = ""
PLACE_ENDINGS = ""
OWN_ENDINGS = ""
VERB_ENDINGS = "eras ades erats"
ACTION_ENDINGS = "ande andet ende endet"
FIRST_PARTICLES = "upp ut in an be er för över under ned ner bort fram till av med mot om"
COMMON_PARTS = """
    väsen väsendet verksamhet politik rätt lag vård tjänst skydd hjälp stöd bidrag avgift skatt plan program område central
    byrå arbete handling tillstånd ansökan beslut fråga hållning marknad försäkring utbildning skola buss bil trafik kort
    plats hem hus bok väg
"""

# What gives the language away, strongest first.
SIGNS = {1: "å", 4: "[äö]"}

# How it is spelt.

KEYBOARD = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
ALIKE = "ck cs sz iy ij vw eä aä oö oå kq uy"
VOWELS = "aeiouyåäö"

# How its words are formed.

FIRST_PARTS: list[FirstPart] = [  # Svenska Akademiens grammatik, Ordbildning: hälsovård (hälsa), skolbuss (skola)
    ("s:", "word"),
    ("ings:ing ions:ion hets:het skaps:skap tets:tet doms:dom ments:ment", "any"),
    ("o:a u:a e:a e: ie:um i:um", "word"),  # skattepolitik (skatt), museiväsen (museum)
    (":a :e s:e", "long word"),  # arbetsmarknad (arbete)
]

_VOWEL, _OTHER = "[aeiouyäåö]", "[^aeiouyäåö]"
# -et is an ending after a syllable, but not in such words as paket and universitet.
_WHOLE = "fab|h|pak|rak|stak|kom|iet|[cdmnprstux]it|[ai]lit|ivit|kvit"
_BEFORE_ET, _ET_BEFORE_S = (f"^(?!.*(?:{_WHOLE}){end}$).+{_VOWEL}{_OTHER}{end}$" for end in ("", "et"))
# Snowball's Swedish stemmer; the last step is our own, since Snowball keeps the nouns of action apart: ansökan, ansökning;
# anvisande, anvisning; registrera, registrering.
STEMS: Rules = {
    "spellings": {}, "exceptions": {}, "before": [
        ("mme", "mme(?:t|n)s?$", "m"),  # hemmet (hem)
        ("et", "^(?!.*(?:h|budg|ntern|magn|tick|rock)ets?$)(.+[^aeiouyåäöh]{2})ets?$", "$1"),  # tillståndet
    ], "after": [], "shortest": 0,
    "regions": [f"{_VOWEL}{_OTHER}.|{_OTHER}*{_VOWEL}+{_OTHER}"],
    "steps": {
        "start": {
            "within": 1,
            "rules": [
                (("a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas "
                  "ornas es ades andes ens arens hetens erns at andet het ast"), "pair"),
                ("et", "pair", _BEFORE_ET),
                ("s", "et", _ET_BEFORE_S), ("s", "pair", "[bcdfghjklmnoprtvy]$"),
            ],
            "otherwise": "pair",
        },
        "et": {"rules": [("et", "pair")]},
        "pair": {"within": 1, "rules": [("dd:d gd:g nn:n dt:d gt:g kt:k tt:t", "suffix")], "otherwise": "suffix"},
        "suffix": {
            "within": 1,
            "rules": [("lig ig els fullt:full", "action"), ("öst:ös", "action", "[iklnprtuv]$")],
            "otherwise": "action",
        },
        "action": {"rules": [("ering:er ning an", "", ".{4}")], "otherwise": ""},
    },
}  # fmt: skip


NAME_ENDINGS = "s"
NAME_FORMS = ""

# The tool's own words.

DATE = "{day} {month} {year}"
MONTHS = "januari februari mars april maj juni juli augusti september oktober november december"

ROLES = {
    "responsible": "ansvarar", "steers": "styr", "coordinates": "samordnar", "develops": "utvecklar",
    "supervises": "utövar tillsyn", "supports": "stöder", "may": "får", "participates": "deltar", "cooperates": "samarbetar",
}  # fmt: skip

ROLE_LETTERS = {
    "responsible": "A", "steers": "S", "coordinates": "O", "develops": "U", "supervises": "T", "supports": "Ö",
    "may": "F", "participates": "D", "cooperates": "B",
}  # fmt: skip

LEVELS = {"state": "staten", "region": "regionen", "local": "lokalt", "person": "personen", "all": "alla"}

STATUSES = {
    "current": "oförändrad", "moved": "flyttad", "ended": "upphörd", "unconfirmed": "efterträdaren är inte bekräftad",
    "pending": "ännu inte i kraft", "expired": "inte längre i kraft",
}  # fmt: skip

TIERS = {
    "phrase": "hela frasen", "exact": "samma ord", "stem": "annan form av ordet", "compound": "del av ett sammansatt ord",
    "topic": "ord för samma ämne", "diacritics": "skrivet utan å, ä, ö", "misspelling": "felskrivet",
    "pattern": "ett mönster för sökvägar",
}  # fmt: skip

WORDS = {
    "without_holder": "Uppgifter som ingen har", "without_successor": "Aktörer som upphör utan efterträdare",
    "since_then": "sedan den {day}", "before": "före det: {who}",
    "until": "till och med {day}: {what}",
    "expired": "inte i kraft sedan {day}", "pending": "i kraft först {day}",
    "actor": "Aktör", "actors": "Aktörer", "aliases": "Även", "also_holds": "även {who}", "and": "och", "asked": "Frågat ord",
    "as_of": "Läget den {day}", "became": "Vad som hände", "begins": "finns från {day}",
    "begins_later": "inleder sin verksamhet {day}", "by": "Grund", "by_source": "enligt källan: {who}", "called": "nu ”{name}”",
    "changed": "Läget {day}", "changes": "Ändringar", "cite": "Hänvisning", "contact": "Kontakt",
    "contents": "Innehåll", "context": "Sammanhang",
    "date": "Datum", "duties": "Uppgifter", "duty": "Uppgift", "ended": "upphörde {day}",
    "ended_actor": "verksamheten upphörde {day}", "ends_actor": "verksamheten upphör {day}", "explain": "Varför", "field": "Var",
    "from": "Från", "history": "Historik", "for_nobody": "Ämnen där ingen har rollen ”ansvarar”",
    "for_several": "Ämnen som flera ansvarar för", "in_source": "Uppgifter i källan", "in_charge": "Ansvariga",
    "in_force": "ingen ändring är känd", "known_until": "Ändringar är kända till", "kind": "Slag", "level": "Nivå",
    "matrix": "ämnen och aktörer", "met": "Träff", "name": "Namn",
    "no_duties": "Källan ger inga uppgifter åt denna aktör, och inga har bekräftats ha flyttats hit.",
    "no_body": "ingen här",
    "lies_in": "Hör till", "within": "Här ligger", "served_by": "Vem det är här",
    "assigned": "Uppgifter som är fördelade på annat sätt", "place": "Plats",
    "no_successor": "ingen bekräftad efterträdare", "nobody": "ingen", "note": "Anmärkning", "now": "Nu",
    "number": "Antal uppgifter", "other_roles": "bara andra roller", "paths": "Sökvägar",
    "partners": "Tillsammans med", "period": "Källans tid",
    "publisher": "Utgivare", "received": "Uppgifter som har flyttats hit", "responsibility": "Ansvar", "role": "Roll",
    "several": "flera: {count}", "shared": "Tillsammans med andra",
    "short": "Kort", "since": "sedan {day}: {what}", "source": "Källa", "statement": "Uppgift", "status": "Läge",
    "stays": "samma aktör", "steered_by": "Styrs av", "steers": "Styr", "succeeds": "Efterträder", "successor": "efterträdare",
    "target": "Gäller", "terms": "Ord att fråga med", "tier": "Hur", "to": "Till", "topic": "Ämne", "topics": "Ämnen",
    "website": "Webbplats", "what": "Vad", "with_partner": "tillsammans med {who}",
}  # fmt: skip

WORDS |= {  # vad ett kort säger
    "changes_one": "1 ändring.", "changes_many": "{count} ändringar.",
    "moved_one": "1 uppgift har en annan ansvarig {last} än {first}.",
    "moved_many": "{count} uppgifter har andra ansvariga {last} än {first}.",
    "address": "Källans adress", "formerly": "Tidigare", "until_then": "{who}, till och med {day}", "no_website": "inte känd här",
    "by_source_of": "enligt källan för {period}",
    "policy": "Av källorna framgår inte vem som beslutar i ett enskilt ärende.",
    "answers_one": "1 svar, läget {day}.", "answers_many": "{count} svar, läget {day}.",
    "more_answers": "{count} till: --limit 0 visar alla.",
    "by_topic": "Efter ämne: {topics}", "by_holder": "Efter aktör: {holders}",
    "known_to": "Ändringar är kända till och med {days}.",
    "known_of": "{day} ({source})",
    "partly_one": "Inget svar på hela frågan. Den här uppgiften gäller en del av den:",
    "partly_many": "Inget svar på hela frågan. De här uppgifterna gäller en del av den:",
    "not_in_sources": "Finns inte i källorna", "go_to": "Gå till",
    "sentence.sentences": "mening", "sentences.sentences": "meningarna", "sentence.moments": "moment",
    "sentences.moments": "momenten", "sentence.rows": "rad", "sentences.rows": "raderna", "sentence.lines": "rad",
    "sentences.lines": "raderna", "sentence.paragraphs": "stycke", "sentences.paragraphs": "styckena",
    "sentence.pages": "sida", "sentences.pages": "sidorna",
}  # fmt: skip

IMPORTED = {
    "team": "team", "person": "person", "owns": "Äger {files}", "all_files": "alla övriga filer", "responsible": "utför",
    "accountable": "ytterst ansvarig", "supports": "stöder", "consulted": "tillfrågas", "informed": "informeras",
    "quality": "kvalitetsgranskar", "verifies": "kontrollerar", "deputy": "ersättare",
}  # fmt: skip

MESSAGES = {
    "unknown_place": "Ingen plats heter ”{name}”.",
    "all_places": "Alla platser: ansvar places --lang sv",
    "known_place": "{name} är en plats. Vem det är där: ansvar place {id} --lang sv",
    "give_place": "Vem det är på en ort: --place ORT (eller nämn orten i frågan); alla: ansvar places --lang sv",
    "nothing": "Inget hittades för ”{query}”.", "did_you_mean": "Menade du: {words}?",
    "browse": "Vad man kan fråga om: ansvar topics --lang sv", "unknown_actor": "Ingen aktör heter ”{name}”.",
    "unknown_duty": "Ingen uppgift har id ”{name}”.", "all_actors": "Alla aktörer: ansvar actors",
    "all_duties": "En aktörs uppgifter med id: ansvar actor NAMN",
    "nothing_filtered": "Inget hittades för ”{query}” med de här filtren.", "nothing_listed": "Inget hittades.",
    "respelled": "”{word}” lästes som ”{met}”.", "unmatched": "Ingen träff på: {words}.",
    "more": "De {count} bästa svaren visas; --limit visar fler.",
    "beyond": "Uppgifterna om ändringar sträcker sig till {day}; senare ändringar är okända.",
    "before": "Källan gäller tiden från {day}; vad som gällde före det är okänt.",
    "known_actor": "{name} finns med men har inga uppgifter i källan. Mer: ansvar actor {id}",
}  # fmt: skip

PHRASES = {
    "question": "Vem ansvarar för vad?", "skip": "Gå till uppgifterna", "language": "Språk", "sections": "På den här sidan",
    "search": "Sök bland uppgifterna", "ask": "Vad gäller det?",
    "hint": "Skriv ett ord eller en fråga på svenska, finska eller engelska, med eller utan å, ä och ö.",
    "hint_short": "Skriv ett ord eller en fråga, med eller utan å, ä och ö.", "filters": "Avgränsa", "every": "ingen avgränsning",
    "clear": "Rensa allt", "browse": "Vad man kan fråga om", "link": "Länk hit", "from_day": "från {day}: {what}",
    "coming": "Kommande", "in_source": "enligt källan",
    "changes_intro": "Vad som har flyttats, upphört eller bytt namn efter källan, dag för dag.", "duties_one": "1 uppgift",
    "duties_many": "{count} uppgifter", "source_about": "Om källan", "source_title": "Dokument",
    "period_days": "{first} till {last}", "source_period": "Källan gäller tiden {period}.",
    "known": "Ändringar är kända till och med {day}.",
    "locators": "Siffrorna efter ett avsnitts namn är meningarnas nummer i avsnittet.", "parts": "Avsnitt",
    "sentence_count": "{title} (meningar: {count})",
    "no_script": "Sökning och filter behöver JavaScript. Allt innehåll står ändå här nedan.",
    "made": "En fil som fungerar utan nät. Gjord med ansvar.", "top": "Till början",
}  # fmt: skip

SCRIPT_PHRASES = {
    "all": "Alla {count} uppgifter", "one": "1 svar", "many": "{count} svar", "asked": "{answers} på ”{query}”",
    "none": "Inget hittades för ”{query}”.", "none_filtered": "Ingen uppgift passar valen.",
    "hidden": "Utan avgränsning finns det {count}.", "unmatched": "Ingen träff på: {words}.",
    "begun": "Visar ord som börjar på ”{word}”.", "known_actor": "{name} finns med men har inga uppgifter i källan.",
    "suggest": "Menade du:", "try": "Det här kan man fråga om:",
    "more": "Visa {count} till av {all}", "copy": "Kopiera", "copied": "Kopierat",
    "no_site": "ingen webbplats är känd",
    "partial": "Inget svarar på hela frågan. De här innehåller några av orden:",
}  # fmt: skip
