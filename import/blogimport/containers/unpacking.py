"""Opening files that hold files: zip, tar, gzip and their kin, one in another, and standard input."""

from __future__ import annotations

import bz2
import io
import lzma
import os
import shutil
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, cast

from blogimport.containers.archives import dumps_in_archive
from blogimport.containers.folders import BESIDE_PAGES, File, Passed, files_at, saved_pages_of
from blogimport.containers.found import FoundDump, Refused, Sources, Unread
from blogimport.containers.grouping import group_of, together
from blogimport.containers.gunzipping import MAGIC, Gunzipped
from blogimport.containers.names import decoded, inside, readable, site_among
from blogimport.containers.spooling import IN_MEMORY, Exhausted, Growth, TooLarge, taken_out
from blogimport.containers.webarchives import is_web_archive, records_of
from blogimport.readings import Dump
from reader.archive import is_archive

Found = FoundDump | Refused | Unread

# Files in files in files: nobody keeps a blog any deeper.
_DEEPEST = 5
_HEAD = 1024
# What can be wrong with a packed file.
_DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    ValueError,
)

_OPENERS: tuple[tuple[bytes, str, Callable[[BinaryIO], IO[bytes]]], ...] = (
    (MAGIC, ".gz", lambda file: cast("IO[bytes]", io.BufferedReader(Gunzipped(file)))),
    (b"BZh", ".bz2", bz2.BZ2File),
    (b"\xfd7zXZ\x00", ".xz", lzma.LZMAFile),
)


@dataclass(frozen=True, slots=True)
class _Holder:
    """What the dumps of one container share."""

    temporary: Path
    growth: Growth
    depth: int = 0


def dumps_at(
    paths: Iterable[Path], stdin: Sources | None = None, progress: Callable[[int], None] | None = None
) -> Iterator[Found]:
    """All dumps at some paths, with what was found beside them and is none.

    A path `-` is standard input, where `stdin` opens it. `progress` is told how many bytes of the files were
    gone through.
    """
    done = _Done(progress)
    with tempfile.TemporaryDirectory(prefix="reader-import-") as temporary:
        holder = _Holder(Path(temporary), Growth(0))
        for path in paths:
            if path == Path("-") and stdin is not None:
                spooled = holder.temporary / "standard input"
                with spooled.open("wb") as file:
                    shutil.copyfileobj(stdin(), file)
                yield from _opened(File(spooled, "standard input", None), holder, done)
                continue
            for found in files_at([path]):
                if isinstance(found, Passed):
                    yield Unread(found.name, {found.reason: found.count})
                else:
                    yield from _opened(found, holder, done)


def size_of(paths: Iterable[Path]) -> int:
    """How many bytes the files at some paths have."""
    size = 0
    for file in files_at(path for path in paths if path != Path("-")):
        if isinstance(file, Passed):
            continue
        with suppress(OSError):
            size += sum(path.stat().st_size for path in file.members or (file.path,))
    return size


class _Done:
    """How many bytes of all files were gone through."""

    def __init__(self, tell: Callable[[int], None] | None) -> None:
        self._tell = tell
        self._before = self._furthest = 0

    def at(self, place: int) -> None:
        """So far was the file read that is open now."""
        # A file is read more than once where its beginning tells how.
        if self._tell is not None and self._before + place > self._furthest:
            self._furthest = self._before + place
            self._tell(self._furthest)

    def ends(self, size: int) -> None:
        """A file was read to its end."""
        self._before += size
        self.at(0)


def _grouped(file: File, done: _Done) -> Iterator[Found]:
    """The dump that some files on the disk make together."""
    contents: list[tuple[str, bytes]] = []
    for path in file.members:
        try:
            contents.append((readable(path.name), path.read_bytes()))
        except OSError as error:
            yield Refused(file.name, f"{path} cannot be read: {error.strerror}.")
    if contents:
        yield FoundDump(Dump(file.name, content=together(contents)), file.folder)
    done.ends(sum(len(content) for _, content in contents))


