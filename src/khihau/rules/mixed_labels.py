"""mixed-labels: one concept under two names in one text, or across the checked files.

Two allowed names of one concept and language that exclude each other, such as Hiệp định Paris and
Thỏa thuận Paris: a reader wonders whether two things are meant. One finding a name that should not
stand, at its first place, with the count; the name to keep is the preferred one, if the text has it,
else the one that it has most, else the first. Across files one more finding is made for a name that
is mixed with none in its own file, but with another one in the set.

Not mixed: an acronym or a short form beside the full name; a name that holds the other (온실가스
배출, 온실가스 배출량), with words in another order or form, or with the country's name; a numbered
session; spellings, case and plural; a name cited by number (Điều 6.8); a name of another law or
country (`scope`), of its time (`until`) or with another meaning (`homonym`); plain words (one
syllable in Vietnamese, two in Korean, one word in English). Nor are two names that the text itself
puts side by side: A (B), A or B, A, còn gọi là B, A와 B.

The fix (suggested) writes the one name wherever the other stands. Korean particles, the English
article and plural, and the case of a headline agree; where one of them is not sure, there is no fix.

The law on it: rule C2 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Việt Nam phê chuẩn Thỏa thuận Paris năm 2016. Hiệp định Paris có hiệu lực cùng năm. | Việt Nam phê chuẩn Thỏa thuận Paris (còn gọi là Hiệp định Paris) năm 2016. |
| ko | 지구 평균 기온이 또 올랐다. 지구 평균온도를 낮추려면 감축이 필요하다. | 지구 평균 기온이 또 올랐다. 지구 평균기온을 낮추려면 감축이 필요하다. |
| en | Korea has an emissions trading system. Viet Nam will pilot an emissions trading scheme. | Korea has an emissions trading system. Viet Nam will pilot emissions trading. |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import Starts
from khihau.match.official import official_label
from khihau.model import ALLOWED
from khihau.rules.base import Checked, Rule, finding, is_judged
from khihau.rules.names import sources_of
from khihau.rules.rivals import Used, is_plain, label_of, rivalries
from khihau.text.positions import Positions
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Concept, Edit, Finding, Fix, Label, Lang, Match

    _Name = Used[list[Match]]

__all__ = ["RULE", "Key", "Places", "advice", "names_used", "note", "often", "stands"]

_GAP = 60  # characters: what ties two names of one thing together is short
_AS_ONE = (
    r"gọi (?:chung |tắt |khác )?là|tức(?: là)?|nghĩa là|nhất là|đặc biệt là|trong đó có|(?:bao )?gồm"
    r"|(?:known|referred to) as|called|that is|i\.e\.|e\.g\.|including|such as|especially"
    r"|이른바|소위|일명|즉|특히|라고도|(?:라고도? )?(?:불리|부르|하)는"
)
_LINK = (
    r"(?:hay|còn|được|thường|cũng|hoặc|và|như|là|các|những|also|or|and|is|are|the|an?|이나|나|이|가|은|는|와|과|및|또는|혹은"
    rf"|을|를|포함한|등)|{_AS_ONE}"
)
# Nothing but words that tie: A và B, A or B, A는 B; or some that belong to the first name, and then
# a word that leaves no doubt: "A về khí hậu (B)", "A of 2015, also called B".
_SIDE_BY_SIDE = regex(rf"(?:[\s,;:/|()（）\[\]·ㆍ=\"'“”‘’*_–—-]|{_LINK})*", re.IGNORECASE)
_GLOSS = regex(rf"(?:[(（\[]|{_AS_ONE})[\s,\"'“‘*_]*\Z", re.IGNORECASE)
_SENTENCE_END = regex(r"[.!?…]\s|\n\s*\n")


class Key(NamedTuple):
    """What the names that may be mixed share: a session's are apart from the family's."""

    concept: str
    lang: Lang
    numbered: bool


class Places(NamedTuple):
    """Where the names of a key stand in the writer's own prose, and those that the text ties together."""

    matches: dict[str, list[Match]]
    told: frozenset[frozenset[str]]

    def told_with(self, label: str) -> tuple[str, ...]:
        """The names that the text says are the same thing as a name, or sets apart from it."""
        return tuple(
            sorted(other for pair in self.told if label in pair for other in pair - {label})
        )


