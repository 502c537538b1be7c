"""One entry of an export: a post with its comments and trackbacks, and the role of each of its lines."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import NamedTuple

from blogimport.conversation import Remark, conversation
from blogimport.excerpts import with_excerpt
from blogimport.markup import Body, body_of, html_of_markdown, plain
from blogimport.movabletype.cutting import HEADER_KEYS, Line, RawEntry, Section, sections_of, unescaped
from blogimport.movabletype.dates import DAYS_FIRST, date_of
from blogimport.readings import CUT_OFF, FoundPost, Part, Withheld
from reader.archive import NewPost, NewSpan
from reader.models import Role

_FIELD = re.compile(rf"({'|'.join(HEADER_KEYS)}):(.*)")
# What stands before the text of a comment or trackback, each once and in any order.
_REMARK_FIELD = re.compile(r"(AUTHOR|EMAIL|IP|URL|DATE|TITLE|BLOG NAME):(.*)")
_OF_COMMENT = frozenset(("AUTHOR", "EMAIL", "IP", "URL", "DATE"))
_OF_PING = frozenset(("TITLE", "IP", "URL", "DATE", "BLOG NAME"))
_STATES: dict[str, Withheld | None] = {
    **dict.fromkeys(("", "publish", "published", "2"), None),
    **dict.fromkeys(("draft", "1", "unpublish", "unpublished"), "draft"),
    **dict.fromkeys(("future", "scheduled", "4"), "future"),
}
# How the text of a post was written: these are HTML already.
_HTML = frozenset(("0", "wysiwyg", "richtext", "none", "html"))
_HAS_PARAGRAPHS = re.compile(r"<(?:p|br)\b", re.I)


class Entry(NamedTuple):
    """What became of an entry; None where there is nothing in it."""

    part: Part | None
    cut_comments: int = 0


class _Words(NamedTuple):
    """What a section says, its fields and then its text."""

    fields: dict[str, str]
    text: str


def entry_of(raw: RawEntry, *, day_first: bool) -> Entry:
    """What an entry holds."""
    sections = sections_of(raw)
    header, texts = _header(sections), _texts(sections)
    remarks: list[Remark] = []
    cut = 0
    for place, section in enumerate(sections):
        if not _is_remark(section):
            continue
        remark = _remark(section, place, day_first=day_first)
        if section.is_closed or remark.body:
            remarks.append(remark)
        else:
            cut += 1
    talk = conversation(remarks)
    position_of = {place: position for position, place in talk.places.items()}
    post = _post(header, texts, sections, day_first=day_first)
    if not (post.title or post.body or talk.comments):
        return Entry(None, cut)
    found = FoundPost(
        replace(post, comments=talk.comments),
        names=tuple(f"slug:{name}" for name in header.get("BASENAME", ()) if name),
        withheld=_withheld(header),
    )
    return Entry(Part((found,), tuple(_spans(raw, sections, position_of))), cut)


def _header(sections: list[Section]) -> dict[str, list[str]]:
    """The fields of an entry's header."""
    fields: dict[str, list[str]] = {}
    for line in (line for section in sections if section.name is None for line in section.lines):
        found = _FIELD.match(line.text.lstrip("\ufeff"))
        if found is not None:
            fields.setdefault(found[1], []).append(found[2].strip())
    return fields


def _texts(sections: list[Section]) -> dict[str, str]:
    """The texts of an entry by the names of their sections; one without a name goes on with the one before."""
    texts: dict[str, str] = {}
    for section in sections:
        if section.name is not None and not _is_remark(section):
            text = "\n".join(unescaped(line.text) for line in section.lines[1:])
            texts[section.name] = f"{texts[section.name]}\n{text}" if section.name in texts else text
    return texts


def _is_remark(section: Section) -> bool:
    return section.name in ("COMMENT", "PING")


