"""Comments that nothing marks: cut apart, and signed, by what their writers say.

An extractor may leave only the texts, run together, under « 7 commentaires ». People greet at the beginning
and close and sign at the end; between two such signs a comment begins. Everything found here is a guess.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from blogimport.textpage.cues import cue_book
from blogimport.textpage.lines import Line

# A capital, then letters; initials and double names too.
_NAME_WORD = r"(?:[^\W\d_a-zà-öø-ÿ][\w'’.-]*|de|du|la|le|van|von)"
_SIGNED_END = re.compile(
    rf"(?:[.!?…]+[\"»”)]*\.*\s+|[.!?…]{{2,}}\s*)(?P<name>[^\W\d_a-zà-öø-ÿ][\w'’.-]*(?:\s+{_NAME_WORD}){{0,2}})\s*[.!]?$"
)
_NAME_LINE = re.compile(rf"[-–—]?\s*(?P<name>[^\W\d_a-zà-öø-ÿ][\w'’.-]*(?:\s+{_NAME_WORD}){{0,3}})\s*[.!]?$")
_NAME_AT_END = re.compile(
    rf"[,.!…]?\s+(?P<name>[^\W\d_a-zà-öø-ÿ][\w'’.-]*(?:\s+{_NAME_WORD}){{0,2}})\s*[.!]?$"
)
_HANDLE_LINE = re.compile(r"[-–—]\s*(?P<name>[\w'’.@-]{2,25})\s*[.!]?$")
_SENTENCE_END = re.compile(r"[.!?…:;)»\"”]['’]*\s*(?:[:;]-?[)(DPp]|[\U0001f300-\U0001faff\u2600-\u27bf])?$")
_FIRST_WORDS = re.compile(r"[^\w]*(?P<words>\w[\w.'’ -]*)")
_LONG = 140
_SHORT = 60
# A cut needs at least this much in its favour.
_ENOUGH = 1.5
# ... and the last one, where all others are told, at least this (2 is a border between two long paragraphs).
_LEAST_LIKELY = 1.5


def cut_by_words(lines: Sequence[Line], declared: int | None) -> dict[int, str]:
    """The indices of lines where a further comment begins, each with the reason.

    At most `declared` - 1 cuts, the surest ones; none where the page declares one comment or says nothing.
    """
    if not declared or declared < 2 or len(lines) < 2:
        return {}
    scored = [(*_border(lines, index), index) for index in range(1, len(lines))]
    best = sorted(scored, key=lambda entry: (-entry[0], entry[2]))
    chosen: dict[int, str] = {}
    for score, reason, index in best:
        if len(chosen) >= declared - 1 or score < _ENOUGH:
            break
        chosen[index] = reason
    if len(chosen) == declared - 2 and chosen:
        # All but one are told: the last cut is at the likeliest border of paragraphs in what is left.
        last = _likeliest_paragraph(lines, chosen)
        if last is not None:
            chosen[last] = (
                f"the page declares {declared} comments and this is the likeliest place for the last cut"
            )
    return chosen


def signature(lines: Sequence[Line]) -> str | None:
    """The name that a comment is signed with at the end of its text, if it is."""
    if not lines:
        return None
    last = lines[-1].text.strip()
    if len(lines) > 1:
        before = lines[-2].text.strip()
        name = _name_line(last)
        if name is not None and (_SENTENCE_END.search(before) or _closes(before) or before.endswith(",")):
            return name
    match = _SIGNED_END.search(last)
    if match is not None and _is_name(match["name"]):
        return _without_stop(match["name"])
    match = _NAME_AT_END.search(last)
    if match is not None and _is_name(match["name"]) and _closes(last[: match.start("name")]):
        return _without_stop(match["name"])
    return None


def _without_stop(name: str) -> str:
    """A name without the full stop after it, unless that belongs to an initial."""
    name = name.strip()
    return name if re.search(r"(?:^|\s)[^\W\d_]\.$", name) else name.rstrip(" .")


def _border(lines: Sequence[Line], index: int) -> tuple[float, str]:
    """How much speaks for a comment beginning at a line, and the strongest sign."""
    before, line = lines[index - 1], lines[index]
    signs: list[tuple[float, str]] = []
    name = _ending_name(lines, index)
    if name is not None:
        signs.append((4.0, f"the text before it is signed {name}"))
    elif _closes(before.text):
        signs.append((2.5, "the text before it ends with a closing formula"))
    if _greets(line.text):
        signs.append((3.0, "it begins with a greeting"))
    spoken_to = _speaks_to_signer(lines, index)
    if spoken_to is not None:
        signs.append((2.5, f"it speaks to {spoken_to}, who signed an earlier one"))
    score = sum(value for value, _ in signs)
    if _name_line(line.text) is not None and (name is None or _closes(before.text)):
        # A line that is only a name belongs to what it signs.
        score -= 4.0
    if not _SENTENCE_END.search(before.text) and name is None:
        score -= 1.0
    if line.text[:1].islower():
        score -= 1.0
    if line.after_blank:
        score += 0.5
    if _is_postscript(line.text):
        score -= 3.0
    return score, max(signs, default=(0.0, ""))[1]


def _ending_name(lines: Sequence[Line], index: int) -> str | None:
    """The name that signs the text which ends just before a line."""
    return signature(lines[max(0, index - 2) : index])


def _speaks_to_signer(lines: Sequence[Line], index: int) -> str | None:
    """The name at the beginning of a line, where an earlier text is signed with it."""
    start, comma, _ = lines[index].text.partition(",")
    if not comma or not start or len(start) > _SHORT:
        return None
    signers = (signature(lines[max(0, end - 2) : end]) for end in range(1, index))
    wanted = start.split()[0].casefold()
    return next((start for name in signers if name and name.split()[0].casefold() == wanted), None)


def _likeliest_paragraph(lines: Sequence[Line], chosen: dict[int, str]) -> int | None:
    """The border that looks most like one between writers: long paragraphs, or a change of capitals."""
    borders = [0, *sorted(chosen), len(lines)]
    candidates: list[tuple[float, int, int]] = []
    for start, end in itertools.pairwise(borders):
        size = sum(len(line.text) for line in lines[start:end])
        for index in range(start + 1, end):
            before, line = lines[index - 1].text, lines[index].text
            if (
                not _SENTENCE_END.search(before)
                or line[0].islower()
                or _name_line(line)
                or _is_postscript(line)
            ):
                continue
            score = (min(len(before), _LONG) + min(len(line), _LONG)) / _LONG
            score += 1.0 if before[0].islower() and len(line) > _SHORT else 0.0
            # What begins with a greeting is a whole letter already.
            score -= 0.5 if _greets(lines[start].text) else 0.0
            candidates.append((-score, -size, index))
    best = min(candidates, default=(0.0, 0, 0))
    return best[2] if best[0] <= -_LEAST_LIKELY else None


def _name_line(text: str) -> str | None:
    """The name where a line is nothing but a name."""
    for pattern in (_NAME_LINE, _HANDLE_LINE):
        match = pattern.fullmatch(text.strip())
        if match is not None and len(text) <= _SHORT and _is_name(match["name"]):
            return _without_stop(match["name"])
    return None


def _is_name(text: str) -> bool:
    """Whether words with capitals are a name rather than « Merci » or « RENAISSONS »."""
    words = text.strip(" .!").split()
    speech = cue_book().speech
    common = frozenset().union(*cue_book().common_words.values())
    spoken = frozenset().union(speech["greeting"], speech["farewell"], speech["thanks"])
    if len(words) > 1 and words[0].casefold() in speech["family"]:
        return words[-1][0].isupper()
    if not words or " ".join(words).casefold() in spoken or words[0].casefold() in (spoken | common):
        return False
    # A single word in capitals that is longer than initials is a shout.
    return not (len(words) == 1 and words[0].isupper() and len(words[0]) > 4)


def _closes(text: str) -> bool:
    """Whether a line is, or ends with, a closing formula."""
    end = text.casefold().replace("’", "'").rstrip(" .,!;:…-–")
    if len(end) <= _SHORT and any(end.startswith(words + " ") for words in cue_book().speech["farewell"]):
        return True
    return any(
        end == words
        or (end.endswith(words) and end[: -len(words)].rstrip().endswith((".", "!", "?", ",", "…", ";")))
        for words in cue_book().speech["farewell"]
    )


def _greets(text: str) -> bool:
    """Whether a line begins with a greeting."""
    match = _FIRST_WORDS.match(text.casefold().replace("’", "'"))
    if match is None:
        return False
    words = match["words"]
    return any(words == word or words.startswith(word + " ") for word in cue_book().speech["greeting"])


def _is_postscript(text: str) -> bool:
    start = text.casefold().lstrip()
    return any(
        start.startswith(word) and not start[len(word) : len(word) + 1].isalpha()
        for word in cue_book().speech["postscript"]
    )
