"""How many slips of the keys the rule `near-miss` finds, and what it finds in clean texts.

Run `python bench/near_miss.py [--list] [--seed N] [--slips N]`. The texts are the glossary's own
examples: of each language so many get one slip inside a term, the rest stay as they are. A slip is
found when a finding stands on it; the fix of most gives the text back, of an outdated or wrong name
it gives the official one. `--list` shows what was missed.
"""

from __future__ import annotations

import argparse
import random
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from khihau.engine import check
from khihau.model import LANGS, Lang, Termbase
from khihau.termbase.load import load_glossary

SEED, SLIPS = 7, 200
RULES = ("near-miss",)
TONES = "\u0300\u0301\u0303\u0309\u0323"
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
JAMO_ROWS = ("ᄇᄌᄃᄀᄉ", "ᄆᄂᄋᄅᄒ", "ᄏᄐᄎᄑ", "ᅭᅧᅣᅢᅦ", "ᅩᅥᅡᅵ", "ᅲᅮᅳ", "ᆸᆽᆮᆨᆺ", "ᆷᆫᆼᆯᇂ")
LEAST = {"vi": 3, "ko": 4, "en": 2}  # syllables, or words, of a term that the rule looks for

Slip = Callable[[str, random.Random], str]


class Spoilt(NamedTuple):
    """A sentence, the same with a slip in it, and what kind of slip that is."""

    right: str
    wrong: str
    kind: str


