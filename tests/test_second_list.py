"""One case for each fault of the second independent test that has no better place: through the installed command."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import threading
import time
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import ansvar as package
from attacks import FOUND, NOTHING, attack, environment, on_terminal, processor_time
from conftest import WATER
from slow import first, slow

COMMAND = str(Path(sys.executable).with_name("ansvar"))
SMALL = """\
title: {en: Tea}
languages: [en]
actors: [{id: a, name: {en: Ann}}]
topics: [{id: houses, name: {en: houses}}]
duties: [{id: d, actors: [a], statement: {en: brews tea}}]
"""


def run(*arguments: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """A run of the installed command."""
    kept = {**os.environ, "ANSVAR_DATA": str(WATER), **env}
    return subprocess.run([COMMAND, *arguments], capture_output=True, text=True, check=False, env=kept, cwd=cwd, timeout=60)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root keeps another's bits")
def test_a_new_file_has_no_setuid_bit(tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    target.touch()
    target.chmod(0o6755)
    assert run("export", "--format", "csv", "-o", str(target), "--force").returncode == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o755


def test_a_file_that_takes_a_pipes_place_is_not_written_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look at the path and its opening, somebody may put a link to a file there."""
    from ansvar.cli import files
    from ansvar.dataset.errors import AnsvarError

    pipe, victim = tmp_path / "pipe", tmp_path / "victim"
    os.mkfifo(pipe)
    victim.write_text("mine", "utf-8")
    seen = os.stat

    def look_and_swap(path: str) -> os.stat_result:
        status = seen(path)
        if stat.S_ISFIFO(status.st_mode):
            pipe.unlink()
            pipe.symlink_to(victim)
        return status

    monkeypatch.setattr(files, "_stat", look_and_swap)
    with pytest.raises(AnsvarError, match="is there already"):
        files.write(str(pipe), "theirs", force=False)
    assert victim.read_text("utf-8") == "mine"


def test_the_next_run_removes_what_a_killed_one_left(tmp_path: Path) -> None:
    left, others = tmp_path / ".x.csv.999999999.abcd.tmp", tmp_path / ".y.csv.999999999.abcd.tmp"
    living = tmp_path / f".x.csv.{os.getpid()}.abcd.tmp"
    for file in (left, others, living):
        file.touch()
    assert run("export", "--format", "csv", "-o", str(tmp_path / "x.csv")).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([living.name, others.name, "x.csv"])


@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
@pytest.mark.parametrize("number", first(1, ["1" * 5000, "000001" + "1" * 5000, "0" * 5000]))
def test_a_number_too_long_for_a_width_is_none(name: str, number: str) -> None:
    assert on_terminal("who", "bathing", env={name: number, "ANSVAR_DATA": str(WATER)}).status == 0


def test_the_help_is_the_same_without_docstrings() -> None:
    code = "import sys; from ansvar.__main__ import main; sys.argv = ['ansvar', *sys.argv[1:]]; main()"
    shown = [
        subprocess.run([sys.executable, *flags, "-c", code, *asked], capture_output=True, text=True, check=True).stdout
        for asked in (["-h"], ["who", "-h"], ["export", "-h"])
        for flags in ([], ["-OO"])
    ]
    assert shown[::2] == shown[1::2]
    assert "Examples:" in shown[3]


