"""What each command prints, for people and for programs, and its exit status."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from blogimport import textpage
from blogimport.readings import Dump, Reading
from reader.archive import open_archive

from .blogs import PAGE, POSTS
from .conftest import Run

ACCORDION = POSTS[0]


def test_list(run: Run, archive: Path) -> None:
    """A line a post, newest first, undated ones last, with tabs between its cells."""
    ran = run("list", "--archive", archive)

    assert (ran.status, ran.err) == (0, "")
    assert ran.lines == [
        "1\t2007-06-21T23:40\tBals et parquets\tL'accordéon de Giuseppe\t2",
        "3\t2006-05\tBals et parquets\tEn mai\t0",
        "2\t\t\t\t0",
    ]


def test_list_json(run: Run, archive: Path) -> None:
    """An object a post; what is not known is null."""
    ran = run("list", "--json", "--archive", archive)

    assert ran.objects[0] == {
        "id": 1,
        "key": "accordion",
        "blog": "Bals et parquets",
        "title": "L'accordéon de Giuseppe",
        "author": "Lison",
        "published": "2007-06-21T23:40",
        "comments": 2,
    }
    bare = {"id": 2, "key": "bare", "comments": 0}
    assert ran.objects[2] == {**dict.fromkeys(("blog", "title", "author", "published")), **bare}


def test_list_in_order_and_part(run: Run, archive: Path) -> None:
    """The list comes in the order that is asked for, and as much of it."""
    ran = run("list", "--order", "oldest", "--limit", 2, "--archive", archive)

    assert [line.split("\t")[0] for line in ran.lines] == ["3", "1"]


def test_list_of_nothing(run: Run, empty: Path) -> None:
    """An archive without posts lists nothing, which is a complete answer."""
    ran = run("list", "--archive", empty)

    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_a_text_is_no_wider_than_its_terminal(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a narrow terminal a post is wrapped to its width, on a wide one as ever; piped, it knows no terminal."""
    piped = run("show", 1, "--archive", archive)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("reader.cli.arguments.columns", lambda: 30)
    narrow = run("show", 1, "--archive", archive)
    monkeypatch.setattr("reader.cli.arguments.columns", lambda: 200)
    wide = run("show", 1, "--archive", archive)

    assert max(map(len, piped.lines)) > 30
    assert max(map(len, narrow.lines)) <= 30
    assert " ".join(narrow.out.split()[:3]) == " ".join(piped.out.split()[:3])
    assert wide.out == piped.out


@pytest.mark.parametrize("name", ["1", "accordion", "http://bals.example/accordeon"])
def test_show(run: Run, archive: Path, name: str) -> None:
    """A post is shown with its comments, by its id, its key or its address."""
    ran = run("show", name, "--archive", archive)

    assert (ran.status, ran.err) == (0, "")
    for words in (
        "L'accordéon de Giuseppe",
        "Il a joué jusqu'à l'aube.",
        "Tino",
        "comme une horloge",
        "guess",
    ):
        assert words in ran.out


def test_show_json(run: Run, archive: Path) -> None:
    """One object with everything that is known of a post, and what of it was guessed."""
    (shown,) = run("show", 1, "--json", "--archive", archive).objects

    with open_archive(archive) as opened:
        sha256 = opened.post(1).source.sha256
    assert shown == {
        "id": 1,
        "key": "accordion",
        "blog": "Bals et parquets",
        "title": "L'accordéon de Giuseppe",
        "author": "Lison",
        "published": "2007-06-21T23:40",
        "url": "http://bals.example/accordeon",
        "language": "fr",
        "categories": ["Musique"],
        "tags": ["valse", "parquet"],
        "body": ACCORDION.body,
        "marks": [
            {"start": 7, "end": 11, "kind": "em", "value": None},
            {"start": 27, "end": 59, "kind": "quote", "value": None},
        ],
        "comments_declared": 2,
        "comments_open": True,
        "guesses": {"language": "told from the commonest words of the page"},
        "comments": [
            {
                "position": 1,
                "author": "Tino",
                "published": "2007-06-22T08:00",
                "reply_to": None,
                "depth": 0,
                "kind": "comment",
                "body": "Quelle valse, Lison !",
                "marks": [],
                "guesses": {},
            },
            {
                "position": 2,
                "author": None,
                "published": None,
                "reply_to": 1,
                "depth": 1,
                "kind": "comment",
                "body": "Tino, tu dansais comme une horloge.",
                "marks": [],
                "guesses": {"reply_to": "it speaks to Tino"},
            },
        ],
        "source": {"dump": "bals/parquets.txt", "sha256": sha256, "format": "text page"},
        "sources": [{"dump": "bals/parquets.txt", "sha256": sha256, "format": "text page"}],
    }


