"""French throughout: what other rooms and the importer have to say, and every screen on the usual ways."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from textual.widgets import Input

from blogimport import load
from reader.archive import open_archive, open_for_writing
from reader.errors import ArchiveMissing, ExportError
from reader.export import write_words
from reader.search import search
from reader.sentences import Sentence
from reader.tui.app import ReaderApp
from reader.tui.comments.reasons import field_name
from reader.tui.exporting import ExportPrompt
from reader.tui.language import ENGLISH, said, speak
from reader.tui.remarks import remark

from .catalogue import CODE, texts
from .screens import Driver, drive, look_for, press, reading, text, told, until

NO_BREAK = "\N{NO-BREAK SPACE}"
ROOT = Path(__file__).parents[2]
# What is the same in both languages, and a command, which nobody translates.
_SAME = frozenset(("blog", "tags", "reader import", "reader --archive"))


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """Speak French, and English again afterwards."""
    speak(["fr"])
    yield
    speak([ENGLISH])


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of all dumps that this project has, with whatever the importer says of them."""
    path = tmp_path_factory.mktemp("everything") / "archive.db"
    with open_for_writing(path) as writer:
        reports = list(load([ROOT / "import" / "samples", ROOT / "tests" / "data"], writer))
    assert len(reports) > 200
    return path


def test_every_remark_of_the_importer_is_known(everything: Path) -> None:
    """No reason for a guess or for what was left out, no field and no format stays in English."""
    with sqlite3.connect(everything) as archive:
        guesses = archive.execute("SELECT guesses FROM posts UNION SELECT guesses FROM comments").fetchall()
        left_out = archive.execute("SELECT left_out FROM dumps").fetchall()
        formats = {name for (name,) in archive.execute("SELECT DISTINCT format FROM dumps")}
    archive.close()
    reasons = {reason for (found,) in guesses for reason in json.loads(found).values()}
    reasons |= {reason for (found,) in left_out for reason in json.loads(found)}
    assert len(reasons) > 60
    assert sorted(reason for reason in reasons if remark(reason) == reason) == []
    assert sorted(name for name in formats if remark(name) == name) == []
    fields = {field for (found,) in guesses for field in json.loads(found)}
    assert sorted(field for field in fields if field_name(field) == field and field not in _SAME) == []


def test_remark_keeps_what_was_put_into_it() -> None:
    """Names and words of the dump come through; what is a remark itself is translated; others stay as they are."""
    assert remark("it names @Le Barbu du 12") == "il nomme @Le Barbu du 12"
    assert remark("comments on drafts") == "commentaires sur des brouillons"
    assert remark("the text before it is signed drafts") == "le texte qui précède est signé drafts"
    assert remark("embargoed posts") == f"billets («{NO_BREAK}embargoed{NO_BREAK}»)"
    assert remark("something that a later version says") == "something that a later version says"


def test_errors_and_notices_are_said_in_french(archive: Path, tmp_path: Path) -> None:
    """What cannot be opened, written or found is said in French on the screen, and in English everywhere else."""
    with pytest.raises(ArchiveMissing) as missing:
        open_archive(tmp_path / "nowhere.db")
    assert str(missing.value).startswith("There is no archive at")
    assert said(missing.value.sentence).startswith(f"Il n’y a pas d’archive dans {tmp_path}")
    with pytest.raises(ExportError) as unwritten:
        write_words("words", tmp_path)
    assert said(unwritten.value.sentence) == f"{tmp_path} est un dossier{NO_BREAK}; nommer un fichier dedans."
    with open_archive(archive) as opened:
        notice = search(opened, "by:", ranked=True).notice
    assert notice is not None
    assert str(notice).startswith("Type what to look for")
    assert said(notice).startswith("Taper ce qu’il faut chercher")


def test_sentence_in_a_sentence_and_reasons_of_the_system() -> None:
    """Both the sentence and what is put into it are said in French; a word that is no sentence stays."""
    inner = Sentence("the disk is full")
    assert (
        said(Sentence("{} cannot be written: {}.", "help", inner))
        == f"Impossible d’écrire help{NO_BREAK}: le disque est plein."
    )
    assert said(Sentence("{} cannot be read: {}.", "x", "Permission denied")).endswith("accès refusé.")
    assert said("of nobody") == "of nobody"


@cache
def pieces() -> frozenset[str]:
    """The texts of the screens in English, each stretch between what is put into it."""
    wholes = [whole for one, many in texts() for whole in (one, many or one)]
    found = (piece.strip(" .,;:()“”") for whole in wholes for piece in whole.split("{}"))
    return frozenset(piece for piece in found if len(piece.split()) > 1 and piece not in _SAME)


def english(shown: str) -> list[str]:
    """The texts of the screens that stand there in English."""
    words = " ".join(shown.split())
    return sorted(piece for piece in pieces() if piece in words)


def test_no_english_is_left_on_the_usual_ways(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """List, filter, search with its notices, post, reasons, comments, dump, marks, person, likeness, exports, help."""
    monkeypatch.chdir(tmp_path)
    seen: list[str] = []

    async def look(pilot: Driver, *keys: str) -> None:
        await press(pilot, *keys)
        await pilot.pause()
        seen.append(text(pilot))

    async def steps(pilot: Driver) -> None:
        await look(pilot)
        await look(pilot, "f")
        await look(pilot, "escape", "d")
        await look(pilot, "escape", "escape")
        for query in ("xyzzy", "quay", "by:", "le blog:Nulle", "quai"):
            await look_for(pilot, query)
            await look(pilot)
            await look(pilot, "enter")
        await look(pilot, "ctrl+s", "escape", "escape", "escape")
        await look(pilot, "enter", "i")
        await look(pilot, "c", "i")
        await look(pilot, "asterisk", "e")
        await look(pilot, "a", "enter", "M")
        await look(pilot, "escape", "s")
        await look(pilot, "tab")
        await look(pilot, "escape", "A")
        await look(pilot, "escape", "L")
        await look(pilot, "escape", "question_mark")
        await look(pilot, "escape", "x")
        box = reading(pilot).query_one(ExportPrompt).query_one(Input)
        box.value = str(tmp_path)
        await press(pilot, "enter")
        await until(pilot, lambda: "est un dossier" in told(pilot))
        seen.append(text(pilot))

    drive(ReaderApp(archive, languages=["fr"]), steps, (120, 30))
    assert len(seen) > 20
    assert [found for found in map(english, seen) if found] == []


def test_what_the_importer_says_is_in_french_on_the_screen(sample_archive: Path) -> None:
    """The panel of reasons and the dump of a post, as the importer wrote them, are in French."""
    seen: list[str] = []

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "i")
        await until(pilot, lambda: "~" in text(pilot))
        seen.append(text(pilot))
        await press(pilot, "s")
        await until(pilot, lambda: "Deviné" in text(pilot))
        await press(pilot, "tab", "j", "j")
        seen.append(text(pilot))

    drive(ReaderApp(sample_archive, languages=["fr"]), steps, (150, 44))
    assert [found for found in map(english, seen) if found] == []
    assert "d’après" in seen[0]


def test_catalogue_knows_the_rooms() -> None:
    """What other rooms say is in the catalogue too."""
    assert {place.split("/")[0] for place in texts().values()} >= {"archive", "export", "marks", "search"}
    assert CODE.name == "tui"
