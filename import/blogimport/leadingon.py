"""The links that lead to the rest of a post: « Lire la suite », « Read more ». Knows no element and no page."""

from __future__ import annotations

import re

LONGEST_MORE = 120
"""No such link is longer."""
MORE = re.compile(
    r"\W*(?:\(?(?:lire|voir|afficher) (?:la|toute la) suite|lire (?:plus|davantage)|la suite|suite"
    r"|continuer (?:la lecture|à lire)|"
    r"read (?:more|on|the rest)|continue reading|more|weiterlesen|mehr lesen|weiter lesen"
    r"|leer más|seguir leyendo|sigue leyendo|continua(?: a leggere)?|leggi tutto|leia mais|"
    r"continuar lendo|ler mais|lees (?:meer|verder)|verder lezen|keep reading|"
    r"plus d'infos|les (?:videre|mer)|l[äæ]s (?:mere?|vidare|videre)|lue lisää|czytaj (?:dalej|więcej)"
    r"|читать (?:дальше|далее|полностью)|читати далі|llegi(?:u|r|x)(?:-ne)? més|続きを読む"
    # « Read the rest of this entry », as the first theme of WordPress says it.
    r"|lire le reste d[eu]|leggi il (?:resto|seguito)|lee(?:r)? el resto de|le(?:ia|r) o rest(?:o|ante) d[eo]st[ea]"
    r"|lees de rest"
    r"|l[eæä]s resten a[fv]|de rest van dit (?:item|bericht|artikel) lezen|den (?:rest|ganzen) (?:dieses |diesen )?"
    r"(?:beitrag|eintrag|artikel)s? (?:weiter)?lesen|fortsätt läsa|fortsett å lese|pokračovat ve čtení|jatka lukemista"
    r"|okumaya devam et|tovább olvasom|continuă (?:lectura|să citești)|συνέχεια ανάγνωσης|lanjutkan membaca"
    r"|baca selengkapnya|继续阅读|阅读全文|계속 읽기)\b.{0,80}"
    r"|\W*\((?:mehr|mais|más|altro|meer)\s?(?:…|\.{3})\)\W*"
    # With more behind them, these are the first words of a sentence.
    r"|\W*(?:(?:full|whole) story|ganze geschichte|ganzen (?:beitrag|artikel|eintrag) lesen)\W*",
    re.IGNORECASE,
)
"""What one says, and maybe the title of its post."""


def is_more(text: str) -> bool:
    """Whether a text is no more than what leads to the rest of a post."""
    return len(text) <= LONGEST_MORE and MORE.fullmatch(text) is not None
