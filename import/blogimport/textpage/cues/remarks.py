"""What a theme writes beside a name and is no part of it: « Marius (site web) », « octave [Membre] »."""

from __future__ import annotations

import re
from collections.abc import Iterable

from blogimport.textpage.cues.cue import comparable

# How a cue ends that says whom somebody answers: « En réponse à {any} ».
_TO_SOMEBODY = " {any}"


class Remarks:
    """The remarks of all languages that stand behind names (`beside`) or before them.

    `answers` are the cues of what stands over answers, some of which name somebody: « Zoé en réponse à Marc ».
    """

    def __init__(self, beside: Iterable[str], before: Iterable[str], answers: Iterable[str]) -> None:
        leads = {comparable(text[: -len(_TO_SOMEBODY)]) for text in answers if text.endswith(_TO_SOMEBODY)}
        whole = "|".join(re.escape(lead) for lead in sorted(leads) if " " in lead)
        self._answering = re.compile(rf"(?<=\S)\s+(?:{whole})\s+(?=\S)", re.IGNORECASE)
        known = {comparable(text).casefold() for text in beside}
        # Which brackets a theme draws, and whether with spaces within, is all one.
        within = {text[1:-1].strip() for text in known if text[0] in "([" and text[-1] in ")]"}
        forms = {form.format(text) for text in within for form in ("({})", "( {} )", "[{}]")}
        self._beside = tuple(sorted({f" {text}" for text in known | forms} | forms, key=len, reverse=True))
        self._before = tuple(sorted({text.casefold() for text in before}, key=len, reverse=True))

    def without_last(self, name: str) -> str:
        """A name without the remark that it ends with, if it does with one."""
        return self._without_last(name, comparable(name).casefold()) if _may_have(name) else name

    def is_whole(self, text: str) -> bool:
        """Whether a text is such a remark and nothing else: « Post author » in an element of its own."""
        same = comparable(text).casefold()
        return f" {same}" in self._beside or same in self._beside

    def name_alone(self, name: str | None) -> str | None:
        """A name without all that a theme writes before and behind it."""
        if name is None or not _may_have(name):
            return name
        same = comparable(name).casefold()
        alone = self._without_last(name, same)
        if alone != name:
            return self.name_alone(alone)
        answering = self._answering.search(name) if name.count(" ") > 2 else None
        if answering is not None:
            return self.name_alone(name[: answering.start()])
        if not same.startswith(self._before):
            return name
        before = next(text for text in self._before if same.startswith(text))
        rest = name[len(before) :].lstrip()
        return rest if any(map(str.isalnum, rest)) else name  # some sign with three dots

    def _without_last(self, name: str, same: str) -> str:
        # Most names have nothing behind them, which one look tells.
        if not same.endswith(self._beside):
            return name
        beside = next(text for text in self._beside if same.endswith(text))
        return name[: -len(beside)].rstrip() or name


def _may_have(name: str) -> bool:
    """Whether a name is more than one word, or ends with a bracket."""
    return " " in name or name[-1:] in (")", "]")
