"""Where the posts of a page are: the element that holds each one's text, and the stretch of the page that is its.

By the names that themes give, else by where the prose is. Reads no value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from blogimport.textpage import sight_of
from blogimport.webpage.density import SHORTEST_BODY, beside, densest
from blogimport.webpage.headed import headed_runs
from blogimport.webpage.hints import Hint
from blogimport.webpage.looks import look_of
from blogimport.webpage.scan import HEADINGS, Scan
from blogimport.webpage.several import lead_apart, spread, titled_alone, titled_boxes
from blogimport.webpage.sharing import sharing_in
from blogimport.webpage.taken import Taken

_NEARLY_ALL = 0.8
_WEIGHT_OF_STANDARD = 4
_LARGEST_BESIDE = 4
# « Les commentaires sont fermés. »
_LONGEST_LINE = 60
_NO_BODIES = frozenset(("body", "html", "a", "span", "h1", "h2"))


@dataclass(frozen=True, slots=True)
class PostPlace:
    """A post by the places of its elements: `bodies` hold its text, `first` to `last` is all that may speak of it."""

    bodies: tuple[int, ...]
    first: int
    last: int
    by_density: bool = False


def post_places(
    scan: Scan, units: Sequence[int], *, is_article: bool, own: str | None = None, title: str | None = None
) -> list[PostPlace]:
    """The posts of a page in order; none where it has no text of any length.

    A page that states to be one article may have its `own` address and `title`.
    """
    taken = Taken(scan, units)
    groups = _typed_boxes(scan, taken, _named_bodies(scan, taken))
    if len(groups) == 1 and not is_article:
        groups = _listed_within(scan, groups[0], taken) or groups
    best = None if groups else densest(scan, taken)
    if best is not None:
        boxes = titled_boxes(scan, best, taken.is_out, taken.prose, are_led_to=is_article)
        groups = [[place] for place in boxes]
        if is_article and (units or not lead_apart(scan, _reaches(scan, groups), own, title)):
            groups = []
        if not groups and not is_article:
            groups = headed_runs(scan, best, taken.is_out, taken.prose)
    by_density = not groups
    if by_density:
        groups = [beside(scan, best, taken)] if best is not None else []
    # Plugins call lists of posts articles, too.
    if is_article and len(groups) > 1 and (units or not lead_apart(scan, _reaches(scan, groups), own, title)):
        groups = [_of_one_post(scan, groups, taken)]
    if not by_density:
        groups = [[_typed_within(scan, place, taken) for place in group] for group in groups]
    if len(groups) > 1:
        groups = sorted([*groups, *([box] for box in titled_alone(scan, groups, taken.is_out))])
    return _stretches(scan, groups, by_density)


def lines_beside(scan: Scan) -> frozenset[str]:
    """The lines of a page that stand in forms, menus and what else is no post, and nowhere else.

    Where a page names nothing for a post, what is most of it may be called a column.
    """
    taken = Taken(scan, ())
    within, last = set[int](), len(scan.lines.texts)
    for hole in (*taken.holes, *sharing_in(scan, (0,))):
        if scan.sizes[hole] * _LARGEST_BESIDE < scan.sizes[0]:
            within.update(range(scan.lines_before[hole], min(scan.lines_after[hole], last)))
    others = {text for number, text in enumerate(scan.lines.texts) if number not in within}
    return frozenset(scan.lines.texts[number] for number in within) - others


def _named_bodies(scan: Scan, taken: Taken) -> list[list[int]]:
    """The elements that are named for a post's text, those of one post together."""
    named = [
        place
        for place in scan.with_hints(Hint.BODY)
        if scan.tags[place] not in _NO_BODIES and not taken.is_out(place) and not _is_headed_talk(scan, place)
    ]
    long = [place for place in named if taken.prose(place) >= SHORTEST_BODY]
    if not long:
        long = _linked_as_a_whole(scan, named)
    sure = [place for place in long if scan.hints[place] & Hint.SURE_BODY]
    # A standard's name may be on a box of its own, far from the text.
    if sure and _WEIGHT_OF_STANDARD * max(map(taken.prose, sure)) >= max(map(taken.prose, long)):
        openings = {over for place in sure if (over := _opening_over(scan, place, long)) is not None}
        named = [place for place in named if scan.hints[place] & Hint.SURE_BODY or place in openings]
    # A text may be short, or a picture, where others of its look are long enough.
    looks = {look_of(scan.elements[place]) for place in long}
    outer: list[int] = []
    for place in named:
        if not _has_something(scan, place):
            # One that is no more than its title has the names that the others have.
            if look_of(scan.elements[place]) not in looks or not _is_titled(scan, place):
                continue
        elif (
            taken.prose(place) < SHORTEST_BODY
            and look_of(scan.elements[place]) not in looks
            and (taken.holds_comment(place) or not _has_picture(scan, place))
        ):
            continue
        if outer and scan.holds(outer[-1], place):
            inner = [other for other in named if other > outer[-1] and scan.holds(outer[-1], other)]
            # A box that holds several texts of one look is the list of posts, not a post.
            is_list = len({look_of(scan.elements[other]) for other in inner}) < len(inner)
            if is_list or _is_under_title(scan, outer[-1], place, taken):
                outer[-1] = place
            continue
        outer.append(place)
    return _grouped(scan, outer, taken)


