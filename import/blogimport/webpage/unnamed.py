"""Pages whose markup names nothing: written by hand, or by programs before there were themes. Read as their text.

What the text page reader finds in the lines gets back the marks that the markup has, and what the page states.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from blogimport.captures import with_counted_dates
from blogimport.markup import Element, Layout, laid_out
from blogimport.readings import FoundPost, Part
from blogimport.textpage import read_page, sight_of, sights_of
from blogimport.webpage.dates import agreed
from blogimport.webpage.evidence import Around, Said, are_said
from blogimport.webpage.stated import Stated
from blogimport.webpage.surroundings import LONGEST_HEADING, SURE, lead_of
from blogimport.webpage.titles import letters, without_blog
from reader.archive import NewPost, NewSpan
from reader.dates import tells_whole_day
from reader.models import Comment, Mark

# « Zoé a dit » has so many letters beside the name.
_SAYING = 4
_FIGURE = re.compile(r"\d")
# Who and when, and what was said.
_FEWEST_LINES = 2


def read_unnamed(
    root: Element,
    stated: Stated,
    url: str | None,
    captured: str | None,
    least: int = 0,
    beside: frozenset[str] = frozenset(),
    title: str | None = None,
    *,
    is_within: bool = False,
) -> tuple[list[str], Part] | None:
    """The lines of a page and what is in them; None where its text tells no post by date or comments, or too few.

    Of lines that stand `beside` the posts the markup tells that much, and maybe the `title` that it shows; `is_within`
    tells that they stand in what the markup tells to be comments.
    """
    layout = laid_out(root)
    page = read_page(layout.text.encode(), beside)
    if not any(post.published or post.comments for post in page.posts):
        return None
    if sum(len(post.comments) for post in page.posts) < least:
        return None
    if any(
        "boundary" in comment.guesses and not (is_within and comment.author and comment.published)
        for post in page.posts
        for comment in post.comments
    ):
        return None  # words that sound like comments are none on a page with markup
    lines = layout.text.split("\n")
    posts = [with_counted_dates(_marked(post, layout), captured) for post in page.posts]
    if len(posts) == 1:
        posts = [_with_stated(_titled(posts[0], layout), stated, url, title)]
    found = tuple(FoundPost(post, names=(f"url:{post.url}",) if post.url else ()) for post in posts)
    if not all(_are_comments(post, lines) for post in posts if post.comments):
        return None
    return [line for line in lines if line.strip()], Part(found, _counted(page.spans, lines))


def with_missing(
    told: tuple[list[str], Part], root: Element, stated: Stated, url: str | None, captured: str | None
) -> tuple[list[str], Part]:
    """A reading of a page's one post with all its comments, where the markup tells fewer than the page declares.

    Its text is asked then, and believed where it has as many, those of the markup among them.
    """
    found = told[1].posts
    if len(found) == 1 and _are_uneven(found[0].post):
        return _with_even(told, root, stated, url, captured)
    declared = found[0].post.comments_declared if len(found) == 1 else None
    if declared is None or len(found[0].post.comments) >= declared:
        return told
    if _are_elsewhere(told, declared - len(found[0].post.comments)):
        return told
    unnamed = read_unnamed(root, stated, url, captured, declared)
    posts = unnamed[1].posts if unnamed is not None else ()
    if unnamed is None or len(posts) != 1 or len(posts[0].post.comments) != declared:
        return told
    comments = posts[0].post.comments
    said = _words(" ".join(comment.body for comment in comments))
    if not all(_words(comment.body) in said for comment in found[0].post.comments):
        return told
    whole = replace(found[0], post=replace(found[0].post, comments=comments))
    return unnamed[0], replace(unnamed[1], posts=(whole,))


def _are_uneven(post: NewPost) -> bool:
    """Whether some comments lack a name, a date or a text that others have: their borders may be wrong."""
    said = [comment for comment in post.comments if comment.kind == "comment"]
    dated = sum(comment.published is not None for comment in said)
    named = sum(comment.author is not None for comment in said)
    spoken = sum(bool(comment.body or comment.marks) for comment in said)
    are_whole = not (0 < dated < len(said) or 0 < named < len(said) or spoken < len(said))
    return not are_whole or _say_heading(post) or _hold_others(said, post.language)


def _hold_others(said: Sequence[Comment], language: str | None) -> bool:
    """Whether more lines within the texts of comments say who and when than there are of them."""
    figured: list[str] = []
    for comment in said:
        lines = [line for line in comment.body.split("\n") if 0 < len(line) <= LONGEST_HEADING]
        if len(lines) >= _FEWEST_LINES:
            figured += filter(_FIGURE.search, lines)
    if len(figured) < max(1, len(said)):
        return False
    heads = (sights_of(line, language).head for line in figured)
    return sum(bool(head and head.captured.author and head.captured.date) for head in heads) >= len(said)


def _say_heading(post: NewPost) -> bool:
    """Whether the heading over the comments was taken for what somebody says."""
    said = post.comments[0].body if post.comments else ""
    return 0 < len(said) <= LONGEST_HEADING and sight_of(said, "heading") is not None


def _with_even(
    told: tuple[list[str], Part], root: Element, stated: Stated, url: str | None, captured: str | None
) -> tuple[list[str], Part]:
    """A reading with the comments of the page's text, where that tells who and when of each of them, and more texts."""
    (found,) = told[1].posts
    is_within = _hold_others(found.post.comments, found.post.language)
    unnamed = read_unnamed(root, stated, url, captured, is_within=is_within)
    posts = unnamed[1].posts if unnamed is not None else ()
    if unnamed is None or len(posts) != 1:
        return told
    comments = posts[0].post.comments
    whole = sum(
        bool(comment.author and comment.published and comment.body) for comment in found.post.comments
    )
    least = whole if _say_heading(found.post) else whole + 1
    if len(comments) < least or not all(one.author and one.published and one.body for one in comments):
        return told
    post = replace(found.post, comments=comments)
    return unnamed[0], replace(unnamed[1], posts=(replace(found, post=post),))


