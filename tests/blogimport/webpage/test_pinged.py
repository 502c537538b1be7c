"""Blocks for trackbacks in the source of a page."""

from __future__ import annotations

from blogimport.readings import Dump
from blogimport.webpage import read
from blogimport.webpage.pinged import Pinged, pinged_in, shown_of

_BLOCK = """<!--<rdf:RDF xmlns:rdf="x"><rdf:Description rdf:about="{url}" dc:identifier="{url}"
 dc:title='{title}' trackback:ping="{url}/tb" /></rdf:RDF>-->"""


def test_a_block_states_title_and_address() -> None:
    """As WordPress writes it, with entities in it; a block that stands twice is one."""
    block = _BLOCK.format(url="http://a.example/1", title="L&#8217;&eacute;cluse &amp; nous")
    assert pinged_in(f"<p>{block}</p>{block}") == [Pinged("L’écluse & nous", "http://a.example/1")]


def test_a_block_that_is_damaged_or_of_something_else_states_nothing() -> None:
    """A quote within a title cuts it; a licence has an address and no title."""
    damaged = '<rdf:Description rdf:about="http://a.example/1" dc:title="Un "mot" de trop" />'
    licence = '<rdf:Description rdf:about="http://a.example/1" />'
    assert pinged_in(damaged + licence + "<rdf:Description") == []


def test_only_posts_that_the_page_shows_are_stated() -> None:
    """« Archives », or a post without an address, is no post of the page."""
    shown, other = Pinged("Une péniche", "http://a.example/1"), Pinged("Archives", "http://a.example/2")
    assert shown_of([shown, other, Pinged("Une péniche")], {"unepéniche"}) == [shown]


def test_one_moment_for_several_posts_is_that_of_the_template() -> None:
    """Where the page shows each one's own day."""
    head = """<!--<rdf:RDF xmlns:rdf="x"><rdf:Description rdf:about="http://a.example/{n}" dc:title="{title}"
     dc:date="2006-09-08T00:05:09+00:00" /></rdf:RDF>-->
     <h2 class="date-header">September {n}, 2006</h2><div class="entry"><h3 class="entry-header">{title}</h3>
     <div class="entry-body"><p>The boat is still on its side, and so is the man who was to paint it.</p></div></div>"""
    page = "".join(head.format(n=n, title=title) for n, title in ((27, "A keel"), (8, "Two keels")))
    (part,) = read(Dump("page.html", content=f"<html lang='en'><body>{page}</body></html>".encode())).parts
    shown = [found.post.published for found in part.posts]
    assert shown == ["2006-09-27", "2006-09-08T00:05:09+00:00"]