def _opening_over(scan: Scan, body: int, named: Sequence[int]) -> int | None:
    """What is named for a text and stands right over one that a standard names: « chapo »."""
    over = scan.previous(body)
    if (
        over is None
        or over not in named
        or scan.hints[over] & (Hint.TITLE | Hint.DATE | Hint.AUTHOR | Hint.SURE)
    ):
        return None
    return over


def _listed_within(scan: Scan, bodies: Sequence[int], taken: Taken) -> list[list[int]]:
    """The posts that are nearly all of what is named for a text, each under a title that leads to it; none mostly."""
    if len(bodies) > 1 or scan.hints[bodies[0]] & (Hint.SURE_BODY | Hint.SURE_POST):
        return []
    boxes = titled_boxes(scan, bodies[0], taken.is_out, taken.prose, are_led_to=True)
    prose = sum(map(taken.prose, boxes))
    is_list = all(scan.holds(bodies[0], box) for box in boxes) and prose > _NEARLY_ALL * taken.prose(
        bodies[0]
    )
    return [[box] for box in boxes] if boxes and is_list else []


def _linked_as_a_whole(scan: Scan, named: Sequence[int]) -> list[int]:
    """The texts of several posts, each of which is a link to the rest together with all that stands around it."""
    long = [
        place
        for place in named
        if scan.sizes[place] >= SHORTEST_BODY and any(scan.tags[outer] == "a" for outer in scan.above(place))
    ]
    return long if len(long) > 1 and len({look_of(scan.elements[place]) for place in long}) == 1 else []


def _typed_boxes(scan: Scan, taken: Taken, groups: list[list[int]]) -> list[list[int]]:
    """The boxes that a standard calls posts, where there are several, and nothing in them is named for a text.

    What was named holds all of them then.
    """
    named = [place for group in groups for place in group]
    typed = [
        place
        for place in scan.outermost(scan.with_hints(Hint.SURE_POST))
        if scan.tags[place] not in _NO_BODIES
        and not taken.is_out(place)
        and not scan.holds_one(place, named)
        and scan.sizes[place] >= SHORTEST_BODY
    ]
    # One that is only a picture under its title has the look of the others.
    looks = {look_of(scan.elements[place]) for place in typed if taken.prose(place) >= SHORTEST_BODY}
    typed = [place for place in typed if look_of(scan.elements[place]) in looks]
    is_within = all(scan.holds_one(body, typed) for body in named)
    return [[place] for place in typed] if len(typed) > 1 and is_within else groups


def _is_headed_talk(scan: Scan, place: int) -> bool:
    """Whether a box begins with a heading that is named for comments, or a form for these, or has one line that is.

    Or whether what has the name of a title says right over it that one may write one: the rules stand there.
    """
    over = scan.previous(place)
    if over is not None and 0 < scan.sizes[over] <= _LONGEST_LINE and not scan.linked(over):
        is_title = scan.tags[over] in HEADINGS or scan.hints[over] & Hint.TITLE
        if is_title and sight_of(scan.text(over), "form") is not None:
            return True
    first = next((inner for inner in range(place + 1, scan.last[place] + 1) if scan.sizes[inner]), place)
    is_line = scan.sizes[first] == scan.sizes[place] <= _LONGEST_LINE
    return (scan.tags[first] in HEADINGS or is_line) and bool(scan.hints[first] & (Hint.AREA | Hint.FORM))


def _is_under_title(scan: Scan, outer: int, inner: int, taken: Taken) -> bool:
    """Whether a text stands under a title in another one and is most of it: that is the box of the whole post."""
    titled = any(
        scan.hints[place] & Hint.TITLE and scan.tags[place] in HEADINGS and scan.sizes[place]
        for place in range(outer + 1, inner)
    )
    return titled and taken.prose(inner) * 2 > taken.prose(outer)


