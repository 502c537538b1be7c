"""Posts of themes whose rows no cue knows, or only some: they are built alike, or say once what holds for several."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

_PIPED = """\
Tavane

Vrijdag 04 Juni 2010 - 8:41 pm

Het hek van de buren

Het hek stond open, en dus liep de geit van de buren door onze kamer alsof zij er de huur betaalde.

Zij ging ook weer.

Griet | ¶ | Erf | vier krabbels Bewaard bij: geit, hek

Vrijdag 28 Mei 2010 - 7:05 pm

Ladder

De ladder is terug van weggeweest, met een sport minder en een verhaal meer dan toen hij vertrok.

Griet | ¶ | Schuur | niemand krabbelt

Woensdag 19 Mei 2010 - 9:12 am

Wat er in de sloot lag

Een fiets, twee emmers en de helft van een kerststal lagen erin, en wij hebben alleen de emmers gehouden.

Teun | ¶ | Sloot | een krabbel Bewaard bij: emmers
"""

_LABELLED = """\
Blechkiste

12.11.06

Festadresse 21:14:55, von ralf E-Brief, 61 Silben, 38 Blicke
Kategorien: Werkbank, Rad

Zwei Muttern zu wenig

Das Tretlager dreht sich wieder, und trotzdem fehlen auf dem Lappen zwei Muttern, die vorher niemand gebraucht hat.

Festadresse 2 Kommentare • Trackbacks (0)
Festadresse 09:02:11, von ralf E-Brief, 24 Silben, 31 Blicke
Kategorien: Allgemein

Raureif

Der erste Reif lag auf dem Dach, und das Schloss ging nur mit warmem Atem und sehr viel Geduld wieder auf.

Festadresse Rückmeldung • Trackbacks (0)

09.11.06

Festadresse 23:40:07, von sigrun E-Brief, 53 Silben, 77 Blicke
Kategorien: Funde

Ein Katalog von 1931

Auf dem Speicher lag ein Katalog mit Preisen, für die man heute nicht einmal mehr die Schrauben dazu bekäme.

Festadresse 1 Kommentar • Trackback (1)
"""

_COUNTED = """\
Películas para nadie

El faro que se mudó

MAR Ninguna Respuesta »
25 de agosto de 2011

Movieron el faro doce metros tierra adentro y el farero siguió subiendo, de noche, la escalera que ya no estaba.

Publicado por admin a las 16:36 Etiquetado en: faros

La tienda de los relojes parados

CIUDAD 3 Respuestas »
21 de agosto de 2011

El dueño les da cuerda una vez al año, todos a la vez, y ese día no abre porque no se oye a la clientela.

Publicado por admin a las 10:02 Etiquetado en: relojes

Polillas

BICHOS 1 Respuesta »
14 de agosto de 2011

Veinte minutos de polillas contra una bombilla, sin música, y al final uno está de parte de la bombilla.

Publicado por lola a las 23:47 Etiquetado en: insectos
"""

_DOTCLEAR = """\
Chez Mémé Disquette

dimanche 18 juin 2006

Le lecteur avale tout

Atelier > Par Mémé Disquette, dimanche 18 juin 2006 à 23:12

Le lecteur a pris la disquette, puis la pièce qu'on avait glissée pour la récupérer, puis le trombone.

7 commentaires :: aucun trackback

samedi 3 juin 2006

Souder sans pleurer

Atelier > Par Mémé Disquette, samedi 3 juin 2006 à 10:45

Il faut une pince, une lampe, et quelqu'un qui tienne la lampe sans poser de questions sur la pince.

aucun commentaire :: un trackback

Le nouveau garage

Divers > Par Mémé Disquette, samedi 3 juin 2006 à 09:02

Le carnet a changé de machine cette nuit, et si tout va bien personne n'aurait dû s'en apercevoir.

un commentaire :: aucun trackback
"""

_DAY_OVER_SEVERAL = """\
Pingpong & Sons

