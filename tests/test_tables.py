"""CSV and TSV: the exact text, the way back, headings in three languages, and what is refused."""

from __future__ import annotations

import csv
import io
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from built_in import FOLDER, built_in
from khihau.errors import InputError, Problem
from khihau.exchange.base import Entry, Exported, Ignored, Item, Wanted
from khihau.exchange.tables import delimited
from khihau.exchange.tables.by_concept import COLUMNS as WIDE
from khihau.exchange.tables.by_label import COLUMNS
from khihau.exchange.tables.cells import joined, parted, sources_in
from khihau.exchange.tables.headings import column_of, value_of, yes_or_no
from khihau.model import (
    KINDS,
    RELIABILITIES,
    STATUSES,
    Concept,
    Example,
    Label,
    Source,
    SourceRef,
    Successor,
    Termbase,
)
from khihau.site.words import WORDS, Words
from khihau.termbase.build import build_concept
from khihau.termbase.checks import text as check_text
from khihau.termbase.load import load_glossary
from khihau.termbase.schema import LABEL_KEYS, concept_faults
from khihau.text.cells import guarded, unguarded
from test_termbase_dump import CANONICAL, CONCEPTS

HEADING = "id,lang,text,status\n"
LOST = "left out: a CSV file has no place for them"


def exported(base: Termbase, path: str, *, wide: bool = False) -> Exported:
    return delimited.export(base, Wanted(path, wide=wide, tabs=path.endswith(".tsv")))


def read(
    folder: Path, data: str | bytes, name: str = "a.csv", encoding: str | None = None
) -> list[Item]:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(delimited.read(file, encoding))


def entries(items: Iterable[Item]) -> dict[str, Entry]:
    """The entries by id; there must be nothing else but sources."""
    assert not [item for item in items if not isinstance(item, Entry | Source)]
    return {item.values["id"]: item for item in items if isinstance(item, Entry)}


def built(entry: Entry) -> Concept:
    concept_id = str(entry.values["id"])
    assert concept_faults(entry.values, concept_id) == ()
    return build_concept(entry.values, entry.domain, "")


def without_sessions(concept: Concept) -> Concept:
    return replace(concept, sessions=())


def without_examples(concept: Concept) -> Concept:
    return replace(without_sessions(concept), examples=(), counterexamples=())


def in_columns(concept: Concept) -> Concept:
    """What the wide form holds of a concept: the names, and the sources of the first preferred."""
    first = {
        lang: next((x for x in concept.labels if (x.lang, x.status) == (lang, "preferred")), None)
        for lang in ("vi", "ko", "en")
    }
    names = [
        Label(
            lang=label.lang,
            text=label.text,
            status=label.status,
            kind=label.kind,
            source=tuple(
                replace(one, quote=None) for one in label.source if label is first.get(label.lang)
            ),
        )
        for label in concept.labels
    ]
    return replace(concept, labels=tuple(sorted(names, key=lambda one: (one.lang, one.text))))


def problems(folder: Path, data: str | bytes, **options: Any) -> list[str]:
    found = [str(item) for item in read(folder, data, **options) if isinstance(item, Problem)]
    return [one.removeprefix(f"{folder / 'a.csv'}: ") for one in found]


def refused(folder: Path, data: str | bytes, **options: Any) -> str:
    with pytest.raises(InputError) as error:
        read(folder, data, **options)
    return str(error.value).removeprefix(f"{folder / options.get('name', 'a.csv')}: ")


def labels(folder: Path, data: str | bytes, **options: Any) -> list[dict[str, Any]]:
    (entry,) = entries(read(folder, data, **options)).values()
    found: list[dict[str, Any]] = entry.values["label"]
    return found


@pytest.fixture
def small(tmp_path: Path) -> Termbase:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "btr.toml").write_text(CANONICAL, encoding="utf-8")
    return load_glossary(tmp_path, builtin=False)


# --- out ------------------------------------------------------------------------------------------


