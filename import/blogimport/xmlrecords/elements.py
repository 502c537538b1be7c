"""A record as an element tree, parsed alone; its names as they are usually written, whatever prefixes a file uses."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, TypeAlias

from lxml import etree

from blogimport.xmlrecords.encodings import decoded
from blogimport.xmlrecords.places import with_line_feeds
from blogimport.xmlrecords.repairing import repaired

Element: TypeAlias = Any
"""An lxml element; lxml has no types of its own."""

_NAMESPACE = re.compile(rb"xmlns:([\w.-]{1,40})\s*=\s*(\"[^\"<&]{0,200}\"|'[^'<&]{0,200}')")
_DEFAULT = re.compile(rb"\sxmlns\s*=\s*(\"[^\"<&]{0,200}\"|'[^'<&]{0,200}')")
# Where the namespaces of a document are declared: in its first tag, or the one below it.
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:rss|RDF|channel|feed|disqus|rdf)\b[^>]*>")


class Wrapper:
    """What is put around a record so that it is a document; picklable.

    `prefixes` are those that a format's records may use though their file declares no namespace for them, with the
    addresses of the namespaces.
    """

    def __init__(self, head: bytes, prefixes: Mapping[str, str]) -> None:
        declared = {name.encode(): b'"%s"' % address.encode() for name, address in prefixes.items()}
        default = b""
        for root in _ROOT.findall(head):
            declared.update(_NAMESPACE.findall(root))
            default = b"".join(b" xmlns=" + address for address in _DEFAULT.findall(root)[:1]) or default
        names = b"".join(b" xmlns:%s=%s" % item for item in declared.items())
        self.start = b"<records%s%s>" % (default, names)

    end = b"</records>"


def parsed(raw: bytes, encoding: str, wrapper: Wrapper, *, is_whole: bool = True) -> Element | None:
    """The element that a stretch of a file is; repaired only where it is no sound XML, None where nothing is left.

    Entities are never resolved but for those of XML itself; line numbers count from the start of the stretch.
    """
    raw = with_line_feeds(raw)
    if is_whole and not _MAY_BE_SCRAMBLED.search(raw):
        try:
            return _first(etree.fromstring(wrapper.start + raw + wrapper.end, _parser(recovers=False)))
        except etree.XMLSyntaxError:
            pass
    text = repaired(decoded(raw, encoding))
    document = wrapper.start + text.encode("utf-8", "replace") + (wrapper.end if is_whole else b"")
    return _first(etree.fromstring(document, _parser(recovers=True)))


def children_of(element: Element) -> list[tuple[str, Element]]:
    """The elements within one, each with its name as it is usually written; comments are none."""
    found = []
    for child in element:
        tag = child.tag
        name = _names.get(tag)
        if name is None:
            if not isinstance(tag, str):
                continue
            name = name_of(tag)
        found.append((name, child))
    return found


def fields_of(element: Element, wanted: Collection[str]) -> dict[str, str]:
    """What stands in the elements within one that have these names, the first of each, stripped."""
    found: dict[str, str] = {}
    for child in element:
        name = _names.get(child.tag)
        if name is None:
            if not isinstance(child.tag, str):
                continue
            name = name_of(child.tag)
        if name in wanted and name not in found:
            found[name] = source_of(child).strip()
    return found


def attribute_of(element: Element, name: str) -> str:
    """An attribute by its local name, whatever its namespace; "" where there is none."""
    value: str | None = element.get(name)
    if value is None:
        value = next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
    return value.strip()


def source_of(element: Element | None) -> str:
    """What stands in an element: its text, or its markup where a writer did not protect it from XML."""
    if element is None:
        return ""
    if not len(element):
        return element.text or ""
    pieces = [element.text or ""]
    for child in element:
        method = "html" if isinstance(child.tag, str) else "xml"
        pieces.append(etree.tostring(child, encoding="unicode", method=method))
    return "".join(pieces)


def name_of(tag: str) -> str:
    """The name of a tag with the usual prefix of its namespace, none for the one of the format itself."""
    name = _names.get(tag)
    if name is None:
        address, _, local = tag.rpartition("}")
        prefix = next((prefix for sign, prefix in _PREFIXES if sign in address), None)
        name = tag if prefix is None else f"{prefix}:{local}" if prefix else local
        if len(_names) < _MOST_NAMES:
            _names[tag] = name
    return name


# Signs in the address of a namespace and the prefix that everybody gives it; versions differ, so none is an address.
_PREFIXES = (
    ("/excerpt/", "excerpt"),
    ("wordpress.org/export/", "wp"),
    ("purl.org/rss/1.0/modules/content", "content"),
    ("purl.org/dc/elements", "dc"),
    ("disqus.com/disqus-internals", "dsq"),
    ("www.disqus.com/", "dsq"),
    ("disqus.com", ""),
    ("purl.org/syndication/thread", "thr"),
    ("schemas.google.com/blogger", "blogger"),
    ("purl.org/atom/app", "app"),
    ("www.w3.org/2007/app", "app"),
    ("www.w3.org/2005/Atom", ""),
    ("purl.org/atom/ns", ""),
    ("schemas.google.com/g/2005", "gd"),
    ("search.yahoo.com/mrss", "media"),
)
_MOST_NAMES = 10_000
_names: dict[str, str] = {}
# Letters that were decoded wrongly and written again in UTF-8: « Ã » or « Â » before a sign, « â€ », « Å“ ».
_MAY_BE_SCRAMBLED = re.compile(rb"\xc3[\x82\x83]\xc2|\xc3\xa2\xe2|\xc3\x85\xe2|\xc3\x83\xc5")


@cache
def _parser(*, recovers: bool) -> Any:
    # One for all records of a process: making it takes as long as a small record.
    return etree.XMLParser(
        recover=recovers,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        encoding="utf-8",
    )


def _first(root: Element | None) -> Element | None:
    return None if root is None else next((child for child in root if isinstance(child.tag, str)), None)
