"""What speaks for and against each earlier comment being the one that is answered, and the post.

A sign is a word or two; how much it weighs is fitted, and stands in `weights.toml`. Must not know the weights.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping

from blogimport.textpage.answering.beginnings import Beginning
from blogimport.textpage.answering.calling import Way, number_called
from blogimport.textpage.answering.course import Course, runs_of
from blogimport.textpage.answering.glancing import (
    FEWEST_SHARED,
    SHORT,
    calls_author,
    calls_in,
    first_does,
    is_first_word,
)
from blogimport.textpage.answering.order import POST
from blogimport.textpage.answering.people import NOBODY
from blogimport.textpage.answering.talk import Talk

Signs = dict[int, list[str]]
"""For each place that may be answered, `POST` among them, its signs."""

# On a page in the order of dates the last two before are looked at, in threads the last and what it may answer.
_NEAR = 2
_MOST_ABOVE = 3
_LONG = 500
_SHORTEST_DIALOGUE = 3
_SURELY_CALLED: tuple[Way, ...] = ("at", "spoken_to", "agreed", "set_off")
_GAPS = (
    (10, "within_ten_minutes"),
    (60, "within_an_hour"),
    (480, "within_eight_hours"),
    (2880, "within_two_days"),
    (20160, "within_two_weeks"),
)
_LONG_AFTER = "after_two_weeks"
_TO_LAST: tuple[Beginning, ...] = ("replies", "thanks_for_comment")
_ROW = ("right_before", "second_before", "third_before")


def signs_of(talk: Talk, *, of_likely_alone: bool = False) -> Iterator[Signs]:
    """The signs for each comment in turn; none for those that hardly answer another, if the likely ones are wanted."""
    course = Course(talk)
    runs = runs_of(talk.of)
    for place in range(len(talk.said)):
        is_host = talk.of[place] in talk.hosts.sure
        calls = calls_in(talk, course, place) if place else {}
        begins = first_does(talk, place)
        if not place or (of_likely_alone and not calls and is_first_word(talk, course, place, begins)):
            yield {POST: []}
        else:
            yield _Look(talk, course, place, is_host, runs[place], calls, begins).signs()
        course.add(place, is_host=is_host)


class _Look:
    """One comment, and what it may answer."""

    def __init__(
        self,
        talk: Talk,
        course: Course,
        place: int,
        is_host: bool,
        run: int,
        calls: Mapping[int, Way],
        begins: Collection[Beginning],
    ) -> None:
        self.talk, self.course, self.place, self.is_host, self.run = talk, course, place, is_host, run
        self.me = talk.of[place]
        self.body = talk.said[place].body
        self.mine = course.last_by.get(self.me) if self.me != NOBODY else None
        self.begins = begins
        self.is_short = len(self.body) < SHORT
        self.calls = calls
        self.surely = sum([way in _SURELY_CALLED for way in self.calls.values()])
        number = number_called(self.body)
        self.number = number - 1 if number is not None and 1 <= number <= place else None
        quoted = talk.quoted.get(place)
        is_own = quoted is not None and talk.of[quoted] == self.me != NOBODY
        self.quoted = None if is_own else quoted
        self.shared = talk.shared[place]
        goes_on = is_host and course.turn > 0 and course.last == self.me
        self.turn = course.turn if goes_on else 0
        self.waiting = course.answering if goes_on else course.still_waiting if is_host else []
        self.back = self._answer_to_me()
        self.is_addressed = bool(self.calls) or self.number is not None or self.quoted is not None
        self.of_last = [f"{beginning}_right_before" for beginning in _TO_LAST if beginning in self.begins]
        if self.is_short:
            self.of_last.append("short_right_before")

    def _answer_to_me(self) -> int | None:
        """The first comment by the host after the last by the same visitor."""
        if self.mine is None or self.is_host:
            return None
        hosts = self.course.host_places
        at = bisect_right(hosts, self.mine)
        return hosts[at] if at < len(hosts) else None

    def signs(self) -> Signs:
        """The signs for each place that may be answered."""
        found: Signs = {place: self._of(place) for place in self._places()}
        found[POST] = self._of_post()
        return found

    def _places(self) -> list[int]:
        """The places that may be answered."""
        order, place = self.talk.order, self.place
        found: dict[int, None] = {}
        if order.by_threads:
            at = order.before[place]
            while at >= 0 and len(found) < _MOST_ABOVE:
                found[at] = None
                at = order.before[at]
            if order.head[place] >= 0:
                found[order.head[place]] = None
        else:
            found = dict.fromkeys(range(place - 1, max(-1, place - 1 - _NEAR), -1))
        for person in self.calls:
            found[self.course.last_by[person]] = None
        found.update(dict.fromkeys(self.waiting))
        if self.shared:
            most = max(self.shared, key=lambda at: (self.shared[at], at))
            if self.shared[most] >= FEWEST_SHARED:
                found[most] = None
        for told in (self.number, self.quoted, self.back):
            if told is not None:
                found[told] = None
        return list(found)

    def _of(self, at: int) -> list[str]:
        """The signs for one comment."""
        talk = self.talk
        other = talk.of[at]
        is_last = at == self.place - 1
        signs: list[str] = []
        self._place(at, signs)
        if self.is_addressed or other == self.me:
            self._names(at, other, signs)
        if self.is_host:
            self._as_host(at, other, signs)
        else:
            self._as_visitor(at, other, signs)
        if talk.hosts.likely:
            self._with_likely_host(at, other, signs)
        if talk.is_excerpt(at):
            signs.append("to_excerpt")
        if is_last:
            signs.extend(self.of_last)
        if is_last or talk.order.by_threads:
            gap = self._gap(at)
            if gap is not None:
                signs.append(gap)
        shared = self.shared.get(at)
        if shared:
            signs.append("shares_one" if shared == 1 else "shares_two" if shared == 2 else "shares_many")
        if talk.is_nameless:
            signs.append("nameless")
        return signs

    def _with_likely_host(self, at: int, other: int, signs: list[str]) -> None:
        """Where one of the two may be the host."""
        likely = self.talk.hosts.likely
        if self.me in likely and other not in likely:
            signs.append("likely_host_right_before" if at == self.place - 1 else "likely_host_elsewhere")
        elif other in likely and self.me not in likely:
            is_back = self.mine is not None and at > self.mine
            signs.append("back_to_likely_host" if is_back else "to_likely_host")

    def _place(self, at: int, signs: list[str]) -> None:
        """Where a comment stands."""
        order, place = self.talk.order, self.place
        if not order.by_threads:
            back = place - 1 - at
            if back and self._is_meant(at):
                signs.append("meant_further_up")  # who is called may stand anywhere
            else:
                signs.append(_ROW[back] if back < len(_ROW) else "further_up")
            return
        if at == place - 1:
            signs.append("thread_right_before")
        if not self._is_open(at):
            signs.append("thread_closed")
        head = order.head[place]
        if head >= 0:
            signs.append("thread_head" if at == head else "within_thread" if at > head else "above_thread")

    def _last_called(self) -> int:
        """The last comment by one of those who are surely called."""
        return max(self.course.last_by[who] for who, way in self.calls.items() if way in _SURELY_CALLED)

    def _is_meant(self, at: int) -> bool:
        """Whether a comment is quoted or numbered, or the last by a visitor who is called: the host is for the post."""
        other, hosts = self.talk.of[at], self.talk.hosts
        is_called = self.calls.get(other) in _SURELY_CALLED and self.course.last_by[other] == at
        is_visitor = other not in hosts.sure and other not in hosts.likely
        return (is_called and is_visitor) or at in (self.quoted, self.number)

    def _is_open(self, at: int) -> bool:
        """Whether a comment is one that the dates allow to be answered."""
        before = self.talk.order.before
        above = before[self.place]
        while above > at:
            above = before[above]
        return above == at

    def _names(self, at: int, other: int, signs: list[str]) -> None:
        """Who is called, or quoted."""
        way = self.calls.get(other)
        if way is not None:
            signs.append(way if self.course.last_by[other] == at else "called_before")
            hosts = self.talk.hosts
            signs.append(
                "calls_host"
                if other in hosts.sure
                else "calls_likely_host"
                if other in hosts.likely
                else "calls_visitor"
            )
            if self.surely > 1 and at != self._last_called():
                signs.append("called_too")
        elif self.surely:
            signs.append("at_another" if "at" in self.calls.values() else "calls_another")
        elif self.calls:
            signs.append("names_another")
        if self.quoted is not None:
            signs.append("quotes" if at == self.quoted else "quotes_another")
        if self.number is not None:
            signs.append("number" if at == self.number else "other_number")
        if other == self.me != NOBODY:
            signs.append("own")

    def _as_host(self, at: int, other: int, signs: list[str]) -> None:
        """A comment that the host may answer."""
        if other in self.talk.hosts.sure:
            signs.append("host_to_host")
            return
        if at == self.place - 1:
            signs.append("host_right_before")
        if at not in self.waiting:
            signs.append("host_again")
            return
        signs.append("host_waited_for")
        if len(self.waiting) == self.run > 1:
            signs.append("host_in_turn" if self.waiting[self.turn] == at else "host_out_of_turn")
        if self.talk.asks[at]:
            signs.append("host_asked")
        if len(self.waiting) == 1:
            signs.append("host_only_one")

    def _as_visitor(self, at: int, other: int, signs: list[str]) -> None:
        """A comment that a visitor may answer."""
        is_last = at == self.place - 1
        if other in self.talk.hosts.sure:
            signs.append("to_host")
            if at == self.back:
                signs.append("back_to_host")
            if is_last:
                if self.mine == self.place - 2 and self.mine is not None:
                    signs.append("host_between")
                elif self.mine is None:
                    signs.append("newcomer_after_host")
                if "thanks" in self.begins:
                    signs.append("thanks_after_host")
        elif other != self.me or self.me == NOBODY:
            if is_last:
                if self.mine is None:
                    signs.append("newcomer_right_before")
                else:
                    signs.append("between" if self.mine == self.place - 2 else "came_back")
            if self.talk.ends_asking[at]:
                is_known = self.mine is not None
                signs.append(
                    "asked_near" if not is_last else "asked_known" if is_known else "asked_right_before"
                )
        if (
            is_last
            and self.course.in_turn + 2 >= _SHORTEST_DIALOGUE
            and self.me == self.course.before_last != NOBODY
        ):
            signs.append("dialogue")

    def _gap(self, at: int) -> str | None:
        """How long after a comment it was written."""
        now, then = self.talk.minute(self.place), self.talk.minute(at)
        if now is None or then is None:
            return None
        gap = now - then
        for most, sign in _GAPS:
            if gap < most:
                return sign
        return _LONG_AFTER

    def _calls_visitor(self) -> bool:
        """Whether somebody is surely called who is no host."""
        hosts = self.talk.hosts.sure | self.talk.hosts.likely
        return any(way in _SURELY_CALLED and person not in hosts for person, way in self.calls.items())

    def _of_post(self) -> list[str]:
        """The signs for the post."""
        talk = self.talk
        who = (
            "host"
            if self.is_host
            else "likely_host"
            if self.me in talk.hosts.likely
            else "nobody"
            if talk.is_nameless
            else "newcomer"
            if self.mine is None
            else "known"
        )
        head = talk.order.head[self.place]
        above = talk.order.before[self.place]
        by_threads = talk.order.by_threads
        signs = ["post", f"post_by_{who}"]
        if talk.asks[self.place]:
            signs.append(f"post_asked_by_{who}")
        if by_threads:
            signs += (
                f"post_by_{who}_in_threads",
                "post_within_thread" if head >= 0 else "post_may_begin_thread",
            )
            if head >= 0 and talk.order.breaks > 1:
                signs.append("post_surely_within_thread")
            if above != self.place - 1:
                signs.append("post_older" if above >= 0 else "post_oldest")
        if self.is_addressed:
            self._though_addressed(signs)
        elif "greets" in self.begins:
            signs.append("post_greeted")
        if "thanks" in self.begins:
            signs.append("post_thanked")
        if "replies" in self.begins:
            signs.append("post_replied")
        if self.is_short:
            signs.append("post_short")
        elif len(self.body) > _LONG:
            signs.append("post_long")
        if self.course.last == self.me != NOBODY:
            signs.append("post_follows_own")
        if not talk.hosts.sure:
            signs.append("post_hostless")
            if calls_author(talk, self.place):
                signs.append("post_calls_author")
        if talk.is_excerpt(self.place):
            signs.append("post_excerpt")
        return signs

    def _though_addressed(self, signs: list[str]) -> None:
        """The signs for the post where somebody is called or quoted."""
        if self.surely:
            signs.append("post_though_calls")
            if self._calls_visitor():
                signs.append("post_though_calls_visitor")
        if self.quoted is not None:
            signs.append("post_though_quotes")
        if not self.talk.hosts.sure.isdisjoint(self.calls):
            signs.append("post_calls_host")
