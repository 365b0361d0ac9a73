"""The language of a segment (issue 2: Hangul, Vietnamese-only letters, two marked syllables)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import cast

import pytest

from khihau.engine import read
from khihau.languages import LANGUAGES
from khihau.languages.detect import _signs, detect
from khihau.languages.language import Language
from khihau.model import LANGS, Lang

CASES = [
    ("기후변화", "ko"),
    ("MOU 체결", "ko"),
    ("KBS World Radio is broadcasting from Seoul (서울) today.", "en"),
    ("Việt Nam", "vi"),
    ("COP29 được tổ chức", "vi"),
    ("Sân bay Tân Sơn Nhất", "vi"),
    ("hai bên nhất trí về NDC", "vi"),
    ("Korea International Cooperation Agency (KOICA) đã ký", "vi"),
    ("Viet Nam and Korea met.", "en"),
    ("El Niño", None),
    ("São", None),
    ("El Niño and La Niña changed the rains in São Paulo.", "en"),
    ("café résumé naïve façade in Paris", "en"),
    ("The Đổi Mới policy of Viet Nam was launched in 1986 by the party congress", "en"),
    ("Nguyễn Văn A met Kim in Seoul to discuss climate finance and other issues", "en"),
    ("a", "en"),
    ("NDC 3.0", None),
    ("COP29", None),
    ("10/2024", None),
    ("– “0”", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "lang"), CASES)
def test_language(text: str, lang: str | None) -> None:
    assert detect(text) == lang
    assert detect(unicodedata.normalize("NFD", text)) == lang


def test_a_lone_acronym_is_in_the_language_of_the_rest() -> None:
    document = read("Hai bên bàn về:\n\n- NDC\n- các dự án chung\n")
    assert [segment.lang for segment in document.segments] == ["vi", "vi", "vi"]


def test_the_language_given_holds_for_every_segment() -> None:
    document = read("An NDC.\n\nHai bên họp.", "ko")
    assert {segment.lang for segment in document.segments} == {"ko"}


class Thai(Language):
    """A language that says no more than a new one must."""

    code = cast("Lang", "th")
    name = "Thai"
    own_name = "ไทย"


class WrittenThai(Thai):
    """One that says what its letters are, too."""

    script = "ก-๛"


class Polish(Language):
    """One in Latin letters, some of which are its own."""

    code = cast("Lang", "pl")
    name = "Polish"
    own_name = "Polski"
    letters = "ąęłńśźż"


@pytest.fixture
def with_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Language], None]]:
    def add(language: Language) -> None:
        known = {**LANGUAGES, language.code: language}
        monkeypatch.setattr("khihau.languages.detect.LANGUAGES", known)
        monkeypatch.setattr("khihau.languages.detect.LANGS", (*LANGS, language.code))
        _signs.cache_clear()

    yield add
    monkeypatch.undo()
    _signs.cache_clear()


def test_a_language_that_says_no_letters_is_never_found(
    with_language: Callable[[Language], None],
) -> None:
    with_language(Thai())
    assert detect("การเปลี่ยนแปลงสภาพภูมิอากาศ") is None
    assert [detect(text) for text, _ in CASES] == [lang for _, lang in CASES]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (WrittenThai(), "การเปลี่ยนแปลงสภาพภูมิอากาศ"),
        (WrittenThai(), "ความตกลงปารีส (Paris Agreement)"),
        (Polish(), "Zmiany klimatu są największym wyzwaniem"),
    ],
)
def test_a_language_is_found_by_the_letters_that_it_says(
    language: Language, text: str, with_language: Callable[[Language], None]
) -> None:
    with_language(language)
    assert detect(text) == language.code
    assert [detect(text) for text, _ in CASES] == [lang for _, lang in CASES]


def test_a_language_is_called_by_its_code_and_its_two_names() -> None:
    assert Thai().names == ("th", "thai", "ไทย")
    assert {"ko", "kor", "kr", "korean", "한국어", "tiếng hàn"} <= {*LANGUAGES["ko"].names}


def test_a_language_has_an_order_of_its_names() -> None:
    order = Thai().collation
    names = ["“abc”", "carbon tax", "Émile", "zero", "ไทย", "2 °C"]
    assert sorted(names, key=order.sort_key) == names
    assert [order.initial(name) for name in names] == ["A", "C", "E", "Z", "", ""]
