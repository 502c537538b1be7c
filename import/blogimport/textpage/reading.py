"""Reading one text page: bytes in, posts and the role of every line out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from blogimport.captures import with_counted_dates
from blogimport.readings import Dump, FoundPost, Part, Reading
from blogimport.textpage.assembling import OfLine, Roles
from blogimport.textpage.consistency import most_consistent
from blogimport.textpage.cues import sights_of
from blogimport.textpage.decoding import decoded, is_text
from blogimport.textpage.labelling import page_of
from blogimport.textpage.language import beginning, language_of, order_of_dates
from blogimport.textpage.lines import lines_in
from blogimport.textpage.recurring import recurring_lines
from reader.archive import NewPost, NewSpan
from reader.text import lines_of_text

FORMAT = "text page"


@dataclass(frozen=True, slots=True)
class Page:
    """The posts of a page, without key or blog, and the role of each of its lines that is not blank."""

    encoding: str
    posts: tuple[NewPost, ...]
    spans: tuple[NewSpan, ...]


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are the beginning of a text page: text, and no markup or data."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return bool(start) and is_text(head) and start not in (b"<", b"{", b"[")


def learn(pages: Iterable[bytes]) -> frozenset[str]:
    """What some pages of one site tell of each other: the lines that most of them have."""
    return recurring_lines(pages)


def read(dump: Dump) -> Reading:
    """The posts of a text page, and the role of each of its lines."""
    page = read_page(dump.raw(), dump.recurring)
    around = sum(span.last - span.first + 1 for span in page.spans if span.role == "furniture")
    left_out = Counter({"lines around the posts": around} if around else {})
    posts = page.posts
    if dump.url and len(posts) == 1:
        # A text that a web archive kept has the address of its page.
        posts = (replace(posts[0], url=dump.url),)
    posts = tuple(with_counted_dates(post, dump.captured) for post in posts)
    return Reading(page.encoding, [Part(tuple(map(FoundPost, posts)), page.spans)], left_out)


def read_page(raw: bytes, recurring: frozenset[str] = frozenset()) -> Page:
    """The same of bytes, of which `recurring` are the lines that `learn` found on most pages of the site."""
    encoding, text = decoded(raw)
    texts = lines_of_text(text)
    is_utf8 = encoding == "utf-8" and "\r" not in text and "\N{REPLACEMENT CHARACTER}" not in text
    lines = lines_in(texts, raw if is_utf8 else None)
    language = language_of(beginning(lines))
    sights = [sights_of(line.text, language) for line in lines]
    order = order_of_dates(lines, sights) if language == "en" else None
    if order is not None:
        sights = [sights_of(line.text, order) for line in lines]
    page = page_of(lines, sights, recurring, language)
    posts, roles = most_consistent(page, language)
    return Page(encoding, tuple(posts), _spans(texts, roles))


_NOBODYS: OfLine = ("furniture", None, None)


def _spans(texts: Sequence[str], roles: Roles) -> tuple[NewSpan, ...]:
    """The roles as runs of lines; a line that is not blank in the dump always has one."""
    spans: list[NewSpan] = []
    role_of = roles.by_line.get
    first, of_run = 0, _NOBODYS
    for number, text in enumerate(texts, 1):
        if not text or text.isspace():
            if first:
                spans.append(NewSpan(first, number - 1, *of_run))
                first = 0
            continue
        of_line = role_of(number, _NOBODYS)
        if not first:
            first, of_run = number, of_line
        elif of_line is not of_run and of_line != of_run:
            spans.append(NewSpan(first, number - 1, *of_run))
            first, of_run = number, of_line
    if first:
        spans.append(NewSpan(first, len(texts), *of_run))
    return tuple(spans)
