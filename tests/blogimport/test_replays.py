"""What a web archive puts into addresses and over texts, and that a text under its toolbar is read as without."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from blogimport.readings import Dump
from blogimport.replays import Replayed, replayed, toolbar_over
from blogimport.textpage import read
from tests.blogimport.exports import DATA

PAGE = "http://www.le-phare.example/2007/02/les-lampes.html"
# As the toolbar of 2020 and that of 2011 read once their tags are gone.
TOOLBARS = {
    "2020": f"""Wayback Machine
success
fail
Jan\t\tFEB\t\tMay
Previous capture\t\t28\t\tNext capture
2006\t\t2007\t\t2008
22 captures
21 Feb 2007 - 23 Mar 2021
About this capture
COLLECTED BY
Organization: Some Crawls
Pages that were given to the archive on a Tuesday, Paul said: thank you.
Collection: 12_crawl
TIMESTAMPS
loading
The Wayback Machine - https://web.archive.org/web/20070228213001/{PAGE}
""",
    "2011": """http://www.le-phare.example:80/2007/02/les-lampes.html
Go
JAN FEB MAR
28
2006 2007 2008
3 captures
3 Feb 07 - 7 Jul 09
Close
Help
""",
}
DIALECTS = sorted((DATA / "dialects").glob("*.txt"))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (f"https://web.archive.org/web/20070228213001/{PAGE}", (PAGE, "2007-02-28T21:30:01Z")),
        (f"/web/20070228213001im_/{PAGE}", (PAGE, "2007-02-28T21:30:01Z")),
        (f"https://arquivo.example/noFrame/replay/20091218035500mp_/{PAGE}", (PAGE, "2009-12-18T03:55:00Z")),
        (
            "http://web.archive.org/web/20070228/http://a.example:80/b?c=1",
            ("http://a.example/b?c=1", "2007-02-28"),
        ),
        (
            "/web/20070228213001/mailto:moi@phare.example",
            ("mailto:moi@phare.example", "2007-02-28T21:30:01Z"),
        ),
        (
            "//web.archive.org/web/20070228213001/https://a.example/",
            ("https://a.example/", "2007-02-28T21:30:01Z"),
        ),
    ],
)
def test_addresses_of_replays(address: str, expected: tuple[str, str]) -> None:
    """An address within a web archive tells the page's own, and when it was taken."""
    assert replayed(address) == Replayed(*expected)


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        PAGE,
        "http://a.example/20070228/billet.html",
        "http://a.example:8080/",
        "/2007/02/28/",
        "#c12",
    ],
)
def test_other_addresses(address: str | None) -> None:
    """Any other address tells nothing of the kind."""
    assert replayed(address) is None


@pytest.mark.parametrize("name", TOOLBARS)
def test_toolbar_ends_where_the_page_begins(name: str) -> None:
    """All lines of a toolbar are its own, and no line of the page."""
    lines = TOOLBARS[name].splitlines()

    found = toolbar_over([*lines, "Le phare", "Les lampes", "12 captures", "Go"][: len(lines) + 2])

    assert found is not None
    assert found.size == len(lines)


def test_a_page_that_counts_captures() -> None:
    """A page that says « 12 captures » begins with no toolbar."""
    assert toolbar_over(["Mes papillons", "12 captures", "en une nuit, sous la lampe"]) is None


@pytest.mark.parametrize("path", DIALECTS, ids=lambda path: path.stem)
def test_text_under_a_toolbar(path: Path) -> None:
    """The posts and comments are those of the page alone, with its address; nobody said what the toolbar says."""
    text = path.read_bytes()
    alone = read(Dump(path.name, content=text))

    for toolbar in TOOLBARS.values():
        over = toolbar.encode()
        found = read(Dump(path.name, content=over + text))

        for part, of_alone in zip(found.parts, alone.parts, strict=True):
            posts = [replace(one.post, url=None) for one in part.posts]
            assert posts == [replace(one.post, url=None) for one in of_alone.posts]
            shift = over.count(b"\n")
            spans = {span for span in part.spans if span.role != "furniture"}
            assert spans == {
                span._replace(first=span.first + shift, last=span.last + shift)
                for span in of_alone.spans
                if span.role != "furniture"
            }


def test_a_text_has_the_address_of_its_page() -> None:
    """What the toolbar over a text says is the address of its post, and ages are counted from that day."""
    text = "Les lampes\n\nPar Zoé le 3 janvier 2007\n\nOn a rallumé le phare hier soir, et tout le port est venu.\n\n"
    text += "2 commentaires\n\nPaul, il y a 3 jours\nQuelle belle soirée, merci !\n\n"
    text += "Léa, il y a 2 jours\nJ'y étais aussi, avec mon père.\n"

    (part,) = read(Dump("page.txt", content=(TOOLBARS["2020"] + text).encode())).parts
    (found,) = part.posts

    assert found.post.url == PAGE
    assert [comment.published for comment in found.post.comments] == ["2007-02-25", "2007-02-26"]
