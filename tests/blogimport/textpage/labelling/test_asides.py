"""What stands around a post and is told by its neighbours: lists of buttons, lists of a label, links to other posts."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page, sights_of
from blogimport.textpage.labelling.asides import with_asides
from blogimport.textpage.lines import lines_in
from reader.archive import NewPost

TEXT = """The bell of the ferry hangs in a garden now, and nobody remembers who carried it up the hill in those days.

On calm evenings the owner lets his grandchildren ring it once, and the gulls leave the roof for a minute."""
COMMENTS = """2 Comments

Nessa on March 4, 2009 at 9:12 am said:

It was my uncle, with a wheelbarrow.

Piers Colm on March 4, 2009 at 9:40 pm said:

I heard it on Sunday, from the beach.
"""


def read(head: str, foot: str = "") -> NewPost:
    """The only post of a page with that under its title, and that under its text."""
    page = f"The ferry bell\n\n{head}\n\n{TEXT}\n\n{foot}\n\n{COMMENTS}"
    (post,) = read_page(page.encode()).posts
    assert [comment.author for comment in post.comments] == ["Nessa", "Piers Colm"]
    return post


def test_an_unknown_button_in_one_list_with_known_ones() -> None:
    """It is no text of anybody's, and a number of comments among buttons is no heading over comments."""
    post = read(
        "By Orla Finch on March 3, 2009 8:05 PM\n"
        "  • Glyph size bigger smaller\n  • Print\n  • E-mail\n  • 2 comments"
    )

    assert (post.title, post.author) == ("The ferry bell", "Orla Finch")
    assert post.body == TEXT
    assert post.comments_declared == 2


@pytest.mark.parametrize(
    "item", ["the rope, which was new.", "a much longer list of things than any button has"]
)
def test_a_list_that_says_something_is_not_told(item: str) -> None:
    """Items that are more than labels are text, though others read like buttons."""
    lines = lines_in(["  • Print", "  • E-mail", "  • Glyph size", f"  • {item}"])
    sights = [sights_of(line.text) for line in lines]
    seeing = [index for index, seen in enumerate(sights) if not seen.is_blind]

    assert with_asides(lines, sights, seeing, range(4), 4) is sights
    assert with_asides(lines[:3], sights[:3], seeing, range(3), 3)[2].by_kind.keys() == {"furniture"}


def test_a_list_under_a_label_is_what_the_label_says() -> None:
    """« Filed under: » over a list gives all its items as categories."""
    post = read("By Orla Finch on March 3, 2009 8:05 PM\nFiled under:\n  • Harbour\n  • Found things")

    assert post.categories == ("Harbour", "Found things")
    assert post.body == TEXT


def test_one_word_in_a_list_under_the_byline_is_a_tag() -> None:
    """As two of them are."""
    assert read("By Orla Finch on March 3, 2009 8:05 PM\n  • Harbour").tags == ("Harbour",)


@pytest.mark.parametrize(
    "links", ["« The lamp | Ten ropes »", "« The lamp - Ten ropes »", "« Lamps, etc. · A rope »"]
)
def test_titles_of_the_neighbours_are_no_text(links: str) -> None:
    """Two titles in one pair of quotes over the comments are links."""
    assert read("By Orla Finch on March 3, 2009 8:05 PM", links).body == TEXT


def test_titles_of_the_neighbours_on_two_lines() -> None:
    """Each with one of the quotes, right over the comments; what somebody says between quotes is text."""
    head = "By Orla Finch on March 3, 2009 8:05 PM"
    assert read(head, "« The lamp on the mole\n\nTen ropes of hemp »").body == TEXT
    assert read(head, "« Ring it!\n\nRing it again! »").body != TEXT


@pytest.mark.parametrize(
    "row",
    ["Follow @orla", "17 people like this. Be the first of your friends.", "Rating: 4/5 (12 votes cast)"],
)
def test_rows_of_other_services_are_no_text(row: str) -> None:
    """What they count is of the page."""
    assert read("By Orla Finch on March 3, 2009 8:05 PM", row).body == TEXT


def test_a_quotation_is_text() -> None:
    """A dash within quotes, with more of the text below, is what somebody said."""
    said = "« Ring it - but only once »"
    post = read("By Orla Finch on March 3, 2009 8:05 PM", f"{said}\n\nThat is what he tells them every time.")

    assert said in post.body


def test_many_known_parts_are_believed_beside_longer_unknown_ones() -> None:
    """A footer of buttons says when, though half of them are in no table."""
    foot = "20:05 | Comments (2) | Send a pigeon to the keeper | Permalink | Show the smoke signals (0) | Harbour"
    post = read("March 3, 2009", foot)

    assert post.published == "2009-03-03T20:05"
    assert post.body == TEXT


def test_buttons_beside_a_title_are_no_part_of_it() -> None:
    """A table of title and buttons is one line of an extractor, with wide gaps."""
    page = f"Ropes and lamps\n\nThe ferry bell\t\tPDF\t\tPrint\n\nMarch 3, 2009\n\n{TEXT}\n\n{COMMENTS}"

    (post,) = read_page(page.encode()).posts

    assert (post.title, post.published) == ("The ferry bell", "2009-03-03")


@pytest.mark.parametrize(
    "way", ["Home > Harbour > The ferry bell", "Home › The ferry bell", "Home » Sea » The ferry bell"]
)
def test_the_way_to_a_title_is_none(way: str) -> None:
    """Its last step stands again below, as the title itself."""
    told = "  • March 3, 2009\n  • Author: Orla\n  • 2 Comments"
    page = f"Ropes and lamps\n\n{way}\n\nThe ferry bell\n\n{told}\n\n{TEXT}"

    (post,) = read_page(page.encode()).posts

    assert (post.title, post.author, post.published) == ("The ferry bell", "Orla", "2009-03-03")
    assert (post.body, post.comments_declared) == (TEXT, 2)


