"""Why a comment is thought to answer another, in the words of a reader.

Must not know how signs are found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from blogimport.textpage.answering.talk import Talk

# What each sign says, those first that a reader can see at a glance; {name} wrote the comment that is answered.
_CALLED = {
    "quotes": "it quotes words of this one",
    "number": "it names comment {number}",
    "at": "it names @{name}",
    "spoken_to": "it speaks to or of {name}",
    "agreed": "it speaks to or of {name}",
    "set_off": "it speaks to or of {name}",
    "thanks_for_comment_right_before": "it gives thanks for a comment, and this is the one before it",
}
# The same where one of the two is the post's author.
_OF_AUTHOR = {
    "host_in_turn": "the post's author answers several, one after another",
    "host_right_before": "the post's author speaks right after it",
    "host_asked": "the post's author answers, and this one asked something",
    "host_waited_for": "the post's author answers, and this one had no answer yet",
    "host_between": "the post's author had just answered the same person",
    "back_to_host": "the post's author had just answered the same person",
    "thanks_after_host": "it gives thanks, and the post's author had just spoken",
}
_AS_HOST = "{writer} speaks right after one person and another, as a host does"
_AFTER_HOST = "{name}, who answers the others, had just spoken"
# And where somebody behaves as the author of a post does, of whom no name is told.
_OF_HOST = {
    **dict.fromkeys(("host_right_before", "host_waited_for", "likely_host_right_before"), _AS_HOST),
    **dict.fromkeys(
        ("host_between", "back_to_host", "thanks_after_host", "back_to_likely_host"), _AFTER_HOST
    ),
}
_OTHERS = {
    "dialogue": "two people speak in turn, and this follows the other's",
    "between": "two people speak in turn, and this follows the other's",
    "thread_head": "comments below it are older, so it stands under this one",
    "within_thread": "comments below it are older, so it stands under an earlier one",
    "asked_right_before": "it comes right after this one, which asks something",
    "asked_near": "it comes soon after this one, which asks something",
    "shares_many": "the two share words that are rare here",
    "shares_two": "the two share words that are rare here",
    "came_back": "it comes right after this one, and its writer had spoken before",
    "replies_right_before": "it begins as answers do",
    "shares_one": "the two share words that are rare here",
    "within_an_hour": "it comes within the hour, right after this one",
}
_OTHERWISE = "what was said before makes this one the likeliest"
_TOLD = {**_CALLED, **_OF_AUTHOR, **_OTHERS}
_UNTOLD = {**_CALLED, **_OF_HOST, **_OTHERS}


def reason(talk: Talk, place: int, answered: int, signs: Sequence[str], weights: Mapping[str, float]) -> str:
    """What a reader can see that speaks for a comment being the one that the one at a place answers."""
    known = _TOLD if talk.hosts.told else _UNTOLD
    text = next((known[sign] for sign in known if sign in signs and weights.get(sign, 0.0) > 0), _OTHERWISE)
    return text.format(number=answered + 1, name=talk.said[answered].author, writer=talk.said[place].author)
