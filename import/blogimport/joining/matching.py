"""Which post of the archive a reading is of, if any."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from blogimport.joining.merging import merged
from blogimport.joining.moments import may_be_one_moment
from blogimport.joining.names import SURE_KINDS, host_of, key_of, names_of
from blogimport.joining.words import folded, likeness, same_text, words_of
from blogimport.readings import FoundPost
from reader.archive import Entry, NewPost
from reader.models import Post

# A title that more posts have than this tells nothing, and looking at all of them would take ever longer.
_MOST_CANDIDATES = 12
_ALIKE = 0.5
_BY_ITSELF = ("id", "number", "url")
_IDS = ("id:", "number:")
# What is to be believed at least so far (a feed, an export) gives the address at which a post stays.
_PERMANENT = 2


class Known(Protocol):
    """What the archive holds already."""

    def posts_named(self, names: Collection[str], /) -> list[int]:
        """The posts that have one of some names."""

    def names_of(self, post_id: int, /) -> set[str]:
        """The names of a post."""

    def post(self, post_id: int, /) -> Post:
        """A post."""

    def has_key(self, key: str, /) -> bool:
        """Whether a post has a key."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What to write for a reading, and where each of its comments then stands (None: it is part of another)."""

    entry: Entry
    places: Mapping[int, int | None]


def join(found: FoundPost, format_name: str, known: Known, trust: Callable[[str], int]) -> Joined:
    """A reading as it is to be written: as a new post, or joined to the post that it is another reading of.

    `trust` says how far what a format gives is to be believed: the greater number wins.
    """
    post = found.post
    names = names_of(post, found.names)
    has_addresses = trust(format_name) >= _PERMANENT
    twin = _twin(post, names, known, format_name if has_addresses else None)
    if twin is not None:
        entry, places = merged(twin, trust(twin.source.format), post, trust(format_name))
        return Joined(replace(entry, names=names), places)
    apart = 0
    key = key_of(post)
    while known.has_key(key):
        apart += 1
        key = key_of(post, apart=apart)
    return Joined(
        Entry(replace(post, key=key), names=names),
        {comment.position: comment.position for comment in post.comments},
    )


def _twin(post: NewPost, names: tuple[str, ...], known: Known, format_name: str | None) -> Post | None:
    """The post of which this is another reading; `format_name` is given where that states permanent addresses."""
    sure = [name for name in names if name.partition(":")[0] in SURE_KINDS]
    for wanted in (sure, [name for name in names if name not in sure]):
        candidates = known.posts_named(wanted) if wanted else []
        for post_id in candidates[-_MOST_CANDIDATES:]:
            other = known.post(post_id)
            shared = known.names_of(post_id)
            if _contradict(names, shared):
                continue
            kinds = {name.partition(":")[0] for name in wanted if name in shared}
            if (
                kinds.isdisjoint(_BY_ITSELF)
                and other.source.format == format_name
                and _are_apart(names, shared)
            ):
                continue
            if _is_same(post, other, kinds):
                return other
    return None


def _contradict(names: Collection[str], others: Collection[str]) -> bool:
    """Whether the dump's own ids say that the posts are two: ids of one list, told apart by the last part."""
    own = {tuple(name.rpartition("/")[::2]) for name in names if name.startswith(_IDS)}
    return any(
        head == other_head and tail != other_tail
        for head, tail in own
        for other_head, _, other_tail in (name.rpartition("/") for name in others if name.startswith(_IDS))
    )


def _are_apart(names: Collection[str], others: Collection[str]) -> bool:
    """Whether two posts of one site have addresses of which none is the same."""
    own, other = ({name for name in known if name.startswith("url:")} for known in (names, others))
    return own.isdisjoint(other) and not {*map(_site, own)}.isdisjoint(map(_site, other))


def _site(name: str) -> str:
    return name.partition(":")[2].partition("/")[0].partition("?")[0]


def _is_same(post: NewPost, other: Post, kinds: Collection[str]) -> bool:
    """Whether two posts that share names of some kinds are one."""
    if "id" in kinds:
        return True
    has_texts = bool(words_of(post.body)) and bool(words_of(other.body))
    # A slug is a name within its blog, in many within a month.
    is_slug = "slug" in kinds and _may_be_of_one_blog(post, other) and _same_day(post, other)
    if is_slug or {"number", "url"} & set(kinds):
        same_title = folded(post.title) == folded(other.title)
        same_head = same_title and ("number" in kinds or _same_day(post, other))
        return not has_texts or same_text(post.body, other.body) or same_head
    if not has_texts:
        # Only what hangs on a post is known, and by what: its title or address and its day, in the same blog.
        is_named = "day" in kinds or ("path" in kinds and _titles_agree(post, other))
        return is_named and _may_be_of_one_blog(post, other)
    if not same_text(post.body, other.body):
        return False
    if "day" in kinds or ("path" in kinds and _may_be_of_one_blog(post, other)):
        return True
    may_be = _may_be_equal(folded(post.title), folded(other.title)) and _same_day(post, other)
    return may_be and (_one_begins(post, other) or likeness(post.body, other.body) >= _ALIKE)


def _stated_blog(post: NewPost | Post) -> str:
    """The blog that a dump names; one that was named after a folder tells nothing."""
    return "" if "blog" in post.guesses else folded(post.blog)


def _may_be_of_one_blog(post: NewPost, other: Post) -> bool:
    """Whether neither the names of the blogs nor their addresses say that they are two."""
    hosts = [host_of(one.url) for one in (post, other)]
    return _may_be_equal(hosts[0], hosts[1]) and (
        bool(hosts[0] and hosts[1]) or _may_be_equal(_stated_blog(post), _stated_blog(other))
    )


def _titles_agree(post: NewPost, other: Post) -> bool:
    """Whether two titles may be one, of which a page may show only a part."""
    one, two = folded(post.title), folded(other.title)
    return one in two or two in one


def _same_day(post: NewPost, other: Post) -> bool:
    one, two = post.published or "", other.published or ""
    length = min(len(one), len(two), 10)
    return one[:length] == two[:length] or may_be_one_moment(post.published, other.published)


def _may_be_equal(one: str, two: str) -> bool:
    return not one or not two or one == two


def _one_begins(post: NewPost, other: Post) -> bool:
    """Whether one text is the beginning of the other, cut off."""
    one, two = words_of(post.body), words_of(other.body)
    length = min(len(one), len(two))
    return one[:length] == two[:length]
