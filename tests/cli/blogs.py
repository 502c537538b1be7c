"""Archives for the tests of the commands: a blog about a village dance hall, and a hostile one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from reader.archive import Entry, NewDump, NewPost, NewSpan, open_for_writing
from reader.models import Comment, Mark
from tests.bare import post

# Each command with the least that it needs.
COMMANDS = {
    "import": ("pages",),
    "list": (),
    "show": ("1",),
    "search": ("valse",),
    "export": ("1",),
    "source": ("1",),
    "check": (),
    "stats": (),
}
# These need no archive.
OTHERS = ("marks", "serve")

# A page as an extractor leaves it.
PAGE = """Le bal est fini

3 mai 2005

On a rangé les chaises et les lampions, et compté la recette sur le parquet avec Lison.

2 commentaires

Tino
4 mai 2005 à 10:12
Merci pour tout, c'était une bien belle soirée au bord de l'eau.
"""


POSTS = (
    post(
        "accordion",
        blog="Bals et parquets",
        title="L'accordéon de Giuseppe",
        author="Lison",
        published="2007-06-21T23:40",
        url="http://bals.example/accordeon",
        language="fr",
        categories=("Musique",),
        tags=("valse", "parquet"),
        body="Il a joué jusqu'à l'aube.\n\nPersonne n'a vu passer la nuit.",
        marks=(Mark(7, 11, "em"), Mark(27, 59, "quote")),
        comments_declared=2,
        comments_open=True,
        guesses={"language": "told from the commonest words of the page"},
        comments=(
            Comment(1, "Tino", "2007-06-22T08:00", None, 0, "comment", "Quelle valse, Lison !"),
            Comment(
                2,
                None,
                None,
                1,
                1,
                "comment",
                "Tino, tu dansais comme une horloge.",
                guesses={"reply_to": "it speaks to Tino"},
            ),
        ),
    ),
    post("bare", body="Une page sans rien autour."),
    post(
        "may",
        blog="Bals et parquets",
        title="En mai",
        published="2006-05",
        body="Le parquet est ciré, pas de valse.",
    ),
)

# What the terminals of the last thirty years have been tricked with, and markup that a widget would obey.
STEERING = (
    "\x1b]52;c;aGE=\x07\x1b]0;own\x1b\\\x1b[2J\x9b6n\x9d0;x\x9c\x7f\x08\u202e\u2066"
    "[@click=app.quit]rires[/] [sic]"
)


def hostile(words: str) -> str:
    """Words with everything around them that steers."""
    return f"{words} {STEERING} {words}"


HOSTILE = post(
    hostile("key"),
    blog=hostile("blog"),
    title=hostile("title"),
    author=hostile("author"),
    published=hostile("2007"),
    url=hostile("http://x.example/"),
    language=hostile("fr"),
    categories=(hostile("category"),),
    tags=(hostile("tag"),),
    body=hostile("valse") + "\n\n" + hostile("second paragraph"),
    marks=(Mark(0, 5, "link", hostile("http://y.example/")),),
    guesses={hostile("field"): hostile("reason"), "published": hostile("reason")},
    comments=(
        Comment(
            1,
            hostile("commenter"),
            hostile("2008"),
            None,
            0,
            "comment",
            hostile("valse"),
            guesses={"reply_to": hostile("reason"), "author": hostile("reason")},
        ),
    ),
)


def write(path: Path, posts: Sequence[NewPost]) -> Path:
    """An archive out of one dump that has the bodies of some posts as its lines."""
    lines: list[str] = []
    spans: list[NewSpan] = []
    for number, one in enumerate(posts):
        first = len(lines) + 1
        lines += [line for line in one.body.splitlines() if line.strip()]
        spans.append(NewSpan(first, len(lines), "body", number, None))
    raw = "\n".join(lines).encode()
    name = hostile("dump") if posts and posts[0] is HOSTILE else "bals/parquets.txt"
    dump = NewDump(name, hashlib.sha256(raw).hexdigest(), "text page", "utf-8", raw, {})
    with open_for_writing(path) as writer:
        if posts:
            writer.write(dump, [Entry(one) for one in posts], spans)
    return path
