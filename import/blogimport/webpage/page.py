"""One page, read step by step: its comments, its posts, which belongs to which, and the role of every text block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from blogimport.conversation import Conversation, conversation
from blogimport.markup import Element
from blogimport.readings import FoundPost, Part
from blogimport.textpage import language_of, sight_of, with_names_alone
from blogimport.webpage.aggregated import sign_aggregated
from blogimport.webpage.answers import with_answers, wrap_answers
from blogimport.webpage.areas import comment_areas
from blogimport.webpage.barelines import unwrap, wrap_bare_lines
from blogimport.webpage.columns import sign_by_columns
from blogimport.webpage.counts import declared_over, takes_more
from blogimport.webpage.dates import agreed, day_of_address
from blogimport.webpage.families import Family, comment_family
from blogimport.webpage.fields import Comments
from blogimport.webpage.footed import wrap_footed
from blogimport.webpage.indexes import lists_others
from blogimport.webpage.looks import look_of
from blogimport.webpage.named import Named
from blogimport.webpage.orders import language_of_dates
from blogimport.webpage.pinged import Pinged, complete_each, shown_of, state
from blogimport.webpage.placed import PlacedPost, Surface, post_at
from blogimport.webpage.posts import lines_beside, post_places
from blogimport.webpage.recurring import recurring_in
from blogimport.webpage.remarks import remarks_of, with_year
from blogimport.webpage.repeated import are_apart, listed_apart, repeated_family
from blogimport.webpage.roles import Claim, roles_of
from blogimport.webpage.ruled import wrap_ruled
from blogimport.webpage.runs import wrap_bylines, wrap_marked, wrap_within
from blogimport.webpage.scan import Scan
from blogimport.webpage.stated import stated_in
from blogimport.webpage.titles import blog_shown, letters, without_blog
from blogimport.webpage.tracked import wrap_tracked
from blogimport.webpage.unnamed import read_unnamed, with_missing
from reader.archive import NewPost
from reader.models import Comment

# A page of which nothing is named for a post must have this much prose to be one.
_FEWEST_WORDS_UNNAMED = 60
_LONGEST_SAMPLE = 6000
_TEXTS = frozenset(("p", "div", "li", "td", "span"))
# Comments that tell two of author, date and text are found well enough.
_GOOD = 2
_TITLE_BORDER = re.compile(r"\s[|»–-]\s")
_POST_ID = re.compile(r"^(?:post|article|entry|billet|note|message|b|p)-?(\d{1,19})$", re.IGNORECASE)


class Page:
    """One page, read step by step."""

    def __init__(
        self, root: Element, url: str | None, captured: str | None, pinged: Sequence[Pinged] = ()
    ) -> None:
        self.root = root
        self.pinged = pinged
        self.url = url
        # Whoever walks through the whole page walks through these: the tree gives each of them much more slowly.
        named = Named(root)
        self.stated = stated_in(named)
        if url and self.stated.url:
            self.stated.url = urljoin(url, self.stated.url)
        self.captured = captured or self.stated.captured
        self.language = self.stated.language or language_of(_sample(named.every))
        # Where comments are no elements of their own they become so.
        is_wrapped = wrap_marked(named)
        self.scan = Scan(root, named.again() if wrap_answers(named) or is_wrapped else named)
        if wrap_tracked(self.scan):
            self.scan = Scan(root, self.scan.named.again())
        if self.language is None:
            self.language = language_of(" ".join(self.scan.lines.texts)[:_LONGEST_SAMPLE])
        # The language of the dates is that of the page, unless their figures tell otherwise.
        self.dating = language_of_dates(self.scan.lines.texts, self.language)
        self.comments = Comments(self.scan, self.dating, self.captured)
        self.is_ruled = False
        # The page before its bare lines were wrapped, as long as nothing else is.
        self._plain: Scan | None = None
        self.bare_lines: list[Element] = []
        self.family = self._family()
        self._unwrap()
        self.units = [] if self.family is None else with_answers(self.comments, self.family.members)
        recurring = recurring_in(self.comments, self.units)
        if recurring:
            self.comments = Comments(self.scan, self.dating, self.captured, recurring)
        sign_by_columns(self.comments, self.units)
        if not self.units and not self.stated.is_article and wrap_footed(self.scan, self.dating):
            self._scan_again()
        self.areas = comment_areas(self.scan)

    def read(self) -> tuple[list[str], Part, Counter[str]]:
        """The text blocks of the page, its posts with the role of each block, and what was left out."""
        found = self._posts()
        unnamed = None
        if not found if self.is_ruled else not self.units and all(one.place.by_density for one in found):
            shown = found[0].title if len(found) == 1 else None
            unnamed = read_unnamed(
                self.root,
                self.stated,
                self.url,
                self.captured,
                len(self.units),
                lines_beside(self.scan),
                shown.text if shown is not None and shown.place is not None else None,
            )
        lines, part = unnamed or with_missing(
            self._told(found), self.root, self.stated, self.url, self.captured
        )
        around = len(lines) - sum(
            span.last - span.first + 1 for span in part.spans if span.role != "furniture"
        )
        named = with_names_alone([found.post for found in part.posts])
        part = Part(
            tuple(replace(one, post=post) for one, post in zip(part.posts, named, strict=True)), part.spans
        )
        return lines, part, Counter({"lines around the posts": around} if around else {})

    def _family(self) -> Family | None:
        """The comments; where they become elements of their own only now, the page is scanned again."""
        family = comment_family(self.comments)
        if family is None or not family.is_named or family.quality < _GOOD:
            plain = self.scan
            self.bare_lines = wrap_bare_lines(plain, self.dating)
            if self.bare_lines:
                self._scan_again()
                self._plain = plain
                if wrap_marked(self.scan.named):
                    self._scan_again()
                family = comment_family(self.comments)
            family = repeated_family(self.comments, family) or family
        if (family is None or family.quality < _GOOD) and wrap_ruled(self.scan, self.dating):
            self.is_ruled = True
            self._scan_again()
            family = comment_family(self.comments)
        if family is None or family.quality < _GOOD or self._may_hold_more(family):
            apart = listed_apart(self.scan, self.dating)
            if apart and wrap_within(self.scan, apart):
                self._scan_again()
                family = comment_family(self.comments)
        if (family is None or family.quality < _GOOD) and wrap_bylines(self.scan):
            self._scan_again()
            family = comment_family(self.comments)
        return family

    def _unwrap(self) -> None:
        """Puts the lines that are in no comment back to where they were: what reads posts knows bare lines."""
        if not self.bare_lines:
            return
        members = [] if self.family is None else self.family.members
        units = [self.scan.elements[place] for place in members]
        within = {inner for unit in units for inner in unit.iter("span")}
        left = [line for line in self.bare_lines if line not in within]
        for line in left:
            unwrap(line)
        if left:
            if self._plain is not None and len(left) == len(self.bare_lines):
                # Nothing else has changed: the page is what it was.
                self.scan = self._plain
                self.comments = Comments(self.scan, self.dating, self.captured)
            else:
                self._scan_again()
            if self.family is not None:
                places = {element: place for place, element in enumerate(self.scan.elements)}
                self.family.members = [places[unit] for unit in units]

    def _may_hold_more(self, family: Family) -> bool:
        """Whether comments may be no elements of their own: there is text between those found, or one holds all."""
        is_one = len(family.members) == 1 and (not family.is_named or self._names_several(family.members[0]))
        return is_one or are_apart(self.scan, family.members)

    def _names_several(self, place: int) -> bool:
        """Whether elements of one look within one are named for who wrote, and name different people."""
        authors = self.scan.outermost(self.comments.fields(place, ()).own.authors)
        looks = {look_of(self.scan.elements[author]) for author in authors}
        return len(looks) == 1 and len({self.scan.text(author) for author in authors}) > 1

    def _scan_again(self) -> None:
        self._plain = None
        self.scan = Scan(self.root, self.scan.named.again())
        self.comments = Comments(self.scan, self.dating, self.captured)

    # --- posts --------------------------------------------------------------------------------------

    def _posts(self) -> list[PlacedPost]:
        stated = self.stated
        places = post_places(
            self.scan,
            self.units,
            is_article=stated.is_article,
            own=stated.url or self.url,
            title=stated.title,
        )
        is_alone = len(places) == 1
        if stated.blog is None:
            first = places[0].bodies[0] if places else len(self.scan.elements)
            stated.blog = blog_shown(self.scan, first, stated.page_title)
        pinged = self._pinged()
        if is_alone and len(pinged) == 1:
            state(pinged[0], stated, self.scan.lines.texts)
        surface = Surface(self.scan, stated, self.units, self.areas, self.dating, self.captured)
        found = [post_at(surface, place, is_alone=is_alone) for place in places]
        found = [one for one in found if one.body.text or one.body.marks or (one.title.link and not is_alone)]
        complete_each(found, pinged, self.scan.lines.texts)
        if not is_alone:
            sign_aggregated(self.scan, found)
        return [] if is_alone and self._is_none(found) else found

    def _pinged(self) -> Sequence[Pinged]:
        """What blocks for trackbacks state of posts whose titles the page shows."""
        if not self.pinged:
            return ()
        places = self.scan.titles(0, len(self.scan.elements) - 1)
        return shown_of(self.pinged, {letters(self.scan.text(place)) for place in places})

    def _is_none(self, found: Sequence[PlacedPost]) -> bool:
        """Whether a page has no post: it says so, or nothing on it is named for one and there is little prose."""
        stated = self.stated
        if self.units or not found:
            return not found
        titles = [stated.title, stated.page_title, *(one.title.text for one in found)]
        parts = (part.strip() for title in titles if title for part in _TITLE_BORDER.split(title))
        if any(sight_of(part, "absent") is not None for part in parts):
            return True
        one = found[0]
        if not stated.is_article and lists_others(self.scan, one.place.bodies, self.dating):
            return True
        # A short text with a title and a day is one; lists of dates have no title of their own, mostly.
        is_told = one.title.text is not None and one.head.published is not None
        is_unnamed = one.place.by_density and not stated.is_article and not is_told
        return is_unnamed and one.words < _FEWEST_WORDS_UNNAMED

    # --- together -----------------------------------------------------------------------------------

    def _told(self, found: Sequence[PlacedPost]) -> tuple[list[str], Part]:
        """The lines of the page, and its posts with their comments."""
        self._share(found)
        claims: list[Claim] = []
        posts: list[FoundPost] = []
        for number, one in enumerate(found):
            talk = self._talk(one.units)
            posts.append(self._post(one, talk, is_alone=len(found) == 1))
            claims += self._claims(one, number)
            claims += self._comment_claims(number, talk.places)
        if not found and self.family is not None and self.family.quality >= _GOOD:
            # A window of comments: the post that they are on is elsewhere.
            talk = self._talk(self.units)
            posts.append(self._partial(talk.comments))
            claims += self._comment_claims(0, talk.places)
        return self.scan.lines.texts, Part(tuple(posts), roles_of(self.scan, claims))

    def _share(self, found: Sequence[PlacedPost]) -> None:
        """Gives each comment to the post that it stands in or after."""
        starts = [one.place.bodies[0] for one in found]
        for unit in self.units if found else ():
            around = (one for one in found if one.place.first <= unit <= one.place.last)
            one = next(around, found[max(0, bisect_right(starts, unit) - 1)])
            one.units.append(unit)

    def _talk(self, units: Sequence[int]) -> Conversation:
        return conversation(remarks_of(self.comments, units))

    def _post(self, one: PlacedPost, talk: Conversation, *, is_alone: bool) -> FoundPost:
        stated, head = self.stated, one.head
        url = (stated.url or self.url) if is_alone else one.title.url
        address = url or one.title.link
        published, is_shown = agreed(stated.dates if is_alone else (), head.published, address)
        guesses = {**head.reasons, **self._guessed_language()}
        if not is_shown:
            guesses.pop("published", None)
        if published is None and (published := day_of_address(address)) is not None:
            guesses["published"] = "the day that stands in the address of the page"
        post = NewPost(
            blog=stated.blog,
            title=one.title.text,
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
            comments=tuple(with_year(comment, published) for comment in talk.comments),
        )
        return FoundPost(post, names=self._names(one, url))

    def _partial(self, comments: Sequence[Comment]) -> FoundPost:
        """A post of which the page has only the comments."""
        stated = self.stated
        title, url = stated.title or stated.page_title, stated.url or self.url
        published, _ = agreed(stated.dates, None, url)
        post = NewPost(
            blog=stated.blog,
            title=None if title is None else without_blog(title, stated.blog),
            published=published,
            url=url,
            language=self.language,
            comments_declared=stated.count,
            guesses={"title": "the title of a page that has only comments", **self._guessed_language()},
            comments=tuple(with_year(comment, published) for comment in comments),
        )
        return FoundPost(post, names=(f"url:{url}",) if url else (), is_partial=True)

    def _guessed_language(self) -> dict[str, str]:
        is_guess = self.language is not None and self.stated.language is None
        return {"language": "told from the commonest words of the page"} if is_guess else {}

    def _names(self, one: PlacedPost, url: str | None) -> tuple[str, ...]:
        names = [f"url:{url}"] if url else []
        for place in (one.place.bodies[0], *self.scan.above(one.place.bodies[0])):
            match = _POST_ID.match(self.scan.elements[place].get("id") or "")
            if match and place >= one.place.first:
                names.append(f"id:{match[1]}")
                break
        return tuple(names)

    def _declared(self, one: PlacedPost, *, is_alone: bool) -> int | None:
        """The number that stands over the comments, else by the post, else in its data."""
        if not is_alone:
            return one.head.declared
        declared = declared_over(self.scan, one.units, self.areas)
        if declared is None:
            declared = one.head.declared
        return self.stated.count if declared is None else declared

    def _open(self, one: PlacedPost, *, is_alone: bool) -> bool | None:
        if one.head.is_open is not None or not is_alone:
            return one.head.is_open
        return True if takes_more(self.scan) else None

    # --- roles --------------------------------------------------------------------------------------

    def _claims(self, one: PlacedPost, number: int) -> list[Claim]:
        return [
            *(Claim(place, "body", number) for place in one.place.bodies),
            *(Claim(one.place.bodies[0], role, number, number=line) for line, role in one.around.items()),
            *(Claim(place, "furniture", number) for place in one.skipped),
            *(Claim(place, "meta", number) for place in one.head.meta),
            *(Claim(place, "title", number) for place in one.titles),
        ]

    def _comment_claims(self, number: int, places: Mapping[int, int]) -> list[Claim]:
        by_place = sorted((place, position) for position, place in places.items())
        return [Claim(place, "comment", number, position) for place, position in by_place]


def _sample(elements: Sequence[Element]) -> str:
    """Enough of a page's words to tell its language."""
    pieces: list[str] = []
    count = 0
    for element in elements:
        if element.tag not in _TEXTS:
            continue
        text = (element.text or "").strip()
        if len(text) > 20:
            pieces.append(text)
            count += len(text)
            if count > _LONGEST_SAMPLE:
                break
    return " ".join(pieces)
