"""Pages made up for property tests: rendered from posts in the shapes of several platforms, then mutated."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import strategies as st

WORDS = re.findall(
    r"\w+",
    "le la mer phare vent du matin hier jardin encore toujours bateau pain lettre avec sans jamais "
    "the old sea light wind bread letter garden again morning boat never with without",
)
FURNITURE = (
    "Accueil",
    "Laisser un commentaire",
    "Les commentaires sont fermés.",
    "Leave a Reply",
    "3 commentaires",
    "Commentaires",
    "7 thoughts on “Sea”",
    "Répondre",
    "Paul dit :",
    "1. Zoé - 3 mai 2006",
    "  • Posté par Max, 3 mai 2006 à 10:12 | | Répondre",
    "12:30 Publié dans Mer | Lien permanent | Commentaires (2) | Tags : a, b",
    "3 mai 2006",
    "    1. ",
    "  • ",
    "\u200b",
    "|||",
    "Catégories",
)

sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join)
odd_lines = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@dataclass(frozen=True)
class Written:
    """A comment as it is rendered: who, the text lines, how deep."""

    author: str
    text: str
    depth: int


names = st.sampled_from(["Zoé", "Max Frémont", "kunema", "Jean-Luc", "la mouette", "Ann B.", "O'Neil"])
comments = st.lists(
    st.builds(Written, names, sentences.filter(lambda text: len(text.split()) >= 4), st.integers(0, 2)),
    max_size=8,
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of lines of every kind in any order: what an importer may be given at worst."""
    lines = draw(
        st.lists(st.one_of(sentences, st.sampled_from(FURNITURE), odd_lines, st.just("")), max_size=60)
    )
    return draw(st.sampled_from(["\n", "\r\n", "\n\n"])).join(lines)
