"""Whether the same post in two dumps becomes one: `python -m bench.joining SET:PATH SET:PATH …`.

A set is all that was kept of one blog in one way (`export:blog.xml tree:blog/_posts`).
That two readings are of one post is taken for true where the last part of their addresses is the same, which the dumps
of one blog state; a page that states no address has that of its folder, as in a mirror.
All sets are imported into one archive, first in the order in which they are named, then in the other one.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit

from blogimport.containers import FoundDump, dumps_at
from blogimport.formats import SNIFF_LENGTH, format_of, trust_in
from blogimport.including import shown
from blogimport.joining import join
from blogimport.joining.words import folded
from blogimport.readings import FoundPost
from reader.archive import NewDump, Writer, open_for_writing
from reader.models import Comment


@dataclass(frozen=True, slots=True)
class Seen:
    """A post as a set has it, the post of the archive that it became part of, and its comments."""

    set_name: str
    truth: str | None
    post_id: int
    comments: tuple[Comment, ...]


def truth_of(found: FoundPost, dump: str) -> str | None:
    """The last part of the address of a post, which the dumps of one blog agree in."""
    for name in found.names:
        if name.startswith("slug:"):
            return folded(name.removeprefix("slug:").rpartition("/")[2])
    path = urlsplit(found.post.url or "").path.strip("/")
    if not path and dump.endswith("/index.html"):
        path = dump.removesuffix("/index.html")
    return folded(path.rpartition("/")[2].partition(".")[0]) or None


def imported(sets: Sequence[tuple[str, Path]], writer: Writer) -> Iterator[Seen]:
    """Every reading of every set, as it is written."""
    for set_name, path in sets:
        for found in dumps_at([path]):
            if not isinstance(found, FoundDump):
                continue
            dump = found.dump
            with dump.open() as file:
                known = format_of(file.read(SNIFF_LENGTH), dump.name)
            if known is None:
                continue
            reading = known.read(dump)
            name = f"{set_name}/{dump.name}"
            new = NewDump(name, name, known.FORMAT, reading.encoding, b"", {})
            with writer.dump(new) as writing:
                for part in reading.parts:
                    for one in shown(part, frozenset(), Counter()).posts:
                        entry = join(one, known.FORMAT, writer, trust_in).entry
                        yield Seen(set_name, truth_of(one, dump.name), writing.post(entry), one.post.comments)


def _said(comment: Comment) -> tuple[str, str]:
    return folded(comment.author), folded(comment.body)


def measure(sets: Sequence[tuple[str, Path]]) -> None:
    """Import, and print what was joined rightly, wrongly and not at all."""
    with tempfile.TemporaryDirectory() as folder, open_for_writing(Path(folder, "a.db")) as writer:
        seen = list(imported(sets, writer))
        right = wrong = missed = 0
        for one, other in combinations(seen, 2):
            is_same = one.truth is not None and one.truth == other.truth
            is_joined = one.post_id == other.post_id
            right += is_same and is_joined
            missed += is_same and not is_joined
            wrong += is_joined and not is_same
        given: dict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
        for one in seen:
            own = Counter(map(_said, one.comments))
            given[one.post_id] |= own
        doubled = lost = kept = 0
        for post_id, wanted in given.items():
            held = Counter(map(_said, writer.post(post_id).comments))
            kept += (held & wanted).total()
            doubled += (held - wanted).total()
            lost += (wanted - held).total()
    by_set = Counter(one.set_name for one in seen)
    comments = Counter[str]()
    for one in seen:
        comments[one.set_name] += len(one.comments)
    told = ", ".join(f"{name} {number} posts {comments[name]} comments" for name, number in by_set.items())
    print(f"{' → '.join(dict.fromkeys(name for name, _ in sets))}: {told}")
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    print(
        f"  pairs: {right} right, {wrong} wrong, {missed} missed; precision {precision:.3f}, recall {recall:.3f}"
    )
    print(f"  comments: {kept} once, {doubled} doubled, {lost} lost; {len(given)} posts in the archive")


def main() -> None:
    """Measure in both orders."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sets = [(name, Path(path)) for name, _, path in (argument.partition(":") for argument in sys.argv[1:])]
    measure(sets)
    measure(sets[::-1])


if __name__ == "__main__":
    main()
