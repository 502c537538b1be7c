"""Programs within a text, some lines of which sites print, too."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

TEXT = "On compte ici les canards de la rivière un à un, et l'on écrit leur nombre dans le carnet quand le soir tombe."
BASIC = """Dim canards As Collection
Set canards = Riviere.Canards
For Each canard In canards
If canard.EstLa Then
Carnet.Ecrire(canard)
End If
Next
' et maintenant les hérons
Dim herons As Collection
For Each heron In Riviere.Herons
Carnet.Ecrire(heron)
Next
End Sub"""
BRACES = """foreach ($canards as $canard)
{
$carnet->ecrire($canard);
}
// et maintenant les hérons
foreach ($herons as $heron)
{
$carnet->ecrire($heron);
}"""
BELOW = "Il manque encore les oies, qui ne tiennent pas en place et que personne n'a jamais réussi à compter deux fois."
SIGNED = "Et les cygnes ?\n\nÉcrit par : Zoé | lundi, 4 mai 2009"


@pytest.mark.parametrize("program", [BASIC, BRACES], ids=["basic", "braces"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "apart"])
@pytest.mark.parametrize("below", [(), (BELOW,)], ids=["at the end", "within"])
def test_all_lines_of_it_are_the_text(program: str, gap: str, below: tuple[str, ...]) -> None:
    """« Next » leads to no further page, and no theme drew « } »."""
    lines = (TEXT, *program.splitlines(), *below)
    page = gap.join(("dimanche, 3 mai 2009", "Compter", *lines, "Commentaires", *SIGNED.split("\n\n")))

    (post,) = read_page(page.encode()).posts

    assert list(filter(None, post.body.splitlines())) == list(lines)
    assert [comment.author for comment in post.comments] == ["Zoé"]


def test_links_under_a_program_are_none() -> None:
    """Neither of its lines nor of the text."""
    links = "Next\n\nPrevious\n\nHome\n\nArchives"
    page = f"dimanche, 3 mai 2009\n\nCompter\n\n{TEXT}\n\n{BRACES}\n\n{links}\n\nCommentaires\n\n{SIGNED}"

    (post,) = read_page(page.encode()).posts

    assert post.body.endswith("}")
