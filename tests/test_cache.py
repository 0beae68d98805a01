"""The cache is invisible: whatever becomes of it, the answer is that of the dataset. Through the installed command."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ansvar.search import cache, digest, upkeep
from attacks import begun
from conftest import COMMAND, WATER
from slow import first, slow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PAGE = "tap water"
OLD, NEW = "levererar vatten", "levererar bubbel"
"""Words of the dataset and others of their length."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache folder that is not there yet."""
    return tmp_path / "cache" / "of" / "ours"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A dataset to edit."""
    return Path(shutil.copy(WATER, tmp_path / "data.yaml"))


def environment(folder: Path | str, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ANSVAR", "LC_", "LANG", "XDG"))}
    return kept | {"ANSVAR_CACHE_DIR": str(folder), "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"} | more


def ask(
    folder: Path | str,
    *arguments: str,
    data: Path | str = WATER,
    question: str = PAGE,
    env: Mapping[str, str] | None = None,
    before: Callable[[], object] | None = None,
    stdin: bytes = b"",
    cwd: Path | None = None,
) -> str:
    """The answer in JSON, to a run that must have gone well and said nothing of the cache."""
    run = subprocess.run(
        [COMMAND, "who", question, "--format", "json", "--data", str(data), *arguments],
        env=environment(folder, **(env or {})),
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        preexec_fn=before,
        cwd=cwd,
    )
    told = run.stderr.decode()
    assert run.returncode == 0, told
    assert "cache" not in told
    assert "Traceback" not in told
    return run.stdout.decode()


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.db"))


def leftovers(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.tmp"))


@pytest.fixture(scope="module")
def right() -> str:
    """The answer without a cache."""
    return ask("/nonexistent", "--no-cache")


def test_a_later_run_opens_what_the_first_has_made(folder: Path, right: str) -> None:
    assert ask(folder) == right
    [entry] = entries(folder)
    made = entry.stat()
    assert (entry.stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (0o600, 0o700)
    assert sorted(folder.iterdir()) == [entry, entry.with_suffix(".stamp")]
    assert ask(folder) == right
    assert entry.stat() == made


def test_without_a_cache_nothing_is_read_or_written(folder: Path, right: str) -> None:
    assert ask(folder, "--no-cache") == right
    assert not folder.exists()


def test_the_same_dataset_elsewhere_and_on_standard_input_is_the_same_entry(folder: Path, data: Path, right: str) -> None:
    assert ask(folder, data=data) == ask(folder, data="-", stdin=WATER.read_bytes()) == ask(folder) == right
    assert len(entries(folder)) == 1


def _edit_keeping_times(data: Path) -> None:
    """Edit a file in place and set its size and times back, as `touch -r` and `cp -p` do."""
    before = data.stat()
    text = data.read_text("utf-8")
    data.write_text(text.replace(OLD, NEW) if OLD in text else text.replace(NEW, OLD), "utf-8")
    os.utime(data, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (data.stat().st_size, data.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def _replace_keeping_times(data: Path) -> None:
    """Put another file in its place that has the same size and times."""
    other = data.with_suffix(".other")
    shutil.copy2(data, other)
    _edit_keeping_times(other)
    other.replace(data)


@pytest.mark.parametrize("edit", [_edit_keeping_times, _replace_keeping_times])
def test_an_edited_dataset_is_seen_at_once(folder: Path, data: Path, edit: Callable[[Path], None]) -> None:
    for expected in (OLD, NEW, OLD, NEW):
        assert expected in json.loads(ask(folder, data=data))["results"][0]["statement"]["sv"]
        edit(data)


@pytest.fixture
def large(data: Path) -> Path:
    """A dataset that is too large to be read at every question."""
    with data.open("a", encoding="utf-8") as file:
        file.write(f"# {'-' * 100}\n" * (cache.SMALL // 100))
    return data


@slow
def test_an_edited_large_dataset_is_seen_at_once(folder: Path, large: Path) -> None:
    time.sleep(2.1)  # it has to have lain there for a while
    assert OLD in ask(folder, data=large)
    assert len(list(folder.glob("*.source"))) == 1
    assert OLD in ask(folder, data=large)
    for edit, expected in ((_edit_keeping_times, NEW), (_replace_keeping_times, OLD), (_edit_keeping_times, NEW)):
        edit(large)
        assert expected in ask(folder, data=large)
        assert expected in ask(folder, data=large)


def test_a_large_dataset_is_not_read_again(folder: Path, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSVAR_CACHE_DIR", str(folder))
    monkeypatch.setattr(cache, "_RACY_NS", 0)
    cache.open_index(str(large)).close()
    monkeypatch.setattr(cache, "read_files", lambda path: pytest.fail(f"{path} is read again"))
    cache.open_index(str(large)).close()
    large.chmod(0o400)  # what cannot be told from an edit is read again
    with pytest.raises(pytest.fail.Exception, match="is read again"):
        cache.open_index(str(large))


def test_a_large_dataset_that_is_new_is_read_again(folder: Path, large: Path) -> None:
    ask(folder, data=large)  # another change in the same tick of the clock would leave the same times
    assert not list(folder.glob("*.source"))


@slow
def test_thirty_first_runs_at_once(folder: Path, right: str) -> None:
    command = [str(COMMAND), "who", PAGE, "--format", "json", "--data", str(WATER)]
    env = environment(folder)
    runs = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(30)]
    answers = {(run.communicate(timeout=60)[0].decode(), run.returncode) for run in runs}
    assert answers == {(right, 0)}
    assert len(entries(folder)) == 1
    assert not leftovers(folder)
    assert ask(folder) == right


def _truncated(entry: Path) -> None:
    os.truncate(entry, entry.stat().st_size // 2)


def _emptied(entry: Path) -> None:
    entry.write_bytes(b"")


def _zeroed(entry: Path) -> None:
    entry.write_bytes(bytes(entry.stat().st_size))


def _lengthened(entry: Path) -> None:
    with entry.open("ab") as file:
        file.write(bytes(4096))


def _removed(entry: Path) -> None:
    entry.unlink()


def _other_words(entry: Path) -> None:
    """A change that SQLite does not notice: the answer would just be another."""
    content = entry.read_bytes()
    assert OLD.encode() in content
    entry.write_bytes(content.replace(OLD.encode(), NEW.encode()))


def _without_stamp(entry: Path) -> None:
    entry.with_suffix(".stamp").unlink()


def _stamp_of_nonsense(entry: Path) -> None:
    entry.with_suffix(".stamp").write_bytes(b"\xff\x00 nonsense")


def _stamp_of_another(entry: Path) -> None:
    stamp = entry.with_suffix(".stamp")
    stamp.write_text("0" * 40 + stamp.read_text("ascii")[40:-3] + "123", "ascii")


def _folder_instead(entry: Path) -> None:
    entry.unlink()
    entry.mkdir()


@pytest.mark.parametrize(
    "damage",
    first(4, [
        _truncated, _other_words, _without_stamp, _folder_instead, _emptied, _zeroed, _lengthened, _removed, _stamp_of_nonsense,
        _stamp_of_another,
    ]),
)  # fmt: skip
def test_what_is_damaged_is_made_anew(folder: Path, right: str, damage: Callable[[Path], None]) -> None:
    ask(folder)
    [entry] = entries(folder)
    damage(entry)
    assert ask(folder) == right
    assert not leftovers(folder)
    if not entry.is_dir():
        healthy = entry.read_bytes()
        assert ask(folder) == right
        assert entry.read_bytes() == healthy


@pytest.mark.parametrize("seed", first(1, range(8)))
def test_any_damaged_byte_is_seen(folder: Path, right: str, seed: int) -> None:
    ask(folder)
    [entry] = entries(folder)
    content = bytearray(entry.read_bytes())
    chance = random.Random(seed)  # noqa: S311 (no secret)
    for _ in range(chance.choice((1, 1, 5, 200))):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    before = entry.stat()
    entry.write_bytes(content)
    os.utime(entry, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert ask(folder) == right


def test_an_entry_that_was_only_copied_is_used(folder: Path, tmp_path: Path, right: str) -> None:
    ask(folder)
    copied = shutil.copytree(folder, tmp_path / "copied")
    [entry] = entries(copied)
    made = entry.stat()
    assert ask(copied) == ask(copied) == right
    assert (entry.stat().st_ino, entry.stat().st_mtime_ns) == (made.st_ino, made.st_mtime_ns)


def test_a_stamp_that_cannot_be_written_is_done_without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(folder)
    [entry] = entries(folder)
    os.utime(entry)
    monkeypatch.setenv("ANSVAR_CACHE_DIR", str(folder))

    def full(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(cache, "_write", full)
    monkeypatch.setattr(cache, "_made", lambda *_: pytest.fail("made anew"))
    cache.open_index(str(WATER)).close()


def test_another_version_makes_its_own_entry(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(folder)
    monkeypatch.setenv("ANSVAR_CACHE_DIR", str(folder))
    monkeypatch.setattr(digest, "code_digest", lambda: "of another version")
    cache.open_index(str(WATER)).close()
    assert len(entries(folder)) == 2


def _a_file(place: Path) -> Path:
    place.write_text("not a folder", "utf-8")
    return place


def _below_a_file(place: Path) -> Path:
    return _a_file(place) / "cache"


def _not_writable(_: Path) -> Path:
    return Path("/proc/ansvar")  # nobody can make a folder there, root included


def _a_dangling_link(place: Path) -> Path:
    place.symlink_to(place.with_name("nowhere") / "at" / "all")
    return place


@pytest.mark.parametrize("make", first(2, [_a_file, _not_writable, _below_a_file, _a_dangling_link]))
def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path, right: str, make: Callable[[Path], Path]) -> None:
    folder = make(tmp_path / "cache")
    assert ask(folder) == right
    before = sorted(tmp_path.rglob("*"))
    assert ask(folder) == right
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_used_as_it_is(folder: Path, right: str) -> None:
    ask(folder)
    folder.chmod(0o500)
    assert ask(folder) == right
    assert ask(folder, question="fishing") == ask("/nonexistent", "--no-cache", question="fishing")
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("most", first(1, [0, 512, 50_000]))
def test_a_full_disk_is_done_without(folder: Path, right: str, most: int) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    assert ask(folder, before=limit) == right
    assert not entries(folder)
    assert not leftovers(folder)
    assert ask(folder) == right
    assert len(entries(folder)) == 1


@pytest.mark.parametrize(
    ("named", "where"),
    [
        ({"HOME": "{}/home"}, "home/.cache/ansvar"),
        ({"HOME": "{}/home", "XDG_CACHE_HOME": "{}/xdg"}, "xdg/ansvar"),
        ({"HOME": "{}/home", "XDG_CACHE_HOME": "relative"}, "home/.cache/ansvar"),
        ({"HOME": "{}/home", "ANSVAR_CACHE_DIR": "{}/named"}, "named"),
    ],
)
def test_nothing_is_written_outside_the_cache_folder(tmp_path: Path, right: str, named: dict[str, str], where: str) -> None:
    for name in ("home", "work", "tmp"):
        (tmp_path / name).mkdir()
    env = {name: value.format(tmp_path) for name, value in named.items()}
    assert ask("", env={"TMPDIR": str(tmp_path / "tmp"), **env}, cwd=tmp_path / "work") == right
    written = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    assert {path.parent for path in written} == {Path(where)}
    assert len(written) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked itself")
@pytest.mark.parametrize("xdg", [None, "", "/var/xdg"])
def test_the_folder_is_where_the_platform_keeps_such_things(monkeypatch: pytest.MonkeyPatch, xdg: str | None) -> None:
    from platformdirs import user_cache_path

    monkeypatch.delenv("ANSVAR_CACHE_DIR", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if xdg is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", xdg)
    assert cache._folder() == str(user_cache_path("ansvar", appauthor=False))


def test_a_relative_path_for_caches_is_ignored_as_the_base_directory_specification_wants(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANSVAR_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache._folder() == str(Path.home() / ".cache" / "ansvar")


def test_an_unknown_user_without_a_home_has_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("ANSVAR_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)

    def unknown(uid: int) -> None:
        raise KeyError(uid)

    monkeypatch.setattr("pwd.getpwuid", unknown)
    monkeypatch.chdir(tmp_path)
    assert cache._folder() is None
    cache.open_index(str(WATER)).close()
    assert not list(tmp_path.iterdir())


def test_old_entries_and_what_killed_runs_left_go(folder: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSVAR_CACHE_DIR", str(folder))
    folder.mkdir(parents=True)
    others = [folder / name for name in ("notes.db", "new-thing.txt", "README", "0123.tmp")]
    old, young = folder / "new-old.tmp", folder / "new-young.tmp"
    orphan = folder / f"{'a' * 40}.stamp"
    for file in (*others, old, young, orphan):
        file.write_text("x", "utf-8")
    for file in (*others, old, orphan):
        os.utime(file, (1, 1))
    for n in range(upkeep.KEPT + 3):
        data.write_text(f"# {n}\n" + WATER.read_text("utf-8"), "utf-8")
        cache.open_index(str(data)).close()
    ours = [entry for entry in entries(folder) if entry not in others]
    assert len(ours) == upkeep.KEPT
    assert {entry.with_suffix(".stamp") for entry in ours} == set(folder.glob("*.stamp"))
    assert all(file.exists() for file in (*others, young))
    assert not old.exists()
    newest = max(ours, key=lambda entry: entry.stat().st_mtime_ns)
    monkeypatch.setattr(cache, "_made", lambda *_: pytest.fail("made anew"))
    cache.open_index(str(data)).close()
    assert newest.exists()


def test_large_entries_go_sooner(folder: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSVAR_CACHE_DIR", str(folder))
    monkeypatch.setattr(upkeep, "KEPT_BYTES", 1)
    for n in range(3):
        data.write_text(f"# {n}\n" + WATER.read_text("utf-8"), "utf-8")
        cache.open_index(str(data)).close()
        assert len(entries(folder)) == 1


@slow
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_killed_leaves_no_half_entry(folder: Path, right: str, sent: signal.Signals) -> None:
    chance = random.Random(int(sent))  # noqa: S311 (no secret)
    for _ in range(8):
        shutil.rmtree(folder, ignore_errors=True)
        unmeasured = {name: value for name, value in environment(folder).items() if not name.startswith("COVERAGE")}
        run = begun(["who", PAGE, "--format", "json", "--data", str(WATER)], unmeasured)
        time.sleep(chance.uniform(0, 0.14))
        run.send_signal(sent)
        _, told = run.communicate(timeout=60)
        assert run.returncode in (0, 130 if sent == signal.SIGINT else -sent)
        assert b"Traceback" not in told
        if sent == signal.SIGINT:
            assert not leftovers(folder)
        assert ask(folder) == right
        assert len(entries(folder)) == 1


def test_a_faulty_dataset_leaves_nothing(folder: Path, data: Path) -> None:
    data.write_text("title: {en: x}\nduties: nothing\n", "utf-8")
    run = subprocess.run([COMMAND, "who", "x", "--data", data], env=environment(folder), capture_output=True, check=False)
    assert run.returncode == 2
    assert not folder.exists() or not list(folder.iterdir())
