"""The screens in another language than English."""

from __future__ import annotations

import os
import re
import string
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest

from reader.tui.app import ReaderApp
from reader.tui.first import FirstApp
from reader.tui.language import DOMAIN, ENGLISH, LOCALES, _, ngettext, speak, spoken
from reader.tui.phrases import counted, date_in_words, short_date

from . import screens
from .catalogue import Text, compiled, read_po, speechless, texts, untold

CATALOGUES = sorted(LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
FRENCH = LOCALES / "fr" / "LC_MESSAGES" / f"{DOMAIN}.po"
NARROW = "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def english_again() -> object:
    """Leave the process speaking English."""
    yield None
    speak([ENGLISH])


def forms(path: Path) -> dict[Text, list[str]]:
    """What a catalogue says for each text, without its head."""
    return {entry.text: entry.forms for entry in read_po(path)[1:]}


def test_french_is_spoken() -> None:
    """There is a catalogue to be tested."""
    assert FRENCH in CATALOGUES


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parents[1].name)
def test_catalogue_says_everything_and_nothing_else(path: Path) -> None:
    """Every text that the code shows is in the catalogue, once, and none that it shows no more."""
    entries = [entry.text for entry in read_po(path)[1:]]
    assert sorted(entries, key=str) == sorted(texts(), key=str)
    assert [text for text, said in forms(path).items() if not all(said)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parents[1].name)
def test_catalogue_has_the_places_of_the_text(path: Path) -> None:
    """What is put into a text has a place in each of its translations, and nowhere is there one too many."""
    places = {
        text: [
            len([name for _, name, _, _ in string.Formatter().parse(one) if name is not None]) for one in said
        ]
        for text, said in forms(path).items()
    }
    wrong = {text: found for text, found in places.items() if set(found) != {text[0].count("{}")}}
    assert wrong == {}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parents[1].name)
def test_catalogue_is_compiled(path: Path) -> None:
    """What is shipped is the catalogue as people wrote it; with UPDATE_CATALOGUES set, it is made anew."""
    made = compiled(read_po(path))
    if os.environ.get("UPDATE_CATALOGUES"):
        path.with_suffix(".mo").write_bytes(made)
    assert path.with_suffix(".mo").read_bytes() == made


def test_every_shown_word_is_translated() -> None:
    """No sentence in the code of the screens is shown as it stands there, in English."""
    assert untold() == []


def test_every_error_can_be_translated() -> None:
    """Each error that the screens may have to tell is a sentence with its template."""
    assert speechless() == []


def test_catalogue_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Lines that are continued, plurals and signs come through compilation."""
    path = tmp_path / "some.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=n > 1;\\n"\n\n'
        '# a remark\nmsgid "a \\"b\\""\nmsgstr "« a »"\n" et b"\n\n'
        'msgid "{} owl"\nmsgid_plural "{} owls"\nmsgstr[0] "{} chouette"\nmsgstr[1] "{} chouettes"\n',
        "utf-8",
    )
    read = GNUTranslations(BytesIO(compiled(read_po(path))))
    assert read.gettext('a "b"') == "« a » et b"
    assert [read.ngettext("{} owl", "{} owls", count) for count in (0, 1, 2)] == [
        "{} chouette",
        "{} chouette",
        "{} chouettes",
    ]


def test_french_typography() -> None:
    """Double signs and quotes keep to their words by a space that does not break; apostrophes are curved."""
    said = [one for found in forms(FRENCH).values() for one in found]
    for text in said:
        assert not re.search(r" [:;!?»]|« |[^ …]«(?!\N{NO-BREAK SPACE})", text), text
        assert not re.search(r"\w[;!?]", text), text
        assert not re.search(r"\w: |\w:$", text), text
        assert "'" not in text, text
        assert not re.search(r"\b(tu|toi|ton|tes|vous|votre|vos)\b", text.lower()), text


def test_first_language_that_is_spoken_counts() -> None:
    """The first of the user's languages that there is a catalogue for; English where there is none."""
    for wanted, language in (
        (["de", "fr", "en"], "fr"),
        (["en", "fr"], "en"),
        (["de"], "en"),
        ([], "en"),
        (["../fr", ""], "en"),
    ):
        speak(wanted)
        assert spoken() == language


def test_counts_and_dates_in_french() -> None:
    """None and one are singular, thousands are set apart, the first of a month is `1er`."""
    speak(["fr"])
    assert [counted(count, "post") for count in (0, 1, 2, 1204)] == [
        "aucun billet",
        "1 billet",
        "2 billets",
        f"1{NARROW}204 billets",
    ]
    assert ngettext("{} post", "{} posts", 0) == "{} billet"
    assert date_in_words("2007-03-01T09:05") == "1er mars 2007, 9 h 05"
    assert short_date("2005-11-17") == "17 nov. 2005"
    assert _("") == ""


def test_screens_in_french(archive: Path) -> None:
    """List, post, comments, help and palette are in French; texts of the archive stay as they are."""

    async def steps(pilot: screens.Driver) -> None:
        await screens.looks_like(pilot, "french-list")
        await screens.press(pilot, "enter", "c")
        await screens.until(pilot, lambda: screens.reading(pilot).place == "comments")
        await screens.looks_like(pilot, "french-comments")
        await screens.press(pilot, "question_mark")
        await screens.looks_like(pilot, "french-help")
        await screens.press(pilot, "escape", "ctrl+p")
        await screens.until(pilot, lambda: "Chercher une commande…" in screens.text(pilot))
        await screens.until(pilot, lambda: "Tout replier" in screens.text(pilot))

    screens.drive(ReaderApp(archive, languages=["fr", "en"]), steps, screens.MIDDLE)


def test_welcome_in_french(tmp_path: Path) -> None:
    """Who has no archive yet is told in French what to do."""
    app = FirstApp(tmp_path / "archive.db", tmp_path / "own.db", has_sample=True, languages=["fr"])
    words = str(app._words())
    assert "Il n’y a pas encore d’archive" in words
    assert "reader import DOSSIER" in words
