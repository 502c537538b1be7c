"""The comments of a journal, which come in several places: their texts, their states, the names of who wrote them."""

from __future__ import annotations

from html import escape

from blogimport.conversation import Remark, conversation
from blogimport.livejournal.entries import body_from, item_name
from blogimport.readings import FoundPost, Withheld
from blogimport.stamps import stamp_of
from blogimport.xmlrecords import Element, fields_of
from reader.archive import NewPost

# What a state means where others did not see the comment; A is active, F frozen: one could not answer it.
_STATES: dict[str, Withheld] = {"D": "deleted", "S": "screened", "B": "spam"}
_FIELDS = frozenset(
    ("id", "parentid", "state", "date", "subject", "body", "user", "poster", "jitemid", "itemid", "posterid")
)


class Talks:
    """All comments of a dump, by the entry that they are on; `item` is that of all, where the file's name tells it."""

    def __init__(self, scope: str, item: str | None) -> None:
        self._scope = scope
        self._item = item
        self._users: dict[str, str] = {}
        self._comments: dict[str, dict[str, str]] = {}
        self.without_entry = 0

    def name_user(self, element: Element) -> None:
        """Which name a writer's number stands for."""
        self._users[element.get("id") or ""] = (element.get("user") or "").strip()

    def add(self, element: Element) -> str:
        """One comment, or more of one; its id."""
        values = {name: value.strip() for name, value in element.attrib.items()}
        values.update({name: value for name, value in fields_of(element, _FIELDS).items() if value})
        known = self._comments.setdefault(values.get("id") or f"place {len(self._comments)}", {})
        known.update({name: value for name, value in values.items() if value})
        return values.get("id") or f"place {len(self._comments) - 1}"

    def found(self) -> tuple[list[FoundPost], dict[str, tuple[int, int]]]:
        """The posts with their comments, and for each comment its post and its position there."""
        by_item: dict[str, list[tuple[str, dict[str, str]]]] = {}
        for id_, values in self._comments.items():
            item = self._item or values.get("jitemid") or values.get("itemid")
            if item is None:
                self.without_entry += 1
                continue
            by_item.setdefault(item, []).append((id_, values))
        posts: list[FoundPost] = []
        places: dict[str, tuple[int, int]] = {}
        for item, comments in by_item.items():
            talk = conversation(
                self._remark(id_, values, place) for place, (id_, values) in enumerate(comments)
            )
            for position, place in talk.places.items():
                places[comments[place][0]] = (len(posts), position)
            post = NewPost(
                comments=talk.comments,
            )
            posts.append(
                FoundPost(
                    post,
                    (item_name(self._scope, item),),
                    withheld_comments=talk.withheld,
                    is_partial=True,
                )
            )
        return posts, places

    def _remark(self, id_: str, values: dict[str, str], place: int) -> Remark:
        source = values.get("body", "")
        subject = values.get("subject", "")
        if subject:
            source = f"<strong>{escape(subject)}</strong>\n\n{source}"
        body = body_from(source, is_preformatted=False)
        parent = values.get("parentid", "")
        user = values.get("user") or values.get("poster") or self._users.get(values.get("posterid", ""))
        return Remark(
            id=id_,
            answers=None if parent in ("", "0") else parent,
            author=user or None,
            published=stamp_of(values.get("date", "")),
            body=body.text,
            marks=body.marks,
            withheld=_STATES.get(values.get("state", "A")),
            place=place,
        )
