"""Reading one text page: bytes in, posts and the role of every line out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from blogimport.captures import with_counted_dates
from blogimport.readings import Dump, FoundPost, Part, Reading
from blogimport.replays import Replayed, replayed, toolbar_over
from blogimport.textpage.agreeing import with_names_alone
from blogimport.textpage.assembling import assemble
from blogimport.textpage.consistency import most_consistent
from blogimport.textpage.cues import sights_in
from blogimport.textpage.dayfirst import order_of_dates
from blogimport.textpage.decoding import decoded, is_text
from blogimport.textpage.glued import unglued
from blogimport.textpage.labelling import Roles, begun, is_crowded, label, page_of
from blogimport.textpage.language import beginning, language_of
from blogimport.textpage.lines import Line, lines_in
from blogimport.textpage.plainer import PlainPage, plain_page, roles_within, with_head, with_marks
from blogimport.textpage.recasting import joined_moments, without_cells, without_seams
from blogimport.textpage.recurring import recurring_lines
from blogimport.textpage.twice import said_once
from reader.archive import NewPost, NewSpan
from reader.models import Role
from reader.text import lines_of_text

FORMAT = "text page"

# How markup and JSON begin; a text may begin with « [[journal:mars]] », « << Retour » or « [1] ».
_DATA = re.compile(
    rb"""<[!?/A-Za-z]|\{\s*(?:["}]|$)|\[[\[\s]*(?:["{]|\](?!\()|(?:true|false|null)\b|-?[\d.]+\s*(?:,|\]\s*(?:[,\]]|$))|$)"""
)


@dataclass(frozen=True, slots=True)
class Page:
    """The posts of a page, without key or blog, and the role of each of its lines that is not blank.

    `replay` is what a web archive's toolbar over the page says, `url` the address that the program which made the dump
    says.
    """

    encoding: str
    posts: tuple[NewPost, ...]
    spans: tuple[NewSpan, ...]
    replay: Replayed | None = None
    url: str | None = None


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of a text page: text, and no markup or data."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return bool(start) and is_text(head) and _DATA.match(start) is None


def learn(pages: Iterable[bytes]) -> frozenset[str]:
    """What some pages of one site tell of each other: the lines that most of them have."""
    return recurring_lines(pages)


def read(dump: Dump) -> Reading:
    """The posts of a text page, and the role of each of its lines."""
    page = read_page(dump.raw(), dump.recurring)
    around = sum(span.last - span.first + 1 for span in page.spans if span.role == "furniture")
    left_out = Counter({"lines around the posts": around} if around else {})
    posts = page.posts
    replay = replayed(dump.url) or page.replay
    url, captured = replay if replay is not None else (dump.url or page.url, dump.captured)
    if url and len(posts) == 1:
        # A text that a web archive kept has the address of its page.
        posts = (replace(posts[0], url=url),)
    posts = tuple(with_counted_dates(post, captured) for post in posts)
    return Reading(page.encoding, [Part(tuple(map(FoundPost, posts)), page.spans)], left_out)


def read_page(raw: bytes, recurring: frozenset[str] = frozenset()) -> Page:
    """The same of bytes, of which `recurring` are the lines that `learn` found on most pages of the site."""
    encoding, text = decoded(raw)
    texts = lines_of_text(text)
    page = plain_page(text, texts)
    if page is None:
        is_utf8 = encoding == "utf-8" and "\r" not in text and "\N{REPLACEMENT CHARACTER}" not in text
        lines = lines_in(texts, (text, raw) if is_utf8 else None)
    else:
        lines = page.lines()
    said = texts if page is None else page.texts()
    toolbar = toolbar_over(said)
    if toolbar is not None:
        size = toolbar.size if page is None else page.number(toolbar.size)
        lines = [line for line in lines if line.number > size]
    language = language_of(beginning(lines))
    told = None
    apart = without_cells(lines, language) or without_seams(lines)
    if apart is not None:
        posts, roles = _told(apart.lines, language, recurring)
        # Two texts may have parts of one line, which is nobody's then.
        own = roles.at(apart.origin)
        told = None if own is None else (posts, own)
    posts, roles = told or _told(lines, language, recurring)
    posts = with_names_alone([unglued(post, said, language) for post in posts])
    if page is not None:
        posts = _as_written(page, posts, roles, texts)
    url = page.head.url if page is not None and page.head is not None else None
    return Page(
        encoding, tuple(posts), roles.spans(texts), toolbar.page if toolbar is not None else None, url
    )


def _as_written(
    page: PlainPage, posts: Sequence[NewPost], roles: Roles, texts: Sequence[str]
) -> list[NewPost]:
    """The posts of a dump in a writing of its own, with what that adds to them and to the roles of its lines."""
    roles.join(roles_within(roles.by_line, page.plain, texts))
    posts = with_marks(posts, roles.by_line, page.plain)
    roles.join(page.further())
    return posts if page.head is None else with_head(posts, page.head)


def read_around(texts: Sequence[str]) -> tuple[NewPost, list[tuple[int, Role]]] | None:
    """The one post that some lines around its text tell, each a paragraph, and the role of each line by its index.

    None where they tell none, or several. Its comments are not among these lines, and are not looked for. White space
    within the lines is single spaces.
    """
    lines = [replace(line, after_blank=line.number > 1) for line in lines_in(texts)]
    language = language_of(beginning(lines))
    page = page_of(lines, sights_in([line.text for line in lines], language), language=language)
    posts, roles = assemble(label(page)[0], language)
    if len(posts) != 1:
        return None
    spans = roles.spans(texts)
    return posts[0], [(at - 1, span.role) for span in spans for at in range(span.first, span.last + 1)]


def _told(
    lines: list[Line], language: str | None, recurring: frozenset[str]
) -> tuple[Sequence[NewPost], Roles]:
    """The posts in some lines, and the role of each of these."""
    lines, further = joined_moments(lines, language)
    said = [line.text for line in lines]
    sights = sights_in(said, language)
    order = order_of_dates(lines, sights, language)
    if order is not None:
        sights = sights_in(said, order)
    begin = None
    if is_crowded(lines):
        lines, sights, begin = said_once(lines, sights)
        if begin is None:
            sights, begin = begun(lines, sights)
    posts, roles = most_consistent(page_of(lines, sights, recurring, language, begin), language)
    roles.join(further)
    return posts, roles