Friday, March 23, 2007

The lift that would not stop

It went past our floor four times, and on the fifth we had made friends with everybody who was in it.

posted by Nell Larch at 03:43:28 AM permalink

A vote on the fountain

Two hundred people came with whistles, and the council found that it had liked the fountain all along.

posted by Xavier Mott at 03:33:51 AM permalink

Thursday, March 22, 2007

A chair in a suitcase

A shop makes a chair that folds into a suitcase, and a suitcase that does not fold into anything at all.

posted by Mabel Frick at 06:21:37 PM permalink
"""

_DAYS_AS_TITLES = """\
Le bon cheval : un par soir

Le bon cheval vous donne chaque soir, pour rien, celui qu'il ne faut pas oublier le lendemain.

samedi 15 mars 2014

Dimanche 16 mars 2014 Grand prix de Nantes

Dimanche 16 mars 2014          Nantes          17 partants

Prix du Vieux Lavoir

NOTRE CHEVAL :

308 Tambourin
Publié par Le bon cheval à 11:19

vendredi 14 mars 2014

Samedi 15 mars 2014 Grand prix de Lens

Samedi 15 mars 2014          Lens          16 partants

Prix des Saules

NOTRE CHEVAL :

305 Brume douce
Publié par Le bon cheval à 16:17

jeudi 13 mars 2014

Vendredi 14 mars 2014 Grand prix de Cabourg

Vendredi 14 mars 2014          Cabourg          16 partants

Prix de la Digue

NOTRE CHEVAL :

106 Ulysse
Publié par Le bon cheval à 16:06
"""

_KICKERS = """\
Radio Kutter

Kein Fest am Leuchtturm

Montag, 14. Mai 2012 um 19:26 Uhr
ABGESAGT

Das Fest wurde eine Stunde vor dem Fest abgesagt, weil die Mole nach Meinung des Vereins nicht feiern kann.

Weiterlesen: Kein Fest am Leuchtturm

Neue Möwe im Stadtwappen

Montag, 14. Mai 2012 um 18:10 Uhr
WAPPEN

Der Rat hat den Entwurf angenommen, auf dem die Möwe nach links schaut, wo früher einmal ein Fisch war.

Weiterlesen: Neue Möwe im Stadtwappen

Elf Chöre an einem Abend

Sonntag, 13. Mai 2012 um 15:12 Uhr
GESANG

Am Samstag singen im alten Hafen elf Chöre gegeneinander, und gewonnen hat, wer danach noch sprechen kann.

Weiterlesen: Elf Chöre an einem Abend
"""

_SPACED_DAYS = """\
Laub und Laterne

Konzert im Keller

14. 9. 2010

Und dann ging mitten im zweiten Lied das Licht aus, was dem Lied und dem Keller ganz gut bekommen ist.

Weiterlesen …

Was man weglässt

11. 9. 2010

Ein Aufsatz über das Weglassen, in dem nichts fehlt und an dessen Ende ein Satz steht, der mir gefällt.

Weiterlesen …

Nachtbus

9. 9. 2010

Ob der Bus gut war, merkt man mitunter erst, wenn man schon wieder zwei Stunden neben ihm hergelaufen ist.

