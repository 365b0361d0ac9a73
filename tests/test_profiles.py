"""Profiles: the table, which one a text has, and how settings lie over it."""

from __future__ import annotations

from pathlib import Path

import pytest

import khihau
from built_in import built_in
from khihau.config import load_config
from khihau.config.by_path import options_by_path
from khihau.config.keys import CONFIG_KEYS
from khihau.engine import read
from khihau.model import LANGS, Options
from khihau.model.house import House
from khihau.profiles.customs import Customs
from khihau.profiles.guess import guessed
from khihau.profiles.table import profile_names, profile_of, rows, rows_of
from khihau.render.profile_table import profile_table
from khihau.rulebook import all_rules, rule_names
from sessions import run
from spec_tables import SPEC, Row, each_row
from spec_tables import rows as rows_of_spec

PAGE = (Path(__file__).parents[1] / "docs" / "profiles.md").read_text("utf-8")
LAW = "Điều 1. Phạm vi\n\nĐiều 2. Đối tượng\n\nĐiều 3. Hiệu lực\n\n"


def test_each_rule_has_rows_and_each_row_a_rule() -> None:
    assert {key.partition("/")[0] for key in rows()} == set(rule_names())
    assert [rule.name for rule in all_rules() if not rows_of(rule.name)] == []


def test_each_language_has_a_profile_of_the_press() -> None:
    assert {f"{lang}-press" for lang in LANGS} <= set(profile_names())
    assert all(name.partition("-")[0] in LANGS for name in profile_names())


@pytest.mark.parametrize("name", profile_names())
def test_a_profile_has_each_row_and_in_law_only_lookalikes_are_mended(name: str) -> None:
    profile = profile_of(name)
    assert list(profile.cells) == list(rows())
    safe = {key for key, cell in profile.cells.items() if cell.safety == "safe"}
    if name.endswith("-law"):
        assert safe == {"lookalike-character", "unused-silencer"}


def test_the_page_shows_the_table_and_each_setting() -> None:
    assert "\n".join(profile_table(rows())) in PAGE
    assert [key for key in CONFIG_KEYS if f"`{key}`" not in PAGE] == []
    assert [name for name in profile_names() if f"| `{name}` |" not in PAGE] == []


# text, its profile
GUESSES = (
    ("Bộ trưởng họp về khí hậu tại Hà Nội.", "vi-press"),
    (f"{LAW}Bộ trưởng chịu trách nhiệm thi hành.", "vi-law"),
    ("Kính gửi: Bộ Nông nghiệp và Môi trường\n\nThực hiện nhiệm vụ được giao, Sở báo cáo.", "vi-law"),
    ("Nghị định này là gì?\n\n" + LAW, "vi-press"),
    ("서울에서 기후 회의가 열렸다.", "ko-press"),
    ("보도자료\n\n정부는 대책을 발표했다.", "ko-gov"),
    ("환경부(장관 김철수)는 대책을 발표했다.", "ko-gov"),
    ("(서울=연합뉴스) 이영희 기자 = 환경부(장관 김철수)는 대책을 발표했다.", "ko-press"),
    ("제1조(목적) 이 법은 온실가스를 줄이는 것을 목적으로 한다.\n\n이 법은 공포한 날부터 시행한다.", "ko-law"),
    ("Recalling decision 1/CP.21,\n\nNoting the report,\n\nDecides to meet again.", "en-un"),
    ("The Conference of the Parties met in Baku for two weeks.", "en-press"),
    ("Whereas:\n\n(1) The threat of climate change requires action.", "en-un"),
    ("The ministers met in Seoul and talked about the climate.", "en-press"),
)  # fmt: skip


@each_row("text, profile", GUESSES)
def test_the_signs_of_a_text_show_its_profile(text: str, profile: str) -> None:
    guess = guessed(read(text))
    assert guess.profile == profile
    assert bool(guess.sign) == (not profile.endswith("-press"))
    assert guess.sign in text.lower()


