"""What readers say of findings: the file, `khihau verdict`, `khihau verdicts`, and what is proposed."""

from __future__ import annotations

import datetime
import json
import multiprocessing
import os
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from edits import wood
from khihau.atomic import append_to_file
from khihau.cli.main import main
from khihau.console.pointing import Spot, pointed_at, spot_of, spot_of_unit
from khihau.errors import InputError
from khihau.model import Finding, Place, Placed
from khihau.project.usefulness import Silence, Tally, silences, tallies
from khihau.project.verdicts import Verdict, Word, latest, line_of, parse_verdicts
from khihau.termbase.dump import dump_concept

pytestmark = pytest.mark.usefixtures("one_base")

WRONG = "Hai bên thực hiện Công ước Paris về khí hậu.\n"
OLD = "Bộ Tài nguyên và Môi trường chủ trì hội thảo.\n"
DAY = datetime.date(2026, 11, 2)
FILE = "khihau-verdicts.jsonl"
KEYS = ["fingerprint", "rule", "concept", "profile", "verdict", "day"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(WRONG + "\n" + OLD, "utf-8")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """What `khihau verdict` says, after a run that ends with a code."""
    capsys.readouterr()
    assert main(["verdict", "--date", "2026-06-01", *arguments]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    return err


def rows(name: str = FILE) -> list[dict[str, str]]:
    return [json.loads(line) for line in Path(name).read_text("utf-8").splitlines()]


def fingerprints(capsys: pytest.CaptureFixture[str], *paths: str) -> dict[str, str]:
    """The fingerprints of what `check` finds, by rule."""
    capsys.readouterr()
    main(["check", *paths, "-f", "jsonl", "--date", "2026-06-01"])
    found = map(json.loads, capsys.readouterr().out.splitlines())
    return {one["rule"]: one["fingerprint"] for one in found}


# --- the command ----------------------------------------------------------------------------------


def test_a_verdict_is_one_line_without_words_of_the_document(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = said(capsys, "a.txt:1:19", "right")
    assert told.startswith("a.txt:1:19: “Công ước Paris” (forbidden-label[paris-agreement]) ")
    assert told.endswith(": right; written to khihau-verdicts.jsonl\n")
    (row,) = rows()
    assert list(row) == KEYS
    assert row["fingerprint"] == fingerprints(capsys, "a.txt")["forbidden-label"]
    assert (row["rule"], row["concept"], row["profile"]) == (
        "forbidden-label",
        "paris-agreement",
        "vi-press",
    )
    assert (row["verdict"], row["day"]) == ("right", datetime.date.today().isoformat())
    assert "Công ước" not in Path(FILE).read_text("utf-8")


def test_the_reason_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "a.txt:1:19", "noise", "--why", " đúng ý tác giả ")
    (row,) = rows()
    assert list(row) == [*KEYS, "why"]
    assert row["why"] == "đúng ý tác giả"


def test_the_profile_of_the_settings_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "khihau.toml").write_text('profile = "ko-press"\n')
    said(capsys, "a.txt:1:19", "noise")
    assert rows()[0]["profile"] == "ko-press"


@pytest.mark.parametrize(
    "place", ["a.txt:1:19", "a.txt:1:25", "a.txt:1:32", "a.txt:1", "a.txt:1:19:"]
)
def test_any_place_within_a_finding(capsys: pytest.CaptureFixture[str], place: str) -> None:
    said(capsys, place, "right")
    assert rows()[0]["rule"] == "forbidden-label"


@pytest.mark.parametrize("place", ["a.txt:1:18", "a.txt:1:33", "a.txt:2:1", "a.txt:9:9"])
def test_beside_a_finding_the_nearest_are_named(
    capsys: pytest.CaptureFixture[str], place: str
) -> None:
    told = said(capsys, place, "right", code=2)
    assert told.startswith(f"khihau: {place}: no finding here; the nearest:\n  a.txt:")
    assert "“Công ước Paris” (forbidden-label[paris-agreement]) " in told
    assert not Path(FILE).exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("b.txt:1:1", "right"), "b.txt: no such file or folder; check the path"),
        (("a.txt", "right"), "a.txt: no place; write FILE:LINE:COLUMN or the fingerprint"),
        (("a.txt:0:1", "right"), "a.txt:0:1: no place;"),
        ((".:1:1", "right"), ".: is a folder; name a document in it"),
        (
            ("clean.txt:1:1", "right"),
            "no finding here, nor elsewhere in this file; run khihau check",
        ),
        (("a.txt:1:19", "Right"), "'Right' is not one of 'right', 'noise', 'wrong'"),
        (("a.txt:1:19", "right", "--rule", "no-rule"), "--rule no-rule: does not run here"),
        (
            ("a.txt:1:19", "right", "--rule", "late-definition"),
            "no finding of late-definition here",
        ),
        (("a.txt:1:19", "right", "--why", "a\nb"), "--why: holds a line break"),
        (("a.txt:1:19", "right", "--file", "a.txt"), "a.txt:1: is no line of JSON"),
        (
            ("empty.txt:1:1", "right", "--file", "empty.txt"),
            "--file empty.txt: is read by this command",
        ),
        (("a.txt:1:19", "right", "--file", "none/x"), "none/x: its folder does not exist"),
        (("a.txt:1:19", "right", "--file", "."), "is a folder, not a file"),
        (("a.txt:1:19", "right", "--file", "pipe"), "pipe: is no file; name one"),
        (("a.txt:1:19", "right", "--file", "twin"), "twin: has 2 names (hard links)"),
        (
            ("0123456789abcdef", "right"),
            "on this finding; name the documents that it stands in with --in",
        ),
        (("0123456789abcdef", "right", "--in", "a.txt"), "has this fingerprint"),
        (("0123456789abcdef", "right", "--in", "b.txt"), "b.txt: no such file"),
    ],
)
def test_what_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    (folder / "clean.txt").write_text("Trời đẹp.\n", "utf-8")
    (folder / "empty.txt").touch()
    (folder / "one").touch()
    os.link(folder / "one", folder / "twin")
    os.mkfifo(folder / "pipe")
    assert message in said(capsys, *arguments, code=2)
    assert not Path(FILE).exists()
    assert (folder / "one").read_bytes() == b""


