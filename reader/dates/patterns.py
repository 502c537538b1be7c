"""What dates and times look like in a text, and what tells at little cost that there is none.

Contains no name of a month: most that these patterns fit is no date.
"""

from __future__ import annotations

import re

# White space and dashes between a day and its time: without a limit, long runs of them take quadratic time.
_GAP = 12
# No time that belongs to a day begins further behind it: two gaps, two words between, the hour.
FAR = 2 * _GAP + 24
# Where a pattern begins with a figure and looks back behind it, not before it, Python passes over all else at once.
_WORD = r"[^\W\d_]{2,14}"
# « 29 décembre 201312 juillet 2014 »: themes put when a post was changed right behind when it was written.
# « 21 · May · 2026 »: some put signs between.
DAY_FIRST = re.compile(
    rf"(?P<day>\d(?:(?<!\d\d)|(?<=\s(?:19|20)\d\d\d))\d?)(?:\s?er|ère|st|nd|rd|th|e|º|ª|°|\.)?"
    rf"(?:\s*(?:(?:de|of)\s+|d['’]|/\s?|·\s(?={_WORD}\s·\s(?:19|20)\d\d))?|-(?={_WORD}\.?-\d\d))(?P<month>{_WORD})\.?(?:\s?,)?"
    r"(?:\s*[/·]|-(?=\d\d)|\s+(?:de|del|do)\b)?(?:\s*(?P<year>\d{4})(?!\d(?!\d?\.?\s[^\W\d_]))(?:\s?г\b\.?)?"
    # « 11 fév 06 à 15:30 »: two figures that a time follows, by a word for one, are no hour.
    r"|\s*(?:['’]|(?<=[^\W\d_]-)|(?<=\.-)|(?=\d\d\s(?:à|at|um|om|@)\s\d\d?[:hH]\d\d\b))(?P<short>\d\d)\b)?"
)
MONTH_FIRST = re.compile(
    rf"(?<![^\W\d_])(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    # « Mar 142006 », of a leaf whose parts are glued
    r"(?:[.,]?\s+|(?<=\s\d\d)(?=(?:19|20)\d\d(?!\d)))(?:(?P<year>\d{4})(?!\d)|['’](?P<short>\d\d)\b)"
)
# „2008. május 5.“, “2009, Mar 31”
YEAR_FIRST = re.compile(
    rf"(?P<year>(?:19|20)(?<![\d/.-]\d\d)\d\d)[.,]?\s+(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?![\d:]|\.\d)\.?"
)
MONTH_YEAR = re.compile(
    rf"(?<![^\W\d_])(?P<month>{_WORD})\.?\s+(?:de\s+|del\s+|do\s+)?(?P<year>(?:19|20)[0-9]{{2}})(?!\d)"
)
# « 17.07, 2011 », « 12/5 2005 »: the year may stand apart. « 12·05·2005 »: with rare signs only a whole year tells.
# « 02/02/200707/07/2010 »: two may be glued. « 6.11.2015/in Voyages » is no path.
FIGURES = re.compile(
    r"(?P<a>\d(?:(?<![\d/.-]\d)|(?<=[/.-](?:19|20)\d\d\d))\d{0,3})\s?"
    r"(?P<mark>[/.-]|[·•|_–](?=\s?\d\d?\s?[·•|_–]\s?(?:19|20)\d\d))\s?(?P<b>\d{1,2})"
    r"(?:\s?(?P=mark)\s?['’]?|(?:(?<=[./]\d\d)|(?<=/\d)),?[\s-](?=(?:19|20)\d\d(?![\d:])))"
    r"(?P<c>\d{4}|\d\d)(?:(?![\d/]|[.-]\d(?!\d?:\d\d))|(?=\d\d(?P=mark)\d\d(?P=mark)(?:19|20)\d\d)"
    r"|(?<=\.(?:19|20)\d\d)(?=/[^\W\d_]))"
)
# `01 07 2007` at the beginning of a line, or behind « Le », as themes write it, and `1 7 2007` as all of one: within
# one these are figures of something else.
SPACED = re.compile(
    r"(?:\A|(?<=\A[Ll]e ))(?=\d\d \d\d |\d\d? \d\d? \d{4}(?:\Z|\s\d\d?:\d\d))"
    r"(?P<a>\d\d?)(?P<mark> )(?P<b>\d\d?) (?P<c>(?:19|20)\d\d)(?![\d-]| \d\d?(?!\d*:))"
)
# What makes a date of `8.6.05`, which is a version number as often.
TIME_BEHIND = re.compile(r"[\s,|/@)à-]{1,4}\d{1,2}[:hH]\d\d")
# `Nov. 3`; what states a year, a time or a number of days is another date.
MONTH_DAY = re.compile(
    rf"(?<![^\W\d_])(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.'/-]|,?\s+'?\d\d(?!:\d))"
)
FIGURE = re.compile(r"\d")
FIGURE_AFTER_SPACE = re.compile(r"\d(?<=\s\d)")
# `03/05 at 08:15 AM`
SHORT_FIGURES = re.compile(
    r"(?P<a>\d(?<![\d/.-]\d)\d?)/(?P<b>\d{1,2})(?=,?\s+(?:[^\W\d_]{1,3}|@)?\s*\d{1,2}:\d\d)"
)
CJK = re.compile(
    r"(?P<year>\d(?<!\d\d)\d{3})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일号]"
)
# What stands at the end of a date with the month first, and of a month with its year: a search for figures is
# a fifth of the cost of one for words.
DAY_AND_YEAR = re.compile(r"\d(?:st|nd|rd|th)?[.,]?\s+(?:\d{4}(?!\d)|['’]\d\d\b)")
BARE_YEAR = re.compile(r"(?:1(?<=\s1)9|2(?<=\s2)0)[0-9]{2}(?!\d)")
FIGURE_BEFORE_WORD = re.compile(r"\d[^\W\d_]?\W*[^\W\d_]{2}")
MARK = re.compile(r"\d\s?[/.·•|_–-]\s?\d")
# The calendar header of an old platform: `05 /12 /décembre /2008 10:00`.
CALENDAR = re.compile(
    rf"(?P<day>\d(?<!\d\d)\d?)\s*/\s*(?P<number>\d\d)\s*/\s*{_WORD}\.?\s*/\s*(?P<year>\d{{4}})(?!\d)"
)
_TIME = (
    r"(?P<hour>[01]?\d|2[0-4])(?:\s?[:.]\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?|\s?[hHuU](?:eures?|ur|hr|rs?|s)?\s?(?P<minute_h>[0-5]\d)?|(?=\s?[aApPπμ]\.?[mMμ]\b))"
    r"(?:\s?(?:min|mn|h|[uU]hr)\b)?(?!\d|\.(?:19|20)\d\d|(?<=[a-zA-Z])[^\W\d_])"
    r"(?:\s?(?P<half>[aApPπμΠΜ])\.?\s?[mMμΜ]\b\.?)?"
)
WITH_TIME = re.compile(
    rf"(?P<gap>[\s,;@|·•»–—/-]{{0,{_GAP}}}(?P<bracket>[(\[])?(?:(?P<joiner>[^\W\d_]{{1,9}}(?:,?\s[^\W\d_]{{2,5}})?)\.?)?[\s:,]{{0,{_GAP}}}){_TIME}"
)
# An hour without minutes is a time beside a day alone: « 05.12.06 / 11pm ».
ONLY_TIME = re.compile(rf"(?<![\d:/.])(?!\d{{1,2}}\s?[aApP]\.?[mM]\b){_TIME}")
# What every time has somewhere.
MAY_BE_TIME = re.compile(r"\d\s?[:.hHuUaApP]")
# What every date has somewhere: four figures together, figures with a mark between, a figure before or after a word.
MAY_BE_DATE = re.compile(r"\d(?:\d{3}|[.,]?\s+['’]\d\d|\s?[/.-]\s?\d|[^\d\s]{0,3}\s*[^\W\d_]{2}|(?<=\s\d))")
# « March 5, 2007 - Monday - 8:15 AM », `2008-03-04(Tue) 10:12`
WEEKDAY_AFTER = re.compile(r"\s?[,-]?\s?(?:\([^\W\d_]{1,3}\)|(?P<word>[^\W\d_]{5,})(?![^\W\d_]))")
# « Dec 28 Sat 2013 »
WEEKDAY_YEAR = re.compile(
    r"[,.]?\s+\(?(?P<word>[^\W\d_]{2,10})[.,)]{0,2}\s+(?P<year>(?:19|20)[0-9]{2})(?!\d)"
)
BEFORE = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?)[.,]?,?\s+$")
# « Thu May 12 14:32:05 CEST 2005 », as programs write it.
YEAR_BEHIND_TIME = re.compile(r"\s(?:[A-Z]{3,4}\s)?(?P<year>(?:19|20)[0-9]{2})(?![\d:/.-])")
CLOSING = {"(": ")", "[": "]"}
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
OFFSET = re.compile(r"(?:[.,]\d+)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)(?!\d)")
UNIT = re.compile(r"\s?([^\W\d_]{1,6})\b")
