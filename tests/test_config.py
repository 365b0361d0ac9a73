"""The project's settings: where they are found, what they hold, what is refused."""

from __future__ import annotations

import contextlib
import datetime
import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import tomli

import khihau.config
from khihau.config import Config, load_config
from khihau.config.keys import CONFIG_KEYS, HOUSE_KEYS
from khihau.errors import ConfigError
from khihau.model import LEVELS, Options
from khihau.model.house import House
from khihau.profiles.table import profile_names

SCHEMA = Path(khihau.config.__file__).with_name("schema.json")

FULL = """\
glossary = ["terms", "../shared/x.toml", "/abs"]
builtin = false
to = ["ko", "en"]
ignored-acronyms = ["KBS"]
exclude = ["build/", "*.html"]
date = 2025-11-01
profile = "vi-law"
profiles = {"vb/" = "vi-law", "tin/" = "vi-press"}
severity = {"forbidden-label/quoted" = "off", near-miss = "warning"}
per-file-severity = {"tin/" = {late-definition = "info"}}
fail-on = "error"
house = {quotes = "skip", fixes = false, spelling = {carbon = "carbon"}, known-acronyms = ["LNG"], preferred = {ndc = {vi = "x"}}}
korean-analyser = "required"
select = ["mixed-labels"]
ignore = ["near-miss", "forbidden-label[ndc]"]
per-file-ignores = {"old/" = ["deprecated-label", "capitals/inside-words"]}
baseline = "known.json"
"""


HOUSE = House(
    preferred={"ndc": {"vi": "x"}},
    spelling={"loan vi các bon": "carbon"},
    known=frozenset({"LNG"}),
    quotes="skip",
    fixes=False,
)


def expected(path: Path) -> Config:
    return Config(
        path=path,
        glossary=(path.parent / "terms", path.parent / "../shared/x.toml", Path("/abs")),
        builtin=False,
        to=("ko", "en"),
        ignored_acronyms=frozenset({"KBS"}),
        exclude=("build/", "*.html"),
        date=datetime.date(2025, 11, 1),
        profile="vi-law",
        profiles=(("vb/", "vi-law"), ("tin/", "vi-press")),
        severity={"forbidden-label/quoted": "off", "near-miss": "warning"},
        per_file_severity=(("tin/", {"late-definition": "info"}),),
        fail_on="error",
        house=HOUSE,
        korean_analyser="required",
        select=("mixed-labels",),
        ignore=("near-miss", "forbidden-label[ndc]"),
        per_file_ignores=(("old/", ("deprecated-label", "capitals/inside-words")),),
        baseline=path.parent / "known.json",
    )


def test_every_key_of_khihau_toml(tmp_path: Path) -> None:
    path = tmp_path / "khihau.toml"
    path.write_text(FULL)
    assert load_config(None, tmp_path) == expected(path)
    assert load_config(path, Path("/")) == expected(path)
    assert [line.split(" = ")[0] for line in FULL.splitlines()] == list(CONFIG_KEYS)