def test_the_text_of_one_row_a_label_stays(small: Termbase) -> None:
    content = exported(small, "terms.csv").content
    assert content == (
        "\ufeffid,domain,lang,text,status,kind,part_of_speech,sense,source,quote,note.en,note.vi,note.ko,case,scope,of,"
        "near,not_near,covered_by,homonym,reading,plural,since,until,sensitive,write,meant,"
        "definition.en,definition.vi,definition.ko,"
        "concept_note.en,concept_note.vi,concept_note.ko,related,broader,apart,was,"
        "native_reader.en,native_reader.vi,native_reader.ko,concept_meant,replaced_by\n"
        'btr,reports,mul,BTR,deprecated,acronym,noun,narrower,"law; decision, para. 3",2: a BTR\\; b,old,,,any,vn,VN,a; b,c,BTRX,'
        '"a ""firm""",비티아르,BTRs,2020-01-01,2025-03-01,disputed,x; y,plural; spelling,'
        'One.,Một.,,,,하나,etf; mrv,report [part],bur,br,,"An, 2026-12",,one-way,"btr-2 [en: trade \\\\| ""x"" | ko: 통상]; btr-3"\n'
        'btr,reports,vi,báo cáo,preferred,full,,,"law, Điều 1"' + "," * 33 + "\n"
        "btr,reports,ko,보고서,preferred,full,,,law" + "," * 33 + "\n"
    )


def test_the_text_of_one_row_a_concept_stays(small: Termbase) -> None:
    content = exported(small, "terms.tsv", wide=True).content
    assert isinstance(content, str)
    heading, row = content.removeprefix("\ufeff").splitlines()
    assert heading == "\t".join(WIDE)
    assert row == "\t".join(
        [
            *("btr", "reports", "BTR [deprecated]"),
            *("báo cáo", "law, Điều 1", "", "", "", ""),
            *("보고서", "law", "", "", "", ""),
            *("", "", "", "", "", ""),
            *(
                "One.",
                "Một.",
                "",
                "",
                "",
                "하나",
                "etf; mrv",
                "report [part]",
                "bur",
                "br",
                "",
                "An, 2026-12",
                "",
                "one-way",
                r'"btr-2 [en: trade \\| ""x"" | ko: 통상]; btr-3"',
            ),
        ]
    )


def test_the_columns_hold_every_key_of_a_label() -> None:
    held = {column.split(".")[0] for column in COLUMNS}
    assert held >= set(LABEL_KEYS) - {"decision", "comment"}  # which are counted as lost


def test_what_has_no_place_is_counted(small: Termbase) -> None:
    base = Termbase(small.concepts, {"law": Source("law", "Luật")})
    assert list(map(str, exported(base, "terms.csv").losses)) == [
        "1 session left out: tables have no place for them",
        "3 decisions left out: tables have no place for them",
        "1 comment left out: tables have no place for them",
        f"1 example {LOST}",
        f"1 counterexample {LOST}",
        "1 bibliographic record left out: a CSV file holds the keys of sources only",
    ]
    why = "left out: a table of one row a concept has no such column"
    assert list(map(str, exported(small, "terms.tsv", wide=True).losses)) == [
        *(
            f"1 “{key}” value {why}"
            for key in "part_of_speech sense note case scope of near not_near".split()
        ),
        *(
            f"1 “{key}” value {why}"
            for key in "covered_by homonym reading plural since until sensitive write meant".split()
        ),
        (
            "1 “source” value left out: only the first preferred name of a language has a column for its "
            "sources"
        ),
        f"1 “quote” value {why}",
        "1 session left out: tables have no place for them",
        "3 decisions left out: tables have no place for them",
        "1 comment left out: tables have no place for them",
        "1 example left out: a TSV file has no place for them",
        "1 counterexample left out: a TSV file has no place for them",
    ]


