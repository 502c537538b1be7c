from __future__ import annotations

import gc
import operator

from blogimport.working import Workers


def test_garbage_is_looked_for_seldom_while_an_import_reads() -> None:
    """In this process and in those that read, Python looks for garbage more seldom; afterwards as before."""
    usual = gc.get_threshold()

    with Workers(2) as workers:
        others = [threshold[0] for threshold in workers.in_order(operator.call, [gc.get_threshold] * 2)]
        own = gc.get_threshold()[0]

    assert own > usual[0]
    assert others == [own, own]
    assert gc.get_threshold() == usual
