"""The last comment of a page goes on to its end, though what ends it looks like what a site prints there."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

POST = """Un pont à bascule

samedi 1 décembre 2007

Le maire voulait un pont qui se lève, et le pont se lève depuis mardi chaque fois qu'un canard passe.

2 commentaires

Zoé, le 1 décembre 2007 à 10:02

Chez nous c'est un bac, et il ne part jamais sans le chien du passeur.

Marc, le 2 décembre 2007 à 11:30

Le réglage se trouve dans l'armoire du quai, il suffit de changer deux lignes et de redémarrer."""
FOOT = "Ajouter un commentaire\n\nArchives\n\n  • décembre 2007"


@pytest.mark.parametrize(
    "last",
    [
        "Bien à vous,\nMarc\n\n\nPS : sans rire, je voudrais lire d'autres commentaires sur ce pont de malheur.",
        'if (canard) {\n\n    hauteur      = 0;\nbarriere = "ouverte";\n\n}\n\nDepuis il ne bouge plus du tout.',
    ],
    ids=["postscript", "code"],
)
def test_last_words_are_kept(last: str) -> None:
    """A postscript that speaks of comments, and code with wide gaps, are what the writer says."""
    (post,) = read_page(f"{POST}\n\n{last}\n\n{FOOT}".encode()).posts

    said = post.comments[-1].body
    assert " ".join(said.split()).endswith(" ".join(last.split()))
