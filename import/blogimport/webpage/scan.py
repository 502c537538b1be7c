"""One walk through a page: its elements in order, what each holds, and what its names say.

Everything that is asked of the tree afterwards is answered from here, in numbers; judges nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress

from blogimport.markup import Element, laid_out
from blogimport.webpage.hints import Hint, hints_in
from blogimport.webpage.lines import BREAKS, PLAIN_BREAKS, SPECIAL, VERBATIM, Lines

# What stands on lines of its own; a line that is one holds none of them.
_BLOCKS = frozenset(
    (
        *("p", "div", "ul", "ol", "dl", "table", "tr", "td", "blockquote", "pre", "form", "hr"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "article", "section", "header"),
        *("footer", "nav", "aside", "main", "figure", "fieldset", "center"),
    )
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""The tags of headings."""
_WITHOUT_TEXT = ("script", "style", "template", "head", "title", "noscript", "svg", "select", "textarea")
# What an element means for the walk, as the bits of a number, so that most of them are asked for it once.
_PLAIN_BREAK, _BREAK, _VERBATIM, _SPECIAL, _SILENT, _LINK = (1 << bit for bit in range(6))
_KINDS: dict[str, int] = {}
for _kind, _tags in (
    (_PLAIN_BREAK, PLAIN_BREAKS),
    (_BREAK, BREAKS),
    (_VERBATIM, VERBATIM),
    (_SPECIAL, SPECIAL),
    (_SILENT, _WITHOUT_TEXT),
    (_LINK, ("a",)),
):
    for _tag in _tags:
        _KINDS[_tag] = _KINDS.get(_tag, 0) | _kind
_SURE_POSTS = Hint.SURE_BODY | Hint.SURE_POST


