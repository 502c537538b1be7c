"""Who talks to whom, told from quotations and from the order of people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.textpage.answers import Said, guessed_answers
from blogimport.textpage.talk import dialogue_places, host_among, quoted_places


@pytest.mark.parametrize(
    "quoting",
    [
        "« la lampe du phare est allumée à six heures » : vraiment ?",
        '"La lampe du phare est allumée à six heures" : vraiment ?',
        "> la lampe du phare est allumée à six heures\nvraiment ?",
        "[quote]la lampe du phare est allumée à six heures[/quote] vraiment ?",
    ],
)
def test_a_quotation_is_an_answer(quoting: str) -> None:
    """Who quotes several words of an earlier comment answers it, whatever stands between."""
    said = [
        Said("Zoé", "Chez nous, la lampe du phare est allumée à six heures."),
        Said("Max", "Belle photo."),
        Said("Ann", quoting),
    ]

    answers = guessed_answers(said, None)

    assert [answer and (answer.place, answer.reason) for answer in answers] == [
        None,
        None,
        (0, "it quotes words of this one"),
    ]


@pytest.mark.parametrize(
    "text",
    ["« la lampe du phare » : vraiment ?", "[…] « la lampe du phare est allumée à six heures » […]"],
)
def test_what_is_no_quotation(text: str) -> None:
    """A few words are anybody's, and an excerpt of a page that links here quotes the post."""
    assert quoted_places(["La lampe du phare est allumée à six heures.", text]) == {}


def test_a_host() -> None:
    """Who speaks right after one person and another answers them, though nothing names the post's author."""
    names = ["Zoé", "Gardien", "Max", "Gardien", "Ann", "Lou", "Gardien"]

    answers = guessed_answers([Said(name, f"Texte de {name}.") for name in names], "admin")

    assert [answer and answer.place for answer in answers] == [None, 0, None, 2, None, None, 5]


@pytest.mark.parametrize(
    "names", [["Zoé", "Max", "Ann"], ["Zoé", "Max", "Zoé", "Max", "Zoé"], ["Max", "Zoé", "Ann", "Zoé"]]
)
def test_no_host(names: list[str]) -> None:
    """One who speaks first, seldom, or to one person only is no host."""
    assert host_among([(name,) for name in names]) is None


def test_two_people_in_turn() -> None:
    """Two people who speak in turn five times answer each other; what is before and after is not theirs."""
    names = ["Ann", "Zoé", "Max", "Zoé", "Max", "Zoé", "Lou"]

    assert dialogue_places([(name,) for name in names]) == {2, 3, 4, 5}


@given(st.lists(st.tuples(st.sampled_from(["", "a", "b", "c"]), st.text(max_size=60)), max_size=30))
def test_any_thread(comments: list[tuple[str, str]]) -> None:
    """Whatever people say in whatever order, an answer is to an earlier comment."""
    answers = guessed_answers([Said(name or None, text) for name, text in comments], "a")

    assert all(answer is None or answer.place < place for place, answer in enumerate(answers))