def _post(
    header: dict[str, list[str]], texts: dict[str, str], sections: list[Section], *, day_first: bool
) -> NewPost:
    def first(name: str) -> str:
        return next(iter(header.get(name, ())), "")

    how = first("CONVERT BREAKS").lower()
    content = "\n\n".join(text for name in ("BODY", "EXTENDED BODY") if (text := texts.get(name, "")).strip())
    body = with_excerpt(texts.get("EXCERPT", ""), content, lambda source: _body(source, how))
    published = date_of(first("DATE"), day_first=day_first)
    guesses = {"published": DAYS_FIRST} if published and day_first else {}
    if sections and not sections[-1].is_closed and not _is_remark(sections[-1]) and body.text:
        guesses["body"] = CUT_OFF
    return NewPost(
        title=plain(first("TITLE")) or None,
        author=plain(first("AUTHOR")) or None,
        published=published,
        url=first("UNIQUE URL") or None,
        categories=tuple(dict.fromkeys(_names(header, "PRIMARY CATEGORY", "CATEGORY"))),
        tags=tuple(dict.fromkeys((*_labels(first("TAGS")), *_labels(texts.get("KEYWORDS", ""))))),
        body=body.text,
        marks=body.marks,
        comments_open={"1": True, "0": False, "2": False}.get(first("ALLOW COMMENTS")),
        guesses=guesses,
    )


def _withheld(header: dict[str, list[str]]) -> Withheld | None:
    state = next(iter(header.get("STATUS", ())), "").lower()
    return _STATES.get(state, state)


def _names(header: dict[str, list[str]], *fields: str) -> Iterator[str]:
    for field in fields:
        for name in header.get(field, ()):
            if plain(name):
                yield plain(name)


def _labels(text: str) -> Iterator[str]:
    """Labels with commas between them, of which some may be in quotation marks."""
    for row in csv.reader(text.splitlines(), skipinitialspace=True):
        for name in row:
            if plain(name):
                yield plain(name)


def _body(source: str, how: str) -> Body:
    """A text as its blog showed it: line breaks are breaks unless it is HTML already."""
    if how.startswith("markdown"):
        return body_of(html_of_markdown(source))
    is_html = "<" in source if how in _HTML else _HAS_PARAGRAPHS.search(source) is not None
    return body_of(source.strip("\n"), breaks_at_newlines=not is_html)


def _remark(section: Section, place: int, *, day_first: bool) -> Remark:
    fields, text = _words(section)
    is_ping = section.name == "PING"
    if is_ping and fields.get("TITLE"):
        title, url = escape(fields["TITLE"]), fields.get("URL", "")
        text = (f'<a href="{escape(url)}">{title}</a>' if url else title) + f"\n\n{text}"
    body = _body(text, "")
    published = date_of(fields.get("DATE", ""), day_first=day_first)
    guesses = {"published": DAYS_FIRST} if published and day_first else {}
    if not section.is_closed and body.text:
        guesses["body"] = CUT_OFF
    return Remark(
        id=None,
        answers=None,
        author=plain(fields.get("BLOG NAME" if is_ping else "AUTHOR", "")) or None,
        published=published,
        body=body.text,
        marks=body.marks,
        kind="trackback" if is_ping else "comment",
        guesses=guesses,
        place=place,
    )


def _words(section: Section) -> _Words:
    """The fields and the text of a comment or trackback; a line that is no field, or is one again, begins the text."""
    known = _OF_PING if section.name == "PING" else _OF_COMMENT
    fields: dict[str, str] = {}
    lines = section.lines[1:]
    for place, line in enumerate(lines):
        found = _REMARK_FIELD.match(line.text)
        if found is None or found[1] not in known or found[1] in fields:
            return _Words(fields, "\n".join(unescaped(line.text) for line in lines[place:]))
        fields[found[1]] = found[2].strip()
    return _Words(fields, "")


def _spans(raw: RawEntry, sections: list[Section], position_of: dict[int, int]) -> Iterator[NewSpan]:
    """The role of each line of the entry, one run after the other."""
    line = raw.lines[0].number
    last = raw.lines[-1].number
    for place, section in enumerate(sections):
        for first, end, role, comment in _runs(section, position_of.get(place)):
            if first > line:
                yield NewSpan(line, first - 1, "meta", 0, None)
            yield NewSpan(first, end, role, 0, comment)
            line = end + 1
    if line <= last:
        yield NewSpan(line, last, "meta", 0, None)


def _runs(section: Section, position: int | None) -> Iterator[tuple[int, int, Role, int | None]]:
    first, last = section.lines[0].number, section.lines[-1].number
    if position is not None:
        yield first, last, "comment", position
    elif section.name in ("BODY", "EXTENDED BODY", "EXCERPT"):
        yield first, first, "meta", None
        if last > first:
            yield first + 1, last, "body", None
    elif section.name is None:
        for line in section.lines:
            if _is_title(line):
                yield line.number, line.number, "title", None


def _is_title(line: Line) -> bool:
    return line.text.lstrip("\ufeff").startswith("TITLE:")
