"""Lines with a day that are no element: bare text between blocks and breaks, with the links and bold words in it.

Wraps each into an element without a name, which changes nothing of how the page is shown, so that whoever looks for
lines finds these, too.
"""

from __future__ import annotations

import re

from lxml import etree

from blogimport.markup import Element
from blogimport.webpage.saying import BY
from blogimport.webpage.scan import BLOCKS, Scan
from reader.dates import find_dates, tells_day

_LONGEST = 200
_BOUNDARIES = BLOCKS | {"br"}
_AROUND = BLOCKS | {"body", "font"}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A day with a year, or with a time.
_FIGURES = re.compile(r"\d\D*\d\D*\d")


def wrap_bare_lines(scan: Scan, language: str | None) -> list[Element]:
    """Wraps each such line; what they are wrapped into."""
    lines: list[Element] = []
    for place in reversed(scan.with_tags(_AROUND)):
        if scan.holds_figure(place) and _is_mixed(scan, place):
            element = scan.elements[place]
            for behind, inline in reversed(_runs(list(element))):
                line = _wrap(element, behind, inline, language)
                if line is not None:
                    lines.append(line)
    return lines


def writable(text: str) -> str:
    """A text without the characters that a tree may be read with, but not given: they carry nothing."""
    return _FORBIDDEN.sub("", text)


def unwrap(line: Element) -> None:
    """Puts what is in such a line back to where it was."""
    around, before = line.getparent(), line.getprevious()
    if before is None:
        around.text = writable((around.text or "") + (line.text or ""))
    else:
        before.tail = writable((before.tail or "") + (line.text or ""))
    for child in reversed(list(line)):
        line.addnext(child)
    around.remove(line)


def _is_mixed(scan: Scan, place: int) -> bool:
    """Whether an element has words that are in none of the elements in it, beside blocks or breaks: most have none."""
    if scan.last[place] == place:
        return False
    children = scan.children(place)
    return sum(map(scan.sizes.__getitem__, children)) < scan.sizes[place] and not _BOUNDARIES.isdisjoint(
        [scan.tags[child] for child in children]
    )


def _runs(children: list[Element]) -> list[tuple[Element | None, list[Element]]]:
    """What stands in one line each: the block or break that it follows, and the elements in it."""
    runs: list[tuple[Element | None, list[Element]]] = [(None, [])]
    for child in children:
        if child.tag in _BOUNDARIES or _is_anchor(child):
            runs.append((child, []))
        else:
            runs[-1][1].append(child)
    return runs


def _is_anchor(child: Element) -> bool:
    """Whether an element only carries an address, by which a comment may begin."""
    return child.tag == "a" and not child.get("href") and not "".join(child.itertext()).strip()


def _wrap(
    around: Element, behind: Element | None, inline: list[Element], language: str | None
) -> Element | None:
    """What a line is wrapped into; None where it tells no day, or is an element already."""
    first = (around.text if behind is None else behind.tail) or ""
    bare = [first, *(child.tail or "" for child in inline)]
    if not any(map(str.strip, bare)):
        return None  # an element alone is one already
    if sum(map(len, bare)) > 2 * _LONGEST:
        return None  # however much of it is white space
    text = " ".join(
        (first + "".join("".join(child.itertext()) + (child.tail or "") for child in inline)).split()
    )
    if not 0 < len(text) <= _LONGEST or not _FIGURES.search(text):
        return None
    if BY.match(text):
        return None  # it is told by its words, wherever it stands
    if not any(tells_day(found.iso) for found in find_dates(text, language)):
        return None
    line = etree.Element("span")
    line.text = writable(first)
    if behind is None:
        around.text = None
        around.insert(0, line)
    else:
        behind.tail = None
        behind.addnext(line)
    for child in inline:
        line.append(child)
    return line
