"""Months and indexes of a blog: what stands over the first post, rows that all posts have, titles beside days."""

from __future__ import annotations

from blogimport.textpage import read_page
from reader.archive import NewPost

TEXTS = (
    "Le puits a été vidé samedi, et nous y avons trouvé une montre, trois seaux et une bouteille cachetée.",
    "Le facteur des estives est revenu avec son mulet, et il a bu deux verres d'eau avant de nous donner le courrier.",
    "On a cuit soixante pains ce jour-là, et il n'en restait pas une miette à la tombée de la nuit, ni une poignée.",
)


def told(page: str) -> tuple[NewPost, ...]:
    """The posts of a page."""
    return tuple(read_page(page.encode()).posts)


def test_titles_of_a_word_or_two_beside_days() -> None:
    """An index of days and short titles, each over an excerpt with an arrow, is one of posts and no guest book."""
    rows = (
        "13 mars 2006 : Mes dix c...ures",
        "21 mars 2006 : Caricature",
        "31 mars 2006 : Échappement libre",
    )
    page = "TZ=Indian/Antsirabe\n\nIndex chronologique\n\n" + "\n".join(
        f"{row}\n\n{text[:90]}... ->>\n" for row, text in zip(rows, TEXTS, strict=True)
    )

    assert [(post.title, post.published) for post in told(page)] == [
        ("Mes dix c...ures", "2006-03-13"),
        ("Caricature", "2006-03-21"),
        ("Échappement libre", "2006-03-31"),
    ]


def test_the_heading_of_a_month_is_no_title() -> None:
    """The first post has its own title, and not the month that stands over all of them."""
    lead = "Voici pour qui danse."
    titles = ("Invitation au bal", "La bonne recette", "Sans fleurs")
    page = "La lentille\n\nLe temps passe : mars 2006\n\n" + "\n".join(
        f"{title}\n\n{lead if day == 30 else ''}\n\n{text}\n\nPosté le {day} mars 2006 | Commentaires (0)\n"
        for day, title, text in zip((30, 28, 27), titles, TEXTS, strict=True)
    )

    assert [post.title for post in told(page)] == list(titles)


def test_a_menu_over_the_posts_is_none() -> None:
    """What says nothing of all that the rows of the others say is no post, though it has a title."""
    menu = "Harmetot\nThéo – Ingénieur\n  • Twitter\n  • Facebook\n  • Accueil\n  • Thèmes\n    • Livres\n  • CV\n\n"
    titles = ("Lost is back !", "Comptez le nombre de F", "Un peu de hack")
    page = menu + "\n".join(
        f"{title}\n\nPosted on {month} 2nd, 2010 · Posted in Divers\n\n{text}.. read more\n"
        for month, title, text in zip(("March", "February", "January"), titles, TEXTS, strict=True)
    )

    posts = told(page)

    assert [post.title for post in posts] == list(titles)
    assert posts[0].body.endswith("cachetée...")


def test_links_to_the_rest_name_titles_in_quotes_that_are_glued_to_them() -> None:
    """« Lire la suite"Le puits" » names the title above, however long the link is."""
    titles = ("Un an ferme (suite) : non !", "“Il se prend pour le maire..!”", "Ceci est mon puits…")
    page = "Accueil\n\nMois : mai 2008\n\n" + "\n".join(
        f"{title}\n\nPar Zô Histoires vraies Le {day} mai 2008, à 6 h 14. Lu 11 601 fois. Le {day} mai 2008  puits "
        f'{day} commentaires\n\n{text}\n\nLire la suite"{title}"\n'
        for day, title, text in zip((30, 27, 20), titles, TEXTS, strict=True)
    )

    assert [(post.title, post.published) for post in told(page)] == [
        (title, f"2008-05-{day}T06:14") for day, title in zip((30, 27, 20), titles, strict=True)
    ]


def test_posts_that_tell_no_day_under_the_month_of_all() -> None:
    """Where each says who wrote it and where it is filed, under its text, the month over all is enough."""
    titles = ("Le puits est-il sec ?", "Le mulet du facteur", "Soixante pains")
    names = ("Ivan Floyd", "Odile Tan", "Ivan Floyd")
    page = "Le bourg\n\nSkip to content\n\nBuzz Archives for March 2006\n\n" + "\n".join(
        f"{title}\n\n{text}\n\nBy {name} | Filed in Accessibility, {place}\n"
        for title, name, place, text in zip(titles, names, ("General", "Bread", "Water"), TEXTS, strict=True)
    )
    page += "\nLe bourg est une association. Elle se bat pour la place, le puits et le four.\n"

    assert [(post.title, post.author) for post in told(page)] == list(zip(titles, names, strict=True))


def test_each_post_has_the_time_under_its_own_text() -> None:
    """An order of rows that gives each post all of them is the right one."""
    titles = ("Le puits", "Le facteur", "Le four")
    page = "Gallic Music\n\nThe best music around!\n\n" + "\n".join(
        f"{weekday}, May {day}, 2008\n\n{title}\n\n{text}\n\nat 8:{day} PM 1 comments\nLabels: {title.lower()}\n"
        for weekday, day, title, text in zip(
            ("Tuesday", "Monday", "Saturday"), (27, 19, 10), titles, TEXTS, strict=True
        )
    )
    page += "June 2008 April 2008 Home\nSubscribe to: Posts (Atom)\n\nAbout\n\n" + TEXTS[0].replace(
        "samedi", "hier"
    )

    assert [(post.title, post.published, post.author) for post in told(page)] == [
        (title, f"2008-05-{day}T20:{day}", None) for day, title in zip((27, 19, 10), titles, strict=True)
    ]


