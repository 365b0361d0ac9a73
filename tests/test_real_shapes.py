"""Files in the shapes that other programs write: TBX of many makers, tables of CAT tools; our own words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from khihau.errors import InputError
from khihau.exchange import tbx
from khihau.exchange.base import Entry, Ignored, Item, Wanted
from khihau.exchange.tables import delimited
from khihau.exchange.tables.headings import column_of
from khihau.model import Concept, Label, Termbase

# --- TBX -------------------------------------------------------------------------------------------


def read_tbx(folder: Path, body: str) -> list[Item]:
    file = folder / "a.tbx"
    file.write_text(
        f'<martif type="TBX" xml:lang="en"><text><body>{body}</body></text></martif>', "utf-8"
    )
    return list(tbx.read(file, None))


def term_entry(*tigs: str, rest: str = "", lang: str = "vi") -> str:
    terms = "".join(f"<tig>{tig}</tig>" for tig in tigs)
    return f'<termEntry id="c1">{rest}<langSet xml:lang="{lang}">{terms}</langSet></termEntry>'


def note(kind: str, value: str) -> str:
    return f'<termNote type="{kind}">{value}</termNote>'


def entry(found: list[Item]) -> Entry:
    (one,) = [item for item in found if isinstance(item, Entry)]
    return one


def labels(found: list[Item]) -> list[tuple[str, str, str]]:
    return [(one["lang"], one["text"], one["status"]) for one in entry(found).values["label"]]


def ignored(found: list[Item]) -> list[str]:
    return [item.what for item in found if isinstance(item, Ignored)]


@pytest.mark.parametrize(
    ("marks", "status"),
    [
        # Phrase
        ([("forbidden", "true"), ("preferred", "false"), ("status", "Approved")], "forbidden"),
        ([("forbidden", "false"), ("preferred", "true")], "preferred"),
        ([("forbidden", "false"), ("preferred", "false"), ("status", "New")], "admitted"),
        ([("forbidden", "true"), ("preferred", "true")], "forbidden"),
        # XTM
        ([("status", "FORBIDDEN")], "forbidden"),
        ([("status", "VALID")], "admitted"),
        # TBX-Basic 4, TBX-Default, Terminator
        ([("usageStatus", "deprecated")], "forbidden"),
        ([("usageStatus", "preferred")], "preferred"),
        ([("temporalQualifier", "obsoleteTerm")], "deprecated"),
        ([("temporalQualifier", "since 1990")], "admitted"),
        ([("administrativeStatus", "deprecatedTermadmnsts")], "forbidden"),
        # What a program says in the proper place holds.
        ([("temporalQualifier", "obsoleteTerm"), ("administrativeStatus", "admitted")], "admitted"),
    ],
)
def test_marks_of_a_term(tmp_path: Path, marks: list[tuple[str, str]], status: str) -> None:
    term = "<term>mái nhà</term>" + "".join(note(*mark) for mark in marks)
    first = "<term>nóc</term>" + note("administrativeStatus", "preferredTerm-admn-sts")
    found = read_tbx(tmp_path, term_entry(first, term))
    assert labels(found) == [("vi", "nóc", "preferred"), ("vi", "mái nhà", status)]


def test_what_is_read_of_a_mark_is_not_told_as_unread(tmp_path: Path) -> None:
    term = "<term>mái</term>" + note("forbidden", "false") + note("preferred", "true")
    assert ignored(read_tbx(tmp_path, term_entry(term + note("status", "New")))) == [
        "termNote status"
    ]


def test_notes_and_definitions_of_weblate(tmp_path: Path) -> None:
    rest = (
        '<descrip>A cover.</descrip><descrip type="Usage note">Of houses.</descrip>'
        '<descrip type="Translation needed">Yes</descrip>'
    )
    term = '<term>roof</term><note from="developer">Short.</note>' + note("usageNote", "Common.")
    found = read_tbx(tmp_path, term_entry(term, rest=rest, lang="en"))
    values = entry(found).values
    assert values["definition"] == {"en": "A cover."}
    assert values["note"] == {"en": "Of houses."}
    assert values["label"][0]["note"] == {"en": "Short. Common."}
    assert ignored(found) == ["descrip Translation needed", "missing status"]


def test_an_empty_term_is_a_missing_translation(tmp_path: Path) -> None:
    found = read_tbx(tmp_path, term_entry("<term/>", "<term>mái</term>"))
    assert labels(found) == [("vi", "mái", "preferred")]
    assert ignored(found) == ["term without a text", "missing status"]
    assert ignored(read_tbx(tmp_path, term_entry("<term> </term>"))) == [
        "term without a text",
        "entry",
    ]


def test_a_kind_of_their_own_is_left_out(tmp_path: Path) -> None:
    found = read_tbx(tmp_path, term_entry("<term>mái</term>" + note("termType", "Brand")))
    assert "kind" not in entry(found).values["label"][0]
    assert ignored(found) == ["termNote termType “Brand”", "missing status"]


def test_other_formats_of_terms_are_refused_with_a_way_out(tmp_path: Path) -> None:
    file = tmp_path / "a.tbx"
    file.write_text("<mtf><conceptGrp/></mtf>")
    with pytest.raises(InputError, match=r"root is <mtf>.*save it as TBX-Basic or as a table"):
        list(tbx.read(file, None))


# --- tables ----------------------------------------------------------------------------------------


def read_table(folder: Path, *rows: str) -> list[Item]:
    file = folder / "a.csv"
    file.write_text("\n".join(rows) + "\n", "utf-8")
    return list(delimited.read(file, None))


def refused(folder: Path, *rows: str) -> str:
    with pytest.raises(InputError) as error:
        read_table(folder, *rows)
    return str(error.value).removeprefix(f"{folder / 'a.csv'}: ")


CROWDIN = (
    "Concept Definition,Concept Subject,Concept Note,"
    "Term [en],Description [en],Part of Speech [en],Status [en],Type [en],Gender [en],Note [en],"
    "Term [vi],Part of Speech [vi],Status [vi]"
)


def test_crowdin(tmp_path: Path) -> None:
    row = "A cover,house,c,roof,d,noun,preferred,full form,,n,mái nhà,noun,not recommended"
    found = read_table(tmp_path, CROWDIN, row)
    one = entry(found)
    assert one.values["label"] == [
        {"lang": "vi", "text": "mái nhà", "status": "forbidden", "part_of_speech": "noun"},
        {
            "lang": "en",
            "text": "roof",
            "status": "preferred",
            "part_of_speech": "noun",
            "kind": "full",
        },
    ]
    assert one.domain == "house"
    assert one.values["definition"] == {"en": "A cover"}
    assert one.values["note"] == {"en": "c d n"}
    assert ignored(found) == ["column “Gender [en]”"]


MEMOQ = (
    "Entry_ID;Entry_Domain;Entry_Note;English_United_States_Def;English_United_States;Term_Info;"
    "English_United_States;Term_Info;Vietnamese_Def;Vietnamese;Term_Info;Term_Example"
)


def test_memoq(tmp_path: Path) -> None:
    row = (
        '0;house;n;A cover;roof;"CaseSense;Exact";roofing;;;mái;"CasePermissive;Exact;Forbidden";x'
    )
    found = read_table(tmp_path, MEMOQ, row)
    assert labels(found) == [
        ("en", "roof", "preferred"),
        ("en", "roofing", "preferred"),
        ("vi", "mái", "forbidden"),
    ]
    assert entry(found).domain == "house"
    assert entry(found).values["definition"] == {"en": "A cover"}
    assert entry(found).values["note"] == {"en": "n"}


def test_statuses_beside_the_names(tmp_path: Path) -> None:
    heading = "English,English-Status,Vietnamese,Vietnamese-Status"
    found = read_table(tmp_path, heading, "roof,Preferred,mái,Deprecated")
    assert labels(found) == [("vi", "mái", "deprecated"), ("en", "roof", "preferred")]


@pytest.mark.parametrize(
    ("cell", "status"), [("TRUE", "forbidden"), ("FALSE", "preferred"), ("", "preferred")]
)
def test_a_yes_or_no_is_no_name(tmp_path: Path, cell: str, status: str) -> None:
    found = read_table(tmp_path, "en,en_case,vi,vi_case,vi_forbidden", f"roof,x,mái,x,{cell}")
    assert labels(found) == [("vi", "mái", status), ("en", "roof", "preferred")]
    assert ignored(found) == ["column “en_case”", "column “vi_case”"]


def test_a_name_that_is_a_yes_or_no_comes_back(tmp_path: Path) -> None:
    labels = (
        Label(lang="en", text="roof", status="preferred"),
        Label(lang="en", text="x", status="forbidden"),
    )
    exported = delimited.export(
        Termbase([Concept(id="roof", labels=labels)]), Wanted("a.csv", wide=True)
    ).content
    assert isinstance(exported, str)
    (tmp_path / "a.csv").write_text(exported, "utf-8")
    found = list(delimited.read(tmp_path / "a.csv", None))
    assert [(one["text"], one["status"]) for one in entry(found).values["label"]] == [
        ("roof", "preferred"),
        ("x", "forbidden"),
    ]


def test_columns_that_look_like_languages() -> None:
    assert [*map(column_of, ("en_case", "ko-pos", "vi_note", "vi_text", "ko-Kore", "vi-VN"))] == [
        "",
        "ko.part_of_speech",
        "note.vi",
        "vi",
        "ko",
        "vi",
    ]
    names = (
        "English_United_States",
        "English_United_Kingdom",
        "Vietnamese_Vietnam",
        "Korean_Korea",
    )
    assert [*map(column_of, names)] == ["en", "en", "vi", "ko"]


def test_translations_and_sources() -> None:
    assert [*map(column_of, ("translation_vi", "Source (vi)"))] == ["vi", "vi.source"]


def test_several_columns_of_one_language_and_of_notes(tmp_path: Path) -> None:
    found = read_table(tmp_path, "Korean,English,Korean,Note,Remarks", "지붕,roof,옥상,a,b")
    assert labels(found) == [
        ("ko", "지붕", "preferred"),
        ("ko", "옥상", "preferred"),
        ("en", "roof", "preferred"),
    ]
    assert entry(found).values["note"] == {"en": "a b"}


def test_numbers_are_no_ids(tmp_path: Path) -> None:
    found = read_table(tmp_path, "ID,English,Vietnamese", "12,roof,mái", "15,door,cửa")
    assert [item.values.get("id") for item in found if isinstance(item, Entry)] == [None, None]
    assert found[0] == Ignored("column “ID”", "numbers; ids are made of the names")


def test_a_mark_that_names_no_language(tmp_path: Path) -> None:
    found = read_table(tmp_path, "English,Vietnamese,Forbidden", "roof,mái,yes")
    assert found[0] == Ignored(
        "column “Forbidden”", "say of which language, as in “Forbidden (vi)”"
    )


REFUSED: dict[str, Any] = {
    # Lokalise, Phrase Strings
    "row 1: column A, “term”, does not tell its language; name it by one, such as English, or delete it": (
        "term;description;casesensitive;translatable;forbidden;tags;en;en_description;vi",
        "roof;;no;yes;no;;roof;;mái",
    ),
    # DeepL writes no heading
    "row 1: is no heading, the row below it says “en” too; put one above it that names the language of "
    "each column, such as English and Tiếng Việt": ("roof,mái,en,vi", "door,cửa,en,vi"),
}


@pytest.mark.parametrize("message", REFUSED)
def test_refused(tmp_path: Path, message: str) -> None:
    assert refused(tmp_path, *REFUSED[message]) == message
