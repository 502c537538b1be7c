"""Names of a room that are imported when they are first named."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.later import later


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A room with one module, `wall`, of which nothing is imported yet."""
    (tmp_path / "attic").mkdir()
    (tmp_path / "attic" / "__init__.py").write_text("")
    (tmp_path / "attic" / "wall.py").write_text("clock = ['tick']\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("attic", "attic.wall"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return "attic"


def test_a_name_is_imported_when_it_is_named(room: str) -> None:
    """The module is loaded by the first use, and the room has the name from then on."""
    named = later(room, {"clock": "wall"})
    assert "attic.wall" not in sys.modules

    assert named("clock") == ["tick"]
    assert vars(sys.modules[room])["clock"] is named("clock")


def test_an_unknown_name_is_an_attribute_error(room: str) -> None:
    """As from any module."""
    with pytest.raises(AttributeError, match="module 'attic' has no attribute 'lamp'"):
        later(room, {"clock": "wall"})("lamp")
