"""Comments whose signatures share a line with them, stand behind labels or in heads of forums, beside other words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from blogimport.textpage.beside import names_alone
from blogimport.textpage.labelling.roles import Roles
from blogimport.textpage.reading import read_page

_POST = """Le moulin

Posté par Odile le 3 mai 2006

La roue tourne de nouveau, et la farine sent la noisette. Venez voir, dimanche après-midi, derrière la scierie.

{heading}

{lines}
"""


def _comments(lines: str, heading: str = "Commentaires") -> list[tuple[str | None, str | None, str]]:
    posts = read_page(_POST.format(heading=heading, lines=lines).encode()).posts
    return [(one.author, one.published, one.body) for post in posts for one in post.comments]


def test_signatures_at_the_beginning_of_lines() -> None:
    """Who and when before a colon sign the rest of the line, name or date first."""
    named = "Zoé, le 4 mai 2006 : Nous viendrons.\n\nMarc (5 mai 2006) : Moi aussi !"
    dated = "[04/05/2006 10:20] Zoé : Nous viendrons.\n\n[05/05/2006 11:00] Marc : Moi aussi !"

    assert _comments(named.replace("Marc (5 mai 2006)", "Marc, le 5 mai 2006")) == [
        ("Zoé", "2006-05-04", "Nous viendrons."),
        ("Marc", "2006-05-05", "Moi aussi !"),
    ]
    assert _comments(dated) == [
        ("Zoé", "2006-05-04T10:20", "Nous viendrons."),
        ("Marc", "2006-05-05T11:00", "Moi aussi !"),
    ]


def test_cells_of_a_table() -> None:
    """What stood in one row of a table is a date, a name and a text."""
    rows = "04/05/2006\t\tZoé\t\tNous viendrons.\n05/05/2006\t\tMarc\t\tMoi aussi !"

    assert _comments(rows) == [
        ("Zoé", "2006-05-04", "Nous viendrons."),
        ("Marc", "2006-05-05", "Moi aussi !"),
    ]


def test_parts_of_a_line_belong_to_one_text() -> None:
    """A reading that gives the parts of one line to two comments is none."""
    roles = Roles(
        {7: ("comment", 0, 1), 8: ("comment", 0, 2), 9: ("furniture", None, None), 10: ("comment", 0, 2)}
    )

    assert roles.at({7: 5, 8: 5, 9: 6, 10: 6}) is None
    assert roles.at({7: 4, 8: 5, 9: 6, 10: 6}) == Roles(
        {4: ("comment", 0, 1), 5: ("comment", 0, 2), 6: ("comment", 0, 2)}
    )


def test_texts_of_several_lines_end_with_their_signature() -> None:
    """Lines without a signature belong to the one that follows."""
    lines = "Nous viendrons.\n\nAvec la charrette. --Zoé 4 mai 2006\n\nMoi aussi ! --Marc 5 mai 2006"

    assert [body for _, _, body in _comments(lines)] == [
        "Nous viendrons.\n\nAvec la charrette.",
        "Moi aussi !",
    ]


def test_without_heading_nothing_is_a_comment() -> None:
    """A list of names and dates under a heading of the post's own stays the post's."""
    lines = "Angers, le 4 mai 2006 : sur la place.\n\nTours, le 5 mai 2006 : au bord de l'eau."

    assert _comments(lines, "Où nous voir") == []


def test_names_with_colons() -> None:
    """Names before colons are those of comments if they are as many as declared, else the talk that a text quotes."""
    lines = "Zoé : Nous viendrons.\n\nMarc : Moi aussi !\n\nZoé : Parfait."

    assert _comments(lines, "3 commentaires") == [
        ("Zoé", None, "Nous viendrons."),
        ("Marc", None, "Moi aussi !"),
        ("Zoé", None, "Parfait."),
    ]
    assert _comments(lines, "Ce qui s'est dit") == []


def test_labels_before_what_was_typed() -> None:
    """Labels tell who, when and what; unknown ones are printed with each comment, and an empty form is none."""
    lines = "\n\n".join(
        f"Pseudo : {name}\nMétier : {work}\nLe : {day}/05/2006\nMessage : {said}"
        for name, work, day, said in (
            ("Zoé", "boulangère", "04", "Nous viendrons."),
            ("Marc", "meunier", "05", "Note : la roue grince.\n\nUn peu."),
            ("Zoé", "boulangère", "06", "Graisse-la !"),
        )
    )

    assert _comments(f"{lines}\n\nLaissez un message\nPseudo :\nMétier :\nMessage :") == [
        ("Zoé", "2006-05-04", "Nous viendrons."),
        ("Marc", "2006-05-05", "Note : la roue grince.\n\nUn peu."),
        ("Zoé", "2006-05-06", "Graisse-la !"),
    ]


def test_heads_of_forums() -> None:
    """The first line under the heading is a name, whatever follows; since when somebody is there dates nothing."""
    heads = "\n\n".join(
        f"{name}\n{rank}\nInscrit le : 03/03/2005\nMessages : {count}\nPosté le : {day}/05/2006 10:20\n\n{said}"
        for name, rank, count, day, said in (
            ("Zoé", "Habituée", 31, "04", "Nous viendrons."),
            ("Marc", "Nouveau", 2, "05", "Moi aussi !"),
        )
    )

    assert _comments(heads, "Auteur\t\tMessage") == [
        ("Zoé", "2006-05-04T10:20", "Nous viendrons."),
        ("Marc", "2006-05-05T10:20", "Moi aussi !"),
    ]


def test_figures_follow_the_date_in_words() -> None:
    """Of an English page whose figures could all be months, the days follow the post's, and each other."""
    page = """The mill

Posted by Odile on {day}

The wheel turns again, and the flour smells of hazelnut. Come and see it on Sunday, behind the sawmill.

2 comments

Zoe - {first} 10:20
We shall come, and bring the cart.

Mark - {second} 11:30
So shall I, if there is room on it for the dog.
"""

    def dates(day: str, first: str, second: str) -> list[str | None]:
        posts = read_page(page.format(day=day, first=first, second=second).encode()).posts
        return [one.published for post in posts for one in post.comments]

    day_first = ["2006-07-05T10:20", "2006-07-06T11:30"]
    assert dates("July 4, 2006", "05/07/2006", "06/07/2006") == day_first
    assert dates("July 4, 2006", "07/05/2006", "07/06/2006") == day_first
    assert dates("May 4, 2006", "05/07/2006", "05/08/2006") == ["2006-05-07T10:20", "2006-05-08T11:30"]


