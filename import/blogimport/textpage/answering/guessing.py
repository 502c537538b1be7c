"""The likeliest answered comment of each, where it is likely enough, and the reason for thinking so.

Must not know what the signs are made of.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from blogimport.textpage.answering.order import POST, is_newest_first
from blogimport.textpage.answering.reasons import reason
from blogimport.textpage.answering.signs import Signs, signs_of
from blogimport.textpage.answering.talk import Said, Talk


@dataclass(frozen=True, slots=True)
class Answer:
    """The place (index) of the comment that another one answers, and the reason for thinking so."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs (log-odds), and how likely a guess must be where there is a sign (`any`: everywhere)."""

    of: Mapping[str, float]
    least: Mapping[str, float]

    def likeliest(self, signs: Signs) -> tuple[int, float]:
        """The likeliest place but for the post, and its share; `POST` where there is no other."""
        weight = self.of.get
        sums = {place: sum([weight(sign, 0.0) for sign in told]) for place, told in signs.items()}
        most = max(sums.values())
        all_odds = sum([math.exp(value - most) for value in sums.values()])
        del sums[POST]
        if not sums:
            return POST, 0.0
        # Of two as likely the later one.
        place = max(sums, key=lambda at: (sums[at], at))
        return place, math.exp(sums[place] - most) / all_odds

    def enough(self, signs: Signs, place: int) -> float:
        """How likely a place must be to be told."""
        some = self.least.keys() & {*signs[POST], *signs[place]}
        return max([self.least[sign] for sign in some], default=self.least["any"])


def guessed_answers(
    said: Sequence[Said], post_author: str | None, post_body: str = ""
) -> list[Answer | None]:
    """For each comment the one that it answers, None for the post itself or where nobody can tell.

    An answer is never to a comment that was written later, so that no answers go in a circle.
    """
    count = len(said)
    if count < 2:
        return [None] * count
    if is_newest_first([comment.published for comment in said]):
        turned = _in_order(said[::-1], post_author, post_body)
        return [answer and Answer(count - 1 - answer.place, answer.reason) for answer in reversed(turned)]
    return _in_order(said, post_author, post_body)


def _in_order(said: Sequence[Said], post_author: str | None, post_body: str) -> list[Answer | None]:
    """The answers of comments the first of which was written first, or stands above its answers."""
    talk = Talk(said, post_author, post_body)
    weights = fitted_weights()
    least = min(weights.least.values())
    answers: list[Answer | None] = []
    for place, signs in enumerate(signs_of(talk, of_likely_alone=True)):
        if len(signs) == 1:
            answers.append(None)  # nothing but the post may be meant
            continue
        answered, share = weights.likeliest(signs)
        is_likely = answered != POST and share >= least and share >= weights.enough(signs, answered)
        why = reason(talk, place, answered, signs[answered], weights.of) if is_likely else ""
        answers.append(Answer(answered, why) if is_likely else None)
    return answers


@cache
def fitted_weights() -> Weights:
    """The weights of `weights.toml`."""
    data = tomllib.loads(files("blogimport.textpage.answering").joinpath("weights.toml").read_text("utf-8"))
    return Weights(data["weights"], data["least"])
