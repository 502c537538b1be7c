"""A plain search is understood without argparse as argparse would understand it."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from reader.cli.arguments import read
from reader.cli.plainly import plain_search

ARGUMENTS = st.lists(
    st.sampled_from(
        [
            *(
                "search",
                "list",
                "--archive",
                "--archive=x.db",
                "old.db",
                "--limit",
                "--limit=3",
                "20",
                "0",
                "-5",
                "",
            ),
            *(
                "--newest",
                "--json",
                "--count",
                "--stats",
                "--export",
                "--",
                "-",
                "-h",
                "--help",
                "--lim",
                "--new",
            ),
            *("chat", "-noir", "-json", '"le chat"', "author:zoé", "été", "９", "1" * 30, "\udcff"),
        ]
    ),
    max_size=7,
)


@given(ARGUMENTS | ARGUMENTS.map(lambda rest: ["search", *rest]))
@example(["--archive", "old.db", "search", "chat", "-noir", "--limit", "3", "--newest", "--json", "été"])
@example(["search"])
def test_plain_search(arguments: list[str]) -> None:
    """Whatever is read the short way is read the same the long way; what that refuses, this leaves to it."""
    plain = plain_search(arguments)

    if plain is not None:
        assert vars(plain) == vars(read(arguments))
    if "search" not in arguments or "--help" in arguments or "--" in arguments:
        assert plain is None
