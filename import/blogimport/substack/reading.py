"""Reading an export: rows and texts put together, as far as both are there."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import PurePosixPath
from typing import NamedTuple

from lxml import etree

from blogimport.excerpts import with_excerpt
from blogimport.ledger import Ledger
from blogimport.markup import body_of, plain, tree_of
from blogimport.readings import Dump, FoundPost, Part, Reading
from blogimport.stamps import stamp_of
from blogimport.xmlrecords import decoded, encoding_of
from reader.archive import NewPost

FORMAT = "Substack export"

_TABLE = re.compile(r"(?:^|\n)[\"']?post_id[\"']?,[^\n]*\b(?:is_published|post_date)\b[^\n]*")
_TABLE_BYTES = re.compile(rb"\s*(?:--- # posts\.csv\s*)?\"?post_id\"?,[^\n]*\b(?:is_published|post_date)\b")
_FRAGMENT = re.compile(r"(?:^|[/_])(?P<id>\d{5,})\.(?P<slug>[\w.-]+?)\.html?$")
_PAGE = re.compile(rb"<(?:!doctype|html|head|body)\b", re.I)
# How the files of one export stand in one dump: each under a line with its name.
_HEAD = re.compile(r"^--- # (posts\.csv|\d{5,}\.[\w.-]+\.html?)$", re.M)
_NO = frozenset(("false", "0", "no", ""))
# What asks a reader to subscribe or to share, which is no part of a text.
_ASKING = re.compile(
    r"(?:^|\s)(?:button-wrapper|subscription-widget\S*|captioned-button-wrap|install-substack-app-embed)(?:\s|$)"
)


class _File(NamedTuple):
    name: str
    text: str


def sniff(head: bytes, name: str) -> bool:
    """Whether bytes are an export's table, alone or with its texts, or one of these texts by its name."""
    start = head.lstrip(b"\xef\xbb\xbf")
    if _TABLE_BYTES.match(start):
        return True
    if start.startswith(b"--- # ") and _HEAD.match(decoded(start[:200], "utf-8")):
        return True
    is_fragment = _FRAGMENT.search(PurePosixPath(name).name) is not None
    return is_fragment and start.lstrip().startswith(b"<") and _PAGE.search(start) is None


def read(dump: Dump) -> Reading:
    """The posts of an export; what was never published is withheld."""
    raw = dump.raw()
    encoding = encoding_of(io.BytesIO(raw), dump.charset)
    text = raw.decode(encoding, "replace") if encoding.startswith("utf-16") else decoded(raw, encoding)
    text = text.lstrip("\ufeff \r\n").replace("\r\n", "\n")
    files = _files(text, PurePosixPath(dump.name).name)
    texts = {found["id"]: file for file in files if (found := _FRAGMENT.search(file.name))}
    ledger = Ledger()
    reading = Reading(encoding, (), lines=ledger.lines)
    parts = []
    for row in (row for file in files if _TABLE.search(file.text[:2000]) for row in _rows(file.text)):
        number, _, slug = row.get("post_id", "").partition(".")
        if not (number or row.get("title")):
            reading.left_out["rows that are cut off"] += 1
            continue
        fragment = texts.pop(number, None)
        post = _post(row, number, slug, fragment.text if fragment else "")
        parts.append(_told(post, row, ledger))
    for number, file in texts.items():
        name = _FRAGMENT.search(file.name)
        alone = _post({}, number, name["slug"] if name else "", file.text)
        parts.append(_told(alone, {}, ledger))
    reading.parts = parts
    return reading


def _told(found: FoundPost, row: Mapping[str, str], ledger: Ledger) -> Part:
    ledger.says(found.post.title or "", "title")
    for name, value in row.items():
        ledger.states(name, value)
    ledger.says(found.post.body, "body")
    return ledger.part(found)


def _files(text: str, name: str) -> list[_File]:
    """The files in a dump: one, or several, each under its name."""
    heads = list(_HEAD.finditer(text))
    if not heads:
        return [_File(name, text)]
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return [_File(head[1], text[head.end() + 1 : end]) for head, end in zip(heads, ends, strict=True)]


def _rows(text: str) -> Iterator[dict[str, str]]:
    """The rows of a table by the names of its columns; one that breaks off has fewer."""
    rows = csv.reader(io.StringIO(text.replace("\0", ""), newline=""))
    columns: list[str] | None = None
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            continue
        if columns is None:
            columns = [name.strip() for name in row] if "post_id" in row else None
        elif any(value.strip() for value in row):
            yield dict(zip(columns, row, strict=False))


def _post(row: Mapping[str, str], number: str, slug: str, source: str) -> FoundPost:
    podcast = row.get("podcast_url", "").strip()
    if podcast:
        source += f'<p><a href="{escape(podcast)}">{escape(podcast)}</a></p>'
    subtitle = plain(row.get("subtitle", ""))
    body = with_excerpt(escape(subtitle), _without_asking(source), body_of)
    is_draft = "is_published" in row and row["is_published"].strip().lower() in _NO
    names = [f"slug:{slug}"] if slug else []
    if number:
        names.append(f"id:substack/{number}")
    return FoundPost(
        NewPost(
            title=plain(row.get("title", "")) or None,
            published=stamp_of(row.get("post_date", "")),
            body=body.text,
            marks=body.marks,
        ),
        names=tuple(names),
        withheld="draft" if is_draft else None,
        is_partial=not source,
    )


def _without_asking(source: str) -> str:
    """The HTML of a text without the buttons that ask for a subscription."""
    if _ASKING.search(source.replace('"', " ").replace("'", " ")) is None:
        return source
    root = tree_of(source)
    if root is None:
        return ""
    for element in list(root.iter(etree.Element)):
        parent = element.getparent()
        if parent is not None and _ASKING.search(element.get("class") or ""):
            element.clear(keep_tail=True)
    html: str = etree.tostring(root, encoding="unicode", method="html")
    return html
