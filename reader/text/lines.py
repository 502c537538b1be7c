"""The lines of a raw dump: one definition for the importer that reads them and the screen that shows them."""

from __future__ import annotations


def lines_of(raw: bytes, encoding: str) -> list[str]:
    """The text lines of a dump, without their line breaks; bytes that the encoding lacks become U+FFFD.

    A line ends where every editor ends it (LF, CR LF, CR), not at the form feeds and Unicode separators that
    `str.splitlines` knows.
    """
    return lines_of_text(raw.decode(encoding, "replace"))


def lines_of_text(text: str) -> list[str]:
    """The same of a dump that is decoded already."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if not lines[-1]:
        del lines[-1]
    return lines
