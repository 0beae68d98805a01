"""`ansvar check`: faulty datasets and exactly what is said of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ansvar.dataset.errors import DatasetError
from ansvar.dataset.load import parse

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Ansvar

ROLES = "responsible, steers, coordinates, develops, supervises, supports, may, participates or cooperates"
HEAD = "title: {en: T}\nlanguages: [en]\n"
ACTORS = "actors: [{id: a, name: {en: Ann}}, {id: b, name: {en: Bob}, short: [BB]}]\n"
DUTIES = "duties: [{id: d, actors: [a], statement: {en: sings}}]\n"
SOUND = HEAD + ACTORS + DUTIES


def problems(text: str | bytes) -> list[str]:
    """What is said of a dataset, without the file's name."""
    content = text if isinstance(text, bytes) else text.encode()
    try:
        parse(content, "f")
    except DatasetError as error:
        return [str(problem).removeprefix("f:") for problem in error.problems]
    return []


def test_a_sound_dataset_has_no_problems() -> None:
    assert problems(SOUND) == []
    assert problems(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()) == []


ID_FORM = "must be letters, digits, '-', '_', '.', '@' or '/', and begin with a letter, a digit, '@' or '.'"
FORM = {
    "empty": ("", ["1:1: the file is empty; `ansvar init FILE` writes one to start from"]),
    "list": ("- a\n", ["1:1: a dataset is a mapping at the top (title:, actors:, duties: …)"]),
    "utf-16": ("title".encode("utf-16"), ["1:1: the file is UTF-16 (byte 0xff); save it as UTF-8"]),
    "latin-1": ("a: b\ntitle: {en: å}".encode("latin-1"), ["2:13: the file is not UTF-8 (byte 0xe5); save it as UTF-8"]),
    "two documents": (SOUND + "---\n", ["5:1: a second document (---) starts here; a dataset is one document"]),
    "duplicate key": (HEAD + "title: {en: U}\n" + ACTORS + DUTIES, ["3:1: duplicate key 'title': already given on line 1"]),
    "alias": (
        HEAD + "actors: &x []\nduties: *x\n",
        ["3:9: anchors (&x) are not allowed: write the value out", "4:9: aliases (*x) are not allowed: write the value out"],
    ),
    "anchor": (SOUND.replace("{en: T}", "&x {en: T}"), ["1:8: anchors (&x) are not allowed: write the value out"]),
    "merge key": (SOUND + "<<: {}\n", ["5:1: merge keys (<<) are not allowed: write the values out", "5:1: unknown field '<<'"]),
    "tag": (SOUND.replace("sings", "!!int 7"), ["4:47: tags (tag:yaml.org,2002:int) are not allowed: every value is text"]),
    "python": (
        SOUND.replace("sings", "!!python/object:os.system x"),
        ["4:47: tags (tag:yaml.org,2002:python/object:os.system) are not allowed: every value is text"],
    ),
    "deep": (SOUND + "notes: " + "[" * 30, ["5:27: nested more than 20 levels deep"]),
    "tab": (HEAD + "\tx: y\n", ["3:1: not YAML: while scanning for the next token, found character that cannot start any token"]),
    "unknown field": (SOUND.replace("short: [BB]", "shrt: [BB]"), ["3:61: unknown field 'shrt', did you mean 'short'?"]),
    "missing": (SOUND.replace("id: d, ", ""), ["4:10: the field 'id' is missing"]),
    "missing at the top": (HEAD + DUTIES, ["1:1: the field 'actors' is missing"]),
    "text for a list": (SOUND.replace("[a]", "a"), ["4:26: 'actors' must be a list, for example [a, b], not 'a'"]),
    "list for a text": (SOUND.replace("sings", "[sings]"), ["4:43: 'en' must be text, not a list"]),
    "text for texts": (
        SOUND.replace("{en: Ann}", "Ann"),
        ["3:24: 'name' must be a mapping of language to text, for example {en: …}, not 'Ann'"],
    ),
    "level": (
        SOUND.replace("short: [BB]", "level: stat"),
        ["3:68: 'stat' is not one of state, region, local, person or all, did you mean 'state'?"],
    ),
    "role": (
        SOUND.replace("[a],", "[a], role: boss,"),
        [f"4:37: 'boss' is not one of {ROLES}"],
    ),
}
SENSE = {
    "languages": (SOUND.replace("[en]", "[en, de]"), ["2:17: unknown language 'de': use sv, fi, en"]),
    "language twice": (SOUND.replace("[en]", "[en, en]"), ["2:17: the language 'en' is named twice"]),
    "no text": (
        SOUND.replace("[en]", "[en, fi]").replace("{en: T}", "{en: T, fi: T}").replace("{en: sings}", "{en: sings, fi: laulaa}"),
        ["3:18: 'name' has no text in 'fi'", "3:44: 'name' has no text in 'fi'"],
    ),
    "empty text": (SOUND.replace("sings", "' '"), ["4:47: 'statement' is empty in 'en'"]),
    "text of another language": (
        SOUND.replace("{en: sings}", "{en: sings, sv: sjunger}"),
        ["4:58: 'sv' is not among the dataset's languages"],
    ),
    "id": (SOUND.replace("id: d", "id: Å d"), [f"4:15: the id 'Å d' {ID_FORM}"]),
    "id twice": (SOUND.replace("id: b", "id: a"), ["3:41: the id 'a' is used twice"]),
    "unknown actor": (SOUND.replace("[a]", "[c]"), ["4:27: unknown actor 'c'"]),
    "short form for an id": (SOUND.replace("[a]", "[BB]"), ["4:27: unknown actor 'BB', did you mean 'b'?"]),
    "actor twice": (SOUND.replace("[a]", "[a, a]"), ["4:30: the actor 'a' is named twice"]),
    "id in other capitals": (SOUND.replace("id: b", "id: A"), ["3:41: the id 'A' differs from 'a' only in capitals"]),
    "id of the page": (SOUND.replace("id: d", "id: _d"), [f"4:15: the id '_d' {ID_FORM}"]),
    "own role": (
        SOUND.replace("languages:", "roles: {boss: {name: {en: boss}, letter: B}}\nlanguages:").replace("[a],", "[a], role: bos,"),
        ["5:37: 'bos' is not one of responsible or boss, did you mean 'boss'?"],
    ),
    "own level": (
        SOUND.replace("languages:", "levels: {team: {en: team}}\nlanguages:").replace("short: [BB]", "level: state"),
        ["4:68: 'state' is not one of team or all"],
    ),
    "letter twice": (
        SOUND.replace("languages:", "roles: {x: {name: {en: x}, letter: B}, y: {name: {en: y}, letter: B}}\nlanguages:"),
        ["2:67: the letter 'B' stands for 'x' too"],
    ),
    "long letter": (
        SOUND.replace("languages:", "roles: {x: {name: {en: x}, letter: Boss}}\nlanguages:"),
        ["2:36: 'Boss' must be one letter, or three at most"],
    ),
    "key of two words": (
        SOUND.replace("languages:", "levels: {a team: {en: team}}\nlanguages:"),
        ["2:10: the key 'a team' must be one word without blanks"],
    ),
    "name of a role": (
        SOUND.replace("languages:", "roles: {x: {name: {sv: x}}}\nlanguages:"),
        ["2:13: 'name' has no text in 'en'", "2:24: 'sv' is not among the dataset's languages"],
    ),
    "pattern": (
        SOUND.replace("[a],", "[a], paths: [src, '#x'],"),
        ["4:44: '#x' is no pattern of a .gitignore, for example /src/*.js"],
    ),
    "only exclusions": (
        SOUND.replace("[a],", "[a], paths: ['!src'],"),
        ["4:31: only patterns with '!', which take out of what others match"],
    ),
    "unknown topic": (SOUND.replace("[a],", "[a], topics: [x],"), ["4:40: unknown topic 'x'"]),
    "unknown source": (
        SOUND.replace("[a],", "[a], source: {id: s, section: x, sentences: [1]},"),
        ["4:44: unknown source 's'"],
    ),
    "website": (
        SOUND.replace("short: [BB]", "website: 'javascript:x'"),
        ["3:70: 'javascript:x' is not an https:// or http:// address"],
    ),
    "empty word": (SOUND.replace("{en: Bob}", "{en: Bob}, other_names: {en: ['']}"), ["3:80: an empty word"]),
    "a word list of another language": (SOUND + "vocabulary: {sv: [a]}\n", ["5:14: 'sv' is not among the dataset's languages"]),
    "several fields missing at once": (
        SOUND.replace("id: d, ", "").replace("[a],", "[a], source: {},").replace(", statement: {en: sings}", ""),
        ["4:10: the field 'id' is missing", "4:10: the field 'statement' is missing", "4:24: the field 'section' is missing"],
    ),
    "a field of a field missing": (
        SOUND.replace("[a],", "[a], source: {},"),
        ["4:31: the field 'section' is missing"],
    ),
    "kind": (SOUND.replace("short: [BB]", "kind: firm"), ["3:67: unknown kind 'firm'"]),
}
SOURCED = SOUND.replace("[a],", "[a], source: {section: x, sentences: [2]},") + (
    "sources: [{id: s, title: {en: S}, language: en, sections: [{id: x, title: {en: X}, sentences: 2}]}]\n"
)
SOURCES = {
    "sound": (SOURCED, []),
    "section": (SOURCED.replace("section: x", "section: y"), ["4:49: unknown section 'y'"]),
    "sentence": (SOURCED.replace("[2]", "[2, 3]"), ["4:67: the section 'x' has sentences 1 to 2, not 3"]),
    "no sentence": (SOURCED.replace("[2]", "[]"), ["4:52: name at least one sentence"]),
    "number": (
        SOURCED.replace("[2]", "[02]"),
        ["4:64: 'sentences' must be a whole number in plain digits, for example 7, not '02'"],
    ),
    "one of several sources": (
        SOURCED.replace("sources: [", "sources: [{id: t, title: {en: T}, language: en, sections: []}, "),
        ["4:31: name the source ('id'); it may be left out only where there is exactly one"],
    ),
    "website": (
        SOURCED.replace("language: en,", "language: en, website: 'ftp://x',"),
        ["5:58: 'ftp://x' is not an https:// or http:// address"],
    ),
    "period": (
        SOURCED.replace("language: en,", "language: en, period: {from: 2022-01-01, until: 2021-01-01},"),
        ["5:49: the period ends (2021-01-01) before it begins (2022-01-01)"],
    ),
}


