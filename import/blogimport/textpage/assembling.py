"""From the labelled lines of a page to its posts, and to the role of each line."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.about import SAID_OF_POST, captured_in, lines_about, without_far_rows
from blogimport.textpage.bodies import body_of
from blogimport.textpage.commenting import are_said_openly, are_surely_comments, comments_of
from blogimport.textpage.cues import cue_book
from blogimport.textpage.cutting import Cut, cut_comments, head_with_title, take_ping
from blogimport.textpage.labelling import (
    FEWEST_VERSES,
    TIME_CELL,
    Labelled,
    OfLine,
    Part,
    Roles,
    Segment,
    are_one_title,
    are_verses,
    folded,
    segments_of,
    with_title_as_text,
    without_buttons,
)
from blogimport.textpage.lines import Line
from blogimport.textpage.published import carried, date_in, day_beside, day_over, day_over_title, published_of
from blogimport.textpage.restlinks import without_link_behind
from blogimport.textpage.trailing import lines_under_text
from blogimport.textpage.writing import boxed_author, without_count_behind, writer_of
from reader.archive import NewPost

_TELLING = frozenset(("byline", "head", "head_before"))
_AROUND_TEXTS = (Part.FRONT, Part.PRE, Part.HEAD, Part.BOX, Part.FOOT, Part.OVER, Part.END)
_NO_POSTS = (Part.FRONT, Part.END)
# A page whose post says less than this, without date, author or comments, is none.
_FEWEST_WORDS = 12
_CJK_WORD = 2
_QUOTES = " \xa0\"«»“”„‘’'"
_FEWEST_TAGS = 2
_LONGEST_TAG_WORDS = 3


def assemble(
    page: Sequence[Labelled], language: str | None, *, are_told: bool = False, starts: Sequence[int] = ()
) -> tuple[list[NewPost], Roles]:
    """The posts of a page in their order, and the roles of its lines; where they `are_told`, the short ones, too.

    `starts` are where all but the first begin, if that is known better than from the parts of the lines.
    """
    roles = Roles()
    posts: list[NewPost] = []
    day: str | None = None
    for segment in map(with_title_as_text, map(without_far_rows, segments_of(page, starts))):
        post = _post(segment, language, len(posts), roles, day, is_told=are_told)
        # What follows comments is no further post of that day.
        day = None if segment.of(Part.OVER, Part.THREAD) else day_over(segment) or day
        if post is not None:
            posts.append(post)
        else:
            roles.give(segment.entries, "furniture", None)
    return posts, roles


def _post(
    segment: Segment, language: str | None, index: int, roles: Roles, day: str | None, *, is_told: bool
) -> NewPost | None:
    """The post of a segment, with the roles of its lines; None where there is none.

    `day` is what stands over the posts above, and holds for all of them until another one does.
    """
    body_lines = [entry.line for entry in segment.of(Part.BODY)]
    about = lines_about(segment)
    title, title_date = _title(segment, about)
    told_over = _title_told_over(segment) if title is None else None
    published = published_of(about, title_date) or day_beside(segment, language)
    over = day_over_title(segment) if published is None else None
    if over is not None:
        published = date_in(over)
    captured = captured_in(about, published)
    declared = _declared(segment)
    thread = segment.of(Part.THREAD)
    told = captured.date or captured.author or title_date
    # A title with a date beside a post is a link to another one; a few words with comments under them are none.
    known = title is not None and bool(thread or declared is not None or (told and not index))
    # A few words with a day over them and how many comments under them are a post, too.
    is_counted = published is not None and declared is not None
    known = known or is_told or bool(thread and declared and not index)
    known = known or (is_counted and title is None and captured.author is not None)
    # Of a post that a list of posts shows, or that is a picture, its title may be all.
    is_listed = is_told and title is not None and (published is not None or bool(thread))
    # Comments may be all that is left of a page, under a heading that names their post or counts them.
    is_named = bool(thread) and (
        told_over is not None or (declared is not None and not body_lines and are_said_openly(thread))
    )
    if not body_lines and not is_listed and not is_named and not are_surely_comments(thread):
        return None
    if body_lines and not known and _is_brief(body_lines):
        return None
    is_signed = is_told or bool(captured.date or captured.author or title_date or is_counted)
    if not is_signed and not (thread or any(line.shape == "prose" for line in body_lines)):
        is_announced = declared is not None or bool(segment.of(Part.OVER))
        if not (is_announced and _are_poem(body_lines)):
            return None
    if not is_signed and not are_surely_comments(thread) and _is_absent(segment):
        return None
    title = title or told_over
    stated_author = without_count_behind(captured.author, declared)
    author = stated_author or boxed_author(segment)
    cut = _cut(segment, declared)
    if title:
        head_with_title(cut, title)
    listed = _listed_tags(segment)
    tags = _tags_in(listed) if listed else ()
    again = 0 if listed else _shown_again(title, body_lines)
    counted = 0 if listed or again else _count_over_text(declared, body_lines)
    under = lines_under_text(segment, language)
    text = body_lines[len(listed) + again + counted : len(body_lines) - len(under)]
    if text:
        text[-1] = without_link_behind(text[-1], language)
    body, marks = body_of(text)
    comments = comments_of(cut, author, published, body)
    writer = writer_of(segment, stated_author, author, body_lines, comments, language)
    if writer is not None:
        author = writer.name
        comments = comments_of(cut, author, published, body)
    guesses = {} if language is None else {"language": "told from the commonest words of the page"}
    if published is None and (published := carried(about, day)) is not None:
        guesses["published"] = "the day stands over an earlier post of the page, and no other one between"
    if tags:
        guesses["tags"] = "a list of words right under the line that says who and when"
    stated = next((entry.sights.code for entry in segment.seen_in(Part.FRONT) if entry.sights.code), None)
    if stated:
        guesses.pop("language", None)
    if writer is not None:
        guesses["author"] = writer.reason
    _give_roles(segment, cut, index, roles)
    roles.give([*listed, *([over] if over else ())], "meta", index)
    roles.give(under, "furniture", index)
    roles.give(segment.of(Part.BODY)[:again], "title", index)
    roles.give(segment.of(Part.BODY)[:counted], "meta", index)
    return NewPost(
        title=title,
        author=author,
        published=published,
        language=stated or language,
        categories=captured.categories,
        tags=captured.tags or tags,
        body=body,
        marks=marks,
        comments_declared=declared,
        comments_open=_open(segment),
        guesses=guesses,
        comments=comments,
    )


def _is_brief(lines: Sequence[Line]) -> bool:
    """Whether lines are too few words for a post."""
    words = 0
    for line in lines:
        text = line.text
        words += len(text) // _CJK_WORD if "。" in text else len(text.split(maxsplit=_FEWEST_WORDS))
        if words >= _FEWEST_WORDS:
            return False
    return True


def _are_poem(lines: Sequence[Line]) -> bool:
    return len(lines) >= FEWEST_VERSES and are_verses([line.text for line in lines])


def _is_absent(segment: Segment) -> bool:
    """Whether a page says that what was asked for is not there, or not for everyone."""
    return any("absent" in by_kind for entry in segment.entries if (by_kind := entry.sights.by_kind))


# --- the post itself --------------------------------------------------------------------------------


def _title(segment: Segment, about: Sequence[Labelled]) -> tuple[str | None, str | None]:
    """The title, and the date that an extractor has glued to its end; `about` are the lines about the post."""
    lines = segment.of(Part.TITLE)
    if not lines:
        return None, None
    dated = lines[0].sights.dated if len(lines) == 1 else None
    if dated is not None and not any(date_in(entry) for entry in about if entry.part is not Part.TITLE):
        title, date = dated
        # « Article mis à jour le 7 janvier 2020. » is neither a title nor the day when it was published
        return (None, None) if cue_book().announcing.ends_with_date_label(title) else (title, date)
    if len(lines) == 1:
        line = lines[0].line
        text = line.text if line.marker == "bullet" else line.full_text
        return _without_count(without_buttons(TIME_CELL.sub("", text)), segment), None
    # Some themes show it twice.
    texts = (
        entry.line.text if entry.line.marker == "bullet" else entry.line.full_text
        for entry in reversed(lines)
    )
    said = {folded(text): text for text in map(without_buttons, texts) if text}
    return " ".join(reversed(said.values())), None


def _title_told_over(segment: Segment) -> str | None:
    """The title that the heading over the comments repeats, for a page from which an extractor dropped it elsewhere."""
    for entry in segment.seen_in(Part.OVER):
        heading = entry.sights.get("heading")
        if heading is None or not heading.captured.title:
            continue
        title = heading.captured.title.strip(_QUOTES)
        is_quoted = heading.captured.title[0] in _QUOTES
        # « 3 commentaires pour cet article » names none.
        if title and (is_quoted or (heading.captured.count is not None and not title[0].islower())):
            return title
    return None


def _without_count(title: str, segment: Segment) -> str:
    """A title without the number that a theme prints behind it, where the heading over the comments has it without."""
    if not title[-1:].isdecimal():
        return title
    bare = title.rpartition(" ")[0]
    headings = (entry.sights.get("heading") for entry in segment.seen_in(Part.OVER))
    echoes = {
        folded(echo) for heading in headings if heading is not None and (echo := heading.captured.title)
    }
    return bare if bare and folded(bare) in echoes else title


def _count_over_text(declared: int | None, lines: Sequence[Line]) -> int:
    """How many lines of a text are the number of its comments, alone over it, as a theme has it in a balloon."""
    return int(
        len(lines) > 1 and bool(declared) and lines[0].full_text == str(declared) and lines[1].after_blank
    )


def _shown_again(title: str | None, lines: Sequence[Line]) -> int:
    """How many lines of a text are the title again, which stands over the text in a paragraph of its own."""
    is_apart = title is not None and len(lines) > 1 and lines[1].after_blank
    return int(is_apart and are_one_title(lines[0].full_text, title or ""))


def _listed_tags(segment: Segment) -> list[Labelled]:
    """The lines at the beginning of a body that are a bare list of words under the post's byline: its tags."""
    head, body = segment.of(Part.HEAD), segment.of(Part.BODY)
    if not head or not any("byline" in entry.sights for entry in head):
        return []
    listed: list[Labelled] = []
    for entry in body:
        is_under = head[-1].line.number + len(listed) + 1 == entry.line.number
        if "form" in entry.sights or (
            entry.line.marker != "bullet" and not (is_under and entry.sights.is_blind)
        ):
            break
        if entry.line.shape != "short" or entry.line.text.count(" ") >= _LONGEST_TAG_WORDS:
            return []
        listed.append(entry)
    has_text = len(body) > len(listed) and body[len(listed)].line.after_blank
    is_close = bool(listed) and listed[0].line.number == head[-1].line.number + 1
    # Nobody begins a text with a list of one word.
    is_one = (
        len(listed) == 1 and has_text and body[1].line.shape == "prose" and " " not in listed[0].line.text
    )
    return listed if has_text and (is_close or is_one or len(listed) >= _FEWEST_TAGS) else []


