"""Doing something a moment later, however busy the machine is.

Knows nothing of what is done.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.message_pump import MessagePump


def after(seconds: float, node: MessagePump, action: Callable[[], object]) -> asyncio.TimerHandle:
    """Have a node of the app do something once, some time later; unless that is cancelled, or the node is gone.

    A timer of Textual's lets a call fall, and there is only one, if its time has passed before it begins to wait.
    """
    return asyncio.get_running_loop().call_later(seconds, node.call_next, action)
