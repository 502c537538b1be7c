"""What the lines of a page tell of its one post where markup tells too little: where its text begins and ends in its
box, who wrote it, and when. The text page reader is asked, of the lines around the box and of its edges.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from blogimport.markup import Body
from blogimport.textpage import read_around, sights_of
from blogimport.webpage.heads import Head
from blogimport.webpage.names import bare_name
from blogimport.webpage.posts import PostPlace
from blogimport.webpage.scan import Scan
from reader.archive import NewPost
from reader.dates import tells_whole_day
from reader.models import Role

# So many lines over the box of a text, under it, and at each of its edges are looked at: the rest is not needed.
_OVER, _UNDER, _EDGE = 20, 12, 10
# A line over or under a text that is longer may be one of its paragraphs.
_LONGEST_AROUND = 120
# « Posté par Zoé. » is no sentence of a text.
_SENTENCE = 30
_MOST_OF_IT = 0.7
_FIGURES = re.compile(r"\d+", re.ASCII)
_MARKER = re.compile(r"\s*(?:• |\d{1,4}\. )")


@dataclass(frozen=True, slots=True)
class Telling:
    """The only post that some lines of a page tell, the box of its text, and the role of each line by its number."""

    post: NewPost
    box: range
    roles: Mapping[int, Role]


@dataclass(frozen=True, slots=True)
class Framed:
    """A text without what stands over and under it in its box, and the role of each of those lines by its number."""

    body: Body
    around: Mapping[int, Role]


def told_by_lines(scan: Scan, place: PostPlace, units: Sequence[int]) -> Telling | None:
    """What the lines around the text of a post tell, comments left out; None where they tell no post, or several."""
    box = range(scan.lines_before[place.bodies[0]], scan.lines_after[place.bodies[-1]])
    lines = scan.lines.texts
    near = range(max(0, box.start - _OVER), min(len(lines), box.stop + _UNDER))
    said = {number for unit in units for number in range(scan.lines_before[unit], scan.lines_after[unit])}
    numbers = [
        number for number in near if number not in said and not box.start + _EDGE <= number < box.stop - _EDGE
    ]
    told = read_around([lines[number] for number in numbers])
    if told is None:
        return None
    post, roles = told
    return Telling(post, box, {numbers[index]: role for index, role in roles})


def framed(body: Body, lines: Sequence[str], told: Telling, *, is_named: bool) -> Framed:
    """A body less the lines of its box that are told to be none of it.

    A box that only its density of prose told has often the post's head and buttons in it; one that is named for a text
    may have its head, and ends with what its writer put there, lists of links, too. Nothing long is taken off.
    """
    own = [
        number for number, role in told.roles.items() if number in told.box and _is_text(role, lines[number])
    ]
    if not own:
        return Framed(body, {})
    first, last = min(own), max(own)
    start, end = 0, len(body.text)
    around: dict[int, Role] = {}
    over, under = range(told.box.start, first), range(last + 1, told.box.stop)
    if _is_frame(over, lines) and not _is_mute(first - 1, lines, told):
        starts = _starts(body.text, lines[first])
        if starts:
            start = starts[0]
            around.update((number, told.roles.get(number, "meta")) for number in over)
    if not is_named and _is_frame(under, lines) and not _is_mute(last + 1, lines, told):
        starts = _starts(body.text, lines[last])
        until = body.text.find("\n", starts[-1]) if starts else -1
        if until > start:
            end = until
            around.update((number, told.roles.get(number, "furniture")) for number in under)
    return Framed(body.stretch(start, end) if around else body, around)


def widened(scan: Scan, place: PostPlace, told: Telling) -> PostPlace | None:
    """The place of a post with the prose over and under its box that its lines tell to be of it; None without such.

    A text may be laid out over the rows of a table, or its first paragraphs stand in another box than the rest.
    """
    own = [number for number, role in told.roles.items() if _is_text(role, scan.lines.texts[number])]
    if not own:
        return None
    first, until = min(own), max(own) + 1
    is_under_head = told.roles.get(first - 1) in ("title", "meta")
    over = _prose_in(scan, range(first, told.box.start), own) if is_under_head else []
    under: list[int] = []
    end = told.box.stop
    for outer in scan.above(place.bodies[-1]):
        if scan.lines_before[outer] < told.box.start or scan.lines_after[outer] > until:
            break
        more = range(end, scan.lines_after[outer])
        behind = _prose_in(scan, more, own)
        if more and not behind:
            break
        under += behind
        end = more.stop
    return replace(place, bodies=(*over, *place.bodies, *under)) if over or under else None


def _prose_in(scan: Scan, lines: range, own: Collection[int]) -> list[int]:
    """The elements in which some lines stand; none where these are not all a post's own, and long ones mostly."""
    if not lines or not all(number in own for number in lines):
        return []
    sizes = [len(scan.lines.texts[number]) for number in lines]
    if sum(size for size in sizes if size > _LONGEST_AROUND) < _MOST_OF_IT * sum(sizes):
        return []
    places = scan.outermost(
        place
        for place, (first, last) in enumerate(zip(scan.lines_before, scan.lines_after, strict=True))
        if lines.start <= first < last <= lines.stop
    )
    held = sum(scan.lines_after[place] - scan.lines_before[place] for place in places)
    return places if held == len(lines) else []


def _is_text(role: Role, line: str) -> bool:
    """Whether a line is of a post's text: what was taken for its title and is a sentence is, too."""
    return role == "body" or (role == "title" and line.endswith("."))


def _is_frame(numbers: range, lines: Sequence[str]) -> bool:
    return bool(numbers) and not any(
        len(line) > _LONGEST_AROUND or (len(line) > _SENTENCE and line.endswith("."))
        for line in (lines[number] for number in numbers)
    )


def _is_mute(number: int, lines: Sequence[str], told: Telling) -> bool:
    """Whether a line beside a text says nothing of the post or the site that is known: it may be of the text."""
    return (
        told.roles.get(number, "furniture") == "furniture"
        and sights_of(lines[number], told.post.language).is_blind
    )


def _starts(text: str, wanted: str) -> list[int]:
    """Where the lines of a text begin that read as one is wanted, without a list's marker and with single spaces."""
    starts: list[int] = []
    last_word = wanted.rpartition(" ")[2]
    place = 0
    for line in text.split("\n"):
        if line.rstrip().endswith(last_word) and " ".join(_MARKER.sub("", line).split()) == wanted:
            starts.append(place)
        place += len(line) + 1
    return starts


def complete(head: Head, lines: Sequence[str], told: Telling, title: str | None) -> None:
    """Who and when, where the markup shows neither, or a month only.

    Only what stands in a line that is told to be said of the post is believed.
    """
    said = [lines[number] for number, role in told.roles.items() if role in ("meta", "title")]
    author = told.post.author
    if (
        head.author is None
        and author is not None
        and author != title
        and author not in (*head.categories, *head.tags)
        and any(author in line for line in said)
    ):
        head.author = bare_name(author)
    date = told.post.published if "published" not in told.post.guesses else None
    if date is None or tells_whole_day(head.published or ""):
        return
    figures = {int(figure) for line in said for figure in _FIGURES.findall(line)}
    day, _, time = date.partition("T")
    if date.startswith(head.published or "") and int(day[-2:]) in figures:
        head.published = date if time and int(time[3:5]) in figures else day
