"""A question that names a file: its holder is decided by the patterns, by the rule of the source."""

from __future__ import annotations

import random
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ansvar.dataset.importers import Wish, find
from ansvar.dataset.load import parse
from ansvar.dataset.yaml_writing import as_yaml
from ansvar.search.build import compile_dataset
from ansvar.search.index import Index
from ansvar.search.paths import by_path
from conftest import in_memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conftest import Ansvar

RULES = """
* @all
/docs/ @Lumi/docs
*.md @anna
src/* @bo
/folder/* @dag
/lib/widget @carl
/lib/widget/package.json @eva
/lib/widget/package.json @last
lib/widget/src/ @fia
/apps/**/test/ @gun
**/logs @hal
/vendor/
/app/[id]/page.ts @ida
"""
DAY = date(2026, 5, 1)


def compiled(text: str) -> Index:
    connection = in_memory()
    compile_dataset(parse(text.encode(), "x"), connection)
    return Index(connection)


def imported(rules: str) -> Index:
    importer = find("codeowners")
    assert importer
    return compiled(as_yaml(importer.read(rules.encode(), Wish("CODEOWNERS", "en")).plain))


def holders(index: Index, path: str) -> list[str] | None:
    found = by_path(index, path, as_of=DAY, limit=10)
    return None if found is None else [id_ for one in found.answers for id_ in one.state.actors]


@pytest.fixture(scope="module")
def rules() -> Index:
    return imported(RULES)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("src/bar.js", ["@bo"]),
        ("src/foo/bar.js", ["@all"]),  # src/* is not nested
        ("./src/bar.js", ["@bo"]),  # a leading ./ means nothing
        ("/src/bar.js", ["@bo"]),
        ("src\\bar.js", ["@bo"]),
        ("lib/widget/package.json", ["@last"]),  # of the same pattern twice, the last
        ("folder/a", ["@dag"]),
        ("folder/a/b", ["@all"]),
        ("lib/widget/src/index.ts", ["@fia"]),  # the owners of all matches are not joined
        ("lib/widget/other.ts", ["@carl"]),
        ("docs/a.md", ["@anna"]),
        ("docs/a.txt", ["@Lumi/docs"]),
        ("sub/docs/a.txt", ["@all"]),
        ("apps/x/y/test/z.js", ["@gun"]),
        ("apps/test/z.js", ["@gun"]),
        ("a/logs/today", ["@hal"]),
        ("app/[id]/page.ts", ["@ida"]),  # a bracket is a bracket
        ("app/i/page.ts", ["@all"]),
        ("vendor/x", []),  # nobody, and not whoever has all other files
        ("README.md", ["@anna"]),
        (".github/workflows/ci.yml", ["@all"]),
    ],
)
def test_the_last_rule_that_matches_decides(rules: Index, path: str, expected: list[str]) -> None:
    assert holders(rules, path) == expected


def test_a_question_names_files_among_other_words(rules: Index) -> None:
    assert holders(rules, "who owns src/bar.js?") == ["@bo"]
    found = by_path(rules, "src/bar.js and docs/x.txt", as_of=DAY, limit=10)
    assert found
    assert [(one.text, [a.duty.actors for a in one.answers]) for one in found.subjects] == [
        ("src/bar.js", [("@bo",)]), ("docs/x.txt", [("@Lumi/docs",)]),
    ]  # fmt: skip
    assert by_path(rules, "who owns the documents", as_of=DAY, limit=10) is None


def test_a_word_with_a_full_stop_is_a_file_only_where_a_rule_says_more_than_all_files(rules: Index) -> None:
    assert holders(rules, "node.js") is None
    assert holders(rules, "notes.md") == ["@anna"]


def test_each_section_decides_for_itself() -> None:
    index = imported("* @all\n/a/ @x\n[Data] @data\n/a/\n/a/b/ @y\n^[More]\n/c/ @z\n")
    assert holders(index, "a/b/c.js") == ["@x", "@y"]
    assert holders(index, "a/c.js") == ["@x", "@data"]
    assert holders(index, "d.js/e") == ["@all"]


ALL = """
title: {en: T}
languages: [en]
sources:
  - {id: s, title: {en: S}, language: en, unit: lines, matching: MATCHING, sections: [{id: x, title: {en: X}, lines: 9}]}
actors: [{id: a, name: {en: Ann}}, {id: b, name: {en: Bob}}, {id: c, name: {en: Cia}}]
duties:
  - {id: one, actors: [a], statement: {en: Everything}, paths: ["*", "!*.md"], source: {section: x, lines: [1]}}
  - {id: two, actors: [b], statement: {en: Sources}, paths: [/src/], source: {section: x, lines: [2]}}
  - {id: later, actors: [c], statement: {en: Later}, paths: [/src/], source: {section: x, lines: [3]}, from: 2026-06-01}
"""


