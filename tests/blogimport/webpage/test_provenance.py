"""Pages as programs save them: where they were taken from, and that a replayed page is read as the page itself."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from blogimport.readings import Dump, FoundPost, Reading
from blogimport.webpage import read
from tests.blogimport.exports import DATA

PAGES = sorted((DATA / "webpage").glob("*.html"))
ADDRESS = "http://le-phare.example/2007/02/les-lampes.html"
BODY = """<html><head><title>Les lampes</title></head><body><div class="post"><h2 class="post-title">Les lampes</h2>
<div class="post-body">On a rallumé le phare hier soir, et tout le port est venu voir.</div></div>
<div class="comment"><span class="author">Léa</span> <span class="date">il y a 3 jours</span>
<div class="text">J'y étais aussi.</div></div></body></html>"""
TOOLBAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp-base" lang="en" style="display:none"><div id="wm-ipp"><div id="wm-ipp-inside">
<form target="_top" action="/web/submit" name="wmtb"><input type="text" name="url" id="wmtbURL" value="{url}"></form>
<div id="wm-capinfo"><div class="c-logo">22 captures</div><div>21 Feb 2007 - 23 Mar 2021</div>
<div class="comment"><b class="author">Organization:</b> Some Crawls, on 3 March 2007, gave these pages to the
archive, and the archive has kept them ever since for all who come and look at what there was.</div></div>
</div></div></div><div id="wm-ipp-print">The Wayback Machine - https://web.archive.org/web/20070228213001/{url}</div>
<!-- END WAYBACK TOOLBAR INSERT -->"""
_LINK = re.compile(r"""(\b(?:href|src)=["'])(?=https?://|//)""")
_BODY_TAG = re.compile(r"<body\b[^>]*>", re.IGNORECASE)


def posts_of(reading: Reading) -> list[FoundPost]:
    """The posts of a reading."""
    return [found for part in reading.parts for found in part.posts]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_replayed_pages(path: Path) -> None:
    """What a web archive adds changes no post, no comment and no link; its toolbar is told apart."""
    raw = path.read_bytes()
    alone = read(Dump(path.name, content=raw, captured="2007-02-28"))
    text = raw.decode(alone.encoding or "utf-8", "replace")
    if not _BODY_TAG.search(text) or not _LINK.search(text):
        pytest.skip("a fragment, or a page without an address")
    url = next((found.post.url for found in posts_of(alone) if found.post.url), ADDRESS)
    toolbar = TOOLBAR.replace("{url}", url)
    replayed = _BODY_TAG.sub(
        lambda tag: tag[0] + toolbar,
        _LINK.sub(r"\1https://web.archive.org/web/20070228213001/", text),
        count=1,
    )

    found = read(Dump(path.name, content=replayed.encode(alone.encoding or "utf-8", "replace")))

    assert [replace(one.post, url=None) for one in posts_of(found)] == [
        replace(one.post, url=None) for one in posts_of(alone)
    ]
    assert found.left_out["lines of the web archive's toolbar"] > 1
    assert found.lines is not None
    assert alone.lines == found.lines[: len(alone.lines or [])]


@pytest.mark.parametrize(
    ("before", "url", "day"),
    [
        (f"<!-- saved from url=(0048){ADDRESS} -->\n", ADDRESS, None),
        (
            "<!-- Mirrored from le-phare.example/2007/02/les-lampes.html by HTTrack Website Copier/3.x "
            "[XR&CO'2014], Thu, 01 Mar 2007 10:11:12 GMT -->\n",
            ADDRESS,
            "2007-02-26",
        ),
        (
            f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n "
            "saved date: Thu Mar 01 2007 01:11:12 GMT+0100 (heure normale d’Europe centrale)\n-->",
            ADDRESS,
            "2007-02-26",
        ),
        (f"<!-- {ADDRESS} -->", None, None),
    ],
)
def test_what_programs_write_into_pages(before: str, url: str | None, day: str | None) -> None:
    """The address of a page and the day on which it was saved stand in a comment that it begins with."""
    (found,) = posts_of(read(Dump("page.html", content=(before + BODY).encode())))

    assert found.post.url == url
    assert [comment.published for comment in found.post.comments] == [day]


def test_an_address_with_several_parameters() -> None:
    """The address that a toolbar prints is written as HTML, and read as what it is."""
    page = BODY.replace("<body>", "<body>" + TOOLBAR.replace("{url}", f"{ADDRESS}?p=12&amp;page=2"))

    (found,) = posts_of(read(Dump("page.html", content=page.encode())))

    assert found.post.url == f"{ADDRESS}?p=12&page=2"


@pytest.mark.parametrize("where", ["toolbar", "scripts", "beside"])
def test_address_and_day_of_a_replay(where: str) -> None:
    """They are those of the page when the archive took it, wherever they are said; ages are counted from that day."""
    page, beside = BODY, None
    if where == "toolbar":
        page = page.replace("<body>", "<body>" + TOOLBAR.replace("{url}", ADDRESS))
    elif where == "scripts":
        links = f'<a href="/web/20070228213001/{ADDRESS}">1</a>' * 3
        script = (
            f'<script>__wm.wombat("{ADDRESS}","20070228213001","https://web.archive.org/","web");</script>'
        )
        page = page.replace("<body>", f"<body>{script}").replace("</body>", f"{links}</body>")
    else:
        beside = f"https://web.archive.org/web/20070228213001/{ADDRESS}"

    # What a browser says of the day on which it saved the replay is not asked.
    (found,) = posts_of(read(Dump("page.html", content=page.encode(), url=beside, captured="2026-11-01")))

    assert found.post.url == ADDRESS
    assert [comment.published for comment in found.post.comments] == ["2007-02-25"]


def test_a_page_that_an_archive_keeps_as_it_looked() -> None:
    """archive.today's header is told apart, and addresses are those of the page again."""
    page = BODY.replace(
        "<body>",
        f'<link rel="canonical" href="https://archive.ph/AbCdE"><link rel="bookmark" href="http://archive.today/20070228'
        f'213001/{ADDRESS}"></head><body><div id="HEADER"><div>archive.today</div><div>webpage capture</div>'
        f"<form>Saved from <input value='{ADDRESS}'></form><div>no other snapshots from this url</div>"
        "<div>28 Feb 2007 21:30:01 UTC</div></div>",
    ).replace("hier soir", '<a href="https://archive.ph/o/AbCdE/http://port.example/">hier soir</a>')

    reading = read(Dump("page.html", content=page.encode()))

    (found,) = posts_of(reading)
    assert found.post.url == ADDRESS
    assert [mark.value for mark in found.post.marks] == ["http://port.example/"]
    assert [comment.published for comment in found.post.comments] == ["2007-02-25"]
    assert found.post.body == "On a rallumé le phare hier soir, et tout le port est venu voir."
    assert (reading.lines or [])[-1] == "28 Feb 2007 21:30:01 UTC"


def test_a_post_that_leads_to_a_kept_page() -> None:
    """Themes name each link to a post as one for bookmarks; one that leads to an archive makes no copy of the page."""
    link = f'<a rel="bookmark" href="http://archive.today/20070228213001/{ADDRESS}">hier soir</a>'
    page = BODY.replace("<head>", f'<head><link rel="canonical" href="{ADDRESS}?p=2">').replace(
        "hier soir", link
    )

    (found,) = posts_of(read(Dump("page.html", content=page.encode())))

    assert found.post.url == f"{ADDRESS}?p=2"
    assert [comment.published for comment in found.post.comments] == [None]


def test_a_link_to_a_web_archive() -> None:
    """A page that leads to a copy in a web archive once comes from none, and the link stays what it is."""
    target = f"https://web.archive.org/web/20070228213001/{ADDRESS}"
    page = BODY.replace("hier soir", f'<a href="{target}">hier soir</a>')

    (found,) = posts_of(read(Dump("page.html", content=page.encode())))

    assert [mark.value for mark in found.post.marks] == [target]
    assert found.post.url is None
