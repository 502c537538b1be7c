"""Comments that nothing names: elements of one shape, each with a date at the same place in it.

What recurs around dates in one shape may be posts, or a box of what was said elsewhere: these are told from comments
by where they stand, what they lead to and how their texts end. Knows no name of any theme.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from statistics import median

from blogimport.addresses import split_address
from blogimport.captures import untold
from blogimport.textpage import plausible_name, sights_of
from blogimport.webpage.areas import comment_areas, is_beside
from blogimport.webpage.columns import date_by_columns, sign_by_columns
from blogimport.webpage.counts import declared_by_links
from blogimport.webpage.evidence import Said, are_said
from blogimport.webpage.families import MOST_SAID, Family, best_family
from blogimport.webpage.fields import Comments
from blogimport.webpage.hints import Hint
from blogimport.webpage.looks import look_of
from blogimport.webpage.ownpages import behind_heading, have_pages
from blogimport.webpage.scan import HEADINGS, Scan
from blogimport.webpage.signatures import says_nothing_more, signature_in
from blogimport.webpage.surroundings import around_of, is_announced, leads_of
from reader.dates import find_dates

# Nobody says who and when in more than this.
_LONGEST_DATED = 200
# Elements around a date within which a comment is looked for.
_HIGHEST = 9
_LEAST_QUALITY = 2.4
# So many families may turn out to be something else before the page is thought to have no comments.
_MOST_TRIES = 3
# What so many say tells whether they are comments.
_MOST_READ = 12
_LONGEST_NAME = 60
# The post stands before its comments, in so many characters that are no links.
_LEAST_BEFORE = 40
# Lines that sign texts are no more than this of what they and the texts are together.
_MOST_COVERED = 0.6
# A day with a year, or with a time.
_FIGURES = re.compile(r"\d\D*\d\D*\d")
_TOPS = frozenset(("body", "html"))
_CUT = ("...", "…", "[…]", "[...]", "(...)", "(…)")


def repeated_family(comments: Comments, known: Family | None) -> Family | None:
    """The elements that are one comment each, by their shape alone; None where what recurs may be something else."""
    scan = comments.scan
    enough = 0.0 if known is None else known.score
    candidates = [
        ("", members)
        for members in _candidates(scan, comments.language)
        if MOST_SAID * len(members) >= enough
        and not _are_first(scan, members)
        and _are_of_one_kind(scan, members)
    ]
    left = candidates
    for _ in range(_MOST_TRIES):
        best = best_family(comments, left, known, least=_LEAST_QUALITY)
        if best is None:
            break
        if _is_said(comments, best):
            return _without_silent(comments, _from_heading(scan, best))
        left = [(name, members) for name, members in left if members != best.members]
    return None if known is not None else _signed_in_columns(comments, [members for _, members in left])


def _signed_in_columns(comments: Comments, candidates: Sequence[list[int]]) -> Family | None:
    """The elements, where the page says that comments stand, that have their names and days at one place each."""
    scan = comments.scan
    announced = [
        members for members in candidates if is_announced(scan, members) and not _hold_others(scan, members)
    ]
    for members in sorted(announced, key=len, reverse=True)[:_MOST_TRIES]:
        date_by_columns(comments, members)
        sign_by_columns(comments, members)
        best = best_family(comments, [("", members)], least=_LEAST_QUALITY)
        if best is not None and _is_said(comments, best):
            return best
    return None


def _hold_others(scan: Scan, members: Sequence[int]) -> bool:
    return any(scan.holds(one, other) for one, other in pairwise(members))


def _is_said(comments: Comments, family: Family) -> bool:
    """Whether what recurs in one shape are comments, and nothing else that does."""
    scan, members = comments.scan, family.members
    return not (
        _are_posts(scan, members)
        or _are_lists(scan, members)
        or _is_box(comments, members)
        or _lead_to_comments(scan, members)
        or not _are_said(comments, family)
    )


def _lead_to_comments(scan: Scan, members: Sequence[int]) -> bool:
    """Whether most of them lead to comments and count these, as the lines under posts do, and no comment does."""
    leading = sum(declared_by_links(scan, scan.tagged_in(place, "a")) is not None for place in members)
    return leading * 2 > len(members)


def _from_heading(scan: Scan, family: Family) -> Family:
    """A family without the members over the heading of its others: the post that is built like its comments."""
    areas = comment_areas(scan)
    within = [place for place in family.members if any(first <= place <= last for first, last in areas)]
    over = len(family.members) - len(within)
    if not within or not over or over > len(within) or family.members[over:] != within:
        return family
    return replace(family, members=within, score=family.quality * len(within))


def _without_silent(comments: Comments, family: Family) -> Family:
    """A family without the members that it begins with and that say nothing: the line about the post is one."""
    members = family.members
    while len(members) > 1 and not _says_something(comments, members):
        members = members[1:]
    return replace(family, members=members)


def _says_something(comments: Comments, members: Sequence[int]) -> bool:
    body = comments.fields(members[0], comments.scan.right_within(members[0], members)).body
    return bool(body.text or body.marks)


def _are_said(comments: Comments, family: Family) -> bool:
    """Whether what members say, and what stands around them, tells that they are comments."""
    scan = comments.scan
    said: list[Said] = []
    for place in family.members[:_MOST_READ]:
        read = comments.fields(place, scan.right_within(place, family.members))
        leads = leads_of(scan, place, read.author)
        said.append(Said(read.author, read.published, read.body.text, read.is_counted_back, leads))
    return are_said(said, around_of(scan, family.members, comments.language), comments.language)


def listed_apart(scan: Scan, language: str | None) -> list[int]:
    """The places of what holds lines of one look that say who and when, with the texts that belong to them between."""
    groups: dict[tuple[int, str], list[int]] = {}
    for place in dated_lines(scan, language):
        if not _signs(scan, place, language):
            continue
        for child in (place, *scan.above(place)):
            if scan.sizes[child] > _LONGEST_DATED or scan.tags[child] in _TOPS:
                break
            groups.setdefault((scan.parents[child], look_of(scan.elements[child])), []).append(child)
    return sorted(
        {
            around
            for (around, _), places in groups.items()
            if len(places) > 1
            and are_apart(scan, places)
            and _are_signed(scan, places, language)
            and not _are_first(scan, places)
            and not _are_headed(scan, places)
        }
    )


def _are_signed(scan: Scan, places: Sequence[int], language: str | None) -> bool:
    """Whether lines that say who and when sign comments, by these and by what stands between them."""
    said: list[Said] = []
    for place, following in zip(places, [*places[1:], None], strict=True):
        signed = signature_in(scan.texts(place), language)
        first = scan.lines_after[place]
        last = first + 1 if following is None else scan.lines_before[following]
        author = _name_over(scan, place) if signed is None or signed.author is None else signed.author
        text = "\n".join(scan.lines.texts[first:last])
        said.append(Said(author, signed and signed.published, text, leads=leads_of(scan, place, author)))
    return are_said(said[:_MOST_READ], around_of(scan, places, language), language)


def _name_over(scan: Scan, place: int) -> str | None:
    """The line over one with a date, where that may be a name."""
    number = scan.lines_before[place]
    line = scan.lines.texts[number - 1] if number else ""
    return line if len(line) <= _LONGEST_NAME and plausible_name(line) else None


def _signs(scan: Scan, place: int, language: str | None) -> bool:
    """Whether a line with a date says nothing else but who, perhaps."""
    signed = signature_in(scan.texts(place), language)
    return signed is not None and (
        signed.author is not None or says_nothing_more(scan.text(place, _LONGEST_DATED), None, language)
    )


def are_apart(scan: Scan, places: Sequence[int]) -> bool:
    """Whether there is more text between some elements than in them."""
    return sum(map(scan.sizes.__getitem__, scan.outermost(places))) < _MOST_COVERED * (
        scan.after[places[-1]] - scan.before[places[0]]
    )


def dated_lines(scan: Scan, language: str | None) -> list[int]:
    """The places of the short lines outside of what stands beside that tell a day."""
    if scan.known_dated is None:
        scan.known_dated = [
            place
            for place in _lines(scan)
            if (text := scan.text(place, _LONGEST_DATED))
            and ((_FIGURES.search(text) and find_dates(text, language)) or untold(text) is not None)
            and not is_beside(scan, place)
        ]
    return scan.known_dated


def _lines(scan: Scan) -> Iterator[int]:
    """The outermost elements that are short and hold no block."""
    until = -1
    for place in range(1, len(scan.elements)):
        if place > until and 0 < scan.sizes[place] <= _LONGEST_DATED and not scan.has_blocks(place):
            until = scan.last[place]
            yield place


def _candidates(scan: Scan, language: str | None) -> list[list[int]]:
    """What may be comments: the elements around dates, as many levels up, that look alike up to there."""
    by_looks: dict[tuple[str, ...], list[int]] = {}
    by_tags: dict[tuple[str, ...], list[int]] = {}
    # A short comment is one line with a date, in a long one that is a line of its own.
    siblings: dict[tuple[int, str], list[int]] = {}
    for place in dated_lines(scan, language):
        looks: tuple[str, ...] = ()
        tags: tuple[str, ...] = ()
        for outer in (place, *scan.above(place)):
            if scan.tags[outer] in _TOPS or len(looks) > _HIGHEST:
                break
            look = look_of(scan.elements[outer])
            if not look.endswith("."):
                siblings.setdefault((scan.parents[outer], look), []).append(outer)
            looks = (*looks, look)
            tags = (*tags, scan.tags[outer])
            by_looks.setdefault(looks, []).append(outer)
            by_tags.setdefault(tags, []).append(outer)
    found: dict[tuple[int, ...], None] = {}
    for places in (*by_looks.values(), *by_tags.values(), *siblings.values()):
        found[tuple(dict.fromkeys(places))] = None
    for places in by_tags.values():
        for members in _of_one_place(scan, list(dict.fromkeys(places))):
            found[tuple(members)] = None
    return [members for members in map(sorted, found) if len(members) > 1]


def _of_one_place(scan: Scan, places: Sequence[int]) -> list[list[int]]:
    """Elements by what they are in, with those within them."""
    groups: dict[int, list[int]] = {}
    outer, around = -1, -1
    for place in sorted(places):
        if outer < 0 or not scan.holds(outer, place):
            outer, around = place, scan.parents[place]
        groups.setdefault(around, []).append(place)
    return list(groups.values())


def _are_headed(scan: Scan, places: Sequence[int]) -> bool:
    """Whether headings stand between lines that sign texts: these are articles, then."""
    headings = [
        place
        for place in range(places[0], places[-1])
        if scan.tags[place] in HEADINGS and not scan.is_in_one(place, places)
    ]
    return len(headings) >= len(places) - 1


def _are_of_one_kind(scan: Scan, members: Sequence[int]) -> bool:
    """Whether most elements share a class, or none has any."""
    kinds = Counter(
        name for place in members for name in {*(scan.elements[place].get("class") or "").split()}
    )
    return not kinds or kinds.most_common(1)[0][1] * 2 > len(members)


def _are_first(scan: Scan, members: Sequence[int]) -> bool:
    """Whether nothing stands before elements that they could be comments on."""
    return scan.prose_before(members[0]) < _LEAST_BEFORE


def _are_posts(scan: Scan, members: Sequence[int]) -> bool:
    """Whether elements may be posts: with headings that lead to pages of their own, all of one site."""
    if any(scan.hints[place] & Hint.SURE_POST for place in members):
        return True
    if sum(_counts_comments(scan, place) for place in members) * 2 > len(members):
        return True
    if have_pages(scan, members):
        return True
    addresses = [address for place in members if (address := behind_heading(scan, place))]
    hosts = {split_address(address).netloc for address in addresses}
    return len(addresses) * 2 > len(members) and len(hosts) == 1


def _counts_comments(scan: Scan, place: int) -> bool:
    """Whether an element has a heading and a link that counts comments, as posts have: « 6 commentaires »."""
    inner = range(place + 1, scan.last[place] + 1)
    if not any(scan.tags[one] in HEADINGS and scan.sizes[one] for one in inner):
        return False
    links = (scan.text(one, _LONGEST_NAME) for one in inner if scan.tags[one] == "a" and scan.sizes[one])
    return any("heading" in (sights := sights_of(text)) or "none" in sights for text in links)


def _are_lists(scan: Scan, members: Sequence[int]) -> bool:
    """Whether most elements hold several lines with dates at the same place: each is a table of such lines."""
    dated = scan.known_dated or ()
    lists = 0
    for place in members:
        paths = [_path(scan, line, place) for line in dated if place < line <= scan.last[place]]
        lists += len(paths) > len(set(paths))
    return lists * 2 > len(members)


def _path(scan: Scan, place: int, outer: int) -> tuple[str, ...]:
    """The looks of the elements from one up to another around it."""
    return (
        look_of(scan.elements[place]),
        *(look_of(scan.elements[one]) for one in takewhile(lambda one: one != outer, scan.above(place))),
    )


def _is_box(comments: Comments, members: Sequence[int]) -> bool:
    """Whether elements are a list of what stands elsewhere: mostly links, or texts that are cut off."""
    scan = comments.scan
    if sum(map(scan.linked, members)) * 2 > sum(map(scan.sizes.__getitem__, members)):
        return True
    some = members[:: max(1, len(members) // _MOST_READ)]
    texts = [comments.fields(place, scan.right_within(place, members)).body.text for place in some]
    cut = sum(text.rstrip().endswith(_CUT) for text in texts)
    return cut * 2 > len(texts) or median(map(len, texts)) < 2