def test_an_option_wins_over_the_signs() -> None:
    text = "GCF tài trợ dự án. Quỹ Khí hậu xanh (GCF) họp."
    assert not [one for one in khihau.check(text, built_in()) if one.rule == "late-definition"]
    found = khihau.check(text, built_in(), options=Options(profile="vi-law"))
    assert [one.severity for one in found if one.rule == "late-definition"] == ["warning"]


def test_what_is_asked_for_by_name_is_told_though_the_profile_has_it_off() -> None:
    text = "GCF tài trợ dự án. Quỹ Khí hậu xanh (GCF) họp."
    assert [one.rule for one in khihau.check(text, built_in(), rules=["late-definition"])] == [
        "late-definition"
    ]


RULED = (
    ({"late-definition": "info"}, ("late-definition", "", None), "info"),
    ({"late-definition": "error"}, ("late-definition", "", "gcf"), "error"),
    ({"forbidden-label": "off"}, ("forbidden-label", "", None), None),
    ({"forbidden-label": "off"}, ("preferred-only", "press-form", None), None),
    ({"forbidden-label[gcf]": "off"}, ("forbidden-label", "", "gcf"), None),
    ({"forbidden-label[gcf]": "off"}, ("forbidden-label", "", "ndc"), "error"),
    ({"forbidden-label": "off", "forbidden-label[gcf]": "info"}, ("forbidden-label", "", "gcf"), "info"),
    ({"forbidden-label": "warning"}, ("preferred-only", "press-form", None), "warning"),
    ({"forbidden-label": "warning"}, ("forbidden-label", "quoted", None), None),
    ({"forbidden-label[gcf]": "warning"}, ("forbidden-label", "quoted", "gcf"), None),
    ({"forbidden-label/quoted[gcf]": "info"}, ("forbidden-label", "quoted", "gcf"), "info"),
    ({"unused-definition": "info"}, ("unused-definition", "promise", None), "info"),
    ({"forbidden-label/press-form": "off"}, ("forbidden-label", "", None), "error"),
    ({"forbidden-label/press-form": "warning"}, ("preferred-only", "press-form", None), "warning"),
    ({"preferred-only/press-form": "off"}, ("preferred-only", "press-form", None), None),
    ({"forbidden-label[gcf]": "off"}, ("preferred-only", "press-form", "gcf"), None),
    ({"forbidden-label": "error"}, ("forbidden-label", "quoted", None), None),
)  # fmt: skip


@each_row("settings, of, severity", RULED)
def test_settings_lie_over_the_profile(
    settings: dict[str, khihau.model.Level],
    of: tuple[str, str, str | None],
    severity: str | None,
) -> None:
    assert Customs(profile_of("vi-press"), settings=(settings,)).ruling(*of).severity == severity


def test_a_rule_that_is_off_later_is_off_in_each_part() -> None:
    layers: tuple[dict[str, khihau.model.Level], ...] = (
        {"forbidden-label": "off"},
        {"forbidden-label/quoted": "warning", "forbidden-label[gcf]": "error"},
    )
    off, on = (Customs(profile_of("vi-press"), settings=some) for some in (layers, layers[::-1]))
    parts = (("forbidden-label", "quoted", None), ("forbidden-label", "", "gcf"))
    assert [off.ruling(*part).severity for part in parts] == [None, None]
    assert [on.ruling(*part).severity for part in parts] == ["warning", "error"]
    assert not off.is_run("forbidden-label")
    assert on.is_run("forbidden-label")
    assert Customs(
        profile_of("vi-press"),
        settings=({"forbidden-label[gcf]": "info"}, {"forbidden-label": "off"}),
    ).is_run("forbidden-label")


