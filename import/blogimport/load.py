"""Loading dumps into an archive: choose the format, read, join, write, report.

Must not know how any format is read, nor print anything.
"""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from blogimport.addresses import split_address
from blogimport.containers import FoundDump, Refused, Sources, Unread, dumps_at
from blogimport.faults import told_as_unreadable
from blogimport.formats import SNIFF_LENGTH, Format, Learning, format_named, format_of, is_code, trust_in
from blogimport.including import reasons, shown, withheld_posts
from blogimport.joining import join
from blogimport.readings import Dump, Part, Reading
from blogimport.reports import DumpReport, Tally
from blogimport.textpage import language_of
from blogimport.working import Workers
from reader.archive import DumpWriter, NewDump, NewPost, Writer
from reader.errors import DumpError
from reader.text import lines_of

# Of a folder of pages, so many are looked at to learn what they have in common.
_MOST_NEIGHBOURS = 40
_LONGEST_NEIGHBOUR = 1024**2
# What is larger is read as a stream, by this process, with the help of the others.
_LARGE = 8 * 1024**2
_BLOCK = 1024**2


@dataclass(frozen=True, slots=True)
class Options:
    """How to load.

    `include` are reasons for which posts and comments were withheld by their blog and are wanted all the same
    ("drafts", "spam", "all"); `cores` is how many processes read; `stdin` opens what is named `-`; `progress` is told
    how many bytes of the files were gone through; `looking` is told when a large dump is looked through, to know
    whether the archive has it already, and when that has ended.
    """

    include: tuple[str, ...] = ()
    cores: int = 1
    stdin: Sources | None = None
    progress: Callable[[int], None] | None = None
    looking: Callable[[bool], None] | None = None


@dataclass(frozen=True, slots=True)
class _Job:
    """A dump that is being read: `result` waits for it."""

    found: FoundDump
    dump: Dump
    sha256: str
    format: Format
    result: Callable[[], Reading]


def load(paths: Iterable[Path], writer: Writer, options: Options = Options()) -> Iterator[DumpReport]:
    """Load the files and folders at some paths, one report a dump, as it is written.

    Raises:
        ArchiveError: when the archive itself can no longer be written.
    """
    yield from _Loading(writer, options).reports(paths)


def survey(paths: Iterable[Path], options: Options = Options()) -> Iterator[DumpReport]:
    """What `load` would read, without an archive: posts that several dumps hold are counted in each."""
    yield from _Loading(None, options).reports(paths)


