"""English. Closed classes of words after The Cambridge Grammar of the English Language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rules import FirstPart, Rules

RANK = 3
NAME = "English"
ENGLISH_NAME = "English"
EU_CODE = "ENG"

# What is asked with.

FUNCTION_WORDS = """
    who whom whose which what where when why how is are was were be been being am do does did has have had having a an the
    of and or in on at to for from by with within as if that this these those there here it its i me my we us our you your
    he she they them their his her can could may might must shall should will would not about into over under responsible
    responsibility responsibilities accountable up out without own other others most like such too also but so whether than
    then because while until till him themselves himself get gets got says said say ask asks else any some all only more
    much many cannot between against via per
    belongs belonging concerning regarding related
"""

GERUND = "ing"
ASKED_IF = ""
RELATIVE_WORDS = "who which whom whose"
QUESTION_WORDS = "who which whom whose"

KIND_NOUNS = """
    authority authorities ministry ministries agency office body actor organisation organization team committee unit
    department group manager maintainer role division section board officer official party sig squad crew owner council
"""

ROLE_VERBS = {
    "steers": "steer steers steering", "coordinates": "coordinate coordinates", "develops": "develop develops",
    "supervises": "supervise supervises oversees oversee", "supports": "support supports",
    "may": "", "participates": "participate participates", "cooperates": "cooperate cooperates",
}  # fmt: skip

OTHER_VERBS = {
    "grant": "grant grants granted issue issues issued give gives", "handle": "process processes handle handles",
    "decide": "decide decides approve approves",
    "arrange": "arrange arranges organise organises organize organizes provide provides",
    "manage": "manage manages run runs deal deals lead leads charge",
    "prepare": "make makes prepare prepares draw draws", "take": "take takes receive receives", "help": "help helps",
    "contact": "apply applies report contact find talk speak turn",
    "pay": "pay pays reimburse reimburses fund funds finance finances",
    "appoint": "appoint appoints set sets establish establishes",
    "advise": "advise advises guide guides inform informs",
    "buy": "buy buys purchase purchases procure procures",
    "do": "carry carries implement implements", "need": "need needs want wants get gets",
}  # fmt: skip

# How a question is built.

WHICH_WORDS = "which what"
WHERE_WORDS = "where what how"
YES_OR_NO_WORDS = "does do did is are can could will would should"
SITUATION_WORDS = "if when"
BEFORE_VERB = "to i we you they can could may might must should shall will would does do did that"
AND_WORDS = "and"
OF_WORDS = "of"
PLACE_WORDS = "in at within"
FOR_WORDS = "for to"
OWN_WORDS = "my our"
IDIOMS = """
    take care of = is; takes care of = is; taking care of = is; looks after = is; look after = is; in charge of = is; deals
    with = is; deal with = is; keeps an eye on = supervises; keeping an eye on = supervises; keep an eye on = supervises;
    according to the law = is; by law = is
"""
PROCEDURE_NOUNS = """
    change changes access application applications decision decisions fee form process procedure request renewal interview
    issue issues problem problems question questions matter matters thing things duty duties task tasks role right rights
    advice handling service services example work project
"""
ASIDES = """
    today yesterday tomorrow idea now please thanks thank contact people person someone anyone anybody somebody everyone
    whole country nation town home even just still yet really exactly currently actually here there hello hi year years
"""
OVERALL_WORDS = "overall general main"
NOUNS_TOO = """
    advise apply arrange buy carry charge contact deal deals develop draw draws finance finances find fund funds
    give grant grants guide guides handle handles help issue issues lead leads makes manage manages need needs
    organise organize process processes provide purchase purchases report run runs set sets steers supervise support
    supports
