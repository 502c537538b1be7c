"""Lines that sign comments as several others do, whatever stands in the place of the name."""

from __future__ import annotations

from blogimport.textpage import read_page

POST = """La taxe sur les cerfs-volants

24 mars 2009

J'ai dit une fois pour toutes ce que je pensais de cette taxe, et le conseil n'a pas répondu à ma lettre.

"""
SAID = (
    ("Ferdinand", "09:00:36", "Ils veulent la bagarre."),
    (
        "Et le vent, on le paiera aussi ?",
        "16:05:08",
        "L'argument ne tient pas. Il faut compter les ficelles.",
    ),
    ("Lise", "17:02:33", "Pour rappel, le maire en a deux."),
    ("Honoré A", "17:15:37", "Vous vous trompez de cible."),
    ("Et le vent, on le paiera aussi ?", "17:33:08", "Absolument pas."),
    ("Bastien", "19:57:20", "On en reparlera dimanche sur la plage."),
)


def test_a_sentence_in_the_place_of_the_name() -> None:
    """Who signs with a sentence, or an initial, is no part of the comment before."""
    said = "\n".join(f"{name} @ 2009-03-24 {time}\n\n{text}\n" for name, time, text in SAID)

    (post,) = read_page((POST + said).encode()).posts

    assert [(c.author, c.body) for c in post.comments] == [(name, text) for name, _, text in SAID]
