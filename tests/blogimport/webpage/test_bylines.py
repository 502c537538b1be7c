"""Who wrote a comment, when and what, as themes put these side by side in a page."""

from __future__ import annotations

import pytest

from blogimport.readings import Dump
from blogimport.webpage import read
from reader.models import Comment

PAGE = """<html lang="{language}"><head><title>Le lavoir</title></head><body>
<div class="post"><h2 class="post-title">Le lavoir</h2><div class="post-body"><p>On a vidé le bassin ce matin, et il
restait trois savons, une clé et la chanson de celles qui venaient là le lundi.</p></div></div>
<div id="comments"><h4>{count} commentaires</h4>{comments}</div></body></html>"""


def comments(language: str, *units: str) -> list[Comment]:
    """The comments of a page whose comments are these elements."""
    page = PAGE.format(language=language, count=len(units), comments="\n".join(units))
    (part,) = read(Dump("page.html", content=page.encode())).parts
    (found,) = part.posts
    return list(found.post.comments)


@pytest.mark.parametrize(
    ("language", "unit", "author", "published", "body"),
    [
        pytest.param(
            "fr",
            '<div class="comment"><div style="float:right"><span style="font-size:30px">{n}</span><img alt="" '
            'class="avatar" src="a.jpg"></div>Jojo<br><span class="date">Le 28/09/2009 à 12:4{n} </span><br>'
            "<p>roulement du pédalier</p></div>",
            "Jojo",
            "2009-09-28T12:4{n}",
            "roulement du pédalier",
            id="a bare name behind a number",
        ),
        pytest.param(
            "fr",
            '<div class="comment"><cite class="fn">Jojo</cite> <span class="date">Le 28/09/2009 à 12:4{n}</span>'
            '<p class="comment-content">Merci !</p><span class="comment-actions secondary-text">'
            '<a class="comment-reply">Répondre</a><span class="item-control">Effacer</span></span></div>',
            "Jojo",
            "2009-09-28T12:4{n}",
            "Merci !",
            id="a text that is shorter than the buttons under it",
        ),
        pytest.param(
            "es",
            '<div class="comment"><b>Autora:</b> Lola<br><b>Enviado el:</b> {n} de mayo de 2006<br>'
            "<b>Ciudad:</b> Ronda<br><b>Opinión:</b><br>Allí lavaba mi abuela los lunes.</div>",
            "Lola",
            "2006-05-0{n}",
            "Allí lavaba mi abuela los lunes.",
            id="labels that the cues of a language know",
        ),
        pytest.param(
            "de",
            '<div class="comment">Lotte (nicht registriert) | {n}. Mai 2006, 12:04<br>Montags war da Gesang.</div>',
            "Lotte",
            "2006-05-0{n}T12:04",
            "Montags war da Gesang.",
            id="a remark in brackets that the cues of a language know",
        ),
        pytest.param(
            "fr",
            '<div class="comment"><p>Mon père le vidait chaque 1er novembre, avec sa casquette de laine.</p>'
            '<div class="byline">Posté par <a href="http://a.example/" rel="nofollow">Ambroise</a> | '
            '<a href="#c{n}" title="comment permalink">8:0{n} AM</a></div></div>',
            "Ambroise",
            None,
            "Mon père le vidait chaque 1er novembre, avec sa casquette de laine.",
            id="a clock time, and a day in the text",
        ),
        pytest.param(
            "en",
            '<div class="comment"><p>We called it the pool.</p><div class="byline">Posted by Dad | '
            '<a href="#c{n}" title="comment permalink">6:4{n} AM</a></div></div>',
            "Dad",
            None,
            "We called it the pool.",
            id="a clock time is no name",
        ),
        pytest.param(
            "fr",
            '<div class="a_comment" id="comment-86{n}"><div class="comment_title"><strong>Par Nono93</strong></div>'
            '<div class="comment_text"><p>jador continué come sa</p></div>'
            '<div class="comment_info">Créé le 6 septembre, 2011 à 12:1{n}</div></div>',
            "Nono93",
            "2011-09-06T12:1{n}",
            "jador continué come sa",
            id="created on",
        ),
        pytest.param(
            "ca",
            '<dl><dt class="comment-author" id="c100{n}">Jordi ha dit...</dt><dd class="comment-body"><p>Massa aigua, '
            'com jo.</p></dd><dd class="comment-footer"><span class="comment-timestamp">3 de juliol de 2010 13:2{n}'
            "</span></dd></dl>",
            "Jordi",
            "2010-07-03T13:2{n}",
            "Massa aigua, com jo.",
            id="a word for speaking that ends like another",
        ),
        pytest.param(
            "es",
            '<div class="jomentry{n}" id="pc_3900{n}"><div class="jc_avatar"><img src="/a.jpg" alt=""></div>'
            '<div class="jc_content">Con cebolla, siempre con cebolla.</div><div class="jc_info">'
            '<span class="by">escrito por Don Pepe</span>, <span class="date">2008-01-16 09:00:1{n}</span></div></div>',
            "Don Pepe",
            "2008-01-16T09:00",
            "Con cebolla, siempre con cebolla.",
            id="every other one named otherwise",
        ),
    ],
)
def test_who_when_and_what(language: str, unit: str, author: str, published: str | None, body: str) -> None:
    """Each is told, and nothing of one is taken for another."""
    found = comments(language, *(unit.replace("{n}", str(number)) for number in (1, 2)))

    assert [comment.author for comment in found] == [author, author]
    assert [comment.body for comment in found] == [body, body]
    assert [comment.published for comment in found] == [
        None if published is None else published.replace("{n}", str(number)) for number in (1, 2)
    ]


