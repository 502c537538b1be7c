"""Comments that nothing marks, told by their words."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from blogimport.textpage.cutting.borders import border_before
from blogimport.textpage.lines import lines_in
from reader.models import Comment

POST = """The lamp at the end of the mole
The lamp is lit at six, and nobody remembers who pays for the oil. We asked at the harbour office, which is a caravan.
The man in the caravan gave us tea and a map of another harbour.
"""


def comments(text: str) -> tuple[Comment, ...]:
    """The comments of the only post of a page without blank lines."""
    (post,) = read_page((POST + text).encode()).posts
    return post.comments


SPOKEN = """Thanks for this, my uncle used to light it!
Hi Ann! Did he really? We would love to hear more about him.
Great story, I walked out there on Sunday.
Hello,
I think the oil is paid for by the chapel, or was until the roof.
Regards,
Walter
"""


def test_comments_without_a_heading() -> None:
    """Where people greet, thank and sign under a post's prose, comments begin, and each border has its reason."""
    found = comments(SPOKEN)

    assert [c.body.split("\n")[0] for c in found] == [
        "Thanks for this, my uncle used to light it!",
        "Hi Ann! Did he really? We would love to hear more about him.",
        "Great story, I walked out there on Sunday.",
        "Hello,",
    ]
    assert found[-1].author == "Walter"
    assert all("boundary" in c.guesses for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you all for asking, and good night to the harbour.\n",
        "Dear Sir,\n14 May 1911\nThe oil is late.\nYours truly,\nH. Moss\n3 June 1911\n"
        "Dear Sir,\nThe oil is here.\nLove,\nH.\n"
        "He never wrote again, and the letters are in the museum, under glass, where we copied them for you.\n"
        "The museum opens on Fridays.\n",
        "".join(f"The lamp was lit on night number {number} as on any other.\n" for number in range(30)),
    ],
)
def test_no_comments_are_made_of_a_post(text: str) -> None:
    """A post that thanks, quotes letters or goes on for long has no comments for that."""
    assert comments(text) == ()


@pytest.mark.parametrize(
    ("before", "line", "begins"),
    [
        ("It was lit in May.", "Hello Ann, was it?", True),
        ("It was lit in May.", "Brilliant, thank you.", True),
        ("It was lit in May.", "[…] as the lamp blog tells us […]", True),
        ("Kind regards,", "Walter", False),
        ("Hello Ann,", "was it lit in May?", False),
        ("There are three lamps:", "Great Lamp, Old Lamp, and mine", False),
        ("It was lit in May.", "PS: and in June.", False),
        ("It was lit in May.", "https://example.org/lamp", False),
    ],
)
def test_where_a_comment_begins(before: str, line: str, begins: bool) -> None:
    """Greetings, praise and excerpts begin a comment; a name under a formula, a postscript, a link do not."""
    assert (border_before(lines_in([before, line]), 1, {}, "en").score > 0) is begins


def test_essays_are_not_cut_at_each_paragraph() -> None:
    """Long paragraphs, none of which greets or signs, are left together rather than cut at a guess."""
    paragraph = (
        "The oil of the lamp was carried over the mole in cans by the boys of the school, every evening at five, "
        * 3
    )
    found = comments(
        "Comments\n" + "\n".join(f"{number}: {paragraph}".rstrip(" ,") + "." for number in "abcdefgh") + "\n"
    )

    assert len(found) == 1


def test_a_border_speaks_for_others() -> None:
    """A letter is left whole from its greeting to its signature, however its paragraphs begin."""
    letter = [
        "Hello Ann,",
        "I walked out to it.",
        "Was it lit in May?",
        "It was not!",
        "Best wishes",
        "Walter",
    ]
    found = comments(
        "Comments\n" + "\n".join(["Great photographs, thank you!", *letter, "Hi Walter, it was lit."]) + "\n"
    )

    assert [comment.body.split()[0] for comment in found] == ["Great", "Hello", "Hi"]
    assert found[1].author == "Walter"


def test_subjects_with_dashes_begin_comments() -> None:
    """Where an extractor has made items of the subjects, each of them begins a comment."""
    found = comments("Comments\n- Lamps\n\nIt is lit.\nBravo!\n- The mole\n\nHello, so am I.\n- Oil\n\nNo.\n")

    assert [comment.body.splitlines()[0] for comment in found] == ["Lamps", "The mole", "Oil"]
    assert found[1].guesses["boundary"] == "it begins with a dash, as the first one does"


def test_what_a_comment_says_of_comments_is_its_own_where_a_button_ends_it() -> None:
    """Each comment ends with its button: nothing over the last one is the site's, though it speaks of comments."""
    found = comments(
        "I knew the keeper, he was my neighbour.\nLikeLike\n"
        "So did I, and he owed me a ladder.\nLikeLiked by 1 person\n"
        "I have left him a comment on his own page, under the ladder.\nNobody has answered it yet.\nLikeLike\n"
    )

    assert len(found) == 3
    assert found[-1].body.startswith("I have left him a comment")
    assert found[-1].body.endswith("Nobody has answered it yet.")


def test_scraps_over_buttons_are_comments() -> None:
    """What stands over the buttons of comments is said, though no sentence ends; nobody says farewell and no more."""
    found = comments(
        "I would keep the old rope\nBest wishes\nLikeLike\n"
        "kisses and carrots for the goat\nLikeLike\n"
        "Lovely rope and kisses\nLikeLike\n"
    )

    assert [one.body for one in found] == [
        "I would keep the old rope\nBest wishes",
        "kisses and carrots for the goat",
        "Lovely rope and kisses",
    ]


def test_a_form_named_your_comment_declares_none_and_takes_none_away() -> None:
    """« Votre commentaire » says on one platform that there are no comments; signed ones under it are there."""
    text = (
        "Le sourcier\nPublié le 14 mai 2006 par Anne | Chantier\n"
        "Le sourcier est passé deux fois, la première pour boire un café et la seconde pour dire : plus à gauche.\n"
        "Commentaires\nVotre commentaire\n"
        "Zoé, le 14 mai 2006, 16:40\nIl a dit la même chose chez nous.\n"
        "Marc, le 15 mai 2006, 9:02\nEt chez nous, plus à droite.\n"
    )
    (post,) = read_page(text.encode()).posts

    assert [c.author for c in post.comments] == ["Zoé", "Marc"]
