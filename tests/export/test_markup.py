"""Posts as Markdown and HTML: what a browser or a Markdown program shows is what the archive holds."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.export import FORMATS, Format, exported, format_of
from reader.export.html import as_html
from reader.export.markdown import as_markdown
from reader.models import Mark, Post
from reader.text import safe, safe_line
from tests.examples import examples

from .posts import made, posts, read, said

DATA = Path(__file__).with_name("data")
CASES = sorted([*DATA.glob("*.md"), *DATA.glob("*.html")])


@pytest.mark.parametrize("expected", CASES, ids=[path.name for path in CASES])
def test_laid_out_as_expected(expected: Path) -> None:
    """A post is laid out as the file beside it says."""
    assert exported(read(expected.with_suffix(".json")), format_of(expected)) == expected.read_text("utf-8")


def shown(markdown: str) -> str:
    """The words that a Markdown program shows."""

    def words(tokens: list[Token]) -> str:
        return "".join(
            words(token.children)
            if token.children
            else "\n"
            if token.type in ("hardbreak", "softbreak")
            else f"{token.content}\n"
            if token.type in ("fence", "code_block")
            else "\n"
            if token.type.endswith("_close")
            else token.content
            for token in tokens
        )

    return words(MarkdownIt("commonmark").parse(markdown))


def texts(post: Post) -> list[str]:
    """All that must be seen of a post."""
    return [safe_line(post.title), safe(post.body), *(safe(comment.body) for comment in post.comments)]


@given(posts())
@examples(60)
def test_markdown_shows_every_word(post: Post) -> None:
    """No character of a text becomes markup, and none is lost."""
    seen = "".join(shown(as_markdown(post)).split())
    for text in texts(post):
        # A list shows its own bullets and numbers.
        for line in text.split("\n"):
            line = re.sub(r"^\s*(?:[-*•·‣◦▪–—]|\d{1,4}[.)])\s+", "", line)
            assert "".join(line.split()) in seen


@given(posts())
@examples(60)
def test_html_shows_every_word(post: Post) -> None:
    """Every character of a text is on the page, in order, and no tag of it is one."""
    page = lxml.html.document_fromstring(as_html(post))
    seen = "".join(page.find("body").text_content().split())
    for text in texts(post):
        assert "".join(text.split()) in seen


ATTACK = Mark(0, 4, "link", "javascript:alert(1)")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_in_an_export_acts(form: Format) -> None:
    """Scripts, tags and addresses of other kinds are text; whoever opens the file runs nothing."""
    text = "<script>alert(1)</script> ![x](http://e.org/t.png) \x1b[2J <img src=x onerror=y>"
    post = made(
        title=text,
        author=text,
        url='javascript:alert("1")',
        body=f"mots {text}",
        marks=(ATTACK, Mark(5, 9, "image", "data:text/html,x"), Mark(0, 4, "em")),
        guesses={"author": text},
        comments=(said(1, text, author=text),),
    )
    written = exported(post, form)

    assert "\x1b" not in written
    if form == "html":
        page = lxml.html.document_fromstring(written)
        assert not page.xpath("//script | //img | //body//*[@href]")
    if form == "markdown":
        rendered = lxml.html.document_fromstring(MarkdownIt("commonmark").render(written))
        assert not rendered.xpath("//script | //img | //*[@href]")


def test_links_are_links() -> None:
    """A link keeps its address, whatever looks overlap it; an image is a link to itself."""
    body = "voir le carnet de Zoé, et la photo"
    marks = (
        Mark(8, 21, "link", "https://example.org/a b?c=(d)"),
        Mark(5, 14, "em"),
        Mark(12, 21, "strong"),
        Mark(29, 34, "image", "https://example.org/p.jpg"),
    )
    post = made(body=body, marks=marks)
    for written in (as_html(post), MarkdownIt().render(as_markdown(post))):
        page = lxml.html.document_fromstring(written)
        assert page.xpath("//a/@href") == ["https://example.org/a%20b?c=(d)", "https://example.org/p.jpg"]
        assert page.xpath("string(//a[1])") == "carnet de Zoé"
        assert {"em", "strong"} <= {element.tag for element in page.iter() if isinstance(element.tag, str)}


@given(posts())
@examples(20)
def test_the_same_post_gives_the_same_bytes(post: Post) -> None:
    """An export knows no clock."""
    for form in FORMATS:
        assert exported(post, form) == exported(post, form)
