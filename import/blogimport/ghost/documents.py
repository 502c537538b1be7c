"""The two forms in which Ghost's editors keep a text, Mobiledoc and Lexical, as HTML."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from blogimport.ghost.cards import html_of_card

# Each bit of a Lexical text's format, and the tag that it is.
_FORMATS = ((1, "b"), (2, "i"), (4, "s"), (8, "u"), (16, "code"), (32, "sub"), (64, "sup"))
_BLOCKS = {
    "paragraph": "p",
    "quote": "blockquote",
    "aside": "blockquote",
    "listitem": "li",
    "extended-quote": "blockquote",
}
_TEXTS = frozenset(("text", "extended-text"))
_TAGS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "aside", "pre"))
_MARKUPS = frozenset(("a", "b", "strong", "i", "em", "code", "s", "u", "sub", "sup"))
# Deeper than any text; what is deeper was made to do harm.
_DEEPEST = 60


def html_of_lexical(source: str) -> str:
    """A text of the newer editor; "" where it is none."""
    root = _json(source).get("root")
    return _node(root, 0) if isinstance(root, Mapping) else ""


def html_of_mobiledoc(source: str) -> str:
    """A text of the older editor; "" where it is none."""
    document = _json(source)
    markups, cards, atoms = (_list(document.get(name)) for name in ("markups", "cards", "atoms"))
    return "".join(
        _section(_list(section), markups, cards, atoms) for section in _list(document.get("sections"))
    )


def _json(source: str) -> Mapping[str, Any]:
    try:
        found = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, Mapping) else {}


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def _node(node: Mapping[str, Any], depth: int) -> str:
    kind = str(node.get("type", ""))
    if kind in _TEXTS:
        return _lexical_text(node)
    if kind == "linebreak":
        return "<br>"
    if kind == "tab":
        return " "
    children = [child for child in _list(node.get("children")) if isinstance(child, Mapping)]
    if not children and kind not in _BLOCKS:
        return html_of_card(kind, node)
    within = "".join(_node(child, depth + 1) for child in children) if depth < _DEEPEST else ""
    if kind in ("link", "autolink"):
        return f'<a href="{escape(str(node.get("url", "")))}">{within}</a>'
    tag = _BLOCKS.get(kind)
    if kind in ("heading", "extended-heading"):
        tag = str(node.get("tag", "h2"))
    elif kind == "list":
        tag = "ol" if node.get("listType") == "number" else "ul"
    return f"<{tag}>{within}</{tag}>" if tag in _TAGS else within


def _lexical_text(node: Mapping[str, Any]) -> str:
    text = escape(str(node.get("text", "")))
    bits = node.get("format")
    for bit, tag in _FORMATS:
        if isinstance(bits, int) and bits & bit:
            text = f"<{tag}>{text}</{tag}>"
    return text


def _section(
    section: Sequence[Any], markups: Sequence[Any], cards: Sequence[Any], atoms: Sequence[Any]
) -> str:
    """One section: text, a picture, a list, or a card."""
    if len(section) < 2:
        return ""
    kind, what = section[0], section[1]
    if kind == 1 and len(section) > 2:
        tag = what if what in _TAGS else "p"
        return f"<{tag}>{_markers(_list(section[2]), markups, atoms)}</{tag}>"
    if kind == 2:
        return f'<p><img src="{escape(str(what))}" alt=""></p>'
    if kind == 3 and len(section) > 2:
        tag = "ol" if what == "ol" else "ul"
        items = (f"<li>{_markers(_list(item), markups, atoms)}</li>" for item in _list(section[2]))
        return f"<{tag}>{''.join(items)}</{tag}>"
    if kind == 10 and isinstance(what, int) and 0 <= what < len(cards):
        card = _list(cards[what])
        if card and isinstance(card[-1], Mapping):
            return html_of_card(str(card[0]), card[-1])
    return ""


def _markers(markers: Sequence[Any], markups: Sequence[Any], atoms: Sequence[Any]) -> str:
    """The words of a section, with the tags that begin before each and end after it."""
    pieces: list[str] = []
    open_ones: list[str] = []
    for marker in map(_list, markers):
        if len(marker) < 4:
            continue
        kind, begun, ended, value = marker[:4]
        for index in _list(begun):
            start, end = _markup(_list(_at(markups, index)))
            pieces.append(start)
            open_ones.append(end)
        pieces.append(escape(str(value)) if kind == 0 else _atom(value, atoms))
        for _ in range(min(ended, len(open_ones)) if isinstance(ended, int) else 0):
            pieces.append(open_ones.pop())  # noqa: PERF401 # each takes the one that began last
    return "".join((*pieces, *reversed(open_ones)))


def _markup(markup: Sequence[Any]) -> tuple[str, str]:
    tag = markup[0] if markup and markup[0] in _MARKUPS else ""
    if not tag:
        return "", ""
    pairs = _list(markup[1]) if len(markup) > 1 else ()
    address = next((str(pairs[n + 1]) for n in range(0, len(pairs) - 1, 2) if pairs[n] == "href"), "")
    return (f'<a href="{escape(address)}">' if tag == "a" else f"<{tag}>"), f"</{tag}>"


def _atom(index: object, atoms: Sequence[Any]) -> str:
    atom = _list(_at(atoms, index))
    return "<br>" if atom and atom[0] == "soft-return" else escape(str(atom[1])) if len(atom) > 1 else ""


def _at(values: Sequence[Any], index: object) -> Any:
    """The value at a place, None where there is none."""
    return values[index] if isinstance(index, int) and 0 <= index < len(values) else None
