"""Exported posts as files: names that no file system minds, and files that are whole or not there."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from reader.errors import ExportError
from reader.export.formats import EXTENSIONS, Format, exported
from reader.models import Post
from reader.sentences import Sentence

_MOST_BYTES = 100
_MOST_TITLE = 200
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")

_SENTENCES = {
    errno.ENOSPC: Sentence("the disk is full"),
    errno.EDQUOT: Sentence("the disk is full"),
    errno.EFBIG: Sentence("it is larger than files may be here"),
    errno.EACCES: Sentence("permission denied"),
    errno.EPERM: Sentence("permission denied"),
    errno.EROFS: Sentence("the disk is read-only"),
    errno.ENAMETOOLONG: Sentence("its name is too long"),
}


def file_name(post: Post, extension: str = "txt") -> str:
    """A name for a post's file: date, title and id, in letters, digits and hyphens.

    The id makes it unique, at its end so that it can never be cut off; with it, no name is hidden or
    one that Windows keeps for itself.
    """
    date = _DATE.match(post.published or "")
    ending = f"-{post.id}" + (f".{kind}" if (kind := _plain(extension)[:10].rstrip("-")) else "")
    start = [date[0]] if date else []
    title = _plain(post.title or "")
    if not title and not date:
        title = "post"
    stem = "-".join([*start, title] if title else start)
    room = _MOST_BYTES - len(ending.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip("-") + ending


def _plain(text: str) -> str:
    """The letters and digits of a text in lower case, with hyphens for all between them."""
    # Cut first: one character may become eighteen.
    text = unicodedata.normalize("NFKC", text[:_MOST_TITLE]).lower()
    # Marks that no letter takes up (of Indic scripts, of a joke) are left out; they are no gap.
    text = "".join(letter for letter in unicodedata.normalize("NFKC", text) if not _is_mark(letter))
    return unicodedata.normalize("NFKC", "-".join(re.findall(r"[^\W_]+", text)))


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M"


def folder_name(query: str) -> str:
    """A name for the folder of what a search found."""
    return _plain(query).encode()[:_MOST_BYTES].decode(errors="ignore").rstrip("-") or "results"


def write_text(post: Post, path: Path, *, form: Format = "text", width: int = 78) -> None:
    """Write a post to a file, which is replaced when it is there.

    Raises:
        ExportError: when it cannot be written; then nothing has changed.
    """
    write_words(exported(post, form, width=width), path)


def write_words(words: str, path: Path) -> None:
    """Write a text to a file, which is replaced when it is there.

    Raises:
        ExportError: when it cannot be written; then nothing has changed.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _look_at(path)
        _replace(path, words.encode())
    except (FileExistsError, NotADirectoryError) as error:
        raise ExportError(Sentence("{} cannot be written: {} is not a folder.", path, path.parent)) from error
    except ValueError as error:
        raise ExportError(Sentence("{} is no name for a file.", repr(str(path)))) from error
    except OSError as error:
        reason = _reason(error)
        raise ExportError(Sentence("{} cannot be written: {}.", path, reason)) from error


def write_texts(posts: Iterable[Post], folder: Path, *, form: Format = "text", width: int = 78) -> list[Path]:
    """Write posts to files of their own in a folder, which is made when it is missing; the files' paths.

    Raises:
        ExportError: when one cannot be written; those before it stay.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise ExportError(Sentence("{} is not a folder.", folder)) from error
    except ValueError as error:
        raise ExportError(Sentence("{} is no name for a folder.", repr(str(folder)))) from error
    except OSError as error:
        reason = _reason(error)
        raise ExportError(Sentence("The folder {} cannot be made: {}.", folder, reason)) from error
    paths = []
    for post in posts:
        path = folder / file_name(post, EXTENSIONS[form])
        write_text(post, path, form=form, width=width)
        paths.append(path)
    return paths


def _reason(error: OSError) -> str:
    return _SENTENCES.get(error.errno or 0) or (error.strerror or str(error)).lower()


def _look_at(path: Path) -> None:
    """Refuse what is there and is no file. A link to a file is replaced, the file itself untouched."""
    for mode in _modes(path):
        if stat.S_ISDIR(mode):
            raise ExportError(Sentence("{} is a folder; name a file in it.", path))
        if not stat.S_ISREG(mode) and not stat.S_ISLNK(mode):
            raise ExportError(Sentence("{} is not a regular file.", path))


def _modes(path: Path) -> list[int]:
    """What a path is, and what it leads to if it is a link; nothing where nothing is there."""
    modes = []
    for follow in (False, True):
        try:
            modes.append(path.stat(follow_symlinks=follow).st_mode)
        except FileNotFoundError:
            continue
    return modes


def _replace(path: Path, content: bytes) -> None:
    """Put a file in its place in one step: whoever looks finds the old one or the new one, whole."""
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    # Without O_EXCL, a link that somebody laid there would be written through.
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
