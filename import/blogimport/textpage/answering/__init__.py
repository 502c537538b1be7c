"""Whom each comment answers, where nothing states it: guessed from who speaks when, and from what is said.

Every earlier comment that may be meant has signs (`signs`), and so has the post; what each sign weighs was fitted to
conversations whose threads are known (`weights.toml`). A wrong guess is worse than none: where the odds are not clearly
for one comment, nothing is said. Must not know how comments were found, nor what their dump states of them.
"""

from blogimport.textpage.answering.guessing import Answer, Weights, fitted_weights, guessed_answers
from blogimport.textpage.answering.order import POST
from blogimport.textpage.answering.reasons import reason
from blogimport.textpage.answering.signs import Signs, signs_of
from blogimport.textpage.answering.talk import Said, Talk

__all__ = [
    "POST",
    "Answer",
    "Said",
    "Signs",
    "Talk",
    "Weights",
    "fitted_weights",
    "guessed_answers",
    "reason",
    "signs_of",
]