def _are_elsewhere(told: tuple[list[str], Part], missing: int) -> bool:
    """Whether so many more comments are on another page: too few lines of this one are in none that was found."""
    lines, part = told
    taken = sum(span.last - span.first + 1 for span in part.spans if span.role == "comment")
    return missing * _FEWEST_LINES > len(lines) - taken


def _words(text: str) -> str:
    return " ".join(text.split())


def _are_comments(post: NewPost, lines: Sequence[str]) -> bool:
    """Whether what the text tells to be comments is that, by what else the page says."""
    said = [
        Said(
            comment.author,
            comment.published,
            comment.body,
            leads=tuple(
                lead
                for mark in comment.marks
                if mark.kind == "link"
                and (lead := lead_of(mark.value or "", comment.body[mark.start : mark.end], comment.author))
            ),
        )
        for comment in post.comments
    ]
    seen = [sights_of(line, post.language) for line in lines if 0 < len(line) <= LONGEST_HEADING]
    is_announced = post.comments_declared == len(said) or any(
        "heading" in sights or "form" in sights for sights in seen
    )
    # « Zoé a dit le 3 mai »
    heads = sum(
        any(sight and sight.fixed >= _SAYING for sight in (sights.get("head"), sights.get("head_before")))
        for sights in seen
    )
    is_announced = is_announced or heads * 2 > len(said)
    days = [post.published[:10]] if post.published and tells_whole_day(post.published) else []
    return are_said(said, Around(SURE if is_announced else 0, days), post.language)


def _counted(spans: Sequence[NewSpan], lines: Sequence[str]) -> tuple[NewSpan, ...]:
    """Spans over the lines that are not blank."""
    numbers: list[int] = [0]
    for line in lines:
        numbers.append(numbers[-1] + bool(line.strip()))
    return tuple(span._replace(first=numbers[span.first], last=numbers[span.last]) for span in spans)


def _marked(post: NewPost, layout: Layout) -> NewPost:
    """A post whose texts have the marks of the page."""
    comments = tuple(
        replace(comment, marks=_marks_of(comment.body, comment.marks, layout)) for comment in post.comments
    )
    return replace(post, marks=_marks_of(post.body, post.marks, layout), comments=comments)


def _marks_of(body: str, marks: tuple[Mark, ...], layout: Layout) -> tuple[Mark, ...]:
    """The marks of a text that stands in the page as it is."""
    start = layout.text.find(body) if body else -1
    if start < 0:
        return marks
    end = start + len(body)
    return tuple(
        replace(mark, start=mark.start - start, end=mark.end - start)
        for mark in layout.marks
        if start <= mark.start and mark.end <= end
    )


def _titled(post: NewPost, layout: Layout) -> NewPost:
    """A post without a title that is not set apart from the text."""
    start = layout.text.find(post.title) if post.title else -1
    end = start + len(post.title or "")
    is_apart = any(
        mark.kind in ("heading", "strong", "em") and mark.start <= start and end <= mark.end
        for mark in layout.marks
    )
    return post if is_apart else replace(post, title=None)


def _with_stated(post: NewPost, stated: Stated, url: str | None, shown: str | None) -> NewPost:
    is_sure = shown is not None and letters(shown) in letters(stated.page_title or "")
    title = stated.title or (shown if is_sure else None) or post.title or shown or stated.page_title
    published, is_shown = agreed(stated.dates, post.published, stated.url or url)
    return replace(
        post,
        blog=stated.blog,
        title=None if title is None else without_blog(title, stated.blog),
        author=stated.author or post.author,
        published=published,
        url=stated.url or url,
        language=stated.language or post.language,
        categories=stated.categories or post.categories,
        tags=stated.tags or post.tags,
        guesses={
            name: reason
            for name, reason in post.guesses.items()
            if not (name == "language" and stated.language) and (name != "published" or is_shown)
        },
    )
