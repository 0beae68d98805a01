"""The command line: finds the command named, lets Typer parse its options, and puts its complaints in plain words."""

from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from typing import Any

import typer

from ..dataset.errors import UsageError
from ..dataset.nearest import nearest
from . import completion
from .commands import COMMANDS
from .help import help_text, meaning, summary
from .misspelt import refuse
from .options import Version
from .session import once_more
from .terminal import Leave, emit, on_terminal, width
from .words import told

PROGRAM = "ansvar"

# Typer carries its own Click since 0.26 and exports no base class of its complaints before 0.27.
_ClickException: type[Exception] = typer.BadParameter.__mro__[2]
_SETTINGS = {"help_option_names": ["-h", "--help"]}
_FOR_SHELLS = {"--show-completion": completion.show, "--install-completion": completion.install}


def _print_help(context: typer.Context, _: object, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        name = context.command.name or ""
        emit(help_text(context.command, "" if name == PROGRAM else name, context, width()))
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
    first, rest = (arguments[0], arguments[1:]) if arguments else ("", ())
    if completion.asked():
        raise Leave(completion.answer(program, COMMANDS))
    if first in _FOR_SHELLS:
        _for_shell(*arguments)
    elif first in COMMANDS:
        _run(_single(first), f"{PROGRAM} {first}", rest)
    elif first == "help" and (not rest or rest[0] in COMMANDS):
        run([*rest[:1], "-h"])
    elif first in ("version", "-V") and not rest:
        run(["--version"])
    elif first.startswith("-") or not (arguments or on_terminal()):
        _run(program(), PROGRAM, arguments or ["-h"])
    else:
        _question(arguments)


def _question(arguments: Sequence[str]) -> None:
    """What is no command is a question, or a misspelt command that nothing is found for."""
    try:
        _run(_single("who"), f"{PROGRAM} who", arguments, PROGRAM)
    except UsageError:
        if arguments:
            refuse(arguments[0])
        raise


def _for_shell(option: str, shell: str = "", *more: str) -> None:
    """`--show-completion` and `--install-completion`, for the shell that is named, else for the one that asks."""
    chosen = shell or completion.shell_that_asks()
    if chosen in ("-h", "--help"):
        _run(program(), PROGRAM, ["-h"])
    elif more or chosen not in completion.SHELLS:
        wrong = told("no_shell", name=shell) if shell and not more else told("which_shell")
        raise UsageError(wrong, told("name_shell", command=f"{PROGRAM} {option} {'|'.join(completion.SHELLS)}"))
    else:
        emit(_FOR_SHELLS[option](chosen))


def program(names: Collection[str] = COMMANDS) -> Any:
    """The program with all its commands, or those named, as a Click command: for its help, completion and manual."""
    app = _app(add_completion=True)
    app.callback()(_common)
    for name in names:
        app.command(name, cls=_Command, short_help=summary(name))(_function(name))
    whole = typer.main.get_command(app)
    for name in names:
        for param in whole.commands[name].params:  # type: ignore[attr-defined]
            param.help = meaning(param.name, name)  # what completion tells
    return whole


def _single(name: str) -> Any:
    """One command alone: Typer builds the options of every command that it knows, and that costs."""
    app = _app(add_completion=False)
    app.command(name, cls=_Command)(_function(name))
    return typer.main.get_command(app)


def _app(*, add_completion: bool) -> typer.Typer:
    return typer.Typer(name=PROGRAM, cls=_Group, add_completion=add_completion, rich_markup_mode=None, context_settings=_SETTINGS)


def _function(name: str) -> Callable[..., None]:
    module = import_module(f".commands.{name}", __package__)
    function: Callable[..., None] = getattr(module, name, None) or getattr(module, f"{name}_")
    return function


def _common(version: Version = False) -> None:
    """Who is responsible for what."""


def _run(command: Any, name: str, arguments: Sequence[str], called: str = "") -> None:
    """What Click's own `main` does, without its printing, exiting and handling of closed pipes. `name` is told in complaints,
    `called` is how the command was called, where that is otherwise."""
    try:
        with command.make_context(called or name, list(arguments)) as context:
            once_more(lambda: command.invoke(context), typer.Exit, _ClickException)
    except typer.Exit:
        return
    except _ClickException as error:
        raise _plainly(error, name) from error


def _plainly(error: Any, name: str) -> UsageError:
    """Click's complaint in one line of the reader's language, and the help to read."""
    option, hints = getattr(error, "option_name", ""), [told("read_help", name=name)]
    if name == PROGRAM:
        hints.insert(0, told("options_after"))
    kind, param = type(error).__name__, getattr(error, "param", None)
    if kind == "NoSuchOption":
        near = nearest(option, [one for param in error.ctx.command.params for one in param.opts if one.startswith("--")], 1)
        hints[:0] = [told("did_you_mean", name=near[0])] if near else []
        text = told("no_option", name=option)
    elif kind == "MissingParameter":
        text = told("missing_argument", name=param.metavar if param else "")
    elif kind == "BadParameter":
        text = told("invalid", name=max(param.opts, key=len) if param else "", text=error.message.rstrip("."))
    elif kind == "BadOptionUsage":
        text = told("needs_value" if "requires" in error.message else "takes_no_value", name=option)
    else:
        text = told("extra", text=error.message.partition("(s) (")[2].rstrip(")"))
    return UsageError(" ".join(text.split()), " ".join(hints))
