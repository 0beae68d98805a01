"""`@command`: a function that is given an open session becomes a command with the options that all commands share."""

from __future__ import annotations

import inspect
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from .. import formats
from .options import AsOf, Data, Lang, NoCache, NoPager, Version
from .session import Session, again, opened
from .values import not_one_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..answers.answer import Answer


_NAMED = inspect.Parameter.KEYWORD_ONLY


class _Names:
    """The names of the formats for a kind of answer; looked up when the help is asked for, not at every start."""

    def __init__(self, kind: type[Answer]) -> None:
        self.kind = kind

    def __str__(self) -> str:
        return "|".join(formats.names(self.kind))


def format_option(kind: type[Answer]) -> Any:
    """The option --format for a kind of answer; its value is a Format."""

    def parse(name: str) -> formats.Format:
        if found := formats.find(name.lower(), kind):
            return found
        raise typer.BadParameter(not_one_of(name, formats.names(kind)))

    def begun(incomplete: str) -> list[str]:
        return [one for one in formats.names(kind) if one.startswith(incomplete)]

    metavar = cast("str", _Names(kind))
    return typer.Option("--format", parser=parse, metavar=metavar, autocompletion=begun)


def command(
    kind: type[Answer], *, default: str = "table", as_of: Any = AsOf
) -> Callable[[Callable[..., None]], Callable[..., None]]:  # fmt: skip
    """Make a command of a function, whose first parameter is an open Session.

    Its answers are of one kind, written in `default` where --format names no other. Without `as_of` there is no such option.
    """
    shared: dict[str, tuple[Any, Any]] = {"data": (Data, None), "lang": (Lang, None)}
    shared |= {"as_of": (as_of, None)} if as_of else {}
    shared["format"] = (Annotated[formats.Format, format_option(kind)], default)
    shared |= {"no_pager": (NoPager, False), "no_cache": (NoCache, False), "version": (Version, False)}

    def made(function: Callable[..., None]) -> Callable[..., None]:
        own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
        added = [
            inspect.Parameter(name, _NAMED, annotation=annotation, default=value) for name, (annotation, value) in shared.items()
        ]
        parameters = [one.replace(kind=_NAMED) for one in own] + added

        @wraps(function)
        def run(**values: Any) -> None:
            given = {name: values.pop(name, None) for name in shared}
            with opened(given["data"], cached=not given["no_cache"], language=given["lang"], as_of=given.get("as_of")) as dataset:
                function(Session(dataset, given["format"], again(given["data"]), pager=not given["no_pager"]), **values)

        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in parameters}
        del run.__wrapped__
        return run

    return made
