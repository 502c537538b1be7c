"""One walk through a page: its elements in order, what each holds, and what its names say.

Everything that is asked of the tree afterwards is answered from here, in numbers; judges nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from lxml import etree

from blogimport.markup import Element
from blogimport.webpage.hints import Hint, hints_of

_SILENT = frozenset(("script", "style", "template", "head", "title", "noscript", "svg", "select", "textarea"))


class Scan:
    """The elements of a page by their place in it, counted from 0, an element before what is in it.

    `last[i]` is the place of the last element within the one at i; `before[i]` and `after[i]` count the characters of
    text up to its start and its end, `linked_before` and `linked_after` those of them within links. `asides`
    are the places of what stands beside the posts.
    """

    def __init__(self, root: Element) -> None:
        self.root = root
        self.elements: list[Element] = []
        self.hints: list[Hint] = []
        self.parents: list[int] = []
        self.last: list[int] = []
        self.before: list[int] = []
        self.after: list[int] = []
        self.linked_before: list[int] = []
        self.linked_after: list[int] = []
        self.place: dict[Element, int] = {}
        self._walk(root)
        self.asides = self._asides()

    def _walk(self, root: Element) -> None:
        elements, hints, parents, last = self.elements, self.hints, self.parents, self.last
        count = linked = 0
        links = 0
        open_at: list[int] = [-1]
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "start":
                tag = element.tag
                place = len(elements)
                elements.append(element)
                self.place[element] = place
                hints.append(hints_of(element))
                parents.append(open_at[-1])
                last.append(place)
                self.before.append(count)
                self.linked_before.append(linked)
                self.after.append(count)
                self.linked_after.append(linked)
                open_at.append(place)
                if tag in _SILENT:
                    events.skip_subtree()
                    continue
                if tag == "a":
                    links += 1
                text = element.text
                if text:
                    size = len(text.strip())
                    count += size
                    if links:
                        linked += size
            else:
                place = open_at.pop()
                last[place] = len(elements) - 1
                self.after[place] = count
                self.linked_after[place] = linked
                if element.tag == "a":
                    links -= 1
                text = element.tail
                if text:
                    size = len(text.strip())
                    count += size
                    if links:
                        linked += size

    def _asides(self) -> frozenset[int]:
        """What stands beside the posts by its name; not where it holds a post or most of the page.

        Some platforms call everything a widget, and some pages are broken so that all is within a side column.
        """
        whole = self.size(0)
        posts = [
            p for p, hint in enumerate(self.hints) if hint & Hint.SURE and hint & (Hint.BODY | Hint.POST)
        ]
        found: set[int] = set()
        for place, hint in enumerate(self.hints):
            if (
                not hint & Hint.ASIDE
                or self.size(place) * 2 >= whole
                or self.elements[place].tag in ("body", "html")
            ):
                continue
            following = bisect_left(posts, place)
            if following == len(posts) or posts[following] > self.last[place] or posts[following] == place:
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
        return " ".join(" ".join(self.elements[place].itertext()).split())
