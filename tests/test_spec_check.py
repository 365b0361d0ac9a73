"""What holds for all rules of `check`; the cases of each are in tests/spec/rules."""

from __future__ import annotations

import datetime

import pytest

import khihau
from built_in import built_in
from khihau.text.edits import apply

pytestmark = pytest.mark.usefixtures("analyser")

OPTIONS = khihau.Options(usual_date=datetime.date(2026, 6, 1))


def test_a_fix_makes_the_korean_particle_agree() -> None:
    (finding,) = khihau.check("정부는 측정·보고·확인(MRV)을 논의했다.", built_in(), options=OPTIONS)
    assert finding.fix
    assert "검증(MRV)을" in apply("정부는 측정·보고·확인(MRV)을 논의했다.", finding.fix.edits)
    text = "정부는 파리협약을 이행한다."
    (finding,) = khihau.check(text, built_in(), options=OPTIONS)
    assert finding.fix
    assert apply(text, finding.fix.edits) == "정부는 파리협정을 이행한다."


def test_only_selected_rules_run() -> None:
    text = "Công ước Paris về khí hậu và MRV."
    found = khihau.check(text, built_in(), rules=["undefined-acronym"], options=OPTIONS)
    assert [finding.rule for finding in found] == ["undefined-acronym"]


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(khihau.ConfigError, match="did you mean forbidden-label"):
        khihau.check("x", built_in(), rules=["forbiden-label"])


def test_fingerprints_do_not_depend_on_the_place() -> None:
    line = "Hai bên cùng nhau thực hiện Công ước Paris về khí hậu trong năm nay.\n"
    (one,) = khihau.check(line, built_in(), options=OPTIONS)
    (other,) = khihau.check(
        "Một dòng mới ở trên cùng của văn bản.\n\n" + line, built_in(), options=OPTIONS
    )
    assert one.fingerprint == other.fingerprint


def test_an_outdated_acronym_is_named_in_full_as_of_its_time() -> None:
    options = khihau.Options(date=datetime.date(2024, 6, 20))
    (finding,) = khihau.check("MONRE họp tại Hà Nội.", built_in(), options=options)
    assert finding.rule == "undefined-acronym"
    assert "“Bộ Tài nguyên và Môi trường”" in finding.message


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        ("Việt Nam thực hiện Công ước Paris về khí hậu.", "safe"),
        ("정부는 파리협약을 이행한다.", "safe"),
        ("It is funded by the Global Environmental Facility.", "safe"),
        ("Theo 'Thỏa thuận cơ bản về hợp tác biến đổi khí hậu', nhóm họp mỗi năm.", "safe"),
        # The official name is more than twice as long, and a shorter one is offered.
        ("Dự án giảm phát thải từ phá rừng và xuống cấp rừng (REDD+) và REDD+.", "suggested"),
        # A part of the name stands there already, or near.
        ("Tòa ra phán quyết tư vấn về nghĩa vụ của quốc gia.", "suggested"),
        ("회의에는 베트남 농업자연환경부가 참석했다.", "suggested"),
        ("Theo Thỏa thuận này thì Công ước Paris về khí hậu vẫn còn.", "suggested"),
        # The ministry has a successor.
        ("Bộ Quy hoạch và Đầu tư đã lập quy hoạch.", "suggested"),
        ("베트남 계획투자부는 어제 회의를 열었다.", "suggested"),
        # Outdated names and unofficial forms may be meant.
        ("Bộ Tài nguyên và Môi trường chủ trì hội thảo.", "suggested"),
        ("Hai bên bàn về mục tiêu tài chính khí hậu mới (NCQG).", "suggested"),
        # The shorter name would lose “abroad”.
        ("Dự án tăng cường tích lũy carbon rừng ở nước ngoài (REDD+) và REDD+.", None),
        # It would leave half a pair of marks.
        ("Công ước **Paris** về khí hậu có hiệu lực từ năm 2016.", None),
    ],
)
def test_a_fix_is_safe_where_one_choice_is_left(text: str, safety: str | None) -> None:
    (finding,) = khihau.check(text, built_in(), options=OPTIONS)
    assert (finding.fix.safety if finding.fix else None) == safety


def test_an_error_against_the_glossary_and_a_note_where_it_cannot_know() -> None:
    texts = ("The Paris Agreement (NDC) was signed.", "The goods and services tax (GST) rose.")
    found = [
        finding for text in texts for finding in khihau.check(text, built_in(), options=OPTIONS)
    ]
    assert [(finding.rule, finding.severity) for finding in found] == [
        ("conflicting-definition", "warning"),
        ("conflicting-definition", "info"),
    ]


def test_findings_name_the_line_of_the_definition() -> None:
    text = (
        "GCF tài trợ dự án.\n\nQuỹ Khí hậu xanh (GCF) họp.\n\nHôm qua Quỹ Khí hậu xanh (GCF) họp."
    )
    rules = ["late-definition", "repeated-definition"]
    late, repeated = khihau.check(text, built_in(), rules=rules, options=OPTIONS)
    assert (late.rule, repeated.rule) == ("late-definition", "repeated-definition")
    assert "in line 3; write it out here: “Quỹ Khí hậu xanh”" in late.message
    assert "in line 3 already" in repeated.message


def test_a_wrong_form_explains_only_its_own_acronym() -> None:
    text = "Thay đổi khí hậu (BĐKH) là một chuyện, và CC là tên tiếng Anh; BĐKH thì khác. NDC mới."
    rules = {
        (finding.rule, finding.text) for finding in khihau.check(text, built_in(), options=OPTIONS)
    }
    assert ("forbidden-label", "Thay đổi khí hậu") in rules
    assert ("undefined-acronym", "NDC") in rules
    assert ("undefined-acronym", "BĐKH") not in rules
