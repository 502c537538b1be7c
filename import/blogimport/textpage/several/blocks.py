"""Pages with several posts, told by a row that says when and comes again over, or under, each of their texts.

First pages, months, categories: a theme prints the same block for each post, a title, a day, a text, in one order. What
stands at the foot of each, in `footed`, says more; here the regular distance of titles, days and texts is all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from blogimport.textpage.assembling import assemble
from blogimport.textpage.cues import CueKind, Sights, has_figure
from blogimport.textpage.labelling import LONGEST_TITLE, Labelled, Page, Part, Roles
from blogimport.textpage.lines import stops
from blogimport.textpage.several.feet import is_beside
from reader.archive import NewPost
from reader.dates import tells_day

# So many rows are no accident; fewer must say where a post is filed, or how many comments it has.
_FEWEST, _FEWEST_SURE = 3, 2
# No row over a text has more lines, no title stands further from it, and no theme prints more short lines over one.
_NEAR, _MOST_OVER = 3, 4
# Titles of different posts are different, but for one or two; what a theme writes over each is mostly the same.
_DIFFERENT = 0.7
_MOSTLY = 0.75
_WITHOUT_TEXTS = 0.5
# What stands under the posts of a page.
_AROUND: frozenset[CueKind] = frozenset(("furniture", "related", "form", "about", "closed"))
_LEADING_ON: frozenset[CueKind] = frozenset(("furniture", "byline", "heading", "none", "form", "tail"))


@dataclass(slots=True)
class _Row:
    """The line that tells the day of a post, and from the first to the last those beside that say more of it."""

    first: int
    last: int
    own: int


@dataclass(slots=True)
class _Block:
    """The lines of a post: where it begins, its title, its text, and where it ends."""

    start: int
    title: int
    text: range
    end: int


def told_in_blocks(
    page: Page, posts: Sequence[NewPost], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The posts of a page that stand in such blocks, where these are more than some; None elsewhere."""
    is_signed = any(comment.author for post in posts for comment in post.comments)
    # Comments are filed nowhere.
    bylines = [index for index in page.seeing if "byline" in page.sights[index].by_kind]
    if is_signed and sum([_tells_filing(page.sights[index]) for index in bylines]) < _FEWEST_SURE:
        return None
    for rows in _alike(page):
        if len(rows) <= len(posts) or _are_of_comments(page, rows):
            continue
        are_filed = all(_is_filed(page, row) for row in rows)
        if is_signed and not are_filed:
            continue
        blocks = _over_texts(page, rows) or _under_texts(page, rows)
        if len(rows) < _FEWEST and not (are_filed or _is_left_out(page, blocks, posts)):
            continue
        if not blocks or not _are_regular(page, blocks, _WITHOUT_TEXTS if are_filed else _MOSTLY):
            continue
        found, roles = assemble(_labelled(page, blocks, rows), language, are_told=True)
        if len(found) > len(posts) and not any(post.comments for post in found):
            return found, roles
    return None


def _alike(page: Page) -> Iterator[list[_Row]]:
    """The rows of a page that tell a day and say the same, those that are most first."""
    places: dict[tuple[bool, bool, bool], list[int]] = {}
    for index in page.seeing:
        line, seen = page.lines[index], page.sights[index]
        if line.marker is None and line.shape != "prose" and (said := _said(seen)) is not None:
            places.setdefault(said, []).append(index)
    for indices in sorted(places.values(), key=len, reverse=True):
        if len(indices) >= _FEWEST_SURE:
            yield _rows_of(page, indices)


def _said(seen: Sights) -> tuple[bool, bool, bool] | None:
    """What a line says that tells a day: whether that alone, who, where it is filed; None of another line."""
    if seen.date is not None and not seen.by_kind:
        return (True, False, False) if tells_day(seen.date) else None
    sight = seen.by_kind.get("byline") or seen.by_kind.get("head")
    if sight is None or sight.captured.date is None or not tells_day(sight.captured.date):
        return None
    captured = sight.captured
    return False, captured.author is not None, bool(captured.categories or captured.tags)


def _rows_of(page: Page, indices: Sequence[int]) -> list[_Row]:
    """The rows of some lines, each with the lines beside it of which something is known, too."""
    rows: list[_Row] = []
    for index in indices:
        if rows and index <= rows[-1].last:
            continue
        first = last = index
        while first > (rows[-1].last + 1 if rows else 0) and _is_beside(page, first - 1):
            first -= 1
        while last + 1 < len(page.lines) and _is_beside(page, last + 1):
            last += 1
        rows.append(_Row(first, last, index))
    # What stands under the text before belongs to that: over the first row of a page there is none.
    before = min(row.own - row.first for row in rows)
    return [_Row(row.own - before, row.last, row.own) for row in rows]


def _is_beside(page: Page, index: int) -> bool:
    """Whether a line beside another that says when says something of the same post."""
    line, seen = page.lines[index], page.sights[index]
    return line.marker is None and is_beside(line, seen)


