"""The command line in Finnish."""

SENTENCES = {
    # Complaints.
    "missing_argument": "argumentti '{name}' puuttuu", "read_help": "Lue `{name} -h`.",
    "no_option": "valitsinta ei ole: {name}", "did_you_mean": "Tarkoititko {name}?",
    "invalid": "virheellinen arvo valitsimelle '{name}': {text}", "needs_value": "valitsin '{name}' tarvitsee arvon",
    "takes_no_value": "valitsin '{name}' ei ota arvoa", "extra": "liikaa argumentteja ({text})",
    "options_after": "Valitsimet tulevat komennon tai kysymyksen jälkeen.",
    "no_number": "{text} ei ole luku väliltä {least}–{most}",
    "not_one_of": "{text} ei ole mikään näistä: {listed}", "meant": "; tarkoititko {name}?",
    "no_date": "{text} ei ole päivämäärä; kirjoita se muodossa 2026-01-31, 31.1.2026 tai 2026",
    "since_after": "--since {since} on myöhemmin kuin --until {until}",
    "unknown_actor": "nimellä '{name}' ei ole toimijaa", "unknown_topic": "nimellä '{name}' ei ole aihetta",
    "unknown_duty": "nimellä '{name}' ei ole tehtävää", "all_there_are": "Kaikki: {command}",
    "no_shell": "komentotulkkia ei ole: {name}", "which_shell": "ei voi päätellä, mitä komentotulkkia tarkoitetaan",
    "name_shell": "Nimeä yksi: {command}",
    "not_together": "{one} ja {other} eivät käy yhdessä",
    "unknown_place": "nimellä '{name}' ei ole paikkaa",
    "line_too_long": "kysymysten rivi {line} on pidempi kuin {size}",
    "no_questions": "kysymyksiä ei voi lukea tiedostosta {file}: {reason}",
    # Done.
    "written": "Kirjoitettu: {file} ({size})", "waiting": "odotetaan, että joku kirjoittaa tiedostoon {file}",
    "init_ask": "Kirjoitettu: {file}. Kysy siltä: {command}", "init_check": "Muuta sitä ja tarkista se sitten: {command}",
    # No command, and the dialogue.
    "no_command": "komentoa ei ole: {word}", "meant_command": "Tarkoititko `ansvar {name}`? `ansvar -h` luettelee komennot.",
    "dialogue": "Kysy, kuka vastaa jostakin: sana tai kysymys riville. Tyhjä rivi lopettaa; `ohje` neuvoo.",
    "prompt": "? ", "help_words": "ohje apua help ? -h --help",
    "dialogue_help": (
        "Esimerkiksi: turvapaikka, tai: kuka myöntää oleskeluluvan? Lainausmerkkejä ei tarvita, ja kaikki kielet käyvät.\n"
        "Tyhjä rivi tai Ctrl-D lopettaa. Sitten: `ansvar topics` luettelee, mistä voi kysyä, `ansvar -h` kaiken, mitä ansvar osaa."
    ),
    # Help.
    "usage": "Käyttö:", "[OPTIONS]": "[VALITSIMET]", "COMMAND": "[KYSYMYS | KOMENTO]", "arguments": "Argumentit:",
    "options": "Valitsimet:", "commands": "Komennot:", "examples": "Esimerkkejä:", "default": "[oletus: {value}]",
    "variable": "[ympäristömuuttuja: {value}]",
}  # fmt: skip

METAVARS = {
    "FILE": "TIEDOSTO", "DATE": "PÄIVÄ", "QUESTION": "KYSYMYS", "NAME": "NIMI", "ID": "TUNNUS", "ACTOR": "TOIMIJA",
    "TOPIC": "AIHE", "NUMBER": "MÄÄRÄ",
    "KIND": "LAJI", "FIELD=HEADING": "KENTTÄ=OTSIKKO", "TEXT": "TEKSTI",
    "PLACE": "PAIKKA",
}  # fmt: skip

