"""Lists of other posts, months or comments over a post, and under its comments: nothing of them is said of the post."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.archive import NewPost

TITLE = "Le bac du passeur"
TEXT = """Le bac ne traverse plus que le jeudi, et encore, quand la corde veut bien tenir jusqu'à l'autre rive.

Le passeur dit que la rivière a monté d'une main depuis la Saint-Jean, et que les canards lui donnent raison."""
COMMENTS = """2 commentaires

Nadège a dit…

J'y étais jeudi, la corde a tenu.

15 juin 2009 à 10:12

Colin a dit…

Et les canards ?

16 juin 2009 à 08:40"""
POST = f"dimanche 14 juin 2009\n\n{TITLE}\n\n{TEXT}\n\nPublié par Ambre à 21:48\n\n{COMMENTS}"
ROWS = ("La corde neuve - 3 mai 2010", "Les canards - 28 avril 2010", "La rive d'en face - 12 avril 2010")
TWO_LINES = "\n".join(ROWS).replace(" - ", "\n")
BEGINNINGS = """Derniers commentaires

Merci pour ce récit, je ne savais pas pour la corde, et je reviendrai jeudi avec les enfants...

Mireille le 3 mai 2010

Et les canards, alors, ils reviennent tous les ans ou seulement quand la rivière monte...

Gaspard le 28 avril 2010"""
OF_COMMENTS = "\n".join(
    f"Bravo...\npar {name} le {day}/04/2010" for name, day in zip("ABC", (28, 17, 12), strict=True)
)
LISTS = {
    "posts": "Derniers billets\n\n" + "\n\n".join(ROWS),
    "without a label": "\n\n".join(ROWS),
    "in two lines": f"Derniers billets\n\n{TWO_LINES}",
    "beginnings of comments": BEGINNINGS,
    "comments": f"Derniers commentaires\n\n{OF_COMMENTS}",
    "months": "Archives\n\nmai 2010\n\navril 2010\n\nmars 2010",
    "one month": "Archives\n\nmai 2010",
    "a row of months": "Archives\n\nmai 2010 avril 2010 mars 2010",
    "months without a label": "mai 2010\navril 2010\nmars 2010",
}
NAMES = sorted(LISTS)


def read(page: str) -> NewPost:
    """The only post of a page."""
    (post,) = read_page(page.encode()).posts
    return post


def is_whole(post: NewPost) -> bool:
    """Whether a reading says of the post and its comments what the page says."""
    told = (post.title, post.author, post.published, post.body)
    its = [(comment.author, comment.published) for comment in post.comments]
    return (told, its) == (
        (TITLE, "Ambre", "2009-06-14T21:48", TEXT),
        [("Nadège", "2009-06-15T10:12"), ("Colin", "2009-06-16T08:40")],
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_list_right_over_a_post_says_nothing_of_it(name: str) -> None:
    """Its first row is neither when the post was published nor who wrote it."""
    assert is_whole(read(f"{LISTS[name]}\n\n{POST}"))


@pytest.mark.parametrize("name", NAMES)
def test_nor_does_one_over_the_name_of_the_site(name: str) -> None:
    """With other lines between it and the title."""
    assert is_whole(read(f"{LISTS[name]}\n\nAu bord de l'eau\n\nLe carnet d'un passeur\n\n{POST}"))


@pytest.mark.parametrize("name", NAMES)
def test_a_list_under_the_comments_is_no_comment(name: str) -> None:
    """Where its label says what it is, or its rows are months, or titles with their days."""
    assert is_whole(read(f"{POST}\n\n{LISTS[name]}"))


def test_a_month_gives_days_their_year() -> None:
    """« Archives » over one month is said of the days below it that have no year."""
    page = read_page(
        f"Archives\n\nJuin 2009\n\ndimanche 14 juin\n\n{TITLE}\n\n{TEXT}\n\nPublié par Ambre à 21:48".encode()
    )
    assert [post.published for post in page.posts] == ["2009-06-14T21:48"]


def test_the_last_row_over_a_text_is_its_own() -> None:
    """Who and when right over a text that tells no other day stand in no list, though built as its rows are."""
    post = read("Derniers billets\n\n" + "\n\n".join(ROWS) + f"\n\nAmbre - 14 juin 2009\n\n{TEXT}")

    assert (post.author, post.published, post.body) == ("Ambre", "2009-06-14", TEXT)


def test_one_day_twice_is_no_list() -> None:
    """« Publié le 14/06/09 » and „Posted on 14/06/2009“ under it are of the post, whatever stands over them."""
    head = "Publié le 14/06/09 par Ambre\n\nPosted on 14/06/2009 by Ambre"
    post = read(f"Derniers billets\n\n{head}\n\n{TEXT}\n\n{COMMENTS}")

    assert (post.author, post.published) == ("Ambre", "2009-06-14")


def test_a_page_of_rows_alone_is_as_it_was() -> None:
    """Where no text stands, the list may be all that the page has to say."""
    assert [
        post.title for post in read_page(f"Derniers billets\n\n{ROWS[0]}\n\n{ROWS[1]}".encode()).posts
    ] == []


@pytest.mark.parametrize(
    "row",
    [
        "Blog créé le 12 mars 2006",
        "Membre depuis le 12 mars 2006",
        "Inscrit le 12 mars 2006",
        "12 300 visites depuis le 12 mars 2006",
        "Member since March 12, 2006",
        "Mitglied seit 12. März 2006",
        "Statistiques\n\nDate de création : 12.03.2006\n\n47 articles",
    ],
)
def test_the_days_of_a_site_say_nothing_of_a_post(row: str) -> None:
    """When it began, or somebody joined, dates no post over it or under it, and signs no comment."""
    assert is_whole(read(f"{row}\n\n{POST}"))
    assert is_whole(read(f"{POST}\n\n{row}"))


@pytest.mark.parametrize(
    "rows",
    [
        "La corde - 3 mai 2010\n\nLes canards - 28 avril 2010",
        'La corde\n\n3 mai 2010\n\nDans "Bac"\n\nLes canards\n\n28 avril 2010\n\nDans "Étang"',
    ],
)
def test_a_list_between_a_text_and_its_foot(rows: str) -> None:
    """What is said of the post under it is still said of the post."""
    head, foot = POST.split("Publié par")
    assert is_whole(read(f"{head}Articles similaires\n\n{rows}\n\nPublié par{foot}"))
