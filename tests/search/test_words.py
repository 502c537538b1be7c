"""Words are folded and cut as SQLite does it, and found again in texts."""

from __future__ import annotations

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search import matches
from reader.search.finding import Finder
from reader.search.query import parse
from reader.search.snippets import snippet
from reader.words import plurals, spellings, tokens
from tests.examples import examples

# Letters of Europe, their marks, signs and spaces, the usual emoji.
LETTERS = st.characters(
    codec="utf-8", exclude_categories=["Cs", "Cn", "Co"], max_codepoint=0x17F
) | st.sampled_from("’ʼœŒæÆßſΑάλςйЙ\u0301\u0308\u0327\u0305😀♥…–—«»€\u00a0\u200b\u2028")


@given(st.lists(st.text(LETTERS), max_size=20))
@examples(50)
def test_tokens_are_those_of_the_index(texts: list[str]) -> None:
    """The words of a text are the ones that the archive's index keeps, letter by letter."""
    texts = [text.replace("\0", " ") for text in texts]
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize='unicode61 remove_diacritics 2')")
    database.execute("CREATE VIRTUAL TABLE words USING fts5vocab (t, 'instance')")
    database.executemany("INSERT INTO t (rowid, x) VALUES (?, ?)", enumerate(texts))
    indexed: dict[int, list[str]] = {}
    for number, term in database.execute("SELECT doc, term FROM words ORDER BY doc, offset"):
        indexed.setdefault(number, []).append(term)
    database.close()

    assert [tokens(text) for text in texts] == [indexed.get(number, []) for number in range(len(texts))]


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("photo", ["photos", "photox"]),
        ("photos", ["photo"]),
        ("jeux", ["jeu"]),
        ("mais", []),
        ("bus", []),
        ("de", []),
        ("2007", []),
    ],
)
def test_plurals(word: str, others: list[str]) -> None:
    """A word is looked for with and without its s or x, but for those of which it is no plural."""
    assert plurals(word) == others


@pytest.mark.parametrize(
    ("word", "both"), [("coeur", ["coeur", "cœur"]), ("cœur", ["cœur", "coeur"]), ("chat", ["chat"])]
)
def test_spellings(word: str, both: list[str]) -> None:
    """A ligature and its two letters are the same."""
    assert [words[0] for words in spellings((word,))] == both


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Cet Été-là, l’été", "ete", "Cet [Été]-là, l’[été]"),
        (unicodedata.normalize("NFD", "un été naïf"), "naif été", "un [été] [naïf]"),
        ("Le cœur, les COEURS", "cœur", "Le [cœur], les [COEURS]"),
        ("Le web 2.0 et le web 3.0", "web 2.0", "Le [web] [2.0] et le [web] 3.0"),
        ("un chat\nnoir, un chat gris", '"chat noir"', "un [chat\nnoir], un chat gris"),
        ("C’est du C++, pas du c", "c++", "C’est du [C++], pas du c"),
        ("#chat chat 😀", "#chat 😀", "[#chat] chat [😀]"),
        ("chat noir chien", "chat -chien", "[chat] noir chien"),
        ("chat noir chien", "chat OR chien OR gris", "[chat] noir [chien]"),
        ("photographe photo", "phot*", "[photographe] [photo]"),
        ("paul, par Paul", "author:paul title:par", "paul, par Paul"),
        ("chat noir chat noir chat", '"chat noir chat"', "[chat noir chat noir chat]"),
        ("schats chats_noirs", "chat", "schats [chats]_noirs"),
        ("rien", "", "rien"),
    ],
)
def test_matches(text: str, query: str, marked: str) -> None:
    """What matches in a text is told by its offsets, whatever accents, forms and capitals it has."""
    found = text
    for start, end in reversed(matches(text, query)):
        found = f"{found[:start]}[{found[start:end]}]{found[end:]}"

    assert unicodedata.normalize("NFC", found) == marked


def test_matches_as_typed() -> None:
    """While it is typed, the last word matches whatever goes on with it."""
    assert matches("un photographe", "un pho", as_typed=True) == [(0, 2), (3, 14)]
    assert matches("un photographe", "un pho") == [(0, 2)]


WORDS = st.sampled_from(
    [
        "chat",
        "Chats",
        "été",
        "ETE",
        "cœur",
        "coeurs",
        "chien",
        "web",
        "2.0",
        "l’été",
        "C++",
        "photo",
        "a",
        "😀",
    ]
)


@given(
    st.lists(WORDS | st.text(LETTERS, max_size=6), max_size=40),
    st.lists(WORDS | WORDS.map(lambda word: f'"{word}"') | st.just("OR"), max_size=5),
    st.booleans(),
)
@examples(150)
def test_highlights_lie_on_words_that_match(text: list[str], query: list[str], as_typed: bool) -> None:
    """A highlight covers whole words, each of them a form of one that was asked for."""
    asked = " ".join(query)
    body = " ".join(text)
    wanted: set[str] = set()
    for word in tokens(asked):
        for form in {form for (one,) in spellings((word,)) for form in [one, *plurals(one)]}:
            wanted.add(form)
    last = tokens(asked)[-1:] if as_typed else []
    end_before = 0
    for start, end in matches(body, asked, as_typed=as_typed):
        assert end_before <= start < end <= len(body)
        end_before = end
        inside = tokens(body[start:end])
        assert all(word in wanted or (last and word.startswith(last[0])) for word in inside)
        assert inside or body[start:end] in asked
        assert start == 0 or not (body[start - 1].isalnum() and body[start].isalnum())


@given(st.lists(WORDS | st.text(max_size=8), max_size=200), st.lists(WORDS, min_size=1, max_size=3))
@examples(80)
def test_snippets(text: list[str], query: list[str]) -> None:
    """A snippet is one line of about 160 characters of the body, with matches that lie within it in order."""
    body = "\n ".join(text)
    line, found, offset = snippet(body, Finder(parse(" ".join(query)).node))

    assert len(line) <= 330
    assert line == " ".join(line.split())
    assert line.strip("…") in " ".join(body.split())
    assert (offset is None) == (not found)
    assert list(found) == sorted(set(found))
    if offset is not None:
        start, end = found[0]
        assert body[offset:].startswith(line[start:end].split()[0])
        assert offset in {start for start, _ in matches(body, " ".join(query))}


LONG = "Un début sans intérêt. " * 30


@pytest.mark.parametrize(
    ("body", "query", "line"),
    [
        ("Court.", "rien", "Court."),
        ("", "rien", ""),
        (" \n\n Deux\n\n  mots ", "mots", "Deux [mots]"),
        (
            LONG + "Le chat est là.\n\nPuis plus rien. " + LONG + "Un chat noir et un chien. " + LONG,
            "chat chien",
            "…Un début sans intérêt. Un début sans intérêt. Un [chat] noir et un [chien]. "
            "Un début sans intérêt. Un début sans intérêt. Un début sans intérêt. Un début sans…",
        ),
        ("x" * 500, "xx*", "[" + "x" * 160 + "]…"),
    ],
)
def test_snippet_of(body: str, query: str, line: str) -> None:
    """A snippet is cut between words around the densest group of different words."""
    text, found, _ = snippet(body, Finder(parse(query).node))
    for start, end in reversed(found):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"

    assert text == line
