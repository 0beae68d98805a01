"""The command line in Swedish."""

SENTENCES = {
    # Complaints.
    "missing_argument": "argumentet '{name}' saknas", "read_help": "Läs `{name} -h`.",
    # No command, and the dialogue.
    "no_command": "kommandot finns inte: {word}", "meant_command": "Menade du `ansvar {name}`? `ansvar -h` visar kommandona.",
    "dialogue": "Fråga vem som ansvarar för något: ett ord eller en fråga per rad. En tom rad avslutar; `hjälp` ger hjälp.",
    "prompt": "? ", "help_words": "hjälp help ? -h --help",
    "dialogue_help": (
        "Till exempel: asyl, eller: vem beviljar uppehållstillstånd? Inga citattecken behövs, och alla språk duger.\n"
        "En tom rad eller Ctrl-D avslutar. Utanför: `ansvar topics` visar vad man kan fråga om, `ansvar -h` allt som ansvar kan."
    ),
}  # fmt: skip
