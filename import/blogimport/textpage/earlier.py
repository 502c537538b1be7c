"""Comments that are dated from before their post: what its text tells of, or those of a post that was changed.

Must not know how a page is read again.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.cues import Sights
from blogimport.textpage.dating import is_older
from blogimport.textpage.labelling import Labelled, Part
from reader.archive import NewPost

# A post that was published anew has a few comments from before: no more than this share of them.
ODD_SHARE = 0.34
"""So many comments may be from before their post."""
# « {author} on {date} says »
_WORDED = 4
# A heading may count so many times as many comments as there still are.
_MOST_GONE = 2


def earlier_than(post: NewPost, labelled: Sequence[Labelled]) -> set[int]:
    """The numbers of the lines among the comments that have a date from before the post."""
    day = post.published or ""
    older = {e.line.number for e in labelled if e.part is Part.THREAD and _is_earlier(e.sights, day)}
    signing = [e for e in labelled if e.part is Part.THREAD and is_dated_head(e.sights)]
    return set() if sum(e.line.number in older for e in signing) <= ODD_SHARE * len(signing) else older


def is_dated_head(seen: Sights) -> bool:
    """Whether a line signs a comment with a date."""
    return seen.head is not None and seen.head.captured.date is not None


def _is_earlier(seen: Sights, day: str) -> bool:
    dates = [seen.date, *(sight.captured.date for sight in seen.by_kind.values())]
    return any(date is not None and is_older(date, day) for date in dates)


def are_announced(labelled: Sequence[Labelled], count: int) -> bool:
    """Whether a heading stands over comments, and words that say who and when over or under each.

    Then a post that is younger was changed, or published again. Under a heading that counts them, words that say who
    are enough, or a name and a minute; some that it counts may be gone.
    """
    over = [entry.sights for entry in labelled if entry.part is Part.OVER]
    if not over:
        return False
    headings = (seen for sights in over if (seen := sights.get("heading")))
    counts = [seen.captured.count for seen in headings if seen.captured.count is not None]
    heads = [entry.sights.head for entry in labelled if entry.part is Part.THREAD]
    if any(count <= declared <= _MOST_GONE * count for declared in counts):
        timed = sum(
            head is not None and head.captured.author is not None and "T" in (head.captured.date or "")
            for head in heads
        )
        if timed >= count:
            return True
    is_counted = count in counts
    worded = sum(
        head is not None and head.fixed >= _WORDED and (is_counted or head.captured.date is not None)
        for head in heads
    )
    return worded >= count
