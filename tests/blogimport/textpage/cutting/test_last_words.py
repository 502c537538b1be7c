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
FOOT = "Archives\n\n  • décembre 2007"


@pytest.mark.parametrize(
    "last",
    [
        "Bien à vous,\nMarc\n\n\nPS : sans rire, je voudrais lire d'autres commentaires sur ce pont de malheur.",
        'if (canard) {\n\n    hauteur      = 0;\nbarriere = "ouverte";\n\n}\n\nDepuis il ne bouge plus du tout.',
        "A+",
        "Un canard sur le quai\nQui ne dit pas son nom\nAttend que soit passé\nLe chaland de plomb",
        "Le quai nord\n\nLe quai sud",
    ],
    ids=["postscript", "code", "a farewell", "verses", "labels"],
)
@pytest.mark.parametrize("under", ["Ajouter un commentaire", "Les commentaires sont fermés."])
def test_last_words_are_kept(last: str, under: str) -> None:
    """What stands over the form for comments, or where none can be written, is what the writer says."""
    (post,) = read_page(f"{POST}\n\n{last}\n\n{under}\n\n{FOOT}".encode()).posts

    said = post.comments[-1].body
    assert " ".join(said.split()).endswith(" ".join(last.split()))


def test_last_words_over_who_wrote_them_are_kept() -> None:
    """The same where who wrote a comment stands under it, whatever the site prints further down."""
    texts = (
        "Chez nous c'est un bac, et il part sans le passeur.",
        "Le réglage est dans l'armoire.\n\nLe quai nord\n\nLe quai sud",
    )
    said = "\n\n".join(
        f"{text}\n\nPosté par Marc{n}, le {n} décembre 2007 à 10:0{n}" for n, text in enumerate(texts, 1)
    )
    head = POST[: POST.index("Zoé")]

    (post,) = read_page(f"{head}{said}\n\n{FOOT}".encode()).posts

    assert [comment.body for comment in post.comments] == list(texts)


def test_a_side_column_under_the_comments_is_none() -> None:
    """Labels of the site right under the last comment are no words of it where no form stands between."""
    (post,) = read_page(
        f"{POST}\n\nNos rubriques\n\nLes écluses\n\nLes bateliers\n\nQuai nord\n\nQuai sud".encode()
    ).posts

    assert post.comments[-1].body.endswith("redémarrer.")
