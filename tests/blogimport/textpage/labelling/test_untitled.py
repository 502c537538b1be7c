"""First lines that look like titles and are text, and titles that only what stands under them shows."""

from __future__ import annotations

from blogimport.textpage import read_page
from reader.archive import NewPost

TEXT = (
    "Le puits a été vidé samedi, et nous y avons trouvé une montre, trois seaux et une bouteille cachetée, "
    "que personne n'a voulu ouvrir avant le retour du maire."
)
LEAF = "7 janvier 2011 5 07 /01 /janvier /2011 11:34"


def told(page: str) -> NewPost:
    """The only post of a page."""
    (post,) = read_page(page.encode()).posts
    return post


def test_a_sentence_that_goes_on_in_the_next_paragraph() -> None:
    """Under a day, what the text goes on with in small letters is its beginning, and the post has no title."""
    rest = (
        "de vider le puits le premier samedi de mai...",
        "Mais d'où vient cette idée ?",
        "Je n'en sais rien, et le maire non plus.",
        "Toute la rue était là pour tirer sur la corde, du boulanger à la receveuse des postes.",
    )
    post = told("\n\n".join((LEAF, "C'est, je crois bien, une habitude chez nous", *rest)))

    assert post.title is None
    assert post.body == "\n\n".join(("C'est, je crois bien, une habitude chez nous", *rest))


def test_who_never_writes_a_capital_has_titles() -> None:
    """Where other paragraphs begin with small letters, too, the first line is the title."""
    rest = ("de retour du puits hier soir.", "il faisait froid.", "on a ri.", f"t{TEXT[1:]}")

    assert (
        told("\n\n".join((LEAF, "une journée au fond du puits", *rest))).title
        == "une journée au fond du puits"
    )


def test_a_list_or_a_picture_under_a_title() -> None:
    """What an item begins with, and the name of a file, does not go on with a sentence."""
    rest = ("Et voilà.", "Rien de plus.", TEXT)
    for first in ("• un seau\n• une corde", "puits-135.jpg"):
        page = "\n\n".join((LEAF, "Ce qu'il faut pour un puits", first, *rest))

        assert told(page).title == "Ce qu'il faut pour un puits"


def test_a_short_poem_under_a_leaf_is_a_post() -> None:
    """A page that is a day with its time, and short lines under it, has one post."""
    lines = (
        "Le seau descend",
        "plein de nuit",
        "remonte avec une étoile",
        "Paul Ricard",
        "Le puits",
        "Éditions du Seuil vert",
    )
    post = told("\n\n".join((LEAF, *lines)))

    assert (post.title, post.published) == (None, "2011-01-07T11:34")
    assert post.body == "\n\n".join(lines)


def test_a_menu_under_a_leaf_is_none() -> None:
    """Names of one word each are no text."""
    assert not read_page("\n\n".join((LEAF, "Cuisine", "Voyages", "Puits", "Photos")).encode()).posts


def test_the_title_over_a_figure() -> None:
    """The line over how many comments a post has is its title, and no name of the site further above."""
    post = told(
        f"Paul Ricard puisatier et graphiste\n\nVider un puits : réussir en sept jours !\n\n0\n\n{TEXT}\n\n{TEXT[:90]}."
    )

    assert post.title == "Vider un puits : réussir en sept jours !"
    assert post.body.startswith(TEXT)


def test_commas_that_are_left_of_tags() -> None:
    """« , , Leave a comment » is a row of the theme, and commas alone are no tags."""
    post = told(f"La parole au puisatier\n\n, , Leave a comment\n\n{TEXT}\n\n{TEXT[:90]}.")

    assert (post.title, post.tags) == ("La parole au puisatier", ())
    post = told(f"Le puits\n\nLe 28 11 2007 dans Travaux | 3 commentaires\n, , ,\n\n{TEXT}")
    assert (post.published, post.tags, post.body) == ("2007-11-28", (), TEXT)
    post = told(f"Le puits\n\nLe 28 11 2007 dans Travaux | 3 commentaires\npuits, cour, seau\n\n{TEXT}")
    assert post.tags == ("puits", "cour", "seau")


def test_the_title_on_top_of_what_an_extractor_has_left() -> None:
    """Where the last short line over a text can be no title, the first one of a page without a site is."""
    for below in (
        "clic sur l'image pour voir le puits",
        "Un film de Jean Dupont\navec Lise Durand",
        "- Tu descends ?\n- Non.",
    ):
        post = told(f"Au fond du puits\n\n{below}\n\n{TEXT}\n\n{TEXT[:90]}.")

        assert post.title == "Au fond du puits"
        assert [line for line in post.body.split("\n") if line][: below.count("\n") + 1] == below.split("\n")


def test_a_text_that_announces_something_is_no_title() -> None:
    """A paragraph with a colon at its end, right under who and when, begins the text."""
    first = "Retour, grâce au journal, sur ce que le maire et le puisatier se sont dit samedi :"
    page = (
        f"Août\n29\nClassé dans (Travaux) par Agnès Ricard le 29-08-2013\n\n{first}\n\n{TEXT}\n\n"
        "Juin\n14\nClassé dans (École) par Agnès Ricard le 14-06-2013\n\nLes élèves ont planté deux bancs, "
        "et une table de tennis que le maire a promis de remplacer quand elle sera usée.\n"
    )

    posts = read_page(page.encode()).posts

    assert [(post.title, post.published) for post in posts] == [(None, "2013-08-29"), (None, "2013-06-14")]
    assert posts[0].body.startswith(first)