HELP = {
    "": (
        "Kuka vastaa mistäkin: kysy suomeksi, ruotsiksi tai englanniksi.\n\n"
        "Mikä ei ole komento, on kysymys. Yksinään ansvar kysyy, mikä kysymys on."
    ),
    "who": (
        "Kuka vastaa jostakin.\n\n"
        "Ilman kysymystä se pyytää kysymyksiä, rivin kerrallaan; silloin ei tarvita lainausmerkkejä (jotkin komentotulkit lukevat "
        "?-merkin hahmona)."
    ),
    "actors": "Kaikki toimijat tasoittain ja tehtävien määrä.",
    "actor": (
        "Yksi toimija: mikä se on, mitä tehtäviä sillä on ja mitä sille tapahtui.\n\n"
        "Myös kuka sitä ohjaa ja ketä se ohjaa, jos lähde sen kertoo."
    ),
    "duty": "Yksi tehtävä kokonaan, lähdeviite ja historia.",
    "topics": "Mistä voi kysyä ja millä sanoilla.",
    "place": "Yksi paikka ja ketkä sitä palvelevat, verkkosivuineen.",
    "places": "Kaikki paikat ja ketkä niitä palvelevat.",
    "matrix": (
        "Aiheet ja toimijat, ruuduissa rooli.\n\n"
        "Tasoittain taulukoina, jotka mahtuvat 100 merkkiin; aiheet, joista kukaan ei vastaa tai joista vastaa useampi, on "
        "merkitty. CSV:ssä ja TSV:ssä kaikki on yhdessä taulukossa, sanoina. CSV-tiedosto, joka kirjoitetaan -o-valitsimella, "
        "alkaa tavujärjestysmerkillä."
    ),
    "gaps": (
        "Mistä ei vastaa kukaan tai vastaa useampi.\n\nTehtävät ilman vastuutahoa ja aiheet, joista ei vastaa kukaan tai vastaa "
        "useampi. Myös vastuutahot, jotka lakkaavat ilman seuraajaa, kun niillä on vielä tehtäviä. Paluuarvo 1: aukkoja ei ole."
    ),
    "changes": "Mitä on siirtynyt lähteen jälkeen, päivittäin.\n\nKeneltä, kenelle, millä lailla ja kuinka monta tehtävää.",
    "export": (
        "Koko aineisto luettavaksi, lähetettäväksi tai käsiteltäväksi.\n\n"
        "Asiakirja (Markdown), sivu (HTML), taulukko (CSV, TSV, Excel) tai dataa (YAML, JSON, JSON-LD).\n\n"
        "YAML ja JSON ovat täydellisiä: --data lukee ne, ja niistä viety aineisto on sama.\n\n"
        "Taulukossa on rivi jokaista tehtävää ja vastuutahoa kohti, kaikilla kielillä, ellei --lang nimeä yhtä. `excel` on CSV, "
        "jossa on puolipisteet ja tavujärjestysmerkki; Excel avaa sen kaksoisnapsautuksella, kun desimaalierotin on pilkku. "
        "`csv`-tiedosto, joka kirjoitetaan -o-valitsimella, alkaa samalla merkillä; vakiotulosteessa sitä ei ole. Solu, jota "
        "taulukkolaskenta pitäisi kaavana, alkaa molemmissa heittomerkillä ja on TSV:ssä koskematon."
    ),
    "check": (
        "Tarkista aineisto ja luettele kaikki virheet.\n\nKukin muodossa tiedosto:rivi:sarake: viesti.\n\n"
        "Paluuarvo 0: virheitä ei ole; 1: niitä on; 2: tiedostoa ei voitu lukea."
    ),
    "init": "Pieni aineisto, josta voi aloittaa oman.\n\nSiinä on selityksiä, `ansvar check` hyväksyy sen ja siltä voi kysyä heti.",
    "import": (
        "Aineisto CODEOWNERS-tiedostosta tai taulukosta.\n\n"
        "Virhetulosteessa kerrotaan, mitä pidettiin minäkin. `ansvar check` hyväksyy aineiston, ja siltä voi kysyä heti."
    ),
}  # fmt: skip

OPTIONS = {
    "question": "Sana, useita sanoja tai kokonainen kysymys.", "actor.name": "Tunnus, nimi tai lyhenne millä kielellä tahansa.",
    "duty.id_": "Tunnus, jonka `ansvar actor` ja --format json näyttävät.",
    "check.file": "Aineisto; - on vakiosyöte [oletus: --data].",
    "init.file": "Mihin se kirjoitetaan; - on vakiotuloste.",
    "place.name": "Nimi millä kielellä ja missä muodossa tahansa, tai tunnus.",
    "place": "Kuka vastaa tässä paikassa [oletus: kysymyksen nimeämä, muuten ANSVAR_PLACE].",
    "within": "Vain paikat, jotka kuuluvat tähän.",
    "compare": "Kenellä mikin tehtävä oli tänä päivänä tai tämän vuoden lopussa ja kenellä se on nyt tai päivänä --until.",
    "import.kind": "Mikä tiedosto on: codeowners, csv, xlsx tai markdown-table.",
    "import.file": "Tiedosto; - on vakiosyöte.",
    "import.column": "Mikä sarake on mitäkin: actor=Tiimi, statement=Tehtävä, role.deputy=Varahenkilö … [oletus: arvataan].",
    "import.title": "Aineiston otsikko [oletus: tiedoston nimi].",
    "import.lang": "Tekstien kieli.",
    "who.actor": "Vain tämän toimijan tehtävät, silloin tai sinä päivänä.",
    "changes.actor": "Vain se, mitä tämä toimija on antanut tai saanut.",
    "topic": "Vain tämän aiheen tehtävät (tunnus tai nimi).",
    "level": "Vain tämän tason toimijat (tai tason nimi millä kielellä tahansa).",
    "role": "Vain tämä vastuun laji (tai sen nimi millä kielellä tahansa).",
    "limit": "Enintään näin monta vastausta, 0 näyttää kaikki [oletus: 5 päätteessä, muuten 100].",
    "batch": "Vastaa tiedoston jokaiseen riviin (- on vakiosyöte), kuhunkin yhdellä JSON-rivillä.",
    "explain": "Selitä, miksi kukin vastaus löytyi.", "data": "Oma aineisto; - on vakiosyöte.",
    "lang": "Vastauksen kieli [oletus: koneesi kieli].",
    "who.lang": "Vastauksen kieli [oletus: kysymyksen kieli].",
    "as_of": "Päivä, jota vastaus koskee: 2026-01-31, 31.1.2026 tai vuosi, sen viimeinen päivä tähän asti [oletus: tänään].",
    "since": "Tästä päivästä tai vuodesta alkaen.", "until": "Tämän päivän tai vuoden loppuun.",
    "format": "Miten se tulostetaan.", "export.format": "Mitä siitä tehdään.", "check.format": "Miten virheet tulostetaan.",
    "output": "Kirjoita tiedostoon; - on vakiotuloste.", "force": "Korvaa tiedosto, jos se on jo olemassa.",
    "no_pager": "Tulosta heti, vaikka se ei mahdu päätteeseen.", "no_cache": "Käännä aineisto uudelleen äläkä säilytä mitään.",
    "version": "Näytä versio ja lopeta.", "help": "Näytä tämä ja lopeta.",
    "install_completion": "Asenna täydennys käytössä olevaan komentotulkkiin.",
    "show_completion": "Näytä käytössä olevan komentotulkin täydennys kopioitavaksi tai muutettavaksi.",
}  # fmt: skip

