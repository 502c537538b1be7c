"""The names that themes give to elements, as patterns: words of several languages and platforms, never that of a site.

Knows no element, and not what a name that fits is believed to say.
"""

from __future__ import annotations

import re

# « comment » in the languages of blogs, as class names write it.
_COMMENT_WORD = (
    r"(?:comment(?:aire|s|aires)?|kommentare?|comentarios?|commenti?o?|reacties?|cmt|ljcmt|coment)"
)
# « cautore », « ccText »: many themes write no more of « comment » than how it begins.
_INITIAL = r"^(?:cc?|cmt|com)[-_]?"
UNIT_ID = re.compile(
    r"(?:li|div|dsq|entry|tr|dt|art|article|b|ul|blog|item|single|view)?[-_]?(?:comment(?:aire)?|"
    r"kommentar|comentario|cmt|ljcmt|comm?|reactie"
    r"|idcomment|jc|comment[-_]?(?:id|item|box|post|entry|wrapper|block|number|li|div|"
    r"body))[-_:]?[a-z]?\d+(?:[-_:]?\w{0,12})?"
    r"|c\d+|forum\d+|t\d{2,}|e?forum[-_]\d+|message[-_]?\d+|msg[-_]?\d+|reply[-_]?\d+|com-\d+"
)
UNIT_CLASS = re.compile(
    rf"(?!comments-post$)(?:{_COMMENT_WORD}"
    rf"|(?:blog|entry|single|user|post|one|the|a|my|jc|k2|wall|node|view|article|un|news|page|cb|ob|"
    rf"s|b|g|u|p)[-_]?{_COMMENT_WORD}"
    rf"|{_COMMENT_WORD}[-_]?(?:item|li|entry|box(?:style)?|block|wrap(?:per)?|row|single|node|unit|post|"
    rf"element|container|inner|holder|bubble|thread|line|card|root|odd|even|one|bloc|cell|run)"
    r"|forum-fil|h-cite|b-leaf|bcomment|message-forum|forum-message|comment-?[oe]\w{2,3}|ob-comment|"
    r"combox|pingback|trackback|jomentry\d)"
)
_ANSWER_WORD = r"(?:reponse|reply|answer|antwort|risposta|respuesta|resposta)"
ANSWER = re.compile(rf"(?:rep|{_ANSWER_WORD})[-_]?{_COMMENT_WORD}|{_COMMENT_WORD}[-_]?{_ANSWER_WORD}")
# « reply-text », « reponse »: the name of the element of a comment's text elsewhere.
ANSWER_TEXT = re.compile(
    rf"(?:admin[-_]?|host[-_]?)?{_ANSWER_WORD}(?:[-_]?(?:texte?|txt|content|body|message))?"
)
# « commentReplyMessage » beside « commentReplyOption »: what was answered, and by whom.
_ANSWER_PART = (
    rf"{_COMMENT_WORD}[-_]?{_ANSWER_WORD}[-_]?(?:message|texte?|content|body|option|info|meta|author|date)s?"
)
ANSWER_PART = re.compile(_ANSWER_PART)
UNIT_PLURAL = re.compile(
    r"comments|commentaires|kommentare|comentarios|commenti|reacties|comment[-_]?(?:thread|"
    r"container|holder|wrapper|wrap|box|block|inner|root)"
)
AREA = re.compile(
    r"comments?\b|commentlist|commentaires?|comment[-_]?(?:list|area|section|thread|container|block|"
    r"wrap)|kommentar|comentario"
    r"|\bcommenti\b|reacties|reactions?\b|responses?\b|discussion|disqus_thread|\bforum\b|"
    r"livre-?d-?or|guestbook|feedback|replies|\bcoms\b"
)
AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author|auteur|autor|autore|auteurs?|username|user-?name|user|nick(?:name)?|"
    r"pseudo(?:nym)?e?|poster|posted-?by|comment(?:er|ator|or)"
    r"|byline|nom|name|who|from|login|ljuser|i-ljuser|writer|signature|verfasser|naam|nome|nombre|"
    r"infos?-?membre|membre|anon(?:yme|ymous)?|guest|visiteur|member-name|cite-?name|comauth|fullname|comentarista)(?:$|[\s_-]|link|name)"
    r"|comment-?author|commentauthor|authorname|author-name|forum-qui|commentname|comment-?user|"
    r"comment-?name|comment-?poster|profile-?link$|(?:story|entry|post|article|item|blog)author$"
    rf"|{_INITIAL}(?:auth?or|auteur|autore?|name|nome?|user|utente|pseudo|nick|poster)$"
)
NO_AUTHOR = re.compile(
    r"bypostauthor|comment-author-(?!name|link|box)|byuser|avatar|author[-_]{0,2}(?:bio|box|info|desc|img|image|pic|photo|"
    r"url|link-|says|badge|label|title)|(?:site|blog)-?name|name-and|postauthor-|user-?(?:icon|pic|img|image|text|content|"
    r"comment)|usernames|icon"
    # Boxes to log in; « Posted on », which is put before the name.
    r"|login[-_]|[-_]login|meta-prep|-prep(?:$|[\s_-])"
)
DATE = re.compile(
    r"(?:^|[\s_-])(?:dates?|time|datetime|timestamp|published|pubdate|dt-published|posted-?on|"
    r"posted|permalink|when|heure|datum|fecha|data|timeago|dtreviewed|relative-?time|created|day|"
    r"jour|updated)(?:$|[\s_-])"
    r"|comment-?(?:date|time|permalink|metadata)|commentdate|commenttime|post-?time|time-?stamp|"
    r"(?:entry|post|article|billet|note|story|news)-?date|date-?(?:article|post|billet|entry|note|header)|published|"
    r"date-(?:time|comment)|datecom"
    rf"|{_INITIAL}(?:date|time|data|datum|fecha|timestamp)$"
)
TEXT = re.compile(
    rf"{_COMMENT_WORD}[-_]?(?:content|contents|contenu|body|text|texte|txt|message|msg|copy|inner|"
    rf"main|description|entry|post|data|desc|corps|words|bd|tekst|inhalt)(?:$|[\s_-]|\d)"
    r"|(?:^|[\s_-])(?:content|body|text|texte|txt|message|msg|copy|commentary|corps|contenu|"
    r"post-?text|entry|message-body|forum-texte|reply-content|post-body|post-message|user-text|desc|"
    r"description|inhalt|e-content|summary)(?:$|[\s_-])"
    r"|commentbody|commenttext|commentcontent|textecomment|texte_comm"
    rf"|{_INITIAL}(?:text|texte?|testo|texto|tekst|body|corps|msg|message)$"
)
# In the templates of Movable Type who and when stand there, under the text.
NO_TEXT = re.compile(r"^comments-post$")
CONTROL = re.compile(
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
NO_CONTROL = re.compile(rf"(?:with|has|no|show)[-_]?avatars?|^{_ANSWER_PART}$")
FORM = re.compile(
    r"(?:^|[\s_-])(?:respond|reply-?form|frmcomment|formulaire)|comment-?form|commentform|"
    r"add-?comment|new-?comment|leave-?(?:a-)?comment|post-?comment|write-?comment|form-?comment|"
    r"comment-?respond|commenting|comment_?post(?!er|ed|_?info|_?meta)|laisser"
)
PING = re.compile(
    r"(?:^|[\s_-])(?:pingback|trackback|pingbacks|trackbacks|pings?|pinglist|linkbacks?|"
    r"webmentions?|retroliens?)(?:$|[\s_-])"
)
ASIDE = re.compile(
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
NO_ASIDE = re.compile(
    r"has-sidebar|with-sidebar|no-sidebar|sidebar-(?:left|right|none|on|off)|right-sidebar|"
    r"left-sidebar|(?:^|\s)(?:single|page|home|blog|hentry|body)(?:$|\s)|widget-?content|ob-section|"
    r"(?:entry|post|article|item|billet|comment|story|node|note|date)[-_]?(?:header|footer|foot|bottom|top|pied)|"
    r"^crayon-|^print-(?:yes|no)$|"  # boxes of code
    r"recent-posts-wrapper|(?:header|footer|foot|pied|bas|top)[-_](?:entry|post|article|item|billet|note)"
)
POST = re.compile(
    r"(?:^|[\s_-])(?:hentry|h-entry|post|article|entry|blog-?post|blogpost|billet|blogbody|"
    r"post-?outer|note|message|story|news-?item|single-post|type-post|item-post|art|"
    r"ob-section-html)(?:$|[\s_-])|(?:^|[\s])post-?\d+|article-?\d+|entry-?\d+"
)
BODY = re.compile(
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
NO_BODY = re.compile(
    r"footer|header|meta|title|author|date|image|thumb|info|share|related|navigation|nav\b|tags|"
    r"comment|widget|excerpt-more|sidebar|link"
)
TITLE = re.compile(
    r"(?:entry|post|article|blog-?post|billet|story|note|item|node|page|single|news|content|message|"
    r"heading|asset)[-_]?(?:title|titre|titel|name|header|heading|headline)(?:$|[\s_-])|(?:^|"
    r"[\s_-])(?:title|titre|tit|headline|p-name|titel|titulo|titolo|posttitle|btitle|itemtitlestyle|entry-?title|storytitle|"
    r"subj(?:ect)?|titrearticle)\d?(?:$|[\s_-])|article-titre"
)
NO_TITLE = re.compile(
    r"blog-?(?:title|name)|site-?title|widget-?title|sub-?title|soustitre|section-?title|comments?|"
    r"related|logo|sidebar|description|header-?title|module|share|block-?title"
)
CATEGORY = re.compile(
    r"(?:^|[\s_-])(?:category|categories|cat-links|posted-in|categorie|rubrique|cat|section|"
    r"in-category|post-?cat\w*|p-category|kategorie|sujets?|entry-categories)(?:$|[\s_-])|"
    r"category-links"
)
# All categories and tags of a blog, as WordPress and Blogger list them beside its posts.
ALL_OF_BLOG = re.compile(r"^cat-item(?:$|-)|^tag-link-\d|^label-size|cloud")
TAG = re.compile(
    r"(?:^|[\s_-])(?:tags?|tags-links|post-?tags?|tag-links|labels?|post-labels|mots?-?cles?|"
    r"keywords|tag-list|entry-tags|post-tag-links|tagged)(?:$|[\s_-])"
)
META = re.compile(
    r"(?:meta|metadata|info|infos|byline|footer|details|header|posted|submitted|infoscomm|chapo|postmetadata)(?:$|[\s_-]|\d)"
    r"|(?:^|[\s_-])(?:meta|byline|posted|submitted|itemfooter|itemheader)|^comments-post$"
)
REPLIES = re.compile(
    r"(?:^|[\s_-])(?:children|child|repl(?:y|ies)|reponses?|answers?|sub-?comments?|thread|"
    r"comment_thread|nested|indented|indent|inline-thread|level-?[2-9]|respuestas|antworten|"
    r"responses|level|fil)(?:$|[\s_-])|comment-?(?:replies|children|thread)"
)
BLOG = re.compile(
    r"(?:^|[\s_-])(?:site|blog|banner|header|logo)[-_]?(?:title|name|header|titre|nom|site)(?:$|[\s_-])|"
    r"nom_site|titlewrapper|blogtitle|sitetitle|spip_logo_site"
)
UPDATED = re.compile(r"(?:^|[\s_-])(?:updated|modified|dt-updated)(?:$|[\s_-])|datemodified")
DATE_ALONE = re.compile(r"^date$|published|entry-?date|post-?date")
COMMENT_TYPES = re.compile(r"schema\.org/(?:User)?Comments?$|sioct?:Comment|sioc:Post(?! sioct:BlogPost)")
POST_TYPES = re.compile(r"schema\.org/(?:BlogPosting|Article|NewsArticle|SocialMediaPosting)$|sioct:BlogPost")