"""
PLACE_ENDINGS = ""
OWN_ENDINGS = ""
VERB_ENDINGS = ""
ACTION_ENDINGS = ""
FIRST_PARTICLES = ""
COMMON_PARTS = ""

# What gives the language away, strongest first.
SIGNS = {3: "sh|th|wh|gh|qu|oo|ea|ou"}

# How it is spelt.

KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
ALIKE = "ck cs sz iy ij vw kq"
VOWELS = "aeiouy"

# How its words are formed.

FIRST_PARTS: list[FirstPart] = []

_VOWEL, _OTHER = "[aeiouy]", "[^aeiouy]"  # Y is a y that sounds as a consonant
_SHORT = f"(?:past|^{_VOWEL}{_OTHER}|{_OTHER}{_VOWEL}[^aeiouywxY])$"
_FIRST = "arsen|commun|emerg|gener|inter|later|organ|past|univers"
# Snowball's English stemmer (Porter 2). Before it, American spellings become British ones, and -ism is kept: Snowball makes
# one of internationalism and international.
STEMS: Rules = {
    "spellings": {
        "center": "centre", "centers": "centres", "labor": "labour", "program": "programme", "programs": "programmes",
        "licence": "license", "licences": "licenses", "defence": "defense", "colour": "color", "colours": "colors",
    },
    "exceptions": {
        "andes": "andes", "atlas": "atlas", "bias": "bias", "cosmos": "cosmos", "early": "earli", "gently": "gentl",
        "howe": "howe", "idly": "idl", "news": "news", "only": "onli", "singly": "singl", "skies": "sky", "skis": "ski",
        "sky": "sky", "ugly": "ugli", "ios": "ios", "gas": "gas", "bus": "bus", "busses": "bus",
    },
    "before": [
        ("s", "^([^aeiouy]+)s$", "$1"),  # abbreviations: VMs, CRDs
        ("iz", "iz(?=(?:e|ing|ation)(?!.*isms?$))", "is"), ("y", "^y", "Y"), ("y", f"({_VOWEL})y", "$1Y"),
    ],
    "after": [("Y", "y")],
    "shortest": 0,
    "regions": [f"{_FIRST}|{_OTHER}*{_VOWEL}+{_OTHER}", f"{_OTHER}*{_VOWEL}+{_OTHER}"],
    "steps": {
        "start": {"rules": [("ism:ism isms:ism", "")], "otherwise": "plural"},
        "plural": {
            "rules": [
                ("sses:ss ss:ss us:us", "past"), ("ied:i ies:i", "past", ".."), ("ied:ie ies:ie", "past"),
                ("s", "past", f"{_VOWEL}."),
            ],
            "otherwise": "past",
        },
        "past": {
            "rules": [
                ("eed:ee eedly:ee", "y", "^(?!(?:succ|proc|exc)$)", 1), ("eed:eed eedly:eedly", "y"),
                ("ing:ing", "y", "^(?:even|cann|inn|earr|herr|out)$"), ("ing", "ying", f"^{_OTHER}y$"),
                ("ed edly ing ingly", "stem", _VOWEL),
            ],
            "otherwise": "y",
        },
        "ying": {"rules": [("y:ie", "y")]},
        "stem": {
            "rules": [
                ("at:ate bl:ble iz:ize", "y"), ("bb:bb dd:dd ff:ff gg:gg mm:mm nn:nn pp:pp rr:rr tt:tt", "y", "^[aeo]$"),
                ("bb:b dd:d ff:f gg:g mm:m nn:n pp:p rr:r tt:t", "y"), (":e", "y", _SHORT, -1),
            ],
            "otherwise": "y",
        },
        "y": {"rules": [("y:i Y:i", "derived", f".{_OTHER}$")], "otherwise": "derived"},
        "derived": {
            "rules": [
                (("tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate ator:ate "
                  "alism:al aliti:al alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble fulli:ful "
                  "lessli:less ogist:og"), "adjective", "", 1),
                ("ogi:og", "adjective", "l$", 1), ("li", "adjective", "[cdeghkmnrt]$", 1),
            ],
            "otherwise": "adjective",
        },
        "adjective": {
            "rules": [
                ("tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful ness", "suffix", "", 1),
                ("ative", "suffix", "", 2),
            ],
            "otherwise": "suffix",
        },
        "suffix": {
            "rules": [
                ("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize", "last", "", 2),
                ("ion", "last", "[st]$", 2),
            ],
            "otherwise": "last",
        },
        "last": {"rules": [("e", "", "", 2), ("e", "", f"^(?!.*{_SHORT})", 1), ("l", "", "l$", 2)], "otherwise": ""},
    },
}  # fmt: skip


NAME_ENDINGS = ""
NAME_FORMS = ""

# The tool's own words.

DATE = "{day} {month} {year}"
MONTHS = "January February March April May June July August September October November December"

ROLES = {
    "responsible": "responsible", "steers": "steers", "coordinates": "coordinates", "develops": "develops",
    "supervises": "supervises", "supports": "supports", "may": "may", "participates": "participates", "cooperates": "cooperates",
}  # fmt: skip

ROLE_LETTERS = {
    "responsible": "R", "steers": "S", "coordinates": "C", "develops": "D", "supervises": "V", "supports": "U",
    "may": "M", "participates": "P", "cooperates": "O",
}  # fmt: skip

LEVELS = {"state": "state", "region": "region", "local": "local", "person": "person", "all": "all"}

STATUSES = {
    "current": "unchanged", "moved": "moved", "ended": "ended", "unconfirmed": "successor not confirmed",
    "pending": "not yet in force", "expired": "no longer in force",
}  # fmt: skip

TIERS = {
    "phrase": "the phrase", "exact": "the same word", "stem": "another form of the word", "compound": "part of a compound",
    "topic": "a word for the same topic", "diacritics": "written without å, ä, ö", "misspelling": "a misspelling",
    "pattern": "a pattern of paths",
}  # fmt: skip

WORDS = {
    "without_holder": "Duties that nobody has", "without_successor": "Actors that end without a successor",
    "since_then": "since {day}", "before": "before: {who}",
    "until": "until {day}: {what}",
    "expired": "not in force since {day}", "pending": "in force only from {day}",
    "actor": "Actor", "actors": "Actors", "aliases": "Also", "also_holds": "also {who}", "and": "and", "asked": "Word asked",
    "as_of": "As of {day}", "became": "What became of it", "begins": "exists from {day}", "begins_later": "will exist from {day}",
    "by": "Basis", "by_source": "according to the source: {who}", "called": "now “{name}”", "changed": "As of {day}",
    "changes": "Changes", "cite": "Citation", "contact": "Contact",
    "contents": "Contents", "context": "Context", "date": "Date", "duties": "Duties", "duty": "Duty",
    "ended": "ended on {day}", "ended_actor": "ended on {day}", "ends_actor": "will end on {day}", "explain": "Why",
    "field": "Where", "from": "From", "history": "History", "for_nobody": "Topics where nobody has the role “responsible”",
    "for_several": "Topics that several are responsible for", "in_source": "Duties in the source", "in_charge": "Responsible",
    "in_force": "no change is known", "known_until": "Changes are known up to", "kind": "Kind", "level": "Level",
    "matrix": "topics and actors", "met": "Matched", "name": "Name",
    "no_duties": "The source gives this actor no duties, and none is confirmed to have moved to it.",
    "no_body": "nobody here",
    "lies_in": "In", "within": "Places in it", "served_by": "Who it is here",
    "assigned": "Duties that are divided in another way", "place": "Place",
    "no_successor": "no confirmed successor", "nobody": "nobody", "note": "Note", "now": "Now", "number": "Number of duties",
    "other_roles": "other roles only", "paths": "Paths",
    "partners": "Together with", "period": "Period of the source", "publisher": "Publisher",
    "received": "Duties that have moved here", "responsibility": "Responsibility", "role": "Role",
    "several": "several: {count}", "shared": "Together with others", "short": "Short",
    "since": "since {day}: {what}", "source": "Source", "statement": "Statement", "status": "Status", "stays": "same holder",
    "steered_by": "Steered by", "steers": "Steers", "succeeds": "Succeeds", "successor": "successor", "target": "About",
    "terms": "Words to ask with", "tier": "How", "to": "To", "topic": "Topic", "topics": "Topics", "website": "Website",
    "what": "What", "with_partner": "together with {who}",
}  # fmt: skip

WORDS |= {  # what a card says
    "changes_one": "1 change.", "changes_many": "{count} changes.",
    "moved_one": "1 duty has another holder on {last} than on {first}.",
    "moved_many": "{count} duties have other holders on {last} than on {first}.",
    "address": "Address of the source", "formerly": "Before", "until_then": "{who}, until {day}", "no_website": "not known here",
    "by_source_of": "according to the source for {period}",
    "policy": "Who decides in a single case is not in the sources.",
    "answers_one": "1 answer, as of {day}.", "answers_many": "{count} answers, as of {day}.",
    "more_answers": "{count} more: --limit 0 shows all.",
    "by_topic": "By topic: {topics}", "by_holder": "By holder: {holders}",
    "known_to": "Changes are known up to {days}.", "known_of": "{day} ({source})",
    "partly_one": "No answer to the whole question. This duty meets a part of it:",
    "partly_many": "No answer to the whole question. These duties meet a part of it:",
    "not_in_sources": "Not in the sources", "go_to": "Go to",
    "sentence.sentences": "sentence", "sentences.sentences": "sentences", "sentence.moments": "subsection",
    "sentences.moments": "subsections", "sentence.rows": "row", "sentences.rows": "rows", "sentence.lines": "line",
    "sentences.lines": "lines", "sentence.paragraphs": "paragraph", "sentences.paragraphs": "paragraphs",
    "sentence.pages": "page", "sentences.pages": "pages",
}  # fmt: skip

IMPORTED = {
    "team": "team", "person": "person", "owns": "Owns {files}", "all_files": "all other files", "responsible": "responsible",
    "accountable": "accountable", "supports": "supports", "consulted": "consulted", "informed": "informed",
    "quality": "quality review", "verifies": "verifies", "deputy": "deputy",
}  # fmt: skip

MESSAGES = {
    "unknown_place": "No place is called “{name}”.",
    "all_places": "All places: ansvar places",
    "known_place": "{name} is a place. Who it is there: ansvar place {id}",
    "give_place": "Who it is in a place: --place PLACE (or name it in the question); all of them: ansvar places",
    "nothing": "Nothing found for “{query}”.", "did_you_mean": "Did you mean: {words}?",
    "browse": "What you can ask about: ansvar topics --lang en", "unknown_actor": "No actor is called “{name}”.",
    "unknown_duty": "No duty has the id “{name}”.", "all_actors": "All actors: ansvar actors",
    "all_duties": "The duties of an actor with their ids: ansvar actor NAME",
    "nothing_filtered": "Nothing found for “{query}” with these filters.", "nothing_listed": "Nothing found.",
    "respelled": "“{word}” was read as “{met}”.", "unmatched": "No match for: {words}.",
    "more": "The best {count} answers are shown; --limit shows more.",
    "beyond": "Changes are known up to {day}; later ones are not known here.",
    "before": "The source covers the time from {day}; what applied before that is not known here.",
    "known_actor": "{name} is known but has no duties in the source. More: ansvar actor {id}",
}  # fmt: skip

PHRASES = {
    "question": "Who is responsible for what?", "skip": "Skip to the duties", "language": "Language", "sections": "On this page",
    "search": "Search the duties", "ask": "What is it about?",
    "hint": "Write a word or a question in Swedish, Finnish or English, with or without å, ä and ö.",
    "hint_short": "Write a word or a question.", "filters": "Filter", "every": "no filter", "clear": "Clear all",
    "browse": "What you can ask about", "link": "Link to this", "from_day": "from {day}: {what}", "coming": "To come",
    "in_source": "according to the source", "changes_intro": "What has moved, ended or been renamed since the source, day by day.",
    "duties_one": "1 duty", "duties_many": "{count} duties", "source_about": "About the source", "source_title": "Document",
    "period_days": "{first} to {last}", "source_period": "The source covers {period}.",
    "known": "Changes are known up to {day}.", "locators": "The numbers after the name of a section are those of its sentences.",
    "parts": "Sections", "sentence_count": "{title} (sentences: {count})",
    "no_script": "Search and filters need JavaScript. All the content is still here below.",
    "made": "One file that works offline. Made with ansvar.", "top": "Back to top",
}  # fmt: skip

SCRIPT_PHRASES = {
    "all": "All {count} duties", "one": "1 answer", "many": "{count} answers", "asked": "{answers} to “{query}”",
    "none": "Nothing found for “{query}”.", "none_filtered": "No duty fits the filters.",
    "hidden": "Without the filters there are {count}.", "unmatched": "No match for: {words}.",
    "begun": "Showing words that begin with “{word}”.", "known_actor": "{name} is known but has no duties in the source.",
    "suggest": "Did you mean:", "try": "You can ask about:",
    "more": "Show {count} more of {all}", "copy": "Copy", "copied": "Copied",
    "no_site": "no website is known",
    "partial": "Nothing answers the whole question. These share some of its words:",
}  # fmt: skip
