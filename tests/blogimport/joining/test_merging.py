"""Two readings of a post become one: nothing is lost, nothing stands twice, the fuller field wins."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from blogimport.joining.merging import _union, merged
from blogimport.joining.remarks import joined_comments
from blogimport.joining.words import folded
from reader.archive import NewPost
from reader.models import Comment, DumpName, Post
from tests.bare import post

BODY = (
    "Le phare s'allume à six heures et personne ne sait plus qui monte encore tourner la clef de la lanterne."
)


def comment(position: int, body: str, author: str | None = None, **more: Any) -> Comment:
    """A comment at the post's own level unless told otherwise."""
    known: dict[str, Any] = {"published": None, "reply_to": None, "depth": 0, "kind": "comment"}
    return Comment(position=position, author=author, body=body, **{**known, **more})


def known(new: NewPost) -> Post:
    """A post as the archive holds it."""
    values = {part.name: getattr(new, part.name) for part in fields(NewPost)}
    return Post(id=7, source=DumpName("a", "b", "c"), **values)


def both_ways(one: NewPost, trust: int, other: NewPost, other_trust: int) -> NewPost:
    """What becomes of two readings, which is the same in both orders."""
    first, _ = merged(known(one), trust, other, other_trust)
    second, _ = merged(known(other), other_trust, one, trust)
    assert replace(first.post, key="") == replace(second.post, key="")
    return first.post


def test_field_by_field() -> None:
    """Each field is of the reading that states it, then of the one that is more to be believed."""
    page = post(
        "k",
        title="Le phare",
        author="Maël",
        published="2006-05-03",
        body=BODY + " Il fait froid là-haut.",
        blog="pages",
        guesses={"blog": "named after the folder of the dump", "author": "he signs"},
        tags=("mer",),
        comments_declared=2,
    )
    export = post(
        "k",
        title="Le phare !",
        author="mael75",
        published="2006-05-03T10:12",
        url="http://phare.example/1",
        body=BODY,
        blog="Le phare de Kerlan",
        tags=("Mer", "clef"),
        comments_declared=1,
    )

    found = both_ways(page, 1, export, 3)

    assert (found.title, found.author, found.published, found.blog) == (
        "Le phare !",
        "mael75",
        "2006-05-03T10:12",
        "Le phare de Kerlan",
    )
    assert (found.url, found.body, found.tags, found.comments_declared) == (
        "http://phare.example/1",
        BODY,
        ("Mer", "clef"),
        2,
    )
    assert found.guesses == {}


def test_a_cut_text_loses() -> None:
    """A feed that gives the first sentence does not take the text away."""
    feed = post("k", title="Le phare", body=BODY[:40])
    page = post("k", title="Le phare", body=BODY)

    assert both_ways(feed, 2, page, 1).body == BODY


def test_what_hangs_on_a_post_finds_its_text() -> None:
    """Comments that came alone stand under the post that comes later."""
    alone = post("k", url="http://a.example/1", comments=(comment(1, "Bravo !", "Zoé"),))
    page = post("k", url="http://a.example/1", body=BODY)

    found = both_ways(alone, 3, page, 1)

    assert (found.body, [c.body for c in found.comments]) == (BODY, ["Bravo !"])


def test_comments_of_both_stand_once() -> None:
    """The same comment told in two ways is one; one that only one dump has is kept where it belongs."""
    export = (
        comment(1, "C'est mon grand-père.", "Zoé", published="2006-05-04T10:12:30"),
        comment(2, "Le mien aussi :-)", "Max", published="2006-05-04T11:00:01", reply_to=1, depth=1),
        comment(3, "Merci !", "Ana", published="2006-05-06T09:00:00"),
    )
    page = (
        comment(1, "C’est mon grand-père", "Zoé", published="2006-05-04T10:12"),
        comment(2, "Le mien aussi", "Max", published="2006-05-04T11:00"),
        comment(3, "Merci !", "Léa", published="2006-05-05T09:00"),
    )

    comments, of_export, of_page = joined_comments(export, 3, page, 1)

    assert [(c.author, c.reply_to, c.depth) for c in comments] == [
        ("Zoé", None, 0),
        ("Max", 1, 1),
        ("Léa", None, 0),
        ("Ana", None, 0),
    ]
    assert of_export == {1: 1, 2: 2, 3: 4}
    assert of_page == {1: 1, 2: 2, 3: 3}
    assert [c.position for c in comments] == [1, 2, 3, 4]


