"""What a page states of whom a comment answers, and what is guessed, as comments have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from blogimport.textpage import read_page

DATA = Path(__file__).parents[3] / "data"


@pytest.mark.parametrize(
    "name", ["wordpress-fr-bullets", "wordpress-twenty-en-full", "blogger-threaded-full-fr"]
)
def test_what_is_stated_is_never_a_guess(name: str) -> None:
    """On a page whose lists show the threads nothing is guessed, whoever calls whom."""
    comments = read_page((DATA / "dialects" / f"{name}.txt").read_bytes()).posts[0].comments

    assert any(comment.reply_to for comment in comments)
    assert not any("reply_to" in comment.guesses for comment in comments)


def test_an_answer_may_stand_above_what_it_answers() -> None:
    """On a page that shows the last comment first the depth of each is that in its thread, wherever they stand."""
    comments = read_page((DATA / "unknown" / "newest-first-fr.txt").read_bytes()).posts[0].comments
    by_position = {comment.position: comment for comment in comments}

    assert any((comment.reply_to or 0) > comment.position for comment in comments)
    for comment in comments:
        above = by_position.get(comment.reply_to or 0)
        assert comment.depth == (0 if above is None else above.depth + 1)
