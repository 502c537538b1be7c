"""Posts on a page that shows several, told by their titles alone: an extractor has left no day and no row.

Where « Archives pour la catégorie Vélo » stands over them, a short line that stands alone over a text is a title;
within a post, and on pages that say nothing of the kind, it may be a heading. Where a theme shows each title twice, no
heading is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from blogimport.leadingon import is_more
from blogimport.textpage.assembling import assemble
from blogimport.textpage.labelling import Labelled, Page, Part, Roles, folded, is_crowded
from blogimport.textpage.lines import Line, stops
from blogimport.textpage.several.sayings import is_sentence, may_be_title, says_something
from reader.archive import NewPost

_FEWEST = 2
# So many follow what may be where the page's one post is filed.
_FEWEST_FILED = 3
# So many of the titles have a text under them that is more than a few words.
_MOSTLY = 0.75
# Of two short lines over a text, the first may be the signature of the text before: it has so few words.
_SIGNATURE = 2
# What announces something is no title.
_ANNOUNCING = (":", ",", ";")
# What a sentence of a text may look like, too.
_SAYING = frozenset(("head", "byline"))
_WHY = "the page says that it lists posts, and this line stands alone over a text"


def told_by_list(
    page: Page, posts: Sequence[NewPost], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The posts of a page that says it lists some, where it seems to have but one; None elsewhere."""
    start, fewest = _listing(page), _FEWEST
    titles = _shown_twice(page) if start is None else []
    if start is None and not titles:
        if not page.seeing or page.seeing[0] or not _begins_with_label(page):
            return None  # as most pages
        start, fewest = 0, _FEWEST_FILED
    if len(posts) > 1 or any(post.comments for post in posts) or page.headings():
        return None
    titles = titles or _titles(page, (start or 0) + 1)
    if len(titles) < fewest or not _are_titles(page, titles):
        return None
    told, roles = assemble(_labelled(page, titles), language, are_told=True, starts=titles[1:])
    if len(told) != len(titles):
        return None
    if start is not None:
        told = [replace(post, guesses={**post.guesses, "title": _WHY}) for post in told]
    return told, roles


def _listing(page: Page) -> int | None:
    """The last line over all texts that says that there are several posts; None where none does."""
    listing: int | None = None
    for index in page.seeing:
        if "listing" in page.sights[index].by_kind:
            between = range(0 if listing is None else listing, index)
            if any(page.lines[at].shape == "prose" and page.sights[at].is_blind for at in between):
                break  # it stands under a text
            listing = index
    return listing


def _begins_with_label(page: Page) -> bool:
    """Whether a page begins with a category or a tag, « Étiquette : vélo », and says nowhere who wrote, or when."""
    byline = page.sights[0].by_kind.get("byline")
    if byline is None or not (byline.captured.categories or byline.captured.tags):
        return False
    said = (page.sights[index].by_kind.get("byline") for index in page.seeing)
    return not any(sight and (sight.captured.author or sight.captured.date) for sight in said)


def _shown_twice(page: Page) -> list[int]:
    """The first lines of titles that stand twice, one right under the other, over a text each."""
    found = [
        index
        for index, (line, below) in enumerate(pairwise(page.lines))
        if line.text == below.text and line.shape == "short" and page.sights[index].is_blind
    ]
    if not found or len(found) < _FEWEST:
        return []  # as on most pages
    over_texts = [
        index
        for index in found
        if index + 2 < len(page.lines)
        and says_something(page.lines[index + 2])
        and page.lines[index].after_blank
    ]
    return over_texts if len(over_texts) == len(found) else []


def _titles(page: Page, start: int) -> list[int]:
    """The lines from an index on that stand alone over a text, and are written as the first of them is."""
    lines = page.lines
    first = next((at for at in range(start, len(lines)) if page.sights[at].is_blind), len(lines))
    if first + 1 >= len(lines):
        return []
    is_item = lines[first].marker == "bullet"
    has_blanks = not is_crowded(lines)
    # Right under the heading a title may end as a text does: « Un cadeau à gagner… ».
    is_open = has_blanks and lines[first].shape == "prose" and not is_sentence(lines[first])
    titles = [first] if is_open and lines[first + 1].after_blank else []
    run: list[int] = []
    for at in range(first + len(titles), len(lines)):
        if _may_title(page, at, is_item=is_item, has_blanks=has_blanks):
            run.append(at)
            continue
        if run == [at - 1] and lines[at].text.isdecimal():
            continue  # how many comments the post has
        if run and (says_something(lines[at]) or _begins_text(lines, at, has_blanks=has_blanks)):
            titles.append(_title_of(page, run, is_first=not titles, has_blanks=has_blanks))
        run = []
    return titles