def test_answers_named_among_others_of_their_kind() -> None:
    """What has one class more than the other comments, for answers, answers the last of these."""
    unit = (
        '<div class="message{more}"><a id="forum178{n}" href="#forum178{n}"></a><div class="cartouche_simple">'
        "jeudi 21 mai 2009 à 08h2{n} - par Tadao</div><div class='texte'><p>On l'invite.</p></div></div>"
    )
    kinds = ("", " fil", "", " fil", " fil")

    found = comments(
        "fr",
        *(unit.replace("{more}", more).replace("{n}", str(number)) for number, more in enumerate(kinds)),
    )

    assert [comment.reply_to for comment in found] == [None, 1, None, 3, 3]
    assert [comment.author for comment in found] == ["Tadao"] * 5


@pytest.mark.parametrize("name", ["reply-text", "reponse", "admin-reply"])
def test_the_hosts_answer_within_a_comment(name: str) -> None:
    """It is a comment of its own that answers the visitor's, and nothing of the visitor's is lost."""
    units = [
        f'<ul class="single-post"><li class="info"><a name="comment-5882{number}"></a><span class="user-name">{who}'
        f'</span> <span class="post-time">le 28/12/2009 à 10:2{number}</span></li><li class="post-text">{what}</li>'
        f'<li class="{name}">Merci de la visite, et à bientôt au lavoir !<p><a href="http://le-lavoir.example/">Solveig</a>'
        f" le 29/12/2009 à 20:3{number}</p></li></ul>"
        for number, (who, what) in enumerate([("Ondine", "Quelle belle eau."), ("Tante Berthe", "Bravo !")])
    ]

    found = comments("fr", *units)

    assert [(comment.author, comment.body, comment.reply_to) for comment in found] == [
        ("Ondine", "Quelle belle eau.", None),
        ("Solveig", "Merci de la visite, et à bientôt au lavoir !", 1),
        ("Tante Berthe", "Bravo !", None),
        ("Solveig", "Merci de la visite, et à bientôt au lavoir !", 3),
    ]