def test_a_fingerprint_is_looked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = fingerprints(capsys, "a.txt")
    told = said(capsys, known["deprecated-label"].upper(), "noise", "--in", ".")
    assert told.startswith("a.txt:3:1: “Bộ Tài nguyên và Môi trường”")
    assert rows()[0]["rule"] == "deprecated-label"
    (folder / "a.txt").unlink()
    told = said(capsys, known["deprecated-label"], "right")  # judged before
    assert "right (before: noise); written" in told
    assert [row["verdict"] for row in rows()] == ["noise", "right"]
    assert rows()[1]["concept"] == rows()[0]["concept"]


def test_a_finding_across_documents(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, word in (("x.txt", "Thỏa thuận Paris"), ("y.txt", "Hiệp định Paris")):
        (folder / name).write_text(f"Hai bên thực hiện {word} về khí hậu.\n", "utf-8")
    select = ("--severity", "mixed-labels/across-files=warning", "--ignore", "preferred-only")
    assert "no finding here" in said(capsys, "y.txt:1:20", "right", *select, code=2)
    said(capsys, "y.txt:1:20", "right", "--in", "x.txt", *select)
    assert rows()[0]["rule"] == "mixed-labels"


def test_a_rule_that_is_off_is_heard_when_selected(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for settings in (
        'ignore = ["forbidden-label"]\n',
        '[per-file-ignores]\n"a.txt" = ["forbidden-label"]\n',
        '[severity]\nforbidden-label = "off"\n',
    ):
        (folder / "khihau.toml").write_text(settings)
        assert "no finding here" in said(capsys, "a.txt:1:19", "right", code=2)
        assert "forbidden-label" in said(
            capsys, "a.txt:1:19", "right", "--select", "forbidden-label"
        )


def test_what_only_a_report_asks_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--severity", "error"), ("--fail-on", "error"):
        told = said(capsys, "a.txt:1:19", "right", *option, code=2)
        assert "names no rule; write NAME=SEVERITY" in told or "No such option" in told


def test_the_file_lies_beside_the_settings(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "khihau.toml").touch()
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    said(capsys, "../a.txt:1:19", "right")
    said(capsys, "../a.txt:1:19", "right", "--file", "own.jsonl", "--quiet")
    assert len(rows("../" + FILE)) == len(rows("own.jsonl")) == 1


def test_a_dry_run_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "a.txt:1:19", "right", "--dry-run").endswith("nothing was written\n")
    assert not Path(FILE).exists()


def test_a_link_out_of_the_folder_is_not_written_through(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "in").mkdir()
    for target in ("there", "not-there"):
        (folder / "there").touch()
        link = folder / "in" / f"{target}.jsonl"
        link.symlink_to(folder / target)
        told = said(capsys, "a.txt:1:19", "right", "--file", str(link), code=2)
        assert f"is a link to {folder / target}, outside" in told
    assert (folder / "there").read_bytes() == b""
    assert not (folder / "not-there").exists()


def test_names_of_files_may_hold_colons(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("b:3", "c: 4.txt"):
        (folder / name).write_text(WRONG, "utf-8")
        said(capsys, f"{name}:1:20", "right")
    said(capsys, "b:3:1", "right")
    assert len({row["fingerprint"] for row in rows()}) == 1
    assert len(rows()) == 3


@pytest.mark.parametrize(
    ("words", "spot"),
    [
        ("draft.txt:3:17", Spot("draft.txt", 3, 17)),
        ("draft.txt:3", Spot("draft.txt", 3)),
        (r"C:\texts\draft.txt:3:17", Spot(r"C:\texts\draft.txt", 3, 17)),
        ("C:draft.txt:3", Spot("C:draft.txt", 3)),
        ("a:1:2:3", Spot("a:1", 2, 3)),
        ("-:3:17", Spot("-", 3, 17)),
    ],
)
def test_a_place(words: str, spot: Spot) -> None:
    assert spot_of(words, "") == spot


def test_a_unit_of_a_file_without_lines(folder: Path) -> None:
    (folder / "b: c.docx").touch()
    assert spot_of_unit("b: c.docx: paragraph 2:") == Spot("b: c.docx", 0, unit="paragraph 2")
    assert spot_of_unit("none.docx: paragraph 2") is None
    assert spot_of_unit("b: c.docx:3:4") is None


def placed(rule: str, start: tuple[int, int], end: tuple[int, int]) -> Placed:
    finding = Finding(
        rule=rule, severity="info", message="", start=0, end=1, text="x", fingerprint=rule * 2
    )
    return Placed(finding, Place(*start, *end, "", "x", ""))


def test_of_several_findings_at_a_place_one_is_named() -> None:
    both = [placed("one", (1, 1), (2, 5)), placed("two", (2, 1), (2, 9))]
    with pytest.raises(InputError, match="2 findings stand here; name one with --rule") as told:
        pointed_at(Spot("a", 2, 2), both, None)
    assert "a:1:1: “x” (one) oneone\n  a:2:1: “x” (two) twotwo" in str(told.value)
    assert pointed_at(Spot("a", 2, 2), both, "two").rule == "two"
    assert pointed_at(Spot("a", 2, 6), both, None).rule == "two"
    assert pointed_at(Spot("a", 1, 7), both, None).rule == "one"


# --- the file -------------------------------------------------------------------------------------


def test_a_line_is_read_back() -> None:
    for why in ("", "vì “thế”\u2028\\"):
        for concept in (None, "cop"):
            verdict = Verdict("0" * 16, "late-definition", concept, "vi-press", "noise", DAY, why)
            assert parse_verdicts(f"\n{line_of(verdict)}\r\n", FILE) == [verdict]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"verdict": "Right"}, 'verdict: "Right" is not one of right, noise, wrong'),
        ({"day": "20261102"}, 'day: "20261102" is not a day like 2026-12-01'),
        ({"day": "2026-02-30"}, "is not a day"),
        (
            {"fingerprint": "xyz"},
            'fingerprint: "xyz" is not a fingerprint of 16 letters and digits',
        ),
        ({"rule": 3}, "rule: 3 is not a text"),
        ({"rule": ""}, "is not the name of a rule"),
        ({"rule": "a\x1b[31m"}, 'rule: "a\\u001b[31m" is not a name in letters that can be seen'),
        ({"profile": 'a"\nb'}, "is not a name in letters that can be seen"),
        ({"concept": False}, "concept: false is not a text or null"),
        ({"text": "x"}, "text: no such key; there are fingerprint, rule"),
    ],
)
def test_bad_values_are_told(change: dict[str, object], message: str) -> None:
    good = line_of(Verdict("0" * 16, "late-definition", None, "", "noise", DAY))
    bad = json.dumps(json.loads(good) | change)
    with pytest.raises(InputError) as told:
        parse_verdicts(good + bad, "v.jsonl")
    assert str(told.value).startswith("v.jsonl:2: ")
    assert message in str(told.value)
    assert "mend the line or take it out" in str(told.value)


