"""`-o FILE`: the file is written as a whole or not at all."""

from __future__ import annotations

import os
import random
import resource
import signal
import stat
import subprocess
import threading
import time
from pathlib import Path

import pytest

from ansvar.cli.files import write
from ansvar.dataset.errors import AnsvarError
from ansvar.dataset.printable import printable
from conftest import COMMAND, WATER, Ansvar
from slow import first

TEXT = "grå katt\n" * 1000
UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
"""For runs that are killed or may not write: what measures coverage would leave half a file."""


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_writes_a_new_file_with_the_mode_of_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "new.md"
    before = os.umask(0o027)
    try:
        write(str(path), TEXT, force=False)
    finally:
        os.umask(before)
    assert path.read_text("utf-8") == TEXT
    assert _mode(path) == 0o640
    assert os.listdir(tmp_path) == ["new.md"]


def test_refuses_to_overwrite(tmp_path: Path) -> None:
    path = tmp_path / "old.md"
    path.write_text("old", "utf-8")
    with pytest.raises(AnsvarError, match="is there already") as refused:
        write(str(path), TEXT, force=False)
    assert refused.value.hint == "Give --force to overwrite it."
    assert path.read_text("utf-8") == "old"
    assert os.listdir(tmp_path) == ["old.md"]


def test_overwrites_when_forced_and_keeps_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "old.md"
    path.write_text("old", "utf-8")
    path.chmod(0o604)
    write(str(path), TEXT, force=True)
    assert path.read_text("utf-8") == TEXT
    assert _mode(path) == 0o604


def test_follows_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "folder" / "target.md", tmp_path / "link.md"
    target.parent.mkdir()
    target.write_text("old", "utf-8")
    link.symlink_to(target)
    write(str(link), TEXT, force=True)
    assert link.is_symlink()
    assert target.read_text("utf-8") == TEXT


def test_a_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "target.md")
    write(str(tmp_path / "link.md"), TEXT, force=False)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "target.md").read_text("utf-8") == TEXT


def test_a_file_that_comes_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new.md"
    monkeypatch.setattr("ansvar.cli.files.os.fsync", lambda _: path.write_text("somebody else's", "utf-8"))
    with pytest.raises(AnsvarError, match="is there already"):
        write(str(path), TEXT, force=False)
    assert path.read_text("utf-8") == "somebody else's"
    assert os.listdir(tmp_path) == ["new.md"]


def test_writes_through_a_pipe_in_the_file_system(tmp_path: Path) -> None:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(path.read_text("utf-8")))
    reader.start()
    write(str(path), TEXT * 20, force=False)
    reader.join(10)
    assert read == [TEXT * 20]
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_standard_output_may_be_a_file_that_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_text("before\n", "utf-8")
    with path.open("a", encoding="utf-8") as log:
        subprocess.run([COMMAND, "topics", "--data", WATER, "--no-cache"], stdout=log, check=True)
        subprocess.run([COMMAND, "export", "--data", WATER, "--no-cache", "-o", "/dev/stdout"], stdout=log, check=True)
    assert path.read_text("utf-8").startswith("before\n")
    assert path.read_text("utf-8").endswith("|\n")


def test_writes_into_devices(ansvar: Ansvar) -> None:
    assert ansvar("export", "-o", "/dev/stdout").out == ansvar("export").out == ansvar("export", "-o", "-").out
    assert ansvar("export", "-o", "/dev/fd/2").err == ansvar("export").out
    nowhere = ansvar("export", "-o", "/dev/null")
    assert (nowhere.status, nowhere.out) == (0, "")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")
def test_a_full_device_is_an_error(ansvar: Ansvar) -> None:
    run = ansvar("export", "-o", "/dev/full")
    assert (run.status, run.out, run.err) == (2, "", "ansvar: cannot write /dev/full: No space left on device\n")


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/nowhere/x.md", "No such file or directory"), ("/", "Is a directory"), ("x" * 300, "File name too long")],
)
def test_what_cannot_be_written_is_an_error(ansvar: Ansvar, path: str, reason: str) -> None:
    run = ansvar("export", "-o", path)
    assert (run.status, run.out, run.err) == (2, "", f"ansvar: cannot write {path}: {reason}\n")