Weiterlesen …
"""

_CASES = {
    "rows with borders": (
        _PIPED,
        [
            ("Het hek van de buren", "2010-06-04T20:41", "Het hek", "ook weer."),
            ("Ladder", "2010-05-28T19:05", "De ladder", "hij vertrok."),
            ("Wat er in de sloot lag", "2010-05-19T09:12", "Een fiets", "emmers gehouden."),
        ],
    ),
    "rows with the same first words": (
        _LABELLED,
        [
            ("Zwei Muttern zu wenig", "2006-11-12", "Das Tretlager", "gebraucht hat."),
            ("Raureif", "2006-11-12", "Der erste", "wieder auf."),
            ("Ein Katalog von 1931", "2006-11-09", "Auf dem", "dazu bekäme."),
        ],
    ),
    "rows with the same last words, also in the plural": (
        _COUNTED,
        [
            ("El faro que se mudó", "2011-08-25T16:36", "Movieron el", "no estaba."),
            ("La tienda de los relojes parados", "2011-08-21T10:02", "El dueño", "la clientela."),
            ("Polillas", "2011-08-14T23:47", "Veinte minutos", "la bombilla."),
        ],
    ),
    "where filed, by whom and when, in one row": (
        _DOTCLEAR,
        [
            ("Le lecteur avale tout", "2006-06-18T23:12", "Le lecteur", "le trombone."),
            ("Souder sans pleurer", "2006-06-03T10:45", "Il faut", "la pince."),
            ("Le nouveau garage", "2006-06-03T09:02", "Le carnet", "s'en apercevoir."),
        ],
    ),
    "a day over several posts": (
        _DAY_OVER_SEVERAL,
        [
            ("The lift that would not stop", "2007-03-23T03:43", "It went", "was in it."),
            ("A vote on the fountain", "2007-03-23T03:33", "Two hundred", "all along."),
            ("A chair in a suitcase", "2007-03-22T18:21", "A shop", "at all."),
        ],
    ),
    "titles with days, and texts without a sentence": (
        _DAYS_AS_TITLES,
        [
            (
                "Dimanche 16 mars 2014 Grand prix de Nantes",
                "2014-03-15T11:19",
                "Dimanche 16",
                "308 Tambourin",
            ),
            ("Samedi 15 mars 2014 Grand prix de Lens", "2014-03-14T16:17", "Samedi 15", "305 Brume douce"),
            ("Vendredi 14 mars 2014 Grand prix de Cabourg", "2014-03-13T16:06", "Vendredi 14", "106 Ulysse"),
        ],
    ),
    "words in capitals that end a title, too": (
        _KICKERS,
        [
            ("Kein Fest am Leuchtturm", "2012-05-14T19:26", "ABGESAGT", "feiern kann."),
            ("Neue Möwe im Stadtwappen", "2012-05-14T18:10", "WAPPEN", "Fisch war."),
            ("Elf Chöre an einem Abend", "2012-05-13T15:12", "GESANG", "sprechen kann."),
        ],
    ),
    "days in figures with spaces": (
        _SPACED_DAYS,
        [
            ("Konzert im Keller", "2010-09-14", "Und dann", "bekommen ist."),
            ("Was man weglässt", "2010-09-11", "Ein Aufsatz", "mir gefällt."),
            ("Nachtbus", "2010-09-09", "Ob der", "hergelaufen ist."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), _CASES.values(), ids=_CASES)
def test_posts_are_told(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    """Each post has its title, its moment, and all of its text."""
    posts = read_page(text.encode()).posts

    assert [(post.title, post.published) for post in posts] == [
        (title, when) for title, when, _, _ in expected
    ]
    for post, (_, _, first, last) in zip(posts, expected, strict=True):
        assert post.body.startswith(first)
        assert post.body.endswith(last)
        assert not post.comments


_RECIPES = """\
La louche

samedi 6 mars 2010

Soupe de fanes

Pour 4 personnes

Les fanes de radis se lavent trois fois, se hachent, et fondent avec une noisette de beurre et un oignon.

Publié par Lise à 10:12

vendredi 5 mars 2010

Gratin de blettes

Pour 6 personnes

Les côtes cuisent à part, les verts juste après, et le tout passe au four sous un reste de fromage râpé.

Publié par Lise à 18:40

jeudi 4 mars 2010

Pain perdu

Pour 2 personnes

Le pain d'avant-hier se trempe sans se presser, et se dore en parlant d'autre chose, à feu doux.

Publié par Lise à 08:05
"""

_TITLES_BESIDE_DAYS = """\
Quaderno di cucina

