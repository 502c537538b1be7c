"""What a page states of itself for machines: JSON-LD, Open Graph, Dublin Core, microdata, links.

Believed before anything that is shown; knows no theme.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from blogimport.markup import Element, plain
from blogimport.replays import replayed
from blogimport.textpage import plausible_name
from blogimport.webpage.dates import stated_date
from blogimport.webpage.hints import Hint
from blogimport.webpage.named import STATING, Named

_ARTICLES = frozenset(
    ("article", "blogposting", "newsarticle", "socialmediaposting", "techarticle", "report")
)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?$", re.IGNORECASE)
# « Le blog » Flux », « Le blog » Un billet Flux des commentaires », « Le blog RSS Feed », « Le blog - Atom »
_FEED_TITLE = re.compile(
    r"(?P<first>[^»]+?)\s*»\s+\S.*|"
    r"(?P<blog>.+?)\s*(?:[›–|-]\s*(?:feed|flux|rss|atom)\b.*|(?<!posts)\s(?:rss|atom)(?: [\d.]+)?(?: feed)?)",
    re.IGNORECASE,
)
_FEED_ALONE = re.compile(
    r"(?:rss|atom|feeds?|flux|comments?|commentaires|posts|articles|billets|[\d.\W])+", re.IGNORECASE
)
_DATES = (
    *("article:published_time", "og:published_time", "dc.date.issued", "dcterms.date", "dcterms.created"),
    *("dc.date", "dc.date.created", "date", "pubdate", "publish-date", "article.published"),
    *("citation_publication_date", "itemprop:datepublished", "itemprop:datecreated"),
)
_POST = re.compile(r"schema\.org/(?:BlogPosting|Article|NewsArticle)$")
_COUNT = re.compile(r"UserComments:(\d{1,6})")
_DEEPEST_DATA = 12
_LONGEST_DATA = 1_000_000


@dataclass(slots=True)
class Stated:
    """What a page says of its one post and its blog; None and empty where it says nothing."""

    title: str | None = None
    page_title: str | None = None
    author: str | None = None
    dates: tuple[str, ...] = ()
    url: str | None = None
    captured: str | None = None
    blog: str | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    is_article: bool = False
    is_list: bool = False
    count: int | None = None


def stated_in(named: Named) -> Stated:
    """All that is stated in the head of a page, and in the scripts and meta elements of its body."""
    root, stated = named.every[0], Stated()
    by_tag: dict[str, list[Element]] = {tag: [] for tag in STATING}
    for element in named.stating:
        by_tag[element.tag].append(element)
    values = _meta_values(named, by_tag["meta"])
    _from_data(by_tag["script"], stated)
    _from_meta(values, stated)
    _from_links(by_tag["link"], stated)
    language = (
        root.get("lang")
        or root.get("xml:lang")
        or _first(values, "content-language", "og:locale", "dc.language", "dcterms.language")
        or ""
    )
    match = _LANGUAGE.match(language.strip())
    stated.language = match[1].lower() if match else None
    if by_tag["title"]:
        stated.page_title = plain(by_tag["title"][0].text or "") or None
    return stated


def _meta_values(named: Named, metas: Sequence[Element]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    has_properties = False
    for meta in metas:
        told = dict(meta.items())  # all at once takes as long as two of them
        has_properties = has_properties or bool(told.get("itemprop"))
        content = told.get("content")
        name = told.get("property") or told.get("name") or told.get("http-equiv")
        if content and name:
            values.setdefault(name.strip().lower(), []).append(content.strip())
    if not has_properties:
        return values
    marked = map(named.elements.__getitem__, named.with_hints(Hint.SURE_POST))
    posts = [element for element in marked if _POST.search(element.get("itemtype") or "")]
    for meta in posts[0].iter("meta") if len(posts) == 1 else ():
        name, content = meta.get("itemprop"), meta.get("content")
        if name and content and _scope_of(meta) is posts[0]:
            values.setdefault(f"itemprop:{name.strip().lower()}", []).append(content.strip())
    return values


def _scope_of(element: Element) -> Element:
    """The thing that a property is one of."""
    return next((outer for outer in element.iterancestors() if outer.get("itemscope") is not None), None)


def _first(values: dict[str, list[str]], *names: str) -> str | None:
    return next((values[name][0] for name in names if values.get(name)), None)


def _from_meta(values: dict[str, list[str]], stated: Stated) -> None:
    kind = (_first(values, "og:type") or "").lower()
    stated.is_article = (
        stated.is_article
        or kind in ("article", "blog:post", "blogpost", "post")
        or "article:published_time" in values
    )
    stated.is_list = kind in ("blog", "website", "object", "profile")
    title = _first(values, "og:title", "dc.title", "dcterms.title", "twitter:title", "citation_title")
    stated.title = stated.title or (plain(title) or None if title else None)
    dates = (stated_date(values[name][0]) for name in _DATES if values.get(name))
    stated.dates = tuple(dict.fromkeys((*stated.dates, *(date for date in dates if date is not None))))
    for name in (
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "author",
        "citation_author",
        "twitter:creator",
    ):
        value = values.get(name, [""])[0]
        bare = plain(value)
        if (
            stated.author is None
            and bare
            and "://" not in bare
            and not bare.startswith(("@", "www."))
            and "/" not in bare
            and plausible_name(bare)
        ):
            stated.author = bare
    stated.blog = stated.blog or _plain(_first(values, "og:site_name", "application-name"))
    stated.url = stated.url or _address(
        _first(values, "og:url", "itemprop:url", "dc.identifier", "dc.identifier.uri")
    )
    counts = map(_COUNT.fullmatch, values.get("itemprop:interactioncount", ()))
    stated.count = next((int(count[1]) for count in counts if count), stated.count)
    if not stated.categories:
        stated.categories = _listed(values.get("article:section", []))
    if not stated.tags:
        stated.tags = _listed(values.get("article:tag", []))


def _plain(text: str | None) -> str | None:
    return (plain(text) or None) if text else None


def _address(text: str | None) -> str | None:
    """An address with its site, or one below it as mirrors have them; the front page is that of no post."""
    address = (text or "").strip()
    is_below = address.startswith("/") and not address.startswith("//") and len(address) > 1
    return address if is_below or address.lower().startswith(("http://", "https://")) else None


def _listed(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for value in values if (name := plain(value))))


def _from_links(links: Iterable[Element], stated: Stated) -> None:
    canonical = None
    for link in links:
        relations = (link.get("rel") or "").lower().split()
        if "canonical" in relations:
            canonical = canonical or _address(link.get("href"))
        elif "alternate" in relations and stated.blog is None and link.get("title"):
            match = _FEED_TITLE.fullmatch(plain(link.get("title")))
            name = (match["first"] or match["blog"]).strip() if match else ""
            stated.blog = name if name and not _FEED_ALONE.fullmatch(name) else None
    stated.url = canonical or stated.url
    archived = replayed(stated.url)
    if archived is not None:
        # The address within a web archive says when it took the page.
        stated.url, stated.captured = archived


# --- data in scripts --------------------------------------------------------------------------------


def _from_data(scripts: Iterable[Element], stated: Stated) -> None:
    for script in scripts:
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        for thing in _things(_parsed(script.text)):
            names = {name.lower().rsplit("/", 1)[-1] for name in _texts(thing.get("@type"))}
            if names & _ARTICLES:
                _from_article(thing, stated)
            elif "website" in names or "blog" in names:
                stated.blog = stated.blog or next(
                    (plain(name) for name in _texts(thing.get("name")) if name.strip()), None
                )


def _parsed(text: str) -> Any:
    if len(text) > _LONGEST_DATA:
        return None
    text = (
        text.strip()
        .removeprefix("<!--")
        .removesuffix("-->")
        .removeprefix("//<![CDATA[")
        .removesuffix("//]]>")
    )
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """Every object in parsed data, the outer ones first."""
    waiting = [(data, 0)]
    while waiting:
        value, depth = waiting.pop(0)
        if depth > _DEEPEST_DATA:
            continue
        if isinstance(value, dict):
            yield value
            waiting.extend((inner, depth + 1) for inner in value.values() if isinstance(inner, (dict, list)))
        elif isinstance(value, list):
            waiting.extend((inner, depth + 1) for inner in value[:500])


def _texts(value: Any) -> list[str]:
    """The words in a value that may be one, several, or things with a name."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _texts(value.get("name"))
    if isinstance(value, list):
        return [text for one in value[:100] for text in (_texts(one) if not isinstance(one, list) else [])]
    return []


def _from_article(thing: dict[str, Any], stated: Stated) -> None:
    if stated.is_article and stated.title is not None:
        return
    stated.is_article = True
    stated.title = next(
        (plain(text) for text in _texts(thing.get("headline")) or _texts(thing.get("name")) if plain(text)),
        None,
    )
    stated.author = next(
        (name for text in _texts(thing.get("author")) if (name := plain(text)) and "://" not in name), None
    )
    dates = map(stated_date, (*_texts(thing.get("datePublished")), *_texts(thing.get("dateCreated"))))
    stated.dates += tuple(date for date in dates if date is not None)
    stated.categories = _listed(
        part for text in _texts(thing.get("articleSection")) for part in text.split(",")
    )
    keywords = _texts(thing.get("keywords"))
    stated.tags = _listed([part for text in keywords for part in text.split(",")])
    count = thing.get("commentCount")
    if isinstance(count, int) or (isinstance(count, str) and count.isdecimal() and len(count) < 7):
        stated.count = int(count)
    for name in ("mainEntityOfPage", "url"):
        value = thing.get(name)
        value = value.get("@id") if isinstance(value, dict) else value
        stated.url = stated.url or (_address(value) if isinstance(value, str) else None)