def _begins_text(lines: Sequence[Line], index: int, *, has_blanks: bool) -> bool:
    """Whether a short line announces something, or stands close over a text, as the name of the picture beside it."""
    if not has_blanks:
        return lines[index].shape == "short" and lines[index].text.endswith(_ANNOUNCING)
    below = lines[index + 1 : index + 2]
    return bool(below) and not below[0].after_blank and says_something(below[0])


def _may_title(page: Page, index: int, *, is_item: bool, has_blanks: bool) -> bool:
    """Whether a line stands alone and may be a title; under the first of them an item is one as well."""
    line, seen = page.lines[index], page.sights[index]
    if line.shape != "short" or is_sentence(line) or line.text.endswith(_ANNOUNCING) or is_more(line.text):
        return False
    if index and page.lines[index - 1].text.endswith(_ANNOUNCING):
        return False
    if is_item:
        return line.marker == "bullet" and seen.is_blind
    if has_blanks and not (line.after_blank or index == 0):
        return False
    is_alone = index + 1 < len(page.lines) and (page.lines[index + 1].after_blank or not has_blanks)
    return is_alone and may_be_title(line, seen)


def _title_of(page: Page, run: Sequence[int], *, is_first: bool, has_blanks: bool) -> int:
    """Which of some short lines over a text is its title: the first, but for the signature of the text before.

    Where no blank lines tell where that ends, the last.
    """
    if not (is_first or has_blanks):
        return run[-1]
    words = [page.lines[at].text.count(" ") + 1 for at in run]
    is_signed = not is_first and len(run) > 1 and words[0] <= _SIGNATURE < words[1]
    return run[1] if is_signed else run[0]


def _are_titles(page: Page, titles: Sequence[int]) -> bool:
    """Whether lines are titles: no two alike, and most with a text in sentences under them."""
    if len({folded(page.lines[at].text) for at in titles}) < len(titles):
        return False
    ends = [*titles[1:], len(page.lines)]
    texts = (
        any(page.lines[at].shape == "prose" and page.sights[at].is_blind for at in range(title + 1, end))
        for title, end in zip(titles, ends, strict=True)
    )
    return sum(texts) >= _MOSTLY * len(titles)


def _labelled(page: Page, titles: Sequence[int]) -> list[Labelled]:
    """Each line with its part: under the last text of a post stands what the site says."""
    count = len(page.lines)
    parts = [Part.FRONT] * titles[0]
    for title, end in zip(titles, [*titles[1:], count], strict=True):
        last = max(at for at in range(title, end) if at == title or page.sights[at].is_blind)
        if end == count:
            last = max(at for at in range(title, end) if at == title or says_something(page.lines[at]))
        is_twice = page.lines[title + 1].text == page.lines[title].text
        parts += [Part.TITLE] * (1 + is_twice)
        parts += [
            Part.BODY if _is_text(page, at, is_first=at == title + 1) else Part.FOOT
            for at in range(title + 1 + is_twice, last + 1)
        ]
        parts += [Part.FOOT if end < count else Part.END] * (end - last - 1)
    return list(map(Labelled, page.lines, page.sights, parts))


def _is_text(page: Page, index: int, *, is_first: bool) -> bool:
    """Whether a line of a post is of its text; the first one may be how many comments it has."""
    line, seen = page.lines[index], page.sights[index]
    # « Lire les chapitres publiés depuis le 2 mai 2007. » may sign something elsewhere.
    is_blind = seen.is_blind or (seen.by_kind.keys() <= _SAYING and stops(line.text))
    return is_blind and not is_more(line.text) and not (is_first and line.text.isdecimal())