def test_two_people_may_say_the_same() -> None:
    """Two short comments with the same words by two people are two, although each page holds only one."""
    comments, _, _ = joined_comments([comment(1, "Merci !", "Ana")], 1, [comment(1, "Merci !", "Léa")], 1)

    assert {c.author for c in comments} == {"Ana", "Léa"}


def test_a_stated_answer_wins_over_a_guessed_one() -> None:
    """Where one dump states whom a comment answers, that is stated afterwards."""
    page = (
        comment(1, "Premier billet lu ce matin, bravo à toi", "Zoé"),
        comment(2, "Deuxième avis, pas pareil du tout", "Max"),
        comment(
            3,
            "@Zoé je suis bien de ton avis là-dessus",
            "Ana",
            reply_to=1,
            guesses={"reply_to": "speaks to Zoé"},
        ),
    )
    export = (
        comment(1, page[0].body, "Zoé"),
        comment(2, page[1].body, "Max"),
        comment(3, page[2].body, "Ana", reply_to=2, depth=1),
    )

    for comments, _, _ in (joined_comments(page, 1, export, 3), joined_comments(export, 3, page, 1)):
        assert [(c.author, c.reply_to, dict(c.guesses)) for c in comments] == [
            ("Zoé", None, {}),
            ("Max", None, {}),
            ("Ana", 2, {}),
        ]


_AUTHORS = st.sampled_from([None, "Zoé", "Max"])
_TEXTS = st.sampled_from(
    [
        "Merci !",
        "C'est mon grand-père qui montait là-haut tous les soirs d'hiver.",
        "Non.",
        "Non, jamais de la vie.",
    ]
)
_DATES = st.sampled_from([None, "2006-05-04", "2006-05-04T10:12", "2006-06-01T08:00"])


@st.composite
def threads(draw: st.DrawFn) -> tuple[Comment, ...]:
    """Comments in threads."""
    made: list[Comment] = []
    for position in range(1, draw(st.integers(0, 6)) + 1):
        parent = draw(st.none() | st.integers(1, position - 1)) if position > 1 else None
        depth = made[parent - 1].depth + 1 if parent else 0
        guesses = draw(st.sampled_from([{}, {"reply_to": "it seems so"}])) if parent else {}
        made.append(
            comment(
                position,
                draw(_TEXTS),
                draw(_AUTHORS),
                published=draw(_DATES),
                reply_to=parent,
                depth=depth,
                guesses=guesses,
            )
        )
    return tuple(made)


@given(threads(), threads())
def test_nothing_is_lost_or_made_up(first: tuple[Comment, ...], second: tuple[Comment, ...]) -> None:
    """Every comment of both readings is somewhere, threads are sound, and texts are those that were given."""
    comments, of_first, of_second = joined_comments(first, 1, second, 1)

    assert [c.position for c in comments] == list(range(1, len(comments) + 1))
    texts = {c.body for c in (*first, *second)}
    assert {c.body for c in comments} <= texts
    for given_comments, places in ((first, of_first), (second, of_second)):
        assert set(places) == {c.position for c in given_comments}
        for one in given_comments:
            place = places[one.position]
            if place is None:
                assert any(folded(one.body) in folded(other.body) for other in comments)
            else:
                assert comments[place - 1].body == one.body
    assert all(of_first[c.position] is not None for c in first) or all(
        of_second[c.position] is not None for c in second
    )
    for one in comments:
        assert one.reply_to is None or one.reply_to < one.position
        assert one.depth == (comments[one.reply_to - 1].depth + 1 if one.reply_to else 0)


