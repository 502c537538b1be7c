"""The elements of a page in order, and what their names say: asked once, before whoever looks for more of them.

What has no text is kept without all that is in it. Knows no text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, compress

from blogimport.markup import Element
from blogimport.webpage.hints import hints_of, hints_of_each

STATING = frozenset(("meta", "script", "link", "title"))
"""The tags of what tells machines of a page, wherever it stands."""
WITHOUT_TEXT = frozenset(
    ("script", "style", "template", "head", "title", "noscript", "svg", "select", "textarea")
)
"""The tags of what has no text that is read."""
_APART = STATING | WITHOUT_TEXT


class Named:
    """The elements of a page by their place in it, counted from 0, an element before what is in it.

    `tags[i]` is the tag of the one at i, `hints[i]` what its names say; `silent` are the places of what has no text,
    `anchors` those of links with a name. `every` are all elements, those in what has no text, too, and `stating`
    those of them that tell machines of the page.
    """

    def __init__(self, root: Element, known: Mapping[Element, int] | None = None) -> None:
        """Lists the elements below a root, of which the hints of some may be known."""
        self.every: list[Element] = list(root.iter())
        self.tags: list[str] = [element.tag for element in self.every]
        self.silent: list[int] = []
        apart = [place for place, tag in enumerate(self.tags) if tag in _APART]
        self.stating = [self.every[place] for place in apart if self.tags[place] in STATING]
        self.elements = self._without_silent([place for place in apart if self.tags[place] in WITHOUT_TEXT])
        self.hints: list[int]
        if known is None:
            self.hints = hints_of_each(self.elements)
        else:
            self.hints = [
                hints_of(element) if (hint := known.get(element)) is None else hint
                for element in self.elements
            ]
        # Most elements have no name that says anything, and those that have share a few of them.
        self._hinted: defaultdict[int, list[int]] = defaultdict(list)
        for place in compress(range(len(self.hints)), self.hints):
            self._hinted[self.hints[place]].append(place)
        self._known_places: dict[int, Sequence[int]] = {}
        self._tagged: defaultdict[str, list[int]] = defaultdict(list)
        for place, tag in enumerate(self.tags):
            self._tagged[tag].append(place)
        self.anchors = [place for place in self._tagged["a"] if self.elements[place].get("name")]

    def again(self) -> Named:
        """The same once some elements were wrapped into others: their own names say what they did."""
        return Named(self.every[0], dict(zip(self.elements, self.hints, strict=True)))

    def with_hints(self, hints: int) -> Sequence[int]:
        """The places of the elements that have any of some hints, in order."""
        places = self._known_places.get(hints)
        if places is None:
            told = (places for known, places in self._hinted.items() if known & hints)
            places = self._known_places[hints] = sorted(chain.from_iterable(told))
        return places

    def with_tags(self, tags: Collection[str]) -> list[int]:
        """The places of the elements of some tags, in order."""
        return sorted(chain.from_iterable(self._tagged[tag] for tag in tags if tag in self._tagged))

    def with_tag(self, tag: str) -> Sequence[int]:
        """The places of the elements of one tag, in order."""
        return self._tagged.get(tag, ())

    def _without_silent(self, silent: list[int]) -> list[Element]:
        """The elements without those in what has no text, whose places are then known."""
        elements, tags = self.every.copy(), self.tags
        within: list[tuple[int, int]] = []
        until, gone = -1, 0
        for place in silent:
            if place <= until:
                continue
            self.silent.append(place - gone)
            element = elements[place]
            if len(element):  # most have nothing in them
                inner = len(list(element.iterdescendants()))
                until = place + inner
                within.append((place + 1, until + 1))
                gone += inner
        for first, behind in reversed(within):
            del elements[first:behind]
            del tags[first:behind]
        return elements
