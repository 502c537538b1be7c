"""The user's own keys: a file of them is read, explained, and its mistakes are told."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import reader.tui
from reader.tui.keymap import KeymapError, named, read_keymap, template, unknown


def all_bindings() -> list[Binding]:
    """Every binding of this program, with a name or without."""
    for module in walk_packages(reader.tui.__path__, "reader.tui."):
        import_module(module.name)
    found: list[Binding] = []
    waiting: list[type] = [DOMNode]
    seen: set[type] = set()
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        seen.add(kind)
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("reader.tui"):
            found += [binding for binding in vars(kind).get("BINDINGS", ()) if isinstance(binding, Binding)]
    return found


def test_everything_that_has_words_has_a_name() -> None:
    """Whatever the help explains can be given another key, and no two things share a name."""
    explained = [binding for binding in all_bindings() if binding.description]
    names = [binding.id or "" for binding in explained]

    assert [binding.description for binding in explained if not binding.id] == []
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_file_of_keys(tmp_path: Path) -> None:
    """A key, or several, are read; a file that is not there changes nothing."""
    path = tmp_path / "keys.toml"
    assert read_keymap(path) == {}

    path.write_text('"list.order" = "O"\n"list.next" = ["down", "ctrl+n"]\n"list.dance" = "d"\n', "utf-8")
    keymap = read_keymap(path)

    assert keymap == {"list.order": "O", "list.next": "down,ctrl+n", "list.dance": "d"}
    assert unknown(keymap, all_bindings()) == ["list.dance"]


@pytest.mark.parametrize("text", ['"list.order" = 3', '"list.order" = ["a", 3]', "= =", '"list.order" = ""'])
def test_file_that_is_no_keymap(tmp_path: Path, text: str) -> None:
    """What cannot be used is one sentence that names the file."""
    path = tmp_path / "keys.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(KeymapError, match=r"keys\.toml"):
        read_keymap(path)


def test_template_names_everything_and_changes_nothing(tmp_path: Path) -> None:
    """The file that is written for the user has a line for everything, and is an empty keymap."""
    path = tmp_path / "keys.toml"
    path.write_text(template(named([DOMNode])), "utf-8")

    assert read_keymap(path) == {}
    assert '# "list.order" = "o"' in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace('# "', '"'), "utf-8")
    assert unknown(read_keymap(path), all_bindings()) == []
