"""What records share: objects made once, of the fields that their class names, and never changed.

`dataclasses` would do, but imports what inspects source code, and compiles methods for every class: a sixth of a start.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class _Named(type):
        """Makes a tuple whose fields have names of a class with annotations."""

        def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(mcs, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in fields and key != "__module__":
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Named):
        """As that of `typing`, which compiles every annotation of every class: two milliseconds of a start."""


Text = Mapping[str, str]
"""The same text in one or more languages: ISO 639-1 code to text."""

_T = TypeVar("_T")


class _Missing:
    """Stands for a default that there is none of."""


class _Made:
    """A default that is made anew for each record."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def field(*, default_factory: Callable[[], Any]) -> Any:
    """A field whose default is made anew for each record."""
    return _Made(default_factory)


def _init(self: Any, *values: Any, **named: Any) -> None:
    for name, value in zip(self.__record_fields__, values, strict=False):
        named[name] = value
    for name, default in self.__record_fields__.items():
        if name not in named:
            if default is _Missing:
                raise TypeError(f"{type(self).__name__} needs {name}")
            named[name] = default.make() if type(default) is _Made else default
    self.__dict__.update(named)


def _refuse(self: Any, name: str, value: object) -> NoReturn:
    raise AttributeError(f"{type(self).__name__} is never changed")


@dataclass_transform(frozen_default=True, eq_default=False)
def frozen(kind: type[_T]) -> type[_T]:
    """A class whose objects are made of its annotated fields, in their order or by name, and stay so."""
    fields = {name: kind.__dict__.get(name, _Missing) for name in kind.__annotations__}
    for name, value in {"__record_fields__": fields, "__init__": _init, "__setattr__": _refuse}.items():
        setattr(kind, name, value)
    return kind


def replace(one: _T, **changes: Any) -> _T:
    """The same object with other values in some fields."""
    fields: Mapping[str, Any] = type(one).__record_fields__  # type: ignore[attr-defined]
    return type(one)(**{**{name: getattr(one, name) for name in fields}, **changes})


class Record:
    """What the records of a dataset share: equal ones are one. `from` (a Python keyword) is `from_` here."""

    __record_fields__: ClassVar[dict[str, Any]]

    @classmethod
    def is_needed(cls, name: str) -> bool:
        """Whether a record must have a value in this field."""
        return cls.__record_fields__[name] is _Missing

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


_R = TypeVar("_R", bound=Record)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record(kind: type[_R]) -> type[_R]:
    """A record of a dataset, whose fields are named where it is made."""
    return frozen(kind)
