"""Comments whose fields have labels, as in guestbooks: « Nom : Zoé », « Date : 3 mai 2006 », « Message : … ».

Knows no element: the text of a comment is given with each label on the line of its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

_Kind = Literal["author", "date", "text", "other"]
_WORDS: dict[_Kind, str] = {
    "author": "name nom author auteur autor autore pseudo nick nickname naam nome nombre verfasser visiteur"
    " posted_by posted_by par by écrit_par poster name/blog nom/blog signature prénom user username de_la_part_de",
    "date": "date datum fecha data posted posted_on posted_at posté posté_le le écrit_le time on date/heure"
    " date/time envoyé_le publié_le geschrieben_am date_de_publication when",
    "text": "message comment comments commentaire commentaires texte text kommentar nachricht eintrag mensaje"
    " comentario commento messaggio bericht reactie avis remarque remarques comment/excerpt excerpt body contenu"
    " votre_message réaction opinion",
    "other": "subject sujet titre title topic objet betreff titel asunto oggetto onderwerp url site site_web web"
    " website homepage home_page web_site webseite page page_web e-mail email mail courriel msg_# msg location"
    " ville city pays country ip from de von da van note rating inscrit inscrit_le joined registered posts messages"
    " contributions localisation lieu age âge hobby score url/email entry entry_# id url_/_email adresse"
    " how_did_you_find_us",
}
_KINDS: dict[str, _Kind] = {
    label.replace("_", " "): kind for kind, words in _WORDS.items() for label in words.split()
}
_LONGEST_LABEL = max(map(len, _KINDS))
# At the beginning of a line or of a cell.
_LABEL = re.compile(
    rf"(?:^|(?<=\n)|(?<=[ \xa0]{{2}})|(?<=\t))[ \t*•[(]*(?P<label>[^\W\d_][^\n:]{{0,{_LONGEST_LABEL}}}?)[ \xa0]?[])]?:"
)
# Labels alone that might lead to a name, but in most pages lead to where somebody lives.
_FROM = frozenset(("from", "de", "von", "da", "van"))
_FEWEST = 2
# The labels of a comment stand among the first of its texts, or its last ones.
_REACH = 8


class Labelled(NamedTuple):
    """Who and when, as the labels tell, and where the text stands."""

    author: str | None
    date: str | None
    start: int
    end: int


def may_be_labelled(texts: Iterable[str]) -> bool:
    """Whether labels stand among the first or last of some texts: a quick look that rules out most comments."""
    every = list(texts)
    return sum(_is_label(text) for text in (*every[:_REACH], *every[_REACH:][-_REACH:])) >= _FEWEST


def is_label(text: str) -> bool:
    """Whether a text is a label of who, when or what, with or without its colon."""
    return _normal(text) in _KINDS


def labelled(text: str) -> Labelled | None:
    """What labels tell in a text; None where there are too few, or none of who and when."""
    found = list(_labels(text))
    kinds = {kind for kind, *_ in found}
    if len(found) < _FEWEST or not kinds & {"author", "date"}:
        return None
    values: dict[str, str] = {}
    for (kind, label, _, end), until in zip(
        found, [*(start for _, _, start, _ in found[1:]), None], strict=True
    ):
        value = text[end:until].strip().split("\n", 1)[0].strip()
        values.setdefault("from" if label in _FROM else kind, value)
    start, end = _place(text, found)
    author = values.get("author") or values.get("from")
    return Labelled(author or None, values.get("date") or None, start, end)


def _is_label(text: str) -> bool:
    bare = text.strip()
    return len(bare) <= _LONGEST_LABEL + 2 and bare[-1:] == ":" and is_label(bare)


def _normal(text: str) -> str:
    return " ".join(text.casefold().strip(" \xa0\t\n*•[]():").split())


def _labels(text: str) -> Iterator[tuple[_Kind, str, int, int]]:
    """The kind and the words of each label, and where it begins and ends."""
    for match in _LABEL.finditer(text):
        label = _normal(match["label"])
        kind = _KINDS.get(label)
        if kind is not None:
            yield kind, label, match.start(), match.end()


def _place(text: str, found: list[tuple[_Kind, str, int, int]]) -> tuple[int, int]:
    """Where the text stands: behind its label, else the longest stretch that has none."""
    ends = [*(start for _, _, start, _ in found[1:]), len(text)]
    for (kind, _, _, end), until in zip(found, ends, strict=True):
        if kind == "text":
            return end, until
    stretches = [(0, found[0][2])]
    for (_, _, _, end), until in zip(found, ends, strict=True):
        line = text.find("\n", end, until)
        stretches.append((until if line < 0 else line + 1, until))
    return max(stretches, key=lambda stretch: len(text[stretch[0] : stretch[1]].strip()))
