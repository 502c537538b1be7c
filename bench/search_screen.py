"""What a key in the search box costs until its hits are drawn, in the real app: run it with the path of an archive.

Types words letter by letter, each letter when the hits of the one before are drawn, and measures from the key to the
paint that shows its hits, in CPU time of all threads, so that other programs do not count. Beside it, in the same run:
the same search without a screen.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from reader.archive import open_archive
from reader.search import search
from reader.tui.app import ReaderApp
from reader.tui.posts import PostList
from reader.tui.reading import ReadingScreen
from reader.tui.search import HitList, SearchBox, SearchPane

# A common word, one of the middle, a rare one, a beginning that most words have, a phrase, a field.
QUERIES = ("le monde", "intelligence", "quincaillerie", "commentaire", '"de la ville', "year:2007 maison")
_PATIENCE = 30.0


async def measure(path: Path) -> tuple[list[float], list[float]]:
    """CPU seconds from each key to the paint of its hits, and of the bare search."""
    app = ReaderApp(path)
    taken: list[float] = []
    bare: list[float] = []
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await _until(lambda: screen.query_one(PostList).is_complete)
        await pilot.press("slash")
        await pilot.pause()
        pane = screen.list_pane.search
        box, hits = screen.query_one(SearchBox), screen.query_one(HitList)
        with open_archive(path) as archive:
            for query in QUERIES:
                for end in range(1, len(query) + 1):
                    if query[end - 1] == " ":
                        continue
                    text = query[:end]
                    begun = time.process_time()
                    box.value = text
                    await _until(partial(_is_drawn, pane, hits, text))
                    taken.append(time.process_time() - begun)
                    begun = time.process_time()
                    search(archive, text, limit=100, ranked=False, as_typed=True)
                    bare.append(time.process_time() - begun)
                box.value = ""
                await pilot.pause()
    return taken, bare


def _is_drawn(pane: SearchPane, hits: HitList, text: str) -> bool:
    return pane.query_text == text and bool(hits._drawn.keys())


async def _until(condition: Callable[[], object]) -> None:
    end = time.perf_counter() + _PATIENCE
    while not condition():
        assert time.perf_counter() < end, "the hits never came"
        await asyncio.sleep(0.0005)


def figures(name: str, seconds: Sequence[float]) -> str:
    """Median, p95 and worst in milliseconds."""
    ordered = sorted(seconds)
    p95 = ordered[max(0, round(len(ordered) * 0.95) - 1)]
    return (
        f"{name:<22} keys {len(ordered):3}  median {statistics.median(ordered) * 1000:6.1f} ms"
        f"  p95 {p95 * 1000:6.1f} ms  worst {ordered[-1] * 1000:6.1f} ms"
    )


def main() -> None:
    """Measure one archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    taken, bare = asyncio.run(measure(parser.parse_args().archive))
    print(figures("key to painted hits", taken))
    print(figures("the search alone", bare))


if __name__ == "__main__":
    main()
