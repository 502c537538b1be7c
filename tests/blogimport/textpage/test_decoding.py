"""Pages in the encodings that blogs were saved in are read as the same page."""

from __future__ import annotations

from pathlib import Path

import pytest

from blogimport.textpage import read_page, sniff
from blogimport.textpage.decoding import encoding_of

ROOT = Path(__file__).parents[3]
# French, German and English pages with accents, typographic quotes and dashes.
PAGES = [
    "tests/data/dialects/canalblog-old-full.txt",
    "tests/data/dialects/wordpress-de-full.txt",
    "tests/data/dialects/hautetfort-comments-fr.txt",
    "import/samples/the-slow-press/2011-10-what-a-wedding-invitation-costs.txt",
    "import/samples/le-moulin-de-brandonne/2007-06-le-premier-kilo.txt",
]
ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "mac-roman", "utf-16", "utf-16-le", "utf-16-be"]


def encoded(text: str, encoding: str) -> bytes:
    """The text in an encoding, as a program of its time wrote it: what it lacked became a question mark."""
    return text.encode(encoding, "replace")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("encoding", [*ENCODINGS, "iso-8859-1", "iso-8859-15"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_same_letters(page: str, encoding: str, line_end: str) -> None:
    """What was written is what is read, whatever the encoding and the line ends."""
    text = (ROOT / page).read_text("utf-8")
    raw = encoded(text.replace("\n", line_end), encoding)

    assert raw.decode(encoding_of(raw)).lstrip("\ufeff") == raw.decode(encoding).lstrip("\ufeff")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_same_post(page: str, encoding: str) -> None:
    """The post is the same where the encoding has all its letters."""
    text = (ROOT / page).read_text("utf-8")
    try:
        raw = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("the encoding lacks a letter of the page")

    assert sniff(raw, "page.txt")
    assert read_page(raw).posts == read_page(text.encode()).posts


@pytest.mark.parametrize(
    "begin",
    [
        "[[journal:mars]] Le vent",
        "[1] Une note",
        "[Accueil] [Contact]",
        "<< Retour",
        "<- Avant",
        "{sic}, dit-il",
    ],
)
def test_a_text_may_begin_with_a_bracket(begin: str) -> None:
    """Links of a wiki, notes and arrows are text."""
    assert sniff(f"{begin}\n\nLa suite.\n".encode(), "page.txt")


@pytest.mark.parametrize(
    "begin",
    [
        '{"a": 1}',
        "{\n",
        '[{"a": 1}]',
        "[1, 2]",
        "[[1, 2], [3]]",
        "[]",
        "[\n",
        "[null]",
        "<html>",
        "<?xml",
        "<!-- -->",
        "</p>",
    ],
)
def test_markup_and_data_are_no_text(begin: str) -> None:
    """Whatever white space or byte order mark stands before them."""
    assert not sniff(begin.encode(), "page.txt")
    assert not sniff(f"\ufeff \n{begin}".encode(), "page.txt")


def test_words_decoded_wrongly_once() -> None:
    """A text that a crawler read in the wrong encoding is put right, and the raw dump keeps what it had."""
    page = "So schÃ¶n\n\nDer Garten ist so schÃ¶n wie lange nicht mehr, und câ€™est lâ€™Ã©tÃ© qui revient enfin.\n"

    (post,) = read_page(page.encode()).posts

    assert post.title == "So schön"
    assert post.body.endswith("und c’est l’été qui revient enfin.")


def test_what_only_looks_wrong_stays() -> None:
    """Letters that a repair would change without certainty are left as they are."""
    page = "Titre\n\nLes Ângelus de Ã. sonnent à midi, dit-elle, et personne ici n’y trouve rien à redire depuis.\n"

    (post,) = read_page(page.encode()).posts

    assert "Les Ângelus de Ã. sonnent" in post.body


def test_invisible_characters() -> None:
    """Soft hyphens, zero-width and control characters are not in the text; accents are composed."""
    text = "Un mot cou\u00adpe\u0301, un\u200b autre\ufeff, et \x07un troisième qui continue pour être une phrase."
    page = f"Titre\n3 mai 2006\n\n{text}\n"

    (post,) = read_page(page.encode()).posts

    assert post.body.startswith("Un mot coupé, un autre, et un troisième")


def test_damaged_utf8() -> None:
    """A few broken bytes do not turn a whole page into another encoding."""
    raw = (
        "Titre\n\nL’été, déjà, à la façon d’une fête où chacun apporte un gâteau, jusqu’à minuit.\n".encode()
    )
    broken = raw[:60] + b"\xff" + raw[60:]

    assert encoding_of(broken) == "utf-8"
