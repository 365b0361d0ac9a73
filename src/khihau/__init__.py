"""khihau: a Vietnamese–Korean–English climate termbase, and the tool that applies it to drafts."""

from khihau.engine import acronyms, annotate, check, expand, explain
from khihau.errors import ConfigError, GlossaryError, InputError, KhihauError
from khihau.model import Match, Options, Suggestion, Termbase
from khihau.suggest import suggest
from khihau.termbase.load import load_glossary

__all__ = [
    "ConfigError",
    "GlossaryError",
    "InputError",
    "KhihauError",
    "Match",
    "Options",
    "Suggestion",
    "Termbase",
    "acronyms",
    "annotate",
    "check",
    "expand",
    "explain",
    "load_glossary",
    "suggest",
]

__version__ = "0.1.0"
