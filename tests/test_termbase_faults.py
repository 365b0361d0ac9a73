"""What loading refuses, in exact words."""

from __future__ import annotations

from pathlib import Path

import pytest

from khihau.errors import GlossaryError
from khihau.termbase.load import load_glossary

HEAD = 'id = "a"\n'
LABEL = '[[label]]\nlang = "vi"\ntext = "khí hậu"\nstatus = "preferred"\n'


def faults(folder: Path, monkeypatch: pytest.MonkeyPatch, *names: str) -> list[str]:
    monkeypatch.chdir(folder)
    with pytest.raises(GlossaryError) as caught:
        load_glossary(*(names or (".",)), builtin=False)
    assert str(caught.value) == "\n".join(map(str, caught.value.problems))
    return [str(problem) for problem in caught.value.problems]


LABEL_KEYS = (
    "lang, text, status, kind, part_of_speech, sense, source, note, case, scope, of, near, not_near, covered_by,"
    " homonym, reading, plural, since, until, sensitive, write, meant, decision, comment"
)
STATUSES = "preferred, admitted, deprecated, forbidden, mistranslation"

# the concept file -> all that is said about it
CASES = [
    # keys
    (
        HEAD + LABEL + 'related = ["x"]\n',
        (
            f"a.toml:6: label[1].related: unknown key; allowed: {LABEL_KEYS}"
            " (`related` belongs above the first [[label]])"
        ),
    ),
    (
        HEAD + LABEL + 'sorce = "x"\n',
        f'a.toml:6: label[1].sorce: unknown key; allowed: {LABEL_KEYS} (did you mean "source"?)',
    ),
    (
        HEAD + 'status = "preferred"\n' + LABEL,
        (
            "a.toml:2: status: unknown key; allowed: id, replace, definition, note, related, broader,"
            " apart, was, native_reader, meant, replaced_by, label, session, example, counterexample (`status` belongs in a [[label]])"
        ),
    ),
    (
        HEAD + LABEL + '[[session]]\nnumber = true\nyears = [2024]\nplaces.vi = ["Bali"]\n',
        (
            "a.toml:7: session[1].number: expected a whole number from 1 on, got true"
            " (write it without quotes)"
        ),
    ),
    (
        HEAD + LABEL + '[[session]]\nnumber = 1\nyears = 2024\nplaces.vi = ["Bali"]\n',
        "a.toml:8: session[1].years: expected a list of years, got the number 2024",
    ),
    (
        HEAD + LABEL + '[[example]]\nlang = "vi"\ntext = "x"\nstatus = "preferred"\n',
        (
            "a.toml:9: example[1].status: unknown key; allowed: lang, text"
            " (`status` belongs in a [[label]])"
        ),
    ),
    (
        HEAD + LABEL + 'note.fr = "x"\n',
        "a.toml:6: label[1].note.fr: unknown key; allowed: en, vi, ko",
    ),
    (LABEL, "a.toml: id: missing; it is required"),
    (HEAD, "a.toml: label: missing; a concept needs a [[label]]"),
    (
        HEAD + LABEL + '[[label]]\nlang = "ko"\ntext = "기후"\n',
        "a.toml:6: label[2].status: missing; it is required",
    ),
    (
        HEAD + LABEL + 'source = { at = "para. 3" }\n',
        "a.toml:6: label[1].source.id: missing; it is required",
    ),
    # values
    (
        HEAD + LABEL.replace("preferred", "prefered"),
        (
            f'a.toml:5: label[1].status: "prefered" is not allowed; allowed: {STATUSES}'
            ' (did you mean "preferred"?)'
        ),
    ),
    (
        HEAD + LABEL.replace('"vi"', '"vn"'),
        (
            'a.toml:3: label[1].lang: "vn" is not allowed; allowed: vi, ko, en, mul'
            ' (did you mean "vi"?)'
        ),
    ),
    (
        HEAD + LABEL.replace('"vi"', '"VI"'),
        (
            'a.toml:3: label[1].lang: "VI" is not allowed; allowed: vi, ko, en, mul'
            ' (did you mean "vi"?)'
        ),
    ),
    (
        HEAD + LABEL + '[[example]]\nlang = "mul"\ntext = "x"\n',
        'a.toml:7: example[1].lang: "mul" is not allowed; allowed: vi, ko, en',
    ),
    (
        HEAD + LABEL + 'scope = ["vn", "us"]\n',
        'a.toml:6: label[1].scope[2]: "us" is not allowed; allowed: vn, kr, int, law, press',
    ),
    (HEAD + LABEL.replace("khí hậu", " \u200b"), 'a.toml:4: label[1].text: " \u200b" is empty'),
    (HEAD + LABEL + 'near = ["x", ""]\n', 'a.toml:6: label[1].near[2]: "" is empty'),
    (HEAD + 'definition.en = " "\n' + LABEL, 'a.toml:2: definition.en: " " is empty'),
    # types
    (
        HEAD + LABEL.replace('"khí hậu"', "29"),
        "a.toml:4: label[1].text: expected a text in straight quotes, got the number 29",
    ),
    (
        HEAD + LABEL.replace('"preferred"', "true"),
        f"a.toml:5: label[1].status: expected one of {STATUSES}, got true",
    ),
    (
        HEAD + LABEL + 'near = "x"\n',
        'a.toml:6: label[1].near: expected a list of texts, got the text "x" (write ["x"])',
    ),
    (
        HEAD + 'definition = "x"\n' + LABEL,
        (
            'a.toml:2: definition: expected a text for each language, got the text "x"'
            ' (write definition.en = "…", definition.vi or definition.ko)'
        ),
    ),
    (
        HEAD + "note = 1\n" + LABEL,
        "a.toml:2: note: expected a table, got the number 1",
    ),
    (
        HEAD + LABEL.replace("[[label]]", "[label]"),
        "a.toml:2: label: expected tables, got a table (write [[label]] in a line of its own)",
    ),
    (
        HEAD + 'label = ["x"]\n',
        'a.toml:2: label[1]: expected a table, got the text "x"',
    ),
    (
        HEAD + 'replace = "yes"\n' + LABEL,
        (
            'a.toml:2: replace: expected true or false, got the text "yes"'
            " (write it without quotes, in lower case)"
        ),
    ),
    (
        HEAD + LABEL + 'until = "2025-03-01"\n',
        (
            'a.toml:6: label[1].until: expected a date, got the text "2025-03-01"'
            " (write it like 2024-12-31, without quotes)"
        ),
    ),
    (
        HEAD + LABEL + "until = 2025-03-01T00:00:00\n",
        (
            "a.toml:6: label[1].until: expected a date, got the time 2025-03-01T00:00:00"
            " (leave the time out)"
        ),
    ),
    (
        HEAD + LABEL + "source = 2025-03-01\n",
        (
            "a.toml:6: label[1].source: expected a key of sources.toml or"
            ' { id = "…", at = "…" }, got the date 2025-03-01'
        ),
    ),
    (
        HEAD + LABEL + 'source = [["x"]]\n',
        (
            "a.toml:6: label[1].source[1]: expected a key of sources.toml or"
            ' { id = "…", at = "…" }, got a list'
        ),
    ),
    # across keys
    (
        HEAD.replace('"a"', '"b"') + LABEL,
        (
            'a.toml:1: id: "b" is not the name of the file, "a"'
            " (rename the file or change the id; an id in use stays)"
        ),
    ),
    (
        HEAD + LABEL + LABEL,
        (
            'a.toml:8: label[2].text: "khí hậu" stands twice in vi: it is label[1] already'
            " (keep one of the two)"
        ),
    ),
    # braces
    *(
        (
            HEAD + LABEL.replace("khí hậu", words),
            (
                f'a.toml:4: label[1].text: "{words}" has braces that are not one {{n}} or {{n:ordinal}}'
                " (a label holds one {n} for its number, nothing else)"
            ),
        )
        for words in ("COP{n", "COP n}", "COP{N}", "COP{}", "{n}/{n}", "COP{{n}}", "COP{n:roman}")
    ),
    (
        HEAD + LABEL.replace("khí hậu", " {n} "),
        'a.toml:4: label[1].text: " {n} " is only a number (write the words around it: "COP{n}")',
    ),
    (
        HEAD + LABEL.replace("khí hậu", "{n:ordinal} Hội nghị"),
        (
            'a.toml:4: label[1].text: "{n:ordinal} Hội nghị" has {n:ordinal} in vi;'
            " only English has it (write {n})"
        ),
    ),
]


