"""What a blog did not show: left out and counted, or brought in where a person asks for it.

Knows no format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from blogimport.readings import FoundPost, Part, Withheld
from reader.archive import NewSpan
from reader.models import Comment

_USUAL: frozenset[Withheld] = frozenset(
    (
        *("all", "attachment", "deleted", "draft", "future", "hidden", "note", "pending"),
        *("private", "protected", "screened", "spam", "trash", "unapproved"),
    )
)
_NOUNS = ("draft", "attachment", "form", "revision")


def reasons(given: Iterable[str]) -> frozenset[str]:
    """What a person wrote as reasons ("drafts, spam"): words that `FoundPost.withheld` has, in the singular."""
    words = (word.strip().casefold() for text in given for word in text.split(","))
    return frozenset(word.removesuffix("s") if word != "comments" else word for word in words if word)


def unusual(given: Iterable[str]) -> list[str]:
    """The words that are no usual reason, in order: a slip, or what a program of its own calls its posts."""
    return sorted(reasons(given) - _USUAL)


def is_wanted(why: Withheld, include: Collection[str]) -> bool:
    """Whether what was withheld for a reason is brought in all the same."""
    return "all" in include or why in include or why.removesuffix("s") in include


def withheld_posts(counts: Counter[Withheld]) -> Counter[str]:
    """Posts that were left out, by what a person calls them."""
    named: Counter[str] = Counter()
    for why, count in counts.items():
        named[_named(why, "posts")] += count
    return named


def shown(part: Part, include: Collection[str], left_out: Counter[str]) -> Part:
    """A part without what its blog did not show; that is counted in `left_out`.

    A comment that answers one that is left out stands at the post's own level, and its guesses say so.
    """
    if not any(found.withheld or found.withheld_comments for found in part.posts):
        return part
    posts: list[FoundPost] = []
    place: dict[int, int] = {}
    moved: dict[int, dict[int, int]] = {}
    for index, found in enumerate(part.posts):
        if found.withheld is not None and not is_wanted(found.withheld, include):
            left_out[_named(found.withheld, "posts")] += 1
            if found.post.comments:
                left_out[f"comments on {_named(found.withheld, 'posts')}"] += len(found.post.comments)
            continue
        place[index] = len(posts)
        kept, moved[index] = _with_shown_comments(found, include, left_out)
        posts.append(kept)
    return Part(tuple(posts), tuple(_span(span, place, moved) for span in part.spans))


def _with_shown_comments(
    found: FoundPost, include: Collection[str], left_out: Counter[str]
) -> tuple[FoundPost, dict[int, int]]:
    """The post with the comments that are shown, and where each of these stands now."""
    gone = {position: why for position, why in found.withheld_comments.items() if not is_wanted(why, include)}
    left_out.update(_named(why, "comments") for why in gone.values())
    moved: dict[int, int] = {}
    comments: list[Comment] = []
    for comment in found.post.comments:
        if comment.position in gone:
            continue
        moved[comment.position] = position = len(comments) + 1
        parent = moved.get(comment.reply_to or 0)
        guesses = dict(comment.guesses)
        if comment.reply_to is not None and parent is None:
            guesses["reply_to"] = (
                f"it answers a comment that was left out ({gone.get(comment.reply_to, 'later')})"
            )
        depth = 0 if parent is None else comments[parent - 1].depth + 1
        comments.append(replace(comment, position=position, reply_to=parent, depth=depth, guesses=guesses))
    if not gone:
        return found, {comment.position: comment.position for comment in found.post.comments}
    return replace(found, post=replace(found.post, comments=tuple(comments))), moved


def _span(span: NewSpan, place: dict[int, int], moved: dict[int, dict[int, int]]) -> NewSpan:
    """The role of lines, which is none where what they hold was left out."""
    if span.post is None:
        return span
    is_gone = span.post not in place or (span.comment is not None and span.comment not in moved[span.post])
    if is_gone:
        return NewSpan(span.first, span.last, "furniture", None, None)
    comment = None if span.comment is None else moved[span.post][span.comment]
    return span._replace(post=place[span.post], comment=comment)


def _named(why: str, what: str) -> str:
    """What a person calls what was left out: `drafts`, `unapproved comments`."""
    return f"{why}s" if what == "posts" and why in _NOUNS else f"{why} {what}"
