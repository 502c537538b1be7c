"""Several posts on one page that stand flat beside each other, each under a heading, with no box around any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from blogimport.webpage.hints import Hint
from blogimport.webpage.looks import look_of
from blogimport.webpage.scan import HEADINGS, Scan
from blogimport.webpage.several import page_of

_FEWEST = 2
_SHORTEST = 25


def headed_runs(
    scan: Scan, densest: int, is_out: Callable[[int], bool], prose: Callable[[int], int]
) -> list[list[int]]:
    """What stands between the headings of one look in an element, each a link to another post; each post's.

    Such a link is one to keep the post by, or leads to where another one in its post does: to the rest, to comments.
    None where the element has words in no other element, or a post no prose.
    """
    headings: defaultdict[tuple[int, str], dict[int, int]] = defaultdict(dict)
    for heading in scan.with_tags(HEADINGS):
        link = next((one for one in scan.tagged_in(heading, "a") if scan.sizes[one]), None)
        if link is not None and scan.sizes[heading] == scan.sizes[link]:
            headings[scan.parents[heading], look_of(scan.elements[heading])][heading] = link
    for (parent, _), found in headings.items():
        if len(found) < _FEWEST or not scan.holds(parent, densest):
            continue
        children = [child for child in scan.children(parent) if scan.sizes[child]]
        if sum(map(scan.sizes.__getitem__, children)) != scan.sizes[parent]:
            continue
        starts = [children.index(heading) for heading in found]
        runs = [
            [child for child in children[start + 1 : end] if not is_out(child)]
            for start, end in zip(starts, [*starts[1:], None], strict=True)
        ]
        led = [page_of(scan, link) for link in found.values()]
        are_posts = all(
            scan.hints[link] & Hint.BOOKMARK or _leads_on(scan, run, page)
            for link, run, page in zip(found.values(), runs, led, strict=True)
        )
        if (
            are_posts
            and len({*led} - {""}) == len(led)
            and all(sum(map(prose, run)) >= _SHORTEST for run in runs)
        ):
            return runs
    return []


def _leads_on(scan: Scan, run: Sequence[int], page: str) -> bool:
    """Whether a link in what stands under a heading leads to the same page."""
    return any(page_of(scan, link) == page for place in run for link in scan.tagged_in(place, "a"))
