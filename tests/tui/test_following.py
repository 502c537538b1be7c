"""Links, the way back, the place where one stopped, and words found in what is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.models import Mark
from reader.tui.app import ReaderApp
from reader.tui.find.matching import finder, folded
from reader.tui.links.addresses import openable, same_page
from reader.tui.links.asking import LeavingScreen
from reader.tui.reading.history import History, Visit
from tests.bare import write

from . import blogs
from .screens import SMALL, Driver, drive, lines, place_of, press, reading, style_of, text


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two posts that link to each other, and out of the archive; the second one is long."""
    body = "Voir le quai, puis ailleurs, puis nulle part."
    long = "\n\n".join(f"Paragraphe {number} sur les étés à Saint-Ouen." for number in range(60))
    posts = [
        blogs.post(
            "from",
            "D’un quai",
            body,
            url="https://quais.example/d-un-quai/",
            published="2007-01-02",
            marks=(
                blogs.mark(body, "le quai", "link", "http://quais.example/autre#comment-3"),
                blogs.mark(body, "ailleurs", "link", "https://example.org/a b"),
                blogs.mark(body, "nulle part", "link", "https://exämple.org/été?x=1"),
            ),
            comments=(
                blogs.comment(
                    1, "Anne Roche", "Lire ceci.", marks=(Mark(5, 9, "link", "https://quais.example/autre/"),)
                ),
                blogs.comment(2, "lucie", "L’été, oui. Un été."),
            ),
        ),
        blogs.post("to", "L’autre quai", long, url="https://quais.example/autre", published="2007-01-01"),
    ]
    return write(tmp_path_factory.mktemp("linked") / "archive.db", posts)