@pytest.mark.parametrize(("content", "said"), CASES)
def test_fault(content: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").write_text(content, encoding="utf-8")
    assert faults(tmp_path, monkeypatch) == [said]


# one line below `id` -> what is said, after "not valid TOML: "
SYNTAX_CASES = [
    ("broader = “x”", 'Invalid value at column 11 (use straight quotes: ")'),
    ('broader = "x”', "Illegal character '\\n' at column 14 (use straight quotes: \")"),
    ("related = [“x”]", 'Invalid value at column 12 (use straight quotes: ")'),
    (
        "broader = x",
        (
            "Invalid value at column 11"
            " (put a text in straight quotes; true, false and dates go without)"
        ),
    ),
    (
        'broader = "the "x" one"',
        (
            "Expected newline or end of document after a statement at column 17"
            ' (write \\" for a quote inside a text, and one key a line)'
        ),
    ),
    ('broader = "a\\c"', "Unescaped '\\' in a string at column 15 (write \\\\ for a backslash)"),
    (
        'broader = "x',
        "Illegal character '\\n' at column 13 (close the text with \" on the same line)",
    ),
    (
        'related = ["x" "y"]',
        "Unclosed array at column 16 (close the list with ], and put commas between its items)",
    ),
    (
        "until = 31/12/2024",
        (
            "Expected newline or end of document after a statement at column 11"
            " (write a date like 2024-12-31)"
        ),
    ),
    (
        'id = "a"',
        (
            "Cannot overwrite a value at column 9"
            " (the key stands twice: is a [[label]] line missing above it?)"
        ),
    ),
    (
        'broader: "x"',
        "Expected '=' after a key in a key/value pair at column 8 (write key = \"value\")",
    ),
    (
        'broader\t"x"',
        "Expected '=' after a key in a key/value pair at column 9 (write key = \"value\")",
    ),
    (
        '\u00a0broader = "x"',
        (
            "Invalid statement at column 1"
            " (a character that is no plain ASCII stands here (U+00A0); retype it)"
        ),
    ),
    ("<<<<<<< HEAD", "Invalid statement at column 1 (a merge conflict is left in the file)"),
    (
        'definition = { en = "x" "y" }',
        "Unclosed inline table at column 25 (close the table with })",
    ),
]


@pytest.mark.parametrize(("line", "said"), SYNTAX_CASES)
def test_bad_toml(line: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").write_text(f"{HEAD}{line}\n", encoding="utf-8")
    assert faults(tmp_path, monkeypatch) == [f"a.toml:2: not valid TOML: {said}"]


def test_a_header_with_one_bracket_written_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = HEAD + "[label]\n" + 'lang = "vi"\n' + "[label]\n"
    (tmp_path / "a.toml").write_text(content, encoding="utf-8")
    assert faults(tmp_path, monkeypatch) == [
        (
            "a.toml:4: not valid TOML: Cannot declare ('label',) twice at column 7"
            " (write [[label]] with two brackets each time)"
        )
    ]


# what is in the file -> what is said
BYTES_CASES = [
    (b'id = "a"\n# \xe1', "a.toml:2: not UTF-8: byte 0xE1 (save the file as UTF-8)"),
    ('id = "a"'.encode("utf-16"), "a.toml:1: not UTF-8: byte 0xFF (save the file as UTF-8)"),
    (b"", "a.toml: id: missing; it is required"),
    (
        b"related = " + b"[" * 5000,
        "a.toml: not valid TOML: TOML inline arrays/tables are nested more than the allowed",
    ),
    (b"related = " + b"9" * 5000, "a.toml: not valid TOML: Exceeds the limit"),
]


@pytest.mark.parametrize(("data", "said"), BYTES_CASES)
def test_odd_bytes(data: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").write_bytes(data)
    assert faults(tmp_path, monkeypatch)[0].startswith(said)


def test_ten_faults_of_four_files_in_one_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "x/a.toml": HEAD
        + LABEL.replace("preferred", "good").replace('"vi"', '"vn"')
        + 'broader = "b"\n'
        + '[[label]]\nlang = "en"\ntext = ""\n'
        + "[[example]]\nlang = 1\n",
        "x/b.toml": 'id = "c"\nrelated = "a"\n' + LABEL,
        "y/b.toml": 'id = "b"\nnote.en = “x”\n',
        "sources.toml": '[law]\nurl = "x"\nreliability = "state"\n',
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert [said.split(" ", 2)[:2] for said in faults(tmp_path, monkeypatch)] == [
        ["sources.toml:1:", "law.title:"],
        ["sources.toml:3:", "law.reliability:"],
        ["x/a.toml:3:", "label[1].lang:"],
        ["x/a.toml:5:", "label[1].status:"],
        ["x/a.toml:6:", "label[1].broader:"],
        ["x/a.toml:7:", "label[2].status:"],
        ["x/a.toml:9:", "label[2].text:"],
        ["x/a.toml:10:", "example[1].text:"],
        ["x/a.toml:11:", "example[1].lang:"],
        ["x/b.toml:1:", "id:"],
        ["x/b.toml:2:", "related:"],
        ["y/b.toml:", "id:"],
        ["y/b.toml:2:", "not"],
    ]


def test_one_id_in_two_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for domain in ("x", "y"):
        (tmp_path / domain).mkdir()
        (tmp_path / domain / "a.toml").write_text(HEAD + LABEL, encoding="utf-8")
    assert faults(tmp_path, monkeypatch) == [
        'y/a.toml: id: "a" is the id of x/a.toml already (ids are unique in a glossary)'
    ]


def test_one_source_in_two_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "a.toml").write_text(HEAD + LABEL, encoding="utf-8")
    for folder in (tmp_path, tmp_path / "x"):
        (folder / "sources.toml").write_text('[law]\ntitle = "x"\n', encoding="utf-8")
    assert faults(tmp_path, monkeypatch) == [
        "x/sources.toml:1: law: this source stands in sources.toml already"
    ]


def test_a_source_that_is_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").write_text(HEAD + LABEL, encoding="utf-8")
    (tmp_path / "sources.toml").write_text('title = "x"\n[b]\ntitle = "x"\ndate = 2024\n')
    assert faults(tmp_path, monkeypatch) == [
        'sources.toml:1: title: expected a table, got the text "x"',
        (
            "sources.toml:4: b.date: expected a date or a text, got the number 2024"
            ' (write 2024-12-31 or "2024")'
        ),
    ]


def test_paths_that_are_no_glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "terms.csv").write_text("")
    outside = str(tmp_path.parent / "nowhere")
    assert faults(tmp_path, monkeypatch, "gone", "empty", "terms.csv", outside) == [
        f"{outside}: no such file or folder",
        "empty: no concept files (*.toml) in this folder (is it the glossary's own folder?)",
        "gone: no such file or folder",
        "terms.csv: expected a folder or a .toml file",
    ]


def test_a_link_that_leads_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").symlink_to(tmp_path / "gone")
    assert faults(tmp_path, monkeypatch) == ["a.toml: cannot be read: No such file or directory"]


def test_a_long_value_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").write_text(HEAD + LABEL.replace("preferred", "x" * 500))
    assert faults(tmp_path, monkeypatch) == [
        f'a.toml:5: label[1].status: "{"x" * 60}…" is not allowed; allowed: {STATUSES}'
    ]
