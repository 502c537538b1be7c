"""Small archives for the tests of the screens: a blog about stations and gardens, and worse ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reader.archive import NewPost
from reader.models import Comment, Mark, MarkKind
from tests import bare

QUOTE = (
    "Une gare sans train n’est plus qu’une salle où l’on attend, et c’est pourquoi il faut la garder : "
    "on n’attend plus nulle part."
)
ITEMS = ("D’abord l’horloge, arrêtée depuis le passage au diesel et que personne n’ose remonter", "Les bancs")
BODY = f"""Ce qui reste des gares

J’ai relu hier le billet de Loïc sur les petites gares [sic], et son carnet m’a donné envie d’écrire.

{QUOTE}

{ITEMS[0]}
{ITEMS[1]}

la marquise en 1931.jpg

def horloge():
    return "midi"

Tout cela tient dans une seule pièce, et en deux mots : on attend."""

WHY_REPLY = "The text begins with the name of the author of the first comment."
WHY_AUTHOR = "The line before the date is the only one short enough to be a name."
WHY_BOUNDARY = "No line says where the comment ends."
WHY_DATE = "The page has the month alone; the day is from its address."


def mark(body: str, words: str, kind: MarkKind, value: str | None = None) -> Mark:
    """A mark on the first place where some words stand in a body."""
    start = body.index(words)
    return Mark(start, start + len(words), kind, value)


def comment(position: int, author: str | None, body: str, **fields: Any) -> Comment:
    """A comment on the post itself that states nothing but what is given."""
    given = {"published": "2006-05-03T10:20", "reply_to": None, "depth": 0, "kind": "comment", **fields}
    return Comment(position=position, author=author, body=body, **given)


def post(key: str, title: str | None, body: str, **fields: Any) -> NewPost:
    """A post that states nothing but what is given."""
    given = {"blog": "Carnet de quais", "author": "Anne Roche", "published": "2006-05-02", "language": "fr"}
    return bare.post(key, title=title, body=body, **{**given, **fields})


COMMENTS = (
    comment(
        1, "Bruno Delmas", "J’y étais dimanche.\n\nLe chef de gare m’a montré les vieux billets en carton."
    ),
    comment(2, "Anne Roche", "Et l’horloge ?", reply_to=1, depth=1, published="2006-05-03"),
    comment(3, "Bruno Delmas", "Anne, elle marche.", reply_to=2, depth=2, guesses={"reply_to": WHY_REPLY}),
    comment(
        4,
        "lucie",
        "Il faudrait la photographier.",
        reply_to=1,
        depth=1,
        published="2006-05-09",
        guesses={"author": WHY_AUTHOR, "boundary": WHY_BOUNDARY},
    ),
    comment(5, "Quais et voies", "[…] à lire chez Anne […]", published="2006-06-01", kind="pingback"),
)

STATION = post(
    "station",
    "Ce qui reste des petites gares quand les trains n’y passent plus et que l’herbe pousse entre les voies",
    BODY,
    marks=(
        mark(BODY, "Ce qui reste des gares", "heading", "2"),
        mark(BODY, "Loïc", "link", "https://example.org/loic"),
        mark(BODY, "carnet", "em"),
        mark(BODY, QUOTE, "quote"),
        mark(BODY, ITEMS[0], "item", "1"),
        mark(BODY, ITEMS[1], "item", "1"),
        mark(BODY, "la marquise en 1931.jpg", "image", "https://example.org/marquise.jpg"),
        mark(BODY, 'def horloge():\n    return "midi"', "code"),
    ),
    published="2007-01-12",
    tags=("gares", "attente"),
    guesses={"published": WHY_DATE},
    comments=COMMENTS,
    comments_declared=6,
)

GARDEN = "Le jardin sous la pluie"

POSTS = (
    STATION,
    post("bread", "Bread without an oven", "A pan, a lid, and patience.", author="Joan Pell", blog="Crumbs"),
    post(
        "garden", GARDEN, "Il pleut sur les tomates.\n\nRien à faire, sinon attendre.", published="2006-11-30"
    ),
    post("untitled", None, "Un mot sans titre, écrit dans le train du matin.", published="2005"),
    post("undated", "Sans date", "On ne sait plus quand.", published=None, author=None),
    *(
        post(
            f"note-{number}",
            f"Note {number}",
            f"Note numéro {number}, sur le quai.",
            published=f"2004-03-{number:02d}",
        )
        for number in range(1, 29)
    ),
)


def many_comments(count: int, depth: int) -> Sequence[Comment]:
    """Comments in chains of some depth."""
    return tuple(
        comment(
            place,
            f"lecteur {place % 7}",
            f"Commentaire {place}. " + "Encore un mot sur les gares. " * (place % 5),
            reply_to=None if place % depth == 1 else place - 1,
            depth=(place - 1) % depth,
            guesses={"reply_to": WHY_REPLY} if place % 3 == 0 and place % depth != 1 else {},
        )
        for place in range(1, count + 1)
    )


ATTACKS: Mapping[str, str] = {
    "action": "[@click=app.quit]x[/]",
    "closing": "a[/b]b",
    "link": "[link='javascript:alert(1)']y[/link]",
    "clipboard": "\x1b]52;c;aGVsbG8=\x07",
    "hyperlink": "\x1b]8;;https://example.org/\x07y\x1b]8;;\x07",
    "clear": "\x1b[2J\x1b[1;1H",
    "c1": "\x9b2J\x9d0;title\x9c",
    "bidi": "user\u202egpj.exe\u2066",
    "pile": "e" + "\u0301" * 10_000,
    "zero": "a\u200bb\ufeff",
}
"""What a hostile archive holds in every field."""


def hostile_posts() -> Sequence[NewPost]:
    """A post for each attack, which stands in all of its fields, its comments and their guesses."""
    posts = []
    for name, attack in ATTACKS.items():
        body = f"{attack}\n\nmot {attack} mot"
        posts.append(
            post(
                f"hostile-{name}-{attack[:40]}",
                attack,
                body,
                blog=attack,
                author=attack,
                published="2006-05-02",
                url=f"https://example.org/{name}",
                categories=(attack,),
                tags=(attack,),
                marks=(
                    Mark(0, len(attack), "link", attack),
                    Mark(len(attack) + 2, len(body), "quote", attack),
                    Mark(3, 10**9, "em", attack),
                    Mark(len(body), len(body), "image", attack),
                ),
                guesses={"author": attack, attack: attack},
                comments=(
                    comment(
                        1, attack, body, published=attack, guesses={"author": attack, "boundary": attack}
                    ),
                    comment(
                        2, attack, body, published=attack, reply_to=1, depth=1, guesses={"reply_to": attack}
                    ),
                ),
                comments_declared=7,
            )
        )
    return posts
