"""The links to the rest of a post, by their words."""

from __future__ import annotations

import pytest

from blogimport.leadingon import is_more


@pytest.mark.parametrize(
    "words",
    [
        "Read more »",
        "Lire le reste de cet article »",
        "De rest van dit item lezen »",
        "Den Rest dieses Beitrags lesen »",
        "Leggi il resto di questo articolo »",
        "Leer el resto de esta entrada »",
        "Leia o restante deste post »",
        "Läs resten av detta inlägg »",
        "Ganze Geschichte »",
        "Full story",
        "Pokračovat ve čtení Mlha →",
        "继续阅读",
    ],
)
def test_a_link_to_the_rest_is_known_in_the_words_of_its_theme(words: str) -> None:
    """In any language that themes and platforms have."""
    assert is_more(words)


@pytest.mark.parametrize("words", ["Ganze Geschichten erzählt er", "Full story tomorrow", "The rest of us"])
def test_the_first_words_of_a_sentence_are_no_link(words: str) -> None:
    """Somebody goes on behind them."""
    assert not is_more(words)
