"""What a written-out acronym means: its concept, something else, or loose words (rules A6 and A7)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from khihau.languages.detect import detect
from khihau.languages.session_numbers import fill
from khihau.ledger.definitions.initials import initials, spells
from khihau.ledger.definitions.sameness import head_of, units_of, without_ties
from khihau.ledger.definitions.shapes import CLOSING, LISTED
from khihau.ledger.definitions.tuned import (
    LONG,
    LONG_IN_HANGUL,
    PHRASE_REACH,
    SAME_MEANING,
    SAME_NAME,
    SAME_SUBJECT,
    STEM,
)
from khihau.ledger.definitions.wording import (
    cut,
    is_full_form,
    is_owned,
    is_rest,
    sentence_start,
    stands_alone,
)
from khihau.ledger.definitions.written import Written
from khihau.ledger.uses import kind_at
from khihau.match.scan import Hit
from khihau.model import ALLOWED, Document, Lang, Termbase
from khihau.termbase.proper_names import has_proper_name
from khihau.text.compose import letters_before
from khihau.text.fold import HANGUL, Squeezed, fold
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Concept

__all__ = ["Meaning", "Mention", "likeness", "meaning_of", "named_otherwise"]

# Two more are definitions: "inexact" in words that are almost a name (COP (Conference of Parties)),
# "free" in any words that "hereinafter" ties to the acronym.
Value: TypeAlias = Literal["definition", "inexact", "free", "conflict", "loose"]
Meaning: TypeAlias = tuple[Value, tuple[int, int]]

_BRACKET = regex(r"[(（][^()（）]*[)）]")
_FORBIDDEN = "forbidden"
_WHOLE = ("inside", "item", "said")  # shapes in which the words, all of them, stand for the acronym


class Mention(NamedTuple):
    """An acronym in a text: `concepts` are its own and that of a label around it (NDC 3.0)."""

    acronym: str
    concepts: tuple[str, ...]
    number: int | None
    lang: Lang | None


def meaning_of(
    document: Document, mention: Mention, written: Written, base: Termbase
) -> Meaning | None:
    """What stands in the place of the full form says of the acronym; None when it says nothing."""
    if not mention.concepts:
        words = _new_form(document.text, mention, written)
        return ("definition", words) if words else None
    if _holds(document.text, mention.acronym, written):
        return None
    own = _own(mention, written.hits)
    if own:
        if own.term.sense:  # a neighbour of it: the acronym does not stand for that
            return "loose", (own.start, own.end)
        same = None in (own.number, mention.number) or own.number == mention.number
        good = same and own.term.status != _FORBIDDEN
        return "definition" if good else "conflict", (own.start, own.end)
    tied = _own(mention, written.tied)
    if tied and tied.term.status in ALLOWED:
        return "definition", (tied.start, tied.end)
    nested = _with_brackets(document, mention, written, base)
    nested = nested or _listed_otherwise(document.text, mention, written, base)
    if nested:
        return "definition", nested
    gloss = _own(mention, written.glosses)
    if gloss and gloss.term.status != _FORBIDDEN and not gloss.term.sense:
        return "definition", (gloss.start, gloss.end)
    wider = _own(_of_the_wider(mention, base), written.hits)
    if wider and wider.term.status != _FORBIDDEN:
        return "definition", (wider.start, wider.end)
    return _other(document, mention, written, base)


def named_otherwise(
    text: str, acronym: str, concept: str | None, written: Written, base: Termbase
) -> tuple[int, int] | None:
    """The name of another body in the bracket's place: 아시아·태평양 경제사회위원회(APEC); None without one.

    `concept` is what the base knows the acronym as. The other body must go by an acronym of its own.
    """
    if written.shape not in ("bracket", "inside", "item") or not written.hits:
        return None
    name, (low, high) = written.hits[0], written.words
    other = base[name.concept]
    is_whole = written.shape != "bracket" and (name.start, name.end) == (low, high)
    is_named = name.term.kind == "full" and has_proper_name(other) and _has_acronym(other)
    if not is_named or any(hit.concept == concept for hit in written.hits):
        return None
    if any(label.text == acronym for label in other.labels) or spells(
        text, (name.start, name.end), acronym
    ):
        return None
    is_whole = is_whole or stands_alone(text, low, name.start, is_name=True)
    is_whole = is_whole or _goes_by_its_acronym(name, base)
    return (name.start, name.end) if is_whole else None


def _of_the_wider(mention: Mention, base: Termbase) -> Mention:
    """The acronym as one of what its concept is a kind of: 배출권거래제(K-ETS)."""
    wider = (base[concept].broader for concept in mention.concepts)
    return mention._replace(concepts=tuple(concept for concept in wider if concept))


def _holds(text: str, acronym: str, written: Written) -> bool:
    """Whether a label there holds the acronym itself: "NDC lần thứ ba" does not write out NDC 3.0."""
    return any(acronym in text[hit.start : hit.end].split() for hit in written.hits)


def _own(mention: Mention, hits: Sequence[Hit]) -> Hit | None:
    """The longest hit of the acronym's concept, in the document's language where there is one."""
    own = [hit for hit in hits if hit.concept in mention.concepts]
    return next((hit for hit in own if hit.term.lang == mention.lang), own[0] if own else None)


def _new_form(text: str, mention: Mention, written: Written) -> tuple[int, int] | None:
    """The words that write out an acronym which the base does not know."""
    acronym, words = mention.acronym, written.words
    if written.shape in ("bracket", "phrase"):
        found = cut(text, words, acronym, mention.lang)
        name = written.hits[0] if written.hits else None
        # Where the base has a name there, the words reach back to where it begins.
        return (name.start, words[1]) if name and found and name.start < found[0] else found
    if written.shape in ("inside", "item"):
        is_bracket = written.shape == "inside"
        return words if is_full_form(text, words, acronym, is_bracket=is_bracket) else None
    if written.shape == "said":
        return words
    return initials(text, words, acronym)


def _with_brackets(
    document: Document, mention: Mention, written: Written, base: Termbase
) -> tuple[int, int] | None:
    """A name of the concept with brackets in it: "Công ước khung của Liên hợp quốc (LHQ) về …"."""
    text, (low, high) = document.text, written.words
    if written.shape != "bracket" or text[low - 1 : low] not in CLOSING or low == 0:
        return None
    start = sentence_start(document, high)
    bare = _BRACKET.sub(lambda found: " " * len(found[0]), text[start:high])
    names = [
        label.text if mention.number is None else fill(label.lang, label.text, mention.number)
        for label in base[mention.concepts[0]].labels
        if label.status in ALLOWED and label.lang == mention.lang
    ]
    found = _ending_with(bare, (0, len(bare)), names)
    return (start + found[0], start + found[1]) if found else None


def _listed_otherwise(
    text: str, mention: Mention, written: Written, base: Termbase
) -> tuple[int, int] | None:
    """A name of the concept that is a list, with other marks between its items: 측정, 보고 및 검증."""
    low, high = written.words
    for label in base[mention.concepts[0]].labels:
        pattern = _list_of(label.text) if label.status in ALLOWED else None
        if pattern and (found := pattern.search(text, low, high)):
            return found.span()
    return None


@lru_cache(maxsize=1024)
def _list_of(label: str) -> re.Pattern[str] | None:
    items = LISTED.split(label)
    if len(items) < 2:
        return None
    forms = {unicodedata.normalize(form, label) for form in ("NFC", "NFD")}
    sources = (f"(?:{LISTED.pattern})".join(map(re.escape, LISTED.split(form))) for form in forms)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sources)})\Z", re.IGNORECASE)


# --- not its own full form ------------------------------------------------------------------------


def _other(
    document: Document, mention: Mention, written: Written, base: Termbase
) -> Meaning | None:
    """Another meaning, another concept's name, or words that are no label.

    A mistranslation is loose where it renders the concept (kế hoạch điều chỉnh quốc gia), another
    meaning where it shares no word with its labels (상장지수펀드 for ETF) or names another concept.
    """
    text, concept = document.text, base[mention.concepts[0]]
    if own := _ending_with(text, written.words, _waiting(concept)):
        return "definition", own  # its own acronym is the word that it needs near
    wrong = _other_meaning(text, mention, written, concept)
    if wrong:
        return "conflict", wrong
    if written.shape not in ("mark", "dash"):
        wrong = _ending_with(text, written.words, _mistranslations(concept))
    if wrong:
        named = any((hit.start, hit.end) == wrong for hit in written.hits)
        rendering = not named and likeness(text[slice(*wrong)], concept)
        return "loose" if rendering else "conflict", wrong
    low, high = written.words
    if written.shape in _WHOLE:
        name = next((hit for hit in written.hits if (hit.start, hit.end) == (low, high)), None)
        if name and _has_acronym(base[name.concept]):
            return "conflict", (low, high)
    explained = (low, high) if written.shape in _WHOLE else written.remark
    if written.shape == "item" and not _is_as_long_as_a_name(text[low:high], concept):
        return None  # a cell beside it: | BTR | báo cáo |
    if explained and (value := _rendering(text[slice(*explained)], concept)):
        return value, explained
    if explained and written.shape in ("inside", "item"):
        is_name = is_full_form(text, explained, mention.acronym, is_bracket=True)
        if is_name and likeness(text[slice(*explained)], concept) >= SAME_SUBJECT:
            return "loose", explained
    if written.shape == "said":
        return "loose", (low, high)
    if written.shape == "dash":
        words = cut(text, (low, high), mention.acronym, mention.lang)
        if words and likeness(text[slice(*words)], concept) >= SAME_MEANING:
            return "definition", words
        return None
    is_remarked = written.shape == "gloss" and written.remark is not None
    if not (is_remarked or written.shape in ("bracket", "phrase")) or not text[low:high].strip():
        return None
    if is_rest(text, written.words):
        return None
    if written.hits and not is_remarked:
        name = written.hits[0]
        is_another = _is_another(document, written, concept, base)
        is_owned_there = is_another or is_owned(text, low, name.start)
        if is_owned_there and _may_have_its_acronym(base[name.concept], concept):
            return "definition", (name.start, name.end)
        if is_another:
            return "conflict", (name.start, name.end)
    if kind_at(document, low) == "cell" and _is_part_of_a_name(text[low:high], concept):
        return "definition", (low, high)
    spelled = initials(text, (low, high), mention.acronym)
    if spelled and _is_part_of_a_name(text[slice(*spelled)], concept):
        return "definition", spelled  # Ministry of Foreign Affairs (MOFA)
    if written.is_set_up:
        return "free", cut(text, (low, high), mention.acronym, mention.lang) or (low, high)
    return "loose", (low, high)


def _rendering(text: str, concept: Concept) -> Value | None:
    """What words in a bracket are that render a concept, None when they do not.

    Those that say all that a name says, and more, are right; with nothing more they are almost the
    name (Conference of Parties).
    """
    units, share = units_of(text), likeness(text, concept)
    if any(_units(label.text) <= units for label in concept.labels if label.kind == "full"):
        return "definition" if share < 1 else "inexact"
    return "loose" if share >= SAME_MEANING else None


def _is_as_long_as_a_name(text: str, concept: Concept) -> bool:
    """Whether a text has as many words as a name of the concept in its language, or near it."""
    lang, said = detect(text), len(units_of(text))
    lengths = [
        len(_units(label.text))
        for label in concept.labels
        if label.kind == "full" and label.lang == lang
    ]
    return bool(lengths) and min(lengths) <= said / SAME_NAME and said * SAME_NAME <= max(lengths)


def _is_part_of_a_name(text: str, concept: Concept) -> bool:
    """Whether words are a part of a name, the rest of which the head of a row or column says."""
    units = units_of(text)
    return any(units < _units(label.text) for label in concept.labels if label.status in ALLOWED)


def _may_have_its_acronym(other: Concept, concept: Concept) -> bool:
    """Whether a concept without an acronym is close to one that has: 해외산림탄소감축사업(REDD+)."""
    is_related = other.id in concept.related or concept.id in other.related
    return is_related and not _has_acronym(other)


def _is_another(document: Document, written: Written, concept: Concept, base: Termbase) -> bool:
    """Whether the label before a bracket is a name by itself, and the words no rendering of the concept.

    "Hội nghị lần thứ 30 Công ước khung …" is none of the Convention, though it ends in its name. At the
    end of a longer phrase (báo cáo của Ủy ban …, guidance for the Green Climate Fund) the label is what
    the bracket names if it is mostly known by an acronym, and the words before say nothing of the concept.
    """
    name, (low, high) = written.hits[0], written.words
    said = units_of(document.text[sentence_start(document, high) : high])
    own = said - units_of(document.text[name.start : name.end])
    if _is_owner_in_a_name(document.text, low, name, concept):
        return False
    if not stands_alone(document.text, low, name.start, is_name=name.term.text[:1].isupper()):
        is_owner = is_owned(document.text, low, name.start) and _has_acronym(base[name.concept])
        if not (is_owner or _goes_by_its_acronym(name, base)):
            return False
        near = max(low, letters_before(document.text, name.start, PHRASE_REACH))
        beside = without_ties(units_of(document.text[near : name.start]))
        if any(_units(label.text) & beside for label in concept.labels):
            return False
    return not any(
        head_of(label.text, label.lang) & own
        and len(_units(label.text) & said) >= SAME_NAME * len(_units(label.text))
        for label in concept.labels
    )


def _is_owner_in_a_name(text: str, low: int, name: Hit, concept: Concept) -> bool:
    """Whether names of the concept go on with the name, and most words before it are theirs.

    The meeting of the Parties to | the Convention (COP11) is almost a name of the conference.
    """
    named = units_of(text[name.start : name.end])
    near = max(low, letters_before(text, name.start, PHRASE_REACH))
    before = units_of(text[near : name.start]) - named
    rests = (
        without_ties(set(_units(label.text))) - named
        for label in concept.labels
        if len(_units(label.text) & named) >= SAME_NAME * len(named)
    )
    return any(rest and len(rest & before) >= SAME_MEANING * len(rest) for rest in rests)


def _goes_by_its_acronym(name: Hit, base: Termbase) -> bool:
    """Whether a label is a long name, or one with a capital, whose acronym needs no word beside it."""
    text = name.term.text
    syllables = len(HANGUL.findall(text))
    is_long = syllables >= LONG_IN_HANGUL if syllables else len(text) >= LONG
    labels = base[name.concept].labels
    is_known = any(one.kind == "acronym" and not one.near for one in labels)
    return is_known and (is_long or text[:1].isupper())


def _waiting(concept: Concept) -> list[str]:
    """The names that the matcher takes only near certain words."""
    return [
        label.text
        for label in concept.labels
        if label.near and label.kind == "full" and label.status in ALLOWED
    ]


def _mistranslations(concept: Concept) -> list[str]:
    """Right words that are wrong as a rendering of this concept."""
    return [label.text for label in concept.labels if label.status == "mistranslation"]


def _ending_with(
    text: str, words: tuple[int, int], labels: Sequence[str]
) -> tuple[int, int] | None:
    """The span of the first label that stands at the end of the words."""
    if not labels:
        return None
    low = max(words[0], words[1] - 2 * max(map(len, labels)))
    folded = fold(text[low : words[1]])
    squeezed = Squeezed(folded.text)
    for label in labels:
        sought = _squeezed(label)
        if squeezed.text.endswith(sought):
            start, end = squeezed.unsqueezed(len(squeezed.text) - len(sought), len(squeezed.text))
            if not folded.text[max(0, start - 1) : start].isalnum():
                first, last = folded.source_span(start, end)
                return low + first, low + last
    return None


@lru_cache(maxsize=4096)
def _squeezed(label: str) -> str:
    return Squeezed(fold(label).text).text


def _other_meaning(
    text: str, mention: Mention, written: Written, concept: Concept
) -> tuple[int, int] | None:
    """Words whose initials spell the acronym, and that are nothing like the concept's labels."""
    spelled = initials(text, written.words, mention.acronym)
    if not spelled or (written.shape in _WHOLE and spelled != written.words):
        return None
    words = text[slice(*spelled)]
    is_like = likeness(words, concept) >= SAME_MEANING or _has_its_stems(words, concept)
    return None if is_like else spelled


def likeness(text: str, concept: Concept) -> float:
    """The share of a text's words that one label of a concept has, wrong renderings left out."""
    units = units_of(text)
    labels = (_units(label.text) for label in concept.labels if label.status != "mistranslation")
    return max((len(units & label) / len(units) for label in labels), default=0) if units else 0


def _has_its_stems(text: str, concept: Concept) -> bool:
    """Whether most words of a text begin as the words of a name do: National Determination Contribution."""
    words = [word[:STEM] for word in units_of(text)]
    names = ({word[:STEM] for word in _units(label.text)} for label in concept.labels)
    shared = max(sum(word in name for word in words) for name in names)
    return shared > SAME_MEANING * len(words)


@lru_cache(maxsize=4096)
def _units(label: str) -> frozenset[str]:
    return frozenset(units_of(label))


def _has_acronym(concept: Concept) -> bool:
    return any(label.kind == "acronym" for label in concept.labels)
