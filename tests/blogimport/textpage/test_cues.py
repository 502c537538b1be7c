"""Cues: what a line could be, in every language that has a file."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.textpage.cues import has_figure, sights_of
from blogimport.textpage.cues.cue import cue_of

FOLDER = files("blogimport.textpage.cues")
LANGUAGES = sorted(
    entry.name.removesuffix(".toml") for entry in FOLDER.iterdir() if entry.name.endswith(".toml")
)


def data(language: str) -> dict[str, dict[str, list[str]]]:
    """One cue file."""
    return tomllib.loads(FOLDER.joinpath(f"{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cue_stands_twice(language: str) -> None:
    """A cue is compared without regard to capitals, so that the second of two costs time and says nothing."""
    lists = [
        (section, kind, [text.casefold() for text in texts])
        for section, kinds in data(language).items()
        if isinstance(kinds, dict)
        for kind, texts in kinds.items()
        if isinstance(texts, list) and all(isinstance(text, str) for text in texts)
    ]

    assert lists
    assert [one for one in lists if len(set(one[2])) < len(one[2])] == []


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "any"])
def test_each_cue_is_a_pattern(language: str) -> None:
    """Patterns are compiled when a line needs them, so that a broken one would be found on somebody's page."""
    texts = [
        text
        for section in ("comments", "post")
        for texts in data(language)[section].values()
        for text in texts
    ]

    cues = [cue_of("head", text) for text in texts]

    assert len(texts) > 20
    # What stands around a cue is the same for each, and takes most of the time.
    assert cues[0].pattern.groups >= 0
    assert all(cue.within.groups >= 0 for cue in cues)


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "any"])
def test_files_have_the_same_shape(language: str) -> None:
    """A translator finds the same tables in each file, none of the necessary ones empty."""
    found = data(language)

    for section, names in {
        "comments": ("heading", "none", "closed", "form", "head", "head_before", "tail", "answers"),
        "post": ("byline", "about", "related", "absent"),
        "said": ("author", "date", "time", "category", "tags"),
        "furniture": ("line", "starts"),
        "speech": ("greeting", "farewell", "thanks", "thanks_for_comment", "agrees", "family", "postscript"),
    }.items():
        assert all(found[section][name] for name in names), section


