"""Marks are kept, found again and told, by one reader or two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.marks import Marks, Place, as_text, listed, open_marks

EXPECTED = Path(__file__).with_name("data") / "marks.txt"


@dataclass(frozen=True)
class Post:
    """What marks need to know of a post."""

    key: str
    title: str | None = "Le moulin"
    blog: str | None = "Carnet"
    published: str | None = "2006-05-02"


def ticking() -> Callable[[], str]:
    """A clock that goes on by a second with each look."""
    seconds = count()
    return lambda: f"2020-01-01T00:{next(seconds) // 60:02d}:{next(seconds) % 60:02d}"


def marks_in(folder: Path) -> Marks:
    """The marks in a file of a folder."""
    marks = open_marks(folder / "state" / "marks.db", ticking())
    assert marks.notice is None
    return marks


def test_marks_are_found_again(tmp_path: Path) -> None:
    """What one session leaves, the next one finds; and what was taken away is gone."""
    post, other = Post("a"), Post("b", None, None, None)
    marks = marks_in(tmp_path)
    marks.set_read(post)
    marks.set_read(other)
    marks.set_read(other, is_read=False)
    marks.keep_place(post, Place(120, 3))
    marks.set_star(post)
    marks.set_star(other, 2)
    marks.set_star(post, 4)
    marks.set_star(post, 4, is_starred=False)
    marks.set_note(other, " read again ", 2)
    marks.set_tags(post, ["eau", " vieux  moulins ", "eau", ""])
    marks.close()

    marks = marks_in(tmp_path)
    assert (marks.is_read("a"), marks.is_read("b"), set(marks.read_keys())) == (True, False, {"a"})
    assert (marks.place("a"), marks.place("b")) == (Place(120, 3), None)
    assert (marks.is_starred("a"), marks.is_starred("a", 4), marks.is_starred("b", 2)) == (True, False, True)
    assert marks.starred_keys() == {"a", "b"}
    assert (marks.note("b", 2), marks.note("b"), marks.has_note("b", 2)) == ("read again", "", True)
    assert marks.tags("a") == ("eau", "vieux moulins")
    marks.set_note(other, "", 2)
    assert not marks.has_note("b", 2)
    marks.remove("a")
    marks.remove("b", 2)
    assert listed(marks) == []
    assert not marks.starred_keys()
    marks.close()


def test_searches_are_remembered(tmp_path: Path) -> None:
    """The last search comes first, each once; saved ones stay until they are taken away."""
    marks = marks_in(tmp_path)
    for query in ("moulin", "eau", "  ", "moulin"):
        marks.add_search(query)
    marks.save_search("author:zoé")
    marks.save_search("eau")
    marks.save_search("eau", is_saved=False)

    assert marks.searches() == ["moulin", "eau"]
    assert marks.saved_searches() == ["author:zoé"]
    marks.close()


def test_old_searches_are_forgotten() -> None:
    """Of very many searches the last 500 are kept."""
    marks = open_marks(None, ticking())
    for number in range(510):
        marks.add_search(f"word {number}")

    assert len(marks.searches()) == 500
    assert marks.searches()[0] == "word 509"
    marks.close()


def test_two_readers_at_once(tmp_path: Path) -> None:
    """What one reader marks, the other knows once it looks; neither loses anything of its own."""
    one, two = marks_in(tmp_path), marks_in(tmp_path)
    one.set_read(Post("a"))
    two.set_star(Post("b"))

    assert not two.is_read("a")
    assert two.refresh()
    assert two.is_read("a")
    assert not two.refresh()
    assert one.refresh()
    assert (one.is_read("a"), one.is_starred("b")) == (True, True)
    one.close()
    two.close()


def test_all_marks_as_text(tmp_path: Path) -> None:
    """The text tells every star, note and tag in the order of the posts, and is safe to print."""
    marks = marks_in(tmp_path)
    second = Post("https://example.org/2", "Second \x1b[2J", "Carnet", "2007")
    marks.set_star(second)
    marks.set_note(second, "one line\nand another \x9b2J", 3)
    first = Post("https://example.org/1", None, None, "2006-05-02")
    marks.set_tags(first, ["eau", "pain"])
    marks.set_read(Post("https://example.org/3", "Only read"))
    marks.save_search("moulin -vent")

    assert as_text(listed(marks), marks.saved_searches()) == EXPECTED.read_text("utf-8")
    assert as_text(()) == ""
    marks.close()


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_any_text_can_be_kept(key: str, note: str, tags: list[str]) -> None:
    """Whatever an archive or a person writes is kept and told."""
    marks = open_marks(None, ticking())
    post = Post(key, note, key, note)
    marks.set_star(post)
    marks.set_note(post, note, 1)
    marks.set_tags(post, tags)
    marks.add_search(note)

    assert marks.is_starred(key)
    assert marks.note(key, 1) == note.strip()
    assert as_text(listed(marks), marks.saved_searches())
    marks.close()


def test_what_cannot_be_kept_is_an_error_and_changes_nothing() -> None:
    """A key that is no text for SQLite is told, and the marks go on."""
    from reader.errors import MarksError

    marks = open_marks(None, ticking())
    with pytest.raises(MarksError, match="not kept"):
        marks.set_star(Post("\ud800"))

    assert not marks.is_starred("\ud800")
    marks.set_star(Post("a"))
    assert marks.is_starred("a")
    marks.close()