def test_days_in_brackets() -> None:
    """A day in figures without a year signs a comment where it stands in brackets behind names."""
    lines = "Zoé (4/5)\nNous viendrons.\nMarc (4/5)\nMoi aussi !\n[Zoé] (6/5)\nParfait, à dimanche."

    assert [(author, date) for author, date, _ in _comments(lines)] == [
        ("Zoé", "2006-05-04"),
        ("Marc", "2006-05-04"),
        ("Zoé", "2006-05-06"),
    ]


def test_what_all_names_have_beside_them() -> None:
    """Towns, ranks and links behind all names are the theme's; a remark that one person makes is that person's."""
    assert names_alone(["Zoé, Lyon", "Marc, Gap", None, "Anne, Nice"]) == ["Zoé", "Marc", None, "Anne"]
    assert names_alone(["Zoé (Registered)", "Guest", "Marc (Registered)"]) == ["Zoé", "Guest", "Marc"]
    assert names_alone(["Zoé | Email", "Marc | Email | Homepage", "Anne | Email"]) == ["Zoé", "Marc", "Anne"]
    assert names_alone(["Zoé (de Lyon)", "Marc"]) == ["Zoé (de Lyon)", "Marc"]
    assert names_alone(["Zoé, Lyon", "Marc"]) == ["Zoé, Lyon", "Marc"]


@given(st.lists(st.none() | st.text(min_size=1, max_size=30), max_size=6))
def test_every_name_stays_one(names: list[str | None]) -> None:
    """Whatever stands beside names, each begins what is left of it, and none is lost."""
    for before, after in zip(names, names_alone(names), strict=True):
        assert (after is None) == (before is None)
        assert before is None or (after and before.strip().startswith(after.strip()))