@pytest.mark.parametrize(
    ("line", "kind", "stated"),
    [
        ("3 réflexions sur “Le phare”", "heading", {"count": 3, "title": "“Le phare"}),
        ("7 thoughts on “The sea", "heading", {"count": 7}),
        ("Trois commentaires", "heading", {"count": 3}),
        ("There are two comments", "heading", {"count": 2}),
        ("Zwölf Kommentare", "heading", {"count": 12}),
        ("vrijdag 30 mei 2008 • Fietsen • drie reacties", "byline", {"count": 3}),
        ("Une réflexion au sujet de « Le phare »", "heading", {"count": 1}),
        ("4 Antworten auf „Das Meer“", "heading", {"count": 4}),
        ("2 comentarios en “El mar”", "heading", {"count": 2}),
        ("5 reacties op De zee", "heading", {"count": 5}),
        ("1 482 commentaires pour Le phare", "heading", {"count": 1482, "title": "Le phare"}),
        ("12,040 Comments", "heading", {"count": 12040}),
        ("Comments 5", "heading", {"count": 5}),
        ("Kommentare schreiben", "form", {}),
        ("Комментарии для этой записи запрещены.", "closed", {}),
        ("Le phare est la note précédente de ce blog.", "furniture", {}),
        ("Rejoignez-nous", "furniture", {}),
        ("Les autres brèves :", "related", {}),
        ("Von Zoé | 1 Kommentar | Kategorie(n): Meer, Wind", "byline", {"categories": ("Meer", "Wind")}),
        (
            "Posté par Zoé à 13:41 - ~la mer - lire les réactions [10]",
            "byline",
            {"author": "Zoé", "count": 10},
        ),
        ("Tags:mer · vent du large", "byline", {"tags": ("mer", "vent du large")}),
        ("Nombre de commentaires6 Commentaires", "byline", {"count": 6}),
        ("Catégories : Mer | 3 commentaires tags: phare", "byline", {"categories": ("Mer",), "count": 3}),
        (
            "3 mai 2006Étiquettes vie en mer, jour en ville",
            "byline",
            {"tags": ("vie en mer", "jour en ville")},
        ),
        ("January 6, 2008 · 3 min · zoe", "byline", {"author": "zoe", "date": "2008-01-06"}),
        (
            "Published 7 March, 2011 Sea , Wind Leave a Comment Edit",
            "byline",
            {"categories": ("Sea", "Wind")},
        ),
        ("… Kudos", "furniture", {}),
        ("► 2019 (22)", "furniture", {}),
        ("▼ Oktober (3)", "furniture", {}),
        ("17 Discussion to this post", "heading", {"count": 17}),
        (
            "By Zoë 10. Mai 2019 in Meer, Wind 17 Comments",
            "byline",
            {"categories": ("Meer", "Wind"), "count": 17},
        ),
        ("Aucun commentaire:", "none", {}),
        ("Les commentaires sont fermés.", "closed", {}),
        ("Laisser un commentaire [Annuler la réponse.]", "form", {}),
        ("Zoé dit :", "head_before", {"author": "Zoé"}),
        ("Zoé • il y a 3 ans", "head", {"author": "Zoé"}),
        ("Anna sa...", "head_before", {"author": "Anna"}),
        ("la iaia Pepeta ha dit...", "head_before", {"author": "la iaia Pepeta"}),
        ("23 de comentarii la Marea", "heading", {"count": 23, "title": "Marea"}),
        ("Deniz için 3 yorum", "heading", {"count": 3, "title": "Deniz"}),
        ("Jedna odpowiedź na „Morze”", "heading", {}),
        ("Publikováno 5. října 2008 | Autor: Božena", "byline", {"author": "Božena", "date": "2008-10-05"}),
        ("Αναρτήθηκε από Ευανθία στις 11:20 μ.μ.", "byline", {"author": "Ευανθία", "time": "23:20"}),
        ("Gönderen Nermin zaman: 21:10", "byline", {"author": "Nermin", "time": "21:10"}),
        ("March 5, 2008 | Unregistered CommenterZoe", "head", {"author": "Zoe", "date": "2008-03-05"}),
        ("Posted by bellringer in Bells", "byline", {"author": "bellringer", "categories": ("Bells",)}),
        ("Zoe | Homepage | 03.05.07 - 8:15 am | #", "head", {"author": "Zoe", "date": "2007-05-03T08:15"}),
        ("Zoé a dit...", "head_before", {"author": "Zoé"}),
        ("zoe (zoe) wrote,", "head_before", {"author": "zoe"}),
        ("Avatar Zoé says:", "head_before", {"author": "Zoé"}),
        (
            "Posté par Zoé, 3 mai 2006 à 10:12 | | Répondre",
            "head",
            {"author": "Zoé", "date": "2006-05-03T10:12"},
        ),
        ("Article publié le lundi 19 février 2007", "byline", {"date": "2007-02-19"}),
        ("Brève mise en ligne le 3 mai 2006 par Zoé", "byline", {"author": "Zoé", "date": "2006-05-03"}),
        ("Beitrag verfasst am 3. Mai 2006 von Zoë", "byline", {"author": "Zoë", "date": "2006-05-03"}),
        ("Écrit par : J. B. | 03/05/2006", "head", {"author": "J. B.", "date": "2006-05-03"}),
        ("kunema - 4 mars 2007", "head", {"author": "kunema", "date": "2007-03-04"}),
        ("Par Zoé dans : la mer.", "byline", {"author": "Zoé", "categories": ("la mer",)}),
        (
            "10:12 Publié dans Mer & Co | Lien permanent | Commentaires (4) | Tags : a, b c | |  Facebook",
            "byline",
            {"time": "10:12", "categories": ("Mer & Co",), "count": 4, "tags": ("a", "b c")},
        ),
        (
            "Publié le 3 mai 2006Auteur ZoéCatégories MerMots-clés phare, vent",
            "byline",
            {"author": "Zoé", "date": "2006-05-03", "categories": ("Mer",), "tags": ("phare", "vent")},
        ),
        (
            "Le 3 mai 2006, par Zoé dans Mer",
            "byline",
            {"author": "Zoé", "date": "2006-05-03", "categories": ("Mer",)},
        ),
        (
            "Ce contenu a été publié dans Mer, Fin du monde par Zoé, et marqué avec phare, le 3 mai 2012.",
            "byline",
            {"author": "Zoé", "date": "2012-05-03", "categories": ("Mer", "Fin du monde")},
        ),
        (
            "Posted at 03:22PM May 3, 2006 by Zoé in Sea | Comments[4]",
            "byline",
            {"author": "Zoé", "date": "2006-05-03T15:22", "categories": ("Sea",), "count": 4},
        ),
        ("Par Zoé | Publié : 3 mai 2006", "byline", {"author": "Zoé", "date": "2006-05-03"}),
        ("3 mai 2006 à 12:30 › Zoé", "byline", {"author": "Zoé", "date": "2006-05-03T12:30"}),
        (
            "Zoé Kerlan 3 May 2006 08:05 | Comments [3] | Permalink",
            "byline",
            {"author": "Zoé Kerlan", "date": "2006-05-03T08:05", "count": 3},
        ),
        ("#1Zoé, 3 mai 2006 à 10:12", "head", {"author": "Zoé", "date": "2006-05-03T10:12"}),
        ("Zoé (non vérifié), 3 mai 2006 à 10:12", "head", {"author": "Zoé", "date": "2006-05-03T10:12"}),
        ("Auteur : Zoé le 3 mai 2006 à 10:12 CET", "head", {"author": "Zoé", "date": "2006-05-03T10:12"}),
        ("Voir en ligne : http://potager.example.org/", "tail", {}),
        ("[ Répondre | Parent ]", "tail", {}),
        ("~ par Zoé le 3 mai 2006.", "byline", {"author": "Zoé", "date": "2006-05-03"}),
        ("Par Zoé Kerlan 6 commentaires", "byline", {"author": "Zoé Kerlan", "count": 6}),
        (
            "Lien permanent 14:05, Catégories: Radio, 39 mots, 346 vues",
            "byline",
            {"time": "14:05", "categories": ("Radio",)},
        ),
        # What stood in a link, an extractor has lost.
        ("Publié le 3 mai 2006 par", "byline", {"author": None, "date": "2006-05-03"}),
        ("Posté par le 3 mai 2006 dans", "byline", {"author": None, "date": "2006-05-03"}),
        ("Posted by at", "byline", {"author": None, "date": None}),
        ("Le phare a rouvert | 3 commentaires | Créer un compte", "heading", {"count": 3}),
        ("Les commentaires appartiennent à leurs auteurs, et à eux seuls.", "furniture", {}),
        ("Envoyer cet article à un ami", "furniture", {}),
        ("5 commentaires Commenter", "heading", {"count": 5}),
        ("About this entry", "about", {}),
        ("L'auteur - Zoé Kerlan", "about", {"author": "Zoé Kerlan"}),
        ("Billets associés :", "related", {}),
        ("Votre adresse de messagerie ne sera pas publiée.", "furniture", {}),
        ("Page introuvable", "absent", {}),
    ],
)
def test_lines(line: str, kind: str, stated: dict[str, object]) -> None:
    """Lines as platforms write them are seen for what they are, with what they state."""
    sight = sights_of(line, "fr").get(kind)  # type: ignore[arg-type] # the table holds cue kinds

    assert sight is not None
    assert {name: getattr(sight.captured, name) for name in stated} == stated


