"""How a Korean name fits into its sentence: the particle behind it agrees."""

from __future__ import annotations

from khihau.languages.grammar import Agreement, Beside, Grammar, Spot
from khihau.text.compose import caseless
from khihau.text.regex import regex

__all__ = ["KoreanGrammar"]

_HANGUL_BEHIND = regex(r"\s*([가-힣]+)")
_NOUN = 2  # syllables: fewer are the end of too many words


class KoreanGrammar(Grammar):
    """The answers of Korean."""

    bracket_space = ""

    def agreement(self, spot: Spot, name: str, reading: str | None = None) -> Agreement:
        """The particle behind the name, as it goes with the name's last sound."""
        from khihau.languages.ko.agreement import is_doubtful, particle_edits, sound

        ending = sound(name, reading)
        doubt = "the particle behind it is not sure"
        return Agreement(
            tuple(particle_edits(spot.text, spot.end, ending)),
            doubt if is_doubtful(spot.text, spot.end, ending) else "",
        )

    def doubled(self, beside: Beside) -> str:
        """The last word before, in any name; or the noun behind that the name ends with."""
        from khihau.languages.ko.tails import is_tail

        last = beside.before[-1]
        if len(last) >= _NOUN and not last.isascii() and any(last in one for one in beside.names):
            return last
        run = _HANGUL_BEHIND.match(beside.after)
        full = caseless(beside.full)
        for end in range(_NOUN, min(len(run[1]), len(full)) + 1) if run else ():
            noun, rest = run[1][:end], run[1][end:]  # type: ignore[index]
            if full.endswith(noun) and (not rest or is_tail(rest, _NOUN)):
                return noun
        return ""
