"""The user's own keys: a TOML file that gives an action other keys than its own.

    "list.order" = "O"
    "comments.next" = ["j", "ctrl+n"]

Knows names and keys, and nothing of what the actions do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.sentences import Sentence
from reader.tui.language import _

if TYPE_CHECKING:
    from textual.binding import Binding

FILE_NAME = "keys.toml"
_HERE = [str(Path(__file__).parent)]


class KeymapError(ReaderError):
    """The file of keys cannot be used, wholly or in part."""


def read_keymap(path: Path) -> dict[str, str]:
    """The keys that a file gives to actions, by the action's name; nothing where there is no file.

    Raises:
        KeymapError: when the file is none that can be read, or holds what is no key.
    """
    if not path.exists():
        return {}
    import tomllib  # 4 ms, and most people have no such file

    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise KeymapError(Sentence("The keys in {} cannot be read: {}.", path, error)) from error
    return {name: _keys(name, value, path) for name, value in found.items()}


def _keys(name: str, value: object, path: Path) -> str:
    given = value if isinstance(value, list) else [value]
    keys = [key for key in given if isinstance(key, str) and key.strip()]
    if not keys or len(keys) < len(given):
        raise KeymapError(
            Sentence("In {}, {} must be a key such as “ctrl+o”, or a list of them.", path, name)
        )
    return ",".join(keys)


def named(classes: Iterable[type]) -> Iterator[Binding]:
    """All that keys do in some classes and those made from them, as far as it has a name."""
    # Classes that are not imported yet have keys too.
    for module in walk_packages(_HERE, f"{__package__}."):
        import_module(module.name)
    waiting = list(classes)
    seen: set[type] = set()
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue  # made from two of those that were looked at
        seen.add(kind)
        waiting += kind.__subclasses__()
        for binding in vars(kind).get("BINDINGS", ()):
            if getattr(binding, "id", None):
                yield binding


def unknown(keymap: Mapping[str, str], bindings: Iterable[Binding]) -> list[str]:
    """The names in a keymap that no action has."""
    known = {binding.id for binding in bindings}
    return [name for name in keymap if name not in known]


def template(bindings: Iterable[Binding]) -> str:
    """A file of keys that changes nothing yet: every action as a comment, with its keys."""
    lines = {
        binding.id: f'# "{binding.id}" = "{binding.key}"    # {_(binding.description)}'
        for binding in bindings
        if binding.id and binding.description
    }
    head = (
        "# "
        + _(
            "The keys of reader. Take the # off a line and write other keys; several are separated by commas."
        )
        + "\n# "
        + _("Names of keys: a, A, ctrl+a, f1, enter, space, left, question_mark…")
        + "\n"
    )
    return head + "\n" + "\n".join(lines[name] for name in sorted(lines)) + "\n"