def _tags_in(listed: Sequence[Labelled]) -> tuple[str, ...]:
    """The words of such a list: « buzz, blogs »; of a theme whose posts may have none, there are commas alone."""
    tags = (tag.strip() for entry in listed for tag in entry.line.text.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if any(map(str.isalnum, tag))))


def _declared(segment: Segment) -> int | None:
    """The number of comments that the page gives, over them or under the post."""
    for entry in segment.seen_in(Part.OVER):
        heading = entry.sights.get("heading")
        if heading is not None and heading.captured.count is not None:
            return heading.captured.count
    for entry in segment.seen_in(Part.FOOT, Part.HEAD, Part.PRE, Part.OVER, Part.END, Part.BOX):
        for sight in (entry.sights.get("byline"), entry.sights.get("heading")):
            if entry.part is not Part.END and sight is not None and sight.captured.count is not None:
                return sight.captured.count
        # « Votre commentaire » stands over a form, and where there are no others says so.
        if "none" in entry.sights and not ("form" in entry.sights and segment.of(Part.THREAD)):
            return 0
    return None


def _open(segment: Segment) -> bool | None:
    """Whether the page says that one may still comment."""
    is_form = False
    for part in (Part.FOOT, Part.BOX, Part.OVER, Part.THREAD, Part.END):
        for entry in segment.seen_in(part):
            by_kind = entry.sights.by_kind
            if "closed" in by_kind:
                return False
            is_form = is_form or "form" in by_kind
    return True if is_form else None


