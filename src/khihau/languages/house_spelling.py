"""One spelling for a word that has several: what a word shows of it, and writing others in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from khihau.languages import LANGUAGES
from khihau.languages.choices import kind_of, parts, respelled
from khihau.model import LabelLang

__all__ = ["STYLES", "choices_of", "spelled"]

STYLES = ("tone", "iy")  # choices inside a word, which a text makes once for all


def choices_of(word: str) -> Mapping[str, str]:
    """The form of each choice that a word makes, by family, in the languages that leave it one.

    “các-bon” chooses a loan word's form, “thủy” the place of tone marks on such syllables.
    """
    found = (part for lang in LANGUAGES for part in parts(word, word, lang))
    return {part.family: part.form for part in found}


def spelled(name: str, lang: LabelLang, forms: Mapping[str, str], kinds: Collection[str]) -> str:
    """A name in the forms that are chosen, of choices of some kinds: các-bon or carbon, hòa or hoà."""
    for part in reversed(parts(name, name, lang)):
        form = forms.get(part.family)
        if form and form != part.form and kind_of(part.family) in kinds:
            (new,) = respelled(part, name, form)
            name = name[: part.start] + new + name[part.end :]
    return name
