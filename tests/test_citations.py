"""Acts, standards and articles as texts of three languages cite them, and which of two are one (rule P6)."""

from __future__ import annotations

import datetime
import unicodedata

import pytest

import khihau
from built_in import built_in
from khihau.engine import read
from khihau.model import Finding, Lang
from khihau.pairing.citations.citation import are_same
from khihau.pairing.citations.reading import citations_of
from spec_tables import each_row

OPTIONS = khihau.Options(usual_date=datetime.date(2026, 6, 1))

# Text => what it cites, parted by "; ": the groups of a number with "/" between, behind a provision
# article, clause and point with "." between.
VIETNAMESE = """
Nghị định số 06/2022/NĐ-CP => 06/2022/NĐ-CP = 6 2022
Nghị quyết 57-NQ/TW => 57-NQ/TW = 57
Nghị quyết 57 của Bộ Chính trị => 57 = 57
các Nghị quyết 57, 59, 66 và 68 của Bộ Chính trị => 57 = 57; 59 = 59; 66 = 66; 68 = 68
Nghị quyết 57, 150 doanh nghiệp => 57 = 57
Luật số 18469 của Hàn Quốc => 18469 = 18469
Quyết định 1/CMA.5 => 1/CMA.5 = 1 5
Nghị quyết 77/165 => 77/165 = 77 165
Quy định (EU) 2023/956 => 2023/956 = 2023 956
TCVN ISO 14064-1:2011 => TCVN ISO 14064-1:2011 = 14064 1 2011
QCVN 05:2023/BTNMT => QCVN 05:2023/BTNMT = 5 2023
khoản 2 Điều 13 và khoản 3 Điều 14 => khoản 2 Điều 13 = 13.2; khoản 3 Điều 14 = 14.3
Điều 13, khoản 3 Điều 14 => Điều 13 = 13; khoản 3 Điều 14 = 14.3
Điều 6.2 và 6.4 => 6.2 = 6.2; 6.4 = 6.4
các Điều 5-7 => 5 = 5; 7 = 7
các Điều 5, 6 và 7 => 5 = 5; 6 = 6; 7 = 7
điểm a và điểm c khoản 1 Điều 11 => điểm a và điểm c khoản 1 Điều 11 = 11.1.a; điểm a và điểm c khoản 1 Điều 11 = 11.1.c
theo khoản 4 Điều này => khoản 4 = .4
theo khoản 2 cho thủ trưởng => khoản 2 = .2
<Số 11947, ngày 30/7/2013> => 11947 = 11947
khoản 300 triệu đồng =>
giai đoạn 1 =>
đoạn 4 km =>
điều 120 tàu =>
Luật Đất đai năm 2024 =>
"""
KOREAN = """
법률 제18469호 => 제18469호 = 18469
환경부고시 제2023-263호 => 제2023-263호 = 2023 263
부칙 <제11947호, 2013.7.30> => 제11947호 = 11947
결의 1718호 => 1718호 = 1718
결의 제57호 및 제68호 => 제57호 = 57; 제68호 = 68
제232호 결정 => 제232호 = 232
결정 1/CP.21 => 1/CP.21 = 1 21
규정 (EU) 2023/956 => 2023/956 = 2023 956
KS I ISO 14064-1 => KS I ISO 14064-1 = 14064 1
제6조제2항 및 제4항 => 제6조제2항 = 6.2; 제4항 = .4
제6조 제2항 제3호 => 제6조 제2항 제3호 = 6.2.3
파리협정 제6.2조 => 제6.2조 = 6.2
파리협정 6조 => 6조 = 6
6조 2항 => 6조 2항 = 6.2
제6조의2 => 제6조의2 = 6-2
제5조부터 제7조까지 => 제5조 = 5; 제7조 = 7
예산 6조 원 =>
반도체법 5조 원 투입 =>
2항목 =>
고리 제3호기 =>
태풍 제5호 =>
"""
ENGLISH = """
Act No. 18469 => 18469 = 18469
Notice No. 2023-263 => 2023-263 = 2023 263
Decree No. 06/2022/ND-CP => 06/2022/ND-CP = 6 2022
Decree No. 06/2022 => 06/2022 = 6 2022
Directive 2003/87/EC => 2003/87/EC = 2003 87
Regulation (EU) No 525/2013 => 525/2013 = 525 2013
resolution A/RES/77/165 => A/RES/77/165 = 77 165
Resolutions 57 and 68 of the Politburo => 57 = 57; 68 = 68
IFRS S2 => IFRS S2 = 2
ISO14001 => ISO14001 = 14001
ISO/IEC 17025 => ISO/IEC 17025 = 17025
Article 6.2 => Article 6.2 = 6.2
Article 6(2) => Article 6(2) = 6.2
paragraph 4 of Article 6 => paragraph 4 of Article 6 = 6.4
Article 6, paragraph 2, and Article 7 => Article 6, paragraph 2 = 6.2; Article 7 = 7
Articles 6.2 and 6.4 => 6.2 = 6.2; 6.4 = 6.4
Point a, Clause 2, Article 28 of the Law => Point a, Clause 2, Article 28 = 28.2.a
pursuant to paragraph (1) => paragraph (1) = .1
Article 6 and 3 ministries => Article 6 = 6
Climate Change Act 2008 =>
the season 2023/24 =>
"""
BY_LANGUAGE: tuple[tuple[Lang, str], ...] = (
    ("vi", VIETNAMESE),
    ("ko", KOREAN),
    ("en", ENGLISH),
)
ROWS = [(lang, row) for lang, rows in BY_LANGUAGE for row in rows.strip().splitlines()]


