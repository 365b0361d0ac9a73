"""What `validate` asks of one concept: each check gives its faults, none when all is well."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from khihau.languages import LANGUAGES
from khihau.model import ALLOWED, LANGS, Concept, Label
from khihau.termbase.build import places
from khihau.termbase.checks import Fault, KeyPath, is_kebab, shown
from khihau.termbase.decisions import decision_faults
from khihau.termbase.official import official_label
from khihau.termbase.same_words import share_a_language, words_of
from khihau.text.regex import regex

__all__ = ["CONCEPT_CHECKS", "numbered_labels"]

_MARKED = regex(r"[^⟦⟧]*(⟦[^⟦⟧]+⟧[^⟦⟧]*)*")
_DOUBLE_SPACE = regex(r"[^\S\n]{2,}")
_WORD = regex(r"[^\W\d_]+")
_LOOKALIKE = regex(
    "[ðÐƉ"  # eth and African d for đ
    "\u0400-\u052f"  # Cyrillic
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"  # Greek letters with a Latin face
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"  # full-width digits and letters
    "\u00ad\u200b-\u200d\u2060\ufeff]"  # nothing to see
)
_MAY_BE_NEIGHBOURS = ("admitted", "deprecated")
_LABEL_LISTS = ("near", "not_near", "covered_by")
_LABEL_WORDS = ("homonym", "reading", "plural")


def numbered_labels(concept: Concept) -> Iterator[tuple[int, Label]]:
    """The labels of a concept, each with its number in the file, from 1."""
    return enumerate(concept.labels, start=1)


def _id_form(concept: Concept) -> Iterator[Fault]:
    if not is_kebab(concept.id):
        yield Fault(
            ("id",), f"{shown(concept.id)} is not kebab-case", "a-z, 0-9 and single hyphens"
        )


def _preferred(concept: Concept) -> Iterator[Fault]:
    """One preferred label a language, and one only for each kind, numbered or not, of each country.

    A name of one country's own thing is none for that of others. What others took the place of may do with names that have ended. A name without a number is
    rendered by one without a number.
    """
    preferred = [row for row in numbered_labels(concept) if row[1].status == "preferred"]
    for lang in LANGS:
        has_one = any(label.lang in (lang, "mul") and not label.of for _, label in preferred)
        if not has_one and not (concept.replaced_by and official_label(concept, lang)):
            yield Fault(("label",), f"no preferred label in {lang}")
        official = official_label(concept, lang)
        if official and official.numbered and any(map(_is_plain, concept.labels)):
            message = (
                f"{shown(official.text)} has a number, and other names of the concept have none"
            )
            hint = f"make a name in {lang} without a number preferred, too"
            yield Fault(("label",), message, hint)
    first: dict[tuple[str, str, bool, str], str] = {}
    for number, label in preferred:
        for place in places(label):
            other = first.setdefault(place, label.text)
            if other != label.text:
                *names, is_numbered, of = place
                kind = ", ".join(filter(None, (*names, "numbered" * is_numbered, of)))
                message = (
                    f"{shown(label.text)} is a second preferred label ({kind}) to {shown(other)}"
                )
                yield Fault(("label", number, "status"), message, "make one of them admitted")


def _is_plain(label: Label) -> bool:
    return label.kind == "full" and not label.numbered and label.status in ALLOWED


def _equal_labels(concept: Concept) -> Iterator[Fault]:
    """A label that another one finds too; the preferred one is never too many."""
    rows = [(number, label, words_of(label)) for number, label in numbered_labels(concept)]
    for one, other in combinations(rows, 2):
        for (number, label, words), (other_number, keeper, finder) in ((other, one), (one, other)):
            if not share_a_language(label, keeper):
                continue
            if label.status == "preferred" and keeper.status != "preferred":
                continue
            if finder.finds(words):
                yield _equal(number, label, other_number, keeper)
                break


def _equal(number: int, label: Label, other_number: int, keeper: Label) -> Fault:
    key: KeyPath = ("label", number, "text")
    if label.text == keeper.text:
        message = f"{shown(label.text)} is label[{other_number}] in another language"
        return Fault(key, message, 'write it once, with lang = "mul"')
    message = f"{shown(label.text)} is label[{other_number}] in another spelling"
    return Fault(key, message, f"{shown(keeper.text)} finds it; keep one")


def _dates(concept: Concept) -> Iterator[Fault]:
    """Only what is outdated has a last day, and a name begins before it ends."""
    for number, label in numbered_labels(concept):
        is_gone = label.status == "preferred" and concept.replaced_by
        if label.until and label.status != "deprecated" and not is_gone:
            message = f"{shown(label.text)} is {label.status}, and right only until {label.until}"
            hint = 'leave until out, or write status = "deprecated"'
            yield Fault(("label", number, "until"), message, hint)
        if label.since and label.until and label.since >= label.until:
            message = f"{shown(label.text)} begins on {label.since}, and ends on {label.until}"
            hint = "since is its first day, until the first day of the next name"
            yield Fault(("label", number, "since"), message, hint)


def _senses(concept: Concept) -> Iterator[Fault]:
    """A neighbour is no official name, and no wrong one: it is a right name of another thing."""
    for number, label in numbered_labels(concept):
        if label.sense and label.status not in _MAY_BE_NEIGHBOURS:
            message = f"{shown(label.text)} is {label.status}, and {label.sense} than the concept"
            hint = f"only {' and '.join(_MAY_BE_NEIGHBOURS)} labels have a sense"
            yield Fault(("label", number, "sense"), message, hint)


def _fields(concept: Concept) -> Iterator[Fault]:
    """Of several successors each says what it took over."""
    if len(concept.replaced_by) > 1:
        for number, one in enumerate(concept.replaced_by, start=1):
            missing = [lang for lang in LANGS if lang not in one.field]
            if missing:
                message = f"{shown(one.concept)} is one of several, without its field in "
                hint = 'say what it took over: field = { en = "trade, industry", … }'
                yield Fault(("replaced_by", number), message + ", ".join(missing), hint)


def _sessions(concept: Concept) -> Iterator[Fault]:
    """Each number once, in a concept that has a label with a number."""
    seen: set[int] = set()
    for number, session in enumerate(concept.sessions, start=1):
        if session.number in seen:
            message = f"session {session.number} stands twice"
            yield Fault(("session", number, "number"), message, "keep one of the two")
        seen.add(session.number)
    if concept.sessions and not any(label.numbered for label in concept.labels):
        hint = 'write one: "COP{n}"'
        yield Fault(("session",), "no label has the number of a session", hint)


def _examples(concept: Concept) -> Iterator[Fault]:
    """A marked example in each language with labels; counterexamples bear no marks."""
    shown_langs = {example.lang for example in concept.examples}
    matched = {label.lang for label in concept.labels if label.status != "mistranslation"}
    for lang in LANGS:
        if lang in matched and lang not in shown_langs:
            yield Fault(("example",), f"no example in {lang}")
    for number, example in enumerate(concept.examples, start=1):
        key: KeyPath = ("example", number, "text")
        if not _MARKED.fullmatch(example.text):
            yield Fault(key, "the marks do not pair", "write ⟦ and ⟧ around each hit, unnested")
        elif "⟦" not in example.text:
            yield Fault(key, "no hit is marked", "write ⟦ and ⟧ around each, or [[counterexample]]")
    for number, example in enumerate(concept.counterexamples, start=1):
        if "⟦" in example.text or "⟧" in example.text:
            key = ("counterexample", number, "text")
            yield Fault(
                key, "a counterexample has a mark", "it must give no hit: take the marks out"
            )


def _letters(concept: Concept) -> Iterator[Fault]:
    """Composed letters, plain spaces, and no letter that only looks like another."""
    for key, _, words in _texts(concept):
        if not unicodedata.is_normalized("NFC", words):
            yield Fault(key, f"{shown(words)} is not in NFC", "write letters composed")
        if words != words.strip() or _DOUBLE_SPACE.search(words):
            yield Fault(key, f"{shown(words)} has a space too many", "at its ends or doubled")
        for letter in sorted(set(_LOOKALIKE.findall(words))):
            name = unicodedata.name(letter, "a control character").lower()
            message = f"{shown(words)} has a look-alike: U+{ord(letter):04X}, {name}"
            yield Fault(key, message, "retype the word")


def _house_style(concept: Concept) -> Iterator[Fault]:
    """Each word as its language is spelled in the termbase.

    Examples are texts, which may have either.
    """
    for lang in LANGS:
        style = LANGUAGES[lang].spelling.house_style
        for key, said, words in _texts(concept):
            if said == lang and key[0] not in ("example", "counterexample"):
                for word in dict.fromkeys(_WORD.findall(words)):
                    if wrong := style(word):
                        hint = f"write {shown(wrong[1])}; texts may have either"
                        yield Fault(key, f"{shown(word)} {wrong[0]}", hint)


CONCEPT_CHECKS: tuple[Callable[[Concept], Iterable[Fault]], ...] = (
    _id_form,
    _preferred,
    _equal_labels,
    _dates,
    _senses,
    decision_faults,
    _fields,
    _sessions,
    _examples,
    _letters,
    _house_style,
)


def _texts(concept: Concept) -> Iterator[tuple[KeyPath, str, str]]:
    """All that a concept says in words: key path, language ("" where none is said), words."""
    yield from _by_lang("definition", concept.definition)
    yield from _by_lang("note", concept.note)
    for number, one in enumerate(concept.replaced_by, start=1):
        for key, lang, words in _by_lang("field", one.field):
            yield ("replaced_by", number, *key), lang, words
    for number, label in numbered_labels(concept):
        for key, lang, words in _label_texts(label):
            yield ("label", number, *key), lang, words
    for number, example in enumerate(concept.examples, start=1):
        yield ("example", number, "text"), example.lang, example.text
    for number, example in enumerate(concept.counterexamples, start=1):
        yield ("counterexample", number, "text"), example.lang, example.text


def _label_texts(label: Label) -> Iterator[tuple[KeyPath, str, str]]:
    yield ("text",), label.lang, label.text
    yield from _by_lang("note", label.note)
    for name in _LABEL_LISTS:
        for number, words in enumerate(getattr(label, name), start=1):
            yield (name, number), label.lang, words
    for name in _LABEL_WORDS:
        words = getattr(label, name)
        if words is not None:
            yield (name,), "", words


def _by_lang(key: str, texts: Mapping[str, str]) -> Iterator[tuple[KeyPath, str, str]]:
    yield from (((key, lang), lang, words) for lang, words in texts.items())
