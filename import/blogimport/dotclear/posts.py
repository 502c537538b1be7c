"""Rows of a backup as posts and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from blogimport.conversation import Remark
from blogimport.dotclear.rows import Row
from blogimport.locales import language_of_locale
from blogimport.markup import Body, body_of, plain
from blogimport.readings import CUT_OFF, FoundPost, Withheld
from blogimport.regrouping import Record
from blogimport.stamps import stamp_of
from blogimport.xmlrecords import POST, RecordLines, Run
from reader.archive import NewPost

_SHOWN = "1"
_POST_STATES: dict[str, Withheld | None] = {
    "": None,
    _SHOWN: None,
    "0": "draft",
    "-1": "future",
    "-2": "draft",
}
_COMMENT_STATES: dict[str, Withheld | None] = {
    "": None,
    _SHOWN: None,
    "-2": "spam",
    **dict.fromkeys(("0", "-1"), "unapproved"),
}
_HAS_PARAGRAPHS = re.compile(r"<(?:p|br)\b", re.I)
_ADDRESS = "made of the blog's address and the post's place in it"


@dataclass(slots=True)
class Tables:
    """What rows of other tables tell of posts: picklable.

    `blogs` maps an id to name and address, `categories` and `users` an id to a name.
    """

    blogs: dict[str, tuple[str, str]] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    users: dict[str, str] = field(default_factory=dict)

    def learn(self, row: Row) -> bool:
        """Remember a row, if it is one of these."""
        if row.table == "blog":
            self.blogs[row("blog_id")] = (plain(row("blog_name")), row("blog_url").strip())
        elif row.table == "category":
            self.categories[row("cat_id")] = plain(row("cat_title"))
        elif row.table == "user":
            names = f"{row('user_firstname')} {row('user_name')}" if row("user_firstname") else ""
            shown = row("user_displayname") or row("user_pseudo") or names or row("user_name")
            self.users[row("user_id")] = plain(shown)
        else:
            return False
        return True


class Kept(NamedTuple):
    """What became of a row."""

    record: Record | None
    left_out: str | None = None


def record_of(row: Row, tables: Tables) -> Kept:
    """The post or comment that a row is."""
    if row.table == "comment":
        if not row.is_whole:
            return Kept(None, "comments that are cut off")
        lines = RecordLines((Run(row.line, row.line, "comment", 0),))
        return Kept(Record(row("post_id"), lines, remark=_remark(row), about=_unknown()))
    lines = RecordLines((Run(row.line, row.line, "body", POST),))
    post = _post(row, tables)
    if not row.is_whole and not (post.title or post.body):
        return Kept(None, "records that are cut off")
    withheld = _POST_STATES.get(row("post_status"), "draft")
    return Kept(Record(row("post_id"), lines, post=FoundPost(post, tuple(_names(row)), withheld=withheld)))


def _post(row: Row, tables: Tables) -> NewPost:
    name, address = tables.blogs.get(row("blog_id"), ("", ""))
    body = _body(row)
    guesses: dict[str, str] = {}
    url = None
    if address and row("post_url"):
        url = f"{address}{'pages' if row('post_type') == 'page' else 'post'}/{row('post_url')}"
        guesses["url"] = _ADDRESS
    if not row.is_whole and body.text:
        guesses["body"] = CUT_OFF
    login = row("user_id")
    category = tables.categories.get(row("cat_id"), "")
    return NewPost(
        blog=name or None,
        title=plain(row("post_title")) or None,
        author=tables.users.get(login) or plain(login) or None,
        published=stamp_of(row("post_dt")),
        url=url,
        language=language_of_locale(row("post_lang")),
        categories=(category,) if category else (),
        body=body.text,
        marks=body.marks,
        comments_declared=_declared(row),
        comments_open={"1": True, "0": False}.get(row("post_open_comment")),
        guesses=guesses,
    )


def _body(row: Row) -> Body:
    """The text of a post as its blog showed it: the excerpt, then the rest; its source where that was not kept."""
    shown = [row(f"post_{name}_xhtml") for name in ("excerpt", "content")]
    if not any(text.strip() for text in shown):
        shown = [row(f"post_{name}") for name in ("excerpt", "content")]
    source = "\n\n".join(text for text in shown if text.strip())
    return body_of(source, breaks_at_newlines=_HAS_PARAGRAPHS.search(source) is None)


def _declared(row: Row) -> int | None:
    counts = [row(name) for name in ("nb_comment", "nb_trackback") if row(name)]
    if not row.is_whole or not counts or not all(c.isdecimal() and len(c) < 8 for c in counts):
        return None
    return sum(map(int, counts))


def _names(row: Row) -> Iterator[str]:
    if row("post_url"):
        yield f"slug:{row('post_url')}"
    if row("post_id"):
        yield f"id:{row('post_id')}"


def _remark(row: Row) -> Remark:
    content = row("comment_content")
    body = body_of(content, breaks_at_newlines=_HAS_PARAGRAPHS.search(content) is None)
    withheld = _COMMENT_STATES.get(row("comment_status"), "unapproved")
    if withheld == "unapproved" and row("comment_spam_status") not in ("", "0"):
        withheld = "spam"
    return Remark(
        id=None,
        answers=None,
        author=plain(row("comment_author")) or None,
        published=stamp_of(row("comment_dt")),
        body=body.text,
        marks=body.marks,
        kind="trackback" if row("comment_trackback") == "1" else "comment",
        withheld=withheld,
    )


def _unknown() -> FoundPost:
    """A post that the backup does not hold."""
    return FoundPost(
        NewPost(),
        is_partial=True,
    )
