"""When other pages linked to a post, as saved pages of TypePad show it under the post."""

from __future__ import annotations

from blogimport.readings import Dump
from blogimport.webpage import read

_PAGE = """<html><head><title>The Shed: Leaf mould</title></head><body><div id="center"><div class="content">
<h2 class="date-header">May 02, 2006</h2>
<div class="entry"><h3 class="entry-header">Leaf mould</h3><div class="entry-body"><p>We filled eleven bags today, and
the twelfth had a hole in it that nobody admitted to.</p>
<p>It rained at four, as it does when the kettle is on.</p></div>
<p class="posted">May 02, 2006 in Compost | <a href="x.html">Permalink</a></p></div>
<h2>TrackBack</h2><p>Listed below are links to weblogs that reference <a href="x.html">Leaf mould</a>:</p>
<p>» <a href="http://g.example/">Mould</a> from Green Notes<br />
With a rake. [<a href="http://g.example/">Read More</a>]</p>
<p class="posted">Tracked on May 3, 2006 10:12:33 AM</p>
<h2>Comments</h2>
<a id="c1"></a><p>Two years! Ours took three.</p>
<p class="posted">Posted by: Hamish | <a href="#c1">May 03, 2006 at 09:14 AM</a></p>
<a id="c2"></a><p>Lovely.</p><p class="posted">Posted by: Isla | <a href="#c2">May 04, 2006 at 11:50 PM</a></p>
</div></div></body></html>"""


def test_when_another_page_linked_here_is_no_day_of_the_post() -> None:
    """Nor is « Tracked » who wrote it."""
    (part,) = read(Dump("page.html", content=_PAGE.encode())).parts
    (found,) = part.posts
    assert (found.post.title, found.post.author, found.post.published) == ("Leaf mould", None, "2006-05-02")
    assert [comment.author for comment in found.post.comments] == ["Green Notes", "Hamish", "Isla"]


def test_another_page_that_linked_here_is_a_comment_of_its_own() -> None:
    """By the name of its blog, when it did so, with the piece of it and without the link to the rest."""
    (part,) = read(Dump("page.html", content=_PAGE.encode())).parts
    first = part.posts[0].post.comments[0]
    assert (first.kind, first.author, first.published) == ("trackback", "Green Notes", "2006-05-03T10:12")
    assert first.body == "With a rake."
