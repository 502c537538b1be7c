"""Comments told by the shape that the lines share which sign them, where no known words announce them."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.models import Comment

POST = """The ferry bell

By Orla Finch on March 3, 2009 8:05 PM

The bell of the ferry hangs in a garden now, and nobody remembers who carried it up the hill in the first place.

On calm evenings the owner lets his grandchildren ring it once, and the gulls leave the roof for a minute.
"""

TEXTS = (
    "It was my uncle, with a wheelbarrow.",
    "I heard it on Sunday, from the beach.",
    "Could it come back?",
)
PEOPLE = (
    ("Nessa", "2009-03-04T09:12"),
    ("Piers Colm", "2009-03-04T21:40"),
    ("the bosun", "2009-03-07T00:05"),
)


def comments(text: str) -> tuple[Comment, ...]:
    """The comments of the only post of a page."""
    (post,) = read_page((POST + "\n" + text).encode()).posts
    return post.comments


def heads(shape: str) -> list[str]:
    """A line of some shape for each of the people."""
    dates = ("March 4, 2009 at 9:12 am", "March 4, 2009 at 9:40 pm", "March 7, 2009 at 12:05 am")
    return [
        shape.format(n=number, name=name, date=date)
        for number, ((name, _), date) in enumerate(zip(PEOPLE, dates, strict=True), 1)
    ]


OVER = (
    "{n} {name} // {date}",
    "{n}. {name} ~ {date} ~ #{n}",
    "({name} | {date}) reply",
    "voice no. {n} from {name}, heard on {date}",
    "Item {n}: {name} [visit site] {date}",
)


@pytest.mark.parametrize("shape", OVER)
def test_lines_of_one_shape_over_the_texts(shape: str) -> None:
    """What lines of one shape share is the theme's; what differs is who wrote, whatever the words are."""
    lines = [f"{head}\n\n{text}\n" for head, text in zip(heads(shape), TEXTS, strict=True)]

    found = comments("3 voices\n\n" + "\n".join(lines) + "\nLeave a comment\n")

    assert [(c.author, c.published) for c in found] == list(PEOPLE)
    assert [c.body for c in found] == list(TEXTS)


@pytest.mark.parametrize("shape", [*OVER[2:4], "told by {name} upon {date}"])
def test_lines_of_one_shape_under_the_texts(shape: str) -> None:
    """Where a text stands right under the heading and nothing under the last line, the lines sign what is over them."""
    lines = [f"{text}\n\n{head}\n" for head, text in zip(heads(shape), TEXTS, strict=True)]

    found = comments("Comments\n\n" + "\n".join(lines) + "\nLeave a comment\n")

    assert [(c.author, c.published) for c in found] == list(PEOPLE)
    assert [c.body for c in found] == list(TEXTS)


def test_a_name_over_a_line_that_says_when_and_a_button() -> None:
    """A line of one shape without a name says when, and the line over it who; what each comment has is the theme's."""
    lines = [
        f"  {number}. {name}\n     posted {date} | #{number}\n     Answer | Cite\n\n     {text}\n"
        for number, ((name, _), date, text) in enumerate(zip(PEOPLE, heads("{date}"), TEXTS, strict=True), 1)
    ]

    found = comments("Voices (3) Echoes (0)\n" + "\n".join(lines) + "\nSearch\n")

    assert [(c.author, c.published) for c in found] == list(PEOPLE)
    assert [c.body for c in found] == list(TEXTS)


def test_a_line_that_names_whom_it_answers() -> None:
    """« Nessa answered a word of the bosun » is signed by the first of two who have comments of their own."""
    found = comments(
        "4 Comments\n\n"
        "Nessa ~ March 4, 2009 9:12 AM ~ Reply\n\nIt was my uncle, with a wheelbarrow.\n\n"
        "Piers Colm ~ March 4, 2009 9:40 PM ~ Reply\n\nI heard it on Sunday, from the beach.\n\n"
        "Nessa answered a word of Piers Colm ~ March 5, 2009 8:00 AM ~ Reply\n\nThen the wind was from the east.\n\n"
        "Piers Colm answered a word of Nessa ~ March 5, 2009 9:00 AM ~ Reply\n\nIt was, and it was cold.\n"
    )

    assert [c.author for c in found] == ["Nessa", "Piers Colm", "Nessa", "Piers Colm"]


