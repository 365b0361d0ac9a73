"""`khihau glossary propose`, `proposals` and `approve`: a name that a committee decides on."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from khihau.cli.main import main
from khihau.termbase.load import load_glossary

TERM = """# ours
id = "roof-levy"

# the Vietnamese name
[[label]]
lang = "vi"
text = "phí mái nhà"
status = "preferred"  # voted
source = "law"

[[label]]
lang = "en"
text = "roof levy"
status = "preferred"

[[label]]
lang = "ko"
text = "지붕 부담금"
status = "preferred"

[[example]]
lang = "vi"
text = "Thu ⟦phí mái nhà⟧ từ năm nay."

[[example]]
lang = "en"
text = "They pay a ⟦roof levy⟧ now."

[[example]]
lang = "ko"
text = "올해 ⟦지붕 부담금⟧을 낸다."
"""
SOURCES = '[law]\ntitle = "Luật"\n\n[minutes-12]\ntitle = "Biên bản 12"\n'
NEW = "lệ phí mái nhà"
FILE = "g/proposals/roof-levy-vi-1.toml"

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "g" / "finance").mkdir(parents=True)
    (tmp_path / "g" / "finance" / "roof-levy.toml").write_text(TERM, "utf-8")
    (tmp_path / "g" / "sources.toml").write_text(SOURCES, "utf-8")
    (tmp_path / "khihau.toml").write_text('builtin = false\nglossary = ["g"]\n', "utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    assert folder

    def glossary(*args: str) -> tuple[int, str]:
        code = main(["glossary", *args])
        out, err = capsys.readouterr()
        return code, out + err

    return glossary


def propose(run: Run, *more: str, text: str = NEW, lang: str = "vi") -> tuple[int, str]:
    given = ("--lang", lang, "--text", text, "--into", "g", "--by", "Phòng Biên dịch")
    status = () if "--status" in more else ("--status", "preferred")
    return run("propose", "roof-levy", *given, *status, "--on", "2026-11-02", *more)


def approve(run: Run, *more: str, file: str = FILE) -> tuple[int, str]:
    return run("approve", file, "--by", "Hội đồng", "--on", "2026-11-30", *more)


WHOLE = ("--source", "law, Điều 3", "--reason", "Luật viết thế.")


def tree(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_text("utf-8") for file in files}


def test_a_proposal_is_one_file_and_no_part_of_the_glossary(folder: Path, run: Run) -> None:
    before = tree(folder)
    code, said = propose(run, *WHOLE, "--note", "Ghi chú.", "--former", "deprecated")
    assert (code, said) == (0, f"{FILE}: written.\n")
    after = tree(folder)
    assert after.pop(FILE) == (
        "# No part of the glossary until `khihau glossary approve` writes it there.\n"
        'concept = "roof-levy"\n'
        'former = { text = "phí mái nhà", status = "deprecated" }\n'
        "\n"
        "[label]\n"
        'lang = "vi"\n'
        f'text = "{NEW}"\n'
        'status = "preferred"\n'
        'source = { id = "law", at = "Điều 3" }\n'
        'note.vi = "Ghi chú."\n'
        'decision = { by = "Phòng Biên dịch", on = 2026-11-02, status = "proposed",'
        ' reason = "Luật viết thế." }\n'
    )
    assert after == before
    assert len(load_glossary("g", builtin=False).concepts) == 1


def test_an_approved_one_is_written_and_all_other_lines_stay(folder: Path, run: Run) -> None:
    propose(run, *WHOLE)
    code, said = approve(run, "--minutes", "minutes-12")
    assert (code, said) == (
        0,
        (
            f"g/finance/roof-levy.toml: “{NEW}” is preferred in vi, “phí mái nhà” admitted.\n"
            f"{FILE}: approved; it stays as the record.\n"
        ),
    )
    decision = (
        "decision = [\n"
        '  { by = "Phòng Biên dịch", on = 2026-11-02, status = "proposed", reason = "Luật viết thế." },\n'
        '  { by = "Hội đồng", on = 2026-11-30, status = "approved", minutes = "minutes-12" },\n'
        "]\n"
    )
    label = f'[[label]]\nlang = "vi"\ntext = "{NEW}"\nstatus = "preferred"\n'
    label += f'source = {{ id = "law", at = "Điều 3" }}\n{decision}'
    old = 'status = "admitted"  # voted\nsource = "law"\n'
    told = TERM.replace('status = "preferred"  # voted\nsource = "law"\n', f"{old}\n{label}", 1)
    files = tree(folder)
    assert files["g/finance/roof-levy.toml"] == told
    assert files[FILE].endswith(decision)
    assert run("validate", "g") == (0, "1 concept, 4 labels: no problems.\n")
    assert run("proposals", "--into", "g") == (0, "0 open proposals.\n")


def test_lookup_says_who_decided(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    propose(run, *WHOLE)
    approve(run, "--minutes", "minutes-12")
    assert main(["lookup", NEW]) == 0
    out = capsys.readouterr().out
    assert "         proposed: 2026-11-02 by Phòng Biên dịch: Luật viết thế.\n" in out
    assert "         approved: 2026-11-30 by Hội đồng (minutes: Biên bản 12)\n" in out


def test_a_name_that_is_there_gets_another_status(folder: Path, run: Run) -> None:
    propose(run, *WHOLE, "--status", "admitted")
    approve(run)
    assert propose(run, *WHOLE, "--on", "2026-11-30")[0] == 0
    assert approve(run, file=FILE.replace("-1", "-2"))[0] == 0
    base = load_glossary("g", builtin=False)
    old, new = (one for one in base["roof-levy"].labels if one.lang == "vi")
    assert (old.status, new.status) == ("admitted", "preferred")
    statuses = [one.status for one in new.decision]
    assert statuses == ["proposed", "approved", "proposed", "approved"]
    assert new.decision[-1].on == datetime.date(2026, 11, 30)
    assert "# the Vietnamese name\n" in tree(folder)["g/finance/roof-levy.toml"]


def test_a_glossary_above_gets_a_file_that_lies_over_it(folder: Path, run: Run) -> None:
    propose(run, *WHOLE)
    (folder / "ours").mkdir()
    (folder / "g" / "proposals").rename(folder / "ours" / "proposals")
    code, _ = approve(run, file=FILE.replace("g/", "ours/"))
    assert code == 0
    assert tree(folder)["g/finance/roof-levy.toml"] == TERM
    concept = load_glossary("g", "ours", builtin=False)["roof-levy"]
    statuses = {one.text: one.status for one in concept.labels if one.lang == "vi"}
    assert statuses == {"phí mái nhà": "admitted", NEW: "preferred"}


def with_labels(folder: Path, *labels: str) -> Path:
    """The file of the concept with more labels at its end."""
    file = folder / "g" / "finance" / "roof-levy.toml"
    tables = (f"[[label]]\nlang = {label}\n" for label in labels)
    file.write_text(TERM + "\n" + "\n".join(tables), "utf-8")
    return file


SHORT = '"vi"\ntext = "phí mái"\nstatus = "admitted"\nkind = "short"'


def test_a_short_name_takes_no_place_of_a_full_one(folder: Path, run: Run) -> None:
    file = with_labels(folder, SHORT)
    assert propose(run, *WHOLE, text="phí mái")[0] == 0
    assert "former" not in (folder / FILE).read_text("utf-8")
    assert approve(run)[0] == 0
    text = file.read_text("utf-8")
    assert 'status = "preferred"  # voted' in text
    assert 'text = "phí mái"\nstatus = "preferred"\nkind = "short"' in text


def test_a_short_name_may_become_the_full_one(folder: Path, run: Run) -> None:
    file = with_labels(folder, SHORT)
    assert propose(run, *WHOLE, "--kind", "full", text="phí mái")[0] == 0
    told = (folder / FILE).read_text("utf-8")
    assert 'former = { text = "phí mái nhà", status = "admitted" }' in told
    assert 'kind = "full"' in told
    assert approve(run)[0] == 0
    text = file.read_text("utf-8")
    assert 'status = "admitted"  # voted' in text
    assert 'text = "phí mái"\nstatus = "preferred"\nsource' in text


def test_one_name_of_two_kinds_may_be_proposed_as_another_kind(folder: Path, run: Run) -> None:
    with_labels(folder, SHORT)
    more = ("--status", "admitted", *WHOLE)
    assert propose(run, *more, text="phí mái")[0] == 2
    assert propose(run, *more, "--kind", "full", text="phí mái")[0] == 0


@pytest.mark.parametrize(
    ("more", "former"),
    [((), "지붕 부담금"), (("--of", "KR"), "한국 지붕세"), (("--of", "VN"), None)],
)
def test_a_name_takes_the_place_of_one_of_its_country(
    folder: Path, run: Run, more: tuple[str, ...], former: str | None
) -> None:
    with_labels(folder, '"ko"\ntext = "한국 지붕세"\nstatus = "preferred"\nof = "KR"')
    assert propose(run, *WHOLE, *more, text="지붕세", lang="ko")[0] == 0
    told = (folder / FILE.replace("vi", "ko")).read_text("utf-8")
    assert [line for line in told.splitlines() if line.startswith("former")] == (
        [f'former = {{ text = "{former}", status = "admitted" }}'] if former else []
    )
    assert approve(run, file=FILE.replace("vi", "ko"))[0] == 0


def test_comments_of_a_name_stay_beside_those_of_its_proposal(folder: Path, run: Run) -> None:
    comment = '[[label.comment]]\nby = "A"\non = 2026-01-01\ntext = "cũ"'
    file = with_labels(folder, f'"vi"\ntext = "{NEW}"\nstatus = "admitted"\n{comment}')
    propose(run, *WHOLE)
    with (folder / FILE).open("a", encoding="utf-8") as told:
        told.write(comment.replace("cũ", "mới") + "\n")
    assert approve(run)[0] == 0
    text = file.read_text("utf-8")
    assert text.index('text = "cũ"') < text.index('text = "mới"')


def test_decisions_may_be_tables_in_both_files(folder: Path, run: Run) -> None:
    decision = (
        '[[label.decision]]\nby = "A"\non = 2026-01-01\nstatus = "proposed"\nreason = "r"  # why'
    )
    file = with_labels(
        folder, f'"vi"\ntext = "{NEW}"\nstatus = "admitted"\nsource = "law"\n{decision}'
    )
    propose(run, *WHOLE)
    lines = (folder / FILE).read_text("utf-8").splitlines()
    told = [line for line in lines if not line.startswith("decision")]
    (folder / FILE).write_text("\n".join((*told, decision, "")), "utf-8")
    assert approve(run, "--minutes", "minutes-12")[0] == 0
    for words in (file.read_text("utf-8"), (folder / FILE).read_text("utf-8")):
        assert "# why\ndecision = [\n" in words
    assert run("validate", "g")[0] == 0
    assert run("proposals", "--into", "g") == (0, "0 open proposals.\n")


REFUSED_PROPOSALS = [
    (("--source", "lwa"), '--source: no source "lwa" in sources.toml (did you mean "law"?)'),
    (("--text", "phí mái nhà"), "“phí mái nhà” is preferred in vi already, in g/finance"),
    (("--text", " lệ phí "), '--text: " lệ phí " has a space too many (at its ends or doubled)'),
    (("--text", "toà nhà"), '--text: "toà" has its tone on the second vowel'),
    (("--text", "{n}"), '--text: "{n}" is only a number'),
    (("--source", ",Điều 3"), '--source: "" is empty'),
    (("--by", " "), '--by: " " is empty'),
    (("--by", "A\nB"), "--by: holds a line break or another character that nobody sees"),
    (("--text", "a\udcff"), "--text: holds a line break or another character"),
    (("--reason", ""), '--reason: "" is empty'),
    (("--note", ""), '--note: "" is empty'),
    (("--of", "XX"), '--of: "XX" is no country'),
    (("--on", "2999-01-01"), "--on: 2999-01-01 has not come"),
    (("--status", "official"), "official"),
    (
        ("--text", "phí mái nhà", "--status", "deprecated"),
        "--status: would leave the concept without a preferred full name in vi",
    ),
    (("--status", "admitted", "--former", "admitted"), "--former: “roof-levy” has no preferred"),
]


@pytest.mark.parametrize(("more", "message"), REFUSED_PROPOSALS)
def test_a_refused_proposal_writes_nothing(
    folder: Path, run: Run, more: tuple[str, ...], message: str
) -> None:
    before = tree(folder)
    code, said = propose(run, *more)
    assert code == 2
    assert message in said
    assert tree(folder) == before
    assert not (folder / "g" / "proposals").exists()


def test_a_concept_that_is_not_there_has_no_proposals(folder: Path, run: Run) -> None:
    given = ("--lang", "vi", "--text", "x", "--status", "admitted", "--by", "A", "--into", "g")
    code, said = run("propose", "roof-levi", *given)
    assert (code, 'CONCEPT: no concept "roof-levi" (did you mean "roof-levy"?)' in said) == (
        2,
        True,
    )
    assert not (folder / "g" / "proposals").exists()


def test_letters_are_composed(folder: Path, run: Run) -> None:
    assert propose(run, *WHOLE, text="le\u0323\u0302 phi\u0301 ma\u0301i nha\u0300")[0] == 0
    assert f'text = "{NEW}"' in (folder / FILE).read_text("utf-8")
    assert approve(run)[0] == 0


def test_what_is_proposed_already_is_refused(run: Run) -> None:
    propose(run, *WHOLE)
    code, said = propose(run, text="le\u0323\u0302 phi\u0301 ma\u0301i nha\u0300")
    assert code == 2
    assert f"{FILE} proposes" in said
    assert propose(run, text="thuế mái nhà")[1].startswith(FILE.replace("-1", "-2"))


REFUSED_APPROVALS = [
    ('source = { id = "law", at = "Điều 3" }\n', "", "label.source: missing"),
    (', reason = "Luật viết thế."', "", "label.decision: has no reason"),
    ('"roof-levy"', '"roof-lovy"', 'concept: no concept "roof-lovy" (did you mean "roof-levy"?)'),
    ('id = "law"', 'id = "lwa"', 'label.source: no source "lwa" in sources.toml'),
    ('status = "preferred"', 'status = "official"', 'label.status: "official" is not allowed'),
    ('former = { text = "phí mái nhà", status = "admitted" }\n', "", "a second preferred name"),
    ('"phí mái nhà"', '"phí nhà"', 'former: the concept has no name "phí nhà" in vi'),
    (
        'status = "preferred"',
        'status = "preferred"\nkind = "short"',
        'former: "phí mái nhà" is not the preferred name whose place the proposed one takes',
    ),
    ('status = "preferred"', 'status = "admitted"', 'former: "phí mái nhà" is not the preferred'),
    ('status = "proposed"', 'status = "approved"', "label.decision: was approved already"),
    ("[label]", "[lable]", "lable: unknown key"),
    (NEW, "lệ phí mái  nhà", "has a space too many"),
    ("concept =", "concept", "not valid TOML"),
]


@pytest.mark.parametrize(("old", "new", "message"), REFUSED_APPROVALS)
def test_a_refused_approval_writes_nothing(
    folder: Path, run: Run, old: str, new: str, message: str
) -> None:
    propose(run, *WHOLE)
    file = folder / FILE
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    before = tree(folder)
    code, said = approve(run)
    assert code == 2
    assert message in said
    assert FILE in said
    assert tree(folder) == before


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (("--by", " "), "--by: is empty"),
        (("--minutes", "minutes-13"), '--minutes: "minutes-13" is no source'),
        (("--minutes", "https://x y"), '--minutes: "https://x y" is no source'),
        (("--minutes", ""), '--minutes: "" is no source'),
        (("--minutes", "https://x\n"), "--minutes: holds a line break"),
        (("--by", "X\nY"), "--by: holds a line break"),
        (("--on", "2026-11-01"), "--on: 2026-11-01 is before the day of the proposal, 2026-11-02"),
        (("--on", "2999-01-01"), "has not come"),
    ],
)
def test_a_wrong_option_of_approve_writes_nothing(
    folder: Path, run: Run, more: tuple[str, ...], message: str
) -> None:
    propose(run, *WHOLE)
    before = tree(folder)
    code, said = approve(run, *more)
    assert (code, message in said, tree(folder) == before) == (2, True, True)


def test_nothing_is_approved_twice(folder: Path, run: Run) -> None:
    propose(run, *WHOLE)
    approve(run)
    before = tree(folder)
    code, said = approve(run)
    assert code == 2
    assert "was approved already, on 2026-11-30 by Hội đồng" in said
    assert tree(folder) == before


def test_another_name_that_became_preferred_meanwhile_is_not_replaced(run: Run) -> None:
    propose(run, *WHOLE)
    propose(run, *WHOLE, text="thuế mái nhà")
    assert approve(run, file=FILE.replace("-1", "-2"))[0] == 0
    code, said = approve(run)
    assert code == 2
    assert 'would be a second preferred name in vi beside "thuế mái nhà"' in said


def test_a_file_elsewhere_is_no_proposal(folder: Path, run: Run) -> None:
    (folder / "a.toml").write_text("", "utf-8")
    code, said = approve(run, file="a.toml")
    assert (code, "lies in no folder “proposals”" in said) == (2, True)
    for file, what in (("none.toml", "no such file"), ("../proposals", "is a folder")):
        (folder / "g" / "proposals").mkdir(exist_ok=True)
        code, said = approve(run, file=f"g/proposals/{file}")
        assert (code, f"g/proposals/{file}: {what}; khihau glossary proposals" in said) == (2, True)


def test_the_list_says_what_is_lacking(run: Run) -> None:
    propose(run)
    assert run("proposals", "--into", "g") == (
        0,
        (
            f"{FILE}: roof-levy, vi: “{NEW}” preferred; proposed on 2026-11-02 by Phòng Biên dịch\n"
            "  roof-levy-vi-1.toml:5: label.source: missing; only a name with a source is approved"
            ' (write source = "…", a key of sources.toml)\n'
            "  roof-levy-vi-1.toml:9: label.decision: has no reason; only what has one is approved"
            ' (write reason = "…" into it)\n'
            "1 open proposal.\n"
        ),
    )


def test_a_damaged_proposal_hides_no_other(folder: Path, run: Run) -> None:
    propose(run, *WHOLE)
    proposals = folder / "g" / "proposals"
    (proposals / "bad.toml").write_text("x", "utf-8")
    (proposals / "folder.toml").mkdir()
    (proposals / ".#hidden.toml").symlink_to("nowhere")
    (proposals / "gone.toml").symlink_to("nowhere")
    code, said = run("proposals", "--into", "g")
    assert code == 2
    assert f"{FILE}: roof-levy, vi" in said
    assert "1 open proposal.\n" in said
    assert "g/proposals/bad.toml:1: not valid TOML" in said
    assert "g/proposals/gone.toml: cannot be read" in said
    assert "folder.toml" not in said
    assert "hidden" not in said


def test_a_place_without_proposals_is_told_from_one_without_open_ones(
    folder: Path, run: Run
) -> None:
    assert run("proposals", "--into", "g") == (0, "0 open proposals.\n")
    code, said = run("proposals", "--into", "no")
    assert (code, "no: no such folder; name that of the glossary with --into" in said) == (2, True)
    for command in (("proposals",), ("propose", *"x --lang vi --text x --by A".split())):
        status = ("--status", "admitted") if len(command) > 1 else ()
        code, said = run(*command, *status, "--into", "khihau.toml")
        assert (code, "--into khihau.toml: is a file; name a folder" in said) == (2, True)
    (folder / "g" / "proposals").write_text("", "utf-8")
    for code, said in (run("proposals", "--into", "g"), propose(run)):
        assert code == 2
        assert "g/proposals: cannot be read: Not a directory" in said


def test_a_proposal_of_two_names_is_not_parted(folder: Path, run: Run) -> None:
    propose(run, *WHOLE)
    (folder / "hard.toml").hardlink_to(folder / FILE)
    before = tree(folder)
    code, said = approve(run)
    assert (code, f"{FILE}: has 2 names (hard links)" in said) == (2, True)
    assert tree(folder) == before


def at_once(*commands: Sequence[str]) -> None:
    """Run commands of the glossary at one time, each in a process of its own; all must end well."""
    python = (sys.executable, "-m", "khihau", "glossary")
    running = [subprocess.Popen([*python, *command]) for command in commands]
    assert [one.wait(60) for one in running] == [0] * len(commands)


def test_what_several_people_do_at_once_is_all_kept(folder: Path) -> None:
    names = ("phí a", "phí b", "phí c", "phí d")
    given = (*"roof-levy --lang vi --status admitted --by A --into g".split(), *WHOLE)
    at_once(*(("propose", *given, "--text", name) for name in names))
    files = sorted((folder / "g" / "proposals").iterdir())
    assert len(files) == len(names)
    at_once(*(("approve", str(file), "--by", "B") for file in files))
    labels = load_glossary("g", builtin=False)["roof-levy"].labels
    assert sorted(one.text for one in labels if one.lang == "vi") == [*names, "phí mái nhà"]


def test_no_concept_goes_into_the_folder_of_proposals(run: Run) -> None:
    code, said = run("new", "x", "--domain", "proposals", "--en", "x", "--into", "g")
    assert (code, "is the folder of proposals" in said) == (2, True)
