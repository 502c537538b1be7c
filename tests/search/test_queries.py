"""What is found by what is typed, from a table; and that everything that can be typed is a query."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive import Archive, open_archive
from reader.search import count, explain, facets, search, vocabulary
from tests.bare import write
from tests.examples import examples

from .blogs import POSTS

CASES = [
    tuple(part.strip() for part in line.split("|"))
    for line in Path(__file__).with_name("data").joinpath("cases.txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("# ")
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = write(tmp_path_factory.mktemp("search") / "archive.db", POSTS)
    with open_archive(path) as archive:
        yield archive


def names(archive: Archive, query: str, *, ranked: bool = True, as_typed: bool = False) -> list[str]:
    """The hits as the table names them, in order."""
    keys = dict(archive.rows("SELECT id, key FROM posts"))
    hits = search(archive, query, ranked=ranked, as_typed=as_typed).hits
    return [keys[hit.id] + (f"/{hit.comment}" if hit.comment else "") for hit in hits]


@pytest.mark.parametrize("ranked", [True, False], ids=["best", "newest"])
@pytest.mark.parametrize(("typed", "found", "not_found"), CASES, ids=[case[0] for case in CASES])
def test_table(archive: Archive, typed: str, found: str, not_found: str, ranked: bool) -> None:
    """Each query of the table finds what it must and nothing that it must not."""
    hits = names(archive, typed, ranked=ranked)

    assert set(found.split()) <= set(hits)
    assert not set(not_found.split()) & set(hits)
    assert len(hits) == len(set(hits))


PIECES = (
    *"()\"'-*:|^+#@😀é,.«»\0\ud800 ",
    *("OR", "AND", "NEAR(", "NOT", "author:", "date:", "in:", "blog:", "before:2007-0", "2007", ".."),
    *("chat", "l'été", "C++", "web 2.0", "œuf", "a*", "\N{ZERO WIDTH SPACE}"),
)
QUERIES = st.text() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(QUERIES, st.booleans(), st.booleans())
@examples(200)
def test_every_text_is_a_query(archive: Archive, text: str, ranked: bool, as_typed: bool) -> None:
    """Whatever is typed gives results or a sentence, the same each time, and can be explained."""
    results = search(archive, text, ranked=ranked, as_typed=as_typed)

    assert results.total == len(results.hits)
    assert results.complete
    assert explain(text).endswith(".")
    assert results.notice is None or results.notice.endswith(".")
    assert search(archive, text, ranked=ranked, as_typed=as_typed) == results


HOSTILE = st.lists(
    st.sampled_from(
        [
            *(
                '"',
                "'",
                "''",
                "--",
                ";",
                "/*",
                "*/",
                "\\",
                "%",
                "_",
                "?",
                ":v0",
                ":match",
                "{place}",
                "{}",
                "0x27",
                "^",
            ),
            *(
                "title:",
                "body:",
                "posts_fts",
                "NEAR(a b,2)",
                "a NOT b",
                "{title body}:",
                "+",
                "||",
                "') OR 1=1 --",
            ),
            *(
                "DROP TABLE posts",
                "MATCH",
                "ATTACH 'x' AS y",
                "chat",
                "in:title",
                "tag:'",
                "blog:{",
                "is:starred",
            ),
        ]
    ),
    max_size=8,
).map(" ".join)


@given(HOSTILE, st.booleans())
@examples(100)
def test_nothing_that_is_typed_is_run(archive: Archive, text: str, as_typed: bool) -> None:
    """What looks like SQL or FTS5 is text: it finds what holds it, within a second, and changes nothing."""
    start = time.process_time()
    results = search(archive, text, as_typed=as_typed, starred=["'", "chats"], read=['"'])

    assert time.process_time() - start < 1
    assert results.total <= 10
    assert archive.rows("SELECT count(*) FROM posts") == [(len(POSTS),)]
    assert facets(archive, text).counted == count(archive, text)


@given(QUERIES)
@examples(80)
def test_order_does_not_change_what_is_found(archive: Archive, text: str) -> None:
    """The best and the newest are the same hits."""
    assert set(names(archive, text)) == set(names(archive, text, ranked=False))


@given(QUERIES, st.booleans())
@examples(80)
def test_matches_of_a_snippet_are_matches_of_its_body(archive: Archive, text: str, as_typed: bool) -> None:
    """What is highlighted in a snippet is highlighted in the body, and the offset is where it stands."""
    results = search(archive, text, as_typed=as_typed)
    for hit in results.hits:
        post = archive.post(hit.id)
        body = post.body if hit.comment is None else post.comments[hit.comment - 1].body
        in_body = results.matches(body)
        shown = {" ".join(body[start:end].split()) for start, end in in_body}

        assert {hit.snippet[start:end] for start, end in hit.matches} <= shown
        assert (hit.offset is None) == (not hit.matches)
        assert hit.offset is None or hit.offset in {start for start, _ in in_body}


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "Type a word to search for."),
        ("  \n\t\0", "Type a word to search for."),
        ('"', "Type a word to search for."),
        ("()", "Type a word to search for."),
        ("author:", "Type what to look for after “author:”."),
        ('titre:""', "Type what to look for after “titre:”."),
        ("^^", "Nothing in the archive holds “^^”."),
        ("😱", "Nothing in the archive holds “😱”."),
        ("year:abc", "“year:” knows no “abc”: both were searched for as text."),
        ("chat tri:couleur", "“tri:” knows no “couleur”: both were searched for as text."),
        ("e*", "“e*” is too short to complete: it was searched for as a whole word."),
        (
            "anticonstitutionnellement " * 4_000,
            "The query is very long: only its first 1,000 characters were searched for.",
        ),
        ("a b " * 100, "The query is very long: only its first 64 words were searched for."),
    ],
)
def test_a_sentence_says_what_was_not_searched(archive: Archive, query: str, sentence: str) -> None:
    """Where a query asks for nothing, or for too much, one sentence says so."""
    assert search(archive, query).notice == sentence


def test_a_huge_query_is_quick(archive: Archive) -> None:
    """A query of 100,000 characters is cut between words and answered at once."""
    start = time.process_time()
    results = search(archive, "chat " + "noir OR chien " * 8_000)

    assert [hit.title for hit in results.hits] == ["Chats et chiens"]
    assert time.process_time() - start < 1


def test_deep_parentheses(archive: Archive) -> None:
    """Parentheses within parentheses without end are no error."""
    assert names(archive, "(" * 400 + "chat" + ")" * 400 + " noir") == names(archive, "noir")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pho", {"web", "web/1", "bread", "bread/1"}),
        ("photos", {"web", "bread", "bread/1"}),
        ("chat n", {"chats", "budget"}),
        ("chat no", {"chats"}),
        ('"chat no', {"chats"}),
        ("l'intel", {"ete"}),
        ("chat -no", {"chats", "budget"}),
        ("chat -(no", {"chats", "budget"}),
        ("chat -noir", {"budget"}),
        ('"chat noir de', {"chats"}),
        ("aujourd'hu", {"web"}),
        ("chat O", {"chats", "budget"}),
        ("chat OR", {"chats", "budget"}),
        ("chat AND", {"chats", "budget"}),
        ("chat before:2", {"chats", "budget"}),
        ("author:ana", {"ete", "web", "budget", "budget/1"}),
        ("pho ", set()),
        ("p", set()),
    ],
)
def test_as_typed(archive: Archive, typed: str, found: set[str]) -> None:
    """While a query is typed, its last word may go on, and what is not a filter yet is none."""
    assert set(names(archive, typed, as_typed=True)) == found


def test_phrases_go_on_to_the_most_frequent_words(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where very many words begin so, a phrase goes on to the most frequent of them; on Enter it is said."""
    monkeypatch.setattr(vocabulary, "_MOST_ROWS", {True: 0, False: 0})
    results = search(archive, "aujourd'hu*")

    assert set(names(archive, '"chat no', as_typed=True)) == {"chats"}
    assert set(names(archive, "aujourd'hu", as_typed=True)) == {"web"}
    assert results.notice == (
        "“hu*” is the beginning of very many words: the 1 most frequent of them were searched for."
    )
    assert [hit.snippet[start:end] for hit in results.hits for start, end in hit.matches] == ["aujourd’hui"]


def test_comment_hits_are_the_comment_s(archive: Archive) -> None:
    """A comment's hit has its own author and date, and its post's title and blog."""
    (hit,) = search(archive, "photographe").hits

    assert (hit.comment, hit.author, hit.published) == (1, "jean-marc", "2008-05-01")
    assert (hit.title, hit.blog) == ("Le web 2.0 expliqué à ma tante", "Le carnet d'Anaïs")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("l'été", "Looks for “ete” in the singular or plural."),
        ('chat -"chat noir"', "Looks for “chat” in the singular or plural, and not the phrase “chat noir”."),
        ("author:paul OR phot*", "Looks for “paul” in the author’s name or words that begin with “phot”."),
        ("C++ in:posts", "Looks for “C++” letter for letter, and posts only."),
        (
            "titre:web blog:co date:2007-03..2008",
            "Looks for “web” in the singular or plural in the title, and the blogs called “co”, "
            "and what was published from March 2007 to 2008.",
        ),
        (
            "year:2007 before:2007-03-14",
            "Looks for what was published in 2007, and what was published before 14 March 2007.",
        ),
    ],
)
def test_explain(query: str, words: str) -> None:
    """A query can be told in words."""
    assert explain(query) == words
