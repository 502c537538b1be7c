"""Pages of many hosts and programs, with what an extractor may do to them: side columns, and no blank lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from blogimport.textpage import Page, read_page

FOLDER = Path(__file__).parents[2] / "data" / "hosts"
PAGES = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))}
SIDE_COLUMN = """Recent Posts

  • The pond in winter
  • On mending a kite
  • Three letters from my aunt

Recent Comments

  • Martha on The pond in winter
  • old Ben on On mending a kite

Archives

  • May 2006 (3)
  • April 2006 (12)
  • March 2006

Categories

  • Garden (12)
  • Neighbours (4)

Search
"""
# Where only a blank line tells that a subject stands over a comment, or a name under it, or where it begins.
_TOLD_BY_BLANK_LINES = frozenset(
    ("drupal-plain-fr", "lifetype-es", "livejournal-clone-en", "splinder-it", "twoday-de")
)


def said(page: Page) -> list[tuple[str | None, list[tuple[str | None, str | None, str]]]]:
    """The title of each post, and who commented on it, when, and what."""
    return [
        (post.title, [(one.author, one.published, one.body) for one in post.comments]) for post in page.posts
    ]


@pytest.mark.parametrize("name", PAGES)
def test_side_columns_change_nothing(name: str) -> None:
    """The lists that stand beside a post on its page, before or after it, are none of it."""
    alone = said(read_page(PAGES[name].encode()))

    assert alone[0][1]
    assert said(read_page(f"{PAGES[name]}\n{SIDE_COLUMN}".encode())) == alone
    assert said(read_page(f"{SIDE_COLUMN}\n{PAGES[name]}".encode())) == alone


@pytest.mark.parametrize("name", sorted(PAGES.keys() - _TOLD_BY_BLANK_LINES))
def test_blank_lines_are_not_needed(name: str) -> None:
    """Where lines sign the comments, an extractor may drop all blank lines."""
    dense = "\n".join(line for line in PAGES[name].splitlines() if line.strip())

    posts = said(read_page(dense.encode()))
    assert [(title, [one[:2] for one in comments]) for title, comments in posts] == [
        (title, [one[:2] for one in comments]) for title, comments in said(read_page(PAGES[name].encode()))
    ]


def test_a_page_of_skyrock_begins_with_the_profile() -> None:
    """The profile's words and buttons stand over the post, and none of them is its title or its text."""
    profile = """Skyrock.com

  • Accueil
  • Blogs
  • Crée ton blog

les pigeons de la rue haute

zaza-pigeon

Description :

coucou tlm!

ici on parle de pigeons et de rien d'autre...
alors laissez vos coms svp.

  • Envoyer un message
  • Offrir un cadeau
  • Suivre
  • Bloquer
  • Choisir cet habillage

Ses Honneurs (2)

» Suite

Son profil

zaza-pigeon31 ans
Valenciennes (59)
France

Partage

  • Tweet
  • Amis 0

Design by equipe-pigeon Choisir cet habillage
Signaler un abus

Infos

  • Création : 03/05/2005 à 18:20
  • Mise à jour : 11/02/2009 à 21:02
  • 64 articles
  • 210 commentaires
  • 7 amis
  • 3 favoris

Ses archives (64)

Sources (4)

» Suite

Abonne-toi à mon blog !

RSS

Retour au blog de zaza-pigeon
"""
    text = "jlé trouvé samedi devan la boulangerie il avé une pate cassé alor jlé ramené dan mon sac"
    post = f"Gaston le pigeon\n\n{text}\n\nCommenter\n\n# Posté le dimanche 05 février 2006 03:14\n"
    comments = "Commentaires\n\nlilou, Posté le lundi 06 février 2006 21:40\n\nil é tro mimi ton pigeon!!\n"

    (read,) = read_page(f"{profile}\n{post}\n{comments}".encode()).posts

    assert (read.title, read.published, read.body) == ("Gaston le pigeon", "2006-02-05T03:14", text)
    assert [(one.author, one.body) for one in read.comments] == [("lilou", "il é tro mimi ton pigeon!!")]