@given(threads())
def test_a_second_reading_of_the_same_changes_nothing(first: tuple[Comment, ...]) -> None:
    """A reading joined to itself is itself."""
    comments, of_first, of_second = joined_comments(first, 1, first, 1)

    assert comments == first
    assert of_first == {c.position: c.position for c in first}
    assert set(of_second) == set(of_first)


def test_comments_of_a_feed_and_of_a_page() -> None:
    """A comment with Greenwich's time and one with the blog's are one, though their days differ."""
    page = (
        Comment(1, "Zoé", "2006-05-04T00:30", None, 0, "comment", "Le phare ne s'allume plus."),
        Comment(2, "Zoé", "2006-05-04T00:45", 1, 1, "comment", "Il s'allume."),
    )
    feed = (
        Comment(1, "Zoé", "2006-05-03T22:45:10+00:00", None, 0, "comment", "Il s'allume."),
        Comment(2, "Zoé", "2006-05-03T22:30:20+00:00", None, 0, "comment", "Le phare ne s’allume plus"),
        Comment(3, "Zoé", "2006-05-04T09:00:00+00:00", None, 0, "comment", "Il s'allume."),
    )
    comments, _, of_feed = joined_comments(page, 1, feed, 2)

    assert len(comments) == 3
    assert [(c.body, c.reply_to) for c in comments if c.reply_to] == [("Il s'allume.", 1)]
    assert len(set(of_feed.values())) == 3


def test_labels_of_two_kinds() -> None:
    """What an export calls a tag and a feed a category is a tag."""
    assert _union(("Port",), ("port", "prix", "mer"), ("prix",)) == ("Port", "mer")


STATED = [
    comment(
        1,
        "Vu le peu de monde au phare, j'ai gardé la clef et le livre d'or.",
        "Ana",
        published="2006-05-03T10:12",
    ),
    comment(2, "Merci !", "Léa", published="2006-05-03T11:00"),
    comment(
        3,
        "Et moi je monte demain. Qui vient ? Il faut du pain, et une lampe.",
        "Maël",
        published="2006-05-04",
    ),
]
GUESS = {"boundary": "both texts are long"}


def guessed(*bodies: str) -> list[Comment]:
    """Comments that only their words told from each other."""
    return [comment(number, body, guesses=GUESS) for number, body in enumerate(bodies, 1)]


def told_by_both(stated: list[Comment], guesses: list[Comment], trust: int = 1) -> list[str]:
    """The comments that are made of both readings, which are the same in both orders."""
    bodies = (BODY, "")
    first, _, of_guesses = joined_comments(stated, trust, guesses, 1, bodies)
    second, of_guesses_too, _ = joined_comments(guesses, 1, stated, trust, bodies[::-1])
    assert [c.body for c in first] == [c.body for c in second]
    assert of_guesses == of_guesses_too
    return [c.body for c in first]


def test_stated_borders_win_over_guessed_ones() -> None:
    """Comments that a text without marks was cut into elsewhere add nothing, however many they are."""
    pieces = guessed(
        "Vu le peu de monde au phare, j'ai gardé la clef",
        "et le livre d'or. Merci ! Et moi je monte demain.",
        "Qui vient ? Il faut du pain,",
        "et une lampe.",
    )

    assert told_by_both(STATED, pieces) == [c.body for c in STATED]


def test_the_text_of_the_post_is_no_comment() -> None:
    """What another reading has as the text of the post is not a comment because a guess says so."""
    assert told_by_both(STATED, guessed("personne ne sait plus qui monte encore tourner la clef")) == [
        c.body for c in STATED
    ]


def test_what_only_a_guess_has_stays() -> None:
    """A guessed comment whose words stand nowhere else is kept, and so is a short one."""
    further = guessed("La lampe est dans le coffre, sous les cordes.", "Oui !")

    assert told_by_both(STATED, further) == [*(c.body for c in STATED), *(c.body for c in further)]


def test_guesses_beside_guesses() -> None:
    """Where no reading states borders, nothing is taken for part of another but what stands there as a whole."""
    one, other = (
        guessed("Je monte demain, qui vient avec moi ?"),
        guessed("Qui vient avec moi ? Il faut du pain."),
    )

    assert len(told_by_both(one, other)) == 2
