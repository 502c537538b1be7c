"""Comments that name what they answer by ids, put in reading order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from blogimport.conversation import Remark, conversation


def remark(name: str, answers: str | None = None, withheld: str | None = None) -> Remark:
    """A comment whose text is its id."""
    return Remark(name, answers, "Zoé", "2009-05-03", f"text {name}", withheld=withheld, place=int(name, 36))


def test_answers_stand_after_what_they_answer() -> None:
    """An answer follows what it answers, before later comments, and is one step deeper."""
    found = conversation([remark("1"), remark("2"), remark("3", "1"), remark("4", "3"), remark("5", "1")])

    assert [(c.body, c.position, c.reply_to, c.depth) for c in found.comments] == [
        ("text 1", 1, None, 0),
        ("text 3", 2, 1, 1),
        ("text 4", 3, 2, 2),
        ("text 5", 4, 1, 1),
        ("text 2", 5, None, 0),
    ]
    assert found.places == {1: 1, 2: 3, 3: 4, 4: 5, 5: 2}


def test_an_answer_to_nothing_says_so() -> None:
    """A comment whose answered one was cut out of the export is kept, with the reason of its place."""
    found = conversation([remark("1", "9"), remark("2", withheld="spam")])

    assert [(c.reply_to, dict(c.guesses)) for c in found.comments] == [
        (None, {"reply_to": "it answers a comment that the dump does not hold"}),
        (None, {}),
    ]
    assert found.withheld == {2: "spam"}


def test_as_deep_as_one_likes() -> None:
    """A thread of ten thousand answers is followed to its end."""
    found = conversation(
        [remark("0")] + [Remark(str(n), str(n - 1), None, None, "") for n in range(1, 10_000)]
    )

    assert found.comments[-1].depth == 9_999


@given(st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(0, 9))))
def test_nothing_is_lost(ids: list[tuple[int, int | None]]) -> None:
    """Whatever answers whatever, circles and doubled ids too: each comment stands once, after what it answers."""
    remarks = [
        Remark(str(own), None if other is None else str(other), None, None, "", place=index)
        for index, (own, other) in enumerate(ids)
    ]
    found = conversation(remarks)

    assert sorted(found.places.values()) == list(range(len(ids)))
    assert [comment.position for comment in found.comments] == list(range(1, len(ids) + 1))
    for comment in found.comments:
        if comment.reply_to is None:
            assert comment.depth == 0
        else:
            assert comment.reply_to < comment.position
            assert comment.depth == found.comments[comment.reply_to - 1].depth + 1
