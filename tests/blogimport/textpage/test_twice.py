"""What stands twice in a text: comments that an extractor wrote into the post and once more, and what is no comment."""

from __future__ import annotations

from blogimport.textpage import read_page

TITLE = "Retour de pêche"
POST = (
    "La barque est rentrée au port avec six mouettes, un filet vide et une explication que personne n'a demandée.",
    "Le patron l'a donnée quand même, debout, pendant que le moteur refroidissait derrière lui.",
)
COMMENTS = (
    "Les mouettes étaient sept, j'ai compté.",
    "La septième est restée au phare.",
    "Quelle explication ?",
)
FORM = ("Nom *", "Site web")


def _read(*lines: str) -> tuple[str, list[str]]:
    (post,) = read_page("\n".join([TITLE, *lines]).encode()).posts
    return post.body, [comment.body for comment in post.comments]


def test_comments_that_stand_twice_are_told_once_and_are_not_in_the_post() -> None:
    """The same lines under the post and under the form are comments, each of them once."""
    body, comments = _read(*POST, *COMMENTS, *FORM, *COMMENTS)

    assert body == "\n\n".join(POST)
    assert "\n".join(comments).split() == " ".join(COMMENTS).split()


def test_where_they_stand_with_dates_that_place_is_read() -> None:
    """What only one of the two places says is not lost."""
    dates = ("3 mai 2009 à 10:00", "3 mai 2009 à 11:30", "4 mai 2009 à 8:15")
    dated = [line for pair in zip(dates, COMMENTS, strict=True) for line in pair]
    (post,) = read_page("\n".join([TITLE, *POST, *COMMENTS, *FORM, *dated]).encode()).posts

    assert [comment.body for comment in post.comments] == list(COMMENTS)
    assert [comment.published for comment in post.comments] == [
        "2009-05-03T10:00",
        "2009-05-03T11:30",
        "2009-05-04T08:15",
    ]


def test_a_button_under_each_comment_stands_more_than_twice() -> None:
    """Lines that recur within the comments make the two places no less alike."""
    buttons = [line for comment in COMMENTS for line in (comment, "Répondre")]
    body, comments = _read(*POST, *buttons, *FORM, *buttons)

    assert body == "\n\n".join(POST)
    assert comments == list(COMMENTS)


def test_the_chorus_of_a_song_is_no_comment() -> None:
    """Lines of a song stand twice, and are the post's."""
    chorus = (
        "Rame, rame, mon capitaine",
        "la mer est grande et le pain est petit",
        "rame, rame jusqu'à demain",
    )
    body, comments = _read(*POST, *chorus, "Au matin la voile est tombée", "et le vent avec elle", *chorus)

    assert body.count("Rame, rame, mon capitaine") == 2
    assert not comments


def test_what_a_post_lists_twice_is_no_comment() -> None:
    """Two lists of a post have lines in common, and so have two files that it shows."""
    lines = ("Le moteur est neuf.", "La coque est vieille.", "Le filet est celui du voisin.")
    body, comments = _read(
        *POST, *lines, "En 2008 :", "On a tout repeint, sauf ce qui se voit depuis le quai.", *lines
    )

    assert body.count("La coque est vieille.") == 2
    assert not comments

    code = ("[HKEY_ROOT]", '"Name"="Barque"', '@="Barque 6.7"')
    body, comments = _read(*POST, *code, "Fichier suivant", *code)

    assert not comments


def test_every_line_of_both_places_has_a_role() -> None:
    """What is left out as said twice is furniture, and nothing is without a role."""
    lines = [TITLE, *POST, *COMMENTS, *FORM, *COMMENTS]
    page = read_page("\n".join(lines).encode())
    roles = {number: span.role for span in page.spans for number in range(span.first, span.last + 1)}

    assert sorted(roles) == list(range(1, len(lines) + 1))
    assert [role for number, role in roles.items() if role == "comment"] == ["comment"] * len(COMMENTS)


def test_who_signs_may_stand_on_one_line_and_then_on_two() -> None:
    """Of comments that stand twice the second ones are read, and what signs the first ones is no comment's."""
    said = [("Zoé", "3 mai 2006 @ 10:20", "La roue tourne."), ("Marc", "4 mai 2006 @ 8:00", "Et la farine ?")]
    said += [("Odile", "5 mai 2006 @ 9:15", "Elle sent la noisette.")]
    post = "Le moulin\nLe moulin tourne de nouveau depuis dimanche, et la farine sent la noisette comme autrefois.\n"
    first = "".join(f"{name} {date}\n{text}\n" for name, date, text in said)
    again = "".join(f"{name}\n{date}\n{text}\n" for name, date, text in said)

    (read,) = read_page(f"{post}{first}Nom *\nSite web\n{again}".encode()).posts
    assert [comment.body for comment in read.comments] == [text for _, _, text in said]
