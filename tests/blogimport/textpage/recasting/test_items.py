"""Comments that are items of a list with nothing but a name over each text."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

POST = """Skip to content

The Sixth Lamp

Two numbers a night

Posted on March 14, 2009 by Halyard

The old lighthouse keeper counted the ships by their lamps, and he never once got the same number as his wife.

They wrote both numbers into the book, hers in red, and the harbour office took the mean of the two for forty years.

"""
COMMENTS = """  • Marisol

    Did nobody ever row out and ask the ships?

    My grandmother would have.

    • Halyard

      She did, once, and came back with a third number.

  • Old Salt

    Three is a fine number of ships.

"""


def test_links_from_other_pages_tell_a_list_of_comments() -> None:
    """In one list with names over texts they are among comments, which a service shows without any heading."""
    first, last = (
        f"  • Pingback: {title}()\n\n" for title in ("Counting ships - The Buoy", "Lamps | The Mole")
    )
    (post,) = read_page(f"{POST}{first}{COMMENTS}{last}© Halyard".encode()).posts

    assert post.body.endswith("for forty years.")
    assert [(one.kind, one.author, one.reply_to) for one in post.comments] == [
        ("pingback", "Counting ships - The Buoy", None),
        ("comment", "Marisol", None),
        ("comment", "Halyard", 2),
        ("comment", "Old Salt", None),
        ("pingback", "Lamps | The Mole", None),
    ]


def test_a_box_in_whose_item_the_post_stands_is_no_comment() -> None:
    """Names over texts begin under the row that says when the post was published."""
    bar, name, title, row, *text = POST.strip().split("\n\n")
    motto = "A notebook of two people who count ships from the shore, and seldom come to the same number."
    within = "\n\n".join(f"    {line}" for line in (title, *text, row))
    boxed = f"{bar}\n\n{name}\n\n{motto}\n\n  • More about lamps\n\n{within}"
    names = ("Marisol", "Old Salt", "Marisol", "Buoy", "Old Salt", "Halyard")
    texts = (
        "Did nobody row out?",
        "Three.",
        "Three what?",
        "Ships, surely.",
        "Lamps.",
        "Both, said my wife.",
    )
    said = "\n\n".join(f"    • {name}\n\n      {text}" for name, text in zip(names, texts, strict=True))
    (post,) = read_page(f"{boxed}\n{said}\n\nCopyright 2009".encode()).posts

    assert post.published == "2009-03-14"
    assert [(one.author, one.body) for one in post.comments] == list(zip(names, texts, strict=True))


@pytest.mark.parametrize("indent", [4, 5, 6])
@pytest.mark.parametrize(
    "heading",
    ["This Post Has 3 Comments", "Cet article a 3 commentaires", "Dieser Beitrag hat 3 Kommentare"],
)
def test_numbered_names_over_texts_that_stand_anywhere_within(heading: str, indent: int) -> None:
    """How far a text stands in depends on the extractor; a day that it names does not say when it was written."""
    names = ("gdx", "Solange PERRODIN", "Errol")
    texts = (
        "Red in Lille, black in our lane.",
        "Merry 24 December to you, and to all who pass.",
        "Here too.",
    )
    said = "\n\n".join(
        f"  {number}. {name}\n\n{' ' * indent}{text}"
        for number, (name, text) in enumerate(zip(names, texts, strict=True), 1)
    )
    (post,) = read_page(f"{POST}{heading}\n\n{said}".encode()).posts

    assert [(one.author, one.body) for one in post.comments] == list(zip(names, texts, strict=True))