def test_show_json_of_a_bare_post(run: Run, archive: Path) -> None:
    """What a page does not say is null, and never an empty text."""
    (shown,) = run("show", 2, "--json", "--archive", archive).objects

    unknown = [name for name, value in shown.items() if value is None]
    assert unknown == [
        "blog",
        "title",
        "author",
        "published",
        "url",
        "language",
        "comments_declared",
        "comments_open",
    ]
    assert not [name for name, value in shown.items() if value == ""]


def test_source(run: Run, archive: Path) -> None:
    """The dump of a post, every line with its number and its role."""
    ran = run("source", 1, "--archive", archive)

    assert ran.status == 0
    assert ran.lines[0] == "    1  body        Il a joué jusqu'à l'aube."
    assert len(ran.lines) == 4


def test_source_json(run: Run, archive: Path) -> None:
    """One object with the role, the post and the comment of every line."""
    (source,) = run("source", 2, "--json", "--archive", archive).objects

    assert source == {
        "dump": "bals/parquets.txt",
        "format": "text page",
        "lines": [
            {"line": line, "role": "body", "post": post, "comment": None}
            for line, post in enumerate((1, 1, 2, 3), 1)
        ],
    }


def test_search(run: Run, archive: Path) -> None:
    """A line a hit, with the id of the post and the place of the comment."""
    ran = run("search", "valse", "--archive", archive)

    assert (ran.status, ran.err) == (0, "")
    assert sorted(line.split("\t")[0] for line in ran.lines) == ["1.1", "3"]
    assert all(len(line.split("\t")) == 5 for line in ran.lines)


def test_search_json(run: Run, archive: Path) -> None:
    """An object a hit; the matches are places in its snippet."""
    hits = run("search", "valse", "--json", "--archive", archive).objects

    assert [(hit["id"], hit["comment"]) for hit in sorted(hits, key=lambda hit: hit["id"])] == [
        (1, 1),
        (3, None),
    ]
    for hit in hits:
        assert list(hit) == ["id", "comment", "title", "blog", "author", "published", "snippet", "matches"]
        assert [hit["snippet"][start:end] for start, end in hit["matches"]] == ["valse"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("valse", "-parquet"),
        ("-parquet", "valse"),
        ("valse", "--limit", "9", "-parquet"),
        ("--limit=9", "--", "valse", "-parquet"),
    ],
)
def test_search_without_a_word(run: Run, archive: Path, arguments: tuple[str, ...]) -> None:
    """A word with a minus before it is a word to leave out and no option, wherever it stands."""
    ran = run("--archive", archive, "search", *arguments)

    assert [line.split("\t")[0] for line in ran.lines] == ["1.1"]


def test_search_that_finds_nothing(run: Run, archive: Path) -> None:
    """Nothing found is told by the status, and in one sentence beside the output."""
    ran = run("search", "contrebasse", "--archive", archive)

    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"reader: Nothing in {archive} matches 'contrebasse'.\n"


def test_search_for_nothing(run: Run, archive: Path) -> None:
    """A search without words says in one sentence what it needs."""
    ran = run("search", "--archive", archive)

    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("reader: ")
    assert ran.err.count("\n") == 1


def test_search_newest_first_and_limit(run: Run, archive: Path) -> None:
    """Hits come newest first where that is asked for, and no more than asked for."""
    ran = run("search", "--newest", "--limit", 1, "valse", "--archive", archive)

    assert [line.split("\t")[0] for line in ran.lines] == ["1.1"]


def test_export_to_the_screen(run: Run, archive: Path) -> None:
    """Posts are written one after the other, in the width that is asked for."""
    ran = run("export", 1, 3, "--width", 40, "--archive", archive)

    assert (ran.status, ran.err) == (0, "")
    assert "Personne n'a vu passer la nuit." in ran.out
    assert "Le parquet est ciré" in ran.out
    assert max(map(len, ran.lines)) <= 40


