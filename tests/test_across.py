"""Names that are mixed across the checked files: one finding a name, its places, and its order."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Mapping

import pytest

import khihau
from built_in import built_in
from khihau.dating.days import Days
from khihau.engine import ledger_of, read
from khihau.model import Lang, Placed
from khihau.profiles.customs import customs_of
from khihau.review.across_files import Across, Naming, namings
from khihau.review.base import Checked
from khihau.review.running import review
from khihau.rules import RULES

pytestmark = pytest.mark.usefixtures("analyser")

OPTIONS = khihau.Options(usual_date=datetime.date(2026, 6, 1), profile="vi-law")

PARIS = "Việt Nam thực hiện Thỏa thuận Paris."
HIEP_DINH = "Bộ trưởng nhắc lại Hiệp định Paris.\n\nHiệp định Paris có hiệu lực từ năm 2016."


def names_of(text: str) -> tuple[Naming, ...]:
    document = read(text)
    checked = Checked(
        document,
        khihau.annotate(document, built_in(), options=OPTIONS),
        ledger_of(document, built_in(), options=OPTIONS),
        built_in(),
        OPTIONS,
        Days(document, OPTIONS),
        customs_of(document, OPTIONS, built_in()),
    )
    return namings(checked, review(checked, RULES))


def across(texts: Mapping[str, str]) -> list[tuple[str, Lang, Placed]]:
    names = Across(built_in())
    for path, text in texts.items():
        names.add(path, names_of(text))
    return names.findings()


def told(texts: Mapping[str, str]) -> list[str]:
    return [
        f"{path}:{placed.place.line}:{placed.place.column} {placed.finding.text}"
        for path, _, placed in across(texts)
    ]


def test_a_name_mixed_across_files_is_one_finding_with_both_places() -> None:
    found = across({"a.md": HIEP_DINH, "b.md": PARIS, "c.md": "\n" + PARIS, "d.md": HIEP_DINH})
    assert len(found) == 1
    path, lang, (finding, place) = found[0]
    assert (path, lang) == ("a.md", "vi")
    assert (place.line, place.column) == (1, 20)
    assert place.shown == HIEP_DINH[finding.start : finding.end] == "Hiệp định Paris"
    assert finding.message.startswith(
        "“Hiệp định Paris” stands 4 times in 2 documents, “Thỏa thuận Paris” twice in 2 "
        "(first: b.md:1:20); keep one name: write “Thỏa thuận Paris”"
    )
    assert (finding.rule, finding.severity, finding.concept) == (
        "mixed-labels",
        "info",
        "paris-agreement",
    )
    assert finding.fix is None
    assert finding.source


def test_its_fingerprint_is_that_of_the_same_finding_in_one_document() -> None:
    alone = khihau.check(
        f"{HIEP_DINH}\n\n{PARIS}", built_in(), rules=["mixed-labels"], options=OPTIONS
    )
    assert across({"a.md": HIEP_DINH, "b.md": PARIS})[0][2].finding.fingerprint == (
        alone[0].fingerprint
    )


def test_files_that_agree_are_clean() -> None:
    assert not told({"a.md": PARIS, "b.md": PARIS, "c.md": "Bản tin không có thuật ngữ nào."})
    assert not told({})


def test_the_order_of_the_documents_decides_which_place_is_first() -> None:
    assert told({"a.md": PARIS, "b.md": HIEP_DINH, "c.md": HIEP_DINH}) == [
        "b.md:1:20 Hiệp định Paris"
    ]
    assert told({"c.md": HIEP_DINH, "a.md": PARIS, "b.md": HIEP_DINH}) == [
        "c.md:1:20 Hiệp định Paris"
    ]


def test_findings_stand_in_the_order_of_documents_and_texts() -> None:
    mixed = "Tổ chức Tăng trưởng xanh toàn cầu nhắc lại Hiệp định Paris."
    plain = "Viện Tăng trưởng xanh toàn cầu bàn về Thỏa thuận Paris."
    assert told({"z.md": mixed, "a.md": plain}) == [
        "z.md:1:1 Tổ chức Tăng trưởng xanh toàn cầu",
        "z.md:1:44 Hiệp định Paris",
    ]


def test_only_proper_names_are_told_across_files() -> None:
    energy = ("Việt Nam chuyển đổi năng lượng.", "Việt Nam chuyển dịch năng lượng.")
    assert not told({"a.md": energy[0], "b.md": energy[1]})
    assert not told({"a.ko.md": "지구 평균온도가 올랐다.", "b.ko.md": "지구 평균 기온이 올랐다."})


def test_what_its_own_document_reports_is_not_reported_again() -> None:
    both = f"{PARIS}\n\nHiệp định Paris có hiệu lực."
    assert not told({"a.md": both, "b.md": PARIS})
    assert told({"a.md": both, "b.md": HIEP_DINH}) == ["b.md:1:20 Hiệp định Paris"]


def test_a_document_that_says_that_they_are_one_is_left_alone() -> None:
    gloss = "Thỏa thuận Paris (còn gọi là Hiệp định Paris) có hiệu lực."
    assert not told({"a.md": gloss, "b.md": PARIS})
    assert told({"a.md": gloss, "b.md": HIEP_DINH}) == ["b.md:1:20 Hiệp định Paris"]


def test_languages_are_apart() -> None:
    texts = {
        "a.vi.md": HIEP_DINH,
        "a.ko.md": "글로벌녹색성장기구가 발표했다.",
        "a.en.md": "Lao PDR joined the Biodiversity Convention.",
    }
    assert not told(texts)
    others = {
        "b.vi.md": PARIS,
        "b.ko.md": "글로벌녹색성장연구소가 발표했다.",
        "b.en.md": "The Convention on Biological Diversity is old.",
    }
    found = across(texts | others)
    assert [(path, lang) for path, lang, _ in found] == [
        ("a.vi.md", "vi"),
        ("a.ko.md", "ko"),
        ("a.en.md", "en"),
    ]


def test_names_that_are_no_rivals_stay_so_across_files() -> None:
    assert not told({"a.md": "온실가스 배출이 늘었다.", "b.md": "온실가스 배출량을 공개했다."})
    assert not told({"a.md": "The NDC was sent.", "b.md": "A nationally determined contribution."})
    assert not told({"a.md": "Hoà Bình: Thoả thuận Paris.", "b.md": PARIS})


def test_without_the_preferred_name_the_majority_of_the_set_stays() -> None:
    often = "Có Viện Nghiên cứu Tăng trưởng xanh toàn cầu."
    once = "Có Tổ chức Tăng trưởng xanh toàn cầu."
    assert told({"a.md": once, "b.md": often, "c.md": often}) == [
        "a.md:1:4 Tổ chức Tăng trưởng xanh toàn cầu"
    ]
    assert told({"a.md": once, "b.md": often}) == [
        "b.md:1:4 Viện Nghiên cứu Tăng trưởng xanh toàn cầu"
    ]
    message = across({"a.md": once, "b.md": often, "c.md": often})[0][2].finding.message
    assert "(the glossary prefers “Viện Tăng trưởng xanh toàn cầu”)" in message


def test_namings_are_few_and_small_and_can_be_sent_to_another_process() -> None:
    text = "\n\n".join([HIEP_DINH] * 500)
    names = names_of(text)
    assert {one.label: one.times for one in names}["Hiệp định Paris"] == 1000
    sent = pickle.dumps(names)
    assert len(sent) < 3_000
    assert pickle.loads(sent) == names


def test_many_documents_keep_no_more_than_the_first_places() -> None:
    names, naming = Across(built_in()), names_of(HIEP_DINH)
    for number in range(1000):
        names.add(f"{number}.md", naming)
    size = len(pickle.dumps(names._totals))
    for number in range(1000, 2000):
        names.add(f"{number}.md", naming)
    assert len(pickle.dumps(names._totals)) < size + 20