@pytest.mark.parametrize(
    "line",
    [
        "Il est venu le 3 mai 1931 avec sa sœur",
        "Nous avons lu trois commentaires de ce livre, et le dernier nous a plu.",
        "Elle a dit qu'elle viendrait, puis elle est partie sans rien ajouter.",
        "The comments of my grandmother on this soup are not for the public.",
    ],
)
def test_sentences(line: str) -> None:
    """A sentence that holds a platform's words is still a sentence."""
    assert not set(sights_of(line, "fr").by_kind) & {
        "heading",
        "head_before",
        "form",
        "closed",
        "none",
        "tail",
    }


@given(st.text(max_size=300))
def test_any_line(line: str) -> None:
    """No line is too odd to be looked at."""
    sights_of(line, "fr")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "This entry was posted in Rivers and tagged ferry, boat by Griet. Bookmark the permalink."),
        (
            "fr",
            "Ce contenu a été publié dans Rivers par Griet, et marqué avec ferry, boat. Mettez-le en favori.",
        ),
        (
            "fr",
            "Cette entrée a été publiée dans Rivers, et marquée avec ferry, boat, le 3 mai 2005 par Griet.",
        ),
        ("es", "Esta entrada fue publicada en Rivers y etiquetada ferry, boat por Griet. Guarda el enlace."),
        (
            "es",
            "Esta entrada se publicó en Rivers y está etiquetada con ferry, boat en 3 mayo, 2005 por Griet.",
        ),
        ("it", "Questa voce è stata pubblicata in Rivers e contrassegnata con ferry, boat da Griet."),
        ("pt", "Esta entrada foi publicada em Rivers e marcada com a tag ferry, boat por Griet."),
        (
            "nl",
            "Dit bericht werd geplaatst in Rivers en getagged ferry, boat door Griet. Bookmark de permalink.",
        ),
        (
            "de",
            "Dieser Beitrag wurde am 3. Mai 2005 von Griet in Rivers veröffentlicht. Schlagworte: ferry, boat.",
        ),
    ],
)
def test_sentences_under_a_post(language: str, line: str) -> None:
    """WordPress says in a sentence who wrote a post, where it is filed, and with which tags, in each language."""
    sight = sights_of(line, language).get("byline")

    assert sight is not None
    assert (sight.captured.author, sight.captured.categories, sight.captured.tags) == (
        "Griet",
        ("Rivers",),
        ("ferry", "boat"),
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "fr",
            "Cet article a été publié le Mardi 3 mai 2005 à 10 h 12 min et est classé dans Rivers. Vous pouvez suivre.",
        ),
        (
            "fr",
            "Cette entrée a été publiée le 3 mai 2005 à 10:12, et rangée dans Rivers. Vous pouvez suivre les réponses.",
        ),
        (
            "de",
            "Dieser Beitrag wurde am Dienstag, 3. Mai 2005 um 10:12 Uhr veröffentlicht und unter Rivers abgelegt.",
        ),
        (
            "es",
            "Esta entrada fue publicada el Martes, 3 de Mayo de 2005 a las 10:12 y está archivada en Rivers.",
        ),
        (
            "it",
            "Questo articolo è stato pubblicato martedì, 3 maggio 2005 alle 10:12 e classificato in Rivers.",
        ),
        (
            "pt",
            "Esta entrada foi publicada em Terça-feira, 3 de Maio de 2005 às 10:12 e está arquivada em Rivers.",
        ),
        ("nl", "Dit bericht is geplaatst op dinsdag 3 mei 2005 om 10:12 en is opgeslagen onder Rivers."),
    ],
)
def test_dated_sentences_under_a_post(language: str, line: str) -> None:
    """Older WordPress themes say when, too."""
    sight = sights_of(line, language).get("byline")

    assert sight is not None
    assert (sight.captured.date, sight.captured.categories) == ("2005-05-03T10:12", ("Rivers",))


