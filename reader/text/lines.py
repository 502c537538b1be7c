"""The lines of a raw dump: one definition for the importer that reads them and the screen that shows them."""

from __future__ import annotations


def lines_of(raw: bytes, encoding: str) -> list[str]:
    """The text lines of a dump, without their line breaks; bytes that the encoding lacks become U+FFFD."""
    return raw.decode(encoding, "replace").splitlines()
