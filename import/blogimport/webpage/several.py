"""Several posts on one page that nothing names as texts: boxes of one look, each under or with a title of its own.

And where each of several posts begins and ends, where they stand flat beside each other: what stands over all of them
alike is of the post below it, what stands under it of the one above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from blogimport.addresses import split_address
from blogimport.leadingon import LONGEST_MORE, is_more
from blogimport.webpage.hints import Hint
from blogimport.webpage.looks import look_of
from blogimport.webpage.scan import HEADINGS, Scan

_FEWEST = 2
_SHORTEST = 25
# A title stands among so many siblings over its text.
_REACH = 4
# Around the text of a post without a name are so many boxes, up to the one that others look like.
_HIGHEST = 6
# « (->Lire la suite) »
_AROUND = " ()[]<>→»-"
_LISTS = frozenset(("ul", "ol"))
_BOXES = frozenset(("div", "article", "section", "li", "td", "table", "tr"))


def titled_boxes(
    scan: Scan,
    densest: int,
    is_out: Callable[[int], bool],
    prose: Callable[[int], int],
    *,
    are_led_to: bool = False,
) -> list[int]:
    """The places of the texts of several posts, by boxes that look alike; none of one alone.

    The element with most prose is in one of them, or holds them. They are named for posts, or have titles that lead to
    different pages, which with `are_led_to` all of them have.
    """
    groups: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for place in sorted({*scan.with_hints(Hint.POST), *scan.with_tags(("article",))}):
        if scan.tags[place] in _BOXES and scan.sizes[place] and not is_out(place):
            groups[scan.parents[place], look_of(scan.elements[place])].append(place)
        elif scan.tags[place] in _LISTS and not is_out(place):
            for item in scan.children(place):
                # Those that are named themselves are found by that.
                if scan.tags[item] == "li" and scan.sizes[item] and not scan.hints[item] & Hint.POST:
                    groups[place, look_of(scan.elements[item])].append(item)
    named = set(groups)
    # A box without a name is in a row of such, maybe within boxes of its own.
    for around in (densest, *islice(scan.above(densest), _HIGHEST)):
        for place in scan.children(around):
            key = around, look_of(scan.elements[place])
            if key not in named and scan.tags[place] in _BOXES and scan.sizes[place] and not is_out(place):
                groups[key].append(place)
    # One of several articles may stand apart from the others, at the top of the page.
    for place in scan.outermost(scan.with_tags(("article",))):
        if scan.sizes[place] and not is_out(place):
            groups[-1, look_of(scan.elements[place])].append(place)
    found: list[int] = []
    for key, members in groups.items():
        members = members if key in named else _cells(scan, _titled(scan, members, prose), prose)
        long = [place for place in members if prose(place) >= _SHORTEST]
        if len(long) < _FEWEST or not (scan.is_in_one(densest, members) or scan.holds_one(densest, members)):
            continue
        within = [_title_within(scan, place, is_over=key in named) for place in members]
        lead = _lead_to_each(scan, within)
        if not lead and key not in named:
            members = _leading_to_rest(scan, members)
            within = [_title_within(scan, place, is_over=False) for place in members]
            lead = bool(members)
        if (are_led_to or key not in named) and not lead:
            continue
        if key not in named and len({look_of(scan.elements[title or 0]) for title in within}) > 1:
            continue
        if all(title is not None for title in within):
            texts = [_text_in(scan, place, prose) for place in members]
        elif not any(title is not None for title in within) and _have_titles_over(scan, members):
            texts = members
        else:
            continue
        # A row may hold several posts.
        is_finer = lead and len(texts) > len(found) and all(scan.is_in_one(text, found) for text in texts)
        if is_finer or sum(map(prose, texts)) > sum(map(prose, found)):
            found = texts
    return found


def _titled(scan: Scan, boxes: Sequence[int], prose: Callable[[int], int]) -> list[int]:
    """Those of some boxes that have a title; none where one among them has none and says something."""
    titled = [index for index, box in enumerate(boxes) if _title_within(scan, box, is_over=False) is not None]
    if not titled:
        return []
    among = [box for index, box in enumerate(boxes) if titled[0] < index < titled[-1] and index not in titled]
    return [] if any(prose(box) >= _SHORTEST for box in among) else [boxes[index] for index in titled]


def _cells(scan: Scan, rows: list[int], prose: Callable[[int], int]) -> list[int]:
    """What rows of several posts each hold, where that looks alike and says something; else the rows themselves."""
    cells = [
        child
        for row in rows
        for child in scan.children(row)
        if _title_within(scan, child, is_over=False) is not None
    ]
    if len(cells) <= len(rows) or len({look_of(scan.elements[cell]) for cell in cells}) > 1:
        return rows
    titles = [_title_within(scan, cell, is_over=False) for cell in cells]
    looks = {look_of(scan.elements[title or 0]) for title in titles}
    is_each = len(looks) == 1 and _lead_to_each(scan, titles)
    return cells if is_each and all(prose(cell) >= _SHORTEST for cell in cells) else rows


def lead_apart(scan: Scan, stretches: Iterable[tuple[int, int]], own: str | None, title: str | None) -> bool:
    """Whether parts of a page have titles that lead to a page each, none of which is the page itself.

    Its `own` address and `title` tell the one that it may be about, beside which others are only named.
    """
    titles = [
        next((place for place in range(first, last + 1) if _is_title(scan, place)), None)
        for first, last in stretches
    ]
    if not _lead_to_each(scan, titles):
        return False
    path = _path_of(own)
    shown = (title or "").casefold()
    return all(
        scan.text(place).casefold() != shown
        and all(_path_of(page_of(scan, link)) != path or not path for link in scan.tagged_in(place, "a"))
        for place in titles
        if place is not None
    )


def titled_alone(scan: Scan, groups: Sequence[Sequence[int]], is_out: Callable[[int], bool]) -> list[int]:
    """The boxes that a standard calls posts, beside those of several texts, with a title that leads on and no text.

    A picture or a video is all that such a post has.
    """
    boxes = [
        next((outer for outer in scan.above(group[0]) if scan.hints[outer] & Hint.SURE_POST), -1)
        for group in groups
    ]
    parents = {scan.parents[box] for box in boxes if box >= 0}
    if len(parents) != 1 or len(set(boxes)) < len(groups):
        return []
    beside = [
        place
        for place in scan.children(parents.pop())
        if scan.hints[place] & Hint.SURE_POST
        and place not in boxes
        and not is_out(place)
        and not any(scan.holds_one(place, group) for group in groups)
    ]
    titles = [_title_within(scan, place) for place in (*beside, *boxes)]
    return beside if _lead_to_each(scan, titles) else []


def page_of(scan: Scan, link: int) -> str:
    """Where a link leads to, whatever place in that page."""
    return (scan.elements[link].get("href") or "").partition("#")[0]


def _path_of(address: str | None) -> str:
    """The path of an address, without what is the same for all pages."""
    return split_address(address or "").path.strip("/")


def _title_within(scan: Scan, box: int, *, is_over: bool = True) -> int | None:
    """The title in a box, which may have to stand over a text: a picture has none."""
    return next(
        (
            place
            for place in range(box + 1, scan.last[box] + 1)
            if _is_title(scan, place) and (not is_over or scan.after[place] < scan.after[box])
        ),
        None,
    )


def _lead_to_each(scan: Scan, titles: Sequence[int | None]) -> bool:
    """Whether there are titles that lead to a page each."""
    led: set[str] = set()
    for title in titles:
        links = [] if title is None else [link for link in scan.tagged_in(title, "a") if scan.sizes[link]]
        led.update(page_of(scan, link) for link in links[:1])
    return len(led - {""}) == len(titles)


def _leading_to_rest(scan: Scan, boxes: Sequence[int]) -> list[int]:
    """Those of some boxes with one link each that leads to the rest on a page of its own; none where not all in a row.

    What stands over them or under them in such a box may be of the site.
    """
    led: dict[int, str] = {}
    for index, box in enumerate(boxes):
        texts = ((link, scan.text(link, LONGEST_MORE).strip(_AROUND)) for link in scan.tagged_in(box, "a"))
        leading = [link for link, text in texts if is_more(text)]
        if len(leading) == 1 and (page := page_of(scan, leading[0])):
            led[index] = page
    in_a_row = len(led) >= _FEWEST and max(led) - min(led) + 1 == len(led) == len({*led.values()})
    return [boxes[index] for index in led] if in_a_row else []


def _is_title(scan: Scan, place: int) -> bool:
    return bool(scan.tags[place] in HEADINGS or scan.hints[place] & Hint.TITLE) and scan.sizes[place] > 0


def _have_titles_over(scan: Scan, boxes: Sequence[int]) -> bool:
    """Whether a title stands a few siblings over each of some boxes that are in one element."""
    siblings = list(scan.children(scan.parents[boxes[0]]))
    indexes = {place: index for index, place in enumerate(siblings)}
    return all(
        any(_is_title(scan, one) for one in siblings[max(0, index - _REACH) : index])
        for index in map(indexes.__getitem__, boxes)
    )


def _text_in(scan: Scan, box: int, prose: Callable[[int], int]) -> int:
    """The text within the box of a post: what is named for a text there, else all of it."""
    named = [
        place
        for place in range(box + 1, scan.last[box] + 1)
        if scan.hints[place] & Hint.TEXT and not scan.hints[place] & (Hint.META | Hint.TITLE)
    ]
    return max(named, key=prose, default=box)


def spread(scan: Scan, tops: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last places of several posts, of which the outermost elements are given.

    Where these stand beside each other, what has the same looks over all of them belongs to each, and what has the same
    looks under all of them but for that.
    """
    found = {top: (top, scan.last[top]) for top in tops}
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for top in tops:
        beside[scan.parents[top]].append(top)
    for parent, members in beside.items():
        # The boxes of days hold one post or several.
        if parent >= 0 and len(members) >= _FEWEST:
            found.update(zip(members, _spread_in(scan, parent, members), strict=True))
    return [found[top] for top in tops]


def _spread_in(scan: Scan, parent: int, tops: Sequence[int]) -> list[tuple[int, int]]:
    """The same for those that stand in one element."""
    siblings = list(scan.children(parent))
    looks = [look_of(scan.elements[place]) for place in siblings]
    known = {place: index for index, place in enumerate(siblings)}
    indexes = [known[top] for top in tops]
    starts = [0, *(index + 1 for index in indexes[:-1])]
    over = _shared([looks[start:index][::-1] for start, index in zip(starts, indexes, strict=True)])
    ends = [index - over for index in indexes[1:]]
    between = [looks[index + 1 : end] for index, end in zip(indexes, ends, strict=False)]
    under = _shared([*between, looks[indexes[-1] + 1 :]])
    return [(siblings[index - over], scan.last[siblings[index + under]]) for index in indexes]


def _shared(rows: Sequence[Sequence[str]]) -> int:
    """How many looks at their beginning all rows have in common."""
    count = 0
    for looks in zip(*rows, strict=False):
        if len(set(looks)) > 1:
            break
        count += 1
    return count
