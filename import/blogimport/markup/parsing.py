"""Text with tags to a tree of elements, however broken the tags are.

Knows no tag but those that close themselves, and nothing of what tags mean.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any
"""An lxml element; lxml has no types of its own."""

# libxml2 2.14 stops reading where more elements than this are open, whatever it is asked.
_DEEPEST = 2048
_SHORTEST_TAG = len("<b>")
# Deep enough for the tables within tables of the worst page, with room for what the parser adds by itself.
_DEEPEST_KEPT = 1000
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
# Themes that forget a space make comments of tags that nobody knows; browsers would lose them too.
_GLUED = re.compile(rb"<li(?:class|id)=")
_GLUE = re.compile(r"<(li|div|span|td|p|ol)(?=(?:class|id)=)")
# What a page of frames says to those who see none is text to the parser, and may be all that there is.
_NO_FRAMES = re.compile(r"<(/?)noframes\b[^>]*>", re.IGNORECASE)
_VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "wbr",
    )
)


def tree_of(html: str, utf8: bytes | None = None) -> Element | None:
    """The root of the tree of a page or fragment, None where there is nothing in it.

    Comments and processing instructions are left out. The root is `<html>`, with whatever the parser adds. `utf8` is
    the text in UTF-8, if it is at hand.
    """
    if not html or html.isspace():
        return None
    raw = _encoded(html) if utf8 is None else utf8
    if _GLUED.search(raw):
        html = _GLUE.sub(r"<\1 ", html)
        raw = _encoded(html)
    parser = _parser()
    root = _parsed(raw, parser)
    if root is not None and next(root.iter("noframes"), None) is not None:
        html, parser = _NO_FRAMES.sub(r"<\1div>", html), _parser()
        root = _parsed(_encoded(html), parser)
    if len(html) >= _DEEPEST * _SHORTEST_TAG and _is_cut(parser):
        root = _parsed(_encoded(_shallow(html)), _parser())
    return root


def _encoded(html: str) -> bytes:
    return html.encode("utf-8", "replace")


def _parser() -> Any:
    # A parser costs 1 µs; one for all would have to be locked.
    return etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _parsed(raw: bytes, parser: Any) -> Element | None:
    if b"\x00" in raw:
        raw = raw.replace(b"\x00", b"")  # what comes after one is lost otherwise
    try:
        return etree.fromstring(raw, parser)
    except etree.ParserError:  # nothing but comments
        return None
    except etree.XMLSyntaxError:  # the same, in the words of another version
        return None


def _is_cut(parser: Any) -> bool:
    """Whether the parser gave up because too many elements were open."""
    return bool(parser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT))


def _shallow(html: str) -> str:
    """The same page without the tags that are nested too deeply; their text stays."""
    pieces: list[str] = []
    depth = position = 0
    for tag in _TAG.finditer(html):
        if tag["name"].lower() in _VOID:
            continue
        if tag["end"]:
            is_kept = depth <= _DEEPEST_KEPT
            depth = max(0, depth - 1)
        else:
            depth += 1
            is_kept = depth <= _DEEPEST_KEPT
        if not is_kept:
            pieces.append(html[position : tag.start()])
            position = tag.end()
    pieces.append(html[position:])
    return "".join(pieces)
