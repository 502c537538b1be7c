"""What the names of a whole page agree on."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.agreeing import with_names_alone
from reader.archive import NewPost
from reader.models import Comment


def _post(author: str | None, names: Sequence[str]) -> NewPost:
    comments = tuple(
        Comment(position, name, None, None, 0, "comment", "Oui.") for position, name in enumerate(names, 1)
    )
    return NewPost(title="Le pont", author=author, body="Il est coupé.", comments=comments)


def _names(posts: Sequence[NewPost]) -> list[list[str | None]]:
    return [[comment.author for comment in post.comments] for post in posts]


def test_words_that_lead_to_all_names_of_a_page_are_no_part_of_them() -> None:
    """Three people do not all begin their names with « Mot de »."""
    posts = with_names_alone([_post(None, ["Mot de Zoé", "Mot de Marc", "Mot de la voisine"])])

    assert _names(posts) == [["Zoé", "Marc", "la voisine"]]


def test_a_first_name_that_all_have_is_theirs() -> None:
    """What leads to names ends with a small word; a family of writers shares a name."""
    names = ["Jean Petit", "Jean Grand", "Jean Moyen"]

    assert _names(with_names_alone([_post("Jean", names)])) == [names]


def test_a_small_word_before_a_name_that_stands_elsewhere_without_it_leads_to_it() -> None:
    """« de Zoé » is Zoé where she comments under another post, and the same word leads to others, too."""
    posts = with_names_alone([_post("de Zoé", ["de Marc", "de Zoé"]), _post(None, ["Zoé", "Anne"])])

    assert _names(posts) == [["Marc", "Zoé"], ["Zoé", "Anne"]]
    assert posts[0].author == "Zoé"
    assert "leads to the name" in posts[0].guesses["author"]


def test_a_small_word_stays_where_nobody_has_the_rest_of_the_name() -> None:
    """Some are called so."""
    posts = with_names_alone([_post("de Brest", ["le voisin", "de Gaulle"])])

    assert _names(posts) == [["le voisin", "de Gaulle"]]
    assert posts[0].author == "de Brest"