class _Loading:
    """One import."""

    def __init__(self, writer: Writer | None, options: Options) -> None:
        self._writer = writer
        self._include = reasons(options.include)
        self._options = options
        self._site = _Site()
        self._seen: set[str] = set()

    def reports(self, paths: Iterable[Path]) -> Iterator[DumpReport]:
        """A report for each dump, in the order in which they are found."""
        # Dumps that are being read and reports that must wait for those before them.
        waiting: deque[_Job | DumpReport] = deque()
        with Workers(self._options.cores) as workers:
            for found in dumps_at(paths, self._options.stdin, self._options.progress):
                waiting.append(self._begun(found, workers))
                # A large dump is a stream that ends before the next is opened.
                must_end = isinstance(found, FoundDump) and (found.is_brief or _size(found.dump) > _LARGE)
                while waiting and (must_end or len(waiting) > workers.ahead):
                    yield self._ended(waiting.popleft())
            while waiting:
                yield self._ended(waiting.popleft())

    def _begun(self, found: FoundDump | Refused | Unread, workers: Workers) -> _Job | DumpReport:
        """Begin to read what was found; a report where there is nothing to read."""
        if isinstance(found, Refused):
            return DumpReport(found.name, error=found.sentence)
        if isinstance(found, Unread):
            return DumpReport(found.name, left_out=found.left_out)
        try:
            with told_as_unreadable(found.dump.name):
                return self._known(found, workers)
        except DumpError as error:
            return DumpReport(found.dump.name, error=str(error))

    def _known(self, found: FoundDump, workers: Workers) -> _Job | DumpReport:
        dump = found.dump
        try:
            if _size(dump) <= _LARGE:
                # Its bytes are looked at, read and kept: each way to the disk costs as much as a tenth of a page.
                dump = replace(dump, content=dump.raw())
                sha256, head = hashlib.sha256(dump.content).hexdigest(), dump.content[:SNIFF_LENGTH]
            else:
                sha256, head = self._looked_through(dump), _head(dump)
        except OSError as error:
            return DumpReport(dump.name, error=f"{_place_of(found)} cannot be read: {error.strerror}.")
        known = format_of(head, dump.name)
        if known is None:
            reason = _no_dump(head, dump.name)
            if found.folder is None and dump.path is not None:
                return DumpReport(dump.name, error=f"{_place_of(found)} was left out: {reason}.")
            return DumpReport(dump.name, left_out={reason: 1})
        if sha256 in self._seen or (self._writer is not None and self._writer.knows(sha256)):
            return DumpReport(dump.name, known.FORMAT, left_out={"already in the archive": 1})
        self._seen.add(sha256)
        dump = replace(dump, recurring=self._site.recurring(found, known), include=self._include)
        if _size(dump) > _LARGE or found.is_brief:
            dump = replace(dump, in_order=workers.in_order)
            return _Job(found, dump, sha256, known, lambda: known.read(dump))
        return _Job(found, dump, sha256, known, workers.begun(_read, (known.FORMAT, dump)))

    def _looked_through(self, dump: Dump) -> str:
        """The hash of a large dump; of 2 GB that takes seconds in which nothing else is to be seen."""
        tell = self._options.looking or (lambda _: None)
        tell(True)
        try:
            return _sha256(dump)
        finally:
            tell(False)

    def _ended(self, job: _Job | DumpReport) -> DumpReport:
        """Wait for a dump to be read, and write it."""
        if isinstance(job, DumpReport):
            return job
        try:
            with told_as_unreadable(job.found.dump.name):
                reading = job.result()
                if self._writer is None:
                    return self._counted(job, reading)
                return self._written(job, reading, self._writer)
        except DumpError as error:
            return DumpReport(job.found.dump.name, error=str(error))
        except OSError as error:
            return DumpReport(
                job.found.dump.name, error=f"{job.found.dump.name} cannot be read: {error.strerror}."
            )

    def _counted(self, job: _Job, reading: Reading) -> DumpReport:
        tally, left_out = Tally(), Counter[str]()
        for part in reading.parts:
            for found in shown(part, self._include, left_out).posts:
                tally.add(_told(found.post, job.found))
        left_out = _all_left_out(reading, left_out, tally)
        return tally.report(job.found.dump.name, job.format.FORMAT, left_out, reading.notices)

    def _written(self, job: _Job, reading: Reading, writer: Writer) -> DumpReport:
        tally, left_out = Tally(), Counter[str]()
        dump = job.dump
        new = NewDump(
            dump.name,
            job.sha256,
            job.format.FORMAT,
            reading.encoding,
            dump.content or dump.path or b"",
            {},
            url=dump.url,
            captured=dump.captured,
        )
        with writer.dump(new) as writing:
            for part in reading.parts:
                self._write_part(shown(part, self._include, left_out), job, writer, writing, tally)
            left_out = _all_left_out(reading, left_out, tally)
            writing.finish(
                lines=reading.lines,
                line_count=_line_count(dump, reading),
                encoding=reading.encoding,
                left_out=left_out,
            )
        return tally.report(dump.name, job.format.FORMAT, left_out, reading.notices)

    def _write_part(self, part: Part, job: _Job, writer: Writer, writing: DumpWriter, tally: Tally) -> None:
        ids: list[int] = []
        places: list[dict[int, int | None]] = []
        for found in part.posts:
            found = replace(found, post=_told(found.post, job.found))
            joined = join(found, job.format.FORMAT, writer, trust_in)
            entry = joined.entry
            if entry.replaces is None:
                tally.add(entry.post)
            elif entry.is_known:
                tally.joined += 1
            else:
                tally.complete(entry.post, len(entry.moved))
            ids.append(writing.post(entry))
            places.append(dict(joined.places))
        spans = [
            span
            if span.post is None or span.comment is None
            else span._replace(comment=places[span.post].get(span.comment))
            for span in part.spans
        ]
        writing.spans(spans, ids)


