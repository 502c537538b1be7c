"""One page, read step by step: its comments, its posts, which belongs to which, and the role of every text block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from blogimport.conversation import Remark, conversation
from blogimport.markup import Body, Element, laid_out
from blogimport.readings import FoundPost, Part
from blogimport.textpage import language_of, sights_of
from blogimport.webpage.families import Family, comment_areas, comment_family
from blogimport.webpage.fields import Fields, fields_of
from blogimport.webpage.heads import Head, head_of
from blogimport.webpage.hints import Hint
from blogimport.webpage.posts import PostPlace, post_places
from blogimport.webpage.roles import Claim, lines_and_roles
from blogimport.webpage.runs import wrap_runs
from blogimport.webpage.scan import Scan
from blogimport.webpage.stated import stated_in
from blogimport.webpage.threads import answered
from reader.archive import NewPost
from reader.models import Comment, CommentKind, Mark

# A page of which nothing is named for a post must have this much prose to be one.
_FEWEST_WORDS_UNNAMED = 60
_LONGEST_SAMPLE = 6000
_MORE = re.compile(
    r"^\W*(?:\(?(?:lire|voir|afficher) (?:la|toute la) suite|la suite|suite|continuer (?:la|à) lire|"
    r"read (?:more|on|the rest)|continue reading|more|weiterlesen|mehr lesen|weiter lesen"
    r"|leer más|seguir leyendo|sigue leyendo|continua(?: a leggere)?|leggi tutto|leia mais|"
    r"continuar lendo|ler mais|lees (?:meer|verder)|verder lezen|keep reading|"
    r"plus d'infos)\b.{0,80}$",
    re.IGNORECASE,
)
_POST_ID = re.compile(r"^(?:post|article|entry|billet|note|message|b|p)-?(\d{1,19})$", re.IGNORECASE)


@dataclass(slots=True)
class _Found:
    """A post and the places of what it was read from."""

    place: PostPlace
    head: Head
    body: Body
    skipped: list[int]
    units: list[int] = field(default_factory=list)


class Page:
    """One page, read step by step."""

    def __init__(self, root: Element, url: str | None, captured: str | None) -> None:
        self.root = root
        self.url = url
        self.captured = captured
        self.stated = stated_in(root)
        self.scan = Scan(root)
        self.language = self.stated.language or language_of(_sample(self.scan))
        self.is_language_stated = self.stated.language is not None
        self.family = self._family()
        self.units = self.family.members if self.family is not None else []
        self.areas = comment_areas(self.scan)

    def _family(self) -> Family | None:
        family = comment_family(self.scan, self.language, self.captured)
        if family is not None and family.score / len(family.members) >= 2:
            return family
        if not wrap_runs(self.scan):
            return family
        self.scan = Scan(self.root)
        again = comment_family(self.scan, self.language, self.captured)
        return again if again is not None else family

    def read(self) -> tuple[list[str], Part, Counter[str]]:
        """The text blocks of the page, its posts with the role of each block, and what was left out."""
        left_out: Counter[str] = Counter()
        found = self._posts()
        self._share(found)
        claims: list[Claim] = []
        posts: list[FoundPost] = []
        for number, one in enumerate(found):
            post, places = self._post(one, is_alone=len(found) == 1)
            posts.append(post)
            claims.extend(self._claims(one, number, places))
        lines, spans = lines_and_roles(self.root, claims)
        part = Part(tuple(posts), spans)
        around = len(lines) - sum(span.last - span.first + 1 for span in spans if span.role != "furniture")
        if around:
            left_out["lines around the posts"] = around
        return lines, part, left_out

    # --- posts --------------------------------------------------------------------------------------

    def _posts(self) -> list[_Found]:
        stated, scan = self.stated, self.scan
        places = post_places(scan, self.units, self.areas, is_article=stated.is_article)
        is_alone = len(places) == 1
        found: list[_Found] = []
        for place in places:
            holes = self._holes(place)
            head = head_of(scan, place, holes, stated, self.language, self.captured, is_alone=is_alone)
            body, skipped = self._body(place, head, holes)
            if not body.text and not body.marks:
                continue
            if (
                place.by_density
                and len(body.text.split()) < _FEWEST_WORDS_UNNAMED
                and not self.units
                and not stated.is_article
            ):
                continue
            found.append(_Found(place, head, body, skipped))
        if is_alone and self._is_absent(found):
            return []
        return found

    def _is_absent(self, found: Sequence[_Found]) -> bool:
        titles = [self.stated.title, self.stated.page_title, *(one.head.title for one in found)]
        return not self.units and any(
            title and "absent" in sights_of(part.strip())
            for title in titles
            if title
            for part in re.split(r"\s[|»–-]\s", title)
        )

    def _holes(self, post: PostPlace) -> list[int]:
        """What is not of a post: comments, forms, what stands beside it or in it."""
        scan = self.scan
        holes: list[int] = []
        until = -1
        inside = set(self.units)
        for place in range(post.first, post.last + 1):
            if place <= until:
                continue
            hint, element = scan.hints[place], scan.elements[place]
            if any(scan.holds(place, body) for body in post.bodies):
                continue
            within = any(scan.holds(body, place) for body in post.bodies)
            is_hole = (
                place in inside
                or element.tag in ("form", "nav", "script", "style", "noscript")
                or bool(hint & Hint.FORM)
            )
            if not is_hole and place in scan.asides:
                is_hole = not hint & (Hint.DATE | Hint.AUTHOR | Hint.TITLE | Hint.CATEGORY | Hint.TAG)
            if not is_hole and within and hint & Hint.CONTROL and scan.size(place) < 300:
                is_hole = True
            if is_hole:
                holes.append(place)
                until = scan.last[place]
        return holes

    def _body(self, post: PostPlace, head: Head, holes: Sequence[int]) -> tuple[Body, list[int]]:
        scan = self.scan
        skipped = [place for place in holes if any(scan.holds(body, place) for body in post.bodies)]
        said = [place for place in (head.title_at, *head.meta) if place is not None]
        skipped += [
            place for place in said if any(scan.holds(body, place) and body != place for body in post.bodies)
        ]
        for first, last in self.areas:
            # What is in a place for comments and after a post's text is none of it.
            skipped += [
                place
                for place in (first,)
                if any(scan.holds(body, place) and body != place for body in post.bodies)
                and scan.last[place] >= last
            ]
        hidden = frozenset(scan.elements[place] for place in skipped)
        text, marks = "", list[Mark]()
        for place in post.bodies:
            layout = laid_out(scan.elements[place], skipped=hidden)
            if not layout.text and not layout.marks:
                continue
            start = len(text) + 2 if text else 0
            text = f"{text}\n\n{layout.text}" if text else layout.text
            marks += [replace(mark, start=mark.start + start, end=mark.end + start) for mark in layout.marks]
        return _without_more(Body(text, tuple(marks)), head), skipped

    # --- comments -----------------------------------------------------------------------------------

    def _share(self, found: Sequence[_Found]) -> None:
        """Gives each comment to the post that it stands after."""
        if not found:
            return
        starts = [one.place.bodies[0] for one in found]
        for unit in self.units:
            index = next(
                (i for i, one in enumerate(found) if one.place.first <= unit <= one.place.last), None
            )
            if index is None:
                index = max(0, bisect_right(starts, unit) - 1)
            found[index].units.append(unit)

    def _remarks(self, units: Sequence[int]) -> list[Remark]:
        answers = answered(self.scan, units)
        remarks: list[Remark] = []
        for index, unit in enumerate(units):
            nested = _right_within(self.scan, unit, units)
            fields = fields_of(self.scan, unit, nested, self.language, self.captured)
            kind = self._kind(unit, fields)
            parent = answers[index]
            remarks.append(
                Remark(
                    id=str(index),
                    answers=None if parent is None else str(parent),
                    author=fields.author,
                    published=fields.published,
                    body=fields.body.text,
                    marks=fields.body.marks,
                    kind=kind,
                    guesses=fields.reasons,
                    place=unit,
                )
            )
        return _without_empty(remarks)

    def _kind(self, unit: int, fields: Fields) -> CommentKind:
        scan = self.scan
        names = " ".join(
            f"{scan.elements[place].get('class') or ''} {scan.elements[place].get('id') or ''}"
            for place in (unit, scan.parents[unit])
            if place >= 0 and scan.hints[place] & Hint.PING
        ).lower()
        if "pingback" in names:
            return "pingback"
        if names:
            return "trackback"
        first = fields.body.text.split("\n", 1)[0][:200]
        sights = sights_of(first)
        return "pingback" if "pingback" in sights else "trackback" if "trackback" in sights else "comment"

    # --- together -----------------------------------------------------------------------------------

    def _post(self, one: _Found, *, is_alone: bool) -> tuple[FoundPost, dict[int, int]]:
        stated, head = self.stated, one.head
        talk = conversation(self._remarks(one.units))
        guesses = dict(head.reasons)
        if not self.is_language_stated and self.language is not None:
            guesses["language"] = "told from the commonest words of the page"
        published = head.published
        comments = talk.comments
        if (
            is_alone
            and stated.published is not None
            and (
                published is None
                or (len(stated.published) > len(published) and stated.published.startswith(published[:10]))
            )
        ):
            published = stated.published
            guesses.pop("published", None)
        elif published is not None and published.startswith("--"):
            published = None
        comments = tuple(_with_year(comment, published) for comment in comments)
        url = (stated.url or self.url) if is_alone else head.url
        post = NewPost(
            key="",
            blog=stated.blog,
            title=head.title,
            author=(stated.author if is_alone else None) or head.author,
            published=published,
            url=url,
            language=self.language,
            categories=(stated.categories if is_alone else ()) or head.categories,
            tags=(stated.tags if is_alone else ()) or head.tags,
            body=one.body.text,
            marks=one.body.marks,
            comments_declared=self._declared(one, is_alone=is_alone),
            comments_open=self._open(one, is_alone=is_alone),
            guesses=guesses,
            comments=comments,
        )
        return FoundPost(post, names=self._names(one, url)), dict(talk.places)

    def _names(self, one: _Found, url: str | None) -> tuple[str, ...]:
        names = [f"url:{url}"] if url else []
        for place in (one.place.bodies[0], *self.scan.above(one.place.bodies[0])):
            match = _POST_ID.match(self.scan.elements[place].get("id") or "")
            if match and place >= one.place.first:
                names.append(f"id:{match[1]}")
                break
        return tuple(names)

    def _declared(self, one: _Found, *, is_alone: bool) -> int | None:
        """The number that stands over the comments, else by the post, else in its data."""
        if is_alone:
            first = one.units[0] if one.units else None
            places = (
                [first_ for first_, _ in self.areas] if first is None else range(max(0, first - 30), first)
            )
            for place in places:
                stop = min(place + 12, self.scan.last[place]) if first is None else place
                for near in range(place, stop + 1):
                    text = self.scan.text(near, 150) if 0 < self.scan.size(near) <= 150 else ""
                    heading = sights_of(text).get("heading") if text else None
                    if heading is not None and heading.captured.count is not None:
                        return heading.captured.count
        if one.head.declared is not None:
            return one.head.declared
        return self.stated.count if is_alone else None

    def _open(self, one: _Found, *, is_alone: bool) -> bool | None:
        if one.head.is_open is not None or not is_alone:
            return one.head.is_open
        for place, hint in enumerate(self.scan.hints):
            if hint & Hint.FORM and next(self.scan.elements[place].iter("textarea"), None) is not None:
                return True
        return None

    def _claims(self, one: _Found, number: int, places: dict[int, int]) -> list[Claim]:
        scan = self.scan
        claims = [Claim(scan.elements[place], "body", number) for place in one.place.bodies]
        claims += [Claim(scan.elements[place], "furniture", number) for place in one.skipped]
        claims += [Claim(scan.elements[place], "meta", number) for place in one.head.meta]
        if one.head.title_at is not None:
            claims.append(Claim(scan.elements[one.head.title_at], "title", number))
        by_place = {place: position for position, place in places.items()}
        claims += [
            Claim(scan.elements[place], "comment", number, by_place[place]) for place in sorted(by_place)
        ]
        return claims


def _sample(scan: Scan) -> str:
    """Enough of a page's words to tell its language."""
    pieces: list[str] = []
    count = 0
    for element in scan.root.iter("p", "div", "li", "td", "span"):
        text = (element.text or "").strip()
        if len(text) > 20:
            pieces.append(text)
            count += len(text)
            if count > _LONGEST_SAMPLE:
                break
    return " ".join(pieces)


