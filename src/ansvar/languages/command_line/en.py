"""The command line in English."""

SENTENCES = {
    # Complaints.
    "missing_argument": "missing argument '{name}'", "read_help": "Read `{name} -h`.",
    # No command, and the dialogue.
    "no_command": "no such command: {word}", "meant_command": "Did you mean `ansvar {name}`? `ansvar -h` lists the commands.",
    "dialogue": "Ask who is responsible for something: a word or a question a line. An empty line ends; `help` helps.",
    "prompt": "? ", "help_words": "help ? -h --help",
    "dialogue_help": (
        "For example: asylum, or: who grants residence permits? No quotation marks are needed, in any of the languages.\n"
        "An empty line or Ctrl-D ends. Outside: `ansvar topics` lists what one can ask about, `ansvar -h` all that ansvar can do."
    ),
}  # fmt: skip