# --- its comments -----------------------------------------------------------------------------------


def _cut(segment: Segment, declared: int | None) -> Cut:
    """The comments of a segment; links from other pages may be listed apart, under a heading of their own."""
    whole = Cut([])
    region: list[Labelled] = []
    regions: list[tuple[bool, list[Labelled]]] = []
    is_over, forms = False, 0
    over, thread = Part.OVER, Part.THREAD
    for part, entries in segment.runs:
        if part is thread:
            if is_over:
                continue
            if not regions:
                regions.append((False, region))
            region += entries
        elif part is Part.END:
            # What follows the end of the comments is none, unless a heading stands over it.
            if region and not is_over:
                is_over = True
                if "form" in entries[0].sights or "closed" in entries[0].sights:
                    forms = len(regions)
        elif part is over and (region or not regions):
            region, is_over = [], False
            regions.append(("pings" in entries[0].sights, region))
    is_headed = bool(segment.of(over))
    for place, (is_pings, lines) in enumerate(regions, 1):
        cut = cut_comments(lines, None if is_pings else declared, is_over_form=place == forms)
        if not is_headed and not any(piece.head for piece in cut.pieces):
            for piece in cut.pieces:
                piece.reasons["boundary"] = (
                    "nothing says that these are comments but how they sound or where they stand"
                )
        for piece in cut.pieces:
            if is_pings:
                take_ping(piece)
        whole.pieces.extend(cut.pieces)
        whole.furniture.extend(cut.furniture)
        whole.nested |= cut.nested
    return whole