def _changed(*changes: str) -> str:
    return SOUND.replace("{en: sings}", "{en: sings}, changes: [" + ", ".join(changes) + "]")


def _ending(a: str, b: str = "") -> str:
    return SOUND.replace("name: {en: Ann}", f"name: {{en: Ann}}, {a}").replace("short: [BB]", b or "short: [BB]")


TIME = {
    **{
        f"date {day}": (_changed(f"{{on: {day}, status: ended}}"), [f"4:70: 'on' must be a date, YYYY-MM-DD, not '{day}'"])
        for day in ("tomorrow", "20260101", "2026-1-1", "1767225600", "2026-01-01T00:00:00")
    },
    **{
        f"date {day}": (
            _changed(f"{{on: {day}, status: ended}}"),
            [f"4:70: 'on' must be a date that exists, YYYY-MM-DD, not '{day}'"],
        )
        for day in ("2026-02-30", "0000-00-00")
    },
    "two changes on a day": (
        _changed("{on: 2026-01-01, status: ended}", "{on: 2026-01-01, status: moved, to: [b]}"),
        ["4:103: two changes on 2026-01-01; a duty changes once a day"],
    ),
    "moved to nobody": (_changed("{on: 2026-01-01, status: moved}"), ["4:90: a duty that moved needs 'to': where it is now"]),
    "ended to somebody": (
        _changed("{on: 2026-01-01, status: ended, to: [b]}"),
        ["4:97: 'to' goes with the status 'moved', not with 'ended'"],
    ),
    "change before its actor": (
        _changed("{on: 2026-01-01, status: ended}").replace("name: {en: Ann}", "name: {en: Ann}, from: 2026-01-02"),
        ["4:70: a change on 2026-01-01, before its actor 'a' exists: it begins on 2026-01-02"],
    ),
    "change to one that has ended": (
        _changed("{on: 2026-01-01, status: moved, to: [b]}").replace("short: [BB]", "until: 2025-12-31"),
        ["4:102: the actor 'b' has ended by 2026-01-01: its last day is 2025-12-31"],
    ),
    "change to one that is not yet there": (
        _changed("{on: 2026-01-01, status: moved, to: [b]}").replace("short: [BB]", "from: 2026-01-02"),
        ["4:102: the actor 'b' does not exist on 2026-01-01: it begins on 2026-01-02"],
    ),
    "ends before it begins": (
        _ending("from: 2026-01-01, until: 2025-01-01"),
        ["3:60: the actor ends (2025-01-01) before it begins (2026-01-01)"],
    ),
    "successors of one that goes on": (
        _ending("successors: [b]"),
        ["3:35: an actor with successors needs its last day, 'until'"],
    ),
    "the end of time": (
        _ending("until: 9999-12-31"),
        ["3:42: the last day is too far off; leave 'until' out for an actor that goes on"],
    ),
    "successor not yet there": (
        _ending("until: 2025-12-31, successors: [b]", "from: 2026-01-02"),
        ["3:67: the actor 'b' does not exist on 2026-01-01: it begins on 2026-01-02"],
    ),
    "cycle": (
        _ending("until: 2025-12-31, successors: [b]", "until: 2026-12-31, successors: [a]"),
        [
            "3:54: a cycle: 'a' comes to succeed itself",
            "3:116: a cycle: 'b' comes to succeed itself",
            "3:129: the actor 'a' has ended by 2027-01-01: its last day is 2025-12-31",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=name) for name, case in {**FORM, **SENSE}.items()])
