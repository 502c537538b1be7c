"""What WordPress keeps as the text of a post, as what it shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.wxr.content import body_of_post, title_of

SHORTCODES = {
    "[gallery ids='1,2']Suite": "Suite",
    "[caption width='3' caption='Le pont']<img src='p.jpg' alt='vue'>[/caption]": "vue\nLe pont",
    "Il a dit [sic] oui [1] et [...] non [NDLR : si].": "Il a dit [sic] oui [1] et [...] non [NDLR : si].",
    "[[gallery]] s'écrit ainsi": "[gallery] s'écrit ainsi",
    "[youtube dQw4w9WgXcQ]": "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "[youtube=http://www.youtube.com/watch?v=a&amp;w=640]": "http://www.youtube.com/watch?v=a&w=640",
    "[dailymotion id=x1abc]": "https://www.dailymotion.com/video/x1abc",
    "[vimeo]123456[/vimeo]": "https://vimeo.com/123456",
    "[embed]http://film.example/a?b=1&amp;c=2[/embed]": "http://film.example/a?b=1&c=2",
    "[audio http://son.example/a.mp3|titles=Chant]": "http://son.example/a.mp3",
    '[audio mp3="http://son.example/a.mp3"][/audio]': "http://son.example/a.mp3",
    '[sourcecode language="python"]a &lt; b\n  c[/sourcecode]': "a < b\n  c",
    '[vc_row css=".a"][vc_column_text]Le texte[/vc_column_text][/vc_row]': "Le texte",
    '[button link="http://la.example" title="Venez"]': "Venez\n\nhttp://la.example",
    "[button link=“http://la.example”]": "http://la.example",
    "[url=http://la.example]là[/url] et [b]gras[/b]": "là et gras",
    '<a href="http://la.example/[gallery]">là</a>': "là",
    "[/gallery] seul": "[/gallery] seul",
}


@pytest.mark.parametrize(("content", "text"), SHORTCODES.items())
def test_shortcodes_become_what_they_show(content: str, text: str) -> None:
    """A shortcode gives its words and addresses; words in brackets that are none stay."""
    assert body_of_post(content).text == text


def test_the_address_of_a_film_is_a_link() -> None:
    """What a shortcode points to can be followed."""
    body = body_of_post("Voyez [vimeo 99] !")

    assert [(mark.kind, mark.value) for mark in body.marks] == [("link", "https://vimeo.com/99")]


def test_line_breaks_are_those_of_the_writer() -> None:
    """Outside of blocks a line break is one, a blank line begins a paragraph, and `pre` is left alone."""
    assert body_of_post("Un\ndeux\n\ntrois<ul>\n<li>a</li>\n</ul>\n<pre>x\n\n  y</pre>").text == (
        "Un\ndeux\n\ntrois\n\n• a\n\nx\n\n  y"
    )


def test_blocks_leave_no_trace() -> None:
    """The comments that mark blocks are no text, and text outside of blocks keeps its paragraphs."""
    content = (
        'Avant\n\nles blocs\n<!-- wp:paragraph {"a":{"b":1}} -->\n<p>Un bloc\nlong</p>\n<!-- /wp:paragraph -->\n'
        "<!-- wp:latest-posts /-->"
    )

    assert body_of_post(content).text == "Avant\n\nles blocs\n\nUn bloc long"


def test_both_languages_of_a_text_are_kept() -> None:
    """A text in two languages is two texts, a title in two languages one with both."""
    assert (
        title_of("<!--:fr-->Sous le ciel<!--:--><!--:en-->Under heaven<!--:-->")
        == "Sous le ciel / Under heaven"
    )
    assert title_of("[:fr]Oui[:en]Yes[:]") == "Oui / Yes"
    assert body_of_post("<!--:fr-->Sous le ciel<!--:--><!--:en-->Under heaven<!--:-->").text == (
        "Sous le ciel\n\nUnder heaven"
    )


@given(st.text(alphabet="[]/=\"' abgalerycaption<>\n!-:&;", max_size=80))
def test_any_text_is_read(content: str) -> None:
    """Whatever stands in brackets, reading goes on, and marks lie within the text."""
    body = body_of_post(content)

    assert all(0 <= mark.start <= mark.end <= len(body.text) for mark in body.marks)
