"""How fast a WordPress export is read, and in how much memory: `python -m bench.wxr_speed [MEGABYTES [ROUNDS]]`.

A made-up export, seeded; beside the reading stands a bare pass of lxml's iterparse over the same file that only
counts its comments, so that machines can be compared. No archive is written. Each is told by the clock and in the CPU
time of all its processes, which others on the machine change less.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import re
import resource
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

from lxml import etree

from blogimport import wxr
from blogimport.readings import Dump, InOrder

_From = TypeVar("_From")
_To = TypeVar("_To")
_MEGABYTE = 1024**2
_CORES = 2
_ROUNDS = 3
_SYLLABLES = re.findall(
    r"\w+", "ba co de fi ga lou mé no pa ri sa té vu cha bre gri plo tra ment sion eur oir ette"
)
_COMMON = re.findall(
    r"\w+", "le la les de et un une dans pour que qui pas sur avec plus ce il je vous nous est sont mais ou"
)
_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/3.2.1" created="2012-05-01 10:00" -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
	<title>Un blog inventé</title>
	<link>http://blog.example</link>
	<language>fr-FR</language>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:author><wp:author_login>zoe</wp:author_login><wp:author_display_name><![CDATA[Zoé]]></wp:author_display_name></wp:author>
"""
_ITEM = """	<item>
		<title>{title}</title>
		<link>http://blog.example/2009/05/{number}/</link>
		<pubDate>Sun, 03 May 2009 08:12:40 +0000</pubDate>
		<dc:creator>zoe</dc:creator>
		<guid isPermaLink="false">http://blog.example/?p={number}</guid>
		<description></description>
		<content:encoded><![CDATA[{body}]]></content:encoded>
		<excerpt:encoded><![CDATA[]]></excerpt:encoded>
		<wp:post_id>{number}</wp:post_id>
		<wp:post_date>{day} 10:12:40</wp:post_date>
		<wp:post_date_gmt>{day} 08:12:40</wp:post_date_gmt>
		<wp:comment_status>open</wp:comment_status>
		<wp:ping_status>open</wp:ping_status>
		<wp:post_name>billet-{number}</wp:post_name>
		<wp:status>publish</wp:status>
		<wp:post_parent>0</wp:post_parent>
		<wp:menu_order>0</wp:menu_order>
		<wp:post_type>post</wp:post_type>
		<wp:post_password></wp:post_password>
		<wp:is_sticky>0</wp:is_sticky>
		<category domain="category" nicename="jardin"><![CDATA[Jardin]]></category>
		<category domain="post_tag" nicename="pluie"><![CDATA[pluie]]></category>
		<wp:postmeta>
			<wp:meta_key>_edit_last</wp:meta_key>
			<wp:meta_value><![CDATA[1]]></wp:meta_value>
		</wp:postmeta>
{comments}	</item>
"""
_ATTACHMENT = """	<item>
		<title>image-{number}</title>
		<link>http://blog.example/?attachment_id={number}</link>
		<pubDate>Sun, 03 May 2009 08:11:02 +0000</pubDate>
		<dc:creator>zoe</dc:creator>
		<guid isPermaLink="false">http://blog.example/images/{number}.jpg</guid>
		<description></description>
		<content:encoded><![CDATA[]]></content:encoded>
		<excerpt:encoded><![CDATA[]]></excerpt:encoded>
		<wp:post_id>{number}</wp:post_id>
		<wp:post_date>{day} 10:11:02</wp:post_date>
		<wp:post_date_gmt>{day} 08:11:02</wp:post_date_gmt>
		<wp:comment_status>open</wp:comment_status>
		<wp:ping_status>open</wp:ping_status>
		<wp:post_name>image-{number}</wp:post_name>
		<wp:status>inherit</wp:status>
		<wp:post_parent>0</wp:post_parent>
		<wp:menu_order>0</wp:menu_order>
		<wp:post_type>attachment</wp:post_type>
		<wp:post_password></wp:post_password>
		<wp:is_sticky>0</wp:is_sticky>
		<wp:attachment_url>http://blog.example/images/{number}.jpg</wp:attachment_url>
		<wp:postmeta>
			<wp:meta_key>_wp_attached_file</wp:meta_key>
			<wp:meta_value><![CDATA[images/{number}.jpg]]></wp:meta_value>
		</wp:postmeta>
	</item>
"""
_COMMENT = """		<wp:comment>
			<wp:comment_id>{id}</wp:comment_id>
			<wp:comment_author><![CDATA[{author}]]></wp:comment_author>
			<wp:comment_author_email>nobody@blog.example</wp:comment_author_email>
			<wp:comment_author_url></wp:comment_author_url>
			<wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
			<wp:comment_date>{day} {time}</wp:comment_date>
			<wp:comment_date_gmt>{day} {time}</wp:comment_date_gmt>
			<wp:comment_content><![CDATA[{body}]]></wp:comment_content>
			<wp:comment_approved>1</wp:comment_approved>
			<wp:comment_type></wp:comment_type>
			<wp:comment_parent>{parent}</wp:comment_parent>
			<wp:comment_user_id>0</wp:comment_user_id>
		</wp:comment>
"""