def test_a_label_that_is_glued_to_the_author() -> None:
    """« AuteurZoéPublié le 3 mai 2006 » names Zoé."""
    titles = ("Le puits", "Le facteur", "Le four")
    page = "Le bourg\n\n" + "\n".join(
        f"{title}\n\n{text}\n\nAutor foxxVeröffentlicht am {day}. März 2006Kategorien Brot4 Kommentare zu {title}\n"
        for day, title, text in zip((30, 28, 19), titles, TEXTS, strict=True)
    )

    assert {post.author for post in told(page)} == {"foxx"}


def test_notes_under_times_of_a_day() -> None:
    """Texts without titles, each under the time when it was written and all under one day, are posts."""
    page = (
        "Weblog | Articles\n\nSushis en république\n\nAntsirabe, Madagascar.\n\nsamedi 23 février 2002\n"
        + "\n".join(f"[ {hour}:50:23 ]\n\n{text}\n" for hour, text in zip((18, 9, 8), TEXTS, strict=True))
    )

    assert [(post.title, post.published, post.body) for post in told(page)] == [
        (None, f"2002-02-23T{hour:02}:50", text) for hour, text in zip((18, 9, 8), TEXTS, strict=True)
    ]


def test_hours_in_a_text_are_no_notes() -> None:
    """Times alone within the text of a post that has a title and says when are part of it."""
    hours = "\n\n".join(f"{hour}h50\n\n{text}" for hour, text in zip((8, 9, 18), TEXTS, strict=True))

    (post,) = told(
        f"Le bourg\n\nUne journée au puits\n\nPosté le 3 mai 2009 par Odile\n\n{TEXTS[0]}\n\n{hours}\n"
    )

    assert post.body.endswith(TEXTS[2])


def listed_titles(titles: tuple[str, str, str]) -> list[str | None]:
    """The titles that are told of a page whose posts have some titles."""
    page = "Le bourg\n\n" + "\n".join(
        f"{title}\n\nPosté le {day} mars 2006 par Odile dans Pain\n\n{text}\n"
        for day, title, text in zip((30, 28, 27), titles, TEXTS, strict=True)
    )
    return [post.title for post in told(page)]


def test_the_number_of_comments_behind_each_title() -> None:
    """Where all titles end with a number, a theme has printed it; a series is counted by who wrote it."""
    assert listed_titles(("Au revoir 8", "Le deuil d'une idée 33", "Encore une pause 7")) == [
        "Au revoir",
        "Le deuil d'une idée",
        "Encore une pause",
    ]
    assert listed_titles(("Carnet 12", "Journal 11", "Cahier 10")) == ["Carnet 12", "Journal 11", "Cahier 10"]
    assert listed_titles(("Le puits 8", "Le puits 33", "Le puits 7")) == [
        "Le puits 8",
        "Le puits 33",
        "Le puits 7",
    ]


def test_what_the_site_says_under_the_last_of_dated_posts() -> None:
    """Excerpts of other posts in the foot of a page are more than its posts are, and are none of these."""
    page = "Le blog\n\n" + "\n".join(
        f"maj {day} 2008\n\n{title}\n\n{text}\n\nCzytaj dalej »\n"
        for day, title, text in zip(
            (31, 28, 26), ("Jak się szuka", "Oznaka starzenia", "Modlitwa"), TEXTS, strict=True
        )
    )
    foot = "\n\n".join(
        f"Inne {number}\n\n{text.replace('a ', 'e ')}" for number, text in enumerate((*TEXTS, *TEXTS))
    )

    assert [post.title for post in told(f"{page}\n\nlubię i polecam\n\n  • Notatki\n  • BraVa\n\n{foot}\n")][
        :3
    ] == [
        "Jak się szuka",
        "Oznaka starzenia",
        "Modlitwa",
    ]


def test_days_over_titles_from_the_first_line_on() -> None:
    """A bare page of days, titles and texts begins with a day, which stands over its title like all others."""
    poem = "O uivador\n\nEis o anjo que a cidade esperava\nSentado na última estação\nCom o cigarro aceso\n"
    page = (
        'Segunda-feira, Março 24, 2003\n"Se você acredita em tudo, é melhor não ler" - provérbio\n\n\n'
        f"Domingo, Março 23, 2003\nARE YOU THE ONE? ARE YOU THE ONE?\n\n\n{poem}\nNão, não, não, eu não\n"
        f"Hoje eu não quero queimar\n\n\nSábado, Março 22, 2003\nDESENHOS IMUNDOS\n\n{TEXTS[1]}\n\n\n"
        f"Sexta-feira, Março 21, 2003\nDIVERSÃO\n\n{TEXTS[2]}\n"
    )

    assert [(post.title, post.published) for post in told(page)][-2:] == [
        ("DESENHOS IMUNDOS", "2003-03-22"),
        ("DIVERSÃO", "2003-03-21"),
    ]
