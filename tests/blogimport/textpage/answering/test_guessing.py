"""Whom each comment answers, where nothing states it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.textpage.answering import Answer, Said, Talk, fitted_weights, guessed_answers, signs_of

LAMP = "Chez nous, la lampe du phare est allumée à six heures."


def places(
    comments: list[tuple[str | None, str]], author: str | None = None, post: str = ""
) -> list[int | None]:
    """The places that comments without dates are thought to answer."""
    answers = guessed_answers([Said(name, text) for name, text in comments], author, post)
    return [None if answer is None else answer.place for answer in answers]


@pytest.mark.parametrize(
    "quoting",
    [
        "« la lampe du phare est allumée à six heures » : vraiment ?",
        '"La lampe du phare est allumée à six heures" : vraiment ?',
        "> la lampe du phare est allumée à six heures\nvraiment ?",
        "[quote]la lampe du phare est allumée à six heures[/quote] vraiment ?",
    ],
)
def test_a_quotation_is_an_answer(quoting: str) -> None:
    """Who quotes several words of an earlier comment answers it, whatever stands between."""
    said = [Said("Zoé", LAMP), Said("Max", "Belle photo."), Said("Ann", quoting)]

    answers = guessed_answers(said, None)

    assert answers == [None, None, Answer(0, "it quotes words of this one")]


@pytest.mark.parametrize(
    "text",
    ["« la lampe du phare » : vraiment ?", "[…] « la lampe du phare est allumée à six heures » […]"],
)
def test_what_is_no_quotation(text: str) -> None:
    """A few words are anybody's, and an excerpt of a page that links here quotes the post."""
    assert places([("Zoé", LAMP), ("Max", "Belle photo."), ("Ann", text)]) == [None, None, None]


def test_a_quotation_of_the_post_is_none_of_a_comment() -> None:
    """Who quotes what the post says answers the post, though a comment has quoted it, too."""
    quotation = "« la lampe du phare est allumée à six heures »"

    comments: list[tuple[str | None, str]] = [
        ("Zoé", f"{quotation} : oui."),
        ("Max", "Belle photo."),
        ("Ann", quotation),
    ]

    assert places(comments)[2] == 0
    assert places(comments, post=f"Hier soir. {LAMP} Et voilà.")[2] is None


@pytest.mark.parametrize(
    "text",
    [
        "@Zoé : et la nuit ?",
        "@zoe et la nuit, alors",
        "Bonjour Zoé, et la nuit",
        "Merci Zoé !\nJ'irai voir.",
        "Zoé, la nuit aussi.",
        "Hallo Zoé, bei uns auch nachts.",
        "Hi Zoé, what about the night",
        "Ciao Zoé, anche di notte.",
        "Hola Zoé, también de noche.",
        "J'irai voir cela de nuit, merci Zoé !",
        "#1 : et la nuit, alors",
    ],
)
def test_who_is_called_is_answered(text: str) -> None:
    """Who calls an earlier commenter by name or number, in any language and however it is written, answers them."""
    comments: list[tuple[str | None, str]] = [
        ("Zoé", LAMP),
        ("Max", "Belle photo."),
        ("Lou", "J'aime."),
        ("Ann", text),
    ]

    assert places(comments)[3] == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Zoé Le Gall", "@Zoé : et la nuit ?"),
        ("Le Barbu du 12", "@Le Barbu : et la nuit ?"),
        ("J.-B.", "@J.-B. : et la nuit ?"),
        ("Virginie75", "@Virginie : et la nuit ?"),
        ("catherine_m", "@Cath : et la nuit ?"),
        ("Philomène", "@Philoméne : et la nuit ?"),
        ("Philomène", "@Philomèe : et la nuit ?"),
    ],
)
def test_a_name_may_be_shortened_or_misspelt(name: str, text: str) -> None:
    """A person may be called by a first name, a beginning, without accents or figures, or with a letter wrong."""
    assert places([(name, LAMP), ("Max", "Belle photo."), ("Lou", "J'aime."), ("Ann", text)])[3] == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Paul", "J'aime cette lampe, comme Paul en parle dans son livre sur les phares."),
        ("Merci", "Merci, très belle photo de la lampe."),
        ("Rose", "Une rose, et la mer derrière : très belle photo."),
        ("Max", "Ecrivez à lampe@max.example.org pour en savoir plus sur les phares."),
        ("Lampes", "Les lampes, je les aime depuis toujours."),
        ("Super", "Super, la photo de ce matin."),
    ],
)
def test_a_word_is_not_always_a_name(name: str, text: str) -> None:
    """A third person, a common word, part of an address or of a sentence calls nobody."""
    assert places([(name, LAMP), ("Lou", "J'aime."), ("Ann", text)])[2] is None


