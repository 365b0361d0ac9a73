"""conflicting-definition: an acronym with the full form of something else.

What it finds: a full form beside an acronym that the glossary knows as wrong for it: a forbidden
form, the name of another concept, another session of a conference, or words that only look like a
rendering of it; an acronym, too, that is the right one of its full form but for a slip (NCD for NDC).
A thing apart (`conflicting-definition/second`) is what the glossary cannot know better: the words
spell the acronym but mean something that the glossary does not hold, or the text gives an acronym of
its own a second, different meaning. Left alone are quoted speech and titles of works,
outdated names (see deprecated-label), other admitted names of the concept, and words before a
bracket that are no name at all (see unofficial-expansion).

Why it matters: readers look an acronym up by its full form, and from there on read every use of it
with that meaning. No fix is offered, since only the writer knows which of the two was meant; where
a form is forbidden, forbidden-label finds the same words and offers the right ones.

The law on it: rule A6 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Việt Nam ký Thỏa thuận Paris (NDC) năm 2016. | Việt Nam nộp đóng góp do quốc gia tự quyết định (NDC) theo Thỏa thuận Paris. |
| ko | 정부는 파리협정(NDC)을 비준했다. | 정부는 국가결정기여(NDC)를 제출했다. |
| en | The Paris Agreement (NDC) was signed in 2015. | A nationally determined contribution (NDC) is due under the Paris Agreement. |
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khihau.languages.known_acronyms import known_bodies
from khihau.model import ALLOWED
from khihau.review.base import Checked, Rule, finding, is_judged, match_around
from khihau.review.full_forms import second_meanings, slips
from khihau.review.official_names import written_out
from khihau.text.letters import letters_of, unspaced

if TYPE_CHECKING:
    from khihau.ledger import Event, Use
    from khihau.model import Finding, Match

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    for event in checked.ledger.events:
        form = event.use.expansion
        if event.entry.kind != "conflicting" or not form or not is_judged(checked.document, *form):
            continue
        use = event.use
        if _is_joined_otherwise(checked, use, form):
            continue
        name = written_out(checked, use, checked.document.text[slice(*form)])
        wrong = _wrong_by_the_base(checked, use, form)
        yield finding(
            checked,
            RULE.name,
            form,
            _message(checked, event, wrong, name.advice if name else ""),
            use.concept,
            aspect="" if wrong else "second",
            source=name.source if name else None,
        )

    for use, right in slips(checked):
        if is_judged(checked.document, use.start, use.end) and use.expansion:
            words = " ".join(checked.document.text[slice(*use.expansion)].split())
            message = f"{use.acronym} is not the acronym of “{words}”; write {right}"
            yield finding(checked, RULE.name, (use.start, use.end), message, None)
    for use, form in second_meanings(checked):
        if is_judged(checked.document, *form) and not _is_joined_otherwise(checked, use, form):
            name = written_out(checked, use)
            usual = f" ({name.advice})" if name else ""
            message = _second(checked.document.text[slice(*form)], use.acronym, usual)
            yield finding(checked, RULE.name, form, message, use.concept, aspect="second")


def _second(words: str, acronym: str, usual: str) -> str:
    return (
        f"“{' '.join(words.split())}” is not what {acronym} stands for in the glossary{usual}; "
        "write one of the two without the acronym if the text speaks of both"
    )


def _message(checked: Checked, event: Event, wrong: str, advice: str) -> str:
    use, text = event.use, checked.document.text
    words = " ".join(text[slice(*(use.expansion or (0, 0)))].split())
    if wrong:
        message = f"“{words}” is no full form of {use.acronym}: {wrong}"
        return f"{message}; write {advice}" if advice else message
    if use.concept:
        return _second(words, use.acronym, f" ({advice})" if advice else "")
    first = event.definition
    form = " ".join(text[slice(*first.expansion)].split()) if first and first.expansion else ""
    return (
        f"“{words}” is a second meaning of {use.acronym}, which stands for “{form}”; "
        "give it another acronym, or none"
    )


# --- what the glossary says of the words ----------------------------------------------------------


def _wrong_by_the_base(checked: Checked, use: Use, form: tuple[int, int]) -> str:
    """Why the form of an acronym is wrong by the glossary; "" where it cannot tell.

    It cannot where the acronym itself was turned down: its label says that near such words it means
    something else.
    """
    name = _match_at(checked.matches, form)
    if name and not use.concept and use.acronym in known_bodies():
        return _other_concept(checked, name)
    if not use.concept or match_around(checked.matches, use.start, use.end) is None:
        return ""
    if name is None:
        return "it means something else" if _is_listed(checked, use, form) else ""
    if name.concept == use.concept:
        if name.status == "forbidden":
            return "the glossary calls it wrong"
        return f"it is number {name.number}"
    return _other_concept(checked, name)


def _other_concept(checked: Checked, name: Match) -> str:
    """Which concept the words name, and the acronym of that one."""
    labels = checked.base[name.concept].labels
    own = [label for label in labels if label.kind == "acronym" and label.status in ALLOWED]
    first = min(own, key=lambda label: label.status != "preferred", default=None)
    return f"it names another concept, {name.concept}" + (f" ({first.text})" if first else "")


def _is_listed(checked: Checked, use: Use, form: tuple[int, int]) -> bool:
    """Whether the glossary lists the words as a wrong rendering."""
    words = unspaced(checked.document.text[slice(*form)])
    return any(
        label.status in ("mistranslation", "forbidden") and unspaced(label.text) == words
        for label in checked.base[use.concept or ""].labels
    )


def _is_joined_otherwise(checked: Checked, use: Use, form: tuple[int, int]) -> bool:
    """Whether words are a name of the acronym's concept but for hyphens: hydro-chloro-fluoro-carbon."""
    words = letters_of(checked.document.text[slice(*form)])
    labels = checked.base[use.concept].labels if use.concept else ()
    return any(
        label.status in ALLOWED
        and letters_of(label.text) in (words, f"{words}s")  # the label is a plural: HCFCs
        for label in labels
    )


def _match_at(matches: Sequence[Match], span: tuple[int, int]) -> Match | None:
    """The match of exactly these words, which may lie inside a longer one."""
    at = bisect_left(matches, span[1], key=lambda match: match.end)
    match = matches[at] if at < len(matches) and matches[at].start <= span[0] else None
    if match is None or (match.start, match.end) == span:
        return match
    return _match_at(match.inner, span)


RULE = Rule(
    "conflicting-definition",
    "an acronym with the full form of something else",
    _find,
    explains_events=True,
)
