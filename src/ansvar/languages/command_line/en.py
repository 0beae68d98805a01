"""The command line in English."""

SENTENCES = {
    # Complaints.
    "missing_argument": "missing argument '{name}'", "read_help": "Read `{name} -h`.",
    "no_option": "no such option: {name}", "did_you_mean": "Did you mean {name}?",
    "invalid": "invalid value for '{name}': {text}", "needs_value": "option '{name}' requires an argument",
    "takes_no_value": "option '{name}' does not take a value", "extra": "got unexpected extra argument(s) ({text})",
    "options_after": "Options stand after the command or the question.",
    "no_number": "{text} is no number from {least} to {most}",
    "not_one_of": "{text} is not one of {listed}", "meant": "; did you mean {name}?",
    "no_date": "{text} is no date; write it as 2026-01-31, 31.1.2026 or 2026",
    "since_after": "--since {since} is after --until {until}",
    "unknown_actor": "no actor is called '{name}'", "unknown_topic": "no topic is called '{name}'",
    "unknown_duty": "no duty is called '{name}'", "all_there_are": "All that there are: {command}",
    "no_shell": "no such shell: {name}", "which_shell": "it cannot be told which shell is meant",
    "name_shell": "Name one: {command}",
    "not_together": "{one} and {other} cannot be used together",
    "unknown_place": "no place is called '{name}'",
    "line_too_long": "line {line} of the questions is longer than {size}",
    "no_questions": "cannot read the questions {file}: {reason}",
    # Done.
    "written": "Written: {file} ({size})", "waiting": "waiting until somebody writes into {file}",
    "init_ask": "Written: {file}. Ask it: {command}", "init_check": "Change it, then check it: {command}",
    # No command, and the dialogue.
    "no_command": "no such command: {word}", "meant_command": "Did you mean `ansvar {name}`? `ansvar -h` lists the commands.",
    "dialogue": "Ask who is responsible for something: a word or a question a line. An empty line ends; `help` helps.",
    "prompt": "? ", "help_words": "help ? -h --help",
    "dialogue_help": (
        "For example: asylum, or: who grants residence permits? No quotation marks are needed, and any of the languages will do.\n"
        "An empty line or Ctrl-D ends. Outside: `ansvar topics` lists what you can ask about, `ansvar -h` all that ansvar can do."
    ),
    # Help.
    "usage": "Usage:", "[OPTIONS]": "[OPTIONS]", "COMMAND": "[QUESTION | COMMAND]", "arguments": "Arguments:",
    "options": "Options:",
    "commands": "Commands:", "examples": "Examples:", "default": "[default: {value}]", "variable": "[environment: {value}]",
}  # fmt: skip

METAVARS = {
    "FILE": "FILE", "DATE": "DATE", "QUESTION": "QUESTION", "NAME": "NAME", "ID": "ID", "ACTOR": "ACTOR", "TOPIC": "TOPIC",
    "NUMBER": "NUMBER",
    "KIND": "KIND", "FIELD=HEADING": "FIELD=HEADING", "TEXT": "TEXT",
    "PLACE": "PLACE",
}  # fmt: skip

HELP = {
    "": (
        "Who is responsible for what: ask in Swedish, Finnish or English.\n\n"
        "What is no command is a question. Alone, ansvar asks what the question is."
    ),
    "who": (
        "Who is responsible for something.\n\n"
        "Without a question it asks for one, a line each; then no quotation marks are needed (some shells read a ? as a pattern)."
    ),
    "actors": "All actors by level, with the number of their duties.",
    "actor": (
        "One actor: what it is, its duties, what became of it.\n\nWho steers it and whom it steers too, where the source says so."
    ),
    "duty": "One duty in full, with a citation and its history.",
    "topics": "What you can ask about, and with which words.",
    "place": "One place and who serves it, with their sites.",
    "places": "All places with who serves them.",
    "matrix": (
        "Topics by actors, with the role in each cell.\n\n"
        "Level by level, in sheets that fit 100 columns; topics that nobody or that several actors are responsible for are marked. "
        "CSV and TSV have all of it in one sheet, in words. A CSV file written with -o begins with a byte order mark."
    ),
    "gaps": (
        "What nobody, or more than one, is responsible for.\n\nDuties without a holder, and topics that nobody or several are "
        "responsible for. Holders that end without a successor too, as far as duties are theirs. Status 1: there are no gaps."
    ),
    "changes": "What has moved since the source, by date.\n\nFrom whom, to whom, by which act, and how many duties.",
    "export": (
        "The whole dataset, to read, to send or to work with.\n\n"
        "A document (Markdown), a page (HTML), a spreadsheet (CSV, TSV, Excel), or data (YAML, JSON, JSON-LD).\n\n"
        "YAML and JSON are complete: --data reads them, and what is exported from that is the same.\n\n"
        "A spreadsheet has one row for each duty and holder, in all languages unless --lang names one. `excel` is CSV with "
        "semicolons and a byte order mark, which Excel opens by a double click where a comma is the decimal sign. A file in `csv` "
        "written with -o begins with that mark; on standard output it does not. A cell that a spreadsheet would take for a formula "
        "begins with an apostrophe in both, and is untouched in TSV."
    ),
    "check": (
        "Check a dataset and list every problem.\n\nEach as file:line:column: message.\n\n"
        "Status 0: there is none; 1: there are some; 2: the file could not be read."
    ),
    "init": "A small dataset to start your own from.\n\nIt has comments, passes `ansvar check` and can be asked at once.",
    "import": (
        "A dataset from a CODEOWNERS file or a table.\n\n"
        "Standard error says what was taken for what. The dataset passes `ansvar check`, and can be asked at once."
    ),
}  # fmt: skip

