"""What a fix would lose: words that the name to write does not say (rule A7)."""

from __future__ import annotations

import pytest

from khihau.fuzzy.lost_words import lost_words
from khihau.model import Concept, Label, Lang, Termbase

NDC = "국가 온실가스 감축목표"
CCUS = "thu giữ, sử dụng và lưu trữ các-bon"
BASE = Termbase(
    (
        Concept(id="ndc", labels=(Label(lang="ko", text=NDC, status="preferred"),)),
        Concept(id="ccus", labels=(Label(lang="vi", text=CCUS, status="preferred"),)),
    )
)


@pytest.mark.parametrize(
    ("concept", "lang", "name", "words", "lost"),
    [
        ("ndc", "ko", NDC, "국가 온실가스 감축목표", ()),
        ("ndc", "ko", NDC, "나라 온실가스 감축목표", ()),  # a word for a word
        ("ndc", "ko", NDC, "2030 온실가스 감축목표", ("2030",)),  # a number for a word
        ("ccus", "vi", CCUS, "thu gom, sử dụng và lưu trữ các-bon", ()),
        (
            "ccus",
            "vi",
            CCUS,
            "thu giữ, sử dụng và lưu trữ hydro và các-bon",
            ("hydro",),
        ),
    ],
)
def test_what_the_name_leaves_out(
    concept: str, lang: Lang, name: str, words: str, lost: tuple[str, ...]
) -> None:
    assert lost_words(words, name, concept, BASE, lang, is_known=False) == lost
