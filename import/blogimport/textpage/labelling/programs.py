"""Programs within texts: their lines are short, and « Next », « { » or « Else » are also what sites print.

Must not know whose text a program is in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues import Sights
from blogimport.textpage.lines import Line

#           FRONT PRE TITLE HEAD BODY BOX FOOT OVER THREAD END
PROGRAM = (-1.0, -2.0, -4.0, -2.0, 1.0, 0.0, -2.0, 0.0, 1.0, -1.0)
"""How much better than other short lines those of a program fit each part."""
_ENDS = ";{}"
_WORDS = frozenset(
    [
        "End If",
        "End Sub",
        "End Function",
        "Exit Sub",
        "Else",
        "Next",
        "Loop",
        "Wend",
        "else",
        "endif",
        "end",
        "fi",
    ]
)
# So many sure lines, and others like them, are a program; no further apart than this.
_FEWEST_SURE, _FEWEST, _APART = 2, 4, 3
_LOOPS = ("For ", "Dim ", "Do ")
# Some with the space behind them.
_STARTS = (
    "//",
    "/*",
    "*/",
    "#include",
    "#!",
    "<?",
    "?>",
    "</",
    "<%",
    "$",
    "' ",
    "using ",
    "import ",
    "namespace ",
    "public ",
    "private ",
    "protected ",
    "static ",
    "void ",
    "int ",
    "var ",
    "function ",
    "def ",
    "class ",
    "foreach ",
    "return ",
    "Return ",
    "Dim ",
    "Set ",
    "Public ",
    "Private ",
    "Imports ",
    "For ",
    "If ",
    "ElseIf ",
    "Do While ",
    "Call ",
    "Exit ",
    "End ",
    "sudo ",
)
_CALL = re.compile(r"^[\w$.<>\[\]]+\(.*\)?$|^[\w$.\[\]>-]+\s*[+-]?=\s*\S|\b\w+\([^ )]*\)$|\s_$")


def programs_in(lines: Sequence[Line], sights: Sequence[Sights]) -> Sequence[int]:
    """The indices of the (non-blank) lines of programs, and of those between them."""
    sure = [index for index, line in enumerate(lines) if line.text[-1] in _ENDS or line.text in _WORDS]
    if len(sure) < _FEWEST_SURE:
        return ()  # as on most pages
    first, last = max(0, sure[0] - _APART), min(len(lines), sure[-1] + 1 + _APART)
    codes = [index for index in range(first, last) if _is_code(lines[index])]
    known = frozenset(sure)
    found: list[int] = []
    run: list[int] = []
    for index in (*codes, len(lines) + _APART + 1):
        if run and index - run[-1] > _APART:
            found += _program(run, known, lines, sights)
            run = []
        run.append(index)
    return found


def _program(
    run: list[int], sure: frozenset[int], lines: Sequence[Line], sights: Sequence[Sights]
) -> Sequence[int]:
    """The lines of a program whose own lines are told; none where these are too few, or the site's."""
    # « Next » leads to another page, where nothing has begun that it ends.
    if not any(lines[index].text.startswith(_LOOPS) for index in run):
        run = [index for index in run if lines[index].text not in _WORDS]
    if len(run) < _FEWEST or len(sure.intersection(run)) < _FEWEST_SURE:
        return ()
    within = range(run[0], run[-1] + 1)
    is_broken = any("heading" in sights[index].by_kind or sights[index].head is not None for index in within)
    return () if is_broken else within


def _is_code(line: Line) -> bool:
    """Whether a line is rather of a program than of a text, or of a menu."""
    text = line.text
    return text[-1] in _ENDS or text in _WORDS or text.startswith(_STARTS) or _CALL.search(text) is not None
