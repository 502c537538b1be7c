"""Reading one file of a site that a program makes: a post, a page, the comments on one, or what is none of these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from blogimport.conversation import Conversation, conversation
from blogimport.postfile.bodies import body_from
from blogimport.postfile.facts import Facts
from blogimport.postfile.heads import Head, head_of
from blogimport.postfile.remarks import Given, comments_within, post_path, remarks_of
from blogimport.postfile.templates import is_filled_from_others, is_template
from blogimport.postfile.values import NoValues, Value, of_json, of_toml, of_yaml
from blogimport.readings import Dump, FoundPost, Part, Reading
from blogimport.xmlrecords import decoded, encoding_of
from reader.archive import NewPost, NewSpan
from reader.models import Role

FORMAT = "post file"

_HEAD_SIGNS = re.compile(
    rb"\s*+(?:\xef\xbb\xbf)?+\s*+(?:---[ \t]*\r?\n|\+\+\+[ \t]*\r?\n|\{\s*\"\w|(?:<!--[ \t]*\r?\n)?\.\.[ \t]*title:)"
)
# Where several files were put together, each stands under its name.
_MEMBER = re.compile(r"^--- # (?P<name>[^\n]+\.(?:ya?ml|json|toml))[ \t]*$", re.MULTILINE | re.IGNORECASE)
_MEMBERS = re.compile(rb"\s*--- # [^\n]+\.(?:ya?ml|json|toml)\s", re.IGNORECASE)
_LIST = re.compile(r"comments\s*:\s*$")
_NEXT = re.compile(r"[\w.]|---")
_TITLE = re.compile(r"\s*(?:\.\.\s*|\")?title\"?\s*[:=]", re.IGNORECASE)
_DATA = (".yml", ".yaml", ".json", ".toml")
_TEXTS = (
    *(".md", ".markdown", ".mkd", ".mdown", ".mmd", ".mdx", ".rst", ".rest", ".html", ".htm", ".xhtml"),
    *(".textile", ".txt", ".adoc", ".asciidoc", ".org", ".wp"),
)
_ABOUT = re.compile(
    r"(?:readme|license|licence|contributing|changelog|changes|history|code_of_conduct|security|authors|todo|copying)"
    r"(?:[.-]\w+)*\.(?:md|markdown|mkd|rst|txt)",
    re.IGNORECASE,
)
_TEMPLATE_FOLDERS = frozenset(("_layouts", "_includes", "_sass", "_plugins", "archetypes", "node_modules"))
_MAY_BE_TEMPLATES = frozenset(("layouts", "themes", "templates", "partials", "includes"))

_SITE_FILES = "files about the site, such as a README"
_TEMPLATES = "templates of the site"
_LISTS = "pages that a program fills from the others"


def sniff(head: bytes, name: str) -> bool:
    """Whether a file is one from which a program makes a page, or keeps beside such files."""
    path = PurePosixPath(name)
    ending = path.suffix.lower()
    if _MEMBERS.match(head):
        return True
    if b"\x00" in head[:400] or not head.strip():
        return False
    if ending in _DATA:
        return _is_comments_file(head, path)
    if ending not in _TEXTS and ending != ".xml":
        return False
    if _ABOUT.fullmatch(path.name) or _TEMPLATE_FOLDERS.intersection(path.parts):
        return True
    text = head.decode("utf-8", "replace").replace("\r\n", "\n").lstrip("\ufeff")
    if _MAY_BE_TEMPLATES.intersection(path.parts) and is_template(text):
        return True
    if _HEAD_SIGNS.match(head) and ending != ".xml":
        return _begins_with_head(text, name)
    if ending == ".xml":
        return (text.startswith("---\n") and is_template(text)) or text.startswith("---\n---\n")
    if ending in (".html", ".htm", ".xhtml", ".txt"):
        return False
    return head_of(text, name) is not None


def read(dump: Dump) -> Reading:
    """The post that a file makes, or the comments that it keeps; else why it is neither."""
    with dump.open() as opened:
        encoding = encoding_of(opened, dump.charset)
    raw = dump.raw()
    text = raw.decode(encoding, "replace") if encoding.startswith("utf-16") else decoded(raw, encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    path = PurePosixPath(dump.name)
    if _MEMBER.match(text.lstrip()) or path.suffix.lower() in _DATA:
        return _comments(text, path, encoding)
    if _ABOUT.fullmatch(path.name):
        return Reading(encoding, [], Counter({_SITE_FILES: 1}))
    head = head_of(text, dump.name)
    in_folders = _TEMPLATE_FOLDERS | (_MAY_BE_TEMPLATES if is_template(text) else set())
    if head is None or path.suffix.lower() == ".xml" or in_folders.intersection(path.parts[:-1]):
        return Reading(encoding, [], Counter({_TEMPLATES: 1}))
    return _post(text, head, dump.name, encoding)


def _post(text: str, head: Head, name: str, encoding: str) -> Reading:
    facts = Facts(head.values, name)
    source = text[head.end :]
    body = body_from(source, name)
    if is_filled_from_others(source) or not (body.text or facts.text("title")):
        return Reading(encoding, [], Counter({_LISTS: 1}))
    guesses: dict[str, str] = {}
    title, reason = facts.title()
    if reason:
        guesses["title"] = reason
    published, reason = facts.published()
    if reason:
        guesses["published"] = reason
    talk, places = _in_head(head, text)
    post = NewPost(
        title=title,
        author=facts.author(),
        published=published,
        url=facts.url(),
        language=facts.language(),
        categories=facts.categories(),
        tags=facts.tags(),
        body=body.text,
        marks=body.marks,
        comments_open=facts.comments_open(),
        guesses=guesses,
        comments=talk.comments,
    )
    found = FoundPost(post, tuple(facts.names()), facts.withheld(), talk.withheld)
    notices = ["The head of the file is written wrongly and was read line by line."] if head.is_broken else []
    return Reading(encoding, [Part((found,), tuple(_spans(text, head, talk, places)))], notices=notices)


def _in_head(head: Head, text: str) -> tuple[Conversation, dict[int, tuple[int, int]]]:
    """The comments that a head lists; their lines are told where each is an item of its own."""
    given = comments_within(head.values.get("comments"))
    if not given:
        return conversation(()), {}
    talk = conversation(remarks_of([Given(values, 0, 0) for values in given]))
    lines = text[: head.end].split("\n")
    start = next((number for number, line in enumerate(lines, 1) if _LIST.match(line)), len(lines))
    end = next((n for n in range(start + 1, len(lines) + 1) if _NEXT.match(lines[n - 1])), len(lines))
    dash = re.match(r"\s*-", lines[start]) if start < len(lines) else None
    items = [n for n in range(start + 1, end) if dash is not None and lines[n - 1].startswith(dash[0])]
    if len(items) != len(given):
        return talk, {}
    return talk, {
        place: (first, after - 1)
        for place, (first, after) in enumerate(zip(items, [*items[1:], end], strict=True))
    }


def _spans(
    text: str, head: Head, talk: Conversation, places: dict[int, tuple[int, int]]
) -> Iterator[NewSpan]:
    """The title's line, the rest of the head, the text: every line that is not blank."""
    position_of = {place: position for position, place in talk.places.items()}
    comment_at = {
        line: position_of[place] for place, (first, last) in places.items() for line in range(first, last + 1)
    }
    in_head = text.count("\n", 0, head.end)
    has_title = False
    run: NewSpan | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        comment = None
        role: Role = "meta"
        if number > in_head and head.end < len(text):
            role = "body"
        elif number in comment_at:
            role, comment = "comment", comment_at[number]
        elif not has_title and _is_title(line, head):
            role, has_title = "title", True
        if run is not None and run.last == number - 1 and (run.role, run.comment) == (role, comment):
            run = NewSpan(run.first, number, role, 0, comment)
            continue
        if run is not None:
            yield run
        run = NewSpan(number, number, role, 0, comment)
    if run is not None:
        yield run


