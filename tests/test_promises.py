"""Which definitions promise that the text will use the acronym (rule A9), in any composition."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from built_in import built_in
from khihau.engine import check, ledger_of
from khihau.model import Options

PROMISES = (
    "Quỹ Khí hậu xanh (sau đây gọi tắt là GCF) tài trợ dự án.",
    "Quỹ Khí hậu xanh (viết tắt là GCF) tài trợ dự án.",
    "Quỹ Khí hậu xanh (viết tắt: GCF) tài trợ dự án.",
    "Quỹ Khí hậu xanh (sau đây viết tắt là GCF) tài trợ dự án.",
    "Quỹ Khí hậu xanh, sau đây gọi tắt là GCF, tài trợ dự án.",
    "Quỹ Khí hậu xanh (Green Climate Fund, sau đây gọi tắt là GCF) tài trợ dự án.",
    "녹색기후기금(이하 “GCF”라 한다)이 총회를 열었다.",
    "녹색기후기금(이하 GCF)이 총회를 열었다.",
    "녹색기후기금(이하 GCF로 약칭)이 총회를 열었다.",
    "녹색기후기금(Green Climate Fund, 이하 GCF)이 총회를 열었다.",
    "The Green Climate Fund (hereinafter “GCF”) met.",
    'The Green Climate Fund (hereinafter referred to as the "GCF") met.',
    "The Green Climate Fund (“GCF”) met.",
    "The Green Climate Fund (the “GCF”) met.",
    "The Green Climate Fund (abbreviated as GCF) met.",
)
PLAIN = (
    "Quỹ Khí hậu xanh (GCF) tài trợ dự án.",
    "Quỹ Khí hậu xanh (tên viết tắt là GCF) tài trợ dự án.",
    "Quỹ Khí hậu xanh (tên tiếng Anh viết tắt là GCF) tài trợ dự án.",
    "Quỹ Khí hậu xanh (hay còn gọi tắt là GCF) tài trợ dự án.",
    "Quỹ Khí hậu xanh (Green Climate Fund - GCF) tài trợ dự án.",
    "녹색기후기금(GCF)이 총회를 열었다.",
    "녹색기후기금(영문 약칭: GCF)이 총회를 열었다.",
    "The Green Climate Fund (GCF) met.",
    "The Green Climate Fund (the GCF) met.",
    "The Green Climate Fund, also known as GCF, met.",
)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "is_promise"), [(one, True) for one in PROMISES] + [(one, False) for one in PLAIN]
)
def test_promise(text: str, form: Literal["NFC", "NFD"], *, is_promise: bool) -> None:
    written = unicodedata.normalize(form, text)
    told = [event.use.is_promise for event in ledger_of(written, built_in()).events]
    assert told == [is_promise, is_promise]  # its definition, and that it is unused
    found = check(written, built_in(), options=Options(profile="ko-gov"))
    assert [one.aspect for one in found if one.rule == "unused-definition"] == [
        "promise"
    ] * is_promise