def test_faults_of_form_and_sense(text: str | bytes, expected: list[str]) -> None:
    assert problems(text) == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=name) for name, case in {**SOURCES, **TIME}.items()])
def test_faults_of_sources_and_time(text: str, expected: list[str]) -> None:
    assert problems(text) == expected


def test_every_problem_at_once_whatever_its_sort() -> None:
    text = (
        "languages: [en]\n"
        "actors:\n"
        "- {id: a, name: {en: Ann}, levl: state}\n"
        "- {id: b, name: {en: Bob}, until: never, successors: [c]}\n"
        "- {id: c, name: 7}\n"
        "duties:\n"
        "- {id: d, actors: [x], statement: {en: sings}}\n"
        "- {id: e, actors: [c], statement: {en: ''}, role: boss}\n"
        "- {id: f, statement: {en: digs}}\n"
        "- {id: d, actors: [a], statement: {en: runs}, topics: [sport]}\n"
    )
    assert problems(text) == [
        "1:1: the field 'title' is missing",
        "3:34: unknown field 'levl', did you mean 'level'?",
        "4:35: 'until' must be a date, YYYY-MM-DD, not 'never'",
        "4:42: an actor with successors needs its last day, 'until'",
        "5:17: 'name' must be a mapping of language to text, for example {en: …}, not '7'",
        "7:20: unknown actor 'x'",
        "8:40: 'statement' is empty in 'en'",
        f"8:51: 'boss' is not one of {ROLES}",
        "9:3: the field 'actors' is missing",
        "10:8: the id 'd' is used twice",
        "10:56: unknown topic 'sport'",
    ]


