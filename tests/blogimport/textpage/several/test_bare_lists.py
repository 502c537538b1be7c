"""Posts whose days and rows an extractor has dropped, or which never had titles."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.archive import NewPost

TEXTS = (
    "La passerelle est fermée depuis lundi, et il faut maintenant descendre jusqu'au moulin pour passer la rivière.",
    "Trois voisins ont apporté leurs ruches au verger, et l'on a discuté du prix du miel jusqu'à la nuit tombée.",
    "Le tilleul de la place a perdu une branche pendant l'orage, sans blesser personne et sans toucher la fontaine.",
)
TITLES = ("La passerelle du bas", "Des ruches au verger", "Un tilleul après l'orage")


def told(page: str) -> tuple[NewPost, ...]:
    """The posts of a page."""
    return tuple(read_page(page.encode()).posts)


@pytest.mark.parametrize(
    "heading",
    [
        "Archives pour la catégorie Rivière",
        "Affichage des articles dont le libellé est rivière. Afficher tous les articles",
        "Tag Archives: river",
        "Rivière - Page 12",
        "Archiv der Kategorie: Fluss",
    ],
)
def test_titles_alone_under_the_heading_of_a_list(heading: str) -> None:
    """Where a page says that it lists posts, each short line that stands alone over a text begins one."""
    page = f"{heading}\n\n" + "\n".join(
        f"{title}\n\n{text}\n\nOn en reparle ici : {text}\n"
        for title, text in zip(TITLES, TEXTS, strict=True)
    )

    posts = told(page)

    assert [post.title for post in posts] == list(TITLES)
    assert all(post.body.startswith(text) for post, text in zip(posts, TEXTS, strict=True))
    assert all(post.guesses["title"].startswith("the page says that it lists posts") for post in posts)


def test_the_same_titles_are_of_one_post_elsewhere() -> None:
    """Where no page says so, such lines stand over the parts of one post."""
    page = "\n".join(f"{title}\n\n{text}\n" for title, text in zip(TITLES, TEXTS, strict=True))

    assert [post.title for post in told(page)] == [TITLES[0]]


def test_titles_in_a_list_of_items() -> None:
    """Where the first post is an item, with its text indented, lines within the texts are no titles."""
    page = "Rivière - Page 12\n\n" + "\n".join(
        f"  • {title}\n\n    {text}\n\n    Mise au point\n\n    {text}\n"
        for title, text in zip(TITLES, TEXTS, strict=True)
    )

    assert [post.title for post in told(page)] == list(TITLES)


def test_a_signature_before_a_title() -> None:
    """Of two short lines over a text, the signature of the text before is no title."""
    signatures = ("MJT", "Odile", "")
    page = "Archives pour la catégorie Rivière\n\n" + "\n".join(
        f"{title}\n\n{text}\n\n{signature}\n"
        for title, text, signature in zip(TITLES, TEXTS, signatures, strict=True)
    )

    posts = told(page)

    assert [post.title for post in posts] == list(TITLES)
    assert posts[0].body.endswith("MJT")


def test_texts_under_days_alone() -> None:
    """Posts without titles, the newest first, begin with the days over their texts, though a menu stands before."""
    days = (
        "29 août 2008 5 29 /08 /août /2008 13:51",
        "27 août 2008 3 27 /08 /août /2008 14:08",
        "21 août 2008",
    )
    page = "Présentation\n\n  • Un tour du lac\n  • Contact\n\nLieu par lieu...\n\n" + "\n".join(
        f"{day}\n\n{text}\n\nPartager cet article\nRepost0" for day, text in zip(days, TEXTS, strict=True)
    )

    assert [(post.title, post.published, post.body) for post in told(page)] == [
        (None, "2008-08-29T13:51", TEXTS[0]),
        (None, "2008-08-27T14:08", TEXTS[1]),
        (None, "2008-08-21", TEXTS[2]),
    ]


def test_days_of_one_story() -> None:
    """A chronicle within a post, the oldest day first, is one post."""
    days = ("3 mai 2008", "5 mai 2008", "9 mai 2008")
    page = "Chronique d'un chantier\n\nPublié le 12 mai 2008 par Odile\n\n" + "\n".join(
        f"{day}\n\n{text}\n" for day, text in zip(days, TEXTS, strict=True)
    )

    posts = told(page)

    assert [(post.title, post.published) for post in posts] == [("Chronique d'un chantier", "2008-05-12")]
    assert all(text in posts[0].body for text in TEXTS)


def test_titles_with_a_comma_before_the_day() -> None:
    """« Le titre, le 3 mai 2009 » over each text is the title and the day, and signs no comment."""
    days = ("04/01/2009", "11/04/2009", "18/04/2009")
    page = "\n".join(
        f"{title}, le {day}\n\n{text}\n\nImages liées à cet article\n"
        for title, day, text in zip(TITLES, days, TEXTS, strict=True)
    )

    posts = told(page)

    assert [(post.title, post.published) for post in posts] == [
        (TITLES[0], "2009-01-04"),
        (TITLES[1], "2009-04-11"),
        (TITLES[2], "2009-04-18"),
    ]
    assert not any(post.comments for post in posts)


def test_the_year_of_days_in_the_heading_of_a_month() -> None:
    """Days without a year have that of the month which the heading of the page names in a few words."""
    days = ("Mercredi 1 mai", "Vendredi 3 mai", "Dimanche 12 mai")
    page = "Mois de mai 2002\nOn lit cette page de haut en bas.\n\n" + "\n".join(
        f"{title}\n\n{day}\n\n{text}\n" for title, day, text in zip(TITLES, days, TEXTS, strict=True)
    )

    assert [post.published for post in told(page)] == ["2002-05-01", "2002-05-03", "2002-05-12"]


def test_a_page_that_begins_with_its_tag() -> None:
    """« Étiquette : rivière » at the top of a page without any day or writer is the heading of a list."""
    page = "Étiquette : rivière\n\n" + "\n".join(
        f"{title}\n\n{text}\n" for title, text in zip(TITLES, TEXTS, strict=True)
    )

    assert [post.title for post in told(page)] == list(TITLES)


def test_a_post_that_begins_with_its_category() -> None:
    """Where the page says who wrote, and when, its first line files its one post, and headings are of the text."""
    page = "Catégorie : rivière\n\nUn tour du lac\n\nPublié le 12 mai 2008 par Odile\n\n" + "\n".join(
        f"{title}\n\n{text}\n" for title, text in zip(TITLES, TEXTS, strict=True)
    )

    posts = told(page)

    assert [(post.title, post.categories) for post in posts] == [("Un tour du lac", ("rivière",))]
    assert all(text in posts[0].body for text in TEXTS)


def test_titles_that_stand_twice() -> None:
    """Titles that a theme shows as items, and again right below, begin posts without any heading over them."""
    page = (
        "Bienvenue sur ma page, où je raconte la rivière et ceux qui y vivent, au fil des saisons.\n\n"
        + "\n".join(
            f"  • {title}\n\n    {title}\n\n    {text}\n" for title, text in zip(TITLES, TEXTS, strict=True)
        )
    )

    assert [(post.title, post.body) for post in told(page)] == list(zip(TITLES, TEXTS, strict=True))


def test_days_over_texts_without_blank_lines() -> None:
    """A page without blank lines and titles, under the name of the blog and what it says of itself."""
    days = ("Vendredi 15 juin 2007 à 23:20", "Mercredi 6 juin 2007 à 23:44", "Samedi 2 juin 2007 à 11:02")
    page = "courant-de-mer\n« Le malheur d'hier fait le bonheur de demain. »\n" + "\n".join(
        f"{day}\n{text}\nOn verra bien." for day, text in zip(days, TEXTS, strict=True)
    )

    posts = told(page)

    assert [(post.title, post.published) for post in posts] == [
        (None, "2007-06-15T23:20"),
        (None, "2007-06-06T23:44"),
        (None, "2007-06-02T11:02"),
    ]
    assert [post.body.split("\n")[0] for post in posts] == list(TEXTS)


def test_days_without_a_year() -> None:
    """The newest first, they part posts; when each was published stays open."""
    days = ("lundi, septembre 17", "jeudi, septembre 13", "samedi, septembre 1")
    page = "\n".join(f"{day}\n\n\n{text}\n\n{text}\n" for day, text in zip(days, TEXTS, strict=True))

    assert [(post.published, post.body.split("\n")[0]) for post in told(page)] == [
        (None, text) for text in TEXTS
    ]


def test_excerpts_with_a_link_to_the_rest() -> None:
    """Texts without titles and days, each with « [Lire la suite] » under it, are a post each."""
    page = "\n\n".join(f"{text[:-1]}...\n[Lire la suite]" for text in TEXTS)

    assert [(post.title, post.body) for post in told(page)] == [(None, f"{text[:-1]}...") for text in TEXTS]


def test_categories_and_a_number_of_comments_under_titles() -> None:
    """« Humour, Langues 4 commentaires » under each title is no text, and says how many comments there are."""
    rows = (
        "Langues, Humour, Gastronomie 10 commentaires",
        "Humour, Langues 4 commentaires",
        "Humour 7 commentaires",
    )
    page = "\n".join(
        f"{title}\n\n{row}\n\n{text}\n" for title, row, text in zip(TITLES, rows, TEXTS, strict=True)
    )

    assert [(post.title, post.comments_declared, post.body) for post in told(page)] == [
        (TITLES[0], 10, TEXTS[0]),
        (TITLES[1], 4, TEXTS[1]),
        (TITLES[2], 7, TEXTS[2]),
    ]


def test_dated_texts_under_another_post() -> None:
    """Days over texts, the newest first, under a post with its own title and day sign what was said of it."""
    heads = (
        "  • Anne mardul velnor :\n    mercredi 11 mai 2009 - 21:37 #",
        "  • Odile mardul velnor :\n    lundi 9 mai 2009 - 13:08 #",
        "  • Firmin mardul velnor :\n    dimanche 8 mai 2009 - 22:02 #",
    )
    comments = "\n".join(f"{head}\n\n    {text}\n" for head, text in zip(heads, TEXTS, strict=True))
    page = f"Le levain d'Odile\n\nPosté par Odile le mardi 3 mai 2009 - 09:41\n\n{TEXTS[0]}\n\n3 berfen\n\n{comments}"

    posts = told(page)

    assert [post.title for post in posts] == ["Le levain d'Odile"]
    assert posts[0].published == "2009-05-03T09:41"


def test_the_name_of_the_site_over_titles_that_are_built_alike() -> None:
    """The first post has the title that is built as the others are, and not the line over it."""
    rows = (
        ("Jour 1 : Bastia", "3 mai 2009"),
        ("Jour 2 : Calvi", "4 mai 2009"),
        ("Jour 3 : Porto", "5 mai 2009"),
    )
    page = "Notre tour de Corse\n\n" + "\n".join(
        f"{title}\n{day}\n\n{text} {text}\n\n{text}\n" for (title, day), text in zip(rows, TEXTS, strict=True)
    )

    assert [post.title for post in told(page)] == [title for title, _ in rows]
