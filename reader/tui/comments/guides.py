"""The guide lines of a thread: who answers whom, solid where it is stated, dotted where it was guessed."""

from __future__ import annotations

from reader.threads import ThreadRow

STEP = 3
_NARROWEST_BODY = 26

_RAILS = {None: "   ", False: "│  ", True: "┊  "}
_BRANCHES = {(False, False): "├─ ", (True, False): "╰─ ", (False, True): "├╌ ", (True, True): "╰╌ "}
# Too deep for the width: the comment stands further out than it belongs.
_DEEPER = {False: "»─ ", True: "»╌ "}


def deepest(width: int) -> int:
    """How many levels of answers a width can show."""
    return max(1, (width - _NARROWEST_BODY) // STEP - 1)


def head_guides(row: ThreadRow, most: int) -> str:
    """What stands before the name of a comment."""
    if row.depth == 0:
        return ""
    if row.depth > most:
        return _rails(row, most - 1) + _DEEPER[row.guessed]
    return _rails(row, row.depth - 1) + _BRANCHES[row.last, row.guessed]


def body_guides(row: ThreadRow, most: int, first_answer: ThreadRow | None) -> str:
    """What runs on beside the body of a comment, down to `first_answer` where one is to be seen."""
    depth = min(row.depth, most)
    rails = _rails(row, depth if row.depth <= most else depth - 1)
    if row.depth > most:
        rails += _RAILS[None]
    # From the deepest level that can be shown, no line leads on.
    stem = None if first_answer is None or row.depth >= most else first_answer.guessed
    return rails + _RAILS[stem]


def _rails(row: ThreadRow, levels: int) -> str:
    return "".join(_RAILS[rail] for rail in row.rails[:levels])