def test_a_post_in_a_box_with_its_title_and_the_titles_of_others() -> None:
    """The box has the name of a text; « Ce que ma voisine a dit » is the title of another post, and no writer."""
    page = """<html lang="fr"><head><title>Le solfège</title></head><body><div class="ob-sections">
    <article class="ob-post"><div class="ob-post__date"><time datetime="2012-10-07">7 octobre 2012</time></div>
    <h1 class="ob-post__title">Le solfège</h1><div class="ob-section ob-section-html">
    <p>Une blanche vaut deux noires, et si elles sont fatiguées ? On a fait une pause.</p></div>
    <div class="ob-post__author">Publié par Séverine</div><div class="also"><h3>Vous aimerez aussi :</h3><ul>
    <li><a href="/1">Ce que ma voisine a dit</a></li><li><a href="/2">Trois livres pour l'été</a></li></ul></div>
    </article></div></body></html>"""

    (part,) = read(Dump("page.html", content=page.encode())).parts
    (found,) = part.posts

    assert (found.post.author, found.post.published) == ("Séverine", "2012-10-07")
    assert (
        found.post.body == "Une blanche vaut deux noires, et si elles sont fatiguées ? On a fait une pause."
    )


def test_comments_in_boxes_of_two_looks() -> None:
    """Where the page declares more comments than those of one look, its text is asked for the others."""
    boxes = [
        f"<div class='bulle {look}'><p class='haut'>{who} a dit le {number + 3} mai 2008 à 10:1{number} :</p>"
        f"<{tag}>{what}</{tag}></div>"
        for number, (look, tag, who, what) in enumerate(
            [
                ("verte", "p", "Ondine", "Quelle belle eau."),
                ("verte", "p", "Firmin", "Et froide, avec ça."),
                ("rose", "blockquote", "Solveig", "Merci, vous deux."),
            ]
        )
    ]
    boxes[2] = boxes[2].replace("<div class='bulle rose'>", "<td class='hote'>").replace("</div>", "</td>")
    boxes[2] = f"<table><tr>{boxes[2]}</tr></table>"

    found = comments("fr", *boxes)

    assert [(comment.author, comment.body) for comment in found] == [
        ("Ondine", "Quelle belle eau."),
        ("Firmin", "Et froide, avec ça."),
        ("Solveig", "Merci, vous deux."),
    ]


def test_comments_on_other_pages_are_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a page has no room for the comments that it declares, its text is not read for them."""
    asked: list[bytes] = []
    monkeypatch.setattr("blogimport.webpage.unnamed.read_page", asked.append)
    shown = "".join(
        f"<li class='comment'><b class='author'>{who}</b> <i class='date'>3 mai 2008</i><p>{what}</p></li>"
        for who, what in (("Ondine", "Quelle belle eau."), ("Firmin", "Et froide, avec ça."))
    )
    page = f"""<html lang="fr"><body><h1 class="entry-title">Le lac</h1><div class="entry-content"><p>On a nagé
    jusqu'à la bouée.</p></div><h3>142 commentaires</h3><ol class="commentlist">{shown}</ol></body></html>"""

    (part,) = read(Dump("page.html", content=page.encode())).parts
    (found,) = part.posts

    assert (len(found.post.comments), found.post.comments_declared) == (2, 142)
    assert asked == []


def test_a_day_in_the_term_before_a_comment() -> None:
    """A term says something of what stands behind it, though only that has the address of a comment."""
    days = ("19 10 2006", "21 10 2006", "3 11 2006")
    items = "".join(
        f'<dt><small class="date">{day}</small></dt><dd class="commentlist_item" id="comment-14{number}"><div>'
        f'<strong class="author">Jojo{number}</strong><p>On vidait le bassin le lundi.</p></div></dd>'
        for number, day in enumerate(days)
    )

    found = comments("fr", f'<dl class="commentlist">{items}</dl>')

    assert [(one.author, one.published) for one in found] == [
        ("Jojo0", "2006-10-19"),
        ("Jojo1", "2006-10-21"),
        ("Jojo2", "2006-11-03"),
    ]
