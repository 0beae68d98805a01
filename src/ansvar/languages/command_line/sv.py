"""The command line in Swedish."""

SENTENCES = {
    # Complaints.
    "missing_argument": "argumentet '{name}' saknas", "read_help": "Läs `{name} -h`.",
    "no_option": "flaggan finns inte: {name}", "did_you_mean": "Menade du {name}?",
    "invalid": "ogiltigt värde för '{name}': {text}", "needs_value": "flaggan '{name}' behöver ett värde",
    "takes_no_value": "flaggan '{name}' tar inget värde", "extra": "fler argument än väntat ({text})",
    "options_after": "Flaggor står efter kommandot eller frågan.",
    "no_number": "{text} är inget tal från {least} till {most}",
    "not_one_of": "{text} är inget av {listed}", "meant": "; menade du {name}?",
    "no_date": "{text} är inget datum; skriv det som 2026-01-31, 31.1.2026 eller 2026",
    "since_after": "--since {since} är senare än --until {until}",
    "unknown_actor": "ingen aktör heter '{name}'", "unknown_topic": "inget ämne heter '{name}'",
    "unknown_duty": "ingen uppgift heter '{name}'", "all_there_are": "Alla som finns: {command}",
    "no_shell": "skalet finns inte: {name}", "which_shell": "det går inte att avgöra vilket skal som avses",
    "name_shell": "Namnge ett: {command}",
    "not_together": "{one} och {other} kan inte användas tillsammans",
    "unknown_place": "ingen ort heter '{name}'",
    "line_too_long": "rad {line} av frågorna är längre än {size}",
    "no_questions": "frågorna i {file} kan inte läsas: {reason}",
    # Done.
    "written": "Skrivet: {file} ({size})", "waiting": "väntar på att någon skriver till {file}",
    "init_ask": "Skrivet: {file}. Fråga den: {command}", "init_check": "Ändra den och kontrollera den sedan: {command}",
    # No command, and the dialogue.
    "no_command": "kommandot finns inte: {word}", "meant_command": "Menade du `ansvar {name}`? `ansvar -h` visar kommandona.",
    "dialogue": "Fråga vem som ansvarar för något: ett ord eller en fråga per rad. En tom rad avslutar; `hjälp` ger hjälp.",
    "prompt": "? ", "help_words": "hjälp help ? -h --help",
    "dialogue_help": (
        "Till exempel: asyl, eller: vem beviljar uppehållstillstånd? Inga citattecken behövs, och alla språk duger.\n"
        "En tom rad eller Ctrl-D avslutar. Sedan: `ansvar topics` visar vad man kan fråga om, `ansvar -h` allt som ansvar kan."
    ),
    # Help.
    "usage": "Användning:", "[OPTIONS]": "[FLAGGOR]", "COMMAND": "[FRÅGA | KOMMANDO]", "arguments": "Argument:",
    "options": "Flaggor:", "commands": "Kommandon:", "examples": "Exempel:", "default": "[förval: {value}]",
    "variable": "[miljövariabel: {value}]",
}  # fmt: skip

METAVARS = {
    "FILE": "FIL", "DATE": "DATUM", "QUESTION": "FRÅGA", "NAME": "NAMN", "ID": "ID", "ACTOR": "AKTÖR", "TOPIC": "ÄMNE",
    "NUMBER": "ANTAL",
    "KIND": "SLAG", "FIELD=HEADING": "FÄLT=RUBRIK", "TEXT": "TEXT",
    "PLACE": "ORT",
}  # fmt: skip

