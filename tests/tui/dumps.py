"""An archive whose dumps have lines with roles, for the tests of provenance."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reader.archive import Entry, NewDump, NewSpan, open_for_writing
from reader.models import Role

from . import blogs

LINES: tuple[tuple[str, Role, int | None, int | None], ...] = (
    ("Carnet de quais", "furniture", None, None),
    ("Accueil · Archives · \x1b[2J[@click=app.quit]Contact[/]", "furniture", None, None),
    ("", "furniture", None, None),
    ("La pluie sur les quais", "title", 0, None),
    ("Par Anne Roche, le 2 mai 2006", "meta", 0, None),
    ("", "furniture", None, None),
    (
        "Il pleut depuis ce matin, et la gare est vide : l’eau tombe de la marquise, goutte à goutte, sur le banc.",
        "body",
        0,
        None,
    ),
    ("", "furniture", None, None),
    ("On attend le train de onze heures.", "body", 0, None),
    ("", "furniture", None, None),
    ("2 commentaires", "furniture", 0, None),
    ("Bruno Delmas a dit :", "comment", 0, 1),
    ("Il avait du retard.", "comment", 0, 1),
    ("lucie", "comment", 0, 2),
    ("Comme toujours…", "comment", 0, 2),
    ("", "furniture", None, None),
    ("Le banc", "title", 1, None),
    ("Un autre billet de la même page.", "body", 1, None),
    ("Mentions légales", "furniture", None, None),
)

RAIN = blogs.post(
    "rain",
    "La pluie sur les quais",
    f"{LINES[6][0]}\n\n{LINES[8][0]}",
    guesses={"blog": "named after the folder"},
    comments=(
        blogs.comment(1, "Bruno Delmas", "Il avait du retard."),
        blogs.comment(2, "lucie", "Comme toujours…", guesses={"author": blogs.WHY_AUTHOR}),
    ),
)
BENCH = blogs.post("bench", "Le banc", "Un autre billet de la même page.", published="2006-05-01")


def write(path: Path) -> Path:
    """Two posts of one page; the first of them stands in a second dump too."""
    page = "".join(f"{text}\n" for text, _, _, _ in LINES).encode()
    spans = [
        NewSpan(line, line, role, post, comment) for line, (_, role, post, comment) in enumerate(LINES, 1)
    ]
    again = f"{RAIN.body}\n".encode()
    with open_for_writing(path) as writer:
        dump = NewDump("quais/2006-05.txt", _hash(page), "text page", "utf-8", page, {"menu": 2})
        ids = writer.write(dump, [Entry(RAIN), Entry(BENCH)], spans)
        dump = NewDump("quais/pluie.txt", _hash(again), "text page", "utf-8", again, {})
        known = Entry(RAIN, replaces=ids[0], is_known=True)
        writer.write(dump, [known], [NewSpan(1, 3, "body", 0, None)])
    return path


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