def _right_within(scan: Scan, unit: int, units: Sequence[int]) -> list[int]:
    inner: list[int] = []
    for other in units[bisect_right(units, unit) :]:
        if other > scan.last[unit]:
            break
        if not (inner and scan.holds(inner[-1], other)):
            inner.append(other)
    return inner


def _without_empty(remarks: list[Remark]) -> list[Remark]:
    """Comments without those elements that say nothing at all; what answers these answers what they answer."""
    gone = {
        remark.id: remark.answers
        for remark in remarks
        if not remark.body and not remark.marks and not (remark.author and remark.published)
    }
    if not gone:
        return remarks
    kept: list[Remark] = []
    for remark in remarks:
        if remark.id in gone:
            continue
        parent = remark.answers
        while parent in gone:
            parent = gone[parent]
        kept.append(remark if parent == remark.answers else replace(remark, answers=parent))
    return kept


def _with_year(comment: Comment, published: str | None) -> Comment:
    """A comment whose date has no year takes that of the post, or the next where it would be earlier."""
    date = comment.published
    if date is None or not date.startswith("--"):
        return comment
    if published is None or len(published) < len("2005-11-17"):
        return replace(comment, published=None)
    year, rest = int(published[:4]), date[2:]
    if rest[:5] < published[5:10]:
        year += 1
    guesses = {
        **comment.guesses,
        "published": "the page gives no year: it is that of the post, or the one after",
    }
    return replace(comment, published=f"{year:04d}-{rest}", guesses=guesses)


def _without_more(body: Body, head: Head) -> Body:
    """A body without the link to its rest, where it is only a beginning; the head says so."""
    start = body.text.rfind("\n") + 1
    if not start or len(body.text) - start > 120 or not _MORE.match(body.text[start:]):
        return body
    text = body.text[:start].rstrip()
    head.reasons["body"] = "the page has only its beginning, with a link to the rest"
    return Body(text, tuple(mark for mark in body.marks if mark.end <= len(text)))
