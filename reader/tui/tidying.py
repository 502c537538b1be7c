"""When garbage is looked for: among what is new at any time, among everything only while nobody presses a key.

With a large post open a look at everything takes 30 ms, which is two frames.
"""

from __future__ import annotations

import gc
import time

_NEW = 2_000
_NEW_LOOKS = 10
_NEVER = 1_000_000_000
_REST = 1.0


def begin() -> None:
    """Look for garbage from now on; what is there now stays, and is never looked at."""
    gc.freeze()
    new, looks, _ = gc.get_threshold()
    gc.set_threshold(max(_NEW, new), max(_NEW_LOOKS, looks), _NEVER)
    gc.enable()


def tidy(last_key: float) -> bool:
    """Look among everything, unless a key was pressed just now or nothing has been made; whether it did."""
    is_due = time.perf_counter() - last_key > _REST and gc.get_count()[2] > 0
    if is_due:
        gc.collect()
    return is_due