def main() -> None:
    """Print, for each language, the slips found by kind, and the findings in clean sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--slips", type=int, default=SLIPS)
    told = parser.parse_args()
    base = load_glossary()
    for lang in LANGS:
        check("x", base, lang, rules=RULES)
        started = time.perf_counter()
        spoilt = list(_spoilt(base, lang, random.Random(f"{lang} {told.seed}"), told.slips))
        missed = [one for one in spoilt if not _is_found(one, base)]
        alarms = [found for text in _clean(base, lang) for found in check(text, base, rules=RULES)]
        _print(lang, spoilt, missed)
        print(f"   false alarms in {len(_clean(base, lang)):,} clean sentences: {len(alarms)}")
        print(f"   {time.perf_counter() - started:.1f} s")
        for finding in alarms:
            print(f"   alarm: {finding.message}")
        for one in missed if told.list else ():
            print(f"   missed: {one.kind}: {one.wrong}")


def _print(lang: Lang, spoilt: Sequence[Spoilt], missed: Sequence[Spoilt]) -> None:
    all_kinds, missed_kinds = (Counter(one.kind for one in part) for part in (spoilt, missed))
    found = len(spoilt) - len(missed)
    print(f"{lang}: {found} of {len(spoilt)} slips found ({found / len(spoilt):.0%})")
    for kind, count in sorted(all_kinds.items()):
        print(f"   {kind}: {count - missed_kinds[kind]} of {count}")


def _is_found(one: Spoilt, base: Termbase) -> bool:
    pairs = enumerate(zip(one.right, one.wrong, strict=False))
    at = next((at for at, (right, wrong) in pairs if right != wrong), len(one.wrong) - 1)
    found = check(one.wrong, base, rules=RULES)
    return any(finding.start <= at < finding.end for finding in found)


# --- texts ----------------------------------------------------------------------------------------


def _examples(base: Termbase, lang: Lang) -> list[str]:
    return [
        example.text
        for concept in base.concepts
        for example in concept.examples
        if example.lang == lang
    ]


def _clean(base: Termbase, lang: Lang) -> list[str]:
    texts = [
        example.text
        for concept in base.concepts
        for example in (*concept.examples, *concept.counterexamples)
        if example.lang == lang
    ]
    told = (text for concept in base.concepts for text in (concept.definition, concept.note))
    return [*map(_plain, texts), *(t[lang] for t in told if lang in t)]


def _plain(marked: str) -> str:
    return re.sub("[⟦⟧]", "", marked)


def _spoilt(base: Termbase, lang: Lang, chance: random.Random, count: int) -> Iterator[Spoilt]:
    examples = _examples(base, lang)
    chance.shuffle(examples)
    kinds = sorted(SLIPS_OF[lang])
    for text in examples:
        if count == 0:
            return
        marked = re.search("⟦(.+?)⟧", text)
        if not marked or _size(marked[1], lang) < LEAST[lang]:
            continue
        kind = chance.choice(kinds)
        words = _slipped(marked[1], SLIPS_OF[lang][kind], lang, chance)
        if words and words != marked[1]:
            right, wrong = (text.replace(marked[0], form, 1) for form in (marked[1], words))
            yield Spoilt(_plain(right), _plain(wrong), kind)
            count -= 1


def _size(term: str, lang: Lang) -> int:
    if lang == "ko":
        return len(re.findall("[가-힣]", term))
    return len(term.split())


def _slipped(term: str, slip: Slip, lang: Lang, chance: random.Random) -> str:
    """A term with one of its words spoilt; English only where the word is long enough."""
    if lang == "ko":
        return slip(term, chance)
    words = term.split(" ")
    least = 6 if lang == "en" else 3
    places = [at for at, word in enumerate(words) if len(word) >= least and word.isalpha()]
    places = [at for at in places if not words[at].isupper()]
    if not places:
        return ""
    at = chance.choice(places)
    words[at] = slip(words[at], chance)
    return " ".join(words)


# --- slips ----------------------------------------------------------------------------------------


def _tone_dropped(word: str, _: random.Random) -> str:
    letters = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(one for one in letters if one not in TONES))


def _wrong_tone(word: str, chance: random.Random) -> str:
    letters = unicodedata.normalize("NFD", word)
    at = next((at for at, one in enumerate(letters) if one in TONES), 0)
    if not at:
        return word
    vowel = letters[:at].rstrip("\u0302\u0306\u031b")
    rest = (letters[len(vowel) : at] + letters[at + 1 :]).lstrip("\u0302\u0306\u031b")
    marks = letters[len(vowel) : len(letters) - len(rest)].replace(letters[at], "")
    other = chance.choice(TONES.replace(letters[at], ""))
    return unicodedata.normalize("NFC", vowel + marks + other + rest)


def _marks_dropped(word: str, _: random.Random) -> str:
    letters = unicodedata.normalize("NFD", word).replace("đ", "d")
    return "".join(one for one in letters if not unicodedata.combining(one))


def _swapped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _doubled(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[: at + 1] + word[at:]


def _dropped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _neighbour_key(word: str, chance: random.Random) -> str:
    places = [at for at in range(1, len(word)) if any(word[at] in row for row in ROWS)]
    if not places:
        return word
    at = chance.choice(places)
    return word[:at] + _beside(word[at], ROWS, chance) + word[at + 1 :]


def _beside(letter: str, rows: Sequence[str], chance: random.Random) -> str:
    row = next(row for row in rows if letter in row)
    at = row.index(letter)
    return chance.choice(row[max(0, at - 1) : at] + row[at + 1 : at + 2])


def _wrong_jamo(term: str, chance: random.Random) -> str:
    at = chance.choice([at for at, one in enumerate(term) if "가" <= one <= "힣"])
    jamo = list(unicodedata.normalize("NFD", term[at]))
    places = [place for place, one in enumerate(jamo) if any(one in row for row in JAMO_ROWS)]
    place = chance.choice(places or [0])
    if places:
        jamo[place] = _beside(jamo[place], JAMO_ROWS, chance)
    return term[:at] + unicodedata.normalize("NFC", "".join(jamo)) + term[at + 1 :]


def _final_dropped(term: str, chance: random.Random) -> str:
    places = [at for at, one in enumerate(term) if len(unicodedata.normalize("NFD", one)) == 3]
    if not places:
        return term
    at = chance.choice(places)
    open_syllable = unicodedata.normalize("NFC", unicodedata.normalize("NFD", term[at])[:2])
    return term[:at] + open_syllable + term[at + 1 :]


def _syllable_doubled(term: str, chance: random.Random) -> str:
    at = chance.choice([at for at, one in enumerate(term) if at and "가" <= one <= "힣"])
    return term[: at + 1] + term[at:]


def _syllables_swapped(term: str, chance: random.Random) -> str:
    places = [at for at in range(1, len(term) - 1) if re.fullmatch("[가-힣]{2}", term[at : at + 2])]
    if not places:
        return term
    at = chance.choice(places)
    return term[:at] + term[at + 1] + term[at] + term[at + 2 :]


SLIPS_OF: Mapping[Lang, Mapping[str, Slip]] = {
    "vi": {
        "tone dropped": _tone_dropped,
        "wrong tone": _wrong_tone,
        "marks dropped": _marks_dropped,
        "letters swapped": _swapped,
        "letter doubled": _doubled,
        "letter dropped": _dropped,
        "neighbour key": _neighbour_key,
    },
    "ko": {
        "wrong jamo": _wrong_jamo,
        "final dropped": _final_dropped,
        "syllable doubled": _syllable_doubled,
        "syllables swapped": _syllables_swapped,
    },
    "en": {
        "letters swapped": _swapped,
        "letter doubled": _doubled,
        "letter dropped": _dropped,
        "neighbour key": _neighbour_key,
    },
}


if __name__ == "__main__":
    main()
