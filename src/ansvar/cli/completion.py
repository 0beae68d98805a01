"""What a shell offers when somebody presses the tab key: actors, duties, topics and words, read from the compiled dataset.

A shell evaluates some of what it is offered (zsh), so nothing but letters, digits and a few marks is. Whatever goes wrong,
nothing is offered and nothing is said.
"""

from __future__ import annotations

import os
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

import typer  # noqa: TC002 (Typer reads the types of these functions when the program runs)

from ..answers.wording import say
from ..dataset.closed_sets import known_levels, known_roles
from .terminal import emit, said, writable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from ..dataset.model import Actor
    from ..search.index import Index

Offer = tuple[str, str]
"""A word to put in, and what it means."""

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
VARIABLE = "_ANSVAR_COMPLETE"
"""Set by the shell's script when it asks; the name is Typer's."""
MOST = 500
"""More than this nobody reads."""

LONGEST = 1000
"""Letters of an explanation."""
_WIDE = str(2 * LONGEST)

_WORD = re.compile(r"[\w@./-]+\Z")
_NOT_PLAIN = re.compile(r"[^\w ,.-]+")


def asked() -> bool:
    """Whether a shell asks what to offer, instead of running a command."""
    return VARIABLE in os.environ


def answer(program: Callable[[Collection[str]], Any], commands: Collection[str]) -> int:
    """Print what the shell may offer, and give the status to leave with (fish asks by it whether there is anything).

    `program` makes the Click command with the named ones of the commands: one is enough where the line names it already.
    """
    status = 0
    # Typer breaks what it says at the terminal's width, and for fish each line is an offer.
    os.environ["COLUMNS"] = os.environ["TERMINAL_WIDTH"] = _WIDE

    def run() -> None:
        nonlocal status
        try:
            program(_named(commands) or commands).main(prog_name="ansvar")
        except SystemExit as leave:
            status = leave.code if isinstance(leave.code, int) else 0

    try:
        emit(said(run))
    except Exception:  # noqa: BLE001 (a broken dataset must not write into somebody's prompt)
        return 1
    return status


def _named(commands: Collection[str]) -> list[str]:
    """The command that the line names, where somebody is done with writing it."""
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or ""
    written, number = line.split(), os.environ.get("COMP_CWORD", "")
    done = int(number) > 1 if number.isdigit() else len(written) > 2 or line.endswith(" ")
    return [word for word in written[1:2] if done and word in commands]


def actors(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Ids, short forms and names of actors that begin so; of names, those of one word."""

    def offers(index: Index, language: str) -> Iterator[Offer]:
        for actor in index.actors():
            found = (*_ids(incomplete, [actor.id]), *_words(incomplete, _names(actor)))
            yield from ((word, say(actor.name, language)) for word in found)

    return _offered(ctx, offers)


def _names(actor: Actor) -> Iterable[str]:
    return (*actor.short, *actor.name.values(), *(name for names in actor.other_names.values() for name in names))


def duties(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Ids of duties that begin so, with what they are."""

    def offers(index: Index, language: str) -> Iterator[Offer]:
        for id_ in islice(_ids(incomplete, index.duty_ids()), MOST):
            if entry := index.entry_by_id(id_):
                yield id_, say(entry.duty.statement, language)

    return _offered(ctx, offers)


def topics(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Ids and names of topics that begin so."""

    def offers(index: Index, language: str) -> Iterator[Offer]:
        for topic in index.topics():
            yield from ((id_, say(topic.name, language)) for id_ in _ids(incomplete, [topic.id]))

    return _offered(ctx, offers)


def levels(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """The levels of actors that begin so."""

    def offers(index: Index, language: str) -> Iterator[Offer]:
        yield from ((id_, "") for id_ in _ids(incomplete, known_levels(index.own_levels)))

    return _offered(ctx, offers)


def roles(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """The kinds of responsibility that begin so."""

    def offers(index: Index, language: str) -> Iterator[Offer]:
        yield from ((id_, "") for id_ in _ids(incomplete, known_roles(index.own_roles)))

    return _offered(ctx, offers)


def places(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Names of places that begin so, in any language, and what they lie in."""

    def offers(index: Index, language: str) -> Iterator[Offer]:
        known = {place.id: place for place in index.gazetteer.places()}
        for place in known.values():
            around = ", ".join(say(known[parent].name, language) for parent in place.parents)
            names = dict.fromkeys([*place.name.values(), *_ids(incomplete, [place.id])])
            yield from ((name, around) for name in _words(incomplete, names))

    return _offered(ctx, offers)


def words(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Words to ask with that begin so, in any language: the names and terms of the topics that are one word."""

    def offers(index: Index, language: str) -> Iterator[Offer]:
        for topic in index.topics():
            terms = [*topic.name.values(), *(term for listed in topic.terms.values() for term in listed)]
            yield from ((word, say(topic.name, language)) for word in _words(incomplete, terms))

    return _offered(ctx, offers)


def _offered(ctx: typer.Context, offers: Callable[[Index, str], Iterable[Offer]]) -> list[Offer]:
    """The offers from the dataset that the line names, else from the one that a command would use."""
    from ..dataset.files import is_pipe
    from .session import opened

    path = ctx.params.get("data")
    if path and (path == "-" or is_pipe(path)):  # standard input is the shell's, and a pipe would make it wait
        return []
    with opened(path) as dataset:
        return _plain(offers(dataset.index, dataset.said().language))


def _ids(typed: str, ids: Iterable[str]) -> Iterator[str]:
    """Those of the ids that begin as typed."""
    return (id_ for id_ in ids if id_.startswith(typed))


def _words(typed: str, words: Iterable[str]) -> Iterator[str]:
    """Those of the words that begin as typed, in small letters if that is how it is typed (a shell drops what begins otherwise)."""
    for word in words:
        if word[: len(typed)].lower() == typed.lower():
            yield word.lower() if typed.islower() else typed + word[len(typed) :]


def _plain(offers: Iterable[Offer]) -> list[Offer]:
    """The offers that are one harmless word, each once, with harmless explanations, and not too many. Nothing is offered that
    the stream cannot carry: written out it would be another word."""
    kept: dict[str, str] = {}
    for word, meaning in offers:
        if len(kept) < MOST and _WORD.match(word) and not word.startswith("-") and writable(word) == word:
            kept.setdefault(word, _explanation(meaning))
    return list(kept.items())


def _explanation(meaning: str) -> str:
    """Letters, digits and a few marks of an explanation, shorter than the lines that Typer breaks."""
    known = "".join(letter if writable(letter) == letter else " " for letter in meaning[:LONGEST])
    return " ".join(_NOT_PLAIN.sub(" ", known).split())


def show(shell: str) -> str:
    """The script that makes a shell ask."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    return f"{get_completion_script(prog_name='ansvar', complete_var=VARIABLE, shell=shell)}\n"


def install(shell: str) -> str:
    """Install that script, and say where it is."""
    from typer.completion import install  # type: ignore[attr-defined]

    _, path = install(shell=shell, prog_name="ansvar", complete_var=VARIABLE)
    return f"{shell} completion installed in {path}\nCompletion will take effect once you restart the terminal\n"


def shell_that_asks() -> str:
    """The name of the shell that the command was started from; empty where nobody can tell."""
    from typer.completion import _get_shell_name  # type: ignore[attr-defined]

    return _get_shell_name() or ""
