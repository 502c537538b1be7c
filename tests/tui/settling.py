"""When an app that is driven without a terminal has done all that a key has led to."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from textual._context import active_app
from textual.screen import Screen

# Workers that are held up on purpose, or that take long, are waited for by those who need them.
_LONGEST_FOR_WORKERS = 0.5
_LONGEST = 5.0


async def settled(*_: object) -> bool:
    """Wait until the loop has nothing left to call, the screen is painted, and no worker is about to answer.

    Textual's own way is to sleep until the process has used little time for a while, which takes a hundredth of
    a second for nothing, and on a busy machine ends while the app has only just begun.
    """
    app = active_app.get()
    loop: Any = asyncio.get_running_loop()
    start = time.monotonic()
    while (waited := time.monotonic() - start) < _LONGEST:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        screen: Screen[Any] | None = app.screen_stack[-1] if app.screen_stack else None
        if screen is not None and screen._update_timer._active.is_set() and not app._batch_count:
            screen._on_timer_update()
        elif getattr(app, "holds_keys", False):
            # What they are meant for is looked for every now and then.
            await asyncio.sleep(0.001)
        elif waited < _LONGEST_FOR_WORKERS and any(worker.is_running for worker in app.workers):
            await asyncio.sleep(0.001)
        else:
            return True
    return False
