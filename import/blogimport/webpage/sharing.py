"""Which elements within a text only pass its address on: rows of links to places where one shares, and frames of these.

Told by where they lead, which no theme and no language changes. Judges no words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.webpage.hints import Hint
from blogimport.webpage.scan import Scan

# A row has at most so many characters, and so many that are no links: « Dodaj ten wpis: ».
_LARGEST_ROW, _LONGEST_LABEL = 300, 40
_MOST_OF_THEM = 0.5
_SAID_OF_POST = Hint.CATEGORY | Hint.TAG | Hint.AUTHOR | Hint.DATE
# A capture of the Wayback Machine leads to its own copy of each address.
_HOST = r"^(?:(?:(?:https?:)?//web\.archive\.org)?/web/\d{4,14}\w{0,3}/)?(?:https?:)?//(?:[\w-]+\.){0,3}"
_SHARING = re.compile(
    rf"{_HOST}(?:facebook\.[a-z]+/(?:sharer|share\.php|dialog/(?:feed|share)|plugins/)"
    r"|twitter\.[a-z]+/(?:intent/(?:tweet|follow)|share\b|home/?\?status|widgets/(?:tweet|follow)_button)"
    r"|(?:delicious\.com|del\.icio\.us)/(?:post|save)|digg\.com/(?:remote-)?submit|reddit\.com/submit"
    r"|stumbleupon\.com/(?:submit|badge)|technorati\.com/faves|plus(?:one)?\.google\.com/(?:share|_/\+1)"
    r"|google\.com/(?:bookmarks/mark|reader/link|buzz/post)|(?:myweb2?\.search|bookmarks)\.yahoo\.com/"
    r"|favorites\.live\.com/quickadd|linkedin\.com/(?:shareArticle|cws/share)|pinterest\.[a-z]+/pin/create"
    r"|tumblr\.com/(?:widgets/)?share|myspace\.com/(?:Modules/PostTo|index\.cfm\?fuseaction=postto)"
    r"|friendfeed\.com/(?:share|\?url)|blogmarks\.net/(?:my/)?new|scoopeo\.com/scoop/new|wikio\.[a-z]+/(?:vote|sharethis)"
    r"|viadeo\.com/shareit|newsvine\.com/_|furl\.net/|blinklist\.com/(?:index\.php\?action|blink)|mister-wong\.[a-z]+/"
    r"(?:index\.php\?action=addurl|add_?url)|yigg\.de/neu|webnews\.de/einstellen|folkd\.com/(?:page/)?submit"
    r"|linkarena\.com/bookmarks/addlink|meneame\.net/submit|wykop\.pl/dodaj|oknotizie\.[\w.]+/post"
    r"|nujij\.nl/|ekudos\.nl/|addthis\.com/bookmark|addtoany\.com/(?:share_save|add_to)|sharethis\.com/share"
    r"|vk(?:ontakte)?\.(?:com|ru)/share|(?:api\.)?whatsapp\.com/send|getpocket\.com/(?:save|edit)"
    r"|instapaper\.com/|xing\.com/(?:app/user\?op=share|social_plugins|spi/shares)|printfriendly\.com/print|linkwithin\.com/?$)",
    re.IGNORECASE,
)


def sharing_in(scan: Scan, bodies: Sequence[int]) -> list[int]:
    """The outermost elements within some texts that are there to share them with others."""
    return scan.outermost(place for body in bodies for place in _within(scan, body))


def _within(scan: Scan, body: int) -> list[int]:
    links = [place for place in scan.tagged_in(body, "a") if _leads(scan, place, "href")]
    found = [place for place in scan.tagged_in(body, "iframe") if _leads(scan, place, "src")]
    for link in links:
        if not scan.is_in_one(link, found):
            found.append(_row(scan, link, links, body))
    return found


def _leads(scan: Scan, place: int, attribute: str) -> bool:
    return _SHARING.match((scan.elements[place].get(attribute) or "").strip()) is not None


def _row(scan: Scan, link: int, sharing: Sequence[int], body: int) -> int:
    """The largest element around a link that shares in which most links do, and little else stands.

    Themes put a row into one box with what they say of the post.
    """
    row = link
    for outer in scan.above(link):
        if outer <= body or scan.sizes[outer] > _LARGEST_ROW:
            break
        links = scan.tagged_in(outer, "a")
        count = sum(scan.holds(outer, one) for one in sharing)
        if scan.sizes[outer] - scan.linked(outer) > _LONGEST_LABEL or count < _MOST_OF_THEM * len(links):
            break
        beside = (*range(outer + 1, row), *range(scan.last[row] + 1, scan.last[outer] + 1))
        if any(scan.hints[place] & _SAID_OF_POST and scan.sizes[place] for place in beside):
            break
        row = outer
    return row