def test_a_record_that_is_faulty_itself_may_be_referred_to() -> None:
    text = HEAD + "actors: [{id: a, name: {en: Ann}}, {id: b}]\nduties: [{id: d, actors: [b], statement: {en: sings}}]\n"
    assert problems(text) == ["3:36: the field 'name' is missing"]


@pytest.mark.parametrize("count", [21, 1001, 25_000, 1_000_000])
def test_nesting_without_end_is_refused(count: int) -> None:
    (problem,) = problems(HEAD + "actors: " + "[" * count)
    assert "nest" in problem


def test_values_that_yaml_would_guess_are_text() -> None:
    for value in ("no", "010", "1:30", "2005:59", "1.10", "2024-01-01", "null", "~", "0x1F", "9" * 5000):
        duty = parse(SOUND.replace("sings", value).encode(), "f").duties[0]
        assert duty.statement == {"en": value}


def test_prints_every_problem_and_a_summary(ansvar: Ansvar, tmp_path: Path) -> None:
    path = tmp_path / "faulty one.yaml"
    path.write_text(SOUND.replace("[a]", "[c]").replace("BB", ""), encoding="utf-8")
    run = ansvar("check", str(path))
    assert run.status == 1
    assert run.out == f"{path}:4:27: unknown actor 'c'\n"
    assert run.err == f"{path}: 1 problem\n"


def test_prints_problems_as_json(ansvar: Ansvar) -> None:
    run = ansvar("check", "-", "--format", "json", stdin=SOUND.replace("[a]", "[c]"))
    assert run.status == 1
    problem = {"file": "standard input", "line": 4, "column": 27, "message": "unknown actor 'c'"}
    assert json.loads(run.out) == {"schema": 1, "file": "-", "problems": [problem]}
    clean = ansvar("check", "-", "--format", "json", stdin=SOUND)
    assert (clean.status, json.loads(clean.out)["problems"]) == (0, [])


def test_a_clean_dataset_is_summed_up(ansvar: Ansvar, tmp_path: Path) -> None:
    path = tmp_path / "clean.yaml"
    path.write_text(SOUND, encoding="utf-8")
    for run in (ansvar("check", str(path)), ansvar("check", data=path), ansvar("check", "--data", str(path))):
        assert (run.status, run.out) == (0, "")
        assert run.err == f"{path}: no problems (2 actors, 0 topics, 1 duties, 0 notes)\n"


def test_the_shipped_dataset_is_the_default_and_clean(ansvar: Ansvar) -> None:
    run = ansvar("check", data=None)
    assert (run.status, run.out) == (0, "")
    assert "responsibilities.yaml: no problems" in run.err


@pytest.mark.parametrize("path", ["/nowhere/x.yaml", "/", "/proc/self/mem"])
def test_what_cannot_be_read_is_an_error(ansvar: Ansvar, path: str) -> None:
    run = ansvar("check", path)
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(f"ansvar: cannot read the dataset {path}: ")


def test_escapes_in_a_dataset_are_written_out(ansvar: Ansvar) -> None:
    run = ansvar("check", "-", stdin=SOUND.replace("[a]", '["\\e]52;c;x\\a"]'))
    assert run.status == 1
    assert run.out == "standard input:4:27: unknown actor '\\x1b]52;c;x\\x07'\n"