def test_a_number_before_the_author() -> None:
    """The number that a theme gives a comment is no part of its writer's name."""
    sight = sights_of("#2 basse_chantante 04-05-2011 08:02", "fr").get("head")

    assert sight is not None
    assert (sight.captured.author, sight.captured.date) == ("basse_chantante", "2011-05-04T08:02")


@pytest.mark.parametrize("lead", ["# ", "# ^ ", "¶ ", "// "])
def test_links_before_who_and_when(lead: str) -> None:
    """The signs of the links to a comment, and to the one that it answers, are no part of its writer's name."""
    sight = sights_of(f"{lead}Le 2 juillet 2019 à 20:35, par Zoé", "fr").get("head")

    assert sight is not None
    assert (sight.captured.author, sight.captured.date) == ("Zoé", "2019-07-02T20:35")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Zoé le 2 juin 2010 écrit :", "fr"),
        ("Le 2 juin 2010, Zoé a dit :", "fr"),
        ("Zoé on 2 Jun 2010 says:", "en"),
        ("June 2, 2010 Zoé wrote:", "en"),
        ("Zoé schrieb am 2. Juni 2010:", "de"),
        ("Zoé (2 giugno 2010) ha scritto:", "it"),
        ("Zoé, el 2 de junio de 2010, dice:", "es"),
    ],
)
def test_who_says_something_and_when(line: str, language: str) -> None:
    """The words for saying stand in any order with who and when."""
    sight = sights_of(line, language).get("head_before")

    assert sight is not None
    assert (sight.captured.author, sight.captured.date) == ("Zoé", "2010-06-02")