def test_the_first_line_of_a_shape_may_be_the_posts_own() -> None:
    """A theme that signs posts and comments alike prints its button under the comments only."""
    (post,) = read_page(
        "The ferry bell\n\nTold by Orla upon 3 March 2009 - 20:05.\n\n"
        "The bell of the ferry hangs in a garden now, and nobody remembers who carried it up the hill.\n\n"
        "On calm evenings the owner lets his grandchildren ring it once, and the gulls leave the roof for a minute.\n\n"
        "Told by Nessa upon 4 March 2009 - 09:12.\n\nIt was my uncle, with a wheelbarrow, on a Monday.\n\n• answer\n\n"
        "Told by Orla upon 4 March 2009 - 09:40.\n\nThen he has strong arms, your uncle, still.\n\n• answer\n\n"
        "Told by Piers upon 5 March 2009 - 10:00.\n\nI heard it on Sunday, from the beach below.\n\n• answer\n".encode()
    ).posts

    assert [c.author for c in post.comments] == ["Nessa", "Orla", "Piers"]


DECOYS = (
    "\n".join(
        f"{n}. {name} - {date}\n\nA trait on the wall.\n"
        for n, name, date in (
            (1, "Anselm", "2 February 1997 10:00"),
            (2, "Berta", "21 March 2003 11:00"),
            (3, "Cyril", "9 January 2004 12:00"),
        )
    )
    + "\nComments\n\nNo comments yet.\n",
    "Recent voices\n\n" + "\n".join(heads("  • {name} on The ferry bell\n    {date}")) + "\n",
)


@pytest.mark.parametrize("text", DECOYS)
def test_lists_with_dates_are_no_comments(text: str) -> None:
    """What a post tells of earlier days, and a column of the latest comments, make none."""
    assert comments(text) == ()


