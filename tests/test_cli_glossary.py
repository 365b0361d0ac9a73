"""`khihau glossary`: validate, test, stats, new, list."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from built_in import built_in
from khihau.cli.main import main
from khihau.model import Concept, Example, Label, Match
from khihau.termbase.examples import failures, marked, with_marks
from khihau.termbase.load import load_glossary
from khihau.termbase.stats import stats

pytestmark = pytest.mark.usefixtures("one_base")

GOOD = """id = "green-roof"

[[label]]
lang = "vi"
text = "mái nhà xanh"
status = "preferred"

[[label]]
lang = "ko"
text = "옥상녹화"
status = "preferred"

[[label]]
lang = "en"
text = "green roof"
status = "preferred"

[[example]]
lang = "vi"
text = "Nhiều nước đã làm ⟦mái nhà xanh⟧."

[[example]]
lang = "ko"
text = "여러 나라가 ⟦옥상녹화⟧를 도입하였다."

[[example]]
lang = "en"
text = "Many libraries have a ⟦green roof⟧."
"""


@pytest.fixture
def terms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "terms" / "markets"
    folder.mkdir(parents=True)
    (folder / "green-roof.toml").write_text(GOOD, "utf-8")
    return tmp_path / "terms"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["glossary", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


# --- validate -------------------------------------------------------------------------------------


def test_validate_of_a_folder(terms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "validate", "terms") == (0, "1 concept, 3 labels: no problems.\n", "")
    file = terms / "markets" / "green-roof.toml"
    file.write_text(GOOD.replace('status = "preferred"', 'status = "admitted"', 1), "utf-8")
    code, out, _ = run(capsys, "validate", "terms")
    assert code == 1
    assert out == (
        "terms/markets/green-roof.toml:3: label: no preferred label in vi\n"
        "1 concept, 3 labels: 1 problem.\n"
    )


def test_a_single_file_borrows_from_the_builtin_glossary(
    terms: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = terms / "markets" / "green-roof.toml"
    linked = GOOD.replace("\n[[label]]", 'related = ["ets"]\n\n[[label]]', 1)
    file.write_text(linked.replace('"preferred"\n', '"preferred"\nsource = "unfccc"\n', 1), "utf-8")
    code, out, _ = run(capsys, "validate", str(file))
    assert code == 1
    assert 'label[1].source: no source "unfccc" in sources.toml' in out
    assert 'related[1]: no concept "ets"' in out
    code, out, _ = run(capsys, "validate", str(file), "--builtin")
    assert (code, out) == (0, "1 concept, 3 labels: no problems.\n")


def test_loading_errors_exit_2_with_all_of_them(
    terms: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (terms / "bad.toml").write_text('id = "bad"\nstatus = 1\n', "utf-8")
    (terms / "worse.toml").write_text("id = “worse”\n", "utf-8")
    for command in ("validate", "test"):
        code, out, err = run(capsys, command, "terms")
        assert (code, out) == (2, "")
        assert "terms/bad.toml:2:" in err
        assert "terms/worse.toml:1:" in err
    assert run(capsys, "validate", "nothing")[0] == 2
    code, _, err = run(capsys, "validate", "--no-builtin")
    assert (code, "--no-builtin leaves no glossary" in err) == (2, True)


def test_a_folder_that_is_also_configured_has_its_faults_told_once(
    terms: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("khihau.toml").write_text('glossary = ["terms"]\n', "utf-8")
    assert run(capsys, "validate", "terms", "--builtin")[0] == 0
    (terms / "bad.toml").write_text('id = "bad"\nstatus = 1\n', "utf-8")
    code, _, err = run(capsys, "validate", "terms", "--builtin")
    assert (code, err.count("terms/bad.toml:2:")) == (2, 1)


@pytest.mark.usefixtures("terms")
def test_configured_layers_are_validated_too(capsys: pytest.CaptureFixture[str]) -> None:
    Path("khihau.toml").write_text('glossary = ["terms"]\n', "utf-8")
    _, out, _ = run(capsys, "validate")
    assert f"{len(built_in()) + 1} concepts" in out
    assert run(capsys, "validate", "--no-builtin")[1] == "1 concept, 3 labels: no problems.\n"


# --- test -----------------------------------------------------------------------------------------


def test_a_failing_example_shows_both(terms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "test", "terms") == (0, "3 examples of 1 concept: all pass.\n", "")
    file = terms / "markets" / "green-roof.toml"
    wrong = GOOD.replace("⟦옥상녹화⟧를", "⟦옥상녹화를⟧")
    more = '\n[[counterexample]]\nlang = "en"\ntext = "A green roof."\n'
    file.write_text(wrong + more, "utf-8")
    code, out, _ = run(capsys, "test", str(file), "--builtin")
    assert code == 1
    assert out == (
        "terms/markets/green-roof.toml: example[2]: the marks are not the hits\n"
        "    expected  여러 나라가 ⟦옥상녹화를⟧ 도입하였다.\n"
        "    found     여러 나라가 ⟦옥상녹화⟧를 도입하였다.\n"
        "terms/markets/green-roof.toml: counterexample[1]: the marks are not the hits\n"
        "    expected  A green roof.\n"
        "    found     A ⟦green roof⟧.\n"
        "4 examples of 1 concept: 2 failed.\n"
    )


def test_which_hits_count() -> None:
    def match(start: int, end: int, concept: str, *inner: Match, others: str = "") -> Match:
        return Match(
            start=start,
            end=end,
            text="x" * (end - start),
            concept=concept,
            label="x",
            lang="en",
            kind="full",
            status="preferred",
            how="exact",
            inner=inner,
            alternatives=tuple(others.split()),
        )

    found = [
        match(0, 5, "own", match(1, 2, "own")),
        match(6, 9, "other", match(7, 8, "own")),
        match(9, 10, "other", others="other own"),
    ]
    text = "abcde abcde"
    label = Label(lang="en", text="x", status="preferred")

    def shown(**examples: tuple[Example, ...]) -> list[str]:
        concept = Concept(id="own", labels=(label,), **examples)  # type: ignore[arg-type]
        return [item.found for item in failures([concept], lambda _, __: found)]

    assert shown(examples=(Example("en", text),)) == ["⟦abcde⟧ a⟦b⟧c⟦d⟧e"]
    assert shown(examples=(Example("en", "⟦abcde⟧ a⟦b⟧c⟦d⟧e"),)) == []
    assert shown(counterexamples=(Example("en", text),)) == ["⟦abcde⟧ abc⟦d⟧e"]


def test_marks() -> None:
    assert marked("a ⟦b⟧ c⟦d⟧") == ("a b cd", [(2, 3), (5, 6)])
    assert marked("⟧ ⟦a") == (" a", [])
    assert with_marks(*marked("a ⟦b⟧ c⟦d⟧")) == "a ⟦b⟧ c⟦d⟧"


# --- stats and list -------------------------------------------------------------------------------


def test_stats(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "stats")
    assert code == 0
    assert out.startswith(f"{len(built_in())} concepts, {len(built_in().sources)} sources, ")
    assert "Preferred labels by their best source" in out
    found = stats(built_in())
    labels = [label for concept in built_in().concepts for label in concept.labels]
    preferred = [label for label in labels if label.status == "preferred"]
    assert sum(sum(counts.values()) for counts in found.labels.values()) == len(labels)
    assert sum(found.reliability.values()) == len(preferred)
    assert sum(share.total for share in found.sourced_by_lang.values()) == len(preferred)
    assert sum(share.total for share in found.sourced_by_domain.values()) == len(preferred)
    sourced = len([label for label in preferred if label.source])
    assert sum(share.having for share in found.sourced_by_domain.values()) == sourced


def test_list(terms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "list")
    rows = [line.split("\t") for line in out.splitlines()]
    assert (code, len(rows), {len(row) for row in rows}) == (0, len(built_in()), {4})
    mine = run(capsys, "list", "--glossary", str(terms), "--domain", "markets", "--lang", "ko")[1]
    assert "green-roof\t옥상녹화\n" in mine
    code, _, err = run(capsys, "list", "--domain", "none")
    assert (code, "no domain “none”; there are adaptation, " in err) == (2, True)


# --- new ------------------------------------------------------------------------------------------

NEW = (
    *("new", "carbon-levy", "--domain", "markets"),
    *("--en", "carbon levy", "--vi", 'phí "các-bon"', "--ko", "탄소 부담금"),
)


def test_new_writes_a_valid_file(terms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--acronym", "CL", "--definition-en", "A levy.", "--source-vi", "luat-bvmt-2020")
    examples = (
        "--example-en",
        "Many have a carbon levy (CL).",
        "--example-ko",
        "⟦탄소 부담금⟧이다.",
    )
    code, out, _ = run(capsys, *NEW, *given, *examples, "--into", "terms")
    assert (code, out) == (
        0,
        (
            "terms/markets/carbon-levy.toml: written.\n"
            "  To write above the first [[label]]: definition.vi, definition.ko\n"
            "  Unverified until they have a source: carbon levy, CL, 탄소 부담금\n"
            "  To replace by a whole sentence: example: vi\n"
        ),
    )
    concept = load_glossary(terms, builtin=False)["carbon-levy"]
    assert (concept.domain, dict(concept.definition)) == ("markets", {"en": "A levy."})
    assert [(label.lang, label.text, label.kind) for label in concept.labels] == [
        ("en", "carbon levy", "full"),
        ("mul", "CL", "acronym"),
        ("vi", 'phí "các-bon"', "full"),
        ("ko", "탄소 부담금", "full"),
    ]
    assert [example.text for example in concept.examples] == [
        "Many have a ⟦carbon levy⟧ (⟦CL⟧).",
        '⟦phí "các-bon"⟧',
        "⟦탄소 부담금⟧이다.",
    ]
    for command in ("validate", "test"):
        assert run(capsys, command, "terms/markets/carbon-levy.toml", "--builtin")[0] == 0


def test_new_makes_the_folder(terms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, *NEW)[0] == 0
    assert (terms.parent / "glossary" / "markets" / "carbon-levy.toml").is_file()


NAMED = (
    "new-one",
    "--domain",
    "x",
    "--en",
    "Paris Agreement",
    "--vi",
    "tiền b",
    "--ko",
    "탄소 벌금",
)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "a concept needs the ID; on a terminal khihau asks for it"),
        (("new-one", "--en", "a"), "a concept needs --domain"),
        (("green-roof", "--domain", "x", "--en", "a"), "terms/markets/green-roof.toml is there"),
        (("ndc", "--domain", "x", "--en", "a"), "“ndc” is a concept already, in "),
        (("Bad_Id", "--domain", "x", "--en", "a"), "“Bad_Id” is not kebab-case"),
        (("a/../b", "--domain", "x", "--en", "a"), "is not kebab-case"),
        (("new-one", "--domain", "../x", "--en", "a"), "--domain: “../x” is not kebab-case"),
        (("new-one", "--domain", "x"), "label: no preferred label in vi"),
        (("new-one", "--domain", "x", "--en", "a"), "label: no preferred label in ko"),
        (NAMED, '"Paris Agreement" is a label of paris-agreement too'),
        ((*NAMED, "--example-vi", "Một câu."), "example[2].text: no hit is marked"),
        ((*NAMED, "--example-ko", "⟦Một⟧ câu."), "example[3]: the marks are not the hits"),
        ((*NAMED, "--source-vi", "none"), 'label[2].source: no source "none"'),
        (("new-one", "--domain", "x", "--en", "  "), "nothing was written"),
        (("new-one", "--domain", "x", "--en", "a {x}"), "nothing was written"),
    ],
)
def test_new_refuses(
    terms: Path, arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "new", *arguments, "--into", "terms")
    assert (code, out) == (2, "")
    assert message in err
    assert [file.name for file in terms.rglob("*.toml")] == ["green-roof.toml"]


def test_new_asks_on_a_terminal(tmp_path: Path) -> None:
    answers = (
        *("carbon levy", "phí các-bon", "탄소 부담금", "Carbon Levy", "", "markets"),
        *(
            "",
            "",
            "none",
            "",
            "",
            "A levy.",
            "",
            "",
            "no",
            "A carbon levy.",
            "",
            "탄소 부담금이다.",
        ),
    )
    screen, code = on_a_terminal(["glossary", "new"], answers, tmp_path)
    assert code == 0, screen
    assert "Error: “Carbon Levy” is not kebab-case; write a-z, 0-9 and single hyphens" in screen
    assert "Error: no key of sources.toml" in screen
    assert "Error: “carbon levy” is not in it" in screen
    concept = load_glossary(tmp_path / "glossary", builtin=False)["carbon-levy"]
    assert dict(concept.definition) == {"en": "A levy."}
    assert [example.text for example in concept.examples] == [
        "A ⟦carbon levy⟧.",
        "⟦phí các-bon⟧",
        "⟦탄소 부담금⟧이다.",
    ]


def test_new_asks_only_for_what_is_left_open(tmp_path: Path) -> None:
    options = ("--acronym", "", "--source-en", "", "--source-vi", "")
    screen, code = on_a_terminal(["glossary", *NEW, *options], ("\x04",), tmp_path)
    assert (code, "Source of the Korean name" in screen, "English name:" in screen) == (
        2,
        True,
        False,
    )
    assert "Traceback" not in screen
    assert not (tmp_path / "glossary").exists()


def on_a_terminal(
    arguments: Sequence[str], answers: Sequence[str], folder: Path
) -> tuple[str, int]:
    """Run khihau at a terminal, give each answer to the question that stands there."""
    terminal, other_end = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "khihau", *arguments],
        cwd=folder,
        stdin=other_end,
        stdout=other_end,
        stderr=other_end,
    )
    os.close(other_end)
    screen = b""
    for answer in (*answers, None):
        while not screen.endswith(b": ") or answer is None:
            try:
                read = os.read(terminal, 4096)
            except OSError:  # the other end is closed
                read = b""
            if not read:
                break
            screen += read
        if answer is not None:
            screen += b"|"
            os.write(terminal, f"{answer}\n".encode())
    os.close(terminal)
    return screen.decode(), child.wait(timeout=60)
