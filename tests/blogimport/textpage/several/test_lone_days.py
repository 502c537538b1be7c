"""Texts without titles under days alone, of which a page says no more."""

from __future__ import annotations

from blogimport.textpage import read_page

TEXTS = (
    "La rivière est montée d'un mètre cette nuit, et le ponton du voisin est parti avec sa barque et deux chaises.",
    "Trois canards se sont posés sur le toit du moulin. Personne ne sait ce qu'ils attendent, et eux non plus.",
)
FURTHER = "On en reparlera dimanche, quand l'eau sera redescendue jusqu'au chemin."


def page_of(*days: str) -> bytes:
    blocks = [f"{day}\n\n{text}\n\n{FURTHER}" for day, text in zip(days, TEXTS, strict=True)]
    return "\n\n".join(blocks).encode()


def test_each_text_is_a_post() -> None:
    """Here the newest stands first."""
    posts = read_page(page_of("21 oct. 2010", "7 oct. 2010")).posts

    assert [(post.title, post.published) for post in posts] == [(None, "2010-10-21"), (None, "2010-10-07")]
    assert [post.body for post in posts] == [f"{text}\n\n{FURTHER}" for text in TEXTS]


def test_the_oldest_may_stand_first() -> None:
    """No text is lost for that."""
    posts = read_page(page_of("7 oct. 2010", "21 oct. 2010")).posts

    assert [post.published for post in posts] == ["2010-10-07", "2010-10-21"]


def test_days_in_no_order_are_of_one_post() -> None:
    """They tell of what was."""
    page = page_of("7 oct. 2010", "21 oct. 2010") + b"\n\n9 oct. 2010\n\n" + TEXTS[0].encode()

    assert len(read_page(page).posts) == 1
