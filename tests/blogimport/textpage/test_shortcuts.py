"""What is ruled out at little cost is never what the whole look would have found."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.cleaning import is_clean
from blogimport.textpage.answering import Said, guessed_answers
from blogimport.textpage.cues import are_some, comparable, cue_book, sight_of, sights_of
from blogimport.textpage.cues.cue import DATE, PLACEHOLDER, TIME, CommentCue, Cue, CuedKind, PostCue, cue_of
from blogimport.textpage.cues.lettering import plain_words, words_of

FOLDER = files("blogimport.textpage.cues")
FILLING = {"author": "Zoé", "date": DATE, "time": TIME, "count": "3", "one": "un", "number": "4", "n": "5"}
OTHER_FILLING = "Le phare"
LETTERS = st.text(st.sampled_from("abßµœŒéÉİK'’²_ -–…|3.,;:!?\u00a0\u0301ñ字"), max_size=12)


def _cues() -> list[Cue]:
    """The cues of all languages."""
    found = []
    for entry in FOLDER.iterdir():
        if entry.name.endswith(".toml"):
            data = tomllib.loads(entry.read_text("utf-8"))
            for section, kinds in (("comments", get_args(CommentCue)), ("post", get_args(PostCue))):
                for kind in kinds:
                    texts = data.get(section, {}).get(kind, [])
                    found += [cue_of(kind, text) for text in texts]
    return found


CUES = _cues()


@given(
    cue=st.sampled_from(CUES),
    before=st.sampled_from(("", " ", "» ", "► ")),
    after=st.sampled_from(("", ".", " :", "…", " »", "!")),
    is_upper=st.booleans(),
)
def test_a_cue_is_found_by_each_line_that_it_fits(cue: Cue, before: str, after: str, is_upper: bool) -> None:
    """Whatever a line begins and ends with, the cue that it is made of is among those that are tried."""
    filled = PLACEHOLDER.sub(lambda match: FILLING.get(match[1], OTHER_FILLING), comparable(cue.text))
    line = comparable(f"{before}{filled.upper() if is_upper else filled}{after}")
    words = words_of(line)
    if not cue.pattern.match(line) or not cue.words or not cue.words <= set(words):
        return
    book = cue_book()

    assert any(found.text == cue.text and found.kind == cue.kind for found in book.candidates(line, words))
    assert DATE in line or TIME in line or not book.is_stranger(line, words)


@pytest.mark.parametrize("line", ["Elle a perdu sa voile. Il pleut.", "À bord: le marin, abonneren op"])
def test_a_word_without_the_signs_at_it_is_no_word_of_a_cue(line: str) -> None:
    """« sa » and a full stop elsewhere are not « sa.. », nor « op » and a colon « op: »: no pattern is tried."""
    assert not [cue.text for cue in cue_book().candidates(line) if cue.token]


@given(
    st.lists(st.sampled_from([cue.text for cue in CUES]) | LETTERS | st.just("|"), min_size=1, max_size=5),
    st.sampled_from(get_args(CuedKind)),
)
def test_a_line_is_of_a_kind_as_all_that_it_could_be_says(texts: list[str], kind: CuedKind) -> None:
    """Asked for one kind alone, a line is the same as when it is asked for all of them."""
    filling = {**FILLING, "date": "3 mai 2006", "time": "14:05"}
    line = PLACEHOLDER.sub(lambda match: filling.get(match[1], OTHER_FILLING), " ".join(texts))

    assert sight_of(line, kind) == sights_of(line).get(kind)


@given(
    st.lists(st.sampled_from([cue.text for cue in CUES]) | LETTERS, max_size=5),
    st.frozensets(st.sampled_from(get_args(CuedKind)), min_size=1, max_size=3),
)
def test_whether_some_lines_are_of_some_kinds(texts: list[str], kinds: frozenset[CuedKind]) -> None:
    """A look at the words of all lines rules out none that is of one of the kinds."""
    assert are_some(texts, kinds) == any(sights_of(text).by_kind.keys() & kinds for text in texts)


@given(st.lists(st.sampled_from([cue.text for cue in CUES]) | LETTERS, min_size=1, max_size=3).map(" ".join))
def test_a_stranger_is_nothing(text: str) -> None:
    """A line that is told by its words to be nothing has nothing to be found in it."""
    line = comparable(text.strip())
    words = words_of(line)
    if not line or not words or not cue_book().is_stranger(line, words):
        return

    assert not cue_book().is_furniture(line)
    assert not cue_book().announcing.opens_with_label(line)
    assert not any(cue.pattern.match(line) for cue in cue_book().candidates(line))


@given(st.text() | st.lists(LETTERS | st.sampled_from(("mer", "Mer")), max_size=6).map("".join))
def test_words_are_those_of_the_pattern(line: str) -> None:
    """The words that are cut from bytes are the runs of letters in lower case."""
    assert words_of(line) == re.findall(r"[^\W\d_]+", line.casefold())


@given(st.text() | st.lists(LETTERS | st.sampled_from(("mer", " : ", " -")), max_size=6).map("".join))
def test_plain_words_are_the_words_of_a_line_without_anything_else(line: str) -> None:
    """A line that is told to be plain holds no figure and no border of parts, is comparable, and has those words."""
    words = plain_words(line)

    assert not words or (words == words_of(line) and line == comparable(line))
    assert not words or re.search(r"\d|\s[-–—·•:]|[|[]", line) is None


@given(
    st.text()
    | LETTERS
    | st.sampled_from(("Ã©", "e\u0301", "\u00ad", "\ud800", "\u2126", "œ", "\u1100\u1161"))
)
def test_a_page_is_as_clean_as_its_lines(line: str) -> None:
    """A long text, which is looked at otherwise than a line, is clean where its lines are."""
    assert is_clean("a line\n" * 200 + line) == is_clean(line)


@pytest.mark.parametrize("lead", ["", "@", "… ", "« ", "Bonjour ", "Merci ", "- "])
@pytest.mark.parametrize("pause", [",", " !", " :", "…", "..", " – ", "\n"])
def test_who_is_spoken_to_is_found(lead: str, pause: str) -> None:
    """A name at the beginning is found before each sign that may set it off, however the text goes on."""
    texts = [
        "Belle photo.",
        "La mer est calme.",
        f"{lead}Zoé{pause} je la regarde chaque soir depuis le vieux phare",
    ]

    answers = guessed_answers(
        [Said(name, text) for name, text in zip(("Zoé", "Max", "Ann"), texts, strict=True)], None
    )

    assert [answer and answer.place for answer in answers] == [None, None, 0]


def test_prose_is_nothing_whatever_its_length() -> None:
    """Sentences with words that cues have, too, are seen as nothing, the short and the long."""
    sentence = "Il y a plus de vent par ici que dans les villes, ou alors on ne le dit plus"

    assert all(sights_of(f"{sentence * count}.", "fr").is_blind for count in (1, 2, 3, 6))