def test_of_several_who_are_called_the_later_one_or_none_is_answered() -> None:
    """Who speaks to two people answers at most the later one."""
    comments: list[tuple[str | None, str]] = [
        ("Zoé", LAMP),
        ("Max", "Belle photo."),
        ("Ann", "Zoé, tu as bien raison.\n\nMax, merci !"),
    ]

    assert places(comments)[2] in (1, None)


def test_the_author_of_the_post_answers_who_waits() -> None:
    """The post's author who speaks after a single visitor answers them; who calls one of several answers that one."""
    comments: list[tuple[str | None, str]] = [
        ("Zoé", "A quelle heure ferme-t-il ?"),
        ("Ann", "A six heures."),
        ("Max", "Belle photo."),
        ("Lou", "J'aime beaucoup."),
        ("Ann", "Merci Max, c'est de ma fille."),
    ]

    assert places(comments, author="Ann") == [None, 0, None, None, 2]


def test_a_visitor_who_calls_the_author_speaks_of_the_post() -> None:
    """Who greets the post's author answers the post, though the author has commented before."""
    comments: list[tuple[str | None, str]] = [
        ("Zoé", "Belle photo."),
        ("Ann", "Merci Zoé !"),
        ("Max", "Bonjour Ann, quelle belle lampe que voilà, je vous envie."),
    ]

    assert places(comments, author="Ann")[2] is None


def test_a_host() -> None:
    """Who speaks right after one person and another answers them, though nothing names the post's author."""
    names = ["Zoé", "Gardien", "Max", "Gardien", "Ann", "Lou", "Gardien"]

    answers = guessed_answers([Said(name, f"Texte de {name}.") for name in names], "admin")

    assert [answer and answer.place for answer in answers] == [None, 0, None, 2, None, None, 5]
    assert answers[1] is not None
    assert answers[1].reason == "Gardien speaks right after one person and another, as a host does"


def test_two_people_in_turn() -> None:
    """Of two people who speak in turn each answers the other; who comes after them answers the post."""
    names = ["Ann", "Zoé", "Max", "Zoé", "Max", "Zoé", "Lou"]

    answers = guessed_answers(
        [Said(name, f"Je le redis, {number}.") for number, name in enumerate(names)], None
    )

    assert [answer and answer.place for answer in answers[3:]] == [2, 3, 4, None]


def test_dates_tell_threads() -> None:
    """On a page that shows threads, what is younger than comments below it stands under the one above."""
    said = [
        Said("Zoé", "Belle photo.", "2007-03-01T10:00"),
        Said("Ann", "Elle est de ma fille.", "2007-03-05T10:00"),
        Said("Max", "J'aime.", "2007-03-02T10:00"),
        Said("Lou", "Moi aussi.", "2007-03-06T10:00"),
        Said("Tim", "Quelle lumière !", "2007-03-03T10:00"),
    ]

    answers = guessed_answers(said, None)

    assert [answer and answer.place for answer in answers] == [None, 0, None, 2, None]
    assert answers[1] == Answer(0, "comments below it are older, so it stands under this one")


def test_the_newest_comment_may_stand_first() -> None:
    """On a page that shows the last comment first an answer stands above what it answers."""
    said = [
        Said("Ann", "Merci Zoé !", "2007-03-03T10:00"),
        Said("Max", "J'aime.", "2007-03-02T10:00"),
        Said("Zoé", "Belle photo.", "2007-03-01T10:00"),
    ]

    assert [answer and answer.place for answer in guessed_answers(said, "Ann")] == [2, None, None]


def test_where_hardly_anybody_is_named_little_is_guessed() -> None:
    """Without names only what is said to whom tells, such as thanks for a comment."""
    comments: list[tuple[str | None, str]] = [
        (None, "Belle photo."),
        (None, "J'aime."),
        (None, "Vraiment ?"),
        (None, "Ah ah."),
    ]

    assert places(comments) == [None, None, None, None]