class Scan:
    """The elements of a page by their place in it, counted from 0, an element before what is in it.

    `last[i]` is the place of the last element within the one at i; `tags[i]` is its tag; `before[i]` and `after[i]`
    count the characters of text up to its start and its end, `blocks[i]` the blocks up to it, itself included; its
    lines are those from `lines_before[i]` to before `lines_after[i]`. `silent` are the places of what has no text,
    `anchors` those of links with a name, `asides` those of what stands beside the posts; in `known_areas`,
    `known_beside` and `known_dated` those who look for places for comments, and for lines with dates, keep what they
    found.
    """

    def __init__(self, root: Element, elements: Sequence[Element] = ()) -> None:
        """Walks through a page, of which all elements may be at hand."""
        self.root = root
        self.elements: list[Element] = []
        self.tags: list[str] = []
        self.hints: list[int] = []
        self.parents: list[int] = []
        self.silent: list[int] = []
        self.anchors: list[int] = []
        self.lines = Lines()
        self.lines_before: list[int] = []
        self.before: list[int] = []
        # The texts with words, how much of each is in links, and how many of them stand before each element.
        self._texts: list[str] = []
        self._linked: list[int] = []
        self._texts_before: list[int] = []
        self._walk(elements or list(root.iter()))
        self._clean_lines()
        self._linked_before = list(accumulate(self._linked, initial=0))
        self.blocks = list(accumulate(map(_BLOCKS.__contains__, self.tags)))
        # Most elements have no name that says anything; those that have are asked for all of a kind.
        self._named = list(compress(range(len(self.hints)), self.hints))
        self.asides = self._asides()
        self.known_areas: list[tuple[int, int]] | None = None
        self.known_beside: bytearray | None = None
        self.known_dated: list[int] | None = None
        self._known_texts: dict[int, str] = {}
        self._tagged: defaultdict[str, list[int]] = defaultdict(list)
        for place, tag in enumerate(self.tags):
            self._tagged[tag].append(place)
        self._headings = self.with_tags(HEADINGS)

    def _walk(self, every: Sequence[Element]) -> None:
        # One function with everything at hand: it runs once for each element and text of a page.
        elements, tags, hints, parents, lines = self.elements, self.tags, self.hints, self.parents, self.lines
        lines_before, texts_before, texts = self.lines_before, self._texts_before, self._texts
        before, linked = self.before, self._linked
        whole_lines, pieces, flush, add = lines.texts, lines.pieces, lines.flush, lines.add_verbatim
        kind_of = _KINDS.get
        # What is known at the end of an element only.
        last, lines_after, texts_after, after = ([0] * len(every) for _ in range(4))
        links = count = text_count = line_count = 0
        latest = -1
        # The innermost element that is open.
        around_at = -1
        holder: Element = None
        # What stands between the start of one element and that of the next: a text, and one behind each end.
        text: str | None = None
        left = chain(every, (None,))
        for element in left:
            around = None if element is None else element.getparent()
            while True:
                if text:
                    if text.isspace():  # two of three
                        if pieces:
                            pieces.append(" ")
                    else:
                        size = len(text.strip())
                        texts.append(text)
                        text_count += 1
                        count += size
                        linked.append(size if links else 0)
                        if lines.verbatim:
                            add(text)
                            line_count = len(whole_lines)
                        else:
                            pieces.append(text)
                if holder is around or around_at < 0:
                    break
                place = around_at
                last[place] = latest
                texts_after[place] = text_count
                after[place] = count
                kind = kind_of(tags[place], 0)
                if kind:
                    if kind & _BREAK:
                        if pieces:
                            flush()
                            line_count = len(whole_lines)
                        if kind & _VERBATIM:
                            lines.verbatim -= 1
                    elif kind & _LINK:
                        links -= 1
                lines_after[place] = line_count + 1 if pieces else line_count
                around_at = parents[place]
                if around_at < 0:
                    break
                text = holder.tail
                holder = elements[around_at]
            if element is None:
                break
            tag = element.tag
            latest += 1
            elements.append(element)
            tags.append(tag)
            named = element.items()
            hints.append(hints_in(named) if named else 0)
            parents.append(around_at)
            texts_before.append(text_count)
            before.append(count)
            around_at = latest
            holder = element
            kind = kind_of(tag, 0)
            if kind:
                if kind & _PLAIN_BREAK:
                    if pieces:
                        flush()
                        line_count = len(whole_lines)
                elif kind & _SPECIAL:
                    lines.opened(element, tag)
                    line_count = len(whole_lines)
                if kind & _SILENT:
                    lines_before.append(line_count)
                    self.silent.append(latest)
                    for _ in element.iterdescendants():
                        next(left)
                    text = None
                    continue
                if kind & _LINK:
                    links += 1
                    if element.get("name"):
                        self.anchors.append(latest)
            lines_before.append(line_count)
            text = element.text
        self.last, self.lines_after, self._texts_after, self.after = (
            known[: latest + 1] for known in (last, lines_after, texts_after, after)
        )

    def _clean_lines(self) -> None:
        left = self.lines.clean()
        if left is not None:
            # The line that an element ends in may be one more than there are.
            left.append(left[-1])
            self.lines_before = [left[number] for number in self.lines_before]
            self.lines_after = [left[number] for number in self.lines_after]

    def _asides(self) -> frozenset[int]:
        """What stands beside the posts by its name; not where it holds a post or most of the page.

        Some platforms call everything a widget, and some pages are broken so that all is within a side column.
        """
        whole = self.size(0)
        posts = self.with_hints(_SURE_POSTS)
        found: set[int] = set()
        for place in self.with_hints(Hint.ASIDE):
            if self.size(place) * 2 >= whole or self.tags[place] in ("body", "html"):
                continue
            following = bisect_left(posts, place)
            if following == len(posts) or posts[following] > self.last[place]:
                found.add(place)
        return frozenset(found)

    def size(self, place: int) -> int:
        """The number of characters within an element."""
        return self.after[place] - self.before[place]

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

    def holds_one(self, place: int, inner: Iterable[int]) -> bool:
        """Whether any of some elements is within one, or is it."""
        last = self.last[place]
        for other in inner:  # noqa: SIM110 - as above
            if place <= other <= last:
                return True
        return False

    def holds_tag(self, place: int, tags: frozenset[str]) -> bool:
        """Whether there is an element of some tags within one, also in what has no text."""
        last = self.last[place]
        if not tags.isdisjoint(self.tags[place + 1 : last + 1]):
            return True
        first = bisect_left(self.silent, place)
        if first == len(self.silent) or self.silent[first] > last:
            return False
        return next(self.elements[place].iterdescendants(*tags), None) is not None

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
        found: list[int] = []
        inner = place + 1
        while inner <= self.last[place]:
            found.append(inner)
            inner = self.last[inner] + 1
        return found

    def previous(self, place: int) -> int | None:
        """The place of the element before one in the same element, None for the first."""
        around, before = self.parents[place], place - 1
        if before == around:
            return None
        while self.parents[before] != around:
            before = self.parents[before]
        return before

    def with_hints(self, hints: int) -> list[int]:
        """The places of the elements that have any of some hints, in order."""
        known = self.hints
        return [place for place in self._named if known[place] & hints]

    def with_tags(self, tags: Collection[str]) -> list[int]:
        """The places of the elements of some tags, in order."""
        return sorted(chain.from_iterable(self._tagged[tag] for tag in tags if tag in self._tagged))

    def headings(self, before: int) -> list[int]:
        """The places of the headings before another place."""
        return self._headings[: bisect_left(self._headings, before)]

    def texts(self, place: int) -> list[str]:
        """The texts with words within an element, in order."""
        return self._texts[self._texts_before[place] : self._texts_after[place]]

    def text(self, place: int, limit: int = 400) -> str:
        """The words of an element in one line, "" where they are more than a limit."""
        if self.after[place] - self.before[place] > limit:
            return ""
        known = self._known_texts.get(place)
        if known is None:
            first = bisect_left(self.silent, place)
            if first < len(self.silent) and self.silent[first] <= self.last[place]:
                text = laid_out(self.elements[place]).text
            else:
                text = " ".join(self._texts[self._texts_before[place] : self._texts_after[place]])
            known = self._known_texts[place] = " ".join(text.split())
        return known

    def written(self, place: int) -> str:
        """All that is written in an element in one line, what has no text included."""
        if self.holds_one(place, self.silent):
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
