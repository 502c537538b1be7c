"""A line that says who and when in no words that a cue knows: what is left of it beside the date is the name.

« (Zoé | 3 mai 2006, 12:04) Répondre », « 12. Zoé // May 3, 2006 », « mer, 03/05/2006 - 12:04 — Zoé ». Themes write it
in too many ways to know them all; what people put around a name are a few words and signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from blogimport.textpage import field_of, plausible_name, sight_of, without_remark
from blogimport.webpage.saying import NAMED, NUMBER, PREPOSITIONS, REMARK, SAYS, WROTE, answering_in, is_lead
from reader.dates import find_dates, find_time, tells_day

# A line is asked several times what it says, and names and buttons recur on each page of a blog.
_KNOWN = 4096
_LONGEST_NAME = 60
# « Eastern Standard Time (New York) » with a few words to it; a whole text is not looked through for that.
_LONGEST_ASIDE = 200
_MOST_WORDS = 6
_LONGEST_BUTTON = 40
_MOST_WORDS_NAMED = 10
_EDGES = " \t\n:|,;·•–—-\xa0»«[]#/>~→↓¶∞§"
_APART = re.compile(r"\s*[|·•–—\n]\s*|\s+(?://|[-/»~>›])\s+|^(?://|-)\s+|\s+(?://|-)$")
# Most pieces have none of its signs, and a search for it tries all its ways in every place.
_SIGN = re.compile(r"[|·•–—\n/»~>›-]")
_DONE = f"{WROTE}|added|created|edited|créé|modifié|ajouté|erstellt|ingezonden|inviato"
# What a line says beside who and when: numbers, sites, buttons. Asked of small letters: where the case of so many words
# does not matter it takes twice as long.
_ASIDE = re.compile(
    rf"(?:\d+(?:\.\d+)*|(?:(?:{_DONE}|{REMARK}|"
    r"reply|date|datum|fecha|data|time|from|via)\b[\s:]*)?"
    rf"(?:(?:n°|nr\.?|no\.?|#|:)(?![^\W\d_])\s*)*\d*\s*(?:(?:{PREPOSITIONS})\b\.?\s*)*"
    r"|(?:son |his |her |my )?(?:site(?: web| internet)?|web(?:site|seite|log)?|url|www|home ?page|blog|e-?mail|mail|"
    r"courriel|profile?|link|lien|permalink|permanent link|permalien|lien permanent|enlace(?: permanente)?|antworten|"
    r"répondre|reply|responder|reageer|reageren|beantwoorden|rispondi|quote|citer|citar|zitieren|edit|delete|report|supprimer|alerter|alertez-nous|prévenir|partager|recommander|flag|share|melden|segnala|denunciar|reportar|"
    r"(?:un)?like|j['’]aime|gefällt mir|me gusta|mi piace|view profile|voir le profil|user info|infos utilisateur|"
    r"signaler(?: un abus| ce contenu(?: comme inapproprié)?)?|this comment)"
    r"|\d+(?:\.\d+)*\."
    r"|(?:last )?(?:edited|modified|updated|changed)(?: by| on)?"
    r"|(?:dernière modification|modifié|édité|mis à jour)(?: le)?|geändert|bearbeitet"
    r"|(?:[^\W\d_]+ )*(?:standard|daylight|summer) time\b.*|(?:utc|gmt)\s?[+-]?\d.*"
    r"|il y a longtemps|(?:a )?long time ago|vor langer zeit|hace mucho(?: tiempo)?|molto tempo fa|lang geleden"
    # Where somebody found it is not who wrote.
    r"|(?:(?:found|spotted|seen|reblogged|trouvé|vu|gefunden|gesehen|visto|gevonden) )?via .+|reblogged from .+"
    r"|score\s?:?\s?-?\d+(?:, [^\W\d_]+)?"
    r"|uhr|hrs?|gmt|utc|[ce]e?st|p[sd]t|e[sd]t)"
)
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
# « +3 votes »
_COUNT = re.compile(r"[+-]\s?\d")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?:#\s?\d{1,4}\s?[.):°]?|(?:n°|nr\.?|no\.)?\s?\d{1,4}\s?[.):°]|\[\d{1,4}\])\s+(?=\S)", re.IGNORECASE
)
_LEADING_NUMBER = re.compile(r"^\d{1,4}\s+(?=\D)")
# Beside a date any words may stand before it.
_BY = re.compile(
    r"^(?:(?:[^\W\d_]+\s+){0,2}?(?:by|par|von|por|door|da|av|af)"
    rf"|(?:{REMARK}|avis|billet|note) (?:de|from|van|di|da|von)|from|van|de|{NAMED})\s*(?::\s*|\s+)",
    re.IGNORECASE,
)
# What leads to a name, and behind one to where somebody lives.
_FROM = ("from ", "de ", "van ", "da ", "di ", "aus ")
_TRAILING = re.compile(
    rf"(?:[\s,:@]+(?:{PREPOSITIONS})|\s*[,|·•–—]\s*(?:{_DONE})|\s+-\s+(?:{_DONE}))+\s*$", re.IGNORECASE
)


class Signature(NamedTuple):
    """Who and when, of one line; `is_worded` where a word before or after the name says that it is one."""

    author: str | None
    published: str
    is_worded: bool = False


def signature_in(texts: Sequence[str], language: str | None, *, is_named: bool = False) -> Signature | None:
    """The name beside the date in a line, given as the texts of its elements; None where there is no date in it.

    In a line that is named for who and when (`is_named`), a name may have many words.
    """
    return _signature(tuple(texts), language, _MOST_WORDS_NAMED if is_named else _MOST_WORDS)


@lru_cache(maxsize=_KNOWN)
def _signature(texts: tuple[str, ...], language: str | None, most: int) -> Signature | None:
    line, ends = _joined(texts)
    spans, published = _dates(line, language)
    if published is None:
        return None
    names: list[str] = []
    is_answered = is_led = False
    for piece in _pieces(line, spans, ends):
        bare = _bare(piece)
        if is_answered:
            is_answered = False
            continue
        answering = answering_in(bare)
        if answering is not None:
            # Whom somebody answers stands behind that, in the same text or as a link of its own.
            is_answered = answering.end() == len(bare)
            bare = bare[: answering.start()].strip(_EDGES)
        lead = _BY.fullmatch(f"{bare} ")
        is_label = piece.rstrip().endswith(":") and field_of(bare) == "author"
        if not bare or lead or is_label or _is_aside(bare) or SAYS.fullmatch(f" {bare}"):
            is_led = is_led or is_label or (lead is not None and is_lead(lead[0], language))
            continue
        # « Le titre, 3 mai 2006, par » and the name as a link of its own.
        worded = bare if is_led and _may_be_name(bare, most) else _worded(bare, language)
        if worded and names and bare.casefold().startswith(_FROM):
            continue  # « Zoé, de Paris »
        if worded is not None and _may_be_name(worded, most):
            return Signature(worded, published, is_worded=True)
        names.append(_TRAILING.sub("", bare).strip(_EDGES) if worded is None else worded)
    plausible = [name for name in names if _may_be_name(name, most)]
    if len(names) > 2 or not plausible:
        return Signature(None, published)
    return Signature(plausible[0], published)


@lru_cache(maxsize=_KNOWN)
def is_beside_names(text: str) -> bool:
    """Whether a text is a number, a button, a word that leads to a name, and no name itself."""
    if len(text) > _LONGEST_ASIDE:
        return False
    bare = _bare(text)
    return any(
        _is_aside(one) or _BY.fullmatch(f"{one} ") is not None
        for one in {bare, _LEADING_NUMBER.sub("", bare)}
    )


@lru_cache(maxsize=_KNOWN)
def says_nothing_more(line: str, author: str | None, language: str | None) -> bool:
    """Whether a line has nothing but a known name, dates, and what stands beside them."""
    rest = line.replace(author, "|", 1) if author else line
    spans, _ = _dates(rest, language)
    found = False
    for piece in _pieces(rest, spans, ()):
        if not any(map(str.isalnum, piece)):
            continue
        bare = _bare(piece)
        if not _is_aside(bare) and not _is_lead(bare):
            return False
        found = True
    return found or bool(spans)


@lru_cache(maxsize=_KNOWN)
def _is_aside(bare: str) -> bool:
    """Whether a piece is a number, a site, a button: what stands in a line beside who and when."""
    return _ASIDE.fullmatch(bare.lower()) is not None or _is_button(bare)


def _is_button(bare: str) -> bool:
    """Whether a piece is a button under comments, in any language that has its cues."""
    sight = sight_of(bare, "tail") if 0 < len(bare) <= _LONGEST_BUTTON else None
    return sight is not None and sight.captured.author is None


def _is_lead(piece: str) -> bool:
    """Whether more than an aside stands between a number, a name and a date: « 3 comment by », « On, said »."""
    if len(piece) > _LONGEST_NAME:
        return False
    bare = _LEADING_NUMBER.sub("", SAYS.sub("", f" {piece}").strip(_EDGES))
    if bare != piece and _is_aside(bare):
        return True
    lead = _BY.match(f"{bare} ")
    return lead is not None and _is_aside(f"{bare} "[lead.end() :])


def _joined(texts: Sequence[str]) -> tuple[str, list[int]]:
    """Texts in one line, and where each of them ends."""
    ends: list[int] = []
    line = ""
    for text in texts:
        words = " ".join(text.split())
        if words:
            line = f"{line} {words}" if line else words
            ends.append(len(line))
    return line, ends


def _dates(line: str, language: str | None) -> tuple[list[tuple[int, int]], str | None]:
    """Where dates and times stand in a line, and what they say."""
    found = find_dates(line, language)
    if not found:
        return [], None
    best = next((one for one in found if one.has_time), None) or next(
        (one for one in found if one.has_year), found[0]
    )
    spans = [(one.start, one.end) for one in found]
    published = best.iso
    if not best.has_time and tells_day(published):
        for start, text in ((best.end, line[best.end :]), (0, line[: best.start])):
            time = find_time(text)
            if time is not None:
                published = f"{published}T{time[2]}"
                spans.append((start + time[0], start + time[1]))
                break
    return sorted(spans), published


def _pieces(line: str, spans: Sequence[tuple[int, int]], ends: Sequence[int]) -> Iterator[str]:
    """What is left of a line outside of its dates, each text of it for itself, cut where signs stand between."""
    cuts: list[tuple[int, int]] = []
    for start, end in sorted([*spans, *((end, end) for end in ends)]):
        if not cuts or start >= cuts[-1][1]:
            cuts.append((start, end))
    begin = 0
    for start, end in (*cuts, (len(line), len(line))):
        if begin < start:
            piece = line[begin:start]
            yield from _APART.split(piece) if _SIGN.search(piece) else (piece,)
        begin = max(begin, end)


@lru_cache(maxsize=_KNOWN)
def _bare(piece: str) -> str:
    """A piece without numbers, signs and brackets around it, and without what brackets say beside a name."""
    piece = without_remark(piece)
    if "(" in piece or "[" in piece:
        piece = _IN_BRACKETS.sub(lambda match: "" if _is_aside_in_brackets(match) else match[0], piece)
    text = piece.strip()
    text = text.lstrip(".… ") or text  # « ... link », but « ... » is how somebody signs
    number = NUMBER.match(text)
    text = (text if number is None else text[number.end() :]).strip(_EDGES)
    if text.count("(") != text.count(")") or (text.startswith("(") and text.endswith(")")):
        text = text.strip("()" + _EDGES)
    return text


def _is_aside_in_brackets(match: re.Match[str]) -> bool:
    text = match[1].strip()
    # In round ones people sign with their own address.
    is_address = match[0].startswith("[") and _ADDRESS.fullmatch(text) is not None
    # « Zoé (87) » is from the Limousin.
    is_number = match[0].startswith("(") and text.isdecimal() and match.start() > 0
    return is_address or (_is_aside(text) and not is_number)


def _worded(bare: str, language: str | None) -> str | None:
    """The name in « by Zoé on » or « Zoé said on »."""
    said = SAYS.sub("", bare)
    lead = _BY.match(said)
    name = said[lead.end() :] if lead is not None and is_lead(lead[0], language) else said
    label, colon, rest = name.partition(":")
    if colon and field_of(label) == "author":
        name = rest.strip(_EDGES)
    return None if name == bare else _TRAILING.sub("", name).strip(_EDGES)


def _may_be_name(name: str, most: int) -> bool:
    return (
        0 < len(name) <= _LONGEST_NAME
        and name.count(" ") < most
        and not _COUNT.match(name)
        and " : " not in name
        and not _is_aside(name)
        and plausible_name(name, most_words=most + 1)
    )