@pytest.mark.parametrize(
    "line",
    ["Répondre Citer", "» répondre » signaler un abus", "» responder", "Reply Quote", "Antworten | Zitieren"],
)
def test_buttons_in_a_row(line: str) -> None:
    """Buttons that follow a comment are no text of it, whatever an extractor has put between them."""
    kinds = sights_of(line, "fr").by_kind

    assert not kinds.keys().isdisjoint(("tail", "furniture"))


@pytest.mark.parametrize(
    "line", ["Citer puis répondre", "Citer des gens", "» un oiseau chante", "Reply or quote"]
)
def test_words_that_buttons_are_made_of(line: str) -> None:
    """A line that has more words than those of buttons is somebody's."""
    assert "tail" not in sights_of(line, "fr")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Envoyer par e-mailBlogThis!Partager sur XPartager sur FacebookPartager sur Pinterest", "fr"),
        ("Envoyer ce message par courrielBlogThis!Partager sur TwitterPartager sur Facebook", "fr"),
        ("Enviar por correo electrónicoEscribe un blogCompartir en XCompartir con Facebook", "es"),
        ("Message plus récent Messages plus anciens Accueil", "fr"),
    ],
)
def test_furniture_in_a_row(line: str, language: str) -> None:
    """What a site writes in lines of their own is its furniture in one line, too, glued or not."""
    assert "furniture" in sights_of(line, language)


@pytest.mark.parametrize(
    "line", ["Partager sur Xavier, c'est tout lui", "Accueil des nouveaux", "Photos Vidéos"]
)
def test_words_that_furniture_is_made_of(line: str) -> None:
    """A line with other words is somebody's, and two words may be a title."""
    assert "furniture" not in sights_of(line, "fr")


def test_buttons_glued_to_a_date() -> None:
    """Buttons and votes right behind who and when are no part of that."""
    sight = sights_of("Ecrit par : Zoé | 22.10.2009 Répondre Alerter le modérateur +2", "fr").get("head")

    assert sight is not None
    assert (sight.captured.author, sight.captured.date) == ("Zoé", "2009-10-22")


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("0９٣²a é’"), max_size=12))
def test_figures_are_those_of_all_scripts(text: str) -> None:
    """A text holds a figure where a pattern would find one, in whatever script."""
    assert has_figure(text) == (re.search(r"\d", text) is not None)


def test_a_date_within_a_broken_one() -> None:
    """A part with what is left of a date is nothing that is known, and stops nobody."""
    text = "No fires.   23rd August 2009 at 07:45 AM   22nd August 20099at 08:30 PM"

    assert "byline" not in sights_of(text, "en").by_kind


