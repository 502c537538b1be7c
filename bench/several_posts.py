"""How many posts of pages with several are told: `python -m bench.several_posts [THEMES] [--from SEED] [--strange]`.

The pages are made up, each in a theme of its own (`bench.made_up_themes`): no list of layouts, but what stands where is
drawn by chance, so that a mechanism which knows some layouts only does badly.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable

from bench.made_up_themes import MadeUpPost, themed_page
from blogimport.textpage import read_page
from reader.archive import NewPost


def several_told(seeds: Iterable[int], *, are_strange: bool = False) -> Counter[str]:
    """What is told of the pages of some themes, and under the same names with a question mark, of how much.

    Strange ones say of their posts what others do in words that nobody has ever seen, so that only its place, its
    signs, the days and that it comes again tell it; one of five has who and when beside the title.
    """
    tally: Counter[str] = Counter()
    for seed in seeds:
        text, truth = themed_page(seed, is_strange=are_strange)
        posts = list(read_page(text.encode()).posts)
        tally["comments that are none"] += sum(len(post.comments) for post in posts)
        _ask(tally, "pages with the right number", len(posts) == len(truth))
        for true in truth:
            told = next((post for post in posts if _bare(post.title) == _bare(true.title)), None)
            if told is not None:
                posts.remove(told)
            _compare(tally, told, true)
    return tally


def _compare(tally: Counter[str], told: NewPost | None, true: MadeUpPost) -> None:
    """Compares a post with what a page says."""
    body, published = (told.body, told.published or "") if told is not None else ("", "")
    _ask(tally, "titles", told is not None)
    _ask(tally, "days", published[:10] == "{:04}-{:02}-{:02}".format(*true.day))
    _ask(tally, "beginnings", told is not None and _bare(body).startswith(_bare(true.first)))
    _ask(tally, "ends", told is not None and _bare(body).endswith(_bare(true.last)))
    if true.author is not None:
        _ask(tally, "authors", told is not None and _bare(told.author) == _bare(true.author))


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
    tally = several_told(seeds, are_strange=arguments.strange)
    for name, count in tally.items():
        if not name.endswith("?"):
            total = tally.get(f"{name}?")
            print(f"{name:32}{count:7,}" + (f" of {total:,}, {count / total:.3f}" if total else ""))


if __name__ == "__main__":
    main()
