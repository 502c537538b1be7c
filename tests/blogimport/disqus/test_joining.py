"""Comments of a comment service find the posts that they are on."""

from __future__ import annotations

from pathlib import Path

import pytest

from blogimport import load
from reader.archive import open_archive, open_for_writing
from tests.blogimport.exports import DATA

POSTS = DATA / "wxr" / "le-verger.xml"
COMMENTS = DATA / "disqus" / "verger-forum.xml"


@pytest.mark.parametrize(
    "order", [(POSTS, COMMENTS), (COMMENTS, POSTS)], ids=["posts first", "comments first"]
)
def test_comments_join_the_post_of_their_address(order: tuple[Path, Path], tmp_path: Path) -> None:
    """Whichever is imported first, in one import or in two, the post has its own comments and those of its threads."""
    archive = tmp_path / "archive.db"
    for path in order:
        with open_for_writing(archive) as writer:
            reports = list(load([path], writer))
        assert not [report.error for report in reports if report.error]
    with open_archive(archive) as opened:
        posts = [opened.post(post_id) for post_id in opened.post_ids("oldest")]

    (post,) = [post for post in posts if post.url and "la-greffe" in post.url]
    assert post.title == "La greffe – premier essai"
    assert post.blog == "Le verger d’Hermance"
    assert post.published == "2012-03-04T10:05:10"
    assert post.body.startswith("Ce matin j'ai greffé")
    assert "title" not in post.guesses
    assert {comment.author for comment in post.comments} == {
        *("Père Anselme", "Hermance Dufour", "Les carnets d’Odile", "Zoé", "pere-anselme", "Max"),
    }
    (answer,) = [comment for comment in post.comments if comment.author == "Zoé"]
    assert post.comments[(answer.reply_to or 0) - 1].author == "pere-anselme"
