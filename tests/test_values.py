"""Values are their fields."""

from __future__ import annotations

import pickle

import pytest

from reader.values import Value


class Lamp(Value):
    """A value of the tests."""

    name: str
    lit: bool = False


class Door(Value):
    """Another one, with the same fields."""

    name: str
    lit: bool = False


def test_equal_by_fields_and_class() -> None:
    """Two values are equal, and have one hash, where their fields are the same and they are of one class."""
    assert Lamp("hall") == Lamp(name="hall", lit=False)
    assert len({Lamp("hall"), Lamp("hall", False), Lamp("stairs"), Door("hall")}) == 3
    assert Lamp("hall") != Door("hall")
    assert repr(Lamp("hall")) == "Lamp(name='hall', lit=False)"
    assert pickle.loads(pickle.dumps(Lamp("hall", True))) == Lamp("hall", True)


def test_other_fields_in_a_copy() -> None:
    """A value with other fields is another value; the first stays as it is."""
    lamp = Lamp("hall")

    assert lamp.but(lit=True) == Lamp("hall", True)
    assert lamp == Lamp("hall")
    match lamp:
        case Lamp(name, lit):
            assert (name, lit) == ("hall", False)


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("hall", True, 3), {}), (("hall",), {"name": "stairs"}), (("hall",), {"size": 3})],
    ids=["too few", "too many", "twice", "unknown"],
)
def test_fields_are_checked(values: tuple[object, ...], named: dict[str, object]) -> None:
    """A field that is lacking, unknown or given twice is an error."""
    with pytest.raises(TypeError, match="Lamp"):
        Lamp(*values, **named)  # type: ignore[arg-type] # which is the point


def test_cannot_be_changed() -> None:
    """No field can be assigned or deleted, and there is none but those of the class."""
    lamp = Lamp("hall")

    for name in ("name", "size"):
        with pytest.raises(AttributeError):
            setattr(lamp, name, "stairs")
        with pytest.raises(AttributeError):
            delattr(lamp, name)
    assert lamp == Lamp("hall")
