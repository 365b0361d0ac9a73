"""From what a file tells to concepts of a glossary: named, cited, checked, laid over what is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from khihau.errors import Problem
from khihau.exchange.base import Entry, Ignored, Item
from khihau.exchange.intake.arrivals import Arrival, Intake, Remark, Taken, take
from khihau.exchange.intake.citing import Bibliography, UnknownSourceError
from khihau.exchange.intake.ids import free_key, id_of
from khihau.model import Concept, Example, Label, Source, SourceRef, Termbase

LAW = Source("luat-bvmt-2020", "Luật Bảo vệ môi trường, số 72", url="https://example.org/luat")
PA = Source("paris-agreement", "Paris Agreement")

BTR = Concept(
    id="btr",
    domain="negotiations",
    labels=(
        Label(lang="en", text="biennial transparency report", status="preferred"),
        Label(
            lang="vi",
            text="báo cáo minh bạch",
            status="admitted",
            near=("khí hậu",),
            source=(SourceRef("paris-agreement", "Article 13"),),
            note={"en": "short", "ko": "짧다"},
        ),
        Label(lang="vi", text="biên bản", status="mistranslation"),
    ),
    definition={"en": "A report.", "vi": "Một báo cáo."},
    related=("etf",),
    examples=(Example("en", "A ⟦biennial transparency report⟧."),),
)
ALL_KEYS = frozenset({"id", "label", "definition", "note", "related", "example"})
ALL_LABEL_KEYS = frozenset({"lang", "text", "status", "kind", "source", "note"})


def entry(
    values: Mapping[str, Any],
    place: str = "row 2",
    keys: frozenset[str] = ALL_KEYS,
    label_keys: frozenset[str] = ALL_LABEL_KEYS,
    **others: Any,
) -> Entry:
    labels = len(values.get("label", ()))
    first = int(place.split()[1])
    return Entry(
        values=values,
        place=place,
        label_places=tuple(f"{place.split()[0]} {first + number}" for number in range(labels)),
        keys=keys,
        label_keys=label_keys,
        **others,
    )


def label(lang: str, text: str, status: str = "preferred", **others: Any) -> dict[str, Any]:
    return {"lang": lang, "text": text, "status": status, **others}


def taken(
    *items: Item,
    glossary: Sequence[Concept] = (BTR,),
    domain: str = "",
    replace: bool = False,
    path: str = "terms.csv",
) -> list[Taken]:
    own = Termbase(glossary, {PA.id: PA})
    return list(take(items, Intake(path, own, {LAW.id: LAW}, domain, replace)))


def arrived(*items: Item, **others: Any) -> Concept:
    arrivals = [one for one in taken(*items, **others) if isinstance(one, Arrival)]
    assert len(arrivals) == 1
    return arrivals[0].new


def problems(*items: Item, **others: Any) -> list[str]:
    return [str(one) for one in taken(*items, **others) if isinstance(one, Problem)]


# --- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([label("en", "Carbon Tax")], "carbon-tax"),
        ([label("vi", "thuế các-bon"), label("en", "carbon tax")], "carbon-tax"),
        ([label("en", "tax on carbon", "admitted"), label("en", "carbon tax")], "carbon-tax"),
        ([label("vi", "Thuế đường ống Đà Nẵng")], "thue-duong-ong-da-nang"),
        ([label("ko", "탄소세"), label("mul", "CBAM")], "cbam"),
        ([label("ko", "탄소세")], ""),
        ([], ""),
        (
            [label("en", "framework for the review of the adequacy and effectiveness of measures")],
            "framework-for-the-review-of-the-adequacy-and-effectiveness",
        ),
    ],
)
def test_an_id_is_made_of_a_name(labels: list[dict[str, Any]], expected: str) -> None:
    assert id_of({"label": labels}) == expected


def test_a_source_key_is_free() -> None:
    assert free_key("https://example.org/a b", ()) == "example-org-a-b"
    assert free_key("Luật", {"luat", "luat-2"}) == "luat-3"
    assert free_key("기후", ()) == "source"


# --- sources --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("paris-agreement", SourceRef("paris-agreement")),
        (
            "paris-agreement, Article 4, paragraph 2",
            SourceRef("paris-agreement", "Article 4, paragraph 2"),
        ),
        ("Paris Agreement", SourceRef("paris-agreement")),
        ("Luật Bảo vệ môi trường, số 72", SourceRef("luat-bvmt-2020")),
        ("Luật Bảo vệ môi trường, số 72, Điều 91", SourceRef("luat-bvmt-2020", "Điều 91")),
        ("https://example.org/luat", SourceRef("luat-bvmt-2020")),
        ("Nghị định mới", SourceRef("nghi-dinh-moi")),
    ],
)
def test_words_for_a_source(words: str, expected: SourceRef) -> None:
    bibliography = Bibliography({PA.id: PA}, {LAW.id: LAW})
    assert bibliography.cite(words) == expected
    assert bibliography.cite(words) == expected


def test_an_address_becomes_a_source_with_it() -> None:
    bibliography = Bibliography({}, {})
    ref = bibliography.cite("https://example.org/new")
    assert bibliography.due([ref.id]) == [
        Source("example-org-new", "https://example.org/new", url="https://example.org/new")
    ]
    assert bibliography.due([ref.id]) == []


def test_what_looks_like_a_key_must_be_one() -> None:
    with pytest.raises(UnknownSourceError, match='did you mean "paris-agreement"'):
        Bibliography({PA.id: PA}, {}).cite("paris-agreemnt, Article 4")


def test_only_cited_or_changed_sources_arrive() -> None:
    new, unused = Source("new", "New"), Source("unused", "Unused")
    changed = Source("paris-agreement", "Paris Agreement", date="2015-12-12")
    found = taken(
        new,
        unused,
        changed,
        LAW,
        entry({"id": "btr", "label": [label("ko", "보고서", source=["new", LAW.id])]}),
    )
    assert [one for one in found if isinstance(one, Source)] == [changed, new]


def test_a_source_that_a_glossary_would_refuse() -> None:
    found = problems(Source("x", "", reliability="blog"))  # type: ignore[arg-type]
    assert found[0].startswith('terms.csv: source “x”: reliability: "blog" is not allowed')
    assert found[1].startswith("terms.csv: source “x”: title: missing")


# --- laid over what is there ----------------------------------------------------------------------


def test_a_new_concept() -> None:
    concept = arrived(
        entry({"label": [label("en", "carbon tax", source=["Paris Agreement"])]}), domain="Finance"
    )
    assert (concept.id, concept.domain) == ("carbon-tax", "finance")
    assert concept.labels[0].source == (SourceRef("paris-agreement"),)


def test_what_the_file_does_not_say_stays() -> None:
    concept = arrived(
        entry(
            {
                "id": "btr",
                "definition": {"vi": "Báo cáo."},
                "label": [
                    label("vi", "báo cáo minh bạch", "preferred", note={"en": "shorter"}),
                    label("ko", "보고서"),
                ],
            }
        )
    )
    assert concept.definition == {"en": "A report.", "vi": "Báo cáo."}
    assert [x.text for x in concept.labels] == [
        "biennial transparency report",
        "báo cáo minh bạch",
        "biên bản",
        "보고서",
    ]
    changed = concept.labels[1]
    assert (changed.status, changed.near) == ("preferred", ("khí hậu",))
    assert changed.source == (SourceRef("paris-agreement", "Article 13"),)
    assert changed.note == {"en": "shorter", "ko": "짧다"}
    assert (concept.related, concept.examples) == (BTR.related, BTR.examples)


def test_lists_grow() -> None:
    table = label("vi", "báo cáo minh bạch", "admitted", source=[LAW.id], near=["BTR"])
    concept = arrived(entry({"id": "btr", "related": ["mrv"], "label": [table]}))
    assert concept.related == ("etf", "mrv")
    (changed,) = (x for x in concept.labels if x.text == "báo cáo minh bạch")
    assert changed.near == ("khí hậu", "BTR")
    assert changed.source == (SourceRef("paris-agreement", "Article 13"), SourceRef(LAW.id))


def test_replace_removes_what_the_file_has_a_place_for() -> None:
    concept = arrived(
        entry(
            {
                "id": "btr",
                "definition": {"vi": "Báo cáo."},
                "label": [label("vi", "báo cáo", "preferred")],
            },
            keys=ALL_KEYS - {"example"},
            statuses=("preferred", "admitted", "deprecated", "forbidden"),
        ),
        replace=True,
    )
    assert concept.definition == {"vi": "Báo cáo."}
    # English has no row in the file, and the file cannot tell a mistranslation.
    assert [x.text for x in concept.labels] == [
        "biennial transparency report",
        "biên bản",
        "báo cáo",
    ]
    assert (concept.related, concept.examples) == ((), BTR.examples)


def test_replace_empties_what_a_row_leaves_empty() -> None:
    concept = arrived(
        entry({"id": "btr", "label": [label("vi", "báo cáo minh bạch", "admitted")]}), replace=True
    )
    (kept,) = (x for x in concept.labels if x.lang == "vi" and x.status == "admitted")
    assert (kept.source, kept.note, kept.near) == ((), {}, ("khí hậu",))


def test_an_example_takes_the_place_of_the_same_sentence() -> None:
    concept = arrived(
        entry(
            {
                "id": "btr",
                "example": [
                    {"lang": "en", "text": "A ⟦biennial⟧ transparency report."},
                    {"lang": "ko", "text": "⟦보고서⟧"},
                ],
            }
        )
    )
    assert [x.text for x in concept.examples] == ["A ⟦biennial⟧ transparency report.", "⟦보고서⟧"]


def test_decomposed_letters_are_composed() -> None:
    decomposed = "ba\u0301o ca\u0301o minh ba\u0323ch"
    concept = arrived(entry({"id": "btr", "label": [label("vi", decomposed, "admitted")]}))
    assert len(concept.labels) == len(BTR.labels)


def test_decomposed_sources_are_composed_and_nothing_stands_twice() -> None:
    title = "Lua\u0323\u0302t ma\u0302\u0303u"
    table = label("vi", "biên bản họp", source=["s1", title], near=["BTR", "BTR"])
    found = taken(
        Source("s1", title), entry({"id": "btr", "related": ["mrv", "mrv"], "label": [table]})
    )
    assert [one for one in found if isinstance(one, Source)] == [Source("s1", "Luật mẫu")]
    concept = next(one.new for one in found if isinstance(one, Arrival))
    assert concept.related == ("etf", "mrv")
    assert (concept.labels[-1].source, concept.labels[-1].near) == ((SourceRef("s1"),), ("BTR",))


def test_a_concept_that_is_as_before_comes_too() -> None:
    found = taken(entry({"id": "btr", "label": [label("vi", "báo cáo minh bạch", "admitted")]}))
    assert found == [Arrival(BTR, BTR)]


def test_a_concept_stays_in_its_folder() -> None:
    found = taken(entry({"id": "btr", "label": [label("ko", "보고서")]}, domain="Finance"))
    assert (
        Ignored(
            "domain “Finance” of btr",
            "it lies in negotiations; a concept is moved by moving its file",
        )
        in found
    )


# --- what is wrong --------------------------------------------------------------------------------

NO_PLACE = "domain: missing (name one in the file, or say --domain NAME)"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"id": "btr", "label": [label("en", "x"), label("vi", "y", "approved")]},
            'row 3: status: "approved" is not allowed',
        ),
        ({"label": [label("ko", "탄소세")]}, "row 2: id: missing, and there is no English"),
        (
            {"id": "Carbon Tax", "label": [label("en", "x")]},
            'row 2: id: "Carbon Tax" is not kebab-case',
        ),
        ({"id": "new", "label": [label("en", "new")]}, f"row 2: {NO_PLACE}"),
        ({"id": "new"}, "row 2: label: missing; a new concept needs a name"),
        (
            {"label": [label("en", "BTR")]},
            'row 2: id: missing; the one made of its name, "btr", is another concept\'s',
        ),
        (
            {"id": "btr", "label": [label("en", "x", source=["no-such-key"])]},
            "row 2: source: no source has the key “no-such-key”",
        ),
        (
            {"id": "btr", "label": [label("en", "x"), label("en", "x")]},
            'row 3: text: "x" stands twice',
        ),
    ],
)
def test_problems_name_the_row(values: Mapping[str, Any], expected: str) -> None:
    assert any(one.startswith(f"terms.csv: {expected}") for one in problems(entry(values))), (
        problems(entry(values))
    )


def test_a_line_is_named_as_a_line() -> None:
    found = problems(entry({"id": "btr", "label": [label("en", "", "preferred")]}, place="line 7"))
    assert found[0].startswith("terms.csv:7: text: ")


def test_an_id_stands_once() -> None:
    first = entry({"id": "btr", "label": [label("ko", "가")]})
    second = entry({"id": "btr", "label": [label("ko", "나")]}, place="row 9")
    assert problems(first, second) == [
        'terms.csv: row 9: id: "btr" stands at row 2 already (give one of the two another id)'
    ]


def test_the_checks_of_the_glossary_are_told_of_what_is_new() -> None:
    found = taken(entry({"id": "btr", "label": [label("vi", "một"), label("vi", "hai")]}))
    (remark,) = (one.problem for one in found if isinstance(one, Remark))
    assert str(remark) == (
        'terms.csv: row 3: text: "hai" is a second preferred label (vi, full) to "một" '
        "(make one of them admitted)"
    )
