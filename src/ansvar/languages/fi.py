"""Finnish. Closed classes of words after Iso suomen kielioppi (VISK)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rules import FirstPart, Rules

RANK = 2
NAME = "suomi"
ENGLISH_NAME = "Finnish"
EU_CODE = "FIN"

# What is asked with.

FUNCTION_WORDS = """
    saa saan saada saavat
    kuka kenen kenelle keneltä ketkä ketä kenet mikä mitkä mitä minkä missä mistä mihin milloin miten miksi kuinka onko ja
    tai sekä että on ovat oli olla ole ei eivät se ne tämä nämä joka jotka jos kun niin myös minä minun minulle minulla sinä
    sinun hän hänen me he heidän voi voin voivat pitää täytyy kanssa varten siitä siihen jonka joiden vastaa vastaavat
    vastata vastuussa vastuu vastuun vastuulla vastuullinen kuuluu kuuluvat jossa joissa joita jolla joilla joille niiden
    niitä niille niissä ilman eri muu muut muita oma omat omilla useimmat useimmissa esimerkiksi sisällä aikana jälkeen
    ennen mukaan kautta luona puolesta josta johon jolle jolta jota tehdä mutta jolloin häntä heidät hänelle heille olen
    olemme olet olin olivat itse vaikka kuten sitä sen tuo nuo
    voiko voivatko saako kuuluvia kuuluva kuuluvien koskeva koskevia koskevat liittyvä liittyvät liittyvien
"""

GERUND = ""
ASKED_IF = "ko kö"
RELATIVE_WORDS = ""
QUESTION_WORDS = "kuka ketkä mikä kenen kenelle keneltä ketä mitkä minkä"

KIND_NOUNS = """
    viranomainen viranomaiset viranomaisen virasto ministeriö taho toimija lautakunta osasto yksikkö valiokunta toimisto
    päällikkö tiimi ryhmä organisaatio laitos virkamies rooli jaosto
"""

ROLE_VERBS = {
    "steers": "ohjaa ohjaavat ohjata ohjaako", "coordinates": "koordinoi koordinoivat koordinoida yhteensovittaa",
    "develops": "kehittää kehittävät", "supervises": "valvoo valvovat valvoa", "supports": "tukee tukevat tukea",
    "may": "", "participates": "osallistuu osallistuvat osallistua", "cooperates": "",
}  # fmt: skip

OTHER_VERBS = {
    "grant": "myöntää myöntävät myönnetään antaa antavat", "handle": "käsittelee käsittelevät käsitellään",
    "decide": "päättää päättävät hyväksyy", "arrange": "järjestää järjestävät järjestetään tarjoaa tarjoavat",
    "manage": "hoitaa hoitavat johtaa", "prepare": "tekee tekevät tehdään laatii laativat laaditaan", "take": "ottaa ottavat",
    "help": "auttaa auttavat", "contact": "haen hakea haetaan ilmoitan ilmoittaa ilmoitetaan saan saada",
    "pay": "maksaa maksavat maksetaan korvaa korvaavat korvataan rahoittaa rahoittavat",
    "appoint": "määrää määräävät asettaa asettavat nimittää nimittävät", "advise": "neuvoo neuvovat opastaa opastavat",
    "buy": "hankkii hankkia hankkivat ostaa ostavat", "do": "toteuttaa toteuttavat", "need": "tarvitsen tarvitsee haluan",
}  # fmt: skip

# How a question is built.

WHICH_WORDS = "mikä mitkä minkä"
WHERE_WORDS = "mistä mihin missä mitä miten"
YES_OR_NO_WORDS = "onko voiko saako"
SITUATION_WORDS = "jos"
BEFORE_VERB = "voin voi voiko pitää täytyy haluan minun joka jotka"
AND_WORDS = "ja sekä"
OF_WORDS = ""
PLACE_WORDS = ""
FOR_WORDS = ""
OWN_WORDS = "minun meidän"
IDIOMS = "pitää huolta = on; pitää silmällä = valvoo; huolehtii siitä = on; lain mukaan = on"
PROCEDURE_NOUNS = """
    muutos muutokset pääsy hakemus päätös maksu lomake prosessi menettely asia asiat asioissa tehtävä tehtävät käsittely
    kysymys kysymykset haastattelu puhuttelu uusiminen jatkaminen neuvonta hakeminen palvelu palvelut toimi toiminta
    toimenpide rooli mahdollisuus tapa