def _is_title(line: str, head: Head) -> bool:
    """Whether a line of a head states the title."""
    if head.kind == "rest":
        return line.strip() == head.values.get("title")
    return _TITLE.match(line) is not None


class _Member(NamedTuple):
    """One of the files that a dump was put together from, with the number of its first line."""

    name: str
    first: int
    text: str


def _members(text: str, path: PurePosixPath) -> list[_Member]:
    heads = list(_MEMBER.finditer(text))
    if not heads:
        return [_Member(path.name, 1, text)]
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        _Member(head["name"], text.count("\n", 0, head.start()) + 2, text[head.end() + 1 : end])
        for head, end in zip(heads, ends, strict=True)
    ]


def _comments(text: str, path: PurePosixPath, encoding: str) -> Reading:
    """The comments of one post: a file each, or all in one."""
    given: list[Given] = []
    left_out: Counter[str] = Counter()
    members = _members(text, path)
    for member in members:
        try:
            values = comments_within(_value(member))
        except NoValues:
            left_out["files that cannot be read"] += 1
            continue
        last = member.first + len(member.text.rstrip("\n").split("\n")) - 1
        given += [Given(one, member.first, last) for one in values]
        if not values:
            left_out["files that hold no comment"] += 1
    if not given:
        return Reading(encoding, [], left_out)
    talk = conversation(remarks_of(given))
    slug = path.name
    if path.suffix.lower() in _DATA:
        slug = path.stem if path.parent.name.lower() == "comments" else path.parent.name
    url = next((address for one in given if (address := post_path(one.values))), None)
    post = NewPost(
        url=url,
        comments=talk.comments,
    )
    names = (f"slug:{slug}",) if slug else ()
    found = FoundPost(post, names, withheld_comments=talk.withheld, is_partial=True)
    # Comments that share a file share its lines, which are the first one's then.
    spans = []
    taken = 0
    for position, place in sorted(talk.places.items(), key=lambda item: given[item[1]].first):
        if given[place].first > taken:
            spans.append(NewSpan(given[place].first, given[place].last, "comment", 0, position))
            taken = given[place].last
    return Reading(encoding, [Part((found,), tuple(spans))], left_out)


def _value(member: _Member) -> Value:
    name = member.name.lower()
    if name.endswith(".toml"):
        return of_toml(member.text)
    return of_json(member.text) if name.endswith(".json") else of_yaml(member.text)


def _is_comments_file(head: bytes, path: PurePosixPath) -> bool:
    """Whether a file of data holds comments: it lies among such, and has what one has."""
    if not any(part.lower() == "comments" for part in path.parts[:-1]) and path.stem.lower() != "comments":
        return False
    text = head.decode("utf-8", "replace")
    has_text = re.search(r"^[\s\"'{-]*(?:message|body|comment|content|text)[\"']?\s*[:=]", text, re.MULTILINE)
    return has_text is not None and re.search(r"\b(?:name|author|date)[\"']?\s*[:=]", text) is not None


def _begins_with_head(text: str, name: str) -> bool:
    """Whether a text begins with a head that says something, or one that may go on behind what was looked at."""
    head = head_of(text, name)
    if head is not None:
        return bool(head.values) or head.end < len(text)
    return bool(re.match(r"\s*(?:---|\+\+\+)[ \t]*\n[\w\"'-]+\s*[:=]", text)) and len(text) > 60_000