def test_export_to_files(run: Run, archive: Path, tmp_path: Path) -> None:
    """One post goes into a file, all go into a folder with a file each."""
    one = run("export", "accordion", "-o", tmp_path / "one.txt", "--archive", archive)
    all_posts = run("export", "--all", "-o", tmp_path / "all", "--archive", archive)

    assert (one.status, one.out, one.err) == (0, "", f"reader: wrote {tmp_path / 'one.txt'}\n")
    assert "jusqu'à l'aube" in (tmp_path / "one.txt").read_text("utf-8")
    assert (all_posts.status, all_posts.err) == (0, f"reader: wrote 3 files to {tmp_path / 'all'}\n")
    assert len(list((tmp_path / "all").iterdir())) == 3


def test_stats(run: Run, archive: Path) -> None:
    """The numbers of an archive, with a bar for each year."""
    ran = run("stats", "--archive", archive)

    assert ran.status == 0
    assert ran.lines[:2] == ["3 posts and 2 comments of 1 blog, from 1 dump", "from May 2006 to 21 June 2007"]
    assert [line.split()[0] for line in ran.lines[-2:]] == ["2006", "2007"]


def test_stats_json(run: Run, archive: Path) -> None:
    """One object with the numbers of an archive."""
    (stats,) = run("stats", "--json", "--archive", archive).objects

    assert stats == {
        "blogs": 1,
        "posts": 3,
        "comments": 2,
        "dumps": 1,
        "guesses": 2,
        "declared_differs": 0,
        "first": "2006-05",
        "last": "2007-06-21T23:40",
        "years": {"2006": 1, "2007": 1},
    }


def test_stats_of_nothing(run: Run, empty: Path) -> None:
    """An archive without posts has numbers too."""
    ran = run("stats", "--archive", empty)

    assert (ran.status, ran.lines[0]) == (0, "0 posts and 0 comments of 0 blogs, from 0 dumps")


def test_check(run: Run, archive: Path) -> None:
    """A sound archive is called so."""
    plain, as_json = run("check", "--archive", archive), run("check", "--json", "--archive", archive)

    assert (plain.status, as_json.status) == (0, 0)
    assert plain.out == f"{archive} is sound: 3 posts, 2 comments, 1 dump, every line accounted for.\n"
    assert as_json.objects == [{"archive": str(archive), "sound": True, "findings": []}]


