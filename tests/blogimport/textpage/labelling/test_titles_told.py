"""Titles that are told by what leads to other posts, or by the day that their footer repeats."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.archive import NewPost

TALK = "\n2 comentarios:\n\n" + "\n".join(
    f"{name} dice:\n{day} de julio de 2010, 18:0{day}\n\n{text}\n"
    for name, day, text in (("Berta", 8, "¡Me encanta!"), ("Ramiro", 9, "Las del faro son las mejores."))
)


def only_post(text: str) -> NewPost:
    """The only post of a page."""
    (post,) = read_page((text + TALK).encode()).posts
    return post


def test_a_title_between_the_links_to_its_neighbours() -> None:
    """The line right under the titles of the posts before and after, which stand again below, is the title."""
    links = "« El faro 13: La niebla\nEl faro 15: Las gaviotas »\n"
    post = only_post(
        f"El faro\n\nDiario de un farero\nSaltar al contenido\n\n  • Contacto\n{links}\nEl faro 14: La lámpara\n\n"
        "Descargar\n\nThe lamp\n¡Qué luz!\n\nThe keeper\nEl guarda\n\nThe stairs\nLa escalera\n\n"
        f"Esta entrada fue escrita por Edu, publicada el 7/7/2010 a las 12:45, archivada en Torres y etiquetada luz. "
        f"Sigue los comentarios desde el canal RSS de esta entrada. Los trackbacks están cerrados.\n{links}"
    )

    assert (post.title, post.author, post.published) == ("El faro 14: La lámpara", "Edu", "2010-07-07T12:45")
    assert post.body.startswith("Descargar")
    assert len(post.comments) == 2


def test_the_day_that_the_footer_repeats() -> None:
    """A box with a list over the day of a post is none: the title stands under the day."""
    post = only_post(
        "Nico el farero\n\nEl mundo desde arriba\n\nSoy yo\n\nLo que me gusta\n\n  • la playa\n  • los barcos\n"
        "  • las gaviotas\n\njueves, 8 de julio de 2010\n\nBienvenidos\n\nHola, soy Nico. Gracias por venir.\n"
        "Publicado por Nico en jueves, julio 08, 2010\n"
    )

    assert (post.title, post.published) == ("Bienvenidos", "2010-07-08")
    assert post.body == "Hola, soy Nico. Gracias por venir."


@pytest.mark.parametrize(
    "head", ["8 de julio de 2010", "Publicado por Nico el 8 de julio de 2010", "Nico - 8 de julio de 2010"]
)
def test_a_short_paragraph_is_no_title(head: str) -> None:
    """A post without a title begins with its first paragraph, however short: no title is a sentence with its stop."""
    text = "La lámpara se apaga a las nueve y nadie la mira.\n\nLos barcos lo saben, y pasan más despacio que de día."
    post = only_post(f"{head}\n\n{text}\n")

    assert (post.title, post.published, post.body) == (None, "2010-07-08", text)


def test_a_sentence_that_begins_like_a_footer() -> None:
    """« Dans les deux cas, j'ai froid. » files nothing, and the text goes on below it."""
    post = only_post(
        "El puerto\n\nPublicado por Nico el 8/7/2010\n\nLa neige est tombée toute la nuit, et personne n'a su "
        "dire si elle tiendrait jusqu'au soir, ni s'il faudrait la ramasser.\n\nDans les deux cas, j'ai froid.\n\n"
        "Ce qui, s'il faut choisir, vaut mieux que ce que je ressens pour le reste de l'hiver.\n"
    )

    assert post.body.endswith("le reste de l'hiver.")


def test_the_rest_of_an_address_is_no_title() -> None:
    """Nor is what an extractor leaves of a picture's."""
    text = "On imagine une plage vide, et ce n'est pas tout à fait faux, mais il y a aussi les bateaux sous leur bâche."
    picture = "/http%3A%2F%2Fstorage.example.org%2F38%2F46%2F72190355_o.jpg)"
    (post,) = read_page(
        f"8 février 2012\n\nLa saison morte\n\n{picture}\n\n{text}\n\nCommenter".encode()
    ).posts

    assert (post.title, post.published) == ("La saison morte", "2012-02-08")


@pytest.mark.parametrize(
    "line", ["(Appuyer sur l'image pour s'y perdre.)", "Petit signe aux promeneurs", "Photo de Lucie"]
)
def test_the_title_stands_right_under_the_day(line: str) -> None:
    """Whatever short line stands between it and the text."""
    text = "Cette année une médiathèque prend son nom, et fait une place à ceux qui mettent les poètes en musique."
    (post,) = read_page(f"dimanche 17 octobre 2010\n\nNuages sur la lande\n\n{line}\n\n{text}".encode()).posts

    assert (post.title, post.published) == ("Nuages sur la lande", "2010-10-17")
    assert post.body == f"{line}\n\n{text}"


@pytest.mark.parametrize(
    "line", ["Publié par Quiche-Lorraine", "Un jeu par courrier, d'ordinaire, donne ceci :"]
)
def test_what_says_who_or_goes_on_is_no_title(line: str) -> None:
    """No title ends with a colon, and who published a text is not its title where none is left."""
    text = "« Madame vous êtes notre grande gagnante, renvoyez vite le bon, et vous aurez votre chèque. »"
    (post,) = read_page(f"{line}\n\n{text}\n\n{text}".encode()).posts

    assert post.title is None


def test_the_name_of_a_picture_ends_no_title() -> None:
    """An extractor glued it to how a letter begins."""
    post = only_post(
        "Al borde de la piscina\n\nQuerido Gaston,bañador.JPG\n\n"
        "Cuando le hablé, el otro lunes, no sabía que el miércoles estaría usted ya en el fondo de la piscina grande."
    )

    assert post.title == "Al borde de la piscina"
    assert post.body.startswith("Querido Gaston")


MOULIN = (
    "Il a plu toute la nuit sur le moulin, et ce matin la cour était une mare où les canards tournaient comme "
    "s'ils avaient payé l'entrée."
)
SIGNED = "\n".join(
    f"Quelle belle image !\nÉcrit par : {name} | lundi, 19 novembre 2007" for name in ("Zoé", "luc59")
)


@pytest.mark.parametrize("title", ["412. En pause", "Mardi 7 septembre", "3 mai 2009 : la crue"])
@pytest.mark.parametrize(
    "head", ["dimanche 18 novembre 2007\n\n{title}", "{title}\n\nPublié le 18 novembre 2007 par Odile"]
)
@pytest.mark.parametrize("is_close", [True, False], ids=["close", "apart"])
def test_a_title_with_a_number_or_another_day(title: str, head: str, is_close: bool) -> None:
    """It is no item, nor when the post was written, which the page tells beside it."""
    page = (
        f"Les carnets d'Odile\n\nAccueil\n\n{head.format(title=title)}\n\n{MOULIN}\n\nCommentaires\n{SIGNED}"
    )

    (post,) = read_page((page.replace("\n\n", "\n") if is_close else page).encode()).posts

    assert (post.title, post.published, post.body) == (title, "2007-11-18", MOULIN)
    assert [comment.author for comment in post.comments] == ["Zoé", "luc59"]


def test_items_that_count_on_are_no_title() -> None:
    """A list begins the text."""
    page = f"La crue\n\nPublié le 18 novembre 2007 par Odile\n\n1. Le ponton\n\n2. La barque\n\n{MOULIN}"

    (post,) = read_page(page.encode()).posts

    assert post.title == "La crue"
    assert post.body.startswith("1. Le ponton\n\n2. La barque")
