"""The tools that `accuracy.py` compares: khihau, and the rules that others find terms by.

The peers get every benefit that a careful user could give them:
- text and labels are composed (NFC), and what they find is mapped back to the text as it was;
- they ignore case, but for acronyms, which are exact;
- the regular expression takes any number for {n};
- flashtext is told that the letters of Vietnamese are letters;
- of overlapping finds only the longest counts, as the cases ask.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Literal

from cases import GROUPS, Span
from khihau import annotate
from khihau.model import Concept, Label, Options, Termbase

Find = Callable[[str, Sequence[Label]], frozenset[Span]]
Rule = Callable[[str, Label], Iterable[Span]]


@dataclass(frozen=True)
class Tool:
    """A column of the table: `langs` are the groups that it is made for."""

    name: str
    find: Find
    langs: frozenset[str] = frozenset(GROUPS)


@dataclass(frozen=True)
class Token:
    """One token of a text, in the form that tokens are compared by."""

    form: str
    start: int
    end: int


def tools() -> Iterator[Tool | str]:
    """Every tool, or the line that says why it is missing."""
    yield Tool("substring", partial(_by_rule, _substring))
    yield Tool(r"`\b…\b`", partial(_by_rule, _word_regex))
    for name, package, make, langs in (
        ("flashtext", "flashtext", _flashtext, GROUPS),
        ("underthesea tokens", "underthesea", _underthesea, ("vi", "mixed")),
        ("kiwi tokens", "kiwipiepy", _kiwi, ("ko", "mixed")),
    ):
        try:
            yield Tool(name, partial(_by_rule, make()), frozenset(langs))
        except ModuleNotFoundError:
            yield f"{name}: left out; pip install {package}"
    yield Tool("khihau, analysers off", partial(_khihau, "off"))
    yield Tool("khihau", partial(_khihau, "auto"))


def _khihau(
    analyser: Literal["auto", "off"], text: str, labels: Sequence[Label]
) -> frozenset[Span]:
    concepts = (Concept(id=f"case-{n}", labels=(label,)) for n, label in enumerate(labels))
    found = annotate(text, Termbase(tuple(concepts)), options=Options(analyser=analyser))
    return frozenset(Span(match.start, match.end) for match in found)


# --- the rules of peers ---------------------------------------------------------------------------


def _by_rule(rule: Rule, text: str, labels: Sequence[Label]) -> frozenset[Span]:
    """What a rule finds of all labels in the composed text, at offsets of the text as it is."""
    composed = unicodedata.normalize("NFC", text)
    found = {span for label in labels for span in rule(composed, label)}
    lengths = [len(unicodedata.normalize("NFC", text[:end])) for end in range(len(text) + 1)]
    return frozenset(_source(span, lengths) for span in _longest(found))


def _source(span: Span, lengths: Sequence[int]) -> Span:
    """The span in a text whose beginning of n characters has `lengths[n]` when composed."""
    start = next(at for at, length in enumerate(lengths[1:]) if length > span.start)
    end = max(at for at, length in enumerate(lengths) if length <= span.end)
    return Span(start, end)


def _longest(spans: Iterable[Span]) -> Iterator[Span]:
    taken: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
        if all(span.end <= other.start or other.end <= span.start for other in taken):
            taken.append(span)
            yield span


def _name(label: Label) -> str:
    return unicodedata.normalize("NFC", label.text)


def _substring(text: str, label: Label) -> Iterator[Span]:
    if label.case_exact:
        characters, name = list(enumerate(text)), _name(label)
    else:  # a folded character may be longer than its own: keep where each one came from
        characters = [
            (at, one) for at, character in enumerate(text) for one in character.casefold()
        ]
        name = _name(label).casefold()
    folded = "".join(one for _, one in characters)
    for found in re.finditer(re.escape(name), folded):
        yield Span(characters[found.start()][0], characters[found.end() - 1][0] + 1)


def _word_regex(text: str, label: Label) -> Iterator[Span]:
    flags = re.NOFLAG if label.case_exact else re.IGNORECASE
    name = re.escape(_name(label)).replace(re.escape("{n}"), "[0-9]+")
    for found in re.finditer(rf"\b{name}\b", text, flags):
        yield Span(*found.span())


def _flashtext() -> Rule:
    processor = import_module("flashtext").KeywordProcessor

    def find(text: str, label: Label) -> Iterator[Span]:
        keywords = processor(case_sensitive=label.case_exact)
        for letter in filter(_is_latin, text):
            keywords.add_non_word_boundary(letter)
        keywords.add_keyword(_name(label))
        for _, start, end in keywords.extract_keywords(text, span_info=True):
            yield Span(start, end)

    return find


def _is_latin(character: str) -> bool:
    return character.isalpha() and unicodedata.name(character, "").startswith("LATIN")


def _underthesea() -> Rule:
    """Words of the segmenter; it gives no offsets, but with these settings keeps all characters."""
    tokenize = import_module("underthesea").word_tokenize

    def tokens(text: str) -> Iterator[Token]:
        places = [at for at, character in enumerate(text) if not character.isspace()]
        done = 0
        for word in tokenize(text, use_token_normalize=False):
            length = len("".join(word.split()))
            if length:
                yield Token(word, places[done], places[done + length - 1] + 1)
            done += length

    return partial(_by_tokens, tokens)


def _kiwi() -> Rule:
    """Morphemes of the analyser."""
    analyser = import_module("kiwipiepy").Kiwi()

    def tokens(text: str) -> Iterator[Token]:
        for found in analyser.tokenize(text):
            yield Token(found.form, found.start, found.start + found.len)

    return partial(_by_tokens, tokens)


def _by_tokens(tokens: Callable[[str], Iterable[Token]], text: str, label: Label) -> Iterator[Span]:
    """Where the tokens of the label stand one after the other among the tokens of the text."""
    stream = list(tokens(text))
    wanted = [_form(token, label) for token in tokens(_name(label))]
    for at in range(len(stream) - len(wanted) + 1):
        run = stream[at : at + len(wanted)]
        if [_form(token, label) for token in run] == wanted:
            yield Span(run[0].start, run[-1].end)


def _form(token: Token, label: Label) -> str:
    return token.form if label.case_exact else token.form.casefold()
