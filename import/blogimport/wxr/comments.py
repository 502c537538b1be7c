"""The comments of a record, pingbacks and trackbacks among them."""

from __future__ import annotations

from blogimport.conversation import Remark
from blogimport.markup import plain
from blogimport.readings import Withheld
from blogimport.wxr.content import body_of_comment
from blogimport.wxr.dates import local_or_gmt
from blogimport.xmlrecords import Element, fields_of
from reader.models import CommentKind

# What a comment's state means where the blog did not show it; "" and "1" it did.
_STATES: dict[str, Withheld | None] = {
    **dict.fromkeys(("", "1", "approve", "approved"), None),
    **dict.fromkeys(("0", "hold", "pending", "unapproved"), "unapproved"),
    "spam": "spam",
    **dict.fromkeys(("trash", "post-trashed", "deleted"), "trash"),
}
_KINDS: dict[str, CommentKind] = {"pingback": "pingback", "trackback": "trackback", "webmention": "pingback"}
_FIELDS = frozenset(
    f"wp:comment_{name}"
    for name in ("id", "parent", "author", "date", "date_gmt", "content", "approved", "type")
)
# Notes that shops and plugins keep as comments for themselves.
_NOTES = ("note", "log", "history")


def remark_of(element: Element, place: int) -> Remark:
    """One comment, with its place among those of the record."""
    values = fields_of(element, _FIELDS)

    def value(name: str) -> str:
        return values.get(f"wp:comment_{name}", "")

    body = body_of_comment(value("content"))
    state, kind = value("approved").lower(), value("type").lower()
    withheld = _STATES.get(state, state)
    if withheld is None and kind.endswith(_NOTES):
        withheld = "note"
    answered = value("parent")
    return Remark(
        id=value("id") or None,
        answers=None if answered in ("", "0") else answered,
        author=plain(value("author")) or None,
        published=local_or_gmt(value("date"), value("date_gmt")),
        body=body.text,
        marks=body.marks,
        kind=_KINDS.get(kind, "comment"),
        withheld=withheld,
        place=place,
    )
