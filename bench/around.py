"""Whether what a site shows around a post is told from it: `python -m bench.around [NAME…]`.

Each of the project's own dumps in UTF-8 is read as it is, and again with a block of what sites show (`around.toml`)
over it, under it, or between the text of its only post and what is said of that. Where the post or its comments are
read otherwise then, the block is counted for that place. Named blocks are told with the dumps.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from bench.gold import golden
from bench.readings import OWN
from blogimport.textpage import Page, read_page
from reader.archive import NewPost

_BLOCKS = Path(__file__).with_name("around.toml")
_WORD = re.compile(r"\w+")
_BLANK = "\n\n"


def read_otherwise(names: frozenset[str] = frozenset()) -> Iterator[tuple[str, str, int, list[str]]]:
    """For each place and block (or the named ones) how many dumps were tried, and the names of those read otherwise."""
    blocks = tomllib.loads(_BLOCKS.read_text("utf-8"))
    dumps = {dump.stem: text for dump, _ in golden(OWN) if (text := _text(dump)) is not None}
    pages = {name: read_page(text.encode()) for name, text in dumps.items()}
    told = {name: _told(page.posts) for name, page in pages.items()}
    for place, kind in (("over", "around"), ("under", "around"), ("between", "between")):
        for block, lines in blocks[kind].items():
            if names and block not in names:
                continue
            tried = {name: page for name in dumps if (page := _with(dumps[name], pages[name], place, lines))}
            changed = [
                name for name, text in tried.items() if _told(read_page(text.encode()).posts) != told[name]
            ]
            yield place, block, len(tried), changed


def _text(dump: Path) -> str | None:
    """A dump in UTF-8; None of others."""
    try:
        return dump.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None


def _with(text: str, page: Page, place: str, block: str) -> str | None:
    """A dump with a block at a place, as close as its own lines stand; None where it has no such place."""
    is_close = _BLANK not in text.strip("\n")
    gap = "\n" if is_close else _BLANK
    added = block.strip("\n").replace(_BLANK, gap)
    if place == "over":
        return f"{added}{gap}{text}"
    if place == "under":
        return f"{text.rstrip()}{gap}{added}\n"
    last = max((span.last for span in page.spans if span.role == "body"), default=0)
    first = min((span.first for span in page.spans if span.role == "comment"), default=0)
    if len(page.posts) != 1 or not 0 < last < first:
        return None
    lines = text.split("\n")
    return gap.join(("\n".join(lines[:last]), added, "\n".join(lines[last:])))


def _told(posts: tuple[NewPost, ...]) -> list[tuple[object, ...]]:
    """What is compared of some posts: words alone."""
    return [
        (
            _words(post.title),
            _words(post.author),
            post.published,
            _words(post.body),
            [(_words(comment.author), comment.published, _words(comment.body)) for comment in post.comments],
        )
        for post in posts
    ]


def _words(text: str | None) -> list[str]:
    return _WORD.findall(text or "")


def main() -> None:
    """Print, for each place and block, how many dumps are read otherwise with it."""
    names = frozenset(sys.argv[1:])
    tried = changed = 0
    for place, block, count, otherwise in read_otherwise(names):
        print(f"{place:8}{block:42}{len(otherwise):5} of {count}")
        if names:
            print("\n".join(f"        {name}" for name in otherwise))
        tried += count
        changed += len(otherwise)
    print(f"{changed:,} of {tried:,} readings")


if __name__ == "__main__":
    main()
