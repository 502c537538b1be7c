"""How many examples a property is tested with: in proportion to what the profile of the run asks for."""

from __future__ import annotations

from typing import Any

from hypothesis import settings

# The first example that needs a language's data loads them, which a busy machine does in its own time.
# The same examples each time, so that a change is judged by what it changes; `--hypothesis-profile=explore` looks
# for new ones, and what it finds becomes an `@example`.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("same")

# What Hypothesis takes where nobody says how many, and the profile of everyday runs leaves as it is.
_USUAL = 100


def examples(usually: int, **more: Any) -> settings:
    """So many examples in an everyday run, and as many times more as the profile of a longer one has."""
    return settings(max_examples=max(1, usually * settings().max_examples // _USUAL), **more)