def test_a_package_in_an_archive_says_what_it_needs(tmp_path: Path) -> None:
    archive = tmp_path / "ansvar.zip"
    source = Path(package.__file__).parent
    with zipfile.ZipFile(archive, "w") as file:
        for path in source.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                file.write(path, Path("ansvar") / path.relative_to(source))
    code = "import sys; sys.argv[:2] = ['ansvar']; from ansvar.__main__ import main; main()"
    start = [sys.executable, "-c", f"import sys; sys.path.insert(0, sys.argv[1]); {code}", str(archive)]
    asked = subprocess.run([*start, "who", "x"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (asked.returncode, asked.stdout) == (2, "")
    assert asked.stderr.startswith("ansvar: the package lies in an archive\nInstall ansvar with pip")


def test_a_hint_about_a_file_that_looks_like_an_option_can_be_followed(tmp_path: Path) -> None:
    (tmp_path / "-x.yaml").write_text("title: [", "utf-8")
    told = run("check", "--", "-x.yaml", cwd=tmp_path)
    asked = run("who", "tea", "--data=-x.yaml", cwd=tmp_path)
    assert (told.returncode, asked.returncode) == (1, 2)
    assert "ansvar check ./-x.yaml" in asked.stderr
    made = run("init", "--", "-y.yaml", cwd=tmp_path)
    assert "--data ./-y.yaml" in made.stderr
    assert "ansvar check ./-y.yaml" in made.stderr


@slow
def test_a_pipe_that_nobody_writes_into_is_named(tmp_path: Path) -> None:
    pipe = tmp_path / "data"
    os.mkfifo(pipe)
    begun = time.monotonic()
    threading.Timer(3, lambda: pipe.write_text(SMALL, "utf-8")).start()
    asked = run("who", "tea", "--data", str(pipe))
    assert time.monotonic() - begun > 2
    assert asked.stderr.startswith(f"ansvar: waiting until somebody writes into {pipe}\n")
    assert "brews tea" in asked.stdout


def test_a_shell_that_asks_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "data"
    os.mkfifo(pipe)
    line = f"ansvar actor --data {pipe} "
    asked = run(_ANSVAR_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD="4")
    assert asked.stdout.strip() == ""


def test_the_language_of_the_question_comes_before_the_locale() -> None:
    data = str(Path(__file__).parents[1] / "data" / "responsibilities.yaml")
    assert "Finnish Immigration Service" in run("who", "asylum applications", "--data", data, LC_ALL="sv_FI.UTF-8").stdout
    assert "Maahanmuuttovirasto" in run("who", "turvapaikkahakemus", "--data", data, LC_ALL="sv_FI.UTF-8").stdout


def test_one_holder_of_the_level_is_enough(tmp_path: Path) -> None:
    data = tmp_path / "x.yaml"
    actors = "[{id: a, name: {en: Ann}, level: state}, {id: b, name: {en: Bob}, level: local}]"
    data.write_text(SMALL.replace("[{id: a, name: {en: Ann}}]", actors).replace("actors: [a]", "actors: [a, b]"), "utf-8")
    for level, status in (("state", 0), ("local", 0), ("region", 1)):
        assert run("who", "tea", "--level", level, "--data", str(data)).returncode == status


@pytest.mark.parametrize("begun", first(3, ["=", "@", "＝", "+", "-", "＋", "－", "＠"]))
def test_each_way_to_begin_a_formula_is_neutralised(tmp_path: Path, begun: str) -> None:
    data = tmp_path / "x.yaml"
    data.write_text(SMALL.replace("brews tea", f"'{begun}1+1 tea'"), "utf-8")
    assert f"'{begun}1+1 tea" in run("export", "--format", "csv", "--data", str(data)).stdout


def test_a_dollar_is_no_mathematics_in_markdown(tmp_path: Path) -> None:
    data = tmp_path / "x.yaml"
    data.write_text(SMALL.replace("brews tea", "'pays $5 and $6 for tea'"), "utf-8")
    assert "&#36;5 and &#36;6" in run("who", "tea", "--format", "markdown", "--data", str(data)).stdout


def test_a_word_too_long_to_be_one_is_told_as_unmet() -> None:
    assert "x" * 70 in run("who", f"bathing {'x' * 100}").stderr


def test_a_file_of_ten_thousand_faults_names_a_thousand(tmp_path: Path) -> None:
    data = tmp_path / "x.yaml"
    data.write_text("".join(f"&a{n} x{n}: y\n" for n in range(10_000)), "utf-8")
    told = run("check", str(data))
    assert told.returncode == 1
    assert 1000 <= len(told.stdout.splitlines()) <= 1010


TINY = (
    "title: {en: T}\nlanguages: [en]\nactors: [{id: a, name: {en: Ann}}, {id: b, name: {en: Bea}}]\n"
    "topics: [{id: houses, name: {en: houses}}]\nduties:\n"
)


def test_a_change_on_the_first_day_of_the_calendar_holds() -> None:
    change = "changes: [{on: 0001-01-01, status: moved, to: [b]}]"
    data = f"{TINY}- {{id: d, actors: [a], statement: {{en: sings}}, {change}}}\n".encode()
    assert attack("check", "-", stdin=data).status == FOUND
    found = json.loads(attack("who", "sings", "--data", "-", "--format", "json", stdin=data).out)
    assert "0001-01-01" in json.dumps(found)
    assert b"Bea" in attack("who", "sings", "--data", "-", stdin=data).out


def test_nothing_is_suggested_that_was_asked() -> None:
    data = f"{TINY}- {{id: d, actors: [a], statement: {{en: sings}}}}\n".encode()
    run = attack("who", "houses", "--data", "-", stdin=data)
    assert run.status == NOTHING
    assert b"Did you mean: houses" not in run.err


def test_a_long_question_is_said_back_in_short() -> None:
    run = attack("who", "bathing", *(f"w{n}" for n in range(100_000)))
    assert run.status == NOTHING  # nearly all of it is unknown
    assert len(run.err) < 20_000
    assert len(attack("who", "x", "--lang", "y" * 100_000).err) < 20_000


def test_a_cell_that_begins_with_nul_gets_an_apostrophe() -> None:
    data = f'{TINY}- {{id: d, actors: [a], statement: {{en: "\\0=1+1"}}}}\n'.encode()
    assert b"'\x00=1+1" in attack("export", "--format", "csv", "--data", "-", stdin=data).out


def test_the_folders_above_the_cache_are_for_nobody_else(tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "a" / "b"), "ANSVAR_CACHE_DIR": ""}
    before = os.umask(0)
    try:
        assert attack("who", "bathing", env=env).status == FOUND
    finally:
        os.umask(before)
    for folder in ("a", "a/b", "a/b/ansvar"):
        assert (tmp_path / folder).stat().st_mode & 0o777 == 0o700


def _succession(count: int, *, ring: bool) -> bytes:
    actors = [
        {"id": f"a{n}", "name": {"en": "A"}, "until": "2020-01-01", "successors": [f"a{(n + 1) % count}"]} for n in range(count)
    ]
    if not ring:
        del actors[-1]["successors"]
    return json.dumps({"title": {"en": "T"}, "languages": ["en"], "actors": actors, "duties": []}).encode()


def test_circles_are_found_in_linear_time() -> None:
    before = processor_time()
    assert attack("check", "-", stdin=_succession(5000, ring=True)).out.count(b"a cycle: ") == 5000
    assert b"a cycle: " not in attack("check", "-", stdin=_succession(5000, ring=False)).out
    assert processor_time() - before < 15


ANOTHER = ["setpriv", "--reuid=54321", "--clear-groups"]


def _may_read(path: str) -> bool:
    """Whether the other user may read a file, and so pass through the folders above it."""
    return subprocess.run([*ANOTHER, "test", "-r", path], check=False, cwd="/").returncode == 0


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("setpriv"), reason="only root can become another user")
def test_another_user_is_answered_too() -> None:
    modules = [spec.origin or "" for name in ("os", "typer", "ansvar") if (spec := find_spec(name))]
    closed = [path for path in (COMMAND, sys.executable, *modules, str(WATER)) if not _may_read(path)]
    if closed:
        pytest.skip(f"another user may not read {closed[0]}")
    run = subprocess.run(
        [*ANOTHER, COMMAND, "who", "bathing", "--format", "json"],
        capture_output=True, check=False, env=environment() | {"HOME": "/nonexistent"}, cwd="/",
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (FOUND, b"")
    assert run.stdout == attack("who", "bathing", "--format", "json").out
