"""Posts that are pictures: nothing of them is in the text of a page but their title, and what others said of them."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.archive import NewPost

TITLE = "Le ponton ce matin"
SAID = (
    "Magnifique photo, merci Odile !",
    "J'aime beaucoup la lumière, et le chien au fond qui regarde ailleurs.",
)
WHO = ("Zoé", "luc59")
LAYOUTS = {
    "said in words": ("{count} commentaires:", "{who} a dit…\n\n{text}\n\n19 mai 2013 à 1{number}:12"),
    "the day under it": ("Commentaires", "{text}\n\nÉcrit par : {who} | dimanche 19 mai 2013"),
    "over it": ("Commenter cet article", "{who} 19/05/2013 1{number}:12\n\n{text}\n\nRépondre"),
    "numbered": ("Commentaires", "{number}. Le dimanche 19 mai 2013 à 1{number}:12, par {who}\n\n{text}"),
}


def only_post(*blocks: str) -> NewPost:
    (post,) = read_page("\n\n".join(filter(None, blocks)).encode()).posts
    return post


def talk(layout: str, count: int) -> list[str]:
    """What announces some comments, and these."""
    over, comment = LAYOUTS[layout]
    said = [
        comment.format(who=who, text=text, number=number)
        for number, (who, text) in enumerate(zip(WHO[:count], SAID[:count], strict=True), 1)
    ]
    return [over.format(count=count), *said]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("menu", ["", "Les carnets d'Odile\n\nAccueil\n\nContact"], ids=["bare", "menu"])
def test_comments_under_a_title(layout: str, count: int, menu: str) -> None:
    """None of them is the text of the post, nor its title."""
    post = only_post(menu, TITLE, *talk(layout, count))

    assert (post.title, post.body) == (TITLE, "")
    assert [(one.author, one.body) for one in post.comments] == list(zip(WHO, SAID, strict=True))[:count]


@pytest.mark.parametrize(
    "head", ["samedi 18 mai 2013\n\n{title}", "{title}\n\nPublié le 18 mai 2013 par Odile"]
)
@pytest.mark.parametrize("under", ["", "P1020345.JPG", "Au bord de l'eau."])
def test_what_is_said_of_it(head: str, under: str) -> None:
    """The day stands over the title, who and when under it, and over the comments what the picture is."""
    post = only_post(head.format(title=TITLE), under, *talk("the day under it", 2))

    assert (post.title, post.published, post.body) == (TITLE, "2013-05-18", under)
    assert [one.author for one in post.comments] == list(WHO)


def test_a_post_without_title_keeps_its_line() -> None:
    """A sentence with its stop is no title."""
    post = only_post("samedi 18 mai 2013", "Sept meuniers, un chien.", *talk("said in words", 2))

    assert (post.title, post.body) == (None, "Sept meuniers, un chien.")
    assert len(post.comments) == 2


def test_talk_under_a_day_and_a_title() -> None:
    """What several say right under these is announced by nothing else."""
    said = [f"{who} said...\n\n{text}" for who, text in zip(WHO, SAID, strict=True)]

    post = only_post("Sunday, January 11, 2009", "could we possibly start with soup?", *said)

    assert (post.title, post.published) == ("could we possibly start with soup?", "2009-01-11")
    assert [(one.author, one.body) for one in post.comments] == list(zip(WHO, SAID, strict=True))


def test_one_who_speaks_under_a_title_is_of_the_post() -> None:
    """A talk has two."""
    page = f"Sunday, January 11, 2009\n\nsoup?\n\nZoé said...\n\n{SAID[1]} And {SAID[1]}"

    assert not any(post.comments for post in read_page(page.encode()).posts)
