"""Pages whose extractor left no blank line, and pages where one stands between any two lines."""

from __future__ import annotations

from blogimport.textpage import read_page
from reader.archive import NewPost

TEXT = "La passerelle est fermée depuis lundi, et il faut maintenant descendre jusqu'au moulin pour passer la rivière."


def told(*lines: str, between: str = "\n") -> tuple[NewPost, ...]:
    """The posts of a page with these lines."""
    return tuple(read_page(between.join(lines).encode()).posts)


def test_buttons_between_the_heading_and_the_form() -> None:
    """What stands under « 3 comentarios » and says nothing in a sentence are buttons, where the comments are gone."""
    (post,) = told(
        "El banco de la estación", "Inicio › Cuaderno", "El banco de la estación",
        "Lun, 09/03/2009 - 12:10 — Eulalia",
        "Han pintado el banco de la estación y ahora nadie se sienta, por miedo a que el verde siga fresco.",
        "Llevo tres días mirándolo desde la taquilla. Hoy se ha sentado un perro y se ha levantado igual de blanco.",
        "3 comentarios", "Ir al formulario", "Opciones de los comentarios", "Nombre", "Página web",
    )  # fmt: skip

    assert (post.comments_declared, post.comments) == (3, ())


def test_names_as_items_over_their_texts() -> None:
    """Names that are items sign the texts that are indented under them."""
    (post,) = told(
        "Shed News", "Green Shed Confirmed For 2015", "June 4, 2014 by Maurice Bright 4 Comments",
        "The green shed was last built in 1999 and went within hours. Below are some pictures of it, and a map.",
        "Filed Under: Sheds",
        "  • Frank", "    great news but it is the blue one i need",
        "  • jasmin", "    off to queue now who wants to share a pizza?",
        "    • Shedhead42", "      Me",
        "  • Old Tom", "    I had the one of 1999.",
        "© 2015 Shed News",
    )  # fmt: skip

    assert [comment.author for comment in post.comments] == ["Frank", "jasmin", "Shedhead42", "Old Tom"]


def test_a_blank_line_between_any_two() -> None:
    """Who says a comment, when, and the comment stand apart then, and are no posts, though the newest come first."""
    (post,) = told(
        "Über das Leihen von Leitern", "3. Juni 2007",
        "Wer eine Leiter hat, hat Freunde, und wer zwei hat, hat keine mehr. Meine steht seit Ostern bei Leuten.",
        "Ich habe einen Zettel in den Hausflur gehängt und warte.",
        "Dieser Eintrag wurde am Sonntag, 3. Juni 2007 um 19:30 Uhr erstellt und ist in der Kategorie Flur abgelegt.",
        "Tamara sagt:", "am 5. Juni 2007 um 08:15 Uhr", "Die Leiter steht bei uns. Wir dachten, sie gehört zum Haus.",
        "Hr. Possehl sagt:", "am 4. Juni 2007 um 22:03 Uhr", "Mir fehlt übrigens ein Bohrer.",
        "Wiebke sagt:", "am 3. Juni 2007 um 20:41 Uhr", "Bei uns war es der Einkaufswagen. Der kam zurück.",
        "Kommentar schreiben", "  • Letzte Beiträge", "    • Über das Leihen von Leitern",
        between="\n\n",
    )  # fmt: skip

    assert [comment.author for comment in post.comments] == ["Tamara", "Hr. Possehl", "Wiebke"]


def test_a_post_is_not_lost_to_its_comments() -> None:
    """Day, hour, name and text of each comment, apart from each other, are no posts under a post of another day."""
    posts = told(
        "La mouette a pris le pain", "Publié par Odile le 2 mai 2007", TEXT, "On ferme la fenêtre.", "3 caquetages",
        "4 mai 2007", "9h05", "Zoé", "La nôtre ouvre les portes, méfiez-vous.",
        "4 mai 2007", "14h32", "Marc Le Bihan", "Chez nous elle préfère le beurre.",
        "5 mai 2007", "22h47", "la_godille", "Oui.",
        "Laisser un commentaire",
        between="\n\n",
    )  # fmt: skip

    assert [(post.title, post.published) for post in posts] == [("La mouette a pris le pain", "2007-05-02")]


