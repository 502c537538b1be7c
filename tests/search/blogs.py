"""A small archive for the tests of search: a French blog about the web and an English one about bread."""

from __future__ import annotations

from collections.abc import Sequence

from reader.archive import NewPost
from reader.models import Comment
from tests import bare


def comment(position: int, author: str | None, published: str | None, body: str) -> Comment:
    """A comment that answers its post."""
    return Comment(position, author, published, None, 0, "comment", body)


def post(
    key: str,
    title: str | None,
    body: str,
    *,
    blog: str | None = "Le carnet d'Anaïs",
    author: str | None = "Anaïs Lœwe",
    published: str | None = "2007-03-14",
    language: str | None = "fr",
    comments: Sequence[Comment] = (),
) -> NewPost:
    """A post that states nothing but what is given."""
    return bare.post(
        key,
        blog=blog,
        title=title,
        author=author,
        published=published,
        language=language,
        body=body,
        comments=tuple(comments),
    )


POSTS = (
    post(
        "ete",
        "L’été à Sète",
        "Cet été, nous avons mangé des œufs et du pain perdu. L’intelligence du cœur n’attend pas.",
        published="2006-08-02T21:10",
        comments=[
            comment(
                1, "Paul Étienne", "2006-08-03", "Bravo pour la recette, c’est à refaire l’an prochain !"
            ),
            comment(2, None, None, "Les gâteaux de ma sœur sont meilleurs 😀"),
        ],
    ),
    post(
        "web",
        "Le web 2.0 expliqué à ma tante",
        "On en parle partout : le web 2.0, ses jeux et ses photos. Voir http://exemple.fr/web-2.0."
        "\n\nJ’ai appris le C++ en 1998 ; aujourd’hui je code en .NET et je m’en plains sur #dotclear.",
        published="2007-03-14T12:30",
        comments=[
            comment(1, "jean-marc", "2008-05-01", "Le Web 3.0 arrivera vers 12:30, avec un photographe.")
        ],
    ),
    post(
        "chats",
        "Chats et chiens",
        "Un chat noir, deux chiens blancs, trois bateaux. Le naïf croyait au Père Noël : ça alors !",
        published="2008-04",
        author="Bob O'Brien",
    ),
    post(
        "budget",
        "Budget : qui paie ?",
        "Les journaux parlent des travaux. Une politique du chat perché. 100 % des voix, 3 000 euros.",
        published="2009",
        comments=[comment(1, "Anaïs Lœwe", "2009-02-11T08:00", "La S.N.C.F. avait promis un rendez-vous.")],
    ),
    post(
        "bread",
        "Bread for beginners",
        "Flour, water, salt and photos of my cat. Don’t knead too long. The photo above shows the crust.",
        blog="Crumbs & Co",
        language="en",
        author="Mary Ellen",
        published="2010-01-05",
        comments=[comment(1, "Tom", "2010-01-06", "Great photos! My cats love it, @Mary. AND so do I.")],
    ),
    post(
        "untitled",
        None,
        "Une note sans titre ni date, écrite à l’île d’Yeu.",
        blog=None,
        author=None,
        published=None,
    ),
)
