"""Nothing of a dump is lost: every line has one role, every word is where its role says."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from blogimport.cleaning import cleaned
from blogimport.textpage import Page, read_page
from blogimport.textpage.cues import glued_buttons
from blogimport.textpage.decoding import decoded
from blogimport.textpage.lines import lines_in
from blogimport.textpage.plainer import plain_page
from blogimport.textpage.restlinks import without_link_behind
from reader.text import lines_of
from tests.blogimport.pages import pages
from tests.examples import examples

ROOT = Path(__file__).parents[3]
DUMPS = sorted((ROOT / "import" / "samples").rglob("*.txt")) + sorted(
    (ROOT / "tests" / "data").rglob("*.txt")
)
_WORD = re.compile(r"\w+")
# Where a small letter meets a capital, and letters meet figures, two parts of a page may have been joined.
_SEAM = re.compile(r"(?<=[^\W\dA-ZÀ-Ý])(?=[A-ZÀ-Ý])|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
# What says who and when, joined to the text behind it.
_JOINED = re.compile(r".{0,115}?\d[:h]\d\d(?=[«\"“]?[^\W\d_])")


def words(text: str) -> Counter[str]:
    """The words of a text and how often each stands in it."""
    return Counter(_WORD.findall(text))


def apart(text: str) -> str:
    """A text with a space where two parts of a page may have been joined."""
    lines = text.split("\n")
    for index, buttons in glued_buttons(lines).items():
        lines[index] = f"{buttons} {lines[index].removeprefix(buttons)}"
    return _SEAM.sub(" ", "\n".join(lines))


def as_said(raw: bytes, lines: list[str]) -> list[str]:
    """What each line of a dump says, without the signs of Markdown or of a text browser where it has such."""
    page = plain_page(decoded(raw)[1], lines)
    if page is None:
        return lines
    plain = {line.first: line.text for line in page.plain}
    return [plain.get(number, "") for number in range(1, len(lines) + 1)]


def linked_behind(body_lines: list[str]) -> Counter[str]:
    """The words of the link to its rest behind the last line of a text: they are the theme's, no words of the text."""
    behind: Counter[str] = Counter()
    for line in lines_in([cleaned(text) for text in body_lines])[-1:]:
        behind = words(line.text) - words(without_link_behind(line, None).text)
    return behind


def assert_nothing_lost(raw: bytes, reading: Page) -> None:
    """Each non-blank line in exactly one span; the words of the readings are those of their lines."""
    lines = lines_of(raw, reading.encoding)
    said = as_said(raw, lines)
    covered: Counter[int] = Counter()
    by_owner: dict[tuple[str, int | None, int | None], list[str]] = {}
    for span in reading.spans:
        for number in range(span.first, span.last + 1):
            covered[number] += 1
            by_owner.setdefault((span.role, span.post, span.comment), []).append(said[number - 1])
    wanted = {number for number, line in enumerate(lines, 1) if line.strip()}
    assert dict.fromkeys(wanted, 1) == dict(covered)
    for index, post in enumerate(reading.posts):
        body_lines = [
            line for owner, texts in by_owner.items() if owner[:2] == ("body", index) for line in texts
        ]
        if any(line.startswith("|") for line in (*lines, *said)):
            # A row of a table may hold several texts: each word of these stands in one of their lines.
            comment_lines = [
                line for owner, texts in by_owner.items() if owner[:2] == ("comment", index) for line in texts
            ]
            told = words("\n".join([post.body, *(comment.body for comment in post.comments)]))
            assert told <= words("\n".join(map(cleaned, [*body_lines, *comment_lines])))
            continue
        whole = "\n".join(map(cleaned, body_lines))
        held, told, further = words(whole), words(post.body), linked_behind(body_lines)
        joined = [match[0] for line in map(cleaned, body_lines) if (match := _JOINED.match(line)) is not None]
        joined += glued_buttons(whole.split("\n")).values()
        if joined or not told <= held:
            held, told = words(apart(whole)), words(apart(post.body))
            further += words(apart("\n".join(joined)))
        assert told <= held
        assert held - told <= further
        for comment in post.comments:
            own = "\n".join(map(cleaned, by_owner["comment", index, comment.position]))
            # Who signs may be joined to the last word of a text, and buttons to the first.
            assert words(comment.body) <= words(own) or words(apart(comment.body)) <= words(apart(own))


@given(pages())
@examples(300, suppress_health_check=[HealthCheck.too_slow])
def test_any_page(text: str) -> None:
    """A page of any lines in any order is read without loss."""
    raw = text.encode("utf-8")

    assert_nothing_lost(raw, read_page(raw))


@given(st.binary(max_size=400))
@examples(200)
def test_any_bytes(raw: bytes) -> None:
    """Bytes of no encoding are read without loss too."""
    assert_nothing_lost(raw, read_page(raw))


def mutated(raw: bytes, seed: int) -> bytes:
    """A dump after some accident: lines dropped, doubled, shuffled, cut, glued, or bytes flipped."""
    chance = random.Random(seed)
    lines = raw.splitlines(keepends=True)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(lines)) if lines else 0
        match chance.randrange(6):
            case 0:
                del lines[place : place + chance.randint(1, 5)]
            case 1:
                lines[place:place] = lines[place : place + 3]
            case 2:
                chance.shuffle(lines)
            case 3:
                lines = lines[:place]
            case 4:
                lines[place : place + 2] = [b"".join(lines[place : place + 2]).replace(b"\n", b"")]
            case _:
                flipped = bytearray(b"".join(lines))
                for _ in range(5 if flipped else 0):
                    flipped[chance.randrange(len(flipped))] = chance.randrange(256)
                lines = bytes(flipped).splitlines(keepends=True)
    return b"".join(lines)


@pytest.mark.parametrize("dump", DUMPS, ids=[dump.stem for dump in DUMPS])
def test_samples_and_their_accidents(dump: Path) -> None:
    """Each sample, and the same after several accidents, is read without loss."""
    raw = dump.read_bytes()

    assert_nothing_lost(raw, read_page(raw))
    for seed in range(5):
        broken = mutated(raw, seed)
        assert_nothing_lost(broken, read_page(broken))


@pytest.mark.slow
@pytest.mark.parametrize("dump", DUMPS, ids=[dump.stem for dump in DUMPS])
def test_many_accidents(dump: Path) -> None:
    """The same over many more accidents."""
    raw = dump.read_bytes()
    for seed in range(100, 400):
        broken = mutated(raw, seed)
        assert_nothing_lost(broken, read_page(broken))
