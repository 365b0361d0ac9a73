"""The words that cross a Vietnamese term, and the vote on them (rule M4)."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import khihau
from khihau.languages.candidates import Candidate, Term
from khihau.languages.data import data_lines
from khihau.languages.vi import edges, readings, vote, word_lists
from khihau.languages.vi.spelling import old_placement, one_spelling
from khihau.model import Concept, Label, Termbase
from khihau.text.fold import fold
from spec_tables import SPEC, Row, each_row, labels, marked, rows

NAMES = ("vi-segmentation", "vi-one-syllable")
ROWS = [row for name in NAMES for row in rows(SPEC / f"{name}.md")]
TRAPS = [row for name in (*NAMES, "vi-nesting") for row in rows(SPEC / "traps" / f"{name}.md")]


@pytest.fixture(scope="module", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is kept here is kept in a folder of these tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def forgotten() -> Iterator[None]:
    """A test that changes where words and votes come from: nothing is kept before and after it."""
    caches = (
        word_lists.words,
        edges._holders,
        edges._crosses,
        readings.price,
        vote._tokenizer,
        vote._cuts,
    )
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.fixture
def no_analyser(forgotten: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    monkeypatch.setitem(sys.modules, "underthesea", None)


@pytest.fixture
def no_vote(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vote, "approves", lambda _: None)


def hits(label: str, text: str) -> list[str]:
    base = base_of([Label(lang="vi", text=label, status="preferred")])
    return [match.text for match in khihau.annotate(text, base, "vi")]


def reasons(label: str, text: str) -> list[tuple[str, str]]:
    base = base_of([Label(lang="vi", text=label, status="preferred")])
    return [(fell.reason, fell.detail) for fell in khihau.explain(text, base, "vi")]


def base_of(labels: Sequence[Label]) -> Termbase:
    return Termbase(
        Concept(id=f"case-{number}", labels=(label,)) for number, label in enumerate(labels)
    )


def spans_of(row: Row) -> list[tuple[int, int]]:
    text, _ = marked(row.cells["text"])
    base = base_of(labels(row))
    return [(match.start, match.end) for match in khihau.annotate(text, base)]


# --- the lists ------------------------------------------------------------------------------------


def test_the_list_is_found_without_importing_its_package() -> None:
    code = (
        "import sys; from khihau.languages.vi import word_lists;"
        "print(word_lists.list_file() is not None, 'underthesea' in sys.modules)"
    )
    assert run(code) == "True False"


def test_what_is_used_is_told() -> None:
    told = word_lists.described()
    assert told.startswith("underthesea 9.")
    assert "words, beside our own 6," in told


@pytest.mark.usefixtures("forgotten")
def test_a_list_that_cannot_be_read_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "Viet74K.txt"
    broken.write_bytes(b"\xff\xfe\xff")
    monkeypatch.setattr(word_lists, "list_file", lambda: broken)
    assert word_lists.described().startswith("no underthesea word list found")


@pytest.mark.usefixtures("forgotten", "no_vote")
def test_our_own_words_suffice_for_each_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_lists, "list_file", lambda: None)
    assert word_lists.described().startswith("no underthesea word list found: our own 6,")
    wrong = [row for row in ROWS if spans_of(row) != marked(row.cells["text"])[1]]
    assert not wrong


@pytest.mark.usefixtures("no_vote")
@each_row("row", ROWS + TRAPS)
def test_each_case_needs_no_vote(row: Row) -> None:
    assert spans_of(row) == marked(row.cells["text"])[1]


def test_no_list_contradicts_another() -> None:
    ours, phrases, denied = (
        [one_spelling(entry) for entry in data_lines("vi", name)]
        for name in ("crossing-words.txt", "phrases.txt", "not-words.txt")
    )
    assert not set(ours) & set(denied), "a word that a person checked is denied"
    assert len(denied) == len(set(denied))
    assert all(entry == unicodedata.normalize("NFC", entry).lower() for entry in denied + phrases)
    lists = word_lists.words()
    assert not [word for word in ours if word in lists.listed or word in lists.denied]


@pytest.mark.parametrize("word", ["phù sa", "tỉ mỉ", "thủy ngân", "kỹ xảo"])
def test_the_list_is_compared_in_one_spelling(word: str) -> None:
    assert one_spelling(word) in word_lists.words().listed


def test_a_list_holds_its_words_and_no_others() -> None:
    for words in word_lists.words()[:-2]:
        assert all(
            word in words and word.partition(" ")[2] in words.rests(word.split(" ")[0])
            for word in words
        )
        assert len(list(words)) == len(words)
        assert not any(word in words for word in ("", " ", "zzz", "zzz a", "a zzz", "á|"))
    nothing = word_lists.WordList(b"")
    assert (len(nothing), list(nothing), nothing.rests("a"), "a b" in nothing) == (0, [], [], False)


def test_names_are_no_words() -> None:
    lists = word_lists.words()
    assert "a di" not in lists.listed
    assert "a di" not in lists.denied


@pytest.mark.usefixtures("forgotten")
def test_a_second_run_reads_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    before = word_lists.words()
    word_lists.words.cache_clear()
    monkeypatch.setattr(word_lists, "_read", lambda: pytest.fail("worked out again"))
    again = word_lists.words()
    assert [words.lines for words in again[:-2]] == [words.lines for words in before[:-2]]
    assert again[-2:] == before[-2:]


# --- crossings ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("no_vote")
@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("phát thải", "Việt Nam cam kết giảm phát thải vào năm 2030."),
        ("biến đổi khí hậu", "Ứng phó với biến đổi khí hậu cần nguồn lực."),
        ("công nghệ", "Nhà máy lấy công nghệ sạch làm trọng tâm."),
        ("điện gió", "Nguồn điện gió tăng nhanh."),
        ("kế hoạch", "Mỗi tỉnh lập kế hoạch riêng."),
        ("tín chỉ", "Lượng giảm được chuyển thành tín chỉ."),
        ("đất ngập nước", "Đây là vùng đất ngập nước lớn nhất."),
        ("phát thải toàn cầu", "Phát thải toàn cầu khiến băng tan."),
        ("khí nhà kính", "Các nước cắt giảm khí nhà kính theo lộ trình."),
    ],
)
def test_a_denied_word_does_not_cross(label: str, text: str) -> None:
    assert [hit.lower() for hit in hits(label, text)] == [label]


@pytest.mark.usefixtures("no_vote")
@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("mùa khô", "Bà con mất mùa khô đậu."),  # only their list has "mất mùa"
        ("cơ chế", "Quân y sĩ dùng binh cơ chế ngự địch."),
    ],
)
def test_a_word_of_their_list_crosses(label: str, text: str) -> None:
    assert hits(label, text) == []


@pytest.mark.usefixtures("no_vote")
def test_their_list_does_not_say_that_a_word_holds_a_term() -> None:
    assert hits("năng lượng", "Năng lượng mặt trời rẻ dần.") == ["Năng lượng"]
    assert reasons("khí hậu", "Khoa khí hậu học.") == [("covered", "“khí hậu học”, “hậu học”")]


@pytest.mark.parametrize("amount", ["5 tỷ đồng", "5 tỉ đồng", "hàng triệu đồng"])
def test_an_amount_is_one_word_whatever_the_vote(amount: str) -> None:
    assert hits("đồng thực hiện", f"Gói thầu {amount} thực hiện trong hai năm.") == []


SENTENCES = [fold(marked(row.cells["text"])[0]).text for row in ROWS]
SYLLABLES = sorted({syllable for text in SENTENCES for syllable in text.split()})


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.sampled_from(SENTENCES).map(str.split),
        st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=9),
    ),
    st.data(),
)
def test_what_stands_beside_a_label_decides_as_all_lists_do(
    row: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(row) - 1))
    last = data.draw(st.integers(first + 1, min(len(row), first + 4)))
    text = " ".join(row)
    start = len("".join(f"{syllable} " for syllable in row[:first]))
    candidate = candidate_of(text, start, start + len(" ".join(row[first:last])))
    plain = edges.edges(candidate)
    if plain.reason not in ("edge", "language"):
        assert plain == edges.judged(candidate)


def candidate_of(text: str, start: int, end: int) -> Candidate:
    folded = fold(text)
    label = folded.text[start:end]
    before, after = edges.competitors(label)
    term = Term(
        concept="case",
        lang="vi",
        text=label,
        standing="preferred",
        kind="full",
        case_exact=False,
        syllables=edges.syllables(label),
        before=before,
        after=after,
    )
    return Candidate(folded, start, end, term, "vi")


@pytest.mark.parametrize(
    ("label", "before", "after"),
    [("khí hậu", "không", "quả"), ("thoả thuận", "ổn", "lợi"), ("các-bon", "đài", "chen")],
)
def test_competitors_are_syllables_of_listed_words(label: str, before: str, after: str) -> None:
    for form in {label, label.replace("các-bon", "carbon")}:
        found = edges.competitors(fold(form).text)
        assert before in found[0]
        assert after in found[1]


def test_a_long_label_has_no_competitors() -> None:
    assert edges.competitors("giảm phát thải khí nhà kính") == (frozenset(), frozenset())


# --- two readings ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("no_vote")
@pytest.mark.parametrize(
    ("label", "text", "found"),
    [
        ("phê chuẩn", "Việc phê chuẩn bị lùi.", True),  # "phê" is no word
        ("tiêu chuẩn", "Danh mục tiêu chuẩn bị hủy.", True),  # nor is "tiêu"
        ("tiêu chuẩn", "Đặt mục tiêu chuẩn bị xong.", False),  # nothing is left over
        ("khí thải", "Không khí thải ra từ máy.", False),
        ("khí thải", "Chạy thử xe buýt không khí thải.", True),  # "xe buýt không" is a phrase
        ("định giá các-bon", "Nhà nước quyết định giá các-bon.", False),  # a phrase, not one word
        ("biến đổi khí hậu", "Biến đổi khí hậu quả là phép thử.", True),
    ],
)
def test_the_cheaper_reading_wins(label: str, text: str, found: bool) -> None:
    assert bool(hits(label, text)) is found


@pytest.mark.usefixtures("no_vote")
@pytest.mark.parametrize(
    ("label", "text", "found"),
    [
        ("cây", "Đổ đầy bình ở cây xăng.", False),
        ("xăng", "Đổ đầy bình ở cây xăng.", True),  # in brackets in the list
        ("biển", "Bão làm đổ biển quảng cáo.", False),
        ("quảng cáo", "Bão làm đổ biển quảng cáo.", True),
        ("đại sứ", "Cổng Đại sứ quán Hàn Quốc.", False),
        ("nước", "Căn nhà nước ngập tới nóc.", True),
        ("hạt", "Nhà máy hạt nhân tạm dừng.", False),
    ],
)
def test_a_longer_word_covers_a_term_that_it_changes(label: str, text: str, found: bool) -> None:
    assert bool(hits(label, text)) is found


def test_the_syllables_are_of_one_class() -> None:
    lists = word_lists.words()
    assert len(lists.grammar) + len(lists.free) > 1_300
    assert {"bị", "là", "của"} <= lists.grammar
    assert {"khí", "đất", "nhà"} <= lists.free
    assert not {"phê", "khả", "nhiên", "nghiệp"} & (lists.free | lists.grammar)


# --- the vote -------------------------------------------------------------------------------------

VOTED_FOR = [
    ("lần thứ", "Giá xăng tăng ⟦lần thứ⟧ ba."),
    ("lời hứa", "Các nước giàu có giữ ⟦lời hứa⟧ hay không."),
    ("đất liền", "Bão đi vào ⟦đất liền⟧ kề Thanh Hóa."),
]
VOTED_AGAINST = [
    ("sinh kế", "Cậu em sinh kế tiếp là thợ điện."),
    ("công nhân", "Nhà nước công nhân dân hưởng."),
    ("tổ chức", "Đổi tổ chức năng phòng chống cháy sang huyện."),
]


@pytest.mark.parametrize(("label", "text"), VOTED_FOR)
def test_the_vote_accepts(label: str, text: str) -> None:
    text = text.replace("⟦", "").replace("⟧", "")
    assert hits(label, text) == [label]


@pytest.mark.parametrize(("label", "text"), VOTED_AGAINST)
def test_the_vote_rejects(label: str, text: str) -> None:
    [(reason, detail)] = reasons(label, text)
    assert reason == "crossed"
    assert detail.endswith("”; underthesea votes against")


@pytest.mark.usefixtures("no_analyser")
@pytest.mark.parametrize(("label", "text"), VOTED_FOR + VOTED_AGAINST)
def test_without_the_analyser_what_is_undecided_stays_out(label: str, text: str) -> None:
    text = text.replace("⟦", "").replace("⟧", "")
    assert hits(label, text) == []
    [(reason, detail)] = reasons(label, text)
    assert reason == "crossed"
    assert "votes" not in detail


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: unicodedata.normalize("NFD", text), id="decomposed"),
        pytest.param(lambda text: text.replace("lần thứ", "lần\u200b thứ"), id="zero-width"),
        pytest.param(lambda text: text.replace("lần thứ", "lần\n  thứ"), id="line break"),
        pytest.param(lambda text: f"Uỷ ban xoá bỏ CO2-e 30km: {text}", id="respelled"),
        pytest.param(lambda text: f"A.B. “C” ℃ 6.2% … {text}", id="signs"),
        pytest.param(str.upper, id="capitals"),
    ],
)
def test_the_tokens_are_laid_on_the_folded_text(change: object) -> None:
    assert callable(change)
    text = change("Giá xăng tăng lần thứ ba.")
    [hit] = hits("lần thứ", text)
    assert fold(hit).text == "lần thứ"


@given(st.text(alphabet="aăẻoàóuýUỶđ 0.,-%“”()·​\u0301ℑßİ가", max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_sentence_gives_a_vote_or_none(noise: str) -> None:
    text = f"{noise} lần thứ ba {noise}"
    hits("lần thứ", text)
    hits("lần thứ", text)


@pytest.mark.usefixtures("forgotten")
def test_a_sentence_that_comes_back_with_other_letters_has_no_vote(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(vote, "_tokenizer", lambda: lambda text, **_: [text, "!"])
    assert hits("lần thứ", "Giá xăng tăng lần thứ ba.") == []


def test_the_model_is_asked_in_the_spelling_that_it_knows() -> None:
    text = "Ủy ban thỏa thuận, hòa bình; QUÝ, quý, hoài, toán, tòa"
    assert old_placement(text) == "Uỷ ban thoả thuận, hoà bình; QUÝ, quý, hoài, toán, toà"


@pytest.mark.usefixtures("forgotten")
def test_each_sentence_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def tokenize(text: str, **options: bool) -> list[str]:
        asked.append(text)
        assert options == {"use_token_normalize": False}
        return text.split()

    monkeypatch.setattr(vote, "_tokenizer", lambda: tokenize)
    text = "Giá xăng tăng lần thứ ba, giá điện tăng lần thứ ba. Giá than tăng lần thứ ba."
    assert len(hits("lần thứ", text)) == 3
    assert len(asked) == 2


# --- what a run costs -----------------------------------------------------------------------------


def run(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | environment,
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_underthesea_is_not_imported_when_nothing_is_undecided() -> None:
    code = (
        "import sys, khihau; text = 'Biến đổi khí hậu cần được ứng phó: giảm phát thải.';"
        "print(len(khihau.annotate(text, khihau.load_glossary())) > 0,"
        "'underthesea' in sys.modules)"
    )
    assert run(code) == "True False"


def test_a_vote_writes_nothing_and_says_nothing(tmp_path: Path) -> None:
    code = (
        "import khihau; from khihau.model import *;"
        "label = Label(lang='vi', text='lần thứ', status='preferred');"
        "base = Termbase((Concept(id='case', labels=(label,)),));"
        "print(len(khihau.annotate('Giá xăng tăng lần thứ ba.', base)))"
    )
    assert run(code, HOME=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / "cache")) == "1"
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert written == {"cache/khihau/vi-words.cache"}
