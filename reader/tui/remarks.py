"""What the importer says of what it read, guessed and left out, in the language of the screens.

An archive holds these sentences in English, as they were when it was written, so they are known here by their words;
one that is not known is shown as it is. Knows nothing of how they come about.
"""

from __future__ import annotations

import re
from functools import cache

from reader.tui.language import _, later

_GUESSES = (
    later("a button stands under this line, as under the first of each"),
    later("a list of words beside the day, as beside the days of the page's other posts"),
    later("a list of words right under the line that says who and when"),
    later("a name alone at the other end of the only comment than when it was written"),
    later("a name beside the day, in words that may also say where the post is filed"),
    later("a small word leads to the name, and somebody of this name comments below"),
    later("both texts are long"),
    later("comments below it are older, so it stands under an earlier one"),
    later("comments below it are older, so it stands under this one"),
    later("counted back from the capture: « {} »"),
    later("counted from 1970 by the address of the comment"),
    later("it answers a comment that the dump does not hold"),
    later("it answers a comment that was left out ({})"),
    later("it asks something"),
    later("it begins as answers do"),
    later("it begins with a dash, as the first one does"),
    later("it begins with a greeting"),
    later("it begins with praise"),
    later("it begins with thanks"),
    later("it calls somebody by name"),
    later("it comes right after this one, and its writer had spoken before"),
    later("it comes right after this one, which asks something"),
    later("it comes soon after this one, which asks something"),
    later("it comes within the hour, right after this one"),
    later("it gives thanks for a comment, and this is the one before it"),
    later("it gives thanks, and the post's author had just spoken"),
    later("it is an excerpt of a page that links here"),
    later("it names @{}"),
    later("it names comment {}"),
    later("it names {}"),
    later("it quotes words of this one"),
    later("it speaks to or of {}"),
    later("it speaks to the post's author, who had named its writer there"),
    later("it speaks to {}, who signed an earlier one"),
    later("it stands right under it, signed otherwise, as answers are"),
    later("its buttons say that it answers one, and this is the last one before it that has answers"),
    later("made of the blog's address and the post's place in it"),
    later("made of the name of the file"),
    later("most lines of a text without marks are whole comments"),
    later("named after the address of the page"),
    later("named after the folder of the dump"),
    later("named after the forum at the comment service"),
    later("no author line follows it"),
    later("nothing but its words tells where the answer before it ends"),
    later("nothing says that this is a post, but the page has no other text"),
    later("nothing says that these are comments but how they sound or where they stand"),
    later("other dates of the export have their day before the month"),
    later("the date of its last change"),
    later("the day that stands in the address of the page"),
    later("the day stands over an earlier post of the page, and no other one between"),
    later("the feed holds only its beginning"),
    later("the file breaks off within it"),
    later("the first half of an e-mail address"),
    later("the first of the comments, which nothing marks"),
    later("the line before it is a name"),
    later("the line before it is an excerpt of a page that links here"),
    later("the line goes on, but somebody of this name comments below"),
    later("the lines that sign the comments of this page have one shape, and nothing else tells them"),
    later("the name stands beside the day, and somebody of this name comments below"),
    later("the page declares {} comments and this is the likeliest place for the last cut"),
    later("the page gathers several blogs, and calls the one that this is from so"),
    later("the page gives no year: it is that of the latest date before it, or the one after"),
    later("the page gives no year: it is that of the month over its posts"),
    later("the page gives no year: it is that of the post, or the one after"),
    later("the page has only its beginning, with a link to the rest"),
    later("the page says only when the post was last changed"),
    later("the page says that it lists posts, and this line stands alone over a text"),
    later("it is the first line of a poem, over which stands no other title"),
    later("the page says “{}”, and not from which day that counts"),
    later("the page says “{}”, and not in which year"),
    later("the page says “{}”, and not on which day"),
    later("its author line names {}, too"),
    later("the post's author answers several, one after another"),
    later("the post's author answers, and this one asked something"),
    later("the post's author answers, and this one had no answer yet"),
    later("the post's author had just answered the same person"),
    later("the post's author speaks right after it"),
    later("the site is theirs, and their name stands beside the day or under the text"),
    later("the text before it ends with a closing formula"),
    later("the text before it ends with a question"),
    later("the text before it ends with a smile"),
    later("the text before it ends with an exclamation"),
    later("the text before it is long"),
    later("the text before it is signed {}"),
    later("the text ends with this name, as one signs"),
    later("the text is signed so, and somebody of this name comments below"),
    later("the time of the server, not that of the journal"),
    later("the title of a page that has only comments"),
    later("the title of its thread at the comment service"),
    later("the title of the page, of which the blog's name was taken off where it is known"),
    later("the two share words that are rare here"),
    later("told from the commonest words of the page"),
    later("told from the commonest words of the text"),
    later("two people speak in turn, and this follows the other's"),
    later("{} comments run together here, and nothing tells where each begins"),
    later("what was said before makes this one the likeliest"),
    later("{} speaks right after one person and another, as a host does"),
    later("{}, who answers the others, had just spoken"),
)