HELP = {
    "": (
        "Vem ansvarar för vad: fråga på svenska, finska eller engelska.\n\n"
        "Det som inte är ett kommando är en fråga. Ensamt frågar ansvar vad frågan är."
    ),
    "who": (
        "Vem som ansvarar för något.\n\n"
        "Utan fråga ber kommandot om frågor, rad för rad; då behövs inga citattecken (en del skal läser ? som ett mönster)."
    ),
    "actors": "Alla aktörer efter nivå, med antalet uppgifter.",
    "actor": (
        "En aktör: vad den är, vilka uppgifter den har och vad som hände med den.\n\n"
        "Också vem som styr den och vem den styr, där källan säger det."
    ),
    "duty": "En uppgift i sin helhet, med källhänvisning och historia.",
    "topics": "Vad man kan fråga om, och med vilka ord.",
    "place": "En ort och vilka som betjänar den, med deras webbplatser.",
    "places": "Alla orter och vilka som betjänar dem.",
    "matrix": (
        "Ämnen och aktörer, med rollen i varje ruta.\n\n"
        "Nivå för nivå, i tabeller som ryms på 100 tecken; ämnen som ingen eller som flera ansvarar för är utmärkta. CSV och TSV "
        "har allt i en tabell, i ord. En CSV-fil som skrivs med -o börjar med ett byteordningsmärke."
    ),
    "gaps": (
        "Det som ingen eller flera ansvarar för.\n\nUppgifter utan ansvarig, och ämnen som ingen eller flera ansvarar för. "
        "Också ansvariga som upphör utan efterträdare, så långt uppgifterna är deras. Status 1: det finns inga luckor."
    ),
    "changes": "Vad som har flyttats sedan källan, dag för dag.\n\nFrån vem, till vem, med vilken lag, och hur många uppgifter.",
    "export": (
        "Hela datamängden, att läsa, skicka eller arbeta med.\n\n"
        "Ett dokument (Markdown), en sida (HTML), ett kalkylblad (CSV, TSV, Excel) eller data (YAML, JSON, JSON-LD).\n\n"
        "YAML och JSON är fullständiga: --data läser dem, och det som exporteras av det är detsamma.\n\n"
        "Ett kalkylblad har en rad för varje uppgift och ansvarig, på alla språk om inte --lang nämner ett. `excel` är CSV med "
        "semikolon och byteordningsmärke, som Excel öppnar med ett dubbelklick där decimaltecknet är ett komma. En fil i `csv` som "
        "skrivs med -o börjar med samma märke; på standard ut gör den det inte. En cell som ett kalkylprogram skulle ta för en "
        "formel börjar med en apostrof i båda, och är orörd i TSV."
    ),
    "check": (
        "Kontrollera en datamängd och visa varje fel.\n\nVart och ett som fil:rad:kolumn: meddelande.\n\n"
        "Status 0: det finns inga; 1: det finns några; 2: filen gick inte att läsa."
    ),
    "init": (
        "En liten datamängd att börja en egen från.\n\nDen har kommentarer, godkänns av `ansvar check` och kan frågas genast."
    ),
    "import": (
        "En datamängd ur en CODEOWNERS-fil eller en tabell.\n\n"
        "På standard fel står vad som tolkades som vad. Datamängden godkänns av `ansvar check` och kan frågas genast."
    ),
}  # fmt: skip

OPTIONS = {
    "question": "Ett ord, flera ord eller en hel fråga.",
    "actor.name": "Dess id, namn eller förkortning, på vilket språk som helst.",
    "duty.id_": "Dess id, som `ansvar actor` och --format json visar det.",
    "check.file": "En datamängd; - är standard in [förval: den i --data].",
    "init.file": "Vart den skrivs; - är standard ut.",
    "place.name": "Dess namn på vilket språk och i vilken form som helst, eller dess id.",
    "place": "Vem det är på en viss ort [förval: den som frågan nämner, annars ANSVAR_PLACE].",
    "within": "Bara orter som hör till den här.",
    "compare": "Vem som hade vad den här dagen, eller i slutet av det här året, och har det nu, eller den dag som --until nämner.",
    "import.kind": "Vad filen är: codeowners, csv, xlsx eller markdown-table.",
    "import.file": "Filen; - är standard in.",
    "import.column": "Vad kolumnerna är: actor=Grupp, statement=Uppgift, role.deputy=Reserv … [förval: gissas].",
    "import.title": "Datamängdens titel [förval: filens namn].",
    "import.lang": "Språket i dess texter.",
    "who.actor": "Bara den här aktörens uppgifter, då eller den dagen.",
    "changes.actor": "Bara det som den här aktören har gett eller fått.",
    "topic": "Bara uppgifter i det här ämnet (id eller namn).",
    "level": "Bara aktörer på den här nivån (eller dess namn på vilket språk som helst).",
    "role": "Bara det här slaget av ansvar (eller dess namn på vilket språk som helst).",
    "limit": "Högst så här många svar, 0 för alla [förval: 5 i en terminal, annars 100].",
    "batch": "Svara på varje rad i filen (- är standard in), var och en med en rad JSON.",
    "explain": "Förklara varför varje svar hittades.", "data": "En egen datamängd; - är standard in.",
    "lang": "Svarets språk [förval: din dators].",
    "who.lang": "Svarets språk [förval: frågans].",
    "as_of": "Dagen som svaret gäller: 2026-01-31, 31.1.2026, eller ett år, dess sista dag hittills [förval: i dag].",
    "since": "Från den här dagen eller det här året.", "until": "Till slutet av den här dagen eller det här året.",
    "format": "Hur det skrivs ut.", "export.format": "Vad det ska bli.", "check.format": "Hur felen skrivs ut.",
    "output": "Skriv till en fil; - är standard ut.", "force": "Skriv över filen om den finns.",
    "no_pager": "Skriv genast ut det som inte ryms i terminalen.", "no_cache": "Kompilera datamängden på nytt och spara ingenting.",
    "version": "Visa versionen och avsluta.", "help": "Visa det här och avsluta.",
    "install_completion": "Installera komplettering för skalet som används.",
    "show_completion": "Visa komplettering för skalet som används, att kopiera eller ändra.",
}  # fmt: skip

