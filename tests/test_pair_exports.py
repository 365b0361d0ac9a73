"""Lists of words in two languages, for OmegaT and for DeepL."""

from __future__ import annotations

import csv
import datetime
import io
from collections import Counter
from itertools import permutations
from types import ModuleType

import pytest

from built_in import built_in
from khihau.errors import KhihauError
from khihau.exchange import deepl, omegat
from khihau.exchange.base import Loss, Wanted
from khihau.exchange.pairs import pairs
from khihau.model import LANGS, Concept, Example, Label, Lang, Source, SourceRef, Termbase
from khihau.text.cells import flat

DIRECTIONS = tuple(permutations(LANGS, 2))
EN_VI = Wanted("x", "en", "vi")
ENDED = datetime.date(2025, 3, 1)

NDC = Concept(
    id="ndc",
    definition={"en": "A plan."},
    note={"en": "Five years."},
    related=("btr",),
    examples=(Example("en", "An ⟦NDC⟧."),),
    labels=(
        Label(lang="en", text="nationally determined contribution", status="preferred"),
        Label(
            lang="en",
            text="climate\tplan",
            status="admitted",
            near=("NDC", "COP"),
            scope=("press",),
        ),
        Label(lang="en", text="national determined contribution", status="forbidden"),
        Label(lang="en", text="voluntary goal", status="mistranslation"),
        Label(lang="en", text="{n:ordinal} NDC", status="preferred"),
        Label(lang="mul", text="NDC", status="preferred", kind="acronym"),
        Label(
            lang="vi",
            text="đóng góp do quốc gia tự quyết định",
            status="preferred",
            source=(SourceRef("law", "Điều 3"),),
        ),
        Label(lang="vi", text="đóng góp quốc gia", status="admitted", note={"en": "Short."}),
        Label(lang="vi", text="đóng góp quốc gia tự nguyện", status="forbidden"),
    ),
)
MINISTRY = Concept(
    id="ministry",
    labels=(
        Label(lang="en", text="Ministry of Agriculture and Environment", status="preferred"),
        Label(lang="en", text="Ministry of Environment", status="deprecated", until=ENDED),
        Label(lang="en", text="Ministry of Nature", status="deprecated"),
        Label(
            lang="en", text="Nature Office", status="deprecated", until=datetime.date(2000, 1, 1)
        ),
        Label(lang="mul", text="MONRE", status="deprecated", kind="acronym", until=ENDED),
        Label(lang="vi", text="Bộ Nông nghiệp và Môi trường", status="preferred"),
        Label(lang="vi", text="Bộ TN&MT", status="deprecated", kind="short", until=ENDED),
        Label(lang="vi", text="Bộ Tài nguyên và Môi trường", status="deprecated", until=ENDED),
    ),
)
FORMULAS = Termbase(
    tuple(
        Concept(
            id=f"f{number}",
            labels=(
                Label(lang="en", text=en, status="preferred"),
                Label(lang="vi", text=vi, status="preferred"),
            ),
        )
        for number, (en, vi) in enumerate(
            [("=cmd|' /C calc'!A0", "a"), ("b", "=1+1"), ("@SUM(A1)", "c"), ("+1", "d"), ("-e", "-e"),
             ("'=f", "f"), ("a - b", "a = b")]
        )
    )
)  # fmt: skip
SMALL = Termbase((NDC, MINISTRY), {"law": Source("law", "Luật, “BVMT”")})


def base_of(*rows: tuple[str, str]) -> Termbase:
    """A termbase with a concept for each name in English and in Vietnamese."""
    return Termbase(
        Concept(
            id=f"c{number}",
            labels=(
                Label(lang="en", text=english, status="preferred"),
                Label(lang="vi", text=vietnamese, status="preferred"),
            ),
        )
        for number, (english, vietnamese) in enumerate(rows)
    )


# --- OmegaT ---------------------------------------------------------------------------------------