MANUAL = {
    "commands_of": "Käyttäjän komennot", "name": "NIMI", "synopsis": "KÄYTTÖ", "description": "KUVAUS", "commands": "KOMENNOT",
    "options": "VALITSIMET", "status": "PALUUARVO", "environment": "YMPÄRISTÖ", "files": "TIEDOSTOT", "see": "KATSO MYÖS",
    "word_options": "valitsimet", "is": "kuka vastaa mistäkin, suomeksi, ruotsiksi tai englanniksi",
    "about": (
        "Kuka vastaa mistäkin: kysy suomeksi, ruotsiksi tai englanniksi sanalla, usealla sanalla tai kokonaisella kysymyksellä. "
        "Mikä ei ole komento, on kysymys; yksinään päätteessä ansvar kysyy, rivin kerrallaan.\n\n"
        "Vastaus kertoo, kuka vastaa, millainen vastuu on, missä kohtaa lähde sen sanoo ja mitä sen jälkeen on muuttunut. Aineisto "
        "on YAML-tiedosto. Mukana on maahanmuuttajien kotouttamisen vastuunjako Suomessa; --data nimeää toisen."
    ),
    "after": "Nämä tulevat komennon jälkeen. Komennolla on ne, joita se voi noudattaa; -h luettelee ne.",
    "alone": "Nämä ovat yksin, ilman komentoa.",
    "cache": (
        "Käännettyjä aineistoja (Linuxissa; $XDG_CACHE_HOME otetaan huomioon). Ne voi poistaa milloin tahansa: vastaus ei koskaan "
        "riipu niistä, ja puuttuva tehdään uudelleen."
    ),
    "see_also": "docs/dataset.md, joka selittää aineiston jokaisen kentän (englanniksi).",
}  # fmt: skip

STATUSES = {
    "0": "Jotain löytyi, tai komento teki mitä pyydettiin.",
    "1": "Mitään ei löytynyt. Komennossa check: aineistossa on virheitä.",
    "2": "Virhe: komentorivi, aineisto tai tiedosto. Yksi tai kaksi riviä virhetulosteessa kertoo, mitä voi tehdä.",
    "130": "Keskeytetty.",
}

ENVIRONMENT = {
    "ANSVAR_DATA": "Aineisto, jota käytetään, kun --data ei nimeä toista.",
    "ANSVAR_PLACE": "Paikka, jota vastaus koskee, kun paikkaa ei nimeä --place eikä kysymys.",
    "ANSVAR_CACHE_DIR": "Käännettyjen aineistojen kansio käyttäjän välimuistikansion ansvar-kansion sijasta.",
    "COLUMNS": "Leveys, johon taulukot piirretään, päätteen leveyden sijasta.",
    "NO_COLOR": "Kun se on asetettu eikä ole tyhjä, taulukoissa ei ole värejä.",
    "PAGER": "Ohjelma, joka näyttää päätteeseen mahtumattoman vastauksen; oletus less, eikä mikään, jos se on tyhjä tai cat.",
    "LESS": "Ohjelman less valitsimet; oletus FRX.",
    "TERM": "Kun se on dumb, tuloste on kuin tiedostoon: pelkkää tekstiä, tietue riviä kohti.",
    "LANGUAGE, LC_ALL, LC_MESSAGES, LANG": (
        "Ohjeen ja viestien kieli sekä vastauksen kieli, kun --lang tai kysymys ei sitä kerro; muuten englanti."
    ),
}
