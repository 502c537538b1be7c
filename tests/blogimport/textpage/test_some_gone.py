"""Pages that declare more comments than they still show."""

from __future__ import annotations

from blogimport.textpage import read_page

TEXT = "Flour and water are all it takes, and a jar that nobody in the house will throw away."
HEADS = (
    "February 2, 2016 at 6:31 pm Hattie Brom",
    'February 3, 2016 at 7:05 am the man with " the copper kettle "',
    "March 9, 2016 at 9:44 pm pell99",
)


def test_comments_from_before_the_last_change() -> None:
    """Under a heading that counts more than there are a name and a minute sign comments on a post that was changed."""
    said = "\n\n".join(
        f"  {number}. {head}\n\n     Feed it, and leave a note on the jar.\n\n    • Reply"
        for number, head in enumerate(HEADS, 1)
    )
    post_alone = f"On Sourdough\n\nLast updated on May 4, 2017\n\n{TEXT}\n\n{TEXT}\n\nShare"
    page = f"{post_alone}\n\nComments (4)\n\n{said}\n\nLeave a Reply"

    (post,) = read_page(page.encode()).posts

    assert post.comments_declared == 4
    assert [comment.author for comment in post.comments] == [
        "Hattie Brom",
        'the man with " the copper kettle "',
        "pell99",
    ]


def test_names_as_items_with_one_gone() -> None:
    """Names alone over texts are as many as the page declares, but for one of several."""
    said = "\n\n".join(
        f"  • {name}\n\n    off to queue now who wants to share it"
        for name in ("FRK", "jasmin", "Shedhead42", "Old Tom")
    )
    post_alone = f"Green Shed\n\nJune 4, 2014 by Maurice Bright 5 Comments\n\n{TEXT}\n\nFiled Under: Sheds"
    page = f"{post_alone}\n\n{said}\n\n© 2015 Shed News"

    (post,) = read_page(page.encode()).posts

    assert [comment.author for comment in post.comments] == ["FRK", "jasmin", "Shedhead42", "Old Tom"]


def test_a_button_left_of_one_that_is_gone() -> None:
    """A second button where a comment was taken away costs no other comment."""
    said = (
        "PAPOU 30/04/2012 15:18\nah les roues en fer, ca fait un boucan d'enfer sur les graviers\nRépondre\n"
        "Répondre\n"
        "Pimprenelle 01/05/2012 20:05\n@ Papou : il n'est jamais trop tard, emmène-la prendre l'air !\nRépondre\n"
        "PAPOU 02/05/2012 07:31\nc'est fait, les geraniums sont par terre, ma femme me cherche\nRépondre\n"
    )
    post_alone = (
        "La brouette\n\nDepuis que nous avons repris ce jardin, tout se porte à bras, et le compost monte au seau.\n\n"
        "Par Pimprenelle - Publié dans : Brèves\nEcrire un commentaire - Voir les 4 commentaires"
    )

    (post,) = read_page(f"{post_alone}\n\nCommentaires\n\n{said}\nCommenter cet article".encode()).posts

    assert [comment.author for comment in post.comments] == ["PAPOU", "Pimprenelle", "PAPOU"]
