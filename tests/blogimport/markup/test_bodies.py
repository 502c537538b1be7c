"""HTML to text with marks, as a browser would have shown it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blogimport.markup import Element, body_of, laid_out, plain, tree_of


def shown(html: str, **options: bool) -> str:
    """The text of a body with each mark written into it, so that a test reads like the page."""
    text, marks = body_of(html, **options)
    opened = [f"[{mark.kind} " if mark.value is None else f"[{mark.kind}={mark.value} " for mark in marks]
    pieces: list[str] = []
    for place in range(len(text) + 1):
        pieces.extend("]" for mark in marks if mark.end == place and mark.start < place)
        for sign, mark in zip(opened, marks, strict=True):
            if mark.start == place:
                pieces.append(sign if mark.end > place else f"{sign}]")
        pieces.append(text[place : place + 1])
    return "".join(pieces)


CASES = {
    "paragraphs are apart by a blank line": ("<p>Un\n  deux</p>\n<p>trois</p>", "Un deux\n\ntrois"),
    "a break is a line break": ("<p>Un<br>deux<br/>\ntrois</p>", "Un\ndeux\ntrois"),
    "two breaks are a blank line": ("Un<br><br><br>deux", "Un\n\ndeux"),
    "a break at the end of a block is none": ("<div>Un<br></div><div>deux</div>", "Un\ndeux"),
    "an empty block with a break is a blank line": ("<div>Un</div><div><br></div><div>deux</div>", "Un\n\ndeux"),
    "so is one with a no-break space": ("<div>Un</div><div>&nbsp;</div><div>deux</div>", "Un\n\ndeux"),
    "an empty paragraph is nothing": ("<p>Un</p><p>&nbsp;</p><p></p><p>deux</p>", "Un\n\ndeux"),
    "no-break spaces stay where they bind": ("Bravo&nbsp;! 10&nbsp;000", "Bravo\xa0! 10\xa0000"),
    "no-break spaces are spaces where they only fill": ("a &nbsp; b&nbsp;&nbsp;c", "a b c"),
    "a link has an address": ('Là <a href="http://a.fr/?x=1&amp;y=2">là</a>.', "Là [link=http://a.fr/?x=1&y=2 là]."),
    "white space stays outside of marks": ("un<b> deux </b>trois", "un [strong deux] trois"),
    "a script's address is kept and is only a value": ('<a href="javascript:x()">ici</a>', "[link=javascript:x() ici]"),
    "an anchor is no link": ('<a name="x">Un</a> <a href="#note">2</a>', "Un 2"),
    "emphasis has several tags": ("<i>a</i> <em>b</em> <cite>c</cite>", "[em a] [em b] [em c]"),
    "emphasis may be a style": ('<span style="font-weight: bold">a</span>', "[strong a]"),
    "headings have their level": ("<h3>Titre</h3>texte", "[heading=3 Titre]\n\ntexte"),
    "a quote is one range": ("<blockquote><p>a</p><p>b</p></blockquote>c", "[quote=1 a\n\nb]\n\nc"),
    "a quote within one": ("<blockquote>a<blockquote>b</blockquote></blockquote>", "[quote=1 a\n\n[quote=2 b]]"),
    "items keep a marker": ("<ul><li>a</li> <li>b</li></ul>", "[item=1 • a]\n[item=1 • b]"),
    "numbers count from where the list does": ('<ol start="3"><li>a<li>b</ol>', "[item=1 3. a]\n[item=1 4. b]"),
    "an item ends where a list within it begins": (
        "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>",
        "[item=1 • a]\n[item=2 1. b]\n[item=1 • c]",
    ),
    "an item of paragraphs begins with its marker": ("<ul><li><p>a</p></li></ul>", "[item=1 • a]"),
    "code keeps its columns": ("<pre>\nif x:\n    y()\n</pre>", "[code if x:\n    y()]"),
    "a code word stands in its line": ("Le <code>ls -l</code> bref", "Le [code ls -l] bref"),
    "an image shows its words on a line of its own": (
        'Voici <a href="g.jpg"><img src="p.jpg" alt="Le chien"></a> hier',
        "Voici\n[link=g.jpg [image=p.jpg Le chien]]\nhier",
    ),
    "an image without words is a place": ('<p>a</p><img src="p.jpg">', "a[image=p.jpg ]"),
    "images without words stay in order": ('a<img src="1.jpg"><img src="2.jpg">', "a[image=1.jpg ][image=2.jpg ]"),
    "the name of a file tells nothing": (
        'a<img src="/2010/lut11-225x300.jpg" alt="lut1"><img src="7_p.jpg" alt="PICT0081">',
        "a[image=/2010/lut11-225x300.jpg ][image=7_p.jpg ]",
    ),
    "nor does it as a title beside an empty text": (
        'a<img src="le-pont.jpg" title="le pont" alt="">',
        "a[image=le-pont.jpg ]",
    ),
    "nor on a link to the same image": (
        'a <a href="pont.jpg"><img src="pont_s.jpg" alt="pont"></a>',
        "a[image=pont_s.jpg ]",
    ),
    "nor what a camera calls it, wherever it leads": (
        '<a href="/photo/3886"><img src="/9.jpg" alt="12-IMG_3886.jpg"></a>b',
        "[image=/9.jpg ]b",
    ),
    "a year may be what a picture says": ('<img src="9.jpg" alt="1984">', "[image=9.jpg 1984]"),
    "several words of a text do": ('<img src="le-pont.jpg" alt="Le pont">', "[image=le-pont.jpg Le pont]"),
    "so does all that a heading or a link says": (
        '<h2><img src="pont.gif" alt="Pont"></h2><a href="/pont/"><img src="pont.jpg" alt="Pont"></a>',
        "[heading=2 [image=pont.gif Pont]]\n\n[link=/pont/ [image=pont.jpg Pont]]",
    ),
    "a smiley is in its line": ('Oui <img class="wp-smiley" src="s.gif" alt=":)" /> non', "Oui [image=s.gif :)] non"),
    "a counting pixel is nothing": ('a<img src="c.gif" width="1" height="1" alt="pixel">b', "ab"),
    "an image that is loaded late has its own address": (
        '<img src="data:image/gif;base64,xx" data-src="p.jpg" alt="a"><noscript><img src="p.jpg" alt="a"></noscript>',
        "[image=p.jpg a]",
    ),
    "a film is named by its address": (
        '<p>a</p><iframe src="https://v.example/1" width="400" height="300"></iframe>',
        "a\n\n[link=https://v.example/1 https://v.example/1]",
    ),
    "a table of data is aligned": (
        "<table><tr><th>Légume<th>Prix</tr><tr><td>Ail<td><b>3 €</b></tr></table>",
        "[code Légume  Prix\nAil     [strong 3 €]]",
    ),
    "an empty cell keeps its room": (
        "<table><tr><td>ab<td>c</tr><tr><td></td><td>d</td></tr></table>",
        "[code ab  c\n    d]",
    ),
    "a table that places things is lines": ("<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", "a\n\nb"),
    "scripts, styles and comments are no text": ("a<script>x</script><style>y</style><!-- z -->b", "ab"),
    "folded text is text": ('a <span style="display:none">secret</span>', "a secret"),
    "entities are characters": ("&eacute;&#233;&#xE9;&hellip;&#8217; &lt;b&gt;", "ééé…’ <b>"),
    "tags that close wrongly do no harm": ("<b>a <i>b</b> c</i></p></div>", "[strong a [em b]] c"),
    "a tag with a broken name is passed over": ('<li.x>a</li.x>', "a"),
    "a tag that lost a space is the one that was meant": ('<ol><liclass="x">a</li></ol>', "[item=1 1. a]"),
    "a row without cells is no row": (
        "<table><tr><td>a<td>b</tr><tr></tr><tr><td>c<td>d</tr></table>",
        "[code a  b\nc  d]",
    ),
    "text that is no HTML is itself": ("3 < 4 & 5 > 2", "3 < 4 & 5 > 2"),
    "white space alone is nothing": (" \n\t ", ""),
    "a comment alone is nothing": ("<!-- more -->", ""),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), CASES.values(), ids=CASES.keys())
def test_shown(html: str, expected: str) -> None:
    """A body reads as its page did."""
    assert shown(html) == expected


BROKEN_LINES = {
    "a line break is one, a blank line begins a paragraph": ("a\nb\n\nc\r\n \r\nd", "a\nb\n\nc\n\nd"),
    "around tags too": ("a\n\n<b>b</b>\n\nc <i>d</i>\ne", "a\n\n[strong b]\n\nc [em d]\ne"),
    "not beside blocks": (
        "a\n<ul>\n<li>b</li>\n\n<li>c</li>\n</ul>\n\nd",
        "a\n\n[item=1 • b]\n[item=1 • c]\n\nd",
    ),
    "not twice beside a break": ("a<br />\nb", "a\nb"),
    "not in code": ("<pre>a\nb\n\nc</pre>", "[code a\nb\n\nc]"),
}


@pytest.mark.parametrize(("html", "expected"), BROKEN_LINES.values(), ids=BROKEN_LINES.keys())
def test_breaks_at_newlines(html: str, expected: str) -> None:
    """Where a blog makes the paragraphs only when it shows a post, the lines of the source make them."""
    assert shown(html, breaks_at_newlines=True) == expected


def test_characters_without_text_are_left_out() -> None:
    """Soft hyphens, zero-width spaces and controls go, accents are composed, and the marks stay in place."""
    assert shown("<p>a&shy;b\u200b <b>e\u0301\x07t</b>&#8203;e\x00</p>") == "ab [strong ét]e"


def test_wrong_decoding_is_mended() -> None:
    """Text that was decoded wrongly once is put right."""
    assert body_of("<p>SchÃ¶n</p>").text == "Schön"


def test_plain_is_one_line() -> None:
    """A title is one line without tags."""
    assert plain(" L&#8217;<i>été</i>\n<br>à &amp; Paris ") == "L’été à & Paris"
    assert plain("Tom &amp;\n Jerry") == "Tom & Jerry"


@pytest.mark.parametrize("tag", ["a", "h2", "span", "q", "td", "pre", "script"])
def test_plain_of_an_element(tag: str) -> None:
    """An element that holds words alone is the line that it is with others in it, without those."""
    words = " Le\xad bac\u200b  à\n\xa0midi "
    root = tree_of(f"<div><{tag}>{words}</{tag}><{tag}>{words}<u></u></{tag}></div>")
    assert root is not None
    alone, among = root.iter(tag)

    assert plain(alone) == plain(among)


@pytest.mark.parametrize("count", [300, 3000, 60_000])
def test_deep_nesting(count: int) -> None:
    """However deep the tags are nested, the text is all there."""
    assert body_of("<div>" * count + "a <b>b</b>" + "</div>" * count + "c").text.split() == ["a", "b", "c"]


def test_extents_and_skipped_elements() -> None:
    """One asks where the text of an element stands, and leaves elements out."""
    root: Element = tree_of("<p>Un</p><div><b>deux</b></div><form>non</form><p>trois</p>")
    bold, form = next(root.iter("b")), next(root.iter("form"))
    layout = laid_out(root, skipped={form}, noted=[bold])
    assert layout.text == "Un\n\ndeux\n\ntrois"
    start, end = layout.extents[bold]
    assert layout.text[start:end] == "deux"


TAGS = [
    "p",
    "b",
    "a",
    "li",
    "ul",
    "ol",
    "table",
    "tr",
    "td",
    "pre",
    "blockquote",
    "div",
    "br",
    "span",
    "q",
    "h2",
]
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        ["<a href='x'>", "<img src=a alt='im'>", "&nbsp;", "&amp;", "\n", " ", "<", '"', "<!--", "-->"]
    ),
    st.text(alphabet="abcé ", max_size=6),
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40), st.booleans())
def test_whatever_is_given(pieces: list[str], breaks: bool) -> None:
    """No order of tags breaks anything: marks stay within the text, and no line begins or ends with a space."""
    text, marks = body_of("".join(pieces), breaks_at_newlines=breaks)
    assert all(0 <= mark.start <= mark.end <= len(text) for mark in marks)
    assert not re.search(r"^\n|\n$|\n{3}| $| \n", text)
    assert text == "".join(
        character for character in text if character.isprintable() or character in "\n\xa0"
    )


@settings(deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["<p>", "</p>", "<b>", "</i>", "<br>", "<ul><li>"]), st.text("abc é", max_size=9)
        )
    )
)
def test_every_word_is_kept(pieces: list[str]) -> None:
    """All letters of the text are in the body, in order."""
    letters = [
        character
        for piece in pieces
        if not piece.startswith("<")
        for character in piece
        if character.isalpha()
    ]
    assert [character for character in body_of("".join(pieces)).text if character.isalpha()] == letters


@given(st.text(st.sampled_from("aé \t\n\u2003\u2028\u3000\u200a-"), max_size=30))
def test_white_space_is_one_space(text: str) -> None:
    """Whatever white space of Unicode stands between words, one space is shown."""
    assert body_of(text).text == " ".join(text.split())


def test_tables_in_tables_are_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a table holds data is told without the text of the tables within it."""
    rows: list[Element] = []
    monkeypatch.setattr("blogimport.markup.tables._cells", lambda row: rows.append(row))

    innermost = "<table>" + "<tr><td>Le phare<td>3</tr>" * 2 + "</table>"
    text = body_of("<table><tr><td>" * 300 + innermost + "</td></tr></table>" * 300).text

    assert text == "Le phare\n3\nLe phare\n3"
    assert len(rows) == 1
