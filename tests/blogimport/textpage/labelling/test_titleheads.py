"""A heading over comments in a language that no cue knows, told by the number and by the title that it repeats."""

from __future__ import annotations

from blogimport.textpage import read_page

TEXT = "Vana kaev tühjendati laupäeval, ja me leidsime sealt kella, kolm ämbrit ning punase vahaga kinni pandud pudeli."
SAID = "Kell on meie oma, vanaisa viskas selle sinna 1951. aastal."


def page(heading: str) -> bytes:
    """A page with a post, something over what was said, and what was said."""
    return f"Küla\n\nVana kaev kinni\n\nMari - 03.05.2009\n\n{TEXT}\n\n{heading}\n\n{SAID}\n".encode()


def test_a_number_and_the_title_again() -> None:
    """« 1 vastus postitusele “Vana kaev kinni” » ends the post, and what follows is a comment."""
    (post,) = read_page(page("1 vastus postitusele “Vana kaev kinni”")).posts

    assert (post.body, post.comments_declared) == (TEXT, 1)
    assert [comment.body for comment in post.comments] == [SAID]


def test_a_number_and_other_words() -> None:
    """A line with a number that does not end with the title is part of the post."""
    (post,) = read_page(page("3 ämbrit ja Vana kaev kinni oli tühi")).posts

    assert post.comments == ()
    assert SAID in post.body