@pytest.mark.parametrize(
    "line", ["{", "[]", "1", "null", "<<<<<<< HEAD", "{}", "[" * 100_000, "9" * 10_000]
)
def test_other_lines_are_told(capsys: pytest.CaptureFixture[str], line: str) -> None:
    Path(FILE).write_text(line + "\n")
    for arguments in (["verdicts"], ["verdict", "a.txt:1:19", "right"]):
        assert main(arguments) == 2
        assert f"{FILE}:1: " in capsys.readouterr().err
    assert Path(FILE).read_text() == line + "\n"


def test_many_bad_lines_are_not_all_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path(FILE).write_text("x\n" * 50)
    assert main(["verdicts"]) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 11
    assert err.endswith("and 40 more\n")


def test_another_encoding_is_not_written_to(capsys: pytest.CaptureFixture[str]) -> None:
    before = line_of(Verdict("0" * 16, "late-definition", None, "", "noise", DAY)).encode("utf-16")
    Path(FILE).write_bytes(before)
    assert "is not in UTF-8; save it as UTF-8" in said(capsys, "a.txt:1:19", "right", code=2)
    assert Path(FILE).read_bytes() == before


def test_a_last_line_without_break_gets_one(capsys: pytest.CaptureFixture[str]) -> None:
    line = line_of(Verdict("0" * 16, "late-definition", None, "", "noise", DAY))
    Path(FILE).write_text("\ufeff" + line.rstrip("\n"), "utf-8")
    said(capsys, "a.txt:1:19", "right")
    assert len(parse_verdicts(Path(FILE).read_text("utf-8-sig"), FILE)) == 2


