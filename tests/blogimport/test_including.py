"""What a blog did not show is left out and counted, or brought in where that is asked for."""

from __future__ import annotations

from collections import Counter

from blogimport.conversation import Remark, conversation
from blogimport.including import reasons, shown
from blogimport.readings import FoundPost, Part
from reader.archive import NewSpan
from tests.bare import post


def part() -> Part:
    """A draft, and a post of which one comment was spam that somebody answered."""
    found = conversation(
        [
            Remark("1", None, "Zoé", None, "Premier !"),
            Remark("2", "1", "Casino", None, "Buy", withheld="spam"),
            Remark("3", "2", "Max", None, "Va-t'en."),
            Remark("4", "3", "Zoé", None, "Oui !"),
        ]
    )
    return Part(
        (
            FoundPost(post("", title="Brouillon"), withheld="draft"),
            FoundPost(post("", title="Phare", comments=found.comments), withheld_comments=found.withheld),
        ),
        (
            NewSpan(1, 2, "body", 0, None),
            NewSpan(3, 3, "title", 1, None),
            NewSpan(4, 4, "comment", 1, 1),
            NewSpan(5, 5, "comment", 1, 2),
            NewSpan(6, 6, "comment", 1, 3),
        ),
    )


def test_left_out_and_counted() -> None:
    """The draft and the spam are gone, their lines are nobody's, and the answer to spam says what it answered."""
    left_out: Counter[str] = Counter()

    kept = shown(part(), reasons([]), left_out)

    (found,) = kept.posts
    assert left_out == {"drafts": 1, "spam comments": 1}
    assert [(c.position, c.reply_to, c.depth, c.body) for c in found.post.comments] == [
        (1, None, 0, "Premier !"),
        (2, None, 0, "Va-t'en."),
        (3, 2, 1, "Oui !"),
    ]
    assert dict(found.post.comments[1].guesses) == {
        "reply_to": "it answers a comment that was left out (spam)"
    }
    assert [(span.role, span.post, span.comment) for span in kept.spans] == [
        ("furniture", None, None),
        ("title", 0, None),
        ("comment", 0, 1),
        ("furniture", None, None),
        ("comment", 0, 2),
    ]


def test_comments_of_what_is_left_out_are_counted() -> None:
    """Comments on a draft are gone with it, and their number is told."""
    talk = conversation([Remark("1", None, "Zoé", None, "Déjà ?")])
    left_out: Counter[str] = Counter()

    shown(Part((FoundPost(post("", comments=talk.comments), withheld="draft"),)), reasons([]), left_out)

    assert left_out == {"drafts": 1, "comments on drafts": 1}


def test_brought_in() -> None:
    """What is asked for, in the plural or together, is read like everything else."""
    for include in (["drafts,spam"], ["draft", "Spam"], ["all"]):
        left_out: Counter[str] = Counter()
        kept = shown(part(), reasons(include), left_out)
        assert [found.post for found in kept.posts] == [found.post for found in part().posts]
        assert not left_out
    left_out = Counter()
    assert len(shown(part(), reasons(["drafts"]), left_out).posts) == 2
    assert left_out == {"spam comments": 1}
