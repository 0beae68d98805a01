"""The entry point: whatever happens, a status (0, 1, 2 or 130) and a plain line, never a traceback."""

from __future__ import annotations

# The C part of `signal`: the rest of it takes a millisecond in which an interrupt would print a traceback.
import _signal  # type: ignore[import-not-found] # typeshed leaves it out
import gc
import os
import sys

# Until the commands run there is nothing to clean up, and an interrupted import must not print a traceback.
_signal.signal(_signal.SIGINT, lambda *_: os._exit(130))


def main() -> None:
    """Run the command line and leave with its status."""
    # A run is short and makes next to no cycles; looking for them costs 2 % of a question and a fifth of compiling.
    gc.disable()
    from .cli.terminal import guarded

    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        # Nothing of the commands is needed for the version, and importing them is most of a start.
        from . import __version__
        from .cli.terminal import emit

        guarded(lambda: emit(f"ansvar {__version__}\n"))
    guarded(lambda: _run(arguments))


def _run(arguments: list[str]) -> None:
    if not os.path.isdir(os.path.dirname(__file__)):
        from .dataset.errors import UnreadableError

        hint = "Install ansvar with pip: its files and its dataset have to lie in a folder."
        raise UnreadableError("the package lies in an archive", hint)
    from .cli.quick import run

    run(arguments)


if __name__ == "__main__":
    main()
