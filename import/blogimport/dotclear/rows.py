"""The rows of a backup: `[table column,column]`, then a line a row, with its values in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from blogimport.xmlrecords import decoded

_TABLE = re.compile(r"\[(\w+) ([\w,]+)\]\s*")
_VALUE = re.compile(r'"((?:[^"\\]|\\.)*+)("?)', re.S)
_ESCAPE = re.compile(r'\\([nr"\\])')
_ESCAPED = {"n": "\n", "r": "\r", '"': '"', "\\": "\\"}
# What Dotclear 1 called its tables and columns, in the words of Dotclear 2.
_TABLES = {"categorie": "category", "post_meta": "meta"}
_COLUMNS = {
    "cat_libelle": "cat_title",
    "post_titre": "post_title",
    "post_pub": "post_status",
    "comment_auteur": "comment_author",
    "comment_pub": "comment_status",
}
_META_COLUMNS = {"meta_key": "meta_type", "meta_value": "meta_id", "meta_id": "id"}


class Row(NamedTuple):
    """One row of a table with its line, counted from 1; `is_whole` is False where values are missing."""

    table: str
    values: dict[str, str]
    line: int
    is_whole: bool = True

    def __call__(self, column: str) -> str:
        """What stands in a column, "" where the table has no such one."""
        return self.values.get(column, "")


class Rows:
    """The rows of a file in their order; `last` is the line that was read last, `is_cut` whether that breaks off."""

    def __init__(self, opened: BinaryIO, encoding: str) -> None:
        self._opened = opened
        self._encoding = encoding
        self.last = 0
        self.is_cut = False

    def __iter__(self) -> Iterator[Row]:
        table, columns = "", [""]
        for raw in self._opened:
            self.last += 1
            text = decoded(raw, self._encoding)
            self.is_cut = not raw.endswith(b"\n") and bool(raw.strip())
            head = _TABLE.fullmatch(text)
            if head is not None:
                table, columns = head[1], head[2].split(",")
            elif text.startswith('"') and table:
                yield self._row(text, table, columns)
            self.last += raw.count(b"\r") - raw.endswith(b"\r\n")

    def _row(self, text: str, table: str, columns: list[str]) -> Row:
        found = _VALUE.findall(text)
        values = [_ESCAPE.sub(lambda escape: _ESCAPED[escape[1]], value) for value, _ in found]
        is_whole = len(values) >= len(columns) and found[-1][1] == '"'
        self.is_cut = self.is_cut and not is_whole
        return _in_words_of_today(Row(table, dict(zip(columns, values, strict=False)), self.last, is_whole))


def _in_words_of_today(row: Row) -> Row:
    """A row of Dotclear 1 as Dotclear 2 has it."""
    values = row.values
    if row.table == "post_meta":
        values = {_META_COLUMNS.get(column, column): value for column, value in values.items()}
    elif not values.keys().isdisjoint(_COLUMNS):
        values = {_COLUMNS.get(column, column): value for column, value in values.items()}
    if "post_content_wiki" in values:
        values["post_content_xhtml"] = values.get("post_content", "")
        values["post_excerpt_xhtml"] = values.get("post_chapo", "")
        day = values.get("post_dt", "")[:10].replace("-", "/")
        values["post_url"] = f"{day}/{values.get('post_id', '')}-{values.get('post_titre_url', '')}"
    return row._replace(table=_TABLES.get(row.table, row.table), values=values)
