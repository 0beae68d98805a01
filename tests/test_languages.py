"""The language files: each holds the same, their stem rules are Snowball's and those of version 1.0, and nobody else names one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest
import Stemmer

import reference_finnish
from ansvar.dataset.model import Force, Level, Role, Status
from ansvar.languages import CODES, Language, language_data
from ansvar.languages.stemming import stems
from slow import first

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "ansvar"
ATTRIBUTES = sorted(Language.__annotations__)
TABLES = sorted(name for name, kind in Language.__annotations__.items() if kind.startswith("Mapping[str"))
ENDINGS = {
    "sv": """a s t et ets en ens er ers ar arna arnas orna ornas erna heter heten heterna ade ande andet andes are arens ast aste ig
        lig liga fullt öst löst ning ningar ningen ering an els""",
    "fi": """n ssa ssä sta stä lla llä lta ltä lle na nä ksi tta ttä an än in on en un yn ön aan hin han hun seen t ta tä a ä i ia
        iä ita itä issa issä ista ien iden itten ten isiin isiin ille iksi ja jä jen nen sti kin kaan han ko nsa nsä mme ni si ut yt
        tön ton mies as is""",
    "en": """s es ed eed eedly ing ingly edly ly ies ied iness ness ful fulness ation ational tional ization izer izing ise ism isms
        ist ogist ogy ogi ousness ously ive iveness ivity ability able ably ible ally al ality ement ment ent ance ence ion e y yed
        ying ll le ess""",
}
DICTIONARIES = [file for name in ("swedish", "american-english") if (file := Path("/usr/share/dict", name)).exists()]


@pytest.mark.parametrize("code", CODES)
def test_a_language_file_holds_what_every_one_holds(code: str) -> None:
    names = [name for name in vars(language_data(code)) if name.isupper() and not name.startswith("_") and name != "TYPE_CHECKING"]
    assert sorted(names) == ATTRIBUTES


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_same_keys_in_every_language_and_each_text_the_same_values_set_in(table: str) -> None:
    first, *others = (getattr(language_data(code), table) for code in CODES)
    for other in others:
        assert list(other) == list(first)
        assert {key: _fields(text) for key, text in other.items()} == {key: _fields(text) for key, text in first.items()}
        assert all(first.values()) or table in {"ROLE_VERBS", "OTHER_VERBS"}


@pytest.mark.parametrize("code", CODES)
def test_the_closed_sets_of_a_dataset_have_names(code: str) -> None:
    spoken = language_data(code)
    assert (set(spoken.ROLES), set(spoken.LEVELS), set(spoken.STATUSES)) == (set(Role), set(Level), {*Status, *Force})
    assert set(spoken.ROLE_VERBS) <= set(Role)
    assert len(set(spoken.ROLE_LETTERS.values())) == len(Role)
    assert len(spoken.MONTHS.split()) == 12


def test_no_two_languages_have_the_same_rank_and_no_verb_two_meanings() -> None:
    assert len({language_data(code).RANK for code in CODES}) == len(CODES)
    files = [language_data(code) for code in CODES]
    verbs = [verb for file in files for text in (*file.ROLE_VERBS.values(), *file.OTHER_VERBS.values()) for verb in text.split()]
    assert len(verbs) == len(set(verbs))


def test_a_language_is_one_file_more(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "ansvar")
    english = (PACKAGE / "languages" / "en.py").read_text("utf-8")
    norwegian = english.replace("RANK = 3", "RANK = 4").replace('"Actor"', '"Aktør"')
    (tmp_path / "ansvar" / "languages" / "nb.py").write_text(norwegian, "utf-8")
    duty = "{id: d, actors: [a], statement: {nb: gives leases}}"
    dataset = f"title: {{nb: T}}\nlanguages: [nb]\nactors: [{{id: a, name: {{nb: A}}}}]\nduties: [{duty}]\n"
    run = subprocess.run(
        [sys.executable, "-m", "ansvar", "who", "lease", "--data", "-", "--lang", "nb", "--format", "csv", "--no-cache"],
        cwd=tmp_path, input=dataset.encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr.decode()) == (0, "")
    assert "Aktør" in run.stdout.decode()


def test_nobody_outside_names_a_language() -> None:
    named = re.compile(rf"""["'#_]({"|".join(CODES)})["':\]]""")
    files = [file for file in PACKAGE.rglob("*") if file.suffix in {".py", ".js", ".css", ".html"}]
    found = [
        f"{file.relative_to(PACKAGE)}:{n}: {line.strip()}"
        for file in files
        for n, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if named.search(line) and PACKAGE / "languages" not in file.parents
    ]
    assert found == []


# Stems.


@cache
def words() -> list[str]:
    """The words of all datasets and questions here."""
    files = [*ROOT.glob("data/*.yaml"), *ROOT.glob("examples/*.yaml"), *ROOT.glob("tests/data/*"), *ROOT.glob("docs/*.md")]
    found = {word for file in files for word in re.findall(r"[^\W\d_]+", file.read_text("utf-8").casefold())}
    return sorted(word for word in found if len(word) > 2 and word.isalpha())


def inflected(code: str, step: int) -> Iterator[str]:
    """Every word, or one in so many, each with each ending, also in the place of its own last letters."""
    for word in words()[::step]:
        yield word
        for ending in ENDINGS[code].split():
            yield word + ending
            yield word[: max(2, len(word) - len(ending))] + ending


def swedish(word: str) -> frozenset[str]:
    """Snowball's stem, and our own way with the nouns of action."""
    stem = _snowball("swedish")(_bare(word))
    for ending, left in (("ering", "er"), ("ning", ""), ("an", "")):
        if stem.endswith(ending) and len(stem) - len(ending) >= 4:
            return frozenset((stem.removesuffix(ending) + left,))
    return frozenset((stem,))


def _bare(word: str) -> str:
    """Without the definite endings that Snowball leaves: hemmet, tillståndet."""
    word = re.sub("mme[tn]s?$", "m", word)
    return re.sub("^(?!.*(?:h|budg|ntern|magn|tick|rock)ets?$)(.+[^aeiouyåäöh]{2})ets?$", r"\1", word)


def english(word: str) -> frozenset[str]:
    """Snowball's stem of one spelling; -ism is kept, abbreviations lose their -s."""
    word = language_data("en").STEMS["spellings"].get(word, word)
    if word in {"ios", "gas", "bus", "busses"}:
        return frozenset((word.replace("busses", "bus"),))
    word = re.sub("^([^aeiouy]+)s$", r"\1", word)
    if word.endswith(("ism", "isms")):
        return frozenset((word.removesuffix("s"),))
    return frozenset((_snowball("english")(re.sub(r"iz(?=e|ing|ation)", "is", word)),))


@cache
def _snowball(name: str) -> Any:
    return Stemmer.Stemmer(name, 0).stemWord


REFERENCES = {"sv": swedish, "fi": reference_finnish.stems, "en": english}


@pytest.mark.parametrize("step", first(1, [50, 1]), ids=["some", "all"])
@pytest.mark.parametrize("code", REFERENCES)
def test_the_rules_find_the_stems_that_the_reference_finds(code: str, step: int) -> None:
    listed = set(inflected(code, step))
    assert len(listed) > 100_000 // step
    assert {word: stems(word, code) for word in listed if stems(word, code) != REFERENCES[code](word)} == {}


@pytest.mark.skipif(not DICTIONARIES, reason="there are no word lists in /usr/share/dict: apt-get install wswedish wamerican")
@pytest.mark.parametrize("code", REFERENCES)
def test_the_rules_find_the_stems_of_every_word_of_a_dictionary(code: str) -> None:
    """Any language's words: those of a dataset are stemmed in all of its languages."""
    texts = [file.read_text("utf-8", "replace").casefold() for file in DICTIONARIES]
    listed = {word for text in texts for word in re.findall(r"[^\W\d_]+", text) if len(word) > 2}
    assert {word: stems(word, code) for word in listed if stems(word, code) != REFERENCES[code](word)} == {}
