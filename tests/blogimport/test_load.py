"""Loading dumps: what is read, what is told, and that nothing is written twice or by half."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from blogimport import DumpReport, Options, load, textpage
from blogimport.readings import Dump, Reading
from reader.archive import findings, open_archive, open_for_writing
from reader.models import Post

PAGE = """Le phare
3 mai 2006

Le phare s’allume à six heures et personne ne sait plus qui monte encore tourner la clef de la lanterne.

2 commentaires

  1. Zoé dit :
    4 mai 2006 à 10 h 12 min

    C’est mon grand-père.

  2. Max dit :
    5 mai 2006 à 8 h 01 min

    @Zoé : transmets-lui nos amitiés.
"""
# The same post as another extractor leaves it: without authors and dates.
THIN_PAGE = """Le phare
3 mai 2006

Le phare s’allume à six heures et personne ne sait plus qui monte encore tourner la clef de la lanterne.

2 commentaires

  1. C’est mon grand-père.

  2. @Zoé : transmets-lui nos amitiés.
"""


def imported(archive: Path, *paths: Path) -> list[DumpReport]:
    """Load some paths into an archive."""
    with open_for_writing(archive) as writer:
        return list(load(paths, writer))


def posts_of(archive: Path) -> list[Post]:
    """All posts, oldest first."""
    with open_archive(archive) as opened:
        return [opened.post(post_id) for post_id in opened.post_ids("oldest")]


def folder_of(path: Path, dumps: Iterable[tuple[str, str]]) -> Path:
    """A folder with some text dumps."""
    path.mkdir(parents=True, exist_ok=True)
    for name, text in dumps:
        (path / name).write_text(text, "utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Where the archive will be."""
    return tmp_path / "archive.db"


def test_reads_a_folder(tmp_path: Path, archive: Path) -> None:
    """A folder stands for a blog, and that is a guess."""
    folder = folder_of(tmp_path / "Le phare de Kerlan", [("a.txt", PAGE)])

    (report,) = imported(archive, folder)

    (post,) = posts_of(archive)
    assert (report.dump, report.posts, report.comments, report.error) == ("a.txt", 1, 2, None)
    assert (post.blog, post.title, post.published) == ("Le phare de Kerlan", "Le phare", "2006-05-03")
    assert "blog" in post.guesses
    assert [comment.reply_to for comment in post.comments] == [None, 1]
    assert "reply_to" in post.comments[1].guesses


def test_a_file_alone_names_no_blog(tmp_path: Path, archive: Path) -> None:
    """The folder that a named file happens to be in says nothing of its blog."""
    folder = folder_of(tmp_path / "Downloads", [("a.txt", PAGE)])

    imported(archive, folder / "a.txt")

    assert posts_of(archive)[0].blog is None


def test_twice_changes_nothing(tmp_path: Path, archive: Path) -> None:
    """The second import of the same dump writes nothing and says why."""
    folder = folder_of(tmp_path / "blog", [("a.txt", PAGE)])
    imported(archive, folder)
    before = posts_of(archive)

    (report,) = imported(archive, folder)

    assert report.left_out == {"already in the archive": 1}
    assert posts_of(archive) == before


@pytest.mark.parametrize("order", [(PAGE, THIN_PAGE), (THIN_PAGE, PAGE)])
def test_a_fuller_dump_completes(tmp_path: Path, archive: Path, order: tuple[str, str]) -> None:
    """Two dumps of one post make one post, the same whichever comes first."""
    folder = tmp_path / "blog"
    for number, text in enumerate(order):
        imported(archive, folder_of(folder, [(f"{number}.txt", text)]))

    (post,) = posts_of(archive)

    assert [(c.author, c.published, c.reply_to) for c in post.comments] == [
        ("Zoé", "2006-05-04T10:12", None),
        ("Max", "2006-05-05T08:01", 1),
    ]
    with open_archive(archive) as opened:
        assert list(findings(opened)) == []
        assert opened.source(post.id).dump == f"{order.index(PAGE)}.txt"


def test_another_post_of_the_same_name(tmp_path: Path, archive: Path) -> None:
    """Two posts with one title and no date stay two."""
    other = (
        "Sans titre\n\nTout autre chose que le premier billet : une recette de soupe aux orties, longue.\n"
    )
    first = (
        "Sans titre\n\nUn récit de voyage en train de nuit, entre deux gares et trois paquets de biscuits.\n"
    )
    folder = folder_of(tmp_path / "blog", [("a.txt", first), ("b.txt", other)])

    imported(archive, folder)

    assert len(posts_of(archive)) == 2


def test_tells_a_difference_in_count(tmp_path: Path, archive: Path) -> None:
    """A page that declares more comments than its text holds is named, and both numbers are kept."""
    folder = folder_of(tmp_path / "blog", [("a.txt", PAGE.replace("2 commentaires", "3 commentaires"))])

    (report,) = imported(archive, folder)

    (post,) = posts_of(archive)
    assert report.notices == ("Le phare: the page declares 3 comments, 2 found",)
    assert (post.comments_declared, len(post.comments)) == (3, 2)