def test_check_of_a_damaged_archive(run: Run, archive: Path, tmp_path: Path) -> None:
    """What is wrong is told in a line each, and by the status."""
    raw = archive.read_bytes()
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(raw.replace(b"vu passer la nuit", b"vu passer le jour"))

    plain, as_json = run("check", "--archive", damaged), run("check", "--json", "--archive", damaged)

    assert (plain.status, as_json.status) == (2, 2)
    assert "post 1: Its content is not what was imported." in plain.lines
    (told,) = as_json.objects
    assert told["sound"] is False
    assert {"where": "post 1", "sentence": "Its content is not what was imported."} in told["findings"]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with a page, the same page again, and something that is no dump."""
    folder = tmp_path / "bals"
    folder.mkdir()
    (folder / "bal.txt").write_text(PAGE, "utf-8")
    (folder / "copie.txt").write_text(PAGE, "utf-8")
    (folder / "empty.txt").touch()
    return folder


def test_import(run: Run, pages: Path, tmp_path: Path) -> None:
    """Import tells of each dump what was read, guessed and left out, then the sums, then what to know."""
    ran = run("import", pages, "--archive", tmp_path / "new.db")

    assert (ran.status, ran.err) == (0, "")
    assert ran.lines[0].split("\t") == ["dump", "posts", "comments", "guesses", "left out"]
    assert [line.split("\t")[:3] for line in ran.lines[1:4]] == [
        ["bal.txt", "1", "1"],
        ["copie.txt", "0", "0"],
        ["empty.txt", "0", "0"],
    ]
    assert "already in the archive: 1" in ran.lines[2]
    assert f"Read      3 dumps: 1 new post, 1 new comment → {tmp_path / 'new.db'}" in ran.lines
    assert any("the page declares 2 comments, 1 found" in line for line in ran.lines)


def test_import_json(run: Run, pages: Path, tmp_path: Path) -> None:
    """One object with a report for each dump."""
    (told,) = run("import", pages, tmp_path / "no.txt", "--json", "--archive", tmp_path / "new.db").objects

    reports: list[dict[str, Any]] = told["dumps"]
    fields = ["dump", "format", "posts", "comments", "guesses", "left_out", "error"]
    assert [list(report) for report in reports] == [fields] * 4
    assert [(report["dump"], report["posts"], report["comments"]) for report in reports] == [
        ("bal.txt", 1, 1),
        ("copie.txt", 0, 0),
        ("empty.txt", 0, 0),
        ("no.txt", 0, 0),
    ]
    assert reports[0]["error"] is None
    assert reports[1]["left_out"] == {"already in the archive": 1}
    assert (reports[3]["format"], reports[3]["error"]) == (
        None,
        f"There is no file or folder {tmp_path / 'no.txt'}.",
    )


def test_import_twice(run: Run, pages: Path, tmp_path: Path) -> None:
    """Importing again changes nothing."""
    run("import", pages, "--archive", tmp_path / "new.db")
    before = run("list", "--json", "--archive", tmp_path / "new.db").out
    ran = run("import", pages, "--archive", tmp_path / "new.db")

    assert ran.status == 0
    assert any("0 new posts, 0 new comments" in line for line in ran.lines)
    assert run("list", "--json", "--archive", tmp_path / "new.db").out == before


def test_import_of_nothing(run: Run, tmp_path: Path) -> None:
    """A folder without files is told, and by the status too."""
    (tmp_path / "none").mkdir()
    ran = run("import", tmp_path / "none", "--archive", tmp_path / "new.db")

    assert (ran.status, ran.err) == (1, "reader: There is no file to import.\n")


def test_import_of_a_wrong_name_makes_no_archive(run: Run, tmp_path: Path) -> None:
    """A mistyped name leaves no empty archive behind."""
    ran = run("import", "nowhere", "--archive", tmp_path / "new.db")

    assert (ran.status, ran.err) == (2, "reader: There is no file or folder nowhere.\n")
    assert not (tmp_path / "new.db").exists()


def test_import_dry_run(run: Run, pages: Path, tmp_path: Path) -> None:
    """What would be read is told, and no archive is made."""
    ran = run("import", pages, "--dry-run", "--archive", tmp_path / "new.db")

    assert ran.status == 0
    assert "Would read 3 dumps: 1 post, 1 comment; nothing was written" in ran.lines
    assert not (tmp_path / "new.db").exists()


def test_a_dry_run_guesses_what_an_import_does(run: Run, pages: Path, tmp_path: Path) -> None:
    """The numbers of a dry run are those of the import that follows."""
    path = tmp_path / "new.db"
    dry, real = (run("import", pages, *form, "--json", "--archive", path) for form in (("--dry-run",), ()))

    assert dry.objects == real.objects
    assert sum(one["guesses"] for one in real.objects[0]["dumps"]) > 0


def test_a_word_by_which_nothing_is_withheld(run: Run, pages: Path, tmp_path: Path) -> None:
    """A slip in what is to be brought in is told; what is usual is not, in whichever number."""
    ran = run("import", pages, "--include", "Drafts,drafst", "--archive", tmp_path / "new.db")
    usual = run("import", pages, "--include", "draft,spam", "--archive", tmp_path / "new.db")

    assert ran.err.startswith("reader: Blogs seldom call what they do not show 'drafst';")
    assert (ran.status, usual.err) == (0, "")


def test_import_from_standard_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads what is piped in."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))

    ran = run("import", "-", "--json", "--archive", tmp_path / "new.db")

    assert [(one["dump"], one["posts"]) for one in ran.objects[0]["dumps"]] == [("standard input", 1)]


def test_no_empty_archive_is_left(run: Run, archive: Path, tmp_path: Path) -> None:
    """Where nothing could be read, no new archive lies in the way of the next command; an old one stays as it is."""
    (tmp_path / "noise.bin").write_bytes(b"\x00\x01\x02" * 100)
    old = tmp_path / "old.db"
    old.write_bytes(archive.read_bytes())

    ran = run("import", tmp_path / "noise.bin", "--archive", tmp_path / "new.db")
    into_old = run("import", tmp_path / "noise.bin", "--archive", old)

    assert (ran.status, into_old.status) == (2, 2)
    assert "Read      0 dumps: 0 new posts, 0 new comments; nothing was written" in ran.lines
    assert [path.name for path in tmp_path.glob("new.db*")] == []
    assert run("check", "--archive", old).status == 0


def test_nothing_on_standard_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty pipe is told by its own name, not by that of the file it was kept in."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))

    ran = run("import", "-", "--archive", tmp_path / "new.db")

    assert (ran.status, ran.err) == (2, "reader: standard input was left out: empty file.\n")


def test_import_that_is_stopped(
    run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C leaves a good archive, says where it stood, and the next import goes on from there."""
    (pages / "zzz.txt").write_text(PAGE.replace("Le bal est fini", "Le bal reprend"), "utf-8")
    read = textpage.read

    def stopped(dump: Dump) -> Reading:
        if dump.name == "zzz.txt":
            raise KeyboardInterrupt
        return read(dump)

    with monkeypatch.context() as patched:
        patched.setattr(textpage, "read", stopped)
        ran = run("import", pages, "--archive", tmp_path / "new.db")
    again = run("import", pages, "--archive", tmp_path / "new.db")

    assert ran.status == 2
    assert "Stopped after empty.txt." in ran.err
    assert any("1 new post," in line for line in ran.lines)
    assert again.status == 0
    assert run("check", "--archive", tmp_path / "new.db").status == 0
    assert [path.name for path in tmp_path.glob("new.db*")] == ["new.db"]


