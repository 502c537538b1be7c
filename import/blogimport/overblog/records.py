"""One record of an export: a post or a page, and the comments in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from blogimport.conversation import Remark, conversation
from blogimport.markup import Body, body_of, plain
from blogimport.readings import CUT_OFF, FoundPost, Withheld
from blogimport.stamps import stamp
from blogimport.xmlrecords import (
    POST,
    Element,
    Owner,
    RecordLines,
    Stretch,
    Wrapper,
    children_of,
    lines_of_record,
    parsed,
    source_of,
)
from reader.archive import NewPost

_ROOT = re.compile(rb"<root(?=[\s>])")
_COMMENT = re.compile(rb"<comment(?=[\s>])")
_COMMENT_END = b"</comment>"
_HAS_PARAGRAPHS = re.compile(r"<(?:p|br|div)\b", re.I)
# What the state of a post or comment means where the blog did not show it; whatever is not here was shown.
_STATES: dict[str, Withheld] = {
    **dict.fromkeys(("draft", "brouillon"), "draft"),
    **dict.fromkeys(("scheduled", "programmed", "future", "programmé"), "future"),
    **dict.fromkeys(("private", "privé"), "private"),
    **dict.fromkeys(("trash", "trashed", "deleted", "corbeille"), "trash"),
}
_COMMENT_STATES: dict[str, Withheld] = {
    **dict.fromkeys(("pending", "waiting", "moderated", "unpublished", "hold", "draft"), "unapproved"),
    **dict.fromkeys(("trash", "trashed", "deleted", "corbeille"), "trash"),
    "spam": "spam",
}
_LANGUAGE = "fr"


@dataclass(frozen=True, slots=True)
class Blog:
    """The head of an export; picklable."""

    wrapper: Wrapper
    name: str | None = None


class Written(NamedTuple):
    """What became of a record: a post with the positions of its comments by their places, or why it is none."""

    lines: RecordLines
    post: FoundPost | None = None
    positions: Mapping[int, int] = {}
    left_out: str | None = None
    cut_comments: int = 0


def blog_in(head: bytes, encoding: str) -> Blog:
    """The blog that is described in the bytes before a record."""
    wrapper = Wrapper(head, {})
    start = _ROOT.search(head)
    root = None if start is None else parsed(head[start.start() :], encoding, wrapper, is_whole=False)
    if root is not None:
        for name, element in children_of(root):
            if name == "blog":
                return Blog(wrapper, plain(_Fields(element)("name")) or None)
    return Blog(wrapper)


class _Fields:
    """The elements within one by their names, the first of each."""

    def __init__(self, element: Element) -> None:
        self._first: dict[str, Element] = {}
        for name, child in children_of(element):
            self._first.setdefault(name, child)

    def __call__(self, name: str) -> str:
        return source_of(self._first.get(name)).strip()

    def within(self, name: str) -> list[Element]:
        """The comments in an element."""
        holder = self._first.get(name)
        return [] if holder is None else [child for name, child in children_of(holder) if name == "comment"]


def record_of(stretch: Stretch, encoding: str, blog: Blog, *, shares_lines: bool) -> Written:
    """What a record holds."""
    root = parsed(stretch.raw, encoding, blog.wrapper, is_whole=stretch.is_whole)
    if root is None:
        return Written(RecordLines(()), left_out="records that cannot be read")
    fields = _Fields(root)
    spoken = list(_spoken(fields))
    is_cut = bool(spoken) and not stretch.is_whole and _is_open(stretch.raw)
    if is_cut:
        spoken.pop()
    place_of = {element: place for place, (element, _) in enumerate(spoken)}
    talk = conversation(_remark(element, place, parent) for place, (element, parent) in enumerate(spoken))

    def owner_of(name: str, element: Element) -> Owner | None:
        if element in place_of:
            return ("comment", place_of[element])
        if element.getparent() is not root:
            return None
        return {"title": _TITLE, "content": _BODY}.get(name)

    lines = lines_of_record(root, stretch, owner_of, whole=("content",), shares_lines=shares_lines)
    body = _body(fields("content"))
    title = plain(fields("title")) or None
    if not (title or body.text or talk.comments):
        return Written(lines, left_out="records without a title, a text or comments", cut_comments=is_cut)
    guesses = {"body": CUT_OFF} if body.text and not stretch.is_whole and not spoken else {}
    post = NewPost(
        blog=blog.name,
        title=title,
        author=plain(fields("author")) or None,
        published=stamp(fields("published_at"), _LANGUAGE),
        tags=tuple(dict.fromkeys(filter(None, (plain(tag) for tag in fields("tags").split(","))))),
        body=body.text,
        marks=body.marks,
        guesses=guesses,
        comments=talk.comments,
    )
    found = FoundPost(
        post,
        names=(f"slug:{fields('slug')}",) if fields("slug") else (),
        withheld=_STATES.get(fields("status").lower()),
        withheld_comments=talk.withheld,
    )
    positions = {place: position for position, place in talk.places.items()}
    return Written(lines, found, positions, cut_comments=is_cut)


_TITLE: Owner = ("title", POST)
_BODY: Owner = ("body", POST)


def _spoken(fields: _Fields) -> Iterator[tuple[Element, int | None]]:
    """The comments of a record in the order of the file, each with the place of the one that it is in."""
    waiting: list[tuple[Element, int | None]] = [
        (child, None) for child in reversed(fields.within("comments"))
    ]
    place = 0
    while waiting:
        element, parent = waiting.pop()
        yield element, parent
        waiting.extend((child, place) for child in reversed(_Fields(element).within("replies")))
        place += 1


def _is_open(raw: bytes) -> bool:
    """Whether the comment that begins last in some bytes has no end there."""
    last = 0
    for start in _COMMENT.finditer(raw):
        last = start.start()
    return raw.find(_COMMENT_END, last) < 0


def _remark(element: Element, place: int, parent: int | None) -> Remark:
    fields = _Fields(element)
    body = _body(fields("content"))
    return Remark(
        id=str(place),
        answers=None if parent is None else str(parent),
        author=plain(fields("author_name")) or None,
        published=stamp(fields("published_at"), _LANGUAGE),
        body=body.text,
        marks=body.marks,
        withheld=_COMMENT_STATES.get(fields("status").lower()),
        place=place,
    )


def _body(source: str) -> Body:
    return body_of(source, breaks_at_newlines=_HAS_PARAGRAPHS.search(source) is None)