OPTIONS = {
    "question": "A word, several words or a whole question.", "actor.name": "Its id, name or short form, in any language.",
    "duty.id_": "Its id, as `ansvar actor` and --format json give it.",
    "check.file": "A dataset; - is standard input [default: that of --data].",
    "init.file": "Where to write it; - is standard output.",
    "place.name": "Its name in any language and form, or its id.",
    "place": "Who it is in this place [default: the one that the question names, else ANSVAR_PLACE].",
    "within": "Only places that lie in this one.",
    "compare": "Who had what on this day, or at the end of this year, and has it now, or on --until.",
    "import.kind": "What the file is: codeowners, csv, xlsx or markdown-table.",
    "import.file": "The file; - is standard input.",
    "import.column": "Which column is what, for a table: actor=Team, statement=Task, role.deputy=Backup … [default: guessed].",
    "import.title": "The dataset's title [default: the file's name].",
    "import.lang": "The language of its texts.",
    "who.actor": "Only duties of this actor, then or on the day.", "changes.actor": "Only what this actor has given or got.",
    "topic": "Only duties of this topic (id or name).", "level": "Only actors of this level (or its name in any language).",
    "role": "Only this kind of responsibility (or its name in any language).",
    "limit": "At most this many answers, 0 for all [default: 5 on a terminal, else 100].",
    "batch": "Answer every line of this file (- is standard input), each with a line of JSON.",
    "explain": "Explain why each answer matched.", "data": "A dataset of your own; - is standard input.",
    "lang": "Language of the answer [default: your locale's].",
    "who.lang": "Language of the answer [default: that of the question].",
    "as_of": "The day to answer for: 2026-01-31, 31.1.2026, or a year, of which it is the last day so far [default: today].",
    "since": "From this day or year on.", "until": "Up to the end of this day or year.",
    "format": "How to print it.", "export.format": "What to make of it.", "check.format": "How to print the problems.",
    "output": "Write to a file; - is standard output.", "force": "Overwrite the file if it is there.",
    "no_pager": "Print at once what does not fit the terminal.", "no_cache": "Compile the dataset anew and keep nothing.",
    "version": "Show the version and exit.", "help": "Show this message and exit.",
    "install_completion": "Install completion for the current shell.",
    "show_completion": "Show completion for the current shell, to copy it or to change the installation.",
}  # fmt: skip

MANUAL = {
    "commands_of": "User Commands", "name": "NAME", "synopsis": "SYNOPSIS", "description": "DESCRIPTION", "commands": "COMMANDS",
    "options": "OPTIONS", "status": "EXIT STATUS", "environment": "ENVIRONMENT", "files": "FILES", "see": "SEE ALSO",
    "word_options": "options", "is": "who is responsible for what, asked in Swedish, Finnish or English",
    "about": (
        "Who is responsible for what: ask in Swedish, Finnish or English, with a word, several words or a whole question. What is "
        "no command is a question; alone on a terminal, ansvar asks, a line each.\n\n"
        "An answer says who, the kind of responsibility, where the source says so, and what has changed since. The dataset is a "
        "YAML file. The one that it comes with is the division of responsibilities for the integration of immigrants in Finland; "
        "--data names another."
    ),
    "after": "These come after the command. A command has those that it can heed; -h names them.",
    "alone": "These stand alone, without a command.",
    "cache": (
        "Compiled datasets (on Linux; $XDG_CACHE_HOME is heeded). They may be deleted at any time: an answer never depends on "
        "them, and what is missing is made anew."
    ),
    "see_also": "docs/dataset.md, which explains every field of a dataset.",
}  # fmt: skip

STATUSES = {
    "0": "Something was found, or the command did what it was asked for.",
    "1": "Nothing was found. For check: the dataset has faults.",
    "2": "An error: the command line, the dataset or a file. One or two lines on standard error say what to do.",
    "130": "Interrupted.",
}

ENVIRONMENT = {
    "ANSVAR_DATA": "The dataset to use where --data does not name one.",
    "ANSVAR_PLACE": "The place to answer for where neither --place nor the question names one.",
    "ANSVAR_CACHE_DIR": "The folder for compiled datasets, instead of ansvar in the user's cache folder.",
    "COLUMNS": "The width to draw tables in, instead of the terminal's.",
    "NO_COLOR": "When it is set and not empty, tables have no colours.",
    "PAGER": "What shows an answer that does not fit the terminal; less without it, and nothing where it is empty or cat.",
    "LESS": "The options of less; FRX without it.",
    "TERM": "When it is dumb, output is as for a file: plain, one record a line.",
    "LANGUAGE, LC_ALL, LC_MESSAGES, LANG": (
        "The language of help and messages, and of an answer where neither --lang nor the question tells it; else English."
    ),
}