def test_links(linked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link into the archive opens in place and there is a way back; outside ones are asked about first."""
    opened: list[str] = []
    monkeypatch.setattr(ReaderApp, "open_url", lambda self, url, **_: opened.append(url))

    async def steps(pilot: Driver) -> None:
        screen = reading(pilot)

        def title() -> str | None:
            return screen.post.title if screen.post is not None else None

        await press(pilot, "enter", "1")
        assert "http://quais.example/autre#comment-3" in text(pilot)
        await press(pilot, "enter")
        assert title() == "L’autre quai"
        await press(pilot, "left_square_bracket")
        assert title() == "D’un quai"
        await press(pilot, "left_square_bracket", "right_square_bracket")
        assert title() == "L’autre quai"
        await press(pilot, "left_square_bracket", "2", "enter")
        assert "no address for a browser" in text(pilot)
        await press(pilot, "3", "enter")
        assert isinstance(pilot.app.screen, LeavingScreen)
        assert "https://xn--exmple-cua.org/%C3%A9t%C3%A9?x=1" in text(pilot)
        await press(pilot, "escape")
        assert opened == []
        await press(pilot, "3", "enter", "enter")
        assert opened == ["https://xn--exmple-cua.org/%C3%A9t%C3%A9?x=1"]
        await press(pilot, "3", "y")
        assert pilot.app.clipboard == "https://exämple.org/été?x=1"
        await pilot.click(offset=place_of(pilot, "ailleurs"))
        await pilot.click(offset=place_of(pilot, "puis"))
        assert title() == "D’un quai"
        await press(pilot, "c", "1", "enter")
        assert title() == "L’autre quai"
        await press(pilot, "left_square_bracket")
        assert screen.place == "comments"
        await pilot.click(offset=place_of(pilot, "ceci"))
        await pilot.pause()
        assert title() == "L’autre quai"
        await press(pilot, "9")
        assert not screen.furniture.link.display

    drive(ReaderApp(linked), steps)


def test_place_is_kept(linked: Path, tmp_path: Path) -> None:
    """A post opens at the very line where one stopped reading it, at another width and in another session too."""
    path = tmp_path / "marks.db"

    async def stop(pilot: Driver) -> None:
        await press(pilot, "j", "enter")
        await press(pilot, "space", "space")
        assert "Paragraphe 16 sur" in lines(pilot)[5]
        await press(pilot, "escape", "escape", "enter")
        assert "Paragraphe 16 sur" in lines(pilot)[5]

    async def go_on(pilot: Driver) -> None:
        await press(pilot, "j", "enter")
        assert "Paragraphe 16" in lines(pilot)[5]

    drive(ReaderApp(linked, marks=path), stop, SMALL)
    drive(ReaderApp(linked, marks=path), go_on, (40, 30))


def test_finding_in_what_is_open(linked: Path) -> None:
    """Words are found as one types, capitals and accents aside; n goes on, Esc shows the text as it was."""

    async def steps(pilot: Driver) -> None:
        view = reading(pilot).furniture.post
        await press(pilot, "j", "enter", "slash", *"PHE 3")
        assert "1 of 11" in text(pilot)
        assert style_of(pilot, "phe 3").bold
        await press(pilot, "down", "enter", "n")
        assert view.matches == (3, 11)
        await press(pilot, "N", "N", "N")
        assert view.matches == (11, 11)
        assert "Paragraphe 39" in text(pilot)
        await press(pilot, "escape")
        assert view.matches == (0, 0)
        assert reading(pilot).place == "post"
        await press(pilot, "slash", *"xyz")
        assert "nothing found" in text(pilot)
        await press(pilot, "escape", "escape", "k", "enter", "c", "slash", *"ete", "enter")
        comments = reading(pilot).furniture.comments
        assert comments.matches == (1, 2)
        assert comments.focused_comment is not None
        assert comments.focused_comment.position == 2
        await press(pilot, "n")
        assert comments.matches == (2, 2)

    drive(ReaderApp(linked), steps)


def test_folding_keeps_every_offset() -> None:
    """What is compared has the length of the text, whatever signs it is made of."""
    text = "L’ÉTÉ ﬁn ß İ œuvre e\u0301 日本 🙂\n«ça»"

    assert len(folded(text)) == len(text)
    find = finder("été")
    assert find is not None
    assert [text[start:end] for start, end in find(text)] == ["ÉTÉ"]
    assert finder(" ") is None


@pytest.mark.parametrize(
    "address",
    [
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vscode://x",
            "--flag",
            "%action",
            "",
        ),
        *("http://a\nb", "https://user@host.org/", "//host.org", "http://[::1", "http://-x.org", "http://"),
        *(
            "https://a.org/\u202egpj.exe",
            "http://a b.org",
            "mailto:a@b.org",
            "http://a.org:99999/",
            "x" * 5000,
        ),
    ],
)
def test_addresses_that_are_never_opened(address: str) -> None:
    """Only an address of http or https with a plain host is handed to a browser."""
    assert openable(address) is None


def test_addresses_that_mean_the_same_page() -> None:
    """Scheme, slash at the end and fragment make no other page."""
    assert same_page("http://a.org/x#y") == [
        *("http://a.org/x#y", "http://a.org/x", "http://a.org/x/", "https://a.org/x", "https://a.org/x/"),
    ]
    assert same_page("#top") == []


def test_history() -> None:
    """Back leads to what was left, forward to what was left by going back, and a new way forgets what was ahead."""
    visits = {key: Visit(key, "post", 0, None) for key in "abc"}
    history = History()
    assert history.back(visits["a"]) is None
    history.leave(visits["a"])
    history.leave(visits["b"])

    assert history.back(visits["c"]) == visits["b"]
    assert history.back(visits["b"]) == visits["a"]
    assert history.forward(visits["a"]) == visits["b"]
    history.leave(visits["b"])
    assert history.forward(visits["c"]) is None


def test_threads_by_date_and_by_person(archive: Path) -> None:
    """By date, each comment says whom it answers; one person's comments can be in the accent; folds by depth."""

    async def steps(pilot: Driver) -> None:
        view = reading(pilot).furniture.comments
        await press(pilot, "enter", "c", "j", "j", "d")
        assert view.focused_comment is not None
        assert view.focused_comment.position == 3
        shown = text(pilot)
        assert "5 comments · by date" in shown
        assert "Bruno Delmas → ~Anne Roche" in shown
        assert shown.index("◆ Anne Roche → Bruno") < shown.index("J’y étais") < shown.index("Anne, elle")
        assert style_of(pilot, "→ ~Anne").color == style_of(pilot, "~Anne").color
        await press(pilot, "u")
        assert view.focused_comment.position == 2
        await press(pilot, "d", "u", "a")
        assert "5 comments · 2 by Bruno Delmas" in text(pilot)
        assert text(pilot).count("● Bruno Delmas") == 2
        await press(pilot, "full_stop")
        assert view.focused_comment.position == 3
        await press(pilot, "comma", "a")
        assert view.focused_comment.position == 1
        assert "●" not in text(pilot)
        await press(pilot, "less_than_sign")
        assert "▸ 1 answer · Bruno Delmas" in text(pilot)
        await press(pilot, "less_than_sign")
        assert "▸ 3 answers" in text(pilot)
        await press(pilot, "greater_than_sign", "greater_than_sign")
        assert "▸" not in text(pilot)

    drive(ReaderApp(archive), steps, (80, 30))
