"""What asks for a comment right over the comments, and so ends nothing: some themes have their form there."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.cues import Sight, Sights

# So many lines may stand from such a form to the heading, and from that to who wrote the first comment.
_NEAR = 2
_NEAR_HEAD = 4
_CUE = "a form over the comments"
# As the button under a post that leads to a form, it ends nothing, and says that one may comment.
_A_BUTTON = Sights({"byline": Sight(cue=_CUE, fixed=8), "form": Sight(cue=_CUE)})


def with_forms_above(
    sights: Sequence[Sights], seeing: Sequence[int], headings: Sequence[int]
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with forms between a post and the heading over its comments seen as none.

    `seeing` are the indices of the lines in which anything is seen, `headings` those of the headings.
    """
    over = headings[0]
    forms = [index for index in seeing if over - _NEAR <= index < over and "form" in sights[index].by_kind]
    if not forms or any("head" in sights[index].by_kind for index in seeing if index < over):
        return sights
    if not any("head" in seen.by_kind for seen in sights[over + 1 : over + 1 + _NEAR_HEAD]):
        return sights
    return [_A_BUTTON if index in forms else seen for index, seen in enumerate(sights)]