def test_line_breaks_are_spaces(tmp_path: Path) -> None:
    label = Label(lang="en", text="a", status="preferred", note={"en": "one\ntwo\t three"})
    base = Termbase([Concept(id="a", labels=(label,), definition={"en": "b\r\nc"})])
    content, losses = exported(base, "terms.csv")
    assert list(map(str, losses)) == [
        "2 line break or control characters left out: a cell is one line"
    ]
    assert isinstance(content, str)
    concept = built(entries(read(tmp_path, content))["a"])
    assert (concept.labels[0].note, concept.definition) == ({"en": "one two  three"}, {"en": "b c"})


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-ness", "'-ness"),
        ("@all", "'@all"),
        ("＝1", "'＝1"),
        ("＠all", "'＠all"),
        ("\u3000=1", "'\u3000=1"),
        ("'=1", "''=1"),
        ("' =1", "'' =1"),
        ("'tis", "'tis"),
        ("''", "''"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(words: str, cell: str) -> None:
    assert guarded(words) == cell
    assert unguarded(cell) == words


@given(st.text(st.sampled_from("'= @a＋\u3000-")))
def test_the_apostrophe_goes_as_it_came(words: str) -> None:
    assert unguarded(guarded(words)) == words


@given(st.lists(st.text(st.sampled_from(r"\;[] a,")).map(str.strip).filter(bool)))
def test_lists_in_cells(items: list[str]) -> None:
    assert parted(joined(items)) == items


def test_lists_as_people_write_them() -> None:
    assert parted(r"a;b ; ; c\d\;e; f\\") == ["a", "b", r"c\d;e", "f\\"]
    assert parted(" ; ") == []


@pytest.mark.parametrize(
    ("cell", "sources"),
    [
        ("law", ["law"]),
        ("law, Điều 1; ipcc-ar6, p. 3, fig. 2", [("law", "Điều 1"), ("ipcc-ar6", "p. 3, fig. 2")]),
        ("Luật BVMT, Điều 91", [("Luật BVMT", "Điều 91")]),
        ("Nghị định 06, Điều 2", ["Nghị định 06, Điều 2"]),
        ("https://a.vn/x,y", ["https://a.vn/x,y"]),
        ("law, ", ["law,"]),
    ],
)
def test_sources(cell: str, sources: list[Any]) -> None:
    found = [
        {"id": source[0], "at": source[1]} if isinstance(source, tuple) else source
        for source in sources
    ]
    assert sources_in(cell, {"Luật BVMT"}) == found


# --- there and back -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def builtin() -> Termbase:
    return built_in()


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_the_builtin_glossary_comes_back(builtin: Termbase, name: str, tmp_path: Path) -> None:
    content = exported(builtin, name).content
    assert isinstance(content, str)
    found = entries(read(tmp_path, content, name))
    assert [built(found[one.id]) for one in builtin.concepts] == [
        without_examples(one) for one in builtin.concepts
    ]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_the_builtin_names_come_back(builtin: Termbase, name: str, tmp_path: Path) -> None:
    content = exported(builtin, name, wide=True).content
    assert isinstance(content, str)
    found = entries(read(tmp_path, content, name))
    assert [in_columns(built(found[one.id])) for one in builtin.concepts] == [
        in_columns(without_examples(one)) for one in builtin.concepts
    ]


def one_line(words: str) -> str:
    """A text as a cell can hold it."""
    lined = "".join(" " if unicodedata.category(x) in ("Cc", "Zl", "Zp") else x for x in words)
    lined = lined.replace("\ufffe", "").replace("\uffff", "")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", lined).strip())


def tidy(value: Any) -> Any:
    """A value whose texts a cell can hold."""
    match value:
        case str():
            return one_line(value)
        case tuple():
            return tuple(map(tidy, value))
        case Mapping():
            return MappingProxyType({key: tidy(item) for key, item in value.items()})
        case SourceRef():  # a key that looks like one
            return SourceRef("key-1", tidy(value.at), tidy(value.quote))
        case Label() | Concept() | Example() | Successor():
            names = value.__dataclass_fields__
            return replace(value, **{name: tidy(getattr(value, name)) for name in names})
        case _:
            return value


def fits(concept: Concept) -> bool:
    """Whether nothing in it became empty or the same."""
    keys = [(label.lang, label.text) for label in concept.labels]
    texts = [text for _, text in keys]
    for label in concept.labels:
        refs = [x for ref in label.source for x in (ref.at, ref.quote) if x is not None]
        texts += [*label.note.values(), *label.near, *label.not_near, *label.covered_by, *refs]
        texts += [
            x for x in (label.homonym, label.reading, label.plural, label.write) if x is not None
        ]
    texts += [*concept.definition.values(), *concept.note.values(), *concept.related]
    texts += [*concept.native_reader.values(), *concept.apart, *concept.was]
    texts += [concept.broader] if concept.broader is not None else []
    for one in concept.replaced_by:
        texts += [one.concept, *one.field.values()]
    texts += [example.text for example in (*concept.examples, *concept.counterexamples)]
    return len(set(keys)) == len(keys) and not any(check_text(text, ()) for text in texts)


def undecided(concept: Concept) -> Concept:
    """Without what tables have no place for, and count as lost."""
    labels = tuple(replace(label, decision=(), comment=()) for label in concept.labels)
    return replace(concept, labels=labels)


TIDY = CONCEPTS.map(undecided).map(tidy).filter(fits)


@given(TIDY, st.sampled_from(["a.csv", "a.tsv"]))
@settings(deadline=None, max_examples=50)
def test_any_concept_comes_back(concept: Concept, name: str) -> None:
    content = exported(Termbase([concept]), name).content
    assert isinstance(content, str)
    with tempfile.TemporaryDirectory() as folder:
        found = entries(read(Path(folder), content, name))
    assert built(found[concept.id]) == without_examples(concept)


@given(TIDY)
@settings(deadline=None, max_examples=50)
def test_any_names_come_back(concept: Concept) -> None:
    content = exported(Termbase([concept]), "a.csv", wide=True).content
    assert isinstance(content, str)
    with tempfile.TemporaryDirectory() as folder:
        found = entries(read(Path(folder), content))
    assert in_columns(built(found[concept.id])) == in_columns(without_examples(concept))


@given(TIDY)
@settings(deadline=None, max_examples=50)
def test_every_record_has_all_columns(concept: Concept) -> None:
    content = exported(Termbase([concept]), "a.csv").content
    assert isinstance(content, str)
    records = list(csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline="")))
    assert {len(record) for record in records} == {len(COLUMNS)}
    assert len(records) == content.count("\n") == 1 + len(concept.labels)
    assert not any(cell.strip().startswith(tuple("=+-@")) for record in records for cell in record)


