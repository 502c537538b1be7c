"""The only comment of a page is signed by the lines at its ends."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

POST = """Le puits de la Grenouillère

Publié le 3 mai 2009 à 09:41 par Hortense

Le puits a été vidé samedi, et nous y avons trouvé une montre, trois seaux et une bouteille cachetée à la cire rouge.

Personne n'a encore osé ouvrir la bouteille.

1 commentaire

{}

Laisser un commentaire
"""
NAME, TEXT = "Gaspard Minot", "La montre est à mon grand-père, il l'avait jetée en 1951."
WHEN = ("Le 5 mai 2009 à 18:04", "Posté le 5 mai 2009 à 18:04", "5 mai 2009 18:04")
SIGNATURES = (
    "{name}\n{when}\n\n{text}",
    "{when}\n{name}\n\n{text}",
    "{text}\n\n{name}\n{when}",
    "{text}\n\n{when}\n{name}",
    "{name}\n\n{text}\n\n{when}",
    "{when}\n\n{text}\n\n{name} a dit :",
    "#1\n{name}\n{when}\n\n{text}",
    "{text}\n#1\n{name}\n{when}",
    "• {name}\n  {when}\n\n  {text}",
)


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("signature", SIGNATURES)
def test_who_and_when_stand_at_the_ends_of_the_only_comment(signature: str, when: str) -> None:
    """A line that says when stands first or last, and the name by it, or at the other end of the text."""
    page = POST.format(signature.format(name=NAME, when=when, text=TEXT) + "\n\nRépondre")

    (post,) = read_page(page.encode()).posts

    assert [(c.author, c.published, c.body) for c in post.comments] == [(NAME, "2009-05-05T18:04", TEXT)]


def test_a_name_at_the_other_end_is_a_guess() -> None:
    """Where a line stands between who and when, that these belong together is a guess with its reason."""
    apart, beside = (
        read_page(POST.format(signature.format(name=NAME, when=WHEN[2], text=TEXT)).encode())
        .posts[0]
        .comments[0]
        for signature in (SIGNATURES[4], SIGNATURES[0])
    )

    assert "author" in apart.guesses
    assert "author" not in beside.guesses


def test_a_day_over_what_somebody_says_is_no_signature() -> None:
    """A day without a time, beside a line that is no name, stays in the text."""
    said = "mardi 5 mai 2009\nLes trois seaux du puits\n\nIls sont à la mairie, on peut les voir le jeudi."

    (post,) = read_page(POST.format(said).encode()).posts

    assert [c.author for c in post.comments] == [None]
    assert "Les trois seaux du puits" in post.comments[0].body


def test_a_text_that_leads_to_an_address_over_the_last_button() -> None:
    """What stands over the button of the last comment is the comment's, labels and addresses, too."""
    said = [
        f"{name} dit :\n{day} mai 2009 à 10 h 0{day} min\n\n{text}\n\nRépondre\n"
        for name, day, text in (
            ("Gaspard", 5, "La montre est à nous."),
            (
                "Odile",
                6,
                "J'en ai des photos.\n\nElles sont ici, avec celles des seaux :\n\nhttp://photos.example/puits/",
            ),
        )
    ]

    (post,) = read_page(
        POST.replace("1 commentaire", "2 commentaires").format("\n".join(said)).encode()
    ).posts

    assert post.comments[1].body.endswith("http://photos.example/puits/")
