"""What the names that themes give to elements say of them.

Words of several languages and platforms in one place; never the name of a site. Knows no tree: an element is asked
for its class, id and the like once, and each combination is understood once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from blogimport.markup import Element

_SURE = 20  # so many bits is what a standard says shifted from what a theme says


class Hint:
    """What an element may be, by its names alone: the bits of a number, because a page asks for them all the time.

    Those that are `SURE` are named by a standard (schema.org, microformats), not by a theme.
    """

    NONE = 0
    COMMENT = 1 << 0
    AREA = 1 << 1
    AUTHOR = 1 << 2
    DATE = 1 << 3
    TEXT = 1 << 4
    CONTROL = 1 << 5
    FORM = 1 << 6
    PING = 1 << 7
    ASIDE = 1 << 8
    POST = 1 << 9
    TITLE = 1 << 10
    BODY = 1 << 11
    CATEGORY = 1 << 12
    TAG = 1 << 13
    META = 1 << 14
    REPLIES = 1 << 15
    BLOG = 1 << 16
    UPDATED = 1 << 17
    ANSWER = 1 << 18
    BOOKMARK = 1 << 19
    SURE_AUTHOR = AUTHOR << _SURE
    SURE_DATE = DATE << _SURE
    SURE_TEXT = TEXT << _SURE
    SURE_POST = POST << _SURE
    SURE_TITLE = TITLE << _SURE
    SURE_BODY = BODY << _SURE
    SURE = -1 << _SURE


def _sure(hint: int) -> int:
    """A hint that a standard gives."""
    return hint | hint << _SURE


# « comment » in the languages of blogs, as class names write it.
_COMMENT_WORD = (
    r"(?:comment(?:aire|s|aires)?|kommentare?|comentarios?|commenti?o?|reacties?|cmt|ljcmt|coment)"
)
# « cautore », « ccText »: many themes write no more of « comment » than how it begins.
_INITIAL = r"^(?:cc?|cmt|com)[-_]?"
_UNIT_ID = re.compile(
    r"(?:li|div|dsq|entry|tr|dt|art|article|b|ul|blog|item|single|view)?[-_]?(?:comment(?:aire)?|"
    r"kommentar|comentario|cmt|ljcmt|comm?|reactie"
    r"|idcomment|jc|comment[-_]?(?:id|item|box|post|entry|wrapper|block|number|li|div|"
    r"body))[-_:]?[a-z]?\d+(?:[-_:]?\w{0,12})?"
    r"|c\d+|forum\d+|t\d{2,}|e?forum[-_]\d+|message[-_]?\d+|msg[-_]?\d+|reply[-_]?\d+|com-\d+"
)
_UNIT_CLASS = re.compile(
    rf"(?!comments-post$)(?:{_COMMENT_WORD}"
    rf"|(?:blog|entry|single|user|post|one|the|a|my|jc|k2|wall|node|view|article|un|news|page|cb|ob|"
    rf"s|b|g|u|p)[-_]?{_COMMENT_WORD}"
    rf"|{_COMMENT_WORD}[-_]?(?:item|li|entry|box(?:style)?|block|wrap(?:per)?|row|single|node|unit|post|"
    rf"element|container|inner|holder|bubble|thread|line|card|root|odd|even|one|bloc|cell|run)"
    r"|forum-fil|h-cite|b-leaf|bcomment|message-forum|forum-message|comment-?[oe]\w{2,3}|ob-comment|"
    r"combox|pingback|trackback|jomentry\d)"
)
_ANSWER_WORD = r"(?:reponse|reply|answer|antwort|risposta|respuesta|resposta)"
_ANSWER = re.compile(rf"(?:rep|{_ANSWER_WORD})[-_]?{_COMMENT_WORD}|{_COMMENT_WORD}[-_]?{_ANSWER_WORD}")
# « reply-text », « reponse »: the name of the element of a comment's text elsewhere.
_ANSWER_TEXT = re.compile(
    rf"(?:admin[-_]?|host[-_]?)?{_ANSWER_WORD}(?:[-_]?(?:texte?|txt|content|body|message))?"
)
_UNIT_PLURAL = re.compile(
    r"comments|commentaires|kommentare|comentarios|commenti|reacties|comment[-_]?(?:thread|"
    r"container|holder|wrapper|wrap|box|block|inner|root)"
)
_AREA = re.compile(
    r"comments?\b|commentlist|commentaires?|comment[-_]?(?:list|area|section|thread|container|block|"
    r"wrap)|kommentar|comentario"
    r"|\bcommenti\b|reacties|reactions?\b|responses?\b|discussion|disqus_thread|\bforum\b|"
    r"livre-?d-?or|guestbook|feedback|replies|\bcoms\b"
)
_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author|auteur|autor|autore|auteurs?|username|user-?name|user|nick(?:name)?|"
    r"pseudo(?:nym)?e?|poster|posted-?by|comment(?:er|ator|or)"
    r"|byline|nom|name|who|from|login|ljuser|i-ljuser|writer|signature|verfasser|naam|nome|nombre|"
    r"infos?-?membre|membre|anon(?:yme|ymous)?|guest|visiteur|member-name|cite-?name|comauth|fullname|comentarista)(?:$|[\s_-]|link|name)"
    r"|comment-?author|commentauthor|authorname|author-name|forum-qui|commentname|comment-?user|"
    r"comment-?name|comment-?poster|profile-?link$|(?:story|entry|post|article|item|blog)author$"
    rf"|{_INITIAL}(?:auth?or|auteur|autore?|name|nome?|user|utente|pseudo|nick|poster)$"
)
_NO_AUTHOR = re.compile(
    r"bypostauthor|comment-author-(?!name|link|box)|byuser|avatar|author[-_]{0,2}(?:bio|box|info|desc|img|image|pic|photo|"
    r"url|link-|says|badge|label|title)|(?:site|blog)-?name|name-and|postauthor-|user-?(?:icon|pic|img|image|text|content|"
    r"comment)|usernames|icon"
    # Boxes to log in; « Posted on », which is put before the name.
    r"|login[-_]|[-_]login|meta-prep|-prep(?:$|[\s_-])"
)
_DATE = re.compile(
    r"(?:^|[\s_-])(?:dates?|time|datetime|timestamp|published|pubdate|dt-published|posted-?on|"
    r"posted|permalink|when|heure|datum|fecha|data|timeago|dtreviewed|relative-?time|created|day|"
    r"jour|updated)(?:$|[\s_-])"
    r"|comment-?(?:date|time|permalink|metadata)|commentdate|commenttime|post-?time|time-?stamp|"
    r"(?:entry|post|article|billet|note|story|news)-?date|date-?(?:article|post|billet|entry|note|header)|published|"
    r"date-(?:time|comment)|datecom"
    rf"|{_INITIAL}(?:date|time|data|datum|fecha|timestamp)$"
)
_TEXT = re.compile(
    rf"{_COMMENT_WORD}[-_]?(?:content|contents|contenu|body|text|texte|txt|message|msg|copy|inner|"
    rf"main|description|entry|post|data|desc|corps|words|bd|tekst|inhalt)(?:$|[\s_-]|\d)"
    r"|(?:^|[\s_-])(?:content|body|text|texte|txt|message|msg|copy|commentary|corps|contenu|"
    r"post-?text|entry|message-body|forum-texte|reply-content|post-body|post-message|user-text|desc|"
    r"description|inhalt|e-content|summary)(?:$|[\s_-])"
    r"|commentbody|commenttext|commentcontent|textecomment|texte_comm"
    rf"|{_INITIAL}(?:text|texte?|testo|texto|tekst|body|corps|msg|message)$"
)
# In the templates of Movable Type who and when stand there, under the text.
_NO_TEXT = re.compile(r"^comments-post$")
_CONTROL = re.compile(
    r"repl(?:y|ies?)-?(?:link|button|to|btn|form|count|toggle)|(?:^|[\s_-])(?:reply|repondre|"
    r"respond|edit|likes?|vote[sr]?|voting|share|sharing|sharedaddy|report|avatar|avatars|gravatar|"
    r"actions?|buttons?|controls?|tools|toolbar|moderat\w*|delete|ratings?|thumb\w*|permalink-icon|"
    r"flag|userpic|pp-container|social|jp-relatedposts|like-?this|says|screen-reader-text|sr-only|"
    r"visually-?hidden|gutter|line-?(?:no|num(?:ber)?)s?|crayon-nums|item-control|admin|edit-link|floor|thread-(?:toggle|count|arrow)|"
    r"comment-(?:count|number|num|actions|links|options|tools|edit|rating|avatar|"
    r"footer-actions))(?:$|[\s_-])"
    r"|comment-?reply|reply-?link|replylink|avatar|userpic|likes-widget|thread-toggle|comment-?edit|"
    r"abuse|spam|fin-comm|user-?(?:rank|stats?)(?:$|[\s_-])"
)
# « withAvatars » says how a comment is shown, and not what it is.
_NO_CONTROL = re.compile(r"(?:with|has|no|show)[-_]?avatars?")
_FORM = re.compile(
    r"(?:^|[\s_-])(?:respond|reply-?form|frmcomment|formulaire)|comment-?form|commentform|"
    r"add-?comment|new-?comment|leave-?(?:a-)?comment|post-?comment|write-?comment|form-?comment|"
    r"comment-?respond|commenting|comment_?post(?!er|ed|_?info|_?meta)|laisser"
)
_PING = re.compile(
    r"(?:^|[\s_-])(?:pingback|trackback|pingbacks|trackbacks|pings?|pinglist|linkbacks?|"
    r"webmentions?|retroliens?)(?:$|[\s_-])"
)
_ASIDE = re.compile(
    r"recent|sidebar|widget|footer|(?:^|[\s_-])(?:nav|navbar|navigation|menu|header|banner|aside|"
    r"side|bottom|pied|breadcrumbs?|pagination|pager|related\w*|popular|archives?|blogroll|tagcloud|"
    r"cloud|calendar|search|login|cookie|ads?|pub|publicite|advert\w*|sponsor\w*|newsletter|"
    r"subscribe|toc|latest|derniers?|colonne|gauche|droite|sidecol|rail|promo|social\w*|share|"
    r"sharing|sharedaddy|partage|you-may|similaires?|connexes?|author-(?:bio|box|info)|about-author|"
    r"(?:main|primary|secondary|top|sub|site|global)(?:nav|menu)|post-nav\w*|jp-relatedposts|likes-widget|print|hidden-print|skip-link)(?:$|[\s_-])"
    # What plugins for sharing, rating, printing and related posts name their boxes.
    r"|^(?:sociable|addthis|addtoany|a2a[_-]|shareaholic|shr-|sexy-?bookmarks|printfriendly|ssba|dd_(?:outer|post_share)|"
    r"digg-digg|tweetmeme|feedflare|fb-root|g-plusone|sharethis|st_?buttons|bookmarkify|yarpp|crp_|nrelate|linkwithin|"
    r"outbrain|juiz_sps|mashsb|essb_|heateor|sfsi|partager|share42|sharediv|kk-star-ratings|gdsr|ratingblock|wpulike|"
    r"lightsocial|author-?box|saboxplugin|abh_box|wp-biographia)"
)
_NO_ASIDE = re.compile(
    r"has-sidebar|with-sidebar|no-sidebar|sidebar-(?:left|right|none|on|off)|right-sidebar|"
    r"left-sidebar|(?:^|\s)(?:single|page|home|blog|hentry|body)(?:$|\s)|widget-?content|ob-section|"
    r"(?:entry|post|article|item|billet|comment|story|node|note|date)[-_]?(?:header|footer|foot|bottom|top|pied)|"
    r"^crayon-|^print-(?:yes|no)$|"  # boxes of code
    r"recent-posts-wrapper|(?:header|footer|foot|pied|bas|top)[-_](?:entry|post|article|item|billet|note)"
)
_POST = re.compile(
    r"(?:^|[\s_-])(?:hentry|h-entry|post|article|entry|blog-?post|blogpost|billet|blogbody|"
    r"post-?outer|note|message|story|news-?item|single-post|type-post|item-post|art|"
    r"ob-section-html)(?:$|[\s_-])|(?:^|[\s])post-?\d+|article-?\d+|entry-?\d+"
)
_BODY = re.compile(
    r"(?:entry|post|article|blog|billet|story|note|single|item|node|news|message|contenu|text|page|"
    r"td)[-_]?(?:content|body|text|texte|entry|bodytext|inner-content|content-inner|copy|"
    r"main-content|message|corps|contenu|html|full)(?:$|[\s_-]|\d)"
    r"|(?:^|[\s_-])(?:e-content|articlebody|storycontent|post-?entry|entry|itemtext|text-post|"
    r"post-bodycopy|ob-sections?|ob-text|article-text|contenuarticle|texte|chapo|post-content|"
    r"excerpt|entry-summary|e-summary|post-message|body-text|storytext|asset-body|asset-content|"
    r"blogpost-body|textearticle|article-texte|field-name-body|field--name-body|itembody|"
    r"itemfulltext|itemintrotext|entrytext|post_entry|bcontent|btext|itembodystyle|divpost|post_content|"
    r"post_texte|bposttext|afficharticle|contenuarticle)(?:$|[\s_-])"
    r"|crayon article-texte"
)
_NO_BODY = re.compile(
    r"footer|header|meta|title|author|date|image|thumb|info|share|related|navigation|nav\b|tags|"
    r"comment|widget|excerpt-more|sidebar|link"
)
_TITLE = re.compile(
    r"(?:entry|post|article|blog-?post|billet|story|note|item|node|page|single|news|content|message|"
    r"heading|asset)[-_]?(?:title|titre|titel|name|header|heading|headline)(?:$|[\s_-])|(?:^|"
    r"[\s_-])(?:title|titre|tit|headline|p-name|titel|titulo|titolo|posttitle|btitle|itemtitlestyle|entry-?title|storytitle|"
    r"subj(?:ect)?|titrearticle)\d?(?:$|[\s_-])|article-titre"
)
_NO_TITLE = re.compile(
    r"blog-?(?:title|name)|site-?title|widget-?title|sub-?title|soustitre|section-?title|comments?|"
    r"related|logo|sidebar|description|header-?title|module|share|block-?title"
)
_CATEGORY = re.compile(
    r"(?:^|[\s_-])(?:category|categories|cat-links|posted-in|categorie|rubrique|cat|section|"
    r"in-category|post-?cat\w*|p-category|kategorie|sujets?|entry-categories)(?:$|[\s_-])|"
    r"category-links"
)
# All categories and tags of a blog, as WordPress and Blogger list them beside its posts.
_ALL_OF_BLOG = re.compile(r"^cat-item(?:$|-)|^tag-link-\d|^label-size|cloud")
_TAG = re.compile(
    r"(?:^|[\s_-])(?:tags?|tags-links|post-?tags?|tag-links|labels?|post-labels|mots?-?cles?|"
    r"keywords|tag-list|entry-tags|post-tag-links|tagged)(?:$|[\s_-])"
)
_META = re.compile(
    r"(?:meta|metadata|info|infos|byline|footer|details|header|posted|submitted|infoscomm|chapo|postmetadata)(?:$|[\s_-]|\d)"
    r"|(?:^|[\s_-])(?:meta|byline|posted|submitted|itemfooter|itemheader)|^comments-post$"
)
_REPLIES = re.compile(
    r"(?:^|[\s_-])(?:children|child|repl(?:y|ies)|reponses?|answers?|sub-?comments?|thread|"
    r"comment_thread|nested|indented|indent|inline-thread|level-?[2-9]|respuestas|antworten|"
    r"responses|level|fil)(?:$|[\s_-])|comment-?(?:replies|children|thread)"
)
_BLOG = re.compile(
    r"(?:^|[\s_-])(?:site|blog|banner|header|logo)[-_]?(?:title|name|header|titre|nom|site)(?:$|[\s_-])|"
    r"nom_site|titlewrapper|blogtitle|sitetitle|spip_logo_site"
)
_UPDATED = re.compile(r"(?:^|[\s_-])(?:updated|modified|dt-updated)(?:$|[\s_-])|datemodified")
_DATE_ALONE = re.compile(r"^date$|published|entry-?date|post-?date")

_LAYERS: tuple[tuple[int, re.Pattern[str], re.Pattern[str] | None], ...] = (
    (Hint.AREA, _AREA, None),
    (Hint.AUTHOR, _AUTHOR, _NO_AUTHOR),
    (Hint.DATE, _DATE, None),
    (Hint.TEXT, _TEXT, _NO_TEXT),
    (Hint.CONTROL, _CONTROL, _NO_CONTROL),
    (Hint.FORM, _FORM, None),
    (Hint.PING, _PING, None),
    (Hint.ASIDE, _ASIDE, _NO_ASIDE),
    (Hint.POST, _POST, None),
    (Hint.BODY, _BODY, _NO_BODY),
    (Hint.TITLE, _TITLE, _NO_TITLE),
    (Hint.CATEGORY, _CATEGORY, _ALL_OF_BLOG),
    (Hint.TAG, _TAG, _ALL_OF_BLOG),
    (Hint.META, _META, None),
    (Hint.REPLIES, _REPLIES, None),
    (Hint.BLOG, _BLOG, None),
    (Hint.UPDATED, _UPDATED, _DATE_ALONE),
)
_PROPERTIES: dict[str, int] = {
    **dict.fromkeys(("author", "creator", "dc:creator"), _sure(Hint.AUTHOR)),
    **dict.fromkeys(("datepublished", "datecreated", "commenttime", "dc:date"), _sure(Hint.DATE)),
    **dict.fromkeys(("text", "commenttext", "reviewbody", "sioc:content"), _sure(Hint.TEXT)),
    "comment": _sure(Hint.COMMENT),
    **dict.fromkeys(("articlebody", "content:encoded"), _sure(Hint.BODY)),
    "blogpost": _sure(Hint.POST),
    **dict.fromkeys(("headline", "dc:title"), _sure(Hint.TITLE)),
    "articlesection": _sure(Hint.CATEGORY),
    "keywords": _sure(Hint.TAG),
    "datemodified": Hint.UPDATED,
}
# Microformats: what these names mean is written down.
_STANDARD: dict[str, int] = {
    **dict.fromkeys(("fn", "reviewer"), _sure(Hint.AUTHOR)),
    "p-author": _sure(Hint.AUTHOR),
    "dt-published": _sure(Hint.DATE),
    "e-content": _sure(Hint.TEXT | Hint.BODY),
    "entry-content": _sure(Hint.BODY | Hint.TEXT),
    "entry-title": _sure(Hint.TITLE),
    "p-name": Hint.TITLE | Hint.AUTHOR,
    "hentry": _sure(Hint.POST),
    "h-entry": _sure(Hint.POST),
    "h-cite": _sure(Hint.COMMENT),
    "p-category": _sure(Hint.CATEGORY),
}
_RELATIONS = {"author": Hint.AUTHOR, "tag": Hint.TAG, "category": Hint.CATEGORY, "bookmark": Hint.BOOKMARK}
_COMMENT_TYPES = re.compile(r"schema\.org/(?:User)?Comments?$|sioct?:Comment|sioc:Post(?! sioct:BlogPost)")
_POST_TYPES = re.compile(
    r"schema\.org/(?:BlogPosting|Article|NewsArticle|SocialMediaPosting)$|sioct:BlogPost"
)
_TELLING = frozenset(("id", "rel", "itemprop", "property", "itemtype", "typeof"))
_FIGURES = "0123456789"
_NUMBER = re.compile(r"\d+")
# What counts posts and menus is another number each time, and no name is told by one of so many figures.
_LONG_NUMBER = re.compile(r"\d{4,}")


def hints_of(element: Element) -> int:
    """What the names of an element say of it."""
    return hints_of_each((element,))[0]


def hints_of_each(elements: Iterable[Element]) -> list[int]:
    """The same of each of some elements: a page asks for all of its own at once."""
    hints: list[int] = []
    for element in elements:
        found = Hint.NONE
        described = types = ""
        for name, value in element.items():
            # The commonest are compared one by one: the names are new texts each time, and looked up they are hashed.
            if name == "class":
                found |= _of_classes(value)
            elif name == "href" or name == "src" or name == "style" or name not in _TELLING:
                continue
            elif name == "id":
                found |= _of_id(value)
            elif name == "rel":
                found |= _of_relations(value)
            elif name == "itemprop" or name == "property":
                described = described or value
            else:
                types = types or value
        hints.append(found | _of_standard(described, types) if described or types else found)
    return hints


def _of_id(value: str) -> int:
    return _of_identity((value if value.isalpha() else _without_number(value)).lower())


def _without_number(identity: str) -> str:
    """An id in which any number is 0: most have one, at their end."""
    stem = identity.rstrip(_FIGURES)
    if stem.replace("-", "").replace("_", "").isalpha():
        return stem if stem == identity else f"{stem}0"
    return _NUMBER.sub("0", identity)


@lru_cache(maxsize=16384)
def _of_relations(names: str) -> int:
    found = Hint.NONE
    for name in names.lower().split():
        found |= _RELATIONS.get(name, Hint.NONE)
    return found


@lru_cache(maxsize=16384)
def _of_standard(described: str, types: str) -> int:
    found = Hint.NONE
    for name in described.lower().split():
        found |= _PROPERTIES.get(name, Hint.NONE)
    if types and _COMMENT_TYPES.search(types):
        found |= _sure(Hint.COMMENT)
    elif types and _POST_TYPES.search(types):
        found |= _sure(Hint.POST)
    return found


@lru_cache(maxsize=16384)
def _of_classes(names: str) -> int:
    found = Hint.NONE
    each = names.lower().split()
    for name in each:
        found |= _of_class(name if name.isalpha() else _LONG_NUMBER.sub("0000", name))
    # « entry-date published updated » is the one date that a theme shows.
    return found & ~Hint.UPDATED if found & Hint.UPDATED and any(map(_DATE_ALONE.search, each)) else found


# Themes share most of their words: a name is understood once in a whole crawl.
@lru_cache(maxsize=65536)
def _of_class(name: str) -> int:
    found = _said_by(name) | _STANDARD.get(name, Hint.NONE)
    is_answer = _ANSWER.fullmatch(name) is not None
    if is_answer or _UNIT_CLASS.fullmatch(name):
        found |= Hint.COMMENT
    return found | Hint.ANSWER if is_answer or _ANSWER_TEXT.fullmatch(name) else found


@lru_cache(maxsize=65536)
def _of_identity(name: str) -> int:
    found = _said_by(name)
    return found | Hint.COMMENT if _UNIT_ID.fullmatch(name) else found


def _said_by(name: str) -> int:
    found = Hint.NONE
    for hint, pattern, against in _LAYERS:
        if pattern.search(name) and not (against is not None and against.search(name)):
            found |= hint
    return found


@lru_cache(maxsize=16384)
def family_names(classes: str, identity: str) -> tuple[str, ...]:
    """By which names an element is one of several comments: its id without number, and each class that says so."""
    # « jomentry1 » and « jomentry2 » take turns.
    units = (name for name in classes.lower().split() if _UNIT_CLASS.fullmatch(name))
    names = [f".{_NUMBER.sub('0', name)}" for name in units]
    identity = identity.lower()
    if identity and _UNIT_ID.fullmatch(identity):
        names.append(f"#{_NUMBER.sub('0', identity)}")
    return tuple(names)


def is_plural(name: str) -> bool:
    """Whether a family's name is rather that of all comments together: « comments » is seldom that of one."""
    return _UNIT_PLURAL.fullmatch(name.lstrip(".")) is not None