@pytest.mark.parametrize(("matching", "expected"), [("last", ["b"]), ("all", ["a", "b"])])
def test_the_source_says_whether_the_last_or_all_answer(matching: str, expected: list[str]) -> None:
    index = compiled(ALL.replace("MATCHING", matching))
    assert holders(index, "src/x.js") == expected
    assert holders(index, "src/x.md") == ["b"]
    assert holders(index, "docs/x.md") == []  # taken out, and nobody's


def test_a_rule_that_is_not_yet_in_force_decides_nothing() -> None:
    index = compiled(ALL.replace("MATCHING", "last"))
    found = by_path(index, "src/x.js", as_of=date(2026, 6, 1), limit=10)
    assert found
    assert [one.duty.id for one in found.answers] == ["later"]


def test_the_rule_decides_before_a_filter() -> None:
    index = compiled(ALL.replace("MATCHING", "last"))
    found = by_path(index, "src/x.js", as_of=DAY, limit=10, keep=lambda entry, _: "a" in entry.duty.actors)
    assert found
    assert found.answers == ()


def _matches(pattern: str, path: str) -> bool:
    """CODEOWNERS' own rule, written a second time and in another way: segment by segment."""
    wanted = pattern.strip("/").split("/")
    if pattern == "*":
        return True
    starts = [0] if "/" in pattern.rstrip("/") else range(path.count("/") + 1)
    return any(_rest(wanted, path.split("/")[start:], directory=pattern.endswith("/")) for start in starts)


def _rest(wanted: Sequence[str], parts: Sequence[str], *, directory: bool) -> bool:
    if not wanted:
        return bool(parts) if directory else True
    if not parts:
        return False
    if wanted[0] == "**":
        return any(_rest(wanted[1:], parts[n:], directory=directory) for n in range(len(parts)))
    segment = "".join("[^/]*" if c == "*" else re.escape(c) for c in wanted[0])
    if not re.fullmatch(segment, parts[0]):
        return False
    if len(wanted) == 1 and wanted[0] == "*" and not directory:
        return len(parts) == 1
    return _rest(wanted[1:], parts[1:], directory=directory)


def test_random_files_are_decided_as_the_rule_says() -> None:
    chance = random.Random(3)  # noqa: S311 (no secret)
    names = ["src", "lib", "docs", "a", "test", "x.js", "y.md", "*", "*.js", "te*", "**"]
    patterns = ["*"]
    while len(patterns) < 200:
        made = [chance.choice(names) for _ in range(chance.choice((1, 2, 2, 3)))]
        if made[-1] != "**" and "**" not in made[0] and made != ["*"]:
            patterns.append(
                "/" * chance.randrange(2) + "/".join(made) + ("/" if chance.random() < 0.4 and "." not in made[-1] else "")
            )
    chance.shuffle(patterns)
    index = imported("".join(f"{pattern} @o{n}\n" for n, pattern in enumerate(patterns)))
    for _ in range(400):
        path = "/".join(chance.choice(["src", "lib", "docs", "a", "b", "test", "team"]) for _ in range(chance.choice((1, 2, 3))))
        path += "/" + chance.choice(["x.js", "y.md", "z", "test"])
        last = [n for n, pattern in enumerate(patterns) if _matches(pattern, path)][-1]
        assert holders(index, path) == [f"@o{last}"], (path, patterns[last])


def test_the_command_answers_and_explains(ansvar: Ansvar, tmp_path: object) -> None:
    run = ansvar("import", "codeowners", "-", stdin=RULES)
    made = f"{tmp_path}/owners.yaml"
    with open(made, "w", encoding="utf-8") as file:
        file.write(run.out)
    assert "vendor/" in run.out
    answer = ansvar("who", "src/bar.js", "--explain", "--format", "tsv", data=made)
    assert answer.out.splitlines()[1].split("\t")[:2] == ["@bo", "Owns src/*"]
    assert answer.out.splitlines()[-1].split("\t")[1:] == ["src/bar.js", "src/*", "Paths", "a pattern of paths"]
    nobody = ansvar("who", "vendor/lodash/index.js", "--format", "tsv", data=made)
    assert nobody.out.splitlines()[1].startswith("nobody\t")


def test_a_dataset_without_paths_has_none_to_look_at(index: Index) -> None:
    assert not index.has_paths
    assert index.table("path") == []
