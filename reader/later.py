"""Doors whose names are imported when they are first named (PEP 562): who needs one of them does not pay for all.

Knows nothing of the rest of the package.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def later(door: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of the room `door`: each name in `modules` comes from that module of the room.

    Raises:
        AttributeError: from what is returned, for a name that is not in `modules`.
    """

    def named(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {door!r} has no attribute {name!r}")
        from importlib import import_module

        room = import_module(door)
        found: object = getattr(import_module(f"{door}.{modules[name]}"), name)
        setattr(room, name, found)
        return found

    return named
