"""What matches is found however much has to be looked at for it, and within its time while somebody types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.archive import Archive, open_archive
from reader.search import count, facets, matching, question, search
from tests.bare import write

from .blogs import comment, post

# One post in so many is of the small blog; the first of all is its only one with a word in its title.
_ONE_IN = 20
_POSTS = 400


FRUIT = ("Des noix.", "Des poires.", "Des figues.")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """400 posts of two blogs, all about tarts and each with a comment; the oldest has another form of the word."""
    posts = [
        post(
            str(number),
            "Une tarte dans le four" if number == 0 else f"Billet {number}",
            f"Une {'tartes' if number % 40 == 20 else 'tarte'} dans le four. {FRUIT[number % 3]} "
            + ("" if number else "Clafoutis."),
            blog="Petit" if number % _ONE_IN == 0 else "Grand",
            published=f"{2000 + number // 28}-01-{1 + number % 28:02}",
            comments=[
                comment(1, "Zoé", f"{2000 + number // 28}-02-{1 + number % 28:02}", "Ma tarte, au four !")
            ],
        )
        for number in range(_POSTS)
    ]
    with open_archive(write(tmp_path_factory.mktemp("many") / "archive.db", posts)) as archive:
        yield archive


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the archive were large: every blog is one of very many posts, and few rows are looked at at once."""
    monkeypatch.setattr("reader.search.conditions._MOST_LISTED", 0)
    monkeypatch.setattr(matching, "_LOOKED_AT", {True: 10, False: 10})


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("ranked", [True, False])
@pytest.mark.parametrize("query", ["blog:petit", "blog:petit tarte", 'blog:petit "dans le four"'])
def test_every_match_is_found_stretch_by_stretch(archive: Archive, query: str, ranked: bool) -> None:
    """Where most rows are not meant, the search goes on to the oldest as long as it has not enough."""
    results = search(archive, f"{query} in:posts", limit=50, ranked=ranked)
    years = [hit.published for hit in results.hits]

    assert {hit.blog for hit in results.hits} == {"Petit"}
    assert (results.total, results.complete) == (_POSTS // _ONE_IN, True)
    assert count(archive, f"{query} in:posts") == len(set(years)) == _POSTS // _ONE_IN
    assert ranked or years == sorted(years, key=str, reverse=True)


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("ranked", [True, False])
def test_enough_is_enough(archive: Archive, monkeypatch: pytest.MonkeyPatch, ranked: bool) -> None:
    """Where enough is found among the newest, the rest is said to be there and not counted."""
    monkeypatch.setattr("reader.search.results._MOST_CALLED_SO", 3)
    results = search(archive, "blog:petit tarte in:posts", limit=3, ranked=ranked)

    assert len(results.hits) == 3
    assert 3 <= results.total < _POSTS // _ONE_IN
    assert not results.complete


@pytest.mark.usefixtures("narrow")
def test_a_search_ends_early_while_somebody_types(archive: Archive) -> None:
    """What is only among the oldest is found on Enter; before, one sentence says so."""
    typed = search(archive, "clafoutis OR four blog:petit date:2000-01-01", ranked=False, as_typed=True)
    assert typed.total == 1  # a span of dates leads to its rows, however old

    typed = search(archive, "titre:tarte four has:links", ranked=False, as_typed=True)
    assert (typed.total, typed.complete) == (0, True)  # a title is rare enough to look at each

    typed = search(archive, "four has:links", ranked=False, as_typed=True)
    assert (typed.hits, typed.total, typed.complete) == ((), 0, False)
    assert typed.notice == "Nothing yet among the newest; Enter searches all."
    assert typed.suggestion is None

    entered = search(archive, "four has:links")
    assert (entered.total, entered.complete, entered.notice) == (0, True, None)


@pytest.mark.usefixtures("narrow")
def test_a_title_is_never_lost_among_those_looked_at(archive: Archive) -> None:
    """The oldest post comes first where its title says it all, though enough newer ones were found."""
    for query in ("tarte blog:petit", "tarte has:comments", '"dans le four" blog:petit'):
        assert search(archive, query, limit=3).hits[0].title == "Une tarte dans le four"


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize(("typed", "others"), [("tarte", "tartes"), ("tartes", "tarte")])
def test_the_form_that_was_typed_comes_first_among_those_looked_at(
    archive: Archive, typed: str, others: str
) -> None:
    """However much rarer it is than the other forms, and however old."""
    hits = search(archive, f"{typed} blog:petit in:posts", limit=14).hits
    forms = [hit.snippet[start:end] for hit in hits for start, end in hit.matches[:1]]

    assert len(hits) == 14
    assert forms == [typed] * 10 + [others] * 4


def test_phrases_are_counted_from_one_list(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a phrase, so many are listed; of a rarer one, all are counted and ranked."""
    monkeypatch.setattr(question, "_MOST_LISTED", {True: 120, False: 120})
    results = search(archive, '"dans le four"', limit=5)
    assert (results.total, results.complete) == (120, False)
    assert results.hits[0].title == "Une tarte dans le four"

    results = search(archive, '"au four"', limit=5)
    assert (results.total, results.complete) == (120, False)
    assert search(archive, '"noix clafoutis"').total == 1


def test_facets_of_what_has_to_be_looked_at(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the newest are looked at, and it is said whether that is all."""
    monkeypatch.setattr("reader.search.conditions._MOST_LISTED", 0)
    for looked_at, most, counted in ((400, 10_000, 20), (400, 5, 5), (10, 10_000, 2)):
        monkeypatch.setattr(matching, "_LOOKED_AT", {True: looked_at, False: looked_at})
        found = facets(archive, "tarte blog:petit in:posts", most=most)

        assert sum(found.years.values()) == found.counted == counted
        assert found.complete == (counted == _POSTS // _ONE_IN)
        assert found.blogs == {"Petit": counted}


@pytest.mark.usefixtures("narrow")
def test_one_side_is_enough(archive: Archive) -> None:
    """Where the posts are as many as are wanted, comments are not looked for among the oldest; the newest are found."""
    older = "date:2000..2010"
    best = search(archive, f"tarte blog:petit {older}", limit=60)
    newest = search(archive, f"tarte blog:petit {older}", limit=4, ranked=False)

    assert len([hit for hit in best.hits if hit.comment is None]) == 16
    assert len([hit for hit in best.hits if hit.comment]) == 16
    assert best.complete
    assert [(hit.title, hit.comment) for hit in newest.hits] == [
        ("Billet 300", 1),
        ("Billet 280", 1),
        ("Billet 300", None),
        ("Billet 280", None),
    ]


def test_few_posts_are_asked_for_one_by_one(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a large archive, the few posts of a blog or with a star are found as in a small one."""
    queries = (
        "tarte blog:petit",
        "blog:petit in:comments",
        "is:starred four",
        "-tarte is:starred in:posts -clafoutis",
        "blog:gris",
    )
    known = [search(archive, query, starred=["20", "380"]) for query in queries]
    assert [results.total for results in known] == [40, 20, 4, 0, 0]

    monkeypatch.setattr("reader.search.conditions._LARGE", 0)
    assert [search(archive, query, starred=["20", "380"]) for query in queries] == known


@pytest.mark.parametrize("ranked", [True, False])
def test_most_discussed_of_those_looked_at(archive: Archive, ranked: bool) -> None:
    """The order by comments holds for what has to be looked at too."""
    hits = search(archive, "tarte has:comments tri:commentaires in:posts", limit=3, ranked=ranked).hits

    assert [hit.title for hit in hits] == ["Billet 399", "Billet 398", "Billet 397"]


def test_only_words_of_most_posts_are_left_out(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that most posts have is not looked for beside a rare one, and that is said; one of a third of them is."""
    monkeypatch.setattr("reader.search.ranking._EVERYWHERE", 10)

    assert search(archive, "clafoutis poires").total == 0
    assert search(archive, "clafoutis noix").total == 1
    results = search(archive, "clafoutis four")
    assert results.total == 1
    assert (
        results.notice == "“four” stand in so many texts that they were not looked for; in quotes they are."
    )
    assert search(archive, "four tarte").notice is None


@pytest.mark.parametrize(
    "typed", ["Une tarte dans le four", "une tarte dans le four", "UNE TARTE DANS LE FOUR"]
)
def test_what_is_called_just_so_is_never_lost(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """A title typed whole brings its post first, though its words are so common that none of them would."""
    monkeypatch.setattr("reader.search.ranking._EVERYWHERE", 10)
    monkeypatch.setattr(question, "_MOST_RANKED", 10)
    monkeypatch.setattr(question, "_SAMPLE", 5)
    monkeypatch.setattr(question.Question, "_in_titles", lambda *_: [])
    hits = search(archive, typed, limit=3).hits

    assert hits[0].title == "Une tarte dans le four"
    assert len(hits) == len({(hit.id, hit.comment) for hit in hits}) == 3
    assert search(archive, f"{typed} blog:grand", limit=3).hits[0].blog == "Grand"
