"""Gzip read as far as it goes: one that breaks off gives everything before the break, where `gzip` gives nothing."""

from __future__ import annotations

import io
import zlib
from typing import Any, BinaryIO

_BLOCK = 64 * 1024
_GZIP = 16 + zlib.MAX_WBITS
MAGIC = b"\x1f\x8b"


class Gunzipped(io.RawIOBase):
    """The unpacked bytes of a file; `broken` is why they end before they should, None where they do not."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._packed = b""
        self._unpacker = zlib.decompressobj(_GZIP)
        self._is_begun = False
        self.broken: str | None = None

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Read on."""
        while self.broken is None:
            if not self._packed:
                self._packed = self._file.read(_BLOCK)
                if not self._packed:
                    if self._is_begun:
                        self.broken = "the packed file is cut off"
                    return 0
            if not self._is_begun:
                # After a whole file there may be another, or what tapes and disks are filled up with.
                self._packed = self._packed.lstrip(b"\0")
                if not self._packed:
                    continue
                self._unpacker, self._is_begun = zlib.decompressobj(_GZIP), True
            try:
                found = self._unpacker.decompress(self._packed, len(buffer))
            except zlib.error as error:
                self.broken = str(error)
                return 0
            self._packed = self._unpacker.unconsumed_tail
            if self._unpacker.eof:
                self._packed, self._is_begun = self._unpacker.unused_data, False
            if found:
                buffer[: len(found)] = found
                return len(found)
        return 0
