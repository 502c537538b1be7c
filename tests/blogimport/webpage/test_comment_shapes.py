"""Comments in the shapes that old programs and home-made pages gave them, whatever stands over and under them."""

from __future__ import annotations

from pathlib import Path

import pytest

from blogimport.readings import Dump
from blogimport.webpage import read

# Each file has four lines: what stands before all comments, one comment, what stands between two, and after all.
SHAPES = sorted((Path(__file__).parents[2] / "data" / "comment_shapes").glob("*.html"))
POSTS = {
    "en": "<h1>The great wind</h1><p><i>June 12, 2005</i></p><p>It came at about two, without knocking, and took half"
    " of the hen house with it, and those who lived there.</p><p>The hens came back on foot.</p>",
    "fr": "<h1>Le grand coup de vent</h1><p><i>12 juin 2005</i></p><p>Il est arrivé vers deux heures, sans frapper, et"
    " il a emporté la moitié du poulailler avec ses locataires.</p><p>Les poules sont revenues à pied.</p>",
}
SAID = {
    "en": (
        (
            "Nell",
            "June 12, 2005 2:07 PM",
            "Our lime tree stood, but the gutter went off into the garden next door.",
        ),
        ("old barnaby", "June 12, 2005 6:31 PM", "What a wind! I found my cap in Montrose."),
        ("Marjorie Bell", "June 13, 2005 9:02 AM", "Thanks for the pictures. Isn't the third one blurred?"),
        ("Nell", "June 14, 2005 10:45 PM", "It is blurred because I was shaking."),
    ),
    "fr": (
        (
            "Zoé",
            "12/06/2005 à 14:07",
            "Chez nous le tilleul a tenu, mais la gouttière est partie chez les voisins.",
        ),
        ("père Lustucru", "12/06/2005 à 18:31", "Quel vent ! J'ai retrouvé ma casquette à Montbrison."),
        ("Marguerite", "13/06/2005 à 09:02", "Merci pour les photos. La troisième est floue, non ?"),
        ("Zoé", "14/06/2005 à 22:45", "Elle est floue parce que je tremblais."),
    ),
}
SUBJECTS = ("the wind", "Re: the wind", "pictures", "Blurred or not")
PUBLISHED = ("2005-06-12T14:07", "2005-06-12T18:31", "2005-06-13T09:02", "2005-06-14T22:45")
KNOWN = {"en": "<h3>4 comments</h3>", "fr": "<h3>4 commentaires</h3>"}
OWN = {"en": "<h3>What you had to say</h3>", "fr": "<h3>Vos bafouilles</h3>"}
FORM = "<form action=add.php method=post>Name: <input name=n><br>Message:<br><textarea name=m></textarea><br></form>"
WAY = "<p><a href='/'>Home</a> - powered by my own hands</p>"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_comments_are_found(tmp_path: Path, path: Path, language: str) -> None:
    """Who, when and what of each is found under a heading of comments, under one that nobody knows, and under none."""
    before, each, between, after = path.read_text("utf-8").splitlines()
    written = between.join(
        each.format(a=author, d=date, b=body, n=17 + 3 * number, s=SUBJECTS[number])
        for number, (author, date, body) in enumerate(SAID[language])
    )
    page = tmp_path / "page.html"

    for heading, form in ((KNOWN[language], ""), (OWN[language], FORM), ("", FORM), (OWN[language], "")):
        page.write_text(
            f"<html><body><div>{POSTS[language]}</div>{heading}{before}{written}{after}{form}{WAY}</body></html>",
            "utf-8",
        )
        (post,) = [found.post for part in read(Dump(name=page.name, path=page)).parts for found in part.posts]
        found = [(comment.author, comment.published, comment.body) for comment in post.comments]
        assert found == [
            (author, published, body)
            for (author, _, body), published in zip(SAID[language], PUBLISHED, strict=True)
        ]
