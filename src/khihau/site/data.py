"""The data of the search: every name of every concept with its keys, as one script."""

from __future__ import annotations

import json
from collections.abc import Sequence

from khihau.model import LABEL_LANGS, LANGS, STATUSES, Concept, Label
from khihau.render.visible import visible
from khihau.site.keys import exact_key, loan_keys, plain_key
from khihau.site.site import Site, concept_link, plain_label

__all__ = ["terms_script"]


def terms_script(site: Site) -> str:
    """`terms.js`, which the pages of all languages share.

    A concept is its page, its domain, the places of its names in each of LANGS among its labels
    (-1 for the id) and its labels; a label is its language, its status, its text, its exact key
    (0 where that is the text in small letters) and its plain key (0 where that is the exact one).
    """
    data = {
        "langs": LABEL_LANGS,
        "statuses": STATUSES,
        "loans": loan_keys(),
        "concepts": [_concept(concept, site) for concept in site.base.concepts],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # No text may end a script, or a line of it.
    for sign, escaped in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(sign, escaped)
    return f"window.khihauTerms={text};\n"


def _concept(concept: Concept, site: Site) -> Sequence[object]:
    names = [site.names[lang][concept.id].label for lang in LANGS]
    places = [concept.labels.index(name) if name else -1 for name in names]
    labels = [_label(label) for label in concept.labels]
    return [concept_link(concept.id), visible(concept.domain), visible(concept.id), places, labels]


def _label(label: Label) -> Sequence[object]:
    text = visible(plain_label(label.text))
    exact, plain = exact_key(label.text), plain_key(label.text)
    return [
        LABEL_LANGS.index(label.lang),
        STATUSES.index(label.status),
        text,
        0 if exact == text.lower() else visible(exact),
        0 if plain == exact else visible(plain),
    ]
