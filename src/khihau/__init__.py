"""khihau: a Vietnamese–Korean–English climate termbase, and the tool that applies it to drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khihau.loading import load

if TYPE_CHECKING:
    from khihau.engine import acronyms, annotate, check, expand, explain, fix, pair
    from khihau.errors import ConfigError, GlossaryError, InputError, KhihauError
    from khihau.fuzzy.suggestions import suggest
    from khihau.model import Edit, Finding, Fix, Match, Options, Suggestion, Termbase
    from khihau.termbase.load import load_glossary

__all__ = [
    "ConfigError",
    "Edit",
    "Finding",
    "Fix",
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
    "fix",
    "load_glossary",
    "pair",
    "suggest",
]

__version__ = "0.1.0"

# Read when asked for: a command imports what it needs, and `import khihau` costs nothing.
_MODULES = {
    "khihau.engine": ("acronyms", "annotate", "check", "expand", "explain", "fix", "pair"),
    "khihau.errors": ("ConfigError", "GlossaryError", "InputError", "KhihauError"),
    "khihau.fuzzy.suggestions": ("suggest",),
    "khihau.model": ("Edit", "Finding", "Fix", "Match", "Options", "Suggestion", "Termbase"),
    "khihau.termbase.load": ("load_glossary",),
}


def __getattr__(name: str) -> Any:
    for module, names in _MODULES.items():
        if name in names:
            return load(module, name)
    raise AttributeError(f"module 'khihau' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