# --- in: headings and values ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "headings"),
    [
        ("text", ["Term", "thuật ngữ", "용어", " TEXT "]),
        ("lang", ["Language", "Ngôn ngữ", "언어"]),
        ("status", ["Trạng thái", "Tình trạng", "상태", "사용 상태"]),
        ("source", ["nguồn", "출처", "Sources", "Nguồn trích dẫn", "참고 문헌"]),
        ("part_of_speech", ["Part of speech", "part-of-speech", "từ loại", "품사"]),
        ("not_near", ["Not near", "NOT_NEAR"]),
        ("note.vi", ["note.vi", "Note (vi)", "ghi chú", "note_vi", "Ghi chú tiếng Việt"]),
        ("note.en", ["Note", "note [English]", "Remarks"]),
        ("note.ko", ["비고", "비고(한국어)", "Note: ko-KR"]),
        ("definition.ko", ["정의", "Definition / Korean", "định nghĩa tiếng Hàn"]),
        ("concept_note.en", ["concept note", "Concept_note.en"]),
        (
            "vi",
            ["Vietnamese", "Tiếng Việt", "tie\u0302\u0301ng vie\u0323\u0302t", "베트남어", "vi-VN"],
        ),
        (
            "vi",
            ["VN", "Thuật ngữ tiếng Việt", "Nghĩa tiếng Việt", "베트남어 용어", "월문", "VN term"],
        ),
        ("ko", ["Korean", "한국어", "tiếng Hàn", "KO"]),
        ("ko", ["KR", "Nghĩa tiếng Hàn", "Thuật ngữ (Hàn)", "국문", "한글명", "용어(한국어)"]),
        ("en", ["English (United States)", "영어", "tiếng Anh"]),
        ("en", ["EN", "Thuật ngữ tiếng Anh", "Tên tiếng Anh", "영문", "영문명", "English term"]),
        ("vi.source", ["vi.source", "nguồn tiếng Việt", "Source (Vietnamese)"]),
        ("ko.admitted", ["ko.admitted", "허용 (한국어)", "동의어(국문)"]),
        ("vi.admitted", ["Từ đồng nghĩa (tiếng Việt)", "Synonyms (VN)"]),
        ("vi.deprecated", ["Tên cũ (tiếng Việt)", "베트남어 옛 명칭"]),
        ("vi.forbidden", ["Không dùng (tiếng Việt)", "Do not use: Vietnamese"]),
        ("ko.forbidden", ["사용 금지(한국어)", "국문 금지어", "Không sử dụng (tiếng Hàn)"]),
        ("acronym", ["Viết tắt", "약어", "영문(약어)", "Tiếng Anh (viết tắt)", "Abbr."]),
        ("counterexample", ["Counterexample", "반례"]),
        ("", ["Owner", "STT", "번호", "", "Français", "note français", "Vietnamese / Korean"]),
        ("", ["구분", "원어", "베트남", "Giải thích", "Khái niệm"]),  # may mean several things
    ],
)
def test_headings(column: str, headings: list[str]) -> None:
    assert {column_of(heading) for heading in headings} == {column}


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("lang", "vi", ["VI", "Vietnamese", "tiếng Việt", "베트남어", "vi-VN"]),
        ("lang", "ko", ["한국어", "ko_KR", "Tiếng Hàn"]),
        ("lang", "mul", ["MUL", "quốc tế", "공통"]),
        ("status", "preferred", ["Preferred", "ưu tiên", "Chính thức", "공식"]),
        ("status", "preferred", ["tên chính thức", "공식 명칭", "official name"]),
        ("status", "admitted", ["Cũng đúng", "허용 명칭", "also right"]),
        ("status", "deprecated", ["tên cũ", "옛 명칭", "구 명칭", "outdated"]),
        ("status", "forbidden", ["cấm", "금지", "Không dùng", "사용 금지", "Do not use"]),
        ("domain", "finance", ["Tài chính", "재원", "Finance"]),
        ("domain", "shipping", ["shipping"]),
        ("kind", "short", ["gọi tắt", "약칭"]),
        ("part_of_speech", "proper-noun", ["Proper noun", "danh từ riêng", "고유명사"]),
        ("scope", "vn", ["Việt Nam", "베트남"]),
        ("scope", "int", ["국제기구", "tổ chức quốc tế"]),
        ("status", "prefered", ["prefered"]),
        ("lang", "French", ["French"]),
    ],
)
def test_values(column: str, value: str, words: list[str]) -> None:
    assert {value_of(column, one) for one in words} == {value}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("status", STATUSES),
        ("kind", KINDS),
        ("reliability", RELIABILITIES),
        ("domain", sorted(path.name for path in FOLDER.iterdir() if path.is_dir())),
    ],
)
def test_the_words_of_the_site_are_understood(
    words: Words, column: str, values: tuple[str, ...]
) -> None:
    shown = [words[f"{column}.{value}"] for value in values]
    assert [value_of(column, one) for one in shown] == list(values)


