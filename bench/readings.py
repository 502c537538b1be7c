"""How well the project's own dumps are read: `python -m bench.readings [FOLDER…]`; exit status 1 below the floors.

Without folders, the samples and the test data; with others, dumps that have a gold reading beside them
(CONTRIBUTING.md tells its fields), for which there is no floor.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.gold import Tally, golden, score_file

ROOT = Path(__file__).parents[1]
OWN = (ROOT / "import" / "samples", ROOT / "tests" / "data")
# The share of readings that must be right, and of how many at least. A drop is a fault; a rise is pinned here.
FLOORS = {
    "posts": (1.0, 395),
    "titles": (1.0, 473),
    "authors": (1.0, 473),
    "dates": (1.0, 473),
    "labels": (1.0, 473),
    "declared": (1.0, 473),
    "open": (1.0, 473),
    "lines": (1.0, 9067),
    "cuts": (1.0, 1117),
    "names": (1.0, 1117),
    "times": (1.0, 1112),
    "replies": (1.0, 1117),
    "kinds": (1.0, 1117),
    "invented": (1.0, 473),
}


def scored(folders: tuple[Path, ...]) -> Tally:
    """Every gold reading below some folders, compared."""
    tally = Tally()
    for dump, gold in golden(folders):
        score_file(dump, gold, tally)
    return tally


def below_floors(tally: Tally) -> list[str]:
    """A sentence for each kind of reading that is worse, or less tried, than it was."""
    return [
        f"{kind}: {tally.share(kind):.3f} of {tally.total.get(kind, 0)} right, the floor is {share} of {count}"
        for kind, (share, count) in FLOORS.items()
        if tally.share(kind) < share or tally.total.get(kind, 0) < count
    ]


def main() -> int:
    """Print the figures, every miss, and what is below its floor."""
    folders = tuple(Path(name) for name in sys.argv[1:])
    tally = scored(folders or OWN)
    print("\n".join(tally.misses))
    print(" · ".join(f"{kind} {tally.right[kind]}/{total}" for kind, total in tally.total.items()))
    if folders:
        return 0
    worse = below_floors(tally)
    print("\n".join(worse))
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
