"""Labels that mean less or more than their concept (rule M12), and bodies that are gone (rule C6)."""

from __future__ import annotations

import datetime

import khihau
from khihau.exchange import deepl, omegat
from khihau.exchange.base import Wanted
from khihau.model import Concept, Label, Successor, Termbase
from khihau.render.met import met
from khihau.termbase.official import is_gone, official_label

DAY = datetime.date(2025, 3, 1)
COLD = Concept(
    id="cold-wave",
    labels=(
        Label(lang="vi", text="rét đậm, rét hại", status="preferred"),
        Label(lang="vi", text="rét hại", status="admitted", sense="narrower"),
        Label(lang="vi", text="thời tiết lạnh", status="deprecated", sense="broader"),
        Label(lang="ko", text="한파", status="preferred"),
        Label(lang="mul", text="CDW", status="preferred", kind="acronym"),
    ),
)
BASE = Termbase((COLD,))
OLD = Concept(
    id="old-office",
    labels=(
        Label(lang="en", text="Land Office", status="deprecated", until=datetime.date(2010, 1, 1)),
        Label(lang="en", text="Office of Land and Water", status="deprecated", until=DAY),
        Label(lang="vi", text="Văn phòng Đất Nước", status="preferred"),
        Label(lang="en", text="Office of Lands", status="forbidden"),
    ),
    replaced_by=(Successor("new-office"),),
)
NEW = Concept(
    id="new-office", labels=(Label(lang="en", text="Office of Nature", status="preferred"),)
)


def test_a_match_says_that_it_means_less() -> None:
    matches = khihau.annotate("Vùng núi có rét hại, nơi khác rét đậm, rét hại.", BASE)
    assert [(match.text, match.sense) for match in matches] == [
        ("rét hại", "narrower"),
        ("rét đậm, rét hại", None),
    ]
    (entry,) = met(matches, BASE, ("ko",))
    assert entry.senses == {"rét hại": "narrower"}


def test_a_suggestion_says_that_it_means_less() -> None:
    assert khihau.suggest("rét hại", BASE, None, "ko")[0].sense == "narrower"
    assert khihau.suggest("한파", BASE, None, "vi")[0].sense is None


def test_no_fix_replaces_a_neighbour() -> None:
    (finding,) = khihau.check("Thời tiết lạnh kéo dài nhiều ngày qua.", BASE)
    assert finding.message == (
        "“Thời tiết lạnh” is an outdated name, broader than “rét đậm, rét hại”"
    )
    assert (finding.fix, finding.alternatives) == (None, ())


def test_a_neighbour_is_no_full_form() -> None:
    found = khihau.check("Đợt rét hại (CDW) kéo dài. CDW gây thiệt hại.", BASE)
    assert [one.rule for one in found] == ["unofficial-expansion"]
    assert found[0].fix is None
    assert khihau.check("Đợt rét đậm, rét hại (CDW) kéo dài. CDW gây thiệt hại.", BASE) == []


def test_lists_that_cannot_say_it_leave_a_neighbour_out() -> None:
    for tool, form in (("OmegaT", omegat), ("DeepL", deepl)):
        content, losses = form.export(BASE, Wanted("terms", source="vi", target="ko"))
        assert isinstance(content, str)
        assert "rét đậm, rét hại" in content
        assert not any(line.startswith("rét hại") for line in content.splitlines())
        why = f"2 narrower or broader labels left out: {tool} would take it for the concept itself"
        assert why in map(str, losses)
        backward = form.export(BASE, Wanted("terms", source="ko", target="vi")).content
        assert "thời tiết lạnh" not in str(backward)


def test_a_body_that_is_gone_has_the_name_that_ended_last() -> None:
    assert is_gone(OLD, "en")
    assert not is_gone(OLD, "vi")
    label = official_label(OLD, "en")
    assert label
    assert label.text == "Office of Land and Water"


def test_a_name_of_a_body_that_is_gone() -> None:
    base = Termbase((OLD, NEW))
    options = khihau.Options(date=datetime.date(2026, 6, 1))
    (finding,) = khihau.check("The Office of Land and Water will chair it.", base, options=options)
    assert finding.message == (
        "“Office of Land and Water” is an outdated name (taken as of 1 June 2026, from --date), since "
        "1 March 2025 “Office of Nature”; "
        "write “… (now the Office of Nature)” or “Office of Nature”"
    )
    ways = [finding.fix, *finding.alternatives]
    assert [fix and [edit.text for edit in fix.edits] for fix in ways] == [
        [" (now the Office of Nature)"],
        ["Office of Nature"],
    ]
    assert {fix.safety for fix in ways if fix} == {"suggested"}
    (wrong,) = khihau.check("The Office of Lands was small.", base, options=options)
    assert "write “Office of Land and Water”" in wrong.message


def test_a_body_whose_successor_is_gone_too() -> None:
    middle = Concept(
        id="new-office",
        labels=(Label(lang="en", text="Office of Nature", status="deprecated", until=DAY),),
        replaced_by=(Successor("last"), Successor("nowhere")),
    )
    last = Concept(id="last", labels=(Label(lang="en", text="Earth House", status="preferred"),))
    (finding,) = khihau.check("The Office of Land and Water met.", Termbase((OLD, middle, last)))
    assert "“Earth House”" in finding.message
    round_again = Concept(
        id="new-office", labels=middle.labels, replaced_by=(Successor("old-office"),)
    )
    (finding,) = khihau.check("The Office of Land and Water met.", Termbase((OLD, round_again)))
    assert finding.message == ("“Office of Land and Water” is an outdated name since 1 March 2025")
