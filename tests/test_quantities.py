"""Numbers read from texts of three languages, and a translation's held against its source's."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khihau.model import LANGS, Lang
from khihau.quantities import differences, number_words, quantities
from spec_tables import each_row

# Text, and its quantities as "value unit", parted by "; ". Other readings stand behind "|".
VIETNAMESE = """
1,5°C => 1.5 °C
1,5 °C => 1.5 °C
1,5ºC => 1.5 °C
1,5℃ => 1.5 °C
1,5 độ C => 1.5 °C
tăng 1,5 độ => 1.5 °C
âm 3 độ C => -3 °C
-3% => -3|3 %
giảm 0,125% => 0.125 %
0.125 => 0.125
15.700 tỷ đồng => 15700000000000 VND
15.700 tỉ đồng => 15700000000000 VND
2,91 triệu tấn => 2910000 t
1,3 nghìn tỷ USD => 1300000000000 USD
1,3 ngàn tỉ đô la Mỹ => 1300000000000 USD
250 tỷ đô-la => 250000000000 USD
2-3 tỷ => 2000000000; 3000000000
2–3 tỷ đồng => 2000000000 VND; 3000000000 VND
từ 2 đến 3 tỷ đồng => 2000000000|2 VND; 3000000000 VND
2 tỷ 300 triệu đồng => 2300000000 VND
1 nghìn 200 tỷ đồng => 1200000000000 VND
2 nghìn 5 triệu đồng => 2005000000 VND
60 tạ/ha => 60 quintal
3 triệu rưỡi => 3500000
3 tỷ phú => 3
10 tỷ lệ => 10
5 đồng bằng => 5
50% => 50 %
50 % => 50 %
50 phần trăm => 50 %
43,5 phần trăm => 43.5 %
1 điểm phần trăm => 1 %p
15,8-43,5% => 15.8 %; 43.5 %
từ 15,8% đến 43,5% => 15.8 %; 43.5 %
từ 6,8 đến 7,0% => 6.8 %; 7 %
năm 2024 và 40% => 2024 year; 40 %
ngày 15/11/2025 => 15 day; 11 month; 2025 year
15-11-2025 => 15 day; 11 month; 2025 year
Ngày 24.7.2020 => 24 day; 7 month; 2020 year
ngày 15-11 => 15 day; 11 month
tối 23.4 => 23 day; 4 month
ngày 22 và 23.4 => 22 day; 23 day; 4 month
ngày 15 tháng 11 năm 2025 => 15 day; 11 month; 2025 year
tháng 11/2025 => 11 month; 2025 year
tháng 11-2025 => 11 month; 2025 year
từ ngày 10 đến 21/11 => 10 day; 21 day; 11 month
ngày 10-21/11/2025 => 10 day; 21 day; 11 month; 2025 year
2025-11-15 => 2025 year; 11 month; 15 day
3 tháng => 3 months
tháng 3 => 3 month
3 ngày => 3 day
chiếm 2/3 dân số => 2; 3
quý III => 3 quarter
quý 3 năm 2025 => 3 quarter; 2025 year
lần thứ 29 => 29 ordinal
thế kỷ 21 => 21 century
thế kỷ XXI => -
2 thế kỷ => 2 centuries
hơn 3 thập kỷ => 3 decades
Nghị định số 06/2022/NĐ-CP => -
Nghị quyết 29-NQ/TW => -
Luật số 72/2020/QH14 => -
Quyết định 1/CMA.6 => -
24 giờ => 24|12 hour
lúc 14h30 => 14|2 hour; 30 minute
lúc 14 giờ 30 phút => 14|2 hour; 30 minute
14:30 => 14|2 hour; 30 minute
9g30, 4g/l, 6h sáng => 9|21 hour; 30 minute; 6|18 hour
3 tỷ bảng Anh => 3000000000 GBP
năm 2030 => 2030 year
trong 5 năm => 5 years
trong 5 năm 2021-2025 => 5; 2021 year; 2025
giai đoạn 2021-2030 => 2021 year; 2030
2021–2030 => 2021; 2030
thập niên 2030 => 2030 decade
những năm 2030 => 2030 decade
hơn 1.000 đại biểu => 1000
1.000.000 => 1000000
1,000,000 => 1000000
1.500 MW => 1500 MW
mức 2.5 và 1.500 => 2.5; 1500|1.5
1,500 => 1.5|1500
10 000 ha => 10000 ha
khí CO2 và CO₂ => -
khí CO<sub>2</sub> => -
bụi PM2.5 => -
COP29, RE100, H2, SF6 => -
ISO 14064 => -
COVID-19 => -
Điều 6.2 => 6 article; 2 clause
Điều 6.2 và 6.4 => 6 article; 2 clause; 6 article; 4 clause
khoản 2 Điều 6 => 2 paragraph; 6 article
**50**% => 50 %
83,9 triệu tấn CO2tđ => 83900000 t
5 tỷ tấn khí thải => 5000000000 t
121.500ha lúa => 121500 ha
20-60mm => 20 mm; 60 mm
336 km² và 5 km2 => 336 km²; 5 km²
10 mét khối => 10 m³
gấp 2,5 lần => 2.5 times
USD 300 triệu => 300000000 USD
300 triệu USD 400 triệu => 300000000 USD; 400000000
https://a.vn/2025/11 và a25@b.vn => -
3 nước, 30 nước => 3; 30
lúc 7.55 giờ => 7|19 hour; 55 minute
ngày 31 tháng 3 hằng năm => 31 day; 3 month
15 héc-ta => 15 ha
800 km/giờ => 800 km/h
những năm 90 => 90|1990|2090 decade
+84 965 521 058 => -
"""
KOREAN = """
1.5℃ => 1.5 °C
1.5도 => 1.5 °C
22.9도로 => 22.9 °C
1.5 °C => 1.5 °C
영하 3도 => -3 °C
3도시 => 3
2억 9,100만 톤 => 291000000 t
2억9100만t => 291000000 t
25억3천730만t => 2537300000 t
7억2760만tCO2eq => 727600000 tCO2e
3만5000명 => 35000
3만 5천 명 => 35000
100억 달러 => 10000000000 USD
100억달러를 => 10000000000 USD
1조 3천억 달러 => 1300000000000 USD
1조3000억 원 => 1300000000000 KRW
2천만 톤 => 20000000 t
2천5백만 => 25000000
5백 명 => 500
약 1만여 명 => 10000
100여 톤 => 100 t
3억 동 => 300000000 VND
3원칙 => 3
2025 천안 => 2025
100억 2025년 => 10000000000; 2025 year
23.6억t => 2360000000 t
40% => 40 %
40퍼센트 => 40 %
40 퍼센트 => 40 %
40％ => 40 %
４０% => 40 %
3.1%p => 3.1 %p
3.1%포인트 => 3.1 %p
2.5배 => 2.5 times
배출 2배출 => 2
2025년 11월 10일 => 2025 year; 11 month; 10 day
'25년 11월 => 2025 year; 11 month
‘25년 => 2025 year
'25.11.10. => 2025 year; 11 month; 10 day
'25.11월 => 2025 year; 11 month
'23~'42 => 2023 year; 2042 year
2025. 11. 10.(월) => 2025 year; 11 month; 10 day
2025.11.10 => 2025 year; 11 month; 10 day
2025-11-10 => 2025 year; 11 month; 10 day
11.10.~21. => 11 month; 10 day; 21 day
11.10.(월) => 11 month; 10 day
11.10(월) => 11 month; 10 day
11월 10~21일 => 11 month; 10 day; 21 day
11월 10일~21일 => 11 month; 10 day; 21 day
2030년까지 => 2030 year
2018년 대비 40% => 2018 year; 40 %
2021∼2025년 => 2021 year; 2025 year
제29차 => 29 ordinal
29번째 => 29 ordinal
3차례 => 3
21세기 => 21 century
1990년대 => 1990 decade
90년대 => 90|1990|2090 decade
10여 개국 => 10
세 번째 => -
수십 명 => -
50여 명 => 50
1,200여 명 => 1200
45.5~50% => 45.5 %; 50 %
53~61% => 53 %; 61 %
40%에서 50%로 => 40 %; 50 %
2~3억 톤 => 200000000 t; 300000000 t
3만~5만 톤 => 30000 t; 50000 t
2천~3천만 톤 => 20000000 t; 30000000 t
4대 강 => 4
제6.2조 => 6 article; 2 clause
제6조 => 6 article
파리협정 6조 => 6|6000000000000 article
6조 원 => 6000000000000 KRW
3조건 => 3
3개월 => 3 months
5년간 => 5 years
10주년 => 10
2분기 => 2 quarter
3분의 1 => 3 fraction; 1
24시간 => 24 hours
오후 2시 30분 => 2|14 hour; 30 minute
16:07 => 16|4 hour; 7 minute
5개 시도 => 5
10GW => 10 GW
3,500㎿ => 3500 MW
100kWh => 100 kWh
5만㏊ => 50000 ha
2050 탄소중립 => 2050
COP29, P4G, 2B호 => -
코로나19 => -
메탄(CH4), CO₂ => -
044-201-6640 => -
제 3 조 => 3 article
2차전지 => 2
PM2.5 => -
"""
ENGLISH = """
1.5 °C => 1.5 °C
1.5C => 1.5 °C
1.5-degree => 1.5 °C
1.5 degrees Celsius (2.7F) => 1.5 °C; 2.7 °F
-3 °C => -3 °C
minus 3 degrees => -3 °C
±0.5 °C => 0.5 °C
US$1.3 trillion => 1300000000000 USD
US$ 300 billion => 300000000000 USD
$100 billion => 100000000000 USD
USD 300 bn => 300000000000 USD
$300m and $1.3T => 300000000 USD; 1300000000000 USD
Roadmap to 1.3T => 1300000000000
€3.5bn => 3500000000 EUR
KRW 5 trillion => 5000000000000 KRW
60-70 billion USD => 60000000000 USD; 70000000000 USD
$100-150 billion => 100000000000 USD; 150000000000 USD
between $455B and $584B => 455000000000 USD; 584000000000 USD
100-billion-dollar => 100000000000 USD
291 million tonnes => 291000000 t
291 million metric tons => 291000000 t
291 Mt => 291000000 t
53.2 GtCO2e => 53200000000 tCO2e
291 million tonnes of CO2 equivalent => 291000000 t
10 kt => 10000 t
2 to 3 million => 2000000|2; 3000000
500 to 1 million => 500; 1000000
5 thousand => 5000
29th => 29 ordinal
twenty-ninth => -
15 November 2025 => 15 day; 11 month; 2025 year
15th of November, 2025 => 15 day; 11 month; 2025 year
November 15, 2025 => 11 month; 15 day; 2025 year
15 Nov 2025 => 15 day; 11 month; 2025 year
Nov. 10-21 => 11 month; 10 day; 21 day
10–21 November 2025 => 10 day; 21 day; 11 month; 2025 year
November 2025 => 11 month; 2025 year
last November => 11 month
in May => 5 month
they may march => -
May 2025 => 5 month; 2025 year
March of last year => 3 month
November 100 => 11 month; 100
11/10/2025 => 11|10 day; 10|11 month; 2025 year
15/11/2025 => 15 day; 11 month; 2025 year
11/15/2025 => 11 month; 15 day; 2025 year
2025-11-15 => 2025 year; 11 month; 15 day
9:30 => 9|21 hour; 30 minute
2.30 p.m. => 2|14 hour; 30 minute
3 months => 3 months
40 per cent => 40 %
40 percent => 40 %
43.5 percent => 43.5 %
2 percentage points => 2 %p
40% => 40 %
45-50% => 45 %; 50 %
50-to-60 % => 50 %; 60 %
53% to 61% => 53 %; 61 %
in 2024 and 40% => 2024; 40 %
2030s => 2030 decade
1990s => 1990 decade
the '90s => 90|1990|2090 decade
21st century => 21 century
20th-century => 20 century
1.1-1.3 m => 1.1 m; 1.3 m
two decades => -
half and one-third => -
10,000 => 10000
13,100.4 => 13100.4
1,000,000 => 1000000
by 2030 => 2030
by 2030.6 => 2030
2021-2030 => 2021; 2030
2021,2022,2023 => 2021; 2022; 2023
section 3.1.2 => -
post-2030 => 2030
mid-2030 => 2030
Article 6.2 => 6 article; 2 clause
Article 6.2 and 6.4 => 6 article; 2 clause; 6 article; 4 clause
Scope 3 => 3
COP29, COP-29, COP 29 => -
CO2, CH4, N2O, SF6 => -
5G and 3D => -
FCCC/PA/CMA/2018/3/Add.1 => -
202-473-1000 => -
4,000 megawatt => 4000 MW
11GW – 12GW => 11 GW; 12 GW
113,000 and 139,000 MW => 113000 MW; 139000 MW
5 square kilometres => 5 km²
three times, 3 times => 3 times
3-fold => 3 times
Q3 2025 => 3 quarter; 2025
in '71 => 71|1871|1971|2071
800kph and 75 mph => 800 km/h; 75 mph
1.5 gigatons => 1.5 Gt
26 square miles => 26 mi²
24/7 => -
a 5-year plan => 5 years
"""


def rows(table: str, lang: Lang) -> list[tuple[Lang, str, str]]:
    pairs = (line.split(" => ") for line in table.strip().splitlines())
    return [(lang, text, expected) for text, expected in pairs]


CASES = [*rows(VIETNAMESE, "vi"), *rows(KOREAN, "ko"), *rows(ENGLISH, "en")]


# A language of which nothing is known but its digits: labels of all languages are of one.
UNKNOWN = """
2025-11-15, 14:30 => 2025 year; 11 month; 15 day; 14|2 hour; 30 minute
1,500.5 MW, 40%, 3 °C => 1500.5 MW; 40 %; 3 °C
US$ 300 and 20 ㎡ => 300 USD; 20 m²
2-3 t CO2, -3 => 2 tCO2e; 3 tCO2e; -3|3
5 days, 6 năm, 7조 => 5; 6; 7
"""


def told(text: str, lang: Lang) -> str:
    def number(value: Decimal) -> str:
        return f"{value.normalize():f}"

    return (
        "; ".join(
            f"{'|'.join(map(number, (read.value, *read.alternatives)))} {read.unit}".strip()
            for read in quantities(text, lang)
        )
        or "-"
    )


@each_row("lang, text, expected", CASES)
def test_reads(lang: Lang, text: str, expected: str) -> None:
    assert told(text, lang) == expected


@each_row("lang, text, expected", rows(UNKNOWN, cast("Lang", "mul")))
def test_reads_digits_of_an_unknown_language(lang: Lang, text: str, expected: str) -> None:
    assert told(text, lang) == expected
    assert number_words("two ba 셋 IV", lang) == {Decimal(4)}


# --- numbers in words -----------------------------------------------------------------------------

WORDS: list[tuple[Lang, str, str]] = [
    ("vi", "hai nước", "2"),
    ("vi", "hai ba nước", "2 3"),
    ("vi", "ba mươi", "30"),
    ("vi", "ba mươi lăm triệu đồng", "35000000"),
    ("vi", "hai mươi mốt", "21"),
    ("vi", "một trăm linh năm", "105"),
    ("vi", "hai nghìn không trăm ba mươi", "2030"),
    ("vi", "một nghìn tỷ", "1000000000000"),
    ("vi", "mười lăm ngày", "15"),
    ("vi", "lần thứ tư", "4"),
    ("vi", "hai thập kỷ", "20"),
    ("vi", "tăng gấp đôi", "2"),
    ("vi", "một nửa", "1 0.5 50"),
    ("vi", "tháng Mười một", "11"),
    ("vi", "thế kỷ XXI", "21"),
    ("vi", "quý III", "3"),
    ("vi", "COP29", "29"),
    ("vi", "năm nước ASEAN", "5"),
    ("ko", "두 나라", "2"),
    ("ko", "세 번째", "3"),
    ("ko", "서른 개국", "30"),
    ("ko", "스물다섯 명", "25"),
    ("ko", "열두 나라", "12"),
    ("ko", "삼십 개국", "30"),
    ("ko", "이십일 세기", "21"),
    ("ko", "이천삼십 년", "2030"),
    ("ko", "십억 달러", "1000000000"),
    ("ko", "제삼 단계", "3"),
    ("ko", "절반", "0.5 50"),
    ("ko", "한 해", "1"),
    ("en", "two countries", "2"),
    ("en", "thirty-five", "35"),
    ("en", "twenty-ninth", "29"),
    ("en", "the third and the fortieth", "3 40"),
    ("en", "one hundred and five", "105"),
    ("en", "two hundred million", "200000000"),
    ("en", "a billion", "1000000000"),
    ("en", "two decades", "20"),
    ("en", "half of them", "0.5 50"),
    ("en", "one-third", "1 3"),
    ("en", "Annex II", "2"),
    ("vi", "một phẩy năm", "1.5"),
    ("en", "one point two five", "1.25"),
    ("ko", "상반기", "6"),
    ("ko", "보름", "15"),
    ("ko", "하루", "24"),
    ("en", "two weeks", "14"),
    ("vi", "hai tuần", "14"),
]


@each_row("lang, text, expected", WORDS)
def test_reads_words(lang: Lang, text: str, expected: str) -> None:
    assert set(map(Decimal, expected.split())) <= number_words(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "năm 2030"),
        ("vi", "mỗi năm, trong ba mươi năm qua"),
        ("vi", "vốn đầu tư tư nhân, thống nhất, không phải"),
        ("ko", "이 일은 오래된 사업이다"),
        ("en", "CO2 and PM2.5"),
    ],
)
def test_other_senses_are_no_numbers(lang: Lang, text: str) -> None:
    assert number_words(text, lang).isdisjoint(map(Decimal, (2, 4, 5, 0)))


# --- a translation's numbers against its source's -------------------------------------------------

# Both languages, source, target: nothing is told.
CLEAN: list[tuple[Lang, Lang, str, str]] = [
    ("ko", "vi", "2030년까지 2018년 대비 40% 감축", "giảm 40% vào năm 2030 so với năm 2018"),
    ("ko", "vi", "2억 9,100만 톤", "291 triệu tấn"),
    ("en", "vi", "291 Mt", "291 triệu tấn"),
    ("en", "ko", "291 Mt", "2억9100만t"),
    ("en", "vi", "US$1.3 trillion", "1,3 nghìn tỷ USD"),
    ("en", "ko", "$1.3 trillion", "1조 3천억 달러"),
    ("vi", "ko", "15.700 tỷ đồng", "15조7000억 동"),
    ("vi", "en", "15.700 tỷ đồng", "VND 15.7 trillion"),
    ("ko", "vi", "2025년 11월 10일", "ngày 10/11/2025"),
    ("ko", "en", "'25.11.10.(월)", "Monday, 10 November 2025"),
    ("vi", "en", "ngày 10 tháng 11 năm 2025", "November 10, 2025"),
    ("en", "vi", "11/10/2025", "10/11/2025"),
    ("en", "vi", "11/10/2025", "11/10/2025"),
    ("ko", "vi", "11월 10~21일", "từ ngày 10 đến 21/11"),
    ("en", "ko", "Nov. 10-21", "11.10.~21."),
    ("ko", "vi", "제29차 당사국총회(COP29)", "Hội nghị COP29"),
    ("vi", "ko", "COP29", "제29차 당사국총회"),
    ("ko", "vi", "2개국", "hai nước"),
    ("ko", "vi", "두 나라", "2 nước"),
    ("ko", "vi", "서른 개국", "30 nước"),
    ("vi", "ko", "ba mươi nước", "30개국"),
    ("en", "ko", "twenty-nine countries", "29개국"),
    ("en", "vi", "half of it", "50%"),
    ("ko", "en", "50%", "half of it"),
    ("ko", "vi", "2배", "gấp đôi"),
    ("ko", "vi", "제3차 회의", "phiên họp thứ ba"),
    ("ko", "en", "21세기", "this century"),
    ("vi", "en", "thế kỷ XXI", "the 21st century"),
    ("vi", "en", "quý III/2025", "Q3 2025"),
    ("en", "ko", "1.5°C", "1.5도"),
    ("en", "vi", "limit to 1.5C; the 1.5 °C goal", "giới hạn 1,5 độ C"),
    ("ko", "vi", "45.5~50%", "45,5-50%"),
    ("ko", "vi", "40퍼센트", "40 phần trăm"),
    ("ko", "vi", "3.1%p", "3,1 điểm phần trăm"),
    ("en", "ko", "3 GW", "3,000MW"),
    ("vi", "en", "121.500ha", "1,215 km2"),
    ("vi", "en", "Điều 6.2 và 6.4", "Articles 6.2 and 6.4"),
    ("ko", "vi", "제6.2조", "khoản 2 Điều 6"),
    ("ko", "vi", "파리협정 6조", "Điều 6 Thỏa thuận Paris"),
    ("vi", "en", "Nghị định số 06/2022/NĐ-CP", "Decree 06/2022/NĐ-CP"),
    ("vi", "en", "Nghị định số 06/2022/NĐ-CP", "Decree No. 6 of 2022"),
    ("vi", "en", "-3%", "a fall of 3%"),
    ("en", "vi", "1. One thing 2. Another", "Một điều và một điều khác"),
    ("en", "ko", "by the 2030s", "2030년대까지"),
    ("vi", "ko", "hơn 3 thập kỷ", "30년 넘게"),
    ("vi", "en", "hơn 1.000 đại biểu", "over 1,000 delegates"),
    ("ko", "en", "3만5000명", "35,000 people"),
    ("en", "vi", "500 people in 2030 and 2030", "500 người năm 2030"),
    ("ko", "vi", "오후 2시 30분", "14h30"),
    ("vi", "ko", "2-3 tỷ USD", "20억~30억 달러"),
    ("ko", "en", "CO₂ 감축", "cut emissions"),
    ("en", "vi", "", ""),
    ("ko", "vi", "상반기", "6 tháng đầu năm"),
    ("vi", "ko", "6 tháng cuối năm", "하반기"),
    ("ko", "vi", "1분기", "quý I"),
    ("ko", "vi", "2주 안에", "trong 14 ngày"),
    ("vi", "ko", "trong 24 giờ", "하루 만에"),
    ("en", "vi", "two-thirds", "66,7%"),
    ("en", "vi", "1.5 gigatons", "1,5 tỷ tấn"),
    ("en", "vi", "a dozen firms", "12 doanh nghiệp"),
    ("vi", "en", "hơn 8 tỷ tấn", "8.05 billion tonnes"),
    ("ko", "en", "약 3만 명", "29,800 people"),
    ("en", "vi", "1.468 million", "1,47 triệu"),
    ("en", "ko", "150 miles", "240km"),
    ("en", "ko", "77 degrees", "25도"),
    ("ko", "vi", "50억 달러(약 6조 9천억 원)", "5 tỷ USD"),
    ("en", "vi", "$5 billion", "130.000 tỷ đồng"),
    ("ko", "vi", "2차전지", "pin thứ cấp"),
]
# Source, target, and what is told: pieces of the texts, "-" where one has none.
TOLD: list[tuple[Lang, Lang, str, str, str]] = [
    ("ko", "vi", "2030년까지 40%", "giảm 40% vào năm 2035", "2030년 / 2035"),
    ("en", "vi", "1.5°C and 2°C", "1,5°C và 3°C", "2°C / 3°C"),
    ("en", "vi", "between 1.5 °C and 2 °C", "từ 1,5°C", "2 °C / -"),
    ("ko", "vi", "2억 9,100만 톤", "2,91 triệu tấn", "2억 9,100만 톤 / 2,91 triệu tấn"),
    ("ko", "vi", "3억 톤", "2,91 trăm triệu tấn", "3억 톤 / 2,91 trăm triệu tấn"),
    ("en", "vi", "$100", "100 đồng", "$100 / 100 đồng"),
    ("en", "ko", "$300 billion", "300억 달러", "$300 billion / 300억 달러"),
    ("en", "ko", "€3 billion", "30억 달러", "€3 billion / 30억 달러"),
    ("vi", "ko", "15.700 tỷ đồng", "157억 동", "15.700 tỷ đồng / 157억 동"),
    ("vi", "en", "1.500 MW", "1.5 MW", "1.500 MW / 1.5 MW"),
    ("en", "vi", "3 GW", "3 MW", "3 GW / 3 MW"),
    ("ko", "vi", "40%", "41%", "40% / 41%"),
    ("ko", "vi", "40% 감축", "giảm mạnh", "40% / -"),
    ("ko", "vi", "감축", "giảm 40%", "- / 40%"),
    ("ko", "vi", "10%, 20%, 30%", "10%, 20%", "30% / -"),
    ("ko", "vi", "10%, 20%, 30%", "10%, 21%, 30%", "20% / 21%"),
    ("ko", "vi", "2018년 대비 2030년", "2030 so với 2019", "2018년 / 2019"),
    ("ko", "vi", "2018년, 2018년", "2019, 2019", "2018년 / 2019"),
    ("ko", "vi", "2025년 11월 10일", "ngày 10/12/2025", "11월 / 12"),
    ("ko", "vi", "2025년 11월 10일", "ngày 11/11/2025", "10일 / 11"),
    ("en", "vi", "November 2025", "tháng 10/2025", "November / 10"),
    ("ko", "en", "3월", "3 months", "3월 / 3 months"),
    ("ko", "vi", "3개월", "30 tháng", "3개월 / 30 tháng"),
    ("ko", "vi", "제29차 총회", "phiên họp thứ 28", "29차 / 28"),
    ("vi", "ko", "190 nước", "90개국", "190 / 90"),
    ("vi", "ko", "190 nước", "여러 나라", "190 / -"),
    ("en", "vi", "29 countries", "ba mươi nước", "29 / -"),
    ("en", "ko", "291 Mt in 2030", "2억9200만t, 2030년", "291 Mt / 2억9200만t"),
    ("en", "ko", "5 km", "5 kg", "5 km / 5 kg"),
    ("ko", "vi", "2%", "3%, hai nước", "2% / 3%"),
    ("ko", "vi", "45.5~50%", "45-50%", "45.5 / 45"),
    ("ko", "vi", "1조 3천억 달러", "1,3 tỷ USD", "1조 3천억 달러 / 1,3 tỷ USD"),
    ("vi", "en", "43,5%", "435%", "43,5% / 435%"),
    ("vi", "en", "2021-2030", "2021-2035", "2030 / 2035"),
    ("vi", "en", "năm 2030 và 50%", "50 and 60%", "2030 / -; - / 60%"),
    ("ko", "vi", "772개 기업, 40%", "727 doanh nghiệp, 40%", "772 / 727"),
    ("en", "vi", "2.5 times", "1,5 lần", "2.5 times / 1,5 lần"),
    ("en", "vi", "1.5 °C (2.7 °F)", "1,5 °C (2,8 °F)", "2.7 °F / 2,8 °F"),
    ("ko", "en", "2조 원", "20 trillion won", "2조 원 / 20 trillion won"),
    ("ko", "en", "제6.2조", "Article 6.4", "2조 / 4"),
    ("en", "vi", "12 ministries", "2 bộ", "12 / 2"),
    ("ko", "vi", "3개국", "5 nước", "3 / 5"),
    ("vi", "en", "7 dự án", "9 new projects", "7 / 9"),
    ("en", "vi", "12 ministries", "hai bộ", "12 / -"),
    ("en", "vi", "12.5%", "13%", "12.5% / 13%"),
    ("en", "vi", "about 45%", "khoảng 40%", "45% / 40%"),
    ("vi", "ko", "quý III", "2분기", "III / 2분기"),
]


def compared(source: str, source_lang: Lang, target: str, target_lang: Lang) -> str:
    return (
        "; ".join(
            f"{source[one.start : one.end] if one else '-'} / "
            f"{target[other.start : other.end] if other else '-'}"
            for one, other in differences(
                quantities(source, source_lang),
                quantities(target, target_lang),
                number_words(target, target_lang),
                number_words(source, source_lang),
            )
        )
        or "-"
    )


@each_row("source_lang, target_lang, source, target", CLEAN)
def test_equal_numbers_tell_nothing(
    source_lang: Lang, target_lang: Lang, source: str, target: str
) -> None:
    assert compared(source, source_lang, target, target_lang) == "-"


@each_row("source_lang, target_lang, source, target, expected", TOLD)
def test_different_numbers_are_told(
    source_lang: Lang, target_lang: Lang, source: str, target: str, expected: str
) -> None:
    assert compared(source, source_lang, target, target_lang) == expected


# What stands before and behind a number, and whether it counts things.
COUNTED: list[tuple[Lang, str, bool]] = [
    ("en", "12 ministries", True),
    ("en", "the 3 new offshore plants", True),
    ("en", "Scope 3 emissions", False),
    ("en", "3 of the plants", False),
    ("vi", "12 bộ", True),
    ("vi", "tầng 2 có phòng", False),
    ("vi", "Điều 6 quy định", False),
    ("vi", "3 trong số đó", False),
    ("ko", "12개 부처", True),
    ("ko", "5개국", True),
    ("ko", "2차전지", False),
    ("ko", "4대강", False),
    ("ko", "3개월", False),
]


@each_row("lang, text, expected", COUNTED)
def test_counts_things(lang: Lang, text: str, expected: bool) -> None:
    (read,) = quantities(text, lang)
    assert read.is_counted == expected


# --- laws -----------------------------------------------------------------------------------------


def written(number: int, lang: Lang) -> str:
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if lang == "vi" else grouped


def in_units_of_ten_thousand(number: int) -> str:
    """91002030 as 9100만2030, the way Korean newspapers write it."""
    parts = []
    for unit in ("", "만", "억", "조"):
        number, part = divmod(number, 10_000)
        if part:
            parts.append(f"{part}{unit}")
    return "".join(reversed(parts)) or "0"


@given(st.integers(0, 10**15), st.sampled_from(LANGS))
def test_an_integer_reads_back(number: int, lang: Lang) -> None:
    assert [read.value for read in quantities(f"({written(number, lang)})", lang)] == [number]


@given(st.integers(0, 10**15))
def test_a_korean_integer_reads_back(number: int) -> None:
    text = in_units_of_ten_thousand(number)
    read = quantities(f"{text} 톤", "ko")
    assert [(each.value, each.unit) for each in read] == [(Decimal(number), "t")]


@given(st.integers(0, 10**6), st.integers(1, 99), st.sampled_from(LANGS))
def test_a_decimal_reads_back(whole: int, hundredths: int, lang: Lang) -> None:
    comma = "," if lang == "vi" else "."
    value = Decimal(f"{whole}.{hundredths:02}")
    read = quantities(f"{written(whole, lang)}{comma}{hundredths:02}%", lang)
    assert [(each.value, each.unit) for each in read] == [(value, "%")]


WRITINGS = """0 1 2,9 1.5 1.500 11 15/11 2025 '25 ( ) . , - – ~ ' $ US$ % %p °C ℃ 만 억 천 조 제 년 월 일 여 톤
도 triệu tỷ nghìn năm tháng ngày lần thứ đến Điều Article COP29 CO2 CO₂ St th s May Nov. million bn Mt
GW and to 에서 hai mươi trăm 십 두 twenty hundred IV ** _ <sub> ½ ２"""
SIGNS = (" ", "\n", "\xa0", "\u0301", "\u1112\u1161", "\u200b", "\x00", "\ud800")
PIECES = st.sampled_from((*WRITINGS.split(), *SIGNS))
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=20).map("".join))


@given(TEXTS, TEXTS, st.sampled_from(LANGS), st.sampled_from(LANGS))
@settings(max_examples=500)
def test_any_text_is_read(one: str, other: str, lang: Lang, other_lang: Lang) -> None:
    reads = quantities(one, lang)
    ends = [0, *(read.end for read in reads)]
    for end, read in zip(ends, reads, strict=False):
        assert end <= read.start < read.end <= len(one)
    words, other_words = number_words(one, lang), number_words(other, other_lang)
    differences(reads, quantities(other, other_lang), other_words, words)
    assert differences(reads, reads) == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "1만",
        "1 ",
        "1-",
        "1.",
        "9",
        "năm ",
        "11월 ",
        "COP-",
        "COP",
        "IX",
        "a1",
        "X",
        "십",
        "trăm ",
        "\u0301",
    ],
)
def test_hostile_texts_are_read(piece: str, lang: Lang) -> None:
    text = piece * 20_000
    reads = quantities(text, lang)
    differences(reads, reads[:1], number_words(text, lang))


def test_spans_of_decomposed_text() -> None:
    text = "ba\u0302y gio\u031b\u0300 giảm **2,91** triê\u0323u tâ\u0301n"
    (read,) = quantities(text, "vi")
    assert text[read.start : read.end] == "2,91** triê\u0323u tâ\u0301n"
    assert (read.value, read.unit) == (Decimal(2910000), "t")
