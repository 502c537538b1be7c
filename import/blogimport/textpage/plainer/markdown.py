"""A dump in Markdown as plain lines: what begins and joins its lines; `inlines` has what stands within them.

html2text, Trafilatura, Turndown and the readers for language models each write it in their own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from blogimport.textpage.plainer.inlines import plain_inline
from blogimport.textpage.plainer.page import PlainLine
from blogimport.textpage.plainer.wrapping import MOST_JOINED, goes_on, indent_of, together, width_of
from reader.models import Mark

_RULE = re.compile(r"\s{0,3}(?:\*(?:\s*\*){2,}|-(?:\s*-){2,}|_(?:\s*_){2,}|={3,})\s*")
_TABLE_RULE = re.compile(r"(?=.*\|)(?=.*-{3})[|\s:-]+")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})[^`]*")
_DEFINITION = re.compile(r"\s{0,3}\[([^\]^]+)\]:\s+<?((?:https?:|/|#|mailto:)[^\s>]*)>?(?:\s+[\"'(].*)?")
# html2text gives at the end what abbreviations stand for.
_ABBREVIATION = re.compile(r"\s{0,3}\*\[[^\]]+\]:\s.*")
_PREFIX = re.compile(r"(?P<quote>(?:\s{0,3}>\s?)*)(?P<indent>\s*)(?P<item>(?:[*+-]|\d{1,4}[.)])(?:\s+|$))?")
_EMPTY_ITEM = re.compile(r"[*+-]\s+(?=[*+-](?:\s|$))")
_HEADING = re.compile(r"(#{1,6})(?:\s+|$)")
_HEADING_END = re.compile(r"\s+#+\s*$")
_BEGINS = re.compile(r"\s*(?:[*+-]\s|\d{1,4}[.)]\s|#{1,6}\s|>|\||[`~]{3})")
# An address or a title of a link that the line breaks off in.
_OPEN_ADDRESS = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\))*$|\]\(\S+\s+\"[^\"]*$")
_ONLY_OPENED = re.compile(r"\s*!?\[\s*\\?")
_ONLY_CLOSED = re.compile(r"\s*\]\((?:https?:|/|#)[^\s()]*(?:\s\"[^\"]*\")?\)\s*")
_LONGEST_ADDRESS = 600
# Code is indented by so much, and what goes on in a list by as much.
_CODE_INDENT = 4


def plain_of_markdown(texts: Sequence[str], skipped: int = 0) -> list[PlainLine]:
    """The plain lines of a dump in Markdown, but for so many of its first lines."""
    lines = _joined(texts[skipped:], skipped + 1)
    definitions = {
        match[1].lower(): match[2]
        for line in lines
        if line.text.lstrip().startswith("[") and (match := _DEFINITION.fullmatch(line.text))
    }
    return list(_plain(lines, definitions))


def _joined(texts: Sequence[str], number_of_first: int) -> list[PlainLine]:
    """The lines with those as one that were broken at a width, or within an address."""
    width = width_of(texts, breaks_words=True, is_strict=False)
    lines: list[PlainLine] = []
    last = ""
    is_code = False
    for number, text in enumerate(texts, number_of_first):
        is_fence = text.lstrip()[:3] in ("```", "~~~")
        if (
            lines
            and not (is_code or is_fence)
            and lines[-1].last - lines[-1].first < MOST_JOINED
            and _is_rest(lines[-1].text, last, text, width)
        ):
            whole = lines[-1]
            whole.text = together(whole.text, text.lstrip("> "), breaks_words=True) + (
                "  " if text.endswith("  ") else ""
            )
            whole.last = number
        else:
            lines.append(PlainLine(text, number, number))
        is_code ^= is_fence
        last = text
    return lines


def _is_rest(whole: str, above: str, text: str, width: int | None) -> bool:
    """Whether a line is the rest of the one above it."""
    if not text or text.isspace() or not above or above.isspace():
        return False
    opened = whole.rfind("](", -_LONGEST_ADDRESS)
    if opened >= 0 and _OPEN_ADDRESS.match(whole, opened):
        return True
    if width is None or above.endswith("  "):
        return False
    if _BEGINS.match(text) and not (text.startswith(">") and above.startswith(">")):
        return False
    if _RULE.fullmatch(text) or _RULE.fullmatch(above) or above.startswith("    "):
        return False
    return goes_on(above, text.lstrip("> "), width, breaks_words=True)


def _plain(lines: Sequence[PlainLine], definitions: dict[str, str]) -> Iterator[PlainLine]:
    """Each line without what is Markdown's."""
    fence = ""
    is_table = is_list = is_code = False
    bullet = ""
    after_blank = True
    for index, line in enumerate(lines):
        text = line.text
        if fence:
            is_end = text.strip().startswith(fence) and not text.strip().strip(fence[0])
            yield _said(line, "" if is_end else f"    {text}" if text.strip() else "")
            fence = "" if is_end else fence
            continue
        opened = _FENCE.fullmatch(text)
        if opened is not None:
            fence = opened[1]
            yield _said(line, "")
            continue
        if not text or text.isspace():
            is_table = False
            after_blank = True
            yield _said(line, "")
            continue
        indent = indent_of(text)
        begins_item = _BEGINS.match(text) is not None and text.lstrip()[0] not in "#>|"
        may_be_code = indent >= _CODE_INDENT and not is_list and not begins_item and "](" not in text
        if may_be_code and (after_blank or is_code):
            is_code = True
            after_blank = False
            yield _said(line, text)
            continue
        is_code = False
        is_vanishing = _vanishes(text)
        if is_vanishing:
            is_table = is_table or _TABLE_RULE.fullmatch(text) is not None
            yield _said(line, "")
            continue
        is_head = index + 1 < len(lines) and _TABLE_RULE.fullmatch(lines[index + 1].text) is not None
        found = _of_line(line, bullet, definitions, is_row=is_table or is_head)
        if found.text in ("*", "-"):
            bullet, found.text = f"{text[:indent]}* ", ""
        elif found.text:
            bullet = ""
        is_list = begins_item or (is_list and (indent > 1 or not after_blank))
        level = _level_under(lines[index + 1].text) if index + 1 < len(lines) else None
        if level is not None and found.text and not text.endswith("  "):
            found.marks.insert(0, Mark(0, len(found.text), "heading", level))
        after_blank = False
        yield found