def test_yes_and_no() -> None:
    assert [yes_or_no(one) for one in ("Yes", "có", "예", "x", "no", "Không", "아니요", "?")] == [
        *(True, True, True, True, False, False, False, None)
    ]


def test_a_table_in_korean_with_columns_in_any_order(tmp_path: Path) -> None:
    data = "상태,용어,언어,비고,ID,출처\n공식,탄소중립,한국어,법률 용어,net-zero,법률\n"
    (item,) = read(tmp_path, data)
    assert item == Entry(
        values={
            "id": "net-zero",
            "label": [
                {
                    "lang": "ko",
                    "text": "탄소중립",
                    "status": "preferred",
                    "source": ["법률"],
                    "note": {"ko": "법률 용어"},
                }
            ],
        },
        place="row 2",
        label_places=("row 2",),
        keys=frozenset({"id", "label"}),
        label_keys=frozenset({"lang", "text", "status", "source"}),
    )


def test_rows_of_a_concept_need_not_be_adjacent(tmp_path: Path) -> None:
    data = (
        "id,lang,text,status,definition.en,domain\n"
        "a,en,one,preferred,First.,law\n"
        "b,en,two,preferred,,\n"
        "\n"
        "a,vi,một,preferred,First.,\n"
    )
    found = entries(read(tmp_path, data))
    assert list(found) == ["a", "b"]
    assert found["a"].label_places == ("row 2", "row 5")
    assert (found["a"].domain, found["b"].domain) == ("law", "")
    assert found["a"].values["definition"] == {"en": "First."}
    assert found["a"].keys == {"id", "label"}