def _append(number: int) -> None:
    for _ in range(200):
        append_to_file("many", f"{number}".encode() * 200 + b"\n")


def test_two_programs_do_not_mix_their_lines() -> None:
    with multiprocessing.get_context("fork").Pool(2) as pool:
        pool.map(_append, [1, 2])
    lines = sorted(filter(None, Path("many").read_text().split("\n")))
    assert lines == ["1" * 200] * 200 + ["2" * 200] * 200


def test_what_cannot_be_written_whole_is_taken_back(folder: Path) -> None:
    resource = pytest.importorskip("resource")
    file = folder / "small"
    file.write_bytes(b"12345678\n")
    pid = os.fork()
    if not pid:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (12, 12))
        try:
            append_to_file(file, b"abcdefgh\n")
        except OSError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
    assert file.read_bytes() == b"12345678\n"


# --- the numbers ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def judged() -> Callable[..., list[Verdict]]:
    """Verdicts on findings of their own: so many right ones, so many that are noise."""
    numbers = iter(range(10_000))

    def some(
        right: int, noise: int, rule: str = "r", concept: str | None = None, profile: str = ""
    ) -> list[Verdict]:
        counts: tuple[tuple[Word, int], ...] = (("right", right), ("noise", noise))
        return [
            Verdict(f"{next(numbers):016x}", rule, concept, profile, word, DAY)
            for word, count in counts
            for _ in range(count)
        ]

    return some


Judged = Callable[..., list[Verdict]]