@pytest.mark.parametrize("sign", ["\ue000", "\ue001", "\ufdd0", "\ufdd1"])
def test_signs_of_no_alphabet_are_no_dates(sign: str) -> None:
    """Icons of a theme, and what is no character, stand in any line and crash nothing."""
    lines = [f"{sign} 3 mai 2008", f"Posté par Paul le {sign}", f"Paul le {sign} à {sign} a dit :", sign]

    for line in lines:
        told = sights_of(line, "fr")
        assert not any(sight.captured.date for sight in told.by_kind.values() if "2008" not in line)


def test_the_name_of_a_linking_page_ends_before_its_date() -> None:
    """What stands for a date while a line is looked at reaches no reader."""
    told = sights_of("Pingback von Hutmuseum - Neues und Altes | 12.10.2010 08:05", "de").by_kind["pingback"]

    assert told.captured.title == "Hutmuseum - Neues und Altes"
    assert told.captured.date == "2010-10-12T08:05"


@pytest.mark.parametrize("line", ["By 16 Comments", "par 3 commentaires", "December 4, 2014 By 16 Comments"])
def test_a_number_of_comments_is_no_author(line: str) -> None:
    """Where an extractor has lost who wrote a post, the number behind the name is left."""
    told = sights_of(line, None)

    assert told.by_kind["byline"].captured.author is None
    assert told.by_kind["byline"].captured.count in (3, 16)
    assert "head" not in told.by_kind


@pytest.mark.parametrize(
    "line",
    ["Archives quotidiennes : 3 mai 2006", "Daily Archives: May 3, 2006", "日別アーカイブ: 2006年5月3日"],
)
def test_the_archive_of_a_day_is_nobody(line: str) -> None:
    """What a theme says over the posts of a day is furniture, and signs nothing."""
    assert sights_of(line).by_kind.keys() == {"furniture"}


def test_a_question_is_no_category() -> None:
    """Where a post is filed is a name, and no question that begins with the same word."""
    assert sights_of("In welcher Reihenfolge liest man denn die Bücher?").is_blind


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Commentaire n°3 posté par Zoé hier à 18h33", "Zoé"),
        ("Commentaire n°3 posté par Zoé du 43 il y a 2 jours à 18h33", "Zoé du 43"),
        ("Commentaire n°3 posté par Zoé aujourd'hui", "Zoé"),
        ("Zoé hier à 18:33", "Zoé"),
        ("Posted by Zoé yesterday at 5:10 PM", "Zoé"),
        ("Posted by Zoé 3 days ago", "Zoé"),
        ("Zoé said 3 days ago", "Zoé"),
        ("Geschrieben von Ute gestern um 18:33", "Ute"),
        ("Ute schrieb gestern um 18:33", "Ute"),
        ("Escrito por Ana ayer a las 18:33", "Ana"),
    ],
)
def test_what_counts_back_is_no_part_of_a_name(text: str, author: str) -> None:
    """Where a line with a date may stand, one whose day counts from another names the same person, and no day."""
    seen = sights_of(text)

    assert seen.head is not None
    assert seen.head.captured.author == author
    assert seen.head.captured.date is None
    assert "ago" in seen


@pytest.mark.parametrize("text", ["Zoé hier", "3 commentaires hier", "On se voit hier ou demain"])
def test_a_day_that_counts_back_signs_nothing_by_itself(text: str) -> None:
    """Words like « hier » stand in any sentence: they need the words of a cue beside them, or a time of day."""
    assert sights_of(text).head is None


@pytest.mark.parametrize(
    "label",
    [
        "Tags de l'article",
        "Mots-clés du billet",
        "Tags for this post",
        "Tags zu diesem Beitrag",
        "Etiquetas de esta entrada",
        "Tag dell'articolo",
        "Tags deste post",
        "Tags bij dit artikel",
    ],
)
def test_tags_may_be_said_to_be_those_of_the_post(label: str) -> None:
    """What stands behind such a label, at the end of a text, is tags and no text."""
    byline = sights_of(f"{label} : vélo, pluie").get("byline")

    assert byline is not None
    assert byline.captured.tags == ("vélo", "pluie")
