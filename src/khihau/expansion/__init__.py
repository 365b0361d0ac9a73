"""Writing acronyms out at their first use (SEMANTICS E): only additions, and only sure ones."""

from khihau.expansion.choice import Expansion, Left, expansion

__all__ = ["Expansion", "Left", "expansion"]
