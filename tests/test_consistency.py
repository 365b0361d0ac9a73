"""What `validate` advises, in exact words, and how each piece of advice is answered by `meant`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from khihau.cli.main import main
from khihau.engine import annotate
from khihau.model import Concept, Label, Lang, Match, Meant, Source, SourceRef, Successor, Termbase
from khihau.termbase.validate import advise

TEXTS = {"en": "a", "vi": "b", "ko": "c"}


def label(text: str, lang: str = "vi", status: str = "preferred", **keys: object) -> Label:
    return Label(lang=lang, text=text, status=status, **keys)  # type: ignore[arg-type]


def concept(concept_id: str, *labels: Label, **keys: object) -> Concept:
    return Concept(id=concept_id, labels=labels, file=f"g/{concept_id}.toml", **keys)  # type: ignore[arg-type]


FIRST = concept("first", label("thẩm định dự án"), apart=("second",))
SECOND = concept("second", label("thẩm định kết quả"), apart=("first",))
WIDE = concept("wide", label("hydrogen", "en"))
OLD = concept("old", label("khí nhà khí", status="forbidden", note=TEXTS))
BODY = concept("body", label("Bộ Môi trường"), domain="institutions")
NEXT = concept("next", label("Bộ Nông nghiệp và Môi trường"), domain="institutions")
SPELLED = [
    concept(f"c{n}", label(text))
    for n, text in enumerate(("thị trường các-bon", "thuế các-bon", "giá carbon"))
]

# concepts; what is said; the word of `meant`, and whether it stands at a label
CASES = [
    ([concept("a", label("x"), note={"en": "a"})], 'g/a.toml: note: no note in vi, ko (or say meant = ["notes"])', "notes"),
    ([concept("a", label("x", note={"vi": "a", "ko": "b"}))], 'g/a.toml: label[1].note: no note in en (or say meant = ["notes"])', "notes"),
    (
        [concept("a", label("x", status="forbidden", note={"en": "a"}, meant=("notes",)))],
        'g/a.toml: label[1].status: "x" is forbidden without evidence (cite a text that has it, or say why in vi, ko, en; or say meant = ["no-evidence"])',
        "no-evidence",
    ),
    (
        [concept("a", label("các chất HCFC"))],
        'g/a.toml: label[1].text: "các chất HCFC" is a plural (write "chất HCFC", which is found in it; or say meant = ["plural"])',
        "plural",
    ),
    (
        [concept("a", label("x"), related=("b",)), concept("b", label("y"))],
        'g/a.toml: related[1]: "b" does not point back (write it there too; or say meant = ["one-way"])',
        "one-way",
    ),
    (
        [FIRST, replace(SECOND, meant=("shared-words",))],
        'g/first.toml: label[1].text: "thẩm định dự án" has the head word of "thẩm định kết quả" in second (prefer another word; or say meant = ["shared-words"])',
        "shared-words",
    ),
    (
        [concept("green", label("hydrogen", "en", "admitted"), broader="wide"), WIDE],
        'g/green.toml: label[1].sense: "hydrogen" is a name of wide, which is broader (write sense = "broader", or take it out; or say meant = ["sense"])',
        "sense",
    ),
    (
        [concept("a", label("x"), definition={"vi": "Lượng khí nhà khí."}), OLD],
        'g/a.toml: definition.vi: "khí nhà khí" is forbidden in old (or say meant = ["old-name"])',
        "old-name",
    ),
    (
        [
            concept(
                "a",
                label("Bộ X"),
                domain="institutions",
                definition={"vi": "Bộ nhập vào Bộ Môi trường và Bộ Nông nghiệp và Môi trường."},
                replaced_by=(Successor("next"),),
            ),
            BODY,
            NEXT,
        ],
        'g/a.toml: replaced_by: the definition names body beside the one successor (name each in replaced_by; or say meant = ["successor"])',
        "successor",
    ),
    (
        SPELLED,
        'g/c2.toml: label[1].text: "giá carbon" has "carbon", and most names "các-bon" (or say meant = ["spelling"])',
        "spelling",
    ),
]  # fmt: skip


def said(*concepts: Concept, sources: tuple[Source, ...] = ()) -> list[str]:
    base = Termbase(concepts, {one.id: one for one in sources})
    return [str(one) for one in advise(base, annotate=partial(_annotated, base))]


def _annotated(base: Termbase, text: str, lang: Lang) -> list[Match]:
    return annotate(text, base, lang)


@pytest.mark.parametrize(("concepts", "message", "meant"), CASES)
def test_advice(concepts: list[Concept], message: str, meant: Meant) -> None:
    assert said(*concepts) == [message]
    answered = [
        replace(
            one,
            meant=(meant,),
            labels=tuple(replace(x, meant=(*x.meant, meant)) for x in one.labels),
        )
        for one in concepts
    ]
    assert said(*answered) == []


@pytest.mark.parametrize(
    ("concept", "message"),
    [
        (concept("a", label("x"), related=("b",), broader="b"), '"b" is broader or replaced_by already (take it out here)'),
        (concept("a", label("x"), apart=("b",)), '"b" does not name this one (write it there)'),
        (concept("a", label("x"), apart=("c",)), 'no concept "c"'),
    ],
)  # fmt: skip
def test_links_that_are_never_meant(concept: Concept, message: str) -> None:
    (told,) = said(concept, BOUND)
    assert told.endswith(f": {message}")


BOUND = concept("b", label("y"))


def test_what_is_explained_or_cited_is_no_fault() -> None:
    assert not said(concept("a", label("x", status="forbidden", source=(SourceRef("s"),))))
    assert not said(OLD)


def test_a_home_page_leads_nowhere() -> None:
    home, text = (
        Source(key, key, url=url)
        for key, url in (("home", "https://law.go.kr/"), ("text", "https://law.go.kr/법령/기상법"))
    )
    assert said(sources=(home, text)) == [
        (
            'sources.toml: home.url: "https://law.go.kr/" is a home page, and does not lead to the text '
            "(give the address of the text, or none)"
        )
    ]


def test_advice_is_a_fault_where_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = 'id = "a"\nnote.en = "A."\n'
    labels = "".join(
        f'\n[[label]]\nlang = "{lang}"\ntext = "x{lang}"\nstatus = "preferred"\n'
        for lang in ("en", "vi", "ko")
    )
    examples = "".join(
        f'\n[[example]]\nlang = "{lang}"\ntext = "A ⟦x{lang}⟧."\n' for lang in ("en", "vi", "ko")
    )
    (tmp_path / "a.toml").write_text(head + labels + examples, encoding="utf-8")
    codes = {}
    for strict in ((), ("--strict",)):
        codes[strict] = main(["glossary", "validate", str(tmp_path / "a.toml"), *strict])
        out = capsys.readouterr().out
        assert "advice: " in out
        assert out.endswith("1 concept, 3 labels: no problems, 1 piece of advice.\n")
    assert codes == {(): 0, ("--strict",): 1}
