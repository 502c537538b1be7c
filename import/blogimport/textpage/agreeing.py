"""What the names of a whole page agree on: words that lead to all of them are a theme's, and one person has one name.

Must not know how the names were found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from blogimport.textpage.beside import names_alone
from reader.archive import NewPost

# So many different names do not begin alike by chance.
_FEWEST = 3


def with_names_alone(posts: Sequence[NewPost]) -> list[NewPost]:
    """The posts of a page with the names of all who comment and write there without what leads to them."""
    found = list(_without_lead_ins(posts))
    people = {comment.author for post in found for comment in post.comments if comment.author}
    if not people:
        return found
    writers = {post.author for post in found if post.author}
    led = [name.partition(" ") for name in people | writers if name[0].islower() and " " in name]
    leading = {word for word, _, name in led if word.islower() and name in people}
    return [_without_leading(post, leading) for post in found] if leading else found


def _without_lead_ins(posts: Sequence[NewPost]) -> Iterator[NewPost]:
    """The posts whose comments have the names of their authors alone, where those of the page agree."""
    said = [comment for post in posts for comment in post.comments if comment.kind == "comment"]
    names = [comment.author for comment in said]
    alone = names_alone(_without_first_words(names)) if len({*names} - {None}) >= _FEWEST else names
    if alone == names:
        yield from posts
        return
    rest = iter(alone)
    for post in posts:
        comments = tuple(
            replace(comment, author=next(rest)) if comment.kind == "comment" else comment
            for comment in post.comments
        )
        yield replace(post, comments=comments)


def _without_first_words(names: Sequence[str | None]) -> list[str | None]:
    """Names without the words that all begin with, the last of which is a small one: « Réaction de Zoé »."""
    words = [name.split(" ") for name in {name for name in names if name}]
    shared = 0
    for column in zip(*words, strict=False):
        if len(set(column)) > 1:
            break
        shared += 1
    while shared and not words[0][shared - 1].islower():
        shared -= 1
    return [" ".join(name.split(" ")[shared:]) or name if name else name for name in names]


def _without_leading(post: NewPost, leading: Collection[str]) -> NewPost:
    """A post without the small words that lead to names which stand on its page without them, too: « de Zoé »."""
    comments = tuple(
        replace(comment, author=_alone(comment.author, leading)) if comment.author else comment
        for comment in post.comments
    )
    author = _alone(post.author, leading) if post.author else None
    guesses = post.guesses
    if author != post.author:
        guesses = {
            **guesses,
            "author": "a small word leads to the name, and somebody of this name comments below",
        }
    return replace(post, author=author, guesses=guesses, comments=comments)


def _alone(name: str, leading: Collection[str]) -> str:
    word, _, rest = name.partition(" ")
    return rest if word in leading and rest else name
