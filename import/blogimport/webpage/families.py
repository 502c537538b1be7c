"""Which elements of a page are its comments: those of one name, else those that look alike in a place for comments.

A family is a set of elements that could be one comment each. Families are compared by what their members turn out
to say: a name is a promise, an author with a date and a text keeps it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from blogimport.webpage.addresses import is_address
from blogimport.webpage.areas import comment_areas, is_beside
from blogimport.webpage.fields import Comments
from blogimport.webpage.hints import Hint, family_names, is_plural
from blogimport.webpage.looks import look_of
from blogimport.webpage.ownpages import have_pages
from blogimport.webpage.scan import Scan
from blogimport.webpage.signatures import is_beside_names

RUN = "comment-run"
"""The class of what siblings that are one comment together are wrapped into."""
# So many members that say when, one behind the other, show that one which does not is none.
_DATED = 2
# So many members show what a family is.
_SAMPLE = 4
# Families may be within families: each element of a page is looked at so often on average, and no more. In pages of
# tables within tables, a thousand deep, every one could be a comment with all others in it.
_MOST_LOOKS = 30
_COMMENT = Hint.COMMENT
_LEAST_QUALITY = 1.6
# Members that say nearly all of it show how a comment is built.
_WHOLE = 2.5
MOST_SAID = 3
"""Author, date and text."""
# Scores are compared to a thousandth.
_NEARLY = 0.001
# What looks like comments within the text of a post is less likely to be that.
_IN_TEXT = 0.7
# What says less is no comment.
_SHORTEST = 4
_NEARLY_ALL = 0.9
_SECTIONS = 3
_CELLS = frozenset(("td", "th", "tr"))
_ROWS = frozenset(
    ("tr", "li", "div", "table", "article", "section", "p", "dl", "ul", "blockquote", "fieldset", "td")
)


@dataclass(slots=True)
class Family:
    """Members by their places in the page, in order; `score` grows with their number and with what they say."""

    members: list[int]
    score: float
    name: str

    @property
    def is_named(self) -> bool:
        """Whether the members have a name that is one of comments."""
        return self.name.startswith((".", "#", "@"))

    @property
    def quality(self) -> float:
        """How much of author, date and text each member has, from 0 to 3."""
        return self.score / max(1, len(self.members))


def comment_family(comments: Comments) -> Family | None:
    """The places of a page's comments, None where nothing in its markup looks like one."""
    scan = comments.scan
    named = best_family(comments, _named(scan))
    if named is None or named.quality < _LEAST_QUALITY + 0.7 or _may_be_list(scan, named):
        alike = best_family(comments, _alike(scan), named)
        if alike is not None and (named is None or alike.score > 1.3 * named.score):
            named = alike
    if named is None:
        return None
    if not named.is_named:
        named.members = _without_ends(comments, named.members)
    members = _completed(scan, named)
    # Those that are built like the others say as much.
    return replace(named, members=members, score=named.quality * len(members))


def _without_ends(comments: Comments, members: list[int]) -> list[int]:
    """Elements of one look without the first and last ones, where these alone do not say when: they are the page's."""

    def is_dated(place: int) -> bool:
        read = comments.fields(place, comments.scan.right_within(place, members))
        return read.published is not None or read.is_counted_back

    if is_dated(members[0]) and is_dated(members[-1]):
        return members  # most families
    dated = [index for index, place in enumerate(members) if is_dated(place)]
    if len(dated) < _DATED or dated[-1] - dated[0] + 1 > len(dated):
        return members
    return members[dated[0] : dated[-1] + 1]


def _may_be_list(scan: Scan, family: Family) -> bool:
    """Whether the only member is a list, or has the name of one: the comments may be what is in it."""
    return len(family.members) == 1 and (
        scan.tags[family.members[0]] in ("ol", "ul", "dl") or is_plural(family.name)
    )


def best_family(
    comments: Comments,
    families: Sequence[tuple[str, list[int]]],
    known: Family | None = None,
    *,
    least: float = _LEAST_QUALITY,
) -> Family | None:
    """The family whose members say most, all together; one that cannot be better than a known one is not looked at."""
    scan = comments.scan
    known_score = 0.0 if known is None else known.score
    left_to_look_at = _MOST_LOOKS * len(scan.elements)
    best: Family | None = None
    best_key: tuple[float, int, int] | None = None
    for name, members in sorted(families, key=lambda family: -len(family[1])):
        if MOST_SAID * len(members) < known_score:
            break
        left_to_look_at -= sum(scan.last[place] - place + 1 for place in _sample(members))
        if left_to_look_at < 0:
            break
        size = sum(map(scan.sizes.__getitem__, members))
        # Of two that are as good the outer one holds the answers; a single outer one may hold the heading too.
        rank = (int(not is_plural(name)), -size if len(members) == 1 else size)
        if best_key is not None and (MOST_SAID * len(members), *rank) <= best_key:
            continue  # whatever it says
        # One that cannot say as much as the best one is not read to its end.
        enough = least if best_key is None else max(least, best_key[0] / len(members) - _NEARLY)
        quality = _quality(comments, members, enough)
        if quality >= least and all(_is_in_text(scan, place) for place in members):
            quality *= _IN_TEXT
        if quality < least:
            continue
        score = quality * len(members)
        key = (round(score, 3), *rank)
        if best_key is None or key > best_key:
            best, best_key = Family(members, score, name), key
            known_score = max(known_score, score)
    return best


