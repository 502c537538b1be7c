"""What crawls leave of months and categories: rows without words, days of posts that are gone, names of pictures."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.archive import NewPost

TEXTS = (
    "Le puits a été vidé samedi, et nous y avons trouvé une montre, trois seaux et une bouteille cachetée.",
    "Le facteur des estives est revenu avec son mulet, et il a bu deux verres d'eau avant de nous donner le courrier.",
    "On a cuit soixante pains ce jour-là, et il n'en restait pas une miette à la tombée de la nuit, ni une poignée.",
)
TITLES = ("Le puits de la cour", "Du courrier à l'estive", "Soixante pains au four")


def told(page: str) -> tuple[NewPost, ...]:
    """The posts of a page."""
    return tuple(read_page(page.encode()).posts)


def titles(page: str) -> list[str | None]:
    """Their titles."""
    return [post.title for post in told(page)]


def test_posts_under_a_leaf_each_whose_first_lines_are_pictures() -> None:
    """A page that begins with the leaf of a calendar has one over each post; names of pictures are no titles."""
    page = (
        f"27 mai 2011 5 27 /05 /mai /2011 14:30\n\nles estives - le col\n\n{TEXTS[0]}\n\n"
        "Partager cet article\nRepost0\n"
        f"27 mai 2011 5 27 /05 /mai /2011 14:20\n\nles estives - le col\nles estives - le col\n\n{TEXTS[1]}\n\n"
        f"Partager cet article\nRepost0\n5 mai 2011 4 05 /05 /mai /2011 21:17\n\n{TEXTS[2]}\n\n{TEXTS[0]}"
    )

    posts = told(page)

    assert [(post.title, post.published) for post in posts] == [
        (None, "2011-05-27T14:30"),
        (None, "2011-05-27T14:20"),
        (None, "2011-05-05T21:17"),
    ]
    assert posts[0].body.startswith("les estives - le col")
    assert posts[2].body.endswith(TEXTS[0])


def test_days_over_nothing_are_of_posts_that_are_gone() -> None:
    """Of several days over one title, the nearest is its own."""
    page = "\n\n".join(
        (
            "Un banc pour se reposer, un autre pour parler.",
            "mercredi 31 mars 2008",
            "Le banc du puits\n\nOn s'y assoit à trois.",
            "lundi 29 mars 2008",
            "vendredi 26 mars 2008",
            "Le banc de l'école\n\nIl penche, et personne ne le redresse.",
            "samedi 20 mars 2008",
            "mercredi 17 mars 2008",
            "lundi 15 mars 2008",
            "Le banc perdu\n\nQui sait où il est passé ?",
        )
    )

    assert [(post.title, post.published) for post in told(page)] == [
        ("Le banc du puits", "2008-03-31"),
        ("Le banc de l'école", "2008-03-26"),
        ("Le banc perdu", "2008-03-15"),
    ]


def test_the_foot_of_one_post_alone() -> None:
    """Where a page ends within its second post, only the first has its foot, and is filed and counted by it."""
    page = (
        f"24/05/2010\n\n{TITLES[0]}\n\n{TEXTS[0]}\n\n15:25 Publié dans Travaux | Lien permanent | Commentaires (7)\n\n"
        f"09/02/2010\n\n{TITLES[1]}\n\n{TEXTS[1]}"
    )

    first, second = told(page)

    assert (first.published, first.comments_declared, first.body) == ("2010-05-24T15:25", 7, TEXTS[0])
    assert (second.published, second.comments_declared) == ("2010-02-09", None)


@pytest.mark.parametrize("heading", ["Mois : novembre 2010", "Articles taggés four"])
def test_the_name_of_a_picture_close_over_a_text(heading: str) -> None:
    """What stands close over a text is no title, and the line apart over both is."""
    page = f"{heading}\n\nUn pain à gagner…\n\nle four\n{TEXTS[0]}\n\nDu levain pour tous\n\nlevain en pot\n{TEXTS[2]}"

    first, second = told(page)

    assert (first.title, first.body.split("\n")[0]) == ("Un pain à gagner…", "le four")
    assert (second.title, second.body.split("\n")[0]) == ("Du levain pour tous", "levain en pot")


def test_the_name_of_a_picture_close_under_the_last_post() -> None:
    """It is of the next post, whose title stands apart below it."""
    page = "Archives mensuelles : mai 2013\n\n" + "".join(
        f"{title}\n\n{text}\n\nLire la suite\n{picture}\n\n"
        for title, text, picture in zip(
            TITLES, TEXTS, ("Une montre de gousset", "Des pains ronds", ""), strict=True
        )
    )

    assert titles(page) == list(TITLES)


def test_figures_alone_under_titles() -> None:
    """How many comments posts have, under their titles, is neither their text nor a title."""
    page = "Articles taggés estives\n\n" + "\n\n".join(
        f"{title}\n\n{count}\n\n{text}" for title, text, count in zip(TITLES, TEXTS, (4, 12, 0), strict=True)
    )

    posts = told(page)

    assert [post.title for post in posts] == list(TITLES)
    assert [post.body for post in posts] == list(TEXTS)


def test_stars_under_posts_make_no_comments() -> None:
    """What a plugin for votes prints under each post is nobody's comment."""
    page = "\n\n".join(
        f"{title}\n\nMots-clefs :\n\n{text}\n\n"
        "1 étoile2 étoiles3 étoiles4 étoiles5 étoiles (Pas encore de vote)\nLoading ... Loading ..."
        for title, text in zip(TITLES, TEXTS, strict=True)
    )

    posts = told(page)

    assert [(post.title, post.body, post.comments) for post in posts] == [
        (title, text, ()) for title, text in zip(TITLES, TEXTS, strict=True)
    ]


