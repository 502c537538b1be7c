"""A page cut into posts by rows whose places are known: over the title, right under it, or under the text.

Must not know why rows have these places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from blogimport.textpage.labelling import Page, folded, is_crowded
from blogimport.textpage.several.blocks import Block, Place
from blogimport.textpage.several.overall import are_notes, is_box, place_of_title
from blogimport.textpage.several.sayings import (
    LEADING_ON,
    Saying,
    is_around,
    may_be_title,
    says_something,
)

_LONGEST_LABEL = 4
# An extractor may have glued them to the link: « Lire la suite"Le four" ».
_QUOTES = re.compile('["“”„«»]')
_SHORTEST_NAMED, _ARROWS = 4, " .…→»›>"
# The name of a picture, a title, and a text.
_AROUND_TITLE = 3
# So many rows may stand between two others, the last of them counted.
_MOST_BETWEEN = 3


class Told(NamedTuple):
    """What is known of the lines of a page before any order of its rows is tried.

    `around` are the indices of the lines that are of no post, `sayings` are what others say of one, `rows` what all
    rows like these say, `repeated` the short texts that stand on the page more than once, `named` the indices of the
    titles that a link to the rest of the post names below; `has_blanks` tells whether blank lines part its lines,
    `are_notes` whether its posts are notes without titles, each under a time.
    """

    page: Page
    sayings: Mapping[int, Saying]
    rows: Mapping[int, Saying]
    around: frozenset[int]
    repeated: frozenset[str]
    named: frozenset[int]
    has_blanks: bool
    are_notes: bool


def told_of(page: Page, sayings: Mapping[int, Saying], rows: Mapping[int, Saying]) -> Told:
    """What is known of a page whose lines say something of posts."""
    around = frozenset(index for index in page.seeing if is_around(page.lines[index], page.sights[index]))
    times = Counter(line.text for line in page.lines if line.shape != "prose")
    repeated = frozenset(text for text, count in times.items() if count > 1)
    has_blanks, notes = not is_crowded(page.lines), are_notes(page, sayings)
    return Told(page, sayings, rows, around, repeated, _named(page, sayings), has_blanks, notes)


def _named(page: Page, sayings: Mapping[int, Saying]) -> frozenset[int]:
    """The titles that links to the rest of their posts name: « Lire la suite de « Le four » »."""
    named: set[int] = set()
    last = -1
    for index in sorted(index for index, saying in sayings.items() if saying == LEADING_ON):
        link = folded(_QUOTES.sub(" ", page.lines[index].text).rstrip(_ARROWS))
        for at in range(index - 1, last, -1):
            title = folded(_QUOTES.sub(" ", page.lines[at].text))
            border = len(link) - len(title)
            is_named = _SHORTEST_NAMED <= len(title) < len(link) and link.endswith(title)
            if is_named and not link[border - 1].isalnum():
                named.add(at)
                break
        last = index
    return frozenset(named)


def blocks_in(told: Told, places: Mapping[Saying, Place]) -> list[Block]:
    """The posts of a page whose rows have some places."""
    page, sayings, around, rows = told.page, told.sayings, told.around, told.rows
    reading = _Reading(told)
    for index in range(len(page.lines)):
        saying = sayings.get(index)
        if saying is None:
            if index in around:
                reading.take_around()
            else:
                reading.take_text(index)
            continue
        place = places.get(rows[index])
        # « Rocamadour (15 août) » may be a title, where it is no row of the theme.
        is_of_title = place is None and saying.may_title and (saying.has_no_year or not saying.names)
        if place is Place.TITLE and saying.is_title:
            reading.take_title(index)
        elif place is Place.TITLE or place is Place.TEXT or is_of_title:
            reading.take_text(index)
            continue
        elif place is Place.OVER:
            reading.take_over(index)
        elif place is Place.UNDER:
            reading.take_under(index)
        elif place is Place.FOOT or saying == LEADING_ON:
            reading.take_foot(index, is_row=place is Place.FOOT)
        else:
            reading.take_other(index)
        if reading.block is not None and place is not None:
            reading.block.says.add(saying)
    return reading.finished()


class _Reading:
    """The posts so far, the one that is read, and the lines since that may begin the next."""

    def __init__(self, told: Told) -> None:
        self.block: Block | None = None
        self._told = told
        self._page, self._sayings = told.page, told.sayings
        self._blocks: list[Block] = []
        self._loose: list[int] = []
        # The lines over what seems to be the title of the first post.
        self._above: list[int] = []

    def finished(self) -> list[Block]:
        """The posts, when all lines are read."""
        blocks = [
            block
            for block in self._blocks
            if (block.text and block.says)
            or (block.title is not None and any(one.is_dated or one.is_sure for one in block.says))
        ]
        if blocks and is_box(blocks[0], blocks[1:]):
            del blocks[0]
        if blocks and self._above:
            self._title_first(blocks[0], {_distance(self._page, block) for block in blocks[1:]})
        if blocks:
            self._title_nearest(blocks[0])
        # What has no text at the end of a page is what the site says there, but over a foot.
        is_whole = not blocks or blocks[-1].text or (blocks[-1].title is not None and blocks[-1].foot)
        return blocks if is_whole else blocks[:-1]

    def _title_first(self, block: Block, usual: set[int]) -> None:
        """Gives the first post a title further above its text, if it stands as far above that as others do."""
        lines = [*self._above, *((block.title,) if block.title is not None else ()), *block.text]
        for at, index in enumerate(self._above):
            other = Block(title=index, text=lines[at + 1 :])
            if self._may_be_title(index) and _distance(self._page, other) in usual:
                block.title, block.text = index, other.text
                return

    def _title_nearest(self, block: Block) -> None:
        """Gives the first post its own title, where what seemed it is the first line of the site, or names a month."""
        if block.title is None or block.over or block.under:
            return
        is_first = all(at in self._told.around or at in self._sayings for at in range(block.title))
        place = place_of_title(self._page.lines, block.title, block.text, is_first=is_first)
        if place is not None and self._may_be_title(block.text[place]):
            block.title, block.text = block.text[place], block.text[place + 1 :]

    def take_around(self) -> None:
        """A line that is none of a post."""
        if self.block is None:
            self._loose.clear()
        elif self.block.text or self.block.foot:
            self.block.lost.extend(self._loose)
            self._loose.clear()
            self.block.is_closed = True

    def take_text(self, index: int) -> None:
        """A line of which nothing is known, or the title that a link below names."""
        block = self.block
        if index in self._told.named:
            if block is None or block.title is not None or block.text or block.foot or block.is_closed:
                self._begin(Block())
            if self.block is not None:
                self.block.title, self.block.is_named = index, True
            return
        foot = block.foot if block is not None else ()
        if block is not None and foot and foot[-1] == index - 1 and self._repeats_foot(index):
            block.foot.append(index)
        elif block is None or block.foot or block.is_closed:
            self._loose.append(index)
        elif block.title is None and not (block.text or self._told.are_notes) and self._may_be_title(index):
            block.title = index
        else:
            block.text.append(index)

    def take_title(self, index: int) -> None:
        """A row that is a title: a post begins, if none has just begun with a row over it."""
        block = self.block
        if block is None or block.title is not None or block.text or block.foot:
            self._begin(Block())
        if self.block is not None:
            self.block.title = index

    def take_over(self, index: int) -> None:
        """A row over a title: a post begins, if none has just begun."""
        block = self.block
        if block is None or block.title is not None or block.text or block.foot:
            self._begin(Block())
        if self.block is not None:
            rows, over = self._told.rows, self.block.over
            if over and rows[index] in [rows[before] for before in over if before in rows]:
                self.block.bare += over
                over.clear()
            over.append(index)

    def take_under(self, index: int) -> None:
        """A row right under a title: the line over it is one."""
        block = self.block
        if block is not None and not (block.text or block.foot or block.is_closed):
            block.under.append(index)
            return
        lines = self._loose if self._loose or block is None else block.text
        if not lines or lines[-1] != index - 1 or not self._may_be_title(lines[-1]):
            self.take_other(index)
            return
        begun = Block(title=lines.pop(), under=[index])
        while len(lines) > 1 and self._is_label(lines[-1]):
            begun.over.insert(0, lines.pop())
        self._begin(begun)

    def take_foot(self, index: int, *, is_row: bool) -> None:
        """A row under a text, or the link to the rest of it."""
        if self.block is not None and self.block.foot and self._goes_on(index):
            self.block.foot.extend(self._loose)
            self._loose.clear()
        if self._loose and is_row and (self.block is None or self.block.foot or self.block.is_closed):
            self._begin_with(self._loose)
        if self.block is None:
            return
        if not self.block.text and not self.block.foot and not is_row:
            (self.block.under if self.block.title is not None else self.block.over).append(index)
            return
        while self.block.text and self._may_end(self.block.text[-1]):
            self.block.foot.insert(0, self.block.text.pop())
        self.block.foot.append(index)

    def _end_with_rows(self, block: Block) -> None:
        """Gives a post the rows under its text as its foot: of one post alone there may be such."""
        while len(block.text) > 1 and (saying := self._sayings.get(block.text[-1])) and saying.is_sure:
            block.foot.insert(0, block.text.pop())

    def _may_end(self, index: int) -> bool:
        """Whether a line under a text says something of the post: who made what it shows is named but once."""
        saying = self._sayings.get(index)
        if saying is None or saying.is_dated or not saying.names or saying.is_sure:
            return saying is not None
        return sum([row == saying.row for row in self._told.rows.values()]) > 1

    def _repeats_foot(self, index: int) -> bool:
        """Whether a line says right under a row what this ends with, as extractors leave a list twice."""
        line = self._page.lines[index]
        return not line.after_blank and self._page.lines[index - 1].text.endswith(line.text)

    def _goes_on(self, index: int) -> bool:
        """Whether the lines since the last row stand close between that and the next: rows that no cue knows."""
        lines = [self._page.lines[at] for at in (*self._loose, index)]
        return (
            self._told.has_blanks
            and 1 < len(lines) <= _MOST_BETWEEN
            and not any(line.after_blank for line in lines)
        )

    def take_other(self, index: int) -> None:
        """A line that says something of a post, as no row of the page does."""
        block = self.block
        if block is None:
            self._loose.clear()  # « Catégorie : Jardin », over all posts
        elif block.foot or block.is_closed:
            if not self._loose:
                block.foot.append(index)
            else:
                self._loose.append(index)
        elif block.text:
            block.text.append(index)
        elif block.title is None:
            block.over.append(index)
        elif self._begins_letter(block, index):
            block.text.append(index)
        else:
            block.under.append(index)

    def _begins_letter(self, block: Block, index: int) -> bool:
        """Whether a line with a place and a day is of the text, for the post has its day: « Turku, le 9 juin 2015 »."""
        saying = self._sayings[index]
        return saying.is_dated and saying.names and any(said.is_dated for said in block.says)

    def _begin(self, block: Block) -> None:
        before = self.block
        if before is not None:
            if not before.foot:
                self._end_with_rows(before)
            before.lost.extend(self._loose)
            if before.title is not None and not (before.over or before.text or before.under or before.foot):
                # What looked like a title stands over one: where the next post is filed.
                block.over.insert(0, before.title)
                self._blocks.pop()
        self._loose.clear()
        self._blocks.append(block)
        self.block = block

    def _begin_with(self, lines: list[int]) -> None:
        """Begins a post with the lines since the last: a title, if that is one, and the text."""
        lines = list(lines)
        start = 0
        if self.block is None:
            start = self._first_title(lines)
            self._above = lines[:start]
        elif self._is_caption(lines, self.block.foot):
            start = 1
        is_alone = len(lines) - start == 1 and not says_something(self._page.lines[lines[start]])
        is_titled = (len(lines) - start > 1 or is_alone) and self._may_be_title(lines[start])
        title = lines[start] if is_titled else None
        self._loose.clear()
        self._begin(Block(title=title, text=lines[start + is_titled :]))

    def _first_title(self, lines: list[int]) -> int:
        """Where in some lines the title of the first post stands, over which the site speaks.

        That is right under a menu, or else right over the first sentence.
        """
        page = [self._page.lines[index] for index in lines]
        first = next((at for at, line in enumerate(page) if says_something(line)), len(lines) - 1)
        items = [at for at in range(first) if page[at].marker == "bullet"]
        under = items[-1] + 1 if items else 0
        if items and under < first and self._may_be_title(lines[under]) and page[under].after_blank:
            return under
        return max(0, first - 1)

    def _is_caption(self, lines: Sequence[int], foot: Sequence[int]) -> bool:
        """Whether the first of some lines stands close under the foot of a post, and what may be a title apart below.

        It is the name of the picture over that.
        """
        page = self._page.lines
        if len(lines) < _AROUND_TITLE or page[lines[0]].after_blank or foot[-1:] != [lines[0] - 1]:
            return False
        is_apart = page[lines[1]].after_blank and page[lines[2]].after_blank
        return is_apart and self._may_be_title(lines[1])

    def _is_label(self, index: int) -> bool:
        """Whether a line is a few words that stand on the page again: what a theme writes over titles."""
        text = self._page.lines[index].text
        return text in self._told.repeated and text.count(" ") < _LONGEST_LABEL and self._may_be_title(index)

    def _may_be_title(self, index: int) -> bool:
        """Whether a line may be a title, also as an item that stands apart from others."""
        saying, line = self._sayings.get(index), self._page.lines[index]
        if saying is not None and saying.may_title:
            return True
        if line.marker == "bullet" and line.after_blank:
            below = self._page.lines[index + 1 : index + 2]
            line = (
                replace(line, marker=None) if below and below[0].after_blank and not below[0].marker else line
            )
        return may_be_title(line, self._page.sights[index])


def _distance(page: Page, block: Block) -> int:
    """How many lines stand between the title of a post and its first sentence."""
    if block.title is None:
        return -1
    first = next((index for index in block.text if says_something(page.lines[index])), block.title)
    return first - block.title