def test_omegat() -> None:
    content, losses = omegat.export(SMALL, EN_VI)
    about = "not: đóng góp quốc gia tự nguyện | source: Luật, “BVMT”, Điều 3 | ndc"
    official = "đóng góp do quốc gia tự quyết định"
    old = "outdated names: Bộ TN&MT; Bộ Tài nguyên và Môi trường; MONRE | source: unverified | ministry"
    new = "Bộ Nông nghiệp và Môi trường"
    assert content == "".join(
        "\t".join(cells) + "\n"
        for cells in (
            (
                "nationally determined contribution",
                official,
                f"also: đóng góp quốc gia; NDC | {about}",
            ),
            (
                "climate plan",
                official,
                f"only near: NDC, COP | also: đóng góp quốc gia; NDC | {about}",
            ),
            (
                "NDC",
                "NDC",
                (
                    f"in full: {official} | also: đóng góp quốc gia"
                    " | not: đóng góp quốc gia tự nguyện | source: unverified | ndc"
                ),
            ),
            ("Ministry of Agriculture and Environment", new, old),
            (
                "Ministry of Environment",
                new,
                (
                    "outdated: since 2025-03-01 | name of that time: Bộ Tài nguyên và Môi trường"
                    f" | {old}"
                ),
            ),
            ("Ministry of Nature", new, f"outdated: yes | {old}"),
            ("Nature Office", new, f"outdated: since 2000-01-01 | {old}"),
            ("MONRE", new, f"outdated: since 2025-03-01 | name of that time: MONRE | {old}"),
        )
    )
    assert [str(loss) for loss in losses] == [
        "1 forbidden label left out: OmegaT has no place for a wrong name in the source",
        "1 mistranslation left out: in the source they are ordinary words",
        "1 numbered label left out: OmegaT knows no {n} for any number",
        "1 definition left out: OmegaT takes words only",
        "2 notes left out: OmegaT takes words only",
        "1 relation left out: OmegaT takes words only",
        "1 example left out: OmegaT takes words only",
        "1 label detail left out: OmegaT takes words only",
    ]


def test_omegat_tells_every_condition_and_shortens_a_long_one() -> None:
    label = Label(
        lang="en",
        text="sink",
        status="preferred",
        not_near=tuple("abcdefg"),
        covered_by=("sink hole",),
        homonym="of a kitchen",
    )
    concept = Concept(
        id="sink", labels=(label, Label(lang="vi", text="bể hấp thụ", status="preferred"))
    )
    assert omegat.export(Termbase((concept,)), EN_VI).content == (
        "sink\tbể hấp thụ\tnot near: a, b, c, d, e, and 2 more | not in: sink hole"
        " | other sense: of a kitchen | source: unverified | sink\n"
    )


def test_omegat_would_read_a_name_with_a_hash_as_a_comment() -> None:
    content, losses = omegat.export(base_of(("#1 goal", "mục tiêu")), EN_VI)
    assert content == ""
    assert [str(loss) for loss in losses] == [
        "1 label left out: OmegaT takes a line that begins with # for a comment"
    ]


def test_omegat_keeps_a_name_of_two_concepts_twice() -> None:
    content = omegat.export(base_of(("sink", "bể"), ("sink", "chậu")), EN_VI).content
    assert content == "sink\tbể\tsource: unverified | c0\nsink\tchậu\tsource: unverified | c1\n"


# --- DeepL ----------------------------------------------------------------------------------------


def test_deepl() -> None:
    content, losses = deepl.export(SMALL, EN_VI)
    assert content == (
        "nationally determined contribution,đóng góp do quốc gia tự quyết định\n"
        "NDC,NDC\n"
        "Ministry of Agriculture and Environment,Bộ Nông nghiệp và Môi trường\n"
        "Ministry of Environment,Bộ Tài nguyên và Môi trường\n"
        "Ministry of Nature,Bộ Nông nghiệp và Môi trường\n"
        "MONRE,MONRE\n"
    )
    assert [str(loss) for loss in losses] == [
        "1 forbidden label left out: DeepL has no place for a wrong name in the source",
        "1 mistranslation left out: in the source they are ordinary words",
        "1 numbered label left out: DeepL knows no {n} for any number",
        "1 conditional label left out: DeepL would replace such names beside any words",
        "1 outdated label left out: DeepL would put the name of today in its place",
        "1 admitted rendering left out: DeepL takes one rendering",
        "1 wrong rendering left out: DeepL has no list of words to avoid",
        "1 definition left out: DeepL takes words only",
        "2 notes left out: DeepL takes words only",
        "1 relation left out: DeepL takes words only",
        "1 example left out: DeepL takes words only",
        "1 label detail left out: DeepL takes words only",
    ]


