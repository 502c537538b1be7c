"""Reading on all cores, and what that asks of Python meanwhile."""

from __future__ import annotations

import gc
import operator
from collections.abc import Iterator

import pytest

from blogimport.working import Workers


@pytest.fixture
def usual() -> Iterator[tuple[int, int, int]]:
    """How often Python looks for garbage by itself, whatever other tests have made of that."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield gc.get_threshold()
    gc.set_threshold(*before)


def test_garbage_is_looked_for_seldom_while_an_import_reads(usual: tuple[int, int, int]) -> None:
    """In this process and in those that read, Python looks for garbage more seldom; afterwards as before."""
    with Workers(2) as workers:
        others = [threshold[0] for threshold in workers.in_order(operator.call, [gc.get_threshold] * 2)]
        own = gc.get_threshold()[0]

    assert own > usual[0]
    assert others == [own, own]
    assert gc.get_threshold() == usual