# --- the roles of lines -----------------------------------------------------------------------------


def _give_roles(segment: Segment, cut: Cut, post: int, roles: Roles) -> None:
    roles.give(segment.of(Part.TITLE), "title", post)
    roles.give(segment.of(Part.BODY), "body", post)
    roles.give(segment.of(Part.THREAD), "furniture", post)
    for part in _AROUND_TEXTS:
        entries = segment.of(part)
        if entries:
            # Most of these lines say nothing, and all that stand in one part share a role.
            roles.give(entries, "furniture", None if part in _NO_POSTS else post)
            for entry in segment.seen_in(part):
                roles.by_line[entry.line.number] = _role(entry, post)
    for position, piece in enumerate(cut.pieces, 1):
        roles.give(piece.head, "comment", post, position)
        roles.give(piece.text, "comment", post, position)
    roles.give(cut.furniture, "furniture", post)


def _role(entry: Labelled, post: int) -> OfLine:
    """The role of a line around a post, and the post that it belongs to."""
    sights = entry.sights
    if entry.part in SAID_OF_POST:
        tells = not _TELLING.isdisjoint(sights.by_kind) or sights.date or sights.time
        return "meta" if tells else "furniture", post, None
    if entry.part is Part.BOX and "about" in sights:
        return "meta", post, None
    if entry.part is Part.FRONT and (sights.address or sights.code):
        return "meta", None, None
    return "furniture", None if entry.part in _NO_POSTS else post, None
