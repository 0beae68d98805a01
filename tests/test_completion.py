"""What a shell offers at the tab key, asked for through the installed command as the shells' own scripts do."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ansvar.cli.commands import COMMANDS
from slow import first

ANSVAR = Path(sys.executable).parent / "ansvar"
ON_CALL = Path(__file__).parents[1] / "examples" / "on-call.yaml"
BASH, ZSH, FISH = (shutil.which(shell) or "" for shell in ("bash", "zsh", "fish"))

needs_bash = pytest.mark.skipif(not BASH, reason="bash is not installed")
needs_zsh = pytest.mark.skipif(not ZSH, reason="zsh is not installed")
needs_fish = pytest.mark.skipif(not FISH, reason="fish is not installed")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a shell with a cache of its own."""
    measured = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE")}
    return measured | {
        "PATH": f"{ANSVAR.parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path_factory.mktemp("home")),
        "ANSVAR_CACHE_DIR": str(tmp_path_factory.mktemp("cache")),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
    }


def _run(settings: dict[str, str], **asked: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ANSVAR], env=settings | asked, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


def _offers(settings: dict[str, str], *line: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    words = "\n".join(line)
    run = _run(settings, COMP_WORDS=words, COMP_CWORD=str(len(line) - 1), _ANSVAR_COMPLETE="complete_bash")
    assert run.stderr == ""
    return run.stdout.split()


def test_every_command_is_offered(settings: dict[str, str]) -> None:
    assert _offers(settings, "ansvar", "") == list(COMMANDS)
    assert _offers(settings, "ansvar", "ac") == ["actors", "actor"]
    assert _offers(settings, "ansvar", "actor") == ["actors", "actor"], "it may be more that is being written"


def test_actors_are_offered_by_id_short_form_and_name(settings: dict[str, str]) -> None:
    assert _offers(settings, "ansvar", "actor", "immig") == ["immigration-service", "immigrant"]
    assert _offers(settings, "ansvar", "actor", "Migri") == ["Migri"]
    assert _offers(settings, "ansvar", "actor", "migri") == ["migri"], "a shell drops what does not begin as typed"
    assert _offers(settings, "ansvar", "actor", "Maahan")[0] == "Maahanmuuttovirasto"
    assert "inrikesministeriet" in _offers(settings, "ansvar", "who", "x", "--actor", "inr")
    assert "asyl" in " ".join(_offers(settings, "ansvar", "who", "x", "--topic", "asyl"))
    assert _offers(settings, "ansvar", "who", "x", "--actor", "ely")[:2] == ["ely-centres", "ely"]
    assert _offers(settings, "ansvar", "changes", "--actor", "te-s") == ["te-services"]


def test_what_is_offered_is_accepted(settings: dict[str, str]) -> None:
    for word in ("migri", "Migri", "immigration-service"):
        run = subprocess.run([ANSVAR, "actor", word], env=settings, capture_output=True, text=True, check=False)
        assert run.returncode == 0


def test_duties_topics_and_words_are_offered(settings: dict[str, str]) -> None:
    assert "asylum-applications" in _offers(settings, "ansvar", "duty", "asylum-")
    assert _offers(settings, "ansvar", "who", "--topic", "asyl") == ["asylum"]
    assert "uppehållstillstånd" in _offers(settings, "ansvar", "who", "uppeh")
    assert "oleskelulupa" in _offers(settings, "ansvar", "who", "oleskelul")


def test_options_and_their_values_are_offered(settings: dict[str, str]) -> None:
    assert _offers(settings, "ansvar", "who", "--le") == ["--level"]
    assert _offers(settings, "ansvar", "who", "--role", "su") == ["supervises", "supports"]
    assert _offers(settings, "ansvar", "export", "--format", "json") == ["json", "jsonld"]


def test_a_dataset_of_ones_own_is_read(settings: dict[str, str]) -> None:
    assert _offers(settings, "ansvar", "actor", "--data", str(ON_CALL), "pay") == ["payments-team", "pay"]
    assert _offers(settings | {"ANSVAR_DATA": str(ON_CALL)}, "ansvar", "actor", "pay") == ["payments-team", "pay"]


def test_an_unreadable_dataset_offers_nothing_and_says_nothing(settings: dict[str, str], tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("title: [", "utf-8")
    for data in (str(broken), str(tmp_path / "missing.yaml"), "-", "/dev/null"):
        assert _offers(settings, "ansvar", "actor", "--data", data, "") == []


def test_standard_input_is_left_to_the_shell(settings: dict[str, str]) -> None:
    asked = {"COMP_WORDS": "ansvar\nactor\n--data\n-\n", "COMP_CWORD": "4", "_ANSVAR_COMPLETE": "complete_bash"}
    reading, writing = os.pipe()
    run = subprocess.run([ANSVAR], stdin=reading, env=settings | asked, capture_output=True, text=True, check=False, timeout=20)
    os.close(reading)
    os.close(writing)
    assert (run.stdout.strip(), run.stderr) == ("", "")


def test_nonsense_from_the_shell_says_nothing(settings: dict[str, str]) -> None:
    for asked in (
        {"COMP_WORDS": "ansvar 'actor immig", "COMP_CWORD": "1"},
        {"COMP_WORDS": "", "COMP_CWORD": "x"},
        {"COMP_WORDS": "ansvar nonsense x", "COMP_CWORD": "2"},
        {},
    ):
        run = _run(settings, _ANSVAR_COMPLETE="complete_bash", **asked)
        assert (run.stdout.strip(), run.stderr) == ("", "")


def test_zsh_and_fish_are_told_what_each_means(settings: dict[str, str]) -> None:
    line = "ansvar topics --for"
    zsh = _run(settings, _TYPER_COMPLETE_ARGS=line, _ANSVAR_COMPLETE="complete_zsh")
    assert zsh.stdout.strip() == """_arguments '*: :(("--format":"How to print it."))'"""
    line = "ansvar actor --lang en immigration"
    fish = _run(
        settings, _TYPER_COMPLETE_ARGS=line, _TYPER_COMPLETE_FISH_ACTION="get-args", _ANSVAR_COMPLETE="complete_fish", LANG="en",
        LC_ALL="en_GB.UTF-8",
    )  # fmt: skip
    assert fish.stdout.strip() == "immigration-service\tFinnish Immigration Service"


def test_fish_learns_by_the_status_whether_there_is_anything(settings: dict[str, str]) -> None:
    for word, status in (("immig", 0), ("zzz", 1)):
        run = _run(
            settings, _TYPER_COMPLETE_ARGS=f"ansvar actor {word}", _TYPER_COMPLETE_FISH_ACTION="is-args",
            _ANSVAR_COMPLETE="complete_fish",
        )  # fmt: skip
        assert (run.returncode, run.stdout) == (status, "")


HOSTILE = [
    "$(touch pwned)", "`touch pwned`", "a\\$(touch pwned)", 'x"; touch pwned; "', "'; touch pwned; '", "[/]", "--help", "a b",
    "x\ty",
]  # fmt: skip


def _hostile_dataset() -> str:
    short, name = json.dumps(["Ok-1", *HOSTILE]), json.dumps(" ".join(HOSTILE))
    return (
        f"title: {{en: x}}\nlanguages: [en]\nactors: [{{id: a, name: {{en: {name}}}, short: {short}}}]\n"
        f"topics: [{{id: t, name: {{en: {name}}}, terms: {{en: {short}}}}}]\nduties: []\n"
    )


def test_nothing_that_a_shell_would_run_is_offered(settings: dict[str, str], tmp_path: Path) -> None:
    """Shells evaluate what they are told (zsh), so names and explanations are stripped to letters, digits and a few marks."""
    data = tmp_path / "hostile.yaml"
    data.write_text(_hostile_dataset(), "utf-8")
    settings = settings | {"ANSVAR_DATA": str(data)}
    assert _offers(settings, "ansvar", "actor", "") == ["a", "Ok-1"]
    assert _offers(settings, "ansvar", "who", "") == ["Ok-1"]
    for command in ("actor", "who"):
        zsh = _run(settings, _TYPER_COMPLETE_ARGS=f"ansvar {command} ", _ANSVAR_COMPLETE="complete_zsh").stdout
        offered = re.findall(r'"[\w.-]+":"[\w ,.-]*"', zsh)
        assert offered
        assert zsh.strip() == "_arguments '*: :((" + "\n".join(offered) + "))'"


def test_a_warm_offer_reads_neither_yaml_nor_a_validator(settings: dict[str, str]) -> None:
    code = (
        "import sys\nfrom ansvar.cli import app as cli, completion\n"
        "assert completion.answer(cli.program, cli.COMMANDS) == 0\nprint(sorted(sys.modules), file=sys.stderr)"
    )
    asked = {"COMP_WORDS": "ansvar\nactor\nimmig", "COMP_CWORD": "2", "_ANSVAR_COMPLETE": "complete_bash"}
    for _ in range(2):
        run = subprocess.run([sys.executable, "-c", code], env=settings | asked, capture_output=True, text=True, check=True)
    assert "immigration-service" in run.stdout
    for module in ("yaml", "rich", "rapidfuzz", "ansvar.dataset.load", "ansvar.cli.commands.who"):
        assert f"'{module}'" not in run.stderr


@needs_bash
def test_the_script_works_in_bash(settings: dict[str, str]) -> None:
    script = _run(settings, _ANSVAR_COMPLETE="source_bash").stdout
    asks = "COMP_WORDS=(ansvar actor immig); COMP_CWORD=2; _ansvar_completion ansvar"
    test = f"{script}\ncomplete -p ansvar\n{asks}\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
    run = subprocess.run([BASH, "--norc"], input=test, env=settings, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert run.stdout.splitlines() == [
        "complete -o default -F _ansvar_completion ansvar",
        "immigration-service",
        "immigrant",
    ]


@needs_bash
def test_the_script_is_shown_for_the_shell_that_asks(settings: dict[str, str]) -> None:
    shown = subprocess.run(
        [BASH, "--norc", "-c", "ansvar --show-completion; exit $?"], env=settings, capture_output=True, text=True, check=False
    )
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.strip() == _run(settings, _ANSVAR_COMPLETE="source_bash").stdout.strip()


@needs_bash
def test_the_tab_key_completes_in_a_terminal(settings: dict[str, str]) -> None:
    script = _run(settings, _ANSVAR_COMPLETE="source_bash").stdout
    rc = Path(settings["HOME"]) / "rc"
    rc.write_text(f"PS1='ready> '\nbind 'set enable-bracketed-paste off'\n{script}\n", "utf-8")
    with _Terminal([BASH, "--rcfile", str(rc), "-i"], settings) as typed:
        typed.until("ready> ")
        typed.write("ansvar actor regional-\t")
        assert "regional-state-agencies" in typed.until("regional-state-agencies")


@needs_zsh
def test_the_script_works_in_zsh_and_runs_nothing_of_a_dataset(settings: dict[str, str], tmp_path: Path) -> None:
    """With the functions of its completion system replaced by ones that print what they are given."""
    script = _run(settings, _ANSVAR_COMPLETE="source_zsh").stdout
    test = (
        "compdef() { print -r -- compdef $@ }; _arguments() { print -r -- $@ }; _files() { print files }\n"
        f"{script}\nfor line in immig zzz; do words=(ansvar actor $line); CURRENT=3; _ansvar_completion; done\n"
        "words=(ansvar actor ''); ANSVAR_DATA=$HOSTILE _ansvar_completion\n"
    )
    hostile = tmp_path / "hostile.yaml"
    hostile.write_text(_hostile_dataset(), "utf-8")
    run = subprocess.run(
        [ZSH, "-f"], input=test, env=settings | {"HOSTILE": str(hostile), "LC_ALL": "en_GB.UTF-8"}, capture_output=True,
        text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert run.stderr == ""
    assert run.stdout.splitlines()[:3] == [
        "compdef _ansvar_completion ansvar",
        '*: :(("immigration-service":"Finnish Immigration Service" "immigrant":"the immigrant the person integrating"))',
        "files",
    ]
    assert '"Ok-1":' in run.stdout.splitlines()[3]
    assert [path.name for path in tmp_path.iterdir()] == ["hostile.yaml"]


@needs_fish
def test_the_script_works_in_fish(settings: dict[str, str]) -> None:
    script = _run(settings, _ANSVAR_COMPLETE="source_fish").stdout
    test = f"{script}\ncomplete -C 'ansvar actor immigration'\ncomplete -C 'ansvar who --role su'\n"
    run = subprocess.run(
        [FISH, "--no-config"], input=test, env=settings | {"LC_ALL": "en_GB.UTF-8"}, capture_output=True, text=True, check=False
    )
    assert run.stdout.splitlines() == ["immigration-service\tFinnish Immigration Service", "supervises", "supports"]


class _Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, arguments: list[str], environment: dict[str, str]) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(arguments[0], arguments, environment)  # noqa: S606

    def __enter__(self) -> _Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.fd)
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)

    def write(self, text: str) -> None:
        os.write(self.fd, text.encode())

    def until(self, wanted: str, seconds: float = 10) -> str:
        """What appears, up to a text or the end of the time."""
        seen, end = "", time.monotonic() + seconds
        while wanted not in seen and time.monotonic() < end:
            if select.select([self.fd], [], [], 0.1)[0]:
                seen += os.read(self.fd, 4096).decode("utf-8", "replace")
        return seen


@pytest.mark.parametrize("columns", first(1, ["80", "20", "9" * 5000]))
@pytest.mark.parametrize("line", ["ansvar duty ", "ansvar actor ", "ansvar who ", "ansvar export --"])
def test_fish_is_offered_one_thing_a_line(settings: dict[str, str], line: str, columns: str) -> None:
    """However long an explanation is, and however narrow the terminal."""
    asked = {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args", "_ANSVAR_COMPLETE": "complete_fish"}
    run = _run(settings, COLUMNS=columns, TERMINAL_WIDTH="30", **asked)
    offered = run.stdout.splitlines()
    assert len(offered) > 5
    assert all("\t" in offer for offer in offered)