def test_a_row_without_a_name_is_the_concepts_own(tmp_path: Path) -> None:
    (entry,) = entries(read(tmp_path, "id,lang,text,status,related\na,,,,b; c\n")).values()
    assert (entry.values, entry.label_places) == ({"id": "a", "related": ["b", "c"]}, ())


def test_a_translators_own_list(tmp_path: Path) -> None:
    data = (
        "English;Tiếng Việt;한국어;nguồn\nclimate change;biến đổi khí hậu;기후변화;Luật BVMT 2020\n"
    )
    (entry,) = read(tmp_path, data)
    assert isinstance(entry, Entry)
    source = {"status": "preferred", "source": ["Luật BVMT 2020"]}
    assert entry.values == {
        "label": [
            {"lang": "vi", "text": "biến đổi khí hậu", **source},
            {"lang": "ko", "text": "기후변화", **source},
            {"lang": "en", "text": "climate change", **source},
        ]
    }
    assert (entry.place, entry.domain, entry.statuses) == ("row 2", "", ("preferred",))
    assert entry.keys == {"id", "label"}
    assert entry.label_keys == {"lang", "text", "status"}


@pytest.mark.parametrize(
    "heading",
    [
        "STT;Thuật ngữ tiếng Việt;Nghĩa tiếng Hàn;Tiếng Anh",
        "연번;베트남어 용어;국문;영문",
        "No.;VN;KR;EN",
        "STT;Tên tiếng Việt;Tên tiếng Hàn;Tên tiếng Anh",
        "번호;용어(베트남어);용어(한국어);용어(영어)",
    ],
)
def test_headings_of_translators_lists(tmp_path: Path, heading: str) -> None:
    data = f"{heading}\n1;biến đổi khí hậu;기후변화;climate change\n"
    ignored, entry = read(tmp_path, data)
    assert isinstance(ignored, Ignored)
    assert isinstance(entry, Entry)
    names = [(one["lang"], one["text"]) for one in entry.values["label"]]
    assert names == [("vi", "biến đổi khí hậu"), ("ko", "기후변화"), ("en", "climate change")]


def test_names_with_brackets(tmp_path: Path) -> None:
    data = (
        "id,acronym,vi,vi.admitted\n"
        r'x,NDC; GST [Admitted],"a [gọi tắt]; b [c]; d \[short]; COP{n}",e[viết tắt]' + "\n"
    )
    found = [
        (one["lang"], one["text"], one["status"], one.get("kind")) for one in labels(tmp_path, data)
    ]
    assert found == [
        ("mul", "NDC", "preferred", "acronym"),
        ("mul", "GST", "admitted", "acronym"),
        ("vi", "a", "preferred", "short"),
        ("vi", "b [c]", "preferred", None),
        ("vi", "d [short]", "preferred", None),
        ("vi", "COP{n}", "preferred", None),
        ("vi", "e", "admitted", "acronym"),
    ]


