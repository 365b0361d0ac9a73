"""Where sentences end: tables of paragraphs in which "|" stands between two sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khihau.languages.sentences import sentences
from khihau.model import LANGS, Lang
from spec_tables import each_row

VIETNAMESE = """
Hội nghị đã kết thúc. | Các bên sẽ gặp lại.
TP. Hồ Chí Minh ngập nặng. | Hà Nội thì không.
Tp. Cần Thơ và TX. Ngã Năm thiếu nước ngọt.
Đoàn đến TP.HCM. | Ông Nam đón đoàn.
PGS.TS. Nguyễn Văn Tuấn phát biểu. | Ông nói ngắn.
GS. Trần Thục và ThS. Lê Minh cùng viết báo cáo.
Trồng rừng, tiết kiệm điện, v.v. là việc cần làm.
Cần giảm khí mê-tan, CO2, v.v. | Các bộ phải báo cáo.
Xem tr. 15 của báo cáo. | Phụ lục ở sau.
Giá là 1.200.000 đồng. | Mức này cao.
Tăng 1.5 độ C hoặc 1,5 độ C. | Mục tiêu vẫn còn.
Ngày 12.5.2026 có hiệu lực. | Sau đó là thí điểm.
Nghị định 06/2022/NĐ-CP. | Nghị định 119/2025/NĐ-CP.
Điều 6. Cơ chế hợp tác
Điều 6. Các bên hợp tác tự nguyện. | Mỗi bên báo cáo.
Phụ lục I. Danh mục cơ sở
1. Mục tiêu chung. | Giảm phát thải.
a) Giảm nhẹ. | b) Thích ứng.
Có ba việc: 1. Đo đạc; 2. Báo cáo; 3. Thẩm định.
Việc này xong trong quý I. | EVN sẽ giải thích.
Ông nói: “Chúng ta phải hành động. Không còn thời gian.” | Rồi ông ngồi xuống.
“Chúng ta phải hành động. Ngay bây giờ”, ông nói. | Cả phòng vỗ tay.
“Chúng ta phải hành động!” ông nói.
“Vì sao lại chậm?” | Không ai trả lời.
Vì sao? | Vì thiếu vốn! | Và thiếu người.
Ông im lặng… rồi nói tiếp.
Ông im lặng… | Cả phòng chờ.
Rừng mất dần... | Biển lấn vào.
Kế hoạch (ban hành năm 2024. Sửa năm 2025.) đã hết hạn. | Nay có bản mới.
Kế hoạch đã hết hạn. | (TTXVN)
Theo Reuters.com và khihau.vn thì không. | Đó là tin cũ.
Báo cáo mới.[3] | Số liệu ở bảng 2.
Mức này tăng gấp đôi.² | Nguồn: IPCC.
**Mục tiêu.** | Đến năm 2050 phát thải ròng bằng 0.
Đại biểu Nguyễn V. A. phát biểu.
Mr. Smith và bà Lan ký. | Lễ ký ngắn.
"""

KOREAN = """
회의가 끝났다. | 당사국은 다시 만난다.
회의가 끝났습니다. | 감사합니다.
그는 "반드시 해야 한다."라고 말했다. | 모두 박수를 쳤다.
그는 “시간이 없다. 지금 움직여야 한다.”라고 말했다. | 회의는 끝났다.
그는 “시간이 없다.” 라고 말했다.
그는 “시간이 없다”고 말했다. | 회의는 끝났다.
“왜 늦었는가?”라고 물었다.
“왜 늦었는가?” | 아무도 답하지 않았다.
“시간이 없다. 지금이다.”라며 그는 일어섰다.
2025. 11. 10. 서울에서 열렸다. | 다음은 부산이다.
2025. 11. 10.(월) 개최 예정이다.
2025.11.10. 개최하였다. | 이상이다.
(주)한국환경은 1.5도 목표를 지켰다. | 놀라운 일이다.
1. 추진 배경
1. 추진 배경은 다음과 같다. | 예산이 없다.
가. 목표
가. 목표를 세운다. | 나. 이행한다.
탄소중립, 적응, 재원 등. | 모두 중요하다.
그러나... 우리는 갔다.
말을 멈췄다... | 모두 기다렸다.
정말인가? | 그렇다! | 끝났다.
회의가 열렸습니다 | 다음은 사진입니다
회의가 끝났다。 | 다음은 내일이다。
U.S. 정부는 탈퇴했다. | 다른 나라는 남았다.
NDC를 냈다. | pH는 8이다.
COP30을 열었다. | 30개국이 왔다.
배출량(2018년. 순배출량 기준.)은 7억 톤이다. | 목표는 40%이다.
보고서를 냈다.[12] | 표 3을 보라.
물가는 2.3% 올랐다. | 임금은 0.5% 내렸다.
「탄소중립기본법」이 시행됐다. | 시행령도 나왔다.
발표했다. | (끝)
온실가스 감축 추진함. | 예산 확보 필요함.
"""

ENGLISH = """
The meeting ended. | Parties will meet again.
Mr. Smith met Dr. Lee. | They agreed.
See No. 5 of the list. | It is short.
No. | We cannot wait.
The U.S. withdrew. | Others stayed.
He lives in the U.S. | The rest do not.
The U.S. Department of Energy agreed.
Art. 6 applies. | Arts. 7 and 8 do not.
Some gases, e.g. methane, matter. | CO2 does too.
Some gases, i.e. CH4 and N2O, matter.
J. Smith and A. B. Jones wrote it. | It sold well.
Prof. Tran et al. found more. | It was new.
Wind, solar, etc. grew. | Coal fell.
Acme Inc. and Beta Ltd. signed. | The deal is big.
It rose by 1.5 degrees. | That is a lot.
In 2030. | 43 countries will report.
Article 6. Cooperation
Article 6. The Parties cooperate. | Each reports.
1. Introduction
1. We begin. | 2. We end.
There are two steps: 1. Measure; 2. Report.
“We must act. Now,” he said. | They clapped.
“We must act.” | They clapped.
"Why?" he asked. | Nobody knew.
He said: “We must act. Now.” | They clapped.
He paused... then spoke. | We listened.
He paused... | We waited.
Why now? | Because!
The plan (see Fig. 3. Also Table 2.) is old. | A new one came.
It opens at 9 a.m. and ends at 5 p.m. | The hall is small.
It was agreed.[4] | It was signed.
It rose.¹ | It fell.
*It rose.* | It fell.
St. Lucia is warm. | So is Fiji.
Ph.D. students came. | Staff did not.
On Nov. 5 they met. | It rained.
The Hon. Minister spoke. | All listened.
"""

TABLES: dict[Lang, str] = {"vi": VIETNAMESE, "ko": KOREAN, "en": ENGLISH}
CASES = [(lang, line) for lang, table in TABLES.items() for line in table.strip().splitlines()]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 80


@each_row("lang, line", CASES)
def test_sentences(lang: Lang, line: str) -> None:
    wanted = line.split(" | ")
    text = " ".join(wanted)
    found = [text[start:end] for start, end in sentences(text, 0, len(text), lang)]
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("배출량이 줄었다.그는 기뻐했다.", ["배출량이 줄었다.", "그는 기뻐했다."]),
        ("회의가 끝났다。다음은 내일이다。", ["회의가 끝났다。", "다음은 내일이다。"]),
        ("목표를 정했다\n이행은 늦었다", ["목표를 정했다", "이행은 늦었다"]),
        ("목표를 정했다\n고 말했다", ["목표를 정했다\n고 말했다"]),
        ("온실가스를\n줄인다. 그리고\n적응한다.", ["온실가스를\n줄인다.", "그리고\n적응한다."]),
    ],
)
def test_korean_sentences_without_a_space_or_a_stop(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text), "ko")] == wanted


def test_offsets_are_those_of_the_text() -> None:
    text = "Before.  One. Two.  After."
    assert sentences(text, 7, 19, "en") == [(9, 13), (14, 18)]


@pytest.mark.parametrize("lang", [*LANGS, None])
@given(
    text=st.text(st.sampled_from("aA가다니습1. .!?…。\n\"“”()'[]*"), max_size=60),
    cut=st.integers(0, 9),
)
def test_sentences_hold_all_but_space_once_and_in_order(
    lang: Lang | None, text: str, cut: int
) -> None:
    found = sentences(text, min(cut, len(text)), len(text), lang)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(
        text[cut:].split()
    )
    ends = [place for span in found for place in span]
    assert ends == sorted(ends)
    assert all(start < end and text[start:end].strip() == text[start:end] for start, end in found)


@pytest.mark.parametrize(
    "piece", ["a", ".", "“", '"', "(", ". ", "A. ", "1. ", "습니다 ", "다.", "\n"]
)
def test_a_long_paragraph_is_read_in_linear_time(piece: str) -> None:
    sentences(piece * 100_000, 0, len(piece) * 100_000, "ko")
