"""What stands flat under headings, with a line under each: posts, or the sections of one."""

from __future__ import annotations

import pytest
from lxml import html

from blogimport.webpage.footed import wrap_footed
from blogimport.webpage.scan import Scan

_PART = """<h3>{title}</h3><p>Somebody has moved the bench again, and the dog of the house looks at where it was.</p>
<p class="line">{line}</p>"""


def _are_posts(*lines: str, before: str = "") -> bool:
    """Whether parts with such lines under their texts are wrapped as posts."""
    parts = "".join(_PART.format(title=f"Part {number}", line=line) for number, line in enumerate(lines))
    return wrap_footed(Scan(html.document_fromstring(f"<body><div>{before}{parts}</div></body>")), "en")


def test_parts_with_a_page_each_are_posts() -> None:
    """Each with the line under it that says who and when, and leads to that page."""
    assert _are_posts(
        "Posted by Zoe, 3 May 2006 | <a href='/2006/05/bench.html'>Permalink</a>",
        "Posted by Ada, 1 May 2006 | <a href='/2006/05/dog.html'>Permalink</a>",
    )


@pytest.mark.parametrize(
    "lines",
    [
        # A review of what others wrote leads to a site each time.
        (
            "The Post, 3 May 2006, <a href='http://post.example/bench'>here</a>",
            "Evening News, 1 May 2006, <a href='http://evening.example/dog'>here</a>",
        ),
        # What is said in a book of guests leads to a place on its page.
        (
            "Posted by Zoe, 3 May 2006 | <a href='/book.html#12'>link</a>",
            "Posted by Ada, 1 May 2006 | <a href='/book.html#11'>link</a>",
        ),
        # A section may have no such line.
        ("Posted by Zoe, 3 May 2006 | <a href='/2006/05/bench.html'>Permalink</a>", "The dog is well."),
    ],
)
def test_other_parts_are_none(lines: tuple[str, ...]) -> None:
    """Nothing under them leads to a page of their own on the site."""
    assert not _are_posts(*lines)


def test_comments_with_a_page_each_are_none() -> None:
    """A heading says what they are."""
    lines = (
        "Posted by Zoe, 3 May 2006 | <a href='/comment/12'>Permalink</a>",
        "Posted by Ada, 1 May 2006 | <a href='/comment/11'>Permalink</a>",
    )
    assert not _are_posts(*lines, before="<p>The bench is new.</p><h2>2 comments</h2>")
