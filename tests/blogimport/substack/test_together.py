"""An export's table and its texts are one dump, in a folder and in a zip."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from blogimport import load
from reader.archive import open_archive, open_for_writing

FILES = {
    "posts.csv": "post_id,post_date,is_published,type,title,subtitle,podcast_url\n"
    "400001.la-nasse,2020-07-26T20:48:19.814Z,true,newsletter,La nasse,,\n"
    "400002.brouillon,2020-07-27T20:48:19.814Z,false,newsletter,Brouillon,,\n",
    "posts/400001.la-nasse.html": "<p>Trois <em>homards</em>.</p>\n",
    "posts/400002.brouillon.html": "<p>Ne pas lire.</p>\n",
}


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_a_text_has_the_title_of_its_row(kind: str, tmp_path: Path) -> None:
    """Each text has what the table says of it, and the text of a draft is left out with its row."""
    export = tmp_path / ("export.zip" if kind == "zip" else "export")
    if kind == "zip":
        with zipfile.ZipFile(export, "w") as packed:
            for name, text in FILES.items():
                packed.writestr(name, text)
    else:
        for name, text in FILES.items():
            (export / name).parent.mkdir(parents=True, exist_ok=True)
            (export / name).write_text(text, "utf-8")
    archive = tmp_path / "archive.db"
    with open_for_writing(archive) as writer:
        (report,) = load([export], writer)
    with open_archive(archive) as opened:
        posts = [opened.post(post_id) for post_id in opened.post_ids("oldest")]

    assert report.left_out == {"drafts": 1}
    assert [(post.title, post.body, post.published) for post in posts] == [
        ("La nasse", "Trois homards.", "2020-07-26T20:48:19+00:00")
    ]
