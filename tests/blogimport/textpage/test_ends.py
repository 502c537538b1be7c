"""What the last sign of a line tells of it."""

from __future__ import annotations

import pytest

from blogimport.textpage.lines import Line, ends_as_speech, ends_sentence, ends_text, shape_of, stops


@pytest.mark.parametrize(
    ("text", "stopped", "sentence", "speech"),
    [
        ("On a vu le phare.", True, True, True),
        ("Le phare (de nuit)", False, True, False),
        ("« C'est lui ! »", True, True, False),
        ("« C'est lui !»", True, True, False),
        ("你好吗？", True, True, True),
        ("On a vu le phare,", False, False, True),
        ("Classé dans :", False, False, True),
        ("Zoé", False, False, False),
        ("Imprimer", False, False, False),
    ],
)
def test_how_a_line_ends(text: str, stopped: bool, sentence: bool, speech: bool) -> None:
    """Sentences may close with a bracket, as names and buttons may; a pause is within a sentence, and ends none."""
    assert stops(text) is stopped
    assert ends_sentence(Line(number=1, text=text)) is ends_text(text) is sentence
    assert ends_as_speech(text) is speech


def test_what_is_quoted_is_a_sentence() -> None:
    """A sentence within the quotes of French is one, though a space stands between its end and that of the line."""
    assert shape_of("« C'est quand qu'on apprend à lire les cartes ? »") == "prose"
    assert shape_of("« C'est quand ? »") == "short"
