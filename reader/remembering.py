"""What a function gave for what it was asked before, remembered up to a limit.

`functools.lru_cache` forgets what was asked longest ago: for that it writes to four places of its memory whenever it is
asked, and frees one entry for each new one once it is full. Here all is forgotten at once when there is no more room,
and learnt again: a crawl asks for the lines of one site on page after page, and then hardly ever. Knows nothing of what
is remembered.
"""

from __future__ import annotations

from functools import cache, update_wrapper
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_Asked = ParamSpec("_Asked")
_Told = TypeVar("_Told")


def remembered(most: int) -> Callable[[Callable[_Asked, _Told]], Callable[_Asked, _Told]]:
    """Remember what a function gives, for so many different arguments at most; these must be hashable."""

    def remembering(function: Callable[_Asked, _Told]) -> Callable[_Asked, _Told]:
        count = 0

        def told_anew(*args: _Asked.args, **kwargs: _Asked.kwargs) -> _Told:
            nonlocal count
            if count == most:
                known.cache_clear()
                count = 0
            count += 1
            return function(*args, **kwargs)

        known = cache(told_anew)
        update_wrapper(known, function)
        return cast("Callable[_Asked, _Told]", known)

    return remembering
