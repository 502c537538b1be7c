"""Pages as another extractor or editor would have left them are read alike: other signs, the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest

from bench.gold import golden
from bench.readings import OWN
from blogimport.textpage import read_page
from reader.archive import NewPost

TEXTS = [dump for dump, _ in golden(OWN) if dump.suffix == ".txt"]
_BLANK = re.compile(r"\n[ \t]*(?=\n)")
_SIGN = re.compile(r" (?=[:;!?»])")
# Shorter names are parts of words.
_SHORTEST = 2

Told = tuple[str, str, str | None, list[tuple[str, str | None, str]], str]


@pytest.mark.parametrize("dump", TEXTS, ids=[dump.stem for dump in TEXTS])
def test_signs_and_blank_lines_of_another_hand(dump: Path) -> None:
    """Curly apostrophes, spaces that do not break, more blank lines that are none, and other ends of lines."""
    text = _decoded(dump.read_bytes())
    other = _SIGN.sub("\u00a0", text.replace("'", "’"))
    other = _BLANK.sub("\n\u00a0\n\u00a0", other).replace("\r\n", "\n").replace("\n", "\r\n")

    assert _told(other) == _told(text)


@pytest.mark.parametrize(
    ("between", "fewest"), [("\n", 355), ("\n\n", 359)], ids=["no blank line", "one between any two"]
)
def test_most_pages_do_not_need_their_blank_lines(between: str, fewest: int) -> None:
    """As many dumps as ever are read alike where an extractor leaves no blank line, or one behind each line."""
    alike = 0
    for dump in TEXTS:
        text = _decoded(dump.read_bytes()).replace("\r\n", "\n")
        lines = [line for line in text.split("\n") if line.strip()]
        alike += _told(between.join(lines)) == _told(text)

    assert alike >= fewest


def test_a_menu_over_a_page() -> None:
    """As many dumps as ever are read alike under a menu: what an extractor left of a post alone has none."""
    menu = "Aller au contenu\n\nAccueil\n\nContact\n\nRechercher\n\n"
    texts = [_decoded(dump.read_bytes()) for dump in TEXTS]

    assert sum(_told(menu + text) == _told(text) for text in texts) >= 381


@pytest.mark.parametrize(
    ("names", "fewest"),
    [
        (("Mireille", "jo!", "Gaspard", "mimi...", "Zoé :)", "°lo°", "Ondine"), 261),
        (("Mireille", "♥lilou♥", "Zoé ;-)", "Gaspard", "~lu~"), 283),
        (("une lectrice de Lyon", "J.-P. M.", "Tata Suzanne (Lyon)", "100drine", "l'autre"), 270),
    ],
    ids=["cries", "ornaments", "words"],
)
def test_names_of_any_kind(names: Sequence[str], fewest: int) -> None:
    """As many dumps as ever have all their comments, and whose, where other people sign them."""
    alike = 0
    for dump in TEXTS:
        text, authors = _decoded(dump.read_bytes()), _authors(dump)
        known = {author for author in authors if author and len(author) > _SHORTEST and author in text}
        if not known or any(one != other and one in other for one in known for other in known):
            continue
        others = dict(zip(sorted(known), cycle(names), strict=False))
        parts = re.split(rf"(?<!\w)({'|'.join(map(re.escape, known))})(?!\w)", text)
        page = "".join([others.get(part, part) for part in parts])
        found = [comment.author for post in read_page(page.encode()).posts for comment in post.comments]
        alike += found == [others.get(author or "", author) for author in authors]

    assert alike >= fewest


@cache
def _authors(dump: Path) -> list[str | None]:
    """Who signs the comments of a dump."""
    posts = read_page(_decoded(dump.read_bytes()).encode()).posts
    return [comment.author for post in posts for comment in post.comments]


def _told(text: str) -> list[Told]:
    """What is read of a text, by words alone."""
    return [_words_of(post) for post in read_page(text.encode()).posts]


def _words_of(post: NewPost) -> Told:
    comments = [
        (_words(comment.author), comment.published, _words(comment.body)) for comment in post.comments
    ]
    return _words(post.title), _words(post.author), post.published, comments, _words(post.body)


def _words(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", text or ""))


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            pass
    return raw.decode("latin-1")
