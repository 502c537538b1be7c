"""The link to the rest of a post stands behind the last words of its excerpt and is none of them."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from blogimport.textpage.lines import lines_in
from blogimport.textpage.restlinks import without_link_behind

_PAGE = """\
Le four banal
Catégorie : Pain

Le levain de Jeanne

Posté le 3 mai 2009 par Odile

Jeanne garde son levain dans un pot de grès, et le nourrit chaque soir d'une poignée de seigle… {link}

Classé dans Pain | 2 commentaires

La dernière fournée

Posté le 12 avril 2009 par Odile

On a cuit soixante pains de quatre livres ce jour-là, et il n'en restait pas une miette à la tombée de la nuit… {link}

Classé dans Pain | 1 commentaire
"""


@pytest.mark.parametrize(
    "link", ["Continuer la lecture →", "Lire la suite", "Continuer la lecture de « La dernière fournée »"]
)
def test_excerpts_end_before_the_link_to_their_rest(link: str) -> None:
    """The text of each post of a category ends where its excerpt does; its lines stay its own."""
    page = read_page(_PAGE.format(link=link).encode())
    assert [post.body.split()[-1] for post in page.posts] == ["seigle…", "nuit…"]
    assert [(span.first, span.post) for span in page.spans if span.role == "body"] == [(8, 0), (16, 1)]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Weiter geht es morgen… ", "Weiterlesen →"),
        ("Voilà pour aujourd'hui. ", "Continuer la lecture →"),
        ("La suite demain [...] ", "Continuer la lecture de « Le four » →"),
        ("Le pain était encore chaud ", "[Lire la suite...]"),
        ("And so on… ", "Read more"),
        ("And so we went home. ", "(more…)"),
        ("Et nous voilà rentrés. ", "(suite...)"),
    ],
)
def test_links_are_told_in_every_language_with_and_without_arrow(text: str, rest: str) -> None:
    """What a theme writes behind an excerpt is taken off."""
    (line,) = lines_in([text + rest])
    assert without_link_behind(line, None).text == text.rstrip()


@pytest.mark.parametrize(
    "text",
    [
        "Je pense à toi... Bonne nuit à tous",
        "Il a dit : « La suite au prochain numéro »",
        "Je vous laisse... Accueil chaleureux partout où nous sommes passés",
        "Il ne reste que des miettes… Contact",
        "Rien n'est perdu (la preuve)",
        "Jeanne a demandé : « Debout ? »",
        "« La soupe, c'est de l'eau qui a réussi. »",
        "Loading ... Loading ...",
        "Et encore... Lien permanent | TrackBack (0)",
        "Rien à ajouter [Lien permanent]",
    ],
)
def test_last_words_stay(text: str) -> None:
    """What somebody wrote behind an open thought is theirs, though a theme may have a word of it, too."""
    (line,) = lines_in([text])
    assert without_link_behind(line, "fr") is line