MANUAL = {
    "commands_of": "Användarkommandon", "name": "NAMN", "synopsis": "SYNOPSIS", "description": "BESKRIVNING",
    "commands": "KOMMANDON", "options": "FLAGGOR", "status": "SLUTSTATUS", "environment": "MILJÖ", "files": "FILER",
    "see": "SE ÄVEN", "word_options": "flaggor", "is": "vem som ansvarar för vad, på svenska, finska eller engelska",
    "about": (
        "Vem ansvarar för vad: fråga på svenska, finska eller engelska, med ett ord, flera ord eller en hel fråga. Det som inte är "
        "ett kommando är en fråga; ensamt i en terminal frågar ansvar, rad för rad.\n\n"
        "Ett svar säger vem, vilket slags ansvar, var källan säger det och vad som har ändrats sedan dess. Datamängden är en "
        "YAML-fil. Den som följer med är ansvarsfördelningen för integration av invandrare i Finland; --data nämner en annan."
    ),
    "after": "Dessa står efter kommandot. Ett kommando har dem som det kan följa; -h räknar upp dem.",
    "alone": "Dessa står ensamma, utan kommando.",
    "cache": (
        "Kompilerade datamängder (i Linux; $XDG_CACHE_HOME följs). De kan tas bort när som helst: ett svar beror aldrig på dem, "
        "och det som saknas görs på nytt."
    ),
    "see_also": "docs/dataset.md, som förklarar varje fält i en datamängd (på engelska).",
}  # fmt: skip

STATUSES = {
    "0": "Något hittades, eller kommandot gjorde vad det ombads.",
    "1": "Inget hittades. För check: datamängden har fel.",
    "2": "Ett fel: kommandoraden, datamängden eller en fil. En eller två rader på standard fel säger vad man kan göra.",
    "130": "Avbrutet.",
}

ENVIRONMENT = {
    "ANSVAR_DATA": "Datamängden som används där --data inte nämner någon.",
    "ANSVAR_PLACE": "Orten som svaret gäller där varken --place eller frågan nämner någon.",
    "ANSVAR_CACHE_DIR": "Mappen för kompilerade datamängder, i stället för ansvar i användarens mapp för cachar.",
    "COLUMNS": "Bredden som tabeller ritas i, i stället för terminalens.",
    "NO_COLOR": "När den är satt och inte tom har tabeller inga färger.",
    "PAGER": "Det som visar ett svar som inte ryms i terminalen; less utan den, och inget där den är tom eller cat.",
    "LESS": "Flaggorna till less; FRX utan den.",
    "TERM": "När den är dumb är utskriften som för en fil: enkel, en post per rad.",
    "LANGUAGE, LC_ALL, LC_MESSAGES, LANG": (
        "Språket i hjälp och meddelanden, och i ett svar där varken --lang eller frågan avgör det; annars engelska."
    ),
}