@pytest.mark.parametrize("condition", ["near", "not_near", "covered_by", "homonym"])
def test_deepl_leaves_out_what_holds_in_some_sentences_only(condition: str) -> None:
    given = "x" if condition == "homonym" else ("x",)
    label = Label(lang="en", text="sink", status="preferred", **{condition: given})  # type: ignore[arg-type]
    concept = Concept(id="sink", labels=(label, Label(lang="vi", text="bể", status="preferred")))
    content, losses = deepl.export(Termbase((concept,)), EN_VI)
    assert (content, losses[0].count, losses[0].what) == ("", 1, "conditional label")


def test_deepl_takes_a_source_once_whatever_its_case() -> None:
    rows = (("sink", "bể"), ("Sink", "chậu"), ("source", "nguồn"), ("Source", "nguồn"))
    content, losses = deepl.export(base_of(*rows), EN_VI)
    assert content == "source,nguồn\n"
    assert [str(loss) for loss in losses] == [
        (
            "2 ambiguous labels left out:"
            " several concepts share the name, and DeepL takes one rendering"
        )
    ]


def test_deepl_quotes_commas_and_quotation_marks() -> None:
    content = deepl.export(base_of(('a, "b"', "c")), EN_VI).content
    assert content == '"a, ""b""",c\n'


def test_deepl_counts_bytes() -> None:
    rows = [("a", "ể" * 342), ("b" * 1024, "b"), ("c" * 1025, "c")]  # ể has 3 bytes: 1,026
    content, losses = deepl.export(base_of(*rows), EN_VI)
    assert content == f"{'b' * 1024},b\n"
    assert [str(loss) for loss in losses] == ["2 labels left out: DeepL takes 1,024 bytes an entry"]


def test_deepl_takes_so_much_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deepl, "LONGEST_GLOSSARY", 9)
    content, losses = deepl.export(base_of(("a", "ạ"), ("b", "b"), ("c", "c")), EN_VI)
    assert content == "a,ạ\n"  # 6 bytes, and 4 more are too many
    assert [str(loss) for loss in losses] == [
        "2 labels left out: DeepL takes 10 MiB a glossary; choose domains"
    ]


# --- both -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        (None, "vi", "name both, as in --from en --to vi"),
        ("en", None, "name both, as in --from en --to vi"),
        ("en", "en", "--from and --to are both en; name two languages"),
    ],
)
@pytest.mark.parametrize("tool", [omegat, deepl])
def test_two_languages_are_needed(
    tool: object, source: Lang | None, target: Lang | None, message: str
) -> None:
    with pytest.raises(KhihauError, match=message):
        tool.export(SMALL, Wanted("terms", source, target))  # type: ignore[attr-defined]


def test_a_concept_whose_names_have_a_number_has_no_rendering() -> None:
    labels = (
        Label(lang="en", text="Assessment Report", status="preferred"),
        Label(lang="vi", text="Báo cáo đánh giá lần thứ {n}", status="preferred"),
    )
    content, losses = deepl.export(Termbase((Concept(id="ar", labels=labels),)), EN_VI)
    assert content == ""
    assert str(losses[0]) == (
        "1 label left out: the concept has no preferred name without a number in Vietnamese"
    )


