"""Who wrote a post and when, in lines that an extractor or a theme has glued to something else."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.archive import NewPost

TEXT = "Le puits a été vidé samedi, et nous y avons trouvé une montre, trois seaux une bouteille cachetée."
TALK = "\n".join(
    f"{name} dit :\n{day} mai 2009 à 10 h 0{day} min\n\n{text}\n"
    for name, day, text in (("Odile", 5, "La montre est à nous."), ("Gaspard", 6, "Et la bouteille ?"))
)


def only_post(text: str) -> NewPost:
    """The only post of a page."""
    (post,) = read_page(text.encode()).posts
    return post


def test_the_number_of_comments_behind_the_author() -> None:
    """« 3 mai 2009 par Hortense 2 » is by Hortense, where the page has two comments."""
    post = only_post(
        f"Le bourg\n\nLe puits\n\n3 mai 2009 par Hortense 2\n\n{TEXT}\n\n2 commentaires sur Le puits\n\n{TALK}"
    )

    assert (post.author, post.published) == ("Hortense", "2009-05-03")


def test_days_that_are_glued_to_names_and_categories() -> None:
    """« Posted byHortenseMay 3, 2009Posted inWells » says who, when and where, under the text."""
    post = only_post(
        f"Le bourg\n\nLe puits\n\n{TEXT}\n\nEt puis {TEXT}\n\nPosted byHortenseMay 3, 2009Posted inWells\n"
    )

    assert (post.author, post.published, post.categories) == ("Hortense", "2009-05-03", ("Wells",))
    assert post.body.endswith("cachetée.")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_day_under_who_wrote_is_of_the_post_below_a_box(between: str) -> None:
    """The box of links to share and to read on stands between the text and who wrote it when."""
    post = only_post(
        f"Le bourg\n\nLe puits\n\nwith 2 comments\n\n{TEXT}\n\nShare this:\n\n  • Twitter\n  • Facebook\n\nRelated\n\n"
        f"Written by Hortense{between}26/11/2006 at 12:19 pm\n\nPosted in Wells\n\n2 Responses\n\n{TALK}"
    )

    assert (post.author, post.published) == ("Hortense", "2006-11-26T12:19")


def test_a_title_under_who_and_when() -> None:
    """Who, when and a list of words stand over the title that the heading over the comments repeats."""
    post = only_post(
        f"Sample Page\n\nle-bourg.example\n\nUn site\n\n3 mai 2009 par Hortense | puits, seaux neufs\n\n"
        f"Qui a vidé le puits ?\n\n{TEXT}\n\n2 réflexions sur « Qui a vidé le puits ? »\n\n{TALK}"
    )

    assert (post.title, post.author, post.published) == ("Qui a vidé le puits ?", "Hortense", "2009-05-03")
    assert post.body == TEXT


@pytest.mark.parametrize("behind", [" | Permalien", " | 3 commentaires", ""])
def test_who_wrote_behind_where_a_post_is_filed(behind: str) -> None:
    """« 3 mai 2009 dans Divers par Hortense » files the post under Divers, and is by Hortense."""
    post = only_post(
        f"Le bourg\n\nLe puits\n\n3 mai 2009 dans Divers par Hortense{behind}\n\n{TEXT}\n\n{TEXT}\n"
    )

    assert (post.author, post.published, post.categories) == ("Hortense", "2009-05-03", ("Divers",))


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("2 réflexions sur « La ménagerie des tambours »", "La ménagerie des tambours"),
        ("2 thoughts on “The drum zoo”", "The drum zoo"),
        ("2 Responses to The drum zoo", "The drum zoo"),
    ],
)
@pytest.mark.parametrize(
    "text", ["", "Nobody has ever counted the drums of the menagerie, though all have heard them.\n\n"]
)
def test_a_title_that_only_the_heading_over_the_comments_repeats(heading: str, title: str, text: str) -> None:
    """An extractor has dropped it over the text, or the text as well: the comments are kept with their title."""
    said = "  1. They kept me awake!\n\n  2. And me, for a week.\n\nLeave a Reply"
    (post,) = read_page(f"{text}{heading}\n\n{said}".encode()).posts

    assert (post.title, post.body) == (title, text.strip())
    assert [comment.body for comment in post.comments] == ["They kept me awake!", "And me, for a week."]


def test_a_heading_that_names_no_title() -> None:
    """« 3 commentaires pour cet article » says nothing of it."""
    text = "Personne n'a jamais compté les tambours de la ménagerie, que tout le monde entend pourtant."
    said = "  1. Moi si !\n\n  2. Et moi, deux fois.\n\n  3. Trois."
    (post,) = read_page(f"{text}\n\n3 commentaires pour cet article\n\n{said}".encode()).posts

    assert (post.title, len(post.comments)) == (None, 3)