def test_the_last_word_wins(tmp_path: Path) -> None:
    (tmp_path / "khihau.toml").write_text(
        'profile = "vi-press"\nignore = ["mixed-labels/terms"]\n'
        '[profiles]\n"vb/" = "vi-law"\n"vb/tin*" = "vi-press"\n'
        '[severity]\nnear-miss = "error"\n'
        '[per-file-severity]\n"vb/" = {near-miss = "warning"}\n'
    )
    config = load_config(tmp_path / "khihau.toml", tmp_path)
    of = options_by_path(config, Options())
    law, news, other = (of(str(tmp_path / name)) for name in ("vb/a.txt", "vb/tin.txt", "a.txt"))
    assert [one.profile for one in (law, news, other)] == ["vi-law", "vi-press", "vi-press"]
    told = [
        Customs(profile_of("vi-press"), settings=one.severities).ruling("near-miss").severity
        for one in (law, other)
    ]
    assert told == ["warning", "error"]
    over = options_by_path(config, Options(), "ko-gov", {"near-miss": "off"})(
        str(tmp_path / "vb/a.txt")
    )
    assert over.profile == "ko-gov"
    law_over = Customs(profile_of("vi-law"), settings=over.severities)
    assert law_over.ruling("near-miss").severity is None


def test_law_has_its_own_names() -> None:
    text = "유엔개발기구(UNDP)와 협의한다."
    told = {}
    for profile in ("ko-press", "ko-law"):
        options = Options(profile=profile)
        told[profile] = [one.message for one in khihau.check(text, built_in(), options=options)]
    assert any("유엔개발계획" in message for message in told["ko-press"])
    assert any("국제연합개발계획" in message for message in told["ko-law"])


@pytest.mark.parametrize(
    ("profile", "severity", "safety"),
    [("ko-press", "info", "suggested"), ("ko-gov", "warning", "suggested")],
)
def test_what_only_newspapers_call_a_thing_is_told_less_gravely(
    profile: str, severity: str, safety: str
) -> None:
    text = "정부는 파리기후협약에 따라 목표를 정했다."
    (found,) = khihau.check(text, built_in(), options=Options(profile=profile))
    assert (found.aspect, found.severity) == ("press-form", severity)
    assert found.fix
    assert found.fix.safety == safety


@each_row("row", [*rows_of_spec(SPEC / "sentences.md")])
def test_sentences_of_editors(row: Row) -> None:
    found = khihau.check(row.cells["text"].replace(" ¶ ", "\n\n"), built_in())
    told = "; ".join(f"{one.severity} {one.rule} “{one.text}”" for one in found) or "–"
    assert told == row.cells["findings"], row.cells["why"]


def test_law_has_the_spelling_of_law_and_a_newspaper_that_of_most_places() -> None:
    text = "Thị trường carbon mở cửa. Giá tín chỉ carbon tăng. Thị trường các-bon vận hành."
    told = [
        [one.text for one in khihau.check(text, built_in(), options=Options(profile=profile))]
        for profile in ("vi-press", "vi-law")
    ]
    assert told == [["các-bon"], ["carbon"]]


NO_RULING = "is not written as RULE, RULE/ASPECT or RULE[CONCEPT]"


