"""One walk through a page: its elements in order, what each holds, and what its names say.

Everything that is asked of the tree afterwards is answered from here, in numbers; judges nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from blogimport.markup import Element, laid_out
from blogimport.webpage.hints import Hint, hints_of
from blogimport.webpage.lines import BREAKS, REPLACED, Lines

# What stands on lines of its own; a line that is one holds none of them.
_BLOCKS = frozenset(
    (
        *("p", "div", "ul", "ol", "dl", "table", "tr", "td", "blockquote", "pre", "form", "hr"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "article", "section", "header"),
        *("footer", "nav", "aside", "main", "figure", "fieldset", "center"),
    )
)
_SILENT = frozenset(("script", "style", "template", "head", "title", "noscript", "svg", "select", "textarea"))


class Scan:
    """The elements of a page by their place in it, counted from 0, an element before what is in it.

    `last[i]` is the place of the last element within the one at i; `before[i]` and `after[i]` count the characters of
    text up to its start and its end, `linked_before` and `linked_after` those of them within links, `blocks[i]` the
    blocks up to it, itself included; its lines are those from `lines_before[i]` to before `lines_after[i]`. `silent`
    are the places of what has no text, `anchors` those of links with a name, `asides` those of what stands beside the
    posts.
    """

    def __init__(self, root: Element) -> None:
        self.root = root
        self.elements: list[Element] = []
        self.hints: list[int] = []
        self.parents: list[int] = []
        self.last: list[int] = []
        self.before: list[int] = []
        self.after: list[int] = []
        self.linked_before: list[int] = []
        self.linked_after: list[int] = []
        self.blocks: list[int] = []
        self.silent: list[int] = []
        self.anchors: list[int] = []
        self.lines = Lines()
        self.lines_before: list[int] = []
        self.lines_after: list[int] = []
        self.place: dict[Element, int] = {}
        self._walk(root)
        self.asides = self._asides()

    def _walk(self, root: Element) -> None:
        # One function with everything at hand: it runs once for each element and text of a page.
        elements, hints, place_of, lines = self.elements, self.hints, self.place, self.lines
        texts, pieces = lines.texts, lines.pieces
        count = linked = links = blocks = 0
        open_at: list[int] = []
        holder: Element = None
        silent: Element = None
        for element in chain(root.iter(), (None,)):
            around = None if element is None else element.getparent()
            if silent is not None:
                if around is not None and (around is silent or around not in place_of):
                    continue
                silent = None
            while open_at and holder is not around:
                place = open_at.pop()
                tag = holder.tag
                self.last[place] = len(elements) - 1
                self.after[place] = count
                self.linked_after[place] = linked
                if tag in BREAKS:
                    lines.closed(tag)
                self.lines_after[place] = len(texts) + bool(pieces)
                links -= tag == "a"
                text = holder.tail
                if text and open_at:
                    size = len(text.strip())
                    count += size
                    if links:
                        linked += size
                    lines.add(text, is_blank=not size)
                holder = elements[open_at[-1]] if open_at else None
            if element is None:
                break
            tag = element.tag
            place = len(elements)
            elements.append(element)
            place_of[element] = place
            hints.append(hints_of(element))
            self.parents.append(open_at[-1] if open_at else -1)
            self.last.append(place)
            self.before.append(count)
            self.linked_before.append(linked)
            self.after.append(count)
            self.linked_after.append(linked)
            blocks += tag in _BLOCKS
            self.blocks.append(blocks)
            if tag in BREAKS or tag in REPLACED:
                lines.opened(element, tag)
            self.lines_before.append(len(texts))
            self.lines_after.append(0)
            open_at.append(place)
            holder = element
            if tag in _SILENT:
                self.silent.append(place)
                silent = element
                continue
            if tag == "a":
                links += 1
                if element.get("name"):
                    self.anchors.append(place)
            text = element.text
            if text:
                size = len(text.strip())
                count += size
                if links:
                    linked += size
                lines.add(text, is_blank=not size)

    def _asides(self) -> frozenset[int]:
        """What stands beside the posts by its name; not where it holds a post or most of the page.

        Some platforms call everything a widget, and some pages are broken so that all is within a side column.
        """
        whole = self.size(0)
        posts = [p for p, hint in enumerate(self.hints) if hint & (Hint.SURE_BODY | Hint.SURE_POST)]
        found: set[int] = set()
        for place, hint in enumerate(self.hints):
            if (
                not hint & Hint.ASIDE
                or self.size(place) * 2 >= whole
                or self.elements[place].tag in ("body", "html")
            ):
                continue
            following = bisect_left(posts, place)
            if following == len(posts) or posts[following] > self.last[place]:
                found.add(place)
        return frozenset(found)

    def size(self, place: int) -> int:
        """The number of characters within an element."""
        return self.after[place] - self.before[place]

    def linked(self, place: int) -> int:
        """How many of them are within links."""
        return self.linked_after[place] - self.linked_before[place]

    def holds(self, outer: int, inner: int) -> bool:
        """Whether an element is within another one, or the same."""
        return outer <= inner <= self.last[outer]

    def has_blocks(self, place: int) -> bool:
        """Whether an element holds others that stand on lines of their own."""
        return self.blocks[self.last[place]] > self.blocks[place]

    def above(self, place: int) -> Iterator[int]:
        """The places of the elements around one, from the inside out."""
        place = self.parents[place]
        while place >= 0:
            yield place
            place = self.parents[place]

    def children(self, place: int) -> list[int]:
        """The places of the elements right in one."""
        return [self.place[child] for child in self.elements[place] if child in self.place]

    def text(self, place: int, limit: int = 400) -> str:
        """The words of an element in one line, "" where they are more than a limit."""
        if self.size(place) > limit:
            return ""
        first = bisect_left(self.silent, place)
        if first < len(self.silent) and self.silent[first] <= self.last[place]:
            return " ".join(laid_out(self.elements[place]).text.split())
        return " ".join(" ".join(self.elements[place].itertext()).split())
