"""What a line says of a post, as far as cues tell: when, by whom, where it is filed, how many comments it has.

Must not know where on a page such lines stand, nor how often they come.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from blogimport.leadingon import is_more
from blogimport.textpage.cues import CueKind, Sights
from blogimport.textpage.labelling import LONGEST_TITLE
from blogimport.textpage.lines import Line, stops
from reader.dates import tells_day

# The row of a theme may list many tags.
LONGEST_ROW = 300
# A line says who or when by so many letters that no title has by chance.
_SURE_CUE = 6
# So many letters begin any title.
_WEAK_CUE = 3
# People are called by fewer words than this, taken together.
_NAMES = 2.5
_PARTICLE = 3
# The month in a leaf whose day is said again.
_LEAF = re.compile(r"/\s?[^\W\d_]{3,}\.?\s?/")
# No title ends with one of these.
_GOES_ON = ",:;"
# With these a line is none of a post; one that tells of the post, too, is of it.
_AROUND: frozenset[CueKind] = frozenset(("furniture", "related", "about", "closed", "absent"))


class Saying(NamedTuple):
    """What a line says of a post; lines that say the same may be rows of one theme."""

    is_item: bool = False
    is_day_alone: bool = False
    is_dated: bool = False
    has_no_year: bool = False
    names: bool = False
    files: bool = False
    tags: bool = False
    counts: bool = False
    is_unknown: bool = False
    """Whether no cue knows its words, but others of the page have the same beside their days or figures."""
    is_label: bool = False
    """Whether it is a few words that come again on the page, and says no more."""
    may_title: bool = False
    """Whether its day may be of a title: « Samedi 3 mai à Vichy »."""
    is_title: bool = False
    """Whether it is a title and the day in one row: « Mercato · 3 mai 2005 »."""
    is_time_alone: bool = False
    """Whether it is a time of day, and nothing else: of a note without a title."""
    is_asking: bool = False
    """Whether it asks for comments, as themes do where there are none."""
    is_leaf: bool = False
    """Whether it is the leaf of a calendar, which stands over its post: « 5 mai 2008 1 05 /05 /mai /2008 10:00 »."""
    built: int = 0
    """Which of the lines that are built alike it is one of; 0 for none."""

    @property
    def row(self) -> Saying:
        """What all rows of a theme at this place say; what one of them says besides depends on the post."""
        if not (self.files or self.tags or self.counts or self.is_asking):
            return self._replace(is_leaf=False) if self.is_leaf else self
        if self.is_dated:
            return self.bare
        # Where a post is filed may stand in one line with its tags, or how many comments it has.
        return self._replace(
            tags=self.tags and not self.files,
            counts=(self.counts or self.is_asking) and not self.files,
            is_asking=False,
        )

    @property
    def bare(self) -> Saying:
        """What it says but for where a post is filed, and how many comments it has."""
        return self._replace(files=False, tags=False, counts=False, is_asking=False)

    @property
    def is_sure(self) -> bool:
        """Whether nothing but a post says so: where it is filed, or how many comments it has."""
        return self.files or self.tags or (self.counts and not self.is_unknown)


LEADING_ON = Saying()
"""A line that leads to the rest of a post, or to its address, and says nothing of it."""


def saying_of(line: Line, seen: Sights) -> Saying | None:
    """What a line says of a post; None of a text, and of what the site says."""
    if seen.is_blind:
        return None
    if line.shape == "prose" and not _is_long_row(line, seen):
        # « Lire la suite de « Un an ferme (suite) : non ! » »
        return LEADING_ON if "byline" in seen.by_kind and is_more(line.text) else None
    is_item = line.marker == "bullet"
    by_kind = seen.by_kind
    if not by_kind:
        if seen.time is not None and not is_item:
            return Saying(is_time_alone=True)
        is_day = seen.date is not None and tells_day(seen.date)
        if seen.date is None or not is_day:
            return None
        is_leaf = "T" in seen.date and _LEAF.search(line.text) is not None
        has_no_year = seen.date.startswith("--")
        return Saying(is_item, is_day_alone=True, is_dated=True, has_no_year=has_no_year, is_leaf=is_leaf)
    sight = by_kind.get("byline") or by_kind.get("head") or by_kind.get("heading")
    counts, is_asking = "none" in by_kind, "form" in by_kind
    if sight is None:
        is_said = counts or is_asking
        return Saying(is_item=is_item, counts=counts, is_asking=is_asking) if is_said else None
    captured = sight.captured
    is_dated = captured.date is not None and tells_day(captured.date)
    if ("byline" not in by_kind or "heading" in by_kind) and not is_dated and captured.count is None:
        return None  # « Le train de 7 h 12 » may be a title, « Réactions » stands over comments
    return Saying(
        is_item=is_item,
        is_dated=is_dated,
        has_no_year=is_dated and (captured.date or "").startswith("--"),
        names=captured.author is not None,
        files=bool(captured.categories),
        tags=bool(captured.tags),
        counts=counts or captured.count is not None,
        may_title=is_dated and not sight.fixed and captured.author is not None and captured.count is None,
        is_asking=is_asking,
    )


def date_said(seen: Sights) -> str | None:
    """The day that a line tells by what is seen in it."""
    sight = seen.by_kind.get("byline") or seen.by_kind.get("head")
    date = seen.date or (sight.captured.date if sight else None)
    return date[:10] if date and not date.startswith("--") else None


def author_said(seen: Sights) -> str | None:
    """Whom a line names."""
    sight = seen.by_kind.get("byline") or seen.by_kind.get("head")
    return sight.captured.author if sight else None


def _is_long_row(line: Line, seen: Sights) -> bool:
    """Whether a line is long, or ends as a sentence does, and yet a row of a theme: it says when, or where filed."""
    byline = seen.by_kind.get("byline")
    if byline is None or len(line.text) > LONGEST_ROW:
        return False
    captured = byline.captured
    if captured.date is not None and len(line.text) <= LONGEST_TITLE and byline.fixed >= _SURE_CUE:
        return True  # « Publié le 3 mai 2009 à 19:00 par Zoé M. »
    says = captured.date or captured.categories or captured.tags
    is_filed = captured.categories or captured.tags or captured.count is not None
    if byline.fixed >= _SURE_CUE and (captured.title or (captured.date and is_filed)):
        return True  # a title that it names may end as a sentence does
    # A link to the rest of a post may name its title: « Lire la suite “Le titre” ».
    return not stops(line.text) and bool(says or byline.fixed >= _SURE_CUE)


def is_around(line: Line, seen: Sights) -> bool:
    """Whether a line is known to be none of a post."""
    by_kind = seen.by_kind
    return bool(by_kind) and not _AROUND.isdisjoint(by_kind) and saying_of(line, seen) is None


def may_be_title(line: Line, seen: Sights) -> bool:
    """Whether a line may be the title of a post: short, in words, no item, and nothing that says anything else."""
    text = line.text
    if line.marker is not None or len(text) > LONGEST_TITLE or text[-1] in _GOES_ON or text.isdecimal():
        return False
    return (
        seen.is_blind
        or files_weakly(seen)
        or (seen.by_kind.keys() == {"head"} and saying_of(line, seen) is None)
    )


def files_weakly(seen: Sights) -> bool:
    """Whether a line says only by an everyday word where a post is filed, as a title may: « In the works »."""
    byline = seen.by_kind.get("byline")
    if byline is None or len(seen.by_kind) > 1 or byline.fixed > _WEAK_CUE:
        return False
    captured = byline.captured
    return bool(captured.categories) and not (captured.date or captured.author or captured.count is not None)


def is_sentence(line: Line) -> bool:
    """Whether a line is longer than titles are, or ends as a sentence does; a title may ask, cry, or be left open."""
    if len(line.text) > LONGEST_TITLE:
        return True
    return stops(line.text) and not line.text.endswith(("...", "…", "?", "!"))


def says_something(line: Line) -> bool:
    """Whether a line is a text, or the end of one."""
    return line.shape == "prose" or is_sentence(line)


def are_no_names(titles: Collection[str]) -> bool:
    """Whether what stands where titles do has more words than names have: a guest book is no blog."""
    return sum(len(title.split()) for title in titles) >= _NAMES * len(titles)


def are_of_common_words(titles: Collection[str]) -> bool:
    """Whether most titles have a longer word in lower case behind the first: « Échappement libre »."""
    words = [title.split() for title in titles]
    common = sum(any(len(word) > _PARTICLE and word[0].islower() for word in each[1:]) for each in words)
    return 2 * common > len(words)
