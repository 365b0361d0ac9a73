"""khihau: a Vietnamese–Korean–English climate termbase, and the tool that applies it to drafts."""

from khihau.engine import annotate, explain
from khihau.errors import ConfigError, GlossaryError, InputError, KhihauError
from khihau.model import Match, Options, Termbase
from khihau.termbase.load import load_glossary

__all__ = [
    "ConfigError",
    "GlossaryError",
    "InputError",
    "KhihauError",
    "Match",
    "Options",
    "Termbase",
    "annotate",
    "explain",
    "load_glossary",
]

__version__ = "0.1.0"
