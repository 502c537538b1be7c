"""Numbered lists under a post that are its comments, though nothing says so and nobody is named."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.archive import NewPost

TEXT = "The kiln at the studio broke in May, and nobody could get a spot before the leaves were down again."
SAID = ("Lovely, simply lovely!", "I want it! The speckles are very fine.", "Does it chip easily?")


def read(*items: str, blank: int = 3) -> NewPost:
    """The only post of a page with a numbered list so many lines under its text."""
    listed = "\n\n".join(f"  {number}. {item}" for number, item in enumerate(items, 1))
    page = f"Sunday, October 12, 2008\n\nBetter late\n\n{TEXT}\n\n{TEXT}" + "\n" * blank + listed
    (post,) = read_page(page.encode()).posts
    return post


@pytest.mark.parametrize("count", [2, 3])
def test_a_few_items_far_under_the_text(count: int) -> None:
    """They are comments where most of them call out or ask."""
    post = read(*SAID[:count])

    assert post.body == f"{TEXT}\n\n{TEXT}"
    assert [comment.body for comment in post.comments] == list(SAID[:count])


def test_items_of_several_paragraphs() -> None:
    """What is indented under an item is of that comment."""
    post = read("I had a silly one, too!\n\n     It was about socks.", SAID[1])

    assert [comment.body for comment in post.comments] == [
        "I had a silly one, too!\n\nIt was about socks.",
        SAID[1],
    ]


@pytest.mark.parametrize(
    "items",
    [
        ("Clay from the river.", "A board, and some water.", "Two months of rain."),
        ("Clay", "Water", "Rain?"),
    ],
)
def test_a_list_of_the_post_stays_its_own(items: tuple[str, ...]) -> None:
    """Where its items tell, or are no more than labels."""
    assert read(*items).comments == ()


def test_a_list_close_to_its_text_stays_its_own() -> None:
    """Whatever it says."""
    assert read(*SAID, blank=2).comments == ()
