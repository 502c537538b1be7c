"""A search that is asked plainly, with words and the usual options: its options are read without argparse.

That takes a tenth of the time of a search to import, and to be told all that it might have to explain. Whatever
needs an explanation, or is no plain search, is left to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

_LONGEST_NUMBER = 18


def plain_search(arguments: Sequence[str]) -> SimpleNamespace | None:
    """The options of a plain `reader search`, as `arguments.read` would give them; None for all else."""
    options = SimpleNamespace(
        command="search",
        query=[],
        limit=50,
        newest=False,
        json=False,
        export=None,
        **dict.fromkeys(("explain", "count", "stats", "kwic", "open"), False),
    )
    is_search = False
    rest = iter(arguments)
    for argument in rest:
        if argument == "--archive":
            # What begins with a hyphen is a mistake to be explained.
            options.archive = next(rest, "-")
            if options.archive.startswith("-"):
                return None
        elif not is_search:
            if argument != "search":
                return None
            is_search = True
        elif argument == "--limit":
            number = next(rest, "")
            if not (number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER and int(number)):
                return None
            options.limit = int(number)
        elif argument in ("--newest", "--json"):
            setattr(options, argument[2:], True)
        elif argument.startswith("--") or argument == "-h":
            return None
        else:
            options.query.append(argument)
    return options if is_search else None