def _opened(file: File, holder: _Holder, done: _Done) -> Iterator[Found]:
    """The dumps that a file on the disk holds, or is."""
    if file.members:
        yield from _grouped(file, done)
        return
    size = 0
    try:
        if file.path.exists() and not file.path.is_file():
            yield Refused(file.name, f"{file.path} is not a regular file.")
            return
        with file.path.open("rb") as opened:
            head = opened.read(_HEAD)
            size = os.fstat(opened.fileno()).st_size
    except FileNotFoundError:
        yield Refused(file.name, f"There is no file or folder {file.path}.")
        return
    except OSError as error:
        yield Refused(file.name, f"{file.path} cannot be read: {error.strerror}.")
        return
    # A dump that is watched cannot be sent to another process, where small ones are read.
    dump = Dump(file.name, path=file.path, watch=done.at if size > IN_MEMORY else None)
    members = _members_of(dump, head, file.folder, replace(holder, growth=Growth(size)))
    if members is not None:
        try:
            yield from members
        except Exhausted:
            yield Refused(file.name, f"The rest of {file.name} was left out: unpacked, it grows without end.")
    else:
        is_brief = file.path.parent == holder.temporary
        yield FoundDump(dump, file.folder, None if file.folder is None else file.path.parent, is_brief)
    done.ends(size)


def _members_of(dump: Dump, head: bytes, folder: str | None, holder: _Holder) -> Iterator[Found] | None:
    """The dumps in a dump, None where it holds none but is one."""
    if is_web_archive(head, dump):
        return _safely(dump.name, records_of(dump, holder.temporary))
    if is_archive(head):
        return dumps_in_archive(dump, holder.temporary)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _safely(dump.name, _in_zip(dump, folder, holder))
    if head[257:262] == b"ustar":
        return _safely(dump.name, _in_tar(dump, folder, holder))
    for magic, ending, opener in _OPENERS:
        if head.startswith(magic):
            return _safely(dump.name, _unpacked(dump, ending, opener, folder, holder))
    return None


def _safely(name: str, members: Iterator[Found]) -> Iterator[Found]:
    """The members as far as the file is whole, then a sentence on where it is not."""
    found = 0
    while True:
        try:
            member = next(members)
        except StopIteration:
            return
        except _DAMAGE as error:
            reason = str(error) or type(error).__name__
            yield Refused(name, f"{name} is damaged after {found} files in it: {reason}.")
            return
        except RuntimeError as error:
            # How `zipfile` says that a password is needed.
            yield Refused(name, f"{name} cannot be opened: {error}.")
            return
        except TooLarge:
            yield Refused(name, f"{name} was left out: unpacked, it grows without end.")
            return
        except OSError as error:
            yield Refused(name, f"{name} cannot be read: {error.strerror or error}.")
            return
        found += 1
        yield member


def _in_zip(dump: Dump, folder: str | None, holder: _Holder) -> Iterator[Found]:
    with dump.open() as file, zipfile.ZipFile(file) as packed:
        # Not a dictionary: a zip may hold two files of one name.
        entries = [(_zip_name(entry), entry) for entry in packed.infolist() if not entry.is_dir()]
        names, groups = _Names(name for name, _ in entries), _Groups(dump)
        for name, entry in sorted(entries, key=lambda item: item[0]):
            if not names.is_wanted(name):
                continue
            with packed.open(entry) as member:
                yield from _member(dump, name, member, entry.compress_size, folder, holder, groups)
        yield from groups.found()
        yield from names.passed_over(dump.name)


def _in_tar(
    dump: Dump, folder: str | None, holder: _Holder, opener: Callable[[BinaryIO], IO[bytes]] | None = None
) -> Iterator[Found]:
    # Gone through twice: which folder belongs to a saved page is only known when all names are.
    names = _Names()
    with suppress(*_DAMAGE), _tar(dump, opener) as packed:
        for entry in packed:
            names.add(_tar_name(entry))
    groups = _Groups(dump)
    with _tar(dump, opener) as packed:
        for entry in packed:
            if not entry.isfile():
                continue
            name = _tar_name(entry)
            member = packed.extractfile(entry)
            if member is not None and names.is_wanted(name):
                with member:
                    yield from _member(dump, name, member, entry.size, folder, holder, groups)
    yield from groups.found()
    yield from names.passed_over(dump.name)


@contextmanager
def _tar(dump: Dump, opener: Callable[[BinaryIO], IO[bytes]] | None) -> Iterator[tarfile.TarFile]:
    """A tar, packed or not, as a stream."""
    with dump.open() as file, ExitStack() as opened:
        stream = opened.enter_context(opener(file)) if opener else file
        yield opened.enter_context(tarfile.open(fileobj=stream, mode="r|"))


