"""Functions that remember what they gave."""

from __future__ import annotations

from reader.remembering import remembered


def test_what_was_asked_before_is_not_told_anew() -> None:
    """A function is run once for each argument, as long as there is room."""
    asked: list[int] = []

    @remembered(3)
    def doubled(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [doubled(number) for number in (1, 2, 3, 1, 2, 3)] == [2, 4, 6, 2, 4, 6]
    assert asked == [1, 2, 3]


def test_all_is_forgotten_when_there_is_no_more_room() -> None:
    """With one argument too many, what was told before is told anew, and then remembered as before."""
    asked: list[int] = []

    @remembered(2)
    def same(number: int) -> int:
        asked.append(number)
        return number

    assert [same(number) for number in (1, 2, 3, 1, 3, 1)] == [1, 2, 3, 1, 3, 1]
    assert asked == [1, 2, 3, 1]


def test_a_function_may_ask_itself() -> None:
    """What is forgotten while a function runs harms nothing that it gives."""

    @remembered(2)
    def summed(number: int) -> int:
        """The sum of all numbers up to one."""
        return number + summed(number - 1) if number else 0

    assert summed(10) == 55
    assert summed.__doc__ == "The sum of all numbers up to one."


def test_methods_remember_for_each_object() -> None:
    """A method remembers by its object, too."""

    class Named:
        def __init__(self, name: str) -> None:
            self.name = name

        @remembered(4)
        def greeting(self, word: str) -> str:
            return f"{word} {self.name}"

    one, other = Named("Zoé"), Named("Marc")
    assert [one.greeting("Salut"), other.greeting("Salut"), one.greeting("Salut")] == [
        "Salut Zoé",
        "Salut Marc",
        "Salut Zoé",
    ]