def test_one_word_less_is_no_other_guess() -> None:
    """The signs are the same whether those of the unlikely answers are looked for or not."""
    said = [
        Said("Zoé", LAMP),
        Said("Max", "Belle photo."),
        Said("Ann", "Vraiment, Zoé ?"),
        Said("Lou", "Oui."),
    ]
    talk = Talk(said, None, "")
    brief = list(signs_of(Talk(said, None, ""), of_likely_alone=True))

    assert [
        few for few, all_ in zip(brief, signs_of(talk), strict=True) if len(few) > 1 and few != all_
    ] == []
    assert [len(few) > 1 for few in brief] == [False, False, True, True]


NAMES = st.sampled_from([None, "", "a", "Zoé", "Le Barbu", "Max Dupont", "Zoe", "**", "Анна", "林"])
DATES = st.none() | st.sampled_from(
    [
        "2007",
        "2007-03",
        "2007-03-01",
        "--03-01",
        "2007-03-02T10:00",
        "2007-03-01T25:61",
        "2008-01-01T00:00:00+02:00",
    ]
)
TEXTS = st.text(max_size=80) | st.lists(
    st.sampled_from(
        [
            "@",
            "Zoé",
            "Max",
            "Dupont",
            "merci",
            "«",
            "»",
            ",",
            "?",
            "\n",
            "> ",
            "#2",
            "la lampe du phare est là",
            "ß",
            "İ",
            "[…]",
        ]
    ),
    max_size=12,
).map(" ".join)


@given(st.lists(st.builds(Said, NAMES, TEXTS, DATES), max_size=25), NAMES, TEXTS)
def test_any_conversation(said: list[Said], author: str | None, post: str) -> None:
    """Whatever people say in whatever order, guesses are the same each time, to other places, and never a circle."""
    answers = guessed_answers(said, author, post)

    assert answers == guessed_answers(said, author, post)
    assert len(answers) == len(said)
    to = [None if answer is None else answer.place for answer in answers]
    assert all(place is None or 0 <= place < len(said) for place in to)
    later = [place > at for at, place in enumerate(to) if place is not None]
    # All point up the page, or on one that shows the newest first all down, so no way leads back.
    assert all(later) or not any(later)
    assert all(answer is None or (answer.reason and "{" not in answer.reason) for answer in answers)


@given(st.lists(st.builds(Said, NAMES, TEXTS, DATES), max_size=12), NAMES)
def test_what_is_passed_over_is_not_likely(said: list[Said], author: str | None) -> None:
    """Whom a first look takes for one who answers nobody would not be told to answer after the whole look either."""
    weights = fitted_weights()
    brief = signs_of(Talk(said, author, ""), of_likely_alone=True)

    for few, signs in zip(brief, signs_of(Talk(said, author, "")), strict=True):
        place, share = weights.likeliest(signs)
        assert few == signs or share < weights.enough(signs, place)


@pytest.mark.parametrize("names", [("Max", "Ann", "Lou"), ("Max", None, None), (None, None, None)])
@pytest.mark.parametrize("begins", ["", "Oui, ", "Bonjour, ", "Merci, "])
@pytest.mark.parametrize("shared", ["", " phare"])
@pytest.mark.parametrize("author", [None, "Zoé", "Eva"])
def test_a_question_alone_is_not_answered(
    names: tuple[str | None, ...], begins: str, shared: str, author: str | None
) -> None:
    """A newcomer after a question is passed over only where the whole look finds no likely answer either."""
    weights = fitted_weights()
    passed = 0
    for length in (1, 20, 120):
        body = f"{begins}{'la mer ' * length}{shared} Zoé"
        texts = ("Belle photo.", f"Quelle hauteur{shared} ?", body)
        said = [
            Said(name, text, f"2008-03-01T10:{minute}0")
            for minute, (name, text) in enumerate(zip(names, texts, strict=True))
        ]
        brief = list(signs_of(Talk(said, author, ""), of_likely_alone=True))
        signs = list(signs_of(Talk(said, author, "")))
        place, share = weights.likeliest(signs[-1])
        passed += len(brief[-1]) == 1
        assert brief[-1] == signs[-1] or share < weights.enough(signs[-1], place)
    assert passed or (shared, begins, author) != ("", "", None)
