"""Where comments begin in a page without blank lines: times alone, and what ends the post."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.archive import NewPost

POST = """Le phare à vendre
Le phare est à vendre, avec son escalier, sa lampe et un gardien qui n'est pas dans l'annonce et ne partira pas.
On a visité dimanche, par gros temps.
"""


def _read(text: str) -> NewPost:
    (post,) = read_page((POST + text).encode()).posts
    return post


def test_times_alone_stand_over_comments_where_a_text_follows_the_last() -> None:
    """Each time is that of the text under it, and no part of the post is a comment."""
    post = _read(
        "3 mai 2010 à 8:00\nIl compte 212 marches\n3 mai 2010 à 9:30\net l'ascenseur ?\n4 mai 2010 à 7:15\nJamais.\n"
    )

    assert [(c.published, c.body) for c in post.comments] == [
        ("2010-05-03T08:00", "Il compte 212 marches"),
        ("2010-05-03T09:30", "et l'ascenseur ?"),
        ("2010-05-04T07:15", "Jamais."),
    ]
    assert post.body.endswith("par gros temps.")


@pytest.mark.parametrize(
    "end",
    [
        "Publié dans Voisinage\n",
        "URL de trackback de cette note : http://phare.example.org/tb/41\n",
        "Aucun rétrolien.\n",
    ],
)
def test_texts_under_what_ends_the_post_are_comments(end: str) -> None:
    """What an extractor keeps under the line that ends a post is what was said of it, and is told as a guess."""
    post = _read(f"{end}Merci pour la visite, quel vent !\nBonjour, combien en demandent-ils ?\n")

    assert [c.body for c in post.comments] == [
        "Merci pour la visite, quel vent !",
        "Bonjour, combien en demandent-ils ?",
    ]
    assert all("boundary" in c.guesses for c in post.comments)
    assert "trackback" not in post.body
    assert "rétrolien" not in post.body


@pytest.mark.parametrize(
    "end",
    [
        "Publié dans Voisinage\nJean Morel vit à Ouessant et répare des horloges.\n",
        "Publié dans Voisinage\nLe moulin\nLa forge\nLa gare\n",
        "Publié dans Voisinage\nLe moulin est vendu.\nPar Anne le 3 mai 2010\nLa forge est vendue.\n",
        "Publié dans Voisinage\nJean Morel vit à Ouessant.\nIl répare des horloges.\n",
        "Dans le prochain billet, on entre.\nOn y verra la lampe.\nEt le gardien.\n",
        "Commentaires\nLaisser un commentaire\nVotre e-mail ne sera pas montré.\nMerci de rester polis.\n",
        "10:00\nOn monte.\n11:00\nOn redescend.\n12:00\nOn mange.\n",
    ],
)
def test_what_else_stands_under_a_post_is_no_comment(end: str) -> None:
    """A line about who writes, links, further posts and the hours of a day are nobody's comments."""
    posts = read_page((POST + end).encode()).posts

    assert not any(post.comments for post in posts)


def test_rows_of_a_table_are_read_as_what_their_cells_say() -> None:
    """An extractor writes tables in Markdown; the bars between cells are its own, and no word of anybody."""
    (post,) = read_page(
        b"| The kettle club |  | \n| Posted by Ann on May 4, 2006 | \n"
        b"|  | The kettle club met on Sunday and boiled water, twice, "
        b"and drank it with great attention and very little sugar. | \n"
        b"| 1 Comment | \n| Bob on May 5, 2006 at 9:15 AM said: | \n|  | Salt \\| sugar, who can tell? | \n"
    ).posts

    assert post.title == "The kettle club"
    assert post.body.startswith("The kettle club met on Sunday")
    assert [(c.author, c.body) for c in post.comments] == [("Bob", "Salt | sugar, who can tell?")]


def test_signed_comments_are_kept_where_their_post_is_lost() -> None:
    """Where an extractor has dropped the post, what people said of it is not lost with it."""
    (post,) = read_page(
        b"| L | M | M | G | V | S | D | \n|---|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 | \n"
        b"Bello\ninviato da Gino il 26 febbraio 2006 alle 18:22\n"
        b"che treno\ninviato da marta il 26 febbraio 2006 alle 21:40\n"
        b"il solito\ninviato da Gino il 27 febbraio 2006 alle 8:55\n"
    ).posts

    assert not post.body
    assert [c.author for c in post.comments] == ["Gino", "marta", "Gino"]


def test_who_speaks_in_a_story_comments_nothing() -> None:
    """A story has « Paul dit : » on lines of its own, with a colon."""
    post = _read(
        "Paul dit :\nOn monte.\nAnne dit :\nOn redescend.\nZoé dit :\nOn mange.\nPaul dit :\nOn dort.\n"
    )

    assert not post.comments


def test_who_signs_the_first_comment_did_not_write_the_post() -> None:
    """Lines that sign comments only are not said of the post, and the text over the first is a comment, too."""
    post = _read(
        "Encore un phare.\nCommentaire par Odile — 12/03/2005 @ 19:44\nIl y a de l'eau tout autour.\n"
        "Commentaire par Jean — 12/03/2005 @ 20:03\nOui.\nCommentaire par Zoé — 14/03/2005 @ 21:02\n"
    )

    assert post.author is None
    assert [(c.author, c.body) for c in post.comments] == [
        ("Odile", "Encore un phare."),
        ("Jean", "Il y a de l'eau tout autour."),
        ("Zoé", "Oui."),
    ]