def test_import_that_is_stopped_at_once(
    run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped within the first dump, an import says that nothing was written; a dry one says so too."""

    def stopped(dump: Dump) -> Reading:
        raise KeyboardInterrupt

    monkeypatch.setattr(textpage, "read", stopped)
    ran = run("import", pages, "--archive", tmp_path / "new.db")
    dry = run("import", pages, "--dry-run", "--archive", tmp_path / "new.db")

    assert (ran.status, dry.status) == (2, 2)
    assert "before a dump was read to its end" in ran.err
    assert "Stopped; nothing was written." in dry.err
    assert run("check", "--archive", tmp_path / "new.db").status == 0


def test_two_dumps_of_a_post_are_both_its_sources(run: Run, pages: Path, tmp_path: Path) -> None:
    """A post that two dumps hold is shown once, and names both."""
    (pages / "plus.txt").write_text(f"{PAGE}\nUne ligne de plus au pied de la page.\n", "utf-8")
    run("import", pages, "--archive", tmp_path / "new.db")

    (post,) = run("list", "--json", "--archive", tmp_path / "new.db").objects
    (shown,) = run("show", post["id"], "--json", "--archive", tmp_path / "new.db").objects

    assert [source["dump"] for source in shown["sources"]] == ["bal.txt", "plus.txt"]


def test_an_archive_is_a_dump_too(run: Run, pages: Path, tmp_path: Path) -> None:
    """The dumps of an archive can be read into another one."""
    run("import", pages, "--archive", tmp_path / "old.db")
    ran = run("import", tmp_path / "old.db", "--archive", tmp_path / "new.db")

    assert ran.status == 0
    old, new = (
        run("show", 1, "--json", "--archive", tmp_path / name).objects[0] for name in ("old.db", "new.db")
    )
    assert new["body"] == old["body"]
    assert new["source"] == old["source"]


def test_export_in_other_formats(run: Run, archive: Path, tmp_path: Path) -> None:
    """The format is the one that is named, else the one that the ending of the file means."""
    assert run("export", "1", "--archive", archive, "--format", "markdown").lines[0].startswith("# ")
    assert json.loads(run("export", "1", "--archive", archive, "--format", "json").out)["id"] == 1
    assert run("export", "1", "--archive", archive, "-o", tmp_path / "a.html").status == 0
    assert (tmp_path / "a.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert (
        run("export", "--all", "--archive", archive, "--format", "markdown", "-o", tmp_path / "all").status
        == 0
    )
    assert {path.suffix for path in (tmp_path / "all").iterdir()} == {".md"}


def test_an_ending_that_means_no_format(run: Run, archive: Path, tmp_path: Path) -> None:
    """A file that is called like those of a format that nobody writes is text, and that is told."""
    ran = run("export", 1, "-o", tmp_path / "a.pdf", "--archive", archive)
    asked = run("export", 1, "-o", tmp_path / "b.pdf", "--format", "text", "--archive", archive)
    bare = run("export", 1, "-o", tmp_path / "c", "--archive", archive)

    assert ran.err.startswith("reader: .pdf means no format that reader writes, so this is text.\n")
    assert "means no format" not in asked.err + bare.err
    assert len({(tmp_path / name).read_bytes() for name in ("a.pdf", "b.pdf", "c")}) == 1