def write_export(file: BinaryIO, size: int, seed: int = 1) -> int:
    """Write a whole export of about so many bytes; returns the number of its comments.

    As in the real ones that it is modelled on there are two attachments a post, and two or three comments.
    """
    chance = random.Random(seed)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    written = file.write(_HEAD.encode())
    comments = number = 0
    while written < size:
        number += 3
        count = chance.choice((0, 0, 1, 1, 2, 3, 4, 9))
        first = comments + 1
        # A blog of twenty years, whatever its size; comments come one a minute.
        day = date(2004, 1, 1) + timedelta(days=number * 2_000_000 // size % 7300 if size else 0)
        item = _ITEM.format(
            day=day,
            title=_sentence(chance, words, 40)[:-1],
            number=number,
            body=_body(chance, words),
            comments="".join(
                _COMMENT.format(
                    id=first + place,
                    day=day + timedelta(days=1 + place),
                    time=f"{(first + place) // 60 % 24:02}:{(first + place) % 60:02}:31",
                    author=chance.choice(words).capitalize(),
                    body=_sentence(chance, words, chance.randint(60, 500)),
                    parent=first + chance.randrange(place) if place and chance.random() < 0.5 else 0,
                )
                for place in range(count)
            ),
        )
        comments += count
        item += "".join(_ATTACHMENT.format(number=number + place, day=day) for place in (1, 2))
        written += file.write(item.encode())
    file.write(b"</channel>\n</rss>\n")
    return comments


def _sentence(chance: random.Random, words: list[str], length: int) -> str:
    found: list[str] = []
    size = 0
    while size < length:
        word = chance.choice(_COMMON if chance.random() < 0.45 else words)
        found.append(word)
        size += len(word) + 1
    return " ".join(found).capitalize() + "."


def _body(chance: random.Random, words: list[str]) -> str:
    """A text as somebody typed it into WordPress: paragraphs without tags, links, emphasis, an image."""
    paragraphs = []
    for _ in range(chance.randint(3, 12)):
        paragraph = _sentence(chance, words, chance.randint(200, 600))
        kind = chance.random()
        if kind < 0.35:
            linked = _sentence(chance, words, 20)
            paragraph += (
                f' <a href="http://ailleurs.example/{chance.randint(1, 999)}">{linked}</a> et la suite.'
            )
        elif kind < 0.6:
            paragraph += f" <em>{_sentence(chance, words, 30)}</em>"
        elif kind < 0.7:
            image = f"http://blog.example/{chance.randint(1, 999)}.jpg"
            paragraph = f'<img class="alignleft" src="{image}" alt="vue" />{paragraph}'
        elif kind < 0.75:
            paragraph = f"<blockquote>{paragraph}</blockquote>"
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)