def _level_under(text: str) -> str | None:
    """The level of a heading that a line under it shows; None under any other line."""
    return "1" if text.startswith("===") else "2" if text.startswith("---") and not text.strip("-") else None


def _vanishes(text: str) -> bool:
    """Whether a line says nothing of its own: a rule, a definition, brackets around what stands on other lines."""
    first = text.lstrip()[0]
    if first in "*-_=":
        return bool(_RULE.fullmatch(text) or _TABLE_RULE.fullmatch(text) or _ABBREVIATION.fullmatch(text))
    if first in "|:":
        return _TABLE_RULE.fullmatch(text) is not None
    if first in "[]!":
        return bool(
            _DEFINITION.fullmatch(text) or _ONLY_OPENED.fullmatch(text) or _ONLY_CLOSED.fullmatch(text)
        )
    return False


def _of_line(line: PlainLine, bullet: str, definitions: dict[str, str], *, is_row: bool) -> PlainLine:
    """What one line says, with the mark of an item, and the bullet that stood alone over it."""
    prefix = _PREFIX.match(line.text)
    assert prefix is not None  # all of it may be missing
    rest = line.text[prefix.end() :]
    before, item = prefix["quote"] + prefix["indent"], prefix["item"] or ""
    while (empty := _EMPTY_ITEM.match(item + rest)) is not None:
        whole = (item + rest)[empty.end() :]
        inner = _PREFIX.match(whole)
        assert inner is not None
        item, rest = inner["item"] or "", whole[inner.end() :]
    if item[:1] in ("+", "*"):
        item = f"* {item[1:].strip()}"
    heading = _HEADING.match(rest)
    if heading is not None:
        rest = _HEADING_END.sub("", rest[heading.end() :])
    said, marks = plain_inline(rest.rstrip().removesuffix("\\"), definitions)
    if is_row and "|" in said and not line.text.lstrip().startswith("|"):
        said, marks = "   ".join(filter(None, (cell.strip() for cell in said.split("|")))), []
    kept = said.lstrip()
    if not kept:
        return _said(line, item.strip() and "*")
    prefix_text = before + (item or bullet)
    shift = len(prefix_text) - (len(said) - len(kept))
    kept = kept.rstrip()
    moved = [Mark(mark.start + shift, mark.end + shift, mark.kind, mark.value) for mark in marks]
    if heading is not None:
        moved.insert(0, Mark(len(prefix_text), len(prefix_text) + len(kept), "heading", str(len(heading[1]))))
    return PlainLine(prefix_text + kept, line.first, line.last, moved)


def _said(line: PlainLine, text: str) -> PlainLine:
    return PlainLine(text, line.first, line.last)