def _quality(comments: Comments, members: Sequence[int], enough: float) -> float:
    """How much of author, date and text the members have, from 0 to 3, by a few of them; 0 where it is not enough."""
    sample = _sample(members)
    found = 0
    for number, place in enumerate(sample):
        if found + MOST_SAID * (len(sample) - number) < enough * len(sample):
            return 0
        read = comments.fields(place, comments.scan.right_within(place, members))
        if (read.author or read.published or read.is_counted_back) and not is_beside_names(read.body.text):
            found += read.found
        elif read.author and read.published:
            found += 1
    return found / len(sample)


def _sample(members: Sequence[int]) -> Sequence[int]:
    """A few of the members, from all over the page."""
    step = max(1, len(members) // _SAMPLE)
    return members[::step][:_SAMPLE]


def _is_in_text(scan: Scan, place: int) -> bool:
    """Whether an element is in the text of a post, where people quote comments."""
    return any(scan.hints[outer] & Hint.SURE_BODY for outer in scan.above(place))


# --- by name ----------------------------------------------------------------------------------------


def _named(scan: Scan) -> list[tuple[str, list[int]]]:
    families: dict[tuple[str, str], list[int]] = {}
    for place in scan.with_hints(_COMMENT):
        if is_beside(scan, place) or _is_of_run(scan, place) or _is_page(scan, place):
            continue
        element = scan.elements[place]
        names = family_names(element.get("class") or "", element.get("id") or "")
        for name in names or (".standard",):
            families.setdefault((element.tag, name), []).append(place)
    return [*((name, members) for (_, name), members in families.items()), *_anchored(scan)]


def _is_page(scan: Scan, place: int) -> bool:
    """Whether an element is nearly all of a page, and holds what is named for a post."""
    if scan.sizes[place] <= _NEARLY_ALL * scan.sizes[0]:
        return False
    posts = scan.with_hints(Hint.POST)
    following = bisect_right(posts, place)
    return following < len(posts) and posts[following] <= scan.last[place]


def _is_of_run(scan: Scan, place: int) -> bool:
    """Whether an element is no more than a part of siblings that are one comment: a term of its list, say."""
    around = scan.parents[place]
    return (
        around >= 0
        and scan.elements[around].get("class") == RUN
        and scan.sizes[place] + _SHORTEST < scan.sizes[around]
    )


def _anchored(scan: Scan) -> list[tuple[str, list[int]]]:
    """Elements that look alike and begin with the address of a comment, of those that nothing else names."""
    families: dict[str, list[int]] = {}
    tables: dict[str, list[int]] = {}
    for place in scan.anchors:
        around = scan.parents[place]
        if (
            around == place - 1
            and around >= 0
            and scan.tags[around] in _ROWS
            and not scan.hints[around] & (_COMMENT | Hint.POST | Hint.BODY)
            and scan.before[place] == scan.before[around]
            and is_address(scan.elements[place])
            and not is_beside(scan, around)
        ):
            families.setdefault(look_of(scan.elements[around]), []).append(around)
            table = next((outer for outer in scan.above(around) if scan.tags[outer] == "table"), None)
            if scan.tags[around] in _CELLS and table is not None:
                tables.setdefault(look_of(scan.elements[table]), []).append(table)
    for look, members in tables.items():
        # Where each table has one address, it is the comment; where one has many, their rows are.
        if len(set(members)) == len(members):
            families.setdefault(look, []).extend(members)
    return [
        (f"@{look}", sorted(members))
        for look, members in families.items()
        if len(members) > 1 and not have_pages(scan, members)
    ]


def _completed(scan: Scan, family: Family) -> list[int]:
    """The members, with those beside them that are comments by another name: pings, the author's own."""
    parents = {scan.parents[place] for place in family.members}
    tags = {scan.tags[place] for place in family.members}
    known = set(family.members)
    for parent in parents:
        if parent < 0:
            continue
        for child in scan.children(parent):
            hint = scan.hints[child]
            if (
                child not in known
                and hint & (Hint.COMMENT | Hint.PING)
                and scan.tags[child] in tags
                and not hint & Hint.FORM
                and (not _is_of_many(scan, child) or (hint & Hint.PING and scan.linked(child)))
                and not any(scan.holds(child, other) or scan.holds(other, child) for other in known)
            ):
                known.update(_links_in(scan, child) if hint & Hint.PING else (child,))
    if family.is_named and family.quality >= _WHOLE:
        known.update(_built_alike(scan, family.members, known))
    looks = {look_of(scan.elements[place]) for place in family.members}
    if len(looks) == 1 and scan.tags[family.members[0]] in _ROWS:
        # Answers within a comment look like it, though they stand in a list of their own.
        known.update(
            place
            for member in family.members
            for place in range(member + 1, scan.last[member] + 1)
            if scan.tags[place] in tags
            and look_of(scan.elements[place]) in looks
            and not _is_bare(scan, place)
        )
    return sorted(known)


def _built_alike(scan: Scan, members: Sequence[int], known: Collection[int]) -> list[int]:
    """The siblings of the members that have another class and hold what these hold: every second one, the host's."""
    parents = {scan.parents[place] for place in members}
    siblings = [
        child
        for parent in parents
        if parent >= 0
        for child in scan.children(parent)
        if child not in known  # most of them
        and scan.tags[child] == scan.tags[members[0]]
        and scan.elements[child].get("class")
        and not scan.hints[child] & (Hint.FORM | Hint.PING | Hint.SURE_POST)
        and not any(scan.holds(child, other) or scan.holds(other, child) for other in known)
    ]
    if not siblings:
        return []
    shapes = {shape for place in members if (shape := _named_within(scan, place))}
    return [child for child in siblings if _named_within(scan, child) in shapes]


def _named_within(scan: Scan, place: int) -> frozenset[str]:
    """The looks of all that has a class in an element."""
    inner = (scan.elements[one] for one in range(place + 1, scan.last[place] + 1))
    return frozenset(look_of(one) for one in inner if one.get("class"))


def _links_in(scan: Scan, place: int) -> Sequence[int]:
    """The links from other pages in an element: each item of its list, else the element itself."""
    within = range(place + 1, scan.last[place] + 1)
    return [one for one in within if scan.tags[one] == "li" and scan.linked(one)] or (place,)


def _is_of_many(scan: Scan, place: int) -> bool:
    """Whether an element has the name of links from elsewhere, or of all comments together, and of no comment."""
    element = scan.elements[place]
    names = family_names(element.get("class") or "", element.get("id") or "")
    return all(map(is_plural, names))


def _is_bare(scan: Scan, place: int) -> bool:
    """Whether an element has no class by which it looks like others, or nothing in it."""
    return "." not in look_of(scan.elements[place]).rstrip(".") or scan.sizes[place] < _SHORTEST


# --- by their looks ---------------------------------------------------------------------------------


def _alike(scan: Scan) -> list[tuple[str, list[int]]]:
    """Children that look alike, in places for comments; what has a class may also stand in several lists."""
    families: dict[tuple[int, str], list[int]] = {}
    areas = comment_areas(scan)
    posts = (
        [place for place in scan.with_hints(Hint.SURE_POST) if not _is_among_comments(scan, place)]
        if areas
        else []
    )
    for first, last in areas:
        for place in range(first, last + 1):
            element = scan.elements[place]
            if (
                element.tag not in _ROWS
                or scan.sizes[place] < _SHORTEST
                or any(place < post <= scan.last[place] for post in posts)
                or _has_sections(scan, place)
                or scan.hints[place] & (Hint.FORM | Hint.CONTROL)
                or (scan.hints[place] & Hint.SURE_POST and not _is_among_comments(scan, place))
            ):
                continue
            look = look_of(element)
            families.setdefault((scan.parents[place], look), []).append(place)
            if not look.endswith("."):
                families.setdefault((-1, look), []).append(place)
    return [
        (look, [*members])
        for members, look in {(*found,): look for (_, look), found in families.items()}.items()
    ]


def _has_sections(scan: Scan, place: int) -> bool:
    """Whether several headings stand beside each other in an element: it is a column of lists, and nobody's words."""
    headings = scan.headings(scan.last[place] + 1, place)
    if len(headings) < _SECTIONS:
        return False
    return max(Counter(scan.parents[heading] for heading in headings).values()) >= _SECTIONS


def _is_among_comments(scan: Scan, place: int) -> bool:
    """Whether an element is in one that is named for comments: what is called an entry there is one of them."""
    return any(
        scan.hints[outer] & Hint.COMMENT and scan.tags[outer] not in ("body", "html")
        for outer in scan.above(place)
    )
