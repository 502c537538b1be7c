"""Plain values that cannot be changed: what frozen dataclasses are, at a tenth of what those cost to define.

A search ends before `dataclasses` is imported and has compiled the methods of thirty classes; its own values
therefore share the methods of one base. The rest of the program, which runs for longer, has dataclasses.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn, Self, dataclass_transform
else:

    def dataclass_transform(**_: object) -> Any:
        """What type checkers know by this name does nothing when the program runs."""
        return lambda kind: kind


@dataclass_transform(frozen_default=True)
class _Kind(type):
    """Makes a slot of each annotated name of a class; what is assigned to it there is its default."""

    __match_args__: tuple[str, ...]
    _defaults: dict[str, object]

    def __new__(cls, name: str, bases: tuple[type, ...], names: dict[str, Any]) -> _Kind:
        fields = tuple(names.get("__annotations__", ()))
        defaults = {field: names.pop(field) for field in fields if field in names}
        made = super().__new__(cls, name, bases, {**names, "__slots__": fields, "__match_args__": fields})
        made._defaults = defaults
        return made


class Value(metaclass=_Kind):
    """A base whose subclasses are their fields and no more: equal when those are, and of the same class."""

    def __init__(self, *values: object, **named: object) -> None:
        kind = type(self)
        given = dict(zip(kind.__match_args__, values, strict=False))
        if len(values) > len(given) or not named.keys().isdisjoint(given):
            raise TypeError(f"{kind.__name__} was given a field too often")
        given = {**kind._defaults, **given, **named}
        for name in kind.__match_args__:
            if name not in given:
                raise TypeError(f"{kind.__name__} lacks {name}")
            object.__setattr__(self, name, given.pop(name))
        if given:
            raise TypeError(f"{kind.__name__} has no {', '.join(given)}")

    def but(self, **changed: Any) -> Self:
        """The same with other values in some fields."""
        return type(self)(**{**self._fields(), **changed})

    def _fields(self) -> dict[str, object]:
        return dict(zip(type(self).__match_args__, self._values(), strict=True))

    def _values(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in type(self).__match_args__])

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self._fields().items())
        return f"{type(self).__name__}({fields})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        return type(self), self._values()