"""
ASIDES = """
    tänään nyt kiitos yhteystiedot yhteyttä yhteys maa koko kaupunki paikkakunta ihminen ihmiset henkilö henkilöt joku vielä
    enää itse suomi suomeksi ruotsiksi englanniksi venäjäksi arabiaksi siis ihan edes jo vain sitten kotona hei vuosi
"""
OVERALL_WORDS = "yleinen kokonaisvastuu yleisvastuu päävastuu"
NOUNS_TOO = ""
PLACE_ENDINGS = "ssa ssä lla llä"
OWN_ENDINGS = "ssamme ssämme llamme llämme"
VERB_ENDINGS = "akseen äkseen"
ACTION_ENDINGS = "minen misen mista mistä miseen misesta misestä misessa misessä miselle"
FIRST_PARTICLES = ""
COMMON_PARTS = """
    toimi laitos asia tieto turva palvelu tuki maksu laki oikeus hallinto työ aika paikka keskus toimisto koulu kortti lupa
    hakemus päätös suunnitelma ohjelma hoito huolto liikenne vero järjestelmä verkko
"""

# What gives the language away, strongest first.
SIGNS = {2: "^(?=.*(?:aa|ää|öö|yy|uu|ii|äy|yö|uo))[adeghijklmnoprstuvyäö -]+$"}

# How it is spelt.

KEYBOARD = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
ALIKE = "ij vw aä oö uy yö dt bp gk"
VOWELS = "aeiouyäö"

# How its words are formed.

FIRST_PARTS: list[FirstPart] = [  # the nominative, -s for -nen, the genitive
    ("s:nen", "word"),
    ("n:n", "inflected"),
]

_VOWEL, _OTHER = "[aeiouyäö]", "[^aeiouyäö]"
# An ending has the vowels that the last part of the word wants (VISK § 15): syrjin-tä, never syrjin-ta.
_BACK, _FRONT = "^(?!.*[äöy][^aouäöy]{0,4}$)", "^(?!.*[aou][^aouäöy]{0,4}$)"
_GRADES = [pair.split(":") for pair in "kk:k pp:p tt:t mm:mp nn:nt ll:lt rr:rt ng:nk d:t v:p".split()]
_OF_ONE_SYLLABLE = {"o": "uo,oo", "ö": "yö", "e": "ie,ee", "a": "aa", "ä": "ää", "u": "uu", "y": "yy"}
_BEFORE_PLURAL = {"o": "|o,|a", "ö": "|ö,|ä", "e": "|e,|i", "a": "|a", "ä": "|ä", "i": "|i", "u": "|u", "y": "|y"}
# Vowels before which k may have gone: any other vowel, but where two make two syllables (valtio).
_BEFORE_K = {"a": "yäö", "e": "aiouyäö", "i": "aeouyäö", "o": "aeuyäö", "u": "aeioyäö", "y": "aeiouäö", "ä": "aouö", "ö": "aeouyä"}
# Snowball takes the ending off but leaves gradation (lupa, luva-), and loses whole words (kunta becomes kun). Here a word gets
# every stem that its ending allows, written in the strong grade with the class of the stem's vowel, so that lupa, luvan and
# lupien share `lup|a` and kunta and kunto share nothing. VISK § 41 (gradation), § 55 (inflectional stems), § 81 (case endings).
STEMS: Rules = {
    "spellings": {}, "exceptions": {}, "before": [], "after": [], "shortest": 3, "regions": ["."],
    "steps": {
        "start": {
            "every": True,
            "rules": [
                (":", "form"),
                ("kin han hän", "form", ".{5}"), ("kaan kään", "form", ".{4}"), ("ko kö", "form", ".{6}"),  # kunnassa-kin
                ("nsa:,n nsä:,n mme:,n nne:,n", "form", ".{5}"), ("ni:,n si:,n", "form", ".{6}"),  # perhee-ni, perhee-nsä
            ],
        },
        "form": {
            "every": True,
            "rules": [
                # Dictionary forms.
                (":", "bare"), (":|i", "", f"{_OTHER}$"),  # internet, interneti-
                ("nen:s mies:mieh|e tön:ttöm|ä ton:ttom|a", ""),  # pakolainen, pakolais-; lakimies, -miehe-; työtön, työttömä-
                ("as:a äs:ä is:i", "bare"), ("in:im|e än:äm|e", ""),  # asiakas, asiakkaa-; puhelin, puhelime-
                ("ut:|e yt:|e", "grade"), ("l:l|e n:n|e r:r|e", ""),  # tullut, tullee-; jäsen, jäsene-
                ("i", "old i", f"{_OTHER}$"),  # kieli, kiele-
                # Inflected forms.
                ("lle ksi n t", "before case", ".."), ("sti", "before case", "..."),  # luva-n, paikallise-sti
                ("ssa sta lla lta na tta", "before case", f"{_BACK}.."), ("ssä stä llä ltä nä ttä", "before case", f"{_FRONT}.."),
                ("ten", "bare", ".[sntrlh]$"), ("seen", "bare", rf".({_VOWEL})\1$"),  # hakemus-ten, perhee-seen
                (" ".join(f"{v}{v}n:{v} {v}h{v}n:{v}" for v in VOWELS), "bare"), ("isiin", "before plural"),  # koulu-un, maa-han
                ("ta", "bare", f"{_BACK}.*(?:{_OTHER}|{_VOWEL}{{2}})$"), ("a", "bare", f"{_BACK}.*{_VOWEL}$"),  # lupa-a
                ("tä", "bare", f"{_FRONT}.*(?:{_OTHER}|{_VOWEL}{{2}})$"), ("ä", "bare", f"{_FRONT}.*{_VOWEL}$"),
                (":", "plural"),
                # Verbs: maksavat as maksaa.
                ("vat vät", "bare", f"..{_VOWEL}$"),
            ],
        },
        # lapsi, lapsen, lasten; vuosi, vuoden, vuotta
        "old i": {"every": True, "rules": [(":|e", "grade"), ("l:l r:r n:n ps:ps,s ks:ks", ""), ("s:t|e,t", "", "(?:^|[^sp])$")]},
        "plural": {
            "within": 1,
            "rules": [
                ("ille iksi ihin iin iden itten ien ineen in jen", "before plural"),  # lup-ien
                ("issa ista illa ilta ina itta ita ia ja", "before plural", _BACK),
                ("issä istä illä iltä inä ittä itä iä jä", "before plural", _FRONT),
            ],
        },
        # Before the i of the plural a vowel changes or goes: tö-i-tä (työ), paikko-i- (paikka), lup-i- (lupa).
        "before plural": {
            "every": True,
            "rules": [
                *((f"{v}:{whole}", "", "^.?$") for v, whole in _OF_ONE_SYLLABLE.items()),
                *((f"{v}:{was}", "", f"{_VOWEL}$") for v, was in _BEFORE_PLURAL.items()),
                *((f"{v}:{was}", "grade", f".{_OTHER}$") for v, was in _BEFORE_PLURAL.items()),
                (":|a,|ä,|e,|i", "grade", f".{_OTHER}$"),
            ],
        },
        # Before an ending that closes the syllable, the weak grade of k is nothing (lai-n, tue-n), a v between two u's (luvu-n),
        # or a j after l or r (kärje-n).
        "before case": {
            "every": True,
            "rules": [
                (":", "bare"), ("uvu:uk|u yvy:yk|y lje:lk|e rje:rk|e", ""),
                *((f"{v}:k|{v}", "", f".[lrh{before}]$") for v, before in _BEFORE_K.items()),
            ],
        },
        # Without its ending a word ends in its own vowel (luva-), in two of them (valtio-), or in a consonant (hakemus-).
        "bare": {
            "rules": [
                ("ut:us yt:ys", ""),
                *((f"{v}:|{v} {v}{v}:|{v}", "grade", f".{_OTHER}$") for v in VOWELS),
                *((f"{v}:|{v} {v}{v}:|{v}", "", f".{_OTHER}{_VOWEL}+$") for v in VOWELS),
            ],
            "otherwise": "",
        },
        # hakemukse-, oikeude-, pakolaise- lose their vowel, as in hakemus, oikeus, pakolais-; luva- is lupa-.
        "grade": {
            "rules": [
                ("ks|e:s", "", f"{_VOWEL}$"), ("ks|e:ks ud|e:us ut|e:us yd|e:ys yt|e:ys s|e:s", ""),
                *((f"{weak}|{v}:{strong}|{v}", "") for weak, strong in _GRADES for v in VOWELS),
            ],
            "otherwise": "",
        },
    },
}  # fmt: skip


NAME_ENDINGS = "n ssa ssä sta stä lla llä lta ltä lle ksi"
NAME_FORMS = "finnish_names"

# The tool's own words.

DATE = "{day}.{month}.{year}"
MONTHS = "1 2 3 4 5 6 7 8 9 10 11 12"

ROLES = {
    "responsible": "vastaa", "steers": "ohjaa", "coordinates": "sovittaa yhteen", "develops": "kehittää", "supervises": "valvoo",
    "supports": "tukee", "may": "saa", "participates": "osallistuu", "cooperates": "tekee yhteistyötä",
}  # fmt: skip

ROLE_LETTERS = {
    "responsible": "V", "steers": "O", "coordinates": "S", "develops": "K", "supervises": "L", "supports": "T",
    "may": "A", "participates": "I", "cooperates": "Y",
}  # fmt: skip

LEVELS = {"state": "valtio", "region": "alue", "local": "paikallistaso", "person": "henkilö", "all": "kaikki"}

STATUSES = {
    "current": "ennallaan", "moved": "siirtynyt", "ended": "päättynyt", "unconfirmed": "seuraajaa ei ole vahvistettu",
    "pending": "ei vielä voimassa", "expired": "ei enää voimassa",
}  # fmt: skip

TIERS = {
    "phrase": "koko ilmaus", "exact": "sama sana", "stem": "sanan toinen muoto", "compound": "yhdyssanan osa",
    "topic": "saman aiheen sana", "diacritics": "kirjoitettu ilman ääkkösiä", "misspelling": "kirjoitusvirhe",
    "pattern": "polkujen malli",
}  # fmt: skip

WORDS = {
    "without_holder": "Tehtävät, joita ei ole kenelläkään", "without_successor": "Toimijat, jotka lakkaavat ilman seuraajaa",
    "since_then": "{day} alkaen", "before": "sitä ennen: {who}",
    "until": "{day} asti: {what}",
    "expired": "ei voimassa {day} lähtien", "pending": "voimassa vasta {day}",
    "actor": "Toimija", "actors": "Toimijat", "aliases": "Myös", "also_holds": "myös {who}", "and": "ja", "asked": "Kysytty sana",
    "as_of": "Tilanne {day}", "became": "Mitä tapahtui", "begins": "toiminut {day} alkaen",
    "begins_later": "aloittaa toimintansa {day}", "by": "Peruste", "by_source": "lähteen mukaan: {who}", "called": "nyt ”{name}”",
    "changed": "Tilanne {day}", "changes": "Muutokset", "cite": "Lähdeviite", "contact": "Yhteystiedot",
    "contents": "Sisällys", "context": "Taustaa",
    "date": "Päivä", "duties": "Tehtävät", "duty": "Tehtävä", "ended": "päättyi {day}", "ended_actor": "toiminta päättyi {day}",
    "ends_actor": "toiminta päättyy {day}", "explain": "Miksi", "field": "Missä", "from": "Keneltä", "history": "Historia",
    "for_nobody": "Aiheet, joissa kenenkään rooli ei ole ”vastaa”", "for_several": "Aiheet, joista vastaa useampi",
    "in_source": "Tehtäviä lähteessä", "in_charge": "Vastuussa", "in_force": "muutoksia ei tiedossa",
    "known_until": "Muutokset tunnetaan päivään", "kind": "Laji", "level": "Taso", "matrix": "aiheet ja toimijat", "met": "Osuma",
    "name": "Nimi", "no_duties": "Lähde ei anna tälle toimijalle tehtäviä, eikä tehtävien siirtymistä sille ole vahvistettu.",
    "no_body": "ei ketään täällä",
    "lies_in": "Kuuluu", "within": "Täällä ovat", "served_by": "Kuka vastaa täällä",
    "assigned": "Tehtävät, jotka on jaettu toisin", "place": "Paikka",
    "no_successor": "seuraajaa ei ole vahvistettu", "nobody": "ei kukaan", "note": "Huomautus", "now": "Nyt", "number": "Tehtäviä",
    "other_roles": "vain muita rooleja", "paths": "Polut",
    "partners": "Yhdessä", "period": "Lähteen ajanjakso", "publisher": "Julkaisija",
    "received": "Tänne siirtyneet tehtävät", "responsibility": "Vastuu", "role": "Rooli",
    "several": "useita: {count}", "shared": "Yhdessä muiden kanssa", "short": "Lyhenne",
    "since": "{day} alkaen: {what}", "source": "Lähde", "statement": "Tehtävä", "status": "Tila", "stays": "sama toimija",
    "steered_by": "Ohjaava taho", "steers": "Ohjaa", "succeeds": "Edeltäjä", "successor": "seuraaja", "target": "Kohde",
    "terms": "Hakusanoja", "tier": "Miten", "to": "Kenelle", "topic": "Aihe", "topics": "Aiheet", "website": "Verkkosivusto",
    "what": "Mitä", "with_partner": "yhdessä: {who}",
}  # fmt: skip

WORDS |= {  # mitä kortti kertoo
    "changes_one": "1 muutos.", "changes_many": "{count} muutosta.",
    "moved_one": "1 tehtävällä on {last} eri toimija kuin {first}.",
    "moved_many": "{count} tehtävällä on {last} eri toimijat kuin {first}.",
    "address": "Lähteen osoite", "formerly": "Ennen", "until_then": "{who}, {day} asti", "no_website": "ei tiedossa",
    "by_source_of": "lähteen mukaan, {period}",
    "policy": "Lähteistä ei selviä, kuka päättää yksittäisestä asiasta.",
    "answers_one": "1 vastaus, tilanne {day}.", "answers_many": "{count} vastausta, tilanne {day}.",
    "more_answers": "Lisäksi {count}: --limit 0 näyttää kaikki.",
    "by_topic": "Aiheittain: {topics}", "by_holder": "Toimijoittain: {holders}",
    "known_to": "Muutokset tunnetaan {days} asti.", "known_of": "{day} ({source})",
    "partly_one": "Koko kysymykseen ei ole vastausta. Tämä tehtävä koskee osaa siitä:",
    "partly_many": "Koko kysymykseen ei ole vastausta. Nämä tehtävät koskevat osaa siitä:",
    "not_in_sources": "Ei lähteissä", "go_to": "Siirry",
    "sentence.sentences": "virke", "sentences.sentences": "virkkeet", "sentence.moments": "momentti",
    "sentences.moments": "momentit", "sentence.rows": "rivi", "sentences.rows": "rivit", "sentence.lines": "rivi",
    "sentences.lines": "rivit", "sentence.paragraphs": "kappale", "sentences.paragraphs": "kappaleet",
    "sentence.pages": "sivu", "sentences.pages": "sivut",
}  # fmt: skip

IMPORTED = {
    "team": "tiimi", "person": "henkilö", "owns": "Omistaa: {files}", "all_files": "kaikki muut tiedostot",
    "responsible": "tekee", "accountable": "vastuussa", "supports": "tukee", "consulted": "kysytään", "informed": "tiedotetaan",
    "quality": "tarkastaa", "verifies": "varmentaa", "deputy": "sijainen",
}  # fmt: skip

MESSAGES = {
    "unknown_place": "Nimellä ”{name}” ei löydy paikkaa.",
    "all_places": "Kaikki paikat: ansvar places --lang fi",
    "known_place": "{name} on paikka. Kuka siellä vastaa: ansvar place {id} --lang fi",
    "give_place": "Kuka vastaa omalla paikkakunnalla: --place PAIKKA (tai paikan nimi kysymyksessä); kaikki: ansvar places",
    "nothing": "Haulla ”{query}” ei löytynyt mitään.", "did_you_mean": "Tarkoititko: {words}?",
    "browse": "Mistä voi kysyä: ansvar topics --lang fi", "unknown_actor": "Nimellä ”{name}” ei löydy toimijaa.",
    "unknown_duty": "Tunnuksella ”{name}” ei löydy tehtävää.", "all_actors": "Kaikki toimijat: ansvar actors",
    "all_duties": "Toimijan tehtävät tunnuksineen: ansvar actor NIMI",
    "nothing_filtered": "Haulla ”{query}” ei löytynyt mitään näillä rajauksilla.", "nothing_listed": "Mitään ei löytynyt.",
    "respelled": "”{word}” luettiin sanana ”{met}”.", "unmatched": "Ei osumia: {words}.",
    "more": "Näytetään {count} parasta vastausta; --limit näyttää enemmän.",
    "beyond": "Tiedot muutoksista ulottuvat päivään {day}; myöhempiä muutoksia ei tunneta.",
    "before": "Lähde koskee aikaa {day} alkaen; aiempaa tilannetta ei tunneta.",
    "known_actor": "{name} tunnetaan, mutta lähde ei anna sille tehtäviä. Lisää: ansvar actor {id}",
}  # fmt: skip

PHRASES = {
    "question": "Kuka vastaa mistäkin?", "skip": "Siirry tehtäviin", "language": "Kieli", "sections": "Tällä sivulla",
    "search": "Hae tehtävistä", "ask": "Mitä asia koskee?",
    "hint": "Kirjoita sana tai kysymys suomeksi, ruotsiksi tai englanniksi, ääkkösin tai ilman.",
    "hint_short": "Kirjoita sana tai kysymys, ääkkösin tai ilman.", "filters": "Rajaa", "every": "ei rajausta",
    "clear": "Tyhjennä kaikki", "browse": "Mistä voi kysyä", "link": "Linkki tähän", "from_day": "{day} alkaen: {what}",
    "coming": "Tulossa", "in_source": "lähteen mukaan",
    "changes_intro": "Mikä on siirtynyt, päättynyt tai vaihtanut nimeä lähteen jälkeen, päivä päivältä.",
    "duties_one": "1 tehtävä", "duties_many": "{count} tehtävää", "source_about": "Lähteestä", "source_title": "Asiakirja",
    "period_days": "{first}–{last}", "source_period": "Lähde koskee aikaa {period}.", "known": "Muutokset tunnetaan {day} saakka.",
    "locators": "Luvun nimen jälkeiset numerot ovat virkkeiden numeroita luvussa.", "parts": "Luvut",
    "sentence_count": "{title} (virkkeitä: {count})",
    "no_script": "Haku ja rajaukset tarvitsevat JavaScriptiä. Koko sisältö on silti luettavissa alla.",
    "made": "Yksi tiedosto, joka toimii ilman verkkoyhteyttä. Tehty ansvar-ohjelmalla.", "top": "Sivun alkuun",
}  # fmt: skip

SCRIPT_PHRASES = {
    "all": "Kaikki {count} tehtävää", "one": "1 vastaus", "many": "{count} vastausta", "asked": "{answers} hakuun ”{query}”",
    "none": "Haulla ”{query}” ei löytynyt mitään.", "none_filtered": "Mikään tehtävä ei vastaa rajauksia.",
    "hidden": "Ilman rajauksia niitä on {count}.", "unmatched": "Ei osumia: {words}.",
    "begun": "Näytetään sanat, jotka alkavat ”{word}”.", "known_actor": "{name} tunnetaan, mutta lähde ei anna sille tehtäviä.",
    "suggest": "Tarkoititko:", "try": "Näistä voi kysyä:",
    "more": "Näytä {count} lisää, kaikkiaan {all}", "copy": "Kopioi", "copied": "Kopioitu",
    "no_site": "verkkosivua ei tiedetä",
    "partial": "Mikään ei vastaa koko kysymykseen. Näissä on joitakin sen sanoja:",
}  # fmt: skip