def test_titles_of_a_month_without_blank_lines() -> None:
    """What announces something begins a text, and the last of some short lines over a text is the title."""
    page = "\n".join(
        (
            "Mois: novembre 2007",
            *(
                "Le puits en péril",
                "Petit billet du vendredi :",
                "à lire dans la gazette du Morvan",
                TEXTS[0],
            ),
            *("Margelle", "Du courrier pour tous", TEXTS[1]),
            *("Lire les chapitres publiés depuis le 2 novembre 2007.", TEXTS[2]),
        )
    )

    first, second = told(page)

    assert (first.title, second.title) == ("Le puits en péril", "Du courrier pour tous")
    assert first.body.startswith("Petit billet du vendredi :")
    assert (second.author, second.published) == (None, None)
    assert "Lire les chapitres publiés depuis le 2 novembre 2007." in second.body


def test_posts_of_one_day_that_begin_alike() -> None:
    """Two leaves of one day with another time each, and the foot of each post, part posts without titles."""
    page = "Overblog\nSuivre ce blog Administration + Créer mon blog\n" + "".join(
        f"30 juin 2013 7 30 /06 /juin /2013 {time}\n\nL'histoire:\n\n{TEXTS[at]}\n\n"
        f"Mon avis:\n\n{TEXTS[2][: 40 + at]}.\n\nPartager cet article\nRepost0\n"
        for at, time in enumerate(("16:01", "15:48"))
    )

    assert [(post.title, post.published, post.body.split("\n")[0]) for post in told(page)] == [
        (None, "2013-06-30T16:01", "L'histoire:"),
        (None, "2013-06-30T15:48", "L'histoire:"),
    ]


def test_the_name_of_a_site_over_the_first_leaf() -> None:
    """Leaves of a calendar stand over posts, whatever looks like a title over the first of them."""
    page = (
        f"Overblog\n\nArchives\n\nPas à pas...\n\n17 octobre 2008 5 17 /10 /octobre /2008 15:22\n\n"
        f"{TEXTS[0]} {TEXTS[2]}\n\nPartager cet article\nRepost0\n"
        f"14 octobre 2008 2 14 /10 /octobre /2008 18:47\n\n{TEXTS[1]}\n\n{TEXTS[2]}"
    )

    assert [(post.title, post.published) for post in told(page)] == [
        (None, "2008-10-17T15:22"),
        (None, "2008-10-14T18:47"),
    ]


def test_links_and_counts_stand_under_posts() -> None:
    """Where no blank line tells, « Lien permanent | Commentaires (4) » ends a post and begins none."""
    posts = (*zip(TITLES, TEXTS, strict=True), ("Encre", TEXTS[1][:70]))
    rows = [
        f"{title}\n{text}\n1{hour}:32 | Lien permanent | Commentaires ({hour})"
        for hour, (title, text) in enumerate(posts, 2)
    ]
    page = "\n".join(("04/02/2008", *rows[:3], "31/01/2008", rows[3]))

    assert [(post.title, post.published, post.comments_declared) for post in told(page)] == [
        (TITLES[0], "2008-02-04T12:32", 2),
        (TITLES[1], "2008-02-04T13:32", 3),
        (TITLES[2], "2008-02-04T14:32", 4),
        ("Encre", "2008-01-31T15:32", 5),
    ]


def test_letters_with_their_place_and_day() -> None:
    """« Turku, le 9 juin 2015 » under the day of a post begins its text, and says of nobody that he wrote it."""
    page = (
        f"Les estives\n\nCarnet\n\nÀ la recherche du sel\n\nLe 10/06/2015\n\nTurku, le 9 juin 2015\n\nChers tous,\n\n"
        f"{TEXTS[0]}\n\n{TEXTS[2]}\n\n"
        f"Retour au col\n\nLe 02/06/2015\n\n{TEXTS[1]}"
    )

    first, second = told(page)

    assert (first.title, first.author, first.published) == ("À la recherche du sel", None, "2015-06-10")
    assert first.body.startswith("Turku, le 9 juin 2015")
    assert (second.title, second.published) == ("Retour au col", "2015-06-02")


def test_all_articles_of_somebody() -> None:
    """The page of a writer lists posts, whose titles stand alone over their texts."""
    page = "Tous les articles par Sarah\n\n" + "\n\n".join(
        f"{title}\n\n{text}" for title, text in zip(TITLES, TEXTS, strict=True)
    )

    assert titles(page) == list(TITLES)