def _of_one_post(scan: Scan, groups: Sequence[list[int]], taken: Taken) -> list[int]:
    """The texts of the one post of a page: those that are in the same box for a post as the longest of them."""
    longest = max(groups, key=lambda group: sum(map(taken.prose, group)))
    box = _box(scan, longest[0])
    return [place for group in groups for place in group if _box(scan, place) == box]


def _box(scan: Scan, place: int) -> int:
    return next((outer for outer in scan.above(place) if scan.hints[outer] & Hint.POST), -1)


def _typed_within(scan: Scan, place: int, taken: Taken) -> int:
    """The one element within a text that a standard calls a post, where it holds most of the text."""
    if scan.hints[place] & (Hint.SURE_BODY | Hint.SURE_POST):
        return place
    typed = [
        inner
        for inner in range(place + 1, scan.last[place] + 1)
        if scan.hints[inner] & Hint.SURE_POST and not taken.is_out(inner)
    ]
    if len(typed) == 1 and taken.prose(typed[0]) * 2 > taken.prose(place):
        return typed[0]
    return place


def _is_titled(scan: Scan, place: int) -> bool:
    """Whether a text is one by its name in a standard, and is in a post by its name in one, under a title by such."""
    box = next((outer for outer in scan.above(place) if scan.hints[outer] & Hint.SURE_POST), None)
    return (
        box is not None
        and bool(scan.hints[place] & Hint.SURE_BODY)
        and any(
            scan.hints[title] & Hint.SURE_TITLE and scan.sizes[title] for title in scan.titles(box, place)
        )
    )


def _has_something(scan: Scan, place: int) -> bool:
    return scan.sizes[place] > 0 or _has_picture(scan, place)


def _has_picture(scan: Scan, place: int) -> bool:
    return next(scan.elements[place].iter("img"), None) is not None


def _grouped(scan: Scan, places: Sequence[int], taken: Taken) -> list[list[int]]:
    """Texts in order, those together that stand beside each other under different names: an opening and the rest."""
    if not places:
        return []
    best = max(places, key=taken.prose)
    look = look_of(scan.elements[best])
    like = [place for place in places if look_of(scan.elements[place]) == look]
    beside: dict[int, list[int]] = {}
    for place in places:
        beside.setdefault(scan.parents[place], []).append(place)
    alike = Counter(scan.parents[place] for place in like)
    groups = [beside[scan.parents[place]] if alike[scan.parents[place]] == 1 else [place] for place in like]
    return sorted([*groups, *_in_like_boxes(scan, best, places, groups)])


def _in_like_boxes(
    scan: Scan, best: int, places: Sequence[int], groups: Sequence[Sequence[int]]
) -> list[list[int]]:
    """The texts in further boxes for posts, beside that of one and of its look: a theme may name each kind of post.

    « post_content quote » is in « post », as « post_content text » is.
    """
    box = _whole(scan, best)
    if box < 0:
        return []
    look, around = look_of(scan.elements[box]), scan.parents[box]
    taken = {_whole(scan, place) for group in groups for place in group}
    further: dict[int, list[int]] = {}
    for place in places:
        other = _whole(scan, place)
        if (
            other >= 0
            and other not in taken
            and scan.parents[other] == around
            and look_of(scan.elements[other]) == look
        ):
            further.setdefault(other, []).append(place)
    return [*further.values()]


def _whole(scan: Scan, place: int) -> int:
    """The box of a whole post around its text, which a theme may name for both: « post_content »."""
    above = (outer for outer in scan.above(place) if scan.hints[outer] & Hint.POST)
    return next((outer for outer in above if not scan.hints[outer] & Hint.BODY), -1)


def _stretches(scan: Scan, groups: Sequence[list[int]], by_density: bool) -> list[PostPlace]:
    """Each post with the part of the page between its neighbours."""
    return [
        PostPlace(tuple(group), first, last, by_density)
        for group, (first, last) in zip(groups, _reaches(scan, groups), strict=True)
    ]


def _reaches(scan: Scan, groups: Sequence[list[int]]) -> list[tuple[int, int]]:
    """From where to where the parts of a page go that have one of some texts each."""
    tops: list[int] = []
    for index, group in enumerate(groups):
        before = groups[index - 1][-1] if index else None
        after = groups[index + 1][0] if index + 1 < len(groups) else None
        top = group[0]
        for outer in scan.above(group[0]):
            if (before is not None and scan.holds(outer, before)) or (
                after is not None and scan.holds(outer, after)
            ):
                break
            top = outer
        tops.append(top)
    return spread(scan, tops)
