"""What a reviewer would send back, in exact words."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from khihau.engine import annotate
from khihau.model import Concept, Example, Label, Session, Source, SourceRef, Successor, Termbase
from khihau.termbase.dump import dump_concept
from khihau.termbase.validate import validate

VI = Label(lang="vi", text="khí hậu", status="preferred")
KO = Label(lang="ko", text="기후", status="preferred")
EN = Label(lang="en", text="climate", status="preferred")
EXAMPLES = (
    Example("vi", "⟦khí hậu⟧"),
    Example("ko", "⟦기후⟧"),
    Example("en", "The ⟦climate⟧ and ⟦climate⟧."),
)
GOOD = Concept(
    id="climate",
    labels=(VI, KO, EN),
    examples=EXAMPLES,
    counterexamples=(Example("vi", "không khí"),),
    file="g/climate.toml",
)


def said(*concepts: Concept, sources: tuple[Source, ...] = ()) -> list[str]:
    base = Termbase(concepts, {source.id: source for source in sources})
    return [str(problem) for problem in validate(base)]


def with_labels(*labels: Label) -> Concept:
    return replace(GOOD, labels=(*GOOD.labels, *labels))


def label(text: str, status: str = "admitted", lang: str = "vi", **keys: object) -> Label:
    return Label(lang=lang, text=text, status=status, **keys)  # type: ignore[arg-type]


def example(text: str) -> Concept:
    return replace(GOOD, examples=(*EXAMPLES, Example("vi", text)))


def test_a_good_concept_has_no_problems() -> None:
    assert said(GOOD) == []


# a concept -> what is said of it
NUMBERED = with_labels(label("kỳ {n}"))

CASES = [
    (replace(GOOD, id="Climate_1"), 'id: "Climate_1" is not kebab-case (a-z, 0-9 and single hyphens)'),
    (replace(GOOD, labels=(VI, EN)), "label: no preferred label in ko"),
    (
        with_labels(label("tiết trời", "preferred")),
        ('label[4].status: "tiết trời" is a second preferred label (vi, full) to "khí hậu"'
        " (make one of them admitted)"),
    ),
    (
        replace(GOOD, labels=(replace(VI, text="kỳ {n}"), *GOOD.labels[1:])),
        ('label: "kỳ {n}" has a number, and other names of the concept have none'
        " (make a name in vi without a number preferred, too)"),
    ),
    (
        with_labels(
            label("COP{n}", "preferred", "mul", kind="acronym"),
            label("CP{n}", "preferred", "mul", kind="acronym"),
        ),
        ('label[5].status: "CP{n}" is a second preferred label (mul, acronym, numbered) to "COP{n}"'
        " (make one of them admitted)"),
    ),
    (
        with_labels(label("KHÍ hậu", "forbidden")),
        ('label[4].text: "KHÍ hậu" is label[1] in another spelling ("khí hậu" finds it; keep one)'),
    ),
    (
        replace(GOOD, labels=(VI, replace(KO, text="온실가스"), EN, label("온실 가스", lang="ko"))),
        ('label[4].text: "온실 가스" is label[2] in another spelling ("온실가스" finds it; keep one)'),
    ),
    (
        with_labels(label("전지구적 점검", lang="ko"), label("전 지구적 점검", lang="ko")),
        ('label[4].text: "전지구적 점검" is label[5] in another spelling'
        ' ("전 지구적 점검" finds it; keep one)'),
    ),
    (
        with_labels(label("tín chỉ các-bon"), label("tín chỉ carbon", "forbidden")),
        ('label[5].text: "tín chỉ carbon" is label[4] in another spelling'
        ' ("tín chỉ các-bon" finds it; keep one)'),
    ),
    (
        with_labels(label("trung hoà")),
        ('label[4].text: "hoà" has its tone on the second vowel (write "hòa"; texts may have either)'),
    ),
    (
        replace(GOOD, definition={"en": "hoà", "vi": "Quý khách, thuỷ điện"}),
        ('definition.vi: "thuỷ" has its tone on the second vowel'
        ' (write "thủy"; texts may have either)'),
    ),
    (
        with_labels(label("trời", until=datetime.date(2025, 3, 1))),
        ('label[4].until: "trời" is admitted, and right only until 2025-03-01'
        ' (leave until out, or write status = "deprecated")'),
    ),
    (
        with_labels(
            label(
                "trời",
                "deprecated",
                since=datetime.date(2025, 3, 1),
                until=datetime.date(2025, 3, 1),
            )
        ),
        ('label[4].since: "trời" begins on 2025-03-01, and ends on 2025-03-01'
        ' (since is its first day, until the first day of the next name)'),
    ),
    (
        with_labels(
            label("NDC", lang="mul", kind="acronym"), label("NDC", lang="ko", kind="acronym")
        ),
        'label[5].text: "NDC" is label[4] in another language (write it once, with lang = "mul")',
    ),
    (replace(GOOD, examples=EXAMPLES[1:]), "example: no example in vi"),
    (example("khí hậu"), "example[4].text: no hit is marked (write ⟦ and ⟧ around each, or [[counterexample]])"),
    *(
        (example(text), "example[4].text: the marks do not pair (write ⟦ and ⟧ around each hit, unnested)")
        for text in ("⟦khí", "khí⟧", "⟦khí ⟦hậu⟧⟧", "⟧khí⟦", "⟦⟧")
    ),
    (
        replace(GOOD, counterexamples=(Example("vi", "⟦khí hậu⟧"),)),
        "counterexample[1].text: a counterexample has a mark (it must give no hit: take the marks out)",
    ),
    (
        with_labels(label("kh\u0069\u0301 tượng")),
        'label[4].text: "kh\u0069\u0301 tượng" is not in NFC (write letters composed)',
    ),
    *(
        (
            replace(GOOD, definition={"vi": text}),
            f'definition.vi: "{text}" has a space too many (at its ends or doubled)',
        )
        for text in (" trời", "trời ", "trời  đất", "trời \u00a0đất")
    ),
    (
        with_labels(label("biến ðổi")),
        ('label[4].text: "biến ðổi" has a look-alike: U+00F0, latin small letter eth'
        " (retype the word)"),
    ),
    (
        with_labels(label("СOP", lang="mul")),
        'label[4].text: "СOP" has a look-alike: U+0421, cyrillic capital letter es (retype the word)',
    ),
    (
        with_labels(label("ＣOP", lang="mul")),
        ('label[4].text: "ＣOP" has a look-alike: U+FF23, fullwidth latin capital letter c'
        " (retype the word)"),
    ),
    (
        with_labels(label("trời", near=("a", "b\u200b"))),
        'label[4].near[2]: "b\u200b" has a look-alike: U+200B, zero width space (retype the word)',
    ),
    (
        replace(GOOD, sessions=(Session(number=1, years=(1995,), places={}),)),
        'session: no label has the number of a session (write one: "COP{n}")',
    ),
    (
        replace(NUMBERED, sessions=(Session(number=1, years=(1995,), places={}),) * 2),
        "session[2].number: session 1 stands twice (keep one of the two)",
    ),
    (
        replace(NUMBERED, sessions=(Session(number=1, years=(1,), places={}, source=(SourceRef("law"),)),)),
        'session[1].source: no source "law" in sources.toml',
    ),
    (replace(GOOD, related=("x",)), 'related[1]: no concept "x"'),
    (replace(GOOD, broader="x"), 'broader: no concept "x"'),
    (replace(GOOD, replaced_by=(Successor("x"),)), 'replaced_by: no concept "x"'),
    (replace(GOOD, broader="climate"), 'broader: "climate" is the concept itself'),
    (
        with_labels(label("trời", source=(SourceRef("law", "Điều 1"),))),
        'label[4].source: no source "law" in sources.toml',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("concept", "problem"), CASES)
def test_problem(concept: Concept, problem: str) -> None:
    assert said(concept) == [f"g/climate.toml: {problem}"]


QUIET = [
    with_labels(label("COP", "preferred", "mul", kind="acronym"), label("COP{n}", "preferred", "mul", kind="acronym")),
    with_labels(label("BAN", kind="acronym"), label("Ban", kind="acronym")),
    with_labels(label("khí hậu", "admitted", "en")),
    with_labels(label("정당", "mistranslation", "ko")),
    replace(GOOD, labels=(label("CO₂", "preferred", "mul", kind="symbol"),), examples=()),
    replace(GOOD, note={"en": "α, β, μg, “quoted”, 50 °C\nnext line"}),
    replace(GOOD, counterexamples=(Example("vi", "hoà bình"),)),
    with_labels(label("trời", "deprecated", until=datetime.date(2025, 3, 1))),
    with_labels(label("trời", since=datetime.date(2025, 3, 1))),
    with_labels(label("온실가스배출", lang="ko"), label("온실가스", lang="ko")),
    replace(GOOD, labels=(VI, replace(KO, text="전지구적 점검"), EN, label("전 지구적 점검", lang="ko"))),
]  # fmt: skip


@pytest.mark.parametrize("concept", QUIET)
def test_no_false_alarm(concept: Concept) -> None:
    assert said(concept) == []


def test_a_source_that_no_label_cites() -> None:
    cited = with_labels(label("trời", source=(SourceRef("law"),)))
    assert said(cited, sources=(Source("law", "Law"), Source("old", "Old"))) == [
        "sources.toml: old: no label cites this source (cite it or drop it)"
    ]


@pytest.mark.parametrize("date", ["2024", "2024-02", "2024-02-29"])
def test_the_date_of_a_source(date: str) -> None:
    cited = with_labels(label("trời", source=(SourceRef("law"),)))
    assert said(cited, sources=(Source("law", "Law", date=date),)) == []


@pytest.mark.parametrize(
    "date", ["", "24", "2024-2", "2023-02-29", "2024-13", "Nov 2024", "2024-11-10 "]
)
def test_a_date_that_is_none(date: str) -> None:
    cited = with_labels(label("trời", source=(SourceRef("law"),)))
    assert said(cited, sources=(Source("law", "Law", date=date, file="g/sources.toml"),)) == [
        f'g/sources.toml: law.date: "{date}" is no date (write 2024, 2024-11 or 2024-11-10)'
    ]


@pytest.mark.parametrize(
    ("dates", "late"),
    [
        (("2025-03",), False),
        (("2025-03-02",), True),
        (("2026", "2024"), False),
        ((None, "2026"), False),
    ],
)
def test_a_name_that_ended_before_it_was_read(dates: tuple[str | None, ...], late: bool) -> None:
    sources = tuple(Source(f"s{n}", "Text", date=date) for n, date in enumerate(dates))
    refs = tuple(SourceRef(source.id) for source in sources)
    old = label("trời", "deprecated", until=datetime.date(2025, 3, 1), source=refs)
    problem = (
        'g/climate.toml: label[4].until: "trời" ended on 2025-03-01, before its source was written'
        " (mend the date, or cite a text of its time)"
    )
    assert said(with_labels(old), sources=sources) == [problem] * late


def named(id_: str) -> Concept:
    labels = tuple(replace(own, text=f"{own.text} {id_}") for own in GOOD.labels)
    return replace(GOOD, id=id_, file=f"g/{id_}.toml", labels=labels)


def test_a_circle() -> None:
    last = named("c")
    way = (replace(named("a"), broader="b"), replace(named("b"), broader="c"))
    assert said(*way, last) == []
    assert said(*way, replace(last, broader="a")) == [
        "g/a.toml: broader: goes round in a circle: a → b → c → a",
        "g/b.toml: broader: goes round in a circle: b → c → a → b",
        "g/c.toml: broader: goes round in a circle: c → a → b → c",
    ]
    one, two = (
        replace(named("a"), replaced_by=(Successor("b"),)),
        replace(named("b"), replaced_by=(Successor("a"),)),
    )
    assert said(one, two) == [
        "g/a.toml: replaced_by: goes round in a circle: a → b → a",
        "g/b.toml: replaced_by: goes round in a circle: b → a → b",
    ]


# --- labels and examples in the engine ------------------------------------------------------------


def tried(*concepts: Concept) -> list[str]:
    base = Termbase(concepts)
    problems = validate(base, annotate=lambda text, lang: annotate(text, base, lang))
    return [str(problem) for problem in problems]


NEVER = "never matches, not even alone (look at its near, not_near and covered_by, or drop it)"


@pytest.mark.parametrize(
    "never",
    [
        label("trời xanh", covered_by=("bầu trời xanh", "trời xanh")),
        label("trời xanh", not_near=("xanh",)),
        label("MP", kind="acronym", lang="mul", not_near=("MP",)),
    ],
    ids=lambda one: one.text,
)
def test_a_label_that_never_matches(never: Label) -> None:
    assert tried(with_labels(never)) == [f'g/climate.toml: label[4].text: "{never.text}" {NEVER}']


@pytest.mark.parametrize(
    "found",
    [
        label("trời xanh", near=("mây", "gió")),
        label("kỳ họp thứ {n}"),
        label("{n:ordinal} session", lang="en"),
        label("제{n}차 회의", lang="ko"),
        label("CO2", lang="mul", kind="symbol"),
        label("rừng"),
        label("can", lang="en"),
        label("trời không bao giờ đổi", "mistranslation", not_near=("trời",)),
        label("Luật số 72/2020/QH14"),
        label("— —"),
    ],
    ids=lambda one: one.text,
)
def test_a_label_that_matches(found: Label) -> None:
    assert tried(with_labels(found)) == []


def test_a_label_that_another_hides() -> None:
    own = tuple(replace(one, text=f"{one.text} x") for one in GOOD.labels)
    examples = tuple(replace(one, text=one.text.replace("⟧", " x⟧")) for one in EXAMPLES)
    hidden = replace(
        GOOD, id="other", file="g/other.toml", examples=examples, labels=(*own, label("trời", homonym="sky")),
    )  # fmt: skip
    taken = with_labels(label("trời"))
    assert tried(taken, hidden) == []  # the text leaves open which of the two is meant
    assert tried(with_labels(label("trời", near=("mây",))), replace(hidden, labels=(*own, label("trời", not_near=("trời",))))) == [
        f'g/other.toml: label[4].text: "trời" {NEVER}'
    ]  # fmt: skip


def test_an_example_that_does_not_mark_every_hit() -> None:
    assert tried(example("⟦khí hậu⟧ và khí hậu")) == [
        (
            "g/climate.toml: example[4]: the marks are not the hits"
            " (the hits are: ⟦khí hậu⟧ và ⟦khí hậu⟧)"
        )
    ]


def test_only_what_was_asked_for_is_judged() -> None:
    base = Termbase((replace(GOOD, related=("x",)), replace(GOOD, id="other", file="g/other.toml")))
    for concept, other in ((base["climate"], "other"), (base["other"], "climate")):
        problems = validate(base, (concept,))
        assert {problem.file for problem in problems} == {concept.file}
        clashes = [problem.message for problem in problems if "is a label of" in problem.message]
        assert clashes == [f'"{one.text}" is a label of {other} too' for one in GOOD.labels]


def test_each_problem_has_its_line() -> None:
    text = dump_concept(replace(GOOD, related=("x",), counterexamples=(Example("vi", "trời "),)))
    base = Termbase((replace(GOOD, related=("x",), counterexamples=(Example("vi", "trời "),)),))
    assert [str(one) for one in validate(base, text_of=lambda _: text)] == [
        'g/climate.toml:2: related[1]: no concept "x"',
        'g/climate.toml:33: counterexample[1].text: "trời " has a space too many (at its ends or doubled)',
    ]
    more = replace(base["climate"], related=(), labels=(*GOOD.labels, label("trời ")))
    assert [one.line for one in validate(Termbase((more,)), text_of=lambda _: text)] == [0, 33]


# --- one label on two concepts --------------------------------------------------------------------


def pair(first: Label, second: Label) -> list[str]:
    """What is said of two concepts that have these labels beside good ones of their own."""
    one = with_labels(first)
    own = tuple(replace(own, text=f"{own.text} hai") for own in GOOD.labels)
    other = replace(GOOD, id="other", labels=(*own, second), file="g/other.toml")
    return said(one, other)


HINT = "(say with near, not_near or homonym when which is meant)"
ALSO = f'g/other.toml: label[4].text: "PA" is a label of climate too {HINT}'


@pytest.mark.parametrize(
    ("first", "second", "problems"),
    [
        (label("PA"), label("PA"), [ALSO]),
        (label("PA", lang="mul"), label("PA"), [ALSO]),
        (label("pa", "preferred", "mul"), label("PA", "deprecated"), [ALSO]),
        (
            label("PA", "forbidden"),
            label("PA", "admitted"),
            [f'g/other.toml: label[4].text: "PA" is admitted here and forbidden in climate {HINT}'],
        ),
        (
            label("PA"),
            label("pa", "forbidden"),
            [f'g/other.toml: label[4].text: "pa" is forbidden here and admitted in climate {HINT}'],
        ),
        (label("PA", near=("x",)), label("PA"), []),
        (label("PA"), label("PA", not_near=("x",)), []),
        (label("PA", "forbidden", homonym="x"), label("PA"), []),
        (label("PA", lang="ko"), label("PA", lang="vi"), []),
        (label("PA", kind="acronym"), label("Pa", kind="acronym"), []),
        (label("PA", "forbidden"), label("PA", "forbidden"), []),
        (label("PA", "mistranslation"), label("PA"), []),
    ],
)
def test_one_label_on_two_concepts(first: Label, second: Label, problems: list[str]) -> None:
    assert pair(first, second) == problems


def test_problems_are_sorted_as_people_count() -> None:
    bad = with_labels(*(label(f"nhãn  {letter}") for letter in "abcdefgh"))
    assert [line.split(".")[1].split()[1] for line in said(bad)] == [
        f"label[{number}]" for number in range(4, 12)
    ]


@pytest.mark.parametrize("status", ["preferred", "forbidden"])
def test_many_concepts_with_one_label_are_answered(status: str) -> None:
    one = label("khí hậu", status)
    base = Termbase(tuple(Concept(id=f"c{n}", labels=(one,)) for n in range(3000)))
    clashes = [problem for problem in validate(base) if "khí hậu" in problem.message]
    assert bool(clashes) == (status == "preferred")
