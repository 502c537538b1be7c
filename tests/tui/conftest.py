"""Archives that many tests of the screens look at; none of them is ever written to by a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tests.bare import write

from . import blogs
from .settling import settled


@pytest.fixture(autouse=True, scope="session")
def quick_pilot() -> Iterator[None]:
    """Have the pilot go on as soon as the app has done what a key asked for, and not earlier."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("app", "pilot"):
            patch.setattr(f"textual.{module}.wait_for_idle", settled)
        patch.setattr("textual.pilot.Pilot._wait_for_screen", settled)
        patch.setattr("reader.tui.reading.screen._UNTIL_PAINTED", 0)
        # A search is done when its hits are counted, too, and nobody types here who would have it wait.
        patch.setattr("reader.tui.search.seeking._PAUSE_AFTER_KEY", 0.005)
        yield


@pytest.fixture(autouse=True, scope="session")
def styles_parsed_once() -> Iterator[None]:
    """Have all apps share the rules of a style sheet, which each would parse again: a twentieth of the time."""
    parsed: dict[object, list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def parse_once(self: Stylesheet, *given: Any, **named: Any) -> list[RuleSet]:
        key = (frozenset(self._variables.items()), given, *named.items())
        if key not in parsed:
            parsed[key] = parse(self, *given, **named)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive with all that a post and its comments can have."""
    return write(tmp_path_factory.mktemp("tui") / "archive.db", blogs.POSTS)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose every field wants to steer the terminal or the app."""
    return write(tmp_path_factory.mktemp("hostile") / "archive.db", blogs.hostile_posts())


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one post that has 5,000 comments, forty levels deep."""
    post = blogs.post("crowd", "Beaucoup de monde", "Peu de mots.", comments=blogs.many_comments(5000, 40))
    return write(tmp_path_factory.mktemp("crowded") / "archive.db", [post])