def test_every_key_of_pyproject_toml(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(f'[project]\nname = "x"\n[tool.khihau]\n{FULL}')
    assert load_config(None, tmp_path) == expected(path)
    assert load_config(path, Path("/")) == expected(path)


def test_the_options_of_the_library() -> None:
    assert Config().options() == Options()
    assert expected(Path("/x/khihau.toml")).options() == Options(
        ignored_acronyms=frozenset({"KBS"}),
        usual_date=datetime.date(2025, 11, 1),
        profile="vi-law",
        severities=(
            {
                "forbidden-label[ndc]": "off",
                "forbidden-label/quoted": "off",
                "near-miss": "warning",
            },
        ),
        house=HOUSE,
        analyser="required",
    )


def test_a_relative_path_gives_absolute_glossaries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my.toml").write_text('glossary = ["terms"]')
    monkeypatch.chdir(tmp_path)
    assert load_config(Path("my.toml"), tmp_path).glossary == (tmp_path / "terms",)


def test_the_nearest_file_upward(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "khihau.toml").write_text('profile = "vi-press"')
    assert load_config(None, deep).path == tmp_path / "khihau.toml"
    (tmp_path / "a" / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert load_config(None, deep).path == tmp_path / "khihau.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.khihau]\n")
    assert load_config(None, deep).path == tmp_path / "a" / "pyproject.toml"
    (tmp_path / "a" / "khihau.toml").write_text("")
    assert load_config(None, deep).path == tmp_path / "a" / "khihau.toml"


def test_a_file_may_be_the_start(tmp_path: Path) -> None:
    (tmp_path / "khihau.toml").write_text("")
    (tmp_path / "draft.md").write_text("")
    assert load_config(None, tmp_path / "draft.md").path == tmp_path / "khihau.toml"


def test_a_broken_pyproject_that_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "khihau.toml").write_text("")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pyproject.toml").write_text("[project\n")
    assert load_config(None, tmp_path / "a").path == tmp_path / "khihau.toml"


def refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(path.parent)
    with pytest.raises(ConfigError) as caught:
        load_config(path, path.parent)
    return str(caught.value).splitlines()


KEYS = "glossary, builtin, to, ignored-acronyms, exclude, date, profile, profiles, severity, per-file-severity, fail-on, house, korean-analyser, select, ignore, per-file-ignores, baseline"

NO_PATH = (
    "this pattern fits no path (write which files are meant; of several patterns that fit the last"
    " one counts)"
)

# khihau.toml -> what is said
CASES = [
    (
        "glosary = []",
        f'glosary: unknown key; allowed: {KEYS} (did you mean "glossary"?)',
    ),
    (
        "korean_analyzer = 1",
        f'korean_analyzer: unknown key; allowed: {KEYS} (did you mean "korean-analyser"?)',
    ),
    (
        "[tool.khihau]",
        (f"tool: unknown key; allowed: {KEYS}"
        " (in khihau.toml the keys stand at the top, without [tool.khihau])"),
    ),
    (
        'glossary = "terms"',
        'glossary: expected a list of texts, got the text "terms" (write ["terms"])',
    ),
    ('to = ["kr"]', 'to[1]: "kr" is not allowed; allowed: vi, ko, en (did you mean "ko"?)'),
    (
        f'exclude = ["a", "{"?" * (1 << 16)}"]',
        "exclude: has more than 64 KB of patterns (name folders, or write * for what the names share)",
    ),
    (
        f'per-file-ignores = {{"a" = [], "{"?" * (1 << 16)}" = []}}',
        ("per-file-ignores: has more than 64 KB of patterns"
        " (name folders, or write * for what the names share)"),
    ),
    ("exclude = [1]", "exclude[1]: expected a text in straight quotes, got the number 1"),
    (
        'date = "2025-11-01"',
        ('date: expected a date, got the text "2025-11-01"'
        " (write it like 2024-12-31, without quotes)"),
    ),
    ('baseline = "a\\u0000b"', 'baseline: "a\\u0000b" holds U+0000, which no path has'),
    ('glossary = ["x", "a\\u0000b"]', 'glossary[2]: "a\\u0000b" holds U+0000, which no path has'),
    *(
        (f"{table} = {{ \"{pattern}\" = {value} }}", f"{table}.{pattern}: {NO_PATH}")
        for table, value in (
            ("profiles", '"vi-law"'),
            ("per-file-severity", '{ near-miss = "off" }'),
            ("per-file-ignores", '["near-miss"]'),
        )
        for pattern in ("", "!d.txt", "#d")
    ),
    (
        'house = { preferred = { ndc = { kr = "x" } } }',
        'house.preferred.ndc.kr: unknown key; allowed: vi, ko, en (did you mean "ko"?)',
    ),
    ('profile = "lawyer"', 'profile: "lawyer" is not allowed; allowed: vi-press, vi-law, ko-press, ko-gov, ko-law, en-un, en-press'),
    ("korean-analyser = true", "korean-analyser: expected one of auto, off, required, got true"),
    ("to = [“ko”]", 'not valid TOML: Invalid value at column 7 (use straight quotes: ")'),
]  # fmt: skip


@pytest.mark.parametrize(("content", "said"), CASES)
def test_fault(content: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "khihau.toml").write_text(content, encoding="utf-8")
    assert refused(tmp_path / "khihau.toml", monkeypatch) == [f"khihau.toml:1: {said}"]


def test_all_faults_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.khihau]\nto = "ko"\nprofile = 1\n')
    assert refused(tmp_path / "pyproject.toml", monkeypatch) == [
        'pyproject.toml:2: tool.khihau.to: expected a list of texts, got the text "ko" (write ["ko"])',
        ("pyproject.toml:3: tool.khihau.profile: expected one of vi-press, vi-law, ko-press, ko-gov,"
        " ko-law, en-un, en-press,"
        " got the number 1"),
    ]  # fmt: skip


def test_settings_that_are_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool]\nkhihau = "x"\n')
    assert refused(tmp_path / "pyproject.toml", monkeypatch) == [
        'pyproject.toml:2: tool.khihau: expected a table, got the text "x"'
    ]


def test_a_pyproject_that_has_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("tool = 1\n")
    assert refused(path, monkeypatch) == ["pyproject.toml: no [tool.khihau] table in this file"]


def test_a_file_that_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(tmp_path / "my.toml", monkeypatch) == [
        "my.toml: no such file; name a file with --config"
    ]
    (tmp_path / "folder").mkdir()
    assert refused(tmp_path / "folder", monkeypatch) == [
        "folder: is a folder, not a file; name a file with --config"
    ]


@pytest.mark.parametrize(
    ("target", "said"),
    [("none", "is a link that leads nowhere"), ("khihau.toml", "is a link"), ("", "is a folder")],
)
def test_settings_that_cannot_be_read_are_not_passed_over(
    target: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "khihau.toml"
    file.symlink_to(target) if target else file.mkdir()
    with pytest.raises(ConfigError, match=f"^khihau.toml: {said}.*; make it a file or remove it$"):
        load_config(None, tmp_path / "deep")
    (tmp_path / "deep" / "pyproject.toml").symlink_to("none")
    (tmp_path / "deep" / "khihau.toml").touch()
    assert load_config(None, tmp_path / "deep").path == tmp_path / "deep" / "khihau.toml"


def test_the_schema_has_each_key_and_takes_what_the_reader_takes() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert list(schema["properties"]) == list(CONFIG_KEYS)
    assert list(schema["properties"]["house"]["properties"]) == list(HOUSE_KEYS)
    assert schema["$defs"]["profile"]["enum"] == list(profile_names())
    assert schema["$defs"]["levels"]["additionalProperties"]["enum"] == list(LEVELS)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(tomli.loads(FULL))) == []
    for content, _ in CASES:
        with contextlib.suppress(tomli.TOMLDecodeError):
            values = tomli.loads(content)
            is_text_alone = "date" in values or "?" in content  # TOML's own dates, and sizes
            assert is_text_alone or list(validator.iter_errors(values)), content
