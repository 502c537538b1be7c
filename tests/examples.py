"""How many examples a property is tested with: in proportion to what the profile of the run asks for."""

from __future__ import annotations

from typing import Any

from hypothesis import settings

# What Hypothesis takes where nobody says how many, and the profile of everyday runs leaves as it is.
_USUAL = 100


def examples(usually: int, **more: Any) -> settings:
    """So many examples in an everyday run, and as many times more as the profile of a longer one has."""
    return settings(max_examples=max(1, usually * settings().max_examples // _USUAL), **more)
