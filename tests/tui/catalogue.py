"""The texts of the screens, as the code has them; and catalogues, from what people write to what is used."""

from __future__ import annotations

import ast
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

import reader.tui
from reader.errors import ReaderError

CODE = Path(reader.tui.__file__).parent
# The rooms whose sentences the screens say in their language, but for what only an import or a check ever says.
ROOMS = tuple(CODE.parent / name for name in ("archive", "search", "export", "marks"))
_OF_COMMANDS = tuple(CODE.parent / "archive" / f"{name}.py" for name in ("writing", "rereading", "checking"))

Text = tuple[str, str | None]
"""A text of the code, and its plural where it has one."""


def _below(kind: type[ReaderError]) -> Iterator[type[ReaderError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _below(child)


_SPEAKING = ("_", "later", "Sentence")
_HEAD: Text = ("", None)
_ERRORS = {ReaderError.__name__, *(kind.__name__ for kind in _below(ReaderError))}
# A command is typed in every language as it is; the server speaks on the command line.
_COMMANDS = ("reader import", "reader --archive")
_ON_THE_COMMAND_LINE = CODE / "web"


@cache
def texts() -> dict[Text, str]:
    """Every text that the code has a catalogue translate, and the first place where it stands."""
    found: dict[Text, str] = {}
    for path in [*sorted(CODE.rglob("*.py")), *_in_rooms()]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for text in _of_node(node):
                found.setdefault(text, str(path.relative_to(CODE.parent)))
    # Help and palette tell the keys of Textual's own that work in ours.
    for kind in (Screen, Input):
        for binding in kind.BINDINGS:
            if isinstance(binding, Binding) and not binding.system and not binding.action.startswith("app."):
                found.setdefault((binding.description, None), kind.__name__)
    return found


def untold() -> list[str]:
    """The words in the code that look as if they were shown and are not translated, with their places."""
    found = []
    for path in sorted(set(CODE.rglob("*.py")) - set(_ON_THE_COMMAND_LINE.rglob("*.py"))):
        tree = ast.parse(path.read_text("utf-8"))
        told = set(_told(tree))
        found += [
            f"{path.relative_to(CODE)}:{node.lineno}: {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and node not in told and _is_sentence(node.value)
        ]
    return found


def speechless() -> list[str]:
    """The errors that the screens may have to tell and that are no `Sentence`, with their places."""
    found = []
    for path in [*CODE.rglob("*.py"), *_in_rooms()]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            first = _of_error(node)
            if isinstance(first, ast.Constant | ast.JoinedStr | ast.BinOp):
                found.append(f"{path.relative_to(CODE.parent)}:{first.lineno}")
    return found


def _of_error(node: ast.AST) -> ast.expr | None:
    """What an error is made of."""
    is_error = isinstance(node, ast.Call) and _name(node.func) in _ERRORS
    return next(iter(node.args), None) if is_error and isinstance(node, ast.Call) else None


def _in_rooms() -> list[Path]:
    return [path for room in ROOMS for path in sorted(room.rglob("*.py")) if path not in _OF_COMMANDS]


def _of_node(node: ast.AST) -> Iterator[Text]:
    if isinstance(node, ast.Call):
        name = _name(node.func)
        named = {one.arg: one.value for one in node.keywords}
        if name in _SPEAKING:
            yield from ((text, None) for one in node.args for text in _strings(one))
        elif name == "ngettext":
            one, many, *_rest = node.args
            for text in _strings(one):
                yield text, next(_strings(many))
        elif name == "_Forms":
            yield next(_strings(named["none"])), None
            yield next(_strings(named["one"])), next(_strings(named["many"]))
        elif name == "Binding":
            shown = [*node.args[2:3], *(named[one] for one in ("description", "tooltip") if one in named)]
            yield from ((text, None) for one in shown for text in _strings(one) if text)
    elif isinstance(node, ast.Assign) and any(_name(one) == "BINDING_GROUP_TITLE" for one in node.targets):
        yield from ((text, None) for text in _strings(node.value))


def _told(tree: ast.AST) -> Iterator[ast.AST]:
    """What is translated; what explains the code; what is said of mistakes in a file, on the command line; names."""
    for node in ast.walk(tree):
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_name = isinstance(node, ast.keyword) and node.arg in ("classes", "id", "group")
        if is_docstring or is_name or isinstance(node, ast.Raise):
            yield from ast.walk(node)
        elif next(_of_node(node), None) is not None or _name(getattr(node, "func", None)) == "cast":
            # What is put into a text is no part of it: only its own strings are translated.
            for one in _values(node):
                yield from _constants(one)


def _values(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Call):
        return [*node.args, *(one.value for one in node.keywords)]
    return [node.value] if isinstance(node, ast.Assign) else []


def _constants(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.Constant):
        yield node
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def _strings(node: ast.expr) -> Iterator[str]:
    for one in _constants(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def _name(node: object) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _is_sentence(text: object) -> bool:
    """Whether it has two words in a row and is no command, style or pattern."""
    if not isinstance(text, str) or text.strip() in _COMMANDS or any(sign in text for sign in "$<>=_|\\{"):
        return False
    return any(_is_word(one) and _is_word(other) for one, other in pairwise(text.split()))


def _is_word(text: str) -> bool:
    return text.strip(".,;:!?“”…()").isalpha()


@dataclass
class Entry:
    """A text and what it is in another language: one form, or one for each number."""

    text: Text = _HEAD
    forms: list[str] = field(default_factory=list)


def read_po(path: Path) -> list[Entry]:
    """The entries of a catalogue as people write it, its head the first."""
    entries: list[Entry] = []
    kind, parts = "", [""]

    def keep() -> None:
        said = "".join(parts)
        if kind == "msgid":
            entries.append(Entry((said, None)))
        elif kind == "msgid_plural":
            entries[-1].text = (entries[-1].text[0], said)
        elif kind:
            entries[-1].forms.append(said)

    for line in path.read_text("utf-8").splitlines():
        if line.startswith("msg"):
            keep()
            kind, _, quoted = line.partition(" ")
            parts = [ast.literal_eval(quoted)]
        elif line.startswith('"'):
            parts.append(ast.literal_eval(line))
        else:
            assert not line.strip() or line.startswith("#"), f"{path}: what is {line!r}?"
    keep()
    return entries


def compiled(entries: list[Entry]) -> bytes:
    """A catalogue as `gettext` reads it."""
    pairs = sorted(
        ("\0".join(part for part in one.text if part is not None).encode(), "\0".join(one.forms).encode())
        for one in entries
    )
    start = 28 + 16 * len(pairs)
    tables: list[bytes] = []
    strings = b""
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), start + len(strings)))
            strings += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return head + b"".join(tables) + strings
