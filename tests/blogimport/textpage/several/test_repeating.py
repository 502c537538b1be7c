"""Posts that are told by the rows that come again for each of them."""

from __future__ import annotations

from blogimport.textpage import read_page

_TIMED = """  • Contactos
  • Sobre

A varanda de Amália

Novidades

O padeiro voltou a abrir a porta às cinco

Amália Reis 22:19:00 0

Depois de três meses de obras, o forno da rua de baixo voltou a acordar o bairro inteiro com o cheiro da broa.

Uma gaivota no mercado de peixe

Amália Reis 18:12:00 3

Entrou por onde entram os clientes, escolheu o maior dos sargos e saiu sem pagar, com toda a gente a aplaudir.

O elétrico já não para na esquina

Amália Reis 23:46:00 1

A companhia diz que a paragem era perigosa, os vizinhos dizem que perigoso é subir a rua a pé aos oitenta anos.

Postagens mais antigas Página inicial
"""

_COUNTED = """\
Klang und Kelle

    • News
    • Musik
    • Kontakt

    • Platte der Woche: Regenrinne

    0

    26/11/2011 · Papa Sika · Kategorie: Allgemein,Platte der Woche ·

    Diese Platte lag drei Winter im Keller, und sie klingt, als hätte der Keller mitgespielt.

    Habt Freude und verlauft euch nicht!

    Neues von Stine

    1

    13/10/2011 · Markus Anders · Kategorie: Allgemein ·

    Stine ist zurück, mit vierzig Minuten, in denen kein einziges Mal das Licht angeht.

    Platte der Woche: Kachelofen

    0

    01/10/2011 · Torsten · Kategorie: Allgemein,Platte der Woche ·

    Zu den letzten schönen Spätsommertagen passt nichts besser als ein Ofen, der nur raucht.

    1 2 3 ...23 Weiter

    Kommentare

    • Felix: schön!
    • Sibylle: Das läuft hier seit Freitag, Danke!

    Neueste Beiträge

    • Platte der Woche: Regenrinne
"""


def test_times_beside_a_name_are_rows() -> None:
    """Who wrote, at what time, and how many comments there are, stands under the title of each post."""
    posts = read_page(_TIMED.encode()).posts

    assert [post.title for post in posts] == [
        "O padeiro voltou a abrir a porta às cinco",
        "Uma gaivota no mercado de peixe",
        "O elétrico já não para na esquina",
    ]
    assert all(post.body.endswith(".") and "\n" not in post.body for post in posts)


def test_signed_comments_stay_comments() -> None:
    """Days under short lines sign what is said on a page that asks for more of it, whatever order they stand in."""
    said = "\n\n".join(
        f"{name}\n{day} mai 2009\n\n{text}"
        for name, day, text in (
            ("Zoé", 3, "Merci pour la soupe et pour le poêle, nous étions trempés jusqu'aux os."),
            ("Paul et Lise", 5, "La vue est telle que vous l'aviez promise, et le pain aussi."),
            ("Firmin", 9, "J'ai laissé mes raquettes derrière la porte, je repasse les prendre."),
        )
    )
    text = "Le refuge ouvre samedi, avec un poêle neuf, deux bancs et la promesse d'une soupe pour qui monte à pied."
    head = f"Le refuge\n\nOuverture\n\nPublié le 2 mai 2009\n\n{text}"
    page = f"{head}\n\n3 commentaires\n\n{said}\n\nLaisser un commentaire\n"
    (post,) = read_page(page.encode()).posts

    assert [comment.author for comment in post.comments] == ["Zoé", "Paul et Lise", "Firmin"]


def test_the_goods_of_a_shop_are_no_posts() -> None:
    """What stands beside each of them comes again, and no day does."""
    goods = "\n\n".join(
        f"{name}\n\nSolid wood, oiled by hand, delivered in one piece.\n\n{price} €\n\nAdd to cart"
        for name, price in (("Oak table", 120), ("Beech chair", 40), ("Ash bench", 75), ("Elm stool", 25))
    )
    page = f"The Joiner\n\n  • Home\n  • Contact\n\nFurniture\n\n{goods}\n\nDelivery within two weeks, anywhere.\n"

    assert len(read_page(page.encode()).posts) <= 1


def test_a_title_may_be_an_item_and_a_figure_stand_under_it() -> None:
    """The latest comments, in a box under several posts, are those of none."""
    posts = read_page(_COUNTED.encode()).posts

    assert [post.title for post in posts] == [
        "Platte der Woche: Regenrinne",
        "Neues von Stine",
        "Platte der Woche: Kachelofen",
    ]
    assert [post.published for post in posts] == ["2011-11-26", "2011-10-13", "2011-10-01"]
    assert [post.categories for post in posts] == [
        ("Allgemein", "Platte der Woche"),
        ("Allgemein",),
        ("Allgemein", "Platte der Woche"),
    ]
    assert not any(post.comments for post in posts)