def test_the_old_file_stays_whole_when_the_disk_is_full(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_text("old", "utf-8")

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))

    run = subprocess.run(
        [COMMAND, "export", "--data", str(WATER), "--no-cache", "--format", "json", "-o", str(path), "--force"],
        capture_output=True,
        text=True,
        check=False,
        env=UNMEASURED,
        preexec_fn=little_room,
    )
    assert (run.returncode, run.stderr) == (2, f"ansvar: cannot write {path}: File too large\n")
    assert path.read_text("utf-8") == "old"
    assert os.listdir(tmp_path) == ["old.json"]


def test_the_old_file_stays_whole_when_the_process_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "old.md"
    path.write_text("old", "utf-8")
    script = (
        "import os, signal\nfrom ansvar.cli import files as output\n"
        "output.os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"output.write({str(path)!r}, 'new', force=True)"
    )
    run = subprocess.run([COMMAND.with_name("python"), "-c", script], check=False, env=UNMEASURED)
    assert run.returncode == -signal.SIGKILL
    assert path.read_text("utf-8") == "old"


def test_an_interrupt_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "old.md"
    path.write_text("old", "utf-8")
    script = (
        "import time\nfrom ansvar.cli import files as output\n"
        "output.os.fsync = lambda _: (print(flush=True), time.sleep(60))\n"
        f"output.write({str(path)!r}, 'new', force=True)"
    )
    run = subprocess.Popen([COMMAND.with_name("python"), "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert run.stdout is not None
    run.stdout.readline()
    time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    run.wait(10)
    run.stdout.close()
    assert path.read_text("utf-8") == "old"
    assert os.listdir(tmp_path) == ["old.md"]


def test_init_writes_a_dataset_that_can_be_asked_at_once(ansvar: Ansvar, tmp_path: Path) -> None:
    path = tmp_path / "my own.yaml"
    run = ansvar("init", str(path))
    assert (run.status, run.out) == (0, "")
    assert run.err.splitlines() == [
        f"Written: {path}. Ask it: ansvar who printer --data '{path}'",
        f"Change it, then check it: ansvar check '{path}'",
    ]
    assert ansvar("check", str(path)).status == 0
    assert "IT support" in ansvar("who", "printer", data=path).out
    assert "Reception" in ansvar("who", "front desk", data=path).out
    assert ansvar("matrix", data=path).status == ansvar("changes", data=path).status == ansvar("export", data=path).status == 0


def test_init_overwrites_nothing_unasked(ansvar: Ansvar, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("precious", "utf-8")
    run = ansvar("init", str(path))
    assert (run.status, run.out) == (2, "")
    assert run.err == f"ansvar: {path} is there already\nGive --force to overwrite it.\n"
    assert path.read_text("utf-8") == "precious"
    assert ansvar("init", "-").out == (Path(__file__).parents[1] / "src/ansvar/dataset/template.yaml").read_text("utf-8")


def test_a_full_disk_of_the_shell(ansvar: Ansvar, tmp_path: Path) -> None:
    """`ulimit -f 1`: no file may grow beyond 1 KiB, as on a full disk. The new file does not appear, the old stays whole."""
    old = tmp_path / "old.md"
    old.write_text("old", "utf-8")
    for target in ("old.md", "new.md"):
        command = f"ulimit -f 1; '{COMMAND}' export --data '{WATER}' --no-cache --force -o {target}"
        run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=tmp_path, env=UNMEASURED)
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr == f"ansvar: cannot write {target}: File too large\n"
    assert old.read_text("utf-8") == "old"
    assert os.listdir(tmp_path) == ["old.md"]


@pytest.mark.parametrize("seed", first(1, range(4)))
def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    command = [str(COMMAND), "export", "--data", str(WATER), "--format", "html", "--force", "-o"]
    whole = tmp_path / "whole.html"
    subprocess.run([*command, whole], check=True)
    paths = [tmp_path / f"{n}.html" for n in range(5)]
    for path in paths:
        path.write_text("old", "utf-8")
        run = subprocess.Popen([*command, path], env=UNMEASURED)
        time.sleep(chance.uniform(0.03, 0.15))
        run.kill()
        run.wait(10)
    assert {path.read_text("utf-8") for path in paths} <= {"old", whole.read_text("utf-8")}


@pytest.mark.parametrize("path", first(2, ["/dev/fd/3", "/dev/stderr", "/dev/fd/4", "/dev/fd/9", "/proc/self/fd/3"]))
def test_a_descriptor_that_nobody_has_opened_is_an_error(ansvar: Ansvar, path: str) -> None:
    """What the process has opened itself there, such as the cache, is not written into."""
    right = ansvar("export").out
    run = subprocess.run(
        ["bash", "-c", f"'{COMMAND}' export -o {path} 2>&-"],
        capture_output=True,
        check=False,
        env=os.environ | {"ANSVAR_DATA": str(WATER)},
    )
    assert (run.returncode, run.stdout) == (2, b"")
    assert ansvar("export").out == right


@pytest.mark.parametrize("path", first(2, ["/dev/fd/7", "/dev/stdout", "/proc/self/fd/7", "/dev/stderr"]))
def test_a_descriptor_that_the_shell_has_opened_is_written_into(ansvar: Ansvar, path: str, tmp_path: Path) -> None:
    script = f"'{COMMAND}' export --data '{WATER}' --no-cache -o {path} 7>>seven >>one 2>>two"
    for name in ("seven", "one", "two"):
        (tmp_path / name).write_text("before\n", "utf-8")
    subprocess.run(["bash", "-c", script], check=True, cwd=tmp_path)
    written = {"/dev/stdout": "one", "/dev/stderr": "two"}.get(path, "seven")
    assert (tmp_path / written).read_text("utf-8").partition("\n")[::2] == ("before", ansvar("export").out)


def test_a_device_that_is_not_there_is_not_made(ansvar: Ansvar) -> None:
    path = Path("/dev/shm") / f"ansvar-{os.getpid()}"  # noqa: S108 (an ordinary folder below /dev)
    try:
        assert ansvar("export", "-o", str(path)).status == 0
        again = ansvar("export", "-o", str(path))
        assert (again.status, again.err) == (2, f"ansvar: {path} is there already\nGive --force to overwrite it.\n")
        assert path.read_text("utf-8") == ansvar("export").out
    finally:
        path.unlink()


@pytest.mark.parametrize("command", [["export", "-o", ""], ["matrix", "-o", ""], ["init", ""]])
def test_an_empty_name_is_no_file(ansvar: Ansvar, command: list[str]) -> None:
    run = ansvar(*command)
    assert (run.status, run.out, run.err) == (2, "", "ansvar: cannot write '': the name of the file is empty\n")


@pytest.mark.parametrize("path", ["\x1b[31m.md", "[red]x", "a b\nc.md", "ä\u202e.md"])
def test_a_hostile_name_is_a_name(ansvar: Ansvar, tmp_path: Path, path: str) -> None:
    target = tmp_path / path
    assert ansvar("init", str(target)).status == 0
    run = ansvar("init", str(target))
    assert run.status == 2
    assert run.err == f"ansvar: {printable(str(target))} is there already\nGive --force to overwrite it.\n"
    assert ansvar("check", str(target)).err.startswith(f"{printable(str(target))}: no problems")


def test_a_loop_of_links_is_an_error(ansvar: Ansvar, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    run = ansvar("export", "-o", str(tmp_path / "loop"), "--force")
    assert (run.status, run.err) == (2, f"ansvar: cannot write {tmp_path}/loop: Too many levels of symbolic links\n")


def test_who_reads_only_the_beginning_of_a_pipe_is_content(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    export = f"'{COMMAND}' export --data '{WATER}' --as-of 2025-06-01 --no-cache --format html -o fifo"
    script = f'{export} & head -c 9 fifo; wait $!; echo " $?"'
    run = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path, timeout=60)
    assert (run.stdout, run.stderr) == ("<!doctype 0\n", "")