Il brodo di nonna Ilde · 30 Ottobre 2005, 18:22 by Marta

Ci vogliono quattro ore, una gallina che abbia vissuto e nessuna fretta, come diceva sempre lei al gatto.

Commento [4]

Mercato · 27 Ottobre 2005, 09:05 by Marta

Zucche ovunque, e il signor Pino le vende a occhio, e il suo occhio pesa sempre tre etti in più del mio.

Commento

Pane in tre giorni (quasi) · 20 Ottobre 2005, 22:51 by Gino Serra

Primo giorno: acqua e farina, e aspettare, e il secondo giorno è uguale al primo, ma con meno speranza.

Commento [1]
"""

_NAMES_BESIDE_DAYS = """\
La cabane du fond

Le toit est fini

Publié le 2 mai 2009

Le toit est fini, et il a plu la nuit même, ce qui nous a permis de compter les trous qui restent à boucher.

Commentaires

Zoé · 3 mai 2009

Bravo à tous les deux, on viendra vous aider pour les murs si vous promettez de refaire la soupe.

Paul · 4 mai 2009

Il pleut aussi chez nous, mais chez nous c'est exprès, le toit est en tôle percée depuis trente ans.

Firmin · 5 mai 2009

Gardez les trous, ils font de la musique les soirs d'orage et on s'y habitue plus vite qu'on ne croit.
"""


def test_a_text_that_begins_as_others_do_is_whole() -> None:
    """What may be of the text is of it, though it stands where a theme has its rows."""
    posts = read_page(_RECIPES.encode()).posts

    assert [post.title for post in posts] == ["Soupe de fanes", "Gratin de blettes", "Pain perdu"]
    assert [post.body.split("\n")[0] for post in posts] == [
        f"Pour {number} personnes" for number in (4, 6, 2)
    ]


def test_titles_beside_days() -> None:
    """A row of a title, the day and who wrote is all three, and no category."""
    posts = read_page(_TITLES_BESIDE_DAYS.encode()).posts

    assert [(post.title, post.published, post.author, post.categories) for post in posts] == [
        ("Il brodo di nonna Ilde", "2005-10-30T18:22", "Marta", ()),
        ("Mercato", "2005-10-27T09:05", "Marta", ()),
        ("Pane in tre giorni (quasi)", "2005-10-20T22:51", "Gino Serra", ()),
    ]
    assert [post.body.split()[-1] for post in posts] == ["gatto.", "mio.", "speranza."]


def test_names_beside_days_sign_comments() -> None:
    """Names are no titles."""
    (post,) = read_page(_NAMES_BESIDE_DAYS.encode()).posts

    assert [comment.author for comment in post.comments] == ["Zoé", "Paul", "Firmin"]


def test_rows_of_one_form_say_the_same() -> None:
    """What stands behind the day is where each post is filed, though one word there could be no name."""
    page = "\n\n".join(
        f"{title}\n\n{day}. April 2012   {where}\n\n{text}\n\nWeiterlesen"
        for title, day, where, text in (
            (
                "Ein Jahr voller Türschilder",
                26,
                "Interviews",
                "Seit Januar geht sie jeden Tag zu einer anderen Tür …",
            ),
            (
                "Warum ich wieder losziehe",
                18,
                "Technik",
                "Ein Zoom ist bequem, und genau das war mein Fehler, denn …",
            ),
            ("Hallo zusammen!", 9, "Allgemein", "Die Bude macht wieder auf, nach einem langen Winter und …"),
        )
    )
    posts = read_page(f"Knipserei\n\n{page}\n".encode()).posts

    assert [(post.title, post.published) for post in posts] == [
        ("Ein Jahr voller Türschilder", "2012-04-26"),
        ("Warum ich wieder losziehe", "2012-04-18"),
        ("Hallo zusammen!", "2012-04-09"),
    ]
