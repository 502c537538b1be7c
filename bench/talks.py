"""How many comments of made-up pages are told: `python -m bench.talks [THEMES] [--from SEED] [--strange]`.

Each page is in a theme of its own (`bench.made_up_talks`): no list of layouts, but what stands where is drawn by
chance, so that a mechanism which knows some layouts only does badly.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable

from bench.made_up_talks import MadeUpTalk, talk
from blogimport.textpage import read_page
from reader.models import Comment


def talks_told(seeds: Iterable[int], *, are_strange: bool = False) -> Counter[str]:
    """What is told of the pages of some themes, and under the same names with a question mark, of how much.

    Strange ones say who wrote a comment, and when, in words that nobody has ever seen.
    """
    tally: Counter[str] = Counter()
    for seed in seeds:
        tally += told_of(talk(seed, is_strange=are_strange))
    return tally


def told_of(page: MadeUpTalk) -> Counter[str]:
    """What is told of one page."""
    tally: Counter[str] = Counter()
    posts = read_page(page.text.encode()).posts
    found: list[Comment] = [comment for post in posts for comment in post.comments]
    titled = next((post for post in posts if _bare(post.title) == _bare(page.title)), None)
    _ask(tally, "titles", titled is not None)
    _ask(tally, "ends of the posts", titled is not None and _bare(titled.body).endswith(_bare(page.last)))
    for true in page.comments:
        told = next((comment for comment in found if _bare(comment.body) == _bare(true.text)), None)
        if told is not None:
            found.remove(told)
        _ask(tally, "comments", told is not None)
        _ask(tally, "authors", told is not None and _bare(told.author) == _bare(true.author))
        _ask(tally, "wrong authors", told is not None and _bare(told.author) not in ("", _bare(true.author)))
        _ask(tally, "dates", told is not None and told.published == true.published)
    tally["comments that are none"] += len(found)
    return tally


def _ask(tally: Counter[str], name: str, is_right: bool) -> None:
    tally[name] += is_right
    tally[f"{name}?"] += 1


def _bare(text: str | None) -> str:
    """A text without what stands between its letters."""
    return re.sub(r"\W+", "", (text or "").casefold())


def main() -> None:
    """Print what is told of made-up pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("themes", nargs="?", type=int, default=1000)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--strange", action="store_true")
    arguments = parser.parse_args()
    seeds = range(arguments.first, arguments.first + arguments.themes)
    tally = talks_told(seeds, are_strange=arguments.strange)
    for name, count in tally.items():
        if not name.endswith("?"):
            total = tally.get(f"{name}?")
            print(f"{name:32}{count:7,}" + (f" of {total:,}, {count / total:.3f}" if total else ""))


if __name__ == "__main__":
    main()
