"""The reading of a page that contradicts itself least.

The best labelling may still be wrong in a way that only its result shows: comments that are older than their post,
more of them than the page declares, a second heading over comments among the comments. Then the page is
read again with the comments under each of its headings in turn, and without any.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter

from blogimport.textpage.assembling import assemble
from blogimport.textpage.cues import Sights, has_figure, no_text
from blogimport.textpage.dating import is_older
from blogimport.textpage.earlier import ODD_SHARE, are_announced, earlier_than, is_dated_head
from blogimport.textpage.ended import ended
from blogimport.textpage.labelling import (
    Labelled,
    Page,
    Part,
    Roles,
    label,
    page_of,
    with_day_over_title,
    with_text_below,
)
from blogimport.textpage.recasting import (
    RECASTS,
    FirstReading,
)
from blogimport.textpage.relaid import by_shape, more_exactly, relaid
from blogimport.textpage.several import (
    told_by_day,
    told_by_days,
    told_by_items,
    told_by_list,
    told_by_repeating,
    told_by_talk,
    told_by_text,
    told_by_verses,
    told_without_text,
    without_counts,
    without_days,
)
from blogimport.textpage.signed import begins_with_button, signed_alike, with_signs
from blogimport.textpage.soundness import is_signed, is_sound, is_unsigned, visitors_of, worth
from blogimport.textpage.unsigned import without_unsigned
from reader.archive import NewPost

# Pages have one heading over comments, seldom two; more than this are a list of links.
_MOST_HEADINGS = 6
# What a contradiction weighs against the scores of lines: a few of them outweigh any labelling.
_OLDER_THAN_POST = 10.0
# So many comments under one of several posts are no accident.
_A_THREAD = 2
_MANY = 3
_MORE_THAN_DECLARED = 5.0
_FEWER_THAN_DECLARED = 4.0
_ANOTHER_POST = 5.0
_SECOND_HEADING = 10.0
# What comments are worth less whose first one went to the post.
_WITHOUT_FIRST = 0.1
_NO_HEADING = 4.0
_FOOTER_WITHIN = 10.0
# A single line with a date that may sign a comment, under no heading, is a sentence of the post.
_ONE_SIGNED = 10.0
# So many boxes with a title may stand above a post.
_MOST_BOXES = 4
_A_BOX = no_text("a box beside the post")
_PART = attrgetter("part")
# So many known letters make a whole footer with the number of comments in it.
_FOOTER = 20


def most_consistent(page: Page, language: str | None) -> tuple[list[NewPost], Roles]:
    """The posts of a page and the roles of its lines."""
    posts, roles = _most_consistent(page, language)
    posts, roles = without_unsigned(page, posts, language) or (posts, roles)
    posts, roles = (
        told_by_items(page, posts, language)
        or told_by_repeating(page, posts, language)
        or told_by_list(page, posts, language)
        or told_by_days(page, posts, language)
        or (posts, roles)
    )
    if not posts:
        posts, roles = told_by_day(page, language) or told_by_talk(page, language) or (posts, roles)
    posts, roles = told_by_verses(page, posts, language) or (posts, roles)
    posts, roles = told_without_text(page, posts, language) or (posts, roles)
    if not posts:
        posts, roles = told_by_text(page, language) or (posts, roles)
    return list(without_counts(without_days(posts, language))), roles


def _most_consistent(page: Page, language: str | None) -> tuple[list[NewPost], Roles]:
    if page.end is not None:
        # Lines that sign all comments alike tell more of them than their words and buttons.
        page = _signed(page, label(replace(page, end=None))[0], Roles(), language) or page
    # Where comments reach to the end, no further post follows.
    labelled, score = _labelled(page, is_single=page.begin is not None)
    posts, roles = assemble(labelled, language)
    filled = _filled(page, labelled, posts, roles, language)
    if filled is not None:
        page, labelled, score, posts, roles = filled
    dayed = _dayed(page, labelled, posts, language)
    if dayed is not None:
        page, labelled, score, posts, roles = dayed
    signed = _signed(page, labelled, roles, language) if posts else None
    if signed is not None:
        others = _labelled(signed)
        found, its_roles = assemble(others[0], language)
        tells = any(entry.part is Part.BODY and entry.line.shape == "prose" for entry in labelled)
        if found or not tells:  # a post that tells something is more than its comments
            page, (labelled, score), posts, roles = signed, others, found, its_roles
    is_single = len(posts) > 1 and not _are_alike(posts)
    if is_single:
        whole = ended(labelled, posts, roles)
        labelled, score = (whole, score) if whole else _labelled(page, is_single=True)
        posts, roles = assemble(labelled, language)
    begins_late = begins_with_button(labelled, page.seeing)
    is_doubtful = begins_late or _is_doubtful(labelled, posts)
    weight = _contradictions(labelled, posts, roles)
    may_be_recast = is_doubtful or (weight and len(posts) == 1) or _are_hardly_any(posts)
    recast = None
    if may_be_recast:
        recast = _recast(page, posts[:1], 0.0 if weight else worth(posts[:1]), language)
    told = [recast] if recast is not None else []
    if is_doubtful:
        value = worth(posts[:1]) - (_WITHOUT_FIRST if begins_late else 0.0)
        told += relaid(page, posts[:1], language, value)
    elif len(posts) == 1 and not told and _are_signs_bare(labelled):
        told += more_exactly(page, posts, language)
    if told:
        return max(told, key=lambda reading: (worth(reading[0]), len(reading[0][0].comments)))
    by_lines = _signed_within(page, labelled, language) if posts and is_unsigned(posts[0]) else None
    if by_lines is not None:
        return by_lines
    if not weight or len(posts) != 1:
        return posts, roles
    older = earlier_than(posts[0], labelled)
    # A list of old dates and names is what the post tells of: nothing is to be seen in it.
    sights = [Sights() if e.line.number in older else e.sights for e in labelled]
    page = page_of(page.lines, sights, language=language, begin=page.begin)
    headings = page.headings()[:_MOST_HEADINGS]
    tried = [
        label(page, opens, is_single=is_single) for opens in (None, *([index] for index in headings), [])
    ]
    tried.append(label(page, is_single=is_single, is_bare=True))
    best = (-math.inf, posts, roles)
    # The best labelling first: contradictions only take away, so that the others are often not worth assembling.
    for labelled, score in sorted(tried, key=lambda one: -one[1]):
        if score <= best[0]:
            break
        posts, roles = assemble(labelled, language)
        within = sum(entry.part is Part.THREAD and entry.line.number in older for entry in labelled)
        value = score - _contradictions(labelled, posts, roles) - _OLDER_THAN_POST * within
        value -= _FEWER_THAN_DECLARED * _missing(posts) + _ANOTHER_POST * (len(posts) > 1)
        if value > best[0] and posts:
            best = (value, posts, roles)
    if len(best[1]) == 1 and not best[1][0].comments and best[1][0].comments_declared != 0:
        # What contradicts itself may be comments all the same, read wrongly.
        return by_shape(page, best[1], language, worth(best[1])) or best[1:]
    return best[1:]


def _labelled(page: Page, *, is_single: bool = False) -> tuple[list[Labelled], float]:
    """The best labelling, with the lines of texts that it takes for what stands under these."""
    labelled, score = label(page, is_single=is_single)
    return with_text_below(labelled), score


def _missing(posts: Sequence[NewPost]) -> int:
    """How many of the comments that they declare some posts lack; a few more say no more."""
    return sum(
        min(_MANY, max(0, (post.comments_declared or 0) - len(post.comments)))
        for post in posts
        if post.comments
    )


def _is_doubtful(labelled: Sequence[Labelled], posts: Sequence[NewPost]) -> bool:
    """Whether the layout of lines may tell more of the comments than their words have."""
    if len(posts) < 2:
        return not posts or not is_sound(posts[0])
    return _begin_with_signatures(labelled, posts) or _is_in_vain(labelled, posts)


def _are_signs_bare(labelled: Sequence[Labelled]) -> bool:
    """Whether nothing but a name and a day signs comments: words in these lines may be anybody's, or the theme's."""
    heads = [entry.sights.head for entry in labelled if entry.part is Part.THREAD]
    signing = [head.fixed for head in heads if head is not None and head.captured.date]
    return len(signing) >= _A_THREAD and not any(signing)


def _are_hardly_any(posts: Sequence[NewPost]) -> bool:
    """Whether a page has one comment at most, and nothing tells that what follows its first post are further ones."""
    others = any(post.comments_declared is not None or post.categories or post.tags for post in posts[1:])
    return not others and sum(len(post.comments) for post in posts) <= 1


def _is_in_vain(labelled: Sequence[Labelled], posts: Sequence[NewPost]) -> bool:
    """Whether comments are announced under the first of several posts, and others' titles follow.

    Either the first post declares them, or the others say nothing of any, nor where they are filed.
    """
    first = posts[0]
    if first.comments or not (first.comments_declared or _are_hardly_any(posts)):
        return False
    titles = [index for index, entry in enumerate(labelled) if entry.part is Part.TITLE]
    over = [index for index, entry in enumerate(labelled) if entry.part is Part.OVER]
    return bool(over) and any(index > over[0] for index in titles)


def _filled(
    page: Page, labelled: Sequence[Labelled], posts: Sequence[NewPost], roles: Roles, language: str | None
) -> tuple[Page, list[Labelled], float, list[NewPost], Roles] | None:
    """The page where what seemed the first post and says nothing is a box beside the one that does, and its reading.

    None elsewhere. Boxes have titles, too, and a page may begin with several.
    """
    for _ in range(_MOST_BOXES):
        last = _end_of_hollow(labelled, roles) if posts else None
        if last is None:
            return None
        sights = [
            _A_BOX if line.number <= last else seen
            for line, seen in zip(page.lines, page.sights, strict=True)
        ]
        page = page_of(page.lines, sights, language=language, begin=page.begin)
        labelled, score = _labelled(page)
        others, roles = assemble(labelled, language)
        if not others or len(others[0].comments) < len(posts[0].comments):
            return None
        if _end_of_hollow(labelled, roles) is None and _says_as_much(others, posts):
            return page, labelled, score, others, roles
    return None


def _dayed(
    page: Page, labelled: Sequence[Labelled], posts: Sequence[NewPost], language: str | None
) -> tuple[Page, list[Labelled], float, list[NewPost], Roles] | None:
    """The page where a day stands over the title of its post, and its reading; None elsewhere."""
    told = with_day_over_title(page, labelled, language) if posts else None
    if told is None:
        return None
    page, title = told
    others, score = _labelled(page)
    found, roles = assemble(others, language)
    is_as_told = bool(found) and found[0].title == title and found[0].published is not None
    comments = sum(len(post.comments) for post in posts)
    if not is_as_told or sum(len(post.comments) for post in found) < comments:
        return None
    return page, others, score, found, roles


def _end_of_hollow(labelled: Sequence[Labelled], roles: Roles) -> int | None:
    """The last line of a first post that says nothing, where a text follows before any comment; None elsewhere."""
    last: int | None = None
    is_followed = is_over = False
    for entry in labelled:
        line = entry.line
        is_prose = line.shape == "prose"
        if entry.part is Part.BODY and roles.by_line[line.number][:2] == ("body", 0):
            if is_prose:
                return None
            last, is_followed = line.number, False
        elif last is not None and not is_over:
            is_over = entry.part is Part.OVER or roles.is_comment(line)
            is_followed = is_followed or (is_prose and not is_over and entry.sights.is_blind)
    return last if is_followed else None


def _says_as_much(posts: Sequence[NewPost], before: Sequence[NewPost]) -> bool:
    """Whether a reading keeps all comments of another one, or where there are none has a title and the same day."""
    comments = sum(len(post.comments) for post in before)
    if comments:
        return sum(len(post.comments) for post in posts) >= comments
    days = {post.published for post in before if post.published}
    return posts[0].title is not None and (not days or posts[0].published in days)


def _signed(page: Page, labelled: Sequence[Labelled], roles: Roles, language: str | None) -> Page | None:
    """The page with the comments that are signed alike known as such, None where there are no others."""
    signed = signed_alike(labelled, page.seeing, roles)
    if signed is None:
        return None
    return page_of(page.lines, with_signs(labelled, signed), language=language, begin=signed.begin)


def _signed_within(
    page: Page, labelled: Sequence[Labelled], language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The reading by the lines « Zoé a dit » that stand within comments which nobody signs; None elsewhere."""
    if sum("head_before" in page.sights[index].by_kind for index in page.seeing) < _A_THREAD:
        return None
    signed = _signed(page, labelled, Roles(), language)
    if signed is None:
        return None
    found = assemble(label(signed, is_single=True, is_told=True)[0], language)
    return found if any(map(is_signed, found[0])) else None


