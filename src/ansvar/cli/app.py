"""The command line: finds the command named, lets Typer parse its options, and puts its complaints in plain words."""

from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

import typer

from ..dataset.errors import AnsvarError, UsageError
from ..languages import CODES, language_data
from . import completion
from .options import Version
from .terminal import Leave, emit, held

PROGRAM = "ansvar"
COMMANDS = (
    "who", "actors", "actor", "duty", "topics", "place", "places", "matrix", "gaps", "changes", "export", "check", "init", "import",
)  # fmt: skip
"""In the order of the help. Each is a function in the module of `commands` that has its name."""

# Typer carries its own Click since 0.26 and exports no base class of its complaints before 0.27.
_ClickException: type[Exception] = typer.BadParameter.__mro__[2]
_SETTINGS = {"help_option_names": ["-h", "--help"]}
_FOR_SHELLS = {"--show-completion": completion.show, "--install-completion": completion.install}


def _print_help(context: typer.Context, _: object, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        emit(f"{context.get_help()}\n")
        context.exit()


class _Command(typer.core.TyperCommand):
    """A command whose help is written as everything is: as a whole, in any encoding, or not at all."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option -h."""
        return _printing(super().get_help_option(ctx))


class _Group(typer.core.TyperGroup):
    """All the commands, with the same way of writing their help."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option -h."""
        return _printing(super().get_help_option(ctx))


def _printing(option: Any) -> Any:
    option.callback = _print_help
    return option


def run(arguments: Sequence[str]) -> None:
    """Run the command line. Raises Leave or AnsvarError where the status is not 0."""
    if completion.asked():
        raise Leave(completion.answer(program, COMMANDS))
    if arguments and arguments[0] in _FOR_SHELLS:
        _for_shell(*arguments)
    elif arguments and arguments[0] in COMMANDS:
        _run(_single(arguments[0]), f"{PROGRAM} {arguments[0]}", arguments[1:])
    elif arguments and not arguments[0].startswith("-"):
        raise _no_command(arguments[0])
    else:
        _run(program(), PROGRAM, arguments or ["-h"])


def _for_shell(option: str, shell: str = "", *more: str) -> None:
    """`--show-completion` and `--install-completion`, for the shell that is named, else for the one that asks."""
    chosen = shell or completion.shell_that_asks()
    if chosen in ("-h", "--help"):
        _run(program(), PROGRAM, ["-h"])
    elif more or chosen not in completion.SHELLS:
        wrong = f"no such shell: {shell}" if shell and not more else "it cannot be told which shell is meant"
        raise UsageError(wrong, f"Name one: {PROGRAM} {option} {'|'.join(completion.SHELLS)}")
    else:
        emit(_FOR_SHELLS[option](chosen))


def program(names: Collection[str] = COMMANDS) -> Any:
    """The program with all its commands, or those named, as a Click command: for its help, completion and manual."""
    app = _app(add_completion=True)
    app.callback()(_common)
    for name in names:
        app.command(name, cls=_Command)(_function(name))
    return typer.main.get_command(app)


def _single(name: str) -> Any:
    """One command alone: Typer builds the options of every command that it knows, and that costs."""
    app = _app(add_completion=False)
    app.command(name, cls=_Command)(_function(name))
    return typer.main.get_command(app)


def _app(*, add_completion: bool) -> typer.Typer:
    names = [language_data(code).ENGLISH_NAME for code in CODES]
    return typer.Typer(
        name="ansvar",
        cls=_Group,
        add_completion=add_completion,
        rich_markup_mode=None,
        context_settings=_SETTINGS,
        help=f"Who is responsible for what: ask in {', '.join(names[:-1])} or {names[-1]}.",
    )


def _function(name: str) -> Callable[..., None]:
    module = import_module(f".commands.{name}", __package__)
    function: Callable[..., None] = getattr(module, name, None) or getattr(module, f"{name}_")
    if function.__doc__ is None:
        function.__doc__ = _docstring(module, name)
    return function


def _docstring(module: ModuleType, name: str) -> str | None:
    """The help of a command where Python runs without docstrings (-OO): it stands in the source."""
    import ast
    import inspect

    found = (
        node
        for node in ast.parse(inspect.getsource(module)).body
        if isinstance(node, ast.FunctionDef) and node.name.rstrip("_") == name
    )
    return ast.get_docstring(next(found), clean=False)


def _common(version: Version = False) -> None:
    """Who is responsible for what."""


def _run(command: Any, name: str, arguments: Sequence[str]) -> None:
    """What Click's own `main` does, without its printing, exiting and handling of closed pipes."""
    try:
        with command.make_context(name, list(arguments)) as context:
            _invoke(command, context)
    except typer.Exit:
        return
    except _ClickException as error:
        raise _plainly(error, name) from error


def _invoke(command: Any, context: Any) -> None:
    """Run a command; once more where it fails over an entry of the cache. Until it has not failed, nothing is said."""
    with held() as forget:
        try:
            command.invoke(context)
        except (Leave, AnsvarError, OSError, MemoryError, typer.Exit, _ClickException):
            raise
        except Exception:
            from ..search.cache import distrusted

            if not distrusted():
                raise
            forget()
            command.invoke(context)


def _plainly(error: Any, name: str) -> UsageError:
    """Click's complaint in one line, and the help to read."""
    possible = getattr(error, "possibilities", None)
    text = " ".join((error.message if possible else error.format_message()).split()).rstrip(".")
    hints = [f"Did you mean {' or '.join(sorted(possible))}?"] if possible else []
    hints += ["Options stand after the command."] if name == PROGRAM else []
    return UsageError(text[:1].lower() + text[1:], " ".join([*hints, f"Read `{name} -h`."]))


def _no_command(word: str) -> UsageError:
    from ..dataset.nearest import nearest

    near = nearest(word, COMMANDS, 1)
    meant = f"Did you mean `ansvar {near[0]}`?" if near else "To ask, write `ansvar who QUESTION`."
    return UsageError(f"no such command: {word}", f"{meant} `ansvar -h` lists the commands.")
