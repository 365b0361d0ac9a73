"""Which words end a phrase, speak of speaking or say that a name is one of the past in English."""

from __future__ import annotations

from khihau.languages.data import data_parts
from khihau.languages.phrases import Joints, Phrases
from khihau.text.regex import either

__all__ = ["EnglishPhrases"]


_JOINTS = Joints(
    lead=(
        r"here(?:in)?after(?:,?\s(?:referred to as|called))?|(?:(?:also|commonly|widely)\s)?known as"
        r"|abbreviated(?:\s(?:as|to))?|collectively,?|in short,?|or"
    ),
    promise=(
        r"here(?:in)?after,?(?:\s(?:referred to as|called))?|abbreviated(?:\s(?:as|to))?|collectively,?"
    ),
    set_up=r"here(?:in)?after,?(?:\s(?:referred\sto\sas|called))?",
    tail="for short",
    phrase=(
        r",?\s(?:also\s)?known as|,?\s(?:which is\s)?abbreviated(?:\s(?:as|to))?"
        r"|,?\shere(?:in)?after(?:\sreferred to as)?"
    ),
    phrase_ends=("as", "to", "after", "abbreviated"),
    says=(
        r"(?:(?:is|are|being)\s)?(?:the\s|an?\s)?(?:short(?:hand)?|abbreviation|acronym)\s(?:for|of)|stands? for"
        r"|standing for"
    ),
    after=r"means?|refers? to|(?:is|are)(?:\san?)?|or",
    in_gloss_before="or|the",
    in_gloss_after="or",
    or_="or",
    article="the",
    counted="for",
    and_="and",
    citing=r"see(?: also)?|source|cf\.|e\.g\.,?",
    source=r"(?:source|photo|image|credit)s?",
)


class EnglishPhrases(Phrases):
    """The words of English."""

    code = "en"
    names_have_capitals = True

    @property
    def joints(self) -> Joints:
        """Hereinafter, known as, short for, or."""
        return _JOINTS

    @property
    def former_before(self) -> str:
        """Former, an office between it and the name or none ("former head of the"); then and the like."""
        words = data_parts("en", "former.txt")
        former, of_the, before = (
            either(words[heading]) for heading in ("former", "of the", "before")
        )
        return rf"\b(?:{former}(?:(?: [a-z]+){{1,4}} {of_the})?|{before})"

    @property
    def former_after(self) -> str:
        """Now; was merged and the like; became part of the new agency."""
        words = data_parts("en", "former.txt")
        now, passives, became, merged, offices = (
            either(words[heading]) for heading in ("now", "passives", "became", "merged", "offices")
        )
        return (
            rf"\({now}|,? ?{now}\b|,? (?:{passives} {became}|{merged}\b)"
            rf"|,? became (?:part of )?(?:the |a )?(?:new )?{offices}"
        )

    @property
    def bound_before(self) -> str:
        """Minister or head of the Ministry …; Circular No. 1 of the Ministry …."""
        words = data_parts("en", "bound-names.txt")
        offices, acts, of = (either(words[heading]) for heading in ("offices", "acts", "of"))
        return (
            rf"\b{offices}\b[^.;:!?\n]{{0,40}}\b{of}(?: the)?"
            rf"|\b{acts}\b[^;:!?\n]*\b{of}(?: the)?"
        )
