"""The official name that a finding offers, and the fix that writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import is_titled, lang_at
from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.model import FALLBACK, UNVERIFIED, Kind, Lang, Match, Safety, Termbase
from khihau.review.base import Checked, finding
from khihau.review.spellings import as_written_here
from khihau.review.tuned import TOO_LONG
from khihau.termbase.official import full_form, is_gone, official_label, text_of
from khihau.termbase.proper_names import has_proper_name
from khihau.termbase.stats import best_reliability

if TYPE_CHECKING:
    from khihau.ledger import Use
    from khihau.model import Concept, Finding, Fix, Label

__all__ = [
    "Name",
    "as_spelled_here",
    "is_of_law",
    "label_of",
    "lang_of",
    "left_out",
    "name_of",
    "note_of",
    "official",
    "replacement",
    "sources_of",
    "to_replace",
    "written_out",
    "wrong_name",
]


def label_of(base: Termbase, match: Match) -> Label:
    """The label that a match found."""
    return next(
        label
        for label in base[match.concept].labels
        if label.text == match.label and label.lang == match.lang
    )


_BINDING = ("law", "treaty")


class Name(NamedTuple):
    """The official name of a concept in a language, with its sources or "unverified".

    `short` is what to write where that is far longer than the words it replaces: a shorter admitted
    name, or the name itself. `kind` and `lang` are those of its label; `is_sure` says that it is the
    only choice, `file` that a later layer of the glossary has it, not the concept's own file.
    """

    text: str
    source: str
    short: str
    kind: Kind
    lang: Lang
    is_sure: bool
    file: str | None = None

    @property
    def advice(self) -> str:
        """What to write, for a message; with the name in full where that is longer."""
        whole = f" (in full “{self.text}”)" if self.short != self.text else ""
        return f"“{self.short}”{whole}" + (f" (so {self.file})" if self.file else "")


def is_of_law(base: Termbase, match: Match) -> bool:
    """Whether a law or a treaty has the label of a match."""
    return best_reliability(label_of(base, match), base) in _BINDING


def lang_of(checked: Checked, match: Match) -> Lang | None:
    """The language of a match, of a shared acronym that of the text around it."""
    if match.lang != "mul":
        return match.lang
    return lang_at(checked.document.segments, match.start)


def note_of(label: Label) -> str:
    """What the glossary notes on a label, in brackets; "" where it notes nothing."""
    return f" ({label.note[FALLBACK]})" if FALLBACK in label.note else ""


def official(checked: Checked, match: Match, words: str, label: Label | None = None) -> Name | None:
    """The official name for a match, of its kind where there is one; None without one in use.

    `label` is another one to write in its place.
    """
    lang = lang_of(checked, match)
    if not lang:
        return None
    concept, numbered = checked.base[match.concept], match.number is not None
    if match.status == "deprecated" and is_gone(concept, lang):
        return None
    label = label or official_label(
        concept, lang, numbered=numbered, kind=match.kind, country=match.country
    )
    label = _own_of_profile(checked, concept, label)
    name = name_of(concept, label, words, match.number, is_plural=match.how == "plural")
    return name and as_spelled_here(checked, concept, name)


def _own_of_profile(checked: Checked, concept: Concept, label: Label | None) -> Label | None:
    """The proper name that texts of the profile have of their own, as law calls a treaty; else the label."""
    scopes = checked.customs.profile.scopes
    if label is None or label.scope or not scopes or not has_proper_name(concept):
        return label
    alike = (label.lang, label.kind, label.numbered, "admitted")
    own = [
        one
        for one in concept.labels
        if one.scope
        and scopes.issuperset(one.scope)
        and (one.lang, one.kind, one.numbered, one.status) == alike
        and not (one.until or one.of or one.near or one.homonym or one.sense)
    ]
    return own[0] if len(own) == 1 else label


def written_out(checked: Checked, use: Use, words: str = "") -> Name | None:
    """What an acronym stands for in the language around it; None without a name.

    `words` are those that it would replace, if any: a gloss in another language keeps that one.
    """
    lang = lang_at(checked.document.segments, use.start)
    if not lang or not use.concept:
        return None
    concept, numbered = checked.base[use.concept], use.number is not None
    own = detect(words) if " " in words else None  # one word may be a name in any language
    for one in dict.fromkeys((own or lang, lang)):
        label = full_form(concept, use.acronym, one, numbered=numbered, country=use.country)
        label = _own_of_profile(checked, concept, label)
        is_plural = LANGUAGES[one].grammar.is_plural_acronym(use.acronym)
        is_plural = is_plural or _ends_in_plural(words, label)
        if name := name_of(concept, label, words, use.number, is_plural=is_plural):
            return as_spelled_here(checked, concept, name)
    return None


def _ends_in_plural(words: str, label: Label | None) -> bool:
    """Whether words end in the plural of the word that a label ends in: Nationally Designated Contributions."""
    grammar = LANGUAGES[label.lang].grammar if label and label.lang in LANGUAGES else None
    if not words.strip() or not label or not grammar or not grammar.has_plurals:
        return False
    last, singular = words.split()[-1].lower(), label.text.split()[-1].lower()
    return (
        last not in (singular, "") and last == grammar.plural(label.text).text.split()[-1].lower()
    )


def as_spelled_here(checked: Checked, concept: Concept, name: Name) -> Name:
    """A name in the spelling of the text, so that no other finding speaks against it (rule C8)."""
    is_proper, families = has_proper_name(concept), checked.families()
    text, short = (
        as_written_here(families, one, name.lang, is_proper=is_proper)
        for one in (name.text, name.short)
    )
    return name._replace(text=text, short=short)


def name_of(
    concept: Concept,
    label: Label | None,
    words: str,
    number: int | None,
    *,
    is_plural: bool = False,
) -> Name | None:
    """A label as the name to write for some words, with its sources; None where it is no name of a language."""
    if not label or label.lang == "mul":
        return None
    text = text_of(label, number)
    short, is_sure = _shortened(concept, label, words, number), not concept.replaced_by
    if is_plural and LANGUAGES[label.lang].grammar.has_plurals:
        plural = LANGUAGES[label.lang].grammar.plural(text)
        text = short = label.plural or plural.text
        is_sure = is_sure and (plural.is_sure or bool(label.plural))
    is_sure = is_sure and not _is_long(text, words)
    return Name(text, sources_of(label), short, label.kind, label.lang, is_sure, label.file)


def _shortened(concept: Concept, label: Label, words: str, number: int | None) -> str:
    """The first admitted name that is not too long for a place, where the official one is."""
    text = text_of(label, number)
    if not words or not _is_long(text, words):
        return text
    others = (
        text_of(other, number)
        for other in concept.labels
        if (other.lang, other.kind, other.status) == (label.lang, label.kind, "admitted")
        and other.numbered == label.numbered
        and not (other.scope or other.near or other.homonym)
    )
    return next((other for other in others if not _is_long(other, words)), text)


def _is_long(text: str, words: str) -> bool:
    return bool(words) and len(text) > TOO_LONG * len(words)


def wrong_name(
    checked: Checked,
    match: Match,
    rule: str,
    what: str,
    right: Label | None = None,
    *,
    aspect: str = "",
    is_sure: bool = True,
) -> Finding:
    """The finding on a label that should not stand there, with the official one in its place.

    `right` is another label to write than the official one of today.
    The fix is safe where the label never means another thing, one name of its kind is right, and
    the words are no part of what may be a title.
    """
    label, span = label_of(checked.base, match), (match.start, match.end)
    part = to_replace(match)
    name = official(checked, match, part.text, right)
    message = f"“{match.text}” is {what}"
    note = note_of(label)
    if not name:
        return finding(
            checked, rule, span, message + note, match.concept, aspect=aspect, is_sure=is_sure
        )
    one_choice = name.is_sure and name.kind == match.kind and match.status == "forbidden"
    is_own = not is_titled(checked.document, *span)
    is_safe = one_choice and is_own and not (label.homonym or match.alternatives)
    # An outdated name said no more than its successor does, a mistranslation something else.
    may_say_more = match.status == "forbidden" and not is_safe
    more = left_out(checked, part.text, name, match.concept, is_known=True) if may_say_more else ""
    stays = checked.document.text[match.start : part.start]
    advice = name._replace(short=stays + name.short).advice
    safety: Safety = "safe" if is_safe else "suggested"
    return finding(
        checked,
        rule,
        span,
        f"{message}; write {advice}{more}{note}",
        match.concept,
        aspect=aspect,
        is_sure=is_sure,
        source=name.source,
        fix=None if more else replacement(checked, (part.start, part.end), name.short, safety),
    )


def to_replace(match: Match) -> Match:
    """What of a wrong name gives way to the official one: all of it, but for a leading noun.

    In Vietnamese "dự án" stays where the rest, tăng cường tích lũy các-bon rừng, is a wrong name by itself; in the
    other languages what stands before is a part of the name (South Korean, 베트남).
    """
    if not LANGUAGES[match.lang].grammar.has_leading_nouns:
        return match
    ends = (one for one in match.inner if (one.end, one.concept) == (match.end, match.concept))
    return next((one for one in ends if one.status == match.status), match)


def left_out(
    checked: Checked, words: str, name: Name, concept: str | None, *, is_known: bool = False
) -> str:
    """What a message says where words hold more than the name to write, "" where they do not.

    Such words have no fix, which would lose what they say. `is_known`: they are a label.
    """
    from khihau.fuzzy.lost_words import lost_words  # dear, and few texts need it

    if not concept:
        return ""
    more = lost_words(words, name.short, concept, checked.base, name.lang, is_known=is_known)
    told = ", ".join(f"“{word}”" for word in more)
    return f"; it leaves out {told}: say that apart if it is meant" if more else ""


def sources_of(label: Label) -> str:
    """Where a label was read."""
    return "; ".join(map(str, label.source)) or UNVERIFIED


def replacement(
    checked: Checked,
    span: tuple[int, int],
    new: str,
    safety: Safety = "suggested",
    reading: str | None = None,
) -> Fix | None:
    """A fix that puts a name in the place of other words, None where it would not read right.

    `reading` is how Koreans read a name in Latin letters.
    """
    from khihau.review.replacing import replaced

    return replaced(checked.document, span, new, safety, reading)