def shown(text: str, lang: Lang) -> str:
    found = []
    for one in citations_of(read(text, lang)):
        sign = "." if one.kind == "provision" else " "
        groups = sign.join(one.groups).rstrip(".")
        found.append(f"{text[one.start : one.end]} = {groups}".strip())
    return "; ".join(found)


@each_row("row", ROWS)
def test_what_is_cited(row: tuple[Lang, str]) -> None:
    lang, line = row
    text, _, expected = line.partition(" =>")
    assert shown(text, lang) == expected.strip()
    apart = unicodedata.normalize("NFD", text)
    assert unicodedata.normalize("NFC", shown(apart, lang)) == expected.strip()


# Two texts, and whether they cite one thing.
PAIRS = (
    ("06/2022/NĐ-CP", "6/2022/ND-CP", True),
    ("06/2022/NĐ-CP", "Decree No. 06/2022", True),
    ("06/2022/NĐ-CP", "06/2020/NĐ-CP", False),
    ("06/2022/NĐ-CP", "06/2022/QĐ-TTg", False),
    ("1/CP.21", "1/CMA.21", False),
    ("1/CP.21", "21/CP.1", False),
    ("Notice No. 2023-263", "Notice No. 263/2023", True),
    ("Notice No. 2023-263", "Notice No. 263", True),
    ("A/RES/77/165", "resolution 77/165", True),
    ("ISO 14064-1", "ISO 14064-1:2018", True),
    ("ISO 14064-1:2006", "ISO 14064-1:2018", False),
    ("KS I ISO 14064-1", "TCVN ISO 14064-1:2011", True),
    ("ISO 50001", "IEC 50001", False),
    ("Article 6", "Article 6.2", True),
    ("Article 6.4", "Article 6.2", False),
    ("paragraph 2", "Article 6.2", True),
    ("Article 11(1)(a)", "Article 11(1)(b)", False),
)


@each_row("row", PAIRS)
def test_which_are_one(row: tuple[str, str, bool]) -> None:
    first, second, are_one = row
    one, other = (citations_of(read(text, "en"))[0] for text in (first, second))
    assert are_same(one, other) == are_same(other, one) == are_one


def told(source: str, target: str) -> list[tuple[str, str, str]]:
    found = khihau.pair(source, target, built_in(), OPTIONS, rules=["wrong-document-number"])
    return [(one.severity, one.text, one.message) for one in found]


LETTER = (
    "Căn cứ Luật Đất đai số 31/2024/QH15;\n\nCăn cứ Nghị định số 45/2022/NĐ-CP của Chính phủ;\n\n"
    "Căn cứ Quyết định số 500/QĐ-TTg về quy hoạch;\n\n"
    "Uỷ ban nhân dân tỉnh yêu cầu các sở báo cáo trước cuối tháng."
)
RENDERED = (
    "Pursuant to Land Law No. 31/2024/QH15;\n\nPursuant to the Government's Decree No. 45/2022/ND-CP;\n\n"
    "Pursuant to Decision No. 500/QD-TTg on planning;\n\n"
    "The provincial People's Committee asks the departments to report before the end of the month."
)


def test_a_number_that_an_official_letter_cites_may_not_be_dropped() -> None:
    assert told(LETTER, RENDERED) == []
    without = RENDERED.replace(" No. 45/2022/ND-CP", " on penalties")
    [(severity, _, message)] = told(LETTER, without)
    assert severity == "warning"
    assert message.startswith("“45/2022/NĐ-CP” (source line 3) is not cited here")


def test_a_press_text_may_drop_one() -> None:
    source = "Chính phủ đã ban hành Nghị định số 45/2022/NĐ-CP.\n\nNghị định có hiệu lực ngay."
    assert told(source, "The government has issued a decree.\n\nThe decree is in force.") == []


def test_a_number_that_moved_to_the_next_sentence_is_right() -> None:
    source = (
        "Nghị định số 45/2022/NĐ-CP quy định về xử phạt vi phạm.\n\n"
        "Các doanh nghiệp phải nộp báo cáo hằng năm cho sở."
    )
    target = (
        "The decree lays down penalties for violations.\n\n"
        "Under Decree No. 45/2022/ND-CP companies must file annual reports with the department."
    )
    assert told(source, target) == []


def test_an_act_that_is_cited_twice_is_told_where_it_is_wrong() -> None:
    source = "Nghị định số 45/2022/NĐ-CP có hiệu lực.\n\nBộ sẽ sửa Nghị định số 45/2022/NĐ-CP trong năm nay."
    target = "Decree No. 45/2022/ND-CP is in force.\n\nThe ministry will amend Decree No. 54/2022/ND-CP this year."
    assert [found[:2] for found in told(source, target)] == [("error", "54/2022/ND-CP")]


def test_no_part_of_a_number_is_a_quantity() -> None:
    def numbers(source: str, target: str) -> list[Finding]:
        return khihau.pair(source, target, built_in(), OPTIONS, rules=["wrong-number"])

    assert numbers("법률 제18469호를 고쳤다.", "Luật đã được sửa.") == []
    assert numbers("법은 제13조제25항을 고쳤다.", "The act was amended.") == []
    assert numbers("표준 14067호를 쓴다.", "ISO 14067 is used.") == []


@pytest.mark.parametrize("lang", ["vi", "ko", "en"])
def test_a_passage_that_cites_very_many_is_a_list(lang: Lang) -> None:
    source = ", ".join(f"ISO {number}" for number in range(9000, 9100))
    assert len(citations_of(read(source, lang))) == 100
    assert told(f"Các tiêu chuẩn: {source}.", f"Standards: {source.replace('9050', '8050')}.") == []
