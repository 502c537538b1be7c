"""How well it is guessed whom a comment answers: `python -m bench.threads NAME:PATH…` (see `bench.known_threads`).

The parents are hidden, guessed, and compared. Whatever is guessed in a blog is guessed with weights that were fitted to
all the others. The bounds hold 95 of 100 draws of as many posts, with replacement.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.fitting_threads import Case, cases, fitted
from bench.known_threads import named_sets
from blogimport.textpage.answering import POST, Talk, Weights, fitted_weights, reason

_DRAWS = 1000
_OTHERS = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)


@dataclass(frozen=True, slots=True)
class Guess:
    """What is guessed for a case, how likely it is, and the reason without names."""

    case: Case
    place: int
    share: float
    reason: str

    @property
    def is_right(self) -> bool:
        """Whether the guess counts as right."""
        return self.place in self.case.right

    @property
    def least(self) -> float:
        """How likely it must be to be shown."""
        return fitted_weights().enough(self.case.signs, self.place)


def guesses(known: Sequence[Case]) -> list[Guess]:
    """The likeliest place for each case, each blog by weights that were fitted without it."""
    found: list[Guess] = []
    blogs = sorted({case.conversation.blog for case in known})
    for number, blog in enumerate(blogs, 1):
        print(f"\r{number} of {len(blogs)} blogs", end="", file=sys.stderr)
        of = fitted([case for case in known if case.conversation.blog != blog])
        weights = Weights(of, {})
        talks: dict[int, Talk] = {}
        for case in (case for case in known if case.conversation.blog == blog):
            conversation = case.conversation
            talk = talks.get(id(conversation))
            if talk is None:
                talk = Talk(conversation.said, conversation.author, conversation.body)
                talks[id(conversation)] = talk
            place, share = weights.likeliest(case.signs)
            why = "" if place == POST else _reason(talk, case, place, weights)
            found.append(Guess(case, place, share, why))
    print(file=sys.stderr)
    return found


def _reason(talk: Talk, case: Case, place: int, weights: Weights) -> str:
    why = reason(talk, case.place, place, case.signs[place], weights.of)
    for name in (talk.said[place].author, talk.said[case.place].author, str(place + 1)):
        why = why.replace(name, "…") if name else why
    return why


def row(name: str, some: Sequence[Guess], least: float | None = None) -> str:
    """The figures of some guesses, a row of a table."""
    shown = [guess for guess in some if guess.place != POST and guess.share >= (least or guess.least)]
    right = sum(guess.is_right for guess in shown)
    exact = sum(guess.place == guess.case.conversation.exact[guess.case.place] for guess in shown)
    known = sum(guess.case.is_answer for guess in some)
    precision = f"{right / len(shown):.3f} ({_bounds(shown)})" if shown else "–"
    recall = f"{right / known:.3f}" if known else "–"
    return f"| {name} | {len(some)} | {known} | {len(shown)} | {right} | {exact} | {precision} | {recall} |"


def _bounds(shown: Sequence[Guess]) -> str:
    """Between which precisions most draws of as many posts lie."""
    by_post: dict[int, list[bool]] = {}
    for guess in shown:
        by_post.setdefault(guess.case.conversation.post, []).append(guess.is_right)
    posts = list(by_post.values())
    chance = random.Random(1)
    drawn = []
    for _ in range(_DRAWS):
        some = chance.choices(posts, k=len(posts))
        drawn.append(sum(map(sum, some)) / sum(map(len, some)))
    drawn.sort()
    return f"{drawn[_DRAWS // 40]:.2f} to {drawn[-_DRAWS // 40]:.2f}"


def _is(corpus: str | None, arrangement: str | None) -> Callable[[Guess], bool]:
    def test(guess: Guess) -> bool:
        conversation = guess.case.conversation
        fits = conversation.arrangement == arrangement or (
            conversation.arrangement == "either" and arrangement in ("as shown", "by date")
        )
        return corpus in (None, conversation.corpus) and (
            fits if arrangement else conversation.arrangement != "bare"
        )

    return test


def main() -> None:
    """Print the figures of each set, of all, of each reason, and at other thresholds."""
    found = guesses(cases(named_sets(sys.argv[1:])))
    head = "| comments | answers | guessed | right | exactly | precision | recall |\n|---|---|---|---|---|---|---|---|"
    print(f"| set {head}")
    corpora = sorted({guess.case.conversation.corpus for guess in found})
    for corpus in (*corpora, None):
        for arrangement in ("as shown", "by date"):
            print(row(f"{corpus or 'all'}, {arrangement}", list(filter(_is(corpus, arrangement), found))))
    stated = [guess for guess in found if not guess.case.conversation.heads_only]
    for arrangement in ("as shown", "by date"):
        print(row(f"all that state the parent, {arrangement}", list(filter(_is(None, arrangement), stated))))
    print(row("all, without names and dates", list(filter(_is(None, "bare"), found))))
    print(f"\n| reason {head}")
    whole = list(filter(_is(None, None), found))
    for why in sorted(
        {guess.reason for guess in whole if guess.place != POST and guess.share >= guess.least}
    ):
        print(row(why, [guess for guess in whole if guess.reason == why]))
    print(f"\n| likely {head}")
    for least in _OTHERS:
        print(row(str(least), whole, least))
        print(row(f"{least}, parent stated", list(filter(_is(None, None), stated)), least))
        print(row(f"{least}, without names", list(filter(_is(None, "bare"), found)), least))


if __name__ == "__main__":
    main()
