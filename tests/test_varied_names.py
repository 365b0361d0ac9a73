"""Names of what a text names rightly that have another word in them (rule C12)."""

from __future__ import annotations

import pytest

from khihau.engine import check
from khihau.model import Concept, Label, Lang, Termbase

ACT = "Act on Allocation and Trading of Greenhouse Gas Emission Permits"
SCHEME = "Đề án 1 triệu ha lúa chất lượng cao"
PRIZE = "기후변화 대응 우수 기업 대상"


def concept(name: str, lang: Lang, text: str, domain: str) -> Concept:
    label = Label(lang=lang, text=text, status="preferred", part_of_speech="proper-noun")
    return Concept(id=name, domain=domain, labels=(label,))


BASE = Termbase(
    (
        concept("act", "en", ACT, "law"),
        concept("prize", "ko", PRIZE, "cooperation"),
        concept("scheme", "vi", SCHEME, "land-use"),
    )
)


@pytest.mark.parametrize(
    ("right", "other", "told"),
    [
        # In an act a word that may mean the same is a translator's choice, another one is a mistake.
        (ACT, ACT.replace("Allocation", "Assignment"), ""),
        (ACT, ACT.replace("Allocation", "Adaptation"), "“Adaptation” for “Allocation”"),
        (PRIZE, PRIZE.replace("우수", "우량"), "“량” for “수”"),
        (SCHEME, SCHEME.replace("ha", "hecta"), ""),  # one unit in two spellings
        (SCHEME, SCHEME.replace("lượng", "giá"), "“giá” for “lượng”"),
    ],
)
def test_another_word(right: str, other: str, told: str) -> None:
    found = check(f"{right}. {right}. {other}.", BASE, rules=["inexact-name"])
    said = [one.message for one in found]
    if told:
        wrong, name = told.split(" for ")
        assert [f"has {wrong} for {name}" in message for message in said] == [True]
    else:
        assert said == []
