"""One walk through a page: its elements in order, what each holds, and what its names say.

Everything that is asked of the tree afterwards is answered from here, in numbers; judges nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, repeat
from operator import sub

from lxml import etree

from blogimport.markup import Element, Layout, laid_out
from blogimport.webpage.hints import Hint
from blogimport.webpage.lines import BREAKS, PLAIN_BREAKS, SPECIAL, VERBATIM, Lines
from blogimport.webpage.named import WITHOUT_TEXT, Named

# What stands on lines of its own; a line that is one holds none of them.
BLOCKS = frozenset(
    (
        *("p", "div", "ul", "ol", "dl", "table", "tr", "td", "blockquote", "pre", "form", "hr"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "article", "section", "header"),
        *("footer", "nav", "aside", "main", "figure", "fieldset", "center"),
    )
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
TITLES = ("h1", "h2", "h3", "h4")
"""The headings that may be the title of a post, the likeliest first."""
# What an element means for the walk, as the bits of a number, so that most of them are asked for it once.
_PLAIN_BREAK, _BREAK, _VERBATIM, _SPECIAL, _SILENT = (1 << bit for bit in range(5))
_KINDS: dict[str, int] = {}
for _kind, _tags in (
    (_PLAIN_BREAK, PLAIN_BREAKS),
    (_BREAK, BREAKS),
    (_VERBATIM, VERBATIM),
    (_SPECIAL, SPECIAL),
    (_SILENT, WITHOUT_TEXT),
):
    for _tag in _tags:
        _KINDS[_tag] = _KINDS.get(_tag, 0) | _kind
_getparent = etree._Element.getparent
_FIGURE = re.compile(r"\d")
_MOST_OF_IT = 0.6
_NEARLY_ALL = 0.9
_SURE_POSTS = Hint.SURE_BODY | Hint.SURE_POST


class Scan:
    """The elements of a page by their place in it, counted from 0, an element before what is in it.

    `last[i]` is the place of the last element within the one at i; `tags[i]` is its tag; `before[i]` and `after[i]`
    count the characters of text up to its start and its end, `sizes[i]` those in it, `blocks[i]` the blocks up to it,
    itself included; its lines are those from `lines_before[i]` to before `lines_after[i]`. `silent` are the places of
    what has no text, `anchors` those of links with a name, `asides` those of what stands beside the posts; in
    `known_areas`, `known_beside` and `known_dated` those who look for places for comments, and for lines with dates,
    keep what they found.
    """

    def __init__(self, root: Element, named: Named | None = None) -> None:
        """Walks through a page, of whose elements the names may be known."""
        self.root = root
        self.named = named = named or Named(root)
        self.elements = named.elements
        self.tags = named.tags
        self.hints = named.hints
        self.silent = named.silent
        self.anchors = named.anchors
        self.parents: list[int] = []
        self.lines = Lines()
        self.lines_before: list[int] = []
        # The texts with words, and how many of them stand before each element.
        self._texts: list[str] = []
        self._texts_before: list[int] = []
        self._walk()
        self._clean_lines()
        self.blocks = list(accumulate(map(BLOCKS.__contains__, self.tags)))
        self._around_silent = self._with_all_above(self.silent)
        self.known_areas: list[tuple[int, int]] | None = None
        self.known_beside: bytearray | None = None
        self.known_dated: list[int] | None = None
        self._known_texts: dict[int, str] = {}
        self._figured: list[int] | None = None
        self._headings = self.with_tags(HEADINGS)
        self._measure(named.with_tag("a"))
        self.asides = self._asides()

    def _walk(self) -> None:
        # One function with everything at hand: it runs once for each element and text of a page.
        elements, parents, lines = self.elements, self.parents, self.lines
        lines_before, texts_before, texts = self.lines_before, self._texts_before, self._texts
        whole_lines, pieces, add = lines.texts, lines.pieces, lines.add_verbatim
        kinds = [*map(_KINDS.get, self.tags, repeat(0))]
        # What is known at the end of an element only.
        last, lines_after, texts_after = ([0] * len(elements) for _ in range(3))
        text_count = line_count = 0
        latest = -1
        # The innermost element that is open.
        around_at = -1
        holder = elements[0].getparent()
        # What stands between the start of one element and that of the next: a text, and one behind each end.
        text: str | None = None
        for element, around, kind in zip(
            chain(elements, (None,)),
            chain(map(_getparent, elements), (None,)),
            chain(kinds, (0,)),
            strict=True,
        ):
            while True:
                if text:
                    if text.isspace():  # two of three
                        if pieces:
                            pieces.append(" ")
                    else:
                        texts.append(text)
                        text_count += 1
                        if lines.verbatim:
                            add(text)
                            line_count = len(whole_lines)
                        else:
                            pieces.append(text)
                if holder is around:
                    break
                last[around_at] = latest
                texts_after[around_at] = text_count
                ended = kinds[around_at]
                if ended & _BREAK:
                    if pieces:
                        whole_lines.append("".join(pieces))
                        pieces.clear()
                        line_count += 1
                    if ended & _VERBATIM:
                        lines.verbatim -= 1
                lines_after[around_at] = line_count + 1 if pieces else line_count
                around_at = parents[around_at]
                if around_at < 0:
                    break
                text = holder.tail
                holder = elements[around_at]
            if element is None:
                break
            latest += 1
            parents.append(around_at)
            texts_before.append(text_count)
            around_at = latest
            holder = element
            if kind:
                if kind & _PLAIN_BREAK:
                    if pieces:
                        whole_lines.append("".join(pieces))
                        pieces.clear()
                        line_count += 1
                elif kind & _SPECIAL:
                    lines.opened(element, self.tags[latest])
                    line_count = len(whole_lines)
                if kind & _SILENT:
                    lines_before.append(line_count)
                    text = None
                    continue
            lines_before.append(line_count)
            text = element.text
        self.last, self.lines_after, self._texts_after = last, lines_after, texts_after

    def _measure(self, links: Sequence[int]) -> None:
        """How many characters stand before each element and up to its end, and how many of them are in links."""
        sizes = list(map(len, map(str.strip, self._texts)))
        sizes_before = list(accumulate(sizes, initial=0))
        self.before = list(map(sizes_before.__getitem__, self._texts_before))
        self.after = list(map(sizes_before.__getitem__, self._texts_after))
        self.sizes: list[int] = list(map(sub, self.after, self.before))
        linked = [0] * len(sizes)
        for link in links:
            first, behind = self._texts_before[link], self._texts_after[link]
            linked[first:behind] = sizes[first:behind]
        self._linked_before = list(accumulate(linked, initial=0))

    def _clean_lines(self) -> None:
        left = self.lines.clean()
        if left is not None:
            # The line that an element ends in may be one more than there are.
            left.append(left[-1])
            self.lines_before = list(map(left.__getitem__, self.lines_before))
            self.lines_after = list(map(left.__getitem__, self.lines_after))

    def _asides(self) -> frozenset[int]:
        """What stands beside the posts by its name; not where it holds a post or most of the page.

        Some platforms call everything a widget, pieces of a text, too, and some pages are broken so that all is within
        a side column.
        """
        whole = self.sizes[0]
        posts = self.with_hints(_SURE_POSTS)
        found: set[int] = set()
        for place in self.with_hints(Hint.ASIDE):
            if self.sizes[place] * 2 >= whole or self.tags[place] in ("body", "html"):
                continue
            following = bisect_left(posts, place)
            if following == len(posts) or posts[following] > self.last[place]:
                found.add(place)
        asides = sorted(found)
        for post in self.with_hints(_SURE_POSTS) if found else ():
            inner = asides[bisect_left(asides, post) : bisect_right(asides, self.last[post])]
            if self.hints[post] & Hint.SURE_BODY:
                taken = sum(self.sizes[place] for place in self.outermost(inner))
                most = inner if taken > _MOST_OF_IT * self.sizes[post] else []
            else:
                # « archive-list-post » is all of a post in a list.
                most = [place for place in inner if self.sizes[place] > _NEARLY_ALL * self.sizes[post]]
            found.difference_update(most)
        return frozenset(found)

    def prose_before(self, place: int) -> int:
        """The number of characters before an element that are not within links."""
        return self.before[place] - self._linked_before[self._texts_before[place]]

    def linked(self, place: int) -> int:
        """How many of them are within links."""
        known = self._linked_before
        return known[self._texts_after[place]] - known[self._texts_before[place]]

    def holds(self, outer: int, inner: int) -> bool:
        """Whether an element is within another one, or the same."""
        return outer <= inner <= self.last[outer]

    def is_in_one(self, place: int, outer: Iterable[int]) -> bool:
        """Whether an element is within any of some others, or is one of them."""
        last = self.last
        for other in outer:  # noqa: SIM110 - asked for each element of a page: a generator takes twice as long
            if other <= place <= last[other]:
                return True
        return False

    def outermost(self, places: Iterable[int]) -> list[int]:
        """Those of some elements that are within none of the others, in order."""
        found: list[int] = []
        until = -1
        for place in sorted(places):
            if place > until:
                found.append(place)
                until = self.last[place]
        return found

    def is_in_outermost(self, place: int, outer: Sequence[int]) -> bool:
        """Whether an element is within any of some others, or is one of them, where none of those is in another."""
        index = bisect_right(outer, place) - 1
        return index >= 0 and place <= self.last[outer[index]]

    def holds_one(self, place: int, inner: Iterable[int]) -> bool:
        """Whether any of some elements is within one, or is it."""
        last = self.last[place]
        for other in inner:  # noqa: SIM110 - as above
            if place <= other <= last:
                return True
        return False

    def holds_tag(self, place: int, tags: frozenset[str]) -> bool:
        """Whether there is an element of some tags within one, also in what has no text."""
        if not tags.isdisjoint(self.tags[place + 1 : self.last[place] + 1]):
            return True
        if not self._holds_silent(place):
            return False
        return next(self.elements[place].iterdescendants(*tags), None) is not None

    def _holds_silent(self, place: int) -> bool:
        """Whether something that has no text is within an element, or is it."""
        return place in self._around_silent

    def has_blocks(self, place: int) -> bool:
        """Whether an element holds others that stand on lines of their own."""
        return self.blocks[self.last[place]] > self.blocks[place]

    def above(self, place: int) -> Iterator[int]:
        """The places of the elements around one, from the inside out."""
        place = self.parents[place]
        while place >= 0:
            yield place
            place = self.parents[place]

    def _with_all_above(self, places: Iterable[int]) -> frozenset[int]:
        """Some elements, and those that they are in."""
        found: set[int] = set()
        for place in places:
            while place >= 0 and place not in found:
                found.add(place)
                place = self.parents[place]
        return frozenset(found)

    def children(self, place: int) -> list[int]:
        """The places of the elements right in one."""
        found: list[int] = []
        inner = place + 1
        while inner <= self.last[place]:
            found.append(inner)
            inner = self.last[inner] + 1
        return found

    def right_within(self, outer: int, places: Sequence[int]) -> list[int]:
        """Those of some places, in order, that are within one of them, without those within these."""
        inner: list[int] = []
        until = outer
        for place in places[bisect_right(places, outer) :]:
            if place > self.last[outer]:
                break
            if place > until:
                inner.append(place)
                until = self.last[place]
        return inner

    def previous(self, place: int) -> int | None:
        """The place of the element before one in the same element, None for the first."""
        around, before = self.parents[place], place - 1
        if before == around:
            return None
        while self.parents[before] != around:
            before = self.parents[before]
        return before

    def with_hints(self, hints: int) -> Sequence[int]:
        """The places of the elements that have any of some hints, in order."""
        return self.named.with_hints(hints)

    def with_tags(self, tags: Collection[str]) -> list[int]:
        """The places of the elements of some tags, in order."""
        return self.named.with_tags(tags)

    def tagged_in(self, place: int, tag: str) -> Sequence[int]:
        """The places of the elements of a tag within an element, or it, in order."""
        tagged = self.named.with_tag(tag)
        return tagged[bisect_left(tagged, place) : bisect_right(tagged, self.last[place])]

    @cached_property
    def _titles(self) -> list[int]:
        return sorted({*self.with_tags(TITLES), *self.with_hints(Hint.TITLE)})

    def titles(self, first: int, last: int) -> list[int]:
        """The places of what may be a title, by its tag or its name, from one place to another."""
        return self._titles[bisect_left(self._titles, first) : bisect_right(self._titles, last)]

    def bookmarks(self, first: int, last: int) -> Sequence[int]:
        """The places of the links by which posts are kept, `rel="bookmark"`, from one place to another."""
        links = self.with_hints(Hint.BOOKMARK)
        return links[bisect_left(links, first) : bisect_right(links, last)]

    def headings(self, before: int, start: int = 0) -> list[int]:
        """The places of the headings before another place, and from one on."""
        return self._headings[bisect_left(self._headings, start) : bisect_left(self._headings, before)]

    def holds_figure(self, place: int) -> bool:
        """Whether there is a figure in the words of an element."""
        if self._figured is None:
            self._figured = list(accumulate(map(bool, map(_FIGURE.search, self._texts)), initial=0))
        return self._figured[self._texts_after[place]] > self._figured[self._texts_before[place]]

    def texts(self, place: int) -> list[str]:
        """The texts with words within an element, in order."""
        return self._texts[self._texts_before[place] : self._texts_after[place]]

    def laid_out(self, place: int, skipped: Collection[Element] = ()) -> Layout:
        """The text of an element with its marks, without that of some elements in it."""
        # One look at all lines of a page has told of most that there is nothing to clean.
        is_known_clean = self.lines.were_clean and not self._holds_silent(place)
        return laid_out(self.elements[place], skipped=skipped, is_known_clean=is_known_clean)

    def text(self, place: int, limit: int = 400) -> str:
        """The words of an element in one line, "" where they are more than a limit."""
        if self.sizes[place] > limit:
            return ""
        known = self._known_texts.get(place)
        if known is None:
            if place in self._around_silent:
                text = self.laid_out(place).text
            else:
                text = " ".join(self._texts[self._texts_before[place] : self._texts_after[place]])
            known = self._known_texts[place] = " ".join(text.split())
        return known

    def written(self, place: int) -> str:
        """All that is written in an element in one line, what has no text included."""
        if self._holds_silent(place):
            return " ".join(" ".join(self.elements[place].itertext()).split())
        return " ".join(" ".join(self._texts[self._texts_before[place] : self._texts_after[place]]).split())

    def texts_before(self, outer: int, inner: int) -> list[str]:
        """The texts with words that an element begins with, before one within it."""
        return self._texts[self._texts_before[outer] : self._texts_before[inner]]

    def text_but(self, place: int, others: Iterable[int], limit: int) -> str:
        """The same without the words of some elements within it, in order."""
        start, end = self._texts_before[place], self._texts_after[place]
        texts: list[str] = []
        for other in others:
            if self.holds(place, other) and self._texts_before[other] >= start:
                texts += self._texts[start : self._texts_before[other]]
                start = self._texts_after[other]
        line = " ".join(" ".join((*texts, *self._texts[start:end])).split())
        return line if len(line) <= limit else ""
