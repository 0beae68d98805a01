"""The command line in Finnish."""

SENTENCES = {
    # Complaints.
    "missing_argument": "argumentti '{name}' puuttuu", "read_help": "Lue `{name} -h`.",
    # No command, and the dialogue.
    "no_command": "komentoa ei ole: {word}", "meant_command": "Tarkoititko `ansvar {name}`? `ansvar -h` luettelee komennot.",
    "dialogue": "Kysy, kuka vastaa jostakin: sana tai kysymys riville. Tyhjä rivi lopettaa; `ohje` neuvoo.",
    "prompt": "? ", "help_words": "ohje apua help ? -h --help",
    "dialogue_help": (
        "Esimerkiksi: turvapaikka, tai: kuka myöntää oleskeluluvan? Lainausmerkkejä ei tarvita, ja kaikki kielet käyvät.\n"
        "Tyhjä rivi tai Ctrl-D lopettaa. Muualla: `ansvar topics` luettelee, mistä voi kysyä, `ansvar -h` kaiken, mitä ansvar osaa."
    ),
}  # fmt: skip
