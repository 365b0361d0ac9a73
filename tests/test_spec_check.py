"""What holds for all rules of `check`; the cases of each are in tests/spec/rules."""

from __future__ import annotations

import datetime

import pytest

import khihau
from khihau.edits import apply

BASE = khihau.load_glossary()
OPTIONS = khihau.Options(date=datetime.date(2026, 6, 1))


def test_a_fix_makes_the_korean_particle_agree() -> None:
    (finding,) = khihau.check("정부는 측정·보고·확인(MRV)을 논의했다.", BASE, options=OPTIONS)
    assert finding.fix
    assert "검증(MRV)을" in apply("정부는 측정·보고·확인(MRV)을 논의했다.", finding.fix.edits)
    text = "정부는 파리협약을 이행한다."
    (finding,) = khihau.check(text, BASE, options=OPTIONS)
    assert finding.fix
    assert apply(text, finding.fix.edits) == "정부는 파리협정을 이행한다."


def test_only_selected_rules_run() -> None:
    text = "Công ước Paris về khí hậu và MRV."
    found = khihau.check(text, BASE, rules=["undefined-acronym"], options=OPTIONS)
    assert [finding.rule for finding in found] == ["undefined-acronym"]


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(khihau.ConfigError, match="did you mean forbidden-label"):
        khihau.check("x", BASE, rules=["forbiden-label"])


def test_fingerprints_do_not_depend_on_the_place() -> None:
    line = "Hai bên cùng nhau thực hiện Công ước Paris về khí hậu trong năm nay.\n"
    (one,) = khihau.check(line, BASE, options=OPTIONS)
    (other,) = khihau.check(
        "Một dòng mới ở trên cùng của văn bản.\n\n" + line, BASE, options=OPTIONS
    )
    assert one.fingerprint == other.fingerprint


def test_an_outdated_acronym_is_named_in_full_as_of_its_time() -> None:
    options = khihau.Options(date=datetime.date(2024, 6, 20))
    (finding,) = khihau.check("MONRE họp tại Hà Nội.", BASE, options=options)
    assert finding.rule == "undefined-acronym"
    assert "“Bộ Tài nguyên và Môi trường”" in finding.message
