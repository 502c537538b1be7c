"""Fits what the signs weigh by which answers are guessed: `python -m bench.fitting_threads NAME:PATH…`.

Logistic regression over the places that each comment may answer (`bench.known_threads`), in plain Python.
Writes `weights.toml`; `bench.threads` fits without each blog in turn, and so measures what this does on others.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bench.known_threads import Conversation, conversations, named_sets
from blogimport.textpage.answering import Signs, Talk, signs_of

# What is too rare in known conversations for a weight of its own leans to what its words mean.
LEANING = {
    "quotes": 4.0,
    "quotes_another": -1.0,
    "number": 3.0,
    "other_number": -1.0,
    "at": 3.0,
    "spoken_to": 2.0,
    "agreed": 2.0,
    "set_off": 1.5,
    "at_another": -4.0,
    "calls_another": -2.0,
    "called_too": -1.0,
    "meant_further_up": 0.8,
    "post_though_calls_visitor": -2.5,
    "post_though_quotes": -1.5,
    "thanks_for_comment_right_before": 3.0,
}
# How strongly a weight is held where it leans to.
_HELD = 0.7
# A large set must not be all that is heard: it counts as so many comments.
_MOST_HEARD = 250
_BARE_SHARE = 0.25
_STEPS, _LATE_STEPS, _STEP, _LATE_STEP = 120, 48, 0.15, 0.05
_MOMENTUM, _SCALE_MOMENTUM, _TINY = 0.9, 0.99, 1e-8


@dataclass(frozen=True, slots=True)
class Case:
    """One comment with the signs of each place that it may answer, and which of these are right."""

    conversation: Conversation
    place: int
    signs: Signs
    share: float

    @property
    def right(self) -> frozenset[int]:
        """The places that count as answered."""
        return self.conversation.right[self.place]

    @property
    def is_answer(self) -> bool:
        """Whether another comment is answered and not the post."""
        return self.conversation.exact[self.place] >= 0


def cases(sets: Sequence[tuple[str, Path]]) -> list[Case]:
    """Each comment of some sets, in each arrangement."""
    found: list[Case] = []
    by_post: dict[int, list[Conversation]] = {}
    for conversation in conversations(sets):
        by_post.setdefault(conversation.post, []).append(conversation)
    sizes = Counter(same[0].corpus for same in by_post.values() for _ in same[0].said)
    for same in by_post.values():
        for conversation in same:
            arranged = _BARE_SHARE if conversation.arrangement == "bare" else 1 / (len(same) - 1)
            share = arranged * min(1.0, _MOST_HEARD / sizes[conversation.corpus])
            talk = Talk(conversation.said, conversation.author, conversation.body)
            found += [Case(conversation, place, signs, share) for place, signs in enumerate(signs_of(talk))]
    return found


def fitted(known: Sequence[Case]) -> Mapping[str, float]:
    """The weight of each sign that makes the right places of some cases the likeliest."""
    names = {sign: index for index, sign in enumerate(LEANING)}
    rows: list[tuple[float, list[list[int]], list[bool]]] = []
    for case in known:
        is_right = [place in case.right for place in case.signs]
        if any(is_right):
            signs = [[names.setdefault(sign, len(names)) for sign in told] for told in case.signs.values()]
            rows.append((case.share, signs, is_right))
    leaning = [LEANING.get(name, 0.0) for name in names]
    weights = list(leaning)
    mean, scale = [0.0] * len(names), [0.0] * len(names)
    for step in range(1, _STEPS + 1):
        slopes = _slopes(rows, weights, leaning)
        pace = _STEP if step <= _STEPS - _LATE_STEPS else _LATE_STEP
        for index, slope in enumerate(slopes):
            mean[index] += (1 - _MOMENTUM) * (slope - mean[index])
            scale[index] += (1 - _SCALE_MOMENTUM) * (slope * slope - scale[index])
            steady = mean[index] / (1 - _MOMENTUM**step)
            weights[index] -= pace * steady / (math.sqrt(scale[index] / (1 - _SCALE_MOMENTUM**step)) + _TINY)
    return dict(zip(names, weights, strict=True))


def _slopes(
    rows: Sequence[tuple[float, list[list[int]], list[bool]]],
    weights: Sequence[float],
    leaning: Sequence[float],
) -> list[float]:
    """How the error grows with each weight; a weight far from where it leans is an error too."""
    slopes = [_HELD * (weight - lean) for weight, lean in zip(weights, leaning, strict=True)]
    for share, signs, is_right in rows:
        sums = [sum([weights[sign] for sign in told]) for told in signs]
        most = max(sums)
        odds = [math.exp(value - most) for value in sums]
        whole = sum(odds)
        right = sum(odd for odd, is_so in zip(odds, is_right, strict=True) if is_so)
        for told, odd, is_so in zip(signs, odds, is_right, strict=True):
            slope = share * odd * (1 / whole - (1 / right if is_so else 0))
            if slope:
                for sign in told:
                    slopes[sign] += slope
    return slopes


def written(weights: Mapping[str, float]) -> str:
    """The weights as they stand in the file, those that speak loudest first, without those that say nothing."""
    lines = [f"{name} = {weight:.2f}" for name, weight in sorted(weights.items(), key=lambda item: -item[1])]
    return "\n".join(line for line in lines if not line.endswith((" 0.00", " -0.00")))


def main() -> None:
    """Fit all sets, and write the weights below the head of the file."""
    path = Path(str(files("blogimport.textpage.answering").joinpath("weights.toml")))
    head = path.read_text("utf-8").partition("[weights]")[0]
    path.write_text(f"{head}[weights]\n{written(fitted(cases(named_sets(sys.argv[1:]))))}\n", "utf-8")


if __name__ == "__main__":
    main()