def test_what_a_wide_table_can_tell(tmp_path: Path) -> None:
    data = "vi,ko,vi.admitted,ko.admitted,vi.forbidden,note\na,b,c,d,e,f\n"
    (entry,) = read(tmp_path, data)
    assert isinstance(entry, Entry)
    assert entry.statuses == ("preferred", "admitted")
    assert entry.values["note"] == {"en": "f"}


# --- in: encodings and delimiters -----------------------------------------------------------------

KHI_HAU = "id,lang,text,status\na,vi,biến đổi khí hậu,preferred\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode(tmp_path: Path, encoding: str) -> None:
    assert labels(tmp_path, KHI_HAU.encode(encoding))[0]["text"] == "biến đổi khí hậu"


def test_korean(tmp_path: Path) -> None:
    data = "ID,언어,용어,상태\na,한국어,기후변화,공식\n".encode("cp949")
    assert labels(tmp_path, data)[0]["text"] == "기후변화"


def windows_1258(text: str) -> bytes:
    """As Windows writes it: vowels with a hat or a horn are letters, tones are marks behind them."""
    out = bytearray()
    for character in text:
        try:
            out += character.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", character)
            tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258")
            out += tone.encode("cp1258")
    return bytes(out)


def test_windows_1258(tmp_path: Path) -> None:
    data = windows_1258(KHI_HAU)
    assert refused(tmp_path, data) == (
        "looks like Windows-1258 (old Vietnamese), not UTF-8; say --encoding windows-1258, or save it "
        "as CSV UTF-8"
    )
    assert labels(tmp_path, data, encoding="windows-1258")[0]["text"] == "biến đổi khí hậu"


def test_french_is_no_windows_1258(tmp_path: Path) -> None:
    data = "id,lang,text,status\na,en,été à peine,preferred\n".encode("cp1252")
    assert refused(tmp_path, data).startswith("line 2, byte offset 25: not valid UTF-8;")


def test_mixed_encodings(tmp_path: Path) -> None:
    data = KHI_HAU.encode() + windows_1258("b,vi,nước,preferred\n")
    assert refused(tmp_path, data).startswith("line 3, byte offset ")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters(tmp_path: Path, delimiter: str) -> None:
    rows = [["id", "lang", "text", "status", "near"], ["a", "en", "b", "preferred", "x; y"]]
    table = io.StringIO()
    csv.writer(table, delimiter=delimiter).writerows(rows)
    assert labels(tmp_path, table.getvalue())[0]["near"] == ["x", "y"]


def test_titles_above_the_heading(tmp_path: Path) -> None:
    data = "Thuật ngữ khí hậu,,,\n,,,\nid,lang,text,status\na,en,b,preferred\n"
    assert entries(read(tmp_path, data))["a"].place == "row 4"


# --- in: what is wrong ----------------------------------------------------------------------------

HOW = (
    "the first row names the columns: id, lang, text and status (one row a name), or a column for each "
    "language such as English, Tiếng Việt and 한국어 (one row a concept)"
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", f"is empty; {HOW}"),
        ("\n,,\n", f"is empty; {HOW}"),
        (HEADING, "has a heading and no rows below it; check that it is the right file"),
        ("btr,en,report,preferred\n", f"has no heading that khihau knows; {HOW}"),
        ("Tên,Nghĩa\na,b\n", f"has no heading that khihau knows; {HOW}"),
        (
            "id,lang,text\na,en,b\n",
            "row 1: no column is named status; each row is one label: id, lang, text, status",
        ),
        (
            "id,lang,text,statsu\na,en,b,c\n",
            'row 1: no column is named status; did you mean "status"?',
        ),
        (
            "id,lang,text,Term,status\na,en,b,c,preferred\n",
            "row 1: columns C and D are both “text”; rename or delete one",
        ),
        (
            'id,lang,text,status\na,en,"b,preferred\n',
            (
                "line 2: broken quotation marks (unexpected end of data); save the table again from a "
                "spreadsheet, or write each quotation mark in a quoted cell twice"
            ),
        ),
        (
            b"a\0b",
            (
                "is a binary file (NUL at byte offset 1); if it is text, name its encoding with "
                "--encoding, such as utf-16-le"
            ),
        ),
    ],
)
def test_files_that_are_refused(tmp_path: Path, data: str | bytes, message: str) -> None:
    assert refused(tmp_path, data) == message


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (",en,b,preferred", "row 2: id: missing (every row names the concept of its label)"),
        (
            "a,en,b,preferred,c",
            "row 2: has 5 cells, and the heading 4 (put cells that hold the delimiter in quotation marks)",
        ),
        (
            'a,en,"b\nc",preferred',
            "row 2: text: holds a line break or control character (write it in one line)",
        ),
        ('a,en,"b\tc",preferred', "row 2: text: holds a tab (write it in one line)"),
    ],
)
def test_rows_that_are_refused(tmp_path: Path, rows: str, message: str) -> None:
    items = read(tmp_path, f"{HEADING}{rows}\nz,en,z,preferred\n")
    assert [str(one).partition("a.csv: ")[2] for one in items if isinstance(one, Problem)] == [
        message
    ]
    assert [item.values["id"] for item in items if isinstance(item, Entry)] == ["z"]


