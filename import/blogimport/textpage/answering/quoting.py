"""Words of an earlier comment that a later one quotes.

Must not know who speaks.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from blogimport.textpage.answering.wording import folded_words
from blogimport.textpage.voice import is_excerpt

# What stands between quotation marks, or on a line that a mail program would have marked.
_QUOTED = re.compile(
    r"[«“„\"](?P<text>[^«»“”„\"]{15,600})[»”“\"]"
    r"|^[ \t]*>+[ \t]*(?P<line>[^\n]{15,})$"
    r"|\[quote[^\]]*\](?P<tag>.{15,600}?)\[/quote\]",
    re.MULTILINE | re.DOTALL,
)
# What every quotation has somewhere: most comments have it nowhere.
_MAY_QUOTE = '"«“„>['
# So many words in a row are nobody's by chance.
_FEWEST_QUOTED = 6
# A long page need not be searched for each of a hundred quotations.
_MOST_QUOTED = 3
_FURTHEST = 200


def quoted_places(
    bodies: Sequence[str], lists: Sequence[Sequence[str]], words: Sequence[frozenset[str]], post: str
) -> dict[int, int]:
    """For each comment that quotes an earlier one, and not the post, the first that holds the words.

    `lists` and `words` are those of the bodies, in order and as sets.
    """
    quoting = [
        place
        for place, body in enumerate(bodies)
        # A page that links here quotes the post.
        if place and any(map(body.__contains__, _MAY_QUOTE)) and _QUOTED.search(body) and not is_excerpt(body)
    ]
    if not quoting:
        return {}
    found: dict[int, int] = {}
    post_text = _joined(folded_words(post))
    texts: dict[int, str] = {}
    for place in quoting:
        for match in itertools.islice(_QUOTED.finditer(bodies[place]), _MOST_QUOTED):
            quotation = folded_words(match["text"] or match["line"] or match["tag"])
            if len(quotation) < _FEWEST_QUOTED:
                continue
            wanted, needed = _joined(quotation), max(quotation, key=len)
            for at in range(max(0, place - _FURTHEST), place):
                # Most comments lack the longest of the words, which one look tells.
                if needed in words[at]:
                    text = texts.get(at)
                    if text is None:
                        text = texts[at] = _joined(lists[at])
                    if wanted in text:
                        break
            else:
                continue
            if wanted not in post_text:
                found[place] = at
                break
    return found


def _joined(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "
