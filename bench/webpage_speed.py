"""How fast saved pages are read, beside an extractor that gives the text of the post alone.

Run `python -m bench.webpage_speed [FOLDER]`: the pages of a folder, or the fixtures with their words changed.
With `--once` each page is read once, as an import does, and the import with all that it writes is measured too.
Trafilatura is in the dependency group `bench`.
"""

from __future__ import annotations

import argparse
import logging
import re
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from blogimport import load
from blogimport.readings import Dump
from blogimport.webpage import read
from blogimport.working import Workers
from reader.archive import open_for_writing

FIXTURES = Path(__file__).parents[1] / "tests" / "data" / "webpage"
# The fixtures are small; so many variants of each make a run of a few seconds.
_VARIANTS = 4
_REPEATS = 9
_WORD = re.compile(rb"(?<=[ >])[a-z]{4,12}(?=[ ,.<])")


def pages_in(folder: Path | None) -> list[bytes]:
    """The pages to read: those of a folder, or variants of the fixtures."""
    if folder is not None:
        return [path.read_bytes() for path in sorted(folder.glob("*.htm*")) if path.suffix != ".gz"]
    chance = Random(1)
    raw = [path.read_bytes() for path in sorted(FIXTURES.glob("*.html"))]
    return [_varied(page, chance) for page in raw for _ in range(_VARIANTS)]


def _varied(page: bytes, chance: Random) -> bytes:
    """A page with other words, so that nothing is known from the page before."""
    words = sorted(set(_WORD.findall(page)))
    other = dict(zip(words, chance.sample(words, len(words)), strict=True))
    return _WORD.sub(lambda match: other[match[0]] if chance.random() < 0.3 else match[0], page)


def ours(page: bytes) -> int:
    """The whole reading: posts, comments, roles of lines. How many comments."""
    parts = read(Dump("page.html", content=page)).parts
    return sum(len(found.post.comments) for part in parts for found in part.posts)


def _baselines() -> dict[str, Callable[[bytes], object]]:
    import trafilatura

    logging.disable(logging.CRITICAL)
    return {
        "Trafilatura, text": lambda page: trafilatura.extract(page, include_comments=True),
        "Trafilatura, text, title, author, date": lambda page: trafilatura.bare_extraction(
            page, with_metadata=True
        ),
    }


def _imported(pages: list[bytes]) -> float:
    """The CPU time of a whole import of some pages into a new archive, on one core."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "pages"
        folder.mkdir()
        for number, page in enumerate(pages):
            (folder / f"{number}.html").write_bytes(page)
        start = time.process_time()
        with open_for_writing(Path(name) / "archive.db") as writer:
            for _ in load([folder], writer):
                pass
        return time.process_time() - start


def _read_again(pages: list[bytes]) -> float:
    start = time.process_time()
    for page in pages:
        ours(page)
    return time.process_time() - start


def _once(pages: list[bytes], readers: dict[str, Callable[[bytes], object]]) -> None:
    """Print how long each takes for pages that it has not seen, once its own patterns are made."""
    for page in pages_in(None)[::_VARIANTS]:
        for reader in readers.values():
            reader(page)
    times: dict[str, float] = {}
    for name, reader in readers.items():
        start = time.process_time()
        for page in pages:
            reader(page)
        times[name] = time.process_time() - start
    # By then this reader has seen the pages: what is new is the way from the disk and into the archive.
    times["this reader, with all that an import does"] = (
        times["this reader"] + _imported(pages) - _read_again(pages)
    )
    for name, total in times.items():
        print(f"{name}: {len(pages) / total:.0f} pages a second, each read once")


def _in_turns(pages: list[bytes], readers: dict[str, Callable[[bytes], object]]) -> dict[str, list[float]]:
    """The least CPU time that each took for each page."""
    least = {name: [float("inf")] * len(pages) for name in readers}
    for _ in range(_REPEATS):
        for index, page in enumerate(pages):
            for name, reader in readers.items():
                start = time.process_time()
                reader(page)
                least[name][index] = min(least[name][index], time.process_time() - start)
    return least


def main() -> None:
    """Print pages a second for each, by the least CPU time that each page took in turns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--once", action="store_true")
    options = parser.parse_args()
    pages = pages_in(options.folder)
    readers: dict[str, Callable[[bytes], object]] = {"this reader": ours, **_baselines()}
    # As in an import Python looks for garbage seldom, whoever reads.
    with Workers(1):
        if options.once:
            _once(pages, readers)
            return
        least = _in_turns(pages, readers)
    total = sum(map(len, pages))
    comments = sum(map(ours, pages))
    print(f"{len(pages)} pages of {total / len(pages) / 1000:.0f} kB, {comments} comments")
    mine = sum(least["this reader"])
    for name, times in least.items():
        print(f"{name}: {len(pages) / sum(times):.0f} pages a second, {sum(times) / mine:.2f} times as long")


if __name__ == "__main__":
    main()
