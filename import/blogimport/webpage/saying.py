"""Words that stand beside a name and say that somebody speaks: « Zoé a dit », « posted by Zoé ». Nothing else."""

from __future__ import annotations

import re

_SAYING = (
    *("says", "said", "wrote", "writes", "dit", "a dit", "a écrit", "écrit", "schreibt", "schrieb"),
    *("sagt", "sagte", "meint", "dice", "dijo", "ha dicho", "escribió", "ha detto", "scrive", "disse"),
    *("diz", "zegt", "schreef", "ha dit", "va dir", "dixo", "esan du", "skrev", "skriver", "sagde"),
    *("kirjoitti", "hat gesagt", "hat geschrieben", "kommentierte", "meinte", "pisze", "napisał"),
    *("napisał(a)", "napisała", "řekl", "řekl(a)", "spunea", "dedi ki", "kaže", "írta", "ha scritto"),
    *("scrisse", "escreveu", "comentou", "zei", "commented", "added", "replied"),
)
PREPOSITIONS = (
    "on|the|at|le|la|à|a|am|um|vom|den|op|om|el|il|alle|ore|em|às|as|o|a las|las|dne|w|dnia|kl|in|sur|en"
)
"""What leads to a date or a time, behind whoever spoke, as a part of a pattern."""
# What is said, in the words of a theme: « Zoé ha detto questo », « Zoé said this ».
_THIS = "this|questo|ceci|cela|esto|isto|isso|das|dies|dieses|så"
_LEADING = frozenset((*PREPOSITIONS.split("|"), *["a", "las"], *_THIS.split("|")))
SAYS = re.compile(
    rf"\s*(?<![^\W\d_])(?:{'|'.join(map(re.escape, _SAYING))})(?:\s+(?:{_THIS}))?(?:\s+(?:{PREPOSITIONS}))*[\s:.…,]*$",
    re.IGNORECASE,
)
WROTE = (
    "posted|written|published|submitted|posté|écrit|ecrit|rédigé|publié|envoyé|déposé|laissé|geschrieben|verfasst|"
    "scritto|pubblicato|escrito|publicado|enviado|postado|geplaatst|geschreven"
)
"""What somebody did who wrote, before the word that leads to a name, as a part of a pattern; so are the next two."""
REMARK = "comment(?:aire|o)?|message|messaggio|mensagem|réponse|risposta|reactie|coment[aá]rio|kommentar"
NAMED = "nom|name|auteur|author|autore?|verfasser|pseudo|naam|nome|nombre"
BY = re.compile(
    rf"^(?:(?:commented|{WROTE}|{REMARK})\s+)?(?:by|par|von|por|da|door|de)\s*:?\s+|^(?:{NAMED})\s*:\s*",
    re.IGNORECASE,
)
# What begins a name, too, where it is no word of the language: « de Vries », « von Trapp », « Da Silva ».
_PARTICLES = {"von": ("de",), "da": ("it",), "de": ("fr", "es", "pt")}
LATER = re.compile(
    rf"\s+(?:{'|'.join(map(re.escape, _SAYING))})\s+(?:about |almost |over |environ |vor |hace |circa |il y a )?"
    r"(?=\d|less|an? )[^:]{1,40}:?\s*$",
    re.IGNORECASE,
)
"""That somebody said it, and how long ago or after the post: « Zoé said about 2 hours later »."""
TIME_AFTER = re.compile(
    r"\s+(?:[:,@|·•–—-]+|at|um|à|alle|às|om|kl\.?|a las)\s*\d{1,2}\s?[:h.]\s?\d\d(?::\d\d)?"
    r"(?:\s?[ap]\.?m\.?|\s?uhr)?\s*$",
    re.IGNORECASE,
)
"""A time of day behind a name, in a line without a day: « Zoé : 11:02 PM »."""
NUMBER = re.compile(
    r"^(?:#\s?\d{1,4}\s?[.):°\]]?|(?:n°|nr\.?|no\.)\s?\d{1,4}\s?[.):°\]]?|\d{1,4}\s?[.)°:]|\[\d{1,4}\])\s+(?=\S)",
    re.IGNORECASE,
)
"""The number of a comment, before who wrote it and when: « 3. Le mardi 3 mai, par Zoé »."""
_ANSWERING = re.compile(
    r"\(?(?:en réponse à|répond à|in reply to|in response to|replying to|replied to|als antwort auf|antwort auf|"
    r"antwortet auf|en respuesta a|em resposta a|in risposta a|in antwoord op)\b[\s:]*",
    re.IGNORECASE,
)
# One of these is in each of them: most texts have none, and a search for all of them takes five times as long.
_ANSWERING_STEM = re.compile(r"r(?:épon|epl|esp[ou]|ispo)|antwo")


def answering_in(text: str) -> re.Match[str] | None:
    """What stands between a name and that of whom is answered, if it does: « en réponse à », « replying to »."""
    if " " not in text or not _ANSWERING_STEM.search(text.lower()):
        return None
    return _ANSWERING.search(text)


def is_lead(words: str, language: str | None, *, is_apart: bool = False) -> bool:
    """Whether words before a name lead to it, and are no part of it as « de Vries » has it in English.

    What is set apart as a link (`is_apart`) is all name.
    """
    said = words.strip(" \t\n:\xa0").lower()
    # « neto da Zulmira » is all name in Portuguese, « inviato da Zoé » in Italian is not.
    languages = _PARTICLES.get("da" if said.endswith(" da") else said)
    return languages is None or not (is_apart or (language is not None and language not in languages))


def ends_saying(line: str) -> bool:
    """Whether a line ends as « Zoé a dit le : » does: told by its end, for a search tries every place in it."""
    end = line.rstrip(" \t\xa0:.…,").lower()
    before, _, word = end.rpartition(" ")
    while word in _LEADING:
        end = before.rstrip()
        before, _, word = end.rpartition(" ")
    return end.endswith(_SAYING) and SAYS.search(line) is not None
