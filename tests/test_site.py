"""The static site of a glossary: its pages are whole, linked, safe and the same each time."""

from __future__ import annotations

import dataclasses
import re
import shutil
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import click
import pytest
from click.testing import CliRunner

from built_in import built_in
from khihau.cli.glossary.site import site_command
from khihau.errors import ConfigError, InputError
from khihau.model import (
    KINDS,
    LABEL_LANGS,
    LANGS,
    RELIABILITIES,
    STATUSES,
    Concept,
    Example,
    Label,
    Lang,
    Source,
    SourceRef,
    Successor,
    Termbase,
)
from khihau.model.values import CASES, PARTS_OF_SPEECH
from khihau.site import pages
from khihau.site.folder import MARKER, write_site
from khihau.site.keys import exact_key, loan_keys, plain_key
from khihau.site.order import OTHER, initial, sort_key
from khihau.site.words import SITE_LANGS, WORDS
from khihau.termbase.differences import differences
from khihau.termbase.stats import NO_RELIABILITY

VOID = frozenset("meta link input br hr".split())
EVIL = "</script><img src=x onerror=alert(1)>\"'&\u2028\x1b\u202e"


class Page(HTMLParser):
    """One page taken apart; `faults` are its unbalanced tags and doubled ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.attributes: list[tuple[str, Mapping[str, str]]] = []
        self.langs: list[str] = []
        self.spoken: dict[str, str] = {}
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> stays open" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        self.attributes.append((tag, found))
        if len(found) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if "id" in found:
            if found["id"] in self.ids:
                self.faults.append(f"the id {found['id']} stands twice")
            self.ids.add(found["id"])
        self.links += [found[key] for key in ("href", "src", "action") if key in found]
        if tag not in VOID:
            self.open.append(tag)
            self.langs.append(found.get("lang") or (self.langs[-1] if self.langs else ""))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")
        self.langs.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.spoken[data] = self.langs[-1]

    def all(self, tag: str) -> list[Mapping[str, str]]:
        return [found for name, found in self.attributes if name == tag]


def concept(**changes: object) -> Concept:
    values: dict[str, object] = {
        "id": "heat",
        "domain": "science",
        "labels": (
            Label(lang="en", text="heat wave", status="preferred"),
            Label(
                lang="vi", text="sóng nhiệt", status="preferred", source=(SourceRef("a", "Điều 3"),)
            ),
            Label(lang="ko", text="폭염", status="preferred"),
            Label(lang="vi", text="làn sóng nóng", status="forbidden", note={"en": "Literal."}),
        ),
    }
    return Concept(**(values | changes))  # type: ignore[arg-type]


def site_of(*concepts: Concept, sources: Sequence[Source] = ()) -> dict[str, str]:
    base = Termbase(concepts, {one.id: one for one in sources})
    return dict(pages(base, None, None))


@pytest.fixture(scope="module")
def base() -> Termbase:
    return built_in()


@pytest.fixture(scope="module")
def changed(base: Termbase) -> Termbase:
    """The glossary as it may have been: one concept less, one more, one different in all ways."""
    paris = base["paris-agreement"]
    labels = (*(replace(one, status="admitted", note={}) for one in paris.labels[:-2]),)
    old = replace(
        paris, labels=labels, definition={"vi": "Cũ."}, related=("ndc", "gone"), broader=None
    )
    others = [one for one in base.concepts if one.id not in ("paris-agreement", "cop")]
    sources = {**base.sources, "unfccc": replace(base.sources["unfccc"], title="Old title")}
    return Termbase((*others, old, concept(id="gone")), sources)


@pytest.fixture(scope="module")
def built(base: Termbase, changed: Termbase) -> dict[str, str]:
    return dict(pages(base, differences(changed, base), None))


@pytest.fixture(scope="module")
def parsed(built: Mapping[str, str]) -> dict[str, Page]:
    return {path: Page(text) for path, text in built.items() if path.endswith(".html")}


# --- all pages of a large glossary ---------------------------------------------------------------


def test_every_language_has_every_page(built: Mapping[str, str], base: Termbase) -> None:
    lists = {"index.html", "acronyms.html", "domains.html", "sources.html", "changes.html"}
    expected = lists | {f"terms/{one.id}.html" for one in base.concepts}
    for lang in SITE_LANGS:
        own = {path.removeprefix(f"{lang}/") for path in built if path.startswith(f"{lang}/")}
        assert own == expected
    assert {path for path in built if path.startswith("assets/")} == {
        "assets/site.css", "assets/search.js", "assets/language.js", "assets/terms.js"
    }  # fmt: skip


def test_every_page_is_well_formed(parsed: Mapping[str, Page]) -> None:
    for path, page in parsed.items():
        assert page.faults == [], path
        assert len(page.all("h1")) == 1, path
        assert len(page.all("main")) == 1, path
        assert page.all("html")[0]["lang"] == (path[:2] if "/" in path else "en")


def test_every_link_leads_to_a_page_and_every_fragment_to_a_place(
    built: Mapping[str, str], parsed: Mapping[str, Page]
) -> None:
    for path, page in parsed.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("http", "https"), link
                continue
            target = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
            assert target in built, f"{path}: {link}"
            if parts.fragment:
                assert parts.fragment in parsed[target].ids, f"{path}: {link}"


def test_every_page_links_itself_in_the_other_languages(parsed: Mapping[str, Page]) -> None:
    for path, page in parsed.items():
        lang, _, rest = path.partition("/")
        if not rest:
            continue
        alternates = {
            found["hreflang"]: normpath(join(dirname(path), unquote(found["href"])))
            for found in page.all("link")
            if found.get("rel") == "alternate"
        }
        assert alternates == {one: f"{one}/{rest}" for one in SITE_LANGS}
        here = [one for one in page.all("a") if one.get("hreflang") == lang]
        assert [one["aria-current"] for one in here] == ["true"]


def test_outer_links_tell_no_referrer_and_nothing_is_loaded_from_outside(
    parsed: Mapping[str, Page],
) -> None:
    for path, page in parsed.items():
        for tag, found in page.attributes:
            outer = [key for key in found if found[key].startswith(("http:", "https:", "//"))]
            assert not outer or (tag == "a" and found["rel"] == "noreferrer"), path
            assert not [key for key in found if key == "style" or key.startswith("on")], path


def test_texts_in_another_language_say_so(parsed: Mapping[str, Page], base: Termbase) -> None:
    for path in ("vi/terms/paris-agreement.html", "ko/terms/cop.html", "en/terms/ndc.html"):
        page = parsed[path]
        lang = next(one for one in SITE_LANGS if path.startswith(one))
        one = base[Path(path).stem]
        for label in one.labels:
            if label.lang != "mul" and not label.numbered:
                assert page.spoken[label.text] == label.lang, label.text
            for note_lang, note in label.note.items():
                assert lang in label.note or page.spoken[note] == note_lang
        for definition_lang, text in one.definition.items():
            assert page.spoken[text] == definition_lang
        assert page.spoken[WORDS[lang]["names"]] == lang


def test_form_fields_have_labels(parsed: Mapping[str, Page]) -> None:
    for path in ("vi/index.html", "en/sources.html"):
        page = parsed[path]
        named = {found["for"] for found in page.all("label")}
        for field in (*page.all("input"), *page.all("select")):
            assert field.get("id") in named or field.get("aria-label"), path
        assert page.all("nav")
        assert all(found.get("aria-label") for found in page.all("nav"))


def test_the_same_glossary_gives_the_same_bytes(base: Termbase, built: Mapping[str, str]) -> None:
    again = dict(pages(base, None, None))
    assert "vi/changes.html" not in again
    assert again.keys() == {path for path in built if not path.endswith("/changes.html")}
    fresh = built_in()
    some = [
        list(pages(Termbase(one.concepts[:60], one.sources), None, None)) for one in (base, fresh)
    ]
    assert some[0] == some[1]
    assert not [path for path, text in again.items() if str(Path.cwd()) in text]


def test_the_page_of_changes_is_in_the_language_of_the_interface(built: Mapping[str, str]) -> None:
    page = built["vi/changes.html"]
    assert "Mới: 1 khái niệm; Sửa đổi: 1 khái niệm; Đã bỏ: 1 khái niệm" in page
    assert (
        "Tình trạng – trước đây: <del>được chấp nhận</del> hiện nay: <ins>không dùng</ins>" in page
    )
    assert '<b class="name">sóng nhiệt</b>' in page  # the concept that is gone has no link
    assert '<a href="terms/cop.html">' in page
    assert "Tiêu đề" in page
    assert "이전: <del>허용 명칭</del> 현재: <ins>권장 명칭</ins>" in built["ko/changes.html"]
    assert "None" not in built["en/changes.html"]
    assert "(&#x27;" not in built["en/changes.html"]


def test_nothing_changed() -> None:
    one = Termbase((concept(),))
    page = dict(pages(one, differences(one, one), None))["ko/changes.html"]
    assert WORDS["ko"]["changes.none"] in page


# --- one concept ----------------------------------------------------------------------------------


def test_a_concept_with_everything() -> None:
    import datetime

    label = Label(
        lang="ko", text="제{n}차 총회", status="deprecated", kind="short", part_of_speech="noun",
        source=(SourceRef("a", "제3조"), SourceRef("b"), SourceRef("lost", "p. 2")), scope=("law",),
        near=("UN",), not_near=tuple("abcdefghij"), covered_by=("총회장",), homonym="a meeting",
        reading="총회", plural="s", since=datetime.date(2020, 1, 1), until=datetime.date(2025, 3, 1), case="exact",
        note={"en": "Old.", "ko": "옛 이름."},
    )  # fmt: skip
    one = concept(
        labels=(*concept().labels, label), broader="wide", replaced_by=(Successor("wide", {"ko": "통상"}), Successor("wide")), related=("nowhere",),
        definition={"vi": "Nắng nóng."}, examples=(Example("ko", "이 ⟦폭염⟧은 길다."),),
        counterexamples=(Example("en", "A heat of a race."),),
    )  # fmt: skip
    sources = (
        Source("a", "Luật", "Quốc hội", "2020", "https://example.vn/a?b=1&c=2", "law"),
        Source("b", "Bad", url="javascript:alert(1)", reliability="press"),
    )
    site = site_of(one, concept(id="wide"), sources=sources)
    page = site["ko/terms/heat.html"]
    for words in (
        "제<var>n</var>차 총회", "옛 명칭", "약칭", "명사", "법령", "대소문자 구분", "복수형: ",
        '<time datetime="2020-01-01">2020년 1월 1일</time>부터 쓰는 명칭',
        '<time datetime="2025-03-01">2025년 3월 1일</time>부터 옛 명칭', "10개 표현", "<q>총회장</q>",
        '<a href="https://example.vn/a?b=1&amp;c=2" rel="noreferrer">', ", 제3조", "lost, ",
        "이 <mark>폭염</mark>은 길다.", "이 개념은 다음 개념으로 대체되었습니다:", "옛 이름.",
        '<p class="definition other" lang="vi">', "nowhere",
    ):  # fmt: skip
        assert words in page
    assert "Old." not in page  # there is a note in Korean
    assert "javascript" not in page
    wide = site["ko/terms/wide.html"]
    assert "하위 개념" in wide
    assert "이전 개념" in wide
    assert "하위 개념" not in page


def test_a_concept_without_anything() -> None:
    site = site_of(concept(labels=(), domain=""))
    page = site["vi/terms/heat.html"]
    assert "<h1>heat</h1>" in page
    assert page.count("chưa có tên nên dùng") == 3
    assert Page(page).faults == []


@pytest.mark.parametrize("name", ["index", "acronyms", "sources", "changes", "a b", "50%", "ü#?&"])
def test_any_id_has_a_page_of_its_own(name: str) -> None:
    site = site_of(concept(id=name), concept(id="other", related=(name,)))
    parsed = {path: Page(text) for path, text in site.items() if path.endswith(".html")}
    assert len(site) == 5 + 3 * (4 + 2)
    linked = {
        normpath(join("en/terms", unquote(urlsplit(link).path)))
        for link in parsed["en/terms/other.html"].links
    }
    own = [path for path in site if path.startswith("en/terms/") and "other" not in path]
    assert set(own) <= linked


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd", "..", "a/b", "a\\b", "a\x00", "\ud800"])
def test_no_id_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    base = Termbase((concept(id=name),))
    write_site(tmp_path / "site", pages(base, None, None))
    assert len(list((tmp_path / "site" / "en" / "terms").iterdir())) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_hostile_texts_stay_texts() -> None:
    label = Label(
        lang="vi", text=EVIL, status="preferred", source=(SourceRef(EVIL, EVIL),), near=(EVIL,),
        note={"vi": EVIL, "en": EVIL}, homonym=EVIL, reading=EVIL, plural=EVIL, scope=(EVIL,),
        covered_by=(EVIL,) * 9,
    )  # fmt: skip
    texts = dict.fromkeys(LANGS, EVIL)
    one = concept(
        domain=EVIL, labels=(label, replace(label, kind="acronym", status="forbidden")), note=texts,
        definition=texts, examples=(Example("vi", EVIL),), related=(EVIL, "heat"), broader=EVIL,
    )  # fmt: skip
    old = replace(one, labels=(replace(label, status="admitted"),), definition={"vi": "x"})
    source = Source(EVIL, EVIL, EVIL, EVIL, f"https://x/{EVIL}", "law")
    bases = [Termbase((old,)), Termbase((one,), {EVIL: source})]
    site = dict(pages(bases[1], differences(*bases), EVIL))
    for path, text in site.items():
        assert not re.search("[\x00-\x08\x0b-\x1f\u2028\u202e\ud800-\udfff]", text), path
        if path.endswith(".html"):
            page = Page(text)
            assert page.faults == [], path
            assert not page.all("img"), path
            assert all("onerror" not in found for _, found in page.attributes), path
    assert "</script" not in site["assets/terms.js"]
    assert site["assets/terms.js"].count("\n") == 1


def test_a_title_of_ones_own() -> None:
    site = dict(pages(Termbase((concept(),)), None, "Bộ & Ministry"))
    assert "<title>Bộ &amp; Ministry</title>" in site["ko/index.html"]
    assert "<title>sóng nhiệt – Bộ &amp; Ministry</title>" in site["vi/terms/heat.html"]
    assert "Bộ &amp; Ministry" in site["index.html"]


# --- words, keys, order ---------------------------------------------------------------------------


def test_the_three_languages_have_the_same_words() -> None:
    tables = [WORDS[lang].table for lang in SITE_LANGS]
    assert list(tables[0]) == list(tables[1]) == list(tables[2])
    for key in tables[0]:
        fields = [
            sorted(name for _, name, _, _ in string.Formatter().parse(one[key]) if name)
            for one in tables
        ]
        assert fields[0] == fields[1] == fields[2], key
        assert all(one[key].strip() for one in tables), key


def test_every_value_and_every_key_of_a_glossary_has_a_word() -> None:
    sets: Mapping[str, Sequence[str]] = {
        "lang": LABEL_LANGS, "status": STATUSES, "kind": KINDS, "part_of_speech": PARTS_OF_SPEECH,
        "reliability": (*RELIABILITIES, NO_RELIABILITY), "case": CASES,
    }  # fmt: skip
    table = WORDS["vi"].table
    assert [
        f"{key}.{one}"
        for key, values in sets.items()
        for one in values
        if f"{key}.{one}" not in table
    ] == []
    keys = {one.name for kind in (Concept, Label, Source) for one in dataclasses.fields(kind)}
    missing = {key for key in keys if f"field.{key}" not in table}
    assert missing == {"id", "labels", "file"}


def test_no_word_is_without_a_use() -> None:
    folder = Path(pages.__code__.co_filename).parent
    source = "".join(file.read_text("utf-8") for file in folder.rglob("*.py"))
    open_sets = (
        "lang",
        "status",
        "kind",
        "part_of_speech",
        "scope",
        "reliability",
        "domain",
        "field",
    )
    for key in WORDS["en"].table:
        group = key.rpartition(".")[0]
        if group.partition(".")[0] not in open_sets:
            assert re.search(
                f"[\"'](?:{re.escape(key)}|{re.escape(group or key)})[\"'.]", source
            ), key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"), ("Trung hoà", "trung hòa"), ("thuỷ", "thủy"), ("quý", "qúy"),
        ("thoải", "thỏai"), ("온실 가스", "온실가스"), ("CO₂", "CO2"), ("các-bon", "các bon"),
        ("hòa".encode().decode(), "ho\u0300a"), ("가", "\u1100\u1161"), ("제 {n} 차", "제#차"),
        ("한-아세안", "한 아세안"), ("ＮＤＣ", "ndc"), ("A · B", "a b"),
    ],
)  # fmt: skip
def test_what_is_written_in_two_ways_has_one_key(one: str, other: str) -> None:
    assert exact_key(one) == exact_key(other)


def test_exact_keys_have_tones_and_plain_ones_have_none() -> None:
    assert exact_key("hòa") != exact_key("hóa") != exact_key("hoa")
    assert plain_key("Thỏa thuận Paris") == "thoa thuan paris"
    assert plain_key("biến đổi khí hậu") == "bien doi khi hau"
    assert plain_key("Điện") == "dien"
    assert plain_key("온실 가스") == "온실가스"
    assert exact_key("***") == ""
    assert ["các bon", "carbon", "cacbon", "cac bon", "cácbon"] in loan_keys()


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("vi", ["an ninh", "ảnh", "ánh", "ăn", "âm", "ban", "các-bon", "dân", "đàm phán", "ê", "1,5 °C"]),
        ("ko", ["가스", "감축", "나무", "파리협정", "BTR", "carbon", "1.5도"]),
        ("en", ["“abc”", "carbon tax", "carbonate", "Émile", "NDC", "zero", "2 °C"]),
    ],
)  # fmt: skip
def test_order(lang: Lang, names: list[str]) -> None:
    assert sorted(names, key=lambda name: sort_key(name, lang)) == names


def test_the_letter_of_a_name() -> None:
    assert initial("Đàm phán", "vi") == "Đ"
    assert initial("Đàm phán", "en") == "D"
    assert initial("Ảnh", "vi") == "A"
    assert initial("ước", "vi") == "Ư"
    assert initial("까치", "ko") == "ㄱ"
    assert initial("파리협정", "ko") == "ㅍ"
    assert initial("“Élan”", "en") == "E"
    assert initial("1,5 °C", "vi") == initial("", "ko") == OTHER


# --- the folder -----------------------------------------------------------------------------------


def small(**changes: object) -> Iterator[tuple[str, str]]:
    return pages(Termbase((concept(**changes),)), None, None)


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_a_site_is_written_and_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "site"
    assert write_site(folder, small()) == len(files(folder)) - 1
    first = files(folder)
    assert (folder / MARKER).read_text("utf-8").splitlines() == sorted(first.keys() - {MARKER})
    write_site(folder, small())
    assert files(folder) == first
    assert [one.name for one in folder.parent.iterdir()] == ["site"]


def test_a_later_site_removes_what_the_earlier_one_had_and_nothing_else(tmp_path: Path) -> None:
    write_site(tmp_path, small())
    (tmp_path / "CNAME").write_text("terms.example.vn")
    (tmp_path / "en" / "terms" / "mine.html").write_text("mine")
    write_site(tmp_path, small(id="cold"))
    left = files(tmp_path)
    assert "en/terms/heat.html" not in left
    assert {"en/terms/cold.html", "CNAME", "en/terms/mine.html"} <= left.keys()


def test_a_file_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    write_site(tmp_path, small())
    (tmp_path / "en" / "terms" / "cold.html").write_text("mine")
    before = files(tmp_path)
    with pytest.raises(ConfigError, match=r"cold\.html: is there already"):
        write_site(tmp_path, small(id="cold"))
    assert files(tmp_path) == before


def test_a_marker_removes_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine")
    folder = tmp_path / "site"
    write_site(folder, small())
    with (folder / MARKER).open("a") as marker:
        marker.write(f"../outside\n{outside}\nen/../../outside\n")
    write_site(folder, small())
    assert outside.read_text() == "mine"


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(ConfigError, match="holds other files"):
        write_site(tmp_path, small())
    with pytest.raises(ConfigError, match="is a file"):
        write_site(tmp_path / "letter.txt", small())
    with pytest.raises(InputError, match="cannot be written"):
        write_site(tmp_path / "letter.txt" / "site", small())
    assert files(tmp_path) == {"letter.txt": b"mine"}


def test_a_site_that_was_left_half_moved_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(self: Path, target: Path) -> None:
        if target.name == "cold.html":
            raise OSError(5, "Input/output error")
        shutil.copy(self, target)

    write_site(tmp_path, small())
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", half)
        with pytest.raises(InputError, match="disk"):
            write_site(tmp_path, small(id="cold"))
    write_site(tmp_path, small(id="cold"))
    assert {*files(tmp_path)} == {path for path, _ in small(id="cold")} | {MARKER}


def test_an_error_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, str]]:
        yield "index.html", "half"
        raise OSError(28, "No space left on device")

    with pytest.raises(InputError, match="No space left"):
        write_site(tmp_path / "site", broken())
    assert list(tmp_path.iterdir()) == []


# --- the command ----------------------------------------------------------------------------------


def run(*arguments: str) -> tuple[int, str]:
    """The exit code and the words of the command, as `khihau.cli.main` makes them of its errors."""
    result = CliRunner().invoke(site_command, arguments)
    if isinstance(result.exception, (ConfigError, InputError)):
        return 2, str(result.exception)
    return result.exit_code, result.output


def test_command(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    old = tmp_path / "old" / "science"
    old.mkdir(parents=True)
    (old / "heat.toml").write_text(
        'id = "heat"\n[[label]]\nlang = "en"\ntext = "heat"\nstatus = "preferred"\n', "utf-8"
    )
    code, said = run("-o", str(folder), "--title", "Terms", "--since", str(tmp_path / "old"))
    assert code == 0, said
    count = len(files(folder)) - 1
    assert said == f"{folder}: {count} pages written; open {folder / 'index.html'}\n"
    assert (folder / "vi" / "changes.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing option"),
        (("-o", "site", "--title", " "), "--title: is empty"),
        (("-o", "site", "--since", "no-such-version"), "no-such-version"),
        (("-o", "full"), "full: holds other files"),
    ],
)
def test_mistakes_end_with_2_and_write_nothing(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")
    code, words = run(*arguments)
    assert code == 2
    assert said in words
    assert [one.name for one in tmp_path.iterdir()] == ["full"]


def test_the_help_has_an_example() -> None:
    assert isinstance(site_command, click.Command)
    assert "Example: khihau glossary site" in (site_command.help or "")
