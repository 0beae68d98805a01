"""ansvar: who is responsible for what.

    with ansvar.open() as dataset:
        answer = dataset.ask("who grants residence permits?")

`docs/python.md` shows the rest. It is imported when it is first named: until `__main__` minds interrupts, as little as can be
must run, for one would print a traceback.
"""

__version__ = "1.0.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .dataset.errors import AnsvarError, DatasetError, UnknownError
    from .formats._dataset import OpenDataset, open  # noqa: A004 (ansvar.open)

__all__ = ["AnsvarError", "DatasetError", "OpenDataset", "UnknownError", "__version__", "open"]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in ("OpenDataset", "open"):
        return getattr(import_module(".formats._dataset", __name__), name)
    if name in ("AnsvarError", "DatasetError", "UnknownError"):
        return getattr(import_module(".dataset.errors", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