# Who, when and what on lines of their own, in each order; a word of no language that the tables know beside each name.
ORDERS = (
    "orfa {name}\n{date}\n{text}",
    "{date}\norfa {name}\n{text}",
    "{text}\norfa {name}\n{date}",
    "{text}\n{date}\norfa {name}",
    "orfa {name}\n{text}\n{date}",
    "{date}\n{text}\norfa {name}",
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("order", ORDERS)
def test_who_when_and_what_stand_in_any_order(order: str, gap: str) -> None:
    """What stands over the first and under the last comment tells whose the lines between two dates are."""
    said = [
        order.format(name=name, date=date, text=text).replace("\n", gap)
        for (name, _), date, text in zip(PEOPLE, heads("{date}"), TEXTS, strict=True)
    ]

    found = comments("Comments\n\n" + "\n\n".join(said) + "\n\nLeave a comment\n")

    assert [(c.author, c.published, c.body) for c in found] == [
        (name, date, text) for (name, date), text in zip(PEOPLE, TEXTS, strict=True)
    ]


SHAPES = {
    "a date and when that was changed": (
        "What readers say\n\n",
        "{name}\nWritten: {date} Changed: {date}\nRank: member\nPosts: 17\n{text}\n",
        "\nSearch\n",
    ),
    "the number of each on a line of its own": (
        "3 orfas\n\n",
        "  {n}. {n}\n    {name} orfs:\n\n    {text}\n\n    Orfed {date}\n",
        "\nSearch\n",
    ),
    "buttons before when": (
        "Comments\n\n",
        "{date}\nBy {name}\n\n{text}\n\n  • Reply\n  • Orf\n",
        "\nSearch\n",
    ),
    "lines of the theme between when and who": (
        "3 orfas\n\n",
        "of {name}\n{text}\n  • {date}\n  • Link\n  • +{n} votes\n",
        "\nSearch\n",
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_a_theme_prints_beside_who_and_when(shape: str) -> None:
    """Numbers, ranks and links that each comment has, and a second date, are the theme's."""
    before, each, after = SHAPES[shape]
    said = [
        each.format(n=number, name=name, date=date, text=text)
        for number, ((name, _), date, text) in enumerate(zip(PEOPLE, heads("{date}"), TEXTS, strict=True), 1)
    ]

    found = comments(before + "\n".join(said) + after)

    assert [(c.author, c.published, c.body) for c in found] == [
        (name, date, text) for (name, date), text in zip(PEOPLE, TEXTS, strict=True)
    ]


def test_days_that_follow_that_of_the_post() -> None:
    """Days alone sign comments, too, under words that no table knows, where they follow that of the post."""
    days = ("04.03.2009", "05.03.2009", "07.03.2009")
    said = [f"{text}\n{name} [{day}]\n" for (name, _), text, day in zip(PEOPLE, TEXTS, days, strict=True)]

    found = comments("What you make of it\n\n" + "\n".join(said) + "\nWrite to us.\n")

    assert [(c.author, c.body) for c in found] == [
        (name, text) for (name, _), text in zip(PEOPLE, TEXTS, strict=True)
    ]


def test_titles_under_announced_comments_are_their_writers() -> None:
    """What looks like further posts under « 3 comments » and the post that declares them are those comments."""
    said = [
        f"{name}\n\nPosted on {date}\n\n{text}\n"
        for (name, _), date, text in zip(PEOPLE, heads("{date}"), TEXTS, strict=True)
    ]

    found = comments("Permalink | Comments (3)\n\nComments\n\n" + "\n".join(said) + "\nAdd comment\n")

    assert [(c.author, c.published, c.body) for c in found] == [
        (name, date, text) for (name, date), text in zip(PEOPLE, TEXTS, strict=True)
    ]


def test_how_long_ago_in_two_units() -> None:
    """« 3 months, 2 weeks ago » counts back as a whole, and no part of it is a name."""
    said = [
        f"  {number}. {name}\n    3 months, {number} weeks ago\n\n    {text}\n"
        for number, ((name, _), text) in enumerate(zip(PEOPLE, TEXTS, strict=True), 1)
    ]

    found = comments("3 replies\n\n" + "\n".join(said) + "\nLeave a comment\n")

    assert [(c.author, c.published, c.body) for c in found] == [
        (name, None, text) for (name, _), text in zip(PEOPLE, TEXTS, strict=True)
    ]


def test_a_box_of_the_latest_comments_ends_those_of_the_page() -> None:
    """What a column shows below is signed in another shape, and under a heading of its own."""
    said = [f"{head}\n\n{text}\n" for head, text in zip(heads("{name} # {date}"), TEXTS, strict=True)]
    box = "\n".join(f"  • The ferry bell\n    {name}, 0{n}/03/2009" for n, (name, _) in enumerate(PEOPLE, 4))

    found = comments(
        "Comments\n\n"
        + "\n".join(said)
        + f"\nPost a comment\n\nMarch 2009\n\nRecent comments\n\n{box}\n\nLinks\n"
    )

    assert [(c.author, c.published, c.body) for c in found] == [
        (name, date, text) for (name, date), text in zip(PEOPLE, TEXTS, strict=True)
    ]


def test_subjects_with_the_figures_of_a_theme() -> None:
    """A line that ends with the same figures over each line that signs is the subject that stands over a comment."""
    said = [
        f"Word no. {n} (none / {n}) (#{4000 + n})\nby {name} on {date}\n{text}\n[ Reply to This ]\n"
        for n, ((name, _), date, text) in enumerate(zip(PEOPLE, heads("{date}"), TEXTS, strict=True))
    ]

    found = comments("3 comments\n\n" + "\n".join(said))

    assert [(c.author, c.body) for c in found] == [
        (name, text) for (name, _), text in zip(PEOPLE, TEXTS, strict=True)
    ]


@pytest.mark.parametrize("heading", ["Recent comments", "Comments"])
def test_of_two_lists_of_comments_the_one_of_the_declared_number(heading: str) -> None:
    """A column may have comments under the same heading as the page, but not as many as that declares."""
    said = [
        f"{text}\n{head} (Reply)\n"
        for head, text in zip(heads("#{n} {name} (Link) on {date}"), TEXTS, strict=True)
    ]
    box = "\n".join(
        f"{name} on The ferry bell\nTue, 03.03.2009 21:18\nAs I said [...]\n" for name, _ in PEOPLE[:2]
    )

    found = comments(
        "By Orla | 3 comments | Trackbacks (0)\n\nComments\n\n" + "\n".join(said) + f"\n{heading}\n\n{box}"
    )

    assert [(c.author, c.body) for c in found] == [
        (name, text) for (name, _), text in zip(PEOPLE, TEXTS, strict=True)
    ]


def test_a_name_over_and_under_each_text() -> None:
    """A text between two lines with the same name is that person's, and the next one's name follows."""
    said = [
        f"{name}\n\n{text}\n\nPosted by {name} on {date}\n[Reply to this]\n"
        for (name, _), date, text in zip(PEOPLE, heads("{date}"), TEXTS, strict=True)
    ]

    found = comments(
        "9:30 PM - 3 Comments - Add Comment\n\n" + "\n".join(said) + "\n[ Back ] [ Add Comment ]\n"
    )

    assert [(c.author, c.published, c.body) for c in found] == [
        (name, date, text) for (name, date), text in zip(PEOPLE, TEXTS, strict=True)
    ]


ENDS = ("Refresh the list of comments\nComments of this post by RSS.\n", "Alias : Your orfa :\n")


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("button", ["Orf | Orf with quote\n", ""])
def test_what_a_site_says_under_the_last_comment(button: str, end: str) -> None:
    """What stands under the last button, speaks of comments or names the fields of a form, nobody has commented."""
    said = [
        f"{head}\n{text}\n{button}" for head, text in zip(heads("#{n} {name} {date}"), TEXTS, strict=True)
    ]

    found = comments("Comments\n\n" + "".join(said) + end)

    assert [(c.author, c.body) for c in found] == [
        (name, text) for (name, _), text in zip(PEOPLE, TEXTS, strict=True)
    ]