def test_the_last_verdict_on_a_finding_counts(judged: Judged) -> None:
    (one,) = judged(1, 0)
    (other,) = judged(0, 1)
    changed = one._replace(verdict="wrong")
    assert latest([one, other, changed]) == [changed, other]
    assert tallies(latest([one, other, changed]), lambda it: it.rule) == [("r", Tally(0, 1, 1))]


def test_from_half_on_or_under_twenty_nothing_is_proposed(judged: Judged) -> None:
    assert silences(judged(10, 10)) == []
    assert silences(judged(0, 19)) == []
    assert silences(judged(9, 11)) == [Silence("r", None, "", Tally(9, 11, 0))]


def test_a_concept_before_its_rule(judged: Judged) -> None:
    noisy = judged(2, 20, concept="a")
    narrow = Silence("r", "a", "", Tally(2, 20, 0))
    assert silences([*noisy, *judged(3, 10, concept="b")]) == [narrow]
    assert silences([*noisy, *judged(15, 10, concept="b")]) == [narrow]
    rule = Silence("r", None, "", Tally(5, 40, 0))
    assert silences([*noisy, *judged(3, 20)]) == [rule]
    assert rule.silenced == "r"
    assert narrow.silenced == "r[a]"


def test_where_one_profile_wants_it_only_the_others_are_named(judged: Judged) -> None:
    here, there = judged(2, 30, profile="vi-press"), judged(15, 5, profile="vi-law")
    only = [Silence("r", None, "vi-press", Tally(2, 30, 0))]
    assert silences([*here, *there]) == only
    assert silences([*here, *there, *judged(60, 0, profile="vi-law")]) == only
    assert silences([*here, *judged(3, 2, profile="vi-law")]) == [
        Silence("r", None, "", Tally(5, 32, 0))
    ]
    by_concept = [
        *judged(2, 30, concept="a", profile="p"),
        *judged(20, 0, concept="a", profile="q"),
    ]
    assert silences(by_concept) == [Silence("r", "a", "p", Tally(2, 30, 0))]


def written(verdicts: list[Verdict]) -> None:
    Path(FILE).write_text("".join(map(line_of, verdicts)), "utf-8")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["verdicts", *arguments]) == 0
    return capsys.readouterr().out


def proposed(shown: str) -> str:
    """The settings of a report, as they are pasted into khihau.toml."""
    lines = shown.partition("khihau.toml would silence that with\n")[2].splitlines()
    return "".join(f"{line.removeprefix('  ')}\n" for line in lines if line.startswith("  "))


def test_the_setting_that_is_proposed_silences(
    folder: Path, judged: Judged, capsys: pytest.CaptureFixture[str]
) -> None:
    written(judged(2, 20, "forbidden-label", "paris-agreement", "vi-press"))
    (folder / "khihau.toml").write_text('ignore = ["late-definition"]\n')
    shown = told(capsys)
    assert "  # forbidden-label[paris-agreement]: 2 of 22 right\n" in shown
    assert '  ignore = ["late-definition", "forbidden-label[paris-agreement]"]\n' in shown
    assert "forbidden-label" in fingerprints(capsys, "a.txt")
    (folder / "khihau.toml").write_text(proposed(shown), "utf-8")
    assert [*fingerprints(capsys, "a.txt")] == ["deprecated-label"]
    assert "ignore =" not in told(capsys)
    (folder / "khihau.toml").write_text('ignore = ["late-definition"]\n')
    written([*judged(0, 30, "forbidden-label"), *judged(0, 30, "no-rule-any-more")])
    shown = told(capsys)
    assert '  ignore = ["late-definition", "forbidden-label"]\n' in shown
    assert (folder / "khihau.toml").read_text() == 'ignore = ["late-definition"]\n'
    (folder / "khihau.toml").write_text('ignore = ["forbidden-label"]\n')
    assert "ignore =" not in told(capsys)
    written(judged(2, 20, "forbidden-label", "paris-agreement"))
    (folder / "khihau.toml").write_text('ignore = ["forbidden-label[paris-agreement]"]\n')
    assert "ignore =" not in told(capsys)