def test_rows_that_disagree(tmp_path: Path) -> None:
    data = "id,lang,text,status,definition.en\na,en,b,preferred,One.\na,vi,c,preferred,Two.\n"
    assert problems(tmp_path, data) == [
        (
            "row 3: definition.en: differs from row 2 of the same concept (leave it empty, or write the "
            "same in both)"
        )
    ]


def test_wrong_values_are_told_by_the_schema(tmp_path: Path) -> None:
    data = "id,lang,text,status,until\na,en,b,prefered,\na,fr,c,preferred,1/3/2025\n"
    entry = entries(read(tmp_path, data))["a"]
    assert [
        (fault.key, fault.message, fault.hint) for fault in concept_faults(entry.values, "a")
    ] == [
        (
            ("label", 1, "status"),
            (
                '"prefered" is not allowed; allowed: preferred, admitted, deprecated, forbidden, '
                "mistranslation"
            ),
            'did you mean "preferred"?',
        ),
        (("label", 2, "lang"), '"fr" is not allowed; allowed: vi, ko, en, mul', ""),
        (
            ("label", 2, "until"),
            'expected a date, got the text "1/3/2025"',
            "write it like 2024-12-31, without quotes",
        ),
    ]


def test_columns_that_are_not_ours(tmp_path: Path) -> None:
    items = read(tmp_path, "id,lang,text,status,Owner,,\na,en,b,preferred,me,x,\n")
    assert [item for item in items if isinstance(item, Ignored)] == [
        Ignored("column “Owner”"),
        Ignored("column F", "it has no heading"),
    ]


def test_a_bibliography(tmp_path: Path) -> None:
    data = "key,title,date,reliability\nlaw,Luật,2020,조약\n,No key,,\nlaw,Again,,\n"
    items = read(tmp_path, data)
    assert items[0] == Source("law", "Luật", date="2020", reliability="treaty")
    assert problems(tmp_path, data) == [
        "row 3: key: missing (every source has a key of small letters, digits and hyphens)",
        "row 4: key: “law” stands in row 2 already (keep one of the two)",
    ]


def test_examples_alone(tmp_path: Path) -> None:
    data = "id,lang,text,counterexample\na,en,⟦b⟧,no\na,vi,c,có\n,en,b,no\na,en,b,maybe\n"
    items = read(tmp_path, data)
    (entry,) = (item for item in items if isinstance(item, Entry))
    assert entry.values == {
        "id": "a",
        "example": [{"lang": "en", "text": "⟦b⟧"}],
        "counterexample": [{"lang": "vi", "text": "c"}],
    }
    assert entry.keys == {"id", "example", "counterexample"}
    assert entry.place == "row 2"
    assert problems(tmp_path, data) == [
        "row 4: id: missing (every row names the concept of its example)",
        "row 5: counterexample: “maybe” is neither yes nor no (write yes or no)",
    ]
