"""Comments that run on within one line, which was a row of a table that held the whole page."""

from __future__ import annotations

from blogimport.textpage.reading import Page, read_page
from tests.blogimport.textpage.test_every_line import assert_nothing_lost

_POST = (
    "| Le moulin de Pluvault |  |\n"
    "| Le 3 mai 2006 La roue tourne. La roue tourne de nouveau, et la farine sent la noisette. Venez voir, dimanche "
    "après-midi, derrière la scierie. "
)
_SAID = [
    ("Zoé", "2006-05-04T10:20", "Nous viendrons avec la charrette."),
    ("Marc D.", "2006-05-05T11:00", "et moi"),
]


def _page(rest: str) -> Page:
    return read_page((_POST + rest).encode())


def _comments(rest: str) -> list[tuple[str | None, str | None, str]]:
    return [(one.author, one.published, one.body) for post in _page(rest).posts for one in post.comments]


def test_names_before_dates_in_one_line() -> None:
    """Each comment is cut out of the line, from who signs it to who signs the next one."""
    rest = (
        "2 commentaires Zoé, le 4/05/2006 à 10:20 Nous viendrons avec la charrette. "
        "Marc D., le 5/05/2006 à 11:00 et moi |"
    )

    assert _comments(rest) == _SAID
    assert _page(rest).posts[0].body.endswith("derrière la scierie.")


def test_names_behind_dates_in_one_line() -> None:
    """A date in brackets, a name and a colon sign what follows, down to the form of the site."""
    rest = (
        "Vos réactions (2) [4/05/2006 10:20] Zoé : Nous viendrons avec la charrette. "
        "[5/05/2006 11:00] Marc D. : et moi | Liens Archives |"
    )

    assert _comments(rest) == _SAID


def test_a_row_for_each_comment() -> None:
    """A row holds a text and who signs it under that, in words that the page repeats."""
    rest = (
        "Commentaires (2) |\n"
        "| Zoé | Nous viendrons avec la charrette. Envoyé par Zoé le 4 mai 2006 à 10:20 |\n"
        "| Marc D. | et moi Envoyé par Marc D. le 5 mai 2006 à 11:00 |"
    )

    assert _comments(rest) == _SAID


def test_a_line_of_several_texts_is_the_posts() -> None:
    """Of a line that holds the post and its comments the role is that of the post, and no line is left without one."""
    spans = _page(
        "2 commentaires Zoé, le 4/05/2006 à 10:20 Nous viendrons. Marc, le 5/05/2006 à 11:00 et moi |\n| Liens |"
    ).spans

    roles = {number: span.role for span in spans for number in range(span.first, span.last + 1)}
    assert roles[2] == "body"
    assert set(roles) == {1, 2, 3}


def test_a_diary_in_one_line_has_no_comments() -> None:
    """Days that a post tells of sign nothing, where the page does not say that there are as many comments."""
    diary = (
        "Paul, le 4/05/2006 à 10:20 La roue grince. Zoé, le 5/05/2006 à 11:00 La roue chante. "
        "Marc, le 6/05/2006 à 9:00 La roue dort. |"
    )

    assert _comments(diary) == []
    assert _comments("5 commentaires |\n| " + diary) == []


def test_a_box_of_the_latest_comments_is_none() -> None:
    """Texts that a box beside the post cuts short are no comments of it."""
    box = (
        "Commentaires Zoé, le 4/05/2006 à 10:20 Nous viendrons avec [...] Marc, le 5/05/2006 à 11:00 Et moi, je "
        "porte [...] Paul, le 6/05/2006 à 9:00 Qui a pris [...] |"
    )

    assert _comments(box) == []


def test_names_under_texts_in_one_line() -> None:
    """Where the page says the same words before each name, a text goes from one signature to the next."""
    rest = (
        "Annonces Commentaires Nous viendrons avec la charrette. posté par : Zoé (site web) le: 04/05/2006 10:20 "
        "et moi posté par : Marc D. le: 05/05/2006 11:00 |\n| Créer un blog |"
    )

    assert _comments(rest) == _SAID


def test_the_post_is_the_text_of_its_own_cell() -> None:
    """What stands beside and over the cell with the post and its comments is the site's, and its day is the post's."""
    text = (
        "| Le blog de Pluvault |  |\n| Derniers billets La meule Le bief Archives | Mercredi 3 mai 2006 La roue "
        "tourne de nouveau, et la farine sent la noisette. Venez voir, dimanche après-midi, derrière la scierie. "
        "2 commentaires Zoé, le 4/05/2006 à 10:20 Nous viendrons. Marc D., le 5/05/2006 à 11:00 et moi |"
    )

    (post,) = read_page(text.encode()).posts
    assert (post.title, post.published) == (None, "2006-05-03")
    assert post.body.startswith("La roue tourne")
    assert post.body.endswith("derrière la scierie.")


def test_nothing_is_lost_of_a_line_of_several_texts() -> None:
    """Every line has a role, and every word of the post and of its comments stands in their lines."""
    rest = "2 commentaires Zoé, le 4/05/2006 à 10:20 Nous viendrons. Marc, le 5/05/2006 à 11:00 et moi |\n| Liens |"
    raw = (_POST + rest).encode()

    assert_nothing_lost(raw, read_page(raw))