def test_what_is_gone_is_not_proposed(
    folder: Path, judged: Judged, capsys: pytest.CaptureFixture[str]
) -> None:
    written(
        [
            *judged(0, 25, "capitals", "no-concept-any-more"),
            *judged(0, 25, "capitals", "house-roof"),
            *judged(0, 25, "near-miss", None, "no-profile-any-more"),
            *judged(25, 0, "near-miss", None, "vi-law"),
        ]
    )
    shown = told(capsys)
    assert "capitals[no-concept-any-more]" in shown
    assert "would silence" not in shown
    (folder / "house").mkdir()
    (folder / "house" / "house-roof.toml").write_text(
        dump_concept(wood("house-roof", ("mái nhà", "지붕집", "house roof"))), "utf-8"
    )
    shown = told(capsys, "--glossary", "house")
    assert proposed(shown).endswith('ignore = ["capitals[house-roof]"]\n')


@pytest.mark.parametrize(
    "settings",
    [
        '[severity]\nforbidden-label = "off"\n',
        '[per-file-ignores]\n"tin/" = ["forbidden-label"]\n',
        '[per-file-severity]\n"tin/" = { forbidden-label = "off" }\n',
        'select = ["near-miss"]\n',
    ],
)
def test_what_is_silent_already_is_not_proposed(
    settings: str, folder: Path, judged: Judged, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = "forbidden-label"
    written([*judged(2, 20, rule, None, "vi-press"), *judged(20, 2, rule, None, "vi-law")])
    (folder / "khihau.toml").write_text(settings)
    assert "would silence" not in told(capsys)
    everywhere = judged(2, 20, rule, None, "vi-press")
    written(everywhere)
    assert ("would silence" in told(capsys)) == settings.startswith("[per-file-")


def test_for_one_profile_a_folder_is_asked_for(
    folder: Path, judged: Judged, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = "forbidden-label"
    written([*judged(2, 20, rule, None, "vi-press"), *judged(20, 2, rule, None, "vi-law")])
    shown = told(capsys)
    assert (
        '  # forbidden-label in vi-press: 2 of 22 right\n  "vi-press/" = ["forbidden-label"]\n'
        in shown
    )
    (folder / "khihau.toml").write_text(proposed(shown), "utf-8")
    (folder / "vi-press").mkdir()
    (folder / "a.txt").rename(folder / "vi-press" / "a.txt")
    assert [*fingerprints(capsys, "vi-press")] == ["deprecated-label"]
    there = '[per-file-ignores]\n"old/" = ["near-miss"]\n'
    (folder / "khihau.toml").write_text(there)
    more = proposed(told(capsys))
    assert "# below [per-file-ignores] name the folder" in more
    (folder / "khihau.toml").write_text(there + more, "utf-8")
    assert [*fingerprints(capsys, "vi-press")] == ["deprecated-label"]


def test_as_json(judged: Judged, capsys: pytest.CaptureFixture[str]) -> None:
    written([*judged(2, 20, "forbidden-label", "cop", "vi-press"), *judged(1, 0, "near-miss")])
    record = json.loads(told(capsys, "-f", "json"))
    schema = json.loads(files("khihau.render").joinpath("schema.json").read_text("utf-8"))
    jsonschema.validate(record, schema["$defs"]["verdicts"], jsonschema.Draft202012Validator)
    counts = {"right": 2, "noise": 20, "wrong": 0, "all": 22, "share": 0.091}
    assert (record["schema"], record["path"], record["all"]) == (1, FILE, 23)
    assert record["by_rule"][0] == {"rule": "forbidden-label"} | counts
    assert record["by_concept"] == [{"rule": "forbidden-label", "concept": "cop"} | counts]
    assert [one["profile"] for one in record["by_profile"]] == ["vi-press", ""]
    assert record["proposals"] == [
        {"rule": "forbidden-label", "concept": "cop", "profile": ""}
        | counts
        | {"setting": "ignore", "value": "forbidden-label[cop]"}
    ]


def test_without_verdicts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verdicts"]) == 2
    assert capsys.readouterr().err == (
        "khihau: khihau-verdicts.jsonl: no verdicts yet; khihau verdict writes the first one\n"
    )
    (folder / FILE).touch()
    assert told(capsys) == "khihau-verdicts.jsonl: 0 findings judged, – useful\n"