_LEFT_OUT = (
    later("addresses that were moved, missing or refused"),
    later("already in the archive"),
    later("attachments"),
    later("comments on {}"),
    later("comments that are cut off"),
    later("comments that cannot be read"),
    later("deleted comments"),
    later("deleted posts"),
    later("drafts"),
    later("earlier versions of posts"),
    later("empty file"),
    later("entries without a title, a text or an address"),
    later("entries without a title, a text or comments"),
    later("feeds without an entry"),
    later("files about the site, such as a README"),
    later("files that a browser saved beside pages"),
    later("files that cannot be read"),
    later("files that hold no comment"),
    later("forms"),
    later("frames of the page"),
    later("future comments"),
    later("future posts"),
    later("hidden comments"),
    later("hidden posts"),
    later("likes and reblogs"),
    later("lines around the posts"),
    later("links of the blog"),
    later("links to files that are not there"),
    later("links to folders"),
    later("lists of the account"),
    later("menu items"),
    later("messages sent through forms"),
    later("neither files nor folders"),
    later("no kind of dump that this version reads"),
    later("no post on the page"),
    later("orders of a shop"),
    later("pages captured again without a change"),
    later("pages that a program fills from the others"),
    later("pictures, styles and scripts of the page"),
    later("pictures, styles, scripts and other files that are no pages"),
    later("posts without a title, a text or a picture"),
    later("private comments"),
    later("private posts"),
    later("protected posts"),
    later("records of no kind"),
    later("records of the kind {}"),
    later("records of the kind {} without a text"),
    later("records that are cut off"),
    later("records that cannot be read"),
    later("records without a title, a text or comments"),
    later("revisions"),
    later("rows that are cut off"),
    later("screened comments"),
    later("settings and templates"),
    later("settings, styles and code"),
    later("spam comments"),
    later("spam posts"),
    later("states of comments whose text the dump does not hold"),
    later("templates of the site"),
    later("threads without comments"),
    later("trash comments"),
    later("trash posts"),
    later("unapproved comments"),
    later("unapproved posts"),
    later("{} comments"),
    later("{} posts"),
)

# Why a blog did not show something, as the value of a sentence.
_STATES = (
    later("deleted"),
    later("hidden"),
    later("later"),
    later("screened"),
    later("spam"),
    later("trash"),
    later("unapproved"),
)

# What kind of dump something was read from.
_FORMATS = (
    later("Blogger export"),
    later("Blogger interface"),
    later("Disqus export"),
    later("Dotclear backup"),
    later("Ghost export"),
    later("LiveJournal export"),
    later("Medium export"),
    later("Movable Type export"),
    later("Over-blog export"),
    later("Substack export"),
    later("Tumblr export"),
    later("WordPress export"),
    later("feed"),
    later("post file"),
    later("saved page"),
    later("saved page (MHTML)"),
    later("text page"),
)

# What is put into these is a remark itself; what is put into others is a name, or words of the dump.
_OF_REMARKS = ("comments on {}", "it answers a comment that was left out ({})")


def remark(text: str) -> str:
    """A reason of the importer, or its name for a format, in the language of the screens."""
    exact, patterns = _known()
    if text in exact:
        return _(text)
    for template, pattern in patterns:
        found = pattern.fullmatch(text)
        if found is not None:
            values = found.groups()
            return _(template).format(*(map(remark, values) if template in _OF_REMARKS else values))
    return text


@cache
def _known() -> tuple[frozenset[str], list[tuple[str, re.Pattern[str]]]]:
    """The sentences without values, and the patterns of the others, those that say most first."""
    everything = (*_GUESSES, *_LEFT_OUT, *_STATES, *_FORMATS)
    templates = sorted((text for text in everything if "{}" in text), key=len, reverse=True)
    patterns = [
        (text, re.compile(re.escape(text).replace(re.escape("{}"), "(.+)"), re.DOTALL)) for text in templates
    ]
    return frozenset(text for text in everything if "{}" not in text), patterns
