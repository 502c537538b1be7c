"""Comments that a program keeps as data beside its posts or in their heads: as remarks that know what they answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blogimport.conversation import Remark
from blogimport.markup import plain
from blogimport.postfile.bodies import body_from_markdown
from blogimport.postfile.values import Value, text_of
from blogimport.readings import Withheld
from blogimport.stamps import stamp, stamp_of_seconds
from reader.models import CommentKind

_TEXTS = ("message", "content", "body", "comment", "text", "html")
_NAMES = ("name", "author", "author_name", "display_name", "username", "user")
_DATES = ("date", "published", "created_at", "created", "timestamp", "time", "date_gmt")
_IDS = ("_id", "id", "comment_id", "uid", "uuid")
# Under these stands the id of a comment; under the last of them also the path of the post.
_PARENTS = (
    "replying_to_uid",
    "replying_to_id",
    "reply_to",
    "in_reply_to",
    "parent_id",
    "reply_thread",
    "parent",
    "_parent",
)
_SECONDS = re.compile(r"\d{9,13}")
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0")
_KINDS: dict[str, CommentKind] = {"pingback": "pingback", "trackback": "trackback", "webmention": "pingback"}


@dataclass(frozen=True, slots=True)
class Given:
    """The properties of one comment, and the first and last line on which it stands."""

    values: Mapping[str, Value]
    first: int
    last: int


def is_comment(value: Value) -> bool:
    """Whether a value has what a comment has: a text, and a person or a date."""
    if not isinstance(value, dict):
        return False
    has_text = any(name in value for name in _TEXTS)
    return has_text and any(name in value for name in (*_NAMES, *_DATES)) and "title" not in value


def comments_within(value: Value) -> list[dict[str, Value]]:
    """The comments that a value is, lists, or has under their ids."""
    if isinstance(value, dict) and is_comment(value):
        return [value]
    children: Sequence[Value] = (
        value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else ()
    )
    return [child for child in children if isinstance(child, dict) and is_comment(child)]


def remarks_of(given: Sequence[Given]) -> list[Remark]:
    """The comments on one post; the `place` of each is where it stands in what is given."""
    ids = [_id(one, place) for place, one in enumerate(given)]
    known = set(ids)
    # `replying_to` counts, from 1, the comments that answer no other, in the order of the files.
    tops = [id_ for id_, one in zip(ids, given, strict=True) if not text_of(one.values.get("replying_to"))]
    return [_remark(one, ids[place], place, known, tops) for place, one in enumerate(given)]


def post_path(values: Mapping[str, Value]) -> str | None:
    """The path of the post that a comment says it is on."""
    for name in ("_parent", "post", "page", "post_url", "url_post"):
        path = text_of(values.get(name))
        if path.startswith(("/", "http://", "https://")) and len(path) > 1:
            return path
    return None


def _remark(one: Given, own: str, place: int, known: set[str], tops: list[str]) -> Remark:
    values = one.values
    body = body_from_markdown(_source(values))
    return Remark(
        id=own,
        answers=_answered(values, own, known, tops),
        author=_author(values),
        published=_published(values),
        body=body.text,
        marks=body.marks,
        kind=_KINDS.get(text_of(values.get("type")).lower(), "comment"),
        withheld=_withheld(values),
        place=place,
    )


def _id(one: Given, place: int) -> str:
    stated = next((text for name in _IDS if (text := text_of(one.values.get(name)))), "")
    return stated or f"place {place}"


def _answered(values: Mapping[str, Value], own: str, known: set[str], tops: list[str]) -> str | None:
    for name in _PARENTS:
        stated = text_of(values.get(name))
        if stated in known and stated != own:
            return stated
        if stated and stated != "0" and name != "_parent" and name != "parent":
            return f"no {stated}"  # of a comment that is not here
    stated = text_of(values.get("replying_to"))
    if not stated or stated == "0":
        return None
    if stated.isdecimal() and int(stated) <= len(tops) and tops[int(stated) - 1] != own:
        return tops[int(stated) - 1]
    return stated if stated in known and stated != own else f"no {stated}"


def _source(values: Mapping[str, Value]) -> str:
    return next((value for name in _TEXTS if isinstance(value := values.get(name), str)), "")


def _author(values: Mapping[str, Value]) -> str | None:
    for name in _NAMES:
        value = values.get(name)
        if isinstance(value, dict):
            value = next((value[key] for key in ("name", "display_name", "login") if key in value), None)
        shown = plain(text_of(value))
        if shown:
            return shown
    return None


def _published(values: Mapping[str, Value]) -> str | None:
    for name in _DATES:
        stated = text_of(values.get(name))
        found = stamp_of_seconds(int(stated)) if _SECONDS.fullmatch(stated) else stamp(stated)
        if found is not None:
            if name == "date_gmt" and "T" in found and len(found) <= len("2005-11-17T22:59:00"):
                found += "+00:00"
            return found
    return None


def _withheld(values: Mapping[str, Value]) -> Withheld | None:
    state = text_of(values.get("status")).lower()
    if state in ("spam", "trash", "deleted"):
        return "trash" if state == "deleted" else state
    is_hidden = text_of(values.get("hidden")).lower() in _YES or state in ("pending", "hold", "unapproved")
    is_refused = any(text_of(values.get(name)).lower() in _NO for name in ("published", "approved"))
    return "unapproved" if is_hidden or is_refused else None
