"""How fast text pages are read: `python -m bench.reading_speed [PAGES] [--memory PAGES]`.

Beside the reading alone stands a pass that only decodes and splits lines, so that machines can be compared. The
pages are made up (`bench.made_up_pages`), no two alike, and none is read twice; no archive is written, and Python looks
for garbage as seldom as in an import. Seconds are those that a core worked, and those that passed, which differ where
other programs run; calls of functions are the same in any company, and a test holds them.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from types import FrameType
from typing import NamedTuple

from bench.made_up_pages import PAGES_OF_A_SITE, pages
from blogimport.textpage import read_page
from blogimport.working import Workers

_PAGES = 2_000
_ROUNDS = 8
# Of so many sites, which are several platforms, the last pages are counted, once the others are known as in a crawl.
_SITES, _COUNTED = 12, 5


class _Seconds(NamedTuple):
    """What some work took: of a core, and of the day."""

    cpu: float
    wall: float

    def __add__(self, other: object) -> _Seconds:
        assert isinstance(other, _Seconds), "seconds are added to seconds"
        return _Seconds(self.cpu + other.cpu, self.wall + other.wall)


def calls_a_page() -> float:
    """How many calls it takes to read a page of a crawl: of functions of this project and of those of Python."""
    dumps = list(pages(_SITES * PAGES_OF_A_SITE, seed=2))
    calls = 0
    for start in range(0, len(dumps), PAGES_OF_A_SITE):
        site = dumps[start : start + PAGES_OF_A_SITE]
        for raw in site[:-_COUNTED]:
            read_page(raw)
        calls += calls_in(site[-_COUNTED:])
    return calls / (_SITES * _COUNTED)


def calls_in(dumps: Iterable[bytes]) -> int:
    """How many calls it takes to read some dumps."""
    count = 0

    def told(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(told)
    try:
        for raw in dumps:
            read_page(raw)
    finally:
        sys.setprofile(before)
    return count


def _split(raw: bytes) -> int:
    return len(raw.decode("utf-8").splitlines())


def _seconds(action: Callable[[bytes], object], dumps: Sequence[bytes]) -> _Seconds:
    cpu, wall = time.process_time(), time.perf_counter()
    for raw in dumps:
        action(raw)
    return _Seconds(time.process_time() - cpu, time.perf_counter() - wall)


def _watch_memory(count: int) -> None:
    """Print what is found in many pages, and the most memory held before them, after a tenth, half and all."""
    held = [_megabytes()]
    posts = comments = 0
    for number, raw in enumerate(pages(count, seed=0), 1):
        page = read_page(raw)
        posts += len(page.posts)
        comments += sum(len(post.comments) for post in page.posts)
        if number in (count // 10, count // 2, count):
            held.append(_megabytes())
    told = ", ".join(f"{size:,.0f}" for size in held)
    print(f"{count:,} pages: {posts:,} posts and {comments:,} comments found")
    print(f"memory at most {told} MB: before them, after a tenth, half and all of them")


def _megabytes() -> float:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _measure(count: int) -> None:
    """Print pages a second of the reading and of the pass beside it, which take turns."""
    dumps = list(pages(count))
    size = sum(map(len, dumps)) / count
    lines = sum(sum(map(bool, map(bytes.strip, raw.split(b"\n")))) for raw in dumps) / count
    splitting = reading = _Seconds(0.0, 0.0)
    best = 0.0
    length = -(-count // _ROUNDS)
    for start in range(0, count, length):
        some = dumps[start : start + length]
        splitting += _seconds(_split, some)
        took = _seconds(read_page, some)
        reading += took
        best = max(best, len(some) / took.cpu)
    print(f"{count:,} further pages of {size / 1000:.1f} kB and {lines:.0f} lines that are not blank")
    print(f"pages in a second {'of a core':>10}{'passed':>10}")
    for name, seconds in (("decode and split", splitting), ("read", reading)):
        print(f"{name:18}{count / seconds.cpu:10,.0f}{count / seconds.wall:10,.0f}")
    print(f"best of {_ROUNDS} parts   {best:10,.0f}")
    print(f"reading takes {reading.cpu / splitting.cpu:.0f} times as long as splitting")


def main() -> None:
    """Print the figures of speed and memory."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("pages", nargs="?", type=int, default=_PAGES, help="how many pages are timed")
    options.add_argument(
        "--memory", type=int, default=_PAGES, help="how many further pages memory is watched over"
    )
    given = options.parse_args()
    with Workers(cores=1):
        # Memory first: what is compiled and loaded once is then no matter of the timed pages, which are held at once.
        _watch_memory(given.memory)
        _measure(given.pages)
        print(f"calls of functions    {calls_a_page():8,.0f} a page")


if __name__ == "__main__":
    main()
