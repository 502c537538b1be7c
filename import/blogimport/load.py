"""Loading dumps into an archive: choose the format, read, write, report.

Must not know how any format is read, nor print anything.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from blogimport.finding import DumpFile, dump_files
from blogimport.formats import SNIFF_LENGTH, Format, Learning, format_of
from blogimport.merging import key_of, merged, places, same_text
from blogimport.readings import Dump, Part
from reader.archive import Entry, NewDump, NewPost, NewSpan, Writer
from reader.errors import DumpError

# A dump is read into memory whole; nothing that a person calls a page or an export is larger.
_MOST_NEIGHBOURS = 40
_LONGEST_NEIGHBOUR = 1024**2
_LARGEST_DUMP = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class DumpReport:
    """What became of one file.

    `posts` and `comments` are new in the archive, `completed` counts posts that it had less of. `guessed`
    maps the name of a field to how often it was inferred, `left_out` a reason to a count; `notices` are
    sentences on what was read; `error` is the sentence for a file that could not be read.
    """

    dump: str
    format: str | None = None
    posts: int = 0
    comments: int = 0
    completed: int = 0
    guessed: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    error: str | None = None


def load(paths: Iterable[Path], writer: Writer) -> Iterator[DumpReport]:
    """Load the files and folders at some paths, one report a file, as it is written.

    Raises:
        ArchiveError: when the archive itself can no longer be written.
    """
    site = _Site()
    for file in dump_files(paths):
        try:
            yield _load_file(file, writer, site)
        except DumpError as error:
            yield DumpReport(file.name, error=str(error))


def count(paths: Iterable[Path]) -> int:
    """How many files `load` will report on."""
    return sum(1 for _ in dump_files(paths))


def _load_file(file: DumpFile, writer: Writer, site: _Site) -> DumpReport:
    raw = _bytes_of(file.path)
    sha256 = hashlib.sha256(raw).hexdigest()
    known = format_of(raw[:SNIFF_LENGTH], file.name)
    if known is None:
        reason = "empty file" if not raw.strip() else "no kind of dump that this version reads"
        if file.folder is None:
            raise DumpError(f"{file.path} was left out: {reason}.")
        return DumpReport(file.name, left_out={reason: 1})
    if writer.knows(sha256):
        return DumpReport(file.name, known.FORMAT, left_out={"already in the archive": 1})
    reading = known.read(Dump(file.name, content=raw, recurring=site.recurring(file, known)))
    (part,) = reading.parts
    posts = [_named(found.post, file) for found in part.posts]
    entries, place = _entries(posts, writer)
    left_out = dict(reading.left_out)
    if not posts:
        left_out["no post on the page"] = 1
    dump = NewDump(file.name, sha256, known.FORMAT, reading.encoding, raw, left_out)
    writer.write(dump, entries, _spans(part, entries, place))
    new = [entry.post for entry in entries if entry.replaces is None]
    return DumpReport(
        file.name,
        known.FORMAT,
        posts=len(new),
        comments=sum(len(post.comments) for post in new),
        completed=sum(entry.replaces is not None and not entry.is_known for entry in entries),
        guessed=_guessed(entry.post for entry in entries if not entry.is_known),
        left_out=left_out,
        notices=tuple(_notices(entries)),
    )


class _Site:
    """What the dumps of the folder that is being loaded have in common; one folder is remembered."""

    def __init__(self) -> None:
        self._folder: tuple[Path, str] | None = None
        self._recurring: frozenset[str] = frozenset()

    def recurring(self, file: DumpFile, known: Format) -> frozenset[str]:
        """The texts that recur in the folder of a file; none for a file that was named itself."""
        if file.folder is None or not isinstance(known, Learning):
            return frozenset()
        folder = (file.path.parent, known.FORMAT)
        if folder != self._folder:
            self._folder = folder
            self._recurring = known.learn(_neighbours(file.path.parent, known))
        return self._recurring


def _neighbours(folder: Path, known: Format) -> Iterator[bytes]:
    """Some dumps of a folder that are in a format, spread evenly over it; those that cannot be read are passed over."""
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    for path in paths[:: max(1, len(paths) // _MOST_NEIGHBOURS)][:_MOST_NEIGHBOURS]:
        try:
            with path.open("rb") as opened:
                raw = opened.read(_LONGEST_NEIGHBOUR)
        except OSError:
            continue
        if known.sniff(raw[:SNIFF_LENGTH], path.name):
            yield raw


def _guessed(posts: Iterable[NewPost]) -> dict[str, int]:
    """How often each field was inferred; those of comments are called so."""
    counts: Counter[str] = Counter()
    for post in posts:
        counts.update(post.guesses.keys())
        for comment in post.comments:
            counts.update(f"comment {name}" for name in comment.guesses)
    return dict(counts)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise DumpError(f"{path} is not a regular file.")
        if path.exists() and path.stat().st_size > _LARGEST_DUMP:
            raise DumpError(f"{path} is larger than {_LARGEST_DUMP // 1024**3} GB; split it.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DumpError(f"There is no file or folder {path}.") from error
    except OSError as error:
        raise DumpError(f"{path} cannot be read: {error.strerror}.") from error


def _named(post: NewPost, file: DumpFile) -> NewPost:
    """The post with its blog, which is that of its folder where the page does not say."""
    if post.blog is None and file.folder is not None:
        guesses = {**post.guesses, "blog": "named after the folder of the dump"}
        post = replace(post, blog=file.folder, guesses=guesses)
    return replace(post, key=key_of(post))


def _entries(posts: Iterable[NewPost], writer: Writer) -> tuple[list[Entry], list[int]]:
    """What to write, and for each post of the page the index of its entry.

    A post is new, or completes what the archive has of it; a text that stands twice on a page is one post.
    """
    entries: list[Entry] = []
    place: list[int] = []
    at: dict[str, int] = {}
    for post in posts:
        known = writer.post_with_key(post.key)
        twin = entries[at[post.key]].post if post.key in at else None
        other = known.body if known is not None else twin.body if twin is not None else None
        if other is not None and not same_text(other, post.body):
            post = replace(post, key=key_of(post, by_body=True))
            known = writer.post_with_key(post.key)
        if post.key not in at:
            at[post.key] = len(entries)
            entries.append(Entry(post) if known is None else merged(known, post))
        place.append(at[post.key])
    return entries, place


def _spans(part: Part, entries: list[Entry], place: list[int]) -> list[NewSpan]:
    """The roles of the lines, whose comments are those of the posts as they are written."""
    where = [
        places(found.post.comments, entries[index].post.comments)
        for found, index in zip(part.posts, place, strict=True)
    ]
    return [
        span
        if span.post is None
        else replace(
            span,
            post=place[span.post],
            comment=None if span.comment is None else where[span.post].get(span.comment),
        )
        for span in part.spans
    ]


def _notices(entries: Iterable[Entry]) -> Iterator[str]:
    """What a person should know of what was read."""
    for entry in entries:
        post = entry.post
        declared, found = post.comments_declared, len(post.comments)
        if declared is not None and declared != found:
            title = post.title or "a post without a title"
            noun = "comment" if declared == 1 else "comments"
            yield f"{title}: the page declares {declared} {noun}, {found} found"
