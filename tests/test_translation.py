"""What languages answer on names that say the same, and what a language of which nothing is known does."""

from __future__ import annotations

import datetime
from itertools import permutations

import pytest

from built_in import built_in
from khihau.engine import pair, read
from khihau.errors import InputError
from khihau.languages import LANGUAGES
from khihau.languages.translation import Translation
from khihau.model import LANGS, Label, LabelLang, Lang, Options
from khihau.pairing.languages import heeded
from khihau.review.rival_names import are_rivals

OPTIONS = Options(usual_date=datetime.date(2026, 6, 1))
SAID = {
    "vi": "Hai bên thực hiện Thỏa thuận Paris và thị trường các-bon từ năm 2030.",
    "ko": "양측은 2030년부터 파리협정과 탄소시장을 이행한다.",
    "en": "The two sides implement the Paris Agreement to protect the climate and the carbon market from 2030.",
}
WRONG = {
    "vi": SAID["vi"].replace("Thỏa thuận Paris", "Công ước Paris"),
    "ko": SAID["ko"].replace("파리협정", "파리협약"),
    "en": SAID["en"].replace("Paris Agreement", "Paris Convention"),
}


@pytest.mark.parametrize(
    ("lang", "name", "short"),
    [
        ("vi", "Tòa án Hiến pháp Hàn Quốc", "Tòa án Hiến pháp"),
        ("vi", "Bộ Ngoại giao Đại Hàn Dân Quốc", "Bộ Ngoại giao"),
        ("vi", "Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Quốc hội"),
        ("vi", "Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước"),
        ("vi", "Đề án thị trường các-bon tại Việt Nam", "Đề án thị trường các-bon"),
        ("ko", "베트남 재무부", "재무부"),
        ("ko", "한국의 탄소중립법", "탄소중립법"),
        ("ko", "주베트남대사", "주베트남대사"),
        ("en", "Korea’s green taxonomy", "green taxonomy"),
        ("en", "South Korean Ministry of Environment", "Ministry of Environment"),
        ("en", "State Bank of Viet Nam", "State Bank"),
        ("en", "Electricity of Vietnam", "Electricity of Vietnam"),
        ("en", "National Assembly of the Socialist Republic of Viet Nam", "National Assembly"),
        ("en", "Korea Energy Agency", "Korea Energy Agency"),
        ("mul", "K-ETS", "K-ETS"),
    ],
)
def test_a_name_without_its_country(lang: LabelLang, name: str, short: str) -> None:
    assert LANGUAGES[lang].translation.without_country(name) == short


@pytest.mark.parametrize(
    ("lang", "name", "words"),
    [
        ("vi", "luật của nước cộng hòa xã hội chủ nghĩa việt nam về khí hậu", "luật khí hậu"),
        ("ko", "대한민국 배출권의 거래제", "배 출 권 거 래 제"),
        ("en", "korea's law on the climate of the socialist republic of vietnam", "law climate"),
        ("en", "vietnamese and south korean markets", "markets"),
        ("mul", "korea 2030", "korea 2030"),
    ],
)
def test_the_words_that_names_are_compared_by(lang: LabelLang, name: str, words: str) -> None:
    assert list(LANGUAGES[lang].translation.content_words(name)) == words.split()


@pytest.fixture(params=LANGS)
def unknown(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Lang:
    """A language that answers nothing on names."""
    lang: Lang = request.param
    monkeypatch.setattr(LANGUAGES[lang], "translation", Translation())
    return lang


def test_pair_with_an_unknown_language(unknown: Lang) -> None:
    base = built_in()
    for source, target in permutations(LANGS, 2):
        if unknown in (source, target):
            assert pair(SAID[source], SAID[target], base, OPTIONS) == []
            (found,) = pair(SAID[source], WRONG[target], base, OPTIONS)
            assert (found.rule, found.concept) == ("wrong-equivalent", "paris-agreement")
            assert found.severity == "error"


def test_names_of_an_unknown_language_are_compared_word_by_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(LANGUAGES["en"], "translation", Translation())
    names = ("accord toits verts", "pacte façades vertes", "accord grands toits verts")
    labels = [Label(lang="en", text=text, status="admitted") for text in names]
    assert are_rivals(labels[0], labels[1], are_proper=True)
    assert not are_rivals(labels[0], labels[2], are_proper=True)


def test_a_text_is_in_the_language_that_was_said_where_words_tell_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source, target = read(SAID["ko"]), read("Les deux parties et le marché")
    with pytest.raises(InputError, match="looks like English, not Vietnamese"):
        heeded(source, target, (None, "vi"))
    monkeypatch.setattr("khihau.pairing.languages.DETECTED", frozenset(("ko", "en")))
    documents = heeded(source, target, (None, "vi"))
    assert [one.segments[0].lang for one in documents] == ["ko", "vi"]
