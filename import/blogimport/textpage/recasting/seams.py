"""Lines in which an extractor has joined a text with who signs it: « Nous viendrons.Posté par Zoé, le 3 mai 2006 ».

What stands in two elements of a page, without a space or a line between, reads as one word. Such a line is cut in two
where what follows is known to sign a comment, with a name and a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.cues import has_figure, sights_of
from blogimport.textpage.labelling import is_crowded
from blogimport.textpage.lines import Line, shape_of
from blogimport.textpage.recasting.cells import Apart
from blogimport.textpage.recasting.recast import numbered_anew

# So many known letters sign a comment: « Posté par ».
_SURE = 6
# No signature is longer.
_LONGEST = 120
# A word with a capital right behind a letter or the end of a sentence.
_SEAM = re.compile(r"(?<=[^\W\d_A-ZÀ-Ý]|[.!?…)»”])(?=[A-ZÀ-Ý][^\W\d_A-ZÀ-Ý]+\s)")


def without_seams(lines: Sequence[Line]) -> Apart | None:
    """The same lines where there are such, in a page without blank ones; None where there are none."""
    if not is_crowded(lines):
        return None  # most pages, of which no line is looked at
    cuts = {index: cut for index, line in enumerate(lines) if (cut := _cut(line)) is not None}
    if not cuts:
        return None
    parts = {}
    for index, (text, signature) in cuts.items():
        line = lines[index]
        parts[index] = (
            replace(line, text=text, shape=shape_of(text)),
            replace(
                line,
                text=signature,
                shape="short",
                after_blank=False,
                marker=None,
                ordinal=None,
                mark="",
                indent=line.width,
            ),
        )
    return Apart(*numbered_anew(lines, parts))


def _cut(line: Line) -> tuple[str, str] | None:
    """The text and the signature of a line that holds both, None of any other one."""
    start = max(0, len(line.text) - _LONGEST)
    # Most lines end without a figure, which one look tells.
    if not has_figure(line.text[start:]):
        return None
    for seam in _SEAM.finditer(line.text, start + 1):
        signature = line.text[seam.end() :]
        sight = sights_of(signature).by_kind.get("head")
        if sight is None or not (sight.captured.author and sight.captured.date):
            continue
        # « DjOuDjOu | 3 mai 2006 » is a name.
        if sight.fixed >= _SURE and not signature.startswith(sight.captured.author):
            return line.text[: seam.end()], signature
    return None
