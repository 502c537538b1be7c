"""Who speaks, whom a word may mean, and who behaves as the author of a post does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.textpage.answering.hosts import hosts_among
from blogimport.textpage.answering.people import NOBODY, People
from blogimport.textpage.answering.wording import folded, words_in


def test_one_person_has_one_number() -> None:
    """Case, accents and spacing make no other person; who is not named is nobody."""
    assert People(["Zoé L.", "zoe  l", None, "", "Max"]).of == [0, 0, NOBODY, NOBODY, 1]


@pytest.mark.parametrize(
    ("words", "person"),
    [
        (["zoe"], 0),
        (["martin"], None),
        (["paul", "martin", "est"], 2),
        (["philo"], 3),
        (["philomenne"], 3),
        (["phi"], None),
        (["personne"], None),
        ([], None),
    ],
)
def test_whom_words_name(words: list[str], person: int | None) -> None:
    """A whole name, a first name, its beginning or a letter wrong name one person; what several share names none."""
    assert People(["Zoé", "Jean Martin", "Paul Martin", "Philomène"]).named(words) == person


@pytest.mark.parametrize(
    ("names", "hosts"),
    [
        (["Zoé", "Gardien", "Max", "Gardien", "Ann", "Lou", "Gardien"], {"Gardien"}),
        (["Zoé", "Max", "Ann"], set()),
        (["Zoé", "Max", "Zoé", "Max", "Zoé"], set()),
        (["Max", "Zoé", "Ann", "Zoé"], set()),
    ],
)
def test_a_host_is_told_by_the_order(names: list[str], hosts: set[str]) -> None:
    """One who speaks first, seldom, or to one person only is no host."""
    people = People(names)

    assert {names[people.of.index(person)] for person in hosts_among(people, "admin").sure} == hosts


@pytest.mark.parametrize("author", ["Zoé", "zoé", "Zoé Le Gall", "ZOE"])
def test_the_author_is_told_by_name(author: str) -> None:
    """Who signs the post with a whole name may comment with the first of it."""
    hosts = hosts_among(People(["Max", "Zoé"]), author)

    assert hosts.told
    assert hosts.sure == {1}


@given(st.text() | st.text(st.sampled_from("aéÉœßİ’« _-@1字\n")))
def test_words_of_any_text(text: str) -> None:
    """Folded text is small and folds to itself, and its words are runs of letters and figures."""
    low = folded(text)

    assert folded(low) == low
    assert all(word.isalnum() or not word.isascii() for word in words_in(low))