def test_a_line_that_is_the_same_over_each_comment_begins_it() -> None:
    """A theme repeats the title over each comment, where who and when are lost."""
    over = "# re: Le phare à vendre\n"
    post = _read(
        f"Commentaires\n{over}Je le prends.\n{over}Avec le gardien ?\n{over}Surtout avec le gardien\n"
    )

    assert [c.body for c in post.comments] == [
        "Je le prends.",
        "Avec le gardien ?",
        "Surtout avec le gardien",
    ]


def test_labels_under_the_heading_and_links_under_the_last_comment_are_the_sites() -> None:
    """Addresses for feeds stand under a heading, and a row of links or a program's name under the last comment."""
    post = _read(
        "2 commentaires\nRSS | Adresse de trackback\n"
        "zoé, le samedi 8 mars 2008 à 22:40\nQuelle vue !\npaul, le lundi 10 mars 2008 à 9:15\nQuel vent\n"
        "Infos | Aide | Publicité | CGU\nTextpattern 4.0.6\n"
    )

    assert [(c.author, c.body) for c in post.comments] == [("zoé", "Quelle vue !"), ("paul", "Quel vent")]


def test_first_sentence_is_no_title() -> None:
    """Where an extractor has dropped the title, the post begins with its first sentence, however short that is."""
    said = (
        "La roue du moulin tourne de nouveau depuis dimanche.\n"
        + "La farine sent la noisette, et le pain aussi. " * 3
    )
    asked = said.replace(
        "La roue du moulin tourne de nouveau depuis dimanche.", "Qui a vu tourner la roue du moulin ?"
    )

    assert [(post.title, post.body.startswith("La roue")) for post in read_page(said.encode()).posts] == [
        (None, True)
    ]
    assert [post.title for post in read_page(asked.encode()).posts] == [
        "Qui a vu tourner la roue du moulin ?"
    ]


def test_line_about_the_post_is_no_title() -> None:
    """A page that begins with who wrote the post and when has lost its title, and no other one."""
    text = (
        "par Odile, le 3 mai 2006 à 10:20 dans Moulins\n"
        + "La farine sent la noisette, et le pain aussi. " * 3
    )

    posts = read_page(text.encode()).posts
    assert [(post.title, post.author, post.published) for post in posts] == [
        (None, "Odile", "2006-05-03T10:20")
    ]


def test_items_of_a_list_are_no_title() -> None:
    """An item of a list that this extractor writes with dashes is no title of what follows."""
    text = (
        "- Zoé sur Le moulin\n- Marc sur La scierie\n" + "La farine sent la noisette, et le pain aussi. " * 3
    )

    assert all(post.title is None for post in read_page(text.encode()).posts)


def test_few_words_over_counted_comments_are_a_post() -> None:
    """A caption is a post where comments stand under it, as many as the page counts."""
    text = "2006-05-03 10:20:00\nSept meuniers, un chien.\n2 comments\n"
    text += "Zoé @ 2006-05-04 11:00:00\nMarc @ 2006-05-05 9:00:00"

    assert [post.body for post in read_page(text.encode()).posts] == ["Sept meuniers, un chien."]


def test_a_word_before_each_name_in_close_lines() -> None:
    """« De Zoé » begins a comment where there are as many as the page counts, and « à Marc » tells whom it answers."""
    read = _read(
        "3 réactions\nDe Zoé\nIl compte 212 marches.\nDe Marc\nà Zoé\n213.\nDe Zoé\nà Marc\nJ'ai compté deux fois.\n"
    )

    assert [(comment.author, comment.body) for comment in read.comments] == [
        ("Zoé", "Il compte 212 marches."),
        ("Marc", "213."),
        ("Zoé", "J'ai compté deux fois."),
    ]


def test_names_alone_over_texts() -> None:
    """They sign what stands under them, to the end of the page, where somebody is called by one of them."""
    said = "mona, Le Phare\nni la mienne ;)\nPirouette\nelle est bronzée ?\nEt les gosses ?\nLoïc P\n@Pirouette : oui."
    page = f"{POST}\n{said}"
    (post,) = read_page(page.encode()).posts

    assert [(one.author, one.body) for one in post.comments] == [
        ("mona, Le Phare", "ni la mienne ;)"),
        ("Pirouette", "elle est bronzée ?\nEt les gosses ?"),
        ("Loïc P", "@Pirouette : oui."),
    ]


def test_the_headings_of_a_text_are_no_names() -> None:
    """Where nobody is called by one of them, and all are written as headings are."""
    page = (
        f"{POST}\nIngrédients\nTrois œufs, du lait.\nPréparation\nBattre, puis cuire.\nConseil\nManger chaud."
    )

    assert all(not post.comments for post in read_page(page.encode()).posts)


def test_the_lines_of_a_program_are_no_names() -> None:
    """Small letters tell no names where the lines under them are no speech."""
    code = "try\n{ reader.Open(path); }\nfinally\n{ reader.Close(); }\nelse\n{ editor.Write(text); }"

    assert all(not post.comments for post in read_page(f"{POST}\n{code}".encode()).posts)


def test_a_word_under_the_heading_is_somebodys() -> None:
    """A sentence need not end, where it speaks of somebody."""
    (post,) = read_page(f"Le four\n{POST}\nCommentaires\nc'est drôle, mon oncle disait pareil".encode()).posts

    assert [one.body for one in post.comments] == ["c'est drôle, mon oncle disait pareil"]