def _begin_with_signatures(labelled: Sequence[Labelled], posts: Sequence[NewPost]) -> bool:
    """Whether what looks like the title of a further post is rather the line that signs a comment, for it says when."""
    titles = [entry for entry in labelled if entry.part is Part.TITLE]
    is_signed = any(entry.sights.dated is not None for entry in titles[1:])
    return is_signed and not any(post.comments_declared is not None for post in posts[1:])


def _recast(
    page: Page, posts: list[NewPost], value: float, language: str | None
) -> tuple[list[NewPost], Roles] | None:
    """The best reading where who and when have lines of their own that had none, None where none is worth more."""
    declared, published = (posts[0].comments_declared, posts[0].published) if posts else (None, None)
    best, most = None, (value, 1)
    figured = [index for index, line in enumerate(page.lines) if has_figure(line.text)]
    first = FirstReading(page.lines, page.sights, declared, published, language, figured)
    for recast in chain.from_iterable(way(first) for way in RECASTS):
        other = page_of(recast.lines, recast.sights, language=language, begin=recast.begin)
        found, roles = assemble(label(other, is_single=True, is_told=True)[0], language)
        is_whole = len(found) == 1 and len(found[0].comments) == recast.signed
        if not is_whole or (worth(found), recast.signed) <= most:
            continue
        own = roles.at(recast.origin, is_shared=recast.is_shared)
        if own is not None:
            best, most = (found, own), (worth(found), recast.signed)
    return best


