"""What the command says is in the reader's language, and it takes what it prints; what does not fit a terminal is paged."""

from __future__ import annotations

import csv
import io
import string
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ansvar.cli import values
from ansvar.cli.commands import COMMANDS
from ansvar.languages import CODES, language_data
from ansvar.languages.command_line import EXAMPLES, command_line
from terminals import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from conftest import Ansvar

USAGE = {"en": "Usage:", "sv": "Användning:", "fi": "Käyttö:"}
TABLES = ("SENTENCES", "METAVARS", "HELP", "OPTIONS", "MANUAL", "STATUSES", "ENVIRONMENT")


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("table", TABLES)
def test_every_language_says_the_same_things(table: str) -> None:
    english: Mapping[str, str] = getattr(command_line("en"), table)
    for code in CODES:
        spoken: Mapping[str, str] = getattr(command_line(code), table)
        assert list(spoken) == list(english), code
        if table != "MANUAL":
            assert {key: _fields(text) for key, text in spoken.items()} == {key: _fields(text) for key, text in english.items()}
    assert [name for name in EXAMPLES if name] == list(COMMANDS)


@pytest.mark.parametrize(
    ("env", "language"),
    [
        ({"LC_ALL": "sv_FI.UTF-8"}, "sv"),
        ({"LC_ALL": "", "LC_MESSAGES": "fi_FI", "LANG": "sv_FI"}, "fi"),
        ({"LC_ALL": "", "LANG": "fi"}, "fi"),
        ({"LC_ALL": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "fi"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANGUAGE": "xx:sv_SE:fi"}, "sv"),
    ],
    ids=str,
)
def test_help_and_complaints_are_in_the_language_of_the_locale(ansvar: Ansvar, env: dict[str, str], language: str) -> None:
    said = command_line(language)
    run = ansvar("who", "-h", env=env)
    assert run.out.startswith(f"{USAGE[language]} ansvar who {said.SENTENCES['[OPTIONS]']} [{said.METAVARS['QUESTION']}...]\n")
    wrong = ansvar("who", "x", "--langg", "fi", env=env)
    hint = said.SENTENCES["did_you_mean"].format(name="--lang")
    assert wrong.err.splitlines() == [
        f"ansvar: {said.SENTENCES['no_option'].format(name='--langg')}",
        f"{hint} {said.SENTENCES['read_help'].format(name='ansvar who')}",
    ]


@pytest.mark.parametrize(
    "arguments", [["duty"], ["who", "x", "--limit"], ["who", "x", "--explain=1"], ["duty", "a", "b"], ["init"]]
)
def test_no_english_is_left_in_a_complaint(ansvar: Ansvar, arguments: list[str]) -> None:
    said = {language: ansvar(*arguments, env={"LC_ALL": f"{language}.UTF-8"}) for language in CODES}
    assert len({run.err for run in said.values()}) == len(CODES)
    assert {(run.status, run.out) for run in said.values()} == {(2, "")}
    for run in said.values():
        assert len(run.err.splitlines()) == 2
        assert "None" not in run.err


def test_a_hint_repeats_the_dataset(ansvar: Ansvar, tmp_path: Path) -> None:
    data = tmp_path / "my own.yaml"
    assert ansvar("init", str(data)).status == 0
    named = ("--data", str(data))
    assert f"ansvar topics --lang en --data '{data}'\n" in ansvar("who", "qwertyuiop", *named).err
    assert f"ansvar actors --data '{data}'\n" in ansvar("actor", "qwertyuiop", *named).err
    assert f"ansvar actors --data '{data}'\n" in ansvar("who", "x", "--actor", "qwertyuiop", *named).err
    assert "--data" not in ansvar("who", "qwertyuiop", data=data).err


def test_roles_levels_and_languages_by_any_name() -> None:
    for code in CODES:
        spoken = language_data(code)
        assert [values.role(name.upper()) for name in spoken.ROLES.values()] == list(spoken.ROLES)
        assert [values.level(name.title()) for name in spoken.LEVELS.values()] == list(spoken.LEVELS)
        assert values.language(code.upper()) == values.language(spoken.NAME) == values.language(spoken.ENGLISH_NAME) == code
    assert (values.role("boss"), values.level("house")) == ("boss", "house"), "a dataset may have its own"
    with pytest.raises(ValueError, match=r"; did you mean sv\?$"):
        values.language("svensk")


def test_dates_as_answers_print_them(monkeypatch: pytest.MonkeyPatch) -> None:
    class Today(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return date(2026, 5, 4)

    monkeypatch.setattr(values, "date", Today)
    assert values.as_of("1.1.2025") == values.as_of("01.01.2025") == values.as_of("2025-01-01") == date(2025, 1, 1)
    assert [values.as_of(year) for year in ("2025", "2026", "2027")] == [date(2025, 12, 31), date(2026, 5, 4), date(2027, 1, 1)]
    assert (values.first_day("2025"), values.last_day("2025")) == (date(2025, 1, 1), date(2025, 12, 31))
    for wrong in ("31.2.2025", "2025-02-30", "25", "1/1/2025", "0000", ""):
        with pytest.raises(ValueError, match="is no date"):
            values.as_of(wrong)


def test_what_answers_print_is_taken_by_the_command(ansvar: Ansvar) -> None:
    printed = ("--role", "Vastaa", "--level", "PAIKALLISTASO", "--as-of", "1.6.2025", "--lang", "EN", "--format", "JSON")
    plain = ("--role", "responsible", "--level", "local", "--as-of", "2025-06-01", "--lang", "en", "--format", "json")
    assert ansvar("who", "bathing", *printed) == ansvar("who", "bathing", *plain)


def test_an_export_says_what_it_wrote(ansvar: Ansvar, tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    assert ansvar("export", "-o", str(file)).err.startswith(f"Written: {file} (")
    assert "Skrivet" in ansvar("export", "-o", str(file), "--force", env={"LC_ALL": "sv_FI.UTF-8"}).err
    assert "Written" not in ansvar("export", "-o", "/dev/null").err + ansvar("export").err


def test_excel_is_csv_with_semicolons_and_a_mark(ansvar: Ansvar) -> None:
    excel, plain = (ansvar("export", "--format", name).out for name in ("excel", "csv"))
    assert excel.startswith("\ufeffduty;")
    cells = csv.reader(io.StringIO(excel.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert list(cells) == list(csv.reader(io.StringIO(plain, newline="")))


def test_what_does_not_fit_a_terminal_is_given_to_the_pager(tmp_path: Path) -> None:
    env = {"ANSVAR_CACHE_DIR": str(tmp_path), "PAGER": "sed 's/^/paged:/'"}
    assert "paged:" in Terminal("topics", env=env, lines=5).end()[1]
    for more, lines in ((["--no-pager"], 5), ([], 500)):
        status, shown = Terminal("topics", *more, env=env, lines=lines).end()
        assert (status, "paged:" in shown) == (0, False)
    for pager in ("", "cat", "nonsense-that-is-not-there"):
        status, shown = Terminal("topics", env=env | {"PAGER": pager}, lines=5).end()
        assert status == 0
        assert "╰" in shown


def test_a_pager_that_is_left_early_is_no_error(tmp_path: Path) -> None:
    env = {"ANSVAR_CACHE_DIR": str(tmp_path), "PAGER": "true"}
    assert Terminal("export", env=env, lines=5).end() == (0, "")


def test_a_pipe_has_no_pager(ansvar: Ansvar) -> None:
    assert "paged:" not in ansvar("topics", env={"PAGER": "sed 's/^/paged:/'"}).out