class _Site:
    """What the dumps of the folder that is being loaded have in common; one folder is remembered."""

    def __init__(self) -> None:
        self._folder: tuple[Path, str] | None = None
        self._recurring: frozenset[str] = frozenset()

    def recurring(self, found: FoundDump, known: Format) -> frozenset[str]:
        """The texts that recur in the folder of a dump; none for a file that was named itself."""
        if found.neighbours is None or not isinstance(known, Learning):
            return frozenset()
        folder = (found.neighbours, known.FORMAT)
        if folder != self._folder:
            self._folder = folder
            self._recurring = known.learn(_neighbours(found.neighbours, known))
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


def _read(job: tuple[str, Dump]) -> Reading:
    """Read a dump whole; in another process."""
    name, dump = job
    with told_as_unreadable(dump.name):
        reading = format_named(name).read(dump)
        reading.parts = list(reading.parts)
        return reading


def _told(post: NewPost, found: FoundDump) -> NewPost:
    """The post with what is told from around it where its dump does not say."""
    return _spoken(_named(post, found))


def _named(post: NewPost, found: FoundDump) -> NewPost:
    """The post with its blog, which is named after the folder or the address where the dump does not say."""
    if post.blog is not None:
        return post
    host = split_address(post.url or found.dump.url or "").hostname
    if found.folder is not None:
        name, reason = found.folder, "named after the folder of the dump"
    elif host:
        name, reason = host.removeprefix("www."), "named after the address of the page"
    else:
        return post
    return replace(post, blog=name, guesses={**post.guesses, "blog": reason})


def _spoken(post: NewPost) -> NewPost:
    """The post with its language, which is told from its words where the dump does not say."""
    if post.language is not None:
        return post
    language = language_of(f"{post.title or ''} {post.body}")
    if language is None:
        return post
    reason = "told from the commonest words of the text"
    return replace(post, language=language, guesses={**post.guesses, "language": reason})


def _place_of(found: FoundDump) -> Path | str:
    """Where a person finds a dump; one that was taken out of another, or piped in, has only its name."""
    return found.dump.name if found.dump.path is None or found.is_brief else found.dump.path


def _no_dump(head: bytes, name: str) -> str:
    """Why a file is none that is read."""
    if not head.strip():
        return "empty file"
    return "settings, styles and code" if is_code(name) else "no kind of dump that this version reads"


def _all_left_out(reading: Reading, left_out: Counter[str], tally: Tally) -> Counter[str]:
    """Everything that became part of no post, by reason."""
    left_out = left_out + withheld_posts(reading.withheld)
    found = +(reading.left_out + left_out)
    if not tally.posts + tally.completed + tally.joined and not left_out:
        found["no post on the page"] = 1
    return found


def _line_count(dump: Dump, reading: Reading) -> int:
    """How many lines the roles of a dump speak of."""
    if reading.lines is not None:
        return len(reading.lines)
    if reading.encoding is None:
        return 0
    if _size(dump) <= _LARGE:
        return len(lines_of(dump.raw(), reading.encoding))
    with replace(dump, watch=None).open() as file:
        count, last = 0, b""
        while block := file.read(_BLOCK):
            count += block.count(b"\n")
            last = block[-1:]
    return count + (last != b"\n")


def _sha256(dump: Dump) -> str:
    digest = hashlib.sha256()
    with replace(dump, watch=None).open() as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _head(dump: Dump) -> bytes:
    with replace(dump, watch=None).open() as file:
        return file.read(SNIFF_LENGTH)


def _size(dump: Dump) -> int:
    return dump.path.stat().st_size if dump.path is not None else len(dump.content)
