"""The raw bytes of a dump in packed pieces; those of a large one are packed ahead, while its posts are being written.

Must not know what the bytes are, nor where the pieces go.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

# Little enough to be unpacked at once, enough to be packed well.
_PIECE = 1024**2
_LEVEL = 6
# So many pieces are packed before they are asked for: zlib leaves Python to others meanwhile.
_AHEAD = 4


class Packing:
    """The packed pieces of a dump, each once and in order; to be closed."""

    def __init__(self, raw: bytes | Path) -> None:
        self._file = BytesIO(raw) if isinstance(raw, bytes) else raw.open("rb")
        size = len(raw) if isinstance(raw, bytes) else raw.stat().st_size
        self._pool = ThreadPoolExecutor(1) if size > _PIECE else None
        self._waiting: deque[Future[bytes]] = deque()

    def ready(self) -> Iterator[bytes]:
        """The pieces that are packed by now."""
        if self._pool is not None:
            self._begin(self._pool)
            while self._waiting and self._waiting[0].done():
                yield self._waiting.popleft().result()
                self._begin(self._pool)

    def rest(self) -> Iterator[bytes]:
        """All pieces that were not given yet."""
        if self._pool is None:
            while piece := self._file.read(_PIECE):
                yield zlib.compress(piece, _LEVEL)
            return
        self._begin(self._pool)
        while self._waiting:
            yield self._waiting.popleft().result()
            self._begin(self._pool)

    def close(self) -> None:
        """Let go of the file."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._file.close()

    def _begin(self, pool: ThreadPoolExecutor) -> None:
        while len(self._waiting) < _AHEAD:
            piece = self._file.read(_PIECE)
            if not piece:
                return
            self._waiting.append(pool.submit(zlib.compress, piece, _LEVEL))
