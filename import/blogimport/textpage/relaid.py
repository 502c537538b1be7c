"""A page read again with its comments told by how their lines are laid out: by shape, and by what recurs with each.

Must not know whether that is better than what was read before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from blogimport.textpage.assembling import assemble
from blogimport.textpage.cues import Captured
from blogimport.textpage.labelling import Page, Roles, label, page_of
from blogimport.textpage.recasting import Groups, Layout, grouped, layouts_in, periods_in, with_layout
from blogimport.textpage.soundness import is_signed, worth
from reader.archive import NewPost

# The date of a post is rather a comment's, where so many people sign lines of one shape, all of them.
_MANY, _OF_A_COMMENT = 3, 0.95
# What a reading is worth that agrees with all that the page says.
_WHOLLY = 1.0

Relaid = tuple[list[NewPost], Roles]
"""The posts of a page and the roles of its lines."""


def relaid(page: Page, posts: list[NewPost], language: str | None, value: float) -> Iterator[Relaid]:
    """The readings where comments are told by what recurs with each, and by the shape of the lines that sign them.

    None by the latter where they are worth no more than a value, nor where the former leave no such line; none by
    either that is worth less, unless it has more comments than the posts.
    """
    fewest = sum(len(post.comments) for post in posts)
    declared, published = _of_post(posts)
    groups = grouped(page.lines, declared, published, language)
    most = max(map(len, groups.unique), default=0)
    recurring = _by_period(page, groups, declared, published, language)
    if recurring is not None:
        (post,) = recurring[0]
        its_value = worth(recurring[0])
        if its_value >= value or len(post.comments) > fewest:
            yield recurring
        if its_value >= _WHOLLY and len(post.comments) == most:
            return
    shaped = by_shape(page, posts, language, value, groups)
    if shaped is not None and (worth(shaped[0]) >= value or len(shaped[0][0].comments) > fewest):
        yield shaped


def more_exactly(page: Page, posts: list[NewPost], language: str | None) -> Iterator[Relaid]:
    """The reading by what recurs with each comment, if it has all that some posts have, in other words."""
    declared, published = _of_post(posts)
    groups = grouped(page.lines, declared, published, language)
    found = _by_period(page, groups, declared, published, language)
    if found is None or worth(found[0]) < worth(posts):
        return
    before, after = (
        {(comment.published, comment.author, comment.body) for comment in post.comments}
        for post in (posts[0], found[0][0])
    )
    if before != after and {date for date, *_ in before} <= {date for date, *_ in after}:
        yield found


def _by_period(
    page: Page, groups: Groups, declared: int | None, published: str | None, language: str | None
) -> Relaid | None:
    """The likeliest reading by what recurs with each comment that has them all, None where none has."""
    for layout in periods_in(groups, page.lines, page.sights, declared, published):
        found, roles = _read(page, layout, language)
        if len(found) == 1 and len(found[0].comments) == len(layout.signs) and is_signed(found[0]):
            return found, roles
    return None


def by_shape(
    page: Page, posts: list[NewPost], language: str | None, value: float, groups: Groups | None = None
) -> Relaid | None:
    """The reading where comments are told by the shape of the lines that sign them, None where it is worth no more."""
    declared, published = _of_post(posts)
    groups = groups or grouped(page.lines, declared, published, language)
    layouts = layouts_in(groups, page.lines, page.sights, declared, published)
    best = _best(page, layouts, value, language)
    if best is not None or published is None or posts[0].comments:
        return best
    dated = sum(bool(seen.dated) or "T" in (seen.date or "") for seen in page.sights if not seen.is_blind)
    if dated < _MANY:
        return None
    # What the page seems to say of the post may be a comment's.
    groups = grouped(page.lines, None, None, language)
    layouts = layouts_in(groups, page.lines, page.sights, None, None)
    signed_by_many = (one for one in layouts if len({sign.author for sign in one.signs.values()}) >= _MANY)
    return _best(page, signed_by_many, _OF_A_COMMENT, language)


def _of_post(posts: list[NewPost]) -> tuple[int | None, str | None]:
    """How many comments the first of some posts declares, and when it was published."""
    return (posts[0].comments_declared, posts[0].published) if posts else (None, None)


def _best(page: Page, layouts: Iterable[Layout], value: float, language: str | None) -> Relaid | None:
    """Of the readings by some layouts the one that is worth most, None where none is worth more than a value."""
    best = None
    seen: list[tuple[dict[int, Captured], range]] = []
    for layout in layouts:
        if (layout.signs, layout.place) in seen:
            continue  # lines of one shape may be told from others in several ways
        seen.append((layout.signs, layout.place))
        tried = _read(page, layout, language)
        if tried[0] and worth(tried[0]) > value:
            best, value = tried, worth(tried[0])
        if value >= _WHOLLY:
            break
    return best


def _read(page: Page, layout: Layout, language: str | None) -> Relaid:
    """The page whose comments have a layout."""
    sights = with_layout(page.sights, page.lines, layout)
    other = page_of(page.lines, sights, language=language, begin=layout.place.start)
    return assemble(label(other, is_single=True, is_told=True)[0], language)
