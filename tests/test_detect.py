"""The language of a segment (issue 2: Hangul, Vietnamese-only letters, two marked syllables)."""

from __future__ import annotations

import unicodedata

import pytest

from khihau.engine import read
from khihau.languages.detect import detect

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