def test_a_list_in_a_box_of_the_site_is_no_text() -> None:
    """Whatever a list under « Recent Comments » says, nobody wrote it there."""
    box = (
        "Recent Comments\n\n  • nessa : It was my uncle, with a barrow…\n  • piers : I heard it on Sunday…\n"
    )
    page = f"Ropes and lamps\n\n{box}\nThe ferry bell\n\nMarch 3, 2009\n\n{TEXT}\n\n{COMMENTS}"

    (post,) = read_page(page.encode()).posts

    assert (post.title, post.body) == ("The ferry bell", TEXT)


def test_buttons_beside_a_line_of_the_text_stay_in_it() -> None:
    """Only a title is cut: no word of a text is lost."""
    line = "The rope\t\tPDF\t\tPrint\n\nIt was new, and nobody knew from where."

    post = read(f"By Orla Finch on March 3, 2009 8:05 PM\n\n{line}")

    assert post.body.split()[:4] == ["The", "rope", "PDF", "Print"]


def test_the_month_over_a_calendar_dates_no_post() -> None:
    """Whenever the page was captured, its calendar shows the month of that day."""
    calendar = (
        "Februar 2020\nM\t\tD\t\tM\t\tD\t\tF\t\tS\t\tS\n« Dez\n1\t\t2\n3\t\t4\t\t5\t\t6\t\t7\t\t8\t\t9\n"
    )
    page = f"Ropes and lamps\n\n{calendar}\nThe ferry bell\n\n{TEXT}\n\n{COMMENTS}"

    (post,) = read_page(page.encode()).posts

    assert (post.published, post.body) == (None, TEXT)


def test_a_title_that_a_theme_shows_twice() -> None:
    """It is one title, over the line that says when or on both sides of it, and no part of the text."""
    head = "March 3, 2009"
    twice = f"The ferry bell\n\nThe ferry bell\n\n{head}"
    around = f"The ferry bell\n\n{head}\n\nThe ferry bell"
    for shown in (twice, around):
        (post,) = read_page(f"Ropes and lamps\n\n{shown}\n\n{TEXT}\n\n{COMMENTS}".encode()).posts

        assert (post.title, post.published, post.body) == ("The ferry bell", "2009-03-03", TEXT)


def test_a_poem_that_begins_with_its_title() -> None:
    """The line belongs to the poem, for the next one stands right under it."""
    poem = f"The ferry bell\nhangs in a garden now,\nand nobody remembers who.\n\n{TEXT}"

    (post,) = read_page(f"The ferry bell\n\nMarch 3, 2009\n\n{poem}\n\n{COMMENTS}".encode()).posts

    assert post.title == "The ferry bell"
    assert post.body == poem


MENU = "\n".join(f"  • {word}" for word in ("Homepage", "Herring", "Rope", "Weather", "Boats", "All hands"))


def test_a_menu_over_all_texts_is_no_text() -> None:
    """Many items of a word or two, under the name of the site, are its menu, and the title stands under it."""
    page = f"Ropes and lamps\n\n{MENU}\n\nThe ferry bell\n\n{TEXT}\n\n{COMMENTS}"

    (post,) = read_page(page.encode()).posts

    assert (post.title, post.body) == ("The ferry bell", TEXT)


def test_a_list_that_a_text_begins_with_is_its_own() -> None:
    """Who and when is told before it: nothing of the site stands there."""
    page = f"The ferry bell\n\nMarch 3, 2009\n\n{MENU}\n\n{TEXT}\n\n{COMMENTS}"

    (post,) = read_page(page.encode()).posts

    assert post.body.startswith("• Homepage\n• Herring")


def test_the_one_tag_under_the_line_that_says_who_and_when() -> None:
    """A list of one word begins no text: it is the post's tag."""
    page = f"The ferry bell\n\nBy Orla Finch on March 3, 2009\n\n  • Harbour\n\n{TEXT}\n\n{COMMENTS}"

    (post,) = read_page(page.encode()).posts

    assert (post.tags, post.body) == (("Harbour",), TEXT)


def test_a_list_with_pictures_under_the_title_of_a_box() -> None:
    """It is made by a program, and none of its titles is text."""
    box = "Related Posts\n\n  • bell.png\n    How the bell came up the hill\n  • gull.gif\n    A gull that rings"

    assert read("By Orla Finch on March 3, 2009 8:05 PM", box).body == TEXT


def test_a_box_whose_labels_are_gone() -> None:
    """« Blog : Le blog de Zoé » has lost its label in a list: the list and what stands over it are the site's."""
    box = (
        "Présentation\n\n  • : La laitue le blog de Zoé\n  • : semis, boutures, confitures et compost, poules, "
        "bricolage et cueillettes de saison...\n  • Contact\n\nRecherche\n\nLiens"
    )
    text = "La première laitue se sème le jour de la Chandeleur, et personne ne sait plus qui a inventé cela."
    head = "2 février 2010 2 02 /02 /février /2010 17:26\n\nLa laitue"
    page = f"{head}\n\n{text}\n\n{text}\n\nPartager cet article\nRepost0\n\ncommentaires\n\n{box}"
    (post,) = read_page(page.encode()).posts

    assert (post.body, post.comments) == (f"{text}\n\n{text}", ())