def _are_of_comments(page: Page, rows: Sequence[_Row]) -> bool:
    """Whether such rows may rather sign comments: several people, or under a heading that stands but once."""
    places = [range(row.first, row.last + 1) for row in rows]
    sights = [[page.sights[index] for index in place] for place in places]
    authors = {
        sight.captured.author
        for row in sights
        for seen in row
        if (sight := seen.by_kind.get("byline") or seen.by_kind.get("head")) and sight.captured.author
    }
    if len(authors) > 1 and not all(map(_files, sights)):
        return True
    within = {index for place in places for index in place}
    headings = [
        index
        for index in page.seeing
        if "heading" in page.sights[index].by_kind and index < rows[-1].first and index not in within
    ]
    return 0 < len(headings) < _MOSTLY * len(rows)


def _is_left_out(page: Page, blocks: Sequence[_Block], posts: Sequence[NewPost]) -> bool:
    """Whether the text of the last of some blocks is in none of some posts: better one too many than none."""
    text = [page.lines[index].text for index in blocks[-1].text] if blocks else []
    return bool(text) and not any(line in post.body for post in posts for line in text)


def _is_filed(page: Page, row: _Row) -> bool:
    """Whether a row says where a post is filed."""
    return any(_tells_filing(page.sights[index]) for index in range(row.first, row.last + 1))


def _tells_filing(seen: Sights) -> bool:
    byline = seen.by_kind.get("byline")
    return byline is not None and bool(byline.captured.categories or byline.captured.tags)


def _files(row: Sequence[Sights]) -> bool:
    """Whether a row says where a post is filed, or how many comments it has."""
    return any(
        seen.by_kind["byline"].captured.categories or seen.by_kind["byline"].captured.count is not None
        for seen in row
        if "byline" in seen.by_kind
    )


# --- a row over each text ------------------------------------------------------------------------------


def _over_texts(page: Page, rows: Sequence[_Row]) -> list[_Block]:
    """The blocks of the posts whose rows stand over their texts, with the title over the row or under it."""
    if not any(_is_prose(page, index) for index in _behind(page, rows[-1].last)):
        return []
    above = _distance_of_titles(page, rows)
    titles = [row.first - above for row in rows]
    below = [row.last + 1 for row in rows]
    is_below = sum(_stands_over_text(page, index) for index in below) >= _MOSTLY * len(rows)
    is_above = above > 0
    if is_above and is_below:
        # « Politique », over the day, is where a post is filed: shorter than its title.
        is_above = _length(page, titles) > _length(page, below)
    if not (is_above or is_below):
        return []
    repeated = _repeated(page)
    starts = titles if is_above else [_without_labels(page, row.first, repeated) for row in rows]
    ends = [_without_labels(page, start, repeated) for start in starts[1:]]
    ends.append(_end_of_last(page, rows[-1].last + 1))
    blocks = []
    for start, row, end in zip(starts, rows, ends, strict=True):
        title = start if is_above else row.last + 1
        text = max(row.last, title) + 1
        blocks.append(_Block(start, title, range(text, _end_of_text(page, text, end)), end))
    return blocks


def _ends(rows: Sequence[_Row]) -> list[int]:
    """Where what stands over each row may begin."""
    return [0, *(row.last + 1 for row in rows)]


def _behind(page: Page, last: int) -> range:
    """The next lines behind one, up to one that is known to be none of a post."""
    end = last + 1
    while end < min(last + 1 + _NEAR, len(page.lines)) and not _is_around(page.sights[end]):
        end += 1
    return range(last + 1, end)


def _is_around(seen: Sights) -> bool:
    """Whether a line is known to be none of a post."""
    return not _AROUND.isdisjoint(seen.by_kind)


def _is_prose(page: Page, index: int) -> bool:
    return page.lines[index].shape == "prose" and page.sights[index].is_blind


def _is_short(page: Page, index: int) -> bool:
    line = page.lines[index]
    return line.shape == "short" and line.marker is None and page.sights[index].is_blind


def _may_be_title(page: Page, index: int) -> bool:
    """Whether a line may be a title, which may end as a sentence does."""
    line = page.lines[index]
    return line.marker is None and len(line.text) <= LONGEST_TITLE and page.sights[index].is_blind


def _distance_of_titles(page: Page, rows: Sequence[_Row]) -> int:
    """How many lines above each row its title stands; 0 where no titles do.

    Over the day a theme may print where a post is filed, too, and texts end with short lines: titles are the longest
    lines at one distance that differ from each other and seldom end as a sentence does.
    """
    best, longest = 0, 0
    for distance in range(1, _MOST_OVER + 1):
        places = [row.first - distance for row in rows]
        within = all(place >= after for place, after in zip(places, _ends(rows), strict=False))
        if not within or not all(_may_be_title(page, place) for place in places):
            break
        are_sentences = sum(_is_sentence(page.lines[place].text) for place in places) > len(rows) // 2
        length = _length(page, places)
        if length > longest and not are_sentences and _are_different(page, places):
            best, longest = distance, length
    return best


