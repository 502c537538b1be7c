"""Posts and comments that stand apart in an export, as posts with their comments.

Knows no format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import TracebackType
from typing import NamedTuple

import blogimport.passing  # noqa: F401 # makes what waits cheap to keep
from blogimport.conversation import Remark, conversation
from blogimport.gathering import Gathering
from blogimport.readings import FoundPost, Part
from blogimport.xmlrecords import Placing, RecordLines
from reader.archive import NewSpan


class Record(NamedTuple):
    """One record of an export: a post, a comment on one, or something else about one, of which only the lines count.

    `key` is the export's own name for the post. A comment has `about`: what it tells of its post, which is all that is
    known of a post that the export does not hold.
    """

    key: str
    lines: RecordLines
    post: FoundPost | None = None
    remark: Remark | None = None
    about: FoundPost | None = None


class Regrouping(Placing):
    """The records of one export; used in a `with` block, in which all are added before the first part is taken."""

    def __init__(self, *, has_own_lines: bool = False) -> None:
        super().__init__(has_own_lines=has_own_lines)
        self._gathering: Gathering[Record] = Gathering()

    def __enter__(self) -> Regrouping:
        self._gathering.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._gathering.__exit__(kind, error, trace)

    def add(self, record: Record) -> None:
        """One more record, in the order of the file."""
        self._gathering.put(record.key, record._replace(lines=self.placed(record.lines)))

    def parts(self) -> Iterator[tuple[str, Part]]:
        """Each post with its comments, and the key of its records."""
        for key, records in self._gathering:
            for part in _parts(records):
                yield key, part


def _parts(records: list[Record]) -> Iterator[Part]:
    """The post of some records, and whatever else has the same key."""
    posts = [record for record in records if record.post is not None]
    talk = conversation(
        replace(record.remark, place=place)
        for place, record in enumerate(records)
        if record.remark is not None
    )
    told = posts[0].post if posts else next((r.about for r in records if r.about is not None), None)
    if told is not None:
        position_of = {place: position for position, place in talk.places.items()}
        spans: list[NewSpan] = list(posts[0].lines.spans(0, {})) if posts else []
        for place, record in enumerate(records):
            if record.remark is not None:
                spans.extend(
                    record.lines.spans(0, {run.owner: position_of[place] for run in record.lines.runs})
                )
            elif record.post is None:
                spans.extend(record.lines.spans(0, {}))
        post = replace(told.post, comments=talk.comments)
        yield Part((replace(told, post=post, withheld_comments=talk.withheld),), tuple(spans))
    for record in posts[1:]:
        assert record.post is not None, "chosen for it"
        yield Part((record.post,), tuple(record.lines.spans(0, {})))