def _are_alike(posts: Sequence[NewPost]) -> bool:
    """Whether the posts of a page look like posts of one page: what one of them states, all state.

    The boxes beside a single post have titles and texts too, and neither dates nor numbers of comments. Where they
    have dates, they are told by the comments: a page that shows them shows one post, or those of each.
    """
    threads = [len(post.comments) for post in posts if post.comments]
    if any(map(is_unsigned, posts)) and any(map(is_signed, posts)):
        return False
    if len(threads) == 1 and threads[0] >= _A_THREAD:
        return False
    return all(post.published for post in posts) or all(
        post.comments_declared is not None and (post.author or post.categories) for post in posts
    )


def _contradictions(labelled: Sequence[Labelled], posts: Sequence[NewPost], roles: Roles) -> float:
    """How much the posts of a page contradict themselves, 0 where they do not."""
    weight = 0.0
    for post in posts:
        if post.published:
            dated = [c.published for c in post.comments if c.published and "published" not in c.guesses]
            older = sum(is_older(date, post.published) for date in dated)
            if older > ODD_SHARE * len(dated) and not are_announced(labelled, len(post.comments)):
                weight += _OLDER_THAN_POST * older
        if post.comments_declared is not None and not _counts_threads(post):
            weight += _MORE_THAN_DECLARED * max(0, visitors_of(post) - post.comments_declared)
    if len(posts) == 1 and posts[0].comments:
        weight += _headings_within(labelled, roles)
    return weight