def test_buttons_alone_tell_comments_below_a_text_and_its_day() -> None:
    """The text above the day is the post, and a button drawn up under « Bonjour ! » is that of the whole comment."""
    (post,) = told(
        f"{TEXT} {TEXT} {TEXT}", "mercredi 6 avril 2011",
        "Inscription à :", "Publier les commentaires (Atom)",
        "Bonjour !", "RépondreSupprimerJe cherche le bouton pour agrandir, on devine à peine la passerelle !",
        "Sinon on aimerait en voir toute une ribambelle…",
        "Peindre une passerelle me paraît exiger une patience infinie, et un bateau. Qui vous a aidé ?",
        "RépondreSupprimerJoli bleu",
        "RépondreSupprimer",
    )  # fmt: skip

    assert (post.published, post.body) == ("2011-04-06", f"{TEXT} {TEXT} {TEXT}")
    assert [comment.body.split("\n")[0] for comment in post.comments] == [
        "Bonjour !",
        "Peindre une passerelle me paraît exiger une patience infinie, et un bateau. Qui vous a aidé ?",
        "Joli bleu",
    ]


def test_comments_under_the_link_to_the_form() -> None:
    """What stands under « Ajouter un commentaire », at the end, are comments, though few of their lines end."""
    (post,) = told(
        "La passerelle", TEXT, f"{TEXT[:60]}.",
        "Commentaires", "Ajouter un commentaire",
        "Trop beau ton blog, j ai lu presque tout cette nuit meme les vieux textes, du coup g recopié celui la !",
        "Katia",
    )  # fmt: skip

    assert [(comment.author, comment.body[:18]) for comment in post.comments] == [
        ("Katia", "Trop beau ton blog")
    ]


def test_names_under_a_row_of_categories_are_no_comments() -> None:
    """A list of names says nothing to anybody."""
    (post,) = told(
        "Le catalogue", TEXT, f"{TEXT[:60]}.", "Publié dans : Jardin | Lien permanent",
        "Service Courrier", "Service Moulin", "Service Passerelle",
    )  # fmt: skip

    assert post.comments == ()


def test_comments_around_buttons_alone() -> None:
    """A comment over the first button may close, and be of one line; under the last one a further comment stands."""
    (post,) = told(
        TEXT, f"{TEXT[:60]} à pied.",
        "Comme tu as dû être émue en la voyant fermée, cette passerelle. Bises",
        "RépondreSupprimerOh làlàlà qu'elle est chouette sur la dernière photo !",
    )  # fmt: skip

    assert [comment.body for comment in post.comments] == [
        "Comme tu as dû être émue en la voyant fermée, cette passerelle. Bises",
        "Oh làlàlà qu'elle est chouette sur la dernière photo !",
    ]


def test_titles_that_are_left_open() -> None:
    """« Le petit pois de la cousine... » is a title, though five words with a full stop are a statement."""
    (post,) = told("Le petit pois de la cousine...", f"{TEXT} {TEXT}", TEXT, f"{TEXT[:60]}.")
    assert post.title == "Le petit pois de la cousine..."

    (post,) = told("Le petit pois de la cousine.", f"{TEXT} {TEXT}", TEXT, f"{TEXT[:60]}.")
    assert post.title is None


def test_the_first_of_two_lines_over_a_text() -> None:
    """What says much under the first line is of the text, for no blank line tells the two apart."""
    below = "Oui oui, une passerelle… en plein mois d’août… je vous entends rire d’ici ;o)"
    (post,) = told("Celle qui peignait des passerelles", below, f"{TEXT} {TEXT}", f"{TEXT[:60]}.")

    assert post.title == "Celle qui peignait des passerelles"
    assert post.body.startswith(below)