def _bare(path: Path) -> int:
    """What is least possible: a pass that only counts."""
    count = 0
    for _, element in etree.iterparse(path, events=("end",), huge_tree=True):
        if element.tag.endswith("}comment"):
            count += 1
        if element.tag == "item":
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return count


def _reading(path: Path, in_order: InOrder) -> int:
    """All that an import does with an export but for writing the archive."""
    reading = wxr.read(Dump(path.name, path=path, in_order=in_order, include=frozenset()))
    return sum(len(found.post.comments) for part in reading.parts for found in part.posts)


class _Spent(NamedTuple):
    """What a process has taken so far: seconds of CPU time, and megabytes at most."""

    process: int
    seconds: float
    memory: float


class _Cores:
    """`map` on several cores, with few results waiting; what each of them has spent."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool
        self.spent: dict[int, _Spent] = {}

    def __call__(self, function: Callable[[_From], _To], items: Iterable[_From], /) -> Iterator[_To]:
        waiting: deque[Future[tuple[_To, _Spent]]] = deque()
        for item in items:
            waiting.append(self._pool.submit(_measured, function, item))
            if len(waiting) > 4 * _CORES:
                yield self._result(waiting.popleft())
        while waiting:
            yield self._result(waiting.popleft())

    def _result(self, future: Future[tuple[_To, _Spent]]) -> _To:
        result, spent = future.result()
        self.spent[spent.process] = spent
        return result

    @property
    def seconds(self) -> float:
        """The CPU time of all of them."""
        return sum(spent.seconds for spent in self.spent.values())


def _measured(function: Callable[[_From], _To], item: _From) -> tuple[_To, _Spent]:
    """What a function gives, and what its process has spent."""
    result = function(item)
    return result, _Spent(os.getpid(), time.process_time(), _peak())


def _seconds(
    action: Callable[[], int], expected: int, rounds: int, others: Callable[[], float] = lambda: 0.0
) -> tuple[float, float]:
    """The best of several rounds: by the clock, and in CPU time, that of `others` included."""
    clock = own = float("inf")
    for _ in range(rounds):
        start, begun = time.perf_counter(), time.process_time() + others()
        found = action()
        clock = min(clock, time.perf_counter() - start)
        own = min(own, time.process_time() + others() - begun)
        assert found == expected, f"{found} comments instead of {expected}"
    return clock, own


def _peak() -> float:
    """The most memory that this process had, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (_MEGABYTE if sys.platform == "darwin" else 1024)


def main() -> None:
    """Print megabytes a second, side by side, and the most memory that any process had."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 64
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else _ROUNDS
    context = multiprocessing.get_context("forkserver")
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(_CORES, context) as pool,
    ):
        path = Path(folder, "export.xml")
        with path.open("wb") as file:
            comments = write_export(file, size * _MEGABYTE)
        megabytes = path.stat().st_size / _MEGABYTE
        cores = _Cores(pool)
        reading, reading_own = _seconds(
            lambda: _reading(path, cores), comments, rounds, lambda: cores.seconds
        )
        memory = _peak()
        alone, alone_own = _seconds(lambda: _reading(path, map), comments, rounds)
        bare, bare_own = _seconds(lambda: _bare(path), comments, rounds)
    print(f"{megabytes:,.0f} MB, {comments:,} comments")
    print(f"bare iterparse       {megabytes / bare:6.1f} MB a second")
    for name, seconds, own in (
        (f"read, {_CORES} cores", reading, reading_own),
        ("read, one core", alone, alone_own),
    ):
        print(
            f"{name:20} {megabytes / seconds:6.1f} MB a second   {bare / seconds:.2f} of the bare pass;"
            f" {own:5.2f} s of CPU time in all, the bare pass {bare_own:5.2f}"
        )
    others = [spent.memory for spent in cores.spent.values()]
    print(f"memory               {memory:,.0f} MB, and {max(others):,.0f} MB in the largest other process")


if __name__ == "__main__":
    main()
