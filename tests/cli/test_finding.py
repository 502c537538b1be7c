"""The ways in which `reader search` answers: in context, counted, explained, exported, on a terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.cli import main
from tests.bare import write
from tests.search.blogs import POSTS


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("finding") / "archive.db", POSTS)


def said(capsys: pytest.CaptureFixture[str], archive: Path, arguments: Sequence[str]) -> tuple[int, str, str]:
    """The status, the output and the complaints of a search."""
    status = main(["search", *arguments, "--archive", str(archive)])
    out, err = capsys.readouterr()
    return status, out, err


def test_a_hit_is_a_line(capsys: pytest.CaptureFixture[str], archive: Path) -> None:
    """Piped, each hit is one line: where, when, who, title, snippet; and nothing else is said."""
    status, out, err = said(capsys, archive, ["photographe"])

    assert (status, err) == (0, "")
    assert out == (
        "2.1\t2008-05-01\tjean-marc\tLe web 2.0 expliqué à ma tante\t"
        "Le Web 3.0 arrivera vers 12:30, avec un photographe.\n"
    )


def test_count(capsys: pytest.CaptureFixture[str], archive: Path) -> None:
    """--count prints the exact number, and the status says whether there are any."""
    assert said(capsys, archive, ["--count", "chat"]) == (0, "2\n", "")
    assert said(capsys, archive, ["--count", "éléphant"]) == (1, "0\n", "")
    assert json.loads(said(capsys, archive, ["--count", "chat", "--json"])[1]) == {
        "query": "chat",
        "total": 2,
    }


def test_kwic(capsys: pytest.CaptureFixture[str], archive: Path) -> None:
    """--kwic prints each place where a word stands on a line, the words below each other."""
    status, out, _ = said(capsys, archive, ["chat", "--kwic"])

    lines = out.splitlines()
    assert status == 0
    assert len(lines) == 2
    assert len({line.index("chat") for line in lines}) == 1
    assert lines[0].startswith("4  ")
    first = json.loads(said(capsys, archive, ["chat", "--kwic", "--json"])[1].splitlines()[0])
    assert (first["id"], first["comment"], first["word"]) == (4, None, "chat")
    assert said(capsys, archive, ["éléphant", "--kwic"])[0] == 1


def test_stats(capsys: pytest.CaptureFixture[str], archive: Path) -> None:
    """--stats counts the hits by year, as bars, and by blog and author."""
    status, out, _ = said(capsys, archive, ["web", "--stats"])

    assert status == 0
    assert out.splitlines()[:2] == ["2007        1  " + "█" * 40, "2008        1  " + "█" * 40]
    assert out.splitlines()[-1] == "2 hits"
    told = json.loads(said(capsys, archive, ["web", "--stats", "--json"])[1])
    assert told["years"] == {"2007": 1, "2008": 1}
    assert told["blogs"] == {"Le carnet d'Anaïs": 2}


def test_explain(capsys: pytest.CaptureFixture[str], archive: Path) -> None:
    """--explain says how a query is understood, whether or not there are hits."""
    status, out, _ = said(capsys, archive, ["--explain", "titre:été", "-éléphant"])

    assert status == 0
    assert out == "Looks for “ete” in the title, and not “elephant” in the singular or plural.\n"


def test_export(capsys: pytest.CaptureFixture[str], archive: Path, tmp_path: Path) -> None:
    """--export writes every post with a hit, in it or its comments, as one file."""
    status, out, err = said(capsys, archive, ["photographe OU chien", "--export", str(tmp_path / "found")])

    assert (status, out) == (0, "")
    assert err == f"reader: wrote 2 files to {tmp_path / 'found'}\n"
    assert len(list((tmp_path / "found").iterdir())) == 2
    assert said(capsys, archive, ["éléphant", "--export", str(tmp_path / "none")])[0] == 1
    assert not (tmp_path / "none").exists()


def test_did_you_mean(capsys: pytest.CaptureFixture[str], archive: Path) -> None:
    """A word that the archive lacks is not replaced: another is offered."""
    status, out, err = said(capsys, archive, ["photografe"])

    assert (status, out) == (1, "")
    assert err.splitlines()[-1] == "reader: Did you mean 'photographe'?"


def test_starred_and_unread_are_those_of_the_reader(
    capsys: pytest.CaptureFixture[str], archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """is:starred and is:unread look into the user's marks; without any, nothing is starred and all is unread."""
    monkeypatch.setenv("READER_MARKS", str(tmp_path / "marks.db"))

    assert said(capsys, archive, ["is:starred"])[0] == 1
    assert said(capsys, archive, ["--count", "est:non-lu", "in:posts"])[1] == "6\n"


def test_the_screen_needs_a_terminal(capsys: pytest.CaptureFixture[str], archive: Path) -> None:
    """--open opens the screen at the first hit, which needs a terminal, and says so without one."""
    status, _, err = said(capsys, archive, ["chat", "--open"])

    assert status == 2
    assert "needs a terminal" in err


def test_what_was_guessed_has_its_sign_on_a_terminal(
    capsys: pytest.CaptureFixture[str], sample_archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal a hit shows which of blog, author and date no page states; piped, values stand alone."""
    assert "~" not in said(capsys, sample_archive, ["farine"])[1]
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    out = said(capsys, sample_archive, ["farine"])[1]

    assert " · ~le-moulin-de-brandonne" in out
    assert "~Basile Corvenne" not in out