def _counts_threads(post: NewPost) -> bool:
    """Whether a page declares as many comments as there are threads under its post, which some sites count."""
    threads = [one for one in post.comments if one.reply_to is None or "reply_to" in one.guesses]
    return len(threads) == post.comments_declared and all(one.author for one in post.comments)


def _headings_within(labelled: Sequence[Labelled], roles: Roles) -> float:
    """What weighs that comments begin without a heading, or hold a heading or the post's own footer."""
    over, thread = Part.OVER, Part.THREAD
    parts = list(map(_PART, labelled))
    if thread not in parts:
        return 0.0
    weight = 0.0
    # Under one over links from other pages comments have one of their own.
    is_of_pings = any(
        "pings" in entry.sights for entry in labelled[: parts.index(thread)] if entry.part is over
    )
    for entry in labelled[parts.index(thread) :]:
        by_kind = entry.sights.by_kind
        if entry.part is over:
            weight += _SECOND_HEADING if "pings" not in by_kind and not is_of_pings else 0.0
            is_of_pings = "pings" in by_kind
        elif by_kind and entry.part is thread and roles.is_comment(entry.line):
            heading, byline = by_kind.get("heading"), by_kind.get("byline")
            if byline is not None and byline.fixed >= _FOOTER and byline.captured.count is not None:
                weight += _FOOTER_WITHIN
            if heading is not None and heading.captured.count:
                weight += _SECOND_HEADING
    if over not in parts:
        weight += _NO_HEADING if any("heading" in entry.sights.by_kind for entry in labelled) else 0.0
        said = [entry for entry in labelled if entry.part is thread]
        weight += _ONE_SIGNED if sum(is_dated_head(entry.sights) for entry in said) == 1 else 0.0
    return weight
