"""preferred-only: an admitted name where an act or a UN document should have the preferred one.

What it finds: a full name that the glossary admits, in a text of which each name must be the official
one. It is told where an official text (a law, a treaty, an international body, of proper names also a
government) has the preferred name and none is known to have the other, and where the two are rivals as
in mixed-labels: proper names of which a word differs, and terms of which one word stands in the place
of another. One finding a name, at its first place, with the count. A name that mixed-labels tells is
told there alone. Terms are a thing apart (`preferred-only/terms`): an admitted one may mean a little else.

A thing apart, for all kinds of text, are unofficial names of treaties, bodies and plans that newspapers
have and that mislead nobody (파리기후협약: `preferred-only/press-form`, a label with `scope = ["press"]`),
whatever the sources say; press words for plain things (석탄화력) are left alone.

Left alone are acronyms and short forms; names of another law or country (`scope`), of their time
(`until`), narrower or broader ones (`sense`) and those with another meaning (`homonym`); a name that
holds the preferred one or is held by it, in other grammar or spelling too; one that cites a number;
plain words; one that the text puts beside the preferred one, A (B), or sets up as a short name;
titles, quoted speech and names in another language than their sentence's.

Why it matters: a reader of an act takes two names for two things, also where the second stands in
another act. In the press good writers vary, so the rule is for legal and official texts. The fix
(suggested) writes the preferred name at all its places; particles, articles, plural and case agree.

The law on it: rule C18 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Cơ sở nhập khẩu khí tự nhiên hóa lỏng phải báo cáo. | Cơ sở nhập khẩu khí thiên nhiên hóa lỏng phải báo cáo. |
| ko | 청정개발메커니즘 사업을 등록한다. | 청정개발체제 사업을 등록한다. |
| en | Parties to the Biodiversity Convention met. | Parties to the Convention on Biological Diversity met. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.model import OFFICIAL
from khihau.review.base import Checked, Rule, finding, is_judged_name
from khihau.review.names_used import names_used, note, stands
from khihau.review.official_names import sources_of, wrong_name
from khihau.review.rival_names import gives_way, is_unofficial, label_of
from khihau.review.spellings import as_written_here
from khihau.termbase.official import official_label
from khihau.termbase.proper_names import has_proper_name
from khihau.termbase.stats import best_reliability

if TYPE_CHECKING:
    from khihau.model import Concept, Finding, Label, Match, Termbase

__all__ = ["RULE"]

_BINDING = OFFICIAL - {"government"}


def _find(checked: Checked) -> Iterator[Finding]:
    yield from _press_forms(checked)
    customs = checked.customs
    if any(customs.ruling(RULE.name, aspect).severity for aspect in ("", "terms")):
        yield from _admitted(checked)


def _press_forms(checked: Checked) -> Iterator[Finding]:
    """The names that only newspapers have, each at its place as a wrong name is."""
    for match in checked.matches:
        if (
            match.is_press
            and match.status == "admitted"
            and not match.alternatives
            and is_judged_name(checked.document, match.start, match.end)
            and _is_unofficial(checked.base[match.concept], match)
        ):
            what = "an unofficial form"
            yield wrong_name(checked, match, RULE.name, what, aspect="press-form")


def _is_unofficial(concept: Concept, match: Match) -> bool:
    preferred = official_label(concept, match.lang, numbered=match.number is not None)
    label = label_of(concept, match.label, match.lang)
    return preferred is not None and is_unofficial(concept, label, preferred)


def _admitted(checked: Checked) -> Iterator[Finding]:
    """The names that give way to an official one, in a text where each should be that."""
    set_up = {(entry.start, entry.end) for entry in checked.ledger.short_names}
    for key, places in names_used(checked).items():
        concept: Concept | None = None
        for text, matches in places.matches.items():
            if matches[0].status != "admitted":
                continue  # nearly all: their concepts need not be read
            concept = concept or checked.base[key.concept]
            label = label_of(concept, text, key.lang)
            preferred = official_label(concept, key.lang, numbered=key.numbered)
            if (
                preferred is not None
                and (preferred.lang, preferred.numbered) == (key.lang, key.numbered)
                and gives_way(concept, label, preferred)
                and _is_the_official_one(checked.base, concept, label, preferred)
                and preferred.text not in places.told_with(text)
                and set_up.isdisjoint((match.start, match.end) for match in matches)
            ):
                yield _finding(checked, concept, label, preferred, matches)


def _is_the_official_one(base: Termbase, concept: Concept, label: Label, preferred: Label) -> bool:
    """Whether an official text has the preferred name, and none is known that has the other.

    A government calls a body by its name; for a word of the language it is one writer among several.
    """
    fixing = OFFICIAL if has_proper_name(concept) else _BINDING
    is_known = best_reliability(label, base) in OFFICIAL
    return best_reliability(preferred, base) in fixing and not is_known


def _finding(
    checked: Checked, concept: Concept, label: Label, preferred: Label, matches: list[Match]
) -> Finding:
    from khihau.review.replacing import name_for, renamed_all  # most texts have no such name

    first = matches[0]
    words = as_written_here(
        checked.families(), preferred.text, first.lang, is_proper=has_proper_name(concept)
    )
    return finding(
        checked,
        RULE.name,
        (first.start, first.end),
        f"{stands(first.text, len(matches))}; the glossary admits it, official texts have the preferred name: "
        f"write “{name_for(first, words) or words}”{note(label)}",
        concept.id,
        aspect="" if has_proper_name(concept) else "terms",
        source=sources_of(preferred),
        fix=renamed_all(checked, matches, words),
    )


RULE = Rule(
    "preferred-only",
    "an admitted name where the preferred one should stand",
    _find,
)