def _is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does; a title may be cut, or end with an open thought."""
    return stops(text) and not text.endswith(("...", "…"))


def _stands_over_text(page: Page, index: int) -> bool:
    return index + 1 < len(page.lines) and _may_be_title(page, index) and _is_prose(page, index + 1)


def _are_different(page: Page, indices: Sequence[int]) -> bool:
    return len({page.lines[index].text for index in indices}) >= _DIFFERENT * len(indices)


def _length(page: Page, indices: Sequence[int]) -> int:
    return sum(len(page.lines[index].text) for index in indices if index < len(page.lines))


def _without_labels(page: Page, start: int, repeated: set[str]) -> int:
    """Where what a theme writes over each title begins, above one: its category, a line or an item."""
    while start > 0 and page.lines[start - 1].shape != "prose" and page.lines[start - 1].text in repeated:
        start -= 1
    return start


def _repeated(page: Page) -> set[str]:
    """The texts of a page's short lines that stand on it more than once."""
    times = Counter(line.text for line in page.lines if line.shape != "prose")
    return {text for text, count in times.items() if count > 1}


def _end_of_last(page: Page, start: int) -> int:
    """Where the last post of a page ends: before what is known to be none of it, behind its text."""
    has_text = False
    for index in range(start, len(page.lines)):
        if has_text and _is_around(page.sights[index]):
            return index
        has_text = has_text or _is_prose(page, index)
    return len(page.lines)


def _end_of_text(page: Page, start: int, end: int) -> int:
    """Where the text of a post ends: before the links to the rest, and what stands behind these."""
    last = next((index for index in range(end - 1, start - 1, -1) if _is_prose(page, index)), start - 1)
    for index in range(last + 1, end):
        if not _LEADING_ON.isdisjoint(page.sights[index].by_kind):
            return index
    return end


# --- a row under each text -----------------------------------------------------------------------------


def _under_texts(page: Page, rows: Sequence[_Row]) -> list[_Block]:
    """The blocks of the posts whose rows stand under their texts."""
    if any(_is_prose(page, index) for index in _behind(page, rows[-1].last)):
        return []
    blocks: list[_Block] = []
    repeated = _repeated(page)
    for row, after in zip(rows, _ends(rows), strict=False):
        title = after
        if blocks:
            while title < row.first and page.lines[title].text in repeated:
                title += 1
        else:
            title = _title_over(page, row.first, repeated)
        if title + 1 >= row.first or not all(seen.is_blind for seen in page.sights[title : row.first]):
            return []
        start = after if blocks else title
        blocks.append(_Block(start, title, range(title + 1, row.first), row.last + 1))
    return blocks


def _title_over(page: Page, end: int, repeated: set[str]) -> int:
    """Where the title over the text stands that ends before a line: the first of a page, above which others stand."""
    index = end - 1
    while index > 0 and not (_is_short(page, index) and _is_prose(page, index + 1)):
        if page.lines[index - 1].text in repeated:
            break
        index -= 1
    return index


# --- what is common to both ----------------------------------------------------------------------------


def _are_regular(page: Page, blocks: Sequence[_Block], share: float) -> bool:
    """Whether such a share of the posts of some blocks has a text, and all of them a title of their own."""
    with_text = sum(any(_is_prose(page, index) for index in block.text) for block in blocks)
    if with_text < share * len(blocks):
        return False
    # The topics of a forum have rows of figures: how many answers, how often read.
    if sum(any(_is_figures(page, index) for index in block.text) for block in blocks) > len(blocks) // 2:
        return False
    titles = [block.title for block in blocks]
    return all(_may_be_title(page, title) for title in titles) and _are_different(page, titles)


def _is_figures(page: Page, index: int) -> bool:
    """Whether a line is figures and nothing else."""
    text = page.lines[index].text
    return has_figure(text) and not any(map(str.isalpha, text))


def _labelled(page: Page, blocks: Sequence[_Block], rows: Sequence[_Row]) -> list[Labelled]:
    """Each line with its part."""
    parts = [Part.FRONT] * blocks[0].start + [Part.END] * (len(page.lines) - blocks[0].start)
    for block, row in zip(blocks, rows, strict=True):
        parts[block.start : block.title] = [Part.PRE] * (block.title - block.start)
        parts[block.title] = Part.TITLE
        over = range(block.title + 1, block.text.start)
        parts[over.start : over.stop] = [Part.HEAD] * len(over)
        parts[block.text.start : block.text.stop] = [Part.BODY] * len(block.text)
        parts[block.text.stop : block.end] = [Part.FOOT] * (block.end - block.text.stop)
        if row.first >= block.text.stop or not block.text:
            parts[row.first : row.last + 1] = [Part.FOOT] * (row.last + 1 - row.first)
    for block, following in pairwise(blocks):
        parts[block.end : following.start] = [Part.PRE] * (following.start - block.end)
    return list(map(Labelled, page.lines, page.sights, parts))
