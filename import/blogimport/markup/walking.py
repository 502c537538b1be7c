"""What each tag means for the text: a walk through a tree that writes its words and marks, in order.

Nothing that a reader of the page could see is left out: folded text (`display: none`) is kept, because blogs hide
spoilers and long posts so; scripts, styles, templates and comments were never text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, TypeAlias

from blogimport.cleaning import cleaned, is_clean
from blogimport.markup.alternatives import words_of_image
from blogimport.markup.parsing import Element
from blogimport.markup.pictures import (
    film_address,
    image_address,
    is_counter,
    is_smiley,
    is_twin,
    stated_number,
)
from blogimport.markup.tables import columns_of
from blogimport.markup.writing import Opened, Writer
from reader.models import Mark, MarkKind

_HIDDEN = frozenset(("script", "style", "template", "head", "title", "svg", "datalist"))
# The border of a block is a line break, of these a blank line.
_LINES = (
    *("div", "section", "article", "header", "footer", "main", "aside", "nav", "form", "fieldset", "legend"),
    *("details", "summary", "center", "address", "caption", "tr", "td", "th", "dt", "dd", "figcaption"),
    *("option", "textarea", "button", "hgroup", "body", "html", "search", "optgroup"),
)
_PARAGRAPHS = (
    *("p", "pre", "xmp", "listing", "blockquote", "table", "dl", "hr", "figure", "ul", "ol", "menu", "dir"),
)
_VERBATIM = ("pre", "xmp", "listing", "textarea")
_INLINE: dict[str, MarkKind] = {
    "em": "em",
    "i": "em",
    "cite": "em",
    "dfn": "em",
    "var": "em",
    "strong": "strong",
    "b": "strong",
    "code": "code",
    "tt": "code",
    "kbd": "code",
    "samp": "code",
}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol", "menu", "dir")
_FILMS = ("iframe", "embed", "object", "video", "audio")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)


class Layout(NamedTuple):
    """The text of a tree with its marks; `extents` maps each element that was asked for to where its text is."""

    text: str
    marks: tuple[Mark, ...]
    extents: dict[Element, tuple[int, int]]


@dataclass(slots=True)
class _List:
    is_ordered: bool
    number: int


# What stands for an element that makes no mark, so that its end has something to take away.
_NO_MARK: tuple[Opened, None, None] = ((0, 0), None, None)


class _Walk:
    """The state of a walk: what is open. Each opening of a tag has its closing, so the stacks match.

    What a tag means is said by the methods that `_OPENINGS` and `_CLOSINGS` name for it.
    """

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.inline: list[tuple[Opened, MarkKind | None, str | None]] = []
        self.quotes: list[Opened] = []
        self.lists: list[_List] = []
        self.items: list[Opened | None] = []
        self.tables: list[tuple[Opened, dict[Element, int] | None]] = []
        self.verbatim: list[Opened] = []

    # --- openings ----------------------------------------------------------------------------------

    def open_inline(self, tag: str, element: Element) -> None:
        kind: MarkKind | None = _INLINE[tag]
        if kind == "code" and self.verbatim:
            kind = None
        self.inline.append((self.writer.opened(), kind, None))

    def open_link(self, tag: str, element: Element) -> None:
        address = (element.get("href") or "").strip()
        is_link = address and not address.startswith("#")
        self.inline.append((self.writer.opened(), "link", address) if is_link else _NO_MARK)

    def open_span(self, tag: str, element: Element) -> None:
        kind = _styled(element)
        self.inline.append(_NO_MARK if kind is None else (self.writer.opened(), kind, None))

    def open_heading(self, tag: str, element: Element) -> None:
        self.writer.block(2)
        self.inline.append((self.writer.opened(), "heading", tag[1]))

    def open_quote(self, tag: str, element: Element) -> None:
        self.writer.block(2)
        self.quotes.append(self.writer.opened())

    def open_verbatim(self, tag: str, element: Element) -> None:
        self.writer.block(2)
        self.verbatim.append(self.writer.opened())

    def open_list(self, tag: str, element: Element) -> None:
        self.writer.block(1 if self.lists else 2)
        if self.items and self.items[-1] is not None:
            # The text of the item ends where a list within it begins.
            self._mark_item()
            self.items[-1] = None
        self.lists.append(_List(tag == "ol", stated_number(element, "start") or 1))

    def open_item(self, tag: str, element: Element) -> None:
        self.writer.drop_marker()
        self.writer.block(1)
        marker = "• "
        if self.lists and self.lists[-1].is_ordered:
            own = stated_number(element, "value")
            if own is not None:
                self.lists[-1].number = own
            marker = f"{self.lists[-1].number}. "
            self.lists[-1].number += 1
        self.items.append(self.writer.opened())
        self.writer.marker(marker)

    def open_table(self, tag: str, element: Element) -> None:
        self.writer.block(2)
        self.tables.append((self.writer.opened(), columns_of(element)))

    def open_cell(self, tag: str, element: Element) -> None:
        columns = self._columns()
        if columns is None:
            self.writer.block(1)
            return
        target = columns.get(element, 0)
        if target:
            column = self.writer.column
            self.writer.spaces(max(target - column, 2 if column else 0))

    def break_line(self, tag: str, element: Element) -> None:
        self.writer.line()

    def quote_opened(self, tag: str, element: Element) -> None:
        self.writer.words("“")

    # --- closings ----------------------------------------------------------------------------------

    def close_inline(self, tag: str) -> None:
        opened, kind, value = self.inline.pop()
        if kind is not None:
            self.writer.mark(opened, kind, value)

    def close_heading(self, tag: str) -> None:
        self.close_inline(tag)
        self.writer.block(2)

    def close_quote(self, tag: str) -> None:
        self.writer.mark(self.quotes.pop(), "quote", str(len(self.quotes) + 1))
        self.writer.block(2)

    def close_verbatim(self, tag: str) -> None:
        self.writer.mark(self.verbatim.pop(), "code")
        self.writer.block(2)

    def close_list(self, tag: str) -> None:
        self.lists.pop()
        self.writer.block(1 if self.lists else 2)

    def close_item(self, tag: str) -> None:
        if self.items[-1] is not None:
            self._mark_item()
        self.items.pop()
        self.writer.drop_marker()
        self.writer.block(1)

    def close_table(self, tag: str) -> None:
        opened, columns = self.tables.pop()
        if columns is not None:
            # Only what is shown as it stands keeps its columns.
            self.writer.mark(opened, "code")
        self.writer.block(2)

    def close_cell(self, tag: str) -> None:
        if self._columns() is None:
            self.writer.block(1)

    def quote_closed(self, tag: str) -> None:
        self.writer.words("”")

    def _columns(self) -> dict[Element, int] | None:
        """Where the cells of the table that is open begin, None where it is none of data."""
        return self.tables[-1][1] if self.tables else None

    def _mark_item(self) -> None:
        opened = self.items[-1]
        if opened is not None:
            self.writer.mark(opened, "item", str(max(1, len(self.lists))))

    # --- what has no text --------------------------------------------------------------------------

    def image(self, tag: str, element: Element) -> None:
        address = image_address(element)
        if not address or is_counter(element):
            return
        words = words_of_image(element, address)
        if not words:
            self.writer.place("image", address)
        elif is_smiley(element) or self._columns() is not None:
            opened = self.writer.opened()
            self.writer.words(words)
            self.writer.mark(opened, "image", address)
        else:
            self._alone(words, "image", address)

    def film(self, tag: str, element: Element) -> None:
        """A film or a sound is named by its address, which is all that the page has of it."""
        address = film_address(element)
        if address:
            # What follows the question mark are settings of the player.
            self._alone(cleaned(address.split("?", 1)[0]), "link", address)

    def _alone(self, words: str, kind: MarkKind, value: str) -> None:
        """Words on a line of their own."""
        self.writer.block(1)
        opened = self.writer.opened()
        self.writer.words(words)
        self.writer.mark(opened, kind, value)
        self.writer.block(1)


# What only begins and ends lines, by how many breaks: most elements.
_BORDERS = {
    tag: breaks
    for tags, breaks in ((_LINES, 1), (_PARAGRAPHS, 2))
    for tag in tags
    if tag not in (*_VERBATIM, *_LISTS, "td", "th", "blockquote", "table")
}
_Opening: TypeAlias = Callable[[_Walk, str, Element], None]
_Closing: TypeAlias = Callable[[_Walk, str], None]
_OPENINGS: dict[str, _Opening] = {
    **dict.fromkeys(_INLINE, _Walk.open_inline),
    **dict.fromkeys(_HEADINGS, _Walk.open_heading),
    **dict.fromkeys(_VERBATIM, _Walk.open_verbatim),
    **dict.fromkeys(_LISTS, _Walk.open_list),
    **dict.fromkeys(_FILMS, _Walk.film),
    **dict.fromkeys(("span", "font"), _Walk.open_span),
    **dict.fromkeys(("td", "th"), _Walk.open_cell),
    "a": _Walk.open_link,
    "blockquote": _Walk.open_quote,
    "li": _Walk.open_item,
    "table": _Walk.open_table,
    "br": _Walk.break_line,
    "img": _Walk.image,
    "q": _Walk.quote_opened,
}
_CLOSINGS: dict[str, _Closing] = {
    **dict.fromkeys((*_INLINE, "a", "span", "font"), _Walk.close_inline),
    **dict.fromkeys(_HEADINGS, _Walk.close_heading),
    **dict.fromkeys(_VERBATIM, _Walk.close_verbatim),
    **dict.fromkeys(_LISTS, _Walk.close_list),
    **dict.fromkeys(("td", "th"), _Walk.close_cell),
    "blockquote": _Walk.close_quote,
    "li": _Walk.close_item,
    "table": _Walk.close_table,
    "q": _Walk.quote_closed,
}
# What a tag means, looked up at once: the breaks at its borders, else what opens and closes it; whether it hides all.
_Meaning: TypeAlias = tuple[int, _Opening | None, _Closing | None, bool]
_NOTHING: _Meaning = (0, None, None, False)
# A comment or an instruction, whose tag is a function: only what follows it is text.
_UNSEEN: _Meaning = (0, None, None, True)


class _Meanings(dict[str, _Meaning]):
    def __missing__(self, tag: object) -> _Meaning:
        return _NOTHING if isinstance(tag, str) else _UNSEEN


_MEANINGS = _Meanings(
    (tag, (_BORDERS.get(tag, 0), _OPENINGS.get(tag), _CLOSINGS.get(tag), tag in _HIDDEN))
    for tag in (*_BORDERS, *_OPENINGS, *_CLOSINGS, *_HIDDEN)
)


def laid_out(
    root: Element,
    *,
    breaks_at_newlines: bool = False,
    skipped: Collection[Element] = (),
    noted: Iterable[Element] = (),
    is_known_clean: bool = False,
) -> Layout:
    """The text below an element; without what is in `skipped`, and with the extents of the `noted` elements.

    `is_known_clean` says that whoever asks has seen all of the text: there is nothing to clean in it.
    """
    asked = frozenset(noted)
    layout = _walked(root, Writer(breaks_at_newlines=breaks_at_newlines), skipped, asked)
    if is_known_clean or is_clean(layout.text):
        return layout
    # Few texts need it, and cleaning moves every offset after it: those are written again, cleaned piece by piece.
    return _walked(root, Writer(breaks_at_newlines=breaks_at_newlines, cleans=True), skipped, asked)


def _walked(root: Element, writer: Writer, skipped: Collection[Element], noted: frozenset[Element]) -> Layout:
    walk = _Walk(writer)
    words, block = writer.adder(), writer.block
    verbatim = walk.verbatim
    begun: dict[Element, Opened] = {}
    extents: dict[Element, tuple[int, int]] = {}
    # The elements that are open, the innermost last, each with what its end means.
    open_elements: list[tuple[Element, int, _Closing | None]] = []
    innermost = root.getparent()
    every = root.iter()
    # Elements in the order of their starts, and None for the end: half of the events that `iterwalk` makes.
    for element in chain(every, (None,)):
        around = None if element is None else element.getparent()
        while innermost is not around:
            ended, breaks, closing = open_elements.pop()
            if breaks:
                block(breaks)
            elif closing is not None:
                closing(walk, ended.tag)
            if noted and ended in noted:
                opened = begun.pop(ended)
                extents[ended] = (writer.start(opened), writer.length)
            if not open_elements:
                break  # what follows the root is not below it
            innermost = open_elements[-1][0]
            data = ended.tail
            if data:
                (writer.verbatim if verbatim else words)(data)
        if element is None:
            break
        innermost = element
        tag = element.tag
        if noted and element in noted:
            begun[element] = writer.opened()
        breaks, opening, closing, is_hidden = _MEANINGS[tag]
        is_skipped = skipped and element in skipped
        if breaks:
            block(breaks)
        elif tag == "li" and element is root:
            closing = None  # it stands in no list
        # What is skipped must still be closed.
        elif opening is not None and not (is_skipped and closing is None):
            opening(walk, tag, element)
        open_elements.append((element, breaks, closing))
        if is_hidden or is_skipped or (tag == "noscript" and is_twin(element)):
            for _ in element.iterdescendants():
                next(every)
        else:
            data = element.text
            if data:
                (writer.verbatim if verbatim else words)(data)
    # Marks are made as they end: of two over the same words the later one is around the other. Pictures without words
    # at one place follow each other as they were.
    marks = writer.marks[::-1]
    if len(marks) > 1:
        places = [mark for mark in writer.marks if mark.start == mark.end]
        if len(places) > 1:
            marks = [*(mark for mark in marks if mark.start < mark.end), *places]
        marks.sort(key=lambda mark: (mark.start, -mark.end))
    return Layout("".join(writer.pieces), tuple(marks), extents)


def _styled(element: Element) -> MarkKind | None:
    """What a style says that would else be a tag."""
    style = element.get("style")
    if not style:
        return None
    return "strong" if _BOLD.search(style) else "em" if _ITALIC.search(style) else None
