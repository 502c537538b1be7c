"""Files from which programs make a blog: told apart from all others, read whatever was done to them, joined by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport import DumpReport, load
from blogimport.formats import format_of
from reader.archive import open_for_writing
from reader.models import Post
from tests.blogimport.exports import DATA, as_told, reading_of

POST = (DATA / "postfile" / "2012-04-05-la-vanne.md").read_bytes()
COMMENTS = (DATA / "postfile" / "comments.group").read_bytes()


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"Un texte sans en-tete, tout simplement.\n", "page.md"),
        (b"---\n\nTrois tirets, puis rien.\n", "page.txt"),
        (b"Title: un titre\n\nUne page de texte.\n", "page.txt"),
        (b"<html><body><p>Une page</p></body></html>", "page.html"),
        (b"name: Odon\nmessage: rien\ndate: 2012\n", "reglages.yml"),
        (b"AUTHOR: Odon\nTITLE: La vanne\n-----\nBODY:\nrien\n", "export.txt"),
        (b'{"title": "La vanne"}', "export.json"),
    ],
)
def test_what_is_no_post_file(raw: bytes, name: str) -> None:
    """A page, an export, any other text or data is not taken for one."""
    known = format_of(raw, name)

    assert known is None or known.FORMAT != "post file"


@given(
    st.sampled_from(["a.md", "a.rst", "a.html"]),
    st.integers(0, len(POST)),
    st.binary(max_size=12),
    st.integers(0, 40),
)
def test_whatever_happens_to_a_file_it_is_read(name: str, offset: int, noise: bytes, length: int) -> None:
    """Bytes written over others stop nothing: there is a post, or a reason why there is none."""
    raw = POST[:offset] + noise + POST[offset + length :]
    known = format_of(raw, name)
    if known is not None and known.FORMAT == "post file":
        told = as_told(reading_of(raw, name))
        assert told.get("posts") or told.get("left_out")


@given(st.integers(0, len(COMMENTS)), st.binary(max_size=12), st.integers(0, 40))
def test_a_broken_file_spoils_no_other_comment(offset: int, noise: bytes, length: int) -> None:
    """Of comments that are kept in a file each, one that is damaged leaves the others as they were."""
    raw = COMMENTS[:offset] + noise + COMMENTS[offset + length :]
    known = format_of(raw, "comments")
    if known is not None and known.FORMAT == "post file":
        (post,) = as_told(reading_of(raw, "comments")).get("posts", [{}])
        assert len(post.get("comments", [])) >= 4 or b"--- #" in noise


@pytest.mark.parametrize(
    "head",
    [
        "a: &a [*a, *a]",
        "a: &a [x]\n"
        + "".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}' if n else '*a'] * 9)}]\n" for n in range(9)),
        "a: " + "[" * 3000,
        "a: !!python/object/apply:os.system [true]",
        "? [a, b]\n: c",
    ],
)
def test_hostile_heads(head: str) -> None:
    """A head that holds itself, or more than the memory, or asks for code to be run: the text is read."""
    raw = f"---\ntitle: La vanne\n{head}\n---\nElle cède.\n".encode()
    (post,) = as_told(reading_of(raw, "a.md"))["posts"]

    assert (post["title"], post["body"]) == ("La vanne", "Elle cède.")


def imported(folder: Path) -> tuple[list[DumpReport], list[Post]]:
    """The reports on a folder, and the posts that were found in it."""
    with open_for_writing(folder.parent / "a.db") as writer:
        reports = list(load([folder], writer))
        rows = writer._archive.rows("SELECT id FROM posts ORDER BY id")
        return reports, [writer.post(row[0]) for row in rows]


def test_a_whole_tree(tmp_path: Path) -> None:
    """Of a tree only the posts are posts, with the comments kept beside them; all else is told by why it is none."""
    tree = {
        "_posts/2012-04-05-la-vanne.md": POST.decode().partition("comments:")[0] + "---\nLa vanne a cédé.\n",
        "_drafts/plus-tard.md": "---\ntitle: Plus tard\n---\nUn jour.\n",
        "_data/comments/la-vanne/comment-1.yml": "name: Berthe\nmessage: Toute la nuit ?\ndate: 2012-04-06\n",
        "_data/comments/la-vanne/comment-2.yml": "name: Odon\nmessage: Oui.\nreplying_to: '1'\ndate: 2012-04-07\n",
        "_layouts/default.html": "<html><head><title>{{ page.title }}</title></head><body>{{ content }}</body></html>",
        "_config.yml": "title: Le bief\n",
        "README.md": "# Le bief\n\nPour faire le site : `make`.\n",
        "index.html": "---\nlayout: default\n---\n{% for post in site.posts %}<a>{{ post.title }}</a>{% endfor %}\n",
        "feed.xml": "---\n---\n<rss><channel>{% for post in site.posts %}<item></item>{% endfor %}</channel></rss>\n",
        "css/style.css": "body { color: black; }\n",
        "a-propos.md": "---\ntitle: À propos\npermalink: /a-propos/\n---\nUn bief, un blog.\n",
    }
    for name, text in tree.items():
        (tmp_path / "le-bief" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "le-bief" / name).write_text(text, "utf-8")

    reports, posts = imported(tmp_path / "le-bief")

    assert sorted((post.title or "", len(post.comments)) for post in posts) == [
        ("La vanne: un essai", 2),
        ("À propos", 0),
    ]
    assert {post.blog for post in posts} == {"le-bief"}
    (vanne,) = [post for post in posts if post.comments]
    assert [(c.author, c.reply_to) for c in vanne.comments] == [("Berthe", None), ("Odon", 1)]
    assert {report.dump: report.left_out for report in reports if not report.posts} == {
        "_drafts/plus-tard.md": {"drafts": 1},
        "_config.yml": {"settings, styles and code": 1},
        "_layouts/default.html": {"templates of the site": 1, "no post on the page": 1},
        "README.md": {"files about the site, such as a README": 1, "no post on the page": 1},
        "index.html": {"pages that a program fills from the others": 1, "no post on the page": 1},
        "feed.xml": {"templates of the site": 1, "no post on the page": 1},
        "css/style.css": {"settings, styles and code": 1},
        "_posts/2012-04-05-la-vanne.md": {},
    }