def test_a_text_is_one_line() -> None:
    assert flat(" a\tb\r\nc\u2028d\x00e\x85f\ud800 ") == "a b c d e f\ufffd"


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_the_built_in_glossary_for_omegat(source: Lang, target: Lang) -> None:
    wanted = Wanted("x", source, target)
    exported = omegat.export(built_in(), wanted)
    assert isinstance(exported.content, str)
    lines = exported.content.split("\n")
    assert lines.pop() == ""
    rows = [line.split("\t") for line in lines]
    assert {len(row) for row in rows} == {3}
    assert all(cell and cell == cell.strip() for row in rows for cell in row)
    wrong = wrong_texts(target)
    for source_text, target_text, comment in rows:
        assert (comment.rsplit(" | ", 1)[-1], target_text) not in wrong, source_text
        assert "{n" not in source_text + target_text
    assert len(rows) == len(pairs(built_in(), wanted, "OmegaT")[0])
    assert exported == omegat.export(built_in(), wanted)


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_the_built_in_glossary_for_deepl(source: Lang, target: Lang) -> None:
    wanted = Wanted("x", source, target)
    exported = deepl.export(built_in(), wanted)
    assert isinstance(exported.content, str)
    rows = list(csv.reader(io.StringIO(exported.content)))
    assert {len(row) for row in rows} == {2}
    assert max(Counter(source_text.casefold() for source_text, _ in rows).values()) == 1
    cells = [cell for row in rows for cell in row]
    assert all(cell and cell == flat(cell) and "{n" not in cell for cell in cells)
    assert max(len(cell.encode()) for cell in cells) <= deepl.LONGEST_ENTRY
    assert len(exported.content.encode()) < deepl.LONGEST_GLOSSARY
    renderings = {
        label.text
        for concept in built_in().concepts
        for label in concept.labels
        if label.lang in (target, "mul") and label.status in ("preferred", "deprecated")
    }
    shared = {
        label.text
        for concept in built_in().concepts
        for label in concept.labels
        if (label.lang, label.status) == ("mul", "admitted")
    }
    for name, rendering in rows:
        assert rendering in renderings or (name == rendering and name in shared)
    assert exported == deepl.export(built_in(), wanted)


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_every_label_of_the_source_is_written_or_counted(source: Lang, target: Lang) -> None:
    labels = sum(
        label.lang in (source, "mul") for concept in built_in().concepts for label in concept.labels
    )
    found, losses = pairs(built_in(), Wanted("x", source, target), "OmegaT")
    assert len(found) + losses.total() == labels


def wrong_texts(lang: Lang) -> set[tuple[str, str]]:
    return {
        (concept.id, label.text)
        for concept in built_in().concepts
        for label in concept.labels
        if label.lang == lang and label.status in ("forbidden", "mistranslation")
    }


@pytest.mark.parametrize(
    ("source", "target", "name", "rendering"),
    [
        ("en", "vi", "PM10", "PM10"),
        ("en", "ko", "MtCO2e", "MtCO2e"),
        ("ko", "vi", "UNESCAP", "UNESCAP"),
        ("en", "vi", "renewables", "năng lượng tái tạo"),
        ("vi", "ko", "BĐKH", "기후변화"),
        ("ko", "en", "NDC", "NDC"),
    ],
)
def test_a_shared_acronym_stays_and_a_clipped_name_is_rendered_in_full(
    source: Lang, target: Lang, name: str, rendering: str
) -> None:
    for form in (deepl, omegat):
        content = form.export(built_in(), Wanted("x", source, target)).content
        assert isinstance(content, str)
        cells = (line.replace("\t", ",").split(",")[:2] for line in content.splitlines())
        assert [name, rendering] in list(cells)


@pytest.mark.parametrize(
    ("module", "tool", "content"),
    [
        (deepl, "DeepL", "a - b,a = b\n"),
        (omegat, "OmegaT", "a - b\ta = b\tsource: unverified | f6\n"),
    ],
)
def test_no_line_is_a_formula(module: ModuleType, tool: str, content: str) -> None:
    """An apostrophe would be a letter there, so what a spreadsheet would run is left out and told."""
    exported = module.export(FORMULAS, EN_VI)
    assert exported.content == content
    why = f"a spreadsheet would run it, and {tool} knows no sign that says it is a text"
    assert Loss(6, "label", why) in exported.losses
