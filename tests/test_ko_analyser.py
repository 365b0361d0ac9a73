"""Korean with and without kiwipiepy: the analyser only adds (rule M5)."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

import khihau
from khihau.errors import ConfigError
from khihau.languages.ko import vote as ko_kiwi
from khihau.languages.ko.tails import is_tail
from khihau.model import Analyser, Concept, Label, Match, Options, Rejection, Termbase
from spec_tables import SPEC, Row, each_row, marked, rows

needs_kiwi = pytest.mark.skipif(not ko_kiwi.available(), reason="kiwipiepy is not installed")
ROWS = [
    row
    for file in sorted(SPEC.glob("ko-*.md"))
    for row in rows(file)
    if ":" not in row.cells["label"]  # not "mul: NDC"
]


def base_of(*texts: str) -> Termbase:
    labels = (Label(lang="ko", text=text, status="preferred") for text in texts)
    return Termbase(
        tuple(Concept(id=f"c{number}", labels=(label,)) for number, label in enumerate(labels))
    )


def annotate(label: str, text: str, analyser: Analyser = "auto") -> list[Match]:
    return khihau.annotate(text, base_of(label), options=Options(analyser=analyser))


def explain(label: str, text: str, analyser: Analyser = "auto") -> list[Rejection]:
    return khihau.explain(text, base_of(label), options=Options(analyser=analyser))


@pytest.fixture
def no_kiwi(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "kiwipiepy", None)


# --- the votes ------------------------------------------------------------------------------------

# Label and text, the hit marked; all of them are undecided without an analyser.
VOTES = [
    ("시장", "주택⟦시장⟧이 얼어붙었다."),
    ("시장", "⟦시장⟧점유율이 떨어졌다."),
    ("가뭄", "봄⟦가뭄⟧이 길다."),
    ("메탄", "바이오⟦메탄⟧을 생산한다."),
    ("폭염", "기상청은 ⟦폭염⟧특보를 내렸다."),
    ("폭염", "올해 ⟦폭염⟧일수가 역대 최다였다."),
    ("기후", "⟦기후⟧외교를 강화한다."),
    ("기후", "신⟦기후⟧체제가 출범했다."),
    ("기후", "⟦기후⟧소송단이 소장을 냈다."),
    ("감축", "⟦감축⟧이행을 점검했다."),
    ("감축", "⟦감축⟧없는 성장은 없다."),
    ("감축", "⟦감축⟧위한 노력이 필요하다."),
    ("적응", "국가⟦적응⟧계획을 냈다."),
    ("이행", "의무⟦이행⟧시 혜택을 준다."),
    ("수소", "그린⟦수소⟧생산단지를 짓는다."),
    ("탄소", "⟦탄소⟧은행이라는 별명이 붙었다."),
    ("재원", "⟦재원⟧조달 방안을 논의했다."),
    ("시장", "미래의⟦시장⟧을 내다봤다."),
    ("기후변화", "범정부⟦기후 변화⟧대책위원회가 열렸다."),
    ("투자", "투자자는 공시를 요구한다."),
    ("투자", "투자처를 찾는 자금이 몰린다."),
    ("목표", "목표치가 높다."),
    ("감축", "감축률을 높여야 한다."),
    ("배출", "배출원을 조사했다."),
    ("협정", "협정문에서 삭제했다."),
    ("이행", "미이행 업체에 과태료를 물린다."),
    ("환경", "친환경 제품이다."),
    ("시장", "비시장접근법을 논의했다."),
    ("탄소", "방탄소재로 만든다."),
    ("기후", "분기후반에 올랐다."),
    ("국가", "한국가운데 처음이다."),
    ("대기", "순대기름을 뺐다."),
    ("보고", "알아보고서야 안심했다."),
    ("산림", "산림부터널을 지났다."),
    ("기후변화", "위기후 변화가 컸다."),
    ("가스", "한국가스공사가 공급한다."),
]


@needs_kiwi
@each_row("label, marked_text", VOTES)
def test_vote(label: str, marked_text: str) -> None:
    text, spans = marked(marked_text)
    hits = [(match.start, match.end) for match in annotate(label, text)]
    assert hits == spans, explain(label, text)


@pytest.mark.usefixtures("no_kiwi")
@pytest.mark.parametrize("analyser", ["off", "auto"])
@each_row("label, marked_text", VOTES)
def test_without_kiwipiepy_the_undecided_stays_out(
    label: str, marked_text: str, analyser: Analyser
) -> None:
    text, _ = marked(marked_text)
    assert not annotate(label, text, analyser)
    assert {fallen.reason for fallen in explain(label, text, analyser)} <= {"undecided", "covered"}


@needs_kiwi
def test_a_vote_against_says_how_it_read_the_word() -> None:
    (fallen,) = explain("목표", "목표치가 높다.")
    assert fallen.reason == "undecided"
    assert (
        fallen.detail == "“치가” after it is no particle; kiwipiepy votes against: 목표/NNG 치/XSN"
    )


@needs_kiwi
@pytest.mark.parametrize("analyser", ["auto", "required"])
def test_votes_are_cast_at_the_offsets_of_the_source(analyser: Analyser) -> None:
    text = f"😀 {unicodedata.normalize('NFD', '주택시장이')} 얼었고\u200b, 탄소시\u200b장\u200b은 컸다."
    spans = [text[match.start : match.end] for match in annotate("시장", text, analyser)]
    assert spans == [unicodedata.normalize("NFD", "시장"), "시\u200b장"]


@needs_kiwi
def test_a_list_without_full_stops_is_read_in_pieces() -> None:
    item = "주택시장 안정 "
    text = item * 300
    hits = [match.start for match in annotate("시장", text)]
    assert hits == [2 + len(item) * number for number in range(300)]
    assert len(annotate("시장", "주택시장" * 300)) == 300


# --- the analyser only adds -----------------------------------------------------------------------


@needs_kiwi
def test_every_decided_hit_is_kept() -> None:
    base = base_of(*dict.fromkeys(row.cells["label"] for row in ROWS))
    for row in ROWS:
        text, _ = marked(row.cells["text"])
        assert _spans(text, base, "off") <= _spans(text, base, "auto"), row.place


@needs_kiwi
@each_row("row", ROWS)
def test_a_decided_miss_stays_a_miss(row: Row) -> None:
    text, _ = marked(row.cells["text"])
    label = row.cells["label"]
    off = [fallen for fallen in explain(label, text, "off") if fallen.reason != "undecided"]
    auto = [fallen for fallen in explain(label, text) if fallen.reason != "undecided"]
    assert off == auto


def _spans(text: str, base: Termbase, analyser: Analyser) -> set[tuple[int, int, str]]:
    matches = khihau.annotate(text, base, options=Options(analyser=analyser))
    return {(one.start, one.end, one.concept) for match in matches for one in (match, *match.inner)}


# --- when it is loaded ----------------------------------------------------------------------------

SCRIPT = """
import sys, khihau
from khihau.model import *
label = Label(lang="ko", text=sys.argv[1], status="preferred")
matches = khihau.annotate(sys.argv[2], Termbase((Concept(id="c", labels=(label,)),)))
print(len(matches), "kiwipiepy" in sys.modules)
"""


def loads(label: str, text: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, label, text], capture_output=True, text=True, check=True
    )
    assert not run.stderr
    return run.stdout.strip()


def test_kiwipiepy_is_not_loaded_when_nothing_is_undecided() -> None:
    assert loads("감축", "감축을 서두르고 적응했다.") == "1 False"


@needs_kiwi
def test_kiwipiepy_is_loaded_for_the_undecided() -> None:
    assert loads("시장", "주택시장이 얼어붙었다.") == "1 True"


@pytest.mark.usefixtures("no_kiwi")
def test_required_and_missing_is_an_error_with_the_next_step() -> None:
    with pytest.raises(ConfigError, match=r"pip install 'khihau\[ko\]'"):
        annotate("시장", "주택시장이 얼어붙었다.", "required")
    with pytest.raises(ConfigError):
        ko_kiwi.require()


@pytest.mark.parametrize("analyser", ["auto", "required"])
def test_a_damaged_installation_is_an_error_with_the_next_step(
    analyser: Analyser, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("kiwipiepy", "kiwipiepy_model"):
        module = ModuleType(name)
        module.__spec__ = ModuleSpec(name, None)
        monkeypatch.setitem(sys.modules, name, module)
    ko_kiwi._kiwi.cache_clear()
    with pytest.raises(ConfigError, match="install it anew"):
        annotate("시장", "선물시장이 얼어붙었다.", analyser)


# --- the grammar that decides without it ----------------------------------------------------------

FORMS = """
하기로 하기로는 하기도 되기까지는 하겠으며 되겠지만 하겠다고 받겠다는 되시는 당하셨다 하십시오 하라는 한다는
된다고 받는다며 했었다 됐었으나 했겠지만 받았음을 됐음에도 함으로써 됨에따라 할수있는 될지를 하는중이다
해야한다 해야했다 돼야할 시켜야하며 해왔다 돼온 받아왔으며 해나가기로 해나가겠다 해내며 해주기를 해줘야
에서만의 만으로도 까지를 까지만이라도 에서가 에서보다도 와같이 으로부터의 키로 토록 코자
시켜나가야 되어온 되어야 하여서는 하고있다 대로라면 까지라면 만이라면 에서인지 부터라는 뿐만이아니라 만으로는
"""
OTHERS = """
하천 하락 하마 한국 한파 한계 한도 할당 할인 함량 합의 합계 해지 해지는 해운 해양 해고 되풀이 돼지 받침 당일
로로 로를 로가 에가 에를 의가 은의 도를 키 치 케 권 량 률 자 서 치 안 문 일 이행 과정 도시 은행 만다 부터널 에너지 라인
"""


def assert_stands(label: str, marked_text: str) -> None:
    """The label is a hit where the marks are, and nowhere else, without an analyser."""
    text, spans = marked(marked_text)
    assert [(match.start, match.end) for match in annotate(label, text, "off")] == spans


@each_row("tail", FORMS.split())
def test_forms_of_light_verbs_and_stacks_are_tails(tail: str) -> None:
    assert is_tail(tail, 2)


@each_row("tail", OTHERS.split())
def test_nouns_that_begin_alike_are_no_tails(tail: str) -> None:
    assert not is_tail(tail, 2)


@pytest.mark.parametrize(
    ("label", "marked_text"),
    [
        ("이행", "약속을 ⟦이행⟧치 않은 업체다."),
        ("감축", "배출량을 ⟦감축⟧키 위해 모였다."),
        ("목표", "목표치 미달이다."),
        ("인증", "인증키 발급을 신청했다."),
        ("제6조", "⟦제6조⟧제2항에 따른다."),
        ("제6조", "제6조의2제1항에 따른다."),
        ("제6조", "⟦제6조⟧의 2개 항을 고쳤다."),
    ],
)
def test_contractions_and_article_numbers(label: str, marked_text: str) -> None:
    assert_stands(label, marked_text)


# Who reads an eojeol cuts it where both sides are words; in doubt the term stays.
@pytest.mark.parametrize(
    ("label", "marked_text"),
    [
        ("배출권", "배출권고를 따른다."),
        ("배출권", "⟦배출권⟧고시를 고쳤다."),
        ("배출권", "배출권한을 준다."),
        ("배출권", "⟦배출권⟧한도를 정한다."),
        ("탄소세", "⟦탄소세⟧부담을 던다."),
        ("탄소세", "탄소세대를 말한다."),
        ("전기차", "전기차단기를 내린다."),
        ("수소차", "⟦수소차⟧도 달린다."),
        ("생태계", "⟦생태계⟧도 변한다."),
        ("흡수원", "흡수원리를 배운다."),
        ("흡수원", "⟦흡수원⟧인 숲이 준다."),
        ("저탄소", "해저탄소저장을 시험한다."),
        ("폐기물", "⟦폐기물⟧관리법을 고친다."),
        ("산림청", "⟦산림청⟧장이 말했다."),
        ("의정서", "교토⟦의정서⟧가 끝났다."),
        ("녹색성장", "녹색 성장통을 앓는다."),
    ],
)
def test_nouns_over_an_edge(label: str, marked_text: str) -> None:
    assert_stands(label, marked_text)


# A word that stands over an edge of a hit is not the word that the hit begins: 부담을 is 부담.
@pytest.mark.parametrize(
    ("label", "marked_text"),
    [
        ("부담", "⟦부담⟧을 줄인다."),
        ("부문", "⟦부문⟧별로 나눴다."),
        ("피해자", "⟦피해자⟧가 늘었다."),
        ("차입금", "⟦차입금⟧을 갚았다."),
        ("환경부", "환경부담을 줄인다."),
        ("환경부", "환경부하를 줄인다."),
        ("환경부", "⟦환경부⟧하반기 계획이다."),
        ("기후부", "기후부채를 갚는다."),
        ("손실과 피해", "손실과 피해자가 늘었다."),
        ("당사국", "비당사국이 참관했다."),
        ("재생에너지", "비재생에너지를 줄인다."),
        ("시장", "광주시장이 말했다."),
        ("각색", "각양각색의 의견이 나왔다."),
    ],
)
def test_covering_words(label: str, marked_text: str) -> None:
    text, spans = marked(marked_text)
    assert [(match.start, match.end) for match in annotate(label, text)] == spans


@needs_kiwi
@pytest.mark.parametrize(
    ("labels", "text", "hit"),
    [
        (("신규조림", "조림사업"), "기업은 베트남에서 신규조림 사업을 추진한다.", "신규조림"),
        (("기후기술", "기술협력"), "양국은 기후기술 협력을 강화한다.", "기후기술"),
    ],
)
def test_what_overlaps_a_decided_hit_is_not_asked(
    labels: tuple[str, ...], text: str, hit: str
) -> None:
    """The analyser only adds: it takes no hit away that stands without it."""
    for analyser in ("auto", "off"):
        options = Options(analyser=analyser)
        assert [one.text for one in khihau.annotate(text, base_of(*labels), options=options)] == [
            hit
        ]
    alone = khihau.annotate(text, base_of(labels[1]), options=Options(analyser="auto"))
    assert [one.label for one in alone] == [labels[1]]