def _tar_name(entry: tarfile.TarInfo) -> str:
    return inside(readable(entry.name))


def _unpacked(
    dump: Dump, ending: str, opener: Callable[[BinaryIO], IO[bytes]], folder: str | None, holder: _Holder
) -> Iterator[Found]:
    """The one file that was packed, or the tar that was."""
    with dump.open() as file, opener(file) as unpacked:
        head = unpacked.read(_HEAD)
    if head[257:262] == b"ustar":
        yield from _in_tar(dump, folder, holder, opener)
        return
    size = dump.path.stat().st_size if dump.path else len(dump.content)
    with dump.open() as file, opener(file) as unpacked:
        yield from _member(
            replace(dump, name=""), dump.name.removesuffix(ending), unpacked, size, folder, holder
        )
        raw = getattr(unpacked, "raw", None)
        if isinstance(raw, Gunzipped) and raw.broken:
            yield Refused(
                dump.name, f"{dump.name} is damaged: {raw.broken}; what stands before that was read."
            )


class _Groups:
    """Files of a container that tell something only together, until all of them were met."""

    def __init__(self, dump: Dump) -> None:
        self._dump = dump
        self._contents: dict[str, list[tuple[str, bytes]]] = {}

    def takes(self, name: str, content: bytes) -> bool:
        """Keep a file that belongs to a group; False for one that stands for itself."""
        group = group_of(name)
        if group is not None:
            self._contents.setdefault(group, []).append((name, content))
        return group is not None

    def found(self) -> Iterator[FoundDump]:
        """The groups."""
        for group, contents in self._contents.items():
            dump = Dump(f"{self._dump.name}/{group}", content=together(contents))
            yield FoundDump(dump, _site_of(self._dump, f"{group}/member"))


def _site_of(dump: Dump, name: str) -> str | None:
    """The folder that the blog of a file in a container is named after."""
    container = PurePosixPath(dump.name).name.partition(".")[0]
    return site_among((container, *PurePosixPath(name).parts[:-1]))


def _member(
    dump: Dump,
    name: str,
    member: IO[bytes],
    packed_size: int,
    folder: str | None,
    holder: _Holder,
    groups: _Groups | None = None,
) -> Iterator[Found]:
    """The dumps that a packed file holds, or is."""
    full = f"{dump.name}/{name}" if dump.name else name
    with taken_out(full, member, packed_size, holder.temporary, holder.growth) as (inner, is_brief):
        with inner.open() as file:
            head = file.read(_HEAD)
        own_folder = _site_of(dump, name) if dump.name else folder
        if groups is not None and not is_brief and groups.takes(name, inner.content):
            return
        if holder.depth < _DEEPEST:
            members = _members_of(inner, head, own_folder, replace(holder, depth=holder.depth + 1))
            if members is not None:
                yield from members
                return
        yield FoundDump(inner, own_folder, None, is_brief)


class _Names:
    """The names in a container, of which some are only what a system or a browser has put there."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._known = set(names)
        self._beside_pages = 0

    def add(self, name: str) -> None:
        """One more name."""
        self._known.add(name)

    def is_wanted(self, name: str) -> bool:
        """Whether a file may be a dump: not hidden, and not beside a page that a browser has saved."""
        parts = PurePosixPath(name).parts
        if any(part.startswith(".") or part == "__MACOSX" for part in parts):
            return False
        is_of_a_page = any(self._is_of_a_page(parts[:place], part) for place, part in enumerate(parts[:-1]))
        self._beside_pages += is_of_a_page
        return not is_of_a_page

    def passed_over(self, container: str) -> Iterator[Unread]:
        """What was not wanted, counted."""
        if self._beside_pages:
            yield Unread(container, {BESIDE_PAGES: self._beside_pages})

    def _is_of_a_page(self, parents: tuple[str, ...], folder: str) -> bool:
        before = "".join(f"{parent}/" for parent in parents)
        pages = saved_pages_of(folder)
        return any(before + page in self._known for page in pages)


def _zip_name(entry: zipfile.ZipInfo) -> str:
    """The name of a file in a zip: where it doesn't say UTF-8, it is in the encoding of some old machine."""
    if entry.flag_bits & 0x800:
        return inside(entry.filename)
    return inside(decoded(entry.filename.encode("cp437", "replace")))