@each_row(
    "name, what",
    (
        ("mixed-labels[ndc", NO_RULING),
        ("mixed-labels]", NO_RULING),
        ("[ndc]", NO_RULING),
        ("mixed-labels/", NO_RULING),
        ("mixd-labels[ndc]", "no rule is called 'mixd-labels'; did you mean mixed-labels?"),
        ("mixed-labels/nope", "mixed-labels has no aspect"),
        ("mixed-labels[nope]", "no concept has the id 'nope'"),
        ("mixed-labels[]", "no concept has the id ''"),
    ),
)
def test_what_no_finding_can_be_is_refused(
    name: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("COP30", "utf-8")
    (tmp_path / "khihau.toml").write_text("")
    told, code = run(["check", "a.txt", "--ignore", name])
    assert (what in told, code) == (True, 2)
    for settings in (f'ignore = ["{name}"]', f'[severity]\n"{name}" = "off"'):
        (tmp_path / "khihau.toml").write_text(f'fail-on = "error"\n{settings}\n', "utf-8")
        told, code = run(["check", "a.txt"])
        assert told.startswith(
            ("khihau: khihau.toml:2: ignore", "khihau: khihau.toml:3: severity.")
        )
        assert (what in told, code) == (True, 2)


def test_a_severity_brings_no_fix_that_the_profile_withholds() -> None:
    ruling = Customs(profile_of("vi-law"), settings=({"repeated-definition": "info"},)).ruling(
        "repeated-definition"
    )
    assert (ruling.severity, ruling.safety) == ("info", None)
    ruling = Customs(profile_of("vi-press"), settings=({"capitals/inside-words": "info"},)).ruling(
        "capitals", "inside-words"
    )
    assert (ruling.severity, ruling.safety) == ("info", "suggested")


def test_quotes_that_a_house_skips_stay_silent_beside_a_severity_of_the_rule() -> None:
    text = "Ông nói: “Công ước Paris về khí hậu là bước ngoặt”."
    for quotes, told in (("skip", []), ("report", ["info"])):
        options = Options(
            profile="vi-press",
            house=House(quotes=quotes),  # type: ignore[arg-type]
            severities=({"forbidden-label": "warning"},),
        )
        assert [one.severity for one in khihau.check(text, built_in(), options=options)] == told


def test_no_profile_of_that_name() -> None:
    with pytest.raises(khihau.ConfigError, match="no profile is called 'foo'; there are: vi-press"):
        khihau.check("COP30", built_in(), options=Options(profile="foo"))


@each_row(
    "text, profile",
    (
        (
            "Bộ Tài chính chi khoản này. Khoản này lấy từ ngân sách. Khoản này không nhỏ.",
            "vi-press",
        ),
        ("원고 공모전이 열렸다. 원고 120편이 왔다. 원고 심사는 5월에 끝난다.", "ko-press"),
        ("이 사건에서 원고 측은 주장했다. 피고 측은 반박했다.", "ko-law"),
        ("Chương 1 kể về bão.\n\nChương 2 kể về lũ.\n\nChương 3 kể về nắng.", "vi-press"),
        ("(Điều kiện thời tiết có thể thay đổi)\n\nTrời mưa.", "vi-press"),
        ("Quyết định: Chọn điện gió hay điện mặt trời\n\nTrời mưa.", "vi-press"),
        ("QUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt Đề án.", "vi-law"),
        ("Số hiệu: VN-123\n\nChuyến bay phát thải nhiều.", "vi-press"),
        ("Số hiệu: 06/2022/NĐ-CP\n\nCơ quan ban hành: Chính phủ", "vi-law"),
        ("Kính gửi: Quý độc giả\n\nTòa soạn đã nhận được thư.", "vi-press"),
        ("Cộng hòa xã hội chủ nghĩa Việt Nam và Đại Hàn Dân Quốc ra tuyên bố.", "vi-press"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nTập huấn cho phóng viên. Có hay không?", "vi-law"),
        ("보도자료에 따르면 유상할당이 는다.", "ko-press"),
        ("【주민 설명회】 풍력단지 설명회가 열렸다.", "ko-press"),
        ("[시행계획] 탄소중립을 위한 계획을 세웠다.", "ko-press"),
        ("2021-09-29 박재구 기자\n\n산업부(장관 문승욱)는 회의를 열었다.", "ko-press"),
        (
            "1. Recalls decision 1/CP.21;\n\n2. Welcomes the report;\n\n3. Requests the secretariat to act.",
            "en-press",
        ),
        (
            "1. Welcomes the report;\n\n2. Decides to meet;\n\n3. Requests the secretariat to act.",
            "en-un",
        ),
    ),
)
def test_what_shows_a_kind_is_of_that_kind_alone(text: str, profile: str) -> None:
    assert guessed(read(text, None)).profile == profile
