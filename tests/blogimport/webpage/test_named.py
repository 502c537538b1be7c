"""The elements of a page, and what their names say."""

from __future__ import annotations

from lxml import etree

from blogimport.markup import tree_of
from blogimport.webpage.hints import Hint
from blogimport.webpage.named import Named


def named_in(html: str) -> Named:
    """The elements of a page."""
    root = tree_of(html)
    assert root is not None
    return Named(root)


def test_what_has_no_text_hides_what_is_in_it() -> None:
    """What stands in an element without text is no element of the page, but tells machines of it all the same."""
    named = named_in(
        "<head><meta name=author content=Odile></head><p>Oui</p>"
        "<noscript><div class=comment><meta name=date content=2006></div></noscript><p class=comment>Non</p>"
    )

    assert named.tags == ["html", "head", "body", "p", "noscript", "p"]
    assert [named.tags[place] for place in named.silent] == ["head", "noscript"]
    assert named.with_hints(Hint.COMMENT) == [5]
    assert [element.get("name") for element in named.stating] == ["author", "date"]


def test_elements_that_are_wrapped_keep_what_their_names_say() -> None:
    """After some elements were wrapped into another, that has its own hints and they have theirs."""
    named = named_in("<body><a name=c12></a><p class=comment>Oui</p><p>Non</p>")
    place = named.with_tags(("p",))[0]
    wrapper = etree.Element("div", {"class": "entry-content"})
    named.elements[place].addprevious(wrapper)
    wrapper.append(named.elements[place])

    again = named.again()

    assert again.tags == ["html", "body", "a", "div", "p", "p"]
    assert again.with_hints(Hint.COMMENT) == [4]
    assert again.with_hints(Hint.BODY) == [3]
    assert again.anchors == named.anchors == [2]
