"""Files that tell something only together, as one dump: the comments on a post in a file each, two halves of an export.

A group is the text of its files, each under a line with its name, so that it can be read again from an archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

# Staticman and its kin: `_data/comments/mon-billet/comment-1377880142000.yml`.
_COMMENTS = re.compile(r"(?P<group>(?:.*/)?comments/[^/]+)/[^/]+\.ya?ml", re.IGNORECASE | re.DOTALL)
_COMMENTS_AS_DATA = re.compile(
    r"(?P<group>(?:.*/)?_?data/(?:.*/)?comments/[^/]+)/[^/]+\.(?:json|toml)", re.IGNORECASE | re.DOTALL
)
# LiveJournal gives the names of those who comment in one file, and what they say in others.
_JOURNAL = re.compile(r"(?P<group>(?:.*/)?comment_)(?:meta|bodies)[\w.-]*\.xml", re.IGNORECASE | re.DOTALL)
# Substack gives the titles and dates of its posts in a table, and the text of each in a file.
_NEWSLETTER = re.compile(
    r"(?P<group>(?:.*/)?)(?:posts\.csv|posts/\d{5,}\.[\w.-]+\.html)", re.IGNORECASE | re.DOTALL
)


def group_of(name: str) -> str | None:
    """The name of the group that a file belongs to by its path; None for one that stands for itself."""
    for pattern in (_COMMENTS, _COMMENTS_AS_DATA, _JOURNAL):
        found = pattern.fullmatch(name)
        if found is not None:
            return found["group"] if pattern is not _JOURNAL else f"{found['group']}meta+bodies.xml"
    newsletter = _NEWSLETTER.fullmatch(name)
    return None if newsletter is None else f"{newsletter['group']}posts.csv"


def together(members: Iterable[tuple[str, bytes]]) -> bytes:
    """The bytes of a group of files, of which the names are given too, in the order of these."""
    pieces = []
    for name, content in sorted(members):
        last = PurePosixPath(name).name
        head = f"<!-- {last} -->" if last.lower().endswith(".xml") else f"--- # {last}"
        pieces += [head.encode("utf-8", "replace"), b"\n", content.removeprefix(b"\xef\xbb\xbf")]
        if not content.endswith(b"\n"):
            pieces.append(b"\n")
    return b"".join(pieces)
