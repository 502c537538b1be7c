"""Reading on all cores: functions run over many things in other processes, results in order, few waiting at a time."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import TypeVar

_From = TypeVar("_From")
_To = TypeVar("_To")

# So many results per core may wait to be used: enough that no core is idle, little memory.
_WAITING = 4
# Starting processes takes 0.4 s, which so many small dumps take too.
_WORTH_IT = 200
# What reading makes is no garbage but for what nothing holds any more, which needs no search: with Python's own 700
# new objects between two searches, a tenth of the time of reading goes into them.
_NEW_OBJECTS = 50_000


class Workers:
    """Processes that read; used in a `with` block, started when there is enough to do, none for one core.

    Within the block Python looks for garbage more seldom, in all of them and in this one.
    """

    def __init__(self, cores: int) -> None:
        self._cores = cores
        self._pool: ProcessPoolExecutor | None = None
        self._done = 0
        self._usual = gc.get_threshold()

    def __enter__(self) -> Workers:
        _collect_seldom()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        gc.set_threshold(*self._usual)

    def in_order(self, function: Callable[[_From], _To], items: Iterable[_From], /) -> Iterator[_To]:
        """`map` on all cores, for things that are each worth the way to another process."""
        if self._cores < 2:
            yield from map(function, items)
            return
        pool = self._started()
        waiting: deque[Future[_To]] = deque()
        for item in items:
            waiting.append(pool.submit(function, item))
            if len(waiting) > _WAITING * self._cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def begun(self, function: Callable[[_From], _To], item: _From) -> Callable[[], _To]:
        """Begin to run a function; what is given back waits for its result."""
        self._done += 1
        if self._cores < 2 or (self._pool is None and self._done < _WORTH_IT):
            return lambda: function(item)
        waiting = self._started().submit(function, item)

        def result() -> _To:
            try:
                return waiting.result()
            except BrokenProcessPool:
                # The system has ended a process that took too much memory: go on without any.
                self._cores = 1
                return function(item)

        return result

    @property
    def ahead(self) -> int:
        """How many things are worth beginning before the first is done."""
        return _WAITING * self._cores if self._pool is not None else 1

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Forked from a process without threads: a fork of this one could inherit a lock that nobody opens.
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(["blogimport.load"])
            self._pool = ProcessPoolExecutor(self._cores, context, initializer=_begin)
        return self._pool


def _begin() -> None:
    """Prepare a process that reads: Ctrl-C is for the one that writes, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _collect_seldom()


def _collect_seldom() -> None:
    gc.set_threshold(max(_NEW_OBJECTS, gc.get_threshold()[0]))
