"""`khihau glossary new`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import annotator, into_option, run_of
from khihau.console.printing import ask, write
from khihau.documents.files import make_folder, write_new
from khihau.errors import ConfigError, Problem
from khihau.languages import LANGUAGES
from khihau.model import FALLBACK, LANGS, TEXT_LANGS, Concept, Example, Lang, Termbase
from khihau.termbase.build import build_concept
from khihau.termbase.checks import is_kebab, kebab
from khihau.termbase.dump import dump_concept
from khihau.termbase.examples import Annotate, hits, with_marks
from khihau.termbase.files import PROPOSALS
from khihau.termbase.schema import concept_faults
from khihau.termbase.validate import validate

__all__ = ["new_command"]

Command = TypeVar("Command", bound=Callable[..., Any])

_LANGUAGES: Mapping[Lang, str] = {lang: LANGUAGES[lang].name for lang in TEXT_LANGS}
_PER_LANGUAGE = {
    "": "Official {} name.",
    "source-": "Where the {} name was read: a key of sources.toml.",
    "definition-": "What it is, in one {} sentence.",
    "example-": "{} sentence that has the term in it; the marks are added.",
}


def _language_options(command: Command) -> Command:
    for prefix, described in reversed(list(_PER_LANGUAGE.items())):
        for lang, language in reversed(list(_LANGUAGES.items())):
            option = click.option(f"--{prefix}{lang}", help=described.format(language))
            command = option(command)
    return command


@click.command("new")
@click.argument("concept_id", metavar="[ID]", required=False)
@glossary_options
@click.option("--domain", help="Folder of the file: markets, energy, …")
@click.option("--acronym", help="Acronym, the same in all three languages.")
@_language_options
@into_option
def new_command(
    concept_id: str | None,
    glossaries: Glossaries,
    into: Path,
    **given: str | None,
) -> None:
    """Write the file of a new concept, such that `glossary validate` has nothing to say.

    On a terminal it asks for what no option gives.

    Example: khihau glossary new carbon-levy --domain markets --en "carbon levy" --vi "phí các-bon"
    --ko "탄소 부담금"
    """
    base = run_of(glossaries).base
    answers = _answers(concept_id, given, base)
    _refuse_name("ID", answers["id"])
    _refuse_name("--domain", answers["domain"])
    if answers["domain"] == PROPOSALS:
        raise ConfigError(f"--domain: “{PROPOSALS}” is the folder of proposals; name another")
    _refuse_known(answers["id"], base, into)
    file = into / answers["domain"] / f"{answers['id']}.toml"
    concept = _concept(answers, base, file)
    make_folder(file.parent)
    write_new(file, dump_concept(concept))
    write([f"{file}: written.\n", *(f"  {line}\n" for line in _left_to_do(concept))], None)


# --- what is asked --------------------------------------------------------------------------------


def _answers(
    concept_id: str | None, given: Mapping[str, str | None], base: Termbase
) -> dict[str, str]:
    """What the options say, and on a terminal the answers to what they leave open; "" for nothing."""
    answers = {name: value or "" for name, value in given.items()}
    answers["id"] = concept_id or ""
    if sys.stdin.isatty():
        _ask(answers, given, base)
    for name, option in (("id", "the ID"), ("domain", "--domain")):
        if not answers[name]:
            raise ConfigError(f"a concept needs {option}; on a terminal khihau asks for it")
    return answers


def _ask(answers: dict[str, str], given: Mapping[str, str | None], base: Termbase) -> None:
    """Fill in what was not given; an answer that would be refused is asked for again."""

    def fill(
        name: str,
        question: str,
        default: str | None = "",
        refuse: Callable[[str], str] = lambda _: "",
    ) -> None:
        if not answers[name] and given.get(name) is None:
            answers[name] = ask(question, default, refuse)

    for lang, language in _LANGUAGES.items():
        fill(lang, f"{language} name", default=None)
    fill("id", "Id", default=kebab(answers[FALLBACK]) or None, refuse=_no_kebab)
    domains = ", ".join(sorted({concept.domain for concept in base.concepts}))
    fill("domain", f"Domain ({domains})", default=None, refuse=_no_kebab)
    fill("acronym", "Acronym, the same in all languages (Enter: none)")
    for lang, language in _LANGUAGES.items():
        fill(
            f"source_{lang}",
            f"Source of the {language} name (Enter: unverified)",
            refuse=lambda key: "" if not key or key in base.sources else "no key of sources.toml",
        )
    for lang, language in _LANGUAGES.items():
        fill(f"definition_{lang}", f"Definition in {language} (Enter: later)")
    for lang, language in _LANGUAGES.items():
        name = answers[lang]
        fill(
            f"example_{lang}",
            f"{language} sentence with “{name}” (Enter: later)",
            refuse=partial(_without, name),
        )


def _no_kebab(name: str) -> str:
    """Why a word cannot be an id or a folder; "" where it can."""
    if is_kebab(name):
        return ""
    proposed = kebab(name)
    hint = f": {proposed}" if proposed else ""
    return f"“{name}” is not kebab-case; write a-z, 0-9 and single hyphens{hint}"


def _without(name: str, text: str) -> str:
    return f"“{name}” is not in it" if text and name.casefold() not in text.casefold() else ""


# --- what is refused ------------------------------------------------------------------------------


def _refuse_name(place: str, name: str) -> None:
    if message := _no_kebab(name):
        raise ConfigError(f"{place}: {message}")


def _refuse_known(concept_id: str, base: Termbase, into: Path) -> None:
    """Ids are unique and permanent: refuse one of the base, or a file of that name anywhere below."""
    if concept_id in base:
        place = base[concept_id].file
        raise ConfigError(f"ID: “{concept_id}” is a concept already, in {place}; add to that file")
    there = next(iter(sorted(into.rglob(f"{concept_id}.toml"))), None) if into.is_dir() else None
    if there:
        raise ConfigError(f"ID: {there} is there already; nothing was written")


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise ConfigError("\n".join(map(str, problems)) + "\nnothing was written")


# --- the concept ----------------------------------------------------------------------------------


def _concept(answers: Mapping[str, str], base: Termbase, file: Path) -> Concept:
    """The concept of the answers; raises ConfigError with all that a reviewer would send back."""
    values = _values(answers)
    faults = concept_faults(values, answers["id"])
    _refuse([Problem(str(file), 0, "", fault.message, fault.hint) for fault in faults])
    bare = build_concept(values, answers["domain"], str(file))
    annotate = annotator(Termbase((*base.concepts, bare), base.sources))
    concept = replace(
        bare, examples=tuple(_marked(one, bare.id, annotate) for one in bare.examples)
    )
    within = Termbase((*base.concepts, concept), base.sources)
    _refuse(validate(within, (concept,), annotate))
    return concept


def _marked(example: Example, concept: str, annotate: Annotate) -> Example:
    """The sentence with marks around the hits of the concept, unless it came with marks."""
    if "⟦" in example.text:
        return example
    spans = hits(annotate(example.text, example.lang), concept, inner=True)
    return replace(example, text=with_marks(example.text, spans))


def _values(answers: Mapping[str, str]) -> dict[str, Any]:
    """The answers as the tables of a concept file; a language without a sentence has the bare term."""
    labels = [_label(answers, lang) for lang in _LANGUAGES if answers[lang]]
    if answers["acronym"]:
        acronym = {"lang": "mul", "text": answers["acronym"], "status": "preferred"}
        labels.insert(1 if answers[FALLBACK] else 0, {**acronym, "kind": "acronym"})
    definitions = {lang: answers[f"definition_{lang}"] for lang in LANGS}
    return {
        "id": answers["id"],
        "definition": {lang: text for lang, text in definitions.items() if text},
        "label": labels,
        "example": [
            {"lang": lang, "text": answers[f"example_{lang}"] or answers[lang]}
            for lang in _LANGUAGES
            if answers[lang]
        ],
    }


def _label(answers: Mapping[str, str], lang: Lang) -> dict[str, Any]:
    label = {"lang": lang, "text": answers[lang], "status": "preferred"}
    source = answers[f"source_{lang}"]
    return {**label, "source": source} if source else label


def _left_to_do(concept: Concept) -> list[str]:
    """What a reviewer still waits for."""
    undefined = [f"definition.{lang}" for lang in _LANGUAGES if lang not in concept.definition]
    unsourced = [label.text for label in concept.labels if not label.source]
    bare = [example.lang for example in concept.examples if example.text.endswith("⟧")]
    lines = (
        ("To write above the first [[label]]", undefined),
        ("Unverified until they have a source", unsourced),
        ("To replace by a whole sentence: example", bare),
    )
    return [f"{what}: {', '.join(names)}" for what, names in lines if names]
