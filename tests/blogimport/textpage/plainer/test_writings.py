"""Dumps that an extractor wrote in a way of its own: what is told of them, and what stays as it is."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.readings import Dump
from blogimport.textpage import read, read_page
from blogimport.textpage.plainer import PlainPage, plain_page
from reader.text import lines_of_text
from tests.examples import examples

_SAMPLES = Path(__file__).parents[3] / "data" / "writings"
_TUTORIAL = """Accueil
À propos
Contact

Le Markdown en cinq minutes

Publié le 3 mai 2012 par Solène

On écrit un titre avec un croisillon :

# Un titre

un lien avec des crochets, [comme ceci](http://exemple.example/), et du **gras** avec deux étoiles.

Essayez, et dites-moi ce que vous en pensez.

2 commentaires

Aubin a dit :

Merci, je cherchais comment faire les [liens](http://liens.example).

Perrine a dit :

Et les images ?
"""
_SKYBLOG = """Mes photos de vacances

# Posté le lundi 04 août 2008 07:14

**kiss** à toutes, je rentre samedi

# Posté le mardi 05 août 2008 19:02

Trop bien la plage *rires*

# lilou-du-13, Posté le mercredi 06 août 2008 10:00
"""
_NOTES = """Retour sur la crue

La rivière est montée de deux mètres [1] en une nuit, ce qui n'était pas arrivé depuis 1958 [2].

$ cat /etc/hosts
# Do not remove the following line
127.0.0.1 localhost

[14:02] <jojo> **lol** #potager
[14:03] <lise> * rit *

[1] Deux mètres dix à l'échelle du pont.
[2] Voir les archives départementales.

Commentaires

   1. http://exemple.example n'est plus en ligne
"""
_POEM = """Sur le chemin qui longe la rivière endormie,
Le meunier du moulin a perdu son chapeau,
Et la grive qui passe, et qui fut son amie,
Lui rapporte une plume et la pose au hameau.

Le soir descend plus vite aux fenêtres des granges,
Les enfants ont rangé leurs cerceaux de bois blanc,
On entend dans la cour, comme des choses étranges,
Le pas du vieux cheval qui revient en soufflant.

Et moi qui n'ai jamais su compter les étoiles,
Je compte les volets que l'on ferme sans bruit,
Les barques du canal ont replié leurs voiles,
Et la lampe du quai s'allume pour la nuit.
"""


def _page(text: str) -> PlainPage | None:
    return plain_page(text, lines_of_text(text))


def _sample(name: str) -> bytes:
    return (_SAMPLES / f"{name}.txt").read_bytes()


@pytest.mark.parametrize("text", [_TUTORIAL, _SKYBLOG, _NOTES, _POEM])
def test_a_plain_page_stays_as_it_is(text: str) -> None:
    """A page that quotes Markdown, or begins its lines so for its own reasons, is none; nor is a poem wrapped."""
    assert _page(text) is None


@pytest.mark.parametrize("path", sorted(_SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_each_line_of_a_dump_is_in_one_plain_line(path: Path) -> None:
    """Each line of the dump is one plain line or part of one, in order."""
    text = path.read_text(encoding="utf-8")
    page = _page(text)
    assert page is not None
    assert page.plain[0].first == 1
    assert page.plain[-1].last == len(lines_of_text(text))
    assert all(before.last + 1 == after.first for before, after in pairwise(page.plain))


@pytest.mark.parametrize("path", sorted(_SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_what_is_marked_is_within_its_line(path: Path) -> None:
    """Marks are ranges of what the plain line says, and no text of a body has what is not its own."""
    page = read_page(path.read_bytes())
    for post in page.posts:
        for body, marks in ((post.body, post.marks), *((c.body, c.marks) for c in post.comments)):
            assert all(0 <= mark.start < mark.end <= len(body) for mark in marks)
            assert "](" not in body
            assert not re.search(r"\[\d\d\]", body)


def test_links_and_emphasis_become_marks() -> None:
    """The addresses that Markdown has in its text are marks of the body, and so are headings and what is emphasised."""
    post = read_page(_sample("html2text-wrapped-wordpress-fr")).posts[0]
    said = {(mark.kind, post.body[mark.start : mark.end], mark.value) for mark in post.marks}
    assert ("link", "le grainetier de la place", "http://graineterie.example/voiles") in said
    assert ("strong", "fèves", None) in said
    assert ("em", "rien", None) in said
    assert ("heading", "Et le gel ?", "3") in said


def test_the_list_of_a_text_browser_gives_addresses() -> None:
    """lynx numbers its links: the first word of each is marked, for nothing tells where the link ends."""
    comment = read_page(_sample("lynx-wordpress-fr")).posts[0].comments[2]
    assert [(comment.body[mark.start : mark.end], mark.value) for mark in comment.marks] == [
        ("ces", "http://mulots.example/pieges")
    ]


def test_a_number_that_a_page_shows_is_no_link() -> None:
    """« Commentaires [3] » keeps its number, though links have numbers in brackets, too."""
    page = _page(_sample("lynx-canalblog-fr").decode())
    assert page is not None
    assert "   Posté par Mirabelle à 18:20 - Balades - Commentaires [3]" in page.texts()


def test_a_word_in_brackets_is_no_picture() -> None:
    """w3m gives the names of pictures in brackets, and « [INFO] » before a title is no such name, nor is a count."""
    text = _sample("w3m-canalblog-fr").decode()
    page = _page(text.replace("Bilan de", "[119103] [INFO] Bilan de") + "\n  • [12] août\n")
    assert page is not None
    assert "[INFO] Bilan de la matinée :" in page.texts()
    assert "  • [12] août" in page.texts()


def test_a_link_without_an_address_loses_its_number() -> None:
    """lynx leaves some addresses out of its list; their numbers stand in the row of the others all the same."""
    text = _sample("lynx-wordpress-fr").decode()
    page = _page(text.replace("  11. http://carnet-de-lise.example/\n", ""))
    assert page is not None
    assert "    1. Lise dit :" in page.texts()


def test_what_was_wrapped_is_joined_and_nothing_else() -> None:
    """A paragraph is one line again; the lines of a list that its writer broke stay."""
    body = read_page(_sample("lynx-canalblog-fr")).posts[0].body
    assert "être les premiers au marché aux puces, et nous avons trouvé" in body
    assert "un moulin à café sans tiroir,\ndeux boîtes à biscuits,\net un rhume." in body


def test_the_head_of_a_reader_gives_address_and_day() -> None:
    """What a reader for language models writes over a page is stated, where the page itself says nothing."""
    reading = read(Dump("page.md", content=_sample("jina-wordpress-fr")))
    (part,) = reading.parts
    post = part.posts[0].post
    assert post.url == "https://gardien.example/2013/06/le-phare/"
    assert post.published == "2013-06-18T21:40:00+02:00"


def test_a_picture_within_a_text_is_part_of_it() -> None:
    """A line that holds nothing but a picture has the role of the text that it stands in."""
    spans = read_page(_sample("jina-wordpress-fr")).spans
    assert any(span.first <= 19 <= span.last and span.role == "body" for span in spans)


_WORDS = st.text(alphabet="abcdefghijklmnopéà", min_size=1, max_size=9)
_PIECES = st.one_of(
    _WORDS,
    _WORDS.map("**{}**".format),
    _WORDS.map("_{}_".format),
    _WORDS.map("[{}](http://e.example/x)".format),
    st.sampled_from(["*", "_", "[", "](", "`", "\\", "![", "<", "|", "#", "[]()", "(", ")", "---", "==="]),
)
_LINES = st.lists(_PIECES, max_size=9).map(" ".join)
_STARTS = st.sampled_from(["", "", "# ", "## ", "  * ", "> ", "    ", "1. ", "| "])
_PAGES = st.lists(st.tuples(_STARTS, _LINES).map("".join), max_size=30)


@examples(60)
@given(_PAGES)
def test_no_word_of_a_dump_is_lost(lines: list[str]) -> None:
    """All words of a dump in Markdown are in its plain lines, but for addresses; each line is in one of them."""
    text = (
        "# [Titre](http://e.example/)\n\n**gras** et _fin_\n\n"
        + "\n".join(lines)
        + "\n\n## [Bas](http://e.example/)\n"
    )
    texts = lines_of_text(text)
    page = plain_page(text, texts)
    if page is None:
        return
    assert page.plain[-1].last == len(texts)
    assert all(before.last + 1 == after.first for before, after in pairwise(page.plain))
    said = re.findall(r"[a-zéà]+", " ".join(page.texts()))
    asked = re.findall(r"[a-zéà]+", text.replace("http://e.example/x", " ").replace("http://e.example/", " "))
    lost = [word for word in asked if word not in "".join(said)]
    assert not lost