def test_bad_files_do_not_stop_the_rest(tmp_path: Path, archive: Path) -> None:
    """A missing file is one sentence; what comes after it is read."""
    folder = folder_of(tmp_path / "blog", [("a.txt", PAGE)])

    reports = imported(archive, tmp_path / "missing.txt", folder)

    assert [report.error for report in reports] == [
        f"There is no file or folder {tmp_path / 'missing.txt'}.",
        None,
    ]
    assert len(posts_of(archive)) == 1


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (
            IndexError("no such line"),
            "b.txt cannot be read because of a fault in this program (IndexError at blogimport/test_load.py, "
            "line {}); please report it.",
        ),
        (MemoryError(), "b.txt cannot be read: it needs more memory than there is."),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_fault_of_the_program_costs_one_dump(
    tmp_path: Path,
    archive: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
    sentence: str,
) -> None:
    """What nobody foresaw in one dump is told in a sentence with its place; the others are read all the same."""
    folder = folder_of(
        tmp_path / "blog", [("a.txt", PAGE), ("b.txt", THIN_PAGE), ("c.txt", PAGE + "\nMerci.")]
    )
    read = textpage.read

    def faulty(dump: Dump) -> Reading:
        if dump.name.endswith("b.txt"):
            raise fault
        return read(dump)

    monkeypatch.setattr(textpage, "read", faulty)
    reports = imported(archive, folder)

    line = faulty.__code__.co_firstlineno + 2
    assert [report.error for report in reports] == [None, sentence.format(line), None]
    assert [post.title for post in posts_of(archive)] == ["Le phare"]


def test_foreign_files(tmp_path: Path, archive: Path) -> None:
    """In a folder a picture and a table are left out and counted; a picture that is named itself is an error."""
    folder = folder_of(tmp_path / "blog", [("a.txt", PAGE)])
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" * 20)
    (folder / "visites.tsv").write_bytes(b"jour\tpage\n2009-05-03\tle-phare\n2009-05-04\tla-digue\n" * 9)

    reports = {report.dump: report for report in imported(archive, folder)}
    (named,) = imported(archive, folder / "photo.jpg")

    assert reports["photo.jpg"].left_out == {"no kind of dump that this version reads": 1}
    assert reports["visites.tsv"].left_out == {"no kind of dump that this version reads": 1}
    assert named.error == f"{folder / 'photo.jpg'} was left out: no kind of dump that this version reads."


def test_pages_without_a_post(tmp_path: Path, archive: Path) -> None:
    """A page that holds no post is kept as a dump, imported as nothing, and told."""
    folder = folder_of(tmp_path / "blog", [("404.txt", "Mon blog\n\nPage introuvable\n\nAccueil\n")])

    (report,) = imported(archive, folder)

    assert posts_of(archive) == []
    assert report.left_out["no post on the page"] == 1


def test_gold_readings_are_no_dumps(tmp_path: Path, archive: Path) -> None:
    """The expected reading beside a sample is passed over."""
    folder = folder_of(tmp_path / "blog", [("a.txt", PAGE), ("a.gold.json", "{}")])

    assert [report.dump for report in imported(archive, folder)] == ["a.txt"]


def test_hidden_files_are_passed_over(tmp_path: Path, archive: Path) -> None:
    """What a system hides in a folder is none of the user's dumps."""
    folder = folder_of(tmp_path / "blog", [("a.txt", PAGE), (".DS_Store", "x")])

    assert [report.dump for report in imported(archive, folder)] == ["a.txt"]


def test_looking_through_a_large_dump_is_told(
    tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That a large dump is looked through, before any of it is read, is told as it begins and ends; of others not."""
    path = tmp_path / "phare.txt"
    path.write_text(PAGE, "utf-8")
    told: list[object] = []
    options = Options(progress=told.append, looking=lambda is_looking: told.append(f"looking: {is_looking}"))

    with open_for_writing(archive) as writer:
        list(load([path], writer, options))
        monkeypatch.setattr(sys.modules[load.__module__], "_LARGE", 100)
        told.append("large")
        list(load([path], writer, options))

    size = path.stat().st_size
    assert told == [size, "large", "looking: True", "looking: False", size]


def test_a_page_whose_address_is_none_has_no_blog(tmp_path: Path) -> None:
    """A page may state what is no address of its own: it is read, and no blog is named after that."""
    page = f'<html><head><link rel="canonical" href="http://[le-phare/"></head><body><pre>{PAGE}</pre></body></html>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (report,) = imported(tmp_path / "archive.db", tmp_path / "page.html")

    assert report.error is None
    (post,) = posts_of(tmp_path / "archive.db")
    assert post.blog is None
