"""The links that lead to the rest of a post: « Lire la suite », « Read more ». Knows no element and no page."""

from __future__ import annotations

import re

LONGEST_MORE = 120
"""No such link is longer."""
MORE = re.compile(
    r"\W*(?:\(?(?:lire|voir|afficher) (?:la|toute la) suite|la suite|suite|continuer (?:la lecture|à lire)|"
    r"read (?:more|on|the rest)|continue reading|more|weiterlesen|mehr lesen|weiter lesen"
    r"|leer más|seguir leyendo|sigue leyendo|continua(?: a leggere)?|leggi tutto|leia mais|"
    r"continuar lendo|ler mais|lees (?:meer|verder)|verder lezen|keep reading|"
    r"plus d'infos|les (?:videre|mer)|l[äæ]s (?:mere?|vidare|videre)|lue lisää|czytaj (?:dalej|więcej)"
    r"|читать (?:дальше|далее)|llegi(?:u|r|x)(?:-ne)? més|続きを読む)\b.{0,80}",
    re.IGNORECASE,
)
"""What one says, and maybe the title of its post."""


def is_more(text: str) -> bool:
    """Whether a text is no more than what leads to the rest of a post."""
    return len(text) <= LONGEST_MORE and MORE.fullmatch(text) is not None