def names_used(checked: Checked) -> dict[Key, Places]:
    """The full names of each concept that a text uses, by label, in the order of their first use."""
    groups: dict[Key, list[Match]] = {}
    segments = Starts(checked.document.segments)
    for match in checked.matches:
        lang = match.lang
        if match.kind != "full" or match.status not in ALLOWED or match.alternatives:
            continue
        if is_plain(match.label, match.lang):
            continue
        # A name in another language than its sentence's is a gloss.
        segment = segments.last(match.start)
        if lang != "mul" and (segment is None or segment.lang in (lang, None)):
            key = Key(match.concept, lang, "{n" in match.label)
            groups.setdefault(key, []).append(match)
    used: dict[Key, Places] = {}
    for key, matches in groups.items():
        places: dict[str, list[Match]] = {}
        for match in matches:
            if is_judged(checked.document, match.start, match.end):
                places.setdefault(match.label, []).append(match)
        if places:
            used[key] = Places(places, _told(checked.document.text, matches))
    return used


def _find(checked: Checked) -> Iterator[Finding]:
    positions = Positions.of(checked.document)
    for concept, name, target in _mixes(checked):
        from khihau.rules.renaming import as_spelled, name_for  # few texts have a mix

        first, other = name.where[0], target.where[0]
        place = positions.named(other.start)
        words = as_spelled(other)
        yield finding(
            checked,
            RULE.name,
            RULE.severity,
            (first.start, first.end),
            f"{stands(first.text, name.times)} beside “{_flat(other.text)}” "
            f"({often(target.times)}, first in {place}); "
            + advice(concept, target.label, name_for(first, words) or words)
            + note(name.label),
            concept.id,
            source=sources_of(target.label),
            fix=_fix(checked, name.where, words),
        )


def _mixes(checked: Checked) -> Iterator[tuple[Concept, _Name, _Name]]:
    """Each name that should not stand, with the one to keep."""
    for key, places in names_used(checked).items():
        if len(places.matches) < 2:
            continue  # nearly all: their concepts need not be read
        concept = checked.base[key.concept]
        names = [
            Used(label_of(concept, label, key.lang), len(matches), matches)
            for label, matches in places.matches.items()
        ]
        for name, target in rivalries(names):
            if target.label.text not in places.told_with(name.label.text):
                yield concept, name, target


def stands(words: str, count: int) -> str:
    """That a name stands so many times."""
    return f"“{_flat(words)}” stands {often(count)}"


def often(count: int) -> str:
    """How often, in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def advice(concept: Concept, target: Label, words: str) -> str:
    """What to write, and which name the glossary prefers where that is another one."""
    said = f"keep one name: write “{words}”"
    official = official_label(concept, target.lang, numbered=target.numbered)
    if target.status == "preferred" or not official or official.numbered != target.numbered:
        return said
    return said if official.numbered else f"{said} (the glossary prefers “{official.text}”)"


def note(label: Label) -> str:
    """What the glossary says of a name, so that the editor may judge."""
    said = label.note.get("en")
    return f" ({said})" if said else ""


def _fix(checked: Checked, matches: Iterable[Match], name: str) -> Fix | None:
    """The edits that write one name everywhere, or none: half of them would mix the names anew."""
    from khihau.model import Fix
    from khihau.rules.renaming import renamed

    edits: list[Edit] = []
    for match in matches:
        new = renamed(checked, match, name)
        if new is None:
            return None
        edits += new
    return Fix("suggested", tuple(edits))


def _told(text: str, matches: Sequence[Match]) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((one.label, other.label))
        for one, other in pairwise(matches)
        if one.label != other.label and _is_told(text[one.end : other.start])
    )


def _is_told(between: str) -> bool:
    """Whether what stands between two names ties them: A (B), A or B, A, còn gọi là B."""
    if len(between) > _GAP or _SENTENCE_END.search(between):
        return False
    return bool(_SIDE_BY_SIDE.fullmatch(between) or _GLOSS.search(between))


def _flat(words: str) -> str:
    return " ".join(words.split())


RULE = Rule(
    "mixed-labels", "warning", "one concept under two names in a text or across texts", _find
)
